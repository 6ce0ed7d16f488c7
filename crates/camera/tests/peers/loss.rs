//! Packets that never arrive: nothing that builds on them is shown.

use mayday_camera::Problem;

use crate::scripted::seen::{sees, stopped};
use crate::scripted::{Coded, Script, ScriptedCamera, Wire};

/// Sends a picture without some of its packets.
async fn show_without(wire: &mut Wire, picture: &crate::scripted::Picture, lost: &[usize]) {
    let packets = wire.packets(picture);
    assert!(lost.iter().all(|lost| *lost < packets.len()), "{} packets", packets.len());
    let arrive = packets.into_iter().enumerate().filter(|(number, _)| !lost.contains(number)).map(|(_, packet)| packet);
    let arrive: Vec<_> = arrive.collect();
    assert!(wire.send(&arrive).await, "the camera is still listened to");
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn after_a_lost_picture_nothing_is_shown_before_the_next_key_frame() {
    let street = Coded::street();
    let mut peer = ScriptedCamera::start(Script::of(&street)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    sees(&mut viewer, &mut wire, &street.pictures[0]).await;
    wire.packets(&street.pictures[1]);
    for picture in &street.pictures[2..30] {
        wire.show(picture).await;
    }
    for picture in &street.pictures[30..34] {
        sees(&mut viewer, &mut wire, picture).await;
    }
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_picture_of_which_any_part_is_lost_is_not_shown_and_nothing_that_builds_on_it() {
    let street = Coded::street();
    let mut peer = ScriptedCamera::start(Script::of(&street)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    wire.at_once = 60;
    let parts = wire.packets(&street.pictures[1]).len();
    assert!(parts > 10, "it is sent in parts");
    wire.sequence -= u16::try_from(parts).expect("few");
    for lost in [vec![0], vec![1], vec![parts / 2], vec![parts - 1], vec![2, 5], (3..parts).collect()] {
        sees(&mut viewer, &mut wire, &street.pictures[0]).await;
        show_without(&mut wire, &street.pictures[1], &lost).await;
        wire.show(&street.pictures[2]).await;
        wire.show(&street.pictures[3]).await;
    }
    sees(&mut viewer, &mut wire, &street.pictures[30]).await;
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_key_frame_of_which_any_part_is_lost_begins_nothing() {
    let small = Coded::small();
    let mut peer = ScriptedCamera::start(Script::of(&small)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    wire.at_once = 500;
    let key = small.keys().nth(1).expect("a second key frame");
    let parts = wire.packets(key).len();
    assert!(parts > 5, "two slices in parts, after the parameters");
    wire.sequence -= u16::try_from(parts).expect("few");
    for first in 0..parts {
        for last in first..parts {
            sees(&mut viewer, &mut wire, &small.pictures[0]).await;
            // Without the parameters it is whole, since they are the same as before.
            if last > 1 {
                show_without(&mut wire, key, &(first..=last).collect::<Vec<_>>()).await;
                wire.show(&small.pictures[11]).await;
            }
        }
    }
    sees(&mut viewer, &mut wire, &small.pictures[0]).await;
    assert_eq!(key, &small.pictures[10]);
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_key_frame_of_h265_of_which_any_part_is_lost_begins_nothing() {
    let small = Coded::small_h265();
    let mut peer = ScriptedCamera::start(Script::of(&small)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    let units = small.pictures[2].units.len();
    let slices = [units - 2, units - 1];
    for lost in [&slices[..1], &slices[1..], &slices[..], &(0..units - 1).collect::<Vec<_>>()] {
        sees(&mut viewer, &mut wire, &small.pictures[0]).await;
        show_without(&mut wire, &small.pictures[2], lost).await;
        wire.show(&small.pictures[3]).await;
    }
    for picture in &small.pictures {
        sees(&mut viewer, &mut wire, picture).await;
    }
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_loss_of_tens_of_thousands_of_packets_ends_the_stream_at_worst_and_the_camera_is_asked_again() {
    let street = Coded::street();
    let mut peer = ScriptedCamera::start(Script::of(&street)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    for step in [30_000, 0x8000] {
        let mut wire = peer.playing().await;
        sees(&mut viewer, &mut wire, &street.pictures[0]).await;
        for _ in 0..4 {
            let packet = wire.numbered(&street.pictures[1].units[0], false);
            wire.send(&[packet]).await;
            wire.sequence = wire.sequence.wrapping_add(step);
        }
        drop(wire);
        assert!(matches!(stopped(&mut viewer).await, Problem::Garbage | Problem::Ended));
        camera.ask_again();
    }
    let mut wire = peer.playing().await;
    sees(&mut viewer, &mut wire, &street.pictures[0]).await;
}
