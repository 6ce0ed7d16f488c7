//! Cameras that go on coded in another way, within one connection.

use std::time::Duration;

use mayday_camera::Pulled;

use crate::scripted::seen::{pictures, sees, stopped, watch};
use crate::scripted::{Coded, Picture, Script, ScriptedCamera, Wire};

/// The one stream in what a viewer was given, which says how it is coded and begins with a key frame.
fn stream(all: &[Pulled]) -> (u64, Vec<u8>) {
    let told: Vec<_> = all.iter().filter(|pulled| pulled.format.is_some()).collect();
    let [told] = told.as_slice() else { panic!("one stream: {all:?}") };
    assert!(told.media[0].key && told.media[0].picture, "it begins with a key frame");
    (told.stream, told.format.as_ref().expect("told").init.to_vec())
}

async fn shows_all(wire: &mut Wire, pictures: &[Picture]) {
    for picture in pictures {
        assert!(wire.show(picture).await, "the camera is still listened to");
    }
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn another_size_within_one_connection_is_another_stream_and_nothing_of_the_old_one_is_in_it() {
    let (street, small) = (Coded::street(), Coded::small());
    let mut peer = ScriptedCamera::start(Script::of(&street)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    shows_all(&mut wire, &street.pictures[..5]).await;
    let before = watch(&mut viewer, |all| pictures(all).len() >= 5).await;
    shows_all(&mut wire, &small.pictures[..4]).await;
    let after = watch(&mut viewer, |all| pictures(all).len() >= 4).await;
    let (first, second) = (stream(&before), stream(&after));
    assert!(second.0 > first.0, "another number");
    assert_ne!(first.1, second.1, "another format");
    let sent: Vec<_> = small.pictures[..4].iter().map(Picture::in_a_file).collect();
    assert!(
        pictures(&after).into_iter().map(|seen| seen.data).eq(sent),
        "the pictures of the new stream, and no other"
    );
    assert_eq!(pictures(&after)[0].time, 0, "its time begins anew");
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn whoever_was_away_while_the_size_changed_is_shown_nothing_of_the_old_stream() {
    let (street, small) = (Coded::street(), Coded::small());
    let mut peer = ScriptedCamera::start(Script::of(&street)).await;
    let camera = peer.camera();
    let (mut awake, mut away) = (camera.look(), camera.look());
    let mut wire = peer.playing().await;
    shows_all(&mut wire, &street.pictures[..3]).await;
    watch(&mut awake, |all| pictures(all).len() >= 3).await;
    shows_all(&mut wire, &small.pictures[..3]).await;
    watch(&mut awake, |all| pictures(all).len() >= 3).await;
    let seen = watch(&mut away, |all| !pictures(all).is_empty()).await;
    stream(&seen);
    let sent = small.pictures[..3].iter().map(Picture::in_a_file);
    assert!(pictures(&seen).into_iter().map(|seen| seen.data).eq(sent));
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn the_same_parameters_said_again_begin_no_other_stream() {
    let street = Coded::street();
    let mut peer = ScriptedCamera::start(Script::of(&street)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    sees(&mut viewer, &mut wire, &street.pictures[0]).await;
    let stream = camera.look().pull(Duration::ZERO).await.stream;
    for picture in &street.pictures[1..65] {
        sees(&mut viewer, &mut wire, picture).await;
    }
    assert_eq!(camera.look().pull(Duration::ZERO).await.stream, stream);
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn another_size_that_is_said_while_pictures_are_lost_is_not_forgotten() {
    let (street, small) = (Coded::street(), Coded::small());
    let mut peer = ScriptedCamera::start(Script::of(&street)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    sees(&mut viewer, &mut wire, &street.pictures[0]).await;
    wire.packets(&street.pictures[1]);
    let mut said_early = small.pictures[1].clone();
    said_early.units.splice(0..0, small.parameters.clone());
    wire.show(&said_early).await;
    wire.show(&small.pictures[0].without_parameters()).await;
    let after = watch(&mut viewer, |all| !pictures(all).is_empty()).await;
    assert!(after.iter().any(|pulled| pulled.format.is_some()), "it is another stream");
    assert!(pictures(&after)[0].data == small.pictures[0].in_a_file(), "the key frame, as it is coded");
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn parameters_that_cannot_be_understood_end_the_stream_and_the_camera_is_asked_again() {
    let street = Coded::street();
    let mut peer = ScriptedCamera::start(Script::of(&street)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    sees(&mut viewer, &mut wire, &street.pictures[0]).await;
    let mut broken = street.pictures[30].clone();
    broken.units[0] = vec![0x67, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
    wire.show(&broken).await;
    assert_eq!(stopped(&mut viewer).await, mayday_camera::Problem::Garbage);
    let mut again = peer.playing().await;
    sees(&mut viewer, &mut again, &street.pictures[0]).await;
}
