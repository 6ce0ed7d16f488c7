//! One readiness call, requirement by requirement. Milliseconds count from its placing.

use proptest::prelude::*;

use super::*;
use crate::call::{FIRST_RINGING_MS, PROVE_HUMAN_MS, RINGING_MS};
use crate::time::BootId;

const ANA: ContactId = ContactId::from_random([1; 16]);

/// proves: O5, M6, M9
#[test]
fn a_person_is_proven_by_the_digits_and_the_time_counts_from_the_first_ringing() {
    let call = proven();
    assert_eq!(call.proof(), Some(Proof { at_ms: 6_000, answered_in_ms: 5_000 }));
    assert_eq!((call.result(), call.stage()), (Some(TryResult::Reached), Some(Stage::AskingPassword)));
    assert!(call.dnd_on());
}

/// proves: L6, P6, N1
#[test]
fn a_concern_is_told_to_a_person_asks_nothing_and_shows_nothing_of_the_contact() {
    let mut call = ReadinessCall::tell(ANA, 7, Concern::PracticeBegins { minutes: 60 }, at(0));
    assert_eq!(orders(&mut call), [Order::PlaceCall { call: CALL, contact: ANA }]);
    hear(&mut call, Fact::Ringing, 1_000);
    hear(&mut call, Fact::PickedUp, 3_000);
    let Digits(digits) = call.digits();
    for digit in digits {
        hear(&mut call, Fact::Key(digit), 6_000);
    }
    assert_eq!((call.stage(), call.proof(), call.result()), (Some(Stage::Goodbye), None, Some(TryResult::Reached)));
    for key in ['9', '9', '1', '#'] {
        hear(&mut call, Fact::Key(key), 9_000);
    }
    assert_eq!((call.opted_out(), call.password()), (false, PasswordKnowledge::NotTried));
    call.handle_timeout(at(6_000 + CONCERN_MS));
    assert_eq!((call.is_running(), orders(&mut call)), (false, vec![Order::EndCall { call: CALL }]));
}

/// proves: O5, M9
#[test]
fn keys_in_the_first_two_seconds_prove_nothing() {
    let mut call = ringing();
    hear(&mut call, Fact::PickedUp, 3_000);
    let Digits([first, second]) = call.digits();
    hear(&mut call, Fact::Key(first), 4_000);
    hear(&mut call, Fact::Key(second), 4_500);
    assert_eq!((call.proof(), call.stage()), (None, Some(Stage::Proving)));
    call.handle_timeout(at(3_000 + PROVE_HUMAN_MS));
    assert_eq!(call.result(), Some(TryResult::NotReached(NotAnswered::NoKeyPressed)));
    assert_eq!(orders(&mut call), [Order::EndCall { call: CALL }]);
}

/// proves: O5, M2, M9
#[test]
fn every_way_not_to_answer_is_kept_as_its_reason() {
    for (fact, why) in [
        (Fact::HungUp, NotAnswered::HungUp),
        (Fact::Busy, NotAnswered::Busy),
        (Fact::Voicemail, NotAnswered::Voicemail),
        (Fact::Failed, NotAnswered::LineFailed),
    ] {
        let mut call = ringing();
        hear(&mut call, fact, 2_000);
        assert_eq!((call.result(), call.stage()), (Some(TryResult::NotReached(why)), None), "{fact:?}");
        assert_eq!(orders(&mut call), [], "nothing is left to end after {fact:?}");
    }
    let mut out = ringing();
    out.handle_timeout(at(1_000 + RINGING_MS));
    assert_eq!(out.result(), Some(TryResult::NotReached(NotAnswered::RangOut)));
    let mut silent = placed();
    silent.handle_timeout(at(FIRST_RINGING_MS));
    assert_eq!(silent.result(), Some(TryResult::NotReached(NotAnswered::LineFailed)));
    let mut taken = placed();
    hear(&mut taken, Fact::InAnotherCall, 10);
    assert_eq!(taken.result(), Some(TryResult::NotReached(NotAnswered::InAnotherCall)));
}

/// proves: N6, N3, N4
#[test]
fn whatever_password_is_entered_the_contact_hears_the_same_goodbye() {
    for (found, knowledge) in [
        (Password::Right, PasswordKnowledge::Known),
        (Password::Duress, PasswordKnowledge::Known),
        (Password::Wrong, PasswordKnowledge::NotKnown),
    ] {
        let mut call = proven();
        hear(&mut call, Fact::Password(found), 9_000);
        assert_eq!((call.password(), call.stage()), (knowledge, Some(Stage::Goodbye)));
        assert_eq!(orders(&mut call), [], "the goodbye is heard to its end");
        hear(&mut call, Fact::Password(Password::Right), 9_500);
        assert_eq!(call.password(), knowledge, "one submission a call");
        call.handle_timeout(at(9_000 + GOODBYE_MS));
        assert_eq!((call.stage(), orders(&mut call).len()), (None, 1));
    }
}

/// proves: N6
#[test]
fn a_hash_at_once_silence_and_a_hang_up_leave_the_password_untried_and_the_proof_as_it_is() {
    let ways: [fn(&mut ReadinessCall); 3] = [
        |call| hear(call, Fact::Key('#'), 9_000),
        |call| call.handle_timeout(at(6_000 + DECIDE_MS)),
        |call| hear(call, Fact::HungUp, 9_000),
    ];
    for way in ways {
        let mut call = proven();
        way(&mut call);
        assert_eq!((call.password(), call.result()), (PasswordKnowledge::NotTried, Some(TryResult::Reached)));
        assert!(matches!(call.stage(), None | Some(Stage::Goodbye)));
    }
}

/// proves: P2
#[test]
fn nine_and_after_the_question_nine_again_takes_a_contact_off_the_list() {
    let mut call = proven();
    hear(&mut call, Fact::Key('9'), 9_000);
    assert_eq!((call.stage(), call.opted_out()), (Some(Stage::AskingOptOut), false));
    hear(&mut call, Fact::Key('9'), 11_000);
    assert_eq!((call.stage(), call.opted_out()), (Some(Stage::Goodbye), true));
    assert_eq!(call.result(), Some(TryResult::Reached));
}

/// proves: P2, N6
#[test]
fn a_password_that_begins_with_two_nines_takes_nobody_off_the_list() {
    let mut call = proven();
    hear(&mut call, Fact::Key('9'), 9_000);
    hear(&mut call, Fact::Key('9'), 9_600);
    assert_eq!(call.stage(), Some(Stage::AskingPassword));
    hear(&mut call, Fact::Password(Password::Right), 12_000);
    assert_eq!((call.opted_out(), call.password()), (false, PasswordKnowledge::Known));
}

/// proves: P2
#[test]
fn whoever_goes_on_typing_or_says_nothing_stays_on_the_list() {
    let mut types = proven();
    hear(&mut types, Fact::Key('9'), 9_000);
    types.handle_input(Input::Typing, at(12_000));
    assert_eq!(types.stage(), Some(Stage::AskingPassword));
    let mut silent = proven();
    hear(&mut silent, Fact::Key('9'), 9_000);
    silent.handle_timeout(at(9_000 + DECIDE_MS));
    assert_eq!((silent.stage(), silent.opted_out()), (Some(Stage::Goodbye), false));
}

/// proves: M9, O5
#[test]
fn an_alarm_ends_it_at_once_and_what_was_proven_stays_proven() {
    let mut before = ringing();
    before.handle_input(Input::LineWanted, at(2_000));
    assert_eq!((before.result(), before.stage()), (Some(TryResult::NotFinished(NotFinished::AlarmFirst)), None));
    assert_eq!(orders(&mut before), [Order::EndCall { call: CALL }]);
    let mut after = proven();
    after.handle_input(Input::LineWanted, at(9_000));
    assert_eq!((after.result(), after.stage()), (Some(TryResult::Reached), None));
    after.handle_input(Input::HangUp, at(9_100));
    assert_eq!(orders(&mut after), [Order::EndCall { call: CALL }], "it ends once");
}

#[test]
fn a_member_who_hangs_up_and_a_home_that_changes_prove_nothing_about_the_contact() {
    for (input, why) in [(Input::HangUp, NotFinished::HungUpHere), (Input::HomeChanges, NotFinished::HomeChanged)] {
        let mut call = ringing();
        call.handle_input(input, at(2_000));
        assert_eq!((call.result(), call.proof()), (Some(TryResult::NotFinished(why)), None));
    }
}

#[test]
fn a_key_of_the_password_that_comes_late_or_twice_changes_nothing() {
    let mut call = proven();
    hear(&mut call, Fact::Password(Password::Wrong), 9_000);
    for fact in [Fact::Key('9'), Fact::Key('#'), Fact::PickedUp, Fact::Ringing, Fact::MoreTime] {
        hear(&mut call, fact, 9_100);
        assert_eq!(call.stage(), Some(Stage::Goodbye), "{fact:?}");
    }
    hear(&mut call, Fact::HungUp, 9_200);
    assert_eq!((call.stage(), orders(&mut call).len()), (None, 0));
}

#[test]
fn every_state_that_runs_has_a_deadline_and_none_is_lost_to_another_boot() {
    let runs: [fn() -> ReadinessCall; 5] = [
        placed,
        ringing,
        proven,
        || after(proven(), Fact::Key('9')),
        || after(proven(), Fact::Password(Password::Right)),
    ];
    for run in runs {
        let mut call = run();
        assert!(call.poll_timeout().is_some(), "{call:?}");
        let reboot = Time::from_clocks(BootId(2), 0, 10_000);
        call.adopt_boot(reboot);
        let late = Time::from_clocks(BootId(2), 70_000_000, 80_000);
        call.handle_timeout(late);
        call.handle_timeout(late.later(GOODBYE_MS));
        assert_eq!((call.stage(), call.poll_timeout()), (None, None));
    }
}

/// proves: M9, P2
#[test]
fn no_digit_that_is_spoken_is_a_choice_later_in_the_call() {
    for seed in 0..20_000 {
        let Digits([first, second]) = digits(seed);
        assert!(first != second && [first, second].iter().all(|digit| ('3'..='8').contains(digit)), "{seed}");
    }
}

proptest! {
    /// proves: O5, N6, P2
    #[test]
    fn in_any_order_of_events_it_keeps_a_deadline_ends_once_and_takes_nothing_back(
        steps in prop::collection::vec((input(), prop_oneof![4 => 0_u64..6_000, 1 => 0_u64..70_000]), 0..40),
        seed in any::<u64>(),
    ) {
        let mut call = ReadinessCall::place(ANA, seed, false, at(0));
        let (mut now, mut ends) = (0, 0);
        let Digits([first, second]) = call.digits();
        let digits = [first, second].map(|digit| Input::Call(Fact::Key(digit)));
        let inputs = steps.into_iter().flat_map(|(input, wait)| match input {
            Some(input) => vec![(input, wait)],
            None => vec![(digits[0], wait), (digits[1], 100)],
        });
        for (input, wait) in inputs {
            let before = call.clone();
            now += wait;
            call.handle_input(input, at(now));
            ends += orders(&mut call).iter().filter(|order| **order == Order::EndCall { call: CALL }).count();
            prop_assert_eq!(call.is_running(), call.poll_timeout().is_some());
            prop_assert!(!call.poll_timeout().is_some_and(|timer| timer.is_due(at(now))));
            prop_assert!(before.result().is_none() || before.result() == call.result());
            prop_assert!(before.proof().is_none() || before.proof() == call.proof());
            prop_assert!(call.is_running() || call.result().is_some());
            prop_assert_eq!(call.proof().is_some(), call.result() == Some(TryResult::Reached));
            prop_assert!(call.proof().is_some() || !call.opted_out() && call.password() == PasswordKnowledge::NotTried);
            prop_assert!(before.is_running() || before == call);
        }
        prop_assert!(ends <= 1);
    }
}

/// An input, or (`None`) the two digits.
fn input() -> impl Strategy<Value = Option<Input>> {
    let fact = prop_oneof![
        2 => Just(Fact::Ringing),
        3 => Just(Fact::PickedUp),
        3 => prop::sample::select(vec!['3', '9', '#', '*', '1']).prop_map(Fact::Key),
        1 => Just(Fact::Password(Password::Right)),
        1 => Just(Fact::Password(Password::Wrong)),
        1 => prop::sample::select(vec![Fact::HungUp, Fact::Busy, Fact::Voicemail, Fact::Failed, Fact::InAnotherCall]),
    ];
    prop_oneof![
        12 => fact.prop_map(|fact| Some(Input::Call(fact))),
        4 => Just(None),
        1 => Just(Some(Input::Typing)),
        1 => prop::sample::select(vec![Input::HangUp, Input::LineWanted, Input::HomeChanges]).prop_map(Some),
    ]
}

#[cfg(feature = "serde")]
#[test]
fn a_call_that_was_stored_goes_on_where_it_was() -> serde_json::Result<()> {
    let mut call = proven();
    hear(&mut call, Fact::Key('9'), 9_000);
    let stored: ReadinessCall = serde_json::from_str(&serde_json::to_string(&call)?)?;
    assert_eq!(stored, call);
    Ok(())
}

fn placed() -> ReadinessCall {
    let mut call = ReadinessCall::place(ANA, 7, true, at(0));
    assert_eq!(orders(&mut call), [Order::PlaceCall { call: CALL, contact: ANA }]);
    call
}

fn ringing() -> ReadinessCall {
    after_at(placed(), Fact::Ringing, 1_000)
}

fn proven() -> ReadinessCall {
    let mut call = after_at(ringing(), Fact::PickedUp, 3_000);
    let Digits(digits) = call.digits();
    for key in digits {
        hear(&mut call, Fact::Key(key), 6_000);
    }
    call
}

fn after(call: ReadinessCall, fact: Fact) -> ReadinessCall {
    after_at(call, fact, 9_000)
}

fn after_at(mut call: ReadinessCall, fact: Fact, ms: u64) -> ReadinessCall {
    hear(&mut call, fact, ms);
    call
}

fn hear(call: &mut ReadinessCall, fact: Fact, ms: u64) {
    call.handle_input(Input::Call(fact), at(ms));
}

fn orders(call: &mut ReadinessCall) -> Vec<Order> {
    std::iter::from_fn(|| call.poll_output()).collect()
}

fn at(ms: u64) -> Time {
    Time::from_clocks(BootId(1), ms * 1_000, i64::try_from(ms).expect("milliseconds of a test"))
}

/// proves: O5, M7
#[test]
fn a_proof_holds_for_ninety_days_and_a_call_says_what_it_is() {
    assert_eq!(PROOF_MS, 7_776_000_000);
    let test = ReadinessCall::place(ANA, 7, true, at(0));
    assert_eq!((test.concern(), test.dnd_on()), (None, true));
    assert!(!ReadinessCall::place(ANA, 7, false, at(0)).dnd_on());
    let told = ReadinessCall::tell(ANA, 7, Concern::PasswordChanged, at(0));
    assert_eq!(told.concern(), Some(Concern::PasswordChanged));
    assert_eq!(test.words(), call::words(7));
    assert_ne!(test.words(), ReadinessCall::place(ANA, 8, true, at(0)).words(), "the words are drawn for each call");
}

/// proves: M9
#[test]
fn the_digits_are_drawn_anew_for_each_call() {
    let digits: std::collections::BTreeSet<[char; 2]> =
        (0..100).map(|seed| ReadinessCall::place(ANA, seed, true, at(0)).digits().0).collect();
    assert!(digits.len() > 20, "{digits:?}");
}

/// proves: O5
#[test]
fn a_call_of_an_earlier_boot_ends_within_its_own_time() {
    let mut call = placed();
    let rebooted = Time::from_clocks(BootId(2), 1_000_000, 0);
    call.adopt_boot(rebooted);
    let deadline = call.poll_timeout().expect("it runs");
    assert!(deadline.remaining_ms(rebooted) > 0, "nothing is fired by the boot alone");
    call.handle_timeout(Time::from_clocks(BootId(2), 1_000_000 + deadline.remaining_ms(rebooted) * 1_000, 0));
    assert!(!call.is_running());
}
