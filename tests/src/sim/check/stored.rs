//! Z1, Z2, Z8, Z9, Z11: what stands in the store.

use mayday_protocol::incident::{Incident, MACHINE_VERSION, Output, State};
use mayday_protocol::signal::Record;
use mayday_protocol::{HomeId, SignalId, Time};
use mayday_station::offline::{Cause, Offline, Row};

use super::{Checked, Checker, Label, Rule, Signal, Violation, holds};

/// The id of a signal that was put into the store as an earlier machine had left it.
pub(crate) const HISTORY: [u8; 16] = [0x0f; 16];

impl Checker {
    /// Z8, Z11: the row is the next one of its signal, which is one incident for good.
    pub(super) fn continues(&mut self, row: &Row, now: u64) -> Result<usize, Violation> {
        let incident = row.record.incident().map(|incident| incident.acceptance().incident);
        let is_history = row.at.signal == SignalId::from_random(HISTORY);
        if let Some(index) = self.by_at.get(&row.at).copied() {
            let signal = &self.signals[index];
            let label = signal.label;
            holds(Rule::HistoryIsReplayed, row.seq == signal.end.0 + 1, || {
                format!("{label:?}: row {} follows row {}", row.seq, signal.end.0)
            })?;
            let known = signal.incident().map(|incident| incident.acceptance().incident);
            holds(Rule::OneIncidentASignal, known == incident, || format!("{label:?} became another incident"))?;
            return Ok(index);
        }
        let hidden = row.record.incident().is_some_and(|incident| incident.acceptance().plan.is_hidden());
        let home = self.home_of(row.at);
        let nth = self.signals.iter().filter(|it| it.label.home == home && it.label.hidden == hidden).count();
        let label = Label { home, hidden, nth };
        holds(Rule::HistoryIsReplayed, row.seq == 0, || format!("{label:?} begins with row {}", row.seq))?;
        let current = row.machine_version == MACHINE_VERSION || is_history;
        holds(Rule::HistoryIsReplayed, current, || format!("{label:?} was written by {}", row.machine_version))?;
        let (deciding, decided) = match row.record.incident().map(Incident::state).filter(|_| is_history) {
            Some(State::Contacting { active, position, .. }) => (Some(active.contact), Some(usize::from(*position))),
            Some(
                State::Held { .. }
                | State::Responding(_)
                | State::NobodySent { .. }
                | State::SirenAlone
                | State::Joined { .. }
                | State::Closed(_),
            )
            | None => (None, None),
        };
        if let Some(incident) = incident {
            let other = self.incidents.insert(incident, row.at);
            holds(Rule::OneIncidentASignal, other.is_none(), || format!("{label:?}: two signals are one incident"))?;
        }
        self.signals.push(Signal {
            at: row.at,
            label,
            record: row.record.clone(),
            end: (row.seq, row.chain.clone()),
            began: now,
            events: vec![],
            deciding,
            decided,
            cancels: vec![],
            is_history,
        });
        self.by_at.insert(row.at, self.signals.len() - 1);
        Ok(self.signals.len() - 1)
    }

    /// Z11: the machine, given the same, comes to the same.
    pub(super) fn is_replayed(&self, index: usize, row: &Row, time: Time) -> Checked {
        let signal = &self.signals[index];
        let mut record = signal.record.clone();
        match row.cause {
            Cause::Accepted | Cause::Tombstone => return Ok(()),
            Cause::Input(input) => record.handle_input(input, time),
            Cause::Timer => record.handle_timeout(time),
            Cause::Readiness(input) => record.handle_readiness(input, time),
            Cause::Boot => record.adopt_boot(time),
        }
        let outputs: Vec<Output> = std::iter::from_fn(|| record.poll_output()).collect();
        let same = serde_json::to_string(&outputs).is_ok_and(|outputs| outputs == row.outputs);
        holds(Rule::HistoryIsReplayed, same, || {
            format!("{:?}: {:?} gives {outputs:?}, the journal has {}", signal.label, row.cause, row.outputs)
        })?;
        holds(Rule::HistoryIsReplayed, record == row.record, || {
            format!("{:?}: {:?} gives {record:?}, the journal has {:?}", signal.label, row.cause, row.record)
        })
    }

    /// Z2: what is open has a timer, and the index has the same.
    pub(super) fn has_timer(&self, index: usize, station: &Offline, time: Time) -> Checked {
        let signal = &self.signals[index];
        let timer = signal.record.poll_timeout(time);
        let open = signal.incident().is_some_and(Incident::is_open);
        holds(Rule::OpenHasATimer, timer.is_some() || !open, || {
            format!("{:?} waits for nothing: {:?}", signal.label, signal.record)
        })?;
        let due = timer.map(|timer| time.boot_us() + timer.remaining_us(time));
        // What is overdue is due.
        let known = station.due_us(signal.at).unwrap_or(None).map(|known| known.max(time.boot_us()));
        holds(Rule::OpenHasATimer, due == known, || {
            format!("{:?} is due at {due:?}, the index says {known:?}", signal.label)
        })
    }

    /// Z1, Z2, Z11: after a start everything stands as it was committed.
    pub(crate) fn all_is_stored(&self, station: &Offline, time: Time) -> Checked {
        for (index, signal) in self.signals.iter().enumerate() {
            let end = station.end_of(signal.at).unwrap_or(None);
            holds(Rule::AcknowledgedIsStored, end.as_ref() == Some(&signal.end), || {
                format!("{:?} ended with row {}, and ends with {:?}", signal.label, signal.end.0, end.map(|end| end.0))
            })?;
            self.has_timer(index, station, time)?;
        }
        Ok(())
    }

    /// Z11: read from its beginning, the journal is what was read when it was written.
    pub(crate) fn history_is_kept(&self, station: &Offline) -> Checked {
        let rows = station.rows_after(0).map_err(|error| Violation {
            rule: Rule::HistoryIsReplayed,
            detail: format!("the journal cannot be read: {error:#}"),
        })?;
        for signal in &self.signals {
            let last: Option<(&Record, &Row)> =
                rows.iter().rev().find(|row| row.at == signal.at).map(|row| (&row.record, row));
            let same = last.is_some_and(|(record, row)| *record == signal.record && row.chain == signal.end.1);
            holds(Rule::HistoryIsReplayed, same, || format!("{:?}: its last row was changed", signal.label))?;
            let events: usize = rows
                .iter()
                .filter(|row| row.at == signal.at)
                .flat_map(|row| &row.told)
                .filter(|told| matches!(told, mayday_station::offline::Told::Event(_)))
                .count();
            holds(Rule::HistoryIsReplayed, events == signal.events.len(), || {
                format!("{:?}: its timeline was changed", signal.label)
            })?;
        }
        Ok(())
    }

    /// Z6, Z9: a household sees its own incidents, and none that is hidden.
    pub(crate) fn reads_its_own(&self, home: HomeId, seen: &[mayday_wire::IncidentView]) -> Checked {
        for view in seen {
            let own = self.incidents.get(&view.id).is_some_and(|at| at.home == home);
            holds(Rule::NobodyReadsAnother, own, || format!("{home:?} reads {:?}", view.id))?;
            let hidden = self.incidents.get(&view.id).and_then(|at| self.signal(*at)).is_some_and(|it| it.label.hidden);
            holds(Rule::DuressIsHidden, !hidden, || format!("{home:?} sees {view:?}"))?;
        }
        Ok(())
    }
}
