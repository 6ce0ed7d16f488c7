//! Calls that contacts make to the station's number (M5): proven by the password, told the state, and able to ask for
//! help always, to cancel only what may still be cancelled.

use super::{ActiveCall, Ending, Event, Incident, Order, State, advance, ended_by_other_side};
use crate::call::{self, Call, Fact, Outcome};
use crate::ids::ContactId;
use crate::plan::{CancelByContact, WrongPassword};
use crate::time::Time;

impl Incident {
    /// A contact of this incident has called the station's number. One call a contact at a time.
    pub(super) fn on_call_back(&mut self, contact: ContactId, now: Time) {
        let in_a_call = self.active_calls().iter().any(|active| active.contact == contact);
        if in_a_call || !self.acceptance.contacts.contains(&contact) || !self.can_be_called_back() {
            return;
        }
        let number = self.next_call();
        let digits = call::digits(self.acceptance.seed, number);
        let call = Call::from_contact(digits, self.can_be_cancelled_by_call_back(), now);
        let names = self.asked().count().try_into().unwrap_or(u8::MAX);
        self.call_backs.push(ActiveCall { number, contact, names, call });
        self.record(Event::CalledBack { contact });
    }

    /// Whether there is something to say to a contact who calls: nothing before it is open, nothing where it is hidden.
    pub const fn can_be_called_back(&self) -> bool {
        !matches!(self.state, State::Held { .. } | State::Joined { .. }) && !self.acceptance.plan.is_hidden()
    }

    fn can_be_cancelled_by_call_back(&self) -> bool {
        let until_dispatch = |deciding: crate::plan::Deciding| deciding.cancel == CancelByContact::UntilDispatch;
        self.is_open() && self.acceptance.plan.deciding().is_some_and(until_dispatch) && !self.dispatch_started()
    }

    pub(super) fn on_called_back(&mut self, number: u16, fact: Option<Fact>, now: Time) {
        let Some(active) = self.call_backs.iter_mut().find(|active| active.number == number) else { return };
        let before = active.call;
        advance(&mut active.call, fact, now);
        let active = *active;
        if active.call.is_under_duress() && !before.is_under_duress() {
            self.cause(super::Consequence::Duress { keep: vec![] });
        }
        let Some(outcome) = active.call.outcome() else { return };
        self.call_backs.retain(|active| active.number != number);
        if !ended_by_other_side(fact) {
            self.order(Order::EndCall { call: number });
        }
        self.after_call_back(&active, outcome, now);
        self.finish_telling();
    }

    fn after_call_back(&mut self, active: &ActiveCall, outcome: Outcome, now: Time) {
        let contact = active.contact;
        match outcome {
            Outcome::Confirmed => {
                self.record(Event::ConfirmedBy { contact });
                self.help_is_asked_by(contact, now);
            }
            Outcome::Cancelled if self.can_be_cancelled_by_call_back() => {
                if active.call.is_under_duress() {
                    let keep = self.asked().collect();
                    self.cause(super::Consequence::Duress { keep });
                }
                self.end_all_calls();
                self.stop_siren();
                self.close(Ending::CancelledByContact, Event::CancelledBy { contact });
            }
            Outcome::WrongPassword => {
                self.record(Event::WrongPassword { contact });
                self.wrong_password_from_outside(now);
            }
            Outcome::Cancelled | Outcome::NotAnswered(_) | Outcome::Undecided | Outcome::Told | Outcome::AgentAsked => {
                self.record(Event::NoDecision { contact })
            }
        }
    }

    /// Whoever calls and does not know the password may be an intruder: where the plan says so, police at once (N3).
    fn wrong_password_from_outside(&mut self, now: Time) {
        let dispatches = |deciding: crate::plan::Deciding| deciding.wrong_password == WrongPassword::Dispatch;
        if !self.acceptance.plan.deciding().is_some_and(dispatches) {
            return;
        }
        if let State::Contacting { .. } | State::NobodySent { .. } = self.state {
            self.end_all_calls();
            self.respond(None, now);
        }
    }

    /// A request for help is never refused (N2): it is passed on as asked again where responders were asked already.
    fn help_is_asked_by(&mut self, contact: ContactId, now: Time) {
        let Some(service) = self.acceptance.plan.service else { return };
        match &self.state {
            State::Contacting { .. } | State::NobodySent { .. } | State::Closed(_) => {
                self.end_all_calls();
                self.withdrawn = 0;
                self.respond(Some(contact), now);
            }
            State::Responding(responding) if responding.dispatches.is_empty() => {
                self.end_all_calls();
                self.withdrawn = 0;
                self.respond(Some(contact), now);
            }
            State::Responding(_) => self.ask_again(service, now),
            State::Held { .. } | State::SirenAlone | State::Joined { .. } => {}
        }
    }
}
