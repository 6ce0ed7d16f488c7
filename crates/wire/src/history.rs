//! The history of a home: every incident and drill, page by page, and what of it is looked at.

use mayday_protocol::IncidentId;
use serde::{Deserialize, Serialize};

use crate::signal::IncidentView;

/// Which incidents of a home a list holds, newest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IncidentsRequest {
    /// Those that began before this one.
    pub before: Option<IncidentId>,
    /// How many at most: 1 to 100.
    pub limit: Option<u16>,
}

/// What an incident counts as in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum HistoryGroup {
    /// What a person slid, the siren alone too.
    Sos,
    /// What a hub raised.
    Alarms,
    /// Drills, and everything in practice.
    DrillsAndPractice,
}

/// What of the history a person looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HistoryFilter {
    /// Only this; `null`: everything.
    pub group: Option<HistoryGroup>,
    /// Only what began at this time or later: milliseconds since the Unix epoch.
    pub since_ms: Option<i64>,
}

/// A piece of the history, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HistoryPageView {
    /// The incidents.
    pub incidents: Vec<IncidentView>,
    /// Whether there are earlier ones.
    pub more: bool,
}

/// The history as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SavedHistoryView {
    /// Where it is.
    pub path: String,
    /// How many incidents are in it.
    pub incidents: u32,
}
