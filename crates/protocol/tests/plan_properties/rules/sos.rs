//! SOS: held, first contact, dispatch, the others (C, E, A10).

use mayday_protocol::call::{Fact, Password, Role, State as CallState};
use mayday_protocol::incident::{
    AgentFact, CancelEffect, Consequence, Ending, Event, Input, Order, Output, STILL_NEED_HELP_MS, State,
};
use mayday_protocol::plan::Course;
use mayday_protocol::{ContactId, Kind, Service};

use super::{Rule, implies, rules};
use crate::must;
use crate::world::{Act, OTHER_PHONE, PHONE, Step};

pub(super) const RULES: &[Rule] = rules![
    "C1, C2" nothing_is_done_while_a_slide_is_held,
    "C1, C5" a_slide_opens_after_the_five_seconds_or_by_itself_and_not_before,
    "C2, Z5" a_cancel_in_the_hold_means_that_nothing_is_done,
    "C2, DESIGN 3.6" a_cancel_in_time_that_is_late_counts_until_an_attempt_has_started,
    "C3, Z5" a_cancel_pressed_after_the_five_seconds_counts_for_nothing_once_it_is_open,
    "C3, A12" the_word_of_a_device_cancels_nothing_that_a_hub_has_raised,
    "I1" the_keypads_fire_and_medical_buttons_open_an_sos_without_a_hold,
    "E1, E2" an_sos_opens_with_a_call_to_the_first_contact_and_nothing_else,
    "P2, E3" no_contact_counts_as_not_answered,
    "E3" sos_not_answered_requests_what_was_slid,
    "E3, M2" sos_voicemail_requests_what_was_slid_at_once,
    "E4, N2" sos_first_contact_who_asks_for_help_gets_it,
    "C4" sos_first_contact_who_cancels_with_the_password_is_obeyed,
    "E5" sos_others_are_called_once_an_attempt_has_started_and_the_first_again_if_he_had_not_answered,
    "E8, N3" sos_wrong_password_counts_as_not_answered,
    "E8" sos_hanging_up_or_sixty_seconds_without_a_choice_count_as_not_answered,
    "C3" sos_cancel_in_the_app_has_no_effect_and_says_so,
    "E7" sos_disarm_touches_neither_calls_nor_dispatch,
    "C3, E8" sos_nothing_but_a_valid_cancel_stops_it,
    "E9" sos_send_now_on_the_sending_device_requests_at_once_and_ends_the_call,
    "E9" send_now_on_another_device_does_not_end_a_deciding_call,
    "L3, Q3" an_agent_who_sends_help_is_obeyed_at_once,
    "E10" sos_offers_help_for_ten_minutes_after_a_contacts_cancel,
    "E10" sos_still_needed_help_is_requested_at_once_without_a_call,
    "E10" nothing_but_an_sos_offers_help_after_a_cancel,
    "A10" a_further_slide_adds_its_service_while_the_call_runs,
    "A10" a_further_slide_is_requested_at_once_where_responders_were_asked_already,
    "A10" a_contacts_cancel_ends_what_the_call_named_and_the_rest_gets_a_call_of_its_own,
    "A10" nothing_but_a_live_sos_takes_a_slide_in,
    "A10" a_live_slide_is_taken_in_by_the_sos_that_is_open_and_no_other_is,
];

fn nothing_is_done_while_a_slide_is_held(step: &Step<'_>) -> bool {
    implies(step.is_held(), step.outputs.iter().all(|output| matches!(output, Output::Record(_)) || is_beside(output)))
}

fn a_slide_opens_after_the_five_seconds_or_by_itself_and_not_before(step: &Step<'_>) -> bool {
    let opening = step.act == Act::Plan(Input::Commit) || step.act == Act::Wait;
    implies(step.act == Act::Begin && step.is_slid(), step.is_held() && !step.opens())
        && implies(step.is_slid() && step.was_held() && opening, step.opens() || is_joined(step))
        && implies(step.is_slid() && step.opens(), step.was_held() && opening)
}

fn is_joined(step: &Step<'_>) -> bool {
    matches!(step.after.state(), State::Joined { .. })
}

const fn in_time(step: &Step<'_>) -> bool {
    matches!(step.act, Act::Home(Input::Cancel { cancelled_after_ms: 3_000, .. }))
}

const fn is_beside(output: &Output) -> bool {
    matches!(output, Output::Consequence(Consequence::Duress { .. }))
}

/// Duress beside it aside, which the duress code raises at any moment.
fn changes_nothing(step: &Step<'_>) -> bool {
    step.outputs.iter().all(is_beside) && step.before.state() == step.after.state()
}

fn a_cancel_in_the_hold_means_that_nothing_is_done(step: &Step<'_>) -> bool {
    let cancelled = matches!(step.after.state(), State::Closed(Ending::CancelledOnDevice));
    implies(in_time(step) && step.is_slid() && step.was_held(), cancelled && step.orders().count() == 0)
}

fn a_cancel_in_time_that_is_late_counts_until_an_attempt_has_started(step: &Step<'_>) -> bool {
    let past = &step.before.past;
    let late = in_time(step) && step.is_slid() && step.was_open() && !step.was_held();
    let cancelled = matches!(step.after.state(), State::Closed(Ending::CancelledOnDevice));
    implies(late, cancelled == (!past.committed && !past.started))
}

fn a_cancel_pressed_after_the_five_seconds_counts_for_nothing_once_it_is_open(step: &Step<'_>) -> bool {
    let late = matches!(step.act, Act::Home(Input::Cancel { cancelled_after_ms: 5_000, .. }));
    implies(late && !step.was_held(), changes_nothing(step))
}

fn the_word_of_a_device_cancels_nothing_that_a_hub_has_raised(step: &Step<'_>) -> bool {
    let cancel = matches!(step.act, Act::Home(Input::Cancel { .. }));
    implies(cancel && !step.is_slid(), changes_nothing(step))
}

fn the_keypads_fire_and_medical_buttons_open_an_sos_without_a_hold(step: &Step<'_>) -> bool {
    implies(step.act == Act::Begin && must::is_sos(step.kind()) && !step.is_slid(), step.opens())
}

fn an_sos_opens_with_a_call_to_the_first_contact_and_nothing_else(step: &Step<'_>) -> bool {
    let first: Vec<ContactId> = step.contacts().iter().copied().take(1).collect();
    implies(
        step.is_sos() && step.opens() && !first.is_empty(),
        step.calls(Role::Deciding) == first && step.places() == first && step.asks().is_empty(),
    )
}

fn no_contact_counts_as_not_answered(step: &Step<'_>) -> bool {
    let decides = step.runs() && must::decides(step.kind()) && step.opens() && step.contacts().is_empty();
    let sends_nobody = matches!(step.after.state(), State::NobodySent { .. });
    implies(
        decides,
        step.asks() == Vec::from_iter(must::service(step.kind())) || sends_nobody && step.kind() == Kind::Burglar,
    )
}

fn sos_not_answered_requests_what_was_slid(step: &Step<'_>) -> bool {
    implies(step.is_sos() && step.was_not_answered(), step.asks_for_what_was_wanted())
}

fn sos_voicemail_requests_what_was_slid_at_once(step: &Step<'_>) -> bool {
    implies(step.is_sos() && step.in_deciding_call(Fact::Voicemail), step.asks_for_what_was_wanted())
}

fn sos_first_contact_who_asks_for_help_gets_it(step: &Step<'_>) -> bool {
    implies(step.is_sos() && step.in_deciding_call(Fact::Key('1')), step.asks_for_what_was_wanted())
}

fn sos_first_contact_who_cancels_with_the_password_is_obeyed(step: &Step<'_>) -> bool {
    let all_named = step.before.past.named == step.before.past.wanted.len();
    let cancelled = matches!(step.after.state(), State::Closed(Ending::CancelledByContact));
    implies(step.is_sos() && is_cancel(step) && all_named, cancelled && step.asks().is_empty())
}

/// A cancel chosen in the deciding call, where one may choose.
pub(super) fn is_cancel(step: &Step<'_>) -> bool {
    step.in_deciding_call(Fact::Key('2')) && matches!(step.asks_in_call(), Some(CallState::Deciding { .. }))
}

fn sos_others_are_called_once_an_attempt_has_started_and_the_first_again_if_he_had_not_answered(
    step: &Step<'_>,
) -> bool {
    let (first, others) = step.contacts().split_at(step.contacts().len().min(1));
    let told = others.iter().chain(first).copied();
    let due: Vec<ContactId> = told.filter(|contact| Some(*contact) != step.after.past.reached).collect();
    implies(step.is_sos(), tells(step, &due))
}

/// Whether exactly these contacts are called to be told, in this order, when telling begins: with the first attempt, or, in a drill,
/// with the word that there would have been one.
pub(super) fn tells(step: &Step<'_>, due: &[ContactId]) -> bool {
    let first_attempt = step.events().any(|event| matches!(event, Event::Requesting { .. }));
    let would = step.course() == Course::Drill && !step.asks().is_empty();
    let begins = !step.before.past.told && (first_attempt && !step.before.past.started || would);
    let free: Vec<ContactId> = due.iter().copied().filter(|contact| step.is_free(*contact)).collect();
    implies(begins, step.calls(Role::Telling) == free)
}

fn sos_wrong_password_counts_as_not_answered(step: &Step<'_>) -> bool {
    let wrong = step.in_deciding_call(Fact::Password(Password::Wrong));
    implies(step.is_sos() && wrong, step.asks_for_what_was_wanted() && step.after.past.reached.is_none())
}

fn sos_hanging_up_or_sixty_seconds_without_a_choice_count_as_not_answered(step: &Step<'_>) -> bool {
    implies(step.is_sos() && step.decided_nothing(), step.asks_for_what_was_wanted())
}

fn sos_cancel_in_the_app_has_no_effect_and_says_so(step: &Step<'_>) -> bool {
    let Some((_, effect)) = step.cancelled_in_app() else { return true };
    let nothing = effect == Some(CancelEffect::Nothing) && !step.touches_calls_or_dispatch();
    implies(step.is_sos(), nothing && step.before.state() == step.after.state())
}

fn sos_disarm_touches_neither_calls_nor_dispatch(step: &Step<'_>) -> bool {
    let Some((_, effect)) = step.disarmed() else { return true };
    let nothing = effect == Some(CancelEffect::Nothing) && !step.touches_calls_or_dispatch();
    implies(step.is_sos(), nothing && step.before.state() == step.after.state())
}

fn sos_nothing_but_a_valid_cancel_stops_it(step: &Step<'_>) -> bool {
    let stops = step.was_open() && !step.after.incident().is_open() && step.asks().is_empty();
    let before_dispatch = step.before.past.requests.is_empty() && step.before.past.would.is_empty();
    let valid = is_cancel(step) || matches!(step.act, Act::Home(Input::Cancel { .. })) || is_joined(step);
    implies(step.is_sos() && stops && before_dispatch, valid)
}

fn sends_now(step: &Step<'_>, device: mayday_protocol::DeviceId) -> bool {
    step.act == Act::Home(Input::SendNow { device })
}

fn sos_send_now_on_the_sending_device_requests_at_once_and_ends_the_call(step: &Step<'_>) -> bool {
    let asks = step.asks_for_what_was_wanted() && step.orders_that(|order| matches!(order, Order::EndCall { .. }));
    implies(step.is_sos() && step.is_slid() && sends_now(step, PHONE) && step.deciding_call().is_some(), asks)
}

fn send_now_on_another_device_does_not_end_a_deciding_call(step: &Step<'_>) -> bool {
    implies(sends_now(step, OTHER_PHONE) && step.deciding_call().is_some(), step.outputs.is_empty())
}

fn an_agent_who_sends_help_is_obeyed_at_once(step: &Step<'_>) -> bool {
    let sends = step.act == Act::Home(Input::Agent(AgentFact::SendsHelp)) && step.deciding_call().is_some();
    let ends = step.orders_that(|order| matches!(order, Order::EndCall { .. }));
    implies(sends, step.asks_for_what_was_wanted() && ends)
}

fn sos_offers_help_for_ten_minutes_after_a_contacts_cancel(step: &Step<'_>) -> bool {
    let cancelled = is_cancel(step) && matches!(step.after.state(), State::Closed(_));
    let offered = step.after.incident().still_need_help_ms(step.after.now());
    implies(step.is_sos() && cancelled, offered == Some(STILL_NEED_HELP_MS)) && offered.is_none_or(|ms| ms <= 600_000)
}

fn sos_still_needed_help_is_requested_at_once_without_a_call(step: &Step<'_>) -> bool {
    let offered = step.before.incident().still_need_help_ms(step.before.now()).is_some();
    let closed = matches!(step.was(), Some(State::Closed(Ending::CancelledByContact)));
    let asks = !step.asks().is_empty() && step.calls(Role::Deciding).is_empty();
    let asked = step.is_sos() && step.is_slid() && sends_now(step, PHONE) && closed;
    implies(asked, if offered { asks } else { step.outputs.is_empty() })
}

fn nothing_but_an_sos_offers_help_after_a_cancel(step: &Step<'_>) -> bool {
    implies(!step.is_sos(), step.after.incident().still_need_help_ms(step.after.now()).is_none())
}

const fn also_asked(step: &Step<'_>) -> Option<Service> {
    let Act::Home(Input::AlsoAsked { service, .. }) = step.act else { return None };
    Some(service)
}

fn a_further_slide_adds_its_service_while_the_call_runs(step: &Step<'_>) -> bool {
    let Some(service) = also_asked(step) else { return true };
    let added = step.says(Event::AlsoAsked { service }) && step.asks().is_empty();
    implies(step.deciding_call().is_some(), added && matches!(step.after.state(), State::Contacting { .. }))
}

fn a_further_slide_is_requested_at_once_where_responders_were_asked_already(step: &Step<'_>) -> bool {
    let Some(service) = also_asked(step) else { return true };
    implies(matches!(step.was(), Some(State::Responding(_))), step.requests() == [service])
}

fn a_contacts_cancel_ends_what_the_call_named_and_the_rest_gets_a_call_of_its_own(step: &Step<'_>) -> bool {
    let more = step.before.past.wanted.len() > step.before.past.named;
    let first: Vec<ContactId> = step.contacts().iter().copied().take(1).collect();
    implies(is_cancel(step) && more, step.calls(Role::Deciding) == first && step.asks().is_empty())
}

fn nothing_but_a_live_sos_takes_a_slide_in(step: &Step<'_>) -> bool {
    let live = must::is_sos(step.kind()) && step.course() == Course::Full;
    let open = matches!(step.after.state(), State::Contacting { .. } | State::Responding(_));
    step.after.incident().takes_in() == (live && open)
}

fn a_live_slide_is_taken_in_by_the_sos_that_is_open_and_no_other_is(step: &Step<'_>) -> bool {
    let joins = is_joined(step) && !matches!(step.was(), Some(State::Joined { .. }));
    let live = must::is_sos(step.kind()) && step.course() == Course::Full;
    implies(joins, live && step.was_held() && step.orders().count() == 0 && step.asks().is_empty())
        && implies(live && step.was_held() && step.opens(), !step.before.past.joins)
}
