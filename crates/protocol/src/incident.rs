//! The station's side of an SOS: held, then opened or cancelled, then contacting, then responding.
//!
//! The machine reads its response-plan row and nothing else about kinds. It never learns a name, a
//! number or an address: contacts are ids in the order they had when the hold was accepted (P6).

mod message;
mod responding;
mod shapes;
mod siren;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;

use crate::call::{self, Call, Fact, NotAnswered, Outcome, Role};
use crate::eligibility::Eligible;
use crate::facts::SirenPlaces;
use crate::ids::{ContactId, DeviceId, IncidentId};
use crate::plan::{FirstStep, NoDecision, NotReached, ResponsePlan, WrongPassword};
use crate::sos::{HOLD_MS, STATION_GRACE_MS};
use crate::time::{Time, Timer};
pub use message::{MESSAGE_MS, Message, MessageStep};
pub use responding::{DispatchState, Responding, Telling, TellingStep};
pub use shapes::{CommittedBy, Ending, Event, Input, Order, Output, Receiver, SirenFact, Standing};
pub use siren::{SIREN_MS, SirenState, SirenStep};

/// The version of this machine, stored with every state it writes.
pub const MACHINE_VERSION: u32 = 3;
/// A dispatch request without confirmation for this long is told as *not confirmed* (Q2).
pub const UNCONFIRMED_MS: u64 = 30_000;
/// A dispatch request that the station's own worker has not started by then holds no contact's call up.
pub const OVERDUE_MS: u64 = 5_000;
/// The station ends an incident by itself this long after the dispatch request (A11).
pub const CLOSE_MS: u64 = 4 * 3_600_000;
/// Between the two tries of a telling call (M10).
pub const TELL_AGAIN_MS: u64 = 120_000;
/// Tries of a telling call (M10).
pub const TELLING_TRIES: u8 = 2;

macro_rules! data {
    ($item:item) => {
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
        $item
    };
}
pub(crate) use data;

data! {
    /// What is fixed when the hold is accepted, and kept to the end.
    pub struct Acceptance {
        /// The incident's id, drawn by the shell.
        pub incident: IncidentId,
        /// Randomness for the digits of its calls, drawn by the shell.
        pub seed: u64,
        /// The device that slid.
        pub device: DeviceId,
        /// The response plan, as it stood.
        pub plan: ResponsePlan,
        /// The contacts, in order.
        pub contacts: Vec<ContactId>,
        /// Whether a deciding call asks for the verbal password (E6).
        pub asks_password: bool,
        /// What sounds when a siren is ordered; `None` without a base station (D4).
        pub siren: Option<SirenPlaces>,
    }
}

data! {
    /// A call of this incident that is still running.
    #[derive(Copy)]
    pub struct ActiveCall {
        /// Its number within the incident.
        pub number: u16,
        /// Who is called.
        pub contact: ContactId,
        /// Where it stands.
        pub call: Call,
    }
}

data! {
    /// Where an incident stands. Each state holds exactly its data.
    pub enum State {
        /// Held: nothing happens until commit, cancel or the deadline.
        Held {
            /// When the station commits by itself.
            acts_by_itself: Timer,
        },
        /// The deciding call is running.
        Contacting {
            /// The call.
            active: ActiveCall,
        },
        /// A dispatch request stands.
        Responding(Responding),
        /// A siren without more (D3).
        SirenAlone,
        /// Over.
        Closed(Ending),
    }
}

data! {
    /// A timer of the machine, by name.
    #[derive(Copy)]
    pub enum Wake {
        /// The hold is over and nobody said anything.
        ActByItself,
        /// A call's own deadline.
        Call {
            /// Which call.
            number: u16,
        },
        /// A message's recording has not ended.
        Message {
            /// Which call.
            number: u16,
        },
        /// A dispatch request was ordered and not started.
        Overdue,
        /// A dispatch request has no confirmation.
        Unconfirmed,
        /// A telling call is tried again.
        TellAgain {
            /// Whom.
            contact: ContactId,
        },
        /// The siren's set time is over.
        SirenEnds,
        /// The station's set time is over.
        Close,
    }
}

/// One incident.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Incident {
    acceptance: Acceptance,
    /// Whether the device's commit arrived: it beats every later cancel (DESIGN §3, point 5).
    commit_received: bool,
    calls_placed: u16,
    state: State,
    /// The siren, once it was ordered. It outlives the incident's end until it is known to be silent.
    siren: Option<SirenState>,
    /// Messages on voicemails. Two a contact at most: what is left ends the telling.
    #[cfg_attr(feature = "serde", serde(default))]
    messages: Vec<Message>,
    #[cfg_attr(feature = "serde", serde(skip))]
    outputs: VecDeque<Output>,
}

impl Incident {
    /// Accepts a hold. The proof says that eligibility was checked by whoever calls.
    pub fn hold(_checked: Eligible, acceptance: Acceptance, since_slide_ms: u64, now: Time) -> Self {
        let mut incident = Self {
            acceptance,
            commit_received: false,
            calls_placed: 0,
            siren: None,
            messages: vec![],
            state: State::Held { acts_by_itself: acts_by_itself(since_slide_ms, now) },
            outputs: VecDeque::new(),
        };
        incident.record(Event::Held);
        incident
    }

    /// What was fixed at acceptance.
    pub const fn acceptance(&self) -> &Acceptance {
        &self.acceptance
    }

    /// Where it stands.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// What the device may be told.
    pub fn standing(&self, now: Time) -> Standing {
        match &self.state {
            State::Held { acts_by_itself } => Standing::Held { acts_by_itself_in_ms: acts_by_itself.remaining_ms(now) },
            State::Closed(Ending::CancelledOnDevice) => Standing::Cancelled,
            State::Contacting { .. }
            | State::Responding(_)
            | State::SirenAlone
            | State::Closed(Ending::CancelledByContact | Ending::SirenOver | Ending::ByStation) => {
                Standing::Committed { incident: self.acceptance.incident }
            }
        }
    }

    /// Whether something can still happen.
    pub const fn is_open(&self) -> bool {
        !matches!(self.state, State::Closed(_))
    }

    /// The calls that are still running.
    pub fn active_calls(&self) -> Vec<ActiveCall> {
        match &self.state {
            State::Contacting { active } => vec![*active],
            State::Responding(responding) => responding.active_calls(),
            State::Held { .. } | State::SirenAlone | State::Closed(_) => vec![],
        }
    }

    /// Whether a call of this number was ever placed.
    pub const fn knows_call(&self, number: u16) -> bool {
        number >= 1 && number <= self.calls_placed
    }

    /// Feeds an input; every timer due by `now` fires first.
    pub fn handle_input(&mut self, input: Input, now: Time) {
        self.handle_timeout(now);
        match input {
            Input::Hold { since_slide_ms } => self.on_hold(since_slide_ms, now),
            Input::Commit => self.on_commit(now),
            Input::Cancel { device, cancelled_after_ms } => self.on_cancel(device, cancelled_after_ms),
            Input::Siren(fact) => self.on_siren(fact),
            Input::Silence => self.silence(),
            Input::Call { call, fact } => self.on_call(call, Some(fact), now),
            Input::DispatchStarted => self.on_dispatch_started(now),
            Input::DispatchConfirmed { by } => self.on_dispatch_confirmed(by, now),
        }
    }

    /// Fires every timer that is due.
    pub fn handle_timeout(&mut self, now: Time) {
        self.adopt_boot(now);
        while let Some((wake, timer)) = self.poll_timeout(now) {
            if !timer.is_due(now) {
                return;
            }
            self.on_wake(wake, now);
        }
    }

    /// The next output, until there is none.
    pub fn poll_output(&mut self) -> Option<Output> {
        self.outputs.pop_front()
    }

    /// The timer that ends first, and what it is for.
    pub fn poll_timeout(&self, now: Time) -> Option<(Wake, Timer)> {
        let siren = self.siren.and_then(|siren| siren.poll_timeout()).map(|timer| (Wake::SirenEnds, timer));
        let own = match &self.state {
            State::Held { acts_by_itself } => Some((Wake::ActByItself, *acts_by_itself)),
            State::Contacting { active } => {
                active.call.poll_timeout().map(|timer| (Wake::Call { number: active.number }, timer))
            }
            State::Responding(responding) => responding.poll_timeout(now, |contact| self.hears_a_message(contact)),
            State::SirenAlone | State::Closed(_) => None,
        };
        let messages = self.messages.iter().filter_map(|message| {
            message.deadline().map(|deadline| (Wake::Message { number: message.call }, deadline))
        });
        own.into_iter().chain(siren).chain(messages).min_by_key(|(_, timer)| timer.remaining_us(now))
    }

    /// Turns what was timed on an earlier boot into waits of this one.
    fn adopt_boot(&mut self, now: Time) {
        if let Some(siren) = &mut self.siren {
            siren.adopt_boot(now);
        }
        for message in &mut self.messages {
            message.adopt_boot(now);
        }
        match &mut self.state {
            State::Held { acts_by_itself } => *acts_by_itself = acts_by_itself.adopted(now),
            State::Contacting { active } => active.call.adopt_boot(now),
            State::Responding(responding) => responding.adopt_boot(now),
            State::SirenAlone | State::Closed(_) => {}
        }
    }

    fn on_wake(&mut self, wake: Wake, now: Time) {
        match wake {
            Wake::ActByItself => self.open(CommittedBy::Station, now),
            Wake::Call { number } => self.on_call(number, None, now),
            Wake::Message { number } => self.on_message(number, None, now),
            Wake::Overdue => self.tell_pending(now),
            Wake::Unconfirmed => self.on_unconfirmed(),
            Wake::TellAgain { contact } => self.tell(contact, now),
            Wake::SirenEnds => self.on_siren_end(),
            Wake::Close => self.on_close(now),
        }
    }

    /// The deadline is the earliest over all copies received (DESIGN §3, point 4).
    fn on_hold(&mut self, since_slide_ms: u64, now: Time) {
        if let State::Held { acts_by_itself: known } = self.state {
            self.state = State::Held { acts_by_itself: known.earliest(acts_by_itself(since_slide_ms, now), now) };
            self.handle_timeout(now);
        }
    }

    fn on_commit(&mut self, now: Time) {
        self.commit_received = true;
        if matches!(self.state, State::Held { .. }) {
            self.open(CommittedBy::Device, now);
        }
    }

    fn on_cancel(&mut self, device: DeviceId, cancelled_after_ms: u64) {
        let in_hold = matches!(self.state, State::Held { .. });
        // Pressed in time, delivered late, and nothing irrevocable has happened (DESIGN §3, point 6).
        let still_counts = self.is_open()
            && !self.commit_received
            && cancelled_after_ms < HOLD_MS
            && device == self.acceptance.device
            && !self.dispatch_started();
        if in_hold || still_counts {
            self.end_all_calls();
            self.stop_siren();
            self.close(Ending::CancelledOnDevice, Event::CancelledInHold);
        }
    }

    fn open(&mut self, by: CommittedBy, now: Time) {
        self.record(Event::HelpRequested { by });
        self.order_siren(now);
        match self.acceptance.plan.first_step {
            FirstStep::CallFirstContact => self.call_first_contact(now),
            FirstStep::SirenAlone => self.state = State::SirenAlone,
        }
    }

    fn call_first_contact(&mut self, now: Time) {
        let Some(contact) = self.acceptance.contacts.first().copied() else {
            self.record(Event::NobodyToCall);
            return self.not_reached(now);
        };
        let active = self.place(contact, Role::Deciding, now);
        self.state = State::Contacting { active };
    }

    /// A report on a call, or (`None`) its deadline.
    fn on_call(&mut self, number: u16, fact: Option<Fact>, now: Time) {
        if self.messages.iter().any(|message| message.call == number) {
            return self.on_message(number, fact, now);
        }
        match &mut self.state {
            State::Contacting { active } if active.number == number => {
                let before = active.call;
                advance(&mut active.call, fact, now);
                let ActiveCall { contact, call, .. } = *active;
                self.record_progress(contact, &before, &call);
                if let Some(outcome) = call.outcome() {
                    self.after_deciding_call(number, contact, outcome, fact, now);
                }
            }
            State::Responding(_) => self.on_telling_call(number, fact, now),
            State::Contacting { .. } | State::Held { .. } | State::SirenAlone | State::Closed(_) => {}
        }
    }

    fn after_deciding_call(
        &mut self,
        number: u16,
        contact: ContactId,
        outcome: Outcome,
        fact: Option<Fact>,
        now: Time,
    ) {
        if !ended_by_other_side(fact) {
            self.order(Order::EndCall { call: number });
        }
        match outcome {
            Outcome::Confirmed => {
                self.record(Event::ConfirmedBy { contact });
                self.respond(Some(contact), now);
            }
            Outcome::Cancelled => {
                self.stop_siren();
                self.close(Ending::CancelledByContact, Event::CancelledBy { contact });
            }
            Outcome::WrongPassword => {
                self.record(Event::WrongPassword { contact });
                match self.acceptance.plan.wrong_password {
                    WrongPassword::AsNotReached => self.not_reached(now),
                }
            }
            Outcome::Undecided | Outcome::Told => {
                self.record(Event::NoDecision { contact });
                match self.acceptance.plan.no_decision {
                    NoDecision::AsNotReached => self.not_reached(now),
                }
            }
            Outcome::NotAnswered(why) => {
                self.record(Event::NotAnswered { contact, why });
                self.not_reached(now);
                if why == NotAnswered::Voicemail {
                    self.leave_message(number, contact, Role::Deciding, now);
                }
            }
        }
    }

    fn not_reached(&mut self, now: Time) {
        match self.acceptance.plan.not_reached {
            NotReached::Dispatch => self.respond(None, now),
        }
    }

    fn place(&mut self, contact: ContactId, role: Role, now: Time) -> ActiveCall {
        self.calls_placed += 1;
        let number = self.calls_placed;
        self.order(Order::PlaceCall { call: number, contact });
        self.record(Event::Calling { contact, role });
        let call = Call::place(role, call::digits(self.acceptance.seed, number), now);
        ActiveCall {
            number,
            contact,
            call: call.asking_password(self.acceptance.asks_password && role == Role::Deciding),
        }
    }

    fn record_progress(&mut self, contact: ContactId, before: &Call, after: &Call) {
        let (was, is) = (before.state(), after.state());
        if matches!(is, call::State::Ringing { .. }) && !matches!(was, call::State::Ringing { .. }) {
            self.record(Event::Ringing { contact });
        }
        if is_human(&is) && !is_human(&was) {
            self.record(Event::Answered { contact });
        }
    }

    fn end_all_calls(&mut self) {
        for active in self.active_calls() {
            self.order(Order::EndCall { call: active.number });
        }
        self.end_all_messages();
    }

    fn close(&mut self, ending: Ending, event: Event) {
        self.record(event);
        self.state = State::Closed(ending);
    }

    fn order(&mut self, order: Order) {
        self.outputs.push_back(Output::Order(order));
    }

    fn record(&mut self, event: Event) {
        self.outputs.push_back(Output::Record(event));
    }
}

/// Whether a person was proven and the call still runs.
const fn is_human(state: &call::State) -> bool {
    matches!(state, call::State::AskingPassword { .. } | call::State::Deciding { .. })
}

fn acts_by_itself(since_slide_ms: u64, now: Time) -> Timer {
    Timer::new(now, (HOLD_MS + STATION_GRACE_MS).saturating_sub(since_slide_ms))
}

fn advance(call: &mut Call, fact: Option<Fact>, now: Time) {
    match fact {
        Some(fact) => call.handle_input(fact, now),
        None => call.handle_timeout(now),
    }
}

/// Whether there is nothing left to end: the carrier said so itself, or a message takes the call over.
const fn ended_by_other_side(fact: Option<Fact>) -> bool {
    match fact {
        Some(Fact::HungUp | Fact::Busy | Fact::Voicemail | Fact::Failed | Fact::InAnotherCall) => true,
        Some(Fact::Ringing | Fact::PickedUp | Fact::Key(_) | Fact::Password(_) | Fact::MessageLeft) | None => false,
    }
}
