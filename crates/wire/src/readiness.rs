//! Readiness, and the test calls that prove that contacts can be reached (O5, P2, V2).

use mayday_protocol::readiness::{Finding, Level};
use mayday_protocol::readiness_call::{PasswordKnowledge, TryResult};
use mayday_protocol::{ContactId, Kind, Redacted, SignalId};
use serde::{Deserialize, Serialize};

use crate::board::BoardAction;

/// Where a readiness call stands, for the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum ReadinessStage {
    /// Being placed.
    Dialing,
    /// The phone rings.
    Ringing,
    /// Picked up; the station speaks the two digits.
    Proving,
    /// A person was proven and is asked for the verbal password.
    Password,
    /// The station says goodbye.
    Goodbye,
}

/// What a contact hears when the station calls about one kind of incident, word for word (O1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HearsView {
    /// The kind.
    pub kind: Kind,
    /// Whether the call can confirm or cancel; else it only tells.
    pub decides: bool,
    /// What is said to whoever picks up.
    pub says: Redacted<String>,
    /// What is left on a voicemail.
    pub voicemail: Redacted<String>,
}

/// A readiness call that runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CallingView {
    /// Where it stands.
    pub stage: ReadinessStage,
    /// The digits to press, while they are spoken.
    pub digits: Option<String>,
    /// The two words by which the station proves itself (M7).
    pub words: [String; 2],
}

/// That a person answered on the contact's number, and until when that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProofView {
    /// When, in milliseconds since the Unix epoch, by the station's clock.
    pub at_ms: i64,
    /// From the first ringing to the last digit.
    pub answered_in_ms: u64,
    /// Whether Do Not Disturb was said to be on.
    pub dnd_on: bool,
    /// What is left of its 90 days, when this view was made.
    pub expires_in_ms: u64,
}

/// The latest readiness call to a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LastTryView {
    /// When it ended, in milliseconds since the Unix epoch, by the station's clock.
    pub at_ms: i64,
    /// What it came to.
    pub result: TryResult,
}

/// What is known of whether a contact can be reached. It belongs to the number: another number begins anew.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ContactReadiness {
    /// The proof, while it counts.
    pub proof: Option<ProofView>,
    /// Whether there was one that counts no longer.
    pub expired: bool,
    /// Whether the contact knows the verbal password (N6).
    pub password: PasswordKnowledge,
    /// Whether the contact asked not to be called any more: incidents call him no longer.
    pub opted_out: bool,
    /// The latest try.
    pub last_try: Option<LastTryView>,
    /// The call that runs.
    pub calling: Option<CallingView>,
}

/// A finding, with the step that mends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FindingView {
    /// For programs.
    pub code: Finding,
    /// How bad it is.
    pub level: Level,
    /// Whom it is about, where it is about one contact.
    pub contact: Option<ContactId>,
    /// What is so. It may name the contact.
    pub sentence: Redacted<String>,
    /// The step that mends it.
    pub mend: Redacted<String>,
}

/// How ready a home is, as far as its station can know. Whether the station can be reached is the app's to add.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReadinessView {
    /// The worst of the findings.
    pub level: Level,
    /// Every finding, the worst first.
    pub findings: Vec<FindingView>,
    /// What was proved, in plain words.
    pub good: Vec<String>,
}

/// A home of which nothing is known is not ready.
impl Default for ReadinessView {
    fn default() -> Self {
        Self { level: Level::Red, findings: vec![], good: vec![] }
    }
}

/// Have a contact rung, to prove that he can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RingRequest {
    /// Whether the household says that Do Not Disturb is on at the contact's phone.
    pub dnd_on: bool,
}

/// Where a readiness call stands on the phone board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum BoardReadinessState {
    /// Being placed.
    Dialing,
    /// Ringing.
    Ringing,
    /// Picked up; the station speaks the two digits.
    ProveHuman {
        /// The digits to press.
        digits: String,
    },
    /// The station asks for the verbal password and `#`; `9` first takes the contact off the list.
    AskingPassword {
        /// How many keys of the password were pressed. `*` starts over.
        keys: u8,
    },
    /// The station asks whether the contact wants off the list: `9` once more.
    AskingOptOut,
    /// The station says goodbye.
    Goodbye {
        /// Whether the contact is off the list.
        opted_out: bool,
    },
}

/// A readiness call on a contact's phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BoardReadinessCallView {
    /// Which.
    pub id: SignalId,
    /// What the station says, as far as the call has come.
    pub says: Redacted<String>,
    /// The two words by which the station proves itself (M7).
    pub words: [String; 2],
    /// Where it stands.
    #[serde(flatten)]
    pub state: BoardReadinessState,
}

/// An action on a readiness call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BoardReadinessActionRequest {
    /// Which call.
    pub id: SignalId,
    /// What the contact does.
    pub action: BoardAction,
    /// The key, with [`BoardAction::Key`]: a digit, `*` or `#`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub key: Option<char>,
}
