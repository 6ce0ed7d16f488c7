//! One line for each case as it ends, and a table at the end.

use std::collections::BTreeMap;
use std::fmt;

use super::Outcome;
use super::grid::{Case, Options};
use super::kill::Victim;
use crate::link::LinkState;

/// The target after a link is whole again (TARGETS, T10).
const TARGET_MS: i64 = 2_000;

/// A case and what it came to.
#[derive(Clone, Debug)]
pub struct Told {
    /// The case.
    pub case: Case,
    /// What it came to.
    pub outcome: Outcome,
}

/// What is known so far.
pub struct Report {
    options: Options,
    count: usize,
    told: Vec<Told>,
}

impl Report {
    pub(crate) fn new(options: Options, count: usize) -> Self {
        Self { options, count, told: vec![] }
    }

    /// Prints and keeps it.
    pub(crate) fn add(&mut self, told: Told) {
        self.told.push(told.clone());
        let Told { case, outcome } = told;
        let mark = if outcome.violations.is_empty() { "kept  " } else { "BROKEN" };
        println!("{:>3}/{} {mark} {case}: {outcome}", self.told.len(), self.count);
        for violation in outcome.violations {
            println!("            {violation}");
        }
    }

    /// Whether every case was run and every promise kept.
    pub(crate) fn is_clean(&self) -> bool {
        self.told.len() == self.count && self.told.iter().all(|told| told.outcome.violations.is_empty())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sorts: BTreeMap<&str, Vec<&Outcome>> = BTreeMap::new();
        for told in &self.told {
            sorts.entry(sort(&told.case)).or_default().push(&told.outcome);
        }
        writeln!(
            to,
            "| fault | cases | raised | cancelled | broken promises | told after the fault, p50 / worst | above 2 s |"
        )?;
        writeln!(to, "|---|---|---|---|---|---|---|")?;
        for (sort, outcomes) in sorts {
            let count = |is: fn(&Outcome) -> bool| outcomes.iter().filter(|outcome| is(outcome)).count();
            let mut told: Vec<i64> = outcomes.iter().filter_map(|outcome| outcome.settled_ms).collect();
            told.sort_unstable();
            let at = |index: usize| told.get(index).copied().unwrap_or(0);
            writeln!(
                to,
                "| {sort} | {} | {} | {} | {} | {} / {} ms | {} |",
                outcomes.len(),
                count(|outcome| outcome.raised && !outcome.cancelled),
                count(|outcome| outcome.cancelled),
                count(|outcome| !outcome.violations.is_empty()),
                at(told.len() / 2),
                at(told.len().saturating_sub(1)),
                told.iter().filter(|ms| **ms > TARGET_MS).count()
            )?;
        }
        let missed: usize = self.told.iter().map(|told| told.outcome.missed).sum();
        writeln!(to, "\n{missed} slides were too jerky to count and were made again")?;
        let broken = self.told.iter().filter(|told| !told.outcome.violations.is_empty()).count();
        write!(to, "seed {}, {} of {} cases, {broken} broken", self.options.seed, self.told.len(), self.count)
    }
}

const fn sort(case: &Case) -> &'static str {
    match case {
        Case::Link(case) => match case.fault {
            LinkState::Whole => "link whole",
            LinkState::Gone => "link gone",
            LinkState::Silent => "link silent",
            LinkState::Deaf => "link deaf",
            LinkState::Slow(_) => "link slow",
        },
        Case::Kill(case) => match case.victim {
            Victim::App => "app killed",
            Victim::WebProcess => "web process killed",
            Victim::Station => "station killed, none for 10 s",
            Victim::Asleep => "app asleep",
        },
    }
}
