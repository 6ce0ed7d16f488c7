//! The phone board: the contacts' phones as cards on a page.

use mayday_protocol::call::Role;
use mayday_protocol::{ContactId, IncidentId, Kind, Redacted, Service, SirenPlaces};
use serde::{Deserialize, Serialize};

use crate::alarm::AgentWaitView;
use crate::home::DemoSecrets;
use crate::readiness::BoardReadinessCallView;

/// A link that opens the phone board once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BoardLinkResponse {
    /// The address, with a ticket that works once and for a minute.
    pub url: Redacted<String>,
}

/// Where a call stands on the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum BoardCallState {
    /// Being placed.
    Dialing,
    /// Ringing.
    Ringing,
    /// Picked up; the station speaks the two digits.
    ProveHuman {
        /// The digits to press.
        digits: String,
    },
    /// The station asks for the verbal password: 1 is help at once, else the password and `#`.
    AskingPassword {
        /// How many keys of the password were pressed. `*` starts over.
        keys: u8,
    },
    /// The station asks: 1 for help, 2 to cancel where that is still possible.
    Deciding {
        /// Whether 2 cancels.
        can_cancel: bool,
    },
    /// After an automated message: 0 for an agent.
    Offering,
}

/// A running call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BoardCallView {
    /// The incident.
    pub incident: IncidentId,
    /// The call within it.
    pub call: u16,
    /// What the incident is about.
    pub kind: Kind,
    /// Whether the answer can decide.
    pub role: Role,
    /// What the station says once a person has answered.
    pub says: Redacted<String>,
    /// The two words by which the station proves itself (M7).
    pub words: [String; 2],
    /// Where it stands.
    #[serde(flatten)]
    pub state: BoardCallState,
}

/// A message on a contact's voicemail, in the words that the station spoke (M3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BoardMessageView {
    /// The incident.
    pub incident: IncidentId,
    /// The call that the voicemail took.
    pub call: u16,
    /// Whether it is on the voicemail; `false` while it is being spoken.
    pub left: bool,
    /// What it says.
    pub words: Redacted<String>,
}

/// A contact's phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BoardContactView {
    /// Whose.
    pub id: ContactId,
    /// The name.
    pub name: Redacted<String>,
    /// The number.
    pub phone: Redacted<String>,
    /// What goes on there: every running call to it, oldest first.
    pub calls: Vec<BoardCallView>,
    /// A test call that runs there.
    #[serde(default)]
    pub readiness: Option<BoardReadinessCallView>,
    /// The latest message of an open incident on its voicemail.
    pub message: Option<BoardMessageView>,
}

/// The whole board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BoardView {
    /// Where the home is, as the station says it in a call.
    pub street: Redacted<String>,
    /// The number that the station calls from.
    pub caller_number: String,
    /// The phones, in the order of the list.
    pub contacts: Vec<BoardContactView>,
    /// The base station, where the home has one.
    pub base_station: Option<BaseStationView>,
    /// The verbal password, as the demo's people know it.
    pub demo_password: Option<Redacted<String>>,
    /// The other secrets of the home to try.
    pub demo_secrets: Option<DemoSecrets>,
    /// Whether somebody at this board answers as the station's agent.
    pub agent_signed_in: bool,
    /// Who waits for an agent.
    pub agent_queue: Vec<AgentWaitView>,
}

/// The virtual base station with its keypad.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BaseStationView {
    /// Whether its keypad is there too.
    pub keypad: bool,
    /// The siren, while it sounds.
    pub sounding: Option<SoundingView>,
    /// The last sentence it has said aloud.
    pub said: Option<String>,
}

/// A siren that sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SoundingView {
    /// Where, beside the base station.
    pub places: SirenPlaces,
    /// Milliseconds until it ends by itself, when this view was made.
    pub remaining_ms: u64,
}

/// What a contact does with the phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum BoardAction {
    /// Pick up.
    Answer,
    /// Reject the call: not answered at once.
    Ignore,
    /// Let the voicemail take it.
    Voicemail,
    /// The line is busy.
    Busy,
    /// The line fails.
    Fail,
    /// Hang up.
    HangUp,
    /// Press a key: see `key`.
    Key,
}

/// An action on one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BoardActionRequest {
    /// The incident.
    pub incident: IncidentId,
    /// The call within it.
    pub call: u16,
    /// What the contact does.
    pub action: BoardAction,
    /// The key, with [`BoardAction::Key`]: a digit, `*` or `#`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub key: Option<char>,
}

/// What a report on a call came to. Carriers repeat, delay and reorder: none of it is an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum CallReport {
    /// The call took it.
    Taken,
    /// The call runs, and this does not fit where it stands: a repetition, or out of order.
    Unchanged,
    /// The call has ended.
    Ended,
    /// The incident never placed such a call.
    NoSuchCall,
}

/// The answer to an action: durable when it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BoardActionResponse {
    /// What it came to.
    pub report: CallReport,
}

/// Somebody at the board answers as the station's agent, or no longer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AgentSignInRequest {
    /// Whether an agent is there.
    pub signed_in: bool,
}

/// What an agent does about somebody who waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AgentActionRequest {
    /// The incident that waits.
    pub incident: IncidentId,
    /// Whom the agent asks to come, by raising an incident that runs in full (L3); `None`: nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub send: Option<Service>,
}
