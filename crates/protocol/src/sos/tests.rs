//! The phone's machine, requirement by requirement. Time moves only where a test says so.

mod coded;
mod run;

use super::*;
use crate::eligibility::tests::eligible;
use crate::incident::Standing;
use run::*;

// The five seconds.

/// proves: C1, E1, C5
#[test]
fn the_slide_sends_the_hold_at_once_and_keeps_it_beside_the_sending() {
    let mut sos = Sos::begin(eligible(), ID, Kind::SosPolice, at(0));
    assert_eq!(drain(&mut sos), [Output::Send(Message::Hold), keep(Decision::Open)]);
    assert_eq!(sos.signal(), SIGNAL);
}

/// proves: C1, C2
#[test]
fn a_press_at_4_999_seconds_cancels_and_no_commit_ever_follows() {
    let mut sos = counting();
    sos.handle_input(Input::CancelPressed, at(4_999));
    let cancel = Message::Cancel { cancelled_after_ms: 4_999 };
    let kept = keep(Decision::Cancel { cancelled_after_ms: 4_999 });
    assert_eq!(drain(&mut sos), [Output::Send(cancel), kept]);

    for ms in (5_000..=60_000).step_by(500) {
        sos.handle_input(Input::Unreachable(cancel), at(ms));
        assert!(drain(&mut sos).iter().all(|output| *output == Output::Send(cancel)), "at {ms} ms");
    }
}

/// proves: C1
#[test]
fn a_press_one_microsecond_before_the_end_is_in_time() {
    let mut sos = counting();
    sos.handle_input(Input::CancelPressed, Time::from_clocks(BOOT, START_MS * 1_000 + 4_999_999, 0));
    assert_eq!(sos.state(), &overtaking(4_999));
}

/// proves: C1, C3
#[test]
fn a_press_that_arrives_at_5_000_seconds_is_late_whatever_the_screen_showed() {
    let mut sos = held();
    sos.handle_input(Input::CancelPressed, at(5_000));
    assert_eq!(drain(&mut sos), [Output::Send(Message::Commit), keep(Decision::Commit)]);
    assert_eq!(sos.state(), &State::Committing { held: true });
    assert!(!sos.can_cancel());
}

/// proves: C1
#[test]
fn the_countdown_ends_at_5_000_seconds_and_not_a_millisecond_earlier() {
    let mut sos = held();
    assert_eq!(sos.poll_timeout(at(0)), Some(Timer::new(at(0), 5_000)));
    sos.handle_timeout(at(4_999));
    assert_eq!(drain(&mut sos), []);
    sos.handle_timeout(at(5_000));
    assert_eq!(drain(&mut sos), [Output::Send(Message::Commit), keep(Decision::Commit)]);
}

/// proves: C1, E1
#[test]
fn hold_and_commit_are_sent_once_each_while_the_station_answers() {
    let mut sos = Sos::begin(eligible(), ID, Kind::SosPolice, at(0));
    let mut sent = sends(&drain(&mut sos));
    sos.handle_input(Input::Standing(HELD), at(30));
    for ms in (0..=7_000).step_by(100) {
        sos.handle_timeout(at(ms.max(30)));
        sent.extend(sends(&drain(&mut sos)));
    }
    assert_eq!(sent, [Message::Hold, Message::Commit]);
}

/// proves: C2
#[test]
fn a_second_press_changes_nothing() {
    let mut sos = pressed_at(1_000);
    sos.handle_input(Input::CancelPressed, at(2_000));
    assert_eq!(seen(&mut sos), (overtaking(1_000), vec![]));
}

/// proves: C5
#[test]
fn every_decision_is_kept_in_the_same_drain_as_its_message() {
    let decisions: [fn() -> Sos; 5] = [
        || Sos::begin(eligible(), ID, Kind::SosFire, at(0)),
        || undrained(counting(), |sos| sos.handle_timeout(at(5_000))),
        || undrained(counting(), |sos| sos.handle_input(Input::CancelPressed, at(10))),
        || undrained(waiting(), |sos| sos.handle_input(Input::SendNow, at(20_000))),
        || undrained(waiting(), |sos| sos.handle_input(Input::CancelPressed, at(20_000))),
    ];
    for decide in decisions {
        let outputs = drain(&mut decide());
        assert!(matches!(outputs[..], [Output::Send(_), Output::Keep(_)]), "{outputs:?}");
    }
}

// Sending until somebody answers.

/// proves: C8
#[test]
fn a_message_is_sent_again_after_half_a_second_then_one_then_every_two_until_acknowledged() {
    let mut sos = with(held(), |sos| sos.handle_timeout(at(5_000)));
    let mut now = 7_000;
    for wait in [500, 1_000, 2_000, 2_000, 2_000] {
        sos.handle_input(Input::Unreachable(Message::Commit), at(now));
        sos.handle_timeout(at(now + wait - 1));
        assert_eq!(drain(&mut sos), [], "{wait} ms are not over");
        sos.handle_timeout(at(now + wait));
        assert_eq!(drain(&mut sos), [Output::Send(Message::Commit)], "after {wait} ms");
        now += wait + 2_000;
    }

    sos.handle_input(Input::Unreachable(Message::Commit), at(now));
    sos.handle_input(Input::Standing(COMMITTED), at(now + 1));
    drain(&mut sos);
    sos.handle_timeout(at(now + 600_000));
    assert_eq!((drain(&mut sos), sos.poll_timeout(at(now + 600_000))), (vec![], None));
}

/// proves: C8
#[test]
fn a_decision_starts_the_waits_over() {
    let mut sos = counting();
    for ms in [100, 700, 1_800] {
        sos.handle_input(Input::Unreachable(Message::Hold), at(ms));
        sos.handle_timeout(at(ms));
    }
    sos.handle_input(Input::CancelPressed, at(4_000));
    drain(&mut sos);
    let cancel = Message::Cancel { cancelled_after_ms: 4_000 };
    sos.handle_input(Input::Unreachable(cancel), at(4_010));
    sos.handle_timeout(at(4_510));
    assert_eq!(drain(&mut sos), [Output::Send(cancel)]);
}

/// proves: C6
#[test]
fn a_hold_that_was_acknowledged_is_not_sent_again() {
    let mut sos = counting();
    sos.handle_input(Input::Unreachable(Message::Hold), at(100));
    sos.handle_input(Input::Standing(HELD), at(200));
    sos.handle_timeout(at(700));
    assert_eq!(drain(&mut sos), []);
    assert_eq!(sos.state(), &State::Counting { ends: Timer::new(at(0), HOLD_MS), held: true });
}

/// proves: C8
#[test]
fn a_failure_of_an_overtaken_message_brings_no_retry() {
    let mut sos = pressed_at(1_000);
    sos.handle_input(Input::Unreachable(Message::Hold), at(2_000));
    sos.handle_timeout(at(60_000));
    assert_eq!(drain(&mut sos), []);
}

// What the station answers.

/// proves: B12, B13
#[test]
fn a_refusal_stops_the_countdown_and_tells_every_reason() {
    let reasons = vec![Reason::PlanWithoutSos, Reason::Quebec];
    let mut sos = counting();
    sos.handle_refusal(reasons.clone(), at(200));
    assert_eq!(sos.state(), &State::Refused { reasons, held: false });
    assert_eq!(drain(&mut sos), [keep(Decision::Settled)]);
    assert!(sos.offers_911(at(200)) && sos.is_settled() && !sos.can_cancel());

    for input in [Input::CancelPressed, Input::Standing(HELD), Input::Standing(COMMITTED), Input::SendNow] {
        sos.handle_input(input, at(6_000));
    }
    assert_eq!((drain(&mut sos), sos.poll_timeout(at(6_000))), (vec![], None));
}

/// proves: B12
#[test]
fn a_refusal_of_a_cancelled_signal_fulfils_the_cancel() {
    let mut sos = pressed_at(1_000);
    sos.handle_refusal(vec![Reason::SelfMonitored], at(1_100));
    assert_eq!(seen(&mut sos), (State::Cancelled, vec![keep(Decision::Settled)]));
}

/// proves: C6
#[test]
fn a_refusal_after_the_station_took_the_signal_is_never_shown_as_not_sent_nor_as_cancelled() {
    let after_hold = vec![Reason::RevokedAfterHold];
    let refused = |reasons| State::Refused { reasons, held: true };
    for mut sos in [held(), counting(), pressed_at(1_000), with(held(), |sos| sos.handle_timeout(at(5_000)))] {
        sos.handle_refusal(after_hold.clone(), at(5_100));
        assert_eq!(seen(&mut sos).0, refused(after_hold.clone()));
        assert!(sos.offers_911(at(5_100)) && sos.is_settled() && !sos.can_cancel());
    }
    let mut known = held();
    known.handle_refusal(vec![Reason::NotUnderstood], at(5_100));
    assert_eq!(known.state(), &refused(vec![Reason::NotUnderstood]), "what was held stays held");
    let mut unread = pressed_at(1_000);
    unread.handle_refusal(vec![Reason::NotUnderstood], at(1_100));
    assert_eq!(unread.state(), &refused(vec![Reason::NotUnderstood]), "a cancel that nobody read is none");
}

/// proves: C2, C6
#[test]
fn a_removed_device_whose_signal_the_station_does_not_hold_is_told_not_sent_and_its_cancel_is_fulfilled() {
    let mut counting = counting();
    counting.handle_refusal(vec![Reason::Revoked], at(200));
    assert_eq!(counting.state(), &State::Refused { reasons: vec![Reason::Revoked], held: false });
    let mut pressed = pressed_at(1_000);
    pressed.handle_refusal(vec![Reason::Revoked], at(1_100));
    assert_eq!(pressed.state(), &State::Cancelled);
}

/// proves: C6
#[test]
fn a_station_that_lost_the_home_is_never_said_to_act_by_itself_nor_to_have_cancelled() {
    for mut sos in [held(), pressed_at(1_000), with(held(), |sos| sos.handle_timeout(at(5_000)))] {
        sos.handle_refusal(vec![Reason::HomeUnknown], at(5_100));
        assert_eq!(sos.state(), &State::Refused { reasons: vec![Reason::HomeUnknown], held: false });
        assert!(sos.offers_911(at(5_100)));
    }
}

/// proves: A7, C6
#[test]
fn help_is_shown_as_requested_only_when_the_station_has_acknowledged_the_commit() {
    let mut sos = with(held(), |sos| sos.handle_timeout(at(5_000)));
    assert_eq!(sos.state(), &State::Committing { held: true });
    sos.handle_input(Input::Standing(COMMITTED), at(5_050));
    assert_eq!(sos.state(), &State::Committed { incident: INCIDENT, cancel_was_late: false });
    assert_eq!(drain(&mut sos), [keep(Decision::Settled)]);
    assert!(sos.is_settled());
}

/// proves: C2, C6
#[test]
fn cancelled_is_shown_only_when_the_station_has_said_so() {
    let mut sos = pressed_at(2_000);
    assert!(!sos.is_settled());
    sos.handle_input(Input::Standing(Standing::Cancelled), at(2_050));
    assert_eq!(seen(&mut sos), (State::Cancelled, vec![keep(Decision::Settled)]));
}

/// proves: C3, C6
#[test]
fn a_cancel_that_the_station_could_not_take_is_shown_as_help_requested_and_as_late() {
    let mut sos = with(pressed_at(4_000), |sos| sos.handle_input(Input::Unreachable(CANCEL_AT_4), at(6_000)));
    sos.handle_timeout(at(6_500));
    answered_by_hold_and_cancel(&mut sos);
    assert_eq!(sos.state(), &State::Committed { incident: INCIDENT, cancel_was_late: true });
}

/// proves: C2
#[test]
fn the_late_answer_to_a_hold_does_not_end_a_cancel_that_was_pressed_in_time() {
    let mut sos = pressed_at(4_000);
    sos.handle_input(Input::Standing(COMMITTED), at(7_100));
    assert_eq!(sos.state(), &cancelling(4_000), "the station may still take the cancel");
    assert_eq!(drain(&mut sos), [Output::Send(CANCEL_AT_4)]);

    sos.handle_input(Input::Standing(Standing::Cancelled), at(7_200));
    assert_eq!(sos.state(), &State::Cancelled);
}

/// proves: C2
#[test]
fn an_answer_that_can_only_be_about_the_cancel_is_believed_at_once() {
    for mut sos in [
        with(held(), |sos| sos.handle_input(Input::CancelPressed, at(4_000))),
        with(pressed_at(4_000), |sos| sos.handle_input(Input::Unreachable(Message::Hold), at(4_100))),
        resumed(Decision::Cancel { cancelled_after_ms: 4_000 }, at(9_000)),
    ] {
        sos.handle_input(Input::Standing(COMMITTED), at(9_100));
        assert_eq!(sos.state(), &State::Committed { incident: INCIDENT, cancel_was_late: true });
    }
}

/// proves: C6
#[test]
fn the_late_answer_held_says_nothing_about_the_cancel_that_overtook_it() {
    let mut sos = pressed_at(1_000);
    sos.handle_input(Input::Standing(HELD), at(1_100));
    assert_eq!(seen(&mut sos), (cancelling(1_000), vec![]));
}

/// proves: A10
#[test]
fn a_signal_that_was_cancelled_elsewhere_in_the_hold_is_shown_as_cancelled() {
    let mut sos = held();
    sos.handle_input(Input::Standing(Standing::Cancelled), at(3_000));
    assert_eq!(seen(&mut sos), (State::Cancelled, vec![keep(Decision::Settled)]));
}

/// proves: C8
#[test]
fn what_nobody_acknowledged_can_be_withdrawn_after_the_five_seconds() {
    let mut sos = with(counting(), |sos| sos.handle_timeout(at(5_000)));
    assert!(sos.can_cancel());
    sos.handle_input(Input::CancelPressed, at(9_000));
    assert_eq!(sends(&drain(&mut sos)), [Message::Cancel { cancelled_after_ms: 9_000 }]);
}

/// proves: C8
#[test]
fn what_the_station_refuses_as_too_old_is_put_to_the_person() {
    let mut sos = with(counting(), |sos| sos.handle_timeout(at(16 * MINUTE)));
    sos.handle_input(Input::TooOld, at(16 * MINUTE + 50));
    assert_eq!((sos.state(), sos.poll_timeout(at(16 * MINUTE + 50))), (&State::TooOld, None));
    assert!(sos.offers_911(at(16 * MINUTE + 50)));
}

// After a crash, a restart, a sleep.

/// proves: C5, C8
#[test]
fn within_the_five_seconds_a_restart_resumes_the_same_countdown() {
    let mut sos = Sos::resume(entry(Decision::Open), at(3_000)).expect("something is left to do");
    assert_eq!(drain(&mut sos), [Output::Send(Message::Hold)]);
    assert_eq!(sos.signal(), SIGNAL, "never a second signal");
    sos.handle_timeout(at(4_999));
    assert_eq!(drain(&mut sos), []);
    sos.handle_timeout(at(5_000));
    assert_eq!(sends(&drain(&mut sos)), [Message::Commit]);
}

/// proves: C8
#[test]
fn after_the_five_seconds_a_restart_asks_the_station_before_anything_else() {
    for decision in [Decision::Open, Decision::Commit] {
        for ms in [5_000, 60_000, 24 * 60 * MINUTE] {
            let mut sos = Sos::resume(entry(decision), at(ms)).expect("something is left to do");
            assert_eq!(seen(&mut sos), (State::Asking, vec![Output::Send(Message::Ask)]));
        }
    }
}

/// proves: C5
#[test]
fn a_restart_that_finds_the_signal_held_commits_it() {
    let mut sos = resumed(Decision::Open, at(6_000));
    sos.handle_input(Input::Standing(HELD), at(6_050));
    assert_eq!(drain(&mut sos), [Output::Send(Message::Commit), keep(Decision::Commit)]);
    assert_eq!(sos.state(), &State::Committing { held: true });
}

/// proves: C5
#[test]
fn a_restart_that_finds_the_signal_decided_shows_what_was_decided() {
    for (standing, state) in [
        (COMMITTED, State::Committed { incident: INCIDENT, cancel_was_late: false }),
        (Standing::Cancelled, State::Cancelled),
    ] {
        let mut sos = resumed(Decision::Commit, at(60_000));
        sos.handle_input(Input::Standing(standing), at(60_050));
        assert_eq!(seen(&mut sos), (state, vec![keep(Decision::Settled)]));
    }
}

/// proves: C8
#[test]
fn a_young_signal_that_the_station_does_not_know_is_shown_for_30_seconds_and_then_goes() {
    let mut sos = waiting();
    assert_eq!(sos.state(), &State::Waiting { goes: Timer::new(at(10_050), WAITING_MS) });
    assert!(sos.offers_911(at(10_050)));
    sos.handle_timeout(at(40_049));
    assert_eq!(drain(&mut sos), []);
    sos.handle_timeout(at(40_050));
    assert_eq!(drain(&mut sos), [Output::Send(Message::Commit), keep(Decision::Commit)]);
}

/// proves: C8
#[test]
fn within_the_30_seconds_it_can_be_withdrawn_or_sent_at_once() {
    let mut withdrawn = waiting();
    withdrawn.handle_input(Input::CancelPressed, at(20_000));
    assert_eq!(sends(&drain(&mut withdrawn)), [Message::Cancel { cancelled_after_ms: 20_000 }]);
    withdrawn.handle_timeout(at(60_000));
    assert_eq!(drain(&mut withdrawn), []);

    let mut hurried = waiting();
    hurried.handle_input(Input::SendNow, at(20_000));
    assert_eq!(sends(&drain(&mut hurried)), [Message::Commit]);
}

/// proves: C8
#[test]
fn a_signal_of_15_minutes_never_goes_by_itself() {
    for (ms, old) in [(15 * MINUTE - 1, false), (15 * MINUTE, true)] {
        let mut sos = resumed(Decision::Open, at(ms));
        sos.handle_input(Input::Unknown, at(ms));
        assert_eq!(sos.state() == &State::TooOld, old, "at {ms} ms");
    }
    let mut sos = resumed(Decision::Commit, at(16 * MINUTE));
    sos.handle_input(Input::Unknown, at(16 * MINUTE));
    sos.handle_timeout(at(600 * MINUTE));
    assert_eq!((drain(&mut sos), sos.poll_timeout(at(600 * MINUTE))), (vec![], None));
    assert!(sos.can_cancel() && sos.offers_911(at(600 * MINUTE)));
}

/// proves: C2, C5
#[test]
fn a_cancel_that_was_decided_before_a_restart_is_sent_again_at_any_age() {
    for ms in [4_000, 60_000, 16 * MINUTE] {
        let decision = Decision::Cancel { cancelled_after_ms: 2_000 };
        let mut sos = Sos::resume(entry(decision), at(ms)).expect("something is left to do");
        assert_eq!(drain(&mut sos), [Output::Send(Message::Cancel { cancelled_after_ms: 2_000 })]);
        assert_eq!(sos.state(), &cancelling(2_000));
    }
}

/// proves: C8
#[test]
fn what_is_settled_is_not_taken_up_again() {
    assert!(Sos::resume(entry(Decision::Settled), at(1_000)).is_none());
}

/// proves: C5
#[test]
fn a_machine_that_slept_through_the_countdown_commits_the_moment_it_wakes() {
    let mut sos = held();
    sos.handle_timeout(at(90_000));
    assert_eq!(drain(&mut sos), [Output::Send(Message::Commit), keep(Decision::Commit)]);

    let mut pressed = held();
    pressed.handle_input(Input::CancelPressed, at(90_000));
    assert_eq!(sends(&drain(&mut pressed)), [Message::Commit], "a press on waking is late");
}

/// proves: C5
#[test]
fn a_reboot_within_the_five_seconds_goes_on_counting_by_the_wall_clock() {
    let mut sos = resumed(Decision::Open, rebooted(0, 3_000));
    sos.handle_timeout(rebooted(1_999, 3_000));
    assert_eq!(drain(&mut sos), []);
    sos.handle_timeout(rebooted(2_000, 3_000));
    assert_eq!(sends(&drain(&mut sos)), [Message::Commit]);
}

/// proves: C5, Q4
#[test]
fn a_wall_clock_that_is_wrong_after_a_reboot_delays_the_commit_by_five_seconds_at_most() {
    for wall_ms in [-86_400_000, -1, 4_999] {
        let mut sos = resumed(Decision::Open, rebooted(0, wall_ms));
        sos.handle_timeout(rebooted(5_000, wall_ms));
        assert_eq!(sends(&drain(&mut sos)), [Message::Commit], "{wall_ms} ms");
    }
}

/// proves: C3
#[test]
fn a_press_counts_as_in_time_exactly_while_the_countdown_runs_whatever_the_wall_clock_says() {
    let mut jumped = resumed(Decision::Open, rebooted(0, 1_000));
    jumped.handle_input(Input::CancelPressed, rebooted(100, 3_600_000));
    assert_eq!(sends(&drain(&mut jumped)), [Message::Cancel { cancelled_after_ms: 4_999 }]);

    let mut set_back = resumed(Decision::Commit, rebooted(0, -3_600_000));
    set_back.handle_input(Input::CancelPressed, rebooted(100, -3_600_000));
    assert_eq!(sends(&drain(&mut set_back)), [Message::Cancel { cancelled_after_ms: 5_000 }]);
}

// What the screen may say.

/// proves: C6
#[test]
fn after_eight_seconds_without_an_acknowledged_end_911_is_offered_and_the_screen_is_woken_for_it() {
    for sos in [
        with(counting(), |sos| sos.handle_timeout(at(5_000))),
        with(held(), |sos| sos.handle_timeout(at(5_000))),
        pressed_at(3_000),
        resumed(Decision::Open, at(6_000)),
    ] {
        assert_eq!(sos.poll_timeout(at(7_000)).map(|timer| timer.remaining_ms(at(7_000))), Some(1_000));
        assert!(!sos.offers_911(at(7_999)) && sos.offers_911(at(8_000)), "{:?}", sos.state());
        assert_eq!(sos.poll_timeout(at(8_000)), None, "once");
    }
}

/// proves: C6
#[test]
fn nothing_is_offered_while_the_countdown_runs_or_once_the_station_has_said_how_it_ended() {
    assert!(!counting().offers_911(at(4_999)));
    for standing in [COMMITTED, Standing::Cancelled] {
        let sos = with(held(), |sos| sos.handle_input(Input::Standing(standing), at(6_000)));
        assert!(!sos.offers_911(at(60_000)));
    }
}

/// proves: C6, Q4
#[test]
fn the_eight_seconds_pass_after_a_reboot_with_a_wall_clock_set_back() {
    let sos = resumed(Decision::Commit, rebooted(0, -3_600_000));
    assert!(sos.offers_911(rebooted(8_000, -3_600_000)));
}

/// proves: L5
#[test]
fn a_drill_takes_the_same_way_and_every_entry_says_that_it_is_one() {
    let mut drill = Sos::begin_drill(eligible(), ID, Kind::SosPolice, at(0));
    let mut real = Sos::begin(eligible(), ID, Kind::SosPolice, at(0));
    while let Some(output) = drill.poll_output() {
        let same = real.poll_output();
        match output {
            Output::Send(_) => assert_eq!(Some(output), same),
            Output::Keep(entry) => {
                assert!(entry.signal.drill);
                assert!(Sos::resume(entry, at(0)).is_some_and(|resumed| resumed.signal().drill));
            }
        }
    }
    assert_eq!(real.poll_output(), None);
}
