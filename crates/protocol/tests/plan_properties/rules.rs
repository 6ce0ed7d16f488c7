//! One named rule for each sentence of the requirements. A rule sees a step and says whether it holds; it never looks
//! at a plan table.

mod always;
mod burglar;
mod calls;
mod courses;
mod life;
mod siren;
mod sos;

use super::world::Step;

/// One rule.
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    /// The requirements that it states.
    pub(crate) ids: &'static str,
    pub(crate) holds: fn(&Step<'_>) -> bool,
}

/// All of them.
pub(crate) const RULES: [&[Rule]; 7] =
    [always::RULES, sos::RULES, burglar::RULES, life::RULES, courses::RULES, calls::RULES, siren::RULES];

/// A list of rules: requirements, then a function whose name is the sentence.
macro_rules! rules {
    ($($ids:literal $name:ident),* $(,)?) => {
        &[$($crate::rules::Rule { name: stringify!($name), ids: $ids, holds: $name }),*]
    };
}
use rules;

/// `condition` implies `consequence`.
const fn implies(condition: bool, consequence: bool) -> bool {
    !condition || consequence
}
