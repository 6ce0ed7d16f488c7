//! Z6: what nobody in the home may see, hear, count or infer, and what it must bring all the same.

use mayday_protocol::incident::{Ending, Order, State};
use mayday_protocol::plan::{Course, Service};
use mayday_station::offline::{At, Row, Told, Work};

use super::{Checked, Checker, Rule, Signal, holds};

/// J2, J3: no siren, no call, no cancel.
pub(super) fn is_hidden(signal: &Signal, row: &Row) -> Checked {
    if !signal.label.hidden {
        return Ok(());
    }
    let heard = |told: &Told| match told {
        Told::Work(Work::Order(order)) => match order {
            Order::AskAgent { contact } => contact.is_some(),
            Order::PlaceCall { .. }
            | Order::EndCall { .. }
            | Order::LeaveMessage { .. }
            | Order::SoundSiren { .. }
            | Order::StopSiren
            | Order::Announce => true,
        },
        Told::Work(Work::Dispatch { message, .. }) => {
            *message == mayday_protocol::incident::DispatchMessage::CancelAsked
        }
        Told::Consequence(_) => true,
        Told::Event(_) => false,
    };
    holds(Rule::DuressIsHidden, !row.told.iter().any(heard), || format!("{:?}: {:?}", signal.label, row.told))?;
    let ending = signal.incident().map(|incident| incident.state().clone());
    let ended_well = match &ending {
        Some(State::Closed(ending)) => {
            matches!(ending, Ending::ByStation | Ending::BeforeAnAgent | Ending::SirenOver)
        }
        Some(State::Joined { .. }) => false,
        Some(
            State::Held { .. }
            | State::Contacting { .. }
            | State::Responding(_)
            | State::NobodySent { .. }
            | State::SirenAlone,
        )
        | None => true,
    };
    holds(Rule::DuressIsHidden, ended_well, || format!("{:?} came to {ending:?}", signal.label))
}

impl Checker {
    /// J1, J4, N4: it was given in this home, and the station has taken it.
    pub(crate) fn duress_was_given(&self, home: usize) -> Checked {
        let mut own = self.signals.iter().enumerate().filter(|(_, it)| it.label.home == home && it.label.hidden);
        let raised = own.any(|(index, signal)| {
            let open = signal.incident().is_some_and(mayday_protocol::incident::Incident::is_open);
            open || self.touched.contains(&index)
        });
        holds(Rule::DuressAsksForPolice, raised, || format!("home {home}: duress was given, and nothing is raised"))
    }

    /// J4, N4: what was asked for in full stays asked for, and police are added, in the same transaction.
    pub(super) fn duress_was_caused(&self) -> Checked {
        // In practice duress goes to an agent (L6).
        let practises = self
            .touched
            .iter()
            .filter_map(|index| self.signals[*index].plan())
            .any(|plan| plan.is_hidden() && plan.course == Course::Practice);
        for (home, full, keep) in self.caused.iter().filter(|(_, full, _)| *full && !practises) {
            let hidden = self.signals.iter().filter(|it| it.label.home == *home && it.label.hidden);
            let asked: Vec<Service> = hidden
                .filter_map(Signal::incident)
                .filter(|incident| incident.is_open())
                .flat_map(|incident| incident.dispatches().iter().map(|dispatch| dispatch.request.service))
                .collect();
            let all = keep.iter().chain([&Service::Police]).all(|service| asked.contains(service));
            holds(Rule::DuressAsksForPolice, all, || {
                format!("home {home}, in full: {full}: {keep:?} and police were to be asked to come, and {asked:?} are")
            })?;
        }
        Ok(())
    }

    /// J2: no app is told that something has happened.
    pub(crate) fn announced(&self, signals: &[At]) -> Checked {
        for at in signals {
            let hidden = self.signal(*at).is_some_and(|signal| signal.label.hidden);
            holds(Rule::DuressIsHidden, !hidden, || {
                format!("apps are told of {:?}", self.signal(*at).map(|it| it.label))
            })?;
        }
        Ok(())
    }
}
