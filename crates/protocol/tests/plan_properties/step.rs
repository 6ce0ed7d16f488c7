//! One step of a world, in the words that the rules are written in.

use std::collections::BTreeSet;

use mayday_protocol::call::{Fact, Role, State as CallState};
use mayday_protocol::incident::{
    ActiveCall, CancelEffect, Code, Consequence, DispatchMessage, Event, Input, Order, Output, State,
};
use mayday_protocol::plan::Course;
use mayday_protocol::{ContactId, Kind, Service};

use super::must;
use super::world::{Act, CONTACTS, Step};

impl Step<'_> {
    pub(crate) const fn kind(&self) -> Kind {
        self.after.subject.kind
    }

    pub(crate) const fn course(&self) -> Course {
        self.after.subject.course
    }

    /// The plan is carried out: in full, or as a drill.
    pub(crate) const fn runs(&self) -> bool {
        matches!(self.course(), Course::Full | Course::Drill)
    }

    pub(crate) const fn is_sos(&self) -> bool {
        must::is_sos(self.kind()) && self.runs()
    }

    pub(crate) fn is(&self, kind: Kind) -> bool {
        self.kind() == kind && self.runs()
    }

    /// The contacts of the home, in order.
    pub(crate) fn contacts(&self) -> &[ContactId] {
        &CONTACTS[..self.after.home.contacts]
    }

    /// Where it stood; `None`: it had not begun.
    pub(crate) fn was(&self) -> Option<&State> {
        (self.act != Act::Begin).then(|| self.before.state())
    }

    pub(crate) fn was_open(&self) -> bool {
        self.act != Act::Begin && self.before.incident().is_open()
    }

    pub(crate) fn was_held(&self) -> bool {
        matches!(self.was(), Some(State::Held { .. }))
    }

    pub(crate) fn is_held(&self) -> bool {
        matches!(self.after.state(), State::Held { .. })
    }

    pub(crate) const fn is_slid(&self) -> bool {
        self.after.home.trigger.is_none()
    }

    /// The deciding call that was running.
    pub(crate) fn deciding_call(&self) -> Option<ActiveCall> {
        let Some(State::Contacting { active, .. }) = self.was() else { return None };
        Some(*active)
    }

    /// Whether this happened in the deciding call.
    pub(crate) fn in_deciding_call(&self, fact: Fact) -> bool {
        self.deciding_call().is_some_and(|active| self.act == Act::Report(active.number, fact))
    }

    /// The deciding call reached nobody.
    pub(crate) fn was_not_answered(&self) -> bool {
        let whom = self.deciding_call().map(|active| active.contact);
        self.events().any(|event| matches!(event, Event::NotAnswered { contact, .. } if Some(contact) == whom))
    }

    /// The deciding call reached a person, and no valid decision came.
    pub(crate) fn decided_nothing(&self) -> bool {
        let whom = self.deciding_call().filter(|active| !self.goes_on(active.number)).map(|active| active.contact);
        self.events().any(|event| matches!(event, Event::NoDecision { contact } if Some(contact) == whom))
    }

    fn goes_on(&self, call: u16) -> bool {
        self.after.incident().active_calls().iter().any(|active| active.number == call)
    }

    /// The call that a contact has made, and what happened in it.
    pub(crate) fn in_call_back(&self) -> Option<(ActiveCall, Fact)> {
        let Act::Report(number, fact) = self.act else { return None };
        let calls = self.before.incident().active_calls();
        let active = calls.into_iter().find(|active| active.number == number && active.call.role() == Role::CallBack);
        active.map(|active| (active, fact))
    }

    pub(crate) fn events(&self) -> impl Iterator<Item = Event> {
        self.outputs.iter().filter_map(|output| match output {
            Output::Record(event) => Some(*event),
            Output::Order(_) | Output::Dispatch(_) | Output::Consequence(_) => None,
        })
    }

    pub(crate) fn says(&self, event: Event) -> bool {
        self.events().any(|it| it == event)
    }

    pub(crate) fn orders(&self) -> impl Iterator<Item = Order> {
        self.outputs.iter().filter_map(|output| match output {
            Output::Order(order) => Some(*order),
            Output::Record(_) | Output::Dispatch(_) | Output::Consequence(_) => None,
        })
    }

    pub(crate) fn orders_that(&self, wanted: impl Fn(&Order) -> bool) -> bool {
        self.orders().any(|order| wanted(&order))
    }

    pub(crate) fn places(&self) -> Vec<ContactId> {
        let contact = |order: Order| {
            let Order::PlaceCall { contact, .. } = order else { return None };
            Some(contact)
        };
        self.orders().filter_map(contact).collect()
    }

    pub(crate) fn calls(&self, role: Role) -> Vec<ContactId> {
        let contact = |event: Event| {
            let Event::Calling { contact, role: it } = event else { return None };
            (it == role).then_some(contact)
        };
        self.events().filter_map(contact).collect()
    }

    /// Responders whom the receiving side is asked to send.
    pub(crate) fn requests(&self) -> Vec<Service> {
        self.messages(DispatchMessage::Come)
    }

    pub(crate) fn messages(&self, message: DispatchMessage) -> Vec<Service> {
        let service = |output: &Output| match output {
            Output::Dispatch(order) if order.message == message => Some(order.request.service),
            Output::Dispatch(_) | Output::Order(_) | Output::Record(_) | Output::Consequence(_) => None,
        };
        self.outputs.iter().filter_map(service).collect()
    }

    /// Responders who are asked for; in a drill, who would be.
    pub(crate) fn asks(&self) -> Vec<Service> {
        let would = self.events().filter_map(|event| {
            let Event::WouldRequest { service } = event else { return None };
            Some(service)
        });
        self.requests().into_iter().chain(would).collect()
    }

    /// Whether everything that was wanted is asked for, and nothing else.
    pub(crate) fn asks_for_what_was_wanted(&self) -> bool {
        self.asks() == self.before.past.wanted && !self.asks().is_empty()
    }

    pub(crate) fn opens(&self) -> bool {
        self.events().any(|event| matches!(event, Event::HelpRequested { .. } | Event::AlarmRaised { .. }))
    }

    pub(crate) fn keeps_in_duress(&self) -> Option<&[Service]> {
        self.outputs.iter().rev().find_map(|output| match output {
            Output::Consequence(Consequence::Duress { keep }) => Some(&keep[..]),
            Output::Consequence(Consequence::Join { .. })
            | Output::Order(_)
            | Output::Dispatch(_)
            | Output::Record(_) => None,
        })
    }

    /// The effect of a disarm that an open incident was told of.
    pub(crate) fn disarmed(&self) -> Option<(Code, Option<CancelEffect>)> {
        let Act::Home(Input::Disarm { code }) = self.act else { return None };
        let effect = self.events().find_map(|event| {
            let Event::Disarmed { effect } = event else { return None };
            Some(effect)
        });
        self.hears_of_codes().then_some((code, effect))
    }

    /// The effect of a cancel in the app that an open incident was told of.
    pub(crate) fn cancelled_in_app(&self) -> Option<(Code, Option<CancelEffect>)> {
        let Act::Home(Input::CancelInApp { code }) = self.act else { return None };
        let effect = self.events().find_map(|event| {
            let Event::CancelledInApp { effect } = event else { return None };
            Some(effect)
        });
        self.hears_of_codes().then_some((code, effect))
    }

    /// A slide that is held has a cancel of its own.
    fn hears_of_codes(&self) -> bool {
        self.was_open() && !(self.was_held() && self.is_slid())
    }

    /// Whether a call or a dispatch request was begun or ended.
    pub(crate) fn touches_calls_or_dispatch(&self) -> bool {
        let touches = |order: &Order| match order {
            Order::PlaceCall { .. } | Order::EndCall { .. } | Order::LeaveMessage { .. } | Order::AskAgent { .. } => {
                true
            }
            Order::SoundSiren { .. } | Order::StopSiren | Order::Announce => false,
        };
        self.orders_that(touches) || self.outputs.iter().any(|output| matches!(output, Output::Dispatch(_)))
    }

    /// Contacts whose line no message takes.
    pub(crate) fn is_free(&self, contact: ContactId) -> bool {
        let spoken = |world: &super::world::World| {
            world.incident().messages().iter().any(|message| message.contact == contact && message.is_being_left())
        };
        !spoken(self.before) && !spoken(self.after)
    }

    pub(crate) fn asks_in_call(&self) -> Option<CallState> {
        self.deciding_call().map(|active| active.call.state())
    }
}

/// Who it is, whatever the order.
pub(crate) fn set(contacts: &[ContactId]) -> BTreeSet<ContactId> {
    contacts.iter().copied().collect()
}
