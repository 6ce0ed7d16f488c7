//! The cameras of a home by name, and the one from whose picture an SOS came.

use anyhow::{Context, Result};
use mayday_protocol::{Camera, CameraId, Monitoring};
use mayday_tests::setup::house;
use mayday_wire::{CameraKind, ErrorCode, HomeSetup, HomeView, NameCameraRequest, SignalRequest};

use crate::desk::{Desk, id, is_committed, police, refusal};

fn called(name: &str, kind: CameraKind) -> NameCameraRequest {
    NameCameraRequest { name: name.to_owned().into(), kind }
}

fn names(home: &HomeView) -> Vec<(&str, bool)> {
    home.cameras.iter().map(|camera| (camera.name.reveal().as_str(), camera.compatible)).collect()
}

/// proves: S1
#[tokio::test]
async fn the_demo_home_has_a_doorbell_and_a_home_that_is_set_up_as_many_cameras_as_it_says() -> Result<()> {
    let desk = Desk::open().await?;
    let demo = desk.device().await?.home().await?;
    assert_eq!(names(&demo), [("Front door", true)]);
    assert_eq!(demo.cameras[0].kind, CameraKind::Doorbell);

    let cameras = vec![Camera { compatible: true }, Camera { compatible: true }, Camera { compatible: false }];
    let (_, home) = desk.stranger()?.set_up(&HomeSetup { cameras, ..house() }, "Phone").await?;
    assert_eq!(names(&home), [("", true), ("", true), ("", false)], "nobody has named them yet");
    Ok(())
}

/// proves: S1, B3
#[tokio::test]
async fn a_camera_keeps_its_name_when_the_home_has_more_or_fewer_of_them() -> Result<()> {
    let desk = Desk::open().await?;
    let of = |works: usize, does_not: usize| {
        let works = std::iter::repeat_n(Camera { compatible: true }, works);
        works.chain(std::iter::repeat_n(Camera { compatible: false }, does_not)).collect::<Vec<_>>()
    };
    let (phone, home) = desk.stranger()?.set_up(&HomeSetup { cameras: of(2, 1), ..house() }, "Phone").await?;
    for (camera, name) in home.cameras.iter().zip(["Porch", "Drive", "Old one"]) {
        phone.name_camera(camera.id, &called(name, CameraKind::Camera)).await?;
    }
    let kept = home.setup.context("it was set up")?;
    let change = async |cameras| phone.change_home(&HomeSetup { cameras, ..kept.clone() }, "").await;
    change(of(3, 1)).await?;
    assert_eq!(names(&phone.home().await?), [("Porch", true), ("Drive", true), ("", true), ("Old one", false)]);
    change(of(1, 1)).await?;
    let after = phone.home().await?;
    assert_eq!(names(&after), [("Porch", true), ("Old one", false)]);
    assert_eq!(after.cameras[0].id, home.cameras[0].id, "it is the same camera");
    Ok(())
}

/// proves: S1
#[tokio::test]
async fn a_name_that_cannot_be_read_aloud_and_a_camera_of_another_home_are_refused() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    let camera = phone.home().await?.cameras[0].id;
    for name in ["", "  ", "a\nb", &"x".repeat(61)] {
        let refused = refusal(phone.name_camera(camera, &called(name, CameraKind::Camera)).await)?;
        assert_eq!(refused.code, ErrorCode::Malformed, "{name:?}");
    }
    let (neighbour, _) = desk.stranger()?.set_up(&house(), "Phone").await?;
    for unknown in [camera, CameraId::from_random([9; 16])] {
        let refused = refusal(neighbour.name_camera(unknown, &called("Mine", CameraKind::Camera)).await)?;
        assert_eq!(refused.code, ErrorCode::Unknown);
    }
    phone.name_camera(camera, &called("  Back door ", CameraKind::Camera)).await?;
    assert_eq!(names(&phone.home().await?), [("Back door", true)]);
    Ok(())
}

/// proves: S3, A4
#[tokio::test]
async fn an_sos_from_a_cameras_picture_names_the_camera_whichever_of_its_words_arrives_first() -> Result<()> {
    let mut desk = Desk::open().await?;
    let phone = desk.device().await?;
    let camera = phone.home().await?.cameras[0].clone();
    let from_it = |since_slide_ms| SignalRequest { camera: Some(camera.id), ..police(since_slide_ms) };
    phone.hold(id(1), &from_it(0)).await?;
    assert!(is_committed(&phone.commit(id(1), &from_it(5_000)).await?));
    assert!(is_committed(&phone.commit(id(2), &from_it(5_000)).await?), "its hold was lost on the way");
    desk.restart().await?;
    let phone = desk.device().await?;
    for signal in [id(1), id(2)] {
        let incidents = phone.incidents().await?;
        let incident = incidents.iter().find(|incident| incident.signal == signal).context("it is there")?;
        assert_eq!(incident.camera.as_ref(), Some(&camera));
        assert_eq!(incident.street.reveal(), "12 Maple Street", "responders go to the registered address");
    }
    Ok(())
}

/// proves: S3
#[tokio::test]
async fn no_sos_is_refused_for_a_camera_that_the_home_does_not_have() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    let (_, neighbour) = desk.stranger()?.set_up(&house(), "Phone").await?;
    for (n, camera) in (1..).zip([neighbour.cameras[0].id, CameraId::from_random([9; 16])]) {
        let request = SignalRequest { camera: Some(camera), ..police(5_000) };
        assert!(is_committed(&phone.commit(id(n), &request).await?));
    }
    assert!(phone.incidents().await?.iter().all(|incident| incident.camera.is_none()));
    Ok(())
}

/// proves: A5, D4, E6, S3
#[tokio::test]
async fn a_home_with_cameras_alone_sends_an_sos_from_a_picture_and_no_siren_sounds() -> Result<()> {
    let desk = Desk::open().await?;
    let setup = HomeSetup {
        has_alarm: false,
        security_kit: false,
        cameras_linked: false,
        monitoring: Monitoring::NotEnrolled,
        sos_for_cameras: true,
        ask_password: false,
        ..house()
    };
    let (phone, home) = desk.stranger()?.set_up(&setup, "Phone").await?;
    let request = SignalRequest { camera: Some(home.cameras[0].id), ..police(5_000) };
    assert!(is_committed(&phone.commit(id(1), &request).await?));
    let incident = phone.incidents().await?.remove(0);
    assert_eq!((incident.camera, incident.siren), (Some(home.cameras[0].clone()), None));
    Ok(())
}
