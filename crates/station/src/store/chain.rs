//! Chained hashes: each row of a journal is bound to the one before it, so that none can be altered, left out or moved
//! without its being seen.

use sha2::{Digest as _, Sha256};

/// What a row of the journal says.
pub(crate) struct Row<'a> {
    pub(crate) seq: u64,
    pub(crate) at_ms: i64,
    pub(crate) machine_version: u32,
    pub(crate) input: &'a str,
    pub(crate) outputs: &'a str,
    pub(crate) state: &'a str,
}

impl Row<'_> {
    /// The hash of this row and, by the hash before it, of every row before it.
    pub(crate) fn hash(&self, before: Option<&[u8]>) -> Vec<u8> {
        let numbers = [self.seq.to_string(), self.at_ms.to_string(), self.machine_version.to_string()];
        let parts = numbers.iter().map(String::as_str).chain([self.input, self.outputs, self.state]);
        link(before, parts)
    }
}

/// One link: every part with its length before it, so that no part can lend a letter to its neighbour.
pub(crate) fn link<'a>(before: Option<&[u8]>, parts: impl IntoIterator<Item = &'a str>) -> Vec<u8> {
    let mut hasher = Sha256::new();
    hasher.update(before.unwrap_or(&[0; 32]));
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_changes_with_every_part_with_their_borders_and_with_what_was_before() {
        let whole = link(None, ["ab", "c"]);
        assert_eq!(whole, link(None, ["ab", "c"]));
        for other in [link(None, ["a", "bc"]), link(None, ["ab"]), link(Some(&whole), ["ab", "c"])] {
            assert_ne!(other, whole);
        }
    }
}
