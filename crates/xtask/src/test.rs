//! `cargo xtask test`: everything that has to hold, in an order in which cheap failures come first.

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;

use crate::console::step;
use crate::counts::Counts;
use crate::npm::{self, npm};
use crate::packages;
use crate::shell::{cargo, execute, execute_reading, program, succeeds};

/// The pages are served from inside the app's binary, as in a release.
const APP_FEATURE: &str = "mayday-app/custom-protocol";

/// Runs all steps up to the first that fails. The very last line is the number of tests.
pub(crate) fn test() -> ExitCode {
    let mut counts = Counts::default();
    let result = steps(&mut counts);
    if let Err(error) = &result {
        eprintln!("\nerror: {error:#}");
    }
    println!("\n{counts}");
    if result.is_ok() && counts.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn steps(counts: &mut Counts) -> Result<()> {
    step("system packages", packages::provide_for_test)?;
    pages(counts)?;
    step("cargo fmt", || execute(&mut cargo(&["fmt", "--check"])))?;
    step("cargo clippy", clippy)?;
    step("station", || execute(&mut cargo(&["build", "--package", "mayday-station"])))?;
    step("app", || execute(&mut cargo(&["build", "--package", "mayday-app", "--features", "custom-protocol"])))?;
    step("webdriver", provide_webdriver)?;
    step("cargo deny", deny)?;
    step("cargo test", || {
        let tests = ["test", "--workspace", "--features", APP_FEATURE, "--no-fail-fast"];
        execute_reading(&mut cargo(&tests), |line| counts.read_cargo(line))
    })
}

fn pages(counts: &mut Counts) -> Result<()> {
    step("npm ci", || {
        npm::check()?;
        execute(&mut npm(&["ci"]))
    })?;
    step("npm run lint", || execute(&mut npm(&["run", "lint"])))?;
    step("npm run check", || execute(&mut npm(&["run", "check"])))?;
    step("npm test", || execute_reading(&mut npm(&["test"]), |line| counts.read_vitest(line)))?;
    step("npm run build", npm::build)
}

fn clippy() -> Result<()> {
    let lint = ["clippy", "--workspace", "--all-targets", "--features", APP_FEATURE, "--", "--deny", "warnings"];
    execute(&mut cargo(&lint))
}

/// What webdriver tests of the app talk to. Tools are built without optimisation: that takes a third of the time.
pub(crate) fn provide_webdriver() -> Result<()> {
    if succeeds(program("tauri-driver").arg("--help")) || cargo_bin().join("tauri-driver").is_file() {
        return Ok(());
    }
    execute(&mut cargo(&["install", "tauri-driver", "--version", "^2", "--locked", "--debug"]))
}

/// Advisories come over the network from a place of their own, which a tester's machine may not reach.
fn deny() -> Result<()> {
    if !succeeds(&mut cargo(&["deny", "--version"])) {
        execute(&mut cargo(&["install", "cargo-deny", "--locked", "--debug"]))?;
    }
    println!("Bans, licences and sources are checked. Advisories are not: their list is not part of the repository.");
    execute(&mut cargo(&["deny", "check", "bans", "licenses", "sources"]))
}

/// Where cargo installs programs.
fn cargo_bin() -> PathBuf {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    home.unwrap_or_default().join("bin")
}
