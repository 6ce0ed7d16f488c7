//! What has really happened at the world's edge: who was called, who was asked to come, what sounded.

use std::collections::HashMap;

use mayday_protocol::incident::{DispatchMessage, DispatchRequest};
use mayday_protocol::plan::Service;
use mayday_station::offline::{At, OrderId};

use super::check::{Checked, Checker, Label, Rule, holds};

/// Somebody's telephone, from dialling to the end.
#[derive(Clone, Debug)]
pub(crate) struct Leg {
    pub(crate) at: At,
    pub(crate) label: Label,
    pub(crate) call: u16,
    pub(crate) person: String,
    pub(crate) order: Option<OrderId>,
    pub(crate) lives: bool,
    /// Facts that were reported, so that each has its own chance.
    pub(crate) reports: u64,
}

/// Something that reached the receiving side of dispatch requests.
#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    pub(crate) at: At,
    pub(crate) request: DispatchRequest,
    pub(crate) message: DispatchMessage,
    pub(crate) time: u64,
}

/// Everything.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    pub(crate) legs: Vec<Leg>,
    pub(crate) attempts: Vec<Attempt>,
    pub(crate) accepted: Vec<(At, DispatchRequest)>,
    keys: HashMap<String, (At, DispatchRequest, DispatchMessage)>,
}

impl Ledger {
    pub(crate) fn leg(&self, at: At, call: u16) -> Option<usize> {
        self.legs.iter().rposition(|leg| leg.at == at && leg.call == call)
    }

    pub(crate) fn was_asked(&self, at: At, service: Service, since: u64) -> bool {
        let came = |it: &Attempt| it.at == at && it.request.service == service && it.message == DispatchMessage::Come;
        self.attempts.iter().any(|attempt| came(attempt) && attempt.time >= since)
    }
}

impl Checker {
    /// Something has reached the receiving side.
    pub(crate) fn reached(&mut self, key: &str, attempt: Attempt) -> Checked {
        let Attempt { at, request, message, time } = attempt;
        let said = (at, request, message);
        let name = self.signal(at).map(|signal| signal.label);
        let fits = self.ledger.keys.get(key).is_none_or(|known| *known == said);
        holds(Rule::OneKeyAnAsking, fits, || format!("{name:?}: a key stands for two things: {request:?}"))?;
        let others = self.ledger.keys.iter().any(|(known, it)| *it == said && known != key);
        holds(Rule::OneKeyAnAsking, !others, || format!("{name:?}: {request:?} {message:?} went out under two keys"))?;
        self.ledger.keys.insert(key.to_owned(), said);
        let signal = self.signal(at);
        let may = signal.and_then(|it| it.plan()).is_some_and(|plan| plan.course.may_dispatch().is_some());
        holds(Rule::PracticeSendsNobody, may, || format!("{name:?}: {request:?} reached the receiving side"))?;
        if message == DispatchMessage::Come {
            self.still_stands(at, request)?;
        }
        self.ledger.attempts.push(Attempt { at, request, message, time });
        Ok(())
    }

    /// The receiving side has accepted.
    pub(crate) fn accepted(&mut self, at: At, request: DispatchRequest) {
        if !self.ledger.accepted.contains(&(at, request)) {
            self.ledger.accepted.push((at, request));
        }
    }
}
