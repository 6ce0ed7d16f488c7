//! What a person reads and answers on the terminal.

use std::io::{self, BufRead, IsTerminal, Write};
use std::time::Instant;

use anyhow::Result;

/// Announces a piece of work, does it, and says how long it took.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("\n== {name}");
    let began = Instant::now();
    let result = work();
    let end = if result.is_ok() { "done" } else { "failed" };
    println!("== {name}: {end} after {:.1} s", began.elapsed().as_secs_f32());
    result
}

/// Whether somebody sits there who can answer.
pub(crate) fn can_ask() -> bool {
    io::stdin().is_terminal()
}

/// Asks, and takes anything but a yes for a no.
pub(crate) fn ask(question: &str) -> Result<bool> {
    print!("{question} [y/N] ");
    io::stdout().flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(is_yes(&answer))
}

fn is_yes(answer: &str) -> bool {
    matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_yes_is_a_yes() {
        assert!(is_yes("y\n") && is_yes("Yes\n"));
        assert!(!is_yes("\n") && !is_yes("n\n") && !is_yes("yellow\n"));
    }
}
