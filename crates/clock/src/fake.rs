//! A clock that tests move by hand.

use std::fmt;
use std::sync::Mutex;

use mayday_protocol::{BootId, Time};

use crate::{Clock, OnMoved};

/// Stands still until it is moved.
pub struct FakeClock {
    now: Mutex<Time>,
    sleepers: Mutex<Vec<OnMoved>>,
}

impl FakeClock {
    /// A clock in some boot, ten minutes after its start.
    pub fn start() -> Self {
        let now = Time::from_clocks(BootId(1), 600_000_000, 1_800_000_000_000);
        Self { now: Mutex::new(now), sleepers: Mutex::default() }
    }

    /// Lets time pass for both clocks.
    pub fn advance(&self, ms: u64) {
        self.set(|now| now.later(ms));
    }

    /// Steps the wall clock alone, as a correction of the time or a daylight-saving change does.
    pub fn step_wall(&self, ms: i64) {
        self.set(|now| Time::from_clocks(now.boot(), now.boot_us(), now.wall_ms().saturating_add(ms)));
    }

    /// The machine restarts: another boot, whose clock begins anew while the wall clock went on.
    pub fn reboot(&self, off_ms: u64) {
        self.set(|now| {
            Time::from_clocks(BootId(now.boot().0 + 1), 1_000_000, now.wall_ms().saturating_add_unsigned(off_ms))
        });
    }

    fn set(&self, change: impl FnOnce(Time) -> Time) {
        {
            let mut now = self.now.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            *now = change(*now);
        }
        for wake in self.sleepers.lock().unwrap_or_else(std::sync::PoisonError::into_inner).iter() {
            wake();
        }
    }
}

impl fmt::Debug for FakeClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeClock").field("now", &self.now).finish_non_exhaustive()
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Time {
        *self.now.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn on_moved(&self, wake: OnMoved) {
        self.sleepers.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(wake);
    }
}
