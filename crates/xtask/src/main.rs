//! The developer's and tester's front door: `cargo xtask run | test | bench | chaos | sim | mutants | generate | requirements`.
//!
//! It knows how the product is built, started and checked on a machine that may have none of what that needs.
//! It knows nothing of the product's code, so that it builds in seconds on its own.

mod bench;
mod chaos;
mod console;
mod counts;
mod generate;
mod mutants;
mod npm;
mod packages;
mod requirements;
mod run;
mod shell;
mod sim;
mod test;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, starts and checks Mayday.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Installs what is missing, builds, and opens the app with a station of its own.
    Run {
        /// Installs without asking.
        #[arg(long)]
        yes: bool,
    },
    /// Checks everything, without a screen.
    Test,
    /// Measures the figures of speed, each beside a floor or a peer, in a release build.
    Bench {
        /// Groups (station, app, countdown, start) or figures (T1 to T5); all when none is named.
        figures: Vec<String>,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Runs the whole grid of faults, which takes too long for every test.
    Chaos {
        #[command(subcommand)]
        of: Chaos,
    },
    /// Runs simulated worlds, each decided by its seed, in a release build.
    Sim {
        /// How many worlds.
        #[arg(long, default_value_t = 10_000)]
        seeds: u64,
        /// The first of them, as an earlier run has printed it.
        #[arg(long)]
        seed: Option<u64>,
    },
    /// Changes the safety core in one place each, and sees whether a test notices. Takes hours.
    Mutants {
        /// A part of the changes: `0/8` is the first eighth.
        #[arg(long)]
        shard: Option<String>,
    },
    /// Writes the files that are generated from the code.
    Generate {
        /// The icons, from their drawing.
        #[arg(long)]
        icons: bool,
    },
    /// Lists every requirement with the tests that name it.
    Requirements {
        /// Keeps the list in docs/requirements.md.
        #[arg(long)]
        write: bool,
    },
}

#[derive(Subcommand)]
enum Chaos {
    /// The real app: its link, its page, its station and itself, at every point of the countdown.
    App {
        /// The seed that an earlier run has printed.
        #[arg(long)]
        seed: Option<u64>,
        /// A few cases of each sort.
        #[arg(long)]
        quick: bool,
        /// Worlds at a time.
        #[arg(long, default_value_t = 4)]
        jobs: usize,
    },
}

fn main() -> ExitCode {
    match perform(Arguments::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(command: Command) -> Result<ExitCode> {
    match command {
        Command::Run { yes } => run::run(yes),
        Command::Test => Ok(test::test()),
        Command::Bench { figures, json } => bench::bench(&figures, json),
        Command::Chaos { of: Chaos::App { seed, quick, jobs } } => chaos::app(seed, quick, jobs),
        Command::Sim { seeds, seed } => sim::sim(seeds, seed),
        Command::Mutants { shard } => mutants::mutants(shard.as_deref()),
        Command::Generate { icons } => generate::generate(icons).map(|()| ExitCode::SUCCESS),
        Command::Requirements { write } => requirements::requirements(write).map(|()| ExitCode::SUCCESS),
    }
}
