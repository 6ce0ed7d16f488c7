//! Machines with one small fault each, made at the edge of the real one: what a careless change would do.

use mayday_protocol::call::{Fact, Password, Role, State as CallState};
use mayday_protocol::incident::{
    Code, Consequence, DispatchMessage, DispatchOrder, DispatchRequest, Event, Incident, Input, Order, Output,
    Receiver, State, Wake,
};
use mayday_protocol::plan::{Course, MayDispatch};
use mayday_protocol::{Kind, Time};

use super::common::POLICE;
use super::world::{CONTACTS, OTHER_PHONE, PHONE};

macro_rules! bugs {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(crate) enum Bug {
            $($(#[$doc])* $name,)*
        }

        impl Bug {
            pub(crate) const ALL: &[Self] = &[$(Self::$name),*];
        }
    };
}

bugs! {
    /// A call's own deadline never fires.
    LosesATimer,
    /// A call is told and not placed.
    SwallowsACall,
    /// A dispatch request is not handed to the worker.
    SwallowsARequest,
    /// The last contact of the list comes first.
    CallsInTheWrongOrder,
    /// A request goes out beside the first call.
    RequestsBeforeTheDecision,
    /// A cancel pressed after the five seconds counts.
    TakesALateCancel,
    /// The second contact is told as soon as the request is ordered.
    TellsBeforeTheStart,
    /// One request goes out twice under one key.
    DoublesAKey,
    /// A contact is called in duress.
    CallsInDuress,
    /// The base station speaks in duress.
    SpeaksInDuress,
    /// A cancel leaves the siren on.
    ForgetsTheSiren,
    /// Any password is the right one.
    TakesAWrongPassword,
    /// Whoever hangs up where he may choose has cancelled.
    TakesAHangUpForACancel,
    /// Whoever picks up has answered.
    TakesAPickUpForAnAnswer,
    /// Disarming cancels a slide.
    DisarmsASlide,
    /// Disarming is not heard.
    IgnoresADisarm,
    /// *Requested* is told when the attempt starts.
    SaysRequestedEarly,
    /// Thirty seconds without a confirmation are not told.
    NeverSaysNotConfirmed,
    /// Duress is not raised beside the incident.
    LosesDuress,
    /// A drill sends responders.
    DispatchesInADrill,
    /// A voicemail hears nothing.
    SwallowsAMessage,
    /// Nobody is sent, and nobody is told so.
    KeepsQuietThatNobodyWasSent,
    /// The first contact is called while the slide is held.
    CallsInTheHold,
    /// The call goes on after help was asked for.
    LeavesACallRunning,
    /// Any device may say *send now*.
    LetsAnyDeviceSendNow,
    /// The device's commit is not heard.
    LosesACommit,
    /// A further slide is not heard.
    LosesAFurtherSlide,
    /// A cancel that was to be passed on is not.
    PassesNothingOn,
}

/// The real machine, and what is done to its words.
#[derive(Clone)]
pub(crate) struct Machine {
    pub(crate) incident: Incident,
    bug: Option<Bug>,
}

const PROOF: Option<MayDispatch> = Course::Full.may_dispatch();

impl Machine {
    pub(crate) fn begin(incident: Incident, bug: Option<Bug>) -> (Self, Vec<Output>) {
        let mut machine = Self { incident, bug };
        let mut outputs = machine.drain(None);
        if bug == Some(Bug::CallsInTheHold) && matches!(machine.incident.state(), State::Held { .. }) {
            outputs.extend(machine.call(0, Role::Deciding));
        }
        (machine, outputs)
    }

    pub(crate) fn handle_input(&mut self, input: Input, now: Time) -> Vec<Output> {
        if let Some(heard) = self.hears(input) {
            self.incident.handle_input(heard, now);
        }
        self.drain(Some(input))
    }

    pub(crate) fn handle_timeout(&mut self, now: Time) -> Vec<Output> {
        let next = self.incident.poll_timeout(now);
        if !(self.bug == Some(Bug::LosesATimer) && matches!(next, Some((Wake::Call { .. }, _)))) {
            self.incident.handle_timeout(now);
        }
        self.drain(None)
    }

    /// What the machine takes an input for; `None`: it hears nothing.
    fn hears(&self, input: Input) -> Option<Input> {
        let Some(bug) = self.bug else { return Some(input) };
        let cancel = Input::Cancel { device: PHONE, cancelled_after_ms: 3_000, code: Code::Normal };
        let is_slid = self.incident.acceptance().trigger.is_none();
        match (bug, input) {
            (Bug::TakesALateCancel, Input::Cancel { .. }) => Some(cancel),
            (Bug::TakesAWrongPassword, Input::Call { call, fact: Fact::Password(Password::Wrong) }) => {
                Some(Input::Call { call, fact: Fact::Password(Password::Right) })
            }
            (Bug::TakesAHangUpForACancel, Input::Call { call, fact: Fact::HungUp }) if self.may_choose(call) => {
                Some(Input::Call { call, fact: Fact::Key('2') })
            }
            (Bug::DisarmsASlide, Input::Disarm { .. }) if is_slid => Some(cancel),
            (Bug::LetsAnyDeviceSendNow, Input::SendNow { device: OTHER_PHONE }) => {
                Some(Input::SendNow { device: PHONE })
            }
            (Bug::IgnoresADisarm, Input::Disarm { .. })
            | (Bug::LosesACommit, Input::Commit)
            | (Bug::LosesAFurtherSlide, Input::AlsoAsked { .. }) => None,
            (_, input) => Some(input),
        }
    }

    fn may_choose(&self, call: u16) -> bool {
        let chooses = |state: CallState| matches!(state, CallState::Deciding { .. });
        self.incident.active_calls().iter().any(|active| active.number == call && chooses(active.call.state()))
    }

    fn drain(&mut self, input: Option<Input>) -> Vec<Output> {
        let mut outputs: Vec<Output> = std::iter::from_fn(|| self.incident.poll_output()).collect();
        if let Some(bug) = self.bug {
            outputs.retain(|output| !swallows(bug, output));
            let more = self.says_too(bug, input, &outputs);
            outputs.extend(more);
        }
        outputs
    }

    /// What a faulty machine adds to what the real one has said.
    fn says_too(&self, bug: Bug, input: Option<Input>, outputs: &[Output]) -> Vec<Output> {
        let opens = |event: &Event| matches!(event, Event::HelpRequested { .. } | Event::AlarmRaised { .. });
        let opened = outputs.iter().any(|output| matches!(output, Output::Record(event) if opens(event)));
        let come =
            |output: &&Output| matches!(output, Output::Dispatch(DispatchOrder { message: DispatchMessage::Come, .. }));
        let kind = self.incident.acceptance().plan.kind;
        match bug {
            Bug::RequestsBeforeTheDecision if opened && kind == Kind::SosPolice => come_now(POLICE),
            Bug::TellsBeforeTheStart if outputs.iter().any(|output| come(&output)) => self.call(1, Role::Telling),
            Bug::DoublesAKey => outputs.iter().find(come).cloned().into_iter().collect(),
            Bug::CallsInDuress if opened && kind == Kind::Duress => self.call(0, Role::Telling),
            Bug::SpeaksInDuress if opened && kind == Kind::Duress => vec![Output::Order(Order::Announce)],
            Bug::TakesAPickUpForAnAnswer if matches!(input, Some(Input::Call { fact: Fact::PickedUp, .. })) => {
                vec![Output::Record(Event::Answered { contact: CONTACTS[0] })]
            }
            Bug::SaysRequestedEarly => {
                let Some(Input::DispatchStarted { request }) = input else { return vec![] };
                let (service, receiver) = (request.service, Receiver::Webhook);
                vec![Output::Record(Event::Requested { service, receiver })]
            }
            Bug::DispatchesInADrill => outputs.iter().flat_map(would_come).collect(),
            Bug::RequestsBeforeTheDecision
            | Bug::TellsBeforeTheStart
            | Bug::CallsInDuress
            | Bug::SpeaksInDuress
            | Bug::TakesAPickUpForAnAnswer
            | Bug::LosesATimer
            | Bug::SwallowsACall
            | Bug::SwallowsARequest
            | Bug::CallsInTheWrongOrder
            | Bug::TakesALateCancel
            | Bug::ForgetsTheSiren
            | Bug::TakesAWrongPassword
            | Bug::TakesAHangUpForACancel
            | Bug::DisarmsASlide
            | Bug::IgnoresADisarm
            | Bug::NeverSaysNotConfirmed
            | Bug::LosesDuress
            | Bug::SwallowsAMessage
            | Bug::KeepsQuietThatNobodyWasSent
            | Bug::CallsInTheHold
            | Bug::LeavesACallRunning
            | Bug::LetsAnyDeviceSendNow
            | Bug::LosesACommit
            | Bug::LosesAFurtherSlide
            | Bug::PassesNothingOn => vec![],
        }
    }

    fn call(&self, place: usize, role: Role) -> Vec<Output> {
        let Some(contact) = self.incident.acceptance().contacts.get(place).copied() else { return vec![] };
        vec![Output::Order(Order::PlaceCall { call: 99, contact }), Output::Record(Event::Calling { contact, role })]
    }
}

/// What a faulty machine does not say.
const fn swallows(bug: Bug, output: &Output) -> bool {
    match bug {
        Bug::SwallowsACall => matches!(output, Output::Order(Order::PlaceCall { .. })),
        Bug::SwallowsARequest => is_message(output, DispatchMessage::Come),
        Bug::PassesNothingOn => is_message(output, DispatchMessage::CancelAsked),
        Bug::ForgetsTheSiren => matches!(output, Output::Order(Order::StopSiren)),
        Bug::NeverSaysNotConfirmed => matches!(output, Output::Record(Event::NotConfirmed { .. })),
        Bug::LosesDuress => matches!(output, Output::Consequence(Consequence::Duress { .. })),
        Bug::SwallowsAMessage => matches!(output, Output::Order(Order::LeaveMessage { .. })),
        Bug::KeepsQuietThatNobodyWasSent => matches!(output, Output::Record(Event::NobodySent)),
        Bug::LeavesACallRunning => matches!(output, Output::Order(Order::EndCall { .. })),
        Bug::LosesATimer
        | Bug::CallsInTheWrongOrder
        | Bug::RequestsBeforeTheDecision
        | Bug::TakesALateCancel
        | Bug::TellsBeforeTheStart
        | Bug::DoublesAKey
        | Bug::CallsInDuress
        | Bug::SpeaksInDuress
        | Bug::TakesAWrongPassword
        | Bug::TakesAHangUpForACancel
        | Bug::TakesAPickUpForAnAnswer
        | Bug::DisarmsASlide
        | Bug::IgnoresADisarm
        | Bug::SaysRequestedEarly
        | Bug::DispatchesInADrill
        | Bug::CallsInTheHold
        | Bug::LetsAnyDeviceSendNow
        | Bug::LosesACommit
        | Bug::LosesAFurtherSlide => false,
    }
}

const fn is_message(output: &Output, wanted: DispatchMessage) -> bool {
    let Output::Dispatch(order) = output else { return false };
    matches!(
        (order.message, wanted),
        (DispatchMessage::Come, DispatchMessage::Come) | (DispatchMessage::CancelAsked, DispatchMessage::CancelAsked)
    )
}

fn come_now(request: DispatchRequest) -> Vec<Output> {
    PROOF.map(|proof| Output::Dispatch(DispatchOrder::new(request, DispatchMessage::Come, proof))).into_iter().collect()
}

fn would_come(output: &Output) -> Vec<Output> {
    let Output::Record(Event::WouldRequest { service }) = output else { return vec![] };
    come_now(DispatchRequest { service: *service, ..POLICE })
}
