//! Time that survives suspend, clock steps and restarts.
//!
//! A [`Time`] is a reading of two clocks at once: milliseconds since this boot, counting suspend,
//! and the wall clock. Within one boot only the first counts. Across boots the wall clock is all
//! there is, so what it says is bounded by what was being timed. Only the `clock` crate makes one.

/// Which run of the machine's boot clock a reading belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct BootId(pub u64);

/// One reading of both clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Time {
    boot: BootId,
    boot_us: u64,
    wall_ms: i64,
}

impl Time {
    /// A reading. Called by the `clock` crate and by tests, by nobody else (`tests/tidy.rs`).
    pub const fn from_clocks(boot: BootId, boot_us: u64, wall_ms: i64) -> Self {
        Self { boot, boot_us, wall_ms }
    }

    /// Milliseconds since the Unix epoch as the wall clock had them: for people, never for decisions.
    pub const fn wall_ms(self) -> i64 {
        self.wall_ms
    }

    /// Microseconds of the boot clock: for an index of what is due within this boot.
    pub const fn boot_us(self) -> u64 {
        self.boot_us
    }

    /// Which boot the reading belongs to.
    pub const fn boot(self) -> BootId {
        self.boot
    }

    /// This reading as it would have been `ms` earlier.
    #[must_use]
    pub const fn earlier(self, ms: u64) -> Self {
        Self {
            boot: self.boot,
            boot_us: self.boot_us.saturating_sub(ms.saturating_mul(1_000)),
            wall_ms: self.wall_ms.saturating_sub_unsigned(ms),
        }
    }

    /// This reading as it will be `ms` later.
    #[must_use]
    pub const fn later(self, ms: u64) -> Self {
        Self {
            boot: self.boot,
            boot_us: self.boot_us.saturating_add(ms.saturating_mul(1_000)),
            wall_ms: self.wall_ms.saturating_add_unsigned(ms),
        }
    }

    /// Whole milliseconds from `start` to here, never negative. Across boots the wall clock is
    /// asked, and the caller bounds what it answers (see [`Timer`]).
    pub fn ms_since(self, start: Self) -> u64 {
        self.us_since(start) / 1_000
    }

    fn us_since(self, start: Self) -> u64 {
        if self.boot == start.boot {
            return self.boot_us.saturating_sub(start.boot_us);
        }
        u64::try_from(self.wall_ms.saturating_sub(start.wall_ms)).unwrap_or(0).saturating_mul(1_000)
    }
}

/// A wait of a known length. A step of the wall clock across a restart delays it by its own length
/// at most, never loses it, and never fires what was just set (DESIGN §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Timer {
    set_at: Time,
    length_ms: u64,
}

impl Timer {
    /// A wait of `length_ms` that began at `set_at`.
    pub const fn new(set_at: Time, length_ms: u64) -> Self {
        Self { set_at, length_ms }
    }

    /// Microseconds still to wait at `now`; zero when due.
    pub fn remaining_us(self, now: Time) -> u64 {
        let length_us = self.length_ms.saturating_mul(1_000);
        length_us - now.us_since(self.set_at).min(length_us)
    }

    /// Milliseconds still to wait at `now`, rounded up: who sleeps that long is never early.
    pub fn remaining_ms(self, now: Time) -> u64 {
        self.remaining_us(now).div_ceil(1_000)
    }

    /// Milliseconds since it was set, up to its length.
    pub fn elapsed_ms(self, now: Time) -> u64 {
        self.length_ms - self.remaining_ms(now).min(self.length_ms)
    }

    /// Whether the wait is over at `now`.
    pub fn is_due(self, now: Time) -> bool {
        self.remaining_us(now) == 0
    }

    /// The same wait, counted on the boot clock of `now`. Across boots the wall clock is asked once
    /// and has no say afterwards: one that was set back delays a wait, and cannot hold it up forever.
    #[must_use]
    pub fn adopted(self, now: Time) -> Self {
        if self.set_at.boot == now.boot { self } else { Self::new(now, self.remaining_ms(now)) }
    }

    /// The one of two timers that ends first, as seen at `now`.
    #[must_use]
    pub fn earliest(self, other: Self, now: Time) -> Self {
        if other.remaining_us(now) < self.remaining_us(now) { other } else { self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(boot: u64, boot_ms: u64, wall_ms: i64) -> Time {
        Time::from_clocks(BootId(boot), boot_ms * 1_000, wall_ms)
    }

    #[test]
    fn within_one_boot_a_step_of_the_wall_clock_changes_nothing() {
        let timer = Timer::new(at(1, 1_000, 50_000), 5_000);
        for wall in [-3_600_000, 50_000, 3_600_000_000] {
            assert_eq!(timer.remaining_ms(at(1, 3_000, wall)), 3_000);
        }
    }

    #[test]
    fn what_has_passed_and_what_is_left_make_the_length_and_neither_goes_beyond_it() {
        let timer = Timer::new(at(1, 1_000, 0), 5_000);
        for (boot_ms, elapsed) in [(1_000, 0), (1_001, 1), (3_500, 2_500), (6_000, 5_000), (90_000, 5_000)] {
            assert_eq!(timer.elapsed_ms(at(1, boot_ms, 0)), elapsed, "at {boot_ms}");
            assert_eq!(timer.remaining_ms(at(1, boot_ms, 0)), 5_000 - elapsed, "at {boot_ms}");
        }
    }

    #[test]
    fn a_reading_says_what_the_boot_clock_said() {
        assert_eq!(at(1, 7, 0).boot_us(), 7_000);
        assert_eq!(at(1, 7, 0).later(2).boot_us(), 9_000);
    }

    #[test]
    fn a_timer_is_not_due_a_microsecond_early() {
        let reading = |us| Time::from_clocks(BootId(1), us, 0);
        let timer = Timer::new(reading(900), 5_000);
        assert_eq!((timer.is_due(reading(5_000_899)), timer.remaining_ms(reading(5_000_899))), (false, 1));
        assert!(timer.is_due(reading(5_000_900)));
    }

    #[test]
    fn across_boots_the_wall_clock_decides() {
        let timer = Timer::new(at(1, 900_000, 50_000), 5_000);
        assert_eq!(timer.remaining_ms(at(2, 10, 52_000)), 3_000);
    }

    #[test]
    fn across_boots_a_wall_clock_set_back_delays_a_timer_by_its_own_length_at_most() {
        let timer = Timer::new(at(1, 0, 50_000), 5_000);
        assert_eq!(timer.remaining_ms(at(2, 0, -99_000_000)), 5_000);
    }

    #[test]
    fn a_timer_adopted_by_another_boot_counts_on_whatever_the_wall_clock_does() {
        let timer = Timer::new(at(1, 0, 50_000), 5_000).adopted(at(2, 10_000, -99_000_000));
        for wall in [-99_000_000, 0, i64::MAX] {
            assert_eq!(timer.remaining_ms(at(2, 13_000, wall)), 2_000);
        }
        assert_eq!(timer.adopted(at(2, 14_000, 0)), timer, "its own boot adopts nothing");
    }

    #[test]
    fn across_boots_a_wall_clock_set_forward_makes_a_timer_due_and_no_more() {
        let timer = Timer::new(at(1, 0, 50_000), 5_000);
        assert!(timer.is_due(at(2, 0, i64::MAX)));
    }
}
