//! What the window is shown, made from what the controller knows.

use mayday_protocol::Kind;
use mayday_protocol::readiness::{Finding, Proved};
use mayday_protocol::sos::{Sos, State};
use mayday_wire::{
    AppView, DeviceRole, FindingView, HomeView, ReasonView, SosPhase, SosView, SpeakersView, StationLink,
};

use super::{Controller, Shell, passing};

impl<S: Shell> Controller<S> {
    /// Everything as it is at this moment.
    pub(super) fn view(&self) -> AppView {
        let now = self.clock.now();
        AppView {
            seq: self.seq,
            home: self.home.clone().map(|home| self.with_the_station(self.passing.home(home, now))),
            station: self.link,
            station_elsewhere: self.station_is_elsewhere(),
            role: self.membership.as_ref().map_or(DeviceRole::Owner, |membership| membership.role),
            reasons: self.reasons(Kind::SosPolice),
            siren_reasons: self.reasons(Kind::SirenOnly),
            sos: self.sos.as_ref().map(|sos| self.sos_view(sos)),
            slid_here: self.slides.latest(),
            incidents: self.incidents.iter().map(|incident| self.passing.incident(incident.clone(), now)).collect(),
            notices: self.noticed().map(Into::into).collect(),
            rule_read: self.settings.rule_read,
            speakers: SpeakersView { on: self.settings.speakers, problem: self.speaker_problem },
            alerts: self.alerts_view(),
            leaving: self.leaving_view(),
            asked_for: self.asked_for,
        }
    }

    /// What the station cannot know of itself: whether it answers here, and that it stands here (V2, Q5).
    fn with_the_station(&self, home: HomeView) -> HomeView {
        let mut readiness = home.readiness;
        let finding = match self.link {
            StationLink::Reachable if self.station_is_elsewhere() => None,
            StationLink::Reachable => Some(Finding::StationHere),
            StationLink::None
            | StationLink::Connecting
            | StationLink::Unreachable
            | StationLink::Revoked
            | StationLink::HomeUnknown => Some(Finding::StationSilent),
        };
        if finding != Some(Finding::StationSilent) {
            readiness.good.insert(0, Proved::StationAnswers.sentence());
        }
        let Some(finding) = finding else { return HomeView { readiness, ..home } };
        readiness.level = readiness.level.max(finding.level());
        let at = readiness.findings.iter().position(|known| known.level <= finding.level());
        let view = FindingView {
            code: finding,
            level: finding.level(),
            contact: None,
            sentence: finding.sentence("").into(),
            mend: finding.mend("").into(),
        };
        readiness.findings.insert(at.unwrap_or(readiness.findings.len()), view);
        HomeView { readiness, ..home }
    }

    pub(super) fn station_is_elsewhere(&self) -> bool {
        self.membership.as_ref().is_some_and(|membership| membership.elsewhere.is_some())
    }

    /// Shows the view when something has changed. The running countdown is not a change: the
    /// window draws it from the milliseconds that it was given.
    pub(super) fn show(&mut self) {
        let view = self.view();
        if self.shown.as_ref().is_some_and(|shown| still(shown) == still(&view)) {
            return;
        }
        self.seq += 1;
        let view = AppView { seq: self.seq, ..view };
        self.shell.show(&view);
        self.shown = Some(view);
    }

    fn sos_view(&self, sos: &Sos) -> SosView {
        let now = self.clock.now();
        let (phase, held) = phase(sos);
        let signal = sos.signal();
        let trouble = self.trouble.clone().filter(|_| !sos.is_settled());
        SosView {
            signal: signal.id,
            kind: signal.kind,
            drill: signal.drill,
            phase,
            remaining_ms: match sos.state() {
                State::Counting { ends: timer, .. } | State::Waiting { goes: timer } => timer.remaining_ms(now),
                State::Committing { .. }
                | State::Cancelling { .. }
                | State::Asking
                | State::TooOld
                | State::Committed { .. }
                | State::Cancelled
                | State::Refused { .. } => 0,
            },
            held,
            can_cancel: sos.can_cancel(),
            // Who knows that it was not stored need not wait for eight seconds of silence.
            offer_911: sos.offers_911(now) || trouble.is_some(),
            station_elsewhere: self.station_is_elsewhere(),
            trouble,
            code_refused: self.cancel_code.refused,
            journal_broken: self.journal_broken,
            reasons: match sos.state() {
                State::Refused { reasons, .. } => reasons.iter().copied().map(ReasonView::from).collect(),
                State::Counting { .. }
                | State::Committing { .. }
                | State::Cancelling { .. }
                | State::Asking
                | State::Waiting { .. }
                | State::TooOld
                | State::Committed { .. }
                | State::Cancelled => vec![],
            },
            incident: match sos.state() {
                State::Committed { incident, .. } => Some(*incident),
                State::Counting { .. }
                | State::Committing { .. }
                | State::Cancelling { .. }
                | State::Asking
                | State::Waiting { .. }
                | State::TooOld
                | State::Cancelled
                | State::Refused { .. } => None,
            },
        }
    }
}

const fn phase(sos: &Sos) -> (SosPhase, bool) {
    match sos.state() {
        State::Counting { held, .. } => (SosPhase::Counting, *held),
        State::Committing { held } => (SosPhase::Committing, *held),
        State::Cancelling { .. } => (SosPhase::Cancelling, false),
        State::Asking => (SosPhase::Asking, false),
        State::Waiting { .. } => (SosPhase::Waiting, false),
        State::TooOld => (SosPhase::TooOld, false),
        State::Committed { cancel_was_late: false, .. } => (SosPhase::Committed, true),
        State::Committed { cancel_was_late: true, .. } => (SosPhase::CancelledTooLate, true),
        State::Cancelled => (SosPhase::Cancelled, false),
        State::Refused { held, .. } => (SosPhase::Refused, *held),
    }
}

/// The view without what changes by itself.
fn still(view: &AppView) -> AppView {
    let mut still = view.clone();
    still.seq = 0;
    if let Some(sos) = &mut still.sos {
        sos.remaining_ms = 0;
    }
    still.home.iter_mut().for_each(passing::still_home);
    still.incidents.iter_mut().for_each(passing::still_incident);
    still
}
