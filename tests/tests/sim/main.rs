//! Simulated worlds: every promise holds in each of them, the same seed is the same world, and every planted bug is seen.

use mayday_tests::sim::{self, Failure, Plant, Totals, cpu_seconds};

/// Worlds of a usual test run.
const SEEDS: u64 = 2_000;
/// Worlds among which a planted bug has to be seen.
const ENOUGH: u64 = 400;

/// Worlds in which something did not hold once.
const REGRESSIONS: [u64; 0] = [];

/// proves: A10, C2, C3, C5, E3, F2, F4, F7, G2, H1, I2, I3, J2, J3, J4, J6, K1, L2, M2, M9, N3, N4
#[test]
fn every_promise_holds_in_every_world() {
    let before = cpu_seconds();
    let mut totals = Totals::default();
    for seed in 0..SEEDS {
        totals.add(sim::run(seed));
    }
    println!("seeds 0 to {}: {}", SEEDS - 1, totals.line(cpu_seconds() - before));
    assert!(totals.failures.is_empty(), "{}", told(&totals.failures));
}

/// proves: A10, E1
#[test]
fn what_once_went_wrong_in_a_world_goes_right() {
    let failures: Vec<Failure> =
        REGRESSIONS.iter().filter_map(|seed| sim::run(*seed).err()).map(|failure| *failure).collect();
    assert!(failures.is_empty(), "{}", told(&failures));
}

#[test]
fn the_same_seed_is_the_same_world() -> anyhow::Result<()> {
    for seed in 0..20 {
        assert_eq!(sim::trace(seed)?, sim::trace(seed)?, "seed {seed}");
    }
    Ok(())
}

#[test]
fn every_planted_bug_is_seen() {
    let mut unseen = vec![];
    for plant in Plant::ALL {
        match (0..ENOUGH).find_map(|seed| sim::run_planted(seed, plant).err()) {
            Some(failure) => {
                println!("{plant:?}: seed {}, step {}, {:?}", failure.seed, failure.step, failure.violation.rule)
            }
            None => unseen.push(plant),
        }
    }
    assert!(unseen.is_empty(), "not seen in {ENOUGH} worlds: {unseen:?}");
}

/// proves: E1
#[test]
fn what_earlier_machines_have_stored_goes_on_in_a_world() -> anyhow::Result<()> {
    for (name, version, state) in sim::stored_histories()? {
        for seed in 0..10 {
            if let Err(failure) = sim::load(seed, version, &state) {
                panic!("{name}: {failure}");
            }
        }
    }
    Ok(())
}

/// The first few, in full.
fn told(failures: &[Failure]) -> String {
    let first: Vec<String> = failures.iter().take(3).map(|failure| format!("{failure}\n")).collect();
    let seeds: Vec<u64> = failures.iter().map(|failure| failure.seed).collect();
    format!("{} worlds, seeds {seeds:?}\n{}", failures.len(), first.concat())
}
