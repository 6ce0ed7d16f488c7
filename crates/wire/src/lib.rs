//! Every HTTP and IPC shape of Mayday, declared once. `ui/src/backend/wire.ts` is generated from here.
//!
//! Suffixes tell the direction: `…Request` goes in, `…Response` and `…View` come out. Personal data
//! is `Redacted`, so that no log of a whole shape can show it.

pub mod activity;
pub mod alarm;
pub mod app;
pub mod board;
pub mod camera;
pub mod entitlement;
pub mod error;
pub mod health;
pub mod history;
pub mod home;
pub mod language;
pub mod live;
pub mod pairing;
#[cfg(feature = "pairing")]
pub mod pin;
#[cfg(feature = "ts")]
pub mod plans;
pub mod readiness;
pub mod secrets;
pub mod setup;
pub mod signal;
pub mod through;
#[cfg(feature = "ts")]
pub mod typescript;

pub use activity::{Activity, ActivityView};
pub use alarm::{
    AgentWaitView, BurglarSettingRequest, CallBackRequest, CancelCodeRequest, CodeRequest, DrillAlarmRequest,
    PracticeRequest, PracticeView, RaiseRequest, RaiseResponse,
};
pub use app::{
    AppView, AskedFor, GoingOn, Leaving, LeavingView, Notice, NoticeCode, SosPhase, SosView, SpeakerProblem,
    SpeakersView, StationLink, ViewEvent,
};
pub use board::{
    AgentActionRequest, AgentSignInRequest, BaseStationView, BoardAction, BoardActionRequest, BoardActionResponse,
    BoardCallState, BoardCallView, BoardContactView, BoardLinkResponse, BoardMessageView, BoardView, CallReport,
    SoundingView,
};
pub use camera::{CameraKind, CameraView, NameCameraRequest};
pub use entitlement::SignedEntitlement;
pub use error::{ErrorBody, ErrorCode, ReasonView};
pub use health::{HealthResponse, Trouble, TroubleView};
pub use history::{HistoryFilter, HistoryGroup, HistoryPageView, IncidentsRequest, SavedHistoryView};
pub use home::{
    ContactView, DemoSecrets, EnterDemoRequest, EnterHomeResponse, HomeView, Mode, OperatorView, SetDemoDevicesRequest,
    SetDemoPlanRequest, VersionResponse,
};
pub use language::Language;
pub use live::{
    CameraPlace, CameraProblem, CameraTransport, ClipHead, ClipState, ClipView, ConnectCameraRequest, ConnectedView,
    FoundView, LiveHead, LiveStatus, PictureFrom, PictureView, StillHead, StreamHead,
};
pub use pairing::{
    DeviceRole, Fingerprint, InvitationCardView, InvitationView, InviteRequest, PairWithCodeRequest,
    PairWithCodeResponse, PairedDeviceView, PairedDevicesView, PairingCode, PairingLink,
};
pub use readiness::{
    BoardReadinessActionRequest, BoardReadinessCallView, BoardReadinessState, CallingView, ContactReadiness,
    FindingView, HearsView, LastTryView, ProofView, ReadinessStage, ReadinessView, RingRequest,
};
pub use secrets::{SecretsView, SetSecretsRequest, TestSecretRequest, TestSecretResponse};
pub use setup::{
    AddressSetup, ChangeHomeRequest, CheckSetUpRequest, ContactSetup, FieldProblem, HomeSetup, NotLive, NotLiveView,
    PairRequest, SetUpDraft, SetUpField, SetUpPreview, SetUpRequest,
};
pub use signal::{
    CancelRequest, HomeEvent, IncidentPhase, IncidentView, SignalRequest, SignalResponse, SignalStanding, SirenView,
    TimelineEntry,
};
pub use through::{AlertAnswer, AlertsView, CardVersion, Desktop, QrView, StationCardView, StationContact};

/// The version of the HTTP interface. App and station of different versions do not work together.
pub const API_VERSION: u32 = 4;
