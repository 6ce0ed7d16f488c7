//! One incident, told line by line: what comes in, which timer fires, what is ordered, what is said.

use std::fmt::Write as _;

use mayday_protocol::call::Fact;
use mayday_protocol::incident::{Acceptance, Incident, Input, Output, Receiver, Wake};
use mayday_protocol::plan::ResponsePlan;
use mayday_protocol::{ContactId, DeviceId, IncidentId, SirenPlaces};

use super::common::{at, eligible};
use super::words::{
    consequence_words, dispatch_words, event_words, input_words, kind_words, order_words, seconds, state_words,
    wake_words,
};

pub(crate) const PHONE: DeviceId = DeviceId::from_random([9; 16]);
const DAY: u64 = 24 * 3_600_000;

/// What a story's incident is accepted with.
pub(crate) fn acceptance(plan: ResponsePlan, contacts: &[ContactId]) -> Acceptance {
    Acceptance {
        incident: IncidentId::from_random([3; 16]),
        seed: 7,
        device: Some(PHONE),
        trigger: None,
        plan,
        contacts: contacts.to_vec(),
        asks_password: true,
        siren: Some(SirenPlaces { keypad: true, cameras: true }),
    }
}

pub(crate) struct Story {
    pub(crate) incident: Incident,
    pub(crate) now_ms: u64,
    /// What was ordered since the last look.
    pub(crate) outputs: Vec<Output>,
    text: String,
}

impl Story {
    /// A slide, whose hold reaches the station 20 ms later.
    pub(crate) fn held(acceptance: Acceptance, title: &str) -> Self {
        Self::begins(Incident::hold(eligible(), acceptance, 20, at(20)), 20, title, "hold (slid 0.020 s ago)")
    }

    /// An incident that has just been accepted.
    pub(crate) fn begins(incident: Incident, now_ms: u64, title: &str, how: &str) -> Self {
        let heading = format!("{}: {title}\n\n", kind_words(incident.acceptance().plan.kind));
        let mut story = Self { incident, now_ms, outputs: vec![], text: heading };
        story.line("in", how);
        story.drain();
        story
    }

    /// Every dispatch request that stands starts, and is accepted 0.6 s later.
    pub(crate) fn responders_are_asked(&mut self, ms: u64) {
        self.until(ms);
        let requests = self.incident.dispatches().iter().map(|dispatch| dispatch.request);
        let requests: Vec<_> = requests.filter(|request| self.incident.dispatch_stands(*request)).collect();
        for request in &requests {
            self.input(Input::DispatchStarted { request: *request }, ms);
        }
        for request in requests {
            self.input(Input::DispatchConfirmed { request, by: Receiver::Webhook }, ms + 600);
        }
    }

    /// A call that reaches a person on the first ring.
    pub(crate) fn answer(&mut self, call: u16, ms: u64) {
        self.call(call, Fact::Ringing, ms);
        self.call(call, Fact::PickedUp, ms + 1_000);
        self.press_the_digits(call, ms + 4_000);
    }

    pub(crate) fn press_the_digits(&mut self, call: u16, ms: u64) {
        let active = self.incident.active_calls().into_iter().find(|active| active.number == call);
        for key in active.expect("the call is running").call.digits().0 {
            self.call(call, Fact::Key(key), ms);
        }
    }

    pub(crate) fn call(&mut self, call: u16, fact: Fact, ms: u64) {
        self.input(Input::Call { call, fact }, ms);
    }

    pub(crate) fn input(&mut self, input: Input, ms: u64) {
        self.until(ms);
        self.line("in", &input_words(&self.incident, input));
        self.incident.handle_input(input, at(ms));
        self.drain();
    }

    pub(crate) fn until(&mut self, ms: u64) {
        assert!(ms >= self.now_ms, "a story goes forward");
        while let Some((wake, due_ms)) = self.wakes_at().filter(|(_, due_ms)| *due_ms <= ms) {
            self.wake(wake, due_ms);
        }
        self.now_ms = ms;
    }

    pub(crate) fn wake(&mut self, wake: Wake, due_ms: u64) {
        self.now_ms = due_ms;
        let trigger = self.incident.acceptance().trigger;
        self.line("timer", &wake_words(wake, trigger));
        self.incident.handle_timeout(at(due_ms));
        self.drain();
    }

    pub(crate) fn wakes_at(&self) -> Option<(Wake, u64)> {
        let now = at(self.now_ms);
        self.incident.poll_timeout(now).map(|(wake, timer)| (wake, self.now_ms + timer.remaining_ms(now)))
    }

    fn drain(&mut self) {
        while let Some(output) = self.incident.poll_output() {
            let (lane, words) = match &output {
                Output::Order(order) => ("out", order_words(*order)),
                Output::Dispatch(order) => ("out", dispatch_words(order)),
                Output::Consequence(consequence) => ("out", consequence_words(consequence)),
                Output::Record(event) => ("says", event_words(*event)),
            };
            writeln!(self.text, "{:13}{lane:7}{words}", "").expect("a text can grow");
            self.outputs.push(output);
        }
    }

    fn line(&mut self, lane: &str, words: &str) {
        let clock = format!("+{}", seconds(self.now_ms));
        writeln!(self.text, "{clock:13}{lane:7}{words}").expect("a text can grow");
    }

    /// Lets a day pass, and hands the whole story out.
    pub(crate) fn ends(mut self) -> String {
        self.until(DAY.max(self.now_ms));
        writeln!(self.text, "\nThe end: {}.", state_words(self.incident.state())).expect("a text can grow");
        self.text
    }
}
