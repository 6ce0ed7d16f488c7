//! The two words by which the station proves itself to whoever it calls (M7).

use super::mix;

/// Words that are told apart over a bad line, and that nobody fears to hear.
const WORDS: [&str; 32] = [
    "amber", "anchor", "apple", "basket", "bridge", "candle", "cedar", "copper", "dolphin", "eagle", "feather",
    "garden", "harbor", "island", "jacket", "kettle", "lantern", "lemon", "maple", "meadow", "needle", "orange",
    "paper", "pepper", "river", "saddle", "silver", "spoon", "tiger", "velvet", "window", "yellow",
];

/// The two words by which the station proves itself to whoever it calls: the app shows the same (M7).
pub const fn words(seed: u64) -> [&'static str; 2] {
    let drawn = mix(seed);
    let first = (drawn % WORDS.len() as u64) as usize;
    let second = (first + 1 + ((drawn >> 32) % (WORDS.len() as u64 - 1)) as usize) % WORDS.len();
    [WORDS[first], WORDS[second]]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// proves: M7
    #[test]
    fn the_two_words_of_a_call_always_differ_and_every_pair_occurs() {
        let drawn: BTreeSet<_> = (0..20_000).map(words).collect();
        assert!(drawn.iter().all(|[first, second]| first != second));
        assert_eq!(drawn.len(), WORDS.len() * (WORDS.len() - 1));
    }
}
