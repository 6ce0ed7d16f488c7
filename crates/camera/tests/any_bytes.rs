//! Whatever a camera sends as pictures: nothing panics, and what a viewer gets is whole, in order and in time.
//!
//! Counts the panics of its process, so it is a program of its own with one test.

#[path = "scripted/mod.rs"]
#[allow(dead_code, reason = "each program of tests uses its part of the scripted camera")]
mod scripted;

use std::collections::BTreeMap;
use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};

use mayday_camera::{Problem, Pulled};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use scripted::port::AAC;
use scripted::seen::{Fragment, pictures, problem, watch};
use scripted::{Coded, Script, ScriptedCamera, Wire};

/// Streams that are tried, and the number from which all of them follow.
const CASES: u32 = 400;
const SEED: u64 = 20;

static PANICS: AtomicUsize = AtomicUsize::new(0);

/// Something that a camera sends.
#[derive(Clone, Debug)]
enum Sent {
    /// A picture of the stream.
    Picture(usize),
    /// One without some of its packets.
    Torn(usize, Vec<bool>),
    /// One with bytes of its packets changed.
    Bent(usize, Vec<(usize, u8)>),
    /// A packet with any payload.
    Payload(Vec<u8>, bool),
    /// Numbers or times that jump.
    Jump(u16, u32),
    /// Sound, with any payload.
    Sound(Vec<u8>, u32),
    /// A packet of any bytes, on any channel.
    Packet(u8, Vec<u8>),
}

fn bytes(most: usize) -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 0..most)
}

/// A payload that begins as one of H.264 does: a unit, several of them, or a part of one.
fn likely() -> impl Strategy<Value = Vec<u8>> {
    let unit = (prop_oneof![Just(1_u8), Just(5), 6_u8..13, 0_u8..24], 0_u8..4, bytes(60));
    let unit = unit.prop_map(|(kind, weight, rest)| [&[weight << 5 | kind][..], &rest].concat()).boxed();
    let several = proptest::collection::vec(unit.clone(), 0..4).prop_map(|units| {
        let counted = units.iter().flat_map(|unit| [&[0, u8::try_from(unit.len()).unwrap_or(0)], &unit[..]].concat());
        [0x78].into_iter().chain(counted).collect()
    });
    let part = (any::<u8>(), bytes(60)).prop_map(|(head, rest)| [&[0x7c, head][..], &rest].concat());
    let separated = (unit.clone(), unit.clone()).prop_map(|(one, two)| [&one[..], &[0, 0, 1], &two].concat());
    prop_oneof![unit, several, part, separated]
}

fn sent() -> impl Strategy<Value = Sent> {
    prop_oneof![
        6 => (0_usize..20).prop_map(Sent::Picture),
        3 => (0_usize..20, proptest::collection::vec(any::<bool>(), 1..8)).prop_map(|(at, lost)| Sent::Torn(at, lost)),
        2 => (0_usize..20, proptest::collection::vec((any::<usize>(), any::<u8>()), 1..6))
            .prop_map(|(at, changes)| Sent::Bent(at, changes)),
        4 => (likely(), any::<bool>()).prop_map(|(payload, ends)| Sent::Payload(payload, ends)),
        1 => (bytes(80), any::<bool>()).prop_map(|(payload, ends)| Sent::Payload(payload, ends)),
        1 => (0_u16..9, prop_oneof![0_u32..200_000, any::<u32>()]).prop_map(|(numbers, time)| Sent::Jump(numbers, time)),
        2 => (0_u8..4, bytes(60), 0_u32..4_000).prop_map(|(frames, rest, length)| sound(frames, rest, length)),
        1 => (any::<u8>(), bytes(40)).prop_map(|(channel, packet)| Sent::Packet(channel, packet)),
    ]
}

/// Sound as AAC is sent: the lengths of its frames first, and any bytes after them.
fn sound(frames: u8, rest: Vec<u8>, length: u32) -> Sent {
    let each = rest.len() / usize::from(frames.max(1));
    let told = u8::try_from(each << 3).unwrap_or(u8::MAX);
    let heads = [1, told].repeat(usize::from(frames));
    Sent::Sound([&[0, frames * 16][..], &heads, &rest].concat(), length)
}

/// Sends it. `false`: nobody listens any more.
async fn send(wire: &mut Wire, coded: &Coded, sent: &Sent) -> bool {
    match sent {
        Sent::Picture(at) => wire.show(&coded.pictures[*at]).await,
        Sent::Torn(at, lost) => {
            let packets = wire.packets(&coded.pictures[*at]).into_iter().zip(lost.iter().cycle());
            let arrive: Vec<_> = packets.filter(|(_, lost)| !**lost).map(|(packet, _)| packet).collect();
            wire.send(&arrive).await
        }
        Sent::Bent(at, changes) => {
            let mut packets = wire.packets(&coded.pictures[*at]);
            for (at, byte) in changes {
                let packet = at % packets.len();
                // The head of a packet is left as it is: what it holds is meant.
                let at = 12 + at % (packets[packet].len() - 12);
                packets[packet][at] = *byte;
            }
            wire.send(&packets).await
        }
        Sent::Payload(payload, ends) => {
            let packet = wire.numbered(payload, *ends);
            wire.time = wire.time.wrapping_add(if *ends { scripted::wire::STEP } else { 0 });
            wire.send(&[packet]).await
        }
        Sent::Jump(numbers, time) => {
            wire.sequence = wire.sequence.wrapping_add(*numbers);
            wire.time = wire.time.wrapping_add(*time);
            true
        }
        Sent::Sound(payload, length) => wire.sound(97, payload, *length).await,
        Sent::Packet(channel, packet) => wire.packet(*channel, packet).await,
    }
}

/// What a viewer gets of it, until the camera hangs up or is left.
async fn seen(coded: &Coded, all: &[Sent]) -> Vec<Pulled> {
    let mut peer = ScriptedCamera::start(Script::of(coded).and(AAC)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    wire.at_once = 200;
    let sending = tokio::spawn({
        let (all, coded) = (all.to_vec(), Coded::small());
        async move {
            for sent in &all {
                if !send(&mut wire, &coded, sent).await {
                    return;
                }
                // As from a real camera, it is seen as it comes.
                tokio::task::yield_now().await;
            }
        }
    });
    let seen = watch(&mut viewer, |all| all.iter().any(|pulled| problem(pulled.status).is_some())).await;
    sending.await.expect("a peer that sends");
    seen
}

/// Whether a file's picture is what its lengths say, to the last byte.
fn adds_up(mut picture: &[u8]) -> bool {
    while let Some((length, rest)) = picture.split_first_chunk::<4>() {
        let length = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX);
        let Some((unit, rest)) = rest.split_at_checked(length) else { return false };
        if unit.is_empty() {
            return false;
        }
        picture = rest;
    }
    picture.is_empty()
}

fn check(seen: &[Pulled]) -> Result<(), TestCaseError> {
    let mut latest: BTreeMap<(u64, u32), u64> = BTreeMap::new();
    for pulled in seen {
        if pulled.format.is_some() {
            prop_assert!(pulled.media.first().is_some_and(|first| first.key && first.picture), "it begins somewhere");
        }
        for fragment in pulled.media.iter().map(Fragment::of) {
            prop_assert!(!fragment.picture || adds_up(&fragment.data), "{:?}", fragment.data);
            prop_assert_eq!(fragment.track == 1, fragment.picture);
            let last = latest.insert((pulled.stream, fragment.track), fragment.time);
            prop_assert!(last.is_none_or(|last| last < fragment.time), "{last:?} and then {}", fragment.time);
        }
    }
    let reason = seen.iter().find_map(|pulled| problem(pulled.status));
    prop_assert!(matches!(reason, Some(Problem::Garbage | Problem::Ended)), "{reason:?}");
    prop_assert_eq!(PANICS.load(Ordering::Relaxed), 0);
    Ok(())
}

/// proves: S2
#[test]
fn whatever_a_camera_sends_as_pictures_what_is_shown_is_whole_and_goes_forward() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |told| {
        PANICS.fetch_add(1, Ordering::Relaxed);
        usual(told);
    }));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build();
    let runtime = runtime.expect("a runtime");
    let coded = Coded::small();
    let shown = AtomicUsize::new(0);
    let config =
        Config { cases: CASES, rng_seed: RngSeed::Fixed(SEED), failure_persistence: None, ..Config::default() };
    let streams = proptest::collection::vec(sent(), 0..40);
    let tried = TestRunner::new(config).run(&streams, |all| {
        let begun: Vec<_> = [Sent::Picture(0), Sent::Picture(1)].into_iter().chain(all).collect();
        let seen = runtime.block_on(seen(&coded, &begun));
        shown.fetch_add(pictures(&seen).len(), Ordering::Relaxed);
        check(&seen)
    });
    tried.unwrap_or_else(|failed| panic!("{failed}"));
    let shown = shown.into_inner();
    assert!(shown > usize::try_from(CASES).expect("few") * 3, "enough was shown to be checked: {shown}");
}
