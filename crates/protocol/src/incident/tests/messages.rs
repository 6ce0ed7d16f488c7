//! Recorded messages on voicemails, and calls that are told in another call: beside the plan, never in its way.

use super::run::*;
use super::*;
use crate::call::NotAnswered;

/// proves: E3, M2
#[test]
fn a_voicemail_is_not_answered_and_the_message_begins_beside_the_dispatch_request() {
    let mut run = Run::committed();
    run.call(1, Fact::Voicemail, 9_000);
    assert_eq!(run.orders, [place(1, ANA), DISPATCH, message(1)]);
    assert!(run.events.contains(&Event::NotAnswered { contact: ANA, why: NotAnswered::Voicemail }));
    assert!(!run.events.contains(&Event::MessageLeft { contact: ANA }), "it is being spoken");
    run.call(1, Fact::MessageLeft, 13_000);
    assert_eq!(run.events.last(), Some(&Event::MessageLeft { contact: ANA }));
    assert_eq!(run.incident.messages()[0].step, MessageStep::Left);
}

/// proves: M2
#[test]
fn a_recording_that_never_ends_holds_nothing_up_and_is_given_up() {
    let mut run = Run::committed();
    run.call(1, Fact::Voicemail, 9_000);
    run.input(STARTED, 9_010);
    assert_eq!(run.placed(), [ANA, BEN, CLEO], "everybody else is told");
    run.until(9_000 + MESSAGE_MS - 1);
    assert!(!run.orders.contains(&end(1)));
    run.until(9_000 + MESSAGE_MS);
    assert!(run.orders.contains(&end(1)));
    assert!(run.events.contains(&Event::MessageNotLeft { contact: ANA }));
    assert_eq!(run.placed().last(), Some(&ANA), "then she is told too");
}

/// proves: E5, M9
#[test]
fn the_first_contact_is_called_again_once_the_message_leaves_the_line_free() {
    let mut run = Run::committed();
    run.call(1, Fact::Voicemail, 9_000);
    run.input(STARTED, 9_010);
    assert_eq!(run.placed(), [ANA, BEN, CLEO], "a line takes one call at a time");
    run.call(1, Fact::MessageLeft, 28_000);
    assert_eq!(run.placed(), [ANA, BEN, CLEO, ANA]);
}

/// proves: E5
#[test]
fn a_message_that_is_over_before_the_dispatch_attempt_tells_nobody_early() {
    let mut run = Run::committed();
    run.call(1, Fact::Voicemail, 9_000);
    run.call(1, Fact::MessageLeft, 9_100);
    assert_eq!(run.placed(), [ANA], "nobody hears of a request that is none");
    run.until(9_000 + OVERDUE_MS);
    assert_eq!(run.placed(), [ANA, BEN, CLEO, ANA], "a stuck worker holds nothing up");
}

/// proves: M2
#[test]
fn a_stuck_worker_and_a_recording_together_lose_nobody() {
    let mut run = Run::committed();
    run.call(1, Fact::Voicemail, 9_000);
    run.until(9_000 + OVERDUE_MS);
    assert_eq!(run.placed(), [ANA, BEN, CLEO]);
    run.call(1, Fact::MessageLeft, 30_000);
    assert_eq!(run.placed(), [ANA, BEN, CLEO, ANA]);
}

/// proves: M10
#[test]
fn a_telling_call_leaves_its_message_with_the_last_try_and_never_calls_again() {
    let mut run = Run::not_answered();
    run.input(STARTED, 9_010);
    run.input(CONFIRMED, 9_500);
    run.tell(3, 12_000);
    run.tell(4, 15_100);
    run.call(2, Fact::Voicemail, 20_000);
    assert!(!run.orders.contains(&message(2)), "there is another try");
    run.until(140_000);
    assert_eq!(run.placed()[4..], [BEN]);
    run.call(5, Fact::Voicemail, 141_000);
    assert_eq!(run.orders.last(), Some(&message(5)));
    run.call(5, Fact::MessageLeft, 160_000);
    run.until(DAY);
    assert_eq!(run.placed().len(), 5);
}

/// proves: M2, M9
#[test]
fn reports_on_a_message_may_come_twice_or_late_and_change_nothing() {
    let mut run = Run::committed();
    run.call(1, Fact::Voicemail, 9_000);
    for fact in [Fact::Voicemail, Fact::Ringing, Fact::PickedUp, Fact::Key('1'), Fact::Busy, Fact::InAnotherCall] {
        run.unchanged_by(Input::Call { call: 1, fact }, 9_100);
    }
    run.call(1, Fact::MessageLeft, 20_000);
    for fact in [Fact::MessageLeft, Fact::HungUp, Fact::Failed, Fact::Voicemail] {
        run.unchanged_by(Input::Call { call: 1, fact }, 20_100);
    }
}

/// proves: C6, M2
#[test]
fn a_line_that_breaks_while_the_message_is_spoken_is_told_as_not_left() {
    let mut run = Run::committed();
    run.call(1, Fact::Voicemail, 9_000);
    run.call(1, Fact::HungUp, 12_000);
    assert_eq!(run.events.last(), Some(&Event::MessageNotLeft { contact: ANA }));
    assert!(!run.orders.contains(&end(1)), "the line is free already");
}

/// proves: C2, M2
#[test]
fn a_cancel_that_still_counts_breaks_off_the_message() {
    let mut run = Run::held();
    run.until(7_000);
    run.call(1, Fact::Voicemail, 7_100);
    run.input(cancel_at(4_999), 7_200);
    assert_eq!(run.orders[2..], [message(1), end(1)]);
    assert_eq!(run.incident.state(), &State::Closed(Ending::CancelledOnDevice));
    run.unchanged_by(Input::Call { call: 1, fact: Fact::MessageLeft }, 7_300);
    assert_eq!(run.wakes_at(), None);
}

/// proves: M9
#[test]
fn a_failed_line_is_not_tried_again_over_the_carrier_that_failed() {
    let mut run = Run::committed();
    run.call(1, Fact::Failed, 6_000);
    assert_eq!(run.orders, [place(1, ANA), DISPATCH]);
}

const fn message(call: u16) -> Did {
    Did::Order(Order::LeaveMessage { call })
}

/// proves: Q4, M2
#[test]
fn a_message_that_a_reboot_interrupts_waits_no_longer_than_it_would_have() {
    let mut run = Run::committed();
    run.call(1, Fact::Voicemail, 9_000);
    let left = |run: &Run, now| run.incident.messages()[0].deadline().map(|deadline| deadline.remaining_ms(now));
    let before = left(&run, at(9_000)).expect("it is being left");
    // The wall clock of these tests stands still: five seconds have passed by it since.
    let rebooted = Time::from_clocks(BootId(2), 0, 5_000);
    run.incident.adopt_boot(rebooted);
    assert_eq!(left(&run, rebooted), Some(before - 5_000));
}
