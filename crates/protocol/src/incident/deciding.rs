//! Deciding calls: who is called, what follows each way such a call can end, and what follows when nobody was reached.

use super::{ActiveCall, Consequence, Ending, Event, Incident, Order, Pace, State, advance, ended_by_other_side};
use crate::call::{Fact, NotAnswered, Outcome, Role};
use crate::ids::ContactId;
use crate::incident::About;
use crate::plan::{AfterCancel, Course, Deciding, NoDecision, NotReached, PasswordAsked, Whom, WrongPassword};
use crate::time::{Time, Timer};

/// Contacts that are called to decide at most (F9).
pub const DECIDING_CONTACTS: usize = 5;
/// All deciding calls of several contacts together (F9).
pub const DECIDING_MS: u64 = 180_000;
/// For how long the app offers to send police where nobody was sent (F10).
pub const NOBODY_SENT_MS: u64 = 2 * 3_600_000;

impl Incident {
    pub(super) fn begin_deciding(&mut self, now: Time) {
        let Some(deciding) = self.acceptance.plan.deciding() else { return };
        let ends = match deciding.whom {
            Whom::First => None,
            Whom::AllInOrder => Some(Timer::new(now, DECIDING_MS)),
        };
        if self.acceptance.contacts.is_empty() {
            self.nobody_to_call();
        }
        self.call_to_decide(deciding, 0, ends, now);
    }

    /// A home without contacts counts as not reached, and its agents are told: somebody can look after it. A drill asks
    /// nobody real.
    pub(super) fn nobody_to_call(&mut self) {
        self.record(Event::NobodyToCall);
        if self.acceptance.plan.course != Course::Drill {
            self.order(Order::AskAgent { contact: None });
        }
    }

    /// Calls the contact at a position of the list; past its end, nobody was reached.
    fn call_to_decide(&mut self, deciding: Deciding, position: u8, ends: Option<Timer>, now: Time) {
        let most = match deciding.whom {
            Whom::First => 1,
            Whom::AllInOrder => DECIDING_CONTACTS,
        };
        match self.acceptance.contacts.iter().take(most).nth(usize::from(position)).copied() {
            Some(contact) => {
                let active = self.place(contact, Role::Deciding, now);
                self.state = State::Contacting { active, position, ends };
            }
            None => self.not_reached(deciding, now),
        }
    }

    pub(super) fn asks_password(&self) -> bool {
        self.acceptance.plan.deciding().is_some_and(|deciding| match deciding.password {
            PasswordAsked::AsEnrolled => self.acceptance.asks_password,
            PasswordAsked::Always => true,
        })
    }

    pub(super) fn on_deciding_call(&mut self, fact: Option<Fact>, now: Time) {
        let State::Contacting { active, .. } = &mut self.state else { return };
        let before = active.call;
        advance(&mut active.call, fact, now);
        let active = *active;
        self.record_progress(active.contact, &before, &active.call);
        if let Some(outcome) = active.call.outcome() {
            if !ended_by_other_side(fact) {
                self.order(Order::EndCall { call: active.number });
            }
            self.after_deciding_call(&active, outcome, now);
        }
    }

    fn after_deciding_call(&mut self, active: &ActiveCall, outcome: Outcome, now: Time) {
        let Some(deciding) = self.acceptance.plan.deciding() else { return };
        let contact = active.contact;
        match outcome {
            Outcome::Confirmed => {
                self.record(Event::ConfirmedBy { contact });
                self.respond(Some(contact), now);
            }
            Outcome::Cancelled => self.cancelled_by(active, deciding, now),
            Outcome::WrongPassword => {
                self.record(Event::WrongPassword { contact });
                match deciding.wrong_password {
                    WrongPassword::AsNotReached => self.not_reached(deciding, now),
                    WrongPassword::Dispatch => self.respond(Some(contact), now),
                }
            }
            Outcome::Undecided | Outcome::Told | Outcome::AgentAsked => {
                self.record(Event::NoDecision { contact });
                match deciding.no_decision {
                    NoDecision::AsNotReached => self.not_reached(deciding, now),
                    NoDecision::NextContact => self.call_next(deciding, now),
                    NoDecision::Dispatch => self.respond(Some(contact), now),
                }
            }
            Outcome::NotAnswered(why) => {
                self.record(Event::NotAnswered { contact, why });
                // The line is taken before anybody is called; the order to speak comes after whatever comes next.
                if why == NotAnswered::Voicemail {
                    self.take_line(active.number, contact, Role::Deciding, now);
                }
                self.call_next(deciding, now);
                if why == NotAnswered::Voicemail {
                    self.order(Order::LeaveMessage { call: active.number });
                }
            }
        }
    }

    fn call_next(&mut self, deciding: Deciding, now: Time) {
        let State::Contacting { position, ends, .. } = self.state else { return };
        self.call_to_decide(deciding, position.saturating_add(1), ends, now);
    }

    fn not_reached(&mut self, deciding: Deciding, now: Time) {
        match deciding.not_reached {
            NotReached::Dispatch => self.respond(None, now),
            NotReached::NobodySent => {
                self.record(Event::NobodySent);
                self.state = State::NobodySent { until: Timer::new(now, NOBODY_SENT_MS) };
            }
        }
    }

    /// However far a call has come: the plan's end is not put off any longer (F9).
    pub(super) fn on_deciding_ends(&mut self, now: Time) {
        let (State::Contacting { active, .. }, Some(deciding)) = (&self.state, self.acceptance.plan.deciding()) else {
            return;
        };
        let call = active.number;
        self.order(Order::EndCall { call });
        self.record(Event::DecidingOver);
        self.not_reached(deciding, now);
    }

    /// A cancel ends what the call has named. What was asked for since then gets a call of its own (A10).
    fn cancelled_by(&mut self, active: &ActiveCall, deciding: Deciding, now: Time) {
        let contact = active.contact;
        if active.call.is_under_duress() {
            let named = self.asked().take(usize::from(active.names)).skip(usize::from(self.withdrawn)).collect();
            self.cause(Consequence::Duress { keep: named });
        }
        self.withdrawn = self.withdrawn.max(active.names);
        self.record(Event::CancelledBy { contact });
        if !self.wanted().is_empty() {
            return self.begin_deciding(now);
        }
        self.stop_siren();
        match deciding.after_cancel {
            AfterCancel::Nothing => self.state = State::Closed(Ending::CancelledByContact),
            AfterCancel::StillNeedHelp => {
                self.offer_help_still(now);
                self.state = State::Closed(Ending::CancelledByContact);
            }
            AfterCancel::TellTheRest => {
                let rest = self.the_rest();
                self.tell_all(rest, Pace::SideBySide, About::FalseAlarm, Ending::CancelledByContact, now);
            }
        }
    }

    /// The contacts after the first.
    pub(super) fn the_rest(&self) -> Vec<ContactId> {
        self.acceptance.contacts.iter().skip(1).copied().collect()
    }
}
