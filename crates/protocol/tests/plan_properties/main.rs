//! Every plan, in every state that its small closed world can reach, against one named rule for each sentence of the
//! requirements; the same for every plan with one cell changed, and for machines with one fault.
//!
//! The machine is the real one. The search is breadth first and of our own making, because a rule sees a whole step:
//! where it came from, what happened, everything that was ordered and said, and where it led.
#![cfg(feature = "serde")]
#![expect(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "a search is timed: no machine reads that clock"
)]

#[path = "../common/alarm.rs"]
mod alarm;
mod bugs;
#[path = "../common/mod.rs"]
mod common;
mod explore;
mod left;
mod must;
mod mutations;
mod past;
mod rules;
mod step;
mod world;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use mayday_protocol::Kind;
use mayday_protocol::plan::{Course, PLANS, PlanTable, ResponsePlan, Siren};

use bugs::Bug;
use explore::{Reach, explore, violations};
use mutations::{equivalent, mutations};
use rules::RULES;

/// What a home may do beside what its plan expects, in one history; twice where that is a small world.
const ACTS: u8 = 1;

/// proves: A3, A10, A11, A12, B14, C1, C2, C3, C4, C5, C6, D1, D2, D3, D4, D5, D6, D7, D8, D9, E1, E2, E3, E4, E5
/// proves: E6, E7, E8, E9, E10, F2, F3, F4, F5, F7, F8, F9, F10, F11, G2, G3, G4, H1, H2, H3, I1, I2, I3, I4, I5, J2, J3
/// proves: J4, J6, K1, L2, L3, L5, L6, M2, M5, M6, M8, M9, M10, N1, N2, N3, N4, P2, Q2
#[test]
fn the_products_plans_break_no_rule() {
    let (mut states, mut broken) = (0, vec![]);
    for plan in PLANS.0 {
        let began = Instant::now();
        let found = explore(*plan, None, Reach { acts: acts(plan), stops: false });
        let (row, seconds) = (name(plan), began.elapsed().as_secs_f32());
        println!("{row:42}{:8} states {:9} steps {seconds:7.3} s", found.states, found.steps);
        states += found.states;
        broken.extend(found.broken);
    }
    println!("{} rules, {states} states", rules().count());
    for (rule, way) in &broken {
        println!("broken: {rule}\n    {way}");
    }
    assert!(broken.is_empty());
}

/// proves: X22
#[test]
fn a_wrong_cell_is_told_by_the_names_of_the_rules_that_it_breaks() {
    let quiet = PLANS.full(Kind::SirenOnly).map(|row| ResponsePlan { siren: Siren::Silent, ..row });
    let table: &'static PlanTable = Box::leak(Box::new(PlanTable(Vec::from_iter(quiet).leak())));
    assert_eq!(violations(table), ["what_is_heard_when_it_opens_is_what_the_kind_says"]);
}

/// proves: X22
#[test]
fn every_rule_has_a_name_of_its_own_and_the_requirements_that_it_states() {
    let names: BTreeSet<&str> = rules().map(|rule| rule.name).collect();
    assert_eq!(names.len(), rules().count());
    for rule in rules() {
        assert!(rule.ids.starts_with(char::is_uppercase), "{}: {}", rule.name, rule.ids);
    }
}

/// proves: X21
#[test]
fn every_cell_of_every_plan_matters_or_is_listed_with_the_reason_why_it_cannot() {
    let (mut killed, mut listed, mut wrong) = (BTreeMap::<&str, usize>::new(), BTreeMap::new(), vec![]);
    for row in PLANS.0 {
        for flip in mutations(*row) {
            let rule = (0..=ACTS).find_map(|acts| breaks(flip.plan, None, acts));
            match (rule, equivalent(row, &flip)) {
                (Some(rule), None) => *killed.entry(rule).or_default() += 1,
                (None, Some(reason)) => *listed.entry(reason).or_insert(0) += 1,
                (rule, reason) => {
                    wrong.push(format!("{} {} → {}: {rule:?} {reason:?}", name(row), flip.cell, flip.to));
                }
            }
        }
    }
    for (what, count) in killed.iter().chain(&listed) {
        println!("{count:5} {what}");
    }
    let (killed, listed) = (killed.values().sum::<usize>(), listed.values().sum::<usize>());
    println!("{} flips: {killed} break a rule, {listed} change nothing", killed + listed + wrong.len());
    assert_eq!(wrong, Vec::<String>::new());
}

/// proves: X21
#[test]
fn every_planted_bug_breaks_a_rule() {
    let mut missed = vec![];
    for bug in Bug::ALL {
        // Cheap searches first: nothing beside the plan, and the long plans last.
        let caught = (0..=ACTS).find_map(|acts| {
            PLANS.0.iter().rev().find_map(|row| breaks(*row, Some(*bug), acts).map(|rule| (name(row), rule)))
        });
        match caught {
            Some((row, rule)) => println!("{bug:?}: {rule} ({row})"),
            None => missed.push(*bug),
        }
    }
    assert_eq!(missed, vec![]);
}

/// A rule that breaks where a home does so many things beside its plan.
fn breaks(plan: ResponsePlan, bug: Option<Bug>, acts: u8) -> Option<&'static str> {
    explore(plan, bug, Reach { acts, stops: true }).broken.into_keys().next()
}

fn acts(row: &ResponsePlan) -> u8 {
    let is_small = match row.course {
        Course::Practice | Course::Unmonitored => true,
        Course::Full | Course::Drill => must::service(row.kind).is_none() || row.kind == Kind::Duress,
    };
    if is_small { 2 } else { ACTS }
}

fn rules() -> impl Iterator<Item = &'static rules::Rule> {
    RULES.into_iter().flatten()
}

fn name(row: &ResponsePlan) -> String {
    let setting = row.setting.map(|setting| format!(" {setting:?}")).unwrap_or_default();
    format!("{:?}{setting}, {:?}", row.kind, row.course)
}
