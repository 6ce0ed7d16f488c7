//! `cargo xtask chaos`: builds what the grid of faults needs, and runs it.

use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::console::step;
use crate::npm;
use crate::packages;
use crate::shell::{built, cargo, execute, program};
use crate::test::provide_webdriver;

/// The grid of the app. Its exit code says whether every promise was kept.
pub(crate) fn app(seed: Option<u64>, quick: bool, jobs: usize) -> Result<ExitCode> {
    step("system packages", packages::provide_for_test)?;
    step("pages", || {
        npm::check()?;
        npm::fetch_if_stale()?;
        npm::build()
    })?;
    step("station, app and grid", || {
        execute(&mut cargo(&["build", "--package", "mayday-station"]))?;
        execute(&mut cargo(&["build", "--package", "mayday-app", "--features", "custom-protocol"]))?;
        execute(&mut cargo(&["build", "--package", "mayday-tests", "--bin", "chaos"]))
    })?;
    step("webdriver", provide_webdriver)?;
    println!("{}", if quick { "About three minutes." } else { "About twenty minutes." });
    let grid = built("chaos")?;
    let mut command = program(&grid.to_string_lossy());
    command.args(["--jobs", &jobs.to_string()]);
    command.args(quick.then_some("--quick"));
    if let Some(seed) = seed {
        command.args(["--seed", &seed.to_string()]);
    }
    let status = command.status().context("the grid cannot be started")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
