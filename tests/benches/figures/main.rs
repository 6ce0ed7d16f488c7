//! The figures of speed, each beside a floor or a peer that is measured in the same run, in turn with it: only the
//! ratio of the two counts. `cargo xtask bench` builds what this needs and starts it; no test does.

mod app;
mod figure;
mod floor;
mod frames;
mod http;
mod ingest;
mod live;
mod machine;
mod peers;
mod signal;
mod start;
mod station;
mod statistics;
mod viewers;

use std::process::ExitCode;

use anyhow::{Result, bail};

use figure::Figure;

/// Given to a copy of this program, which then keeps one core busy.
const SPIN: &str = "--spin";

/// The figures of a group, and what measures them.
type Group = (&'static [&'static str], fn() -> Result<Vec<Figure>>);

/// What can be measured here, by the name of its group and of its figure.
const GROUPS: [Group; 5] = [
    (&["station", "T1"], signal::measure),
    (&["station", "T5"], ingest::measure),
    (&["app", "T2"], app::measure),
    (&["start", "T4"], start::measure),
    (&["live", "S2"], live::measure),
];

fn main() -> ExitCode {
    // Cargo adds a word of its own for benchmarks.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if words.iter().any(|word| word == SPIN) {
        machine::spin();
    }
    let json = words.iter().any(|word| word == "--json");
    let wanted: Vec<&str> = words.iter().map(String::as_str).filter(|word| *word != "--json").collect();
    match measure(&wanted, json) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn measure(wanted: &[&str], json: bool) -> Result<()> {
    if let Some(unknown) = wanted.iter().find(|word| !GROUPS.iter().any(|(names, _)| names.contains(word))) {
        bail!("there is no group and no figure `{unknown}`");
    }
    for (names, measure) in GROUPS {
        if wanted.is_empty() || names.iter().any(|name| wanted.contains(name)) {
            eprintln!("{}: {}", names.join(", "), machine::load());
            measure()?.iter().for_each(|figure| println!("{}", if json { figure.json() } else { figure.line() }));
        }
    }
    Ok(())
}
