//! What must hold in every world, after every step and at the end: the invariants Z1 to Z11 and the promises that a
//! simulation can see. It reads the journal as it was committed, and what has happened at the world's edge.

mod calls;
mod duress;
mod end;
mod help;
mod stored;

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use mayday_protocol::incident::{Consequence, Event, Incident, Standing};
use mayday_protocol::plan::{Course, ResponsePlan, Service};
use mayday_protocol::signal::Record;
use mayday_protocol::{ContactId, HomeId, IncidentId, Time};
use mayday_station::offline::{At, End, Offline, Row, Told, Work};

use super::ledger::Ledger;

/// What must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Z1.
    AcknowledgedIsStored,
    /// Z2.
    OpenHasATimer,
    /// Z2.
    ClosesWithinItsBound,
    /// Z3.
    CallsGoInOrder,
    /// Z4.
    OneKeyAnAsking,
    /// Z5.
    CancelledIsNeverActedOn,
    /// Z5.
    NoCancelInTheAppAfterTheHold,
    /// Z6.
    DuressIsHidden,
    /// Z6.
    DuressAsksForPolice,
    /// Z6.
    DuressLooksNormal,
    /// Z6.
    CoDispatchesFirst,
    /// Z7.
    WrongPasswordHasItsConsequence,
    /// Z8.
    OneIncidentASignal,
    /// Z9.
    NobodyReadsAnother,
    /// Z10.
    PracticeSendsNobody,
    /// Z11.
    HistoryIsReplayed,
    /// DESIGN §3.
    HeldOrdersNothing,
    /// M9.
    OneCallAPerson,
    /// A10.
    JoinedIsNeverLost,
    /// E3, F4, G2, H1, I2.
    HelpComes,
    /// Q2.
    SaidOnlyWhenKnown,
    /// The world itself: the station failed where nothing was broken.
    StationWorks,
}

impl Rule {
    /// The rule in one sentence.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::AcknowledgedIsStored => "Z1: what was acknowledged is stored, after any crash",
            Self::OpenHasATimer => "Z2: an open incident always has a timer, and the index knows it",
            Self::ClosesWithinItsBound => "Z2: when faults stop, everything closes and settles within its bound",
            Self::CallsGoInOrder => "Z3: contact k+1 is not called before attempt k was decided",
            Self::OneKeyAnAsking => "Z4: one idempotency key for each (incident, service, asking)",
            Self::CancelledIsNeverActedOn => "Z5: a cancel that was acknowledged is never acted on",
            Self::NoCancelInTheAppAfterTheHold => "Z5: after the hold no disarm and no app cancels an SOS",
            Self::DuressIsHidden => "Z6: duress has no siren, no call, no cancel, and nobody in the home can see it",
            Self::DuressAsksForPolice => "Z6: a duress code or password raises duress, and police are asked to come",
            Self::DuressLooksNormal => "Z6: with the duress code the household sees what it sees with the normal one",
            Self::CoDispatchesFirst => "Z6: carbon monoxide is dispatched before any call, and nobody cancels it",
            Self::WrongPasswordHasItsConsequence => "Z7: a wrong password has the plan's consequence, at once",
            Self::OneIncidentASignal => "Z8: a repeated signal never opens a second incident",
            Self::NobodyReadsAnother => "Z9: a household reads its own incidents and no others",
            Self::PracticeSendsNobody => {
                "Z10: practice and drills ask nobody to come, and who is not enrolled is not called about"
            }
            Self::HistoryIsReplayed => "Z11: history is append-only, and replay gives the same state and outputs",
            Self::HeldOrdersNothing => "nothing is ordered while a signal is held",
            Self::OneCallAPerson => "a person is in one call of ours at a time",
            Self::JoinedIsNeverLost => "a slide that was taken in is asked for, or cancelled in a call that named it",
            Self::HelpComes => "who asked for help is sent help, unless somebody who may has cancelled",
            Self::SaidOnlyWhenKnown => {
                "nothing is said to be requested that was not, and no end that was not acknowledged"
            }
            Self::StationWorks => "the station answers",
        }
    }
}

/// A rule that does not hold.
#[derive(Clone, Debug)]
pub struct Violation {
    /// Which.
    pub rule: Rule,
    /// What was seen.
    pub detail: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{:?}: {}\n  {}", self.rule, self.rule.sentence(), self.detail)
    }
}

pub(crate) type Checked = Result<(), Violation>;

/// `Ok` where it holds.
pub(crate) fn holds(rule: Rule, is: bool, detail: impl FnOnce() -> String) -> Checked {
    if is { Ok(()) } else { Err(Violation { rule, detail: detail() }) }
}

/// A signal's name in a world, the same in every run: its home, whether it is hidden, and which of those it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Label {
    pub(crate) home: usize,
    pub(crate) hidden: bool,
    pub(crate) nth: usize,
}

impl Label {
    /// As parts of a name that chance is drawn for.
    pub(crate) const fn parts(self) -> [u64; 3] {
        [self.home as u64, self.hidden as u64, self.nth as u64]
    }
}

/// What is known of a signal.
#[derive(Debug)]
pub(crate) struct Signal {
    pub(crate) at: At,
    pub(crate) label: Label,
    pub(crate) record: Record,
    pub(crate) end: End,
    pub(crate) began: u64,
    pub(crate) events: Vec<(u64, Event)>,
    /// Whose deciding call runs, by the timeline.
    deciding: Option<ContactId>,
    /// The place on the list of whom such a call went to last.
    decided: Option<usize>,
    /// Cancels in calls: when, and how many of the slides were named.
    cancels: Vec<(u64, usize)>,
    /// Whether it was a state of an earlier machine that was put there.
    pub(crate) is_history: bool,
}

impl Signal {
    pub(crate) fn incident(&self) -> Option<&Incident> {
        self.record.incident()
    }

    pub(crate) fn plan(&self) -> Option<ResponsePlan> {
        self.incident().map(|incident| incident.acceptance().plan)
    }

    /// Whether a contact has asked for help by himself.
    pub(crate) fn was_asked_anew(&self) -> bool {
        self.has(|event| matches!(event, Event::ConfirmedBy { .. }))
    }

    fn has(&self, is: impl Fn(&Event) -> bool) -> bool {
        self.events.iter().any(|(_, event)| is(event))
    }

    /// Whether it was opened in full: help was asked for.
    fn asks_for_help(&self) -> bool {
        let opened = |event: &Event| {
            matches!(event, Event::HelpRequested { .. } | Event::AlarmRaised { .. } | Event::Joined { .. })
        };
        self.plan().is_some_and(|plan| plan.course == Course::Full && plan.service.is_some()) && self.has(opened)
    }
}

/// The checker of one world.
#[derive(Debug, Default)]
pub(crate) struct Checker {
    pub(crate) homes: Vec<HomeId>,
    /// The contacts of each home, in order.
    pub(crate) contacts: Vec<Vec<ContactId>>,
    /// Whose number each contact has.
    pub(crate) persons: HashMap<ContactId, String>,
    pub(crate) signals: Vec<Signal>,
    by_at: HashMap<At, usize>,
    incidents: HashMap<IncidentId, At>,
    last_row: i64,
    /// Signals acknowledged as cancelled.
    cancelled: BTreeMap<At, u64>,
    /// Duress that the last step has caused: in which home, whether by an incident in full, and what stays asked for.
    caused: Vec<(usize, bool, Vec<Service>)>,
    /// Signals that the last step touched.
    touched: Vec<usize>,
    pub(crate) ledger: Ledger,
}

impl Checker {
    pub(crate) fn signal(&self, at: At) -> Option<&Signal> {
        self.by_at.get(&at).map(|index| &self.signals[*index])
    }

    pub(crate) fn home_of(&self, at: At) -> usize {
        self.homes.iter().position(|home| *home == at.home).unwrap_or(usize::MAX)
    }

    /// Reads what the last transaction has committed.
    pub(crate) fn read(&mut self, station: &Offline, time: Time, now: u64) -> Checked {
        self.touched.clear();
        self.caused.clear();
        let rows = station.rows_after(self.last_row);
        let rows = rows.map_err(|error| Violation {
            rule: Rule::HistoryIsReplayed,
            detail: format!("the journal cannot be read: {error:#}"),
        })?;
        for row in rows {
            self.last_row = row.row;
            self.row(row, time, now)?;
        }
        self.duress_was_caused()?;
        for index in self.touched.clone() {
            self.has_timer(index, station, time)?;
            self.joins(index, now)?;
        }
        Ok(())
    }

    fn row(&mut self, row: Row, time: Time, now: u64) -> Checked {
        let index = self.continues(&row, now)?;
        self.is_replayed(index, &row, time)?;
        let before = self.signals[index].record.clone();
        let events = |told: &Told| if let Told::Event(event) = told { Some((now, *event)) } else { None };
        let signal = &mut self.signals[index];
        signal.events.extend(row.told.iter().filter_map(events));
        signal.record.clone_from(&row.record);
        signal.end = (row.seq, row.chain.clone());
        if !self.touched.contains(&index) {
            self.touched.push(index);
        }
        let causes = |told: &Told| match told {
            Told::Consequence(Consequence::Duress { keep }) => Some(keep.clone()),
            Told::Consequence(Consequence::Join { .. }) | Told::Work(_) | Told::Event(_) => None,
        };
        let signal = &self.signals[index];
        let full = signal.plan().is_some_and(|plan| plan.course == Course::Full);
        let caused = row.told.iter().filter_map(causes).map(|keep| (signal.label.home, full, keep));
        self.caused.extend(caused);
        // A person who asks for help all the same asks anew: help outranks a cancel (MISSION §3.15).
        if row.told.iter().any(|told| matches!(told, Told::Event(Event::ConfirmedBy { .. }))) {
            self.cancelled.remove(&row.at);
        }
        let signal = &self.signals[index];
        help::held_orders_nothing(signal, &row)?;
        help::practice_sends_nobody(signal, &row)?;
        help::cancelled_is_never_acted_on(signal, &row, self.cancelled.get(&row.at))?;
        help::no_cancel_in_the_app(signal, &row)?;
        help::co_dispatches_first(signal, &before, &row, time)?;
        help::said_only_when_known(signal, &row, &self.ledger)?;
        duress::is_hidden(signal, &row)?;
        calls::wrong_password(signal, &before, &row)?;
        let signal = &mut self.signals[index];
        calls::in_order(signal, &row)?;
        calls::note_cancels(signal, &before, &row, now);
        Ok(())
    }

    /// What a phone, a keypad or a carrier was told.
    pub(crate) fn acknowledged(&mut self, at: At, standing: Standing, now: u64) -> Checked {
        let known = self.signal(at);
        let stored = known.is_some();
        let detail = || format!("{standing:?} was said of a signal that is not stored");
        holds(Rule::AcknowledgedIsStored, stored, detail)?;
        if standing == Standing::Cancelled {
            self.cancelled.entry(at).or_insert(now);
        }
        Ok(())
    }

    /// Dispatch requests to come, by the journal.
    fn comes(row: &Row) -> bool {
        row.told.iter().any(|told| matches!(told, Told::Work(Work::Dispatch { .. })))
    }
}
