//! Burglar: the whole list, both settings, the entry delay (F).

use mayday_protocol::call::{Fact, Password, Role};
use mayday_protocol::incident::{
    CancelEffect, Code, DECIDING_MS, DispatchMessage, Ending, Event, Input, NOBODY_SENT_MS, State,
};
use mayday_protocol::plan::BurglarSetting;
use mayday_protocol::{ContactId, Kind, Service};

use super::sos::{is_cancel, tells};
use super::{Rule, implies, rules};
use crate::world::{Act, ENTRY_DELAY_MS, OTHER_PHONE, PHONE, Step};

pub(super) const RULES: &[Rule] = rules![
    "F11" an_entry_delay_is_a_hold_at_the_station_and_nothing_but_a_burglar_alarm_has_one,
    "F11" no_disarm_in_the_entry_delay_is_a_burglary,
    "F7, F11" a_disarm_in_the_entry_delay_ends_it_and_nothing_was_done,
    "F2" burglar_contacts_are_called_before_dispatch,
    "F2, Z3" burglar_contacts_are_called_in_order_one_after_another,
    "F2" burglar_next_contact_is_called_when_one_was_not_reached_or_did_not_decide,
    "F3, F5" burglar_any_contact_reached_cancels_with_the_password_and_nobody_is_sent,
    "F3, F4" burglar_any_contact_reached_gets_police_when_he_asks,
    "F4, F8" burglar_nobody_reached_requests_police_if_no_one_cancels,
    "F8, F10" burglar_nobody_reached_sends_nobody_only_if_i_say,
    "F4, F8, N3" burglar_wrong_password_dispatches_in_both_settings,
    "F4" burglar_tells_nobody_after_dispatch,
    "F7" burglar_disarm_cancels_until_an_attempt_has_started,
    "F7" burglar_disarm_after_that_is_passed_on,
    "F7" burglar_cancel_in_the_app_is_the_same_as_disarming,
    "F7, N4" burglar_cancel_under_duress_keeps_what_was_asked_for,
    "F9" burglar_deciding_calls_end_after_180_seconds,
    "F10" burglar_nobody_sent_is_said_and_stays_two_hours,
    "F10" burglar_police_can_be_sent_where_nobody_was,
    "F10" nothing_but_a_burglar_alarm_only_if_i_say_ends_with_nobody_sent,
];

fn is_burglar(step: &Step<'_>) -> bool {
    step.is(Kind::Burglar)
}

const fn only_if_i_say(step: &Step<'_>) -> bool {
    matches!(step.after.subject.setting, Some(BurglarSetting::OnlyIfISay))
}

fn an_entry_delay_is_a_hold_at_the_station_and_nothing_but_a_burglar_alarm_has_one(step: &Step<'_>) -> bool {
    let raised = step.act == Act::Begin && !step.is_slid();
    let left =
        step.after.incident().poll_timeout(step.after.now()).map(|(_, timer)| timer.remaining_ms(step.after.now()));
    let delayed = step.is_held() && left == Some(ENTRY_DELAY_MS) && step.orders().count() == 0;
    implies(raised, if step.kind() == Kind::Burglar { delayed } else { step.opens() && !step.is_held() })
}

fn no_disarm_in_the_entry_delay_is_a_burglary(step: &Step<'_>) -> bool {
    implies(step.kind() == Kind::Burglar && step.was_held() && step.act == Act::Wait, step.opens())
}

fn a_disarm_in_the_entry_delay_ends_it_and_nothing_was_done(step: &Step<'_>) -> bool {
    let disarmed = matches!(step.act, Act::Home(Input::Disarm { .. })) && step.was_held();
    let ended = *step.after.state() == State::Closed(Ending::Disarmed) && step.orders().count() == 0;
    implies(is_burglar(step) && disarmed, ended && step.asks().is_empty())
}

fn burglar_contacts_are_called_before_dispatch(step: &Step<'_>) -> bool {
    let somebody = !step.contacts().is_empty();
    implies(
        is_burglar(step) && step.opens() && somebody,
        step.calls(Role::Deciding) == step.contacts().get(..1).unwrap_or_default() && step.asks().is_empty(),
    )
}

fn burglar_contacts_are_called_in_order_one_after_another(step: &Step<'_>) -> bool {
    let before: usize = step.before.past.deciding_calls.iter().map(|calls| usize::from(*calls)).sum();
    let expected: Vec<ContactId> =
        step.contacts().iter().copied().skip(before).take(step.calls(Role::Deciding).len()).collect();
    implies(is_burglar(step), step.calls(Role::Deciding) == expected && step.calls(Role::Deciding).len() <= 1)
}

fn place(step: &Step<'_>) -> Option<usize> {
    let active = step.deciding_call()?;
    step.contacts().iter().position(|contact| *contact == active.contact)
}

/// The deciding call reached nobody, or nobody who decided; or there was nobody to call.
fn came_to_nothing(step: &Step<'_>) -> bool {
    step.was_not_answered() || step.decided_nothing()
}

fn burglar_next_contact_is_called_when_one_was_not_reached_or_did_not_decide(step: &Step<'_>) -> bool {
    let next: Vec<ContactId> =
        step.contacts().iter().copied().skip(place(step).map_or(0, |place| place + 1)).take(1).collect();
    let over = step.says(Event::DecidingOver);
    implies(is_burglar(step) && came_to_nothing(step) && !over, step.calls(Role::Deciding) == next)
}

fn burglar_any_contact_reached_cancels_with_the_password_and_nobody_is_sent(step: &Step<'_>) -> bool {
    let cancelled = *step.after.state() == State::Closed(Ending::CancelledByContact);
    implies(is_burglar(step) && is_cancel(step), cancelled && step.asks().is_empty())
}

fn burglar_any_contact_reached_gets_police_when_he_asks(step: &Step<'_>) -> bool {
    implies(is_burglar(step) && step.in_deciding_call(Fact::Key('1')), step.asks() == [Service::Police])
}

/// The last contact's call came to nothing, or the deciding calls have taken long enough.
fn nobody_was_reached(step: &Step<'_>) -> bool {
    let last = place(step).is_some_and(|place| place + 1 == step.contacts().len());
    let nobody_to_call = step.opens() && step.contacts().is_empty();
    step.says(Event::DecidingOver) || came_to_nothing(step) && last || nobody_to_call
}

fn burglar_nobody_reached_requests_police_if_no_one_cancels(step: &Step<'_>) -> bool {
    implies(is_burglar(step) && !only_if_i_say(step) && nobody_was_reached(step), step.asks() == [Service::Police])
}

fn burglar_nobody_reached_sends_nobody_only_if_i_say(step: &Step<'_>) -> bool {
    let nobody = matches!(step.after.state(), State::NobodySent { .. }) && step.asks().is_empty();
    implies(is_burglar(step) && only_if_i_say(step) && nobody_was_reached(step), nobody)
}

fn burglar_wrong_password_dispatches_in_both_settings(step: &Step<'_>) -> bool {
    let wrong = step.in_deciding_call(Fact::Password(Password::Wrong));
    implies(is_burglar(step) && wrong, step.asks() == [Service::Police])
}

fn burglar_tells_nobody_after_dispatch(step: &Step<'_>) -> bool {
    implies(is_burglar(step), tells(step, &[]) && step.calls(Role::Telling).is_empty())
}

fn burglar_disarm_cancels_until_an_attempt_has_started(step: &Step<'_>) -> bool {
    let Some((_, effect)) = step.disarmed() else { return true };
    let cancelled = effect == Some(CancelEffect::Cancelled) && *step.after.state() == State::Closed(Ending::Disarmed);
    let none_running = step.after.incident().active_calls().is_empty();
    implies(is_burglar(step) && !step.before.past.started, cancelled && none_running && step.requests().is_empty())
}

fn burglar_disarm_after_that_is_passed_on(step: &Step<'_>) -> bool {
    let Some((code, effect)) = step.disarmed() else { return true };
    let passed_on = effect == Some(CancelEffect::PassedOn) && step.after.incident().is_open();
    let once =
        code == Code::Duress || !step.messages(DispatchMessage::CancelAsked).is_empty() || step.before.past.passed_on;
    implies(is_burglar(step) && step.before.past.started, passed_on && once)
}

fn burglar_cancel_in_the_app_is_the_same_as_disarming(step: &Step<'_>) -> bool {
    let Some((code, effect)) = step.cancelled_in_app() else { return true };
    if !is_burglar(step) {
        return true;
    }
    let (twin, outputs) = step.before.take(Act::Home(Input::Disarm { code }));
    let theirs = Step { before: step.before, act: Act::Home(Input::Disarm { code }), outputs: &outputs, after: &twin };
    let same = theirs.disarmed().map(|(_, effect)| effect) == Some(effect) && twin.state() == step.after.state();
    same && step.orders().eq(theirs.orders())
}

fn burglar_cancel_under_duress_keeps_what_was_asked_for(step: &Step<'_>) -> bool {
    let code = step.disarmed().or_else(|| step.cancelled_in_app());
    let cancels = matches!(code, Some((Code::Duress, Some(CancelEffect::Cancelled))));
    let ordered: Vec<Service> = step.before.incident().dispatches().iter().map(|it| it.request.service).collect();
    implies(cancels, step.keeps_in_duress() == Some(&ordered[..]))
}

fn burglar_deciding_calls_end_after_180_seconds(step: &Step<'_>) -> bool {
    let since = step.after.past.opened_ms.map_or(0, |opened| step.after.now_ms - opened);
    implies(is_burglar(step) && matches!(step.after.state(), State::Contacting { .. }), since < DECIDING_MS)
        && DECIDING_MS == 180_000
}

fn burglar_nobody_sent_is_said_and_stays_two_hours(step: &Step<'_>) -> bool {
    let State::NobodySent { until } = step.after.state() else { return true };
    let new = !matches!(step.was(), Some(State::NobodySent { .. }));
    implies(new, step.says(Event::NobodySent) && until.remaining_ms(step.after.now()) == NOBODY_SENT_MS)
        && NOBODY_SENT_MS == 7_200_000
}

fn burglar_police_can_be_sent_where_nobody_was(step: &Step<'_>) -> bool {
    let nobody_sent = matches!(step.was(), Some(State::NobodySent { .. }));
    let sends = [PHONE, OTHER_PHONE].iter().any(|device| step.act == Act::Home(Input::SendNow { device: *device }));
    implies(nobody_sent && sends, step.asks() == [Service::Police])
}

fn nothing_but_a_burglar_alarm_only_if_i_say_ends_with_nobody_sent(step: &Step<'_>) -> bool {
    implies(matches!(step.after.state(), State::NobodySent { .. }), is_burglar(step) && only_if_i_say(step))
}
