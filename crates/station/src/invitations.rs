//! Codes that let one device each into a home, for a few minutes. In memory alone: a restart withdraws them.

use std::sync::{Mutex, MutexGuard, PoisonError};

use mayday_protocol::{HomeId, Time, Timer};
use mayday_wire::pairing::SHORT;
use mayday_wire::{DeviceRole, PairingCode};

use crate::random;

/// How long a code holds: to walk to another room and type it.
const HOLDS_MS: u64 = 10 * 60_000;
/// Codes of one home that hold at once; a further one withdraws the oldest.
const MOST: usize = 4;
/// Wrong codes within a minute, whoever tries them, after which nobody's is looked at. Of 60 bits nothing is found so.
const WRONG_A_MINUTE: u32 = 30;
/// The minute.
const MINUTE_MS: u64 = 60_000;

/// Every code that holds.
#[derive(Default)]
pub(crate) struct Invitations(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    invitations: Vec<Invitation>,
    wrong: u32,
    counted: Option<Timer>,
}

/// A code that holds.
pub(crate) struct Invitation {
    pub(crate) home: HomeId,
    pub(crate) role: DeviceRole,
    pub(crate) code: PairingCode,
    until: Timer,
}

impl Invitations {
    /// A fresh code, and the milliseconds for which it holds.
    pub(crate) fn make(&self, home: HomeId, role: DeviceRole, now: Time) -> (PairingCode, u64) {
        let code = PairingCode::from_random(&random::bytes::<SHORT>());
        let mut kept = self.lock();
        kept.forget_the_late(now);
        let of_home = kept.invitations.iter().filter(|known| known.home == home).count();
        if of_home >= MOST
            && let Some(oldest) = kept.invitations.iter().position(|known| known.home == home)
        {
            kept.invitations.remove(oldest);
        }
        kept.invitations.push(Invitation { home, role, code: code.clone(), until: Timer::new(now, HOLDS_MS) });
        (code, HOLDS_MS)
    }

    /// Takes the invitation that fits: it lets nobody else in.
    pub(crate) fn take(&self, now: Time, fits: impl Fn(&PairingCode) -> bool) -> Option<Invitation> {
        let mut kept = self.lock();
        kept.forget_the_late(now);
        let at = kept.invitations.iter().position(|known| fits(&known.code))?;
        Some(kept.invitations.remove(at))
    }

    /// Whether another code is looked at.
    pub(crate) fn may_try(&self, now: Time) -> bool {
        let mut kept = self.lock();
        if kept.counted.is_none_or(|minute| minute.is_due(now)) {
            (kept.wrong, kept.counted) = (0, None);
        }
        kept.wrong < WRONG_A_MINUTE
    }

    /// A code was wrong.
    pub(crate) fn wrong(&self, now: Time) {
        let mut kept = self.lock();
        kept.wrong = kept.wrong.saturating_add(1);
        kept.counted.get_or_insert_with(|| Timer::new(now, MINUTE_MS));
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn forget_the_late(&mut self, now: Time) {
        self.invitations.retain(|known| !known.until.is_due(now));
    }
}

#[cfg(test)]
mod tests {
    use mayday_clock::{Clock as _, FakeClock};

    use super::*;

    const HOME: [u8; 16] = [1; 16];

    /// proves: V1
    #[test]
    fn a_code_lets_one_device_in_and_for_ten_minutes_only() {
        let (clock, invitations) = (FakeClock::start(), Invitations::default());
        let home = HomeId::from_random(HOME);
        let (code, holds_ms) = invitations.make(home, DeviceRole::Member, clock.now());
        let taken = invitations.take(clock.now(), |known| *known == code).expect("it holds");
        assert_eq!((taken.home, taken.role), (home, DeviceRole::Member));
        assert!(invitations.take(clock.now(), |known| *known == code).is_none(), "it was used");
        let (late, _) = invitations.make(home, DeviceRole::Member, clock.now());
        clock.advance(holds_ms);
        assert!(invitations.take(clock.now(), |known| *known == late).is_none(), "its time is over");
    }

    /// proves: V1
    #[test]
    fn a_further_code_withdraws_the_oldest_of_its_own_home() {
        let (clock, invitations) = (FakeClock::start(), Invitations::default());
        let [home, other] = [1, 2].map(|id| HomeId::from_random([id; 16]));
        let make = |home| invitations.make(home, DeviceRole::Member, clock.now()).0;
        let theirs = make(other);
        let ours: Vec<_> = (0..=MOST).map(|_| make(home)).collect();
        let holds = |code: &PairingCode| invitations.take(clock.now(), |known| known == code).is_some();
        assert!(!holds(&ours[0]) && ours[1..].iter().all(holds) && holds(&theirs));
    }

    /// proves: V1
    #[test]
    fn after_thirty_wrong_codes_none_is_looked_at_until_the_minute_is_over() {
        let (clock, invitations) = (FakeClock::start(), Invitations::default());
        for _ in 0..WRONG_A_MINUTE {
            assert!(invitations.may_try(clock.now()));
            invitations.wrong(clock.now());
        }
        assert!(!invitations.may_try(clock.now()));
        clock.advance(MINUTE_MS);
        assert!(invitations.may_try(clock.now()));
    }
}
