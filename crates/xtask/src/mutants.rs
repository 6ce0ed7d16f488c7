//! `cargo xtask mutants`: the safety core with one change each, and whether a test notices.
//!
//! Two rounds: first the tests that take a second or two, then, for what these have missed, all of the crate's. What is
//! still missed then stands in `mutants.out/missed.txt`.

use std::fs;
use std::process::{Command, ExitCode};

use anyhow::{Context as _, Result};

use crate::shell::{cargo, execute, succeeds};

/// Tests that answer within seconds, and notice most changes.
const QUICK: [&str; 3] = ["eligibility_table", "plan_transcripts", "transcripts"];
/// What no test has noticed.
const MISSED: &str = "mutants.out/missed.txt";
/// Optimised, the core takes most of the time it takes to see what a change does to the quick tests.
const UNOPTIMISED: &str = "--cargo-arg=--config=profile.dev.package.mayday-protocol.opt-level=0";

/// Changes the core in each way that `cargo mutants` knows, or in a part of them: `1/8` is the second eighth.
pub(crate) fn mutants(shard: Option<&str>) -> Result<ExitCode> {
    if !succeeds(&mut cargo(&["mutants", "--version"])) {
        execute(&mut cargo(&["install", "cargo-mutants", "--locked", "--debug"]))?;
    }
    let mut quick = round(shard);
    quick.args([UNOPTIMISED, "--", "--lib"]);
    for test in QUICK {
        quick.args(["--test", test]);
    }
    // Either round ends with an error when something was missed: the next one, or the list, says what.
    if execute(&mut quick).is_ok() {
        return Ok(ExitCode::SUCCESS);
    }
    let missed = fs::read_to_string(MISSED).context("the first round has left no list")?;
    let mut whole = round(None);
    whole.args(missed.lines().flat_map(|change| ["--re".to_owned(), exactly(change)]));
    if missed.is_empty() || execute(&mut whole).is_ok() {
        return Ok(ExitCode::SUCCESS);
    }
    println!("What no test has noticed stands in mutants.out/missed.txt.");
    Ok(ExitCode::FAILURE)
}

/// A pattern that fits this change and no other.
fn exactly(change: &str) -> String {
    let escaped: String = change
        .chars()
        .flat_map(|letter| {
            let plain = letter.is_alphanumeric() || " _:/".contains(letter);
            (!plain).then_some('\\').into_iter().chain([letter])
        })
        .collect();
    format!("^{escaped}$")
}

fn round(shard: Option<&str>) -> Command {
    let mut round = cargo(&["mutants", "--package", "mayday-protocol", "--all-features", "--no-times"]);
    // Symbols are for people who look into a crash; here they are most of the time it takes to link.
    round.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_PROFILE_TEST_DEBUG", "0");
    if let Some(shard) = shard {
        round.args(["--shard", shard]);
    }
    round
}

#[cfg(test)]
mod tests {
    use super::exactly;

    #[test]
    fn a_change_is_named_by_itself_alone() {
        assert_eq!(
            exactly("src/a.rs:20:5: replace f -> Option<Reason> with None"),
            r"^src/a\.rs:20:5: replace f \-\> Option\<Reason\> with None$"
        );
    }
}
