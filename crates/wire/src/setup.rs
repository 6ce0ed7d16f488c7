//! Setting a home up: what is asked, what is wrong with it field by field, and what it would lead to.

use mayday_protocol::{Camera, ContactId, HomeId, Monitoring, Plan, Premises, Redacted, Region};
use serde::{Deserialize, Serialize};

use crate::error::ReasonView;

/// The registered address: where responders go (A4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AddressSetup {
    /// Street and number.
    pub street: Redacted<String>,
    /// City or town.
    pub city: Redacted<String>,
    /// Country and state or province.
    pub region: Region,
    /// ZIP or postal code.
    pub postal_code: Redacted<String>,
}

/// A contact as it is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ContactSetup {
    /// Which contact, where it is on the list already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub id: Option<ContactId>,
    /// The name.
    pub name: Redacted<String>,
    /// The phone number, as people write it.
    pub phone: Redacted<String>,
}

/// Everything that set-up asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HomeSetup {
    /// Where responders go.
    pub address: AddressSetup,
    /// What stands at that address (B9).
    #[serde(default)]
    pub premises: Premises,
    /// Whether there is an alarm, that is, a base station.
    pub has_alarm: bool,
    /// Whether the alarm security kit is there, with its keypad (B5).
    pub security_kit: bool,
    /// The cameras and doorbells.
    pub cameras: Vec<Camera>,
    /// Whether compatible cameras sound with the alarm's siren (B6).
    pub cameras_linked: bool,
    /// The people who are called, in order. The first and the second are required (P2).
    pub contacts: Vec<ContactSetup>,
    /// Whether everybody on the list has agreed to be called.
    #[serde(default)]
    pub contacts_agree: bool,
    /// The number of the town's alarm permit, where it asks for one (B11).
    #[serde(default)]
    pub permit: Redacted<String>,
    /// The verbal password (N1). `None` keeps the one that is set: it is never shown again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub password: Option<Redacted<String>>,
    /// The subscription.
    pub plan: Plan,
    /// Who watches the alarm (B2, B4).
    pub monitoring: Monitoring,
    /// Whether the cameras are enrolled in SOS (B3).
    pub sos_for_cameras: bool,
    /// Whether the verbal password is asked where there is no alarm (E6).
    pub ask_password: bool,
}

/// A set-up that was left before its end, as the app keeps it. The password is typed again: it is on no disk (N5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SetUpDraft {
    /// The answers so far.
    pub setup: HomeSetup,
    /// The step that was shown last, as the page names it.
    pub step: String,
}

/// Which question of the set-up something is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SetUpField {
    /// Street and number.
    Street,
    /// City or town.
    City,
    /// State or province.
    Subdivision,
    /// ZIP or postal code.
    PostalCode,
    /// The alarm security kit.
    SecurityKit,
    /// The cameras and doorbells.
    Cameras,
    /// Cameras that sound with the siren.
    CamerasLinked,
    /// The list of contacts as a whole.
    Contacts,
    /// A contact's name; `at` says whose.
    ContactName,
    /// A contact's number; `at` says whose.
    ContactPhone,
    /// Whether they have agreed.
    ContactsAgree,
    /// The alarm permit.
    Permit,
    /// The verbal password.
    Password,
    /// The duress password.
    DuressPassword,
    /// The access code.
    Code,
    /// The duress code.
    DuressCode,
    /// Who watches the alarm.
    Monitoring,
    /// SOS for cameras.
    SosForCameras,
}

/// What is wrong with one answer, and how to mend it, in one sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FieldProblem {
    /// The question.
    pub field: SetUpField,
    /// For a contact: its place on the list, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub at: Option<usize>,
    /// For people.
    pub sentence: String,
}

/// What keeps a home from being live (Q1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum NotLive {
    /// The station has no carrier that rings real telephones.
    NoCarrier,
    /// The station has no dispatcher: requests are written down and reach nobody.
    NoDispatcher,
    /// There is a dispatcher, and its receiver has not confirmed a test.
    DispatcherNotProved,
}

impl NotLive {
    /// What is missing, in plain words.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::NoCarrier => "This station cannot ring telephones. Its calls appear on the phone board only.",
            Self::NoDispatcher => "Nobody receives this station's requests for responders. They are only written down.",
            Self::DispatcherNotProved => "The center that receives requests for responders has not confirmed a test.",
        }
    }

    /// The step that mends it.
    pub const fn mend(self) -> &'static str {
        match self {
            Self::NoCarrier => "A phone line has to be connected to the station.",
            Self::NoDispatcher => "A monitoring center has to be connected to the station.",
            Self::DispatcherNotProved => "A test has to be sent and confirmed.",
        }
    }
}

/// One thing that is missing, with the step that mends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NotLiveView {
    /// For programs.
    pub code: NotLive,
    /// What is missing.
    pub sentence: String,
    /// The step that mends it.
    pub mend: String,
}

impl From<NotLive> for NotLiveView {
    fn from(code: NotLive) -> Self {
        Self { code, sentence: code.sentence().to_owned(), mend: code.mend().to_owned() }
    }
}

/// What a set-up would lead to. Nothing has been kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SetUpPreview {
    /// What has to be mended first.
    pub problems: Vec<FieldProblem>,
    /// Why this home could not send an SOS; empty when it could.
    pub reasons: Vec<ReasonView>,
    /// Why this home could not sound its siren alone; empty when it could.
    pub siren_reasons: Vec<ReasonView>,
    /// What would keep it from being live.
    pub not_live: Vec<NotLiveView>,
}

/// Look at a set-up without keeping it. Only over the station's local socket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CheckSetUpRequest {
    /// The answers so far.
    pub setup: HomeSetup,
    /// The home that is being changed; `None` for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub home: Option<HomeId>,
}

/// Set up a new home. Only over the station's local socket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetUpRequest {
    /// The answers.
    pub setup: HomeSetup,
    /// What to call the device in the home's list of devices.
    pub device_name: Redacted<String>,
}

/// Change a home that was set up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeHomeRequest {
    /// The answers, without a password: that is changed with the other secrets.
    pub setup: HomeSetup,
    /// The access code; not looked at while none is set (P6).
    #[serde(default)]
    pub code: Redacted<String>,
}

/// Pair this device with a home that was set up. Only over the station's local socket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairRequest {
    /// The home.
    pub home: HomeId,
    /// What to call the device in the home's list of devices.
    pub device_name: Redacted<String>,
}
