//! The controller with a screen that only remembers, and with no station to reach.

mod alarm;
mod alerts;
mod cancelling;
mod entitled;
mod leaving;
mod left;
mod lost;
mod siren;

use mayday_protocol::eligibility::Reason;
use mayday_protocol::plan::BurglarSetting;
use mayday_protocol::{
    Camera, CameraId, ContactId, Country, HomeFacts, HomeId, IncidentId, Kind, Monitoring, Plan, Premises, Region,
    SignalId, sos::Decision, sos::Entry, sos::Signal,
};
use mayday_wire::{
    AppView, CameraKind, CameraView, ContactReadiness, ContactView, Desktop, ErrorCode, HomeView, IncidentView,
    Language, Mode, NoticeCode, ReadinessView, SosPhase, StationContact,
};
use tempfile::TempDir;
use tokio::sync::watch;

use super::handle::{Handle, Intent, Tick};
use super::{Controller, Shell};
use crate::folder::{Folder, keep, replace};
use crate::journal::{self, Found};
use crate::words::Words;

/// proves: B12, B13
#[tokio::test]
async fn a_slide_is_refused_with_every_reason_from_the_facts_on_the_device() {
    let app = App::open(&home(Plan::Basic, false)).await;
    let refusal = app.handle.intend(Intent::Slide(Kind::SosPolice)).await.expect_err("Basic has no SOS");
    assert_eq!(refusal.code, ErrorCode::NotEligible);
    let codes: Vec<_> = refusal.reasons.iter().map(|reason| reason.code).collect();
    assert_eq!(codes, [Reason::PlanWithoutSos, Reason::CamerasNotEnrolled]);
    assert_eq!(app.view().await.sos, None, "nothing was begun");
}

/// proves: A9, B13, C1
#[tokio::test]
async fn a_slide_begins_its_countdown_at_once_though_no_station_answers() {
    let mut app = App::open(&home(Plan::Pro, true)).await;
    app.handle.intend(Intent::Slide(Kind::SosMedical)).await.expect("an entitled home may send");
    let sos = app.shows(|view| view.sos.clone()).await;
    assert_eq!((sos.kind, sos.phase, sos.held), (Kind::SosMedical, SosPhase::Counting, false));
    assert!(sos.can_cancel && !sos.offer_911);
    let kept = app.until(|| matches!(journal::read(&app.folder()), Found::Entry(_))).await;
    assert!(kept, "the journal is written beside the sending");
}

/// proves: C8
#[tokio::test]
async fn a_second_slide_while_one_is_under_way_is_refused_and_changes_nothing() {
    let app = App::open(&home(Plan::Pro, true)).await;
    app.handle.intend(Intent::Slide(Kind::SosPolice)).await.expect("the first one may go");
    let first = app.view().await.sos.expect("it is under way").signal;
    let refusal = app.handle.intend(Intent::Slide(Kind::SosFire)).await.expect_err("one at a time");
    assert_eq!(refusal.code, ErrorCode::AlreadyUnderWay);
    assert_eq!(app.view().await.sos.map(|sos| sos.signal), Some(first));
}

/// proves: C2, C6
#[tokio::test]
async fn cancelled_is_shown_only_when_the_station_has_said_so() {
    let app = App::open(&home(Plan::Pro, true)).await;
    app.handle.intend(Intent::Slide(Kind::SosPolice)).await.expect("an entitled home may send");
    app.handle.intend(Intent::Cancel { code: None }).await.expect("within the five seconds");
    assert_eq!(app.view().await.sos.map(|sos| sos.phase), Some(SosPhase::Cancelling));
    let again = app.handle.intend(Intent::Cancel { code: None }).await.expect_err("it is being cancelled");
    assert_eq!(again.code, ErrorCode::NotNow);
    assert!(app.handle.intend(Intent::Dismiss).await.is_err(), "it is not over");
}

/// proves: V3
#[tokio::test]
async fn the_history_is_that_of_the_home_that_is_entered_and_without_one_there_is_none() {
    let entered = home(Plan::Pro, true);
    let (of, _) = App::open(&entered).await.handle.reach().await.expect("there is a home");
    assert_eq!(of.id, entered.id);
    let none = App::start(tempfile::tempdir().expect("a temporary folder")).handle.reach().await;
    assert_eq!(none.err().map(|refusal| refusal.code), Some(ErrorCode::NoHome));
}

#[tokio::test]
async fn a_journal_that_cannot_be_written_delays_nothing_and_is_said() {
    let mut app = App::open(&home(Plan::Pro, true)).await;
    app.view().await;
    std::fs::remove_dir_all(app.temp.path()).expect("the folder can be removed");
    app.handle.intend(Intent::Slide(Kind::SosPolice)).await.expect("an SOS needs no disk");
    let sos = app.shows(|view| view.sos.clone().filter(|sos| sos.journal_broken)).await;
    assert_eq!(sos.phase, SosPhase::Counting);
}

#[tokio::test]
async fn a_journal_that_is_not_understood_is_put_aside_and_said() {
    let temp = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(temp.path().join("sos.json"), b"{\"signal\":").expect("writable");
    let app = App::open_in(temp, &home(Plan::Pro, true)).await;
    let notices = app.view().await.notices;
    assert!(notices.iter().any(|notice| notice.code == NoticeCode::JournalUnreadable), "{notices:?}");
    assert!(app.temp.path().join("sos.unreadable").exists(), "nothing is lost");
}

#[tokio::test]
async fn a_station_that_cannot_be_started_is_said() {
    let mut app = App::open(&home(Plan::Pro, true)).await;
    let said = app
        .shows(|view| view.notices.iter().find(|notice| notice.code == NoticeCode::StationNotStarted).cloned())
        .await;
    assert!(said.sentence.contains("911"));
}

/// proves: B12
#[test]
fn a_refusal_that_names_no_reason_still_shows_one_with_its_step() {
    for code in [ErrorCode::Malformed, ErrorCode::TooLarge, ErrorCode::IdReused, ErrorCode::Revoked] {
        let reasons = super::reasons_of(&code.into());
        assert!(reasons.iter().all(|reason| !reason.mend().is_empty()) && reasons.len() == 1, "{code:?}");
    }
    let named = mayday_wire::ErrorBody::revoked(true);
    assert_eq!(super::reasons_of(&named), [Reason::RevokedAfterHold]);
}

/// proves: C8
#[tokio::test]
async fn what_an_earlier_run_had_settled_is_not_taken_up_again() {
    let temp = tempfile::tempdir().expect("a temporary folder");
    let signal = Signal {
        id: SignalId::from_random([1; 16]),
        kind: Kind::SosPolice,
        slid_at: mayday_clock::system().now(),
        drill: false,
        camera: None,
    };
    let entry = serde_json::to_vec(&Entry { signal, decision: Decision::Settled }).expect("an entry is JSON");
    replace(&temp.path().join("sos.json"), &entry).expect("writable");
    let app = App::open_in(temp, &home(Plan::Pro, true)).await;
    assert_eq!(app.view().await.sos, None);
}

/// The app without Tauri: a controller, its handle, and what it has shown.
struct App {
    handle: Handle,
    shown: watch::Receiver<Option<AppView>>,
    did: watch::Receiver<Vec<Did>>,
    temp: TempDir,
}

impl App {
    async fn open(home: &HomeView) -> Self {
        Self::open_in(tempfile::tempdir().expect("a temporary folder"), home).await
    }

    async fn open_in(temp: TempDir, home: &HomeView) -> Self {
        keep(&Folder::at(temp.path()).home_file(), home).expect("writable");
        Self::start(temp)
    }

    /// In this folder as it is.
    fn start(temp: TempDir) -> Self {
        let folder = Folder::at(temp.path());
        let (handle, inbox) = Handle::new();
        let (screen, shown) = watch::channel(None);
        let (doing, did) = watch::channel(vec![]);
        let screen = Screen { shown: screen, did: doing };
        let controller = Controller::new(folder, mayday_clock::system(), handle.clone(), screen, Language::English);
        tokio::spawn(controller.run(inbox));
        Self { handle, shown, did, temp }
    }

    /// What was done outside of the page, so far.
    fn did(&self) -> Vec<Did> {
        self.did.borrow().clone()
    }

    /// Something has happened, and the controller has taken it up.
    async fn happens(&self, tick: Tick) {
        self.handle.tick(tick).await;
        self.view().await;
    }

    fn folder(&self) -> Folder {
        Folder::at(self.temp.path())
    }

    async fn view(&self) -> AppView {
        self.handle.view().await.expect("the controller answers")
    }

    /// Waits until a shown view has it.
    async fn shows<T>(&mut self, find: impl Fn(&AppView) -> Option<T>) -> T {
        loop {
            if let Some(found) = self.shown.borrow_and_update().as_ref().and_then(&find) {
                return found;
            }
            self.shown.changed().await.expect("the controller lives");
        }
    }

    /// Asks the controller for its view until something outside has happened.
    async fn until(&self, happened: impl Fn() -> bool) -> bool {
        for _ in 0..100_000 {
            if happened() {
                return true;
            }
            self.view().await;
        }
        false
    }
}

/// A screen that only remembers.
struct Screen {
    shown: watch::Sender<Option<AppView>>,
    did: watch::Sender<Vec<Did>>,
}

/// What the controller had done outside of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Did {
    Front,
    Hide,
    Notify(String),
    Look,
    Sound,
    StopSound,
    Exit,
    Speak(&'static str),
    Begins(IncidentId),
}

impl Screen {
    fn did(&self, what: Did) {
        self.did.send_modify(|did| did.push(what));
    }
}

impl Shell for Screen {
    fn show(&self, view: &AppView) {
        self.shown.send_replace(Some(view.clone()));
    }
    fn speak(&self, words: &'static Words) {
        self.did(Did::Speak(words.open));
    }
    fn come_to_front(&self) {
        self.did(Did::Front);
    }
    fn open_board(&self, _link: tauri::Url) {}
    fn hide(&self) {
        self.did(Did::Hide);
    }
    fn guard(&self, _guarded: bool) {}
    fn notify(&self, title: String, _body: String, _incident: Option<IncidentId>) {
        self.did(Did::Notify(title));
    }
    fn hear_incident(&self, _home: &HomeView, incident: &IncidentView, begins: bool) {
        if begins {
            self.did(Did::Begins(incident.id));
        }
    }
    fn desktop(&self) -> Desktop {
        Desktop::Gnome
    }
    fn look_for_speakers(&self) {
        self.did(Did::Look);
    }
    fn sound_siren(&self) {
        self.did(Did::Sound);
    }
    fn stop_siren(&self) {
        self.did(Did::StopSound);
    }
    fn exit(&self) {
        self.did(Did::Exit);
    }
}

pub(crate) fn home(plan: Plan, sos_for_cameras: bool) -> HomeView {
    HomeView {
        id: HomeId::from_random([1; 16]),
        mode: Mode::Demo,
        street: "12 Maple Street".to_owned().into(),
        city: "Austin, TX".to_owned().into(),
        facts: HomeFacts {
            plan,
            region: Region { country: Country::UnitedStates, subdivision: "TX".to_owned() },
            has_alarm: false,
            security_kit: false,
            monitoring: Monitoring::NotEnrolled,
            sos_for_cameras,
            cameras: vec![Camera { compatible: true }],
            cameras_linked: false,
            ask_password: true,
            premises: Premises::Residential,
        },
        cameras: vec![CameraView {
            id: CameraId::from_random([3; 16]),
            name: "Front door".to_owned().into(),
            kind: CameraKind::Doorbell,
            compatible: true,
        }],
        contacts: vec![ContactView {
            id: ContactId::from_random([2; 16]),
            name: "Ana Ruiz".to_owned().into(),
            phone: "(512) 555-0101".to_owned().into(),
            readiness: ContactReadiness::default(),
        }],
        demo_password: None,
        demo_secrets: None,
        burglar_setting: BurglarSetting::IfNoOneCancels,
        practice: None,
        has_code: true,
        cancel_takes_code: false,
        secrets: mayday_wire::SecretsView::default(),
        setup: None,
        not_live: vec![],
        station: Some(StationContact { name: "Mayday station".to_owned(), number: "(202) 555-0110".to_owned() }),
        operator: None,
        readiness: ReadinessView::default(),
        entitlement: None,
    }
}
