//! What a home has subscribed to and enrolled in, as whoever keeps that says it (B13).
//!
//! A date in doubt never blocks help (Q4): what is late is accepted and flagged, and only a later word takes SOS away.

use crate::data::data;
use crate::facts::{HomeFacts, Monitoring, Plan};
use crate::ids::HomeId;

/// How often it is asked for.
pub const ASK_AGAIN_MS: u64 = 24 * 3_600_000;
/// Not asked successfully for this long, it is in doubt: a day, and two hours for a service that comes back.
pub const IN_DOUBT_MS: u64 = 26 * 3_600_000;
/// For how long a station vouches for its own homes.
pub const LASTS_MS: u64 = 35 * 24 * 3_600_000;

data! {
    /// Said of one home at one time.
    pub struct Entitlement {
        /// Of which home.
        pub home: HomeId,
        /// The subscription. One that has ended is `basic`.
        pub plan: Plan,
        /// Who watches the alarm.
        pub monitoring: Monitoring,
        /// Whether the cameras are enrolled in SOS.
        pub sos_for_cameras: bool,
        /// When it was said, in milliseconds of the wall clock of whoever said it.
        pub issued_ms: i64,
        /// Until when it holds, on the same clock.
        pub expires_ms: i64,
    }
}

/// Why what was said is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotTaken {
    /// It is about another home.
    OtherHome,
    /// Something later is known.
    Older,
}

impl Entitlement {
    /// What a home's own records say.
    pub fn of_records(home: HomeId, facts: &HomeFacts, issued_ms: i64) -> Self {
        Self {
            home,
            plan: facts.plan,
            monitoring: facts.monitoring,
            sos_for_cameras: facts.sos_for_cameras,
            issued_ms,
            expires_ms: issued_ms.saturating_add_unsigned(LASTS_MS),
        }
    }

    /// Whether it is taken for a home, beside what is known.
    pub fn taken(&self, home: HomeId, known: Option<&Self>) -> Result<(), NotTaken> {
        if self.home != home {
            Err(NotTaken::OtherHome)
        } else if known.is_some_and(|known| known.issued_ms > self.issued_ms) {
            Err(NotTaken::Older)
        } else {
            Ok(())
        }
    }

    /// The home as it is entitled. What stands in it is for the household to say. An alarm that is not there is not watched.
    #[must_use]
    pub fn applied(&self, facts: &HomeFacts) -> HomeFacts {
        let Self { plan, monitoring, sos_for_cameras, .. } = *self;
        HomeFacts { plan, monitoring, sos_for_cameras, ..facts.clone() }
    }

    /// Whether it says less than it should: it was confirmed too long ago, or its own time is over.
    pub const fn is_in_doubt(&self, confirmed_ms: i64, now_ms: i64) -> bool {
        self.expires_ms <= now_ms || is_late(confirmed_ms, now_ms)
    }
}

/// Whether the latest word is from too long ago.
pub const fn is_late(confirmed_ms: i64, now_ms: i64) -> bool {
    now_ms.saturating_sub_unsigned(IN_DOUBT_MS) >= confirmed_ms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eligibility::tests::monitored;
    use crate::eligibility::{Reason, check};
    use crate::plan::Kind;

    const NOW: i64 = 1_800_000_000_000;

    fn home(n: u8) -> HomeId {
        HomeId::from_random([n; 16])
    }

    fn pro() -> Entitlement {
        Entitlement::of_records(home(1), &monitored(), NOW)
    }

    /// proves: B13
    #[test]
    fn what_is_said_of_another_home_or_was_said_before_is_not_taken() {
        assert_eq!(pro().taken(home(1), None), Ok(()));
        assert_eq!(pro().taken(home(2), None), Err(NotTaken::OtherHome));
        let earlier = Entitlement { issued_ms: NOW - 1, ..pro() };
        assert_eq!(earlier.taken(home(1), Some(&pro())), Err(NotTaken::Older), "an old word takes nothing back");
        assert_eq!(pro().taken(home(1), Some(&earlier)), Ok(()));
        assert_eq!(pro().taken(home(1), Some(&pro())), Ok(()), "the same again confirms it");
    }

    /// proves: B1, B2, B13
    #[test]
    fn plan_and_enrolment_are_what_was_said_and_nothing_else_of_the_home() {
        let ended = Entitlement { plan: Plan::Basic, monitoring: Monitoring::NotEnrolled, ..pro() };
        let home = monitored();
        let applied = ended.applied(&home);
        let reasons = check(Kind::SosPolice, &applied).expect_err("the subscription has ended");
        assert_eq!(reasons, [Reason::PlanWithoutSos, Reason::AlarmNotEnrolled]);
        assert_eq!(
            (&applied.cameras, &applied.region, applied.has_alarm),
            (&home.cameras, &home.region, home.has_alarm)
        );
        assert_eq!(pro().applied(&applied), home);
    }

    /// proves: B3, B13
    #[test]
    fn the_enrolment_of_cameras_is_what_was_said_too() {
        for said in [false, true] {
            let word = Entitlement { sos_for_cameras: said, ..pro() };
            let facts = HomeFacts { sos_for_cameras: !said, ..monitored() };
            assert_eq!(word.applied(&facts).sos_for_cameras, said);
        }
    }

    /// proves: B13
    #[test]
    fn it_is_asked_for_daily_and_a_station_vouches_for_its_own_homes_for_five_weeks() {
        assert_eq!((ASK_AGAIN_MS, IN_DOUBT_MS, LASTS_MS), (86_400_000, 93_600_000, 3_024_000_000));
    }

    /// proves: B13, Q4
    #[test]
    fn after_a_day_and_two_hours_without_a_word_or_past_its_end_it_is_in_doubt() {
        let late = i64::try_from(IN_DOUBT_MS).expect("it fits");
        assert!(!pro().is_in_doubt(NOW, NOW) && !pro().is_in_doubt(NOW, NOW + late - 1));
        assert!(pro().is_in_doubt(NOW, NOW + late));
        let end = pro().expires_ms;
        assert!(!pro().is_in_doubt(end - 1, end - 1) && pro().is_in_doubt(end, end));
        assert!(!pro().is_in_doubt(NOW, NOW - late), "a clock that was set back brings no doubt");
    }
}
