//! The siren of an incident: ordered with its end, sounding only when the base station has said so,
//! silent only when it has said that too.

use super::{Ending, Event, Incident, Order, SirenFact, State, data};
use crate::facts::SirenPlaces;
use crate::plan::{Course, Siren};
use crate::time::{Time, Timer};

/// A siren stops by itself after ten minutes (D6).
pub const SIREN_MS: u64 = 600_000;
/// In a drill it sounds as briefly as it can be heard.
pub const DRILL_SIREN_MS: u64 = 500;

data! {
    /// Where the siren of an incident stands.
    #[derive(Copy)]
    pub struct SirenState {
        /// Where it sounds, beside the base station.
        pub places: SirenPlaces,
        /// When the base station ends it by itself.
        pub ends: Timer,
        /// What is known of it.
        pub step: SirenStep,
    }
}

data! {
    /// What is known of a siren.
    #[derive(Copy)]
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum SirenStep {
        /// Ordered; the base station has not answered.
        Ordered,
        /// The base station has confirmed that it sounds.
        Sounding,
        /// Silence was ordered; the base station has not answered.
        Stopping,
        /// Known to be silent, or never started.
        Silent,
    }
}

impl SirenState {
    /// Its end, for as long as it is not known to be silent.
    pub(super) fn poll_timeout(&self) -> Option<Timer> {
        (self.step != SirenStep::Silent).then_some(self.ends)
    }

    pub(super) fn adopt_boot(&mut self, now: Time) {
        self.ends = self.ends.adopted(now);
    }
}

impl Incident {
    /// The siren, once it was ordered.
    pub const fn siren(&self) -> Option<SirenState> {
        self.siren
    }

    /// Orders what the plan says, as far as the home has a base station (D1, D2, D4).
    pub(super) fn order_siren(&mut self, siren: Siren, now: Time) {
        let Some(places) = self.acceptance.siren else { return };
        match siren {
            Siren::Silent => {}
            Siren::Announces => self.order(Order::Announce),
            Siren::Sounds => {
                let length_ms = match self.acceptance.plan.course {
                    Course::Drill => DRILL_SIREN_MS,
                    Course::Full | Course::Practice | Course::Unmonitored => SIREN_MS,
                };
                let ends = Timer::new(now, length_ms);
                self.siren = Some(SirenState { places, ends, step: SirenStep::Ordered });
                self.order(Order::SoundSiren { places, ends });
            }
        }
    }

    /// A person asks for silence: the siren alone, nothing else (D6).
    pub(super) fn silence(&mut self) {
        if self.is_heard() {
            self.record(Event::Silencing);
            self.stop_siren();
        }
    }

    /// Orders silence, as a valid cancel does too (C2, D6).
    pub(super) fn stop_siren(&mut self) {
        if self.is_heard() {
            self.order(Order::StopSiren);
            self.set_siren(SirenStep::Stopping);
        }
    }

    pub(super) fn on_siren(&mut self, fact: SirenFact) {
        match (self.siren.map(|siren| (siren.step, siren.places)), fact) {
            (_, SirenFact::Announced) => self.record(Event::Announced),
            (Some((SirenStep::Ordered, places)), SirenFact::Sounding) => {
                self.set_siren(SirenStep::Sounding);
                self.record(Event::SirenSounds { places });
            }
            (Some((SirenStep::Ordered, _)), SirenFact::NotStarted) => self.siren_over(Event::SirenNotStarted),
            (Some((SirenStep::Ordered | SirenStep::Sounding | SirenStep::Stopping, _)), SirenFact::Silent) => {
                self.siren_over(Event::SirenSilent);
            }
            (_, SirenFact::Sounding | SirenFact::NotStarted | SirenFact::Silent) => {}
        }
    }

    pub(super) fn on_siren_end(&mut self) {
        self.siren_over(Event::SirenEnded);
    }

    /// A siren without more ends its incident.
    fn siren_over(&mut self, event: Event) {
        self.set_siren(SirenStep::Silent);
        match self.state {
            State::SirenAlone => self.close(Ending::SirenOver, event),
            State::Held { .. }
            | State::Contacting { .. }
            | State::Responding(_)
            | State::NobodySent { .. }
            | State::Joined { .. }
            | State::Closed(_) => self.record(event),
        }
    }

    /// Whether a siren was ordered that is not known to be silent.
    pub(super) fn sounds(&self) -> bool {
        self.siren.is_some_and(|siren| siren.step != SirenStep::Silent)
    }

    fn is_heard(&self) -> bool {
        self.siren.is_some_and(|siren| matches!(siren.step, SirenStep::Ordered | SirenStep::Sounding))
    }

    fn set_siren(&mut self, step: SirenStep) {
        if let Some(siren) = &mut self.siren {
            siren.step = step;
        }
    }
}
