//! An ONVIF device: its cameras, and for each the profile that a screen shows best (ONVIF Media 1 and 2, by `oxvif`).
//!
//! A device says addresses of its own choice: of its services, its streams and its pictures. Behind a router they are
//! those of another network, and a false device could say those of another machine to get its password. So of each
//! only the port, the path and the query are taken: **the machine is always the one that was asked**. A service that is
//! said to be on another machine is asked where the device was asked, port included.

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use futures_util::StreamExt as _;
use futures_util::stream;
use oxvif::OnvifClient;
use oxvif::error::OnvifError;
use oxvif::soap::SoapError;
use oxvif::transport::{Transport, TransportError};
use oxvif::types::{MediaProfile, MediaProfile2, Resolution, VideoEncoding};
use quick_xml::Reader;
use quick_xml::events::Event;
use tracing::instrument::WithSubscriber as _;
use tracing::subscriber::NoSubscriber;
use url::Url;

use super::discovery::name_in;
use super::web::ask as asked;
use super::{Found, name_of};
use crate::address::{Address, Credentials, WebAddress};
use crate::problem::Problem;
use crate::web::{Question, Web};

/// Cameras of a recorder.
const MOST: usize = 64;
/// How many of them are asked for at a time.
const AT_A_TIME: usize = 4;
/// Pixels of the widest picture that is taken while there is a smaller one.
const WIDEST: u32 = 1920;
/// Elements in elements. Answers have some twelve, and what is deeper could exhaust the stack.
const DEPTH: usize = 64;
/// Seconds by which a clock may be off: a hundred years. One without a battery begins in 1970.
const MOST_OFF: i64 = 100 * 365 * 86_400;

/// The cameras of a device, in its own order.
pub(super) async fn ask(
    address: &WebAddress,
    web: Web,
    credentials: Option<&Credentials>,
) -> Result<Vec<Found>, Problem> {
    // `oxvif` traces whole messages, and with them proofs of the password and addresses with keys.
    Box::pin(ask_silently(address, web, credentials)).with_subscriber(NoSubscriber::default()).await
}

async fn ask_silently(
    address: &WebAddress,
    web: Web,
    credentials: Option<&Credentials>,
) -> Result<Vec<Found>, Problem> {
    let device = Onvif::meet(address, web, credentials).await?;
    let media = device.media().await?;
    let profiles = device.profiles(&media).await?;
    let best = best_of_each(profiles);
    let name = device.name().await;
    let several = best.len() > 1;
    let (asked, of, named) = (&device, &media, &name);
    let found: Vec<_> = stream::iter(best)
        .map(|profile| async move { asked.found(of, &profile, named, several).await })
        .buffered(AT_A_TIME)
        .collect()
        .await;
    let (found, problems): (Vec<_>, Vec<_>) = found.into_iter().partition(Result::is_ok);
    match problems.into_iter().find_map(Result::err) {
        Some(problem) if found.is_empty() => Err(problem),
        Some(_) | None => Ok(found.into_iter().filter_map(Result::ok).collect()),
    }
}

/// A device that is being asked.
struct Onvif<'a> {
    asked: &'a WebAddress,
    client: OnvifClient,
    wire: Arc<Wire>,
}

/// Which service tells of its streams, and where it is.
enum Media {
    One(String),
    /// The newer one: devices that have it alone are rare.
    Two(String),
}

/// How a camera can be read.
#[derive(Clone, Debug)]
struct Profile {
    token: String,
    name: String,
    /// Which of the device's cameras it shows.
    source: String,
    encoding: VideoEncoding,
    /// Zero: it has not said.
    width: u32,
}

impl<'a> Onvif<'a> {
    /// Reads the device's clock first, as whoever proves a password says the time. The clock is anybody's to read, and
    /// a device whose clock is off refuses a proof that is given along.
    async fn meet(asked: &'a WebAddress, web: Web, credentials: Option<&Credentials>) -> Result<Self, Problem> {
        let wire = Arc::new(Wire { asked: asked.url(), web, problem: Mutex::new(None) });
        let client = OnvifClient::new(asked.reveal()).with_transport(wire.clone());
        let mut met = Self { asked, client, wire };
        let off = match met.client.get_system_date_and_time().await {
            Ok(clock) => Some(clock.utc_offset_secs()).filter(|off| off.abs() < MOST_OFF).unwrap_or_default(),
            Err(error) => {
                let problem = met.problem(&error);
                // Some devices do not tell the time without a password.
                if !matches!(problem, Problem::WrongPassword | Problem::Refused) {
                    return Err(problem);
                }
                0
            }
        };
        if let Some(Credentials { user, password }) = credentials {
            met.client = met.client.with_credentials(user, password).with_utc_offset(off);
        }
        Ok(met)
    }

    async fn media(&self) -> Result<Media, Problem> {
        let capabilities = self.client.get_capabilities().await;
        // Newer devices have only the list of services.
        let refused = match capabilities {
            Ok(capabilities) => match capabilities.media.url {
                Some(one) => return Ok(Media::One(one)),
                None => Problem::NoVideo,
            },
            Err(error) => self.problem(&error),
        };
        if !matches!(refused, Problem::NoVideo | Problem::Refused) {
            return Err(refused);
        }
        let services = self.client.get_services().await.map_err(|error| self.problem(&error))?;
        let at =
            |namespace: &str| services.iter().find(|each| each.namespace == namespace).map(|each| each.url.clone());
        let one = at("http://www.onvif.org/ver10/media/wsdl").map(Media::One);
        one.or_else(|| at("http://www.onvif.org/ver20/media/wsdl").map(Media::Two)).ok_or(Problem::NoVideo)
    }

    async fn profiles(&self, media: &Media) -> Result<Vec<Profile>, Problem> {
        match media {
            Media::One(at) => {
                let profiles = self.client.get_profiles(at).await.map_err(|error| self.problem(&error))?;
                // A device that does not tell how its pictures are coded can still be read.
                let encoders = self.client.get_video_encoder_configurations(at).await.unwrap_or_default();
                let coded =
                    encoders.into_iter().map(|each| (each.token, each.encoding, each.resolution)).collect::<Vec<_>>();
                Ok(profiles.into_iter().filter_map(|profile| of_one(profile, &coded)).collect())
            }
            Media::Two(at) => {
                let profiles = self.client.get_profiles_media2(at).await.map_err(|error| self.problem(&error))?;
                let encoders = self.client.get_video_encoder_configurations_media2(at).await.unwrap_or_default();
                let coded =
                    encoders.into_iter().map(|each| (each.token, each.encoding, each.resolution)).collect::<Vec<_>>();
                Ok(profiles.into_iter().filter_map(|profile| of_two(profile, &coded)).collect())
            }
        }
    }

    /// What the device calls itself, or else who built it. A device that says neither has no name.
    async fn name(&self) -> String {
        let scopes = self.client.get_scopes().await.unwrap_or_default();
        let name = name_in(&scopes.join(" "));
        if !name.is_empty() {
            return name;
        }
        let built = self.client.get_device_info().await;
        built.map(|built| name_of(&format!("{} {}", built.manufacturer, built.model))).unwrap_or_default()
    }

    async fn found(&self, media: &Media, profile: &Profile, device: &str, several: bool) -> Result<Found, Problem> {
        let token = &profile.token;
        let (stream, picture) = match media {
            Media::One(at) => (
                self.client.get_stream_uri(at, token).await.map(|stream| stream.uri),
                self.client.get_snapshot_uri(at, token).await.map(|picture| picture.uri),
            ),
            Media::Two(at) => (
                self.client.get_stream_uri_media2(at, token).await,
                self.client.get_snapshot_uri_media2(at, token).await,
            ),
        };
        let stream = stream.map_err(|error| self.problem(&error))?;
        let stream = pinned(&stream, self.asked).and_then(|url| Address::parse(url.as_str()).ok());
        let picture = picture.ok().and_then(|picture| pinned(&picture, self.asked));
        let stills = picture.and_then(|url| WebAddress::parse(url.as_str()).ok());
        let name = if several { name_of(&format!("{device} {}", profile.name)) } else { device.to_owned() };
        Ok(Found { name, stream: stream.ok_or(Problem::NoVideo)?.0, stills: stills.map(|(stills, _)| stills) })
    }

    fn problem(&self, error: &OnvifError) -> Problem {
        match error {
            OnvifError::Soap(SoapError::Fault { code, reason, subcode, .. }) => {
                let wrong = [code, reason].into_iter().chain(subcode).any(|said| is_refusal_of_password(said));
                if wrong { Problem::WrongPassword } else { Problem::Refused }
            }
            OnvifError::Soap(_) | OnvifError::InvalidArgument(_) => Problem::NotACamera,
            OnvifError::Transport(_) => self.wire.problem(),
        }
    }
}

/// `ter:NotAuthorized` (ONVIF Core, 5.11.2), `wsse:FailedAuthentication` (WS-Security), or the same in words.
fn is_refusal_of_password(said: &str) -> bool {
    let said: String = said.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    ["notauthorized", "notauthorised", "unauthorized", "failedauthentication"].iter().any(|each| said.contains(each))
}

type Coded = (String, VideoEncoding, Resolution);

fn of_one(profile: MediaProfile, coded: &[Coded]) -> Option<Profile> {
    let source = profile.video_source_token.or(profile.video_source_config_token)?;
    Some(of_token(profile.token, profile.name, source, profile.video_encoder_token.as_deref(), coded))
}

fn of_two(profile: MediaProfile2, coded: &[Coded]) -> Option<Profile> {
    let source = profile.video_source_token.or(profile.video_source_config_token)?;
    Some(of_token(profile.token, profile.name, source, profile.video_encoder_token.as_deref(), coded))
}

fn of_token(token: String, name: String, source: String, encoder: Option<&str>, coded: &[Coded]) -> Profile {
    let coded = coded.iter().find(|(token, _, _)| Some(token.as_str()) == encoder);
    let unknown = (VideoEncoding::Other(String::new()), 0);
    let (encoding, width) = coded.map_or(unknown, |(_, encoding, size)| (encoding.clone(), size.width));
    Profile { token, name, source, encoding, width }
}

/// One profile for each camera, in the order in which the device names the cameras.
fn best_of_each(profiles: Vec<Profile>) -> Vec<Profile> {
    let mut best: Vec<Profile> = Vec::new();
    for profile in profiles {
        match best.iter().position(|known| known.source == profile.source) {
            Some(at) if rank(&profile) < rank(&best[at]) => best[at] = profile,
            Some(_) => {}
            None if best.len() < MOST => best.push(profile),
            None => {}
        }
    }
    best
}

/// The lower, the better: first what every window plays, then the largest picture that is not too large for a screen,
/// then the smallest of the larger ones. What the device has not said stands between.
fn rank(profile: &Profile) -> (u8, u8, u32) {
    let encoding = match profile.encoding {
        VideoEncoding::H264 => 0,
        VideoEncoding::H265 | VideoEncoding::Other(_) => 1,
        VideoEncoding::Jpeg => 2,
    };
    match profile.width {
        width @ 1..=WIDEST => (encoding, 0, WIDEST - width),
        0 => (encoding, 1, 0),
        width => (encoding, 2, width),
    }
}

/// An address that the device said, on the machine that was asked.
fn pinned(said: &str, asked: &WebAddress) -> Option<Url> {
    let mut url = Url::parse(said).ok()?;
    url.set_host(Some(asked.host())).ok()?;
    Some(url)
}

/// Where a service is asked that the device says is at `said`.
fn service(said: &str, asked: &Url) -> Url {
    let mut url = asked.clone();
    let Ok(said) = Url::parse(said) else { return url };
    if said.host() == asked.host() && said.scheme() == asked.scheme() {
        let _ = url.set_port(said.port());
    }
    url.set_path(said.path());
    url.set_query(said.query());
    url
}

/// How messages go to the device.
struct Wire {
    asked: Url,
    web: Web,
    /// Why the last message did not come through: `oxvif` carries its own reasons only.
    problem: Mutex<Option<Problem>>,
}

impl Wire {
    fn problem(&self) -> Problem {
        self.problem.lock().unwrap_or_else(PoisonError::into_inner).unwrap_or(Problem::NotACamera)
    }

    fn failed(&self, problem: Problem) -> TransportError {
        *self.problem.lock().unwrap_or_else(PoisonError::into_inner) = Some(problem);
        TransportError::HttpStatus { status: 0, body: String::new() }
    }
}

#[async_trait]
impl Transport for Wire {
    async fn soap_post(&self, url: &str, action: &str, body: String) -> Result<String, TransportError> {
        let kind = format!("application/soap+xml; charset=utf-8; action=\"{action}\"");
        let answer = asked(&self.web, &Question::post(&service(url, &self.asked), &kind, &body)).await;
        let answer = answer.map_err(|problem| self.failed(problem))?;
        // A refusal is an answer too, and says more than its status.
        let text = matches!(answer.status.as_u16(), 200 | 400 | 500).then(|| String::from_utf8(answer.body).ok());
        text.flatten().filter(|text| is_flat(text, DEPTH)).ok_or_else(|| self.failed(Problem::NotACamera))
    }
}

/// Whether the elements of a text are in each other no deeper than that. `oxvif` gives a tree away element by element,
/// each from within the one above it, and so a deep one would exhaust the stack.
pub(super) fn is_flat(xml: &str, most: usize) -> bool {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(_)) => depth += 1,
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::Eof) | Err(_) => return true,
            Ok(
                Event::Empty(_)
                | Event::Text(_)
                | Event::CData(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_)
                | Event::GeneralRef(_),
            ) => {}
        }
        if depth > most {
            return false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(token: &str, source: &str, encoding: VideoEncoding, width: u32) -> Profile {
        Profile { token: token.to_owned(), name: String::new(), source: source.to_owned(), encoding, width }
    }

    fn chosen(profiles: Vec<Profile>) -> Vec<String> {
        best_of_each(profiles).into_iter().map(|profile| profile.token).collect()
    }

    fn asked(typed: &str) -> WebAddress {
        WebAddress::parse(typed).expect("a web address").0
    }

    /// proves: S2
    #[test]
    fn of_each_camera_the_largest_picture_is_taken_that_a_screen_has_room_for() {
        let profiles = vec![
            profile("4k", "front", VideoEncoding::H264, 3840),
            profile("hd", "front", VideoEncoding::H264, 1920),
            profile("back small", "back", VideoEncoding::H264, 640),
            profile("small", "front", VideoEncoding::H264, 640),
            profile("back", "back", VideoEncoding::H264, 1280),
        ];
        assert_eq!(chosen(profiles), ["hd", "back"]);
        let large = vec![profile("4k", "a", VideoEncoding::H264, 3840), profile("2k", "a", VideoEncoding::H264, 2560)];
        assert_eq!(chosen(large), ["2k"]);
    }

    /// proves: S2
    #[test]
    fn what_every_window_plays_is_taken_before_what_some_play() {
        let profiles = vec![
            profile("still", "a", VideoEncoding::Jpeg, 1920),
            profile("new", "a", VideoEncoding::H265, 1920),
            profile("old", "a", VideoEncoding::H264, 3840),
            profile("unsaid", "a", VideoEncoding::H264, 0),
        ];
        assert_eq!(chosen(profiles.clone()), ["unsaid"]);
        assert_eq!(chosen(profiles[..2].to_vec()), ["new"]);
        assert_eq!(chosen(profiles[..1].to_vec()), ["still"], "nothing else is there");
    }

    /// proves: S2
    #[test]
    fn a_stream_is_on_the_machine_that_was_asked_whatever_the_device_says() {
        let camera = asked("http://10.0.0.7/onvif/device_service");
        let on = |said: &str| pinned(said, &camera).map(String::from);
        assert_eq!(on("rtsp://192.168.1.64:8554/s?x=1"), Some("rtsp://10.0.0.7:8554/s?x=1".to_owned()));
        assert_eq!(on("rtsp://evil.example/s"), Some("rtsp://10.0.0.7/s".to_owned()));
        assert_eq!(on("rtsp:///s"), Some("rtsp://10.0.0.7/s".to_owned()));
        assert_eq!(on("http://0.0.0.0/picture.jpg"), Some("http://10.0.0.7/picture.jpg".to_owned()));
        assert_eq!(on("/s"), None);
        let six = asked("http://[fd00::7]/onvif/device_service");
        assert_eq!(pinned("rtsp://192.168.1.64/s", &six).map(String::from), Some("rtsp://[fd00::7]/s".to_owned()));
    }

    /// proves: S2
    #[test]
    fn a_service_is_asked_on_the_machine_that_was_asked() {
        let at = |said: &str, asked: &str| service(said, &Url::parse(asked).expect("an address")).to_string();
        let asked = "http://10.0.0.7:8080/onvif/device_service";
        assert_eq!(at("http://10.0.0.7/onvif/media", asked), "http://10.0.0.7/onvif/media");
        assert_eq!(at("http://10.0.0.7:81/onvif/media", asked), "http://10.0.0.7:81/onvif/media");
        assert_eq!(
            at("http://192.168.1.64/onvif/media", asked),
            "http://10.0.0.7:8080/onvif/media",
            "a router between"
        );
        assert_eq!(at("rubbish", asked), asked);
        let safe = "https://10.0.0.7/onvif/device_service";
        assert_eq!(at("http://10.0.0.7:80/onvif/media", safe), "https://10.0.0.7/onvif/media", "and not in the open");
    }

    /// proves: S2
    #[test]
    fn a_refused_password_is_told_from_other_refusals() {
        for said in ["ter:NotAuthorized", "wsse:FailedAuthentication", "Sender not Authorized"] {
            assert!(is_refusal_of_password(said), "{said}");
        }
        for said in ["ter:ActionNotSupported", "s:Sender", "ter:NoProfile", ""] {
            assert!(!is_refusal_of_password(said), "{said}");
        }
    }

    /// proves: S2
    #[test]
    fn a_text_that_is_too_deep_is_told_before_it_is_read() {
        assert!(is_flat("<a><b><c/></b><b>x &amp; y</b></a>", 2));
        assert!(!is_flat("<a><b><c></c></b></a>", 2));
        assert!(!is_flat(&"<a><!--</a>-->".repeat(1_000), 64));
    }
}
