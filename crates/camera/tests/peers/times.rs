//! Cameras whose clock jumps, stands still or comes to its end.

use mayday_camera::Problem;

use crate::scripted::seen::{sees, stopped};
use crate::scripted::wire::STEP;
use crate::scripted::{Coded, Script, ScriptedCamera};

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_clock_that_comes_to_its_end_and_begins_anew_plays_on() {
    let street = Coded::street();
    let script = Script { time: u32::MAX - 3 * STEP, ..Script::of(&street) };
    let mut peer = ScriptedCamera::start(script).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    let mut times = Vec::new();
    for picture in &street.pictures[..40] {
        times.push(sees(&mut viewer, &mut wire, picture).await.time);
    }
    assert!(wire.time < 40 * STEP, "the clock has begun anew");
    assert_eq!(times, (0..40).map(|number| u64::from(STEP) * number).collect::<Vec<_>>());
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_clock_that_jumps_by_some_seconds_plays_on() {
    let street = Coded::street();
    let mut peer = ScriptedCamera::start(Script::of(&street)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    sees(&mut viewer, &mut wire, &street.pictures[0]).await;
    wire.time += 5 * 90_000;
    assert_eq!(sees(&mut viewer, &mut wire, &street.pictures[1]).await.time, u64::from(STEP) + 5 * 90_000);
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_clock_that_jumps_back_or_far_ahead_ends_the_stream_and_the_camera_is_asked_again() {
    let street = Coded::street();
    let hour = 3_600 * 90_000;
    let back = |ticks: u32| 0_u32.wrapping_sub(ticks).wrapping_sub(STEP);
    let mut peer = ScriptedCamera::start(Script::of(&street)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    for jump in [11 * 90_000, hour, 1 << 31, back(1), back(90_000), back(hour)] {
        let mut wire = peer.playing().await;
        assert_eq!(sees(&mut viewer, &mut wire, &street.pictures[0]).await.time, 0, "each stream begins anew");
        wire.time = wire.time.wrapping_add(jump);
        wire.show(&street.pictures[1]).await;
        assert_eq!(stopped(&mut viewer).await, Problem::Garbage, "a jump by {jump}");
        camera.ask_again();
    }
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn nothing_is_built_on_a_picture_that_came_at_the_time_of_the_one_before() {
    let street = Coded::street();
    let mut peer = ScriptedCamera::start(Script::of(&street)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    sees(&mut viewer, &mut wire, &street.pictures[0]).await;
    wire.time -= STEP;
    for picture in &street.pictures[1..5] {
        wire.show(picture).await;
    }
    sees(&mut viewer, &mut wire, &street.pictures[30]).await;
    sees(&mut viewer, &mut wire, &street.pictures[31]).await;
}
