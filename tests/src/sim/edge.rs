//! The station's workers and what they meet: carriers, base stations, agents, and the receiving side of dispatch requests.

use mayday_protocol::call::Fact;
use mayday_protocol::incident::{AgentFact, DispatchMessage, DispatchRequest, Order, Receiver};
use mayday_protocol::plan::{Course, Kind, Service};
use mayday_protocol::{ContactId, IncidentId};
use mayday_station::offline::{Answer, At, Command, OrderId, Waiting, Work};

use super::check::Checked;
use super::ledger::Attempt;
use super::people::Stage;
use super::plant::Plant;
use super::world::{Happening, World, failed};

/// How far a worker has come with an order. It lives in the worker alone: a start of the station begins again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Carrying {
    Begins,
    /// The n-th attempt of a dispatch request.
    Attempts(u64),
    /// The receiving side has accepted, and the station is about to hear of it.
    Accepted,
    /// An agent takes who waits.
    AgentTakes,
}

impl World {
    pub(super) fn carry(&mut self, waiting: Waiting, epoch: u64, carrying: Carrying) -> Checked {
        if epoch != self.epoch || self.station.is_none() {
            return Ok(());
        }
        let Waiting { id, at, work } = waiting;
        match (work, carrying) {
            (Work::Dispatch { request, message }, _) => self.carry_dispatch(waiting, request, message, carrying),
            (Work::Order(order), Carrying::Begins) => self.obey(waiting, order),
            (Work::Order(_), Carrying::AgentTakes) => self.agent_takes(id, at),
            (Work::Order(_), Carrying::Attempts(_) | Carrying::Accepted) => Ok(()),
        }
    }

    fn obey(&mut self, waiting: Waiting, order: Order) -> Checked {
        let Waiting { id, at, .. } = waiting;
        match order {
            Order::PlaceCall { call, contact } => self.place(waiting, call, contact),
            Order::EndCall { call } => {
                if let Some(leg) = self.check.ledger.leg(at, call) {
                    self.check.ledger.legs[leg].lives = false;
                }
                self.ask(Command::Finish(id)).map(drop)
            }
            Order::LeaveMessage { call } => {
                self.record(waiting, call);
                Ok(())
            }
            Order::SoundSiren { .. } | Order::StopSiren | Order::Announce => {
                let until = self.homes.get(self.label(at).home).map_or(0, |home| home.base_offline_until);
                if until > self.now && !self.calm {
                    self.at(until + 20, Happening::Carry(waiting, self.epoch, Carrying::Begins));
                    return Ok(());
                }
                if matches!(order, Order::SoundSiren { .. }) {
                    self.check.siren_starts(at)?;
                }
                self.ask(Command::BaseStation { at, id, order }).map(drop)
            }
            Order::AskAgent { .. } if self.agents => {
                self.ask(Command::Agent { at, fact: AgentFact::Waiting, finishes: None })?;
                let takes = self.chance_of_order(&waiting, 1).between(1_000, 60_000);
                self.after(takes, Happening::Carry(waiting, self.epoch, Carrying::AgentTakes));
                Ok(())
            }
            Order::AskAgent { .. } => {
                self.ask(Command::Agent { at, fact: AgentFact::NoneSignedIn, finishes: Some(id) }).map(drop)
            }
        }
    }

    fn agent_takes(&mut self, id: OrderId, at: At) -> Checked {
        self.ask(Command::Agent { at, fact: AgentFact::Took, finishes: Some(id) })?;
        let [home, hidden, nth] = self.label(at).parts();
        if self.chance_of(&[6, home, hidden, nth]).chance(50) {
            self.ask(Command::AgentSends { at, service: Service::Medical })?;
        }
        Ok(())
    }

    /// No carrier dials without the line.
    fn place(&mut self, waiting: Waiting, call: u16, contact: ContactId) -> Checked {
        let Waiting { id, at, .. } = waiting;
        if self.plants_on_a_line(contact) {
            return self.dial(waiting, call, contact);
        }
        let Some(performed) = self.ask(Command::SeizeLine { at, call, contact, finishes: id })? else { return Ok(()) };
        if performed.answer != Ok(Answer::Go(true)) {
            return Ok(());
        }
        let mut random = self.chance_of_order(&waiting, 2 + self.epoch);
        if self.may_break(&waiting) && self.is_killed(&mut random) {
            return Ok(());
        }
        self.dial(waiting, call, contact)
    }

    fn dial(&mut self, waiting: Waiting, call: u16, contact: ContactId) -> Checked {
        let Waiting { id, at, .. } = waiting;
        // The carrier takes the order's number as its key: asked again, it is the same call.
        let known = self.check.ledger.leg(at, call).filter(|leg| self.check.ledger.legs[*leg].lives);
        if let Some(leg) = known
            && self.plant != Some(Plant::CalledTwice)
        {
            self.check.ledger.legs[leg].order = Some(id);
            self.after(50, Happening::Leg(leg, Stage::Rings));
            return Ok(());
        }
        let contact = self.planted_contact(at, contact);
        self.check.dials(at, call, contact, known.is_some())?;
        self.dialled(waiting, call, contact);
        if self.plants_once(Plant::CalledTwice) {
            return self.dial(waiting, call, contact);
        }
        Ok(())
    }

    fn planted_contact(&mut self, at: At, contact: ContactId) -> ContactId {
        if self.plant != Some(Plant::WrongContact) {
            return contact;
        }
        let incident = self.check.signal(at).and_then(|signal| signal.incident());
        incident.and_then(|it| it.acceptance().contacts.get(1).copied()).unwrap_or(contact)
    }

    fn plants_on_a_line(&self, contact: ContactId) -> bool {
        let person = self.check.persons.get(&contact);
        let busy = self.check.ledger.legs.iter().any(|leg| leg.lives && Some(&leg.person) == person);
        self.plant == Some(Plant::LineIgnored) && busy
    }

    /// The order is asked about, goes out as often as it takes, and is reported, under one key.
    fn carry_dispatch(
        &mut self,
        waiting: Waiting,
        request: DispatchRequest,
        message: DispatchMessage,
        carrying: Carrying,
    ) -> Checked {
        let Waiting { id, at, .. } = waiting;
        if self.plant == Some(Plant::LostDispatch) || self.plant == Some(Plant::JoinedSlideLost) && self.joined(at) {
            return self.ask(Command::Finish(id)).map(drop);
        }
        match (message, carrying) {
            (DispatchMessage::CancelAsked, _) => {
                self.reaches(at, request, message)?;
                self.ask(Command::Finish(id)).map(drop)
            }
            (DispatchMessage::Come, Carrying::Begins) => self.start_dispatch(waiting, request),
            (DispatchMessage::Come, Carrying::Attempts(number)) => self.attempt(waiting, request, number),
            (DispatchMessage::Come, Carrying::Accepted | Carrying::AgentTakes) => {
                let by = Receiver::Webhook;
                let Some(_) = self.ask(Command::ConfirmDispatch { at, request, by, finishes: id })? else {
                    return Ok(());
                };
                if self.chance_of_order(&waiting, 3).chance(self.script.doubled) {
                    self.ask(Command::ConfirmDispatch { at, request, by, finishes: id })?;
                }
                Ok(())
            }
        }
    }

    fn start_dispatch(&mut self, waiting: Waiting, request: DispatchRequest) -> Checked {
        let Waiting { id, at, .. } = waiting;
        self.plant_before_dispatch(waiting)?;
        if self.plant == Some(Plant::DispatchUnasked) {
            return self.attempt(waiting, request, 0);
        }
        let Some(performed) = self.ask(Command::StartDispatch { at, request })? else { return Ok(()) };
        if performed.answer != Ok(Answer::Go(true)) {
            return self.ask(Command::Finish(id)).map(drop);
        }
        let mut random = self.chance_of_order(&waiting, 4 + self.epoch);
        if self.may_break(&waiting) && self.is_killed(&mut random) {
            return Ok(());
        }
        self.attempt(waiting, request, 0)
    }

    fn attempt(&mut self, waiting: Waiting, request: DispatchRequest, number: u64) -> Checked {
        let Waiting { at, .. } = waiting;
        self.reaches(at, request, DispatchMessage::Come)?;
        let mut random = self.chance_of_order(&waiting, 1_000 + number);
        let accepts = self.calm || !random.chance(self.script.refused);
        if accepts && self.plant != Some(Plant::AcceptedByNobody) {
            self.check.accepted(at, request);
        }
        // Its answer may be lost: then it is asked again, under the same key.
        let answers = self.calm || !random.chance(self.script.lost);
        let next = if accepts && answers { Carrying::Accepted } else { Carrying::Attempts(number + 1) };
        let pause = match next {
            Carrying::Accepted => random.between(20, 3_000),
            Carrying::Begins | Carrying::Attempts(_) | Carrying::AgentTakes => 500 << number.min(6),
        };
        self.after(pause, Happening::Carry(waiting, self.epoch, next));
        Ok(())
    }

    fn reaches(&mut self, at: At, request: DispatchRequest, message: DispatchMessage) -> Checked {
        let Some(station) = &self.station else { return Ok(()) };
        let key = station.dispatch_key(at, request, message).map_err(|error| failed(&error))?.unwrap_or_default();
        let time = self.now;
        self.check.reached(&key, Attempt { at, request, message, time })?;
        if self.plants_once(Plant::SecondKey) {
            let again = Attempt { at, request, message, time };
            self.check.reached(&format!("{key}-again"), again)?;
        }
        Ok(())
    }

    /// Bugs that go before a dispatch request.
    fn plant_before_dispatch(&mut self, waiting: Waiting) -> Checked {
        let at = waiting.at;
        let plan = self.check.signal(at).and_then(|signal| signal.plan());
        let Some(incident) = self.check.signal(at).and_then(|signal| signal.incident()) else { return Ok(()) };
        let first = incident.acceptance().contacts.first().copied();
        if let (Some(Plant::CallsBeforeCo), Some(contact)) = (self.plant, first)
            && plan.is_some_and(|plan| plan.kind == Kind::CarbonMonoxide)
        {
            return self.check.calls_unasked(at, contact);
        }
        Ok(())
    }

    /// A bug: a drill is taken for the real thing.
    pub(super) fn plant_drill(&mut self, at: At) -> Checked {
        let drills = self.check.signal(at).and_then(|it| it.plan()).is_some_and(|plan| plan.course == Course::Drill);
        if self.plant == Some(Plant::DrillDispatches) && drills {
            let request = DispatchRequest { service: Service::Police, asking: 1 };
            return self.reaches(at, request, DispatchMessage::Come);
        }
        Ok(())
    }

    /// Whether an incident has taken another slide in, for a bug that forgets it.
    fn joined(&self, at: At) -> bool {
        let id: Option<IncidentId> =
            self.check.signal(at).and_then(|it| it.incident()).map(|incident| incident.acceptance().incident);
        self.check.signals.iter().filter_map(|signal| signal.incident()).any(|incident| {
            matches!(incident.state(), mayday_protocol::incident::State::Joined { incident } if Some(*incident) == id)
        })
    }

    /// A report reaches the station, which may not run: a carrier reports again.
    pub(super) fn report(&mut self, command: Command) -> Checked {
        if self.station.is_none() {
            let retry = self.chance_of(&[7, self.now]).between(200, 1_000);
            self.after(retry, Happening::Report(command));
            return Ok(());
        }
        let Command::Report { at, call, fact, finishes } = command else { return self.ask(command).map(drop) };
        let before = self.check.signal(at).map(|signal| signal.record.clone());
        let active = self.check.active(at, call);
        let wrong = fact == Fact::Password(mayday_protocol::call::Password::Wrong);
        let fact = if wrong && self.plant == Some(Plant::WrongPasswordForgiven) { Fact::HungUp } else { fact };
        let Some(performed) = self.ask(Command::Report { at, call, fact, finishes })? else { return Ok(()) };
        self.plant_drill(at)?;
        let (Some(before), Some(active)) = (before, active) else { return Ok(()) };
        let taken = performed.answer == Ok(Answer::Reported(mayday_wire::CallReport::Taken));
        let asked = matches!(active.call.state(), mayday_protocol::call::State::AskingPassword { .. });
        if wrong && taken && asked {
            self.check.wrong_password_was_given(at, &before, active.contact)?;
        }
        if fact == Fact::Password(mayday_protocol::call::Password::Duress) && taken && asked {
            self.check.duress_was_given(self.check.home_of(at))?;
        }
        Ok(())
    }
}
