//! The station without threads, sockets and a clock of its own: one request at a time, each in one transaction of the
//! engine, over the real store. It can be dropped and opened again at any point.
//!
//! It decides nothing and carries nothing out. Whoever holds it is the network, the carriers, the receivers of dispatch
//! requests and the base stations; tests that simulate a world are.

use mayday_clock::SharedClock;
use mayday_protocol::call::Fact;
use mayday_protocol::incident::{
    AgentFact, Code, Consequence, DispatchMessage, DispatchRequest, Event, Input, Order, Receiver, Standing,
};
use mayday_protocol::plan::{BurglarSetting, Service, Trigger};
use mayday_protocol::readiness_call;
use mayday_protocol::signal::Record;
use mayday_protocol::{ContactId, DeviceId, HomeFacts, HomeId, IncidentId, Kind, Reason, Redacted, SignalId};
use mayday_wire::{CallReport, DeviceRole, ErrorBody, IncidentView};

use crate::config::Folder;
use crate::engine::{self, How, Request, Slide, Word};
use crate::setup::{Checked, CheckedContact};
use crate::store::journal::{self, JournalRow, Read};
use crate::store::signals::Logged;
use crate::store::{EffectKey, Instruction, Slot, Store, homes, reader, signals};
use crate::token::{Device, Devices};
use crate::{effects, view};

/// Which signal of which home.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// The home.
    pub home: HomeId,
    /// The signal.
    pub signal: SignalId,
}

/// An order's own number: the key under which it is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrderId(pub i64);

/// What an order asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Something within the station's own reach.
    Order(Order),
    /// Something for the receiving side of a dispatch request.
    Dispatch {
        /// Which request.
        request: DispatchRequest,
        /// What it says.
        message: DispatchMessage,
    },
}

/// An order that nobody has finished.
#[derive(Clone, Copy, Debug)]
pub struct Waiting {
    /// Its number.
    pub id: OrderId,
    /// Whose it is.
    pub at: At,
    /// What it asks for.
    pub work: Work,
}

/// What the station is asked. The names are those of its doors and workers.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "each is a request of the engine by the same name, which says what it means")]
pub enum Command {
    Hold { device: DeviceId, at: At, kind: Kind, since_slide_ms: u64, drill: bool },
    Commit { device: DeviceId, at: At, kind: Kind, since_slide_ms: u64, drill: bool },
    Cancel { device: DeviceId, at: At, cancelled_after_ms: u64 },
    Ask { device: DeviceId, at: At },
    Raise { home: HomeId, trigger: Trigger, entry_delay_ms: u64 },
    Disarm { home: HomeId, code: Code },
    CancelInApp { at: At, code: Code },
    SendNow { at: At, device: DeviceId },
    CallBack { home: HomeId, contact: ContactId },
    Read { at: At },
    Over { at: At },
    Silence { at: At },
    SilenceAtKeypad { home: HomeId },
    SetPractice { home: HomeId, minutes: u32, code: Code },
    SetBurglarSetting { home: HomeId, setting: BurglarSetting },
    Revoke { device: DeviceId },
    SeizeLine { at: At, call: u16, contact: ContactId, finishes: OrderId },
    Report { at: At, call: u16, fact: Fact, finishes: Option<OrderId> },
    StartDispatch { at: At, request: DispatchRequest },
    ConfirmDispatch { at: At, request: DispatchRequest, by: Receiver, finishes: OrderId },
    BaseStation { at: At, id: OrderId, order: Order },
    Agent { at: At, fact: AgentFact, finishes: Option<OrderId> },
    AgentSends { at: At, service: Service },
    Finish(OrderId),
}

/// What it answers once it is durable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Done; there is nothing to say.
    Done,
    /// Where the signal stands.
    Standing(Standing),
    /// What a report on a call came to.
    Reported(CallReport),
    /// Whether the call or the dispatch attempt may go out.
    Go(bool),
    /// The incident of an alarm, if the household may know of it, and why nobody is called about it, if so.
    Raised {
        /// The incident.
        incident: Option<IncidentId>,
        /// The reasons.
        reasons: Vec<Reason>,
    },
}

/// An answer, and the signals of which apps would be told.
#[derive(Clone, Debug)]
pub struct Performed {
    /// The answer or the refusal.
    pub answer: Result<Answer, ErrorBody>,
    /// Which signals have changed for the household.
    pub announced: Vec<At>,
}

/// What came in, by the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The first word of a signal.
    Accepted,
    /// A cancel for an unknown id.
    Tombstone,
    /// An input of the machine.
    Input(Input),
    /// A timer.
    Timer,
    /// An input of a readiness call.
    Readiness(readiness_call::Input),
    /// The machine has started again.
    Boot,
}

/// What was put out, by the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Something for a worker.
    Work(Work),
    /// Something that another incident hears of.
    Consequence(Consequence),
    /// An entry of the timeline.
    Event(Event),
}

/// A row of the journal.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its place among all rows.
    pub row: i64,
    /// Whose it is.
    pub at: At,
    /// Its number in the signal's journal.
    pub seq: u64,
    /// The machine that wrote it.
    pub machine_version: u32,
    /// What came in.
    pub cause: Cause,
    /// What was put out.
    pub told: Vec<Told>,
    /// The same, as it stands there.
    pub outputs: String,
    /// The state after it.
    pub record: Record,
    /// The hash of this row and those before it.
    pub chain: Option<Vec<u8>>,
}

/// Where a signal's journal ends: its last number and that row's hash.
pub type End = (u64, Option<Vec<u8>>);

/// A home that was made, with its first device.
#[derive(Clone, Debug)]
pub struct MadeHome {
    /// The home.
    pub home: HomeId,
    /// The device.
    pub device: DeviceId,
    /// The contacts, in order.
    pub contacts: Vec<ContactId>,
}

/// The station.
pub struct Offline {
    store: Store,
    devices: Devices,
    clock: SharedClock,
}

impl std::fmt::Debug for Offline {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Offline").finish_non_exhaustive()
    }
}

impl Offline {
    /// Opens the store of a folder that nobody else uses, as a start of the station does.
    pub fn open(folder: &Folder, clock: SharedClock) -> anyhow::Result<Self> {
        std::fs::create_dir_all(folder.path())?;
        let store = Store::open(&folder.database(), clock.now())?;
        let devices = Devices::load(&store)?;
        Ok(Self { store, devices, clock })
    }

    /// Makes a home with these contacts, and pairs a device with it.
    pub fn add_home(&mut self, facts: &HomeFacts, phones: &[&str]) -> anyhow::Result<MadeHome> {
        let contact = |phone: &&str| CheckedContact {
            id: None,
            name: Redacted::new((*phone).to_owned()),
            phone: Redacted::new((*phone).to_owned()),
        };
        let setup = Checked {
            permit: Redacted::default(),
            street: Redacted::new("12 Maple Street".to_owned()),
            city: Redacted::new("Austin".to_owned()),
            postal_code: Redacted::default(),
            facts: facts.clone(),
            contacts: phones.iter().map(contact).collect(),
            password: None,
        };
        let device_name = Redacted::new("Phone".to_owned());
        let request = Request::SetUp { setup: Box::new(setup), password_hash: String::new(), device_name };
        let (home, device) = self.enter(request)?;
        let contacts = homes::load(self.store.db(), home)?.map(|home| home.contacts).unwrap_or_default();
        Ok(MadeHome { home, device, contacts })
    }

    /// Pairs a further device with a home.
    pub fn add_device(&mut self, home: HomeId) -> anyhow::Result<DeviceId> {
        let device_name = Redacted::new("Phone".to_owned());
        Ok(self.enter(Request::Pair { home, role: DeviceRole::Owner, how: How::Here, device_name })?.1)
    }

    fn enter(&mut self, request: Request) -> anyhow::Result<(HomeId, DeviceId)> {
        let (answers, mut outcome) = engine::write(&mut self.store, &self.devices, self.clock.now(), &[request])?;
        outcome.admit(&self.devices);
        for answer in answers {
            if let Ok(engine::Answer::Entered { home, token, .. }) = answer {
                let paired = self.devices.find(token.reveal());
                let device = paired.ok_or_else(|| anyhow::anyhow!("the device is not known"))?.device;
                return Ok((home, device.id));
            }
        }
        anyhow::bail!("the home was refused")
    }

    /// One request, in one transaction.
    pub fn perform(&mut self, command: Command) -> anyhow::Result<Performed> {
        let request = self.request(command)?;
        let (answers, outcome) = engine::write(&mut self.store, &self.devices, self.clock.now(), &[request])?;
        let announced = outcome.announced().map(At::from).collect();
        let answer = answers.into_iter().next().unwrap_or(Ok(engine::Answer::Done));
        Ok(Performed { answer: answer.map(Answer::from), announced })
    }

    /// What is due, in one transaction.
    pub fn fire_timers(&mut self) -> anyhow::Result<Vec<At>> {
        let (_, outcome) = engine::write(&mut self.store, &self.devices, self.clock.now(), &[])?;
        Ok(outcome.announced().map(At::from).collect())
    }

    /// When the next timer is due, in microseconds of this boot's clock.
    pub fn next_due_us(&self) -> anyhow::Result<Option<u64>> {
        Ok(self.store.next_due()?)
    }

    /// When this signal is due, as the index has it.
    pub fn due_us(&self, at: At) -> anyhow::Result<Option<u64>> {
        journal::due_of(self.store.db(), at.into())
    }

    /// Orders after `last` that nobody has finished, as a worker takes them up.
    pub fn waiting(&self, last: OrderId) -> anyhow::Result<Vec<Waiting>> {
        let effects = reader::effects_after(self.store.db(), EffectKey(last.0))?;
        let waiting = |effect: signals::Effect| Waiting {
            id: OrderId(effect.key.0),
            at: effect.slot.into(),
            work: effect.instruction.into(),
        };
        Ok(effects.into_iter().map(waiting).collect())
    }

    /// Rows of the journal after `last`, oldest first.
    pub fn rows_after(&self, last: i64) -> anyhow::Result<Vec<Row>> {
        journal::rows_after(self.store.db(), last)?.into_iter().map(row).collect()
    }

    /// Where a signal's journal ends; `None`: there is no such signal.
    pub fn end_of(&self, at: At) -> anyhow::Result<Option<End>> {
        journal::end_of(self.store.db(), at.into())
    }

    /// What the household sees, newest first.
    pub fn household(&self, home: HomeId) -> anyhow::Result<Vec<IncidentView>> {
        let (db, now) = (self.store.db(), self.clock.now());
        let Some(home_view) = homes::view(db, home, &[], now)? else { return Ok(vec![]) };
        let people: Vec<_> = homes::people(db, home)?.into_iter().map(|(_, contact)| contact).collect();
        let rows = reader::latest(db, home)?;
        Ok(rows.into_iter().filter_map(|row| view::incident(row, &home_view, &people, now)).collect())
    }

    /// The key under which the receiving side hears of a request.
    pub fn dispatch_key(
        &self,
        at: At,
        request: DispatchRequest,
        message: DispatchMessage,
    ) -> anyhow::Result<Option<String>> {
        let (db, now) = (self.store.db(), self.clock.now());
        let Some(home_view) = homes::view(db, at.home, &[], now)? else { return Ok(None) };
        let view = reader::incident(db, at.into())?.and_then(|row| view::incident(row, &home_view, &[], now));
        Ok(view.map(|view| effects::key(&view, request, message)))
    }

    fn request(&self, command: Command) -> anyhow::Result<Request> {
        let signal = |device, at: At, word| Request::Signal {
            device: Device { id: device, home: at.home },
            signal: at.signal,
            word,
        };
        Ok(match command {
            Command::Hold { device, at, kind, since_slide_ms, drill } => {
                signal(device, at, Word::Hold(Slide { kind, since_slide_ms, drill, camera: None }))
            }
            Command::Commit { device, at, kind, since_slide_ms, drill } => {
                signal(device, at, Word::Commit(Slide { kind, since_slide_ms, drill, camera: None }))
            }
            Command::Cancel { device, at, cancelled_after_ms } => {
                signal(device, at, Word::Cancel { cancelled_after_ms, code: None })
            }
            Command::Ask { device, at } => signal(device, at, Word::Ask),
            Command::Raise { home, trigger, entry_delay_ms } => Request::Raise { home, trigger, entry_delay_ms },
            Command::Disarm { home, code } => Request::Disarm { home, code },
            Command::CancelInApp { at, code } => Request::CancelInApp { slot: at.into(), code },
            Command::SendNow { at, device } => Request::SendNow { slot: at.into(), device },
            Command::CallBack { home, contact } => Request::CallBack { home, contact },
            Command::Read { at } => Request::Read { slot: at.into() },
            Command::Over { at } => Request::Over { slot: at.into() },
            Command::Silence { at } => Request::Silence { slot: at.into() },
            Command::SilenceAtKeypad { home } => Request::SilenceAtKeypad { home },
            Command::SetPractice { home, minutes, code } => Request::SetPractice { home, minutes, code },
            Command::SetBurglarSetting { home, setting } => Request::SetBurglarSetting { home, setting },
            Command::Revoke { device } => Request::Revoke { device },
            Command::SeizeLine { at, call, contact, finishes } => {
                Request::SeizeLine { slot: at.into(), call, contact, finishes: EffectKey(finishes.0) }
            }
            Command::Report { at, call, fact, finishes } => {
                Request::Call { slot: at.into(), call, fact, finishes: finishes.map(|id| EffectKey(id.0)) }
            }
            Command::StartDispatch { at, request } => {
                let key = self.dispatch_key(at, request, DispatchMessage::Come)?.unwrap_or_default();
                Request::StartDispatch { slot: at.into(), request, key }
            }
            Command::ConfirmDispatch { at, request, by, finishes } => {
                Request::DispatchConfirmed { slot: at.into(), request, by, finishes: EffectKey(finishes.0) }
            }
            Command::BaseStation { at, id, order } => {
                Request::BaseStation { slot: at.into(), key: EffectKey(id.0), order }
            }
            Command::Agent { at, fact, finishes } => {
                Request::Agent { slot: at.into(), fact, finishes: finishes.map(|id| EffectKey(id.0)) }
            }
            Command::AgentSends { at, service } => Request::AgentSends { slot: at.into(), service },
            Command::Finish(id) => Request::Finish(EffectKey(id.0)),
        })
    }
}

fn row(row: JournalRow) -> anyhow::Result<Row> {
    let told = serde_json::from_str::<Vec<Read>>(&row.outputs)?.into_iter().map(|read| match read {
        Read::Order(order) => Told::Work(Work::Order(order)),
        Read::Dispatch { request, message } => Told::Work(Work::Dispatch { request, message }),
        Read::Consequence(consequence) => Told::Consequence(consequence),
        Read::Record(event) => Told::Event(event),
    });
    Ok(Row {
        row: row.row,
        at: row.slot.into(),
        seq: row.seq,
        machine_version: row.machine_version,
        cause: match row.input {
            Logged::Accepted => Cause::Accepted,
            Logged::Tombstone => Cause::Tombstone,
            Logged::Input(input) => Cause::Input(input),
            Logged::Timer => Cause::Timer,
            Logged::Readiness(input) => Cause::Readiness(input),
            Logged::Boot => Cause::Boot,
        },
        told: told.collect(),
        outputs: row.outputs,
        record: row.record,
        chain: row.chain,
    })
}

impl From<Slot> for At {
    fn from(Slot { home, signal }: Slot) -> Self {
        Self { home, signal }
    }
}

impl From<At> for Slot {
    fn from(At { home, signal }: At) -> Self {
        Self { home, signal }
    }
}

impl From<Instruction> for Work {
    fn from(instruction: Instruction) -> Self {
        match instruction {
            Instruction::Order(order) => Self::Order(order),
            Instruction::Dispatch { request, message } => Self::Dispatch { request, message },
        }
    }
}

impl From<engine::Answer> for Answer {
    fn from(answer: engine::Answer) -> Self {
        match answer {
            engine::Answer::Done | engine::Answer::Entered { .. } => Self::Done,
            engine::Answer::Standing(standing) => Self::Standing(standing),
            engine::Answer::Reported(report) => Self::Reported(report),
            engine::Answer::Go(go) => Self::Go(go),
            engine::Answer::Raised { incident, reasons } => Self::Raised { incident, reasons },
        }
    }
}
