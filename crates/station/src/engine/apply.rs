//! One request against the store, inside the batch's transaction.

use mayday_protocol::call::Fact;
use mayday_protocol::eligibility;
use mayday_protocol::incident::{
    Acceptance, Code, Consequence, DispatchRequest, Incident, Input, Order, Output, Standing, State,
};
use mayday_protocol::plan::{Course, PLANS};
use mayday_protocol::signal::Record;
use mayday_protocol::sos::TOO_OLD_MS;
use mayday_protocol::{ContactId, DeviceId, HomeId, IncidentId, Kind, Time};
use mayday_wire::{Activity, CallReport, DeviceRole, ErrorBody, ErrorCode};
use rusqlite::Transaction;

use super::{Answer, Outcome, Request, Slide, Word};
use crate::effects::name as service_name;
use crate::random;
use crate::store::signals::{self, Logged, Step};
use crate::store::{EffectKey, Row, Slot, base_station, homes, lines};
use crate::token::{Device, Devices, TokenHash};

/// The first word of a signal is its commit: it is the device that decides, however late that word
/// is, and not the deadline of a hold that nobody here has seen.
const JUST_SLID: u64 = 0;

/// A refusal is an answer; an `anyhow` error ends the batch.
pub(super) type Applied = anyhow::Result<Result<Answer, ErrorBody>>;

/// A device that this batch added.
pub(super) struct Added {
    pub(super) device: Device,
    pub(super) role: DeviceRole,
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
    /// Whether somebody else keeps subscriptions and enrolment.
    pub(super) asks_enrolment: bool,
    pub(super) outcome: Outcome,
}

impl Batch<'_> {
    pub(super) fn apply(&mut self, request: Request) -> Applied {
        match request {
            Request::By { device, what, request } => self.asked_by(device, what, *request),
            Request::Signal { device, signal, word } => self.signal(device, Slot { home: device.home, signal }, word),
            Request::Call { slot, call, fact, finishes } => {
                if let Some(key) = finishes {
                    signals::finish(self.db, key)?;
                }
                self.report(slot, call, fact)
            }
            Request::SeizeLine { slot, call, contact, finishes } => self.seize_line(slot, call, contact, finishes),
            Request::StartDispatch { slot, request, key } => self.start_dispatch(slot, request, &key),
            Request::DispatchConfirmed { slot, request, by, finishes } => {
                signals::finish(self.db, finishes)?;
                self.feed(slot, Input::DispatchConfirmed { request, by })
            }
            Request::Raise { home, trigger, entry_delay_ms } => self.raise(home, trigger, entry_delay_ms),
            Request::DrillAlarm { .. } if !self.admits => refuse(ErrorCode::DiskFull),
            Request::DrillAlarm { device, trigger } => self.drill_alarm(device, trigger),
            Request::Duress { home } => {
                self.duress(home, &[])?;
                Ok(Ok(Answer::Done))
            }
            Request::Disarm { home, code } => self.disarm(home, code),
            Request::CancelInApp { slot, code } => self.cancel_in_app(slot, code),
            Request::SendNow { slot, device } => self.feed(slot, Input::SendNow { device }),
            Request::CallBack { home, contact } => self.call_back(home, contact),
            Request::Read { slot } => self.feed(slot, Input::Read),
            Request::Over { slot } => self.feed(slot, Input::Over),
            Request::Agent { slot, fact, finishes } => {
                if let Some(key) = finishes {
                    signals::finish(self.db, key)?;
                }
                self.feed(slot, Input::Agent(fact))
            }
            Request::AgentSends { slot, service } => self.agent_sends(slot, service),
            Request::BaseStation { slot, key, order } => self.base_station(slot, key, order),
            Request::Silence { slot } => self.feed(slot, Input::Silence),
            Request::SilenceAtKeypad { home } => self.silence_at_keypad(home),
            Request::Finish(key) => {
                signals::finish(self.db, key)?;
                Ok(Ok(Answer::Done))
            }
            Request::EnterDemo { .. }
            | Request::SetUp { .. }
            | Request::ChangeHome { .. }
            | Request::SetSecrets { .. }
            | Request::Pair { .. }
            | Request::SetRecovery { .. }
            | Request::Recover { .. }
                if !self.admits =>
            {
                refuse(ErrorCode::DiskFull)
            }
            Request::EnterDemo { secrets, device_name } => self.enter_demo(secrets.as_ref(), device_name),
            Request::SetUp { setup, password_hash, device_name } => self.set_up(&setup, &password_hash, device_name),
            Request::ChangeHome { home, setup } => self.change_home(home, &setup),
            Request::SetSecrets { home, chosen } => self.set_secrets(home, chosen),
            Request::Pair { home, role, how, device_name } => self.pair(home, role, how, device_name),
            Request::SetRecovery { home, key } => {
                homes::set_recovery(self.db, home, key.reveal())?;
                Ok(Ok(Answer::Done))
            }
            Request::Recover { home, key, device_name } => self.recover(home, key.reveal(), device_name),
            Request::SetDemoPlan { home, plan } => self.change_demo(home, |db| homes::set_demo_plan(db, home, plan)),
            Request::SetDemoDevices { home, base_station } => {
                self.change_demo(home, |db| homes::set_demo_devices(db, home, base_station))
            }
            Request::SetBurglarSetting { home, setting } => self.set_burglar_setting(home, setting),
            Request::NameCamera { home, camera, name, kind } => self.name_camera(home, camera, &name, kind),
            Request::SetCancelCode { home, on } => self.set_cancel_code(home, on),
            Request::Entitle { home, signed, entitlement } => self.entitle(home, &signed, &entitlement),
            Request::SetPractice { home, minutes, code } => self.set_practice(home, minutes, code),
            Request::Revoke { device } => self.revoke(device),
            Request::PlaceReadinessCall { home, contact, dnd_on } => self.place_readiness_call(home, contact, dnd_on),
            Request::TellContacts { home, contacts, concern } => self.tell_contacts(home, &contacts, concern),
            Request::Readiness { slot, input } => self.feed_readiness(slot, input),
        }
    }

    /// Fires what is due. More than `limit` wait for the next batch, which follows at once.
    pub(super) fn fire_timers(&mut self, limit: usize) -> anyhow::Result<()> {
        for slot in signals::due(self.db, self.now, limit)? {
            match signals::load(self.db, slot)? {
                Some(Row { mut seq, record: Ok(mut record) }) => {
                    self.look_for_what_takes_it_in(slot, &mut seq, &mut record)?;
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
        if homes::is_revoked(self.db, device.id)? {
            return Ok(Err(ErrorBody::revoked(self.acts_on(device, slot)?)));
        }
        let Some(Row { mut seq, record }) = signals::load(self.db, slot)? else {
            return self.first_word(device, slot, word);
        };
        let Ok(mut record) = record else { return refuse(ErrorCode::NotStored) };
        if record.readiness_call().is_some() {
            return refuse(ErrorCode::IdReused);
        }
        let input = match word {
            Word::Hold(slide) | Word::Commit(slide) if is_reused(&record, slide.kind) => {
                return refuse(ErrorCode::IdReused);
            }
            Word::Hold(slide) => Input::Hold { since_slide_ms: slide.since_slide_ms },
            Word::Commit(_) => Input::Commit,
            Word::Cancel { cancelled_after_ms, code } => {
                let counts = |incident: &Incident| incident.would_cancel(device.id, cancelled_after_ms);
                if code.is_none() && record.incident().is_some_and(counts) && self.takes_code(slot.home)? {
                    return refuse(ErrorCode::CodeNeeded);
                }
                Input::Cancel { device: device.id, cancelled_after_ms, code: code.unwrap_or(Code::Normal) }
            }
            Word::Ask => return standing(&record, self.now),
        };
        self.look_for_what_takes_it_in(slot, &mut seq, &mut record)?;
        let stood = self.stands(&record);
        record.handle_input(input, self.now);
        // The same cancel may come more than once.
        if let (Some(incident), None, Word::Cancel { .. }) = (stood, self.stands(&record), word) {
            self.note_activity(device, Activity::CancelledSlide { incident })?;
        }
        self.append(slot, seq + 1, &Logged::Input(input), &mut record)?;
        standing(&record, self.now)
    }

    /// Whether a cancel of this home takes its code (C7).
    fn takes_code(&self, home: HomeId) -> anyhow::Result<bool> {
        Ok(homes::cancel_takes_code(self.db, home)?)
    }

    /// The incident of a signal that was not cancelled.
    fn stands(&self, record: &Record) -> Option<IncidentId> {
        let incident = record.incident().filter(|known| known.standing(self.now) != Standing::Cancelled)?;
        Some(incident.acceptance().incident)
    }

    /// Whether a signal of this device was accepted and not cancelled: then it goes its way, whoever was removed since.
    fn acts_on(&self, device: Device, slot: Slot) -> anyhow::Result<bool> {
        let record = signals::load(self.db, slot)?.and_then(|row| row.record.ok());
        let incident = record.as_ref().and_then(Record::incident);
        Ok(incident.is_some_and(|incident| {
            incident.acceptance().device == Some(device.id) && incident.standing(self.now) != Standing::Cancelled
        }))
    }

    /// The station has never heard of this id.
    fn first_word(&mut self, device: Device, slot: Slot, word: Word) -> Applied {
        match word {
            Word::Ask => refuse(ErrorCode::Unknown),
            Word::Cancel { code: None, .. } if self.takes_code(slot.home)? => refuse(ErrorCode::CodeNeeded),
            Word::Cancel { code, .. } => {
                if code == Some(Code::Duress) {
                    self.duress(slot.home, &[])?;
                }
                self.append(slot, 0, &Logged::Tombstone, &mut Record::Tombstone)?;
                Ok(Ok(Answer::Standing(Standing::Cancelled)))
            }
            Word::Hold(slide) | Word::Commit(slide) if slide.since_slide_ms >= TOO_OLD_MS => refuse(ErrorCode::TooOld),
            // What is left is kept for the incidents that are open.
            Word::Hold(_) | Word::Commit(_) if !self.admits => refuse(ErrorCode::DiskFull),
            Word::Hold(slide) => self.accept(device, slot, slide, false),
            Word::Commit(slide) => self.accept(device, slot, Slide { since_slide_ms: JUST_SLID, ..slide }, true),
        }
    }

    /// Checks again what the device has checked, and freezes plan and contacts (P6). Its first word may be the commit.
    fn accept(&mut self, device: Device, slot: Slot, slid: Slide, committed: bool) -> Applied {
        // What hubs raise is raised by nobody's slide (A12).
        if !slid.kind.is_slid() {
            return refuse(ErrorCode::Malformed);
        }
        let Some(home) = homes::load(self.db, slot.home)? else { return refuse(ErrorCode::NotPaired) };
        let eligible = match eligibility::check(slid.kind, &home.facts) {
            Ok(eligible) => eligible,
            Err(reasons) => return Ok(Err(ErrorBody::not_eligible(reasons))),
        };
        let course = match (slid.drill, home.is_in_practice(self.now)) {
            (true, _) => Course::Drill,
            (false, true) => Course::Practice,
            (false, false) => Course::Full,
        };
        let Some(plan) = PLANS.row(slid.kind, home.burglar_setting, course) else {
            return refuse(ErrorCode::Malformed);
        };
        let acceptance = Acceptance {
            incident: IncidentId::from_random(random::bytes()),
            seed: u64::from_ne_bytes(random::bytes()),
            device: Some(device.id),
            trigger: None,
            plan,
            asks_password: home.facts.asks_password(),
            siren: home.facts.siren(),
            contacts: home.contacts,
        };
        let incident = acceptance.incident;
        self.note_activity(device, Activity::Slid { kind: slid.kind, drill: slid.drill, incident })?;
        let mut record = Record::accept(eligible, acceptance, slid.since_slide_ms, self.now);
        self.append(slot, 0, &Logged::Accepted, &mut record)?;
        self.flag_doubt(slot)?;
        self.attach(slot, slid.camera)?;
        if committed {
            let mut seq = 0;
            self.look_for_what_takes_it_in(slot, &mut seq, &mut record)?;
            record.handle_input(Input::Commit, self.now);
            self.append(slot, seq + 1, &Logged::Input(Input::Commit), &mut record)?;
        }
        standing(&record, self.now)
    }

    /// Before a slide that is held may be committed: which open incident would take it in (A10).
    fn look_for_what_takes_it_in(&mut self, slot: Slot, seq: &mut u64, record: &mut Record) -> anyhow::Result<()> {
        let held = |incident: &Incident| {
            matches!(incident.state(), State::Held { .. }) && incident.acceptance().plan.service.is_some()
        };
        if !record.incident().is_some_and(held) {
            return Ok(());
        }
        let incident = signals::taking_in(self.db, slot)?;
        if record.incident().is_some_and(|known| known.joins() != incident) {
            let input = Input::WouldJoin { incident };
            record.handle_input(input, self.now);
            *seq += 1;
            self.append(slot, *seq, &Logged::Input(input), record)?;
        }
        Ok(())
    }

    /// A carrier's report on a call, and what it came to.
    fn report(&mut self, slot: Slot, call: u16, fact: Fact) -> Applied {
        let Some(Row { seq, record: Ok(mut record) }) = signals::load(self.db, slot)? else {
            return Ok(Ok(Answer::Reported(CallReport::NoSuchCall)));
        };
        let before = record.clone();
        let input = Input::Call { call, fact };
        record.handle_input(input, self.now);
        let report = match (before.has_running(call), before.knows_call(call)) {
            (true, _) if record == before => CallReport::Unchanged,
            (true, _) => CallReport::Taken,
            (false, true) => CallReport::Ended,
            (false, false) => CallReport::NoSuchCall,
        };
        self.append(slot, seq + 1, &Logged::Input(input), &mut record)?;
        Ok(Ok(Answer::Reported(report)))
    }

    /// A call may be dialled while it stands and nobody else of ours is talking to that person (M9). Which of two
    /// calls comes first is decided here, in one transaction each. A readiness call gives way to an alarm's.
    fn seize_line(&mut self, slot: Slot, call: u16, contact: ContactId, finishes: EffectKey) -> Applied {
        let record = signals::load(self.db, slot)?.and_then(|row| row.record.ok());
        let stands = record.as_ref().is_some_and(|record| record.is_dialing(call));
        if stands && record.as_ref().is_some_and(|record| record.incident().is_some()) {
            self.alarm_goes_first(contact)?;
        }
        if stands && lines::seize(self.db, contact, slot, call)? {
            return Ok(Ok(Answer::Go(true)));
        }
        signals::finish(self.db, finishes)?;
        if stands {
            // What it came to stands in the incident; the worker has nothing left to do.
            let _reported = self.report(slot, call, Fact::InAnotherCall)?;
        }
        Ok(Ok(Answer::Go(false)))
    }

    /// Feeds a report from the edge. A report about something unknown or unreadable changes nothing.
    pub(super) fn feed(&mut self, slot: Slot, input: Input) -> Applied {
        if let Some(Row { seq, record: Ok(mut record) }) = signals::load(self.db, slot)? {
            record.handle_input(input, self.now);
            self.append(slot, seq + 1, &Logged::Input(input), &mut record)?;
        }
        Ok(Ok(Answer::Done))
    }

    /// The point of no return, and the dispatch log's row, in one transaction.
    fn start_dispatch(&mut self, slot: Slot, request: DispatchRequest, key: &str) -> Applied {
        let Some(Row { seq, record: Ok(mut record) }) = signals::load(self.db, slot)? else {
            return Ok(Ok(Answer::Go(false)));
        };
        let stands = |incident: &Incident| incident.dispatch_stands(request);
        if !record.incident().is_some_and(stands) {
            return Ok(Ok(Answer::Go(false)));
        }
        let input = Input::DispatchStarted { request };
        record.handle_input(input, self.now);
        let started = record.incident().filter(|incident| stands(incident)).map(|incident| {
            let acceptance = incident.acceptance();
            (acceptance.incident, acceptance.plan.course)
        });
        self.append(slot, seq + 1, &Logged::Input(input), &mut record)?;
        let Some((incident, course)) = started else { return Ok(Ok(Answer::Go(false))) };
        signals::log_dispatch(self.db, key, incident, service_name(request.service), course, self.now)?;
        Ok(Ok(Answer::Go(true)))
    }

    pub(super) fn append(&mut self, slot: Slot, seq: u64, input: &Logged, record: &mut Record) -> anyhow::Result<()> {
        if let Some(call) = record.readiness_call() {
            self.keep_readiness(slot, call)?;
        }
        let outputs: Vec<Output> = std::iter::from_fn(|| record.poll_output()).collect();
        signals::append(self.db, &Step { slot, seq, input, outputs: &outputs, record }, self.now)?;
        self.outcome.effects += outputs.iter().filter(|output| signals::instruction(output).is_some()).count() as u64;
        if record.readiness_call().is_some() {
            self.outcome.homes.insert(slot.home);
        // Nobody in the home may learn that something has happened where nothing is to be seen (J6).
        } else if !record.incident().is_some_and(|incident| incident.acceptance().plan.is_hidden()) {
            self.outcome.signals.insert(slot);
        }
        for output in outputs {
            if let Output::Consequence(consequence) = output {
                self.follow(slot.home, consequence)?;
            }
        }
        Ok(())
    }

    /// What an incident means for others of its home, in the same transaction.
    fn follow(&mut self, home: HomeId, consequence: Consequence) -> anyhow::Result<()> {
        match consequence {
            Consequence::Duress { keep } => self.duress(home, &keep),
            Consequence::Join { incident, service, siren } => {
                if let Some(slot) = signals::slot_of(self.db, home, incident)? {
                    // What takes a slide in is open, and hears of it whatever else it does.
                    let _done = self.feed(slot, Input::AlsoAsked { service, siren })?;
                }
                Ok(())
            }
        }
    }

    fn revoke(&mut self, device: DeviceId) -> Applied {
        let Some(removed) = homes::revoke(self.db, device, self.now.wall_ms())? else {
            return refuse(ErrorCode::Unknown);
        };
        self.outcome.revoked.push(removed);
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

pub(super) fn refuse(code: ErrorCode) -> Applied {
    Ok(Err(code.into()))
}
