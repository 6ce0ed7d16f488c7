//! A camera's address, without the secrets that people paste with it.

use std::fmt;

use url::Url;

/// Characters of an address.
const MOST: usize = 1_000;

/// What a camera is asked with.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// Who asks.
    pub user: String,
    /// The password.
    pub password: String,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials(…)")
    }
}

/// How the pictures travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Transport {
    /// In the connection itself: nothing is lost.
    #[default]
    Tcp,
    /// Beside it.
    Udp,
}

/// Where a camera is: an RTSP address without user name and password.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(Url);

/// Why an address is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressProblem {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Missing,
    /// Longer than 1,000 characters.
    #[error("longer than an address")]
    TooLong,
    /// It does not begin with `rtsp://`.
    #[error("not an RTSP address")]
    NotRtsp,
    /// It begins neither with `http://` nor with `https://`.
    #[error("not a web address")]
    NotWeb,
    /// There is no machine in it.
    #[error("no machine in it")]
    NoHost,
}

impl Address {
    /// Takes an address as it was typed or pasted. What stands before the `@` is taken out of it.
    pub fn parse(typed: &str) -> Result<(Self, Option<Credentials>), AddressProblem> {
        let (url, credentials) = parsed(typed, &["rtsp"], AddressProblem::NotRtsp)?;
        Ok((Self(url), credentials))
    }

    /// The whole address, for the camera alone: a path or a query can hold a key.
    pub fn reveal(&self) -> &str {
        self.0.as_str()
    }

    /// The machine, as people know it.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    pub(crate) fn url(&self) -> Url {
        self.0.clone()
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Address(…)")
    }
}

/// Where a camera, or a program that speaks for cameras, answers in the web's way: an `http` or `https` address without
/// user name and password.
#[derive(Clone, PartialEq, Eq)]
pub struct WebAddress(Url);

impl WebAddress {
    /// Takes an address as it was typed or pasted. What stands before the `@` is taken out of it.
    pub fn parse(typed: &str) -> Result<(Self, Option<Credentials>), AddressProblem> {
        let (url, credentials) = parsed(typed, &["http", "https"], AddressProblem::NotWeb)?;
        Ok((Self(url), credentials))
    }

    /// The whole address, for the machine at it alone: a path or a query can hold a key.
    pub fn reveal(&self) -> &str {
        self.0.as_str()
    }

    /// The machine, as people know it.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// Where a camera at this machine has its ONVIF device service, by convention (ONVIF Core §5.1.1). `None`: the address
    /// has a path, and so means something.
    pub fn onvif(&self) -> Option<Self> {
        let mut url = self.0.clone();
        url.set_path("/onvif/device_service");
        (self.0.path() == "/").then_some(Self(url))
    }

    pub(crate) fn url(&self) -> Url {
        self.0.clone()
    }
}

impl fmt::Debug for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WebAddress(…)")
    }
}

/// An address of one of the schemes, and what stood before its `@`.
fn parsed(typed: &str, schemes: &[&str], other: AddressProblem) -> Result<(Url, Option<Credentials>), AddressProblem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(AddressProblem::Missing);
    }
    if typed.len() > MOST {
        return Err(AddressProblem::TooLong);
    }
    let why = |problem| if problem == url::ParseError::EmptyHost { AddressProblem::NoHost } else { other };
    let mut url = Url::parse(typed).map_err(why)?;
    if !schemes.contains(&url.scheme()) {
        return Err(other);
    }
    if url.host_str().is_none_or(str::is_empty) {
        return Err(AddressProblem::NoHost);
    }
    let credentials = credentials_of(&url);
    // These addresses have a host, so both can be taken out.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.set_fragment(None);
    Ok((url, credentials))
}

fn credentials_of(url: &Url) -> Option<Credentials> {
    let password = url.password().map(decoded).unwrap_or_default();
    let user = decoded(url.username());
    (!user.is_empty() || !password.is_empty()).then_some(Credentials { user, password })
}

/// What `%40` stands for in a name. Bytes that are no text stay as they were typed.
pub(crate) fn decoded(part: &str) -> String {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| first == b'%').and_then(|two| std::str::from_utf8(two).ok());
        match hex.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| part.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: S2
    #[test]
    fn a_password_in_a_pasted_address_is_taken_out_of_it() {
        let (address, credentials) = Address::parse(" rtsp://ana:p%40ss:w@10.0.0.7:8554/front?x=1#t ").expect("valid");
        assert_eq!(address.reveal(), "rtsp://10.0.0.7:8554/front?x=1");
        assert_eq!(address.host(), "10.0.0.7");
        assert_eq!(credentials, Some(Credentials { user: "ana".to_owned(), password: "p@ss:w".to_owned() }));
        let (_, none) = Address::parse("rtsp://camera.local/live").expect("valid");
        assert_eq!(none, None);
    }

    /// proves: S2
    #[test]
    fn what_is_no_camera_s_address_says_why() {
        let refused = |typed: &str| Address::parse(typed).expect_err("no address");
        assert_eq!(refused("  "), AddressProblem::Missing);
        assert_eq!(refused("http://10.0.0.7/video"), AddressProblem::NotRtsp);
        assert_eq!(refused("10.0.0.7"), AddressProblem::NotRtsp);
        assert_eq!(refused("file:///etc/passwd"), AddressProblem::NotRtsp);
        assert_eq!(refused("rtsp:///live"), AddressProblem::NoHost);
        assert_eq!(refused(&format!("rtsp://a/{}", "x".repeat(MOST))), AddressProblem::TooLong);
    }

    /// proves: S2
    #[test]
    fn a_web_address_is_taken_in_the_same_way() {
        let (address, credentials) = WebAddress::parse(" https://ana:p%40ss@nvr.local:8971/api?x=1#t ").expect("valid");
        assert_eq!(address.reveal(), "https://nvr.local:8971/api?x=1");
        assert_eq!(address.host(), "nvr.local");
        assert_eq!(credentials, Some(Credentials { user: "ana".to_owned(), password: "p@ss".to_owned() }));
        let (plain, none) = WebAddress::parse("http://10.0.0.7").expect("valid");
        assert_eq!((plain.reveal(), none), ("http://10.0.0.7/", None));
    }

    /// proves: S2
    #[test]
    fn what_is_no_web_address_says_why() {
        let refused = |typed: &str| WebAddress::parse(typed).expect_err("no address");
        assert_eq!(refused("  "), AddressProblem::Missing);
        assert_eq!(refused("rtsp://10.0.0.7/video"), AddressProblem::NotWeb);
        assert_eq!(refused("10.0.0.7"), AddressProblem::NotWeb);
        assert_eq!(refused("file:///etc/passwd"), AddressProblem::NotWeb);
        assert_eq!(refused("http://"), AddressProblem::NoHost);
        assert_eq!(refused(&format!("http://a/{}", "x".repeat(MOST))), AddressProblem::TooLong);
    }

    /// proves: S2
    #[test]
    fn neither_address_nor_credentials_say_their_secrets_in_a_log() {
        let (address, credentials) = Address::parse("rtsp://ana:sesame@10.0.0.7/key-sesame").expect("valid");
        assert!(!format!("{address:?} {credentials:?}").contains("sesame"));
        let (web, _) = WebAddress::parse("http://10.0.0.7/key-sesame").expect("valid");
        assert!(!format!("{web:?}").contains("sesame"));
    }
}
