//! What has happened, as far as a rule needs it: read off what the machine was told and what it wanted done.

use mayday_protocol::call::{Fact, Role};
use mayday_protocol::incident::{
    Code, Consequence, DispatchMessage, DispatchOrder, DispatchRequest, Ending, Event, Incident, Input, Output, State,
};
use mayday_protocol::{ContactId, Service};

use super::must;
use super::world::{Act, CONTACTS, World};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Past {
    /// When it opened. Not told apart: it is checked against waits that are.
    pub(crate) opened_ms: Option<u64>,
    /// What was asked for and has not been cancelled.
    pub(crate) wanted: Vec<Service>,
    /// How many of these the deciding call named.
    pub(crate) named: usize,
    /// Requests that were ordered.
    pub(crate) requests: Vec<DispatchRequest>,
    /// What a drill has said.
    pub(crate) would: Vec<Service>,
    /// Whether the device's commit has arrived.
    pub(crate) committed: bool,
    pub(crate) started: bool,
    /// Since the last decision.
    pub(crate) told: bool,
    /// Who asked for help.
    pub(crate) reached: Option<ContactId>,
    pub(crate) deciding_calls: [u8; 3],
    pub(crate) telling_calls: [u8; 3],
    pub(crate) cancelled: bool,
    pub(crate) duress: bool,
    /// The open SOS that would take this slide in, if there is one.
    pub(crate) joins: bool,
    /// Whether the household has asked to cancel with its code, after it had opened.
    pub(crate) asked_to_cancel: bool,
    /// Whether that was passed on.
    pub(crate) passed_on: bool,
    pub(crate) read: bool,
    pub(crate) called_back: bool,
    pub(crate) cancelled_once: bool,
    /// What a further slide has asked for.
    pub(crate) also: Option<Service>,
    pub(crate) more_time: bool,
}

impl std::hash::Hash for Past {
    fn hash<H: std::hash::Hasher>(&self, hasher: &mut H) {
        let Self {
            opened_ms,
            wanted,
            named,
            requests,
            would,
            committed,
            started,
            told,
            reached,
            deciding_calls,
            telling_calls,
            cancelled,
            duress,
            joins,
            asked_to_cancel,
            passed_on,
            read,
            called_back,
            cancelled_once,
            also,
            more_time,
        } = self;
        (opened_ms.is_some(), wanted, named, requests, would, committed).hash(hasher);
        (started, told, reached, deciding_calls, telling_calls, cancelled, duress).hash(hasher);
        (joins, asked_to_cancel, passed_on, read, called_back, cancelled_once, also, more_time).hash(hasher);
    }
}

impl Past {
    pub(crate) fn sees(&mut self, before: &World, act: Act, outputs: &[Output], after: &Incident, now_ms: u64) {
        self.committed |= act == Act::Plan(Input::Commit);
        let contacting = act != Act::Begin && matches!(before.state(), State::Contacting { .. });
        if let Act::Home(input) = act {
            self.acts(input, before, contacting);
        }
        for output in outputs {
            match output {
                Output::Record(event) => self.hears(*event, before, contacting, now_ms),
                Output::Dispatch(DispatchOrder { request, message: DispatchMessage::Come, .. }) => {
                    self.requests.push(*request);
                }
                Output::Dispatch(DispatchOrder { message: DispatchMessage::CancelAsked, .. }) => self.passed_on = true,
                Output::Consequence(Consequence::Duress { .. }) => self.duress = true,
                Output::Consequence(Consequence::Join { .. }) => {}
                Output::Order(_) => {}
            }
        }
        self.cancelled |= matches!(after.state(), State::Closed(Ending::Disarmed));
        self.cancelled_once |= self.cancelled;
    }

    fn acts(&mut self, input: Input, before: &World, contacting: bool) {
        if let Input::AlsoAsked { service, .. } = input {
            self.also = Some(service);
            self.wanted.extend(contacting.then_some(service));
        }
        let normal = matches!(input, Input::Disarm { code: Code::Normal } | Input::CancelInApp { code: Code::Normal });
        self.asked_to_cancel |= normal && before.incident().is_open();
        self.joins |= matches!(input, Input::WouldJoin { incident: Some(_) });
        self.read |= input == Input::Read;
        self.called_back |= matches!(input, Input::CallBack { .. });
        self.more_time |= matches!(input, Input::Call { fact: Fact::MoreTime, .. });
    }

    fn hears(&mut self, event: Event, before: &World, contacting: bool, now_ms: u64) {
        if matches!(event, Event::HelpRequested { .. } | Event::AlarmRaised { .. }) {
            self.opened_ms = Some(now_ms);
            self.wants_again(before);
        }
        if let Event::Calling { contact, role } = event {
            let calls = if role == Role::Deciding { &mut self.deciding_calls } else { &mut self.telling_calls };
            count(calls, contact);
            self.named = if role == Role::Deciding { self.wanted.len() } else { self.named };
            self.told |= role != Role::Deciding;
        }
        if let Event::ConfirmedBy { contact } = event {
            // Once responders were asked, a call-back takes nobody off the list of those who are told.
            self.reached = if before.incident().dispatches().is_empty() { Some(contact) } else { self.reached };
            self.forgets_cancels(before);
        }
        if event == Event::SendNow && contacting {
            self.reached = CONTACTS.first().copied();
        }
        if event == Event::StillNeedHelp {
            self.reached = None;
            self.forgets_cancels(before);
        }
        if let Event::CancelledBy { .. } = event {
            self.wanted.drain(..self.named.min(self.wanted.len()));
            self.cancelled = self.wanted.is_empty();
        }
        if let Event::WouldRequest { service } = event {
            self.would.push(service);
        }
        self.cancelled |= event == Event::CancelledInHold;
        self.started |= matches!(event, Event::Requesting { .. });
    }

    /// A request for help is never undone by a cancel that came before it.
    fn forgets_cancels(&mut self, before: &World) {
        if self.cancelled {
            self.cancelled = false;
            self.told = false;
            self.wants_again(before);
        }
    }

    fn wants_again(&mut self, before: &World) {
        self.wanted = must::service(before.subject.kind).into_iter().collect();
    }
}

fn count(calls: &mut [u8; 3], contact: ContactId) {
    if let Some(place) = CONTACTS.iter().position(|known| *known == contact) {
        calls[place] = calls[place].saturating_add(1);
    }
}
