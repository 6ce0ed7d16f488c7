//! Cameras with sound: one that sends nothing else any more has stopped, and one whose sound makes no sense is seen.

use std::time::Duration;

use mayday_camera::Problem;
use tokio::time::Instant;

use crate::scripted::port::AAC;
use crate::scripted::seen::{PATIENCE, problem, sees};
use crate::scripted::{Coded, Script, ScriptedCamera, Wire, passes};

const PCMU: &str = "m=audio 0 RTP/AVP 0\r\na=control:track1\r\n";

/// A tenth of a second of sound, or about that.
async fn hums(wire: &mut Wire, aac: bool) {
    if aac {
        let frame = [0x21, 0x10, 0x04, 0x60, 0x8c, 0x1c];
        let bits = u16::try_from(frame.len() << 3).expect("short").to_be_bytes();
        let payload = [&[0, 16][..], &bits, &frame].concat();
        wire.sound(97, &payload, 1_024).await;
    } else {
        wire.sound(0, &[0xff; 800], 800).await;
    }
    passes(Duration::from_millis(if aac { 64 } else { 100 })).await;
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_camera_that_sends_only_sound_any_more_has_stopped_after_six_seconds() {
    let street = Coded::street();
    for (sound, aac) in [(AAC, true), (PCMU, false)] {
        let mut peer = ScriptedCamera::start(Script::of(&street).and(sound)).await;
        let camera = peer.camera();
        let mut viewer = camera.look();
        let mut wire = peer.playing().await;
        for picture in &street.pictures[..3] {
            sees(&mut viewer, &mut wire, picture).await;
        }
        let since = Instant::now();
        let stopped = loop {
            hums(&mut wire, aac).await;
            match problem(camera.stage().status()) {
                Some(problem) => break problem,
                None => assert!(since.elapsed() < PATIENCE, "it is still said to play"),
            }
        };
        assert_eq!(stopped, Problem::Silent);
        let after = since.elapsed().as_secs_f64();
        assert!((5.9..6.5).contains(&after), "{after} s");
    }
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_camera_whose_sound_has_a_clock_that_makes_no_sense_is_shown_without_it() {
    let street = Coded::street();
    for rate in ["0", "1", "4294967295"] {
        let sound = AAC.replace("/16000/", &format!("/{rate}/"));
        let mut peer = ScriptedCamera::start(Script::of(&street).and(&sound)).await;
        let camera = peer.camera();
        let mut viewer = camera.look();
        let mut wire = peer.playing().await;
        for picture in &street.pictures[..3] {
            sees(&mut viewer, &mut wire, picture).await;
        }
    }
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_camera_that_does_not_tell_when_pictures_and_sound_begin_is_shown() {
    let street = Coded::street();
    let script = Script { tells_time: false, ..Script::of(&street).and(AAC) };
    let mut peer = ScriptedCamera::start(script).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    for picture in &street.pictures[..3] {
        sees(&mut viewer, &mut wire, picture).await;
    }
}
