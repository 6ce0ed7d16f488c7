//! Worlds whose test was killed before it could tidy up: found at the next start, ended and removed.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::place::{PARENT, PREFIX};
use crate::processes::kill_home;

/// Holds the process id of the test that a world belongs to.
const OWNER: &str = "owner";

/// Notes that this process looks after the world.
pub(crate) fn claim(root: &Path) -> Result<()> {
    Ok(fs::write(root.join(OWNER), std::process::id().to_string())?)
}

/// Ends and removes every world whose test is gone. One that is just being made has no owner yet and stays.
pub(crate) fn sweep() {
    let Ok(entries) = fs::read_dir(PARENT) else { return };
    for entry in entries.flatten() {
        let root = entry.path();
        if entry.file_name().to_string_lossy().starts_with(PREFIX) && is_orphaned(&root) {
            kill_home(&root.join("home"), "");
            // Another test may be sweeping too: whoever is second finds nothing.
            let _ = fs::remove_dir_all(&root);
        }
    }
}

fn is_orphaned(root: &Path) -> bool {
    let owner = fs::read_to_string(root.join(OWNER)).unwrap_or_default();
    !owner.is_empty() && !Path::new("/proc").join(owner).exists()
}
