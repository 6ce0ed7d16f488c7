//! `cargo xtask requirements`: every requirement with the tests that name it, and those that none names.
//!
//! A test names what it proves in a comment above it: `proves: A1, C2`. The list of what nothing proves
//! is kept in docs/requirements.md, where it may only shrink.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::shell::root;

/// The sections of the requirements, in their order, with the number of the last row.
const SECTIONS: [(char, u8); 22] = [
    ('A', 12),
    ('B', 15),
    ('C', 8),
    ('D', 9),
    ('E', 10),
    ('F', 11),
    ('G', 4),
    ('H', 3),
    ('I', 5),
    ('J', 7),
    ('K', 1),
    ('L', 6),
    ('M', 10),
    ('N', 7),
    ('O', 5),
    ('P', 6),
    ('R', 10),
    ('S', 4),
    ('Q', 5),
    ('U', 3),
    ('V', 4),
    ('W', 3),
];
/// Where tests are.
const FOLDERS: [&str; 4] = ["crates", "src-tauri/src", "tests", "ui/src"];
/// How a test names what it proves.
const MARK: &str = "proves:";
/// Where the list is kept.
const PAGE: &str = "docs/requirements.md";

/// Tests by the requirement that they name.
type Proofs = BTreeMap<String, Vec<String>>;

/// Prints the list; with `write`, keeps it.
pub(crate) fn requirements(write: bool) -> Result<()> {
    let page = page(&proofs()?);
    print!("{page}");
    if write {
        fs::write(root().join(PAGE), page).context("the list cannot be written")?;
    }
    Ok(())
}

fn proofs() -> Result<Proofs> {
    let mut proofs = Proofs::new();
    for folder in FOLDERS {
        collect(&root().join(folder), &mut proofs)?;
    }
    Ok(proofs)
}

fn collect(folder: &Path, proofs: &mut Proofs) -> Result<()> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    entries.sort();
    for path in entries {
        let is_source = path.extension().is_some_and(|kind| kind == "rs" || kind == "ts");
        if path.is_dir() {
            collect(&path, proofs)?;
        } else if is_source {
            read(&fs::read_to_string(&path)?, proofs);
        }
    }
    Ok(())
}

/// Notes each mark of a file for the first test after it.
fn read(text: &str, proofs: &mut Proofs) {
    let mut named: Vec<String> = vec![];
    for line in text.lines().map(str::trim) {
        if let Some(ids) = line.strip_prefix("///").or_else(|| line.strip_prefix("/**")).and_then(ids) {
            named.extend(ids);
        } else if let Some(test) = test_name(line) {
            for id in named.drain(..) {
                proofs.entry(id).or_default().push(test.clone());
            }
        }
    }
}

fn ids(comment: &str) -> Option<Vec<String>> {
    let listed = comment.trim().strip_prefix(MARK)?.trim_end_matches("*/");
    Some(listed.split(',').map(|id| id.trim().trim_end_matches('.').to_owned()).filter(|id| is_known(id)).collect())
}

fn is_known(id: &str) -> bool {
    all().any(|known| known == id)
}

fn all() -> impl Iterator<Item = String> {
    SECTIONS.into_iter().flat_map(|(section, last)| (1..=last).map(move |row| format!("{section}{row}")))
}

fn test_name(line: &str) -> Option<String> {
    let function = line.trim_start_matches("pub ").trim_start_matches("async ").strip_prefix("fn ");
    if let Some(function) = function {
        return function.split('(').next().map(|name| name.replace('_', " "));
    }
    let described =
        ["it('", "it(\"", "test('", "describe('", "it.each("].into_iter().find_map(|start| line.strip_prefix(start))?;
    Some(described.split(['\'', '"']).next().unwrap_or_default().to_owned())
}

fn page(proofs: &Proofs) -> String {
    let mut text = String::from(
        "# Requirements and the tests that name them\n\nWritten by `cargo xtask requirements --write`. A requirement \
         counts as met only when it works in the product from end to end; a test that names one may prove a part of it.\n",
    );
    let unproved: Vec<String> = all().filter(|id| !proofs.contains_key(id)).collect();
    let _ = writeln!(text, "\n## Named by no test ({})\n\n{}\n", unproved.len(), unproved.join(", "));
    text.push_str("## Named by tests\n\n| requirement | tests | one of them |\n|---|---|---|\n");
    for id in all() {
        if let Some([first, ..]) = proofs.get(&id).map(Vec::as_slice) {
            let _ = writeln!(text, "| {id} | {} | {first} |", proofs[&id].len());
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_belongs_to_the_test_after_it() {
        let mut proofs = Proofs::new();
        read(
            "/// proves: A1, C2\n#[test]\nfn a_slide_counts() {}\n/** proves: A8 */\nit('works by keyboard', () => {",
            &mut proofs,
        );
        let names = |id: &str| proofs.get(id).cloned().unwrap_or_default();
        assert_eq!((names("A1"), names("C2")), (vec!["a slide counts".to_owned()], vec!["a slide counts".to_owned()]));
        assert_eq!(names("A8"), ["works by keyboard"]);
    }

    #[test]
    fn what_is_no_requirement_is_not_noted() {
        assert_eq!(ids("proves: A1, Z9, Z8, A99"), Some(vec!["A1".to_owned()]));
    }

    #[test]
    fn the_kept_list_is_what_the_tests_say() {
        let kept = fs::read_to_string(root().join(PAGE)).unwrap_or_default();
        let made = page(&proofs().expect("the repository can be read"));
        assert!(kept == made, "{PAGE} is stale: run `cargo xtask requirements --write`");
    }
}
