//! Who is with the audio device, and who waits for it: one each at most, however long the device hangs. It
//! knows nothing of sounds.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// Between two looks whether the device is free.
const LOOK: Duration = Duration::from_millis(10);

/// The two places.
#[derive(Debug, Default)]
pub(super) struct Turns {
    waiting: Arc<AtomicBool>,
    with_device: Arc<AtomicBool>,
}

/// A place, and nobody else's until this is dropped: after a panic too.
#[derive(Debug)]
pub(super) struct Place(Arc<AtomicBool>);

/// The place of whoever waits.
#[derive(Debug)]
pub(super) struct Waiting {
    place: Place,
    with_device: Arc<AtomicBool>,
}

impl Turns {
    /// The place to wait at. `None`: somebody waits already.
    pub(super) fn wait(&self) -> Option<Waiting> {
        let place = Place::take(&self.waiting)?;
        Some(Waiting { place, with_device: self.with_device.clone() })
    }
}

impl Waiting {
    /// Waits for whoever is with the device, and lets the next one wait. `None`: not free by the deadline.
    pub(super) fn turn(self, deadline: Duration) -> Option<Place> {
        let asked = Instant::now();
        let turn = loop {
            if let Some(turn) = Place::take(&self.with_device) {
                break Some(turn);
            }
            if asked.elapsed() > deadline {
                break None;
            }
            thread::sleep(LOOK);
        };
        drop(self.place);
        turn
    }
}

impl Place {
    fn take(taken: &Arc<AtomicBool>) -> Option<Self> {
        (!taken.swap(true, Ordering::SeqCst)).then(|| Self(taken.clone()))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: A9
    #[test]
    fn one_waits_for_a_device_that_hangs_and_the_next_is_told_so_at_once() {
        let turns = Turns::default();
        let hangs = turns.wait().expect("nobody waits").turn(Duration::ZERO).expect("nobody is with the device");
        let waits = turns.wait().expect("nobody waits");
        for _ in 0..1_000 {
            assert!(turns.wait().is_none(), "one is enough");
        }
        assert!(waits.turn(Duration::ZERO).is_none(), "the device still hangs");
        let next = turns.wait().expect("the one before has given up");
        drop(hangs);
        assert!(next.turn(Duration::ZERO).is_some(), "the device is free");
    }

    #[test]
    fn a_place_is_free_again_after_a_panic() {
        let turns = Turns::default();
        let waits = turns.wait().expect("nobody waits");
        let ended = thread::spawn(move || {
            let _turn = waits.turn(Duration::ZERO);
            panic!("a sound library may");
        });
        assert!(ended.join().is_err());
        assert!(turns.wait().and_then(|waits| waits.turn(Duration::ZERO)).is_some());
    }
}
