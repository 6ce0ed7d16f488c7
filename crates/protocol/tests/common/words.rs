//! What machines hear and say, in the words of the stories.

use mayday_protocol::call::{Call, Digits, Fact, NotAnswered, Password, Role, State as CallState};
use mayday_protocol::incident::{
    AgentFact, CancelEffect, Code, CommittedBy, Consequence, DispatchMessage, DispatchOrder, DispatchRequest, Ending,
    Event, Incident, Input, Order, Receiver, SirenFact, State, Wake,
};
use mayday_protocol::plan::Trigger;
use mayday_protocol::{ContactId, Kind, Service};

pub(crate) const CONTACTS: [ContactId; 6] = [
    ContactId::from_random([1; 16]),
    ContactId::from_random([2; 16]),
    ContactId::from_random([3; 16]),
    ContactId::from_random([4; 16]),
    ContactId::from_random([5; 16]),
    ContactId::from_random([6; 16]),
];

pub(crate) fn input_words(incident: &Incident, input: Input) -> String {
    match input {
        Input::Hold { since_slide_ms } => format!("hold (slid {} ago)", seconds(since_slide_ms)),
        Input::Commit => "commit (the five seconds are over)".into(),
        Input::Cancel { cancelled_after_ms, .. } => {
            format!("cancel (pressed {} after the slide)", seconds(cancelled_after_ms))
        }
        Input::Call { call, fact } => report_words(incident, call, fact),
        Input::Siren(fact) => format!("the base station: {}", siren_words(fact)),
        Input::Silence => "silence asked".into(),
        Input::Disarm { code } => format!("disarmed with {}", code_words(code)),
        Input::CancelInApp { code } => format!("cancelled in the app with {}", code_words(code)),
        Input::SendNow { .. } => "the app: send help now".into(),
        Input::CallBack { contact } => format!("{} calls the station's number", contact_words(contact)),
        Input::WouldJoin { incident } => match incident {
            Some(_) => "another SOS of this address is open".into(),
            None => "no other SOS of this address is open".into(),
        },
        Input::AlsoAsked { service, .. } => format!("a further slide asks for {}", service_words(service)),
        Input::AlsoTriggered { trigger } => format!("another alarm of the home: {}", trigger_words(trigger)),
        Input::Agent(AgentFact::Waiting) => "the agents' desk has it".into(),
        Input::Agent(AgentFact::NoneSignedIn) => "no agent is signed in".into(),
        Input::Agent(AgentFact::Took) => "an agent takes it".into(),
        Input::Agent(AgentFact::SendsHelp) => "an agent sends help".into(),
        Input::DispatchStarted { request } => {
            format!("the first attempt to request {} starts", request_words(request))
        }
        Input::DispatchConfirmed { request, by } => {
            format!("{} accepts the request for {}", receiver_words(by), request_words(request))
        }
        Input::Read => "somebody of the household reads the notice".into(),
        Input::Over => "a person says that it is over".into(),
    }
}

fn report_words(incident: &Incident, call: u16, fact: Fact) -> String {
    if let Some(message) = incident.messages().iter().find(|message| message.call == call) {
        return format!("call {call}, {}: {}", contact_words(message.contact), message_words(fact));
    }
    let active = incident.active_calls().into_iter().find(|active| active.number == call);
    let active = active.expect("the call is running");
    format!("call {call}, {}: {}", contact_words(active.contact), fact_words(fact, &active.call))
}

fn fact_words(fact: Fact, call: &Call) -> String {
    match fact {
        Fact::Ringing => "it rings".into(),
        Fact::PickedUp => "somebody or something picks up".into(),
        Fact::Key('1') if chooses(call) => "key 1 (send help)".into(),
        Fact::Key('2') if chooses(call) && !call.offers_cancel() => "key 2 (cancel, which was not offered)".into(),
        Fact::Key('2') if chooses(call) => "key 2 (cancel)".into(),
        Fact::Key('0') if matches!(call.state(), CallState::Offering { .. }) => "key 0 (speak to an agent)".into(),
        Fact::Key(key) => {
            let Digits([first, second]) = call.digits();
            format!("key {key} (asked to press {first} {second})")
        }
        Fact::Password(Password::Right) => "the right password".into(),
        Fact::Password(Password::Wrong) => "a wrong password".into(),
        Fact::Password(Password::Duress) => "the duress password".into(),
        Fact::HungUp => "hung up".into(),
        Fact::Busy => "busy".into(),
        Fact::Voicemail => "a voicemail answers".into(),
        Fact::Failed => "the line fails".into(),
        Fact::InAnotherCall => "in another call of ours".into(),
        Fact::MessageLeft => message_words(fact).into(),
        Fact::MoreTime => "an agent on the line gives more time".into(),
    }
}

fn message_words(fact: Fact) -> &'static str {
    if fact == Fact::MessageLeft { "the message has been spoken" } else { "the line breaks during the message" }
}

const fn chooses(call: &Call) -> bool {
    matches!(call.state(), CallState::Deciding { .. } | CallState::AskingPassword { .. })
}

const fn siren_words(fact: SirenFact) -> &'static str {
    match fact {
        SirenFact::Sounding => "the siren sounds",
        SirenFact::Silent => "the siren is silent",
        SirenFact::Announced => "it has been said aloud",
        SirenFact::NotStarted => "the siren was not started",
    }
}

const fn code_words(code: Code) -> &'static str {
    match code {
        Code::Normal => "the code",
        Code::Duress => "the duress code",
    }
}

pub(crate) fn wake_words(wake: Wake, trigger: Option<Trigger>) -> String {
    match wake {
        Wake::ActByItself if trigger.is_some() => "the entry delay is over, and nobody has disarmed".into(),
        Wake::ActByItself => "seven seconds since the slide, and neither commit nor cancel".into(),
        Wake::Call { number } => format!("call {number} has reached its deadline"),
        Wake::DecidingEnds => "180 s since the first deciding call".into(),
        Wake::Message { number } => format!("the message in call {number} has reached its deadline"),
        Wake::Overdue => "the dispatch request was ordered five seconds ago and has not started".into(),
        Wake::Unconfirmed { request } => {
            format!("30 s since the attempt to request {}, and nobody has accepted it", request_words(request))
        }
        Wake::TellAgain { contact } => format!("two minutes since the last try of {}", contact_words(contact)),
        Wake::OfferEnds => "two hours since nobody was sent".into(),
        Wake::SirenEnds => "the siren's set time is over".into(),
        Wake::Close => "four hours since the dispatch request was ordered".into(),
    }
}

pub(crate) fn order_words(order: Order) -> String {
    match order {
        Order::PlaceCall { call, contact } => format!("call {}, as call {call}", contact_words(contact)),
        Order::EndCall { call } => format!("end call {call}"),
        Order::LeaveMessage { call } => format!("leave a message in call {call}"),
        Order::SoundSiren { .. } => "sound the siren".into(),
        Order::StopSiren => "silence the siren".into(),
        Order::Announce => "say aloud that help was requested".into(),
        Order::AskAgent { contact: None } => "put it before an agent".into(),
        Order::AskAgent { contact: Some(contact) } => format!("put {} through to an agent", contact_words(contact)),
    }
}

pub(crate) fn dispatch_words(order: &DispatchOrder) -> String {
    let DispatchRequest { service, asking } = order.request;
    match order.message {
        DispatchMessage::Come => format!("request dispatch of {}, asking {asking}", service_words(service)),
        DispatchMessage::CancelAsked => {
            format!("pass on that the household asks to cancel {}", request_words(order.request))
        }
    }
}

pub(crate) fn consequence_words(consequence: &Consequence) -> String {
    match consequence {
        Consequence::Duress { keep } if keep.is_empty() => "raise duress beside it, hidden".into(),
        Consequence::Duress { keep } => {
            let kept: Vec<&str> = keep.iter().map(|service| service_words(*service)).collect();
            format!("raise duress beside it, hidden; still asked for there: {}", kept.join(", "))
        }
        Consequence::Join { service, .. } => {
            format!("the SOS that is open takes this slide in: {}", service_words(*service))
        }
    }
}

pub(crate) fn event_words(event: Event) -> String {
    match event {
        Event::Held => "the station holds the signal and acts on nothing yet".into(),
        Event::EntryDelay { trigger } => format!("{}: the entry delay runs", trigger_words(trigger)),
        Event::AlarmRaised { trigger } => format!("an alarm: {}", trigger_words(trigger)),
        Event::AlsoTriggered { trigger } => format!("noted here: {}", trigger_words(trigger)),
        Event::NobodyCalled => "nobody was called; call 911".into(),
        Event::Disarmed { effect } => format!("disarmed: {}", effect_words(effect)),
        Event::CancelledInApp { effect } => format!("cancelled in the app: {}", effect_words(effect)),
        Event::SendNow => "help is asked for at once".into(),
        Event::StillNeedHelp => "the person who slid still needs help".into(),
        Event::NobodySent => "nobody answered; nobody was sent".into(),
        Event::DecidingOver => "the deciding calls have taken long enough".into(),
        Event::AlsoAsked { service } => format!("{} are asked for too", service_words(service)),
        Event::Joined { .. } => "this slide was taken in by the SOS that is open".into(),
        Event::CalledBack { contact } => format!("{} has called back", contact_words(contact)),
        Event::WouldRequest { service } => format!("a drill: this would have requested {}", service_words(service)),
        Event::AgentAsked { contact } => format!("{} asks for an agent", contact_words(contact)),
        Event::AgentWaiting => "the agents have been told".into(),
        Event::NoAgent => "no agent is signed in; call 911".into(),
        Event::AgentTook => "an agent has taken it".into(),
        Event::AgentSendsHelp => "an agent asks responders to come".into(),
        Event::Read => "the notice has been read".into(),
        Event::Ended { ending } => format!("it is over: {}", ending_words(ending)),
        Event::CancelledInHold => "cancelled in time".into(),
        Event::HelpRequested { by: CommittedBy::Device } => "help is requested".into(),
        Event::HelpRequested { by: CommittedBy::Station } => "help is requested, by the station itself".into(),
        Event::Calling { contact, role: Role::Deciding } => format!("calling {} (can decide)", contact_words(contact)),
        Event::Calling { contact, role: Role::Telling | Role::CallBack } => {
            format!("calling {} (to tell)", contact_words(contact))
        }
        Event::Ringing { contact } => format!("the phone of {} rings", contact_words(contact)),
        Event::Answered { contact } => format!("{} has answered", contact_words(contact)),
        Event::NotAnswered { contact, why } => {
            format!("{} has not answered: {}", contact_words(contact), why_words(why))
        }
        Event::MessageLeft { contact } => format!("a message is on the voicemail of {}", contact_words(contact)),
        Event::MessageNotLeft { contact } => {
            format!("no message could be left on the voicemail of {}", contact_words(contact))
        }
        Event::NoDecision { contact } => format!("{} answered and decided nothing", contact_words(contact)),
        Event::NobodyToCall => "there is nobody to call".into(),
        Event::ConfirmedBy { contact } => format!("{} asks for help", contact_words(contact)),
        Event::CancelledBy { contact } => format!("{} has cancelled", contact_words(contact)),
        Event::Requesting { service } => format!("{} are being requested", service_words(service)),
        Event::Requested { service, receiver } => {
            format!("{} are requested: {} has accepted", service_words(service), receiver_words(receiver))
        }
        Event::NotConfirmed { service } => {
            format!("the request for {} is not confirmed: call 911 yourself", service_words(service))
        }
        Event::Told { contact } => format!("{} has been told", contact_words(contact)),
        Event::WrongPassword { contact } => format!("{} did not know the password", contact_words(contact)),
        Event::SirenSounds { .. } => "the siren sounds".into(),
        Event::Silencing => "silence is asked of the base station".into(),
        Event::SirenSilent => "the siren is silent".into(),
        Event::SirenEnded => "the siren has ended by itself".into(),
        Event::SirenNotStarted => "the siren was not started".into(),
        Event::Announced => "the base station has said that help was requested".into(),
        Event::ClosedByStation => "the station ends the incident".into(),
    }
}

const fn effect_words(effect: CancelEffect) -> &'static str {
    match effect {
        CancelEffect::Nothing => "calls and dispatch go on",
        CancelEffect::Cancelled => "the alarm is cancelled",
        CancelEffect::PassedOn => "passed on to responders, not guaranteed",
        CancelEffect::SirenOnly => "the siren stops, and there was nothing else",
    }
}

const fn why_words(why: NotAnswered) -> &'static str {
    match why {
        NotAnswered::RangOut => "it rang until the deadline",
        NotAnswered::HungUp => "rejected or hung up",
        NotAnswered::Busy => "busy",
        NotAnswered::Voicemail => "voicemail",
        NotAnswered::NoKeyPressed => "nobody pressed the digits",
        NotAnswered::LineFailed => "the line failed",
        NotAnswered::InAnotherCall => "in another call of ours",
    }
}

pub(crate) fn state_words(state: &State) -> &'static str {
    match state {
        State::Held { .. } => "still held",
        State::Contacting { .. } => "still calling",
        State::Responding(responding) if responding.is_confirmed() => "still open",
        State::Responding(_) => "still open, the request is not accepted",
        State::NobodySent { .. } => "nobody was sent, and somebody still can be",
        State::SirenAlone => "still sounding",
        State::Joined { .. } => "taken in by the SOS that is open",
        State::Closed(ending) => ending_words(*ending),
    }
}

const fn ending_words(ending: Ending) -> &'static str {
    match ending {
        Ending::CancelledOnDevice => "cancelled on the phone",
        Ending::CancelledByContact => "cancelled by a contact",
        Ending::SirenOver => "the siren is over",
        Ending::ByStation => "ended by the station",
        Ending::ByPerson => "ended by a person",
        Ending::Disarmed => "cancelled with the home's code",
        Ending::NobodySent => "nobody was sent",
        Ending::Told => "everybody who was to be told was called",
        Ending::BeforeAnAgent => "before an agent",
        Ending::DrillOver => "the drill is over",
    }
}

pub(crate) fn contact_words(contact: ContactId) -> String {
    let place = CONTACTS.iter().position(|known| *known == contact);
    format!("contact {}", place.map_or(0, |place| place + 1))
}

const fn service_words(service: Service) -> &'static str {
    match service {
        Service::Police => "police",
        Service::Fire => "firefighters",
        Service::Medical => "paramedics",
    }
}

fn request_words(request: DispatchRequest) -> String {
    match request.asking {
        1 => service_words(request.service).into(),
        asking => format!("{}, asking {asking}", service_words(request.service)),
    }
}

const fn receiver_words(receiver: Receiver) -> &'static str {
    match receiver {
        Receiver::DispatchLog => "the dispatch log",
        Receiver::Webhook => "the webhook",
    }
}

const fn trigger_words(trigger: Trigger) -> &'static str {
    match trigger {
        Trigger::ContactSensor => "a door or window was opened",
        Trigger::MotionDetector => "something moved",
        Trigger::GlassBreak => "glass broke",
        Trigger::SmokeListener => "a listener heard a smoke alarm",
        Trigger::SmokeAlarm => "a smoke alarm",
        Trigger::CoListener => "a listener heard a carbon monoxide alarm",
        Trigger::CoAlarm => "a carbon monoxide alarm",
        Trigger::PanicButton => "the panic button",
        Trigger::KeypadPanic => "the keypad's panic keys",
        Trigger::KeypadPolice => "the keypad's police button",
        Trigger::KeypadFire => "the keypad's fire button",
        Trigger::KeypadMedical => "the keypad's medical button",
        Trigger::DuressCode => "the duress code",
        Trigger::DuressPassword => "the duress password",
        Trigger::FloodSensor => "water where none should be",
        Trigger::FreezeSensor => "pipes that may freeze",
    }
}

pub(crate) const fn kind_words(kind: Kind) -> &'static str {
    match kind {
        Kind::SosPolice => "SOS police",
        Kind::SosFire => "SOS fire",
        Kind::SosMedical => "SOS medical",
        Kind::SirenOnly => "Siren only",
        Kind::Burglar => "Burglar",
        Kind::Smoke => "Smoke",
        Kind::CarbonMonoxide => "Carbon monoxide",
        Kind::Panic => "Panic",
        Kind::Duress => "Duress",
        Kind::Flood => "Flood",
        Kind::Freeze => "Freeze",
    }
}

pub(crate) fn seconds(ms: u64) -> String {
    format!("{}.{:03} s", ms / 1_000, ms % 1_000)
}
