//! How many tests passed and failed, read from what the test runners print.

use std::fmt;

/// A sum over test runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Counts {
    /// Adds the sum of one test binary, if this line is one: `test result: ok. 12 passed; 0 failed; …`.
    pub(crate) fn read_cargo(&mut self, line: &str) {
        if let Some((_, sums)) = line.trim().strip_prefix("test result: ").and_then(|rest| rest.split_once(". ")) {
            self.add(sums.split(';'));
        }
    }

    /// Adds the sum of the pages' tests, if this line is it: `Tests  1 failed | 12 passed (13)`. The checks in a
    /// browser print theirs as vitest does.
    pub(crate) fn read_pages(&mut self, line: &str) {
        if let Some(sums) = without_colours(line).trim().strip_prefix("Tests ") {
            self.add(sums.split('|'));
        }
    }

    fn add<'a>(&mut self, sums: impl Iterator<Item = &'a str>) {
        for sum in sums {
            let mut words = sum.split_whitespace();
            let Some(number) = words.next().and_then(|word| word.parse::<u32>().ok()) else { continue };
            match words.next() {
                Some("passed") => self.passed += number,
                Some("failed") => self.failed += number,
                Some(_) | None => {}
            }
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Drops terminal sequences such as `ESC [ 32 m`.
fn without_colours(line: &str) -> String {
    let mut parts = line.split('\x1b');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|character: char| character.is_ascii_alphabetic()).map_or(part.len(), |at| at + 1);
        plain.push_str(&part[end..]);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(read: fn(&mut Counts, &str), lines: &[&str]) -> String {
        let mut counts = Counts::default();
        lines.iter().for_each(|line| read(&mut counts, line));
        counts.to_string()
    }

    #[test]
    fn the_sums_of_all_test_binaries_are_added() {
        let lines = [
            "running 14 tests",
            "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.13s",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 8.52s",
        ];
        assert_eq!(counted(Counts::read_cargo, &lines), "13 passed, 2 failed");
    }

    #[test]
    fn vitest_counts_tests_and_not_files() {
        let lines = [" Test Files  3 passed (3)", "      Tests  12 passed (12)"];
        assert_eq!(counted(Counts::read_pages, &lines), "12 passed, 0 failed");
    }

    #[test]
    fn vitest_counts_failures_and_skips_what_was_skipped() {
        let lines = ["      Tests  1 failed | 11 passed | 2 skipped (14)"];
        assert_eq!(counted(Counts::read_pages, &lines), "11 passed, 1 failed");
    }

    #[test]
    fn colours_do_not_hide_a_sum() {
        let lines = ["\x1b[2m      Tests \x1b[22m \x1b[1m\x1b[32m12 passed\x1b[39m\x1b[22m\x1b[90m (12)\x1b[39m"];
        assert_eq!(counted(Counts::read_pages, &lines), "12 passed, 0 failed");
    }

    #[test]
    fn other_lines_count_nothing() {
        let lines = ["test a_call ... ok", "Tests are good", "test result: none", ""];
        assert_eq!(counted(Counts::read_cargo, &lines), "0 passed, 0 failed");
        assert_eq!(counted(Counts::read_pages, &lines), "0 passed, 0 failed");
    }
}
