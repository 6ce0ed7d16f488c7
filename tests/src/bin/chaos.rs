//! The fault grid as a program: what `cargo xtask chaos app` runs once everything is built.

use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Result;
use clap::Parser;
use mayday_tests::chaos::grid::{self, Options};

/// Runs the fault grid of the real app.
#[derive(Parser)]
struct Arguments {
    /// Which cases cancel, when, and in which order they run; another one each time when not given.
    #[arg(long)]
    seed: Option<u64>,
    /// A few cases of each sort.
    #[arg(long)]
    quick: bool,
    /// Worlds at a time.
    #[arg(long, default_value_t = 4)]
    jobs: usize,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode> {
    let Arguments { seed, quick, jobs } = Arguments::parse();
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let seed = seed.unwrap_or_else(|| u64::from(since.subsec_micros()));
    let kept = grid::run(Options { seed, quick, jobs: jobs.max(1) }).await?;
    Ok(if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
