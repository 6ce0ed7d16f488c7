//! Cameras that are started by whoever looks, as those of ring-mqtt are.

use std::time::Duration;

use mayday_camera::{Problem, Status};

use crate::scripted::seen::{refused, sees};
use crate::scripted::{Coded, Script, ScriptedCamera};

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_camera_that_has_to_wake_first_is_waited_for() {
    let street = Coded::street();
    let script = Script { wakes: Duration::from_secs(12), ..Script::of(&street) };
    let mut peer = ScriptedCamera::start(script).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    sees(&mut viewer, &mut wire, &street.pictures[0]).await;
    assert!(matches!(camera.stage().status(), Status::Playing { .. }));
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_camera_that_does_not_wake_in_time_is_silent() {
    let script = Script { wakes: Duration::from_secs(16), ..Script::of(&Coded::street()) };
    let peer = ScriptedCamera::start(script).await;
    assert_eq!(refused(&peer.camera()).await, Problem::Silent);
}
