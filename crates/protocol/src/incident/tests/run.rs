//! One incident, driven by a test: its clock, what was ordered, what was told.

use super::super::*;
use crate::call::NotAnswered;
use crate::eligibility::tests::eligible;
use crate::plan::{BurglarSetting, Course, Kind, PLANS, Service};
use crate::time::BootId;

pub(super) const INCIDENT: IncidentId = IncidentId::from_random([1; 16]);
pub(super) const PHONE: DeviceId = DeviceId::from_random([2; 16]);
pub(super) const OTHER_PHONE: DeviceId = DeviceId::from_random([3; 16]);
pub(super) const ANA: ContactId = ContactId::from_random([4; 16]);
pub(super) const BEN: ContactId = ContactId::from_random([5; 16]);
pub(super) const CLEO: ContactId = ContactId::from_random([6; 16]);
pub(super) const REQUEST: DispatchRequest = DispatchRequest { service: Service::Police, asking: 1 };
pub(super) const DISPATCH: Did = Did::Dispatch(REQUEST, DispatchMessage::Come);
pub(super) const STARTED: Input = Input::DispatchStarted { request: REQUEST };
pub(super) const CONFIRMED: Input = Input::DispatchConfirmed { request: REQUEST, by: Receiver::Webhook };
pub(super) const DAY: u64 = 24 * 3_600_000;
/// When the contact of [`Run::answered`] has pressed the second digit.
pub(super) const ANSWERED_AT: u64 = 10_000;

/// What an incident wanted done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Did {
    Order(Order),
    Dispatch(DispatchRequest, DispatchMessage),
}

/// One incident, everything it ordered and everything it told.
pub(super) struct Run {
    pub(super) incident: Incident,
    pub(super) now_ms: u64,
    pub(super) orders: Vec<Did>,
    pub(super) consequences: Vec<Consequence>,
    pub(super) events: Vec<Event>,
}

impl Run {
    pub(super) fn of(kind: Kind, contacts: &[ContactId], since_slide_ms: u64, arrives_ms: u64) -> Self {
        let plan = PLANS.full(kind).expect("the table has every kind");
        let acceptance = Acceptance {
            incident: INCIDENT,
            seed: 7,
            device: Some(PHONE),
            trigger: None,
            plan,
            contacts: contacts.to_vec(),
            asks_password: false,
            siren: None,
        };
        let incident = Incident::hold(eligible(), acceptance, since_slide_ms, at(arrives_ms));
        let mut run = Self { incident, now_ms: arrives_ms, orders: vec![], consequences: vec![], events: vec![] };
        run.drain();
        run
    }

    /// Held for five seconds, whatever it is: what opens it is of interest.
    pub(super) fn of_course(kind: Kind, course: Course) -> Self {
        let plan = PLANS.row(kind, BurglarSetting::IfNoOneCancels, course).expect("the table has every course");
        let mut run = Self::of(Kind::SosPolice, &[ANA, BEN, CLEO], 20, 20);
        run.incident.acceptance.plan = plan;
        run
    }

    pub(super) fn with_hold(contacts: &[ContactId], since_slide_ms: u64, arrives_ms: u64) -> Self {
        Self::of(Kind::SosPolice, contacts, since_slide_ms, arrives_ms)
    }

    pub(super) fn held() -> Self {
        Self::with_hold(&[ANA, BEN, CLEO], 20, 20)
    }

    pub(super) fn committed() -> Self {
        let mut run = Self::held();
        run.input(Input::Commit, 5_030);
        run
    }

    /// The first contact has proven to be a person.
    pub(super) fn answered() -> Self {
        let mut run = Self::committed();
        run.call(1, Fact::Ringing, 6_000);
        run.call(1, Fact::PickedUp, 7_000);
        run.prove(1, ANSWERED_AT);
        run
    }

    /// The first contact was busy at nine seconds: the request is ordered.
    pub(super) fn not_answered() -> Self {
        let mut run = Self::committed();
        run.call(1, Fact::Busy, 9_000);
        run
    }

    pub(super) fn input(&mut self, input: Input, ms: u64) {
        assert!(ms >= self.now_ms, "time does not go back");
        self.until(ms);
        self.incident.handle_input(input, at(ms));
        self.drain();
    }

    pub(super) fn call(&mut self, call: u16, fact: Fact, ms: u64) {
        self.input(Input::Call { call, fact }, ms);
    }

    /// Presses the two digits of a call.
    pub(super) fn prove(&mut self, call: u16, ms: u64) {
        self.until(ms);
        let active = self.incident.active_calls().into_iter().find(|active| active.number == call);
        for key in active.expect("the call is running").call.digits().0 {
            self.call(call, Fact::Key(key), ms);
        }
    }

    /// A telling call that reaches a person.
    pub(super) fn tell(&mut self, call: u16, ms: u64) {
        self.call(call, Fact::PickedUp, ms);
        self.prove(call, ms + 3_000);
    }

    /// Lets time pass, and fires each timer when it is due.
    pub(super) fn until(&mut self, ms: u64) {
        while let Some((_, due_ms)) = self.wakes_at().filter(|(_, due_ms)| *due_ms <= ms) {
            self.now_ms = due_ms;
            self.incident.handle_timeout(at(due_ms));
            self.drain();
        }
        self.now_ms = self.now_ms.max(ms);
    }

    pub(super) fn wakes_at(&self) -> Option<(Wake, u64)> {
        let now = at(self.now_ms);
        self.incident.poll_timeout(now).map(|(wake, timer)| (wake, self.now_ms + timer.remaining_ms(now)))
    }

    pub(super) fn drain(&mut self) {
        while let Some(output) = self.incident.poll_output() {
            match output {
                Output::Order(order) => self.orders.push(Did::Order(order)),
                Output::Dispatch(DispatchOrder { request, message, .. }) => {
                    self.orders.push(Did::Dispatch(request, message));
                }
                Output::Consequence(consequence) => self.consequences.push(consequence),
                Output::Record(event) => self.events.push(event),
            }
        }
        stored_and_loaded(&mut self.incident);
    }

    /// Who was called, in order.
    pub(super) fn placed(&self) -> Vec<ContactId> {
        let contact = |did: &Did| match did {
            Did::Order(Order::PlaceCall { contact, .. }) => Some(*contact),
            Did::Order(_) | Did::Dispatch(..) => None,
        };
        self.orders.iter().filter_map(contact).collect()
    }

    pub(super) fn unchanged_by(&mut self, input: Input, ms: u64) {
        self.until(ms);
        let (state, orders, events) = (self.incident.clone(), self.orders.len(), self.events.len());
        self.input(input, ms);
        assert_eq!((&self.incident, self.orders.len(), self.events.len()), (&state, orders, events), "{input:?}");
    }

    #[track_caller]
    pub(super) fn expect_dispatch_without_an_answer(&self, why: NotAnswered, line_is_free: bool) {
        assert!(self.events.contains(&Event::NotAnswered { contact: ANA, why }), "{why:?}");
        let orders = if line_is_free { vec![place(1, ANA), DISPATCH] } else { vec![place(1, ANA), end(1), DISPATCH] };
        assert_eq!(self.orders, orders, "{why:?}");
    }
}

/// What a restart of the station does to an incident: nothing.
pub(super) fn stored_and_loaded(incident: &mut Incident) {
    #[cfg(feature = "serde")]
    {
        let stored = serde_json::to_string(incident).expect("an incident can be stored");
        let loaded: Incident = serde_json::from_str(&stored).expect("an incident can be loaded");
        assert_eq!(&loaded, incident);
        *incident = loaded;
    }
    #[cfg(not(feature = "serde"))]
    let _ = incident;
}

pub(super) const fn at(ms: u64) -> Time {
    Time::from_clocks(BootId(1), (1_000_000 + ms) * 1_000, 0)
}

pub(super) const fn place(call: u16, contact: ContactId) -> Did {
    Did::Order(Order::PlaceCall { call, contact })
}

pub(super) const fn end(call: u16) -> Did {
    Did::Order(Order::EndCall { call })
}

pub(super) const fn cancel_at(cancelled_after_ms: u64) -> Input {
    Input::Cancel { device: PHONE, cancelled_after_ms, code: Code::Normal }
}
