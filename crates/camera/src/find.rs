//! Finding cameras: which devices answer on the network, and which streams a device, or a program that speaks for
//! cameras, has.
//!
//! Everything that answers here is a stranger. No password goes to another machine than the one that was asked, no
//! redirect is followed, and no answer is read beyond a bound. ring-mqtt has nothing to be asked: its cameras are
//! `rtsp://host:8554/<id>_live`, and connecting starts them.

mod discovery;
mod frigate;
mod go2rtc;
mod onvif;
mod web;

use std::fmt;
use std::time::Duration;

use tokio::time::timeout;
use url::Url;

use crate::address::{Address, Credentials, WebAddress};
use crate::problem::Problem;
use crate::web::Web;

/// How long a machine may take until it has told all its cameras. A recorder is asked twice for each of them.
const TO_ASK: Duration = Duration::from_secs(30);
/// How long it may take for one answer. Small devices take a second.
const TO_ANSWER: Duration = Duration::from_secs(6);
/// Characters of a name.
const NAME: usize = 80;

/// A camera, or one stream of a program that speaks for cameras.
#[derive(Clone, Debug)]
pub struct Found {
    /// What it calls itself: at most 80 characters, none of which controls a screen. It may be empty.
    pub name: String,
    /// Where its stream is.
    pub stream: Address,
    /// Where it gives one picture (JPEG), if it does.
    pub stills: Option<WebAddress>,
}

/// A device that answered on the network (WS-Discovery, as ONVIF uses it).
#[derive(Clone)]
pub struct Device {
    /// What it calls itself, as in [`Found::name`].
    pub name: String,
    /// The machine: the one that sent the answer.
    pub host: String,
    /// Where its ONVIF device service is, for [`ask`].
    pub service: WebAddress,
}

impl fmt::Debug for Device {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Device").field("name", &self.name).finish_non_exhaustive()
    }
}

/// The devices that answer within `time`: at most 64, by name. It takes `time`, of which a
/// minute is the most, and never a second more. A network
/// that carries no multicast, and devices of IPv6 alone, show nothing.
pub async fn look_around(time: Duration) -> Vec<Device> {
    discovery::everywhere(time).await
}

/// What is at a web address: an ONVIF device service if its path says `/onvif/`, else go2rtc or Frigate.
///
/// # Errors
/// [`Problem::Unreachable`] and [`Problem::Silent`] where nothing answers, [`Problem::WrongPassword`] where other
/// credentials are wanted, [`Problem::NotACamera`] where something else answers, [`Problem::NoVideo`] where a known
/// kind has no stream to read, [`Problem::Refused`] where a device refuses for a reason of its own.
pub async fn ask(address: &WebAddress, credentials: Option<&Credentials>) -> Result<Vec<Found>, Problem> {
    ask_within(TO_ANSWER, address, credentials).await
}

async fn ask_within(
    to_answer: Duration,
    address: &WebAddress,
    credentials: Option<&Credentials>,
) -> Result<Vec<Found>, Problem> {
    let web = Web::new(address, credentials, Some(to_answer))?;
    let asked = timeout(TO_ASK, Box::pin(ask_each(address, web, credentials))).await;
    let found = asked.unwrap_or(Err(Problem::Silent))?;
    if found.is_empty() { Err(Problem::NoVideo) } else { Ok(found) }
}

async fn ask_each(address: &WebAddress, web: Web, credentials: Option<&Credentials>) -> Result<Vec<Found>, Problem> {
    if address.url().path().contains("/onvif/") {
        return onvif::ask(address, web, credentials).await;
    }
    let base = Base::of(address);
    if let Some(found) = go2rtc::ask(&base, &web).await? {
        return Ok(found);
    }
    frigate::ask(&base, &web).await?.ok_or(Problem::NotACamera)
}

/// Where a program's pages begin. It may be below a path, behind another web server.
struct Base(Url);

impl Base {
    /// People paste the address of the page that they look at.
    fn of(address: &WebAddress) -> Self {
        let mut url = address.url();
        url.set_query(None);
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty();
        }
        let page =
            url.path_segments().and_then(|mut path| path.next_back()).is_some_and(|last| last.ends_with(".html"));
        if page && let Ok(mut path) = url.path_segments_mut() {
            path.pop();
        }
        Self(url)
    }

    /// What is below it. A part may hold any character, a slash too.
    fn below(&self, parts: &[&str]) -> Url {
        let mut url = self.0.clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(parts);
        }
        url
    }

    /// A stream of the same machine. `None`: no address can hold such a name.
    fn stream(&self, port: u16, name: &str) -> Option<Address> {
        // As parts of a path, these are steps and no names; and no address keeps a line's end or a tab.
        if matches!(name, "" | "." | "..") || name.contains(['\t', '\r', '\n']) {
            return None;
        }
        let mut url = Url::parse(&format!("rtsp://{}:{port}/", self.0.host_str()?)).ok()?;
        url.path_segments_mut().ok()?.pop_if_empty().push(name);
        Some(Address::parse(url.as_str()).ok()?.0)
    }
}

/// A web address that was put together here.
fn web_address(url: &Url) -> Option<WebAddress> {
    Some(WebAddress::parse(url.as_str()).ok()?.0)
}

/// The port of a go2rtc's RTSP, from where it says that it listens (`:8554`, `[::]:8554`). `None`: it speaks none.
fn rtsp_port(listens: Option<&str>) -> Option<u16> {
    /// Where go2rtc speaks RTSP if nobody has said otherwise.
    const USUAL: u16 = 8554;
    match listens {
        None => Some(USUAL),
        Some("") => None,
        Some(listens) => Some(listens.rsplit(':').next().and_then(|port| port.parse().ok()).unwrap_or(USUAL)),
    }
}

/// A stranger's name as it may be shown: what controls a screen, or turns the direction of its text, is left out.
fn name_of(said: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let shown: String = said.chars().filter(|c| !c.is_control() && !turns(*c)).collect();
    let short: String = shown.trim().chars().take(NAME).collect();
    short.trim_end().to_owned()
}

#[cfg(test)]
mod tests;
