//! What follows a decision for help: dispatch requests, each chased until confirmed, and telling
//! calls beside them. No dispatch ever waits for a call here.

use super::{
    About, ActiveCall, CLOSE_MS, DispatchMessage, DispatchOrder, DispatchRequest, Ending, Event, Incident, MOST_ASKED,
    OVERDUE_MS, Order, Output, Pace, Receiver, State, Telling, TellingStep, UNCONFIRMED_MS, Wake, data,
};
use crate::ids::ContactId;
use crate::plan::{AfterDispatch, Course, Service, Siren};
use crate::time::{Time, Timer};

data! {
    /// Where a dispatch request stands: ordered, started, accepted.
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
    /// One dispatch request of the incident.
    #[derive(Copy)]
    pub struct Dispatch {
        /// Which.
        pub request: DispatchRequest,
        /// Where it stands.
        pub state: DispatchState,
    }
}

data! {
    /// Dispatch requests stand, and contacts are being told; or they are told without one.
    #[cfg_attr(feature = "serde", serde(from = "super::stored::Responding"))]
    pub struct Responding {
        /// The dispatch requests, in the order in which they were asked for.
        pub dispatches: Vec<Dispatch>,
        /// Who is told.
        pub telling: Vec<Telling>,
        /// Whether they are told side by side.
        pub pace: Pace,
        /// What they are told of.
        pub about: About,
        /// How it ends once everybody has been told; `None`: it stays open.
        pub then: Option<Ending>,
        /// When the station ends the incident by itself.
        pub(super) close: Timer,
    }
}

impl Dispatch {
    const fn is_ordered(&self) -> bool {
        matches!(self.state, DispatchState::Ordered { .. })
    }

    fn poll_timeout(&self, somebody_waits: bool) -> Option<(Wake, Timer)> {
        match self.state {
            DispatchState::Ordered { overdue } => somebody_waits.then_some((Wake::Overdue, overdue)),
            DispatchState::Started { unconfirmed } => {
                unconfirmed.map(|timer| (Wake::Unconfirmed { request: self.request }, timer))
            }
            DispatchState::Confirmed => None,
        }
    }

    fn adopt_boot(&mut self, now: Time) {
        match &mut self.state {
            DispatchState::Ordered { overdue: timer } | DispatchState::Started { unconfirmed: Some(timer) } => {
                *timer = timer.adopted(now);
            }
            DispatchState::Started { unconfirmed: None } | DispatchState::Confirmed => {}
        }
    }
}

impl Responding {
    /// Whether every request was accepted; `false` where there is none.
    pub fn is_confirmed(&self) -> bool {
        !self.dispatches.is_empty() && self.dispatches.iter().all(|it| it.state == DispatchState::Confirmed)
    }

    pub(super) fn active_calls(&self) -> Vec<ActiveCall> {
        self.telling.iter().filter_map(Telling::active).copied().collect()
    }

    pub(super) fn adopt_boot(&mut self, now: Time) {
        self.close = self.close.adopted(now);
        self.dispatches.iter_mut().for_each(|dispatch| dispatch.adopt_boot(now));
        self.telling.iter_mut().for_each(|telling| telling.adopt_boot(now));
    }

    /// Whether telling may begin: an attempt was started, is overdue, or there is none to wait for.
    pub(super) fn has_begun(&self, now: Time) -> bool {
        let begun = |dispatch: &Dispatch| match dispatch.state {
            DispatchState::Ordered { overdue } => overdue.is_due(now),
            DispatchState::Started { .. } | DispatchState::Confirmed => true,
        };
        self.dispatches.is_empty() || self.dispatches.iter().any(begun)
    }

    /// `hears_a_message` tells whose line is taken: such a contact is called once it is free.
    pub(super) fn poll_timeout(&self, now: Time, hears_a_message: impl Fn(ContactId) -> bool) -> Option<(Wake, Timer)> {
        let waits = |telling: &Telling| telling.is_pending() && !hears_a_message(telling.contact);
        let somebody_waits = self.telling.iter().any(waits);
        let dispatches = self.dispatches.iter().filter_map(|dispatch| dispatch.poll_timeout(somebody_waits));
        let telling = self.telling.iter().filter_map(Telling::poll_timeout);
        telling.chain(dispatches).chain([(Wake::Close, self.close)]).min_by_key(|(_, timer)| timer.remaining_us(now))
    }
}

impl Incident {
    /// Help is decided: order the dispatch requests, and note who is told once one was started (E3,
    /// E4, E5). `reached` is the contact who asked for it, if one did.
    pub(super) fn respond(&mut self, reached: Option<ContactId>, now: Time) {
        let plan = self.acceptance.plan;
        let telling = self.told_after_dispatch(plan.after_dispatch, reached);
        let then = (plan.course != Course::Full).then_some(Ending::DrillOver);
        let about = if plan.course == Course::Full { About::Dispatch } else { About::Drill };
        self.state = State::Responding(Responding {
            dispatches: vec![],
            telling: telling.into_iter().map(Telling::twice).collect(),
            pace: Pace::SideBySide,
            about,
            then,
            close: Timer::new(now, CLOSE_MS),
        });
        for service in self.wanted() {
            self.ask_for(service, now);
        }
        self.begin_telling(now);
    }

    fn told_after_dispatch(&self, after_dispatch: AfterDispatch, reached: Option<ContactId>) -> Vec<ContactId> {
        let all = self.acceptance.contacts.iter().copied();
        match after_dispatch {
            AfterDispatch::OthersAndFirstIfUnreached => {
                let (first, others) = self.acceptance.contacts.split_at(self.acceptance.contacts.len().min(1));
                others.iter().chain(first).copied().filter(|contact| Some(*contact) != reached).collect()
            }
            AfterDispatch::TheRest => self.the_rest(),
            AfterDispatch::All => all.collect(),
            AfterDispatch::Nobody => vec![],
        }
    }

    /// One dispatch request more. A drill says what it would have requested; it has no way to request it.
    fn ask_for(&mut self, service: Service, now: Time) {
        let Some(proof) = self.acceptance.plan.course.may_dispatch() else {
            return self.record(Event::WouldRequest { service });
        };
        let request = self.next_request(service);
        let State::Responding(responding) = &mut self.state else { return };
        let state = DispatchState::Ordered { overdue: Timer::new(now, OVERDUE_MS) };
        responding.dispatches.push(Dispatch { request, state });
        self.dispatch(DispatchOrder::new(request, DispatchMessage::Come, proof));
    }

    /// The key of one asking more. Incidents of earlier versions have not counted, and keep what they asked for.
    fn next_request(&mut self, service: Service) -> DispatchRequest {
        let stands = self.dispatches().iter().filter(|dispatch| dispatch.request.service == service).count();
        let asked = &mut self.askings[service as usize];
        *asked = (*asked).max(stands.try_into().unwrap_or(u16::MAX)).saturating_add(1);
        DispatchRequest { service, asking: *asked }
    }

    /// Responders who were asked to come already are asked again, as far as there is room for it.
    pub(super) fn ask_again(&mut self, service: Service, now: Time) {
        let State::Responding(responding) = &self.state else { return };
        if responding.dispatches.len() < MOST_ASKED {
            self.ask_for(service, now);
        }
    }

    /// A further SOS from the same address (A10): another service is added, the same one is asked again.
    pub(super) fn on_also_asked(&mut self, service: Service, siren: Siren, now: Time) {
        self.record(Event::AlsoAsked { service });
        if !self.sounds() {
            self.order_siren(siren, now);
        }
        match &self.state {
            State::Contacting { .. } if self.asked().count() < MOST_ASKED => self.added.push(service),
            State::Responding(_) => self.ask_again(service, now),
            State::Held { .. }
            | State::Contacting { .. }
            | State::NobodySent { .. }
            | State::SirenAlone
            | State::Joined { .. }
            | State::Closed(_) => {}
        }
    }

    pub(super) fn dispatch(&mut self, order: DispatchOrder) {
        self.outputs.push_back(Output::Dispatch(order));
    }

    /// The dispatch requests, in the order in which they were asked for.
    pub fn dispatches(&self) -> &[Dispatch] {
        match &self.state {
            State::Responding(responding) => &responding.dispatches,
            State::Held { .. }
            | State::Contacting { .. }
            | State::NobodySent { .. }
            | State::SirenAlone
            | State::Joined { .. }
            | State::Closed(_) => &[],
        }
    }

    /// Whether the point of no return is behind.
    pub(super) fn dispatch_started(&self) -> bool {
        self.dispatches().iter().any(|dispatch| !dispatch.is_ordered())
    }

    /// Whether an attempt may go out: the request stands and nobody has accepted it yet.
    pub fn dispatch_stands(&self, request: DispatchRequest) -> bool {
        let stands = |dispatch: &Dispatch| dispatch.request == request && dispatch.state != DispatchState::Confirmed;
        self.acceptance.plan.course.may_dispatch().is_some() && self.dispatches().iter().any(stands)
    }

    fn dispatch_mut(&mut self, request: DispatchRequest) -> Option<&mut Dispatch> {
        match &mut self.state {
            State::Responding(responding) => {
                responding.dispatches.iter_mut().find(|dispatch| dispatch.request == request)
            }
            State::Held { .. }
            | State::Contacting { .. }
            | State::NobodySent { .. }
            | State::SirenAlone
            | State::Joined { .. }
            | State::Closed(_) => None,
        }
    }

    pub(super) fn on_dispatch_started(&mut self, request: DispatchRequest, now: Time) {
        let Some(dispatch) = self.dispatch_mut(request).filter(|dispatch| dispatch.is_ordered()) else { return };
        dispatch.state = DispatchState::Started { unconfirmed: Some(Timer::new(now, UNCONFIRMED_MS)) };
        self.record(Event::Requesting { service: request.service });
        if self.passes_cancel_on() {
            self.pass_cancel_on(request);
        }
        self.tell_pending(now);
    }

    pub(super) fn on_dispatch_confirmed(&mut self, request: DispatchRequest, receiver: Receiver, now: Time) {
        let Some(dispatch) = self.dispatch_mut(request).filter(|it| it.state != DispatchState::Confirmed) else {
            return;
        };
        dispatch.state = DispatchState::Confirmed;
        self.record(Event::Requested { service: request.service, receiver });
        self.tell_pending(now);
    }

    pub(super) fn on_unconfirmed(&mut self, request: DispatchRequest) {
        let Some(dispatch) = self.dispatch_mut(request) else { return };
        dispatch.state = DispatchState::Started { unconfirmed: None };
        self.record(Event::NotConfirmed { service: request.service });
    }

    /// An unconfirmed dispatch request keeps its incident open: it is still being chased.
    pub(super) fn on_close(&mut self, now: Time) {
        let State::Responding(responding) = &mut self.state else { return };
        if responding.dispatches.iter().all(|dispatch| dispatch.state == DispatchState::Confirmed) {
            let then = responding.then;
            self.end_all_calls();
            match then {
                Some(ending) => self.end(ending),
                None => self.close(Ending::ByStation, Event::ClosedByStation),
            }
        } else {
            responding.close = Timer::new(now, CLOSE_MS);
        }
    }

    /// Contacts are told without a dispatch request, and then it is over.
    pub(super) fn tell_all(&mut self, contacts: Vec<ContactId>, pace: Pace, about: About, then: Ending, now: Time) {
        let telling = |contact| match pace {
            Pace::SideBySide => Telling::twice(contact),
            Pace::OneAfterAnother => Telling::once(contact),
        };
        if self.acceptance.contacts.is_empty() {
            self.nobody_to_call();
        } else if contacts.is_empty() {
            self.record(Event::NobodyToCall);
        }
        self.state = State::Responding(Responding {
            dispatches: vec![],
            telling: contacts.into_iter().map(telling).collect(),
            pace,
            about,
            then: Some(then),
            close: Timer::new(now, CLOSE_MS),
        });
        self.begin_telling(now);
    }

    /// Ends what is only open until everybody has been told.
    pub(super) fn finish_telling(&mut self) {
        let State::Responding(responding) = &self.state else { return };
        let told = responding.telling.iter().all(|telling| telling.step == TellingStep::Done);
        let quiet = self.call_backs.is_empty() && !self.messages.iter().any(super::Message::is_being_left);
        if let Some(ending) = responding.then.filter(|_| told && quiet) {
            self.end(ending);
        }
    }

    /// An agent is asked for by a contact who heard an automated message (L3).
    pub(super) fn ask_agent(&mut self, contact: ContactId) {
        self.record(Event::AgentAsked { contact });
        self.order(Order::AskAgent { contact: Some(contact) });
    }
}
