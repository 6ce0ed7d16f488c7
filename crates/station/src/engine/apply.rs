//! One request against the store, inside the batch's transaction.

use mayday_protocol::eligibility;
use mayday_protocol::incident::{Acceptance, Incident, Input, Order, Output, Standing};
use mayday_protocol::plan::PLANS;
use mayday_protocol::signal::Record;
use mayday_protocol::sos::TOO_OLD_MS;
use mayday_protocol::{HomeId, IncidentId, Kind, Redacted, Time};
use mayday_wire::{ErrorBody, ErrorCode};
use rusqlite::Transaction;

use super::{Answer, Outcome, Request, Word, demo};
use crate::random;
use crate::store::signals::{self, Logged, Step};
use crate::store::{EffectKey, NewDevice, Row, Slot, base_station, homes};
use crate::token::{self, Device, Devices, TokenHash};

/// The first word of a signal is its commit: it is the device that decides, however late that word
/// is, and not the deadline of a hold that nobody here has seen.
const JUST_SLID: u64 = 0;

/// A refusal is an answer; an `anyhow` error ends the batch.
pub(super) type Applied = anyhow::Result<Result<Answer, ErrorBody>>;

/// A device that this batch added.
pub(super) struct Paired {
    pub(super) device: Device,
    pub(super) hash: TokenHash,
    pub(super) dropped: Vec<TokenHash>,
}

/// A batch that is being written.
pub(super) struct Batch<'a> {
    pub(super) db: &'a Transaction<'a>,
    pub(super) devices: &'a Devices,
    pub(super) now: Time,
    /// Whether there is room for something new beside what is open.
    pub(super) admits: bool,
    pub(super) outcome: Outcome,
}

impl Batch<'_> {
    pub(super) fn apply(&mut self, request: Request) -> Applied {
        match request {
            Request::Signal { device, signal, word } => self.signal(device, Slot { home: device.home, signal }, word),
            Request::Call { slot, call, fact, finishes } => {
                if let Some(key) = finishes {
                    signals::finish(self.db, key)?;
                }
                self.feed(slot, Input::Call { call, fact })
            }
            Request::StartDispatch { slot, request, service } => self.start_dispatch(slot, &request, service),
            Request::DispatchConfirmed { slot, by, finishes } => {
                signals::finish(self.db, finishes)?;
                self.feed(slot, Input::DispatchConfirmed { by })
            }
            Request::BaseStation { slot, key, order } => self.base_station(slot, key, order),
            Request::Silence { slot } => self.feed(slot, Input::Silence),
            Request::SilenceAtKeypad { home } => self.silence_at_keypad(home),
            Request::Finish(key) => {
                signals::finish(self.db, key)?;
                Ok(Ok(Answer::Done))
            }
            Request::EnterDemo { .. } if !self.admits => refuse(ErrorCode::DiskFull),
            Request::EnterDemo { device_name } => self.enter_demo(device_name),
            Request::SetDemoPlan { home, plan } => {
                homes::set_demo_plan(self.db, home, plan)?;
                self.home_changed(home)
            }
            Request::SetDemoDevices { home, base_station } => {
                homes::set_demo_devices(self.db, home, base_station)?;
                self.home_changed(home)
            }
        }
    }

    /// Fires what is due. More than `limit` wait for the next batch, which follows at once.
    pub(super) fn fire_timers(&mut self, limit: usize) -> anyhow::Result<()> {
        for slot in signals::due(self.db, self.now, limit)? {
            match signals::load(self.db, slot)? {
                Some(Row { seq, record: Ok(mut record) }) => {
                    record.handle_timeout(self.now);
                    self.append(slot, seq + 1, &Logged::Timer, &mut record)?;
                }
                Some(Row { record: Err(error), .. }) => signals::quarantine(self.db, slot, &error)?,
                None => {}
            }
        }
        Ok(())
    }

    fn signal(&mut self, device: Device, slot: Slot, word: Word) -> Applied {
        let Some(Row { seq, record }) = signals::load(self.db, slot)? else {
            return self.first_word(device, slot, word);
        };
        let Ok(mut record) = record else { return refuse(ErrorCode::NotStored) };
        let input = match word {
            Word::Hold { kind, .. } | Word::Commit { kind, .. } if is_reused(&record, kind) => {
                return refuse(ErrorCode::IdReused);
            }
            Word::Hold { since_slide_ms, .. } => Input::Hold { since_slide_ms },
            Word::Commit { .. } => Input::Commit,
            Word::Cancel { cancelled_after_ms } => Input::Cancel { device: device.id, cancelled_after_ms },
            Word::Ask => return standing(&record, self.now),
        };
        record.handle_input(input, self.now);
        self.append(slot, seq + 1, &Logged::Input(input), &mut record)?;
        standing(&record, self.now)
    }

    /// The station has never heard of this id.
    fn first_word(&mut self, device: Device, slot: Slot, word: Word) -> Applied {
        match word {
            Word::Ask => refuse(ErrorCode::Unknown),
            Word::Cancel { .. } => {
                self.append(slot, 0, &Logged::Tombstone, &mut Record::Tombstone)?;
                Ok(Ok(Answer::Standing(Standing::Cancelled)))
            }
            Word::Hold { since_slide_ms, .. } | Word::Commit { since_slide_ms, .. } if since_slide_ms >= TOO_OLD_MS => {
                refuse(ErrorCode::TooOld)
            }
            // What is left is kept for the incidents that are open.
            Word::Hold { .. } | Word::Commit { .. } if !self.admits => refuse(ErrorCode::DiskFull),
            Word::Hold { kind, since_slide_ms } => self.accept(device, slot, kind, since_slide_ms, None),
            Word::Commit { kind, .. } => self.accept(device, slot, kind, JUST_SLID, Some(Input::Commit)),
        }
    }

    /// Checks again what the device has checked, and freezes plan and contacts (P6).
    fn accept(&mut self, device: Device, slot: Slot, kind: Kind, since_slide_ms: u64, then: Option<Input>) -> Applied {
        let Some(home) = homes::load(self.db, slot.home)? else { return refuse(ErrorCode::NotPaired) };
        let eligible = match eligibility::check(kind, &home.facts) {
            Ok(eligible) => eligible,
            Err(reasons) => return Ok(Err(ErrorBody::not_eligible(reasons))),
        };
        let Some(plan) = PLANS.row(kind) else { return refuse(ErrorCode::Malformed) };
        let acceptance = Acceptance {
            incident: IncidentId::from_random(random::bytes()),
            seed: u64::from_ne_bytes(random::bytes()),
            device: device.id,
            plan,
            asks_password: home.facts.asks_password(),
            siren: home.facts.siren(),
            contacts: home.contacts,
        };
        let mut record = Record::accept(eligible, acceptance, since_slide_ms, self.now);
        self.append(slot, 0, &Logged::Accepted, &mut record)?;
        if let Some(input) = then {
            record.handle_input(input, self.now);
            self.append(slot, 1, &Logged::Input(input), &mut record)?;
        }
        standing(&record, self.now)
    }

    /// Feeds a report from the edge. A report about something unknown or unreadable changes nothing.
    fn feed(&mut self, slot: Slot, input: Input) -> Applied {
        if let Some(Row { seq, record: Ok(mut record) }) = signals::load(self.db, slot)? {
            record.handle_input(input, self.now);
            self.append(slot, seq + 1, &Logged::Input(input), &mut record)?;
        }
        Ok(Ok(Answer::Done))
    }

    /// The point of no return, and the dispatch log's row, in one transaction.
    fn start_dispatch(&mut self, slot: Slot, request: &str, service: &'static str) -> Applied {
        let Some(Row { seq, record: Ok(mut record) }) = signals::load(self.db, slot)? else {
            return Ok(Ok(Answer::Go(false)));
        };
        if !record.incident().is_some_and(Incident::dispatch_stands) {
            return Ok(Ok(Answer::Go(false)));
        }
        record.handle_input(Input::DispatchStarted, self.now);
        let incident =
            record.incident().filter(|incident| incident.dispatch_stands()).map(|it| it.acceptance().incident);
        self.append(slot, seq + 1, &Logged::Input(Input::DispatchStarted), &mut record)?;
        let Some(incident) = incident else { return Ok(Ok(Answer::Go(false))) };
        signals::log_dispatch(self.db, request, incident, service, self.now)?;
        Ok(Ok(Answer::Go(true)))
    }

    fn append(&mut self, slot: Slot, seq: u64, input: &Logged, record: &mut Record) -> anyhow::Result<()> {
        let outputs: Vec<Output> = std::iter::from_fn(|| record.poll_output()).collect();
        signals::append(self.db, &Step { slot, seq, input, outputs: &outputs, record }, self.now)?;
        self.outcome.effects += outputs.iter().map(|output| u64::from(matches!(output, Output::Order(_)))).sum::<u64>();
        self.outcome.signals.insert(slot);
        Ok(())
    }

    fn enter_demo(&mut self, name: Redacted<String>) -> Applied {
        let home = match homes::demo_home(self.db)? {
            Some(home) => home,
            None => {
                let home = demo::home();
                homes::insert(self.db, &home)?;
                home.id
            }
        };
        let token = token::mint();
        let hash = token::hash(token.reveal());
        let device = Device { id: mayday_protocol::DeviceId::from_random(random::bytes()), home };
        let dropped =
            homes::add_device(self.db, &NewDevice { device, token_hash: hash, name }, self.now.wall_ms(), |hash| {
                self.devices.is_listening(hash)
            })?;
        self.outcome.devices.push(Paired { device, hash, dropped });
        Ok(Ok(Answer::Entered { home, token }))
    }

    fn home_changed(&mut self, home: HomeId) -> Applied {
        self.outcome.homes.insert(home);
        Ok(Ok(Answer::Done))
    }

    /// The virtual base station acts and reports in one transaction.
    fn base_station(&mut self, slot: Slot, key: EffectKey, order: Order) -> Applied {
        signals::finish(self.db, key)?;
        let reports = base_station::hear(self.db, slot, key, order, self.now)?;
        self.base_station_reports(slot.home, reports)
    }

    fn base_station_reports(&mut self, home: HomeId, reports: base_station::Reports) -> Applied {
        for (signal, fact) in reports {
            // A report changes nothing where it is not awaited, and is never refused.
            let _done = self.feed(Slot { home, signal }, Input::Siren(fact))?;
        }
        Ok(Ok(Answer::Done))
    }

    fn silence_at_keypad(&mut self, home: HomeId) -> Applied {
        self.outcome.homes.insert(home);
        let reports = base_station::silence(self.db, home)?;
        self.base_station_reports(home, reports)
    }
}

fn is_reused(record: &Record, kind: Kind) -> bool {
    record.incident().is_some_and(|incident| incident.acceptance().plan.kind != kind)
}

fn standing(record: &Record, now: Time) -> Applied {
    Ok(Ok(Answer::Standing(record.standing(now))))
}

fn refuse(code: ErrorCode) -> Applied {
    Ok(Err(code.into()))
}
