//! What follows a decision for help: one dispatch request, chased until confirmed, and telling
//! calls beside it. No dispatch ever waits for a call here.

use super::{
    ActiveCall, CLOSE_MS, Ending, Event, Incident, OVERDUE_MS, Order, Receiver, State, TELL_AGAIN_MS, TELLING_TRIES,
    UNCONFIRMED_MS, Wake, advance, data, ended_by_other_side,
};
use crate::call::{Fact, NotAnswered, Outcome, Role};
use crate::ids::ContactId;
use crate::plan::{AfterDispatch, Service};
use crate::time::{Time, Timer};

data! {
    /// Where the dispatch request stands: ordered, started, accepted.
    #[derive(Copy)]
    pub enum DispatchState {
        /// The station's worker has been told. Nothing has left the station.
        Ordered {
            /// When the contacts are told all the same, should the worker be stuck.
            overdue: Timer,
        },
        /// The first attempt was started: the point of no return.
        Started {
            /// When *not confirmed* is told; `None` once it was.
            unconfirmed: Option<Timer>,
        },
        /// The receiving side accepted.
        Confirmed,
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
        step: TellingStep,
    }
}

data! {
    /// Where a telling stands.
    #[derive(Copy)]
    pub enum TellingStep {
        /// Begins with the first dispatch attempt, so that nobody is told of a request that is none.
        Pending,
        /// A call is running.
        Calling(ActiveCall),
        /// Waiting for the next try.
        Waiting(Timer),
        /// Told, or given up.
        Done,
    }
}

data! {
    /// A dispatch request stands, and contacts are being told.
    pub struct Responding {
        /// Who is asked to come.
        service: Service,
        /// The dispatch request.
        pub dispatch: DispatchState,
        /// Who is told.
        pub telling: Vec<Telling>,
        /// When the station ends the incident by itself.
        close: Timer,
    }
}

impl Responding {
    pub(super) fn active_calls(&self) -> Vec<ActiveCall> {
        self.telling.iter().filter_map(Telling::active).copied().collect()
    }

    pub(super) fn adopt_boot(&mut self, now: Time) {
        self.close = self.close.adopted(now);
        match &mut self.dispatch {
            DispatchState::Ordered { overdue: timer } | DispatchState::Started { unconfirmed: Some(timer) } => {
                *timer = timer.adopted(now);
            }
            DispatchState::Started { unconfirmed: None } | DispatchState::Confirmed => {}
        }
        for telling in &mut self.telling {
            match &mut telling.step {
                TellingStep::Calling(active) => active.call.adopt_boot(now),
                TellingStep::Waiting(timer) => *timer = timer.adopted(now),
                TellingStep::Pending | TellingStep::Done => {}
            }
        }
    }

    /// `hears_a_message` tells whose line is taken: such a contact is called once it is free.
    pub(super) fn poll_timeout(&self, now: Time, hears_a_message: impl Fn(ContactId) -> bool) -> Option<(Wake, Timer)> {
        let can_be_told = |telling: &Telling| telling.is_pending() && !hears_a_message(telling.contact);
        let dispatch = match self.dispatch {
            DispatchState::Ordered { overdue } => {
                Some((Wake::Overdue, overdue)).filter(|_| self.telling.iter().any(can_be_told))
            }
            DispatchState::Started { unconfirmed } => unconfirmed.map(|timer| (Wake::Unconfirmed, timer)),
            DispatchState::Confirmed => None,
        };
        let telling = self.telling.iter().filter_map(Telling::poll_timeout);
        telling.chain(dispatch).chain([(Wake::Close, self.close)]).min_by_key(|(_, timer)| timer.remaining_us(now))
    }
}

impl Telling {
    const fn active(&self) -> Option<&ActiveCall> {
        match &self.step {
            TellingStep::Calling(active) => Some(active),
            TellingStep::Pending | TellingStep::Waiting(_) | TellingStep::Done => None,
        }
    }

    fn poll_timeout(&self) -> Option<(Wake, Timer)> {
        match &self.step {
            TellingStep::Calling(active) => {
                active.call.poll_timeout().map(|timer| (Wake::Call { number: active.number }, timer))
            }
            TellingStep::Waiting(timer) => Some((Wake::TellAgain { contact: self.contact }, *timer)),
            TellingStep::Pending | TellingStep::Done => None,
        }
    }

    const fn is_pending(&self) -> bool {
        matches!(self.step, TellingStep::Pending)
    }
}

impl Incident {
    /// Help is decided: order the dispatch request, and note who is told once it was started (E3,
    /// E4, E5). `reached` is the contact who asked for it, if one did.
    pub(super) fn respond(&mut self, reached: Option<ContactId>, now: Time) {
        // A row that asks nobody to come decides nothing either, so it never gets here.
        let Some(service) = self.acceptance.plan.service else { return };
        self.order(Order::RequestDispatch { service, asking: 1 });
        let to_tell = match self.acceptance.plan.after_dispatch {
            AfterDispatch::CallOthersAndFirstIfUnreached => {
                let (first, others) = self.acceptance.contacts.split_at(self.acceptance.contacts.len().min(1));
                others.iter().chain(first).copied().filter(|contact| Some(*contact) != reached)
            }
        };
        let pending = |contact| Telling { contact, tries_left: TELLING_TRIES, step: TellingStep::Pending };
        self.state = State::Responding(Responding {
            service,
            dispatch: DispatchState::Ordered { overdue: Timer::new(now, OVERDUE_MS) },
            telling: to_tell.map(pending).collect(),
            close: Timer::new(now, CLOSE_MS),
        });
    }

    /// Calls everybody who is to be told, has not been called, and whose line no message takes.
    pub(super) fn tell_pending(&mut self, now: Time) {
        let State::Responding(responding) = &self.state else { return };
        let pending = responding.telling.iter().filter(|telling| telling.is_pending()).map(|telling| telling.contact);
        let free: Vec<ContactId> = pending.filter(|contact| !self.hears_a_message(*contact)).collect();
        for contact in free {
            self.tell(contact, now);
        }
    }

    /// A message is over: whoever waited for the line is called, if telling has begun.
    pub(super) fn tell_who_waited(&mut self, now: Time) {
        let State::Responding(responding) = &self.state else { return };
        let begun = match responding.dispatch {
            DispatchState::Ordered { overdue } => overdue.is_due(now),
            DispatchState::Started { .. } | DispatchState::Confirmed => true,
        };
        if begun {
            self.tell_pending(now);
        }
    }

    /// Whether the point of no return is behind.
    pub(super) const fn dispatch_started(&self) -> bool {
        match &self.state {
            State::Responding(responding) => !matches!(responding.dispatch, DispatchState::Ordered { .. }),
            State::Held { .. } | State::Contacting { .. } | State::SirenAlone | State::Closed(_) => false,
        }
    }

    /// Whether a dispatch attempt may go out: the request stands and nobody has accepted it yet.
    pub const fn dispatch_stands(&self) -> bool {
        match &self.state {
            State::Responding(responding) => !matches!(responding.dispatch, DispatchState::Confirmed),
            State::Held { .. } | State::Contacting { .. } | State::SirenAlone | State::Closed(_) => false,
        }
    }

    pub(super) fn on_dispatch_started(&mut self, now: Time) {
        let State::Responding(responding) = &mut self.state else { return };
        let service = responding.service;
        if matches!(responding.dispatch, DispatchState::Ordered { .. }) {
            responding.dispatch = DispatchState::Started { unconfirmed: Some(Timer::new(now, UNCONFIRMED_MS)) };
            self.record(Event::Requesting { service });
            self.tell_pending(now);
        }
    }

    pub(super) fn on_dispatch_confirmed(&mut self, receiver: Receiver, now: Time) {
        let State::Responding(responding) = &mut self.state else { return };
        let service = responding.service;
        if responding.dispatch != DispatchState::Confirmed {
            responding.dispatch = DispatchState::Confirmed;
            self.record(Event::Requested { service, receiver });
            self.tell_pending(now);
        }
    }

    pub(super) fn on_unconfirmed(&mut self) {
        let State::Responding(responding) = &mut self.state else { return };
        let service = responding.service;
        responding.dispatch = DispatchState::Started { unconfirmed: None };
        self.record(Event::NotConfirmed { service });
    }

    /// An unconfirmed dispatch request keeps its incident open: it is still being chased.
    pub(super) fn on_close(&mut self, now: Time) {
        let State::Responding(responding) = &mut self.state else { return };
        if responding.dispatch == DispatchState::Confirmed {
            self.end_all_calls();
            self.close(Ending::ByStation, Event::ClosedByStation);
        } else {
            responding.close = Timer::new(now, CLOSE_MS);
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
        let mut again = false;
        self.with_telling(contact, |telling| {
            again = !told && telling.tries_left > 0;
            telling.step = if again { TellingStep::Waiting(Timer::new(now, TELL_AGAIN_MS)) } else { TellingStep::Done };
        });
        if !again && outcome == Outcome::NotAnswered(NotAnswered::Voicemail) {
            self.leave_message(number, contact, Role::Telling, now);
        }
    }

    fn record_telling(&mut self, contact: ContactId, outcome: Outcome) -> bool {
        match outcome {
            Outcome::NotAnswered(why) => self.record(Event::NotAnswered { contact, why }),
            Outcome::WrongPassword | Outcome::Told | Outcome::Confirmed | Outcome::Cancelled | Outcome::Undecided => {
                self.record(Event::Told { contact });
                return true;
            }
        }
        false
    }

    fn with_telling(&mut self, contact: ContactId, change: impl FnOnce(&mut Telling)) {
        if let State::Responding(responding) = &mut self.state
            && let Some(telling) = responding.telling.iter_mut().find(|telling| telling.contact == contact)
        {
            change(telling);
        }
    }
}
