//! `cargo xtask generate`: writes the files that are derived from others and committed.

use anyhow::Result;

use crate::npm::{self, npm};
use crate::shell::{cargo, execute};

/// The TypeScript of the wire shapes, or the icons.
pub(crate) fn generate(icons: bool) -> Result<()> {
    if icons {
        npm::check()?;
        npm::fetch_if_stale()?;
        return execute(&mut npm(&["run", "icons"]));
    }
    // The test that compares the file writes it when it is asked to.
    let mut test = cargo(&["test", "--package", "mayday-wire", "--test", "typescript"]);
    execute(test.env("MAYDAY_GENERATE", "1"))
}
