//! Z3, Z7, M9: who is called, in which order, and what a call comes to.

use mayday_protocol::ContactId;
use mayday_protocol::call::Role;
use mayday_protocol::incident::{ActiveCall, CancelEffect, Event, State};
use mayday_protocol::plan::{Course, NotReached, WrongPassword};
use mayday_protocol::signal::Record;
use mayday_station::offline::{At, Row, Told};

use super::{Checked, Checker, Rule, Signal, holds};

/// Z3: by the timeline, deciding calls run one after the other, down the list.
pub(super) fn in_order(signal: &mut Signal, row: &Row) -> Checked {
    let label = signal.label;
    let list = signal.incident().map(|incident| incident.acceptance().contacts.clone()).unwrap_or_default();
    for told in &row.told {
        let Told::Event(event) = told else { continue };
        match *event {
            Event::Calling { contact, role: Role::Deciding } => {
                holds(Rule::CallsGoInOrder, signal.deciding.is_none(), || {
                    format!("{label:?}: a second deciding call beside one that is not decided: {:?}", row.told)
                })?;
                let place = list.iter().position(|listed| *listed == contact);
                let next = signal.decided.map_or(0, |last| last + 1);
                holds(Rule::CallsGoInOrder, place == Some(next), || {
                    format!("{label:?}: the contact at {place:?} is called, and the next one is {next}")
                })?;
                (signal.deciding, signal.decided) = (Some(contact), place);
            }
            Event::NotAnswered { contact, .. } | Event::NoDecision { contact } | Event::WrongPassword { contact }
                if signal.deciding == Some(contact) =>
            {
                signal.deciding = None;
            }
            // What is asked for since then has calls of its own (A10).
            Event::CancelledBy { .. } => (signal.deciding, signal.decided) = (None, None),
            Event::ConfirmedBy { .. }
            | Event::DecidingOver
            | Event::SendNow
            | Event::AgentSendsHelp
            | Event::CancelledInHold
            | Event::Disarmed { effect: CancelEffect::Cancelled }
            | Event::CancelledInApp { effect: CancelEffect::Cancelled } => signal.deciding = None,
            Event::Held
            | Event::EntryDelay { .. }
            | Event::AlarmRaised { .. }
            | Event::AlsoTriggered { .. }
            | Event::NobodyCalled
            | Event::Disarmed { .. }
            | Event::CancelledInApp { .. }
            | Event::StillNeedHelp
            | Event::NobodySent
            | Event::AlsoAsked { .. }
            | Event::Joined { .. }
            | Event::CalledBack { .. }
            | Event::WouldRequest { .. }
            | Event::AgentAsked { .. }
            | Event::AgentWaiting
            | Event::NoAgent
            | Event::AgentTook
            | Event::Read
            | Event::Ended { .. }
            | Event::HelpRequested { .. }
            | Event::Calling { .. }
            | Event::Ringing { .. }
            | Event::Answered { .. }
            | Event::NotAnswered { .. }
            | Event::MessageLeft { .. }
            | Event::MessageNotLeft { .. }
            | Event::NoDecision { .. }
            | Event::NobodyToCall
            | Event::SirenSounds { .. }
            | Event::Silencing
            | Event::SirenSilent
            | Event::SirenEnded
            | Event::SirenNotStarted
            | Event::Announced
            | Event::WrongPassword { .. }
            | Event::Requesting { .. }
            | Event::Requested { .. }
            | Event::NotConfirmed { .. }
            | Event::Told { .. }
            | Event::ClosedByStation => {}
        }
    }
    Ok(())
}

/// Z7: in the same step.
pub(super) fn wrong_password(signal: &Signal, before: &Record, row: &Row) -> Checked {
    let wrong = row.told.iter().find_map(|told| match told {
        Told::Event(Event::WrongPassword { contact }) => Some(*contact),
        Told::Event(_) | Told::Work(_) | Told::Consequence(_) => None,
    });
    let Some(contact) = wrong else { return Ok(()) };
    asks_for_help_at_once(signal, before, contact, Checker::comes(row))
}

fn asks_for_help_at_once(signal: &Signal, before: &Record, contact: ContactId, comes: bool) -> Checked {
    let (Some(plan), Some(incident)) = (signal.plan(), before.incident()) else { return Ok(()) };
    let decides = matches!(incident.state(), State::Contacting { active, .. } if active.contact == contact);
    let Some(deciding) = plan.deciding().filter(|_| decides && plan.course == Course::Full) else { return Ok(()) };
    let nobody =
        deciding.wrong_password == WrongPassword::AsNotReached && deciding.not_reached == NotReached::NobodySent;
    holds(Rule::WrongPasswordHasItsConsequence, comes || nobody, || {
        format!("{:?}: nobody is asked to come after a wrong password", signal.label)
    })
}

/// How many slides a call has named in which a contact cancelled.
pub(super) fn note_cancels(signal: &mut Signal, before: &Record, row: &Row, now: u64) {
    let Some(incident) = before.incident() else { return };
    for told in &row.told {
        if let Told::Event(Event::CancelledBy { contact }) = told {
            let calls = incident.active_calls();
            let named = calls.iter().filter(|it| it.contact == *contact).map(|it| usize::from(it.names)).max();
            signal.cancels.push((now, named.unwrap_or(0)));
        }
    }
}

impl Checker {
    /// M9: a carrier dials. `double` where this call was dialled before and still rings.
    pub(crate) fn dials(&self, at: At, call: u16, contact: ContactId, double: bool) -> Checked {
        let label = self.signal(at).map(|signal| signal.label);
        holds(Rule::OneCallAPerson, !double, || format!("{label:?}: call {call} is dialled twice"))?;
        let active = self.active(at, call);
        let meant = active.map(|active| active.contact);
        holds(Rule::CallsGoInOrder, meant.is_none_or(|meant| meant == contact), || {
            format!("{label:?}: call {call} is for {meant:?}, and {contact:?} is called")
        })?;
        let Some(person) = self.persons.get(&contact) else { return Ok(()) };
        for leg in self.ledger.legs.iter().filter(|leg| leg.lives && leg.person == *person) {
            if (leg.at, leg.call) == (at, call) {
                continue;
            }
            // It ends for the station when the plan says so; its carrier hears of that a moment later.
            holds(Rule::OneCallAPerson, !self.runs(leg.at, leg.call), || {
                format!("{label:?}: call {call} goes to who is in call {} of {:?}", leg.call, leg.label)
            })?;
        }
        Ok(())
    }

    /// H1: somebody is called about carbon monoxide whom the station has not ordered to be called.
    pub(crate) fn calls_unasked(&self, at: At, contact: ContactId) -> Checked {
        let signal = self.signal(at);
        let begun = signal
            .and_then(Signal::incident)
            .is_some_and(|incident| incident.active_calls().iter().any(|active| active.contact == contact));
        holds(Rule::CoDispatchesFirst, begun, || {
            format!("{:?} is called about before a request was started", signal.map(|it| it.label))
        })
    }

    /// Z7: a person has submitted a wrong password while it was asked for, and the station has taken the report.
    pub(crate) fn wrong_password_was_given(&self, at: At, before: &Record, contact: ContactId) -> Checked {
        let Some(signal) = self.signal(at) else { return Ok(()) };
        let responds = signal.incident().is_some_and(|incident| !incident.dispatches().is_empty());
        asks_for_help_at_once(signal, before, contact, responds)
    }

    pub(crate) fn active(&self, at: At, call: u16) -> Option<ActiveCall> {
        let incident = self.signal(at)?.incident()?;
        incident.active_calls().into_iter().find(|active| active.number == call)
    }

    /// Whether a call or its message runs, by the station's own state.
    pub(crate) fn runs(&self, at: At, call: u16) -> bool {
        let Some(incident) = self.signal(at).and_then(Signal::incident) else { return false };
        let leaves = |message: &mayday_protocol::incident::Message| message.call == call && message.is_being_left();
        self.active(at, call).is_some() || incident.messages().iter().any(leaves)
    }
}
