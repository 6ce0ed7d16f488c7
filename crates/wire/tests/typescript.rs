//! The committed TypeScript is what the Rust shapes say.

use std::path::PathBuf;
use std::{env, fs};

use mayday_wire::typescript::generate;

/// `MAYDAY_GENERATE=1`, as `cargo xtask generate` sets it, writes the file in place of comparing it.
#[test]
fn the_committed_typescript_is_what_the_rust_shapes_say() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/backend/wire.ts");
    if env::var_os("MAYDAY_GENERATE").is_some() {
        fs::write(&path, generate()).expect("the ui folder is writable");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == generate(), "ui/src/backend/wire.ts is stale: run `cargo xtask generate`");
}
