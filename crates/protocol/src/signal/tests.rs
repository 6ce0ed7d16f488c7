//! A record does what the machine inside it does, and a tombstone does nothing.

use super::*;
use crate::call::Fact;
use crate::eligibility::tests::eligible;
use crate::ids::{ContactId, DeviceId, IncidentId};
use crate::incident::Order;
use crate::plan::{Kind, PLANS};
use crate::readiness_call::{CALL, Stage};
use crate::time::BootId;

const ANA: ContactId = ContactId::from_random([4; 16]);

const fn at(ms: u64) -> Time {
    Time::from_clocks(BootId(1), (1_000_000 + ms) * 1_000, 0)
}

fn held() -> Record {
    let acceptance = Acceptance {
        incident: IncidentId::from_random([1; 16]),
        seed: 7,
        device: Some(DeviceId::from_random([2; 16])),
        trigger: None,
        plan: PLANS.full(Kind::SosPolice).expect("the table has every kind"),
        contacts: vec![ANA],
        asks_password: false,
        siren: None,
    };
    Record::accept(eligible(), acceptance, 0, at(0))
}

fn drained(record: &mut Record) -> usize {
    std::iter::from_fn(|| record.poll_output()).count()
}

/// proves: C5, C1
#[test]
fn the_record_of_a_slide_is_its_incident() {
    let mut record = held();
    assert!(record.incident().is_some() && record.readiness_call().is_none());
    assert_eq!(record.poll_timeout(at(0)), Some(Timer::new(at(0), 7_000)));
    assert!(drained(&mut record) > 0);
    record.handle_timeout(at(7_000));
    assert!(matches!(record.standing(at(7_000)), Standing::Committed { .. }), "it acts by itself");
    assert!(drained(&mut record) > 0 && record.is_dialing(1) && record.knows_call(1) && record.has_running(1));
    assert!(!record.is_dialing(2) && !record.knows_call(2) && !record.has_running(2));

    let mut committed = held();
    committed.handle_input(Input::Commit, at(5_000));
    assert!(matches!(committed.standing(at(5_000)), Standing::Committed { .. }));
}

/// proves: C5, Z3
#[test]
fn a_record_of_an_earlier_boot_waits_no_longer_than_its_own_length() {
    let rebooted = Time::from_clocks(BootId(2), 5_000_000, 0);
    for mut record in [held(), Record::Readiness(ReadinessCall::place(ANA, 7, true, at(0)))] {
        let before = record.poll_timeout(at(0)).expect("something is pending");
        record.adopt_boot(rebooted);
        let after = record.poll_timeout(rebooted).expect("it is still pending");
        assert_ne!(before, after, "it counts on this boot's clock now");
        assert!(after.remaining_ms(rebooted) <= before.remaining_ms(at(0)));
    }
}

/// proves: O5
#[test]
fn the_record_of_a_readiness_call_is_that_call_and_no_incident() {
    let mut record = Record::Readiness(ReadinessCall::place(ANA, 7, true, at(0)));
    assert!(record.incident().is_none());
    assert_eq!(record.poll_output(), Some(Output::Order(Order::PlaceCall { call: CALL, contact: ANA })));
    assert!(record.is_dialing(CALL) && record.knows_call(CALL) && record.has_running(CALL));
    assert!(!record.is_dialing(2) && !record.knows_call(2) && !record.has_running(2));
    record.handle_input(Input::Call { call: CALL, fact: Fact::Ringing }, at(1_000));
    let stage = |record: &Record| record.readiness_call().and_then(ReadinessCall::stage);
    assert_eq!(stage(&record), Some(Stage::Ringing));
    record.handle_input(Input::Call { call: 2, fact: Fact::Busy }, at(1_100));
    assert_eq!(stage(&record), Some(Stage::Ringing), "another call's report is not its own");
    record.handle_readiness(readiness_call::Input::HangUp, at(2_000));
    assert_eq!(stage(&record), None);
    assert_eq!(record.standing(at(2_000)), Standing::Cancelled);

    let mut silent = Record::Readiness(ReadinessCall::place(ANA, 7, true, at(0)));
    silent.handle_timeout(at(3_600_000));
    assert_eq!(stage(&silent), None, "a call that nobody reports on ends by itself");
}
