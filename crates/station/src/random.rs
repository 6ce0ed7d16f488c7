//! The operating system's randomness. Without it there are no ids and no tokens, so nothing works.

/// Fills an array with random bytes.
pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("an operating system without randomness cannot run a station");
    bytes
}
