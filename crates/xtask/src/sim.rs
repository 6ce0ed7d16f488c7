//! `cargo xtask sim`: builds the simulation for release, and runs it.

use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::console::step;
use crate::npm;
use crate::shell::{cargo, execute, program, release_folder};

/// Simulated worlds. The exit code says whether every promise was kept in each of them.
pub(crate) fn sim(seeds: u64, seed: Option<u64>) -> Result<ExitCode> {
    step("pages", || {
        npm::check()?;
        npm::fetch_if_stale()?;
        npm::build()
    })?;
    step("simulation", || execute(&mut cargo(&["build", "--release", "--package", "mayday-tests", "--bin", "sim"])))?;
    let built = release_folder()?.join(format!("sim{}", std::env::consts::EXE_SUFFIX));
    let mut command = program(&built.to_string_lossy());
    command.args(["--seeds", &seeds.to_string()]);
    if let Some(seed) = seed {
        command.args(["--seed", &seed.to_string()]);
    }
    let status = command.status().context("the simulation cannot be started")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
