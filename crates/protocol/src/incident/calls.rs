//! Calls of an incident, whatever they are for: placed, told of, ended.

use super::{ActiveCall, Consequence, Event, Incident, Order, Wake};
use crate::call::{self, Call, Fact, Role};
use crate::ids::ContactId;
use crate::plan::Course;
use crate::time::{Time, Timer};

impl Incident {
    pub(super) fn place(&mut self, contact: ContactId, role: Role, now: Time) -> ActiveCall {
        let number = self.next_call();
        self.order(Order::PlaceCall { call: number, contact });
        self.record(Event::Calling { contact, role });
        let call = Call::place(role, call::digits(self.acceptance.seed, number), now);
        ActiveCall {
            number,
            contact,
            names: self.asked().count().try_into().unwrap_or(u8::MAX),
            call: call
                .asking_password(role == Role::Deciding && self.asks_password())
                .offering_agent(self.acceptance.plan.course == Course::Practice),
        }
    }

    pub(super) const fn next_call(&mut self) -> u16 {
        self.calls_placed = self.calls_placed.saturating_add(1);
        self.calls_placed
    }

    /// Tells of a call's progress, and of a duress password at the moment in which it is given (J4).
    pub(super) fn record_progress(&mut self, contact: ContactId, before: &Call, after: &Call) {
        let (was, is) = (before.state(), after.state());
        if matches!(is, call::State::Ringing { .. }) && !matches!(was, call::State::Ringing { .. }) {
            self.record(Event::Ringing { contact });
        }
        if is_human(&is) && !is_human(&was) {
            self.record(Event::Answered { contact });
        }
        if after.is_under_duress() && !before.is_under_duress() {
            self.cause(Consequence::Duress { keep: vec![] });
        }
    }

    pub(super) fn end_all_calls(&mut self) {
        for active in self.active_calls() {
            self.order(Order::EndCall { call: active.number });
        }
        self.call_backs.clear();
        self.end_all_messages();
    }
}

/// Whether a person was proven and the call still runs.
const fn is_human(state: &call::State) -> bool {
    matches!(state, call::State::AskingPassword { .. } | call::State::Deciding { .. } | call::State::Offering { .. })
}

pub(super) fn call_timeout(active: &ActiveCall) -> Option<(Wake, Timer)> {
    active.call.poll_timeout().map(|timer| (Wake::Call { number: active.number }, timer))
}

pub(super) fn advance(call: &mut Call, fact: Option<Fact>, now: Time) {
    match fact {
        Some(fact) => call.handle_input(fact, now),
        None => call.handle_timeout(now),
    }
}

/// Whether there is nothing left to end: the carrier said so itself, or a message takes the call over.
pub(super) const fn ended_by_other_side(fact: Option<Fact>) -> bool {
    match fact {
        Some(Fact::HungUp | Fact::Busy | Fact::Voicemail | Fact::Failed | Fact::InAnotherCall) => true,
        Some(
            Fact::Ringing | Fact::PickedUp | Fact::Key(_) | Fact::Password(_) | Fact::MessageLeft | Fact::MoreTime,
        )
        | None => false,
    }
}
