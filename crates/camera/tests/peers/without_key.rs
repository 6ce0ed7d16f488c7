//! Cameras that send a key frame too seldom, or never, and things that only look like one.

use std::time::Duration;

use mayday_camera::Problem;
use tokio::time::Instant;

use crate::scripted::coded::Coding;
use crate::scripted::seen::{PATIENCE, pictures, plays, problem, sees, watch};
use crate::scripted::{Coded, Picture, Script, ScriptedCamera, passes};

/// More than the stage keeps between two key frames.
const MANY: usize = 5_200;

/// proves: S2
#[tokio::test(start_paused = true)]
async fn without_a_second_key_frame_who_looks_already_sees_on_and_nobody_else_gets_anything_broken() {
    let street = Coded::street();
    let mut peer = ScriptedCamera::start(Script::of(&street)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    let key = sees(&mut viewer, &mut wire, &street.pictures[0]).await;
    for picture in street.pictures.iter().filter(|picture| !picture.key).cycle().take(MANY) {
        sees(&mut viewer, &mut wire, picture).await;
    }
    for mut late in [camera.look(), camera.stage().look_back()] {
        let pulled = late.pull(Duration::ZERO).await;
        assert!(pulled.media.is_empty() && pulled.format.is_none(), "nothing to begin with");
        assert!(pulled.still.expect("the key frame").data.ends_with(&key.data), "which is shown as it stands");
    }
    let (mut early, mut late) = (viewer, camera.look());
    sees(&mut early, &mut wire, &street.pictures[30]).await;
    let seen = watch(&mut late, |all| !pictures(all).is_empty()).await;
    assert!(pictures(&seen)[0].key, "whoever waits begins with the next one");
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_camera_that_never_sends_a_key_frame_is_given_up_and_asked_again() {
    let street = Coded::street();
    let mut peer = ScriptedCamera::start(Script::of(&street)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    let since = Instant::now();
    let given_up = loop {
        wire.show(&street.pictures[1]).await;
        passes(Duration::from_millis(66)).await;
        assert!(!plays(camera.stage()), "it has shown nothing");
        match problem(camera.stage().status()) {
            Some(problem) => break problem,
            None => assert!(since.elapsed() < PATIENCE * 2, "it is asked for ever"),
        }
    };
    assert_eq!(given_up, Problem::Garbage);
    let mut again = peer.playing().await;
    sees(&mut viewer, &mut again, &street.pictures[0]).await;
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn what_holds_no_picture_is_no_key_frame() {
    let street = Coded::street();
    let mut peer = ScriptedCamera::start(Script::of(&street)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    let delimiter = vec![0x09, 0xf0];
    let filler = vec![0x0c, 0xff, 0xff, 0x80];
    let unheard_of = vec![0x78 & 0x60 | 23, 1, 2, 3];
    for unit in [&delimiter, &filler, &unheard_of] {
        wire.show(&Picture::pretended(vec![unit.clone()], Coding::H264)).await;
    }
    sees(&mut viewer, &mut wire, &street.pictures[0]).await;
    for unit in [delimiter, filler, unheard_of] {
        wire.show(&Picture::pretended(vec![unit], Coding::H264)).await;
        sees(&mut viewer, &mut wire, &street.pictures[1]).await;
    }
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn what_holds_no_picture_is_no_key_frame_in_h265_either() {
    let small = Coded::small_h265();
    let mut peer = ScriptedCamera::start(Script::of(&small)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    for picture in &small.pictures {
        let delimiter = vec![0x46, 0x01, 0x50];
        wire.show(&Picture::pretended(vec![delimiter], Coding::H265)).await;
        sees(&mut viewer, &mut wire, picture).await;
    }
}
