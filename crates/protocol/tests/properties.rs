//! What holds for every order of events: random inputs at random times on both machines.
//!
//! The interleavings are wilder than any network. Each step checks every rule, so that a failure
//! names the rule and shrinks to the shortest story that breaks it.

mod common;

use mayday_protocol::call::{Fact, Role};
use mayday_protocol::incident::{
    Acceptance, Code, DispatchOrder, Ending, Event, Incident, Input, Message as Recorded, MessageStep, Order, Output,
    Receiver, Standing, State, Wake,
};
use mayday_protocol::plan::PLANS;
use mayday_protocol::sos::{self, Decision, Entry, HOLD_MS, Message, Sos};
use mayday_protocol::{ContactId, DeviceId, IncidentId, Kind, Reason, SignalId, Time};
use proptest::prelude::*;

use common::{POLICE, at, eligible};

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// proves: C1, C2, C3, E5, E8, M2, M9, M10, Q2
    #[test]
    fn the_stations_rules_hold_for_every_order_of_events(
        contacts in 0..4_usize,
        since_slide_ms in 0..9_000_u64,
        steps in prop::collection::vec(station_step(), 1..60),
    ) {
        let mut station = Station::holding(contacts, since_slide_ms);
        for step in steps {
            station.take(step);
        }
        station.let_a_day_pass();
    }

    /// proves: C1, C2, C5, C6, C8
    #[test]
    fn the_phones_rules_hold_for_every_order_of_events(steps in prop::collection::vec(phone_step(), 1..60)) {
        let mut phone = Phone::slides();
        for step in steps {
            phone.take(step);
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum StationStep {
    /// Time passes; the machine is woken on the way, or only at the end.
    Wait {
        ms: u64,
        prompt: bool,
    },
    Input(Input),
    /// A report on one of the calls that are running.
    Report {
        which: usize,
        fact: Fact,
    },
    /// The contact of one of them presses the two digits.
    Prove {
        which: usize,
    },
}

fn station_step() -> impl Strategy<Value = StationStep> {
    let wait = prop_oneof![0..200_u64, 0..10_000_u64, 0..90_000_u64, 0..20_000_000_u64];
    let input = prop_oneof![
        (0..16_000_u64).prop_map(|since_slide_ms| Input::Hold { since_slide_ms }),
        Just(Input::Commit),
        (prop::bool::ANY, 0..7_000_u64).prop_map(|(same, cancelled_after_ms)| {
            Input::Cancel { device: if same { PHONE } else { OTHER_PHONE }, cancelled_after_ms, code: Code::Normal }
        }),
        (0..12_u16, fact()).prop_map(|(call, fact)| Input::Call { call, fact }),
        Just(Input::DispatchStarted { request: POLICE }),
        Just(Input::DispatchConfirmed { request: POLICE, by: Receiver::Webhook }),
    ];
    prop_oneof![
        3 => (wait, prop::bool::ANY).prop_map(|(ms, prompt)| StationStep::Wait { ms, prompt }),
        3 => input.prop_map(StationStep::Input),
        3 => (0..4_usize, fact()).prop_map(|(which, fact)| StationStep::Report { which, fact }),
        2 => (0..4_usize).prop_map(|which| StationStep::Prove { which }),
    ]
}

fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        3 => Just(Fact::Ringing),
        3 => Just(Fact::PickedUp),
        2 => prop::sample::select(vec!['0', '1', '2', '*', '#']).prop_map(Fact::Key),
        1 => prop::sample::select(vec![Fact::HungUp, Fact::Busy, Fact::Failed, Fact::InAnotherCall]),
        2 => prop::sample::select(vec![Fact::Voicemail, Fact::MessageLeft]),
    ]
}

/// The station's machine, and what was seen of it.
struct Station {
    incident: Incident,
    now_ms: u64,
    commit_was_fed: bool,
    events: Vec<Event>,
    orders: Vec<Order>,
    dispatches: Vec<DispatchOrder>,
}

impl Station {
    fn holding(contacts: usize, since_slide_ms: u64) -> Self {
        let acceptance = Acceptance {
            incident: IncidentId::from_random([7; 16]),
            seed: 7,
            device: Some(PHONE),
            trigger: None,
            plan: PLANS.full(Kind::SosPolice).expect("the table has SOS police"),
            contacts: (1..=contacts as u8).map(|n| ContactId::from_random([n; 16])).collect(),
            asks_password: false,
            siren: None,
        };
        let incident = Incident::hold(eligible(), acceptance, since_slide_ms, at(since_slide_ms));
        let now_ms = since_slide_ms;
        let mut station =
            Self { incident, now_ms, commit_was_fed: false, events: vec![], orders: vec![], dispatches: vec![] };
        station.drain(None);
        station
    }

    fn take(&mut self, step: StationStep) {
        let running = self.incident.active_calls();
        let nth = |which: usize| running.get(which % running.len().max(1)).copied();
        match step {
            StationStep::Wait { ms, prompt } => self.wait(ms, prompt),
            StationStep::Input(input) => self.input(input),
            StationStep::Report { which, fact } => {
                if let Some(active) = nth(which) {
                    self.input(Input::Call { call: active.number, fact });
                }
            }
            StationStep::Prove { which } => {
                if let Some(active) = nth(which) {
                    self.input(Input::Call { call: active.number, fact: Fact::PickedUp });
                    self.wait(2_000, true);
                    for key in active.call.digits().0 {
                        self.input(Input::Call { call: active.number, fact: Fact::Key(key) });
                    }
                }
            }
        }
    }

    fn wait(&mut self, ms: u64, prompt: bool) {
        let end = self.now_ms + ms;
        while let Some(due_ms) = self.due_ms().filter(|due_ms| prompt && *due_ms <= end) {
            self.now_ms = due_ms;
            self.watch(|incident, now| incident.handle_timeout(now));
        }
        self.now_ms = end;
    }

    fn input(&mut self, input: Input) {
        self.commit_was_fed |= input == Input::Commit;
        self.watch(|incident, now| incident.handle_input(input, now));
        if !matches!(input, Input::Call { fact: Fact::Key(_), .. }) {
            self.repeating_changes_nothing(input);
        }
    }

    /// Z8: what is delivered twice is as if it had been delivered once.
    fn repeating_changes_nothing(&mut self, input: Input) {
        let before = self.incident.clone();
        self.incident.handle_input(input, at(self.now_ms));
        assert_eq!(self.incident, before, "Z8: {input:?} twice is as once");
    }

    fn watch(&mut self, act: impl FnOnce(&mut Incident, Time)) {
        let before = self.incident.clone();
        let now = at(self.now_ms);
        act(&mut self.incident, now);
        self.drain(Some(&before));
        self.standing_goes_one_way(before.standing(now));
    }

    fn drain(&mut self, before: Option<&Incident>) {
        let outputs: Vec<Output> = std::iter::from_fn(|| self.incident.poll_output()).collect();
        let was_open = before.is_none_or(Incident::is_open);
        assert!(was_open || outputs.is_empty(), "after the end: {outputs:?}");
        for output in outputs {
            match output {
                Output::Order(order) => self.order(order),
                Output::Dispatch(order) => self.dispatch(order),
                Output::Consequence(consequence) => panic!("a slide means nothing elsewhere: {consequence:?}"),
                Output::Record(event) => self.events.push(event),
            }
        }
        self.rules();
    }

    fn dispatch(&mut self, order: DispatchOrder) {
        assert!(self.help_is_requested(), "nothing is done while held: {order:?}");
        assert!(self.dispatches.is_empty(), "Z4: one dispatch request");
        assert!(self.is_the_first_call() || self.deciding_call_is_decided(), "dispatch follows a decision");
        self.dispatches.push(order);
    }

    fn help_is_requested(&self) -> bool {
        self.events.iter().any(|event| matches!(event, Event::HelpRequested { .. }))
    }

    fn is_the_first_call(&self) -> bool {
        !self.orders.iter().any(|order| matches!(order, Order::PlaceCall { .. }))
    }

    fn order(&mut self, order: Order) {
        assert!(self.help_is_requested(), "nothing is done while held: {order:?}");
        match order {
            Order::PlaceCall { .. } => {
                assert!(
                    self.is_the_first_call() || self.deciding_call_is_decided(),
                    "Z3: decided before the next call"
                );
            }
            Order::SoundSiren { .. } | Order::StopSiren | Order::Announce => {}
            Order::AskAgent { contact } => {
                let nobody_to_call = self.incident.acceptance().contacts.is_empty();
                assert!(contact.is_none() && nobody_to_call, "an SOS in full asks for an agent only in a call's place");
            }
            Order::LeaveMessage { call } => {
                let placed = |order: &Order| matches!(order, Order::PlaceCall { call: it, .. } if *it == call);
                assert!(self.orders.iter().any(placed), "a message belongs to a call that was placed");
                assert!(!self.dispatches.is_empty(), "M2: the dispatch request goes out before any message");
                assert!(!self.orders.contains(&order), "M10: one message a call");
            }
            Order::EndCall { call } => {
                let placed = |order: &Order| matches!(order, Order::PlaceCall { call: it, .. } if *it == call);
                assert!(self.orders.iter().any(placed), "only a call that was placed is ended");
            }
        }
        self.orders.push(order);
    }

    fn deciding_call_is_decided(&self) -> bool {
        let running = self.incident.active_calls().iter().any(|active| active.call.role() == Role::Deciding);
        !running && !matches!(self.incident.state(), State::Contacting { .. })
    }

    fn rules(&mut self) {
        let waits = self.incident.poll_timeout(at(self.now_ms)).is_some();
        assert_eq!(waits, self.incident.is_open(), "Z2: an open incident always has a timer, a closed one none");

        self.nobody_is_called_more_often_than_the_table_says();
        let cancelled_in_hold = self.events == [Event::Held, Event::CancelledInHold];
        assert!(!cancelled_in_hold || self.orders.is_empty(), "Z5: cancelled in the hold is never acted on");
        assert_eq!(self.events.first(), Some(&Event::Held));
        let decisions = |event: &&Event| matches!(event, Event::HelpRequested { .. } | Event::CancelledInHold);
        let first = self.events.iter().position(|event| decisions(&event));
        assert!(first.is_none_or(|at| at == 1), "nothing comes before the decision");
        assert!(self.events.iter().filter(|event| matches!(event, Event::HelpRequested { .. })).count() <= 1);

        stored_and_loaded(&self.incident);
    }

    /// One deciding call to the first contact, two telling calls to each (E5, M10); one line, one call (M9).
    fn nobody_is_called_more_often_than_the_table_says(&self) {
        for contact in &self.incident.acceptance().contacts {
            let calls = |wanted: Role| {
                let called = |event: &&Event| matches!(event, Event::Calling { contact: it, role } if it == contact && *role == wanted);
                self.events.iter().filter(called).count()
            };
            let is_first = self.incident.acceptance().contacts.first() == Some(contact);
            assert!(calls(Role::Deciding) <= usize::from(is_first), "only the first contact may decide, once");
            assert!(calls(Role::Telling) <= 2, "M10: two tries");
            let running = self.incident.active_calls().iter().filter(|active| active.contact == *contact).count();
            let messages = self.incident.messages().iter();
            let spoken = |message: &&Recorded| {
                message.contact == *contact && matches!(message.step, MessageStep::Leaving { .. })
            };
            assert!(running + messages.filter(spoken).count() <= 1, "M9: one call at a time");
        }
    }

    fn standing_goes_one_way(&self, before: Standing) {
        let after = self.incident.standing(at(self.now_ms));
        match (before, after) {
            (Standing::Held { .. }, _)
            | (Standing::Committed { .. }, Standing::Committed { .. })
            | (Standing::Cancelled, Standing::Cancelled) => {}
            (Standing::Committed { .. }, Standing::Cancelled) => {
                assert!(!self.commit_was_fed, "a commit that was received beats every later cancel");
                let started = |event: &Event| matches!(event, Event::Requesting { .. } | Event::Requested { .. });
                assert!(!self.events.iter().any(started), "the point of no return");
            }
            (Standing::Cancelled, Standing::Held { .. } | Standing::Committed { .. })
            | (Standing::Committed { .. }, Standing::Held { .. }) => panic!("{before:?} became {after:?}"),
        }
    }

    fn let_a_day_pass(&mut self) {
        self.input(Input::DispatchStarted { request: POLICE });
        self.input(Input::DispatchConfirmed { request: POLICE, by: Receiver::Webhook });
        self.wait(24 * 3_600_000, true);
        self.input(Input::DispatchStarted { request: POLICE });
        self.input(Input::DispatchConfirmed { request: POLICE, by: Receiver::Webhook });
        self.wait(24 * 3_600_000, true);
        assert!(matches!(self.incident.state(), State::Closed(_)), "Z2: it ends within its plan's bound");
        if self.incident.state() == &State::Closed(Ending::ByStation) {
            assert!(!self.dispatches.is_empty(), "what ran to its end asked for help");
        }
    }

    fn due_ms(&self) -> Option<u64> {
        let now = at(self.now_ms);
        self.incident.poll_timeout(now).map(|(_, timer): (Wake, _)| self.now_ms + timer.remaining_ms(now))
    }
}

#[derive(Clone, Copy, Debug)]
enum PhoneStep {
    Wait {
        ms: u64,
        prompt: bool,
    },
    Press,
    SendNow,
    /// One of the messages that wait for an answer gets one.
    Answer {
        which: usize,
        answer: Answer,
    },
    /// The app dies, and starts again.
    Crash,
}

#[derive(Clone, Copy, Debug)]
enum Answer {
    Held,
    Committed,
    Cancelled,
    Unknown,
    TooOld,
    Refused,
    Unreachable,
}

fn phone_step() -> impl Strategy<Value = PhoneStep> {
    let wait = prop_oneof![4 => 0..1_500_u64, 2 => 0..9_000_u64, 1 => 0..40_000_u64, 1 => 0..1_000_000_u64];
    let answer = prop_oneof![
        3 => Just(Answer::Unreachable),
        2 => Just(Answer::Held),
        1 => prop::sample::select(vec![Answer::Committed, Answer::Cancelled]),
        1 => prop::sample::select(vec![Answer::Unknown, Answer::TooOld, Answer::Refused]),
    ];
    prop_oneof![
        5 => (wait, prop::bool::ANY).prop_map(|(ms, prompt)| PhoneStep::Wait { ms, prompt }),
        1 => Just(PhoneStep::Press),
        1 => Just(PhoneStep::SendNow),
        5 => (0..4_usize, answer).prop_map(|(which, answer)| PhoneStep::Answer { which, answer }),
        1 => Just(PhoneStep::Crash),
    ]
}

/// The phone's machine, the answers it waits for, and what was seen of it.
struct Phone {
    sos: Option<Sos>,
    journal: Option<Entry>,
    now_ms: u64,
    awaited: Vec<Message>,
    pressed_in_time: bool,
}

impl Phone {
    fn slides() -> Self {
        let sos = Sos::begin(eligible(), SIGNAL, Kind::SosMedical, at(0));
        let mut phone = Self { sos: Some(sos), journal: None, now_ms: 0, awaited: vec![], pressed_in_time: false };
        phone.watch(|_, _| {});
        phone
    }

    fn take(&mut self, step: PhoneStep) {
        match step {
            PhoneStep::Wait { ms, prompt } => self.wait(ms, prompt),
            PhoneStep::Press => self.watch(|sos, now| sos.handle_input(sos::Input::CancelPressed, now)),
            PhoneStep::SendNow => self.watch(|sos, now| sos.handle_input(sos::Input::SendNow, now)),
            PhoneStep::Answer { which, answer } => {
                if !self.awaited.is_empty() {
                    let message = self.awaited.remove(which % self.awaited.len());
                    self.answer(message, answer);
                }
            }
            PhoneStep::Crash => {
                let now = at(self.now_ms);
                self.awaited.clear();
                self.sos = self.journal.and_then(|entry| Sos::resume(entry, now));
                self.watch(|_, _| {});
            }
        }
    }

    fn wait(&mut self, ms: u64, prompt: bool) {
        let end = self.now_ms + ms;
        while let Some(due_ms) = self.due_ms().filter(|due_ms| prompt && *due_ms <= end) {
            self.now_ms = due_ms;
            self.watch(Sos::handle_timeout);
        }
        self.now_ms = end;
    }

    /// What a station can answer to this message; anything else is as if nobody had answered.
    fn answer(&mut self, message: Message, answer: Answer) {
        let incident = IncidentId::from_random([7; 16]);
        let standing = |standing| Some(sos::Input::Standing(standing));
        let input = match (message, answer) {
            (Message::Hold | Message::Ask, Answer::Held) => standing(Standing::Held { acts_by_itself_in_ms: 1 }),
            (_, Answer::Committed) => standing(Standing::Committed { incident }),
            (_, Answer::Cancelled) => standing(Standing::Cancelled),
            (Message::Ask, Answer::Unknown) => Some(sos::Input::Unknown),
            (Message::Commit, Answer::TooOld) => Some(sos::Input::TooOld),
            (Message::Hold | Message::Commit, Answer::Refused) => None,
            (_, Answer::Held | Answer::Unknown | Answer::TooOld | Answer::Refused | Answer::Unreachable) => {
                Some(sos::Input::Unreachable(message))
            }
        };
        let was_settled = self.sos.as_ref().is_none_or(Sos::is_settled);
        self.watch(|sos, now| match input {
            Some(input) => sos.handle_input(input, now),
            None => sos.handle_refusal(vec![Reason::PlanWithoutSos], now),
        });
        let shown = self.sos.as_ref().filter(|_| !was_settled).map(Sos::state);
        if matches!(shown, Some(sos::State::Cancelled)) {
            assert!(matches!(answer, Answer::Cancelled | Answer::Refused), "C6: only the station says cancelled");
        }
        if matches!(shown, Some(sos::State::Committed { .. })) {
            assert!(matches!(answer, Answer::Committed), "C6: only the station says help is requested");
        }
    }

    fn watch(&mut self, act: impl FnOnce(&mut Sos, Time)) {
        let now = at(self.now_ms);
        let Some(sos) = &mut self.sos else { return };
        let (before, was_settled) = (sos.state().clone(), sos.is_settled());
        act(sos, now);
        let outputs: Vec<sos::Output> = std::iter::from_fn(|| sos.poll_output()).collect();
        if was_settled {
            assert_eq!((sos.state(), &outputs[..]), (&before, &[][..]), "what is settled stays so");
        }
        let counting = matches!(before, sos::State::Counting { .. });
        for (n, output) in outputs.iter().enumerate() {
            match *output {
                sos::Output::Keep(entry) => self.journal = Some(entry),
                sos::Output::Send(message) => {
                    self.awaited.push(message);
                    self.check_sent(message, counting, outputs.get(n + 1));
                }
            }
        }
        self.never_forgotten();
    }

    fn check_sent(&mut self, message: Message, counting: bool, next: Option<&sos::Output>) {
        let kept = |decision| match next {
            Some(sos::Output::Keep(entry)) => entry.decision == decision,
            Some(sos::Output::Send(_)) | None => false,
        };
        match message {
            Message::Hold => assert!(self.now_ms < HOLD_MS, "a hold belongs to the countdown"),
            Message::Ask => {}
            Message::Commit => {
                assert!(self.now_ms >= HOLD_MS, "C1: never a commit before five seconds");
                assert!(!self.pressed_in_time, "never a commit after a cancel that was pressed in time");
                assert!(!counting || kept(Decision::Commit), "kept beside the sending");
            }
            Message::Cancel { cancelled_after_ms } => {
                let in_time = cancelled_after_ms < HOLD_MS;
                assert!(
                    !counting || !in_time || kept(Decision::Cancel { cancelled_after_ms }),
                    "kept beside the sending"
                );
                self.pressed_in_time |= in_time;
            }
        }
    }

    fn never_forgotten(&self) {
        let Some(sos) = &self.sos else { return };
        assert_eq!(sos.signal().id, SIGNAL, "Z8: never a second signal");
        let goes_on = sos.poll_timeout(at(self.now_ms)).is_some() || !self.awaited.is_empty();
        let is_asked = matches!(sos.state(), sos::State::TooOld);
        assert!(sos.is_settled() || is_asked || goes_on, "nothing would ever happen: {:?}", sos.state());
    }

    fn due_ms(&self) -> Option<u64> {
        let now = at(self.now_ms);
        self.sos.as_ref()?.poll_timeout(now).map(|timer| self.now_ms + timer.remaining_ms(now))
    }
}

const PHONE: DeviceId = DeviceId::from_random([8; 16]);
const OTHER_PHONE: DeviceId = DeviceId::from_random([9; 16]);
const SIGNAL: SignalId = SignalId::from_random([6; 16]);

fn stored_and_loaded(incident: &Incident) {
    #[cfg(feature = "serde")]
    {
        let stored = serde_json::to_string(incident).expect("an incident can be stored");
        let loaded: Incident = serde_json::from_str(&stored).expect("an incident can be loaded");
        assert_eq!(&loaded, incident, "Z11: storage changes nothing");
    }
    #[cfg(not(feature = "serde"))]
    let _ = incident;
}
