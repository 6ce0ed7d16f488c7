//! A phone, driven by a test: its times, what it kept and what it sent.

use super::super::*;
use crate::eligibility::tests::eligible;
use crate::incident::Standing;
use crate::time::BootId;

pub(super) const ID: SignalId = SignalId::from_random([1; 16]);
pub(super) const INCIDENT: IncidentId = IncidentId::from_random([2; 16]);
pub(super) const BOOT: BootId = BootId(1);
pub(super) const START_MS: u64 = 1_000_000;
pub(super) const MINUTE: u64 = 60_000;
pub(super) const SIGNAL: Signal = Signal { id: ID, kind: Kind::SosPolice, slid_at: at(0), drill: false, camera: None };
pub(super) const HELD: Standing = Standing::Held { acts_by_itself_in_ms: 6_900 };
pub(super) const COMMITTED: Standing = Standing::Committed { incident: INCIDENT };
pub(super) const CANCEL_AT_4: Message = Message::Cancel { cancelled_after_ms: 4_000 };

/// `ms` after the slide.
pub(super) const fn at(ms: u64) -> Time {
    Time::from_clocks(BOOT, (START_MS + ms) * 1_000, START_MS as i64 + ms as i64)
}

/// `ms` after a reboot at which the wall clock read `wall_ms` after the slide.
pub(super) const fn rebooted(ms: u64, wall_ms: i64) -> Time {
    Time::from_clocks(BootId(2), (20_000 + ms) * 1_000, START_MS as i64 + wall_ms)
}

/// The hold has been sent, and nobody has answered.
pub(super) fn counting() -> Sos {
    with(Sos::begin(eligible(), ID, Kind::SosPolice, at(0)), |_| {})
}

/// The station has acknowledged the hold.
pub(super) fn held() -> Sos {
    with(counting(), |sos| sos.handle_input(Input::Standing(HELD), at(30)))
}

/// Cancelled while the hold's answer was still on its way.
pub(super) fn pressed_at(ms: u64) -> Sos {
    with(counting(), |sos| sos.handle_input(Input::CancelPressed, at(ms)))
}

/// Restarted ten seconds after the slide; the station does not know the signal.
pub(super) fn waiting() -> Sos {
    with(resumed(Decision::Open, at(10_000)), |sos| sos.handle_input(Input::Unknown, at(10_050)))
}

pub(super) fn resumed(decision: Decision, now: Time) -> Sos {
    with(Sos::resume(entry(decision), now).expect("something is left to do"), |_| {})
}

pub(super) fn answered_by_hold_and_cancel(sos: &mut Sos) {
    for ms in [7_100, 7_200] {
        sos.handle_input(Input::Standing(COMMITTED), at(ms));
    }
}

pub(super) fn with(sos: Sos, act: impl FnOnce(&mut Sos)) -> Sos {
    let mut sos = undrained(sos, act);
    drain(&mut sos);
    sos
}

pub(super) fn undrained(mut sos: Sos, act: impl FnOnce(&mut Sos)) -> Sos {
    act(&mut sos);
    sos
}

pub(super) const fn entry(decision: Decision) -> Entry {
    Entry { signal: SIGNAL, decision }
}

pub(super) const fn keep(decision: Decision) -> Output {
    Output::Keep(entry(decision))
}

/// Cancelled, and the hold's own answer has come or failed, or cannot come.
pub(super) const fn cancelling(cancelled_after_ms: u64) -> State {
    State::Cancelling { cancelled_after_ms, hold_in_flight: false }
}

/// Cancelled while the hold's answer was on its way.
pub(super) const fn overtaking(cancelled_after_ms: u64) -> State {
    State::Cancelling { cancelled_after_ms, hold_in_flight: true }
}

pub(super) fn seen(sos: &mut Sos) -> (State, Vec<Output>) {
    (sos.state().clone(), drain(sos))
}

pub(super) fn drain(sos: &mut Sos) -> Vec<Output> {
    std::iter::from_fn(|| sos.poll_output()).collect()
}

pub(super) fn sends(outputs: &[Output]) -> Vec<Message> {
    outputs
        .iter()
        .filter_map(|output| match output {
            Output::Send(message) => Some(*message),
            Output::Keep(_) => None,
        })
        .collect()
}
