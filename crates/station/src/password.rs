//! The verbal password: what a phone keypad can type of it, kept as an Argon2id hash alone (N5, N7).

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use argon2::Argon2;
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use mayday_protocol::call::Password;
use mayday_protocol::{IncidentId, Redacted};
use unicode_normalization::UnicodeNormalization as _;

/// Longer entries are no password; the rest of the keys is not kept.
const MOST_KEYS: usize = 32;
/// Longer than any call waits for its password: what is older belongs to a call that has ended.
const KEPT: Duration = Duration::from_millis(2 * mayday_protocol::call::DECIDE_MS);

/// The digits that spell a password on a phone keypad. An accent is typed as its letter; what no
/// key carries is left out.
pub(crate) fn keypad(password: &str) -> Redacted<String> {
    Redacted::new(password.nfd().filter_map(key).collect())
}

fn key(letter: char) -> Option<char> {
    match letter.to_ascii_lowercase() {
        'a'..='c' => Some('2'),
        'd'..='f' => Some('3'),
        'g'..='i' => Some('4'),
        'j'..='l' => Some('5'),
        'm'..='o' => Some('6'),
        'p'..='s' => Some('7'),
        't'..='v' => Some('8'),
        'w'..='z' => Some('9'),
        digit @ '0'..='9' => Some(digit),
        _ => None,
    }
}

/// The hash that is stored.
pub(crate) fn hash(keys: &Redacted<String>) -> anyhow::Result<String> {
    let salt = SaltString::generate(&mut OsRng);
    let hashed = Argon2::default().hash_password(keys.reveal().as_bytes(), &salt);
    Ok(hashed.map_err(|error| anyhow::anyhow!("the password cannot be hashed: {error}"))?.to_string())
}

/// Compares a submission. A hash that cannot be read matches nothing.
pub(crate) fn compare(keys: &Redacted<String>, stored: &str) -> Password {
    let matches = PasswordHash::new(stored)
        .is_ok_and(|stored| Argon2::default().verify_password(keys.reveal().as_bytes(), &stored).is_ok());
    if matches { Password::Right } else { Password::Wrong }
}

/// Keys of passwords that are being entered. They are never written anywhere.
#[derive(Default)]
pub(crate) struct Entries(Mutex<Kept>);

/// By call: the keys, and when the last one was pressed.
type Kept = HashMap<(IncidentId, u16), (Redacted<String>, Instant)>;

impl Entries {
    /// A digit more, or (`*`) none at all.
    pub(crate) fn press(&self, call: (IncidentId, u16), key: char) {
        let mut entries = self.lock();
        entries.retain(|_, (_, pressed)| pressed.elapsed() < KEPT);
        let mut keys = entries.remove(&call).map(|(keys, _)| keys.reveal().clone()).unwrap_or_default();
        if key == '*' {
            keys.clear();
        } else if keys.len() < MOST_KEYS {
            keys.push(key);
        }
        entries.insert(call, (Redacted::new(keys), Instant::now()));
    }

    /// Takes what was entered.
    pub(crate) fn submit(&self, call: (IncidentId, u16)) -> Redacted<String> {
        self.lock().remove(&call).map(|(keys, _)| keys).unwrap_or_default()
    }

    /// How many keys were pressed.
    pub(crate) fn count(&self, call: (IncidentId, u16)) -> u8 {
        self.lock().get(&call).map_or(0, |(keys, _)| u8::try_from(keys.reveal().len()).unwrap_or(u8::MAX))
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: N7
    #[test]
    fn a_password_is_compared_by_its_keypad_digits() {
        assert_eq!(keypad("Sunrise").reveal(), "7867473");
        assert_eq!(keypad("sun rise!"), keypad("SUNRISE"));
        assert_eq!(keypad("María 7").reveal(), "627427");
    }

    /// proves: N5
    #[test]
    fn only_the_right_digits_match_the_stored_hash_and_the_hash_holds_none_of_them() {
        let stored = hash(&keypad("sunrise")).expect("hashes");
        assert!(stored.starts_with("$argon2id$") && !stored.contains("7867473"));
        assert_eq!(compare(&keypad("sunrise"), &stored), Password::Right);
        for wrong in ["", "sunris", "sunrises", "moonrise"] {
            assert_eq!(compare(&keypad(wrong), &stored), Password::Wrong, "{wrong}");
        }
        assert_eq!(compare(&keypad("sunrise"), "garbage"), Password::Wrong);
    }

    /// proves: N3
    #[test]
    fn a_star_starts_the_entry_over() {
        let entries = Entries::default();
        let call = (IncidentId::from_random([1; 16]), 1);
        for key in ['2', '3', '*', '7', '8'] {
            entries.press(call, key);
        }
        assert_eq!(entries.count(call), 2);
        assert_eq!(entries.submit(call).reveal(), "78");
        assert_eq!(entries.count(call), 0);
    }
}
