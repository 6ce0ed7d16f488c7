//! Hold, commit, cancel, and the incident that a signal becomes.

use mayday_protocol::incident::{Ending, Event, SirenStep};
use mayday_protocol::plan::ResponsePlan;
use mayday_protocol::{CameraId, IncidentId, Kind, Redacted, SignalId, SirenPlaces};
use serde::{Deserialize, Serialize};

use crate::camera::CameraView;
use crate::health::HealthResponse;
use crate::home::{ContactView, HomeView, Mode};

/// Hold or commit a signal. Both carry the whole signal, so that a commit whose hold was lost on
/// the way still needs one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SignalRequest {
    /// Which slider.
    pub kind: Kind,
    /// The mode that the device showed.
    pub mode_seen: Mode,
    /// Milliseconds between the slide and this copy being sent, on a clock that counts suspend.
    pub since_slide_ms: u64,
    /// Whether it is a drill: everything but the dispatch request (L5).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "ts", ts(as = "Option<bool>", optional))]
    pub drill: bool,
    /// The camera from whose picture it was slid (S3). One that the home does not have is left out, and refuses nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub camera: Option<CameraId>,
}

/// Cancel a signal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CancelRequest {
    /// Milliseconds between the slide and the press.
    pub cancelled_after_ms: u64,
    /// The access code, in a home where a cancel takes it (C7).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Redacted<String>>,
}

/// Where a signal stands at the station.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "standing", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SignalStanding {
    /// Held; nothing happens yet.
    Held {
        /// Milliseconds until the station commits by itself.
        acts_by_itself_in_ms: u64,
    },
    /// Help is requested.
    Committed {
        /// The incident.
        incident: IncidentId,
    },
    /// Nobody is called.
    Cancelled,
}

/// The answer to hold, commit, cancel and ask: durable when it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SignalResponse {
    /// The signal.
    pub signal: SignalId,
    /// Where it stands.
    #[serde(flatten)]
    pub standing: SignalStanding,
}

/// Where an incident stands, in the household's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum IncidentPhase {
    /// Held: nothing happens yet.
    Held,
    /// A contact is being called.
    Contacting,
    /// The dispatch request has been ordered or its attempts have started; nobody has accepted it.
    Requesting,
    /// The receiving side accepted the dispatch request.
    Requested,
    /// Contacts are being told, and nobody is asked to come.
    Informing,
    /// Nobody answered, and nobody was sent: police can still be sent (F10).
    NobodySent,
    /// Taken in by another incident (A10).
    Joined,
    /// A siren without more.
    SirenAlone,
    /// Over.
    Closed,
}

/// One entry of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TimelineEntry {
    /// Milliseconds since the Unix epoch, by the station's clock.
    pub at_ms: i64,
    /// What happened.
    #[serde(flatten)]
    pub event: Event,
}

/// The siren of an incident, as far as the base station has confirmed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SirenView {
    /// What is known of it.
    pub step: SirenStep,
    /// Where it sounds, beside the base station.
    pub places: SirenPlaces,
}

/// An incident as the household sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct IncidentView {
    /// The incident.
    pub id: IncidentId,
    /// The signal it came from.
    pub signal: SignalId,
    /// What it is about.
    pub kind: Kind,
    /// The row of the plan table that it follows, as it stood when the signal was accepted.
    pub plan: ResponsePlan,
    /// Demo, or live.
    pub mode: Mode,
    /// The two words by which the station proves itself in its calls (M7).
    pub words: [String; 2],
    /// For how long the device that slid may still ask for help after a contact's cancel, in milliseconds when this view
    /// was made (E10).
    pub still_need_help_ms: Option<u64>,
    /// For how long an entry delay still runs, in milliseconds when this view was made: then the station raises the alarm
    /// unless it was disarmed (F11).
    #[serde(default)]
    pub alarm_in_ms: Option<u64>,
    /// Whether somebody of the household has yet to read what was told (K1).
    pub unread: bool,
    /// Whether enrolment could not be checked when this was accepted: it was accepted all the same (B13).
    #[serde(default)]
    pub enrolment_in_doubt: bool,
    /// The camera from whose picture it was slid (S3); `None`: from none, or from one that the home has no more.
    #[serde(default)]
    pub camera: Option<CameraView>,
    /// Where responders go.
    pub street: Redacted<String>,
    /// City and state.
    pub city: Redacted<String>,
    /// Where it stands.
    pub phase: IncidentPhase,
    /// How it ended, once it has.
    pub ending: Option<Ending>,
    /// The siren, once it was ordered.
    pub siren: Option<SirenView>,
    /// Grows with every change: of two views the higher one is newer.
    pub seq: u64,
    /// The contacts that the timeline names.
    pub contacts: Vec<ContactView>,
    /// What happened, oldest first.
    pub timeline: Vec<TimelineEntry>,
}

/// What the station pushes to a home's apps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum HomeEvent {
    /// The home as it is from now on.
    Home(Box<HomeView>),
    /// An incident as it is from now on.
    Incident(Box<IncidentView>),
    /// How the station itself is from now on.
    Health(HealthResponse),
}
