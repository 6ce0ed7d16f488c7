//! Programs that speak for cameras: go2rtc and Frigate.

use mayday_camera::Problem;
use mayday_camera::find::ask;
use serde_json::json;

use crate::frigate::{VirtualFrigate, camera};
use crate::go2rtc::VirtualGo2rtc;
use crate::port::{Guard, ana};
use crate::told;

/// proves: S2
#[tokio::test]
async fn each_stream_of_a_go2rtc_is_a_camera_whatever_its_name_is() {
    let streams = vec!["ring/12 live", "Haustür", "front"];
    let go2rtc = VirtualGo2rtc { streams, listens: "0.0.0.0:18554", ..VirtualGo2rtc::default() }.start().await;
    let found = ask(&go2rtc.address(""), None).await.expect("three streams");
    let still = |name: &str| go2rtc.address(&format!("/api/frame.jpeg?src={name}")).reveal().to_owned();
    let (front, door, ring) = (still("front"), still("Haust%C3%BCr"), still("ring%2F12+live"));
    assert_eq!(
        told(&found),
        [
            ("Haustür", "rtsp://127.0.0.1:18554/Haust%C3%BCr", Some(door.as_str())),
            ("front", "rtsp://127.0.0.1:18554/front", Some(front.as_str())),
            ("ring/12 live", "rtsp://127.0.0.1:18554/ring%2F12%20live", Some(ring.as_str())),
        ]
    );
}

/// proves: S2
#[tokio::test]
async fn a_go2rtc_below_a_path_is_found_from_the_page_that_was_pasted() {
    let go2rtc = VirtualGo2rtc { below: "/cams", ..VirtualGo2rtc::default() }.start().await;
    let found = ask(&go2rtc.address("/cams/stream.html?src=front"), None).await.expect("one stream");
    let still = go2rtc.address("/cams/api/frame.jpeg?src=front");
    assert_eq!(told(&found), [("front", "rtsp://127.0.0.1:8554/front", Some(still.reveal()))]);
}

/// proves: S2
#[tokio::test]
async fn a_go2rtc_that_has_no_stream_or_speaks_no_rtsp_has_no_camera() {
    let empty = VirtualGo2rtc { streams: Vec::new(), ..VirtualGo2rtc::default() }.start().await;
    assert_eq!(ask(&empty.address(""), None).await.expect_err("no stream"), Problem::NoVideo);
    let mute = VirtualGo2rtc { listens: "", ..VirtualGo2rtc::default() }.start().await;
    assert_eq!(ask(&mute.address(""), None).await.expect_err("no RTSP"), Problem::NoVideo);
}

/// proves: S2
#[tokio::test]
async fn a_go2rtc_that_wants_a_password_is_told_it_and_is_told_no_wrong_one_twice() {
    let go2rtc = VirtualGo2rtc { guard: Guard::Basic, ..VirtualGo2rtc::default() }.start().await;
    let address = go2rtc.address("");
    assert_eq!(ask(&address, None).await.expect_err("no password"), Problem::WrongPassword);
    assert_eq!(go2rtc.came(), ["/api/streams"]);
    assert_eq!(ask(&address, Some(&ana("wrong"))).await.expect_err("a wrong one"), Problem::WrongPassword);
    assert_eq!(go2rtc.came()[1..], ["/api/streams", "/api/streams with a password"]);
    assert_eq!(ask(&address, Some(&ana("sesame"))).await.expect("the right one").len(), 1);
}

/// proves: S2
#[tokio::test]
async fn an_open_go2rtc_is_never_told_a_password() {
    let go2rtc = VirtualGo2rtc::default().start().await;
    ask(&go2rtc.address(""), Some(&ana("sesame"))).await.expect("one stream");
    assert!(go2rtc.came().iter().all(|came| !came.ends_with("password")));
}

fn home() -> VirtualFrigate {
    let live = json!({"live": {"streams": {"Main": "yard_main", "Sub": "yard_sub"}}, "friendly_name": "Back yard"});
    let cameras = json!({
        "front_door": camera(json!({})),
        "yard": camera(live),
        "shed": camera(json!({"live": {"stream_name": "old_shed"}})),
        "attic": camera(json!({"enabled": false})),
        "unread": camera(json!({"live": {"streams": []}})),
    });
    let sources = json!(["rtsp://*:*@192.0.2.64/h264"]);
    let streams = json!({"front_door": sources, "yard_sub": sources, "old_shed": sources, "attic": sources});
    VirtualFrigate { cameras, go2rtc: json!({"streams": streams}), guard: Guard::Open }
}

/// proves: S2
#[tokio::test]
async fn each_camera_of_a_frigate_that_can_be_read_is_found_and_the_others_are_left_out() {
    let frigate = home().start().await;
    let found = ask(&frigate.address(""), None).await.expect("three cameras");
    let still = |name: &str| frigate.address(&format!("/api/{name}/latest.jpg")).reveal().to_owned();
    let (door, shed, yard) = (still("front_door"), still("shed"), still("yard"));
    assert_eq!(
        told(&found),
        [
            ("Back yard", "rtsp://127.0.0.1:8554/yard_sub", Some(yard.as_str())),
            ("front_door", "rtsp://127.0.0.1:8554/front_door", Some(door.as_str())),
            ("shed", "rtsp://127.0.0.1:8554/old_shed", Some(shed.as_str())),
        ]
    );
}

/// proves: S2
#[tokio::test]
async fn a_frigate_whose_go2rtc_carries_no_camera_has_none() {
    for go2rtc in [json!({}), json!({"streams": {}}), json!({"streams": {"front_door": []}, "rtsp": {"listen": ""}})] {
        let frigate = VirtualFrigate { go2rtc, ..home() }.start().await;
        assert_eq!(ask(&frigate.address(""), None).await.expect_err("nothing to read"), Problem::NoVideo);
    }
    let empty = VirtualFrigate { cameras: json!({}), ..home() }.start().await;
    assert_eq!(ask(&empty.address(""), None).await.expect_err("no camera"), Problem::NoVideo);
}

/// proves: S2
#[tokio::test]
async fn a_frigate_behind_a_guard_is_shown_a_proof_of_the_password_and_not_the_password() {
    let frigate = VirtualFrigate { guard: Guard::Digest, ..home() }.start().await;
    let address = frigate.address("/");
    assert_eq!(ask(&address, None).await.expect_err("no password"), Problem::WrongPassword);
    assert_eq!(ask(&address, Some(&ana("wrong"))).await.expect_err("a wrong one"), Problem::WrongPassword);
    assert_eq!(ask(&address, Some(&ana("sesame"))).await.expect("the right one").len(), 3);
    let closed = VirtualFrigate { guard: Guard::Closed, ..home() }.start().await;
    assert_eq!(ask(&closed.address(""), Some(&ana("sesame"))).await.expect_err("nobody"), Problem::WrongPassword);
    assert!(closed.came().iter().all(|came| !came.ends_with("password")), "it never said how it wants one");
}
