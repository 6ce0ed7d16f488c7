//! Alarms: raised by a hub, disarmed with a code, cancelled in the app; practice; and what a person asks for meanwhile.

use mayday_protocol::plan::{BurglarSetting, Trigger};
use mayday_protocol::{ContactId, HomeId, IncidentId, Reason, Redacted};
use serde::{Deserialize, Serialize};

/// Raise an alarm of a home, as its hub does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RaiseRequest {
    /// What was triggered.
    pub trigger: Trigger,
    /// For how long it may be disarmed before it is an alarm (F11). Only a burglar alarm has an entry delay.
    #[serde(default)]
    pub entry_delay_ms: u64,
}

/// Raise an alarm as a drill: its whole plan, and nobody is asked to come (L5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrillAlarmRequest {
    /// What is raised. Of duress, and of the keypad's fire and medical buttons, there is no drill.
    pub trigger: Trigger,
}

/// What became of it. Nothing tells whether duress was raised (J6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RaiseResponse {
    /// The incident that the household sees, if there is one.
    pub incident: Option<IncidentId>,
    /// Why nobody is called about it; empty: the response plan is carried out (B14).
    pub reasons: Vec<Reason>,
}

/// A code, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CodeRequest {
    /// The access code, or the duress code: nothing tells them apart (J1).
    pub code: Redacted<String>,
}

/// A contact calls the station's number (M5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CallBackRequest {
    /// Who.
    pub contact: ContactId,
}

/// Enter practice (L5, L6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PracticeRequest {
    /// For how long: 15 to 480 minutes. `0`: leave it.
    pub minutes: u32,
    /// The access code.
    pub code: Redacted<String>,
}

/// Choose what follows when nobody answers about a burglar alarm (F8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BurglarSettingRequest {
    /// The setting.
    pub setting: BurglarSetting,
    /// The access code.
    pub code: Redacted<String>,
}

/// Choose whether a cancel in the five seconds takes the access code (C7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CancelCodeRequest {
    /// Whether it does.
    pub on: bool,
    /// The access code.
    pub code: Redacted<String>,
}

/// Practice as a home sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PracticeView {
    /// Milliseconds until it ends by itself, when this view was made.
    pub remaining_ms: u64,
}

/// A wish to speak to an agent, as agents see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AgentWaitView {
    /// The home.
    pub home: HomeId,
    /// The incident.
    pub incident: IncidentId,
    /// Who asked; `None`: the plan did.
    pub contact: Option<Redacted<String>>,
    /// Where it is.
    pub street: Redacted<String>,
}
