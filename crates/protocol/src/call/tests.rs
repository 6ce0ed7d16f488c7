//! One call, requirement by requirement. Milliseconds count from its placing.

use super::*;
use crate::time::BootId;

const DIGITS: Digits = Digits(['4', '7']);

/// proves: M6, M9, E4
#[test]
fn a_person_is_proven_by_the_two_spoken_digits_and_may_then_ask_for_help() {
    let mut call = picked_up(Role::Deciding);
    for (fact, after) in [('4', 3_000), ('7', 4_000)] {
        call.handle_input(Fact::Key(fact), at(after));
    }
    assert!(matches!(call.state(), State::Deciding { .. }));
    call.handle_input(Fact::Key('1'), at(5_000));
    assert_eq!(call.outcome(), Some(Outcome::Confirmed));
}

/// proves: M9
#[test]
fn keys_in_the_first_two_seconds_prove_nothing() {
    let mut call = picked_up(Role::Deciding);
    call.handle_input(Fact::Key('4'), at(1_999));
    call.handle_input(Fact::Key('7'), at(2_100));
    assert!(matches!(call.state(), State::PickedUp { matched: 0, .. }));
}

/// proves: M9
#[test]
fn a_key_counts_from_the_second_second_on_and_the_first_digit_pressed_twice_is_pressed() {
    let mut call = picked_up(Role::Deciding);
    for (key, after) in [('4', 2_000), ('7', 2_000)] {
        call.handle_input(Fact::Key(key), at(after));
    }
    assert!(matches!(call.state(), State::Deciding { .. }));
    let mut twice = picked_up(Role::Deciding);
    for key in ['4', '4', '7'] {
        twice.handle_input(Fact::Key(key), at(2_500));
    }
    assert!(matches!(twice.state(), State::Deciding { .. }));
}

/// proves: E8
#[test]
fn an_agent_on_the_line_gives_a_minute_more_once_and_only_to_a_person_who_decides() {
    for asks_password in [false, true] {
        let mut call = Call { asks_password, ..picked_up(Role::Deciding) };
        call.handle_input(Fact::MoreTime, at(2_500));
        assert!(matches!(call.state(), State::PickedUp { .. }), "nobody was proven yet");
        call.handle_input(Fact::Key('4'), at(3_000));
        call.handle_input(Fact::Key('7'), at(3_000));
        call.handle_input(Fact::MoreTime, at(50_000));
        call.handle_input(Fact::MoreTime, at(90_000));
        call.handle_timeout(at(50_000 + DECIDE_MS - 1));
        assert_eq!(call.outcome(), None);
        call.handle_timeout(at(50_000 + DECIDE_MS));
        assert_eq!(call.outcome(), Some(Outcome::Undecided));
    }
}

/// proves: Q4
#[test]
fn a_deadline_of_an_earlier_boot_goes_on_in_this_one() {
    let rebooted = |ms: u64, wall_ms: i64| Time::from_clocks(BootId(2), ms * 1_000, wall_ms);
    let mut call = Call::place(Role::Deciding, DIGITS, Time::from_clocks(BootId(1), 5_000_000, 0));
    call.adopt_boot(rebooted(0, 4_000));
    let left = call.poll_timeout().map(|deadline| deadline.remaining_ms(rebooted(0, 4_000)));
    assert_eq!(left, Some(FIRST_RINGING_MS - 4_000));
    call.handle_timeout(rebooted(FIRST_RINGING_MS - 4_000, 0));
    assert_eq!(call.outcome(), Some(Outcome::NotAnswered(NotAnswered::LineFailed)));
}

/// proves: M6
#[test]
fn a_wrong_digit_starts_over_and_a_right_one_after_it_counts() {
    let mut call = picked_up(Role::Deciding);
    for key in ['4', '4', '9', '7', '4', '7'] {
        call.handle_input(Fact::Key(key), at(3_000));
    }
    assert!(matches!(call.state(), State::Deciding { .. }));
}

/// proves: M6, M2
#[test]
fn a_pick_up_without_a_key_press_is_not_answered() {
    let mut call = picked_up(Role::Deciding);
    call.handle_timeout(at(PROVE_HUMAN_MS));
    assert_eq!(call.outcome(), Some(Outcome::NotAnswered(NotAnswered::NoKeyPressed)));
}

/// proves: M1
#[test]
fn a_line_that_never_rings_and_a_phone_that_rings_on_both_end_at_the_stations_deadline() {
    let mut silent = Call::place(Role::Deciding, DIGITS, at(0));
    silent.handle_timeout(at(FIRST_RINGING_MS));
    assert_eq!(silent.outcome(), Some(Outcome::NotAnswered(NotAnswered::LineFailed)));

    let mut ringing = Call::place(Role::Deciding, DIGITS, at(0));
    ringing.handle_input(Fact::Ringing, at(1_000));
    ringing.handle_timeout(at(1_000 + RINGING_MS - 1));
    assert_eq!(ringing.outcome(), None);
    ringing.handle_input(Fact::PickedUp, at(1_000 + RINGING_MS));
    assert_eq!(
        ringing.outcome(),
        Some(Outcome::NotAnswered(NotAnswered::RangOut)),
        "the deadline fires before the input"
    );
}

/// proves: M6, M9
#[test]
fn hanging_up_in_the_first_second_before_any_digit_could_be_spoken_is_not_answered() {
    let mut call = picked_up(Role::Deciding);
    call.handle_input(Fact::HungUp, at(300));
    assert_eq!(call.outcome(), Some(Outcome::NotAnswered(NotAnswered::HungUp)));
}

/// proves: M9
#[test]
fn a_call_that_has_rung_is_not_ended_by_a_late_word_about_another_call() {
    let mut call = Call::place(Role::Deciding, DIGITS, at(0));
    call.handle_input(Fact::Ringing, at(10));
    call.handle_input(Fact::InAnotherCall, at(20));
    assert_eq!(call.outcome(), None);
}

/// proves: E8
#[test]
fn hanging_up_or_sixty_silent_seconds_after_the_key_press_decide_nothing() {
    let mut hung_up = proven();
    hung_up.handle_input(Fact::HungUp, at(6_000));
    assert_eq!(hung_up.outcome(), Some(Outcome::Undecided));

    let mut silent = proven();
    silent.handle_input(Fact::Key('9'), at(9_000));
    silent.handle_timeout(at(4_000 + DECIDE_MS));
    assert_eq!(silent.outcome(), Some(Outcome::Undecided));
}

/// proves: M2, M9
#[test]
fn busy_voicemail_rejection_failure_and_another_call_are_not_answered_at_once() {
    for (fact, why) in [
        (Fact::Busy, NotAnswered::Busy),
        (Fact::Voicemail, NotAnswered::Voicemail),
        (Fact::HungUp, NotAnswered::HungUp),
        (Fact::Failed, NotAnswered::LineFailed),
        (Fact::InAnotherCall, NotAnswered::InAnotherCall),
    ] {
        let mut call = Call::place(Role::Deciding, DIGITS, at(0));
        call.handle_input(fact, at(10));
        assert_eq!(call.outcome(), Some(Outcome::NotAnswered(why)));
    }
}

/// proves: N1, N2, N3
#[test]
fn the_password_stands_before_a_cancel_and_never_before_a_request_for_help() {
    let mut cancels = asked();
    cancels.handle_input(Fact::Key('2'), at(5_000));
    assert!(matches!(cancels.state(), State::AskingPassword { .. }), "no cancel without the password");
    cancels.handle_input(Fact::Password(Password::Right), at(6_000));
    cancels.handle_input(Fact::Key('2'), at(7_000));
    assert_eq!(cancels.outcome(), Some(Outcome::Cancelled));

    let mut helps = asked();
    helps.handle_input(Fact::Key('1'), at(5_000));
    assert_eq!(helps.outcome(), Some(Outcome::Confirmed));

    let mut wrong = asked();
    wrong.handle_input(Fact::Password(Password::Wrong), at(5_000));
    wrong.handle_input(Fact::Password(Password::Right), at(6_000));
    assert_eq!(wrong.outcome(), Some(Outcome::WrongPassword), "one submission a call");
}

/// proves: E8
#[test]
fn the_sixty_seconds_run_from_the_key_press_through_password_and_choice() {
    let mut call = asked();
    call.handle_input(Fact::Password(Password::Right), at(4_000 + DECIDE_MS - 1));
    call.handle_timeout(at(4_000 + DECIDE_MS));
    assert_eq!(call.outcome(), Some(Outcome::Undecided));
}

/// proves: N1
#[test]
fn a_telling_call_asks_for_no_decision() {
    let mut call = picked_up(Role::Telling);
    call.handle_input(Fact::Key('4'), at(3_000));
    call.handle_input(Fact::Key('7'), at(3_100));
    assert_eq!(call.outcome(), Some(Outcome::Told));
}

#[test]
fn what_is_reported_after_the_end_changes_nothing() {
    let mut call = proven();
    call.handle_input(Fact::Key('2'), at(5_000));
    for fact in [Fact::Ringing, Fact::PickedUp, Fact::Key('1'), Fact::HungUp, Fact::Failed] {
        call.handle_input(fact, at(6_000));
    }
    assert_eq!(call.outcome(), Some(Outcome::Cancelled));
}

/// proves: M9
#[test]
fn the_two_digits_of_a_call_always_differ_and_vary_from_call_to_call() {
    let all: Vec<_> = (0..200).map(|n| digits(42, n)).collect();
    assert!(all.iter().all(|Digits([a, b])| a != b && a.is_ascii_digit() && b.is_ascii_digit()));
    assert!(all.windows(2).filter(|pair| pair[0] != pair[1]).count() > 150);
}

const fn at(ms: u64) -> Time {
    Time::from_clocks(BootId(1), (1_000_000 + ms) * 1_000, 0)
}

fn picked_up(role: Role) -> Call {
    let mut call = Call::place(role, DIGITS, at(0));
    call.handle_input(Fact::PickedUp, at(0));
    call
}

/// Proven to be a person, and asked for the password.
fn asked() -> Call {
    let mut call = picked_up(Role::Deciding).asking_password(true);
    call.handle_input(Fact::Key('4'), at(3_000));
    call.handle_input(Fact::Key('7'), at(4_000));
    call
}

fn proven() -> Call {
    let mut call = picked_up(Role::Deciding);
    call.handle_input(Fact::Key('4'), at(3_000));
    call.handle_input(Fact::Key('7'), at(4_000));
    call
}

/// proves: M9, C3, N2
#[test]
fn digits_that_are_pressed_once_more_choose_nothing() {
    for n in 1..200 {
        let Digits(both) = digits(n.into(), n);
        assert!(both.iter().all(|digit| ('3'..='9').contains(digit)), "{both:?}");
        let mut call = picked_up(Role::Deciding);
        for key in ['4', '7', both[0], both[1]] {
            call.handle_input(Fact::Key(key), at(3_000));
        }
        assert!(matches!(call.state(), State::Deciding { .. }), "{both:?}");
    }
}
