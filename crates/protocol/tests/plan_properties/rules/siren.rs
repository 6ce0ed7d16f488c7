//! The siren, in every plan (D).

use mayday_protocol::incident::{Event, Input, Order, Output, SirenFact, SirenStep};
use mayday_protocol::plan::Siren;

use super::{Rule, implies, rules};
use crate::must;
use crate::world::{Act, Step};

pub(super) const RULES: &[Rule] = rules![
    "D1, D2, D3, D7" what_is_heard_when_it_opens_is_what_the_kind_says,
    "D4" nothing_sounds_where_there_is_no_base_station,
    "C2, D1" no_siren_before_it_opens,
    "D6" a_disarm_silences_the_siren_in_every_kind,
    "C2, D6" a_valid_cancel_silences_the_siren,
    "D6" silence_touches_neither_calls_nor_dispatch,
    "D6, C3" nothing_but_silence_a_disarm_or_a_valid_cancel_orders_silence,
    "C6, D8" a_siren_is_said_to_sound_or_to_be_silent_only_when_the_base_station_has_said_so,
    "D8" every_siren_order_carries_its_end,
];

fn heard(step: &Step<'_>) -> Vec<Siren> {
    let heard = |order: Order| match order {
        Order::SoundSiren { .. } => Some(Siren::Sounds),
        Order::Announce => Some(Siren::Announces),
        Order::StopSiren
        | Order::PlaceCall { .. }
        | Order::EndCall { .. }
        | Order::LeaveMessage { .. }
        | Order::AskAgent { .. } => None,
    };
    step.orders().filter_map(heard).collect()
}

fn what_is_heard_when_it_opens_is_what_the_kind_says(step: &Step<'_>) -> bool {
    let expected: Vec<Siren> = match must::siren(step.kind()) {
        Siren::Silent => vec![],
        siren @ (Siren::Sounds | Siren::Announces) => vec![siren],
    };
    implies(step.opens() && step.after.home.base_station, heard(step) == expected)
}

fn nothing_sounds_where_there_is_no_base_station(step: &Step<'_>) -> bool {
    implies(!step.after.home.base_station, heard(step).is_empty())
}

fn no_siren_before_it_opens(step: &Step<'_>) -> bool {
    let later = matches!(step.act, Act::Home(Input::AlsoAsked { .. }));
    implies(!heard(step).is_empty(), step.opens() || later)
}

/// Ordered or sounding, as far as anybody knows.
fn is_heard(step: &Step<'_>) -> bool {
    let siren = step.before.incident().siren().filter(|_| step.act != Act::Begin);
    siren.is_some_and(|siren| matches!(siren.step, SirenStep::Ordered | SirenStep::Sounding))
}

fn orders_silence(step: &Step<'_>) -> bool {
    step.orders_that(|order| *order == Order::StopSiren)
}

fn a_disarm_silences_the_siren_in_every_kind(step: &Step<'_>) -> bool {
    let disarmed = matches!(step.act, Act::Home(Input::Disarm { .. }));
    implies(disarmed && is_heard(step), orders_silence(step))
}

/// A cancel that ended everything that was asked for.
fn cancels(step: &Step<'_>) -> bool {
    step.after.past.cancelled && !step.before.past.cancelled
}

fn a_valid_cancel_silences_the_siren(step: &Step<'_>) -> bool {
    implies(cancels(step) && is_heard(step), orders_silence(step))
}

fn silence_touches_neither_calls_nor_dispatch(step: &Step<'_>) -> bool {
    let silent = !step.touches_calls_or_dispatch() && step.before.state() == step.after.state();
    implies(step.act == Act::Home(Input::Silence), silent && orders_silence(step) == is_heard(step))
}

fn nothing_but_silence_a_disarm_or_a_valid_cancel_orders_silence(step: &Step<'_>) -> bool {
    let asked = matches!(step.act, Act::Home(Input::Silence | Input::Disarm { .. } | Input::Over));
    let only_siren = step
        .cancelled_in_app()
        .is_some_and(|(_, effect)| effect == Some(mayday_protocol::incident::CancelEffect::SirenOnly));
    // The home's code in the app silences a burglar alarm even where the cancel is only passed on.
    let with_code = step.cancelled_in_app().is_some() && step.kind() == mayday_protocol::Kind::Burglar;
    implies(orders_silence(step), asked || only_siren || with_code || cancels(step))
}

fn a_siren_is_said_to_sound_or_to_be_silent_only_when_the_base_station_has_said_so(step: &Step<'_>) -> bool {
    let told = |fact| step.act == Act::Home(Input::Siren(fact));
    let sounds = step.events().any(|event| matches!(event, Event::SirenSounds { .. }));
    implies(sounds, told(SirenFact::Sounding)) && implies(step.says(Event::SirenSilent), told(SirenFact::Silent))
}

fn every_siren_order_carries_its_end(step: &Step<'_>) -> bool {
    step.outputs.iter().all(|output| {
        let Output::Order(Order::SoundSiren { ends, .. }) = output else { return true };
        let left = ends.remaining_ms(step.after.now());
        left > 0 && left <= 600_000
    })
}
