//! ONVIF devices: the one of `oxvif`, over real HTTP, and the odd one.

use std::io::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use mayday_camera::find::{ask, look_around};
use mayday_camera::{Credentials, Problem, WebAddress};
use oxvif::mock::{DeviceState, MockServer};

use crate::odd_camera::OddCamera;
use crate::port::{Guard, ana};
use crate::told;

async fn device(guarded: bool) -> (MockServer, WebAddress) {
    let server = MockServer::builder().enforce_auth(guarded).start().await.expect("a free port");
    let (address, _) = WebAddress::parse(server.device_url()).expect("a web address");
    (server, address)
}

fn admin(password: &str) -> Credentials {
    Credentials { user: "admin".to_owned(), password: password.to_owned() }
}

/// proves: S2
#[tokio::test]
async fn of_a_device_with_two_cameras_each_is_found_once_with_the_stream_that_a_screen_shows_best() {
    let (server, address) = device(true).await;
    let found = ask(&address, Some(&admin("admin"))).await.expect("two cameras");
    let still = format!("{}/mock/snapshot.jpg", server.base_url());
    let one = |name| (name, "rtsp://127.0.0.1:554/mock/stream", Some(still.as_str()));
    let told: Vec<_> = told(&found)
        .into_iter()
        .map(|(name, at, still)| (name, at, still.map(|at| at.split('?').next().unwrap_or(at))))
        .collect();
    assert_eq!(told, [one("MockCamera mainStream"), one("MockCamera mainStream2")]);
}

/// proves: S2
#[tokio::test]
async fn a_device_that_refuses_the_password_says_so_and_is_asked_no_more() {
    let (_server, address) = device(true).await;
    assert_eq!(ask(&address, None).await.expect_err("no password"), Problem::WrongPassword);
    assert_eq!(ask(&address, Some(&admin("wrong"))).await.expect_err("a wrong one"), Problem::WrongPassword);
}

/// proves: S2
#[tokio::test]
async fn a_device_that_wants_no_password_is_found_without() {
    let (server, address) = device(false).await;
    assert_eq!(ask(&address, None).await.expect("two cameras").len(), 2);
    server.inject_fault("GetProfiles", "ter:ActionNotSupported", "not now");
    assert_eq!(ask(&address, None).await.expect_err("a refusal"), Problem::Refused);
}

/// proves: S2
#[tokio::test]
async fn a_device_without_a_profile_has_no_camera() {
    let mut state = serde_json::from_str::<DeviceState>("{}").expect("a device as it is built");
    state.profiles.profiles.clear();
    let server = MockServer::builder().initial_state(state).start().await.expect("a free port");
    let (address, _) = WebAddress::parse(server.device_url()).expect("a web address");
    assert_eq!(ask(&address, None).await.expect_err("nothing to see"), Problem::NoVideo);
}

/// proves: S2
#[tokio::test]
async fn a_camera_that_believes_to_be_elsewhere_is_read_where_it_answered() {
    for new in [false, true] {
        let camera = OddCamera { new, ..OddCamera::default() }.start().await;
        let found = ask(&camera.port.address("/onvif/device_service"), None).await.expect("one camera");
        assert_eq!(told(&found), [("", "rtsp://127.0.0.1:8554/live?a=1&b=2", None)]);
        let media = if new { "/onvif/media2" } else { "/onvif/media" };
        assert!(camera.port.came().iter().any(|came| came == media), "its service was asked on this machine");
    }
}

/// proves: S2
#[tokio::test]
async fn a_camera_whose_clock_stands_is_shown_proofs_of_its_own_time() {
    let camera = OddCamera::default().start().await;
    ask(&camera.port.address("/onvif/device_service"), Some(&ana("sesame"))).await.expect("one camera");
    let (clock, proofs) = camera.messages().split_first().map(|(a, b)| (a.clone(), b.to_vec())).expect("messages");
    assert!(!clock.contains("UsernameToken"), "the clock is asked for first, and as nobody");
    assert!(proofs.iter().all(|proof| proof.contains(":Created>2001-09-09T01:46:4")), "{proofs:?}");
    assert!(proofs.iter().all(|proof| !proof.contains("sesame")));
}

/// proves: S2
#[tokio::test]
async fn a_camera_that_wants_the_password_in_the_web_s_way_gets_a_proof_of_it() {
    let camera = OddCamera { guard: Guard::Digest, ..OddCamera::default() }.start().await;
    let address = camera.port.address("/onvif/device_service");
    assert_eq!(ask(&address, None).await.expect_err("no password"), Problem::WrongPassword);
    assert_eq!(ask(&address, Some(&ana("wrong"))).await.expect_err("a wrong one"), Problem::WrongPassword);
    assert_eq!(ask(&address, Some(&ana("sesame"))).await.expect("one camera").len(), 1);
}

/// proves: S2
#[tokio::test]
async fn a_camera_that_tells_nonsense_is_refused_and_breaks_nothing() {
    let deep: &'static str = format!("{}{}", "<x>".repeat(140_000), "</x>".repeat(140_000)).leak();
    let address = |camera: &crate::odd_camera::Running| camera.port.address("/onvif/device_service");
    let nonsense = OddCamera { profiles: Some(deep), ..OddCamera::default() }.start().await;
    assert_eq!(ask(&address(&nonsense), None).await.expect_err("too deep"), Problem::NotACamera);
    let nameless = OddCamera { profiles: Some("<Profiles/>"), ..OddCamera::default() }.start().await;
    assert_eq!(ask(&address(&nameless), None).await.expect_err("a profile of no name"), Problem::NotACamera);
    let far = "<SystemDateAndTime><UTCDateTime><Time><Hour>1</Hour><Minute>1</Minute><Second>1</Second></Time>\
        <Date><Year>2147483647</Year><Month>-7</Month><Day>9</Day></Date></UTCDateTime></SystemDateAndTime>";
    let far = OddCamera { clock: far, ..OddCamera::default() }.start().await;
    assert_eq!(ask(&address(&far), Some(&ana("sesame"))).await.expect("one camera").len(), 1);
}

/// proves: S2
#[tokio::test]
async fn looking_around_takes_its_time_and_no_second_more() {
    let began = std::time::Instant::now();
    look_around(Duration::from_millis(300)).await;
    assert!(began.elapsed() < Duration::from_millis(1_300));
}

/// Everything that is logged, down to the smallest.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, said: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("no test panicked with it").extend_from_slice(said);
        Ok(said.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// proves: S2
#[tokio::test]
async fn no_log_however_fine_says_what_a_device_was_asked_or_answered() {
    let log = Log::default();
    let writer = log.clone();
    let fine =
        tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(move || writer.clone()).finish();
    let _here = tracing::subscriber::set_default(fine);
    tracing::trace!("the log is open");
    let camera = OddCamera { guard: Guard::Digest, ..OddCamera::default() }.start().await;
    let go2rtc = crate::go2rtc::VirtualGo2rtc { guard: Guard::Basic, ..Default::default() }.start().await;
    ask(&camera.port.address("/onvif/device_service"), Some(&ana("sesame"))).await.expect("one camera");
    ask(&go2rtc.address(""), Some(&ana("sesame"))).await.expect("one stream");
    let said = String::from_utf8(log.0.lock().expect("no test panicked with it").clone()).expect("text");
    assert!(said.contains("the log is open"));
    for secret in ["sesame", "YW5hOnNlc2FtZQ", "UsernameToken", "live?a=1", "onvif/media"] {
        assert!(!said.contains(secret), "{secret} in {said}");
    }
}
