//! The pages' side of the build.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::shell::{execute, program, root, succeeds};

/// npm in the ui folder.
pub(crate) fn npm(arguments: &[&str]) -> Command {
    let mut command = program(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(root().join("ui")).args(arguments);
    command
}

/// Fails with a sentence when node or npm is missing.
pub(crate) fn check() -> Result<()> {
    let there = succeeds(program("node").arg("--version")) && succeeds(&mut npm(&["--version"]));
    ensure!(
        there,
        "Node.js with npm is missing: install version 20 or later from https://nodejs.org, then run this again"
    );
    Ok(())
}

/// Fetches the packages of the ui folder, unless they are there and as old as its lock file asks.
pub(crate) fn fetch_if_stale() -> Result<()> {
    let ui = root().join("ui");
    // npm writes this file at the end of an installation.
    if is_older(&ui.join("node_modules/.package-lock.json"), &ui.join("package-lock.json")) {
        execute(&mut npm(&["ci"]))?;
    }
    Ok(())
}

/// Builds the pages.
pub(crate) fn build() -> Result<()> {
    execute(&mut npm(&["run", "build"]))
}

/// Whether `made` is missing, or was written before `from`.
fn is_older(made: &Path, from: &Path) -> bool {
    let written = |path: &Path| path.metadata().and_then(|metadata| metadata.modified()).ok();
    written(made).is_none_or(|made| written(from).is_some_and(|from| made < from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_stale_and_a_file_is_as_new_as_itself() {
        let manifest = root().join("Cargo.toml");
        assert!(is_older(Path::new("no such file"), &manifest));
        assert!(!is_older(&manifest, &manifest));
    }
}
