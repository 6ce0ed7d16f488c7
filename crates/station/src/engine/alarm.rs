//! Alarms, inside the batch's transaction: raised by a hub, disarmed, cancelled in the app, called back about; duress
//! beside all of it; practice and the burglar setting.

use mayday_protocol::call::Role;
use mayday_protocol::incident::{Acceptance, AgentFact, Code, Incident, Input};
use mayday_protocol::plan::{BurglarSetting, Course, PLANS, Service, Siren, Trigger};
use mayday_protocol::signal::Record;
use mayday_protocol::{ContactId, Eligible, HomeId, IncidentId, Kind, Reason, SignalId, Timer, eligibility};
use mayday_wire::{Activity, ErrorBody, ErrorCode};

use super::Answer;
use super::apply::{Applied, Batch, refuse};
use crate::random;
use crate::store::homes::{self, Home};
use crate::store::signals::{self, Logged};
use crate::store::{Row, Slot, lines};
use crate::token::Device;

/// The longest entry delay: a longer one is cut, so that a broken hub puts no alarm off for good (F11).
const ENTRY_DELAY_MS: u64 = 120_000;
/// Practice can be entered for 15 minutes to 8 hours (L5).
const PRACTICE_MINUTES: std::ops::RangeInclusive<u32> = 15..=480;
/// Incidents of a home that a contact who calls may mean.
const CALLED_BACK_ABOUT: usize = 20;

/// An alarm as it is accepted.
struct Raised {
    kind: Kind,
    trigger: Option<Trigger>,
    course: Course,
    checked: Eligible,
    entry_delay_ms: u64,
}

impl Batch<'_> {
    /// An alarm is never refused: where nobody is called about it, it sounds and says why (B14).
    pub(super) fn raise(&mut self, home: HomeId, trigger: Trigger, entry_delay_ms: u64) -> Applied {
        let Some(found) = homes::load(self.db, home)? else { return refuse(ErrorCode::Unknown) };
        let kind = trigger.kind();
        let (checked, reasons) = look(kind, &found);
        let course = match (reasons.is_empty(), found.is_in_practice(self.now)) {
            (false, _) => Course::Unmonitored,
            (true, true) => Course::Practice,
            (true, false) => Course::Full,
        };
        if let Some(incident) = self.note(home, trigger, course)? {
            return Ok(Ok(Answer::Raised { incident, reasons: vec![] }));
        }
        let raised = Raised { kind, trigger: Some(trigger), course, checked, entry_delay_ms };
        let incident = self.accept_alarm(home, found, raised)?;
        Ok(Ok(Answer::Raised { incident, reasons: if kind == Kind::Duress { vec![] } else { reasons } }))
    }

    /// An alarm as a drill: its whole plan, and nobody is asked to come (L5). Nothing is sensed, and nothing is joined.
    pub(super) fn drill_alarm(&mut self, device: Device, trigger: Trigger) -> Applied {
        let (home, kind) = (device.home, trigger.kind());
        let Some(found) = homes::load(self.db, home)? else { return refuse(ErrorCode::Unknown) };
        // Duress is hidden from the household, and a slide's drill is slid.
        if kind == Kind::Duress || kind.is_slid() {
            return refuse(ErrorCode::NotAllowed);
        }
        let (checked, reasons) = look(kind, &found);
        if !reasons.is_empty() {
            return Ok(Err(ErrorBody::not_eligible(reasons)));
        }
        let raised = Raised { kind, trigger: Some(trigger), course: Course::Drill, checked, entry_delay_ms: 0 };
        let incident = self.accept_alarm(home, found, raised)?;
        if let Some(incident) = incident {
            self.note_activity(device, Activity::Slid { kind, drill: true, incident })?;
        }
        Ok(Ok(Answer::Raised { incident, reasons: vec![] }))
    }

    /// Notes an alarm in the incident that is open for it. `None`: there is no such incident.
    fn note(&mut self, home: HomeId, trigger: Trigger, course: Course) -> anyhow::Result<Option<Option<IncidentId>>> {
        let kind = trigger.kind();
        for slot in signals::open_of(self.db, home, kind == Kind::Duress)? {
            let incident = self.incident(slot)?;
            if let Some(incident) = incident.filter(|incident| incident.notes(kind, course)) {
                let plan = incident.acceptance().plan;
                self.feed(slot, Input::AlsoTriggered { trigger })?.ok();
                return Ok(Some((!plan.is_hidden()).then_some(incident.acceptance().incident)));
            }
        }
        Ok(None)
    }

    fn accept_alarm(&mut self, home: HomeId, found: Home, raised: Raised) -> anyhow::Result<Option<IncidentId>> {
        let Raised { kind, trigger, course, checked, entry_delay_ms } = raised;
        let slot = Slot { home, signal: SignalId::from_random(random::bytes()) };
        let Some(plan) = PLANS.row(kind, found.burglar_setting, course) else { return Ok(None) };
        let acceptance = Acceptance {
            incident: IncidentId::from_random(random::bytes()),
            seed: u64::from_ne_bytes(random::bytes()),
            device: None,
            trigger,
            plan,
            asks_password: found.facts.asks_password(),
            siren: found.facts.siren(),
            contacts: found.contacts,
        };
        let incident = acceptance.incident;
        let joins = if course == Course::Drill { None } else { signals::taking_in(self.db, slot)? };
        let delay = entry_delay_ms.min(ENTRY_DELAY_MS);
        let mut record = Record::Incident(Incident::raise(checked, acceptance, delay, joins, self.now));
        self.append(slot, 0, &Logged::Accepted, &mut record)?;
        self.flag_doubt(slot)?;
        Ok((!plan.is_hidden()).then_some(incident))
    }

    /// Duress beside whatever is open, hidden (J4). What was asked for elsewhere and stays asked for is asked for here.
    pub(super) fn duress(&mut self, home: HomeId, keep: &[Service]) -> anyhow::Result<()> {
        if signals::open_of(self.db, home, true)?.is_empty() {
            // Whoever types a code is never told what it did.
            let _raised = self.raise(home, Trigger::DuressPassword, 0)?;
        }
        let Some(slot) = signals::open_of(self.db, home, true)?.pop() else { return Ok(()) };
        for service in keep {
            let asked = |incident: &Incident| incident.dispatches().iter().any(|it| it.request.service == *service);
            if !self.incident(slot)?.as_ref().is_some_and(asked) {
                let _fed = self.feed(slot, Input::AlsoAsked { service: *service, siren: Siren::Silent })?;
            }
        }
        Ok(())
    }

    /// Every open incident hears of it, and does what its plan says.
    pub(super) fn disarm(&mut self, home: HomeId, code: Code) -> Applied {
        if code == Code::Duress {
            self.duress(home, &[])?;
        }
        for slot in signals::open_of(self.db, home, false)? {
            let _fed = self.feed(slot, Input::Disarm { code })?;
        }
        Ok(Ok(Answer::Done))
    }

    pub(super) fn cancel_in_app(&mut self, slot: Slot, code: Code) -> Applied {
        if code == Code::Duress {
            self.duress(slot.home, &[])?;
        }
        self.feed(slot, Input::CancelInApp { code })
    }

    /// A contact who calls means the latest incident that can be spoken of, an open one first (M5).
    pub(super) fn call_back(&mut self, home: HomeId, contact: ContactId) -> Applied {
        let mut about = None;
        for slot in signals::latest_of(self.db, home, CALLED_BACK_ABOUT)? {
            let Some(incident) = self.incident(slot)?.filter(Incident::can_be_called_back) else { continue };
            if !incident.acceptance().contacts.contains(&contact) {
                continue;
            }
            if incident.is_open() {
                about = Some(slot);
                break;
            }
            about = about.or(Some(slot));
        }
        let Some(slot) = about else { return refuse(ErrorCode::Unknown) };
        let fed = self.feed(slot, Input::CallBack { contact })?;
        let calls = self.incident(slot)?.map(|incident| incident.active_calls()).unwrap_or_default();
        let own = calls.iter().find(|active| active.contact == contact && active.call.role() == Role::CallBack);
        if let Some(active) = own {
            self.alarm_goes_first(contact)?;
            lines::take(self.db, contact, slot, active.number)?;
        }
        Ok(fed)
    }

    /// An agent sends help by raising an incident that runs in full, whatever the home is in (L3).
    pub(super) fn agent_sends(&mut self, slot: Slot, service: Service) -> Applied {
        let home = slot.home;
        let Some(found) = homes::load(self.db, home)? else { return refuse(ErrorCode::Unknown) };
        if self.incident(slot)?.is_some_and(|incident| incident.acceptance().plan.is_hidden()) {
            return self.agent_sends_in_silence(home, found, service);
        }
        let kind = match service {
            Service::Police => Kind::SosPolice,
            Service::Fire => Kind::SosFire,
            Service::Medical => Kind::SosMedical,
        };
        let (checked, _) = look(kind, &found);
        let raised = Raised { kind, trigger: None, course: Course::Full, checked, entry_delay_ms: 0 };
        let incident = self.accept_alarm(home, found, raised)?;
        if let Some(slot) = incident.map(|it| signals::slot_of(self.db, home, it)).transpose()?.flatten() {
            let _fed = self.feed(slot, Input::Agent(AgentFact::SendsHelp))?;
        }
        Ok(Ok(Answer::Raised { incident, reasons: vec![] }))
    }

    /// Help for duress is as hidden as duress is, and police are part of it (J2, J3).
    fn agent_sends_in_silence(&mut self, home: HomeId, found: Home, service: Service) -> Applied {
        let (checked, _) = look(Kind::Duress, &found);
        let trigger = Some(Trigger::DuressCode);
        let raised = Raised { kind: Kind::Duress, trigger, course: Course::Full, checked, entry_delay_ms: 0 };
        self.accept_alarm(home, found, raised)?;
        self.duress(home, &[service])?;
        Ok(Ok(Answer::Raised { incident: None, reasons: vec![] }))
    }

    /// The setting is frozen for an incident that is open; it is the next one's (P6).
    pub(super) fn set_burglar_setting(&mut self, home: HomeId, setting: BurglarSetting) -> Applied {
        if homes::has_open_signal(self.db, home)? {
            return refuse(ErrorCode::IncidentOpen);
        }
        homes::set_burglar_setting(self.db, home, setting)?;
        self.home_changed(home)
    }

    /// What is held already is cancelled as it was when it was slid: not now.
    pub(super) fn set_cancel_code(&mut self, home: HomeId, on: bool) -> Applied {
        if homes::has_open_signal(self.db, home)? {
            return refuse(ErrorCode::IncidentOpen);
        }
        homes::set_cancel_takes_code(self.db, home, on)?;
        self.home_changed(home)
    }

    /// The duress code shows practice and leaves the home live; duress is raised (L6).
    pub(super) fn set_practice(&mut self, home: HomeId, minutes: u32, code: Code) -> Applied {
        if code == Code::Duress {
            self.duress(home, &[])?;
        }
        if homes::has_open_signal(self.db, home)? {
            return refuse(ErrorCode::IncidentOpen);
        }
        let shown = match minutes {
            0 => None,
            minutes if PRACTICE_MINUTES.contains(&minutes) => Some(Timer::new(self.now, u64::from(minutes) * 60_000)),
            _ => return refuse(ErrorCode::Malformed),
        };
        homes::set_practice(self.db, home, shown.filter(|_| code == Code::Normal), shown)?;
        self.home_changed(home)
    }

    fn incident(&self, slot: Slot) -> anyhow::Result<Option<Incident>> {
        let Some(Row { record: Ok(Record::Incident(incident)), .. }) = signals::load(self.db, slot)? else {
            return Ok(None);
        };
        Ok(Some(incident))
    }
}

/// The proof that somebody has looked, and why nobody is called about it, if so.
fn look(kind: Kind, home: &Home) -> (Eligible, Vec<Reason>) {
    let alarm = eligibility::check_alarm(kind, &home.facts);
    // Whoever may ask for police aloud may ask for them in silence: a camera's home has calls and a code too (J4, N4).
    let may_slide = kind == Kind::Duress && eligibility::check(Kind::SosPolice, &home.facts).is_ok();
    (alarm.checked, if may_slide { vec![] } else { alarm.reasons })
}
