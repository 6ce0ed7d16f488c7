//! SOS police, told as stories: what comes in, which timer fires, what is ordered, what is said.
//!
//! Each story is one file in `snapshots/`, to be read and judged without reading any Rust. The home
//! has two contacts; the slide is at +0.000 s.

mod common;

use std::fmt::Write as _;

use mayday_protocol::call::{Call, Digits, Fact, NotAnswered, Role, State as CallState};
use mayday_protocol::incident::{
    Acceptance, CommittedBy, DispatchState, Ending, Event, Incident, Input, Order, Output, Receiver, State, Wake,
};
use mayday_protocol::plan::PLANS;
use mayday_protocol::{ContactId, DeviceId, IncidentId, Kind, Service};

use common::{at, eligible};

/// proves: E2, E3, E5, M10
#[test]
fn the_first_contact_ignores_the_call() {
    let mut story = Story::committed("the first contact ignores the call");
    story.call(1, Fact::Ringing, 6_200);
    story.call(1, Fact::HungUp, 19_000);
    story.responders_are_asked(19_100);
    story.tell_at_once(2, 20_000);
    story.tell_at_once(3, 26_000);
    story.ends_as("police_first_contact_ignores");
}

/// proves: C4, E4, E5, M6
#[test]
fn the_first_contact_answers_and_asks_for_help() {
    let mut story = Story::answered("the first contact answers and asks for help");
    story.call(1, Fact::Key('1'), 14_000);
    story.responders_are_asked(14_100);
    story.tell_at_once(2, 16_000);
    story.ends_as("police_first_contact_asks_for_help");
}

/// proves: C3, C4
#[test]
fn the_first_contact_answers_and_cancels() {
    let mut story = Story::answered("the first contact answers and cancels");
    story.call(1, Fact::Key('2'), 14_000);
    story.ends_as("police_first_contact_cancels");
}

/// proves: E3, M6
#[test]
fn the_first_contact_picks_up_and_presses_no_key() {
    let mut story = Story::committed("the first contact picks up and presses no key");
    story.call(1, Fact::Ringing, 6_200);
    story.call(1, Fact::PickedUp, 9_000);
    story.until(34_000);
    story.responders_are_asked(34_100);
    story.tell_at_once(2, 36_000);
    story.tell_at_once(3, 42_000);
    story.ends_as("police_first_contact_presses_no_key");
}

/// proves: E3, E5, M2, M10
#[test]
fn a_voicemail_takes_every_call() {
    let mut story = Story::committed("a voicemail takes every call");
    story.call(1, Fact::Voicemail, 12_000);
    story.responders_are_asked(12_100);
    story.call(2, Fact::Voicemail, 18_000);
    story.call(1, Fact::MessageLeft, 31_000);
    story.call(3, Fact::Voicemail, 36_000);
    story.call(4, Fact::Voicemail, 140_000);
    story.call(5, Fact::Voicemail, 157_000);
    story.call(4, Fact::MessageLeft, 160_000);
    story.call(5, Fact::MessageLeft, 178_000);
    story.ends_as("police_voicemail");
}

/// proves: M2, Q2
#[test]
fn the_recording_on_the_first_contacts_voicemail_never_ends() {
    let mut story = Story::committed("the recording on the first contact's voicemail never ends");
    story.call(1, Fact::Voicemail, 12_000);
    story.responders_are_asked(12_100);
    story.tell_at_once(2, 14_000);
    story.until(72_000);
    story.tell_at_once(3, 74_000);
    story.ends_as("police_recording_never_ends");
}

/// proves: E3, M9
#[test]
fn the_first_contacts_line_fails() {
    let mut story = Story::committed("the first contact's line fails");
    story.call(1, Fact::Failed, 5_400);
    story.responders_are_asked(5_500);
    story.call(3, Fact::Failed, 6_200);
    story.tell_at_once(2, 8_000);
    story.tell_at_once(4, 129_000);
    story.ends_as("police_first_contacts_line_fails");
}

/// proves: E3, E5, M9, M10
#[test]
fn the_first_contact_is_in_another_call_of_the_station() {
    let mut story = Story::committed("the first contact is in another call of the station");
    story.call(1, Fact::InAnotherCall, 5_040);
    story.input(Input::DispatchStarted, 5_100);
    story.call(3, Fact::InAnotherCall, 5_110);
    story.input(Input::DispatchConfirmed { by: Receiver::Webhook }, 5_700);
    story.tell_at_once(2, 8_000);
    story.tell_at_once(4, 127_000);
    story.ends_as("police_first_contact_in_another_call");
}

/// proves: E3, M6
#[test]
fn the_first_contact_hangs_up_in_the_first_second() {
    let mut story = Story::committed("the first contact picks up and hangs up before the digits could be spoken");
    story.call(1, Fact::Ringing, 6_200);
    story.call(1, Fact::PickedUp, 9_000);
    story.call(1, Fact::HungUp, 9_400);
    story.responders_are_asked(9_500);
    story.tell_at_once(2, 12_000);
    story.tell_at_once(3, 18_000);
    story.ends_as("police_first_contact_hangs_up_at_once");
}

/// proves: E5, M10
#[test]
fn nobody_is_reached_by_any_telling_call() {
    let mut story = Story::committed("nobody is reached, by any of the calls");
    story.call(1, Fact::Ringing, 6_200);
    story.call(1, Fact::HungUp, 9_000);
    story.responders_are_asked(9_100);
    story.call(2, Fact::Busy, 9_800);
    story.call(3, Fact::Ringing, 9_900);
    story.call(4, Fact::Voicemail, 130_000);
    story.call(4, Fact::MessageLeft, 150_000);
    story.call(5, Fact::HungUp, 160_000);
    story.ends_as("police_nobody_is_reached");
}

/// proves: E3, M9
#[test]
fn the_first_contacts_line_is_busy() {
    let mut story = Story::committed("the first contact's line is busy");
    story.call(1, Fact::Busy, 6_200);
    story.responders_are_asked(6_300);
    story.tell_at_once(2, 8_000);
    story.tell_at_once(3, 15_000);
    story.ends_as("police_first_contact_is_busy");
}

/// proves: E3, M1
#[test]
fn the_first_contacts_phone_rings_out() {
    let mut story = Story::committed("the first contact's phone rings until the station gives up");
    story.call(1, Fact::Ringing, 6_200);
    story.until(34_200);
    story.responders_are_asked(34_300);
    story.tell_at_once(2, 36_000);
    story.call(3, Fact::Ringing, 41_500);
    story.ends_as("police_first_contact_rings_out");
}

/// proves: E8
#[test]
fn the_first_contact_hangs_up_after_the_key_press() {
    let mut story = Story::answered("the first contact presses the digits and hangs up");
    story.call(1, Fact::HungUp, 15_000);
    story.responders_are_asked(15_100);
    story.tell_at_once(2, 17_000);
    story.tell_at_once(3, 23_000);
    story.ends_as("police_first_contact_hangs_up");
}

/// proves: E8
#[test]
fn the_first_contact_says_nothing_after_the_key_press() {
    let mut story = Story::answered("the first contact presses the digits and then nothing for 60 s");
    story.until(72_000);
    story.responders_are_asked(72_100);
    story.tell_at_once(2, 74_000);
    story.tell_at_once(3, 80_000);
    story.ends_as("police_first_contact_stays_silent");
}

/// proves: C2
#[test]
fn the_person_cancels_in_the_hold() {
    let mut story = Story::held(&[CONTACT_1, CONTACT_2], "the person cancels within the five seconds");
    story.input(Input::Cancel { device: PHONE, cancelled_after_ms: 3_100 }, 3_140);
    story.input(Input::Hold { since_slide_ms: 520 }, 3_900);
    story.input(Input::Commit, 5_200);
    story.ends_as("police_cancelled_in_the_hold");
}

/// proves: C5, E2
#[test]
fn the_station_commits_by_itself() {
    let mut story = Story::held(&[CONTACT_1, CONTACT_2], "the phone is smashed after the slide");
    story.until(7_000);
    story.call(1, Fact::Ringing, 8_200);
    story.call(1, Fact::PickedUp, 11_000);
    story.press_the_digits(1, 14_000);
    story.call(1, Fact::Key('1'), 17_000);
    story.responders_are_asked(17_100);
    story.tell_at_once(2, 19_000);
    story.ends_as("police_station_commits_by_itself");
}

/// proves: E3, P2
#[test]
fn the_home_has_no_contacts() {
    let mut story = Story::held(&[], "the home has no contacts");
    story.input(Input::Commit, 5_030);
    story.responders_are_asked(5_100);
    story.ends_as("police_no_contacts");
}

/// proves: Q2
#[test]
fn the_receiver_does_not_confirm_for_30_seconds() {
    let mut story = Story::answered("the receiving side accepts only after 50 s");
    story.call(1, Fact::Key('1'), 14_000);
    story.input(Input::DispatchStarted, 14_100);
    story.tell_at_once(2, 16_000);
    story.until(44_100);
    story.input(Input::DispatchConfirmed { by: Receiver::Webhook }, 64_000);
    story.ends_as("police_receiver_confirms_late");
}

const PHONE: DeviceId = DeviceId::from_random([9; 16]);
const CONTACT_1: ContactId = ContactId::from_random([1; 16]);
const CONTACT_2: ContactId = ContactId::from_random([2; 16]);
const DAY: u64 = 24 * 3_600_000;

struct Story {
    incident: Incident,
    now_ms: u64,
    text: String,
}

impl Story {
    fn held(contacts: &[ContactId], title: &str) -> Self {
        let acceptance = Acceptance {
            incident: IncidentId::from_random([3; 16]),
            seed: 7,
            device: Some(PHONE),
            trigger: None,
            plan: PLANS.full(Kind::SosPolice).expect("the table has SOS police"),
            contacts: contacts.to_vec(),
            asks_password: false,
            siren: None,
        };
        let incident = Incident::hold(eligible(), acceptance, 20, at(20));
        let mut story = Self { incident, now_ms: 20, text: format!("SOS police: {title}\n\n") };
        story.line("in", "hold (slid 0.020 s ago)");
        story.drain();
        story
    }

    fn committed(title: &str) -> Self {
        let mut story = Self::held(&[CONTACT_1, CONTACT_2], title);
        story.input(Input::Commit, 5_030);
        story
    }

    fn answered(title: &str) -> Self {
        let mut story = Self::committed(title);
        story.call(1, Fact::Ringing, 6_200);
        story.call(1, Fact::PickedUp, 9_000);
        story.press_the_digits(1, 12_000);
        story
    }

    fn responders_are_asked(&mut self, ms: u64) {
        self.input(Input::DispatchStarted, ms);
        self.input(Input::DispatchConfirmed { by: Receiver::Webhook }, ms + 600);
    }

    /// A telling call that reaches a person on the first ring.
    fn tell_at_once(&mut self, call: u16, ms: u64) {
        self.call(call, Fact::Ringing, ms);
        self.call(call, Fact::PickedUp, ms + 1_000);
        self.press_the_digits(call, ms + 4_000);
    }

    fn press_the_digits(&mut self, call: u16, ms: u64) {
        let active = self.incident.active_calls().into_iter().find(|active| active.number == call);
        for key in active.expect("the call is running").call.digits().0 {
            self.call(call, Fact::Key(key), ms);
        }
    }

    fn call(&mut self, call: u16, fact: Fact, ms: u64) {
        self.input(Input::Call { call, fact }, ms);
    }

    fn input(&mut self, input: Input, ms: u64) {
        self.until(ms);
        self.line("in", &input_words(&self.incident, input));
        self.incident.handle_input(input, at(ms));
        self.drain();
    }

    fn until(&mut self, ms: u64) {
        assert!(ms >= self.now_ms, "a story goes forward");
        while let Some((wake, due_ms)) = self.wakes_at().filter(|(_, due_ms)| *due_ms <= ms) {
            self.now_ms = due_ms;
            self.line("timer", &wake_words(wake));
            self.incident.handle_timeout(at(due_ms));
            self.drain();
        }
        self.now_ms = ms;
    }

    fn wakes_at(&self) -> Option<(Wake, u64)> {
        let now = at(self.now_ms);
        self.incident.poll_timeout(now).map(|(wake, timer)| (wake, self.now_ms + timer.remaining_ms(now)))
    }

    fn drain(&mut self) {
        while let Some(output) = self.incident.poll_output() {
            let (lane, words) = match output {
                Output::Order(order) => ("out", order_words(order)),
                Output::Record(event) => ("says", event_words(event)),
            };
            writeln!(self.text, "{:13}{lane:7}{words}", "").expect("a text can grow");
        }
    }

    fn line(&mut self, lane: &str, words: &str) {
        let clock = format!("+{}.{:03} s", self.now_ms / 1_000, self.now_ms % 1_000);
        writeln!(self.text, "{clock:13}{lane:7}{words}").expect("a text can grow");
    }

    /// Lets a day pass, and compares the story with the one that was approved.
    fn ends_as(mut self, name: &str) {
        self.until(DAY);
        writeln!(self.text, "\nThe end: {}.", state_words(self.incident.state())).expect("a text can grow");
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, self.text);
        });
    }
}

fn input_words(incident: &Incident, input: Input) -> String {
    match input {
        Input::Hold { since_slide_ms } => format!("hold (slid {} ago)", seconds(since_slide_ms)),
        Input::Commit => "commit (the five seconds are over)".into(),
        Input::Cancel { cancelled_after_ms, .. } => {
            format!("cancel (pressed {} after the slide)", seconds(cancelled_after_ms))
        }
        Input::Call { call, fact } => {
            if let Some(message) = incident.messages().iter().find(|message| message.call == call) {
                return format!("call {call}, {}: {}", contact_words(message.contact), message_words(fact));
            }
            let active = incident.active_calls().into_iter().find(|active| active.number == call);
            let active = active.expect("the call is running");
            format!("call {call}, {}: {}", contact_words(active.contact), fact_words(fact, &active.call))
        }
        Input::Siren(fact) => format!("the base station: {fact:?}"),
        Input::Silence => "silence asked".into(),
        Input::DispatchStarted => "the first dispatch attempt starts".into(),
        Input::DispatchConfirmed { by } => format!("{} accepts the dispatch request", receiver_words(by)),
    }
}

fn fact_words(fact: Fact, call: &Call) -> String {
    match fact {
        Fact::Ringing => "it rings".into(),
        Fact::PickedUp => "somebody or something picks up".into(),
        Fact::Key('1') if is_deciding(call) => "key 1 (send help)".into(),
        Fact::Key('2') if is_deciding(call) => "key 2 (cancel)".into(),
        Fact::Key(key) => {
            let Digits([first, second]) = call.digits();
            format!("key {key} (asked to press {first} {second})")
        }
        Fact::Password(found) => format!("a password, {found:?}"),
        Fact::HungUp => "hung up".into(),
        Fact::Busy => "busy".into(),
        Fact::Voicemail => "a voicemail answers".into(),
        Fact::Failed => "the line fails".into(),
        Fact::InAnotherCall => "in another call of ours".into(),
        Fact::MessageLeft => message_words(fact).into(),
    }
}

fn message_words(fact: Fact) -> &'static str {
    if fact == Fact::MessageLeft { "the message has been spoken" } else { "the line breaks during the message" }
}

const fn is_deciding(call: &Call) -> bool {
    matches!(call.state(), CallState::Deciding { .. })
}

fn wake_words(wake: Wake) -> String {
    match wake {
        Wake::ActByItself => "seven seconds since the slide, and neither commit nor cancel".into(),
        Wake::Call { number } => format!("call {number} has reached its deadline"),
        Wake::Message { number } => format!("the message in call {number} has reached its deadline"),
        Wake::Overdue => "the dispatch request was ordered five seconds ago and has not started".into(),
        Wake::Unconfirmed => "30 s since the dispatch attempt, and nobody has accepted it".into(),
        Wake::TellAgain { contact } => format!("two minutes since the last try of {}", contact_words(contact)),
        Wake::SirenEnds => "ten minutes since the siren was ordered".into(),
        Wake::Close => "four hours since the dispatch request was ordered".into(),
    }
}

fn order_words(order: Order) -> String {
    match order {
        Order::PlaceCall { call, contact } => format!("call {}, as call {call}", contact_words(contact)),
        Order::EndCall { call } => format!("end call {call}"),
        Order::LeaveMessage { call } => format!("leave a message in call {call}"),
        Order::SoundSiren { .. } => "sound the siren".into(),
        Order::StopSiren => "silence the siren".into(),
        Order::Announce => "say aloud that help was requested".into(),
        Order::RequestDispatch { service, asking } => {
            format!("request dispatch of {}, asking {asking}", service_words(service))
        }
    }
}

fn event_words(event: Event) -> String {
    match event {
        Event::Held => "the station holds the signal and acts on nothing yet".into(),
        Event::CancelledInHold => "cancelled in time".into(),
        Event::HelpRequested { by: CommittedBy::Device } => "help is requested".into(),
        Event::HelpRequested { by: CommittedBy::Station } => "help is requested, by the station itself".into(),
        Event::Calling { contact, role: Role::Deciding } => {
            format!("calling {} (can decide)", contact_words(contact))
        }
        Event::Calling { contact, role: Role::Telling } => format!("calling {} (to tell)", contact_words(contact)),
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

const fn state_words(state: &State) -> &'static str {
    match state {
        State::Held { .. } => "still held",
        State::Contacting { .. } => "still calling",
        State::Responding(responding) => match responding.dispatch {
            DispatchState::Ordered { .. } | DispatchState::Started { .. } => "still open, the request is not accepted",
            DispatchState::Confirmed => "still open",
        },
        State::Closed(Ending::CancelledOnDevice) => "cancelled on the phone",
        State::Closed(Ending::CancelledByContact) => "cancelled by a contact",
        State::SirenAlone => "still sounding",
        State::Closed(Ending::SirenOver) => "the siren is over",
        State::Closed(Ending::ByStation) => "ended by the station",
    }
}

fn contact_words(contact: ContactId) -> &'static str {
    if contact == CONTACT_1 { "contact 1" } else { "contact 2" }
}

const fn service_words(service: Service) -> &'static str {
    match service {
        Service::Police => "police",
        Service::Fire => "the fire department",
        Service::Medical => "an ambulance",
    }
}

const fn receiver_words(receiver: Receiver) -> &'static str {
    match receiver {
        Receiver::DispatchLog => "the dispatch log",
        Receiver::Webhook => "the webhook",
    }
}

fn seconds(ms: u64) -> String {
    format!("{}.{:03} s", ms / 1_000, ms % 1_000)
}
