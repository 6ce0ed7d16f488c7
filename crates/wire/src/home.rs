//! The home as its members see it, and how a demo home is entered.

use mayday_protocol::plan::BurglarSetting;
use mayday_protocol::{ContactId, DeviceId, HomeFacts, HomeId, Plan, Redacted};
use serde::{Deserialize, Serialize};

use crate::alarm::PracticeView;
use crate::camera::CameraView;
use crate::entitlement::SignedEntitlement;
use crate::readiness::{ContactReadiness, ReadinessView};
use crate::secrets::SecretsView;
use crate::setup::{HomeSetup, NotLiveView};
use crate::through::StationContact;

/// Whether anybody can really be sent (Q1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Mode {
    /// The station can send nobody: every screen says so.
    Demo,
}

/// A person on the emergency list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ContactView {
    /// Which contact.
    pub id: ContactId,
    /// The name.
    pub name: Redacted<String>,
    /// The phone number, as people write it.
    pub phone: Redacted<String>,
    /// Whether this person can be reached. Told of the home's contacts, not of those of an incident.
    #[serde(default)]
    pub readiness: ContactReadiness,
}

/// The secrets of the home to try. They protect nothing: every demo shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DemoSecrets {
    /// The duress password (N4).
    pub duress_password: Redacted<String>,
    /// The access code.
    pub code: Redacted<String>,
    /// The duress code (J1).
    pub duress_code: Redacted<String>,
}

/// A home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HomeView {
    /// Which home.
    pub id: HomeId,
    /// Demo, or (once the station can really send somebody) live.
    pub mode: Mode,
    /// Street and number: where responders go (A4).
    pub street: Redacted<String>,
    /// City, state and postal code, as one line.
    pub city: Redacted<String>,
    /// What eligibility is decided from.
    pub facts: HomeFacts,
    /// The cameras and doorbells, in order (S1).
    #[serde(default)]
    pub cameras: Vec<CameraView>,
    /// The emergency contacts, in order.
    pub contacts: Vec<ContactView>,
    /// The verbal password, in the home to try alone: a real home's is never shown again.
    pub demo_password: Option<Redacted<String>>,
    /// The other secrets of the home to try.
    #[serde(default)]
    pub demo_secrets: Option<DemoSecrets>,
    /// What follows when nobody answers about a burglar alarm (F8).
    #[serde(default = "if_no_one_cancels")]
    pub burglar_setting: BurglarSetting,
    /// Practice, while it is shown to be on.
    #[serde(default)]
    pub practice: Option<PracticeView>,
    /// Whether an access code was set: without one the alarm cannot be disarmed.
    #[serde(default)]
    pub has_code: bool,
    /// Whether a cancel in the five seconds takes the access code (C7).
    #[serde(default)]
    pub cancel_takes_code: bool,
    /// Which passwords and codes are set.
    #[serde(default)]
    pub secrets: SecretsView,
    /// What was set up, without its password; `None` in the home to try.
    pub setup: Option<HomeSetup>,
    /// What keeps this home from being live.
    pub not_live: Vec<NotLiveView>,
    /// The station, as the contacts' phones have to know it (O2); `None`: it has not said so yet.
    #[serde(default)]
    pub station: Option<StationContact>,
    /// Who runs the station (B15); `None`: the household itself.
    #[serde(default)]
    pub operator: Option<OperatorView>,
    /// How ready it is, and why (V2).
    #[serde(default)]
    pub readiness: ReadinessView,
    /// The signed word about plan and enrolment (B13); `None`: from a station that gave none.
    #[serde(default)]
    pub entitlement: Option<SignedEntitlement>,
}

/// Who runs the station, and which centre asks for responders (B15). Mayday itself runs none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OperatorView {
    /// The operator's name.
    pub name: String,
    /// The monitoring centre that asks for responders; `None`: none does.
    pub centre: Option<String>,
    /// The licences that both hold, each as it is written on paper.
    pub licences: Vec<String>,
    /// Help and community: one page, opened outside the app (P5).
    pub help: Option<String>,
}

/// A home that a device kept before there were codes and settings has none of them.
const fn if_no_one_cancels() -> BurglarSetting {
    BurglarSetting::IfNoOneCancels
}

/// Enter the demo home of a station on this machine. Only over its local socket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EnterDemoRequest {
    /// What to call the device in the home's list of devices.
    pub device_name: Redacted<String>,
}

/// The home that was entered, and a token for this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EnterHomeResponse {
    /// The home.
    pub home: HomeView,
    /// The device's bearer token. The station keeps only its hash.
    pub token: Redacted<String>,
    /// Which device it is.
    pub device: DeviceId,
}

/// Try another plan in the demo home.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SetDemoPlanRequest {
    /// The plan.
    pub plan: Plan,
}

/// Try another set of devices in the demo home.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SetDemoDevicesRequest {
    /// With a base station, keypad and linked camera; else the doorbell alone.
    pub base_station: bool,
}

/// Who answers at the socket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VersionResponse {
    /// The product's version.
    pub product: String,
    /// See [`crate::API_VERSION`].
    pub api: u32,
    /// The process, so that a person can find it.
    pub pid: u32,
    /// Incidents in which something can still happen.
    pub open_incidents: u64,
}
