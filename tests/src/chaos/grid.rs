//! Which cases there are, and running them several at a time.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Result;
use tokio::task::LocalSet;

use super::Outcome;
use super::kill::{KillCase, KillScene, Victim};
use super::link::{LinkCase, LinkScene};
use super::report::{Report, Told};
use crate::link::LinkState;

/// Twelve points of slide to ten seconds after: dense where something is sent.
const POINTS: [i64; 12] = [0, 200, 500, 1_000, 2_000, 3_500, 4_500, 4_900, 5_100, 6_000, 7_500, 10_000];
const LENGTHS: [i64; 3] = [1_000, 5_000, 15_000];
const FAULTS: [LinkState; 4] =
    [LinkState::Gone, LinkState::Silent, LinkState::Deaf, LinkState::Slow(Duration::from_millis(600))];
/// Cases that share a world: enough to share the cost of its start.
const SHARED: usize = 12;

/// What to run.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Decides which cases cancel, when, and the order.
    pub seed: u64,
    /// One case of each sort instead of all.
    pub quick: bool,
    /// Worlds at a time.
    pub jobs: usize,
}

/// A case of either sort.
#[derive(Clone, Copy, Debug)]
pub enum Case {
    /// The link fails.
    Link(LinkCase),
    /// Something ends or stops.
    Kill(KillCase),
}

impl fmt::Display for Case {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Link(case) => case.fmt(to),
            Self::Kill(case) => case.fmt(to),
        }
    }
}

/// Runs the grid. `false`: a promise was broken.
pub async fn run(options: Options) -> Result<bool> {
    println!("seed {}: the same seed runs the same cases", options.seed);
    let groups: VecDeque<Vec<Case>> = groups(options).into();
    let count = groups.iter().map(Vec::len).sum();
    let queue = Arc::new(Mutex::new(groups));
    let report = Arc::new(Mutex::new(Report::new(options, count)));
    // The hands of a webdriver stay on one thread.
    let workers = LocalSet::new();
    for _ in 0..options.jobs {
        let (queue, report) = (Arc::clone(&queue), Arc::clone(&report));
        workers.spawn_local(async move {
            loop {
                let group = queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                let Some(group) = group else { return };
                run_group(group, &report).await;
            }
        });
    }
    workers.await;
    let report = report.lock().unwrap_or_else(PoisonError::into_inner);
    println!("\n{report}");
    Ok(report.is_clean())
}

/// Cases that share a world; one that could not be run takes the world with it, and the next gets another.
async fn run_group(cases: Vec<Case>, report: &Mutex<Report>) {
    let mut scene = None;
    for case in cases {
        let result = run_case(&mut scene, case).await;
        if result.is_err() {
            scene = None;
        }
        let outcome = result.unwrap_or_else(|error| Outcome {
            violations: vec![format!("it could not be run to its end: {error:#}")],
            ..Outcome::default()
        });
        report.lock().unwrap_or_else(PoisonError::into_inner).add(Told { case, outcome });
    }
}

enum Scene {
    Link(Box<LinkScene>),
    Kill(Box<KillScene>),
}

async fn run_case(scene: &mut Option<Scene>, case: Case) -> Result<Outcome> {
    match case {
        Case::Link(case) => {
            if !matches!(scene, Some(Scene::Link(_))) {
                *scene = Some(Scene::Link(Box::new(LinkScene::start().await?)));
            }
            let Some(Scene::Link(scene)) = scene else { anyhow::bail!("it was just started") };
            scene.run(case).await
        }
        Case::Kill(case) => {
            if !matches!(scene, Some(Scene::Kill(_))) {
                *scene = Some(Scene::Kill(Box::new(KillScene::start().await?)));
            }
            let Some(Scene::Kill(scene)) = scene else { anyhow::bail!("it was just started") };
            scene.run(case).await
        }
    }
}

/// Every case, in groups of one sort.
fn groups(options: Options) -> Vec<Vec<Case>> {
    let mut random = Random(options.seed | 1);
    let mut links = vec![];
    for (n, fault) in FAULTS.into_iter().enumerate() {
        for (p, at_ms) in POINTS.into_iter().enumerate() {
            for (l, lasts_ms) in LENGTHS.into_iter().enumerate() {
                // Every second case cancels, in every mixture of fault, point and length over two seeds.
                let cancels = (n + p + p / 4 + l + usize::from(options.seed % 2 == 1)) % 2 == 0;
                let cancel_ms = cancels.then(|| 800 + 100 * i64::try_from(random.below(36)).unwrap_or(0));
                if !options.quick || p % 4 == n && l == 1 {
                    links.push(Case::Link(LinkCase { fault, at_ms, lasts_ms, cancel_ms }));
                }
            }
        }
    }
    let mut kills = vec![];
    for tenth in 1..50 {
        if !options.quick || tenth % 12 == 1 {
            kills.push(Case::Kill(KillCase { victim: Victim::App, at_ms: tenth * 100 }));
            kills.push(Case::Kill(KillCase { victim: Victim::WebProcess, at_ms: tenth * 100 }));
        }
    }
    for at_ms in [500, 2_500, 4_000, 4_800, 4_950, 5_050, 6_500] {
        if !options.quick || at_ms == 4_950 {
            kills.push(Case::Kill(KillCase { victim: Victim::Station, at_ms }));
        }
    }
    for at_ms in [300, 1_000, 2_500, 4_000, 4_900] {
        if !options.quick || at_ms == 2_500 {
            kills.push(Case::Kill(KillCase { victim: Victim::Asleep, at_ms }));
        }
    }
    let mut groups = vec![];
    for mut sort in [links, kills] {
        random.shuffle(&mut sort);
        groups.extend(sort.chunks(SHARED).map(<[Case]>::to_vec));
    }
    random.shuffle(&mut groups);
    groups
}

/// xorshift64*: small, and the same for the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(high).unwrap_or(0) % limit
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            let other = self.below(at + 1);
            items.swap(at, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cases(options: Options) -> Vec<String> {
        groups(options).into_iter().flatten().map(|case| case.to_string()).collect()
    }

    #[test]
    fn the_whole_grid_has_every_fault_at_every_point_for_every_length_and_every_tenth_of_the_countdown() {
        let options = Options { seed: 7, quick: false, jobs: 1 };
        let all = cases(options);
        assert_eq!(all.iter().filter(|case| case.starts_with("link")).count(), 4 * 12 * 3);
        assert_eq!(all.iter().filter(|case| case.starts_with("app killed")).count(), 49);
        assert_eq!(all.iter().filter(|case| case.starts_with("web process killed")).count(), 49);
        assert_eq!(all, cases(options), "the same seed, the same cases in the same order");
        assert_ne!(all, cases(Options { seed: 8, ..options }));
    }

    #[test]
    fn the_quick_grid_has_some_of_every_sort() {
        let some = cases(Options { seed: 7, quick: true, jobs: 1 });
        for sort in
            ["link gone", "link silent", "link deaf", "link slow", "app killed", "web process", "station", "app asleep"]
        {
            assert!(some.iter().any(|case| case.starts_with(sort)), "{sort} is in {some:?}");
        }
        assert!(some.len() < 40);
    }
}
