//! The TypeScript of every shape, as one file.

use mayday_protocol::call::{NotAnswered, Role};
use mayday_protocol::incident::{CancelEffect, CommittedBy, Ending, Event, Receiver, SirenStep};
use mayday_protocol::plan::{
    AfterCancel, AfterDispatch, Audience, BurglarSetting, CancelByContact, CancelInApp, Course, Deciding, Disarm,
    FirstStep, NoDecision, NotReached, Opens, PasswordAsked, ResponsePlan, Siren, Trigger, Visibility, WhileOpen, Whom,
    WrongPassword,
};
use mayday_protocol::secret::{Secret, SecretPair};
use mayday_protocol::{
    Camera, ContactId, Country, HomeFacts, HomeId, IncidentId, Kind, Monitoring, Plan, Reason, Region, Service,
    SignalId, SirenPlaces,
};
use ts_rs::{Config, TS};

use crate::{
    AddressSetup, AgentActionRequest, AgentSignInRequest, AgentWaitView, AlertAnswer, AlertsView, AppView, AskedFor,
    BaseStationView, BoardAction, BoardActionRequest, BoardCallState, BoardCallView, BoardContactView,
    BoardMessageView, BoardView, CallBackRequest, CardVersion, CodeRequest, ContactSetup, ContactView, DemoSecrets,
    Desktop, ErrorBody, ErrorCode, FieldProblem, GoingOn, HistoryFilter, HistoryGroup, HistoryPageView, HomeSetup,
    HomeView, IncidentPhase, IncidentView, Leaving, LeavingView, Mode, NotLive, NotLiveView, Notice, NoticeCode,
    PracticeView, QrView, RaiseRequest, ReasonView, SavedHistoryView, SecretsView, SetSecretsRequest, SetUpField,
    SetUpPreview, SirenView, SosPhase, SosView, SoundingView, SpeakerProblem, SpeakersView, StationCardView,
    StationContact, StationLink, TestSecretRequest, TestSecretResponse, TimelineEntry, ViewEvent,
};

macro_rules! declarations {
    ($cfg:expr, $($shape:ty),* $(,)?) => {
        [$(declaration::<$shape>($cfg)),*].concat()
    };
}

/// The text of `ui/src/backend/wire.ts`.
pub fn generate() -> String {
    let cfg = Config::new().with_large_int("number");
    let header = "// Generated from crates/wire by `cargo xtask generate`. Do not edit.\n";
    let body = declarations!(
        &cfg,
        SignalId,
        IncidentId,
        HomeId,
        ContactId,
        Kind,
        Service,
        Trigger,
        BurglarSetting,
        Course,
        Siren,
        Opens,
        Whom,
        NotReached,
        NoDecision,
        WrongPassword,
        PasswordAsked,
        CancelByContact,
        AfterCancel,
        Deciding,
        Audience,
        FirstStep,
        Disarm,
        CancelInApp,
        AfterDispatch,
        WhileOpen,
        Visibility,
        ResponsePlan,
        Plan,
        Monitoring,
        Country,
        Region,
        Camera,
        HomeFacts,
        Reason,
        ReasonView,
        ErrorCode,
        SetUpField,
        FieldProblem,
        ErrorBody,
        Mode,
        ContactView,
        AddressSetup,
        ContactSetup,
        HomeSetup,
        NotLive,
        NotLiveView,
        SetUpPreview,
        PracticeView,
        DemoSecrets,
        StationContact,
        SecretPair,
        Secret,
        SecretsView,
        SetSecretsRequest,
        TestSecretRequest,
        TestSecretResponse,
        HomeView,
        SirenPlaces,
        SirenStep,
        SirenView,
        Role,
        NotAnswered,
        CommittedBy,
        Receiver,
        CancelEffect,
        Event,
        Ending,
        IncidentPhase,
        TimelineEntry,
        IncidentView,
        HistoryGroup,
        HistoryFilter,
        HistoryPageView,
        SavedHistoryView,
        StationLink,
        SosPhase,
        SosView,
        NoticeCode,
        Notice,
        Leaving,
        GoingOn,
        LeavingView,
        SpeakerProblem,
        SpeakersView,
        QrView,
        StationCardView,
        CardVersion,
        Desktop,
        AlertAnswer,
        AlertsView,
        AskedFor,
        AppView,
        ViewEvent,
        BoardCallState,
        BoardCallView,
        BoardMessageView,
        BoardContactView,
        AgentWaitView,
        SoundingView,
        BaseStationView,
        BoardView,
        BoardAction,
        BoardActionRequest,
        RaiseRequest,
        CodeRequest,
        CallBackRequest,
        AgentSignInRequest,
        AgentActionRequest,
    );
    format!("{header}{body}")
}

fn declaration<T: TS>(cfg: &Config) -> String {
    format!("\nexport {}\n", T::decl(cfg))
}
