//! The station's side of a signal: held, opened or cancelled, then whatever its response plan says.
//!
//! The machine reads its response-plan row and nothing else about kinds. It never learns a name, a
//! number or an address: contacts are ids in the order they had when the signal was accepted (P6).

mod call_back;
mod calls;
mod cancelling;
mod deciding;
mod message;
mod opening;
mod responding;
mod shapes;
mod siren;
#[cfg(feature = "serde")]
mod stored;
mod telling;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;

use crate::call::{Call, Fact};
use crate::data::data;
use crate::eligibility::Eligible;
use crate::facts::SirenPlaces;
use crate::ids::{ContactId, DeviceId, IncidentId};
use crate::plan::{Course, Kind, Opens, ResponsePlan, Service, Trigger, WhileOpen};
use crate::sos::{HOLD_MS, STATION_GRACE_MS};
use crate::time::{Time, Timer};
use calls::{advance, call_timeout, ended_by_other_side};
pub use cancelling::{CANCELLED_TWICE_MS, STILL_NEED_HELP_MS};
pub use deciding::{DECIDING_CONTACTS, DECIDING_MS, NOBODY_SENT_MS};
pub use message::{MESSAGE_MS, Message, MessageStep};
pub use responding::{Dispatch, DispatchState, Responding};
pub use shapes::{
    About, AgentFact, CancelEffect, Code, CommittedBy, Consequence, DispatchMessage, DispatchOrder, DispatchRequest,
    Ending, Event, Input, Order, Output, Receiver, SirenFact, Standing,
};
pub use siren::{DRILL_SIREN_MS, SIREN_MS, SirenState, SirenStep};
pub use telling::{Pace, Telling, TellingStep};

/// The version of this machine, stored with every state it writes.
pub const MACHINE_VERSION: u32 = 4;
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
/// Slides that one incident takes in, its own included; a further one is recorded and asks nobody anew (A10).
pub const MOST_ASKED: usize = 8;

data! {
    /// What is fixed when the signal is accepted, and kept to the end.
    pub struct Acceptance {
        /// The incident's id, drawn by the shell.
        pub incident: IncidentId,
        /// Randomness for the digits and words of its calls, drawn by the shell.
        pub seed: u64,
        /// The device that slid; `None`: a hub raised it.
        pub device: Option<DeviceId>,
        /// What raised it; `None`: a slide.
        #[cfg_attr(feature = "serde", serde(default))]
        pub trigger: Option<Trigger>,
        /// The response plan, as it stood.
        pub plan: ResponsePlan,
        /// The contacts, in order.
        pub contacts: Vec<ContactId>,
        /// Whether a deciding call asks for the verbal password, where the plan leaves that to the home (E6).
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
        /// How many of the slides that the incident has taken in it names: a cancel in it ends those alone (A10).
        #[cfg_attr(feature = "serde", serde(default = "stored::one"))]
        pub names: u8,
        /// Where it stands.
        pub call: Call,
    }
}

data! {
    /// Where an incident stands. Each state holds exactly its data.
    pub enum State {
        /// Held: nothing happens until commit, cancel, disarm or the deadline.
        Held {
            /// When the station commits by itself.
            acts_by_itself: Timer,
        },
        /// A deciding call is running.
        Contacting {
            /// The call.
            active: ActiveCall,
            /// Which contact of the list that is, from 0.
            #[cfg_attr(feature = "serde", serde(default))]
            position: u8,
            /// When the deciding calls end, where several contacts are called (F9).
            #[cfg_attr(feature = "serde", serde(default))]
            ends: Option<Timer>,
        },
        /// A dispatch request stands, or contacts are being told without one.
        Responding(Responding),
        /// Nobody answered, and nobody was sent: the app offers to send police (F10).
        NobodySent {
            /// For how long.
            until: Timer,
        },
        /// A siren without more (D3, B14).
        SirenAlone,
        /// Its slide was taken in by an incident that was open (A10).
        Joined {
            /// Which.
            incident: IncidentId,
        },
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
        /// The deciding calls have taken long enough (F9).
        DecidingEnds,
        /// A message's recording has not ended.
        Message {
            /// Which call.
            number: u16,
        },
        /// A dispatch request was ordered and not started.
        Overdue,
        /// A dispatch request has no confirmation.
        Unconfirmed {
            /// Which.
            request: DispatchRequest,
        },
        /// A telling call is tried again.
        TellAgain {
            /// Whom.
            contact: ContactId,
        },
        /// The offer to send police is over (F10).
        OfferEnds,
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
    /// What further slides have asked for (A10).
    #[cfg_attr(feature = "serde", serde(default))]
    added: Vec<Service>,
    /// How often each service was asked to come, by its place in [`Service`]: a key is never used twice (Z4).
    #[cfg_attr(feature = "serde", serde(default))]
    askings: [u16; 3],
    /// How many of the slides a contact has cancelled, from the first on.
    #[cfg_attr(feature = "serde", serde(default))]
    withdrawn: u8,
    /// The open incident that takes this slide in, should it be committed now.
    #[cfg_attr(feature = "serde", serde(default))]
    joins: Option<IncidentId>,
    /// Calls that contacts have made (M5). One a contact at a time.
    #[cfg_attr(feature = "serde", serde(default))]
    call_backs: Vec<ActiveCall>,
    /// Whether a cancel is to be passed on to responders (G3, F7).
    #[cfg_attr(feature = "serde", serde(default))]
    cancel_passed_on: bool,
    /// For how long the device that slid may still ask for help after a contact's cancel (E10).
    #[cfg_attr(feature = "serde", serde(default))]
    still_need_help: Option<Timer>,
    /// Whether the household has yet to read what was told (K1).
    #[cfg_attr(feature = "serde", serde(default))]
    unread: bool,
    #[cfg_attr(feature = "serde", serde(skip))]
    outputs: VecDeque<Output>,
}

impl Incident {
    /// Accepts a hold. The proof says that eligibility was checked by whoever calls.
    pub fn hold(checked: Eligible, acceptance: Acceptance, since_slide_ms: u64, now: Time) -> Self {
        Self::held(checked, acceptance, acts_by_itself(since_slide_ms, now))
    }

    /// Accepts an alarm. Where its plan has an entry delay it is held that long, and else opened at once. `joins` is the
    /// open incident that takes it in (A10).
    pub fn raise(
        checked: Eligible,
        acceptance: Acceptance,
        entry_delay_ms: u64,
        joins: Option<IncidentId>,
        now: Time,
    ) -> Self {
        let delay = match acceptance.plan.opens {
            Opens::AfterEntryDelay => entry_delay_ms,
            Opens::AfterFiveSeconds | Opens::AtOnce => 0,
        };
        let mut incident = Self::held(checked, acceptance, Timer::new(now, delay));
        incident.joins = joins;
        if delay == 0 {
            incident.outputs.clear();
            incident.handle_timeout(now);
        }
        incident
    }

    fn held(_checked: Eligible, acceptance: Acceptance, acts_by_itself: Timer) -> Self {
        let mut incident = Self {
            acceptance,
            commit_received: false,
            calls_placed: 0,
            siren: None,
            messages: vec![],
            added: vec![],
            askings: [0; 3],
            withdrawn: 0,
            joins: None,
            call_backs: vec![],
            cancel_passed_on: false,
            still_need_help: None,
            unread: false,
            state: State::Held { acts_by_itself },
            outputs: VecDeque::new(),
        };
        incident.record(match incident.acceptance.trigger {
            None => Event::Held,
            Some(trigger) => Event::EntryDelay { trigger },
        });
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
            State::Joined { incident } => Standing::Committed { incident: *incident },
            State::Contacting { .. }
            | State::Responding(_)
            | State::NobodySent { .. }
            | State::SirenAlone
            | State::Closed(_) => Standing::Committed { incident: self.acceptance.incident },
        }
    }

    /// Whether something can still happen by itself.
    pub const fn is_open(&self) -> bool {
        !matches!(self.state, State::Closed(_) | State::Joined { .. })
    }

    /// Whether a further SOS from the same address is taken in (A10): a live SOS that is open.
    pub const fn takes_in(&self) -> bool {
        self.is_live_sos() && matches!(self.state, State::Contacting { .. } | State::Responding(_))
    }

    /// Whether it asks for help by an SOS that runs in full: only such incidents join, and are joined (A10).
    const fn is_live_sos(&self) -> bool {
        let plan = &self.acceptance.plan;
        plan.kind.is_slid() && plan.service.is_some() && matches!(plan.course, Course::Full)
    }

    /// Whether an alarm of the home that would run this `course` is noted here instead of being an incident of its own:
    /// one of the same kind (G4), or a burglar alarm while responders walk in (D9). Where less is done than it asks for,
    /// it is never noted: practice that is over, and a drill, take nothing real in (A10).
    pub fn notes(&self, alarm: Kind, course: Course) -> bool {
        let plan = &self.acceptance.plan;
        let does_as_much = plan.course == Course::Full || plan.course == course;
        let of_its_kind = plan.kind == alarm && !alarm.is_slid();
        let walked_in = alarm == Kind::Burglar
            && plan.while_open == WhileOpen::NotesBurglar
            && !matches!(self.state, State::Held { .. });
        self.is_open() && does_as_much && course != Course::Drill && (of_its_kind || walked_in)
    }

    /// The open incident that would take its slide in, as far as it was told.
    pub const fn joins(&self) -> Option<IncidentId> {
        self.joins
    }

    /// Whether the household has yet to read what was told (K1).
    pub const fn is_unread(&self) -> bool {
        self.unread
    }

    /// The calls that are still running.
    pub fn active_calls(&self) -> Vec<ActiveCall> {
        let mut calls = match &self.state {
            State::Contacting { active, .. } => vec![*active],
            State::Responding(responding) => responding.active_calls(),
            State::Held { .. }
            | State::NobodySent { .. }
            | State::SirenAlone
            | State::Joined { .. }
            | State::Closed(_) => vec![],
        };
        calls.extend(&self.call_backs);
        calls
    }

    /// Whether this call or its message still goes on.
    pub fn has_running(&self, call: u16) -> bool {
        self.active_calls().iter().any(|active| active.number == call)
            || self.messages().iter().any(|message| message.call == call && message.is_being_left())
    }

    /// Whether a call of this number was ever placed.
    pub const fn knows_call(&self, number: u16) -> bool {
        number >= 1 && number <= self.calls_placed
    }

    /// Feeds an input; every timer due by `now` fires first, and knows already which incident would take its slide in.
    pub fn handle_input(&mut self, input: Input, now: Time) {
        if let Input::WouldJoin { incident } = input {
            self.joins = incident;
        }
        self.handle_timeout(now);
        match input {
            Input::Hold { since_slide_ms } => self.on_hold(since_slide_ms, now),
            Input::Commit => self.on_commit(now),
            Input::Cancel { device, cancelled_after_ms, code } => self.on_cancel(device, cancelled_after_ms, code),
            Input::Siren(fact) => self.on_siren(fact),
            Input::Silence => self.silence(),
            Input::Disarm { code } => self.on_disarm(code),
            Input::CancelInApp { code } => self.on_cancel_in_app(code),
            Input::SendNow { device } => self.on_send_now(device, now),
            Input::Call { call, fact } => self.on_call(call, Some(fact), now),
            Input::CallBack { contact } => self.on_call_back(contact, now),
            Input::WouldJoin { .. } => {}
            Input::AlsoAsked { service, siren } => self.on_also_asked(service, siren, now),
            Input::AlsoTriggered { trigger } => self.record(Event::AlsoTriggered { trigger }),
            Input::Agent(fact) => self.on_agent(fact, now),
            Input::DispatchStarted { request } => self.on_dispatch_started(request, now),
            Input::DispatchConfirmed { request, by } => self.on_dispatch_confirmed(request, by, now),
            Input::Read => self.on_read(),
            Input::Over => self.on_over(),
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
        let messages = self.messages.iter().filter_map(|message| {
            message.deadline().map(|deadline| (Wake::Message { number: message.call }, deadline))
        });
        let call_backs = self.call_backs.iter().filter_map(call_timeout);
        let own: Vec<(Wake, Timer)> = match &self.state {
            State::Held { acts_by_itself } => vec![(Wake::ActByItself, *acts_by_itself)],
            State::Contacting { active, ends, .. } => {
                let ends = ends.map(|timer| (Wake::DecidingEnds, timer));
                call_timeout(active).into_iter().chain(ends).collect()
            }
            State::Responding(responding) => {
                responding.poll_timeout(now, |contact| self.hears_a_message(contact)).into_iter().collect()
            }
            State::NobodySent { until } => vec![(Wake::OfferEnds, *until)],
            State::SirenAlone | State::Joined { .. } | State::Closed(_) => vec![],
        };
        own.into_iter().chain(siren).chain(messages).chain(call_backs).min_by_key(|(_, timer)| timer.remaining_us(now))
    }

    /// Turns what was timed on an earlier boot into waits of this one. What is due then is not fired here.
    pub fn adopt_boot(&mut self, now: Time) {
        if let Some(siren) = &mut self.siren {
            siren.adopt_boot(now);
        }
        self.messages.iter_mut().for_each(|message| message.adopt_boot(now));
        self.call_backs.iter_mut().for_each(|active| active.call.adopt_boot(now));
        self.still_need_help = self.still_need_help.map(|timer| timer.adopted(now));
        match &mut self.state {
            State::Held { acts_by_itself: timer } | State::NobodySent { until: timer } => *timer = timer.adopted(now),
            State::Contacting { active, ends, .. } => {
                active.call.adopt_boot(now);
                *ends = ends.map(|timer| timer.adopted(now));
            }
            State::Responding(responding) => responding.adopt_boot(now),
            State::SirenAlone | State::Joined { .. } | State::Closed(_) => {}
        }
    }

    fn on_wake(&mut self, wake: Wake, now: Time) {
        match wake {
            Wake::ActByItself => self.open(CommittedBy::Station, now),
            Wake::Call { number } => self.on_call(number, None, now),
            Wake::DecidingEnds => self.on_deciding_ends(now),
            Wake::Message { number } => self.on_message(number, None, now),
            Wake::Overdue => self.tell_pending(now),
            Wake::Unconfirmed { request } => self.on_unconfirmed(request),
            Wake::TellAgain { contact } => self.tell(contact, now),
            Wake::OfferEnds => self.end(Ending::NobodySent),
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

    /// Everything that was asked for and not cancelled, in the order of the slides.
    fn wanted(&self) -> Vec<Service> {
        self.asked().skip(usize::from(self.withdrawn)).collect()
    }

    /// Everything that was asked for, in the order of the slides.
    fn asked(&self) -> impl Iterator<Item = Service> {
        self.acceptance.plan.service.into_iter().chain(self.added.iter().copied())
    }

    /// A report on a call, or (`None`) its deadline.
    fn on_call(&mut self, number: u16, fact: Option<Fact>, now: Time) {
        if self.messages.iter().any(|message| message.call == number) {
            return self.on_message(number, fact, now);
        }
        if self.call_backs.iter().any(|active| active.number == number) {
            return self.on_called_back(number, fact, now);
        }
        match &self.state {
            State::Contacting { active, .. } if active.number == number => self.on_deciding_call(fact, now),
            State::Responding(_) => self.on_telling_call(number, fact, now),
            State::Contacting { .. }
            | State::Held { .. }
            | State::NobodySent { .. }
            | State::SirenAlone
            | State::Joined { .. }
            | State::Closed(_) => {}
        }
    }

    fn on_agent(&mut self, fact: AgentFact, now: Time) {
        match fact {
            AgentFact::Waiting => self.record(Event::AgentWaiting),
            AgentFact::NoneSignedIn => self.record(Event::NoAgent),
            AgentFact::Took => self.record(Event::AgentTook),
            AgentFact::SendsHelp if matches!(self.state, State::Contacting { .. }) => {
                self.record(Event::AgentSendsHelp);
                self.end_all_calls();
                self.respond(None, now);
            }
            AgentFact::SendsHelp => {}
        }
    }

    fn on_read(&mut self) {
        if self.unread {
            self.unread = false;
            self.record(Event::Read);
        }
    }

    /// Ends it, and says which way.
    fn end(&mut self, ending: Ending) {
        self.record(Event::Ended { ending });
        self.state = State::Closed(ending);
    }

    fn close(&mut self, ending: Ending, event: Event) {
        self.record(event);
        self.state = State::Closed(ending);
    }

    fn order(&mut self, order: Order) {
        self.outputs.push_back(Output::Order(order));
    }

    fn cause(&mut self, consequence: Consequence) {
        self.outputs.push_back(Output::Consequence(consequence));
    }

    fn record(&mut self, event: Event) {
        self.outputs.push_back(Output::Record(event));
    }
}

fn acts_by_itself(since_slide_ms: u64, now: Time) -> Timer {
    Timer::new(now, (HOLD_MS + STATION_GRACE_MS).saturating_sub(since_slide_ms))
}
