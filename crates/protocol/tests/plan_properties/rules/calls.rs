//! Calls, messages, call-backs and the password, in every plan (M, N).

use mayday_protocol::call::{DECIDE_MS, Fact, OFFER_MS, Password, Role, State as CallState};
use mayday_protocol::incident::{Ending, Event, Input, Order, State};
use mayday_protocol::{ContactId, Kind};

use super::{Rule, implies, rules};
use crate::must;
use crate::step::set;
use crate::world::{Act, Step};

pub(super) const RULES: &[Rule] = rules![
    "E6, I3, F3, N1" the_password_is_asked_in_every_deciding_call_unless_an_sos_home_chose_otherwise,
    "N1" a_telling_call_asks_nothing,
    "N2" a_request_for_help_needs_no_password,
    "N2" nobody_cancels_without_the_password_where_it_is_asked,
    "N3, Z7" a_wrong_password_ends_the_call_as_neutrally_as_any_other,
    "N3" one_submission_a_call,
    "M2" a_voicemail_hears_its_message_and_the_next_step_starts_at_once,
    "M6" a_pick_up_alone_is_no_answer,
    "M6, M9" only_a_person_who_presses_the_digits_has_answered,
    "M9, M10" nobody_is_in_two_calls_at_once,
    "M8" only_contacts_of_the_home_are_called,
    "M10" a_telling_call_is_tried_twice_and_never_again,
    "M10, H3" the_last_try_leaves_its_message,
    "M10" a_deciding_call_is_made_once_to_each_contact,
    "M5" a_call_back_reaches_every_incident_that_the_household_can_see,
    "M5, C3, G3, I4" a_call_back_cancels_nothing_but_a_burglar_alarm_without_a_started_attempt,
    "M5, F3" a_call_back_with_the_password_cancels_a_burglar_alarm_until_an_attempt_has_started,
    "M5" a_call_back_is_never_offered_what_it_cannot_do,
    "M5, N2" a_call_back_that_asks_for_help_gets_it,
    "M5, N3" a_call_back_with_a_wrong_password_requests_police_where_a_wrong_password_does,
    "E8, E3" no_call_state_holds_a_dispatch_longer_than_its_deadline,
    "E8" an_agent_gives_more_time_once,
];

fn the_password_is_asked_in_every_deciding_call_unless_an_sos_home_chose_otherwise(step: &Step<'_>) -> bool {
    let Act::Prove(number) = step.act else { return true };
    let State::Contacting { active, .. } = step.after.state() else { return true };
    let asks = step.after.home.asks_password || !must::is_sos(step.kind());
    let asked = matches!(active.call.state(), CallState::AskingPassword { .. });
    implies(active.number == number, asked == asks)
}

fn a_telling_call_asks_nothing(step: &Step<'_>) -> bool {
    step.after
        .incident()
        .active_calls()
        .iter()
        .filter(|active| active.call.role() == Role::Telling)
        .all(|active| !matches!(active.call.state(), CallState::AskingPassword { .. } | CallState::Deciding { .. }))
}

fn a_request_for_help_needs_no_password(step: &Step<'_>) -> bool {
    let asked = matches!(step.asks_in_call(), Some(CallState::AskingPassword { .. }));
    implies(asked && step.in_deciding_call(Fact::Key('1')), !step.asks().is_empty())
}

fn nobody_cancels_without_the_password_where_it_is_asked(step: &Step<'_>) -> bool {
    let cancelled = step.events().any(|event| matches!(event, Event::CancelledBy { .. }));
    let Act::Report(number, _) = step.act else { return !cancelled };
    let calls = step.before.incident().active_calls();
    let chooses = |state: CallState| matches!(state, CallState::Deciding { .. });
    implies(cancelled, calls.iter().any(|active| active.number == number && chooses(active.call.state())))
}

fn a_wrong_password_ends_the_call_as_neutrally_as_any_other(step: &Step<'_>) -> bool {
    let Act::Report(call, Fact::Password(Password::Wrong)) = step.act else { return true };
    step.orders().next() == Some(Order::EndCall { call })
}

fn one_submission_a_call(step: &Step<'_>) -> bool {
    let Act::Report(number, Fact::Password(_)) = step.act else { return true };
    let calls = step.after.incident().active_calls();
    calls
        .iter()
        .all(|active| active.number != number || !matches!(active.call.state(), CallState::AskingPassword { .. }))
}

fn a_voicemail_hears_its_message_and_the_next_step_starts_at_once(step: &Step<'_>) -> bool {
    let Act::Report(call, Fact::Voicemail) = step.act else { return true };
    let begun = !step.calls(Role::Deciding).is_empty() || !step.asks().is_empty() || step.says(Event::NobodySent);
    let hears = step.orders_that(|order| *order == Order::LeaveMessage { call });
    implies(step.in_deciding_call(Fact::Voicemail), hears && begun)
}

fn a_pick_up_alone_is_no_answer(step: &Step<'_>) -> bool {
    implies(matches!(step.act, Act::Report(_, Fact::PickedUp)), step.outputs.is_empty())
}

fn only_a_person_who_presses_the_digits_has_answered(step: &Step<'_>) -> bool {
    let answered = step.events().any(|event| matches!(event, Event::Answered { .. }));
    implies(answered, matches!(step.act, Act::Prove(_)))
}

fn nobody_is_in_two_calls_at_once(step: &Step<'_>) -> bool {
    let incident = step.after.incident();
    let busy: Vec<ContactId> = incident.active_calls().iter().map(|active| active.contact).collect();
    let spoken = incident.messages().iter().filter(|message| message.is_being_left()).map(|message| message.contact);
    let outgoing = incident.active_calls().into_iter().filter(|active| active.call.role() != Role::CallBack);
    let placed: Vec<ContactId> = outgoing.map(|active| active.contact).chain(spoken).collect();
    set(&placed).len() == placed.len() && busy.len() <= 2 * step.contacts().len()
}

fn only_contacts_of_the_home_are_called(step: &Step<'_>) -> bool {
    let known = step.places().iter().all(|contact| step.contacts().contains(contact));
    let said: Vec<ContactId> = step.calls(Role::Deciding).into_iter().chain(step.calls(Role::Telling)).collect();
    known && set(&said) == set(&step.places())
}

fn a_telling_call_is_tried_twice_and_never_again(step: &Step<'_>) -> bool {
    // A false alarm and a later request for help are told apart.
    let most =
        if step.after.past.called_back || step.kind() == Kind::Panic || step.after.past.cancelled_once { 4 } else { 2 };
    let once = must::is_flood(step.kind()) || step.course() == mayday_protocol::plan::Course::Practice;
    step.after.past.telling_calls.iter().all(|calls| *calls <= if once { 1 } else { most })
}

fn the_last_try_leaves_its_message(step: &Step<'_>) -> bool {
    let Act::Report(call, Fact::Voicemail) = step.act else { return true };
    let calls = step.before.incident().active_calls();
    let Some(active) = calls.iter().find(|active| active.number == call && active.call.role() == Role::Telling) else {
        return true;
    };
    let waits = match step.after.state() {
        State::Responding(responding) => {
            let waiting = |telling: &&mayday_protocol::incident::Telling| telling.contact == active.contact;
            let step = responding.telling.iter().find(waiting).map(|telling| &telling.step);
            matches!(step, Some(mayday_protocol::incident::TellingStep::Waiting(_)))
        }
        State::Held { .. }
        | State::Contacting { .. }
        | State::NobodySent { .. }
        | State::SirenAlone
        | State::Joined { .. }
        | State::Closed(_) => false,
    };
    step.orders_that(|order| *order == Order::LeaveMessage { call }) != waits
}

fn a_deciding_call_is_made_once_to_each_contact(step: &Step<'_>) -> bool {
    let again = step.after.past.also.is_some() || step.after.past.called_back;
    implies(!again, step.after.past.deciding_calls.iter().all(|calls| *calls <= 1))
}

fn a_call_back_reaches_every_incident_that_the_household_can_see(step: &Step<'_>) -> bool {
    let Act::Home(Input::CallBack { contact }) = step.act else { return true };
    let calls = step.before.incident().active_calls();
    let in_a_call = calls.iter().any(|active| active.contact == contact);
    let seen = step.kind() != Kind::Duress && !matches!(step.was(), Some(State::Held { .. } | State::Joined { .. }));
    step.says(Event::CalledBack { contact }) == (seen && !in_a_call)
}

fn may_cancel(step: &Step<'_>) -> bool {
    step.is(Kind::Burglar) && step.was_open() && !step.before.past.started
}

fn a_call_back_cancels_nothing_but_a_burglar_alarm_without_a_started_attempt(step: &Step<'_>) -> bool {
    let Some((active, _)) = step.in_call_back() else { return true };
    let cancelled = step.says(Event::CancelledBy { contact: active.contact });
    implies(cancelled, may_cancel(step) && *step.after.state() == State::Closed(Ending::CancelledByContact))
}

fn a_call_back_with_the_password_cancels_a_burglar_alarm_until_an_attempt_has_started(step: &Step<'_>) -> bool {
    let Some((active, fact)) = step.in_call_back() else { return true };
    let chooses = matches!(active.call.state(), CallState::Deciding { .. }) && fact == Fact::Key('2');
    let cancelled = *step.after.state() == State::Closed(Ending::CancelledByContact);
    implies(chooses && active.call.offers_cancel() && may_cancel(step), cancelled)
}

fn a_call_back_is_never_offered_what_it_cannot_do(step: &Step<'_>) -> bool {
    let Act::Home(Input::CallBack { contact }) = step.act else { return true };
    if !step.says(Event::CalledBack { contact }) {
        return true;
    }
    let calls = step.after.incident().active_calls();
    let call = calls.iter().find(|active| active.contact == contact && active.call.role() == Role::CallBack);
    let asked = call.is_some_and(|active| matches!(active.call.state(), CallState::AskingPassword { .. }));
    asked && call.is_some_and(|active| active.call.offers_cancel()) == may_cancel(step)
}

fn a_call_back_that_asks_for_help_gets_it(step: &Step<'_>) -> bool {
    let Some((_, Fact::Key('1'))) = step.in_call_back() else { return true };
    let full = step.before.incident().dispatches().len() >= mayday_protocol::incident::MOST_ASKED;
    let asked = must::service(step.kind()).is_none_or(|service| step.asks().contains(&service));
    implies(step.runs() && !full, asked)
}

fn a_call_back_with_a_wrong_password_requests_police_where_a_wrong_password_does(step: &Step<'_>) -> bool {
    let Some((_, Fact::Password(Password::Wrong))) = step.in_call_back() else { return true };
    let undecided = matches!(step.was(), Some(State::Contacting { .. } | State::NobodySent { .. }));
    let intruder = step.is(Kind::Burglar) || step.is(Kind::Panic);
    step.asks().is_empty() != (undecided && intruder)
}

fn no_call_state_holds_a_dispatch_longer_than_its_deadline(step: &Step<'_>) -> bool {
    let State::Contacting { active, .. } = step.after.state() else { return true };
    let left = active.call.poll_timeout().map(|timer| timer.remaining_ms(step.after.now()));
    let runs = active.call.outcome().is_none();
    runs && left.is_some_and(|ms| ms <= 2 * DECIDE_MS) && DECIDE_MS == 60_000 && OFFER_MS <= DECIDE_MS
}

fn an_agent_gives_more_time_once(step: &Step<'_>) -> bool {
    let Act::Home(Input::Call { fact: Fact::MoreTime, .. }) = step.act else { return true };
    let (Some(before), State::Contacting { active, .. }) = (step.deciding_call(), step.after.state()) else {
        return true;
    };
    let left = |call: &mayday_protocol::call::Call, now| call.poll_timeout().map_or(0, |timer| timer.remaining_ms(now));
    let (was, is) = (left(&before.call, step.before.now()), left(&active.call, step.after.now()));
    implies(before.number == active.number, is <= was + DECIDE_MS && implies(step.before.past.more_time, is == was))
}
