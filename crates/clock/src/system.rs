//! The machine's own clocks.

use std::time::{SystemTime, UNIX_EPOCH};

use mayday_protocol::{BootId, Time};

use crate::{Clock, OnMoved};

/// Reads the boot clock (which counts suspend) and the wall clock.
#[derive(Debug)]
pub struct SystemClock {
    boot: BootId,
    #[cfg(not(unix))]
    started: std::time::Instant,
}

impl SystemClock {
    /// Finds out which boot this is.
    pub fn start() -> Self {
        Self {
            boot: boot_id(),
            #[cfg(not(unix))]
            started: std::time::Instant::now(),
        }
    }

    #[cfg(unix)]
    #[expect(clippy::unused_self, reason = "other systems count from the start of the process")]
    fn boot_us(&self) -> u64 {
        // Linux: CLOCK_BOOTTIME. Apple: CLOCK_MONOTONIC, which counts suspend there.
        #[cfg(any(target_os = "linux", target_os = "android"))]
        const CLOCK: rustix::time::ClockId = rustix::time::ClockId::Boottime;
        #[cfg(not(any(target_os = "linux", target_os = "android")))]
        const CLOCK: rustix::time::ClockId = rustix::time::ClockId::Monotonic;
        let reading = rustix::time::clock_gettime(CLOCK);
        let seconds = u64::try_from(reading.tv_sec).unwrap_or(0);
        let micros = u64::try_from(reading.tv_nsec).unwrap_or(0) / 1_000;
        seconds * 1_000_000 + micros
    }

    #[cfg(not(unix))]
    fn boot_us(&self) -> u64 {
        // Windows: the performance counter, which counts suspend.
        u64::try_from(self.started.elapsed().as_micros()).unwrap_or(u64::MAX)
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Time {
        Time::from_clocks(self.boot, self.boot_us(), wall_ms())
    }

    fn on_moved(&self, _wake: OnMoved) {}
}

fn wall_ms() -> i64 {
    match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
        Err(before) => -i64::try_from(before.duration().as_millis()).unwrap_or(i64::MAX),
    }
}

#[cfg(target_os = "linux")]
fn boot_id() -> BootId {
    let text = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    let digits: String = text.chars().filter(char::is_ascii_hexdigit).take(16).collect();
    u64::from_str_radix(&digits, 16).map_or_else(|_| random_boot(), BootId)
}

#[cfg(not(target_os = "linux"))]
fn boot_id() -> BootId {
    random_boot()
}

fn random_boot() -> BootId {
    BootId(getrandom::u64().unwrap_or_else(|_| u64::from(std::process::id())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_clocks_of_one_machine_agree_on_the_boot_and_never_go_back() {
        let (one, other) = (SystemClock::start(), SystemClock::start());
        let (first, second) = (one.now(), other.now());
        assert_eq!(first.boot(), second.boot());
        assert!(second.boot_us() >= first.boot_us());
    }
}
