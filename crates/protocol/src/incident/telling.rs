//! Telling calls: they inform, decide nothing, and end by themselves (M10).

use super::{
    ActiveCall, Event, Incident, Order, State, TELL_AGAIN_MS, TELLING_TRIES, Wake, advance, call_timeout, data,
    ended_by_other_side,
};
use crate::call::{Fact, NotAnswered, Outcome, Role};
use crate::ids::ContactId;
use crate::time::{Time, Timer};

data! {
    /// Whether contacts are told side by side, or one after another until a person is reached.
    #[derive(Copy)]
    pub enum Pace {
        /// All of them, as lines allow (M10).
        SideBySide,
        /// The next one only when nobody was reached before (K1, L2).
        OneAfterAnother,
    }
}

data! {
    /// One contact who is to be told.
    #[derive(Copy)]
    pub struct Telling {
        /// Who.
        pub contact: ContactId,
        /// How many tries are left after the one that is running.
        tries_left: u8,
        /// What is going on.
        pub step: TellingStep,
    }
}

data! {
    /// Where a telling stands.
    #[derive(Copy)]
    pub enum TellingStep {
        /// Not begun: a dispatch attempt comes first, or another contact.
        Pending,
        /// A call is running.
        Calling(ActiveCall),
        /// Waiting for the next try.
        Waiting(Timer),
        /// Told, or given up.
        Done,
    }
}

impl Telling {
    pub(super) const fn twice(contact: ContactId) -> Self {
        Self { contact, tries_left: TELLING_TRIES, step: TellingStep::Pending }
    }

    pub(super) const fn once(contact: ContactId) -> Self {
        Self { contact, tries_left: 1, step: TellingStep::Pending }
    }

    pub(super) const fn active(&self) -> Option<&ActiveCall> {
        match &self.step {
            TellingStep::Calling(active) => Some(active),
            TellingStep::Pending | TellingStep::Waiting(_) | TellingStep::Done => None,
        }
    }

    pub(super) fn poll_timeout(&self) -> Option<(Wake, Timer)> {
        match &self.step {
            TellingStep::Calling(active) => call_timeout(active),
            TellingStep::Waiting(timer) => Some((Wake::TellAgain { contact: self.contact }, *timer)),
            TellingStep::Pending | TellingStep::Done => None,
        }
    }

    pub(super) fn adopt_boot(&mut self, now: Time) {
        match &mut self.step {
            TellingStep::Calling(active) => active.call.adopt_boot(now),
            TellingStep::Waiting(timer) => *timer = timer.adopted(now),
            TellingStep::Pending | TellingStep::Done => {}
        }
    }

    pub(super) const fn is_pending(&self) -> bool {
        matches!(self.step, TellingStep::Pending)
    }
}

impl Incident {
    /// Begins, where there is no dispatch attempt to wait for; and ends at once where there is nobody to tell.
    pub(super) fn begin_telling(&mut self, now: Time) {
        self.tell_who_waited(now);
        self.finish_telling();
    }

    /// Calls whoever is to be told, has not been called, and whose line no message takes: everybody, or the next one.
    pub(super) fn tell_pending(&mut self, now: Time) {
        let State::Responding(responding) = &self.state else { return };
        let most = match responding.pace {
            Pace::SideBySide => usize::MAX,
            Pace::OneAfterAnother => usize::from(responding.active_calls().is_empty()),
        };
        let pending = responding.telling.iter().filter(|telling| telling.is_pending()).map(|telling| telling.contact);
        let free: Vec<ContactId> = pending.filter(|contact| !self.hears_a_message(*contact)).take(most).collect();
        for contact in free {
            self.tell(contact, now);
        }
    }

    /// A message is over, or telling begins: whoever waited is called, if it may begin.
    pub(super) fn tell_who_waited(&mut self, now: Time) {
        if let State::Responding(responding) = &self.state
            && responding.has_begun(now)
        {
            self.tell_pending(now);
        }
    }

    /// Places the next try of a telling call.
    pub(super) fn tell(&mut self, contact: ContactId, now: Time) {
        let active = self.place(contact, Role::Telling, now);
        self.with_telling(contact, |telling| {
            telling.tries_left = telling.tries_left.saturating_sub(1);
            telling.step = TellingStep::Calling(active);
        });
    }

    pub(super) fn on_telling_call(&mut self, number: u16, fact: Option<Fact>, now: Time) {
        let Some(mut active) = self.active_calls().into_iter().find(|active| active.number == number) else { return };
        let (before, contact) = (active.call, active.contact);
        advance(&mut active.call, fact, now);
        self.record_progress(contact, &before, &active.call);
        let Some(outcome) = active.call.outcome() else {
            return self.with_telling(contact, |telling| telling.step = TellingStep::Calling(active));
        };
        if !ended_by_other_side(fact) {
            self.order(Order::EndCall { call: number });
        }
        let told = self.record_telling(contact, outcome);
        let again = self.after_telling(contact, told, now);
        if !again && outcome == Outcome::NotAnswered(NotAnswered::Voicemail) {
            self.leave_message(number, contact, Role::Telling, now);
        }
        self.tell_who_waited(now);
        self.finish_telling();
    }

    /// Whether this contact is tried again. Once a person was reached, those who wait for their turn are not called.
    fn after_telling(&mut self, contact: ContactId, told: bool, now: Time) -> bool {
        let mut again = false;
        self.with_telling(contact, |telling| {
            again = !told && telling.tries_left > 0;
            telling.step = if again { TellingStep::Waiting(Timer::new(now, TELL_AGAIN_MS)) } else { TellingStep::Done };
        });
        if let State::Responding(responding) = &mut self.state
            && told
            && responding.pace == Pace::OneAfterAnother
        {
            responding.telling.iter_mut().for_each(|telling| telling.step = TellingStep::Done);
        }
        again
    }

    fn record_telling(&mut self, contact: ContactId, outcome: Outcome) -> bool {
        match outcome {
            Outcome::NotAnswered(why) => {
                self.record(Event::NotAnswered { contact, why });
                return false;
            }
            Outcome::AgentAsked => self.ask_agent(contact),
            Outcome::WrongPassword | Outcome::Told | Outcome::Confirmed | Outcome::Cancelled | Outcome::Undecided => {
                self.record(Event::Told { contact });
            }
        }
        true
    }

    fn with_telling(&mut self, contact: ContactId, change: impl FnOnce(&mut Telling)) {
        if let State::Responding(responding) = &mut self.state
            && let Some(telling) = responding.telling.iter_mut().find(|telling| telling.contact == contact)
        {
            change(telling);
        }
    }
}
