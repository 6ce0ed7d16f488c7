//! The actor behind the window: it owns the SOS, hears everything, and shows one view.
//!
//! A closed set of ticks, one loop. The window sends intents and renders views; the countdown, the
//! retries and every decision live here and in `mayday-protocol`, so a frozen page delays nothing.

mod alerts;
mod cancelling;
mod handle;
mod intents;
mod leaving;
mod lost;
mod passing;
mod practice;
#[cfg(test)]
pub(crate) mod tests;
mod view;

use std::collections::BTreeSet;
use std::time::Duration;

use mayday_clock::SharedClock;
use mayday_protocol::incident::{SirenStep, Standing};
use mayday_protocol::sos::{Input, Message, Output, Signal, Sos, State};
use mayday_protocol::{HomeFacts, HomeId, IncidentId, Kind, Reason, SignalId, eligibility};
use mayday_wire::{
    AppView, AskedFor, Desktop, ErrorBody, ErrorCode, HealthResponse, HomeEvent, HomeView, IncidentView, Language,
    NoticeCode, ReasonView, SetUpDraft, SignalResponse, SignalStanding, SpeakerProblem, StationLink, Trouble,
};
use tokio::sync::mpsc;
use tokio::task::AbortHandle;

use crate::entitlement;
use crate::folder::{Folder, Keeper};
use crate::journal::{self, Found, Journal};
use crate::settings::Settings;
use crate::speaker::SpeakerFailure;
use crate::station::{Membership, News, SendFailure, Station};
use crate::words::{self, Words};

use cancelling::CancelCode;
pub(crate) use handle::{Handle, Intent, Tick};
pub(crate) use leaving::is_open;

/// The waits of a suspended machine do not count suspend, so a running countdown is looked at this often.
const LONGEST_WAIT: Duration = Duration::from_secs(1);
/// Incidents that are shown.
const LATEST: usize = 20;
/// An incident whose last news is older than this is not worth a notification.
const FRESH_MS: i64 = 10_000;

/// The screen, as the controller knows it.
pub(crate) trait Shell: Send + Sync + 'static {
    /// Shows a view.
    fn show(&self, view: &AppView);
    /// Says what it says by itself in these words from now on.
    fn speak(&self, words: &'static Words);
    /// Brings the window to the front.
    fn come_to_front(&self);
    /// Opens the phone board's page.
    fn open_board(&self, link: tauri::Url);
    /// Puts the window away; the app goes on.
    fn hide(&self);
    /// Whether closing the window has to be asked about first. Called often.
    fn guard(&self, guarded: bool);
    /// Shows a notification that stays; a click on it opens the window, on this incident if there is one.
    fn notify(&self, title: String, body: String, incident: Option<IncidentId>);
    /// An incident stands so; `begins`: it has just begun. Called beside everything else, and waits for nothing.
    fn hear_incident(&self, home: &HomeView, incident: &IncidentView, begins: bool);
    /// Which system shows notifications here.
    fn desktop(&self) -> Desktop;
    /// Sees whether this computer can be heard; the outcome comes as a tick.
    fn look_for_speakers(&self);
    /// Sounds the demo siren once; the outcome comes as a tick.
    fn sound_siren(&self);
    /// Ends what sounds.
    fn stop_siren(&self);
    /// Ends the app.
    fn exit(&self);
}

/// See the module.
pub(crate) struct Controller<S> {
    folder: Folder,
    clock: SharedClock,
    handle: Handle,
    shell: S,
    station: Option<Station>,
    journal: Journal,
    home_keeper: Keeper<HomeView>,
    home: Option<HomeView>,
    /// What eligibility is decided from.
    entitled: Option<HomeFacts>,
    /// What this device is in it.
    membership: Option<Membership>,
    membership_keeper: Keeper<Membership>,
    /// Listens to the station's events of the home.
    following: Option<AbortHandle>,
    /// What is said outside of the window.
    words: &'static Words,
    settings: Settings,
    settings_keeper: Keeper<Settings>,
    /// A set-up that was left before its end.
    draft: Option<SetUpDraft>,
    draft_keeper: Keeper<Option<SetUpDraft>>,
    speaker_problem: Option<SpeakerProblem>,
    alerts: alerts::Alerts,
    link: StationLink,
    sos: Option<Sos>,
    /// What was typed to cancel it (C7), and why the station did not take it.
    cancel_code: CancelCode,
    /// What was sent last, while nobody has answered it.
    unanswered: Option<(Signal, Message)>,
    /// What the station answered when it could not do what was asked last.
    trouble: Option<String>,
    incidents: Vec<IncidentView>,
    slides: passing::Slides,
    passing: passing::Passing,
    announcements: practice::Announcements,
    notices: BTreeSet<NoticeCode>,
    journal_broken: bool,
    /// The window was closed while something went on.
    hidden: bool,
    question: Option<leaving::Question>,
    asked_for: Option<AskedFor>,
    shown: Option<AppView>,
    seq: u64,
}

impl<S: Shell> Controller<S> {
    pub(crate) fn new(folder: Folder, clock: SharedClock, handle: Handle, shell: S, language: Language) -> Self {
        let written = handle.clone();
        let journal = Journal::start(&folder, move |kept| written.tick_from_thread(Tick::Journal(kept)));
        let home_keeper = Keeper::start("home", folder.home_file());
        let membership_keeper = Keeper::start("membership", folder.membership_file());
        let settings = Settings::read(&folder.settings_file());
        let alerts = alerts::Alerts::on(shell.desktop());
        let settings_keeper = Keeper::start("settings", folder.settings_file());
        let draft_keeper = Keeper::start("set-up", folder.draft_file());
        Self {
            folder,
            clock,
            handle,
            shell,
            station: None,
            journal,
            home_keeper,
            home: None,
            entitled: None,
            membership: None,
            membership_keeper,
            following: None,
            words: words::of(language),
            settings,
            settings_keeper,
            draft: None,
            draft_keeper,
            speaker_problem: None,
            alerts,
            link: StationLink::None,
            sos: None,
            cancel_code: CancelCode::default(),
            unanswered: None,
            trouble: None,
            incidents: vec![],
            slides: passing::Slides::default(),
            passing: passing::Passing::default(),
            announcements: practice::Announcements::default(),
            notices: BTreeSet::new(),
            journal_broken: false,
            hidden: false,
            question: None,
            asked_for: None,
            shown: None,
            seq: 0,
        }
    }

    /// Runs for as long as the app lives.
    pub(crate) async fn run(mut self, mut inbox: mpsc::Receiver<Tick>) {
        self.start();
        loop {
            // Also when the next tick is there already: no stream of them holds a countdown up.
            self.on_timer();
            self.carry_out();
            self.watch_the_door();
            self.show();
            tokio::select! {
                biased;
                tick = inbox.recv() => match tick {
                    Some(tick) => self.on_tick(tick).await,
                    None => return,
                },
                () = tokio::time::sleep(self.wait()) => {}
            }
        }
    }

    /// Takes up what an earlier run left behind, before anything else is reached.
    fn start(&mut self) {
        self.membership = self.folder.read_membership();
        let elsewhere = self.membership.as_ref().and_then(|membership| membership.elsewhere.clone());
        match Station::new(self.folder.clone(), self.clock.clone(), self.handle.clone(), elsewhere) {
            Ok(station) => self.station = Some(station),
            Err(error) => {
                tracing::error!(error = format!("{error:#}"), "the station cannot be spoken to");
                self.notices.insert(NoticeCode::StationNotStarted);
            }
        }
        self.home = self.folder.read_home();
        self.draft = self.folder.read_draft();
        if let Some(home) = self.home.clone() {
            self.passing.hear_home(&home, self.clock.now());
            self.rely_on(&home);
        }
        match journal::read(&self.folder) {
            Found::Nothing => {}
            Found::Entry(entry) => {
                self.slides.began(entry.signal.id);
                self.sos = Sos::resume(entry, self.clock.now());
            }
            Found::Unreadable => drop(self.notices.insert(NoticeCode::JournalUnreadable)),
        }
        if let Some(home) = self.home.clone() {
            self.follow(home);
        }
    }

    fn follow(&mut self, home: HomeView) {
        self.link = StationLink::Connecting;
        if let Some(station) = self.station.clone() {
            let following = tokio::spawn(station.follow(home)).abort_handle();
            if let Some(before) = self.following.replace(following) {
                before.abort();
            }
        }
    }

    async fn on_tick(&mut self, tick: Tick) {
        match tick {
            Tick::View(reply) => drop(reply.send(self.view())),
            Tick::Intent(intent, reply) => self.on_intent(intent, reply),
            Tick::CheckSetUp { setup, change, reply } => self.check_set_up(*setup, change, reply),
            Tick::Draft(reply) => drop(reply.send(self.draft.clone())),
            Tick::TestSecret { request, reply } => self.test_secret(request, reply),
            Tick::Reach(reply) => drop(reply.send(self.reach())),
            Tick::Entered(home, membership) => self.on_entered(*home, *membership),
            Tick::Left(home) => self.on_left(home),
            Tick::Station(news) => self.on_news(news),
            Tick::Answer { signal, message, answer } => self.on_answer(signal, message, answer),
            Tick::Journal(kept) => self.journal_broken = !kept,
            Tick::OpenBoard(link) => self.shell.open_board(link),
            Tick::Leave(what) => self.on_leave(what),
            Tick::Open(incident) => self.on_open(incident),
            Tick::Speaker(outcome) => self.speaker_problem = outcome.err().map(speaker_problem),
            Tick::Closed => self.shell.exit(),
        }
    }

    fn on_entered(&mut self, home: HomeView, membership: Membership) {
        self.membership_keeper.keep(membership.clone());
        self.membership = Some(membership);
        self.enter(home.clone());
        self.follow(home);
    }

    /// What belongs to another home goes with it.
    fn enter(&mut self, home: HomeView) {
        if self.home.as_ref().is_some_and(|before| before.id != home.id) {
            self.incidents.clear();
            self.sos.take_if(|sos| sos.is_settled());
        }
        self.keep_home(home);
    }

    /// What this device knew of the home goes; what it has chosen for itself stays.
    fn on_left(&mut self, left: HomeId) {
        if self.home.as_ref().is_none_or(|home| home.id != left) {
            return;
        }
        if let Some(following) = self.following.take() {
            following.abort();
        }
        self.home_keeper.forget();
        self.membership_keeper.forget();
        (self.home, self.membership, self.entitled) = (None, None, None);
        (self.sos, self.link) = (None, StationLink::None);
        self.incidents.clear();
        self.notices.clear();
        self.announcements = practice::Announcements::default();
    }

    fn on_news(&mut self, news: News) {
        match news {
            News::Up => {
                self.link = StationLink::Reachable;
                self.send_again();
            }
            News::Down => {
                self.link = StationLink::Unreachable;
                self.on_health(&HealthResponse { ready: false, troubles: vec![] });
            }
            News::Revoked => self.link = StationLink::Revoked,
            News::HomeUnknown(home) => self.on_home_unknown(home),
            News::Notice(code, true) => drop(self.notices.insert(code)),
            News::Notice(code, false) => drop(self.notices.remove(&code)),
            News::Paired(home) => self.enter(*home),
            News::Event { home, event } => self.on_event(home, event),
        }
    }

    /// What is still on its way from a home that was left changes nothing.
    fn on_event(&mut self, of: HomeId, event: HomeEvent) {
        let is_ours = self.home.as_ref().is_some_and(|home| home.id == of);
        match event {
            HomeEvent::Health(health) => self.on_health(&health),
            HomeEvent::Home(home) if is_ours => self.keep_home(*home),
            HomeEvent::Incident(incident) if is_ours => self.on_incident(*incident),
            HomeEvent::Home(_) | HomeEvent::Incident(_) => {}
        }
    }

    /// What the station says of itself replaces what it said before.
    fn on_health(&mut self, health: &HealthResponse) {
        for trouble in [Trouble::DiskFull, Trouble::NotStoring, Trouble::RecordsPutAside] {
            let is = health.troubles.iter().any(|told| told.code == trouble);
            self.on_news(News::Notice(trouble.into(), is));
        }
    }

    fn keep_home(&mut self, home: HomeView) {
        self.hear_of_practice(&home);
        self.passing.hear_home(&home, self.clock.now());
        self.believe(&home);
        self.home_keeper.keep(home.clone());
        self.home = Some(home);
    }

    /// The station's own line is believed: whose word it brings is whose word is read here from now on (B13).
    fn believe(&mut self, home: &HomeView) {
        let by = home.entitlement.as_ref().map(|signed| signed.key.clone());
        let membership = self.membership.take().filter(|membership| membership.home == home.id);
        let membership = membership.unwrap_or_else(|| Membership::here(home.id));
        if membership.entitled_by != by {
            self.membership_keeper.keep(Membership { entitled_by: by.clone(), ..membership.clone() });
        }
        self.membership = Some(Membership { entitled_by: by, ..membership });
        self.rely_on(home);
    }

    /// What eligibility is decided from, until the station says more.
    fn rely_on(&mut self, home: &HomeView) {
        let key = self.membership.as_ref().and_then(|membership| membership.entitled_by.as_deref());
        let entitled = entitlement::read(home, key);
        if entitled.altered {
            tracing::error!("what is kept of plan and enrolment was altered: the station is asked, and decides");
            self.notices.insert(NoticeCode::EntitlementAltered);
        } else {
            self.notices.remove(&NoticeCode::EntitlementAltered);
        }
        self.entitled = Some(entitled.facts);
    }

    /// A person asks for the window from outside of it.
    fn on_open(&mut self, incident: Option<IncidentId>) {
        self.come_to_front();
        if let Some(incident) = incident {
            let times = self.asked_for.map_or(0, |before| before.times) + 1;
            self.asked_for = Some(AskedFor { incident, times });
        }
    }

    /// The siren is heard here once the base station has confirmed that it sounds, and no longer than that.
    fn hear_siren(&self, before: Option<&IncidentView>, incident: &IncidentView, fresh: bool) {
        let sounds = |incident: &IncidentView| incident.siren.is_some_and(|it| it.step == SirenStep::Sounding);
        match (before.is_some_and(sounds), sounds(incident)) {
            (false, true) if fresh && self.settings.speakers => self.shell.sound_siren(),
            (true, false) => self.shell.stop_siren(),
            (false, false | true) | (true, true) => {}
        }
    }

    fn on_incident(&mut self, incident: IncidentView) {
        let known = self.incidents.iter().position(|known| known.id == incident.id);
        let before = known.map(|at| &self.incidents[at]);
        if before.is_some_and(|before| before.seq >= incident.seq) {
            return;
        }
        let now_ms = self.clock.now().wall_ms();
        let fresh = incident.timeline.last().is_some_and(|last| now_ms.saturating_sub(last.at_ms) < FRESH_MS);
        if let Some((title, body)) = self.news(before, &incident).filter(|_| fresh) {
            self.shell.notify(title, body, Some(incident.id));
        }
        if let Some(home) = &self.home {
            self.shell.hear_incident(home, &incident, before.is_none() && fresh && incident.ending.is_none());
        }
        self.hear_siren(before, &incident, fresh);
        self.passing.hear_incident(&incident, self.clock.now());
        match known {
            Some(at) => self.incidents[at] = incident,
            None => self.incidents.insert(0, incident),
        }
        self.incidents.truncate(LATEST);
    }

    fn on_answer(&mut self, signal: SignalId, message: Message, answer: Result<SignalResponse, SendFailure>) {
        let now = self.clock.now();
        let Some(sos) = self.sos.as_mut().filter(|sos| sos.signal().id == signal) else { return };
        self.trouble = match &answer {
            Err(SendFailure::NotNow(refusal)) => Some(refusal.sentence.clone()),
            // It said so last, and nothing else since.
            Err(SendFailure::Unreachable) => self.trouble.take(),
            Ok(_) | Err(SendFailure::Refused(_)) => None,
        };
        if !matches!(answer, Err(SendFailure::Unreachable | SendFailure::NotNow(_))) {
            self.unanswered.take_if(|(_, sent)| *sent == message);
        }
        match answer {
            Ok(response) => sos.handle_input(Input::Standing(standing(response.standing)), now),
            Err(SendFailure::Unreachable | SendFailure::NotNow(_)) => {
                sos.handle_input(Input::Unreachable(message), now)
            }
            Err(SendFailure::Refused(refusal)) if refusal.code == ErrorCode::Unknown => {
                sos.handle_input(Input::Unknown, now);
            }
            Err(SendFailure::Refused(refusal)) if refusal.code == ErrorCode::TooOld => {
                sos.handle_input(Input::TooOld, now);
            }
            Err(SendFailure::Refused(refusal)) if CancelCode::is_about(refusal.code) => {
                let cancelling = matches!(sos.state(), State::Cancelling { .. });
                sos.handle_input(Input::CodeRefused(message), now);
                // An earlier cancel's refusal says nothing about the one that is on its way.
                if cancelling && !matches!(sos.state(), State::Cancelling { .. }) {
                    self.cancel_code = CancelCode { typed: None, refused: Some(refusal.code) };
                }
            }
            Err(SendFailure::Refused(refusal)) => sos.handle_refusal(reasons_of(&refusal), now),
        }
    }

    fn on_timer(&mut self) {
        if let Some(sos) = &mut self.sos {
            sos.handle_timeout(self.clock.now());
        }
        self.announce_what_is_due();
        self.leave_if_unshown();
    }

    /// Sends and keeps, both at once.
    fn carry_out(&mut self) {
        let Some(sos) = &mut self.sos else { return };
        let signal = sos.signal();
        while let Some(output) = sos.poll_output() {
            match output {
                Output::Send(message) => {
                    self.unanswered = Some((signal, message));
                    if let Some(station) = &self.station {
                        station.send(signal, message, self.cancel_code.typed.clone());
                    }
                }
                Output::Keep(entry) => self.journal_broken |= !self.journal.keep(entry),
            }
        }
    }

    /// The station is back: what nobody has answered goes at once, and not only with its next retry.
    fn send_again(&self) {
        let under_way = self.sos.as_ref().filter(|sos| !sos.is_settled()).map(Sos::signal);
        let unanswered = self.unanswered.filter(|(signal, _)| under_way == Some(*signal));
        if let (Some(station), Some((signal, message))) = (&self.station, unanswered) {
            station.send(signal, message, self.cancel_code.typed.clone());
        }
    }

    fn wait(&self) -> Duration {
        let now = self.clock.now();
        let timers = self.sos.as_ref().and_then(|sos| sos.poll_timeout(now)).into_iter().chain(self.unshown());
        let timers = timers.chain(self.next_announcement(now));
        timers.map(|timer| Duration::from_micros(timer.remaining_us(now))).fold(LONGEST_WAIT, Duration::min)
    }

    /// Why this home may not send an SOS, from the facts on the device.
    fn reasons(&self, kind: Kind) -> Vec<ReasonView> {
        let Some(facts) = &self.entitled else { return vec![] };
        let others = eligibility::check(kind, facts).err().unwrap_or_default();
        reason_of(self.link).into_iter().chain(others).map(ReasonView::from).collect()
    }
}

/// Why nothing can be sent whatever the home's facts are.
const fn reason_of(link: StationLink) -> Option<Reason> {
    match link {
        StationLink::Revoked => Some(Reason::Revoked),
        StationLink::HomeUnknown => Some(Reason::HomeUnknown),
        StationLink::None | StationLink::Connecting | StationLink::Reachable | StationLink::Unreachable => None,
    }
}

/// Every reason of a refusal. One that names none still has its own.
fn reasons_of(refusal: &ErrorBody) -> Vec<Reason> {
    if !refusal.reasons.is_empty() {
        return refusal.reasons.iter().map(|reason| reason.code).collect();
    }
    match refusal.code {
        ErrorCode::Revoked => vec![Reason::Revoked],
        ErrorCode::IdReused => vec![Reason::IdReused],
        ErrorCode::Malformed
        | ErrorCode::TooLarge
        | ErrorCode::NoSuchRoute
        | ErrorCode::NotPaired
        | ErrorCode::NotAllowed
        | ErrorCode::Unknown
        | ErrorCode::TooOld
        | ErrorCode::NotEligible
        | ErrorCode::NotStored
        | ErrorCode::Busy
        | ErrorCode::AlreadyUnderWay
        | ErrorCode::NoHome
        | ErrorCode::Unreachable
        | ErrorCode::NotNow
        | ErrorCode::SetUpProblems
        | ErrorCode::IncidentOpen
        | ErrorCode::WrongCode
        | ErrorCode::CodeNeeded
        | ErrorCode::TooManyTries
        | ErrorCode::NoStationNumber
        | ErrorCode::NotSaved
        | ErrorCode::NoTestCallDuringIncident
        | ErrorCode::InAnotherCall
        | ErrorCode::RungTooOften
        | ErrorCode::OptedOut
        | ErrorCode::OwnerOnly
        | ErrorCode::WrongPairingCode
        | ErrorCode::NotAPairingCode
        | ErrorCode::NoOuterDoor
        | ErrorCode::NotTheStation
        | ErrorCode::OtherVersion
        | ErrorCode::TooManyDevices
        | ErrorCode::DiskFull
        | ErrorCode::TooSlow => vec![Reason::NotUnderstood],
    }
}

const fn speaker_problem(failure: SpeakerFailure) -> SpeakerProblem {
    match failure {
        SpeakerFailure::NoDevice => SpeakerProblem::NoDevice,
        SpeakerFailure::Busy => SpeakerProblem::Busy,
        SpeakerFailure::NotTaken | SpeakerFailure::TimedOut => SpeakerProblem::NotPlayed,
    }
}

const fn standing(standing: SignalStanding) -> Standing {
    match standing {
        SignalStanding::Held { acts_by_itself_in_ms } => Standing::Held { acts_by_itself_in_ms },
        SignalStanding::Committed { incident } => Standing::Committed { incident },
        SignalStanding::Cancelled => Standing::Cancelled,
    }
}
