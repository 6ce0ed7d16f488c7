//! A cancel in the five seconds, with the home's code where the household wants one (C7). Which code is right the station
//! alone knows; here it is typed, sent, and kept nowhere.

use mayday_protocol::sos::{Input, Sos};
use mayday_wire::ErrorCode;

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
