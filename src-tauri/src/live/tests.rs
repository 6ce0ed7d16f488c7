//! Live View without a window: what is watched, what is kept, and what is refused.

use super::kept::{Place, Spot};
use mayday_protocol::Plan;
use mayday_wire::{
    AddressSetup, CameraKind, CameraPlace, CameraTransport, CameraView, ConnectCameraRequest, HomeSetup, LiveHead,
    LiveStatus,
};

use tokio::time::timeout;

use super::*;
use crate::controller::tests::home;

fn demo() -> HomeView {
    home(Plan::Pro, true)
}

fn live() -> (tempfile::TempDir, Live) {
    let temp = tempfile::tempdir().expect("a temporary folder");
    let live = Live::new(&Folder::at(temp.path()), mayday_clock::system());
    (temp, live)
}

/// The same home as one that people have set up.
fn set_up(home: &HomeView) -> HomeSetup {
    HomeSetup {
        address: AddressSetup {
            street: home.street.clone(),
            city: home.city.clone(),
            region: home.facts.region.clone(),
            postal_code: String::new().into(),
        },
        premises: home.facts.premises,
        has_alarm: false,
        security_kit: false,
        cameras: home.facts.cameras.clone(),
        cameras_linked: false,
        contacts: vec![],
        contacts_agree: true,
        permit: String::new().into(),
        password: None,
        plan: home.facts.plan,
        monitoring: home.facts.monitoring,
        sos_for_cameras: true,
        ask_password: true,
    }
}

/// What comes to be within seconds.
pub(super) async fn soon<T>(mut look: impl FnMut() -> Option<T>) -> T {
    let waiting = async {
        loop {
            if let Some(found) = look() {
                return found;
            }
            tokio::task::yield_now().await;
        }
    };
    timeout(Duration::from_secs(20), waiting).await.expect("it comes")
}

/// Takes an answer apart as the window does.
fn parts(answer: &[u8]) -> (LiveHead, &[u8]) {
    let (length, rest) = answer.split_at(4);
    let length = u32::from_be_bytes(length.try_into().expect("four bytes"));
    let (head, bytes) = rest.split_at(usize::try_from(length).expect("it fits"));
    (serde_json::from_slice(head).expect("a head"), bytes)
}

/// proves: S1, S2
#[tokio::test]
async fn the_demo_home_has_a_picture_and_what_a_head_announces_is_what_follows_it() {
    let (_temp, live) = live();
    let home = demo();
    assert_eq!(live.pictures(&home).await[0].from, PictureFrom::Demo);
    let viewer = live.open(&home, home.cameras[0].id, false).await.expect("it is watched");
    let mut began = false;
    for _ in 0..30 {
        let answer = live.pull(viewer).await.expect("it is answered");
        let (head, bytes) = parts(&answer);
        let still = head.still.map_or(0, |still| still.length);
        assert_eq!(bytes.len(), still + head.begins.as_ref().map_or(0, |begins| begins.length) + head.media);
        if let Some(begins) = head.begins {
            assert!(begins.mime.starts_with("video/mp4; codecs=\"avc1."), "{}", begins.mime);
            assert_eq!(&bytes[still + 4..still + 8], b"ftyp", "the stream's beginning comes first");
            assert!(matches!(head.status, LiveStatus::Playing { .. }), "{:?}", head.status);
            began = true;
        }
        if began && head.media > 0 {
            return;
        }
    }
    panic!("no picture came");
}

/// proves: S2
#[tokio::test]
async fn a_picture_that_was_shown_stands_there_at_once_when_it_is_looked_at_again() {
    let (_temp, live) = live();
    let home = demo();
    let camera = home.cameras[0].id;
    let first = live.open(&home, camera, false).await.expect("it is watched");
    while live.lock().cameras[&camera].stage().still().is_none() {
        live.pull(first).await.expect("it is answered");
    }
    live.close(first);
    live.lock().cameras[&camera].stage().end();
    let again = live.open(&home, camera, false).await.expect("it is watched");
    let answer = live.pull(again).await.expect("it is answered");
    let (head, bytes) = parts(&answer);
    let still = head.still.expect("the last picture");
    assert!(still.length > 0 && bytes.len() >= still.length && &bytes[4..8] == b"ftyp");
}

/// proves: S1
#[tokio::test]
async fn a_camera_that_the_home_does_not_have_or_this_device_does_not_know_is_refused() {
    let (_temp, live) = live();
    let mut home = demo();
    let other = CameraId::from_random([9; 16]);
    assert_eq!(live.open(&home, other, false).await, Err(CameraProblem::NotConnected));
    assert_eq!(live.pull(7).await, Err(CameraProblem::NotConnected));
    home.setup = Some(set_up(&home));
    assert_eq!(live.pictures(&home).await[0].from, PictureFrom::Nowhere);
    assert_eq!(live.open(&home, home.cameras[0].id, false).await, Err(CameraProblem::NotConnected));
}

/// proves: S2
#[tokio::test]
async fn an_address_that_is_none_and_one_where_nothing_answers_each_say_so_and_nothing_is_kept() {
    let (temp, live) = live();
    let home = demo();
    let at = |address: &str| ConnectCameraRequest {
        camera: home.cameras[0].id,
        place: CameraPlace::Address(address.to_owned().into()),
        stills: String::new().into(),
        user: String::new().into(),
        password: String::new().into(),
        transport: CameraTransport::Tcp,
    };
    for (address, problem) in [
        (" ", CameraProblem::AddressMissing),
        ("ftp://10.0.0.7/video", CameraProblem::AddressUnknown),
        ("10.0.0.7", CameraProblem::AddressUnknown),
        ("http://127.0.0.1:1/video", CameraProblem::Unreachable),
        ("rtsp://127.0.0.1:1/live", CameraProblem::Unreachable),
    ] {
        assert_eq!(live.connect(&home, at(address)).await, Err(problem), "{address}");
    }
    assert_eq!(live.pictures(&home).await[0].from, PictureFrom::Demo);
    assert!(!temp.path().join("cameras.json").exists());
}

/// proves: S2
#[tokio::test]
async fn where_a_camera_is_outlives_a_restart_and_goes_with_the_camera() {
    let temp = tempfile::tempdir().expect("a temporary folder");
    let folder = Folder::at(temp.path());
    let mut home = demo();
    let camera = home.cameras[0].id;
    let (address, _) = Spot::parse("rtsp://10.0.0.7:8554/front").expect("an address");
    Live::new(&folder, mayday_clock::system()).lock().kept.keep(
        camera,
        Place::new(&address, None, CameraTransport::Udp, false),
        true,
    );
    // The writer's thread ends after what it was given.
    let kept = || Live::new(&folder, mayday_clock::system());
    while kept().lock().kept.place(camera).is_none() {
        tokio::task::yield_now().await;
    }
    let live = kept();
    assert_eq!(live.pictures(&home).await[0].from, PictureFrom::Camera("10.0.0.7".to_owned().into()));
    home.cameras = vec![CameraView {
        id: CameraId::from_random([8; 16]),
        name: String::new().into(),
        kind: CameraKind::Camera,
        compatible: true,
    }];
    assert_eq!(live.pictures(&home).await[0].from, PictureFrom::Demo, "another camera is not it");
    assert!(live.lock().kept.place(camera).is_none());
}

/// proves: S2
#[tokio::test]
async fn more_pictures_than_a_home_has_cameras_are_not_watched() {
    let (_temp, live) = live();
    let home = demo();
    for _ in 0..MOST_VIEWERS {
        live.open(&home, home.cameras[0].id, false).await.expect("it is watched");
    }
    assert_eq!(live.open(&home, home.cameras[0].id, false).await, Err(CameraProblem::TooMany));
    live.close(0);
    live.open(&home, home.cameras[0].id, false).await.expect("there is room again");
}

/// proves: S4
#[tokio::test]
async fn a_clip_that_is_deleted_while_it_is_kept_is_gone_and_one_of_a_cancelled_slide_too() {
    let (_temp, live) = live();
    let incident = IncidentId::from_random([4; 16]);
    let camera = demo().cameras[0].id;
    let part = |live: &Live| {
        let clips = live.lock().clips.clone();
        clips.part(incident, camera, live.lock().clock.now().wall_ms()).expect("a folder")
    };
    std::fs::write(part(&live), b"pictures").expect("writable");
    let filming = tokio::spawn(std::future::pending::<()>());
    live.lock().filming.insert((incident, camera), filming.abort_handle());
    assert_eq!(live.clips(incident)[0].state, ClipState::Running);
    live.delete_clips(|clip| clip.incident == incident);
    assert_eq!(live.clips(incident), []);
    assert!(filming.await.expect_err("it was ended").is_cancelled());
}

/// proves: S4, C6
#[tokio::test]
async fn the_beginning_of_an_incident_asks_no_keyring_so_none_can_ask_a_person_over_a_countdown() {
    let (_temp, live) = live();
    let incident = IncidentId::from_random([5; 16]);
    let camera = demo().cameras[0].id;
    assert_eq!(live.try_to_film(incident, camera, true).await, Err(CameraProblem::NoKeyring), "nothing was fetched");
    let (address, _) = Spot::parse("rtsp://127.0.0.1:1/front").expect("an address");
    {
        let mut shown = live.lock();
        shown.key = Some([7; 32]);
        shown.kept.keep(camera, Place::new(&address, None, CameraTransport::Tcp, true), false);
    }
    let refused = live.try_to_film(incident, camera, true).await;
    assert_eq!(refused, Err(CameraProblem::NotConnected), "its password would have to be fetched");
}

/// proves: S2
#[tokio::test]
async fn the_password_of_a_camera_is_told_to_no_other_machine_that_has_its_still_pictures() {
    let (spot, _) = Spot::parse("rtsp://10.0.0.7:8554/front").expect("an address");
    let place = Place::new(&spot, None, CameraTransport::Tcp, true);
    let is_of = |address: &str| place.is_of(&Spot::parse(address).expect("an address").0);
    assert!(is_of("http://10.0.0.7:1984/api/frame.jpeg?src=front"));
    assert!(!is_of("http://10.0.0.8/still.jpg") && !is_of("http://10.0.0.7.example.org/still.jpg"));
}

/// proves: S2
#[tokio::test]
async fn who_watches_an_earlier_connection_keeps_no_picture_of_it_as_that_of_the_new_one() {
    let (temp, live) = live();
    let home = demo();
    let camera = home.cameras[0].id;
    let (spot, _) = Spot::parse("rtsp://10.0.0.7/front").expect("an address");
    let viewer = live.open(&home, camera, false).await.expect("it is watched");
    let watching = live.watching(viewer).expect("it is watched");
    while watching.camera.stage().still().is_none() {
        live.pull(viewer).await.expect("it is answered");
    }
    let kept = || temp.path().join("stills").join(camera.to_string()).exists();
    {
        let mut shown = live.lock();
        shown.key = Some([7; 32]);
        shown.kept.keep(camera, Place::new(&spot, None, CameraTransport::Tcp, false), false);
        shown.cameras.insert(camera, Arc::new(Camera::new(Source::Demo, None)));
    }
    live.keep_still(&watching);
    assert!(!live.lock().kept_at.contains_key(&camera) && !kept());
    live.lock().cameras.insert(camera, watching.camera.clone());
    live.keep_still(&watching);
    soon(|| kept().then_some(())).await;
}
