//! Who did what in a home (V1): what devices asked of its station, newest first.

use mayday_protocol::plan::BurglarSetting;
use mayday_protocol::secret::SecretPair;
use mayday_protocol::{ContactId, DeviceId, IncidentId, Kind, Redacted};
use serde::{Deserialize, Serialize};

use crate::pairing::DeviceRole;

/// What a device did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "did", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Activity {
    /// It slid.
    Slid {
        /// What.
        kind: Kind,
        /// As a drill.
        drill: bool,
        /// What came of it.
        incident: IncidentId,
    },
    /// It cancelled a slide within the five seconds.
    CancelledSlide {
        /// Which.
        incident: IncidentId,
    },
    /// It cancelled an incident that was open.
    CancelledInApp {
        /// Which.
        incident: IncidentId,
    },
    /// It asked for help at once.
    SentHelp {
        /// About what.
        incident: IncidentId,
    },
    /// It silenced the siren.
    Silenced {
        /// Of what.
        incident: IncidentId,
    },
    /// It said that an incident is over.
    SaidOver {
        /// Which.
        incident: IncidentId,
    },
    /// It disarmed the alarm.
    Disarmed,
    /// It began practice, or ended it.
    SetPractice {
        /// For how long; `0`: ended.
        minutes: u32,
    },
    /// It chose what follows when nobody answers about a burglar alarm.
    SetBurglarSetting {
        /// The setting.
        setting: BurglarSetting,
    },
    /// It chose whether a cancel in the five seconds takes the code.
    SetCancelCode {
        /// Whether it does.
        on: bool,
    },
    /// It chose passwords or codes.
    SetSecrets {
        /// Which pair.
        pair: SecretPair,
    },
    /// It changed the home: address, devices, contacts, plan or enrolment.
    ChangedHome,
    /// It had a contact rung, as a test.
    RangContact {
        /// Whom.
        contact: ContactId,
    },
    /// It came in with a code.
    CameIn {
        /// As what.
        role: DeviceRole,
    },
    /// It removed a device.
    RemovedDevice {
        /// Which.
        device: DeviceId,
    },
    /// It left the home by itself.
    LeftHome,
    /// It made a recovery code.
    MadeRecovery,
}

/// Something that a device did, with names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActivityView {
    /// When, in milliseconds of the station's wall clock.
    pub at_ms: i64,
    /// The device; `None`: it is forgotten.
    pub by: Option<Redacted<String>>,
    /// Whether it is the device that asks.
    pub this: bool,
    /// What.
    pub what: Activity,
    /// The name of the contact or device that it is about, where it is about one that is known.
    pub whom: Option<Redacted<String>>,
}
