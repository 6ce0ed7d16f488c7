//! States as earlier versions of the machine stored them. Up to version 3 an incident had one dispatch request.

use super::{About, Code, Dispatch, DispatchRequest, DispatchState, Ending, Pace, Telling};
use crate::plan::Service;
use crate::time::Timer;

/// Before slides were taken in, a call named the one that there was.
pub(super) const fn one() -> u8 {
    1
}

/// Before a home could ask for a code, a cancel was what it said.
pub(super) const fn normal() -> Code {
    Code::Normal
}

#[derive(serde::Deserialize)]
#[serde(untagged)]
pub(super) enum Responding {
    Version4 {
        dispatches: Vec<Dispatch>,
        telling: Vec<Telling>,
        pace: Pace,
        about: About,
        then: Option<Ending>,
        close: Timer,
    },
    Version3 {
        service: Service,
        dispatch: DispatchState,
        telling: Vec<Telling>,
        close: Timer,
    },
}

impl From<Responding> for super::Responding {
    fn from(stored: Responding) -> Self {
        match stored {
            Responding::Version4 { dispatches, telling, pace, about, then, close } => {
                Self { dispatches, telling, pace, about, then, close }
            }
            Responding::Version3 { service, dispatch, telling, close } => Self {
                dispatches: vec![Dispatch { request: DispatchRequest { service, asking: 1 }, state: dispatch }],
                telling,
                pace: Pace::SideBySide,
                about: About::Dispatch,
                then: None,
                close,
            },
        }
    }
}
