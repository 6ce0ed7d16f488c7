//! A small closed world around one incident: contacts who answer in every way, a home that disarms, cancels and asks,
//! a receiver, a base station. Time moves only from one timer of the machine to the next, and two seconds on when a
//! person has to wait for the digits.

use std::hash::{Hash, Hasher};

use mayday_protocol::call::{Fact, Password, Role, State as CallState};
use mayday_protocol::incident::{
    Acceptance, ActiveCall, AgentFact, Code, DispatchState, Incident, Input, Output, Receiver, SirenFact, SirenStep,
    State,
};
use mayday_protocol::plan::{BurglarSetting, Course, ResponsePlan, Siren, Trigger};
use mayday_protocol::{ContactId, DeviceId, IncidentId, Kind, Service, SirenPlaces, Time};

use super::alarm::raise;
use super::bugs::{Bug, Machine};
use super::common::{at, eligible};
use super::left::left;
use super::past::Past;

pub(crate) const PHONE: DeviceId = DeviceId::from_random([8; 16]);
pub(crate) const OTHER_PHONE: DeviceId = DeviceId::from_random([9; 16]);
pub(crate) const OPEN_SOS: IncidentId = IncidentId::from_random([6; 16]);
pub(crate) const CONTACTS: [ContactId; 3] =
    [ContactId::from_random([1; 16]), ContactId::from_random([2; 16]), ContactId::from_random([3; 16])];
/// The entry delay of every home here.
pub(crate) const ENTRY_DELAY_MS: u64 = 30_000;
/// Spoken digits are heard from then on (M9).
const HEARD_MS: u64 = 2_000;

/// Which row of a plan table is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Subject {
    pub(crate) kind: Kind,
    pub(crate) setting: Option<BurglarSetting>,
    pub(crate) course: Course,
}

/// What differs between the homes that a row is carried out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Home {
    pub(crate) contacts: usize,
    /// Whether the home has chosen that the password is asked, or has an alarm (E6).
    pub(crate) asks_password: bool,
    pub(crate) base_station: bool,
    /// Whether anything is done beside what the plan expects: enough in the home that has everything.
    pub(crate) acts: bool,
    /// What raised it; `None`: a slide.
    pub(crate) trigger: Option<Trigger>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    /// The signal arrives.
    Begin,
    /// Time passes up to the next timer.
    Wait,
    /// Something happens to a call.
    Report(u16, Fact),
    /// A person picks up, listens, and presses the digits.
    Prove(u16),
    /// What belongs to the plan's own way.
    Plan(Input),
    /// What a home, a contact or the base station may do at any time.
    Home(Input),
    /// A burglar alarm of the same home.
    AnotherAlarm,
}

#[derive(Clone)]
pub(crate) struct World {
    pub(crate) subject: Subject,
    pub(crate) home: Home,
    pub(crate) now_ms: u64,
    pub(crate) machine: Machine,
    /// What a home may still do.
    pub(crate) acts_left: u8,
    /// Whether an alarm of its own was opened beside this one.
    pub(crate) own_incident: bool,
    pub(crate) past: Past,
}

/// One step of a world, as the rules see it.
pub(crate) struct Step<'a> {
    pub(crate) before: &'a World,
    pub(crate) act: Act,
    pub(crate) outputs: &'a [Output],
    pub(crate) after: &'a World,
}

impl World {
    /// The world before the signal and after it, and what was done at once.
    pub(crate) fn begin(
        subject: Subject,
        home: Home,
        plan: ResponsePlan,
        bug: Option<Bug>,
        acts: u8,
    ) -> (Self, Self, Vec<Output>) {
        let mut contacts = CONTACTS[..home.contacts].to_vec();
        if bug == Some(Bug::CallsInTheWrongOrder) {
            contacts.reverse();
        }
        let acceptance = Acceptance {
            incident: IncidentId::from_random([5; 16]),
            seed: 7,
            device: home.trigger.is_none().then_some(PHONE),
            trigger: home.trigger,
            plan,
            contacts,
            asks_password: home.asks_password,
            siren: home.base_station.then_some(SirenPlaces { keypad: true, cameras: true }),
        };
        let incident = match home.trigger {
            None => Incident::hold(eligible(), acceptance, 0, at(0)),
            Some(_) => raise(acceptance, ENTRY_DELAY_MS, at(0)),
        };
        let (machine, outputs) = Machine::begin(incident, bug);
        let acts = if home.acts { acts } else { 0 };
        let mut world =
            Self { subject, home, now_ms: 0, machine, acts_left: acts, own_incident: false, past: Past::default() };
        let before = world.clone();
        world.past.sees(&before, Act::Begin, &outputs, &world.machine.incident, world.now_ms);
        (before, world, outputs)
    }

    pub(crate) const fn now(&self) -> Time {
        at(self.now_ms)
    }

    pub(crate) const fn incident(&self) -> &Incident {
        &self.machine.incident
    }

    pub(crate) const fn state(&self) -> &State {
        self.incident().state()
    }

    /// Everything that can happen next.
    pub(crate) fn acts(&self) -> Vec<Act> {
        let mut acts = vec![];
        if self.incident().poll_timeout(self.now()).is_some() {
            acts.push(Act::Wait);
        }
        acts.extend(self.of_calls());
        acts.extend(self.of_requests());
        if self.calls_back() {
            return acts;
        }
        if matches!(self.state(), State::Held { .. }) && self.home.trigger.is_none() {
            acts.push(Act::Plan(Input::Commit));
        }
        if self.acts_left > 0 {
            acts.extend(self.of_the_home().into_iter().map(Act::Home));
            if !self.own_incident && self.subject.kind != Kind::Burglar && !matches!(self.state(), State::Held { .. }) {
                acts.push(Act::AnotherAlarm);
            }
        }
        acts
    }

    /// Telling calls and messages have nothing to do with each other: they come to their end in the order in which they
    /// were begun, and all of them at once when time passes. A call-back is over before a home does anything else.
    fn of_calls(&self) -> Vec<Act> {
        let calls = self.incident().active_calls();
        let (telling, others): (Vec<ActiveCall>, Vec<ActiveCall>) =
            calls.into_iter().partition(|active| active.call.role() == Role::Telling);
        let calls_back = self.calls_back();
        let of_calls = others.into_iter().filter(|active| !calls_back || active.call.role() == Role::CallBack);
        let mut acts: Vec<Act> = of_calls.flat_map(|active| self.of_a_call(&active)).collect();
        if !calls_back {
            acts.extend(telling.first().into_iter().flat_map(|active| self.of_a_call(active)));
            let mut spoken = self.incident().messages().iter().filter(|message| message.is_being_left());
            acts.extend(spoken.next().map(|message| Act::Report(message.call, Fact::MessageLeft)));
        }
        acts
    }

    /// Requests too: one after another.
    fn of_requests(&self) -> Option<Act> {
        self.incident().dispatches().iter().find_map(|dispatch| match dispatch.state {
            DispatchState::Ordered { .. } => Some(Act::Plan(Input::DispatchStarted { request: dispatch.request })),
            DispatchState::Started { .. } => {
                Some(Act::Plan(Input::DispatchConfirmed { request: dispatch.request, by: Receiver::Webhook }))
            }
            DispatchState::Confirmed => None,
        })
    }

    fn calls_back(&self) -> bool {
        self.incident().active_calls().iter().any(|active| active.call.role() == Role::CallBack)
    }

    fn of_a_call(&self, active: &ActiveCall) -> Vec<Act> {
        let deciding = active.call.role() == Role::Deciding;
        let report = |fact| Act::Report(active.number, fact);
        match active.call.state() {
            CallState::Dialing { .. } if deciding => {
                vec![report(Fact::Ringing), Act::Prove(active.number), report(Fact::Busy), report(Fact::Voicemail)]
            }
            CallState::Dialing { .. } => vec![Act::Prove(active.number), report(Fact::Busy), report(Fact::Voicemail)],
            CallState::Ringing { .. } => vec![report(Fact::PickedUp), report(Fact::Voicemail)],
            CallState::PickedUp { .. } => vec![],
            CallState::AskingPassword { .. } => {
                let mut acts = vec![report(Fact::Key('1'))];
                acts.extend([Password::Right, Password::Wrong, Password::Duress].map(|it| report(Fact::Password(it))));
                acts.extend([report(Fact::HungUp)]);
                if self.acts_left > 0 {
                    acts.push(Act::Home(Input::Call { call: active.number, fact: Fact::MoreTime }));
                }
                acts
            }
            CallState::Deciding { .. } => {
                ['1', '2'].map(|key| report(Fact::Key(key))).into_iter().chain([report(Fact::HungUp)]).collect()
            }
            CallState::Offering { .. } => vec![report(Fact::Key('0')), report(Fact::HungUp)],
            CallState::Ended(_) => vec![],
        }
    }

    fn of_the_home(&self) -> Vec<Input> {
        let codes = [Code::Normal, Code::Duress];
        let mut inputs: Vec<Input> = codes.map(|code| Input::Disarm { code }).into();
        inputs.extend(codes.map(|code| Input::CancelInApp { code }));
        inputs.extend([PHONE, OTHER_PHONE].map(|device| Input::SendNow { device }));
        inputs.extend(
            CONTACTS.iter().take(self.home.contacts.min(2)).map(|contact| Input::CallBack { contact: *contact }),
        );
        inputs.extend(
            [(3_000, Code::Normal), (5_000, Code::Normal), (3_000, Code::Duress)]
                .map(|(cancelled_after_ms, code)| Input::Cancel { device: PHONE, cancelled_after_ms, code }),
        );
        inputs.push(Input::Over);
        if self.incident().takes_in() {
            inputs.push(Input::AlsoAsked { service: Service::Medical, siren: Siren::Announces });
            inputs.push(Input::AlsoAsked { service: Service::Police, siren: Siren::Sounds });
        }
        if matches!(self.state(), State::Held { .. }) {
            inputs.push(Input::WouldJoin { incident: Some(OPEN_SOS) });
        }
        if matches!(self.state(), State::Contacting { .. }) {
            inputs.push(Input::Agent(AgentFact::SendsHelp));
        }
        if self.incident().is_unread() {
            inputs.push(Input::Read);
        }
        if let Some(siren) = self.incident().siren() {
            inputs.push(Input::Silence);
            inputs.extend(
                match siren.step {
                    SirenStep::Ordered => vec![SirenFact::Sounding, SirenFact::NotStarted],
                    SirenStep::Sounding | SirenStep::Stopping => vec![SirenFact::Silent],
                    SirenStep::Silent => vec![],
                }
                .into_iter()
                .map(Input::Siren),
            );
        }
        inputs
    }

    /// Takes a step.
    pub(crate) fn take(&self, act: Act) -> (Self, Vec<Output>) {
        let mut world = self.clone();
        let mut outputs = vec![];
        match act {
            Act::Begin => {}
            Act::Wait => {
                if let Some((_, timer)) = world.incident().poll_timeout(world.now()) {
                    world.now_ms += timer.remaining_ms(world.now());
                    outputs = world.machine.handle_timeout(world.now());
                }
            }
            Act::Report(call, fact) => outputs = world.hears(Input::Call { call, fact }),
            Act::Prove(call) => {
                outputs = world.hears(Input::Call { call, fact: Fact::PickedUp });
                world.now_ms += HEARD_MS;
                let active = world.incident().active_calls().into_iter().find(|active| active.number == call);
                for key in active.into_iter().flat_map(|active| active.call.digits().0) {
                    outputs.extend(world.hears(Input::Call { call, fact: Fact::Key(key) }));
                }
            }
            Act::Plan(input) => outputs = world.hears(input),
            Act::Home(input) => {
                world.acts_left -= 1;
                outputs = world.hears(input);
            }
            Act::AnotherAlarm => {
                world.acts_left -= 1;
                outputs = world.another_alarm();
            }
        }
        world.past.sees(self, act, &outputs, &world.machine.incident, world.now_ms);
        (world, outputs)
    }

    fn hears(&mut self, input: Input) -> Vec<Output> {
        self.machine.handle_input(input, self.now())
    }

    /// What the station does with a burglar alarm of the home: noted here, or an incident of its own (D9, G4).
    fn another_alarm(&mut self) -> Vec<Output> {
        let course = match self.incident().acceptance().plan.course {
            // What happens during a drill is real.
            Course::Drill => Course::Full,
            as_open @ (Course::Full | Course::Practice | Course::Unmonitored) => as_open,
        };
        if self.incident().notes(Kind::Burglar, course) {
            return self.hears(Input::AlsoTriggered { trigger: Trigger::GlassBreak });
        }
        self.own_incident = true;
        vec![]
    }
}

impl Hash for World {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        left(self.incident(), self.now()).hash(hasher);
        (self.acts_left, self.own_incident, &self.past).hash(hasher);
    }
}

/// The homes that a kind's row is carried out for.
pub(crate) fn homes(subject: Subject) -> Vec<Home> {
    let contacts = match subject.kind {
        Kind::Burglar | Kind::Flood | Kind::Freeze => 3,
        Kind::SosPolice
        | Kind::SosFire
        | Kind::SosMedical
        | Kind::SirenOnly
        | Kind::Smoke
        | Kind::CarbonMonoxide
        | Kind::Panic
        | Kind::Duress => {
            if subject.course == Course::Practice {
                3
            } else {
                2
            }
        }
    };
    let trigger = match subject.kind {
        Kind::SosPolice | Kind::SosFire | Kind::SosMedical | Kind::SirenOnly => None,
        Kind::Burglar => Some(Trigger::ContactSensor),
        Kind::Smoke => Some(Trigger::SmokeAlarm),
        Kind::CarbonMonoxide => Some(Trigger::CoAlarm),
        Kind::Panic => Some(Trigger::PanicButton),
        Kind::Duress => Some(Trigger::DuressCode),
        Kind::Flood => Some(Trigger::FloodSensor),
        Kind::Freeze => Some(Trigger::FreezeSensor),
    };
    let whole = Home { contacts, asks_password: true, base_station: true, acts: true, trigger };
    let mut homes = vec![
        whole,
        Home { contacts: contacts.min(2), asks_password: false, base_station: false, acts: false, ..whole },
        Home { contacts: 0, base_station: false, ..whole },
    ];
    // The keypad's buttons follow the SOS without a hold (I1).
    homes.extend(match subject.kind {
        Kind::SosFire => Some(Home { trigger: Some(Trigger::KeypadFire), base_station: false, ..whole }),
        Kind::SosMedical => Some(Home { trigger: Some(Trigger::KeypadMedical), base_station: false, ..whole }),
        Kind::SosPolice
        | Kind::SirenOnly
        | Kind::Burglar
        | Kind::Smoke
        | Kind::CarbonMonoxide
        | Kind::Panic
        | Kind::Duress
        | Kind::Flood
        | Kind::Freeze => None,
    });
    homes
}
