//! What must have come of everything once faults have stopped and time has run on.

use mayday_protocol::incident::{Ending, Event, Incident, MOST_ASKED, State};
use mayday_protocol::plan::{Course, Kind};
use mayday_station::offline::{At, Offline};

use super::{Checked, Checker, Rule, Signal, holds};

impl Checker {
    /// A10: a slide that is taken in is heard of in the same transaction.
    pub(super) fn joins(&self, index: usize, now: u64) -> Checked {
        let signal = &self.signals[index];
        let Some(State::Joined { incident }) = signal.incident().map(Incident::state) else { return Ok(()) };
        let joined_now = signal.events.iter().any(|(at, event)| *at == now && matches!(event, Event::Joined { .. }));
        if !joined_now {
            return Ok(());
        }
        let service = signal.plan().and_then(|plan| plan.service);
        let target = self.incidents.get(incident).and_then(|at| self.signal(*at));
        let heard = target.is_some_and(|target| {
            let asked = |(at, event): &(u64, Event)| {
                *at == now && matches!(event, Event::AlsoAsked { service: asked } if Some(*asked) == service)
            };
            target.events.iter().any(asked) && target.incident().is_some_and(Incident::is_open)
        });
        holds(Rule::JoinedIsNeverLost, heard, || {
            format!("{:?} was taken in by {:?}, which does not know", signal.label, target.map(|target| target.label))
        })
    }

    /// Everything at the end of a world.
    pub(crate) fn ends_well(&self, station: &Offline, reads_all_again: bool) -> Checked {
        for signal in &self.signals {
            let open = signal.incident().is_some_and(Incident::is_open);
            holds(Rule::ClosesWithinItsBound, !open, || format!("{:?} stays open: {:?}", signal.label, signal.record))?;
            self.help_came(signal)?;
        }
        if reads_all_again {
            self.history_is_kept(station)?;
        }
        for home in &self.homes {
            let seen = station.household(*home).unwrap_or_default();
            self.reads_its_own(*home, &seen)?;
        }
        Ok(())
    }

    fn help_came(&self, signal: &Signal) -> Checked {
        let Some(plan) = signal.plan().filter(|_| !signal.is_history && signal.asks_for_help()) else { return Ok(()) };
        let Some(service) = plan.service else { return Ok(()) };
        if self.ledger.was_asked(signal.at, service, signal.began) {
            return Ok(());
        }
        let ending = signal.incident().map(|incident| incident.state().clone());
        let by_contact = !signal.cancels.is_empty() || signal.has(|event| matches!(event, Event::CancelledBy { .. }));
        let excused = match plan.kind {
            Kind::SosPolice | Kind::SosFire | Kind::SosMedical => {
                by_contact || matches!(ending, Some(State::Closed(Ending::CancelledOnDevice)))
            }
            Kind::Burglar => by_contact || matches!(ending, Some(State::Closed(Ending::Disarmed | Ending::NobodySent))),
            Kind::Smoke | Kind::Panic => by_contact,
            Kind::CarbonMonoxide => false,
            Kind::Duress => {
                return holds(Rule::DuressAsksForPolice, false, || {
                    format!("{:?}: police were never asked to come: {ending:?}", signal.label)
                });
            }
            Kind::SirenOnly | Kind::Flood | Kind::Freeze => true,
        };
        if let Some(State::Joined { incident }) = ending {
            return self.joined_came(signal, self.incidents.get(&incident).copied());
        }
        holds(Rule::HelpComes, excused, || {
            format!("{:?}, {:?}: nobody was ever asked to come: {:?}", signal.label, plan.kind, signal.events)
        })
    }

    /// A10.
    fn joined_came(&self, signal: &Signal, target: Option<At>) -> Checked {
        let asked = signal.events.iter().find(|(_, event)| matches!(event, Event::Joined { .. })).map(|(at, _)| *at);
        let (Some(target), Some(asked)) = (target.and_then(|at| self.signal(at)), asked) else {
            return holds(Rule::JoinedIsNeverLost, false, || format!("{:?} was taken in by nothing", signal.label));
        };
        let service = signal.plan().and_then(|plan| plan.service);
        let came = service.is_some_and(|service| self.ledger.was_asked(target.at, service, asked));
        let also = target.events.iter().filter(|(at, event)| {
            let before_or_at = *at <= asked;
            before_or_at && matches!(event, Event::AlsoAsked { .. })
        });
        let place = also.count() + 1;
        let named = target.cancels.iter().any(|(at, names)| *at >= asked && *names >= place);
        let many = place >= MOST_ASKED;
        let drill = target.plan().is_none_or(|plan| plan.course != Course::Full);
        holds(Rule::JoinedIsNeverLost, (came || named || many) && !drill, || {
            format!(
                "{:?} joined {:?} at {asked} as number {place}: cancels {:?}, {:?}",
                signal.label, target.label, target.cancels, target.events
            )
        })
    }
}
