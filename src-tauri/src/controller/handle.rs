//! How everything else reaches the controller.

use mayday_protocol::sos::Message;
use mayday_protocol::{CameraId, HomeId, IncidentId, Kind, SignalId};
use mayday_wire::{
    AppView, ErrorBody, ErrorCode, HomeSetup, HomeView, Language, Leaving, SetUpDraft, SetUpPreview, SignalResponse,
    TestSecretRequest, TestSecretResponse,
};
use tauri::Url;
use tokio::sync::{mpsc, oneshot};

use crate::speaker::SpeakerFailure;
use crate::station::{Ask, Membership, News, SendFailure, Station, Typed};

/// Ticks that may wait. The controller answers in microseconds; who finds it full waits.
const WAITING: usize = 256;

/// What a person wants.
#[derive(Debug)]
pub(crate) enum Intent {
    /// Enter the demo home.
    StartDemo,
    /// Add this device to its home again, after it was removed.
    AddDevice,
    /// Set a home up.
    SetUp(Box<HomeSetup>),
    /// Come into a home whose station is on another machine.
    PairWithCode {
        /// The link, or the code.
        typed: Typed,
        /// Where the station is met, where the code says nothing of it.
        address: String,
    },
    /// Keep a set-up that may be left, or forget it.
    KeepDraft(Option<Box<SetUpDraft>>),
    /// A slide has ended.
    Slide(Kind),
    /// Slide to one service, from the picture of a camera (S3).
    SlideAt { kind: Kind, camera: CameraId },
    /// A slide of a drill has ended (L5).
    Drill(Kind),
    /// Cancel or withdraw the SOS.
    Cancel {
        /// The access code, where the home wants one (C7).
        code: Option<Typed>,
    },
    /// Do not wait any longer.
    SendNow,
    /// Leave what has ended.
    Dismiss,
    /// Open the phone board.
    OpenBoard,
    /// Something that the station alone decides.
    Ask(Ask),
    /// SOS is for emergencies only: read (A6).
    ReadRule,
    /// Allow the demo siren to sound through this computer's speakers, or not.
    SetSpeakers {
        /// Allowed.
        on: bool,
    },
    /// Sound the demo siren once.
    TrySpeakers,
    /// Send a test alert.
    TryAlerts,
    /// Say what became of it.
    SayAlert {
        /// It was seen.
        seen: bool,
    },
    /// Leave a home whose station is on another machine.
    LeaveHome,
    /// Speak this language from now on (V4).
    ChooseLanguage(Language),
    /// The page shows the question before leaving.
    LeavingShown,
    /// Do not leave.
    Stay,
    /// Leave all the same.
    LeaveAnyway,
}

/// Where the answer to an intent goes.
pub(super) type Reply = oneshot::Sender<Result<(), ErrorBody>>;

/// Where the answer to a look at a set-up goes.
pub(super) type PreviewReply = oneshot::Sender<Result<SetUpPreview, ErrorBody>>;

/// Where the answer to a try of a secret goes.
pub(super) type TestReply = oneshot::Sender<Result<TestSecretResponse, ErrorBody>>;

/// The home and the way to its station, for what is only read there.
pub(crate) type Reach = (HomeView, Station);

/// Everything that can happen to the controller.
pub(crate) enum Tick {
    /// The window asks for the view.
    View(oneshot::Sender<AppView>),
    /// The person wants something.
    Intent(Intent, Reply),
    /// The person has answered some questions of a set-up; `change`: of the home that is there.
    CheckSetUp { setup: Box<HomeSetup>, change: bool, reply: PreviewReply },
    /// The window asks for a set-up that was left.
    Draft(oneshot::Sender<Option<SetUpDraft>>),
    /// The person tries a secret.
    TestSecret { request: TestSecretRequest, reply: TestReply },
    /// The person reads what the station keeps of the home.
    Reach(oneshot::Sender<Result<Reach, ErrorCode>>),
    /// A home was entered.
    Entered(Box<HomeView>, Box<Membership>),
    /// This device has left this home.
    Left(HomeId),
    /// News of the station.
    Station(News),
    /// The station's answer to a message, or that there is none.
    Answer { signal: SignalId, message: Message, answer: Result<SignalResponse, SendFailure> },
    /// Whether an entry of the journal is on the disk.
    Journal(bool),
    /// A link to the phone board has come.
    OpenBoard(Url),
    /// A person wants to close the window, or to quit.
    Leave(Leaving),
    /// A person asks for the window: the tray, or a notification about an incident.
    Open(Option<IncidentId>),
    /// What became of the speakers.
    Speaker(Result<(), SpeakerFailure>),
    /// The app's window is gone.
    Closed,
}

/// The way in.
#[derive(Clone, Debug)]
pub(crate) struct Handle(mpsc::Sender<Tick>);

impl Handle {
    pub(crate) fn new() -> (Self, mpsc::Receiver<Tick>) {
        let (ticks, inbox) = mpsc::channel(WAITING);
        (Self(ticks), inbox)
    }

    /// What the window shows.
    pub(crate) async fn view(&self) -> Result<AppView, ErrorBody> {
        let (reply, answer) = oneshot::channel();
        self.tick(Tick::View(reply)).await;
        answer.await.map_err(|_| ErrorCode::NotNow.into())
    }

    /// The set-up that was left before its end.
    pub(crate) async fn draft(&self) -> Result<Option<SetUpDraft>, ErrorBody> {
        let (reply, answer) = oneshot::channel();
        self.tick(Tick::Draft(reply)).await;
        answer.await.map_err(|_| ErrorCode::NotNow.into())
    }

    /// The home of this device.
    pub(crate) async fn home(&self) -> Result<HomeView, ErrorBody> {
        Ok(self.view().await?.home.ok_or(ErrorCode::NoHome)?)
    }

    /// Passes an intent on and waits until it was taken up or refused.
    pub(crate) async fn intend(&self, intent: Intent) -> Result<(), ErrorBody> {
        let (reply, answer) = oneshot::channel();
        self.tick(Tick::Intent(intent, reply)).await;
        answer.await.unwrap_or_else(|_| Err(ErrorCode::NotNow.into()))
    }

    /// Looks at a set-up, and keeps nothing.
    pub(crate) async fn check_set_up(&self, setup: HomeSetup, change: bool) -> Result<SetUpPreview, ErrorBody> {
        let (reply, answer) = oneshot::channel();
        self.tick(Tick::CheckSetUp { setup: Box::new(setup), change, reply }).await;
        answer.await.unwrap_or_else(|_| Err(ErrorCode::NotNow.into()))
    }

    /// Tries a secret.
    pub(crate) async fn test_secret(&self, request: TestSecretRequest) -> Result<TestSecretResponse, ErrorBody> {
        let (reply, answer) = oneshot::channel();
        self.tick(Tick::TestSecret { request, reply }).await;
        answer.await.unwrap_or_else(|_| Err(ErrorCode::NotNow.into()))
    }

    /// The home and the way to its station.
    pub(crate) async fn reach(&self) -> Result<Reach, ErrorBody> {
        let (reply, answer) = oneshot::channel();
        self.tick(Tick::Reach(reply)).await;
        Ok(answer.await.unwrap_or(Err(ErrorCode::NotNow))?)
    }

    pub(crate) async fn tick(&self, tick: Tick) {
        // The controller lives as long as the app: without it, there is nobody left to tell.
        let _ = self.0.send(tick).await;
    }

    pub(crate) fn tick_from_thread(&self, tick: Tick) {
        let _ = self.0.blocking_send(tick);
    }

    /// The app's window is gone.
    pub(crate) fn closed(&self) {
        self.tick_later(Tick::Closed);
    }

    /// A person closes the window while something goes on.
    pub(crate) fn close(&self) {
        self.tick_later(Tick::Leave(Leaving::Window));
    }

    /// A person quits.
    pub(crate) fn quit(&self) {
        self.tick_later(Tick::Leave(Leaving::App));
    }

    /// A person asks for the window.
    pub(crate) fn open(&self) {
        self.tick_later(Tick::Open(None));
    }

    /// From the window's thread, which waits for nobody.
    fn tick_later(&self, tick: Tick) {
        let handle = self.clone();
        tauri::async_runtime::spawn(async move { handle.tick(tick).await });
    }
}
