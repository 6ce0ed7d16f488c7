//! How a further device comes into a home (V1): a code that a person carries, and two proofs that bind it to the
//! station's certificate, so that nobody in between learns the code or a token. Why: docs/adr/0019-pairing.md.

use std::fmt;
use std::str::FromStr;

use mayday_protocol::{DeviceId, Redacted};
use serde::{Deserialize, Serialize};

use crate::home::HomeView;
use crate::through::QrView;

/// What a device may do beside asking for help, which every device of the home may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum DeviceRole {
    /// It may change the home, and say who belongs to it.
    Owner,
    /// It may not.
    Member,
}

/// Letters and digits that nobody takes for another one: no I, L, O and U.
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Symbols of a code for the next few minutes: 60 bits, too many to be found before it ends.
pub const SHORT: usize = 12;
/// Symbols of a code that holds until it is used: 100 bits.
pub const LONG: usize = 20;

/// A code that a person reads from one screen and types on another, in groups of four.
#[derive(Clone, PartialEq, Eq)]
pub struct PairingCode(String);

/// The text is no pairing code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadCode;

impl PairingCode {
    /// A code of as many symbols as there are bytes, which the caller drew at random.
    pub fn from_random(bytes: &[u8]) -> Self {
        Self(bytes.iter().map(|byte| char::from(SYMBOLS[usize::from(byte % 32)])).collect())
    }

    /// The symbols alone: what the proofs are made with.
    pub fn key(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Display for PairingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, symbol) in self.0.chars().enumerate() {
            if n > 0 && n % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{symbol}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for PairingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl FromStr for PairingCode {
    type Err = BadCode;

    /// Takes it in either case, with or without its hyphens, and with the letters that are taken for a digit.
    fn from_str(text: &str) -> Result<Self, BadCode> {
        let typed = text.chars().filter(|letter| !letter.is_whitespace() && !"-–—".contains(*letter));
        let symbol = |letter: char| match letter.to_ascii_uppercase() {
            'O' => Some('0'),
            'I' | 'L' => Some('1'),
            other => u8::try_from(other).ok().filter(|byte| SYMBOLS.contains(byte)).map(char::from),
        };
        let symbols: String = typed.map(symbol).collect::<Option<_>>().ok_or(BadCode)?;
        if [SHORT, LONG].contains(&symbols.len()) { Ok(Self(symbols)) } else { Err(BadCode) }
    }
}

/// SHA-256 of the station's certificate, as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// From the hash itself.
    pub const fn new(hash: [u8; 32]) -> Self {
        Self(hash)
    }

    /// The hash itself.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

impl FromStr for Fingerprint {
    type Err = BadCode;

    fn from_str(text: &str) -> Result<Self, BadCode> {
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(BadCode);
        }
        let mut hash = [0; 32];
        for (byte, at) in hash.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(&text[at..at + 2], 16).map_err(|_| BadCode)?;
        }
        Ok(Self(hash))
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map_err(|BadCode| "a fingerprint is 64 hexadecimal digits")
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> Self {
        fingerprint.to_string()
    }
}

/// What a QR code or a copied line carries: everything that a device needs. It reads
/// `mayday:pair?at=192.168.1.20:47100&at=…&key=<fingerprint>&code=<code>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairingLink {
    /// Where the station may be met, as `host:port`; at most eight.
    pub addresses: Vec<String>,
    /// Its certificate.
    pub fingerprint: Fingerprint,
    /// The code.
    pub code: PairingCode,
}

/// How a link begins.
const SCHEME: &str = "mayday:pair?";
/// Addresses that a device keeps of a station.
pub const MOST_ADDRESSES: usize = 8;

impl fmt::Display for PairingLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(SCHEME)?;
        self.addresses.iter().try_for_each(|address| write!(f, "at={address}&"))?;
        write!(f, "key={}&code={}", self.fingerprint, self.code)
    }
}

impl FromStr for PairingLink {
    type Err = BadCode;

    fn from_str(text: &str) -> Result<Self, BadCode> {
        let (mut addresses, mut fingerprint, mut code) = (vec![], None, None);
        for part in text.trim().strip_prefix(SCHEME).ok_or(BadCode)?.split('&') {
            match part.split_once('=').ok_or(BadCode)? {
                ("at", address) => addresses.push(address_of(address).ok_or(BadCode)?),
                ("key", text) => fingerprint = Some(text.parse()?),
                ("code", text) => code = Some(text.parse()?),
                // A later version may say more.
                _ => {}
            }
        }
        let fits = (1..=MOST_ADDRESSES).contains(&addresses.len());
        let (Some(fingerprint), Some(code), true) = (fingerprint, code, fits) else { return Err(BadCode) };
        Ok(Self { addresses, fingerprint, code })
    }
}

/// An address as `host:port`, or `None` where it is none. A host is a name, an IPv4 address, or an IPv6 address in
/// brackets.
pub fn address_of(text: &str) -> Option<String> {
    let text = text.trim();
    let (host, port) = text.rsplit_once(':')?;
    let is_host = !host.is_empty()
        && host.len() <= 255
        && match host.strip_prefix('[') {
            Some(v6) => v6.strip_suffix(']').is_some_and(|v6| v6.parse::<std::net::Ipv6Addr>().is_ok()),
            None => host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte)),
        };
    (is_host && port.parse::<u16>().is_ok_and(|port| port != 0)).then(|| text.to_owned())
}

/// A device asks to be one of the home's. The code itself is not in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairWithCodeRequest {
    /// What to call the device in the home's list of devices.
    pub device_name: Redacted<String>,
    /// 32 random bytes of the device, in hexadecimal digits.
    pub nonce: String,
    /// Proves that the device knows the code, and which certificate it sees: see `proof`.
    pub proof: String,
}

/// The device is one of the home's now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairWithCodeResponse {
    /// The home.
    pub home: HomeView,
    /// The device's bearer token.
    pub token: Redacted<String>,
    /// Which device it is.
    pub device: DeviceId,
    /// What it may do.
    pub role: DeviceRole,
    /// Proves that the station knows the code, and which token it gave.
    pub proof: String,
}

/// Let a further device in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InviteRequest {
    /// As what.
    pub role: DeviceRole,
    /// The access code, where one is set.
    pub code: Redacted<String>,
}

/// A code that lets one device in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InvitationView {
    /// The code, in groups of four.
    pub code: Redacted<String>,
    /// Everything as one line: see [`PairingLink`].
    pub link: Redacted<String>,
    /// Where the station may be met.
    pub addresses: Vec<String>,
    /// Milliseconds for which it holds; `None`: until it is used.
    pub expires_in_ms: Option<u64>,
}

/// The code on a screen, also as a picture for a camera.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InvitationCardView {
    /// The code.
    pub invitation: InvitationView,
    /// Its link as a QR code.
    pub qr: QrView,
}

/// A device of the home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PairedDeviceView {
    /// Which.
    pub id: DeviceId,
    /// What it is called.
    pub name: Redacted<String>,
    /// What it may do.
    pub role: DeviceRole,
    /// When it was added, in milliseconds of the station's wall clock.
    pub added_ms: i64,
    /// Whether it listens right now.
    pub connected: bool,
    /// Whether it is the device that asks.
    pub this: bool,
}

/// Who belongs to the home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PairedDevicesView {
    /// The devices, oldest first.
    pub devices: Vec<PairedDeviceView>,
    /// Whether a recovery code was made and not used.
    pub has_recovery: bool,
}

/// What the proofs are made of; with the feature `pairing`.
#[cfg(feature = "pairing")]
pub use proofs::{Side, is_proof, proof};

#[cfg(feature = "pairing")]
mod proofs {
    use hmac::{Hmac, Mac as _};
    use sha2::Sha256;

    use super::Fingerprint;

    /// Who proves.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Side {
        /// The device: that it knows the code.
        Device,
        /// The station: the same, and which token it gave.
        Station,
    }

    /// HMAC-SHA-256 under the code over who proves, the device's nonce, the certificate that the device sees and what
    /// is agreed: the device's name, or the token. In hexadecimal digits.
    pub fn proof(key: &[u8], side: Side, nonce: &str, seen: &Fingerprint, agreed: &str) -> String {
        let bytes = mac(key, side, nonce, seen, agreed).finalize().into_bytes();
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Whether it is one, in the same time for each that is none.
    pub fn is_proof(given: &str, key: &[u8], side: Side, nonce: &str, seen: &Fingerprint, agreed: &str) -> bool {
        let pairs = (0..given.len() / 2).map(|at| given.get(at * 2..at * 2 + 2));
        let bytes: Option<Vec<u8>> = pairs.map(|pair| u8::from_str_radix(pair?, 16).ok()).collect();
        bytes.is_some_and(|bytes| mac(key, side, nonce, seen, agreed).verify_slice(&bytes).is_ok())
    }

    fn mac(key: &[u8], side: Side, nonce: &str, seen: &Fingerprint, agreed: &str) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length is taken");
        let side: &[u8] = match side {
            Side::Device => b"mayday pairing: device",
            Side::Station => b"mayday pairing: station",
        };
        // With its length before it, no part reaches into the next.
        for part in [side, nonce.as_bytes(), seen.bytes(), agreed.as_bytes()] {
            mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            mac.update(part);
        }
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: V1
    #[test]
    fn a_code_is_taken_however_a_person_types_it() {
        let code = PairingCode::from_random(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0]);
        assert_eq!(code.to_string(), "1234-5678-9AB0");
        for typed in ["1234-5678-9AB0", "123456789ab0", " 1234 5678 9abO ", "l234–5678–9ab0", "I2345678-9ABo"] {
            assert_eq!(typed.parse(), Ok(code.clone()), "{typed}");
        }
        for typed in ["", "1234-5678-9AB", "1234-5678-9AB00", "1234-5678-9AU0", "1234-5678-9ABé", "911"] {
            assert_eq!(typed.parse::<PairingCode>(), Err(BadCode), "{typed}");
        }
        assert_eq!(format!("{code:?}"), "[redacted]");
    }

    /// proves: V1
    #[test]
    fn a_link_carries_addresses_certificate_and_code() {
        let link = PairingLink {
            addresses: vec!["192.168.1.20:47100".to_owned(), "[fd00::1]:47100".to_owned()],
            fingerprint: Fingerprint::new([0xab; 32]),
            code: PairingCode::from_random(&[31; LONG]),
        };
        assert_eq!(link.to_string().parse(), Ok(link.clone()));
        let text = link.to_string();
        assert_eq!(format!(" {text}&more=1\n").parse(), Ok(link), "a later version may say more");
        for bad in [
            "",
            "https://192.168.1.20",
            &text.replace("at=", "to="),
            &text.replace("abab", "ab"),
            &text.replace("ZZZZ", "ZZ"),
            &text.replace(":47100", ""),
            &text.replace("key=", "at="),
        ] {
            assert_eq!(bad.parse::<PairingLink>(), Err(BadCode), "{bad}");
        }
    }

    /// proves: V1
    #[test]
    fn an_address_is_a_host_and_a_port_and_nothing_else() {
        for good in ["192.168.1.20:47100", "station.example.org:443", "[fd00::1]:47100", " a:1 "] {
            assert_eq!(address_of(good).as_deref(), Some(good.trim()), "{good}");
        }
        for bad in
            ["", "192.168.1.20", ":47100", "a:0", "a:70000", "a b:1", "a/b:1", "user@host:1", "[::1:1", "fd00::1:1"]
        {
            assert_eq!(address_of(bad), None, "{bad}");
        }
    }

    /// proves: V1
    #[cfg(feature = "pairing")]
    #[test]
    fn a_proof_holds_for_its_side_nonce_certificate_and_content_alone() {
        let key = PairingCode::from_random(&[7; SHORT]).key().to_vec();
        let (seen, other) = (Fingerprint::new([1; 32]), Fingerprint::new([2; 32]));
        let given = proof(&key, Side::Device, "00ff", &seen, "Ana’s phone");
        let holds = |key: &[u8], side, nonce: &str, seen: &Fingerprint, agreed: &str| {
            is_proof(&given, key, side, nonce, seen, agreed)
        };
        assert!(holds(&key, Side::Device, "00ff", &seen, "Ana’s phone"));
        assert!(!holds(b"another code", Side::Device, "00ff", &seen, "Ana’s phone"));
        assert!(!holds(&key, Side::Station, "00ff", &seen, "Ana’s phone"), "an echo proves nothing");
        assert!(!holds(&key, Side::Device, "00fe", &seen, "Ana’s phone"));
        assert!(!holds(&key, Side::Device, "00ff", &other, "Ana’s phone"), "somebody stands in between");
        assert!(!holds(&key, Side::Device, "00f", &seen, "fAna’s phone"), "no part reaches into the next");
        for garbage in ["", "zz", &given[..62], &format!("{given}00"), "é"] {
            assert!(!is_proof(garbage, &key, Side::Device, "00ff", &seen, "Ana’s phone"), "{garbage}");
        }
    }
}
