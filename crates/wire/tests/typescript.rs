//! What is generated and committed is what the Rust shapes and the plan table say.

use std::path::PathBuf;
use std::{env, fs};

use mayday_wire::{plans, typescript};

#[test]
fn the_committed_typescript_is_what_the_rust_shapes_say() {
    check("ui/src/backend/wire.ts", &typescript::generate());
}

/// proves: P1, P4
#[test]
fn the_plans_that_the_app_and_the_docs_show_are_the_table_that_the_station_reads() {
    check("docs/response-plans.md", &plans::document());
    check("ui/src/backend/plans.ts", &plans::module());
}

/// `MAYDAY_GENERATE=1`, as `cargo xtask generate` sets it, writes the file in place of comparing it.
fn check(file: &str, generated: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(file);
    if env::var_os("MAYDAY_GENERATE").is_some() {
        fs::write(&path, generated).expect("the folder is writable");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == generated, "{file} is stale: run `cargo xtask generate`");
}
