//! The siren beside an SOS and alone, and the verbal password in the deciding call.

mod common;

use mayday_protocol::call::{Digits, Fact, Password, State as CallState};
use mayday_protocol::incident::{
    Acceptance, DispatchRequest, Ending, Event, Incident, Input, Order, Output, SIREN_MS, SirenFact, SirenStep, State,
};
use mayday_protocol::plan::PLANS;
use mayday_protocol::{ContactId, DeviceId, IncidentId, Kind, SirenPlaces};

use common::{POLICE, at, eligible};

/// proves: C1, D1
#[test]
fn a_police_sos_sounds_the_siren_after_the_five_seconds_and_not_before() {
    let mut run = Run::held(Kind::SosPolice, Some(EVERYWHERE));
    assert_eq!(run.orders(), vec![]);
    run.input(Input::Commit, 5_000);
    let orders = run.orders();
    assert!(
        matches!(orders[..], [Order::SoundSiren { places: EVERYWHERE, ends }, Order::PlaceCall { .. }]
        if ends.remaining_ms(at(5_000)) == SIREN_MS),
        "{orders:?}"
    );
    assert!(!run.events().iter().any(|event| matches!(event, Event::SirenSounds { .. })), "nobody has confirmed it");
    run.input(Input::Siren(SirenFact::Sounding), 5_100);
    assert_eq!(run.events(), vec![Event::SirenSounds { places: EVERYWHERE }]);
}

/// proves: D2
#[test]
fn a_medical_sos_is_silent_and_the_base_station_says_that_help_was_requested() {
    let mut run = Run::committed(Kind::SosMedical, Some(EVERYWHERE));
    let orders = run.orders();
    assert!(matches!(orders[..], [Order::Announce, Order::PlaceCall { .. }]), "{orders:?}");
    assert_eq!(run.incident.siren(), None);
}

/// proves: D4
#[test]
fn a_home_without_a_base_station_orders_no_siren() {
    for kind in [Kind::SosPolice, Kind::SosFire, Kind::SosMedical] {
        let orders = Run::committed(kind, None).orders();
        assert!(matches!(orders[..], [Order::PlaceCall { .. }]), "{kind:?}: {orders:?}");
    }
}

/// proves: A3, D3
#[test]
fn a_siren_alone_calls_nobody_requests_nobody_and_is_over_when_it_is_silent() {
    let mut run = Run::committed(Kind::SirenOnly, Some(EVERYWHERE));
    assert!(matches!(run.orders()[..], [Order::SoundSiren { .. }]));
    run.input(Input::Siren(SirenFact::Sounding), 5_100);
    run.input(Input::Silence, 9_000);
    assert_eq!(run.orders(), vec![Order::StopSiren]);
    assert!(run.incident.is_open(), "silence is not confirmed");
    run.input(Input::Siren(SirenFact::Silent), 9_100);
    assert_eq!(run.incident.state(), &State::Closed(Ending::SirenOver));
}

/// proves: D6
#[test]
fn a_siren_stops_by_itself_after_its_set_time_and_an_unconfirmed_silence_stays_unconfirmed_until_then() {
    let mut run = Run::committed(Kind::SirenOnly, Some(EVERYWHERE));
    run.input(Input::Siren(SirenFact::Sounding), 5_100);
    run.input(Input::Silence, 6_000);
    assert_eq!(run.incident.siren().map(|siren| siren.step), Some(SirenStep::Stopping));
    run.incident.handle_timeout(at(5_000 + SIREN_MS - 1));
    assert!(run.incident.is_open());
    run.incident.handle_timeout(at(5_000 + SIREN_MS));
    assert_eq!(run.incident.state(), &State::Closed(Ending::SirenOver));
    assert!(run.events().contains(&Event::SirenEnded));
}

/// proves: D6
#[test]
fn silence_touches_neither_calls_nor_dispatch() {
    let mut run = Run::committed(Kind::SosFire, Some(EVERYWHERE));
    run.orders();
    run.input(Input::Silence, 6_000);
    assert_eq!(run.orders(), vec![Order::StopSiren]);
    assert_eq!(run.incident.active_calls().len(), 1);
    run.input(Input::Silence, 6_100);
    assert_eq!(run.orders(), vec![], "once is enough");
}

/// proves: C2, D6
#[test]
fn a_contacts_valid_cancel_silences_the_siren() {
    let mut run = Run::deciding(Kind::SosPolice);
    run.call(Fact::Password(Password::Right), 9_000);
    run.call(Fact::Key('2'), 10_000);
    assert_eq!(run.orders(), vec![Order::EndCall { call: 1 }, Order::StopSiren]);
    assert_eq!(run.incident.state(), &State::Closed(Ending::CancelledByContact));
    run.input(Input::Siren(SirenFact::Silent), 10_100);
    assert_eq!(run.events().last(), Some(&Event::SirenSilent));
}

/// proves: D8
#[test]
fn a_siren_that_the_base_station_did_not_start_is_told_as_not_started() {
    let mut run = Run::committed(Kind::SosPolice, Some(EVERYWHERE));
    run.input(Input::Siren(SirenFact::NotStarted), 40_000);
    assert!(run.events().contains(&Event::SirenNotStarted));
    assert_eq!(run.incident.siren().map(|siren| siren.step), Some(SirenStep::Silent));
}

/// proves: N2, N3, E8
#[test]
fn a_wrong_password_counts_as_not_answered_and_police_is_requested() {
    let mut run = Run::deciding(Kind::SosPolice);
    run.call(Fact::Password(Password::Wrong), 9_000);
    assert_eq!((run.orders(), run.dispatches()), (vec![Order::EndCall { call: 1 }], vec![POLICE]));
    assert!(run.events().contains(&Event::WrongPassword { contact: ANA }));
    run.input(Input::DispatchStarted { request: POLICE }, 9_100);
    let called: Vec<_> = run.orders().into_iter().collect();
    let ana_again = |order: &Order| matches!(order, Order::PlaceCall { contact, .. } if *contact == ANA);
    assert!(called.iter().any(ana_again), "E5: the first one again, for he had not answered");
}

/// proves: N2
#[test]
fn help_is_never_refused_for_lack_of_the_password() {
    let mut run = Run::deciding(Kind::SosPolice);
    run.call(Fact::Key('1'), 9_000);
    assert_eq!((run.orders(), run.dispatches()), (vec![Order::EndCall { call: 1 }], vec![POLICE]));
}

/// proves: N1
#[test]
fn a_telling_call_asks_for_no_password() {
    let mut run = Run::deciding(Kind::SosPolice);
    run.call(Fact::Key('1'), 9_000);
    run.input(Input::DispatchStarted { request: POLICE }, 9_100);
    run.input(Input::Call { call: 2, fact: Fact::PickedUp }, 10_000);
    run.press_digits(2, 13_000);
    assert!(run.events().contains(&Event::Told { contact: JON }));
}

const ANA: ContactId = ContactId::from_random([1; 16]);
const JON: ContactId = ContactId::from_random([2; 16]);
const EVERYWHERE: SirenPlaces = SirenPlaces { keypad: true, cameras: true };

struct Run {
    incident: Incident,
    orders: Vec<Order>,
    dispatches: Vec<DispatchRequest>,
    events: Vec<Event>,
}

impl Run {
    fn held(kind: Kind, siren: Option<SirenPlaces>) -> Self {
        let acceptance = Acceptance {
            incident: IncidentId::from_random([3; 16]),
            seed: 7,
            device: Some(DeviceId::from_random([4; 16])),
            trigger: None,
            plan: PLANS.full(kind).expect("the table has every kind"),
            contacts: vec![ANA, JON],
            asks_password: true,
            siren,
        };
        let incident = Incident::hold(eligible(), acceptance, 0, at(0));
        let mut run = Self { incident, orders: vec![], dispatches: vec![], events: vec![] };
        run.drain();
        run
    }

    fn committed(kind: Kind, siren: Option<SirenPlaces>) -> Self {
        let mut run = Self::held(kind, siren);
        run.input(Input::Commit, 5_000);
        run
    }

    /// The first contact has proven to be a person and is asked for the password; the siren sounds.
    fn deciding(kind: Kind) -> Self {
        let mut run = Self::committed(kind, Some(EVERYWHERE));
        run.input(Input::Siren(SirenFact::Sounding), 5_100);
        run.call(Fact::PickedUp, 5_200);
        run.press_digits(1, 8_000);
        let asked = run.incident.active_calls()[0].call.state();
        assert!(matches!(asked, CallState::AskingPassword { .. }), "{asked:?}");
        run.orders();
        run.events();
        run
    }

    fn press_digits(&mut self, number: u16, ms: u64) {
        let active = self.incident.active_calls().into_iter().find(|active| active.number == number);
        let Digits(digits) = active.expect("the call runs").call.digits();
        for key in digits {
            self.input(Input::Call { call: number, fact: Fact::Key(key) }, ms);
        }
    }

    fn call(&mut self, fact: Fact, ms: u64) {
        self.input(Input::Call { call: 1, fact }, ms);
    }

    fn input(&mut self, input: Input, ms: u64) {
        self.incident.handle_input(input, at(ms));
        self.drain();
    }

    fn drain(&mut self) {
        while let Some(output) = self.incident.poll_output() {
            match output {
                Output::Order(order) => self.orders.push(order),
                Output::Dispatch(order) => self.dispatches.push(order.request),
                Output::Consequence(consequence) => panic!("nothing here concerns another incident: {consequence:?}"),
                Output::Record(event) => self.events.push(event),
            }
        }
    }

    /// The orders since the last look.
    fn orders(&mut self) -> Vec<Order> {
        std::mem::take(&mut self.orders)
    }

    /// The dispatch requests since the last look.
    fn dispatches(&mut self) -> Vec<DispatchRequest> {
        std::mem::take(&mut self.dispatches)
    }

    /// The events since the last look.
    fn events(&mut self) -> Vec<Event> {
        self.drain();
        std::mem::take(&mut self.events)
    }
}
