//! What passes by itself in what the station told: the end of practice, and the minutes in which help can still be
//! asked for. The window is given what is left at this moment, not what was left when it was told. And which of the
//! home's signals were slid on this device.

use mayday_protocol::{IncidentId, SignalId, Time, Timer};
use mayday_wire::{HomeView, IncidentView, PracticeView};

/// Slides of this device that are remembered: as many as incidents are shown.
const SLIDES: usize = 20;

/// The latest slides of this device, newest last.
#[derive(Default)]
pub(super) struct Slides(Vec<SignalId>);

impl Slides {
    pub(super) fn began(&mut self, signal: SignalId) {
        if self.0.len() == SLIDES {
            self.0.remove(0);
        }
        self.0.push(signal);
    }

    pub(super) fn has(&self, signal: SignalId) -> bool {
        self.0.contains(&signal)
    }

    pub(super) fn latest(&self) -> Vec<SignalId> {
        self.0.clone()
    }
}

/// The timers behind what was told.
#[derive(Default)]
pub(super) struct Passing {
    practice: Option<Timer>,
    offers: Vec<(IncidentId, Timer)>,
    delays: Vec<(IncidentId, Timer)>,
}

impl Passing {
    /// A home was told.
    pub(super) fn hear_home(&mut self, home: &HomeView, now: Time) {
        self.practice = home.practice.map(|practice| Timer::new(now, practice.remaining_ms));
    }

    /// An incident was told.
    pub(super) fn hear_incident(&mut self, incident: &IncidentView, now: Time) {
        self.offers.retain(|(known, timer)| *known != incident.id && !timer.is_due(now));
        self.offers.extend(incident.still_need_help_ms.map(|ms| (incident.id, Timer::new(now, ms))));
        self.delays.retain(|(known, timer)| *known != incident.id && !timer.is_due(now));
        self.delays.extend(incident.alarm_in_ms.map(|ms| (incident.id, Timer::new(now, ms))));
    }

    /// The home as it is at this moment.
    pub(super) fn home(&self, home: HomeView, now: Time) -> HomeView {
        let left = self.practice.map(|timer| timer.remaining_ms(now)).filter(|ms| *ms > 0);
        HomeView { practice: left.map(|remaining_ms| PracticeView { remaining_ms }), ..home }
    }

    /// The incident as it is at this moment.
    pub(super) fn incident(&self, incident: IncidentView, now: Time) -> IncidentView {
        let left = |timers: &[(IncidentId, Timer)]| {
            let timer = timers.iter().find(|(known, _)| *known == incident.id);
            timer.map(|(_, timer)| timer.remaining_ms(now)).filter(|ms| *ms > 0)
        };
        let (still_need_help_ms, alarm_in_ms) = (left(&self.offers), left(&self.delays));
        IncidentView { still_need_help_ms, alarm_in_ms, ..incident }
    }
}

/// Takes out of a home what changes by itself.
pub(super) fn still_home(home: &mut HomeView) {
    home.practice = home.practice.map(|_| PracticeView { remaining_ms: 0 });
    let proofs = home.contacts.iter_mut().filter_map(|contact| contact.readiness.proof.as_mut());
    proofs.for_each(|proof| proof.expires_in_ms = 0);
}

/// Takes out of an incident what changes by itself.
pub(super) fn still_incident(incident: &mut IncidentView) {
    incident.still_need_help_ms = incident.still_need_help_ms.map(|_| 0);
    incident.alarm_in_ms = incident.alarm_in_ms.map(|_| 0);
}

#[cfg(test)]
mod tests {
    use mayday_protocol::BootId;

    use super::*;

    #[test]
    fn only_the_latest_slides_are_remembered() {
        let mut slides = Slides::default();
        (0..30).for_each(|n| slides.began(SignalId::from_random([n; 16])));
        let latest = slides.latest();
        assert_eq!((latest.len(), latest.last()), (SLIDES, Some(&SignalId::from_random([29; 16]))));
    }

    /// proves: L4
    #[test]
    fn practice_is_shown_with_what_is_left_of_it_and_not_once_it_is_over() {
        let mut passing = Passing { practice: Some(Timer::new(at(0), 60_000)), ..Passing::default() };
        let left = |passing: &Passing, ms| passing.practice.map(|timer| timer.remaining_ms(at(ms)));
        assert_eq!(
            (left(&passing, 0), left(&passing, 45_000), left(&passing, 61_000)),
            (Some(60_000), Some(15_000), Some(0))
        );
        passing.practice = None;
        assert_eq!(left(&passing, 0), None);
    }

    fn at(ms: u64) -> Time {
        Time::from_clocks(BootId(1), ms * 1_000, 0)
    }
}
