//! Alarms, for the tests that raise them.

use mayday_protocol::Time;
use mayday_protocol::incident::{Acceptance, Incident};

use super::common::eligible;

/// An alarm that a hub raises.
pub(crate) fn raise(acceptance: Acceptance, entry_delay_ms: u64, now: Time) -> Incident {
    Incident::raise(eligible(), acceptance, entry_delay_ms, None, now)
}
