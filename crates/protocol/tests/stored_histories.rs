//! What an earlier version of the machine has written loads, and goes on (DESIGN §4).
#![cfg(feature = "serde")]

use mayday_protocol::call::{Fact, Password};
use mayday_protocol::incident::{DispatchRequest, Ending, Event, Incident, Input, Order, Output, Receiver, State};
use mayday_protocol::signal::Record;
use mayday_protocol::{BootId, Service, Time};

/// proves: E1
#[test]
fn every_state_that_version_2_has_stored_loads_and_is_written_again_without_loss() {
    for stored in [HELD, CONTACTING, RESPONDING] {
        let record = load(stored);
        let again = serde_json::to_string(&record).expect("a record can be stored");
        assert_eq!(load(&again), record);
    }
}

/// proves: E1, E2
#[test]
fn an_incident_that_version_2_held_is_committed_and_calls_the_first_contact() {
    let mut record = load(HELD);
    record.handle_input(Input::Commit, at(5_030));
    assert!(outputs(&mut record).iter().any(|output| matches!(output, Output::Order(Order::PlaceCall { .. }))));
}

/// proves: E3, M2
#[test]
fn a_call_that_version_2_had_placed_may_reach_a_voicemail() {
    let mut record = load(CONTACTING);
    record.handle_input(Input::Call { call: 1, fact: Fact::Voicemail }, at(9_000));
    let outputs = outputs(&mut record);
    assert!(outputs.contains(&Output::Order(Order::LeaveMessage { call: 1 })), "{outputs:?}");
    assert!(outputs.iter().any(|output| matches!(output, Output::Dispatch(_))));
}

/// proves: M10
#[test]
fn tellings_that_version_2_had_begun_go_on_to_their_last_try() {
    let mut record = load(RESPONDING);
    record.handle_timeout(at(129_300));
    let outputs = outputs(&mut record);
    let told_again = |output: &Output| matches!(output, Output::Record(Event::Calling { .. }));
    assert_eq!(outputs.iter().filter(|output| told_again(output)).count(), 1, "{outputs:?}");
    assert!(matches!(record.incident().expect("an incident").state(), State::Responding(_)));
}

/// proves: E1
#[test]
fn every_state_that_version_3_has_stored_loads_and_is_written_again_without_loss() {
    for stored in [V3_HELD, V3_CONTACTING, V3_RESPONDING, V3_SIREN_ALONE, V3_CLOSED] {
        let record = load(stored);
        let again = serde_json::to_string(&record).expect("a record can be stored");
        assert_eq!(load(&again), record);
    }
}

/// proves: C3, N1
#[test]
fn a_contact_whom_version_3_had_on_the_line_gives_the_password_and_cancels() {
    let mut record = load(V3_CONTACTING);
    record.handle_input(Input::Call { call: 1, fact: Fact::Password(Password::Right) }, at(12_000));
    record.handle_input(Input::Call { call: 1, fact: Fact::Key('2') }, at(13_000));
    let outputs = outputs(&mut record);
    assert!(outputs.contains(&Output::Order(Order::StopSiren)), "{outputs:?}");
    assert_eq!(record.incident().map(Incident::state), Some(&State::Closed(Ending::CancelledByContact)));
}

/// proves: E3, Q2
#[test]
fn a_request_that_version_3_had_started_is_confirmed_under_its_key() {
    let mut record = load(V3_RESPONDING);
    let request = DispatchRequest { service: Service::Medical, asking: 1 };
    assert!(record.incident().is_some_and(|incident| incident.dispatch_stands(request)));
    record.handle_input(Input::DispatchConfirmed { request, by: Receiver::Webhook }, at(21_000));
    let requested = Event::Requested { service: Service::Medical, receiver: Receiver::Webhook };
    assert!(outputs(&mut record).contains(&Output::Record(requested)));
}

/// proves: D3, D6
#[test]
fn a_siren_that_version_3_had_sounding_ends_after_its_set_time() {
    let mut record = load(V3_SIREN_ALONE);
    record.handle_timeout(at(605_030));
    assert_eq!(record.incident().map(Incident::state), Some(&State::Closed(Ending::SirenOver)));
}

const HELD: &str = include_str!("stored/version_2_held.json");
const CONTACTING: &str = include_str!("stored/version_2_contacting.json");
const RESPONDING: &str = include_str!("stored/version_2_responding.json");
const V3_HELD: &str = include_str!("stored/version_3_held.json");
const V3_CONTACTING: &str = include_str!("stored/version_3_contacting.json");
const V3_RESPONDING: &str = include_str!("stored/version_3_responding.json");
const V3_SIREN_ALONE: &str = include_str!("stored/version_3_siren_alone.json");
const V3_CLOSED: &str = include_str!("stored/version_3_closed.json");

/// `ms` after the slide, on the boot that the stored states were written on.
const fn at(ms: u64) -> Time {
    Time::from_clocks(BootId(1), (1_000_000 + ms) * 1_000, 0)
}

fn load(stored: &str) -> Record {
    serde_json::from_str(stored).expect("what was stored loads")
}

fn outputs(record: &mut Record) -> Vec<Output> {
    std::iter::from_fn(|| record.poll_output()).collect()
}
