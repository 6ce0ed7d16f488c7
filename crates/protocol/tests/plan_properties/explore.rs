//! Every state that a row's worlds can reach, breadth first, and every rule at every step.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};

use mayday_protocol::plan::{PlanTable, ResponsePlan};

use super::bugs::Bug;
use super::rules::{RULES, Rule};
use super::world::{Act, Home, Step, Subject, World, homes};

/// How far a search goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reach {
    /// How many things a home may do beside what its plan expects.
    pub(crate) acts: u8,
    /// Whether the first broken rule is enough.
    pub(crate) stops: bool,
}

/// More than any world here has: past it, a world is not closed.
const MOST_STATES: usize = 400_000;

/// What a search has found.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) states: usize,
    pub(crate) steps: usize,
    /// Each broken rule, with the shortest way that breaks it.
    pub(crate) broken: BTreeMap<&'static str, String>,
}

/// The names of the rules that a table breaks.
pub(crate) fn violations(table: &'static PlanTable) -> Vec<&'static str> {
    let broken: BTreeSet<&str> = table
        .0
        .iter()
        .flat_map(|plan| explore(*plan, None, Reach { acts: 1, stops: false }).broken.into_keys())
        .collect();
    broken.into_iter().collect()
}

pub(crate) fn explore(plan: ResponsePlan, bug: Option<Bug>, reach: Reach) -> Found {
    let subject = Subject { kind: plan.kind, setting: plan.setting, course: plan.course };
    let mut found = Found::default();
    for home in homes(subject) {
        explore_home(subject, home, plan, bug, reach, &mut found);
        if reach.stops && !found.broken.is_empty() {
            break;
        }
    }
    found
}

/// How a state was reached: the one before it, and the step.
type Trail = Vec<(usize, Act)>;

fn explore_home(subject: Subject, home: Home, plan: ResponsePlan, bug: Option<Bug>, reach: Reach, found: &mut Found) {
    let mut seen = BTreeSet::new();
    let mut trail: Trail = vec![(0, Act::Begin)];
    let (before, first, outputs) = World::begin(subject, home, plan, bug, reach.acts);
    let step = Step { before: &before, act: Act::Begin, outputs: &outputs, after: &first };
    check(&step, &trail, 0, home, found);
    seen.insert(number(&first));
    let mut queue = VecDeque::from([(first, 0_usize)]);
    while let Some((before, at)) = queue.pop_front() {
        assert!(seen.len() < MOST_STATES, "{subject:?} is not closed: {:?}", told_way(&trail, at));
        for act in before.acts() {
            let (after, outputs) = before.take(act);
            found.steps += 1;
            check(&Step { before: &before, act, outputs: &outputs, after: &after }, &trail, at, home, found);
            if reach.stops && !found.broken.is_empty() {
                found.states += seen.len();
                return;
            }
            if seen.insert(number(&after)) {
                trail.push((at, act));
                queue.push_back((after, trail.len() - 1));
            }
        }
    }
    found.states += seen.len();
}

fn check(step: &Step<'_>, trail: &Trail, at: usize, home: Home, found: &mut Found) {
    for Rule { name, holds, .. } in RULES.iter().flat_map(|rules| rules.iter()) {
        if !found.broken.contains_key(name) && !holds(step) {
            found.broken.insert(name, told(step, trail, at, home));
        }
    }
}

fn told_way(trail: &Trail, mut at: usize) -> Vec<String> {
    let mut acts = vec![];
    while at != 0 {
        let (before, act) = trail[at];
        acts.push(format!("{act:?}"));
        at = before;
    }
    acts.reverse();
    acts
}

fn told(step: &Step<'_>, trail: &Trail, at: usize, home: Home) -> String {
    let way = told_way(trail, at).join("\n    ");
    let (subject, act, state) = (step.after.subject, step.act, step.after.state());
    format!("{subject:?} {home:?}\n    {way}\n    {act:?} → {:?}\n    {state:?}", step.outputs)
}

fn number(world: &World) -> u64 {
    let mut hasher = DefaultHasher::new();
    world.hash(&mut hasher);
    hasher.finish()
}
