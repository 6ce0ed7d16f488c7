//! What the app's core shows its window. The window renders this and sends intents, nothing else.

use mayday_protocol::{IncidentId, Kind, SignalId};
use serde::{Deserialize, Serialize};

use crate::error::{ErrorCode, ReasonView};
use crate::health::Trouble;
use crate::home::HomeView;
use crate::pairing::DeviceRole;
use crate::signal::IncidentView;
use crate::through::AlertsView;

/// Whether the station answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum StationLink {
    /// No home is set up, so no station is needed.
    None,
    /// Being started or looked for.
    Connecting,
    /// It answers.
    Reachable,
    /// It does not answer.
    Unreachable,
    /// It answers, and this device was removed from the home.
    Revoked,
    /// It answers, and does not know the home any more: its records are gone.
    HomeUnknown,
}

/// Where an SOS stands on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SosPhase {
    /// The five seconds are running.
    Counting,
    /// The five seconds are over; the station has not acknowledged the commit.
    Committing,
    /// Cancelled here; the station has not acknowledged it.
    Cancelling,
    /// After a restart: asking the station where it stands.
    Asking,
    /// After a restart: the station does not know it; it goes by itself when the time is over.
    Waiting,
    /// After a restart: too old to go by itself.
    TooOld,
    /// The station acknowledged: help is requested.
    Committed,
    /// The cancel came too late: help is requested.
    CancelledTooLate,
    /// The station acknowledged: nobody is called.
    Cancelled,
    /// The station refused.
    Refused,
}

/// An SOS on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SosView {
    /// The signal.
    pub signal: SignalId,
    /// Which slider.
    pub kind: Kind,
    /// Whether it is a drill: everything but the dispatch request (L5).
    pub drill: bool,
    /// Where it stands.
    pub phase: SosPhase,
    /// Milliseconds left when this view was made: of the countdown, or of the waiting. Else 0.
    pub remaining_ms: u64,
    /// Whether the station has acknowledged that it holds the signal. With [`SosPhase::Refused`]: it acts by itself
    /// all the same.
    pub held: bool,
    /// Whether the person can still cancel or withdraw.
    pub can_cancel: bool,
    /// Whether the screen has to offer 911.
    pub offer_911: bool,
    /// Whether the station is on another machine, so that it acts even if this one stops working (C5).
    pub station_elsewhere: bool,
    /// What the station answered when it could not store the signal; it is asked again. `None`: nothing of the kind.
    pub trouble: Option<String>,
    /// Why the station did not take the code of the last cancel (C7); `None`: none was refused.
    pub code_refused: Option<ErrorCode>,
    /// Whether the device's journal could not be written: a crash could forget this SOS.
    pub journal_broken: bool,
    /// Why the station refused, each with the step that mends it.
    pub reasons: Vec<ReasonView>,
    /// The incident, once the station has said so.
    pub incident: Option<IncidentId>,
}

/// Something the person should know that is not an SOS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum NoticeCode {
    /// There is no keyring, it is locked or it does not answer.
    NoKeyring,
    /// The same on a device whose station is elsewhere: without its key it is not let in again by itself.
    NoKeyringElsewhere,
    /// The station could not be started.
    StationNotStarted,
    /// A station of another version answers and still has open incidents.
    OtherStationVersion,
    /// The device's journal has entries that could not be read.
    JournalUnreadable,
    /// The station cannot write to its folder, so it does not start.
    StationCannotWrite,
    /// See [`Trouble::DiskFull`].
    StationDiskFull,
    /// See [`Trouble::NotStoring`].
    StationNotStoring,
    /// See [`Trouble::RecordsPutAside`].
    StationRecordsPutAside,
    /// See [`StationLink::HomeUnknown`].
    HomeUnknown,
    /// What this device keeps of the home's plan and enrolment is not as it was signed (B13).
    EntitlementAltered,
}

impl NoticeCode {
    /// The sentence for people.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::NoKeyring => {
                "This computer's keyring did not answer, so Mayday will ask its station for a new key at each start. SOS works."
            }
            Self::NoKeyringElsewhere => {
                "This computer's keyring did not answer, so Mayday could not keep its key. SOS works until Mayday is closed; then this device has to join the home again."
            }
            Self::StationNotStarted => {
                "The station could not be started. SOS cannot be sent. In an emergency, call 911."
            }
            Self::OtherStationVersion => {
                "The station is of another version and still has an open incident. Once that has ended, a new start of Mayday replaces it."
            }
            Self::JournalUnreadable => "Mayday could not read part of its own records on this device.",
            Self::StationCannotWrite => {
                "Mayday cannot write to its own folder: the disk is full or protected. Make room, or allow it to write there."
            }
            Self::EntitlementAltered => {
                "What this device keeps of the home’s plan and enrolment was altered, so it is not relied on. Mayday asks the station for it again. SOS works: the station decides."
            }
            Self::StationDiskFull => Trouble::DiskFull.sentence(),
            Self::StationNotStoring => Trouble::NotStoring.sentence(),
            Self::StationRecordsPutAside => Trouble::RecordsPutAside.sentence(),
            Self::HomeUnknown => {
                "The station does not know this home any more. SOS cannot be sent. Set the home up again: your answers are kept on this device, only the verbal password has to be typed. In an emergency, call 911."
            }
        }
    }
}

impl From<Trouble> for NoticeCode {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::DiskFull => Self::StationDiskFull,
            Trouble::NotStoring => Self::StationNotStoring,
            Trouble::RecordsPutAside => Self::StationRecordsPutAside,
        }
    }
}

/// A notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Notice {
    /// For programs.
    pub code: NoticeCode,
    /// For people.
    pub sentence: String,
}

impl From<NoticeCode> for Notice {
    fn from(code: NoticeCode) -> Self {
        Self { code, sentence: code.sentence().to_owned() }
    }
}

/// What a person wants to leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Leaving {
    /// The window: the app goes on without it until what is under way has ended.
    Window,
    /// The app.
    App,
}

/// What goes on when the person leaves, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "known", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum GoingOn {
    /// A signal that the station has not acknowledged.
    Unacknowledged,
    /// A signal that the station holds: it acts by itself.
    Held,
    /// A cancel that the station has not acknowledged.
    Cancelling,
    /// An incident that is open at the station.
    Open {
        /// The incident.
        incident: IncidentId,
    },
}

/// The question that stands between a person and leaving while something goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LeavingView {
    /// What the person wants to leave.
    pub what: Leaving,
    /// What it is about.
    pub kind: Kind,
    /// What goes on.
    #[serde(flatten)]
    pub going_on: GoingOn,
}

/// Why the demo siren was not heard from this computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SpeakerProblem {
    /// There is no audio device.
    NoDevice,
    /// The device did not take the sound, or not in time.
    NotPlayed,
    /// An earlier sound still waits for the device.
    Busy,
}

/// The demo siren through this computer's speakers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SpeakersView {
    /// Whether the person has allowed it. Off until then.
    pub on: bool,
    /// What was in the way when it was last tried.
    pub problem: Option<SpeakerProblem>,
}

/// The incident that a person asked for outside of the window, by a click on a notification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AskedFor {
    /// The incident.
    pub incident: IncidentId,
    /// Grows with every click: the window goes there once for each.
    pub times: u64,
}

/// Everything the window shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AppView {
    /// Grows with every view: the window drops what is older than what it shows.
    pub seq: u64,
    /// The home; `None` before the first start's choice.
    pub home: Option<HomeView>,
    /// Whether the station answers.
    pub station: StationLink,
    /// Whether the station is on another machine, so that it acts even if this one stops working (C5, Q5).
    pub station_elsewhere: bool,
    /// What this device may do in its home (V1).
    pub role: DeviceRole,
    /// Why this home may not send an SOS; empty when it may.
    pub reasons: Vec<ReasonView>,
    /// Why this home may not sound its siren alone; empty when it may.
    pub siren_reasons: Vec<ReasonView>,
    /// The SOS of this device that is under way or just ended.
    pub sos: Option<SosView>,
    /// The latest slides of this device: it alone can skip their first call, or still ask for help after a contact's
    /// cancel (E9, E10).
    pub slid_here: Vec<SignalId>,
    /// The home's latest incidents, newest first.
    pub incidents: Vec<IncidentView>,
    /// What else the person should know.
    pub notices: Vec<Notice>,
    /// Whether the person has read that SOS is for emergencies only (A6). Nothing waits for it.
    pub rule_read: bool,
    /// The demo siren through this computer's speakers.
    pub speakers: SpeakersView,
    /// What is known of this computer's own alerts.
    pub alerts: AlertsView,
    /// The question before leaving, while there is one.
    pub leaving: Option<LeavingView>,
    /// The incident that a notification was clicked for.
    pub asked_for: Option<AskedFor>,
}

/// What the window is told when the view has changed. The incidents are the bulk of a view and seldom what has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ViewEvent {
    /// The view; without its incidents where they are the same.
    #[serde(flatten)]
    pub view: AppView,
    /// Whether the incidents are those that the window was told last.
    pub same_incidents: bool,
}
