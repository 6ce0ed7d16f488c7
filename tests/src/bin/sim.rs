//! Simulated worlds as a program: what `cargo xtask sim` runs once it is built.

use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Parser;
use mayday_tests::sim::{self, Totals, cpu_seconds};

/// Worlds between two lines that say how far it has come.
const TOLD_EVERY: u64 = 1_000;

/// Runs simulated worlds.
#[derive(Parser)]
struct Arguments {
    /// How many worlds.
    #[arg(long, default_value_t = 10_000)]
    seeds: u64,
    /// The first of them; another one each time when not given.
    #[arg(long)]
    seed: Option<u64>,
}

fn main() -> ExitCode {
    let Arguments { seeds, seed } = Arguments::parse();
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let first = seed.unwrap_or_else(|| since.as_secs() * 1_000_000);
    let before = cpu_seconds();
    let mut totals = Totals::default();
    println!("seeds from {first}");
    for seed in first..first.saturating_add(seeds) {
        let run = sim::run(seed);
        if let Err(failure) = &run {
            println!("{failure}\n");
        }
        totals.add(run);
        if (seed - first + 1).is_multiple_of(TOLD_EVERY) {
            println!("{}", totals.line(cpu_seconds() - before));
        }
    }
    println!(
        "seeds {first} to {}: {}",
        first.saturating_add(seeds).saturating_sub(1),
        totals.line(cpu_seconds() - before)
    );
    if totals.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
