//! What the station keeps for one (home, signal id): an incident, the tombstone of a cancel, or a readiness call under
//! an id of its own.
//!
//! A cancel for an id that was never heard of is kept, and beats every hold and commit of that id
//! that a slow network still delivers (DESIGN §3, point 5).

#[cfg(test)]
mod tests;

use crate::call;
use crate::eligibility::Eligible;
use crate::incident::{Acceptance, Incident, Input, Output, Standing};
use crate::readiness_call::{self, ReadinessCall};
use crate::time::{Time, Timer};

/// What is kept for one signal id of one home.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[expect(clippy::large_enum_variant, reason = "almost every record is an incident; boxing it would cost every one")]
pub enum Record {
    /// Cancelled before it was ever heard of.
    Tombstone,
    /// Held, and whatever came of it.
    Incident(Incident),
    /// A test call outside any incident (O5). No device has sent its id.
    Readiness(ReadinessCall),
}

impl Record {
    /// The record of a hold or commit that arrived for an unknown id.
    pub fn accept(eligible: Eligible, acceptance: Acceptance, since_slide_ms: u64, now: Time) -> Self {
        Self::Incident(Incident::hold(eligible, acceptance, since_slide_ms, now))
    }

    /// Feeds an input. A tombstone absorbs everything, and of an incident's inputs a readiness call knows what carriers
    /// report.
    pub fn handle_input(&mut self, input: Input, now: Time) {
        match self {
            Self::Tombstone => {}
            Self::Incident(incident) => incident.handle_input(input, now),
            Self::Readiness(call) => {
                if let Input::Call { call: readiness_call::CALL, fact } = input {
                    call.handle_input(readiness_call::Input::Call(fact), now);
                }
            }
        }
    }

    /// Feeds a readiness call. Nothing else hears it.
    pub fn handle_readiness(&mut self, input: readiness_call::Input, now: Time) {
        match self {
            Self::Tombstone | Self::Incident(_) => {}
            Self::Readiness(call) => call.handle_input(input, now),
        }
    }

    /// Fires every timer that is due.
    pub fn handle_timeout(&mut self, now: Time) {
        match self {
            Self::Tombstone => {}
            Self::Incident(incident) => incident.handle_timeout(now),
            Self::Readiness(call) => call.handle_timeout(now),
        }
    }

    /// Turns what was timed on an earlier boot into waits of this one.
    pub fn adopt_boot(&mut self, now: Time) {
        match self {
            Self::Tombstone => {}
            Self::Incident(incident) => incident.adopt_boot(now),
            Self::Readiness(call) => call.adopt_boot(now),
        }
    }

    /// The next output, until there is none.
    pub fn poll_output(&mut self) -> Option<Output> {
        match self {
            Self::Tombstone => None,
            Self::Incident(incident) => incident.poll_output(),
            Self::Readiness(call) => call.poll_output().map(Output::Order),
        }
    }

    /// The timer that ends first.
    pub fn poll_timeout(&self, now: Time) -> Option<Timer> {
        match self {
            Self::Tombstone => None,
            Self::Incident(incident) => incident.poll_timeout(now).map(|(_, timer)| timer),
            Self::Readiness(call) => call.poll_timeout(),
        }
    }

    /// What the device may be told about its signal.
    pub fn standing(&self, now: Time) -> Standing {
        match self {
            Self::Tombstone | Self::Readiness(_) => Standing::Cancelled,
            Self::Incident(incident) => incident.standing(now),
        }
    }

    /// The incident, if it is one.
    pub const fn incident(&self) -> Option<&Incident> {
        match self {
            Self::Tombstone | Self::Readiness(_) => None,
            Self::Incident(incident) => Some(incident),
        }
    }

    /// The readiness call, if it is one.
    pub const fn readiness_call(&self) -> Option<&ReadinessCall> {
        match self {
            Self::Tombstone | Self::Incident(_) => None,
            Self::Readiness(call) => Some(call),
        }
    }

    /// Whether this call or its message still goes on.
    pub fn has_running(&self, call: u16) -> bool {
        match self {
            Self::Tombstone => false,
            Self::Incident(incident) => incident.has_running(call),
            Self::Readiness(readiness) => call == readiness_call::CALL && readiness.is_running(),
        }
    }

    /// Whether this call was ever placed.
    pub const fn knows_call(&self, call: u16) -> bool {
        match self {
            Self::Tombstone => false,
            Self::Incident(incident) => incident.knows_call(call),
            Self::Readiness(_) => call == readiness_call::CALL,
        }
    }

    /// Whether this call waits to be dialled.
    pub fn is_dialing(&self, call: u16) -> bool {
        match self {
            Self::Tombstone => false,
            Self::Incident(incident) => incident
                .active_calls()
                .iter()
                .any(|active| active.number == call && matches!(active.call.state(), call::State::Dialing { .. })),
            Self::Readiness(readiness) => {
                call == readiness_call::CALL && readiness.stage() == Some(readiness_call::Stage::Dialing)
            }
        }
    }
}
