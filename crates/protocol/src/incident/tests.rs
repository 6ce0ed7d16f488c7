//! The station's machine, requirement by requirement. Milliseconds count from the slide; every step
//! of every test also goes through storage and back.

mod again;
mod coded;
mod messages;
mod noting;
mod rebooted;
mod run;

use super::*;
use crate::call::{DECIDE_MS, FIRST_RINGING_MS, NotAnswered, PROVE_HUMAN_MS, RINGING_MS, Role};
use crate::plan::{Course, Kind, Service, Siren};
use crate::signal::Record;
use crate::time::BootId;
use run::*;

// The hold.

/// proves: C1, C2, E1
#[test]
fn nothing_is_done_while_the_signal_is_held() {
    let mut run = Run::held();
    run.until(6_999);
    assert_eq!((&run.orders[..], &run.events[..]), (&[][..], &[Event::Held][..]));
}

/// proves: C5
#[test]
fn the_station_commits_by_itself_seven_seconds_after_the_slide() {
    let mut run = Run::held();
    run.until(7_000);
    assert_eq!(run.events[1], Event::HelpRequested { by: CommittedBy::Station });
    assert_eq!(run.orders, [place(1, ANA)]);
}

/// proves: C5
#[test]
fn a_hold_that_arrives_late_counts_from_the_slide_and_not_from_its_arrival() {
    let mut run = Run::with_hold(&[ANA], 3_000, 3_000);
    assert_eq!(run.wakes_at(), Some((Wake::ActByItself, 7_000)));

    run = Run::with_hold(&[ANA], 9_000, 9_000);
    run.until(9_000);
    assert_eq!(run.orders, [place(1, ANA)], "past the seven seconds it acts at once");
}

/// proves: C5
#[test]
fn the_deadline_is_the_earliest_over_all_copies_of_the_hold() {
    let mut run = Run::with_hold(&[ANA], 20, 1_020);
    assert_eq!(run.wakes_at(), Some((Wake::ActByItself, 8_000)), "a slow copy is all that is known");
    run.input(Input::Hold { since_slide_ms: 1_500 }, 1_520);
    assert_eq!(run.wakes_at(), Some((Wake::ActByItself, 7_020)));
    run.input(Input::Hold { since_slide_ms: 0 }, 2_000);
    assert_eq!(run.wakes_at(), Some((Wake::ActByItself, 7_020)), "a slower copy changes nothing");
}

/// proves: C5, Q4
#[test]
fn a_reboot_with_a_wall_clock_set_back_does_not_keep_the_station_from_committing() {
    let mut incident = Run::held().incident;
    let rebooted = |ms: u64| Time::from_clocks(BootId(2), ms * 1_000, -86_400_000);
    incident.handle_timeout(rebooted(1_000));
    assert!(matches!(incident.state(), State::Held { .. }));
    incident.handle_timeout(rebooted(8_000));
    assert!(matches!(incident.state(), State::Contacting { .. }), "delayed by its own length at most");
}

/// proves: E2, C1
#[test]
fn a_commit_calls_the_first_contact_at_once() {
    let run = Run::committed();
    assert_eq!(run.orders, [place(1, ANA)]);
    let calling = Event::Calling { contact: ANA, role: Role::Deciding };
    assert_eq!(run.events, [Event::Held, Event::HelpRequested { by: CommittedBy::Device }, calling]);
}

/// proves: C2
#[test]
fn a_cancel_within_the_hold_calls_nobody_ever_whoever_in_the_home_sends_it() {
    for device in [PHONE, OTHER_PHONE] {
        let mut run = Run::held();
        run.input(Input::Cancel { device, cancelled_after_ms: 4_000, code: Code::Normal }, 4_020);
        run.input(Input::Hold { since_slide_ms: 20 }, 4_500);
        run.input(Input::Commit, 5_100);
        run.until(DAY);
        assert_eq!((&run.orders[..], &run.events[..]), (&[][..], &[Event::Held, Event::CancelledInHold][..]));
        assert_eq!(run.incident.standing(at(DAY)), Standing::Cancelled);
    }
}

/// proves: C2
#[test]
fn a_cancel_of_an_unknown_signal_beats_every_hold_and_commit_that_still_arrives() {
    let mut record = Record::Tombstone;
    for input in [Input::Hold { since_slide_ms: 20 }, Input::Commit, STARTED] {
        record.handle_input(input, at(6_000));
    }
    record.handle_timeout(at(DAY));
    assert_eq!((record.poll_output(), record.poll_timeout(at(DAY))), (None, None));
    assert_eq!(record.standing(at(DAY)), Standing::Cancelled);
    assert!(record.incident().is_none());
}

/// proves: C3
#[test]
fn a_commit_that_was_received_beats_every_later_cancel() {
    for (committed_at, label) in [(5_030, "commits the hold"), (7_100, "arrives after the station acted")] {
        let mut run = Run::held();
        run.input(Input::Commit, committed_at);
        run.input(cancel_at(4_900), 7_200);
        assert!(matches!(run.incident.state(), State::Contacting { .. }), "{label}");
        assert_eq!(run.incident.standing(at(7_200)), Standing::Committed { incident: INCIDENT });
    }
}

/// proves: C2
#[test]
fn a_cancel_pressed_in_time_and_delivered_late_counts_until_the_dispatch_attempt_has_started() {
    let mut calling = Run::held();
    calling.until(7_000);
    calling.input(cancel_at(4_999), 12_000);
    assert_eq!(calling.orders, [place(1, ANA), end(1)]);
    assert_eq!(calling.incident.state(), &State::Closed(Ending::CancelledOnDevice));

    let mut ordered = Run::held();
    ordered.call(1, Fact::Busy, 7_100);
    assert!(ordered.incident.dispatch_stands(REQUEST));
    ordered.input(cancel_at(4_999), 7_200);
    assert!(!ordered.incident.dispatch_stands(REQUEST), "the attempt that was ordered is not made");

    let mut started = Run::held();
    started.call(1, Fact::Busy, 7_100);
    started.input(STARTED, 7_150);
    started.input(cancel_at(4_999), 7_200);
    assert!(started.incident.dispatch_stands(REQUEST) && started.incident.is_open());
}

/// proves: C3
#[test]
fn a_late_cancel_from_another_device_or_pressed_too_late_does_not_count() {
    for cancel in
        [Input::Cancel { device: OTHER_PHONE, cancelled_after_ms: 4_000, code: Code::Normal }, cancel_at(5_000)]
    {
        let mut run = Run::held();
        run.until(7_000);
        run.input(cancel, 7_500);
        assert!(matches!(run.incident.state(), State::Contacting { .. }), "{cancel:?}");
    }
}

/// proves: C2
#[test]
fn a_withdrawal_after_five_seconds_still_ends_a_signal_that_is_only_held() {
    let mut run = Run::held();
    run.input(cancel_at(5_500), 5_600);
    run.until(DAY);
    assert_eq!(run.orders, []);
}

// The deciding call.

/// proves: E3, M6, M9
#[test]
fn a_first_contact_who_is_not_reached_means_dispatch_at_once() {
    for (fact, why, line_is_free) in [
        (Fact::Busy, NotAnswered::Busy, true),
        (Fact::InAnotherCall, NotAnswered::InAnotherCall, true),
        (Fact::HungUp, NotAnswered::HungUp, true),
        (Fact::Failed, NotAnswered::LineFailed, true),
    ] {
        let mut run = Run::committed();
        run.call(1, fact, 9_000);
        run.expect_dispatch_without_an_answer(why, line_is_free);
    }
}

/// proves: E3, M1, M6
#[test]
fn a_phone_that_is_never_reported_rings_on_or_is_picked_up_by_nobody_ends_at_the_stations_own_deadline() {
    let cases: [(&[Fact], u64, NotAnswered); 3] = [
        (&[], FIRST_RINGING_MS, NotAnswered::LineFailed),
        (&[Fact::Ringing], RINGING_MS, NotAnswered::RangOut),
        (&[Fact::Ringing, Fact::PickedUp], PROVE_HUMAN_MS, NotAnswered::NoKeyPressed),
    ];
    for (facts, deadline, why) in cases {
        let mut run = Run::committed();
        for fact in facts {
            run.call(1, *fact, 5_030);
        }
        run.until(5_029 + deadline);
        assert_eq!(run.orders, [place(1, ANA)], "{why:?}");
        run.until(5_030 + deadline);
        run.expect_dispatch_without_an_answer(why, false);
    }
}

/// proves: E8
#[test]
fn hanging_up_or_saying_nothing_for_a_minute_after_the_key_press_means_dispatch() {
    let mut hung_up = Run::answered();
    hung_up.call(1, Fact::HungUp, 12_000);
    assert_eq!(hung_up.orders, [place(1, ANA), DISPATCH]);

    let mut silent = Run::answered();
    silent.until(ANSWERED_AT + DECIDE_MS - 1);
    assert_eq!(silent.orders, [place(1, ANA)]);
    silent.until(ANSWERED_AT + DECIDE_MS);
    assert_eq!(silent.orders, [place(1, ANA), end(1), DISPATCH]);
    assert!(silent.events.contains(&Event::NoDecision { contact: ANA }));
}

/// proves: E4, E5, C4
#[test]
fn a_first_contact_who_asks_for_help_brings_dispatch_and_is_not_called_again() {
    let mut run = Run::answered();
    run.call(1, Fact::Key('1'), 12_000);
    run.input(STARTED, 12_010);
    run.input(CONFIRMED, 12_500);
    run.until(DAY);
    assert_eq!(run.orders[..3], [place(1, ANA), end(1), DISPATCH]);
    let called: Vec<ContactId> = run.placed().into_iter().skip(1).collect();
    assert_eq!(called, [BEN, CLEO, BEN, CLEO]);
}

/// proves: C3, C4
#[test]
fn a_first_contact_who_cancels_ends_it_and_nobody_else_is_called_or_asked_to_come() {
    let mut run = Run::answered();
    run.call(1, Fact::Key('2'), 12_000);
    run.until(DAY);
    assert_eq!(run.orders, [place(1, ANA), end(1)]);
    assert_eq!(run.incident.state(), &State::Closed(Ending::CancelledByContact));
    assert_eq!(run.events.last(), Some(&Event::CancelledBy { contact: ANA }));
}

/// proves: P2, E3
#[test]
fn a_home_without_contacts_gets_dispatch_at_once() {
    let mut run = Run::with_hold(&[], 20, 20);
    run.input(Input::Commit, 5_030);
    assert_eq!(run.orders, [Did::Order(Order::AskAgent { contact: None }), DISPATCH]);
    assert_eq!(run.events.last(), Some(&Event::NobodyToCall));
}

/// proves: A2, E3
#[test]
fn every_slider_asks_for_its_own_service() {
    for (kind, service) in
        [(Kind::SosPolice, Service::Police), (Kind::SosFire, Service::Fire), (Kind::SosMedical, Service::Medical)]
    {
        let mut run = Run::of(kind, &[ANA], 20, 20);
        run.input(Input::Commit, 5_030);
        run.call(1, Fact::Busy, 6_000);
        assert_eq!(
            run.orders.last(),
            Some(&Did::Dispatch(DispatchRequest { service, asking: 1 }, DispatchMessage::Come))
        );
    }
}

// After the dispatch request.

/// proves: E5, M10
#[test]
fn once_the_request_has_started_the_others_are_told_and_the_first_again_side_by_side() {
    let mut run = Run::not_answered();
    assert_eq!(run.placed(), [ANA], "nobody is told of a request that is none yet");
    run.input(STARTED, 9_010);
    assert_eq!(run.placed(), [ANA, BEN, CLEO, ANA]);
    assert_eq!(run.incident.active_calls().len(), 3);
}

/// proves: E5, M10
#[test]
fn a_stuck_worker_keeps_no_contact_from_being_told() {
    let mut run = Run::not_answered();
    run.until(9_000 + OVERDUE_MS - 1);
    assert_eq!(run.placed(), [ANA]);
    run.until(9_000 + OVERDUE_MS);
    assert_eq!(run.placed(), [ANA, BEN, CLEO, ANA]);
    run.input(STARTED, 20_000);
    assert_eq!(run.placed().len(), 4, "told once");
}

/// proves: E5
#[test]
fn a_confirmation_that_overtakes_the_start_keeps_no_contact_from_being_told() {
    let mut run = Run::not_answered();
    run.input(CONFIRMED, 9_010);
    run.until(9_000 + OVERDUE_MS);
    assert_eq!(run.placed(), [ANA, BEN, CLEO, ANA]);
}

/// proves: M10
#[test]
fn a_telling_call_is_tried_twice_two_minutes_apart_and_then_never_again() {
    let mut run = Run::not_answered();
    run.input(STARTED, 9_010);
    run.input(CONFIRMED, 9_500);
    run.call(2, Fact::Ringing, 9_600);
    run.tell(3, 12_000);
    run.tell(4, 15_100);
    run.call(2, Fact::Voicemail, 20_000);
    run.until(139_999);
    assert_eq!(run.placed().len(), 4);
    run.until(140_000);
    assert_eq!(run.placed()[4..], [BEN]);
    run.call(5, Fact::Busy, 141_000);
    run.until(DAY);
    assert_eq!(run.placed().len(), 5);
}

/// proves: E5, N1
#[test]
fn whoever_heard_a_telling_call_is_told_once_and_is_asked_nothing() {
    let mut run = Run::not_answered();
    run.input(STARTED, 9_010);
    run.tell(2, 12_000);
    assert_eq!(run.events.last(), Some(&Event::Told { contact: BEN }));
    assert_eq!(run.orders.last(), Some(&end(2)));
    run.call(2, Fact::Key('2'), 16_000);
    run.until(DAY);
    assert_eq!(run.placed().iter().filter(|contact| **contact == BEN).count(), 1);
}

/// proves: Q2, C6
#[test]
fn police_are_requesting_when_the_attempt_starts_and_requested_only_when_the_receiver_has_accepted() {
    let mut run = Run::not_answered();
    let (requesting, requested) = (
        Event::Requesting { service: Service::Police },
        Event::Requested { service: Service::Police, receiver: Receiver::Webhook },
    );
    assert!(!run.events.contains(&requesting), "ordered is not started");

    run.input(STARTED, 9_010);
    assert!(run.events.contains(&requesting) && !run.events.contains(&requested));

    run.input(CONFIRMED, 9_500);
    run.input(CONFIRMED, 9_600);
    run.input(STARTED, 9_700);
    for once in [requesting, requested] {
        assert_eq!(run.events.iter().filter(|event| **event == once).count(), 1, "{once:?}");
    }
    assert!(!run.incident.dispatch_stands(REQUEST));
}

/// proves: Q2
#[test]
fn thirty_seconds_without_a_confirmation_are_told_once_and_the_request_is_chased_on() {
    let mut run = Run::not_answered();
    run.input(STARTED, 9_010);
    let not_confirmed = Event::NotConfirmed { service: Service::Police };
    run.until(39_009);
    assert!(!run.events.contains(&not_confirmed));
    run.until(39_010);
    assert!(run.events.contains(&not_confirmed));

    run.input(STARTED, 40_000);
    run.until(600_000);
    assert_eq!(run.events.iter().filter(|event| **event == not_confirmed).count(), 1);
    assert!(run.incident.dispatch_stands(REQUEST));
    run.input(CONFIRMED, 600_001);
    assert!(!run.incident.dispatch_stands(REQUEST));
}

/// proves: Q2
#[test]
fn a_confirmation_in_time_is_never_followed_by_not_confirmed() {
    let mut run = Run::not_answered();
    run.input(STARTED, 9_010);
    run.input(CONFIRMED, 39_009);
    run.until(DAY);
    assert!(!run.events.contains(&Event::NotConfirmed { service: Service::Police }));
}

/// proves: A11
#[test]
fn the_station_ends_an_incident_four_hours_after_the_request_and_says_so() {
    let mut run = Run::not_answered();
    run.input(STARTED, 9_010);
    run.input(CONFIRMED, 9_500);
    run.until(9_000 + CLOSE_MS - 1);
    assert!(run.incident.is_open());
    run.until(9_000 + CLOSE_MS);
    assert_eq!(run.incident.state(), &State::Closed(Ending::ByStation));
    assert_eq!(run.events.last(), Some(&Event::ClosedByStation));
    assert_eq!(run.wakes_at(), None);
}

/// proves: A11, Q2
#[test]
fn a_request_that_nobody_confirmed_is_not_closed_by_time() {
    let mut run = Run::not_answered();
    run.input(STARTED, 9_010);
    run.until(9_000 + 3 * CLOSE_MS);
    assert!(run.incident.is_open() && run.wakes_at().is_some());
}

// What carriers and networks do.

/// proves: M6, M9
#[test]
fn repeated_and_late_reports_on_a_call_change_nothing() {
    let mut run = Run::answered();
    for (fact, ms) in [(Fact::Ringing, 11_000), (Fact::PickedUp, 11_010), (Fact::Key('9'), 11_020)] {
        run.unchanged_by(Input::Call { call: 1, fact }, ms);
    }
    run.call(1, Fact::Key('1'), 12_000);
    for fact in [Fact::Key('2'), Fact::HungUp, Fact::Voicemail, Fact::Ringing, Fact::Failed] {
        run.unchanged_by(Input::Call { call: 1, fact }, 12_100);
    }
}

/// proves: M9
#[test]
fn reports_on_unknown_calls_change_nothing() {
    for mut run in [Run::held(), Run::committed(), Run::not_answered()] {
        for call in [0, 2, 99, u16::MAX] {
            run.unchanged_by(Input::Call { call, fact: Fact::Key('1') }, run.now_ms);
            run.unchanged_by(Input::Call { call, fact: Fact::HungUp }, run.now_ms);
        }
    }
}

/// proves: C1
#[test]
fn dispatch_reports_before_any_request_change_nothing() {
    for mut run in [Run::held(), Run::committed()] {
        run.unchanged_by(STARTED, run.now_ms);
        run.unchanged_by(CONFIRMED, run.now_ms);
    }
}

/// proves: A10, J4, G4
#[test]
fn only_an_sos_in_full_is_taken_in_by_an_open_one() {
    for kind in Kind::ALL {
        for course in [Course::Full, Course::Practice, Course::Drill] {
            let mut run = Run::of_course(kind, course);
            run.input(Input::WouldJoin { incident: Some(IncidentId::from_random([9; 16])) }, 20);
            run.until(7_000);
            let joins = kind.is_slid() && kind != Kind::SirenOnly && course == Course::Full;
            assert_eq!(matches!(run.incident.state(), State::Joined { .. }), joins, "{kind:?} {course:?}");
        }
    }
}

/// proves: A10
#[test]
fn a_slide_knows_which_incident_would_take_it_in_until_it_is_told_otherwise() {
    let mut run = Run::held();
    let open = Some(IncidentId::from_random([9; 16]));
    for told in [open, None] {
        run.input(Input::WouldJoin { incident: told }, 20);
        assert_eq!(run.incident.joins(), told);
    }
}

/// proves: M9, M2
#[test]
fn calls_that_were_placed_are_known_and_run_until_they_are_over_and_their_message_is_left() {
    let mut run = Run::committed();
    let known = |run: &Run| [0, 1, 2].map(|call| (run.incident.knows_call(call), run.incident.has_running(call)));
    assert_eq!(known(&run), [(false, false), (true, true), (false, false)]);
    run.call(1, Fact::Voicemail, 9_000);
    assert_eq!(known(&run)[1], (true, true), "its message is being left");
    run.call(1, Fact::MessageLeft, 20_000);
    assert_eq!(known(&run)[1], (true, false));
}

/// proves: A10
#[test]
fn only_a_live_sos_that_is_open_takes_a_slide_in() {
    for kind in Kind::ALL {
        for course in [Course::Full, Course::Practice, Course::Drill, Course::Unmonitored] {
            let mut run = Run::of_course(kind, course);
            assert!(!run.incident.takes_in(), "{kind:?} {course:?}, held");
            run.until(7_000);
            let live = kind.is_slid() && kind != Kind::SirenOnly && course == Course::Full;
            assert_eq!(run.incident.takes_in(), live, "{kind:?} {course:?}, open");
            run.incident.state = State::Closed(Ending::ByStation);
            assert!(!run.incident.takes_in(), "{kind:?} {course:?}, over");
        }
    }
}

/// proves: K1
#[test]
fn a_flood_is_unread_until_somebody_has_read_it_and_an_sos_never_is() {
    let mut flood = Run::of_course(Kind::Flood, Course::Full);
    assert!(!flood.incident.is_unread(), "nothing was told yet");
    flood.until(7_000);
    assert!(flood.incident.is_unread());
    flood.input(Input::Read, 8_000);
    assert!(!flood.incident.is_unread());
    let read = |run: &Run| run.events.iter().filter(|event| **event == Event::Read).count();
    flood.input(Input::Read, 9_000);
    assert_eq!(read(&flood), 1, "it is read once");
    let mut sos = Run::committed();
    sos.input(Input::Read, 6_000);
    assert_eq!((sos.incident.is_unread(), read(&sos)), (false, 0));
}

/// proves: M5, M9
#[test]
fn whoever_is_in_a_call_not_on_the_list_or_early_cannot_call_back() {
    let stranger = ContactId::from_random([99; 16]);
    let called_back = |run: &Run| run.events.iter().any(|event| matches!(event, Event::CalledBack { .. }));
    let mut held = Run::held();
    held.input(Input::CallBack { contact: BEN }, 1_000);
    let mut run = Run::committed();
    for contact in [ANA, stranger] {
        run.input(Input::CallBack { contact }, 6_000);
    }
    assert!(!called_back(&held) && !called_back(&run));
    run.input(Input::CallBack { contact: BEN }, 6_000);
    assert!(called_back(&run));
    let calls = run.incident.active_calls().len();
    run.input(Input::CallBack { contact: BEN }, 6_100);
    assert_eq!(run.incident.active_calls().len(), calls, "one call a contact at a time");
}

/// proves: L3
#[test]
fn an_agent_sends_help_where_somebody_decides_and_nowhere_else() {
    let sends = Input::Agent(AgentFact::SendsHelp);
    let mut deciding = Run::committed();
    deciding.input(sends, 6_000);
    assert_eq!(deciding.orders.last(), Some(&DISPATCH));
    for mut run in [Run::held(), Run::not_answered()] {
        let (orders, events) = (run.orders.len(), run.events.len());
        run.input(sends, run.now_ms);
        assert_eq!((run.orders.len(), run.events.len()), (orders, events));
    }
}

/// proves: Q2, A10
#[test]
fn help_is_confirmed_once_every_request_was_accepted_and_never_where_there_is_none() {
    let confirmed = |run: &Run| matches!(run.incident.state(), State::Responding(it) if it.is_confirmed());
    let fire = DispatchRequest { service: Service::Fire, asking: 1 };
    let mut run = Run::not_answered();
    run.input(Input::AlsoAsked { service: Service::Fire, siren: Siren::Silent }, 9_100);
    for (input, all) in [
        (STARTED, false),
        (CONFIRMED, false),
        (Input::DispatchStarted { request: fire }, false),
        (Input::DispatchConfirmed { request: fire, by: Receiver::Webhook }, true),
    ] {
        assert!(!confirmed(&run), "before {input:?}");
        run.input(input, 9_200);
        assert_eq!(confirmed(&run), all, "{input:?}");
    }
    let mut told = Run::of_course(Kind::Flood, Course::Full);
    told.until(7_000);
    assert!(matches!(told.incident.state(), State::Responding(_)) && !confirmed(&told));
}

/// proves: E10
#[test]
fn after_a_contacts_cancel_help_can_be_asked_for_during_ten_minutes() {
    let mut run = Run::answered();
    assert_eq!(run.incident.still_need_help_ms(at(11_000)), None);
    run.call(1, Fact::Key('2'), 12_000);
    assert_eq!(run.incident.still_need_help_ms(at(12_000)), Some(600_000));
    assert_eq!(run.incident.still_need_help_ms(at(611_999)), Some(1));
    assert_eq!(run.incident.still_need_help_ms(at(612_000)), None);
}

/// proves: A10, C2
#[test]
fn a_late_cancel_takes_nothing_back_once_another_slide_was_taken_in() {
    for another in [false, true] {
        let mut run = Run::held();
        run.until(7_000);
        if another {
            run.input(Input::AlsoAsked { service: Service::Fire, siren: Siren::Silent }, 7_200);
        }
        run.input(Input::Cancel { device: PHONE, cancelled_after_ms: 4_000, code: Code::Normal }, 7_500);
        assert_eq!(run.incident.is_open(), another);
    }
}
