//! What the station keeps for one (home, signal id): an incident, or the tombstone of a cancel.
//!
//! A cancel for an id that was never heard of is kept, and beats every hold and commit of that id
//! that a slow network still delivers (DESIGN §3, point 5).

use crate::eligibility::Eligible;
use crate::incident::{Acceptance, Incident, Input, Output, Standing};
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
}

impl Record {
    /// The record of a hold or commit that arrived for an unknown id.
    pub fn accept(eligible: Eligible, acceptance: Acceptance, since_slide_ms: u64, now: Time) -> Self {
        Self::Incident(Incident::hold(eligible, acceptance, since_slide_ms, now))
    }

    /// Feeds an input. A tombstone absorbs everything.
    pub fn handle_input(&mut self, input: Input, now: Time) {
        match self {
            Self::Tombstone => {}
            Self::Incident(incident) => incident.handle_input(input, now),
        }
    }

    /// Fires every timer that is due.
    pub fn handle_timeout(&mut self, now: Time) {
        match self {
            Self::Tombstone => {}
            Self::Incident(incident) => incident.handle_timeout(now),
        }
    }

    /// Turns what was timed on an earlier boot into waits of this one.
    pub fn adopt_boot(&mut self, now: Time) {
        match self {
            Self::Tombstone => {}
            Self::Incident(incident) => incident.adopt_boot(now),
        }
    }

    /// The next output, until there is none.
    pub fn poll_output(&mut self) -> Option<Output> {
        match self {
            Self::Tombstone => None,
            Self::Incident(incident) => incident.poll_output(),
        }
    }

    /// The timer that ends first.
    pub fn poll_timeout(&self, now: Time) -> Option<Timer> {
        match self {
            Self::Tombstone => None,
            Self::Incident(incident) => incident.poll_timeout(now).map(|(_, timer)| timer),
        }
    }

    /// What the device may be told about its signal.
    pub fn standing(&self, now: Time) -> Standing {
        match self {
            Self::Tombstone => Standing::Cancelled,
            Self::Incident(incident) => incident.standing(now),
        }
    }

    /// The incident, if it is one.
    pub const fn incident(&self) -> Option<&Incident> {
        match self {
            Self::Tombstone => None,
            Self::Incident(incident) => Some(incident),
        }
    }
}
