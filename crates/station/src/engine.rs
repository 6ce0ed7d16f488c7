//! The engine: one thread takes batches of requests, runs the machines, writes, commits. Only then
//! does anybody hear of it. A commit that fails leaves no trace, and the whole batch is refused.

mod activity;
mod alarm;
mod apply;
mod demo;
mod household;
mod readiness;

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use mayday_clock::SharedClock;
use mayday_protocol::call::Fact;
use mayday_protocol::entitlement::Entitlement;
use mayday_protocol::incident::{AgentFact, Code, DispatchRequest, Order, Receiver as DispatchReceiver, Standing};
use mayday_protocol::plan::{BurglarSetting, Service, Trigger};
use mayday_protocol::readiness_call::{self, Concern};
use mayday_protocol::secret::SecretPair;
use mayday_protocol::{
    CameraId, ContactId, DeviceId, HomeId, IncidentId, Kind, Plan, Reason, Redacted, SignalId, Time,
};
use mayday_wire::{Activity, CallReport, CameraKind, DeviceRole, ErrorBody, ErrorCode, SignedEntitlement, Trouble};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, broadcast, oneshot, watch};
use tracing::error;

use crate::setup::Checked;
use crate::store::homes::Secrets;
use crate::store::{EffectKey, Slot, Store, readiness as proofs};
use crate::token::{Device, Devices, TokenHash};

/// Requests that may wait for the engine. An SOS beyond it waits for a place; nothing is dropped.
const WAITING: usize = 8_192;
/// Requests in one commit: enough to share the cost of one fsync, few enough to stay under a
/// millisecond of work.
const BATCH: usize = 256;
/// A suspended machine's waits do not count suspend, so a running timer is looked at this often.
const LONGEST_WAIT: Duration = Duration::from_secs(1);
/// Before what is due is tried again on a store that just failed.
const AFTER_FAULT: Duration = Duration::from_millis(250);
/// Requests of other kinds that may wait: an SOS never queues behind more of them.
const OTHERS_WAITING: usize = 64;
/// On a full disk, how often it is looked whether there is room again.
const LOOK_FOR_ROOM: Duration = Duration::from_secs(1);
/// Changes that a slow listener may lag behind before it is sent everything anew.
const NEWS: usize = 1_024;

/// What the engine is asked.
#[derive(Clone)]
pub(crate) enum Request {
    /// What a device of the household asks for: it is noted who did it.
    By { device: Device, what: Activity, request: Box<Request> },
    /// A device speaks about its signal.
    Signal { device: Device, signal: SignalId, word: Word },
    /// A carrier is about to dial: may it? If not, the call counts as not answered, and the effect is finished.
    SeizeLine { slot: Slot, call: u16, contact: ContactId, finishes: EffectKey },
    /// A carrier reports on a call; `finishes` is the effect that this report carries out.
    Call { slot: Slot, call: u16, fact: Fact, finishes: Option<EffectKey> },
    /// The first attempt of a dispatch request is about to start, under this key.
    StartDispatch { slot: Slot, request: DispatchRequest, key: String },
    /// The receiving side accepted.
    DispatchConfirmed { slot: Slot, request: DispatchRequest, by: DispatchReceiver, finishes: EffectKey },
    /// An alarm of a home is raised.
    Raise { home: HomeId, trigger: Trigger, entry_delay_ms: u64 },
    /// A device raises an alarm as a drill.
    DrillAlarm { device: Device, trigger: Trigger },
    /// The duress code was given, and nothing else comes of it.
    Duress { home: HomeId },
    /// A home's alarm is disarmed.
    Disarm { home: HomeId, code: Code },
    /// A person cancels in the app, after the incident has opened.
    CancelInApp { slot: Slot, code: Code },
    /// A person asks for help at once.
    SendNow { slot: Slot, device: DeviceId },
    /// A contact calls the station's number.
    CallBack { home: HomeId, contact: ContactId },
    /// Somebody of the household has read what was told.
    Read { slot: Slot },
    /// A person says that it is over.
    Over { slot: Slot },
    /// What became of the wish to speak to an agent.
    Agent { slot: Slot, fact: AgentFact, finishes: Option<EffectKey> },
    /// An agent asks responders to come to where somebody waits for one, by an incident that runs in full (L3).
    AgentSends { slot: Slot, service: Service },
    /// The base station hears an order.
    BaseStation { slot: Slot, key: EffectKey, order: Order },
    /// A person silences the siren of an incident.
    Silence { slot: Slot },
    /// A person silences the siren at the keypad.
    SilenceAtKeypad { home: HomeId },
    /// An effect needs nothing more.
    Finish(EffectKey),
    /// Enter the demo home, made if there is none: then with the hashes of what it keeps secret.
    EnterDemo { secrets: Option<Secrets>, device_name: Redacted<String> },
    /// Keep a home that was set up. The hash is of its verbal password.
    SetUp { setup: Box<Checked>, password_hash: String, device_name: Redacted<String> },
    /// Put another set-up in its place; the secrets stay.
    ChangeHome { home: HomeId, setup: Box<Checked> },
    /// Keep the hashes of a pair of secrets. With the duress code the twin alone is another one.
    SetSecrets { home: HomeId, chosen: ChosenSecrets },
    /// A further device for a home.
    Pair { home: HomeId, role: DeviceRole, how: How, device_name: Redacted<String> },
    /// Keep what a home's recovery code is compared with.
    SetRecovery { home: HomeId, key: Redacted<Vec<u8>> },
    /// An owner's device for a home, for its recovery code, which is used up.
    Recover { home: HomeId, key: Redacted<Vec<u8>>, device_name: Redacted<String> },
    /// Put the demo home on another plan.
    SetDemoPlan { home: HomeId, plan: Plan },
    /// Give the demo home a base station, or take it away.
    SetDemoDevices { home: HomeId, base_station: bool },
    /// Call a camera so.
    NameCamera { home: HomeId, camera: CameraId, name: Redacted<String>, kind: CameraKind },
    /// Choose what follows when nobody answers about a burglar alarm.
    SetBurglarSetting { home: HomeId, setting: BurglarSetting },
    /// Whether a cancel in the five seconds takes the code (C7).
    SetCancelCode { home: HomeId, on: bool },
    /// Keep what a home is entitled to, as whoever keeps enrolment has said and signed it.
    Entitle { home: HomeId, signed: SignedEntitlement, entitlement: Entitlement },
    /// Enter practice for so long, or (`0`) leave it.
    SetPractice { home: HomeId, minutes: u32, code: Code },
    /// Remove a device from its home.
    Revoke { device: DeviceId },
    /// Place a test call to a contact, outside any incident, to prove that he can be reached.
    PlaceReadinessCall { home: HomeId, contact: ContactId, dnd_on: bool },
    /// Tell contacts by telephone of a change that concerns them.
    TellContacts { home: HomeId, contacts: Vec<ContactId>, concern: Concern },
    /// A readiness call hears something that is no carrier's report.
    Readiness { slot: Slot, input: readiness_call::Input },
}

/// How a device comes into a home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// It stands on this machine, and reaches the socket.
    Here,
    /// Somebody gave it a code.
    WithCode,
}

/// A pair of secrets as it was chosen.
#[derive(Clone)]
pub(crate) struct ChosenSecrets {
    pub(crate) pair: SecretPair,
    /// The hash of the one that means what it says.
    pub(crate) plain: String,
    /// The hash of its duress twin, if one was chosen.
    pub(crate) duress: Option<String>,
    /// Which code stood before it.
    pub(crate) code: Code,
}

/// A slide, as every copy of its signal tells it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slide {
    pub(crate) kind: Kind,
    pub(crate) since_slide_ms: u64,
    pub(crate) drill: bool,
    /// The camera from whose picture it was slid (S3).
    pub(crate) camera: Option<CameraId>,
}

/// What a device says about its signal.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Word {
    /// Hold it.
    Hold(Slide),
    /// The five seconds are over.
    Commit(Slide),
    /// The person cancelled.
    Cancel { cancelled_after_ms: u64, code: Option<Code> },
    /// Where does it stand?
    Ask,
}

/// What the engine answers, once it is durable.
#[derive(Debug)]
pub(crate) enum Answer {
    /// Done; there is nothing to say.
    Done,
    /// Where the signal stands.
    Standing(Standing),
    /// What a report on a call came to.
    Reported(CallReport),
    /// Whether the dispatch attempt, or the call, may go out.
    Go(bool),
    /// The incident of an alarm, if the household may know of it, and why nobody is called about it, if so.
    Raised { incident: Option<IncidentId>, reasons: Vec<Reason> },
    /// The home that was entered and a token for the new device.
    Entered { home: HomeId, token: Redacted<String>, device: DeviceId },
}

/// Something changed in a home.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Change {
    /// The home itself.
    Home(HomeId),
    /// One of its signals.
    Signal(Slot),
    /// How the station itself is.
    Health,
    /// A device was removed from its home.
    Revoked(DeviceId),
}

/// Where changes and effects are announced.
#[derive(Clone)]
pub(crate) struct News {
    changes: broadcast::Sender<Change>,
    troubles: watch::Sender<Vec<Trouble>>,
    effects: watch::Sender<u64>,
}

impl News {
    pub(crate) fn listen(&self) -> broadcast::Receiver<Change> {
        self.changes.subscribe()
    }

    pub(crate) fn effects(&self) -> watch::Receiver<u64> {
        self.effects.subscribe()
    }

    /// What is wrong with the station right now.
    pub(crate) fn troubles(&self) -> Vec<Trouble> {
        self.troubles.borrow().clone()
    }

    /// Tells of a change in what is wrong.
    fn set_troubles(&self, troubles: Vec<Trouble>) {
        let change = |known: &mut Vec<Trouble>| {
            let changed = *known != troubles;
            *known = troubles;
            changed
        };
        if self.troubles.send_if_modified(change) {
            self.announce(Change::Health);
        }
    }

    pub(crate) fn announce(&self, change: Change) {
        // Nobody listening is fine: whoever connects later is sent everything.
        let _ = self.changes.send(change);
    }
}

/// The way to the engine.
#[derive(Clone)]
pub(crate) struct Engine {
    jobs: Sender<Job>,
    places: Arc<Semaphore>,
    others: Arc<Semaphore>,
}

enum Job {
    Ask(Ask),
    /// Look at the clock again.
    Look,
}

struct Ask {
    request: Request,
    reply: oneshot::Sender<Result<Answer, ErrorBody>>,
    _place: OwnedSemaphorePermit,
}

impl Engine {
    /// Asks in the name of a device: it is noted that it did this.
    pub(crate) async fn ask_by(&self, device: Device, what: Activity, request: Request) -> Result<Answer, ErrorBody> {
        self.ask(Request::By { device, what, request: Box::new(request) }).await
    }

    /// Asks and waits until the answer is durable.
    pub(crate) async fn ask(&self, request: Request) -> Result<Answer, ErrorBody> {
        let places = if request.is_urgent() { &self.places } else { &self.others };
        let place = Arc::clone(places).acquire_owned().await.map_err(|_| ErrorCode::NotStored)?;
        let (reply, answer) = oneshot::channel();
        self.jobs.send(Job::Ask(Ask { request, reply, _place: place })).map_err(|_| ErrorCode::NotStored)?;
        answer.await.unwrap_or_else(|_| Err(ErrorCode::NotStored.into()))
    }
}

impl Request {
    /// Whether somebody's help may depend on it.
    fn is_urgent(&self) -> bool {
        match self {
            Self::By { request, .. } => request.is_urgent(),
            Self::Signal { .. }
            | Self::Call { .. }
            | Self::StartDispatch { .. }
            | Self::DispatchConfirmed { .. }
            | Self::BaseStation { .. }
            | Self::Silence { .. }
            | Self::SilenceAtKeypad { .. }
            | Self::SeizeLine { .. }
            | Self::Raise { .. }
            | Self::DrillAlarm { .. }
            | Self::Duress { .. }
            | Self::Disarm { .. }
            | Self::CancelInApp { .. }
            | Self::SendNow { .. }
            | Self::CallBack { .. }
            | Self::Agent { .. }
            | Self::AgentSends { .. }
            | Self::Readiness { .. }
            | Self::Finish(_) => true,
            Self::EnterDemo { .. }
            | Self::SetUp { .. }
            | Self::ChangeHome { .. }
            | Self::SetSecrets { .. }
            | Self::Pair { .. }
            | Self::SetRecovery { .. }
            | Self::Recover { .. }
            | Self::Revoke { .. }
            | Self::PlaceReadinessCall { .. }
            | Self::TellContacts { .. }
            | Self::Read { .. }
            | Self::Over { .. }
            | Self::NameCamera { .. }
            | Self::SetBurglarSetting { .. }
            | Self::SetCancelCode { .. }
            | Self::SetPractice { .. }
            | Self::Entitle { .. }
            | Self::SetDemoPlan { .. }
            | Self::SetDemoDevices { .. } => false,
        }
    }
}

/// Ends the station together with its engine, however that ended: whoever needs it starts another.
struct EndsTheStation(watch::Sender<bool>);

impl Drop for EndsTheStation {
    fn drop(&mut self) {
        self.0.send_replace(true);
    }
}

/// Starts the thread.
pub(crate) fn start(
    store: Store,
    clock: SharedClock,
    devices: Arc<Devices>,
    stop: watch::Sender<bool>,
) -> (Engine, News, JoinHandle<()>) {
    let (jobs, inbox) = channel();
    let stopping = stop.subscribe();
    let troubles = watch::channel(store.troubles()).0;
    let news = News { changes: broadcast::channel(NEWS).0, troubles, effects: watch::channel(0).0 };
    let look = jobs.clone();
    clock.on_moved(Box::new(move || drop(look.send(Job::Look))));
    let stop_look = jobs.clone();
    let mut stop_watch = stopping.clone();
    tokio::spawn(async move {
        let _ = stop_watch.wait_for(|stop| *stop).await;
        drop(stop_look.send(Job::Look));
    });
    let mut writer = Writer { expiries: Expiries::default(), store, clock, devices, news: news.clone(), broken: false };
    writer.look_for_expiries();
    let thread = thread::Builder::new()
        .name("engine".to_owned())
        .spawn(move || {
            let _end = EndsTheStation(stop);
            writer.run(&inbox, &stopping);
        })
        .expect("a machine that cannot start one thread cannot run a station");
    let places = [WAITING, OTHERS_WAITING].map(|places| Arc::new(Semaphore::new(places)));
    let [places, others] = places;
    (Engine { jobs, places, others }, news, thread)
}

/// Proofs of readiness expire without anybody doing anything: whoever follows the home is told (O5).
#[derive(Default)]
struct Expiries {
    /// Up to when it was looked, on the wall clock.
    looked_ms: i64,
    /// When the next proof expires; `None`: none does.
    next_ms: Option<i64>,
}

struct Writer {
    expiries: Expiries,
    store: Store,
    clock: SharedClock,
    devices: Arc<Devices>,
    news: News,
    /// Whether the last batch could not be stored: then what is due is not tried in a tight loop.
    broken: bool,
}

/// What a batch changed, told only after its commit.
#[derive(Default)]
pub(crate) struct Outcome {
    signals: HashSet<Slot>,
    homes: HashSet<HomeId>,
    effects: u64,
    devices: Vec<apply::Added>,
    revoked: Vec<(TokenHash, Device)>,
}

type Reply = (oneshot::Sender<Result<Answer, ErrorBody>>, Result<Answer, ErrorBody>);

impl Writer {
    fn run(mut self, inbox: &Receiver<Job>, stopping: &watch::Receiver<bool>) {
        loop {
            let first = match inbox.recv_timeout(self.wait()) {
                Ok(job) => Some(job),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            if *stopping.borrow() {
                return;
            }
            let rest = std::iter::from_fn(|| inbox.try_recv().ok()).take(BATCH - 1);
            if self.store.is_tight() {
                self.store.recover();
            }
            let asks = first.into_iter().chain(rest).filter_map(Job::ask).collect();
            if !self.batch(asks) {
                return;
            }
            self.tell_of_expiries();
        }
    }

    /// Tells the homes of which a proof has expired.
    fn tell_of_expiries(&mut self) {
        let now_ms = self.clock.now().wall_ms();
        if self.expiries.next_ms.is_none_or(|next_ms| now_ms < next_ms) {
            return;
        }
        match proofs::expired(self.store.db(), self.expiries.looked_ms, now_ms) {
            Ok(homes) => homes.into_iter().for_each(|home| self.news.announce(Change::Home(home))),
            Err(error) => error!(%error, "which proofs have expired cannot be read: a person must look"),
        }
        self.look_for_expiries();
    }

    /// Looks when the next proof expires. Without an answer it is looked again with the next change of a home.
    fn look_for_expiries(&mut self) {
        let looked_ms = self.clock.now().wall_ms();
        let next_ms = proofs::next_expiry(self.store.db(), looked_ms).unwrap_or_default();
        self.expiries = Expiries { looked_ms, next_ms };
    }

    /// How long nothing is due, and no proof expires.
    fn wait(&self) -> Duration {
        let expires = self.expiries.next_ms.map(|next_ms| next_ms.saturating_sub(self.clock.now().wall_ms()));
        let expires = expires.map(|ms| Duration::from_millis(u64::try_from(ms).unwrap_or(0)));
        self.wait_for_timers().min(expires.unwrap_or(Duration::MAX))
    }

    /// How long nothing is due. A store that cannot say is asked again soon.
    fn wait_for_timers(&self) -> Duration {
        match self.store.next_due() {
            Ok(Some(_)) if self.broken => AFTER_FAULT,
            Ok(Some(due_us)) => {
                Duration::from_micros(due_us.saturating_sub(self.clock.now().boot_us())).min(LONGEST_WAIT)
            }
            Ok(None) if self.store.is_tight() => LOOK_FOR_ROOM,
            Ok(None) => Duration::from_secs(3_600),
            Err(error) => {
                error!(%error, "the next timer cannot be read: a person must look");
                LONGEST_WAIT
            }
        }
    }

    /// `false`: the database is damaged, and only another start can mend it.
    fn batch(&mut self, asks: Vec<Ask>) -> bool {
        let (requests, replies): (Vec<_>, Vec<_>) = asks.into_iter().map(|ask| (ask.request, ask.reply)).unzip();
        let mut written = self.write(&requests);
        if written.as_ref().is_err_and(|error| self.store.relieve(error)) {
            written = self.write(&requests);
        }
        let was_broken = std::mem::replace(&mut self.broken, written.is_err());
        self.tell_troubles();
        match written {
            Ok((answers, mut outcome)) => {
                // A new device may speak as soon as it has its token.
                outcome.admit(&self.devices);
                // A removed one is refused from the acknowledgement on.
                outcome.revoked.iter().for_each(|(hash, device)| self.devices.revoke(*hash, *device));
                replies.into_iter().zip(answers).for_each(send);
                let homes_changed = !outcome.homes.is_empty();
                self.tell(outcome);
                if homes_changed {
                    self.look_for_expiries();
                }
                self.store.tidy();
                true
            }
            Err(error) => {
                // Once, and not with every try: on a full disk the log would eat what was freed.
                if !was_broken {
                    error!(error = format!("{error:#}"), "nothing of this batch could be stored: a person must look");
                }
                let code = if self.store.is_tight() { ErrorCode::DiskFull } else { ErrorCode::NotStored };
                replies.into_iter().for_each(|reply| send((reply, Err(code.into()))));
                !self.store.is_damaged(&error)
            }
        }
    }

    fn tell_troubles(&self) {
        let mut troubles = self.store.troubles();
        if self.broken && !self.store.is_tight() {
            troubles.push(Trouble::NotStoring);
        }
        self.news.set_troubles(troubles);
    }

    fn write(&mut self, requests: &[Request]) -> anyhow::Result<(Vec<Result<Answer, ErrorBody>>, Outcome)> {
        write(&mut self.store, &self.devices, self.clock.now(), requests)
    }

    fn tell(&self, outcome: Outcome) {
        outcome.revoked.into_iter().for_each(|(_, device)| self.news.announce(Change::Revoked(device.id)));
        outcome.homes.into_iter().for_each(|home| self.news.announce(Change::Home(home)));
        outcome.signals.into_iter().for_each(|slot| self.news.announce(Change::Signal(slot)));
        if outcome.effects > 0 {
            self.news.effects.send_modify(|count| *count += outcome.effects);
        }
    }
}

/// One batch, in one transaction: what is due, then what is asked.
pub(crate) fn write(
    store: &mut Store,
    devices: &Devices,
    now: Time,
    requests: &[Request],
) -> anyhow::Result<(Vec<Result<Answer, ErrorBody>>, Outcome)> {
    let (admits, asks_enrolment) = (store.admits(now)?, store.asks_enrolment);
    let tx = store.begin()?;
    let mut batch = apply::Batch { db: &tx, devices, now, admits, asks_enrolment, outcome: Outcome::default() };
    batch.fire_timers(BATCH)?;
    let answers = requests.iter().map(|request| batch.apply(request.clone())).collect::<anyhow::Result<_>>()?;
    let outcome = batch.outcome;
    tx.commit()?;
    Ok((answers, outcome))
}

impl Outcome {
    /// Lets new devices speak.
    pub(crate) fn admit(&mut self, devices: &Devices) {
        for added in std::mem::take(&mut self.devices) {
            devices.replace(&added.dropped, added.hash, added.device, added.role);
        }
    }

    /// The signals of which apps are told.
    pub(crate) fn announced(&self) -> impl Iterator<Item = Slot> {
        self.signals.iter().copied()
    }
}

impl Job {
    fn ask(self) -> Option<Ask> {
        match self {
            Self::Ask(ask) => Some(ask),
            Self::Look => None,
        }
    }
}

fn send((reply, answer): Reply) {
    // Whoever asked may be gone; what it asked for is done all the same.
    let _ = reply.send(answer);
}
