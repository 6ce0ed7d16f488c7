//! What holds in every plan: timers, keys, order, what is said, how it ends (A11, C6, Q2, Z).

use mayday_protocol::call::Role;
use mayday_protocol::incident::{DispatchMessage, DispatchState, Ending, Event, Input, Output, State, UNCONFIRMED_MS};
use mayday_protocol::plan::Course;

use super::{Rule, implies, rules};
use crate::must;
use crate::world::{Act, Step};

pub(super) const RULES: &[Rule] = rules![
    "Z2" an_open_incident_always_has_a_timer,
    "Z2" a_timer_that_is_due_fires,
    "Z3" no_contact_is_called_to_decide_before_the_one_before_was_decided,
    "E3, Z3" dispatch_follows_a_decision,
    "Z4" one_key_for_each_service_and_asking,
    "E3" nobody_is_asked_to_come_for_whom_nobody_asked,
    "Z10" only_an_incident_in_full_dispatches,
    "E5, M10" nobody_is_told_before_an_attempt_has_started_or_is_overdue,
    "C6" what_is_said_to_be_called_is_called,
    "C6, Q2" requested_is_said_only_when_the_receiving_side_has_accepted,
    "C6, Q2" requesting_is_said_only_when_the_first_attempt_starts,
    "Q2" thirty_seconds_without_a_confirmation_are_told,
    "Q2, A11" a_request_that_nobody_confirmed_keeps_its_incident_open,
    "A11" a_person_ends_what_was_confirmed,
    "A11" it_says_how_it_ended,
    "F7, G3" a_cancel_is_passed_on_only_where_the_household_asked_and_a_request_has_started,
    "MISSION 3.15" a_cancel_never_undoes_a_request_whose_attempt_has_started,
    "D9" another_alarm_never_disturbs_calls_or_dispatch,
];

fn an_open_incident_always_has_a_timer(step: &Step<'_>) -> bool {
    implies(step.after.incident().is_open(), step.after.incident().poll_timeout(step.after.now()).is_some())
}

fn a_timer_that_is_due_fires(step: &Step<'_>) -> bool {
    let due =
        step.after.incident().poll_timeout(step.after.now()).is_some_and(|(_, timer)| timer.is_due(step.after.now()));
    implies(step.act == Act::Wait, !due)
}

fn no_contact_is_called_to_decide_before_the_one_before_was_decided(step: &Step<'_>) -> bool {
    let calls = step.after.incident().active_calls();
    let deciding = calls.iter().filter(|active| active.call.role() == Role::Deciding).count();
    let over = step.deciding_call().is_none_or(|before| calls.iter().all(|active| active.number != before.number));
    deciding <= 1 && implies(!step.calls(Role::Deciding).is_empty() && deciding == 1, over)
}

fn dispatch_follows_a_decision(step: &Step<'_>) -> bool {
    let undecided =
        matches!(step.after.state(), State::Contacting { .. } | State::Held { .. } | State::NobodySent { .. });
    implies(!step.asks().is_empty(), !undecided)
}

fn one_key_for_each_service_and_asking(step: &Step<'_>) -> bool {
    let mut keys = step.after.past.requests.clone();
    keys.sort_unstable();
    keys.windows(2).all(|pair| pair[0] != pair[1])
}

fn nobody_is_asked_to_come_for_whom_nobody_asked(step: &Step<'_>) -> bool {
    let also = |service| step.after.past.also == Some(service);
    step.asks().iter().all(|service| must::service(step.kind()) == Some(*service) || also(*service))
}

fn only_an_incident_in_full_dispatches(step: &Step<'_>) -> bool {
    let dispatches = step.outputs.iter().any(|output| matches!(output, Output::Dispatch(_)));
    implies(dispatches, step.course() == Course::Full)
}

fn nobody_is_told_before_an_attempt_has_started_or_is_overdue(step: &Step<'_>) -> bool {
    let waits = step.course() == Course::Full && !step.after.past.requests.is_empty();
    let overdue = step.after.incident().dispatches().iter().any(|dispatch| {
        let DispatchState::Ordered { overdue } = dispatch.state else { return false };
        overdue.is_due(step.after.now())
    });
    let begun = step.after.past.started || overdue;
    implies(waits && !step.after.past.cancelled && !step.calls(Role::Telling).is_empty(), begun)
}

fn what_is_said_to_be_called_is_called(step: &Step<'_>) -> bool {
    let said = step.events().filter(|event| matches!(event, Event::Calling { .. })).count();
    said == step.places().len()
}

fn requested_is_said_only_when_the_receiving_side_has_accepted(step: &Step<'_>) -> bool {
    let requested = step.events().find(|event| matches!(event, Event::Requested { .. }));
    let confirmed = match step.act {
        Act::Plan(Input::DispatchConfirmed { request, by }) => {
            Some(Event::Requested { service: request.service, receiver: by })
        }
        Act::Begin | Act::Wait | Act::Report(..) | Act::Prove(_) | Act::Plan(_) | Act::Home(_) | Act::AnotherAlarm => {
            None
        }
    };
    requested == confirmed
}

fn requesting_is_said_only_when_the_first_attempt_starts(step: &Step<'_>) -> bool {
    let requesting = step.events().find(|event| matches!(event, Event::Requesting { .. }));
    let started = match step.act {
        Act::Plan(Input::DispatchStarted { request }) => Some(Event::Requesting { service: request.service }),
        Act::Begin | Act::Wait | Act::Report(..) | Act::Prove(_) | Act::Plan(_) | Act::Home(_) | Act::AnotherAlarm => {
            None
        }
    };
    requesting == started
}

fn thirty_seconds_without_a_confirmation_are_told(step: &Step<'_>) -> bool {
    let newly = |before: DispatchState, after: DispatchState| {
        matches!(before, DispatchState::Started { unconfirmed: Some(_) })
            && matches!(after, DispatchState::Started { unconfirmed: None })
    };
    let (before, after) = (step.before.incident().dispatches(), step.after.incident().dispatches());
    let count = before.iter().zip(after).filter(|(was, is)| newly(was.state, is.state)).count();
    let said = step.events().filter(|event| matches!(event, Event::NotConfirmed { .. })).count();
    let bounded = after.iter().all(|dispatch| {
        let DispatchState::Started { unconfirmed: Some(timer) } = dispatch.state else { return true };
        timer.remaining_ms(step.after.now()) <= UNCONFIRMED_MS
    });
    said == count && bounded && UNCONFIRMED_MS == 30_000
}

fn a_request_that_nobody_confirmed_keeps_its_incident_open(step: &Step<'_>) -> bool {
    let unconfirmed = step.before.incident().dispatches().iter().any(|it| it.state != DispatchState::Confirmed);
    let started = step.before.past.started;
    implies(step.act != Act::Begin && unconfirmed && started, step.after.incident().is_open())
}

fn a_person_ends_what_was_confirmed(step: &Step<'_>) -> bool {
    let dispatches = step.before.incident().dispatches();
    let confirmed = !dispatches.is_empty() && dispatches.iter().all(|it| it.state == DispatchState::Confirmed);
    let ended = *step.after.state() == State::Closed(Ending::ByPerson);
    implies(
        step.act == Act::Home(Input::Over) && confirmed,
        ended && step.says(Event::Ended { ending: Ending::ByPerson }),
    )
}

fn it_says_how_it_ended(step: &Step<'_>) -> bool {
    let ends = step.was_open() && !step.after.incident().is_open();
    implies(ends, step.events().next().is_some())
}

fn a_cancel_is_passed_on_only_where_the_household_asked_and_a_request_has_started(step: &Step<'_>) -> bool {
    let passes = !step.messages(DispatchMessage::CancelAsked).is_empty();
    implies(passes, step.after.past.asked_to_cancel && step.after.past.started)
}

fn a_cancel_never_undoes_a_request_whose_attempt_has_started(step: &Step<'_>) -> bool {
    let State::Closed(ending) = step.after.state() else { return true };
    let cancelled = matches!(ending, Ending::CancelledOnDevice | Ending::CancelledByContact | Ending::Disarmed);
    implies(step.was_open() && step.before.past.started, !cancelled)
}

fn another_alarm_never_disturbs_calls_or_dispatch(step: &Step<'_>) -> bool {
    implies(
        step.act == Act::AnotherAlarm,
        !step.touches_calls_or_dispatch() && step.before.state() == step.after.state(),
    )
}
