//! Leaving while something goes on: nobody leaves untold, and no page that hangs keeps anybody.
//!
//! The window asks before it closes. A page that does not show the question within a second loses the
//! right to ask it; a person who asks twice is not asked again. Without the window the app goes on until
//! what is under way has ended, so that this device keeps sending what the station has not acknowledged.

use mayday_protocol::plan::Course;
use mayday_protocol::sos::State;
use mayday_protocol::{Kind, Timer};
use mayday_wire::{ErrorCode, GoingOn, IncidentPhase, Leaving, LeavingView};

use super::intents::Taken;
use super::{Controller, Shell};

/// How long a page may take to show the question.
const SHOWN_WITHIN_MS: u64 = 1_000;

/// The question, while it stands.
pub(super) struct Question {
    what: Leaving,
    /// Ends the wait for a page that does not show it. `None`: it is shown, and a person has time.
    unshown: Option<Timer>,
}

impl<S: Shell> Controller<S> {
    /// A person wants to leave.
    pub(super) fn on_leave(&mut self, what: Leaving) {
        tracing::info!(?what, going_on = ?self.going_on(), asked = self.question.is_some(), "a person wants to leave");
        if self.going_on().is_none() || self.question.is_some() {
            return self.leave(what);
        }
        // It may be minimised, or closed before.
        self.come_to_front();
        self.question = Some(Question { what, unshown: Some(Timer::new(self.clock.now(), SHOWN_WITHIN_MS)) });
    }

    /// The page shows the question.
    pub(super) fn question_is_shown(&mut self) -> Taken {
        self.question.as_mut().ok_or(ErrorCode::NotNow)?.unshown = None;
        Ok(())
    }

    pub(super) fn stay(&mut self) -> Taken {
        tracing::info!("the person stays");
        self.question = None;
        Ok(())
    }

    pub(super) fn leave_anyway(&mut self) -> Taken {
        let question = self.question.take().ok_or(ErrorCode::NotNow)?;
        self.leave(question.what);
        Ok(())
    }

    /// Leaves for a page that did not show the question in time.
    pub(super) fn leave_if_unshown(&mut self) {
        let now = self.clock.now();
        if let Some(question) = self.question.take_if(|it| it.unshown.is_some_and(|timer| timer.is_due(now))) {
            tracing::warn!("the page did not show its question in time: the window goes without it");
            self.leave(question.what);
        }
    }

    pub(super) fn unshown(&self) -> Option<Timer> {
        self.question.as_ref().and_then(|question| question.unshown)
    }

    /// Keeps the window's guard true, and ends an app without a window once nothing is under way.
    pub(super) fn watch_the_door(&mut self) {
        let going_on = self.going_on().is_some();
        self.shell.guard(going_on);
        if going_on {
            return;
        }
        self.question = None;
        if !std::mem::take(&mut self.hidden) {
            return;
        }
        if self.home_is_unknown() {
            // Nothing is known to go on, and whoever closed the window believes otherwise.
            return self.come_to_front();
        }
        match self.sos.as_ref().map(|sos| sos.state()) {
            // Nobody comes, and whoever closed the window believes otherwise.
            Some(State::Refused { .. } | State::TooOld) => self.come_to_front(),
            Some(
                State::Counting { .. }
                | State::Committing { .. }
                | State::Cancelling { .. }
                | State::Asking
                | State::Waiting { .. }
                | State::Committed { .. }
                | State::Cancelled,
            )
            | None => self.shell.exit(),
        }
    }

    pub(super) fn come_to_front(&mut self) {
        self.hidden = false;
        self.shell.come_to_front();
    }

    pub(super) fn leaving_view(&self) -> Option<LeavingView> {
        let question = self.question.as_ref()?;
        let (kind, going_on) = self.going_on()?;
        Some(LeavingView { what: question.what, kind, going_on })
    }

    fn leave(&mut self, what: Leaving) {
        self.question = None;
        match (what, self.going_on()) {
            (Leaving::App, _) | (Leaving::Window, None) => self.shell.exit(),
            (Leaving::Window, Some((kind, going_on))) => {
                self.hidden = true;
                self.shell.hide();
                let mode = self.home.as_ref().map(|home| home.mode);
                let (title, body) = self.words.without_window(mode, self.course_of(going_on), kind, going_on);
                let incident = match going_on {
                    GoingOn::Open { incident } => Some(incident),
                    GoingOn::Unacknowledged | GoingOn::Held | GoingOn::Cancelling => None,
                };
                self.shell.notify(title, body, incident);
            }
        }
    }

    /// What would go on without the window: this device's SOS, or else the home's newest open incident.
    fn going_on(&self) -> Option<(Kind, GoingOn)> {
        if self.home_is_unknown() {
            return None;
        }
        if let Some(sos) = &self.sos {
            let kind = sos.signal().kind;
            match sos.state() {
                State::Counting { held: true, .. } | State::Committing { held: true } => {
                    return Some((kind, GoingOn::Held));
                }
                State::Counting { held: false, .. }
                | State::Committing { held: false }
                | State::Asking
                | State::Waiting { .. } => return Some((kind, GoingOn::Unacknowledged)),
                State::Cancelling { .. } => return Some((kind, GoingOn::Cancelling)),
                State::Committed { incident, .. } if !self.incidents.iter().any(|known| known.id == *incident) => {
                    return Some((kind, GoingOn::Open { incident: *incident }));
                }
                State::Committed { .. } | State::Cancelled | State::Refused { .. } | State::TooOld => {}
            }
        }
        let open = self.incidents.iter().find(|incident| is_open(incident.phase))?;
        Some((open.kind, GoingOn::Open { incident: open.id }))
    }

    /// What is said first of it: practice, a drill, or neither.
    fn course_of(&self, going_on: GoingOn) -> Course {
        let known = match going_on {
            GoingOn::Open { incident } => self.incidents.iter().find(|known| known.id == incident),
            GoingOn::Unacknowledged | GoingOn::Held | GoingOn::Cancelling => None,
        };
        let is_drill = self.sos.as_ref().is_some_and(|sos| sos.signal().drill);
        let in_practice = self.home.as_ref().is_some_and(|home| home.practice.is_some());
        match (known, is_drill, in_practice) {
            (Some(incident), _, _) => incident.plan.course,
            (None, true, _) => Course::Drill,
            (None, false, true) => Course::Practice,
            (None, false, false) => Course::Full,
        }
    }
}

/// Whether something can still happen in an incident. One that was taken in by another goes on there.
pub(crate) const fn is_open(phase: IncidentPhase) -> bool {
    match phase {
        IncidentPhase::Held
        | IncidentPhase::Contacting
        | IncidentPhase::Requesting
        | IncidentPhase::Requested
        | IncidentPhase::Informing
        | IncidentPhase::NobodySent
        | IncidentPhase::SirenAlone => true,
        IncidentPhase::Joined | IncidentPhase::Closed => false,
    }
}
