//! A cancel with the home's code (C7): the code that was not taken in time takes nothing back.

use super::run::*;
use super::*;

/// proves: C7, C2
#[test]
fn a_cancel_with_the_code_is_a_cancel_like_any_other() {
    let mut sos = with(held(), |sos| sos.handle_input(Input::CancelCoded, at(4_000)));
    assert_eq!(sos.state(), &cancelling(4_000));
    sos.handle_input(Input::Standing(Standing::Cancelled), at(4_200));
    assert_eq!(seen(&mut sos), (State::Cancelled, vec![keep(Decision::Settled)]));
}

/// proves: C7, C5
#[test]
fn a_code_is_kept_nowhere_so_a_crash_forgets_a_cancel_that_needs_one() {
    let mut sos = undrained(held(), |sos| sos.handle_input(Input::CancelCoded, at(4_000)));
    assert_eq!(drain(&mut sos), [Output::Send(CANCEL_AT_4), keep(Decision::Open)]);
    assert_eq!(
        resumed(Decision::Open, at(4_500)).state(),
        &State::Counting { ends: Timer::new(at(0), 5_000), held: false }
    );
    assert_eq!(resumed(Decision::Open, at(6_000)).state(), &State::Asking);
}

/// proves: C7, C1
#[test]
fn a_code_that_is_refused_in_time_leaves_the_countdown_where_it_stands() {
    let mut sos = with(held(), |sos| sos.handle_input(Input::CancelCoded, at(4_000)));
    sos.handle_input(Input::CodeRefused(CANCEL_AT_4), at(4_300));
    assert_eq!(sos.state(), &State::Counting { ends: Timer::new(at(0), 5_000), held: false });
    assert_eq!(
        drain(&mut sos),
        [Output::Send(Message::Hold), keep(Decision::Open)],
        "the cancel may have overtaken it"
    );
    assert!(sos.can_cancel(), "another code may be tried");
    sos.handle_timeout(at(5_000));
    assert_eq!(drain(&mut sos), [Output::Send(Message::Commit), keep(Decision::Commit)]);
}

/// proves: C7, C1
#[test]
fn a_code_that_is_refused_after_the_five_seconds_commits() {
    let mut sos = with(held(), |sos| sos.handle_input(Input::CancelCoded, at(4_900)));
    sos.handle_input(Input::CodeRefused(Message::Cancel { cancelled_after_ms: 4_900 }), at(5_000));
    assert_eq!(drain(&mut sos), [Output::Send(Message::Commit), keep(Decision::Commit)]);
}

/// proves: C7
#[test]
fn the_refusal_of_an_earlier_code_says_nothing_about_a_later_one() {
    let mut sos = with(held(), |sos| sos.handle_input(Input::CancelCoded, at(3_000)));
    let first = Input::CodeRefused(Message::Cancel { cancelled_after_ms: 3_000 });
    sos.handle_input(first, at(3_200));
    sos.handle_input(Input::CancelCoded, at(4_000));
    drain(&mut sos);
    sos.handle_input(first, at(4_050));
    assert_eq!(seen(&mut sos), (overtaking(4_000), vec![]));

    let mut settled = with(held(), |sos| sos.handle_input(Input::Standing(COMMITTED), at(5_100)));
    settled.handle_input(first, at(5_200));
    assert!(settled.is_settled() && drain(&mut settled).is_empty());
}
