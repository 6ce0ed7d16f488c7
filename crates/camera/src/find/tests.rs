//! What can be told of strangers' words without a stranger.

use proptest::prelude::*;
use tokio::net::TcpListener;

use super::*;
use crate::address::decoded;

fn base(typed: &str) -> Base {
    Base::of(&WebAddress::parse(typed).expect("a web address").0)
}

/// proves: S2
#[test]
fn whoever_pastes_the_page_that_they_look_at_is_understood() {
    for typed in ["http://a:1984", "http://a:1984/", "http://a:1984/stream.html?src=x#y", "http://a:1984/?src=x"] {
        assert_eq!(base(typed).below(&["api", "streams"]).as_str(), "http://a:1984/api/streams", "{typed}");
    }
    assert_eq!(base("https://a/cams/").below(&["api"]).as_str(), "https://a/cams/api");
}

/// proves: S2
#[test]
fn a_stream_s_name_is_one_part_of_its_address_whatever_is_in_it() {
    let stream = |name: &str| base("http://[fd00::7]/").stream(8554, name).map(|stream| stream.reveal().to_owned());
    assert_eq!(stream("front door/1").as_deref(), Some("rtsp://[fd00::7]:8554/front%20door%2F1"));
    assert_eq!(stream("Haustür?x#y").as_deref(), Some("rtsp://[fd00::7]:8554/Haust%C3%BCr%3Fx%23y"));
    assert_eq!(stream("a@b:c").as_deref(), Some("rtsp://[fd00::7]:8554/a@b:c"));
    for none in ["", ".", "..", &"x".repeat(1_000)] {
        assert_eq!(stream(none), None);
    }
}

/// proves: S2
#[test]
fn the_port_of_the_streams_is_read_from_where_a_go2rtc_listens() {
    assert_eq!(rtsp_port(None), Some(8554));
    assert_eq!(rtsp_port(Some(":18554")), Some(18554));
    assert_eq!(rtsp_port(Some("[::]:554")), Some(554));
    assert_eq!(rtsp_port(Some("rubbish")), Some(8554));
    assert_eq!(rtsp_port(Some("")), None, "it speaks none");
}

/// proves: S2
#[test]
fn a_name_controls_no_screen_and_has_an_end() {
    assert_eq!(name_of("  Front\u{7} door\n\u{202e} "), "Front door");
    assert_eq!(name_of(&"ü".repeat(200)).chars().count(), 80);
    assert_eq!(name_of("\u{1b}"), "");
}

/// proves: S2
#[test]
fn what_was_found_says_no_address_in_a_log() {
    let (service, _) = WebAddress::parse("http://10.9.8.7/onvif/key-sesame").expect("a web address");
    let (stream, _) = Address::parse("rtsp://10.9.8.7/key-sesame").expect("an address");
    let device = Device { name: "Front".to_owned(), host: service.host().to_owned(), service: service.clone() };
    let said = format!("{device:?} {:?}", Found { name: "Front".to_owned(), stream, stills: Some(service) });
    assert!(said.contains("Front") && !said.contains("sesame") && !said.contains("10.9.8.7"), "{said}");
}

/// proves: S2
#[tokio::test]
async fn a_machine_that_takes_a_connection_and_says_nothing_is_not_waited_for() {
    let silent = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let at = silent.local_addr().expect("bound");
    for path in ["", "onvif/device_service"] {
        let (address, _) = WebAddress::parse(&format!("http://{at}/{path}")).expect("a web address");
        let asked = ask_within(Duration::from_millis(200), &address, None).await;
        assert_eq!(asked.expect_err("nobody said anything"), Problem::Silent);
    }
}

proptest! {
    /// proves: S2
    #[test]
    fn an_address_of_a_stream_says_its_name_and_nothing_else(name in "\\PC{0,40}|.{0,40}|[./%?#@: \t\\\\]{0,6}") {
        if let Some(stream) = base("http://10.0.0.7:1984/").stream(8554, &name) {
            let said = stream.reveal().strip_prefix("rtsp://10.0.0.7:8554/").expect("the machine and the port");
            prop_assert!(!said.contains(['/', '?', '#']));
            prop_assert_eq!(decoded(said), name);
        }
    }
}
