//! Practice, drills, and alarms of homes that are not enrolled (B14, L); what is open beside (D9, G4).

use mayday_protocol::call::{Fact, Role, State as CallState};
use mayday_protocol::incident::{About, CancelEffect, DRILL_SIREN_MS, Ending, Event, Order, SIREN_MS, State};
use mayday_protocol::plan::{Course, Trigger};
use mayday_protocol::{ContactId, Kind};

use super::{Rule, implies, rules};
use crate::must;
use crate::world::{Act, Step};

pub(super) const RULES: &[Rule] = rules![
    "L2, Z10" practice_never_dispatches,
    "L2" practice_brings_an_automated_message_to_the_first_contact,
    "L2" practice_calls_the_next_contact_when_one_has_not_answered,
    "L2" practice_leaves_everybody_else_alone_once_a_person_was_reached,
    "L2" practice_calls_speak_of_an_alarm_and_decide_nothing,
    "L3" practice_connects_whoever_asks_to_an_agent,
    "L2, D3" practice_sirens_are_real,
    "L6" practice_puts_duress_before_an_agent_at_once_and_calls_nobody,
    "P2, Q3" a_home_without_contacts_is_told_to_the_agents_wherever_somebody_would_be_called,
    "L2" practice_disarm_and_cancel_in_the_app_do_no_more_than_silence,
    "L5, Z10" a_drill_never_dispatches,
    "L5" a_drill_says_what_it_would_have_requested_and_nothing_else_says_so,
    "L5" a_drill_sounds_half_a_second,
    "L5" a_drill_ends_by_itself_once_everybody_was_told,
    "L5" a_drills_telling_calls_say_that_it_is_one,
    "B14" an_alarm_of_a_home_that_is_not_enrolled_calls_nobody_and_says_so,
    "B14" an_alarm_of_a_home_that_is_not_enrolled_sounds_until_its_siren_is_over,
    "B14, D3" what_only_sounds_is_silenced_by_a_cancel_in_the_app,
    "B14" an_alarm_of_a_home_that_is_not_enrolled_is_never_dispatched_and_takes_nothing_else,
    "D3, A3" the_siren_alone_calls_nobody_and_requests_nobody,
    "D9" a_burglar_trigger_is_noted_while_a_fire_or_medical_sos_is_open,
    "G4, D9" every_other_alarm_is_an_incident_of_its_own,
];

const fn in_practice(step: &Step<'_>) -> bool {
    matches!(step.course(), Course::Practice)
}

/// Practice, of a kind that brings calls.
fn practises_calls(step: &Step<'_>) -> bool {
    in_practice(step) && !matches!(step.kind(), Kind::Duress | Kind::SirenOnly)
}

fn practice_never_dispatches(step: &Step<'_>) -> bool {
    implies(in_practice(step), step.asks().is_empty() && step.after.incident().dispatches().is_empty())
}

fn practice_brings_an_automated_message_to_the_first_contact(step: &Step<'_>) -> bool {
    let first = step.contacts().get(..1).unwrap_or_default();
    implies(practises_calls(step) && step.opens(), step.calls(Role::Telling) == first && step.places() == first)
}

fn practice_calls_the_next_contact_when_one_has_not_answered(step: &Step<'_>) -> bool {
    let most = if must::is_flood(step.kind()) { 2 } else { step.contacts().len() };
    let failed = step.events().find_map(|event| {
        let Event::NotAnswered { contact, .. } = event else { return None };
        step.contacts().iter().take(most).position(|known| *known == contact)
    });
    let next: Vec<ContactId> = failed
        .into_iter()
        .flat_map(|place| step.contacts().iter().take(most).skip(place + 1).take(1))
        .copied()
        .collect();
    implies(practises_calls(step) && !step.opens(), step.calls(Role::Telling) == next)
}

fn practice_leaves_everybody_else_alone_once_a_person_was_reached(step: &Step<'_>) -> bool {
    let told = step.events().any(|event| matches!(event, Event::Told { .. } | Event::AgentAsked { .. }));
    implies(practises_calls(step) && told, step.places().is_empty() && !still_tells(step))
}

fn still_tells(step: &Step<'_>) -> bool {
    step.after.incident().active_calls().iter().any(|active| active.call.role() == Role::Telling)
}

fn practice_calls_speak_of_an_alarm_and_decide_nothing(step: &Step<'_>) -> bool {
    let about = if must::is_flood(step.kind()) { About::Notice } else { About::Alarm };
    let right = match step.after.state() {
        State::Responding(responding) => responding.about == about,
        State::Held { .. }
        | State::Contacting { .. }
        | State::NobodySent { .. }
        | State::SirenAlone
        | State::Joined { .. }
        | State::Closed(_) => true,
    };
    implies(in_practice(step), right && step.calls(Role::Deciding).is_empty())
}

fn practice_connects_whoever_asks_to_an_agent(step: &Step<'_>) -> bool {
    let proven =
        step.after.incident().active_calls().into_iter().filter(|active| step.act == Act::Prove(active.number));
    let offered = proven
        .into_iter()
        .all(|active| active.call.role() != Role::Telling || matches!(active.call.state(), CallState::Offering { .. }));
    let Act::Report(call, Fact::Key('0')) = step.act else { return implies(in_practice(step), offered) };
    let calls = step.before.incident().active_calls();
    let asked = calls.iter().find(|active| active.number == call).map(|active| active.contact);
    implies(in_practice(step), step.orders_that(|order| *order == Order::AskAgent { contact: asked }))
}

fn practice_sirens_are_real(step: &Step<'_>) -> bool {
    let whole = step.orders().all(|order| {
        let Order::SoundSiren { ends, .. } = order else { return true };
        ends.remaining_ms(step.after.now()) == SIREN_MS
    });
    implies(step.course() != Course::Drill, whole)
}

fn practice_puts_duress_before_an_agent_at_once_and_calls_nobody(step: &Step<'_>) -> bool {
    let asked = step.orders_that(|order| *order == Order::AskAgent { contact: None }) && step.places().is_empty();
    implies(in_practice(step) && step.kind() == Kind::Duress && step.opens(), asked)
        && implies(
            step.orders_that(|order| *order == Order::AskAgent { contact: None }),
            in_practice(step) && step.kind() == Kind::Duress || step.after.home.contacts == 0,
        )
}

fn a_home_without_contacts_is_told_to_the_agents_wherever_somebody_would_be_called(step: &Step<'_>) -> bool {
    let called = match step.course() {
        Course::Full | Course::Practice => !matches!(step.kind(), Kind::SirenOnly | Kind::Duress),
        Course::Drill | Course::Unmonitored => false,
    };
    let asked = step.orders_that(|order| *order == Order::AskAgent { contact: None });
    implies(step.opens() && step.after.home.contacts == 0 && called, asked)
        && implies(step.after.home.contacts == 0 && !called && step.kind() != Kind::Duress, !asked)
}

fn practice_disarm_and_cancel_in_the_app_do_no_more_than_silence(step: &Step<'_>) -> bool {
    let effect = match (step.disarmed(), step.cancelled_in_app()) {
        (Some((_, effect)), _) => effect == Some(CancelEffect::Nothing),
        (None, Some((_, effect))) if step.kind() == Kind::SirenOnly => effect == Some(CancelEffect::SirenOnly),
        (None, Some((_, effect))) => effect == Some(CancelEffect::Nothing),
        (None, None) => return true,
    };
    implies(in_practice(step), effect && !step.touches_calls_or_dispatch() && step.before.state() == step.after.state())
}

const fn is_drill(step: &Step<'_>) -> bool {
    matches!(step.course(), Course::Drill)
}

fn a_drill_never_dispatches(step: &Step<'_>) -> bool {
    implies(is_drill(step), step.requests().is_empty() && step.after.incident().dispatches().is_empty())
}

fn a_drill_says_what_it_would_have_requested_and_nothing_else_says_so(step: &Step<'_>) -> bool {
    let would: Vec<_> = step.asks();
    let right = would.iter().all(|service| must::service(step.kind()) == Some(*service));
    let says = step.events().any(|event| matches!(event, Event::WouldRequest { .. }));
    implies(is_drill(step), right) && implies(says, is_drill(step))
}

fn a_drill_sounds_half_a_second(step: &Step<'_>) -> bool {
    let brief = step.orders().all(|order| {
        let Order::SoundSiren { ends, .. } = order else { return true };
        ends.remaining_ms(step.after.now()) == DRILL_SIREN_MS
    });
    implies(is_drill(step), brief)
}

fn a_drill_ends_by_itself_once_everybody_was_told(step: &Step<'_>) -> bool {
    let State::Responding(responding) = step.after.state() else { return true };
    implies(is_drill(step), responding.then.is_some())
}

fn a_drills_telling_calls_say_that_it_is_one(step: &Step<'_>) -> bool {
    let State::Responding(responding) = step.after.state() else { return true };
    let would = !step.after.past.would.is_empty() && !step.after.past.cancelled;
    implies(is_drill(step) && would, responding.about == About::Drill)
        && implies(!is_drill(step), responding.about != About::Drill)
}

const fn is_unmonitored(step: &Step<'_>) -> bool {
    matches!(step.course(), Course::Unmonitored)
}

fn an_alarm_of_a_home_that_is_not_enrolled_calls_nobody_and_says_so(step: &Step<'_>) -> bool {
    let nobody = step.places().is_empty() && step.asks().is_empty();
    implies(is_unmonitored(step), nobody && implies(step.opens(), step.says(Event::NobodyCalled)))
        && implies(step.says(Event::NobodyCalled), is_unmonitored(step))
}

/// Nothing but a siren is to be expected.
fn only_sounds(step: &Step<'_>) -> bool {
    is_unmonitored(step) || step.kind() == Kind::SirenOnly
}

fn an_alarm_of_a_home_that_is_not_enrolled_sounds_until_its_siren_is_over(step: &Step<'_>) -> bool {
    let sounds = matches!(step.after.state(), State::SirenAlone);
    let over = matches!(step.after.state(), State::Closed(Ending::SirenOver));
    let held = step.is_held() || matches!(step.after.state(), State::Closed(Ending::CancelledOnDevice));
    implies(only_sounds(step), sounds || over || held) && implies(sounds, only_sounds(step))
}

fn what_only_sounds_is_silenced_by_a_cancel_in_the_app(step: &Step<'_>) -> bool {
    let Some((_, effect)) = step.cancelled_in_app() else { return true };
    implies(only_sounds(step), effect == Some(CancelEffect::SirenOnly))
}

fn an_alarm_of_a_home_that_is_not_enrolled_is_never_dispatched_and_takes_nothing_else(step: &Step<'_>) -> bool {
    let Some((_, effect)) = step.disarmed() else { return true };
    implies(only_sounds(step), effect == Some(CancelEffect::Nothing) && !step.touches_calls_or_dispatch())
}

fn the_siren_alone_calls_nobody_and_requests_nobody(step: &Step<'_>) -> bool {
    let nobody = step.places().is_empty() && step.asks().is_empty();
    implies(step.kind() == Kind::SirenOnly, nobody)
}

fn notes(step: &Step<'_>) -> bool {
    step.says(Event::AlsoTriggered { trigger: Trigger::GlassBreak }) && !step.after.own_incident
}

fn a_burglar_trigger_is_noted_while_a_fire_or_medical_sos_is_open(step: &Step<'_>) -> bool {
    let walks_in = matches!(step.kind(), Kind::SosFire | Kind::SosMedical) && step.course() == Course::Full;
    let noted = notes(step) && step.orders().count() == 0;
    implies(step.act == Act::AnotherAlarm && walks_in && step.was_open(), noted)
}

fn every_other_alarm_is_an_incident_of_its_own(step: &Step<'_>) -> bool {
    let walks_in = matches!(step.kind(), Kind::SosFire | Kind::SosMedical) && step.course() == Course::Full;
    implies(
        step.act == Act::AnotherAlarm && !(walks_in && step.was_open()),
        step.after.own_incident && step.outputs.is_empty(),
    )
}
