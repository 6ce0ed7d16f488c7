//! A cancel in the five seconds, with the home's code where the household wants one (C7). Which code is right the station
//! alone knows; here it is typed, sent, and kept nowhere.

use mayday_protocol::Kind;
use mayday_protocol::incident::{CANCELLED_TWICE_MS, Ending, Event};
use mayday_protocol::plan::Course;
use mayday_protocol::sos::{Input, Sos};
use mayday_wire::{ErrorCode, IncidentView};

use super::intents::Taken;
use super::{Controller, Shell};
use crate::station::Typed;

/// What was typed to cancel, and what the station said of it.
#[derive(Default)]
pub(super) struct CancelCode {
    pub(super) typed: Option<Typed>,
    pub(super) refused: Option<ErrorCode>,
}

impl CancelCode {
    /// Whether a refusal is about the code alone: then the signal goes its way.
    pub(super) const fn is_about(code: ErrorCode) -> bool {
        matches!(code, ErrorCode::CodeNeeded | ErrorCode::WrongCode | ErrorCode::TooManyTries)
    }
}

impl<S: Shell> Controller<S> {
    /// What is told of an incident outside of the page, if anything is new. A slide that was cancelled in time on another
    /// device is told of once it is the second within ten minutes (C7); it stands in the history all the same.
    pub(super) fn news(&self, before: Option<&IncidentView>, incident: &IncidentView) -> Option<(String, String)> {
        let told = before.and_then(|before| self.words.notification(before));
        let news = self.words.notification(incident).filter(|news| told.as_ref() != Some(news))?;
        let slid_here =
            self.slides.has(incident.signal) || self.sos.as_ref().is_some_and(|sos| sos.signal().id == incident.signal);
        match cancelled_at(incident) {
            Some(at) if !slid_here => self.was_the_second(incident, at).then(|| self.words.cancelled_twice(incident)),
            Some(_) | None => Some(news),
        }
    }

    fn was_the_second(&self, incident: &IncidentView, at_ms: i64) -> bool {
        let others = self.incidents.iter().filter(|other| other.id != incident.id);
        others.filter_map(cancelled_at).any(|other| at_ms.abs_diff(other) <= CANCELLED_TWICE_MS)
    }

    /// Without a code where the home wants one nothing is sent: the countdown goes on.
    pub(super) fn cancel(&mut self, code: Option<Typed>) -> Taken {
        let takes_code = self.home.as_ref().is_some_and(|home| home.cancel_takes_code);
        let input = match (&code, takes_code) {
            (None, true) => return Err(ErrorCode::CodeNeeded.into()),
            (None, false) => Input::CancelPressed,
            (Some(_), _) => Input::CancelCoded,
        };
        self.tell_sos(Sos::can_cancel, input)?;
        self.cancel_code = CancelCode { typed: code, refused: None };
        Ok(())
    }
}

/// When a slide for help was cancelled before anybody was called, by the station's clock.
fn cancelled_at(incident: &IncidentView) -> Option<i64> {
    let for_help = incident.kind != Kind::SirenOnly && incident.plan.course != Course::Drill;
    let called = incident.timeline.iter().any(|entry| matches!(entry.event, Event::Calling { .. }));
    let cancelled = incident.ending == Some(Ending::CancelledOnDevice) && for_help && !called;
    incident.timeline.last().filter(|_| cancelled).map(|last| last.at_ms)
}
