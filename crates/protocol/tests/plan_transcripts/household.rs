//! Everything around the station in a story: phones, receivers, base station and agents, each of which reacts to what
//! was ordered.

use std::collections::BTreeMap;

use mayday_protocol::Kind;
use mayday_protocol::call::Fact;
use mayday_protocol::incident::{
    Acceptance, AgentFact, DispatchMessage, DispatchOrder, Input, Order, Output, Receiver, SirenFact,
};
use mayday_protocol::plan::{BurglarSetting, PLANS, Trigger};

use super::alarm::raise;
use super::common::at;
use super::story::{Story, acceptance};
use super::tale::{Move, Tale};
use super::words::{CONTACTS, seconds};

/// A day is longer than any plan.
const DAY: u64 = 24 * 3_600_000;

pub(crate) struct Household {
    story: Story,
    tale: Tale,
    /// What will happen, in the order in which it was caused.
    due: BTreeMap<(u64, u32), Reaction>,
    caused: u32,
}

#[derive(Clone, Copy, Debug)]
enum Reaction {
    Input(Input),
    OfCall(u16, Move),
}

impl Household {
    /// The whole story.
    pub(crate) fn tells(kind: Kind, setting: Option<BurglarSetting>, tale: Tale) -> String {
        let plan = PLANS.row(kind, setting.unwrap_or(BurglarSetting::IfNoOneCancels), tale.course());
        let accepted = acceptance(plan.expect("the table has the row"), &CONTACTS[..contacts(kind)]);
        let title = match setting {
            None => tale.title().to_owned(),
            Some(BurglarSetting::IfNoOneCancels) => format!("{} (If no one cancels)", tale.title()),
            Some(BurglarSetting::OnlyIfISay) => format!("{} (Only if I say)", tale.title()),
        };
        // A slide is refused where the home is not enrolled; the keypad's buttons are not (I1, B14).
        let keypad =
            Trigger::ALL.into_iter().find(|it| tale == Tale::Unmonitored && kind.is_slid() && it.kind() == kind);
        let raised_by = trigger(kind).or(keypad);
        let story = match raised_by {
            None => Story::held(accepted, &title),
            Some(trigger) => raised(Acceptance { device: None, trigger: Some(trigger), ..accepted }, 0, &title),
        };
        let mut household = Self { story, tale, due: BTreeMap::new(), caused: 0 };
        if raised_by.is_none() {
            household.cause(5_030, Reaction::Input(Input::Commit));
        }
        if let Some((ms, input)) = tale.of_the_home() {
            household.cause(ms, Reaction::Input(input));
        }
        household.goes_on();
        household.story.ends()
    }

    /// Timers and reactions, whichever comes first, until nothing is left that could happen today.
    fn goes_on(&mut self) {
        loop {
            self.hears_what_was_ordered();
            let wake = self.story.wakes_at().filter(|(_, ms)| *ms < DAY);
            let next = self.due.keys().next().copied();
            match (wake, next) {
                (Some((wake, ms)), None) => self.story.wake(wake, ms),
                (Some((wake, ms)), Some((due_ms, _))) if ms <= due_ms => self.story.wake(wake, ms),
                (_, Some(key)) => self.reacts(key),
                (None, None) => return,
            }
        }
    }

    fn reacts(&mut self, key: (u64, u32)) {
        let Some(reaction) = self.due.remove(&key) else { return };
        let (ms, _) = key;
        match reaction {
            Reaction::Input(input) => self.story.input(input, ms),
            Reaction::OfCall(call, Move::Report(fact)) if self.is_running(call) => self.story.call(call, fact, ms),
            Reaction::OfCall(call, Move::Digits) if self.is_running(call) => self.story.press_the_digits(call, ms),
            // The station has ended the call.
            Reaction::OfCall(..) => {}
        }
    }

    fn is_running(&self, call: u16) -> bool {
        let incident = &self.story.incident;
        let recorded = incident.messages().iter().any(|message| message.call == call && message.is_being_left());
        recorded || incident.active_calls().iter().any(|active| active.number == call)
    }

    fn hears_what_was_ordered(&mut self) {
        for output in std::mem::take(&mut self.story.outputs) {
            match output {
                Output::Order(order) => self.hears(order),
                Output::Dispatch(DispatchOrder { request, message: DispatchMessage::Come, .. }) => {
                    self.after(100, Reaction::Input(Input::DispatchStarted { request }));
                    self.after(700, Reaction::Input(Input::DispatchConfirmed { request, by: Receiver::Webhook }));
                }
                Output::Dispatch(DispatchOrder { message: DispatchMessage::CancelAsked, .. })
                | Output::Consequence(_)
                | Output::Record(_) => {}
            }
        }
    }

    fn hears(&mut self, order: Order) {
        match order {
            Order::PlaceCall { call, contact } => {
                let active = self.story.incident.active_calls().into_iter().find(|active| active.number == call);
                let Some(active) = active else { return };
                let deciding = self.story.incident.acceptance().plan.deciding().is_some();
                let is_first = contact == CONTACTS[0];
                for (ms, step) in self.tale.of_a_call(active.call.role(), deciding, is_first) {
                    self.after(*ms, Reaction::OfCall(call, *step));
                }
            }
            Order::LeaveMessage { call } => {
                self.after(20_000, Reaction::OfCall(call, Move::Report(Fact::MessageLeft)));
            }
            Order::SoundSiren { .. } => self.after(100, Reaction::Input(Input::Siren(SirenFact::Sounding))),
            Order::StopSiren => self.after(100, Reaction::Input(Input::Siren(SirenFact::Silent))),
            Order::Announce => self.after(3_000, Reaction::Input(Input::Siren(SirenFact::Announced))),
            Order::AskAgent { .. } => {
                self.after(200, Reaction::Input(Input::Agent(AgentFact::Waiting)));
                self.after(9_000, Reaction::Input(Input::Agent(AgentFact::Took)));
            }
            Order::EndCall { .. } => {}
        }
    }

    fn after(&mut self, ms: u64, reaction: Reaction) {
        self.cause(self.story.now_ms + ms, reaction);
    }

    fn cause(&mut self, ms: u64, reaction: Reaction) {
        self.caused += 1;
        self.due.insert((ms, self.caused), reaction);
    }
}

/// What a hub has raised.
pub(crate) fn raised(acceptance: Acceptance, entry_delay_ms: u64, title: &str) -> Story {
    let how = match entry_delay_ms {
        0 => "the hub raises an alarm".to_owned(),
        delay => format!("the hub raises an alarm, entry delay {}", seconds(delay)),
    };
    Story::begins(raise(acceptance, entry_delay_ms, at(0)), 0, title, &how)
}

/// Three contacts where more than two may be called, or where the third must not be.
const fn contacts(kind: Kind) -> usize {
    match kind {
        Kind::Burglar | Kind::Flood | Kind::Freeze | Kind::Panic => 3,
        Kind::SosPolice
        | Kind::SosFire
        | Kind::SosMedical
        | Kind::SirenOnly
        | Kind::Smoke
        | Kind::CarbonMonoxide
        | Kind::Duress => 2,
    }
}

/// What raises it; `None`: it is slid.
pub(crate) const fn trigger(kind: Kind) -> Option<Trigger> {
    match kind {
        Kind::SosPolice | Kind::SosFire | Kind::SosMedical | Kind::SirenOnly => None,
        Kind::Burglar => Some(Trigger::ContactSensor),
        Kind::Smoke => Some(Trigger::SmokeAlarm),
        Kind::CarbonMonoxide => Some(Trigger::CoAlarm),
        Kind::Panic => Some(Trigger::PanicButton),
        Kind::Duress => Some(Trigger::DuressCode),
        Kind::Flood => Some(Trigger::FloodSensor),
        Kind::Freeze => Some(Trigger::FreezeSensor),
    }
}
