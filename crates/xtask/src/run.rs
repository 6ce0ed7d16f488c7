//! `cargo xtask run`: from a fresh machine to an open app.

use std::env;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::console::step;
use crate::npm;
use crate::packages::{Consent, provide_for_run};
use crate::shell::{build_folder, built, cargo, execute};

/// Installs what is missing, builds, starts, and stays until what it started ends.
pub(crate) fn run(yes: bool) -> Result<ExitCode> {
    let consent = if yes { Consent::Given } else { Consent::Ask };
    step("system packages", || provide_for_run(consent))?;
    step("pages", || {
        npm::check()?;
        npm::fetch_if_stale()?;
        npm::build()
    })?;
    step("station and app", build)?;
    if has_screen() {
        println!("\nOpening Mayday.");
        foreground(Command::new(built("mayday")?))
    } else {
        println!("\nThere is no display here, so the app cannot open. The station runs one SOS over the phone board");
        println!("in its place, prints what happened and where the board is, and stays until Ctrl-C.");
        let mut station = Command::new(built("mayday-station")?);
        station.arg("try");
        foreground(station)
    }
}

/// The station first: the app starts it, and looks for it beside itself.
fn build() -> Result<()> {
    let first = !build_folder()?.join("deps").is_dir();
    println!("This takes {}.", if first { "about 6 minutes the first time, and seconds later" } else { "a moment" });
    execute(&mut cargo(&["build", "--package", "mayday-station"]))?;
    execute(&mut cargo(&["build", "--package", "mayday-app", "--features", "custom-protocol"]))
}

fn has_screen() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn foreground(mut command: Command) -> Result<ExitCode> {
    let status = command.status().context("it cannot be started")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
