//! Hundreds of stops and starts of one camera: each time there is a picture, and nothing is left behind.
//!
//! Measures its process, so it is a program of its own with one test.

#[path = "scripted/mod.rs"]
#[allow(dead_code, reason = "each program of tests uses its part of the scripted camera")]
mod scripted;

use std::fs;
use std::time::Duration;

use mayday_camera::{Camera, Status};
use scripted::seen::{PATIENCE, sees, stopped};
use scripted::{Coded, Script, ScriptedCamera, Wire, passes};
use tokio::runtime::Handle;
use tokio::time::timeout;

/// Stops and starts, and how many of them pass before anything is measured.
const ROUNDS: usize = 500;
const WARM_UP: usize = 50;
/// Bytes by which the process may grow from there on: a key frame that is left behind each round is more.
const MOST_GROWTH: usize = 2 << 20;
/// Longer than a camera is kept when nobody looks.
const LONG_GONE: Duration = Duration::from_secs(11);

/// What the process holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Held {
    tasks: usize,
    files: usize,
}

fn held() -> Held {
    let files = fs::read_dir("/proc/self/fd").expect("the kernel's list").count();
    Held { tasks: Handle::current().metrics().num_alive_tasks(), files }
}

/// Bytes of the process that are in memory.
fn resident() -> usize {
    let pages = fs::read_to_string("/proc/self/statm").expect("the kernel's count");
    let resident = pages.split(' ').nth(1).and_then(|pages| pages.parse::<usize>().ok());
    resident.expect("a number of pages") * 4_096
}

/// Waits until what the process holds is as expected: a connection ends a moment after who used it.
async fn settles(expected: Option<Held>) -> Held {
    let settled = timeout(PATIENCE, async {
        loop {
            let before = held();
            passes(LONG_GONE).await;
            if expected.map_or(held() == before, |expected| held() == expected) {
                return held();
            }
        }
    });
    settled.await.unwrap_or_else(|_| panic!("{:?} is held, and {expected:?} was before", held()))
}

/// The ways in which a stream ends.
#[derive(Clone, Copy, Debug)]
enum End {
    HangUp,
    HangUpInAPicture,
    Nonsense,
    NonsenseInAPacket,
    Jump,
    Silence,
    Dropped,
    LeftForLong,
}

const ENDS: [End; 8] = [
    End::HangUp,
    End::HangUpInAPicture,
    End::Nonsense,
    End::NonsenseInAPacket,
    End::Jump,
    End::Silence,
    End::Dropped,
    End::LeftForLong,
];

/// Plays some pictures and ends as told.
async fn round(peer: &mut ScriptedCamera, camera: Camera, street: &Coded, end: End) -> Camera {
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    for picture in &street.pictures[..4] {
        sees(&mut viewer, &mut wire, picture).await;
    }
    match end {
        End::HangUp => drop(wire),
        End::HangUpInAPicture => hang_up_in(wire, street).await,
        End::Nonsense => drop(wire.raw(&[0xff; 4_096]).await),
        End::NonsenseInAPacket => drop(wire.packet(0, &[0xff; 65_535]).await),
        End::Jump => {
            wire.time = wire.time.wrapping_add(1 << 31);
            wire.show(&street.pictures[4]).await;
        }
        End::Silence => passes(Duration::from_secs(1)).await,
        End::Dropped => {
            drop(camera);
            return peer.camera();
        }
        End::LeftForLong => {
            drop(viewer);
            passes(LONG_GONE).await;
            assert_eq!(camera.stage().status(), Status::Idle, "nobody looks");
            return camera;
        }
    }
    stopped(&mut viewer).await;
    camera.ask_again();
    camera
}

async fn hang_up_in(mut wire: Wire, street: &Coded) {
    let packets = wire.packets(&street.pictures[30]);
    wire.send(&packets[..packets.len() / 2]).await;
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn five_hundred_stops_and_starts_each_show_a_picture_and_leave_nothing_behind() {
    let street = Coded::street();
    let mut peer = ScriptedCamera::start(Script::of(&street)).await;
    let mut camera = peer.camera();
    let mut before = None;
    for (number, end) in ENDS.into_iter().cycle().take(ROUNDS).enumerate() {
        if number == WARM_UP {
            before = Some((settles(None).await, resident()));
        }
        camera = round(&mut peer, camera, &street, end).await;
    }
    let (held, bytes) = before.expect("measured");
    settles(Some(held)).await;
    let growth = resident().saturating_sub(bytes);
    println!("{held:?}, {growth} bytes more than {bytes}");
    assert!(growth < MOST_GROWTH, "{growth} bytes more than {bytes}");
    drop(camera);
}
