//! `cargo xtask mutants`: the safety core with one change each, and whether a test notices.
//!
//! Two rounds: first the tests that take a second or two, then, for what these have missed, all of the crate's. What is
//! still missed then stands in `mutants.out/missed.txt`.

use std::process::{Command, ExitCode};

use anyhow::Result;

use crate::shell::{cargo, execute, succeeds};

/// Tests that answer within seconds, and notice most changes.
const QUICK: [&str; 3] = ["eligibility_table", "plan_transcripts", "transcripts"];
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
    if execute(&mut quick).is_ok() || execute(round(shard).arg("--iterate")).is_ok() {
        return Ok(ExitCode::SUCCESS);
    }
    println!("What no test has noticed stands in mutants.out/missed.txt.");
    Ok(ExitCode::FAILURE)
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
