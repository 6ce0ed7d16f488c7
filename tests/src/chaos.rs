//! The fault grid of the app: the real app and its real station, and every fault at every point of the countdown.
//!
//! A case is one slide with one fault. It says what was seen at the screen and at the station, what it took, and
//! what was not as promised. The few cases of the usual tests and the whole grid of `cargo xtask chaos app` are the
//! same code.

pub mod grid;
pub mod kill;
pub mod link;
pub mod report;
mod scene;

use std::fmt;

/// What a case came to.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Whether help was requested, by the station's own record.
    pub raised: bool,
    /// Whether the screen said that it was cancelled.
    pub cancelled: bool,
    /// How long after the fault was over, or the countdown if that was later, the screen told how it ended, in
    /// milliseconds.
    pub settled_ms: Option<i64>,
    /// When the station decided, in milliseconds after the slide.
    pub decided_ms: Option<i64>,
    /// How many slides before it were too jerky to count.
    pub missed: usize,
    /// Every promise that was not kept.
    pub violations: Vec<String>,
}

impl Outcome {
    pub(crate) fn promise(&mut self, kept: bool, broken: impl Into<String>) {
        if !kept {
            self.violations.push(broken.into());
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = match (self.raised, self.cancelled) {
            (_, true) => "cancelled",
            (true, false) => "raised",
            (false, false) => "not raised",
        };
        write!(to, "{end}")?;
        if let Some(ms) = self.decided_ms {
            write!(to, ", decided {ms} ms after the slide")?;
        }
        if let Some(ms) = self.settled_ms {
            write!(to, ", told {ms} ms after the fault")?;
        }
        if self.missed > 0 {
            write!(to, ", slid again {} times", self.missed)?;
        }
        Ok(())
    }
}
