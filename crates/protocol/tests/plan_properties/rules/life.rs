//! Smoke, carbon monoxide, panic, duress, flood and freeze (G to K).

use mayday_protocol::call::{Fact, Password, Role, State as CallState};
use mayday_protocol::incident::{CancelEffect, Code, DispatchMessage, Ending, Event, Input, Order, Output, State};
use mayday_protocol::plan::Course;
use mayday_protocol::{ContactId, Kind, Service};

use super::sos::{is_cancel, tells};
use super::{Rule, implies, rules};
use crate::must;
use crate::step::set;
use crate::world::{Act, Step};

pub(super) const RULES: &[Rule] = rules![
    "G2, I2" smoke_and_panic_open_with_a_call_to_the_first_contact,
    "G2, I2" smoke_and_panic_not_answered_request_fire_or_police,
    "G2, I2, I3" smoke_and_panic_first_contact_who_asks_for_help_gets_it,
    "G2, E8" smoke_wrong_password_and_no_decision_count_as_not_answered,
    "G2, I4" smoke_and_panic_tell_the_rest_once_an_attempt_has_started,
    "G3" smoke_is_cancelled_by_answering_the_first_call,
    "G3" smoke_disarm_and_cancel_in_the_app_are_passed_on_and_stop_nothing,
    "G3" smoke_cancel_that_is_passed_on_reaches_responders_whose_request_has_started,
    "H1" co_never_calls_before_dispatch,
    "H1" co_requests_fire_when_it_opens,
    "H2" co_cannot_be_cancelled_by_anybody,
    "H2" co_disarm_and_cancel_in_the_app_have_no_effect,
    "H3" co_tells_all_contacts_once_an_attempt_has_started,
    "H3, N1" co_calls_decide_nothing_and_ask_nothing,
    "I3, N3" panic_wrong_password_requests_police_at_once,
    "I3" panic_no_valid_decision_requests_police,
    "I3, I4" panic_is_cancelled_in_that_call_with_the_password,
    "I4" panic_false_alarm_tells_the_rest,
    "I4, I5" panic_disarm_and_cancel_in_the_app_have_no_effect,
    "J2, D5" duress_is_silent_always,
    "J2, Z6" duress_never_calls_anyone,
    "J3" duress_requests_police_at_once,
    "J3" duress_cannot_be_cancelled,
    "J2, J6, M5" duress_is_hidden_from_the_household_and_from_whoever_calls_back,
    "J2" nothing_but_duress_is_hidden,
    "J4" a_duress_password_raises_duress_beside_it,
    "N4" a_cancel_under_duress_keeps_what_the_call_named,
    "J4, J6, N4" a_duress_code_or_password_looks_like_the_normal_one,
    "C7, J4" the_duress_code_of_a_cancel_raises_duress_and_keeps_what_it_takes_back,
    "J6" nothing_but_a_duress_code_or_password_raises_duress,
    "K1" flood_calls_the_first_contact_when_it_opens,
    "K1" flood_calls_the_second_when_the_first_has_not_answered_and_no_third,
    "K1" flood_second_contact_is_left_alone_once_the_first_was_told,
    "K1" flood_leaves_a_message_on_every_voicemail,
    "K1" flood_never_requests_anybody,
    "K1" flood_notice_stays_until_somebody_has_read_it,
    "K1" flood_disarm_and_cancel_in_the_app_stop_nothing,
];

fn is_smoke_or_panic(step: &Step<'_>) -> bool {
    step.is(Kind::Smoke) || step.is(Kind::Panic)
}

fn its_service(step: &Step<'_>) -> Vec<Service> {
    must::service(step.kind()).into_iter().collect()
}

fn smoke_and_panic_open_with_a_call_to_the_first_contact(step: &Step<'_>) -> bool {
    let somebody = step.opens() && !step.contacts().is_empty();
    let first = step.contacts().get(..1).unwrap_or_default();
    let calls = step.calls(Role::Deciding) == first && step.places() == first && step.asks().is_empty();
    implies(is_smoke_or_panic(step) && somebody, calls)
}

fn smoke_and_panic_not_answered_request_fire_or_police(step: &Step<'_>) -> bool {
    implies(is_smoke_or_panic(step) && step.was_not_answered(), step.asks() == its_service(step))
}

fn smoke_and_panic_first_contact_who_asks_for_help_gets_it(step: &Step<'_>) -> bool {
    implies(is_smoke_or_panic(step) && step.in_deciding_call(Fact::Key('1')), step.asks() == its_service(step))
}

fn smoke_wrong_password_and_no_decision_count_as_not_answered(step: &Step<'_>) -> bool {
    let wrong = step.in_deciding_call(Fact::Password(Password::Wrong));
    implies(step.is(Kind::Smoke) && (wrong || step.decided_nothing()), step.asks() == [Service::Fire])
}

fn smoke_and_panic_tell_the_rest_once_an_attempt_has_started(step: &Step<'_>) -> bool {
    let rest: Vec<ContactId> = step.contacts().iter().copied().skip(1).collect();
    implies(is_smoke_or_panic(step), tells(step, &rest))
}

fn smoke_is_cancelled_by_answering_the_first_call(step: &Step<'_>) -> bool {
    let cancelled = *step.after.state() == State::Closed(Ending::CancelledByContact) && step.places().is_empty();
    implies(step.is(Kind::Smoke) && is_cancel(step), cancelled && step.asks().is_empty())
}

fn effect(step: &Step<'_>) -> Option<(Code, Option<CancelEffect>)> {
    step.disarmed().or_else(|| step.cancelled_in_app())
}

fn smoke_disarm_and_cancel_in_the_app_are_passed_on_and_stop_nothing(step: &Step<'_>) -> bool {
    let Some((_, effect)) = effect(step) else { return true };
    let passed_on = effect == Some(CancelEffect::PassedOn) && step.before.state() == step.after.state();
    implies(step.is(Kind::Smoke), passed_on)
}

fn smoke_cancel_that_is_passed_on_reaches_responders_whose_request_has_started(step: &Step<'_>) -> bool {
    let asked = matches!(effect(step), Some((Code::Normal, _))) && step.before.past.started;
    let started =
        step.events().any(|event| matches!(event, Event::Requesting { .. })) && step.before.past.asked_to_cancel;
    let passed_on = step.messages(DispatchMessage::CancelAsked) == [Service::Fire] || step.before.past.passed_on;
    implies(step.kind() == Kind::Smoke && step.course() == Course::Full && (asked || started), passed_on)
}

fn co_never_calls_before_dispatch(step: &Step<'_>) -> bool {
    let asked = !step.after.past.requests.is_empty() || !step.after.past.would.is_empty();
    implies(step.is(Kind::CarbonMonoxide) && !step.places().is_empty(), asked)
}

fn co_requests_fire_when_it_opens(step: &Step<'_>) -> bool {
    implies(step.is(Kind::CarbonMonoxide) && step.opens(), step.asks() == [Service::Fire])
}

fn co_cannot_be_cancelled_by_anybody(step: &Step<'_>) -> bool {
    let State::Closed(ending) = step.after.state() else { return true };
    let ended = matches!(ending, Ending::ByStation | Ending::ByPerson | Ending::DrillOver);
    implies(step.is(Kind::CarbonMonoxide), ended && step.messages(DispatchMessage::CancelAsked).is_empty())
}

fn no_effect(step: &Step<'_>, kind: Kind) -> bool {
    let Some((_, effect)) = effect(step) else { return true };
    let nothing = effect == Some(CancelEffect::Nothing) && !step.touches_calls_or_dispatch();
    implies(step.is(kind), nothing && step.before.state() == step.after.state())
}

fn co_disarm_and_cancel_in_the_app_have_no_effect(step: &Step<'_>) -> bool {
    no_effect(step, Kind::CarbonMonoxide)
}

fn co_tells_all_contacts_once_an_attempt_has_started(step: &Step<'_>) -> bool {
    implies(step.is(Kind::CarbonMonoxide), tells(step, step.contacts()))
}

fn co_calls_decide_nothing_and_ask_nothing(step: &Step<'_>) -> bool {
    implies(step.is(Kind::CarbonMonoxide), step.calls(Role::Deciding).is_empty())
}

fn panic_wrong_password_requests_police_at_once(step: &Step<'_>) -> bool {
    let wrong = step.in_deciding_call(Fact::Password(Password::Wrong));
    implies(step.is(Kind::Panic) && wrong, step.asks() == [Service::Police])
}

fn panic_no_valid_decision_requests_police(step: &Step<'_>) -> bool {
    implies(step.is(Kind::Panic) && step.decided_nothing(), step.asks() == [Service::Police])
}

fn panic_is_cancelled_in_that_call_with_the_password(step: &Step<'_>) -> bool {
    implies(step.is(Kind::Panic) && is_cancel(step), step.after.past.cancelled && step.asks().is_empty())
}

fn panic_false_alarm_tells_the_rest(step: &Step<'_>) -> bool {
    let rest = step.contacts().get(1..).unwrap_or_default();
    implies(step.is(Kind::Panic) && is_cancel(step), set(&step.calls(Role::Telling)) == set(rest))
}

fn panic_disarm_and_cancel_in_the_app_have_no_effect(step: &Step<'_>) -> bool {
    no_effect(step, Kind::Panic)
}

fn is_duress(step: &Step<'_>) -> bool {
    step.kind() == Kind::Duress
}

fn duress_is_silent_always(step: &Step<'_>) -> bool {
    let heard = |order: &Order| matches!(order, Order::SoundSiren { .. } | Order::Announce);
    implies(is_duress(step), !step.orders_that(heard))
}

fn duress_never_calls_anyone(step: &Step<'_>) -> bool {
    let calls = |order: &Order| matches!(order, Order::PlaceCall { .. } | Order::LeaveMessage { .. });
    implies(is_duress(step), !step.orders_that(calls) && step.after.incident().active_calls().is_empty())
}

fn duress_requests_police_at_once(step: &Step<'_>) -> bool {
    implies(step.is(Kind::Duress) && step.act == Act::Begin, step.asks() == [Service::Police])
}

fn duress_cannot_be_cancelled(step: &Step<'_>) -> bool {
    let ends = step.was_open() && !step.after.incident().is_open();
    let ended = matches!(step.after.state(), State::Closed(Ending::ByStation | Ending::ByPerson));
    implies(step.is(Kind::Duress) && ends, ended) && no_effect(step, Kind::Duress)
}

fn calls_back(step: &Step<'_>) -> bool {
    matches!(step.act, Act::Home(Input::CallBack { .. }))
}

fn duress_is_hidden_from_the_household_and_from_whoever_calls_back(step: &Step<'_>) -> bool {
    let hidden = step.after.incident().acceptance().plan.is_hidden() && !step.after.incident().can_be_called_back();
    implies(is_duress(step), hidden && implies(calls_back(step), step.outputs.is_empty()))
}

fn nothing_but_duress_is_hidden(step: &Step<'_>) -> bool {
    implies(!is_duress(step), !step.after.incident().acceptance().plan.is_hidden())
}

fn gives_duress_password(step: &Step<'_>) -> bool {
    let Act::Report(number, Fact::Password(Password::Duress)) = step.act else { return false };
    let asked = |call: CallState| matches!(call, CallState::AskingPassword { .. });
    step.before.incident().active_calls().iter().any(|active| active.number == number && asked(active.call.state()))
}

fn a_duress_password_raises_duress_beside_it(step: &Step<'_>) -> bool {
    implies(gives_duress_password(step), step.keeps_in_duress().is_some())
}

fn a_cancel_under_duress_keeps_what_the_call_named(step: &Step<'_>) -> bool {
    let under_duress = step.deciding_call().is_some_and(|active| active.call.is_under_duress());
    let named = &step.before.past.wanted[..step.before.past.named.min(step.before.past.wanted.len())];
    implies(under_duress && is_cancel(step), step.keeps_in_duress() == Some(named))
}

/// The same step with the normal code or password: everything that the household can see or hear is the same.
fn a_duress_code_or_password_looks_like_the_normal_one(step: &Step<'_>) -> bool {
    let twin = match step.act {
        Act::Home(Input::Disarm { code: Code::Duress }) => Act::Home(Input::Disarm { code: Code::Normal }),
        Act::Home(Input::CancelInApp { code: Code::Duress }) => Act::Home(Input::CancelInApp { code: Code::Normal }),
        Act::Home(Input::Cancel { device, cancelled_after_ms, code: Code::Duress }) => {
            Act::Home(Input::Cancel { device, cancelled_after_ms, code: Code::Normal })
        }
        Act::Report(call, Fact::Password(Password::Duress)) => Act::Report(call, Fact::Password(Password::Right)),
        Act::Begin | Act::Wait | Act::Report(..) | Act::Prove(_) | Act::Plan(_) | Act::Home(_) | Act::AnotherAlarm => {
            return true;
        }
    };
    let (after, outputs) = step.before.take(twin);
    let seen = |outputs: &[Output]| -> Vec<Output> {
        let visible = |output: &&Output| matches!(output, Output::Order(_) | Output::Record(_));
        outputs.iter().filter(visible).cloned().collect()
    };
    let standing = |world: &crate::world::World| world.incident().standing(world.now());
    let same_timer = after.incident().poll_timeout(after.now()) == step.after.incident().poll_timeout(step.after.now());
    seen(&outputs) == seen(step.outputs) && standing(&after) == standing(step.after) && same_timer
}

fn nothing_but_a_duress_code_or_password_raises_duress(step: &Step<'_>) -> bool {
    let code = matches!(
        step.act,
        Act::Home(
            Input::Disarm { code: Code::Duress }
                | Input::CancelInApp { code: Code::Duress }
                | Input::Cancel { code: Code::Duress, .. }
        ) | Act::Report(_, Fact::Password(Password::Duress))
    );
    let cancels = matches!(step.act, Act::Report(_, Fact::Key('2'))) && step.before.past.duress;
    implies(step.keeps_in_duress().is_some(), code || cancels)
}

/// What was slid for and is taken back stays asked for, where it would have been asked for at all.
fn the_duress_code_of_a_cancel_raises_duress_and_keeps_what_it_takes_back(step: &Step<'_>) -> bool {
    let given = matches!(step.act, Act::Home(Input::Cancel { code: Code::Duress, .. }));
    let was_open = step.before.incident().is_open();
    let cancelled = was_open && matches!(step.after.state(), State::Closed(Ending::CancelledOnDevice));
    let full = step.after.incident().acceptance().plan.course == Course::Full;
    let slid_for: Vec<Service> = must::service(step.kind()).into_iter().collect();
    let wanted = if step.was_held() { &slid_for } else { &step.before.past.wanted };
    let kept = if cancelled && full { &wanted[..] } else { &[] };
    implies(given, step.keeps_in_duress() == Some(kept))
}

/// Flood and freeze are the same in full and as a drill.
fn is_flood(step: &Step<'_>) -> bool {
    must::is_flood(step.kind()) && step.runs()
}

fn flood_calls_the_first_contact_when_it_opens(step: &Step<'_>) -> bool {
    let first = step.contacts().get(..1).unwrap_or_default();
    implies(is_flood(step) && step.opens(), step.calls(Role::Telling) == first && step.places() == first)
}

fn not_told(step: &Step<'_>, place: usize) -> bool {
    let contact = step.contacts().get(place).copied();
    step.events().any(|event| matches!(event, Event::NotAnswered { contact: it, .. } if Some(it) == contact))
}

fn flood_calls_the_second_when_the_first_has_not_answered_and_no_third(step: &Step<'_>) -> bool {
    let second = step.contacts().get(1..2).unwrap_or_default();
    let next = if not_told(step, 0) { second } else { &[] };
    implies(is_flood(step) && !step.opens(), step.calls(Role::Telling) == next)
}

fn flood_second_contact_is_left_alone_once_the_first_was_told(step: &Step<'_>) -> bool {
    let told = step.contacts().first().is_some_and(|first| step.says(Event::Told { contact: *first }));
    let left_alone = step.places().is_empty() && step.calls(Role::Telling).is_empty();
    let ended = matches!(step.after.state(), State::Closed(Ending::Told));
    let speaks = step.after.incident().active_calls().iter().any(|active| active.call.role() == Role::CallBack);
    implies(is_flood(step) && told, left_alone && (ended || speaks))
}

fn flood_leaves_a_message_on_every_voicemail(step: &Step<'_>) -> bool {
    let Act::Report(call, Fact::Voicemail) = step.act else { return true };
    implies(is_flood(step), step.orders_that(|order| *order == Order::LeaveMessage { call }))
}

fn flood_never_requests_anybody(step: &Step<'_>) -> bool {
    implies(must::is_flood(step.kind()), step.asks().is_empty())
}

fn flood_notice_stays_until_somebody_has_read_it(step: &Step<'_>) -> bool {
    let read = step.after.past.read;
    let opened = step.after.past.opened_ms.is_some();
    let flood = is_flood(step) || must::is_flood(step.kind()) && step.course() == Course::Practice;
    step.after.incident().is_unread() == (flood && opened && !read)
}

fn flood_disarm_and_cancel_in_the_app_stop_nothing(step: &Step<'_>) -> bool {
    no_effect(step, Kind::Flood) && no_effect(step, Kind::Freeze)
}
