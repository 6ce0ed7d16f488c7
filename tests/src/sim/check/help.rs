//! Z4, Z5, Z10, carbon monoxide, and what may be said: one row of the journal at a time.

use mayday_protocol::incident::{
    CancelEffect, DispatchRequest, DispatchState, Ending, Event, Incident, OVERDUE_MS, Order, State,
};
use mayday_protocol::plan::{Course, Kind};
use mayday_protocol::signal::Record;
use mayday_protocol::{SignalId, Time};
use mayday_station::offline::{At, Row, Told, Work};

use super::{Checked, Checker, Rule, Signal, holds};
use crate::sim::ledger::Ledger;

/// DESIGN §3: the station acts on nothing while it holds.
pub(super) fn held_orders_nothing(signal: &Signal, row: &Row) -> Checked {
    let held = signal.incident().is_some_and(|incident| matches!(incident.state(), State::Held { .. }));
    let works = row.told.iter().any(|told| matches!(told, Told::Work(_) | Told::Consequence(_)));
    holds(Rule::HeldOrdersNothing, !(held && works), || format!("{:?} is held: {:?}", signal.label, row.told))
}

/// Z10.
pub(super) fn practice_sends_nobody(signal: &Signal, row: &Row) -> Checked {
    let Some(plan) = signal.plan() else { return Ok(()) };
    let dispatches = Checker::comes(row);
    holds(Rule::PracticeSendsNobody, plan.course == Course::Full || !dispatches, || {
        format!("{:?} runs as {:?}: {:?}", signal.label, plan.course, row.told)
    })?;
    let calls = row.told.iter().any(|told| matches!(told, Told::Work(Work::Order(Order::PlaceCall { .. }))));
    holds(Rule::PracticeSendsNobody, plan.course != Course::Unmonitored || !calls, || {
        format!("{:?} is not enrolled, and is called about: {:?}", signal.label, row.told)
    })
}

/// Z5: once *cancelled* was said, nothing is ordered any more but an end of what runs.
pub(super) fn cancelled_is_never_acted_on(signal: &Signal, row: &Row, since: Option<&u64>) -> Checked {
    let acts = |told: &Told| match told {
        Told::Work(Work::Dispatch { .. } | Work::Order(Order::PlaceCall { .. } | Order::SoundSiren { .. })) => true,
        Told::Work(Work::Order(
            Order::Announce
            | Order::EndCall { .. }
            | Order::LeaveMessage { .. }
            | Order::StopSiren
            | Order::AskAgent { .. },
        ))
        | Told::Consequence(_)
        | Told::Event(_) => false,
    };
    let acted = since.is_some() && row.told.iter().any(acts);
    holds(Rule::CancelledIsNeverActedOn, !acted, || {
        format!("{:?} was cancelled at {since:?}: {:?}", signal.label, row.told)
    })
}

/// Z5: C3, E7.
pub(super) fn no_cancel_in_the_app(signal: &Signal, row: &Row) -> Checked {
    let Some(plan) = signal.plan() else { return Ok(()) };
    if !plan.kind.is_slid() || plan.kind == Kind::SirenOnly {
        return Ok(());
    }
    let cancels = |told: &Told| {
        matches!(
            told,
            Told::Event(
                Event::Disarmed { effect: CancelEffect::Cancelled | CancelEffect::PassedOn }
                    | Event::CancelledInApp { effect: CancelEffect::Cancelled | CancelEffect::PassedOn }
            )
        )
    };
    holds(Rule::NoCancelInTheAppAfterTheHold, !row.told.iter().any(cancels), || {
        format!("{:?}: {:?}", signal.label, row.told)
    })
}

/// Z6: H1, H2. A request that nobody starts for five seconds holds no call up.
pub(super) fn co_dispatches_first(signal: &Signal, before: &Record, row: &Row, time: Time) -> Checked {
    let Some(plan) = signal.plan() else { return Ok(()) };
    if plan.kind != Kind::CarbonMonoxide || plan.course != Course::Full {
        return Ok(());
    }
    let cancelled = |ending: &Ending| {
        matches!(ending, Ending::CancelledByContact | Ending::CancelledOnDevice | Ending::Disarmed | Ending::NobodySent)
    };
    let ended = signal.incident().is_some_and(|it| matches!(it.state(), State::Closed(ending) if cancelled(ending)));
    holds(Rule::CoDispatchesFirst, !ended, || format!("{:?} was cancelled: {:?}", signal.label, row.told))?;
    let joined = signal.incident().is_some_and(|it| matches!(it.state(), State::Joined { .. }));
    holds(Rule::CoDispatchesFirst, !joined, || format!("{:?} waits for the calls of another", signal.label))?;
    let calls = row.told.iter().any(|told| matches!(told, Told::Work(Work::Order(Order::PlaceCall { .. }))));
    let begun = |incident: &Incident| {
        incident.dispatches().iter().any(|dispatch| match dispatch.state {
            DispatchState::Ordered { overdue } => overdue.elapsed_ms(time) >= OVERDUE_MS,
            DispatchState::Started { .. } | DispatchState::Confirmed => true,
        })
    };
    let in_time = signal.incident().is_some_and(begun) || before.incident().is_some_and(begun);
    holds(Rule::CoDispatchesFirst, !calls || in_time, || {
        format!("{:?} is called about before a request was started: {:?}", signal.label, row.told)
    })
}

/// Q2: *requested* is said once the receiving side has accepted.
pub(super) fn said_only_when_known(signal: &Signal, row: &Row, ledger: &Ledger) -> Checked {
    for told in &row.told {
        let Told::Event(Event::Requested { service, .. }) = told else { continue };
        let known = ledger.accepted.iter().any(|(at, request)| *at == row.at && request.service == *service);
        holds(Rule::SaidOnlyWhenKnown, known || signal.is_history, || {
            format!("{:?}: {told:?}, and nobody has accepted", signal.label)
        })?;
    }
    Ok(())
}

impl Checker {
    /// Z4, Z5: what goes out was ordered, was started, and was not cancelled.
    pub(crate) fn still_stands(&self, at: At, request: DispatchRequest) -> Checked {
        let Some(signal) = self.signal(at) else { return Ok(()) };
        let since = self.cancelled.get(&at);
        holds(Rule::CancelledIsNeverActedOn, since.is_none(), || {
            format!("{:?} was cancelled at {since:?}, and {request:?} goes out", signal.label)
        })?;
        let ended = signal.incident().is_some_and(|incident| {
            matches!(incident.state(), State::Closed(Ending::CancelledOnDevice | Ending::Disarmed))
        });
        holds(Rule::CancelledIsNeverActedOn, !ended, || {
            format!("{:?} has ended by a cancel, and {request:?} goes out", signal.label)
        })?;
        let said = signal.has(|event| matches!(event, Event::Requesting { service } if *service == request.service));
        holds(Rule::SaidOnlyWhenKnown, said || signal.is_history, || {
            format!("{:?}: {request:?} goes out before the station knows", signal.label)
        })
    }

    /// D1, D8: what sounds was ordered by an incident that is no longer held.
    pub(crate) fn siren_starts(&self, at: At) -> Checked {
        let Some(signal) = self.signal(at) else { return Ok(()) };
        let ordered = signal.incident().is_some_and(|incident| incident.siren().is_some());
        holds(Rule::HeldOrdersNothing, ordered, || format!("{:?}: the siren sounds unasked", signal.label))?;
        holds(Rule::DuressIsHidden, !signal.label.hidden, || format!("{:?}: the siren sounds", signal.label))
    }

    /// Z8: so many slides, so many signals with a device.
    pub(crate) fn every_signal_is_a_slide(&self, slides: &[SignalId]) -> Checked {
        for signal in &self.signals {
            let slid = signal.incident().is_some_and(|incident| incident.acceptance().device.is_some());
            let known = slides.contains(&signal.at.signal);
            holds(Rule::OneIncidentASignal, !slid || known || signal.is_history, || {
                format!("{:?}: nobody slid it", signal.label)
            })?;
        }
        Ok(())
    }
}
