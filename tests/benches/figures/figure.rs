//! One figure, as a line for people and as a line for programs.

use serde_json::json;

/// What a ratio has to keep to.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Target {
    AtMost(f64),
    AtLeast(f64),
}

/// A ratio, with its target and what it was measured against.
#[derive(Debug)]
pub(crate) struct Figure {
    pub(crate) id: &'static str,
    /// Which of the targets that share the id.
    pub(crate) part: &'static str,
    pub(crate) ratio: f64,
    pub(crate) target: Target,
    pub(crate) note: String,
}

impl Figure {
    fn met(&self) -> bool {
        match self.target {
            Target::AtMost(most) => self.ratio <= most,
            Target::AtLeast(least) => self.ratio >= least,
        }
    }

    /// For people.
    pub(crate) fn line(&self) -> String {
        let Self { id, part, ratio, note, .. } = self;
        let (word, target) = match self.target {
            Target::AtMost(most) => ("at most", most),
            Target::AtLeast(least) => ("at least", least),
        };
        let met = if self.met() { "met" } else { "MISSED" };
        format!("{id} {part:<10} {ratio:>7.2}   {word} {target:<4} {met:<6}  {note}")
    }

    /// For programs.
    pub(crate) fn json(&self) -> String {
        let (Target::AtMost(target) | Target::AtLeast(target)) = self.target;
        let ratio = (self.ratio * 1_000.0).round() / 1_000.0;
        let Self { id, part, note, .. } = self;
        json!({ "id": id, "part": part, "ratio": ratio, "target": target, "met": self.met(), "note": note }).to_string()
    }
}
