//! The verbal password: what a phone keypad can type of it, kept as an Argon2id hash alone (N5, N7).

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use argon2::Argon2;
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use mayday_protocol::call::Password;
use mayday_protocol::{HomeId, IncidentId, Redacted};
use unicode_normalization::UnicodeNormalization as _;

use crate::store::Slot;

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

/// Compares a submission with the password and the duress password. Both are looked at, whichever it is: the time tells
/// nothing. A hash that is not set, or cannot be read, matches nothing.
pub(crate) fn compare(keys: &Redacted<String>, right: Option<&str>, duress: Option<&str>) -> Password {
    match (matches(keys, right), matches(keys, duress)) {
        (true, _) => Password::Right,
        (false, true) => Password::Duress,
        (false, false) => Password::Wrong,
    }
}

fn matches(keys: &Redacted<String>, stored: Option<&str>) -> bool {
    let verifies =
        |stored: PasswordHash<'_>| Argon2::default().verify_password(keys.reveal().as_bytes(), &stored).is_ok();
    stored.and_then(|stored| PasswordHash::new(stored).ok()).is_some_and(verifies)
}

/// Wrong codes that a home may have tried on it in a day (N5, X15). Help never needs one.
const WRONG_CODES: usize = 10;
/// For how long a wrong code counts.
const COUNTS: Duration = Duration::from_secs(24 * 3_600);

/// Wrong codes, by home. A restart forgets them; whoever can restart the station can read its store.
#[derive(Default)]
pub(crate) struct Tries(Mutex<HashMap<HomeId, Vec<Instant>>>);

impl Tries {
    /// Whether another code may be tried.
    pub(crate) fn may_try(&self, home: HomeId) -> bool {
        let mut tries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(wrong) = tries.get_mut(&home) else { return true };
        wrong.retain(|at| at.elapsed() < COUNTS);
        wrong.len() < WRONG_CODES
    }

    /// A code was wrong.
    pub(crate) fn wrong(&self, home: HomeId) {
        let mut tries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        tries.entry(home).or_default().push(Instant::now());
    }
}

/// Keys of passwords that are being entered. They are never written anywhere.
#[derive(Default)]
pub(crate) struct Entries(Mutex<Kept>);

/// A call in which a password is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum OnCall {
    /// One of an incident's, by its number.
    Incident(IncidentId, u16),
    /// A readiness call.
    Readiness(Slot),
}

impl From<(IncidentId, u16)> for OnCall {
    fn from((incident, call): (IncidentId, u16)) -> Self {
        Self::Incident(incident, call)
    }
}

impl From<Slot> for OnCall {
    fn from(slot: Slot) -> Self {
        Self::Readiness(slot)
    }
}

/// By call: the keys, and when the last one was pressed.
type Kept = HashMap<OnCall, (Redacted<String>, Instant)>;

impl Entries {
    /// A digit more, or (`*`) none at all.
    pub(crate) fn press(&self, call: impl Into<OnCall>, key: char) {
        let call = call.into();
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
    pub(crate) fn submit(&self, call: impl Into<OnCall>) -> Redacted<String> {
        self.lock().remove(&call.into()).map(|(keys, _)| keys).unwrap_or_default()
    }

    /// How many keys were pressed.
    pub(crate) fn count(&self, call: impl Into<OnCall>) -> u8 {
        self.lock().get(&call.into()).map_or(0, |(keys, _)| u8::try_from(keys.reveal().len()).unwrap_or(u8::MAX))
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
        let duress = hash(&keypad("sundown")).expect("hashes");
        let found = |typed: &str| compare(&keypad(typed), Some(&stored), Some(&duress));
        assert_eq!((found("sunrise"), found("sundown")), (Password::Right, Password::Duress));
        for wrong in ["", "sunris", "sunrises", "moonrise"] {
            assert_eq!(found(wrong), Password::Wrong, "{wrong}");
        }
        assert_eq!(compare(&keypad("sunrise"), Some("garbage"), None), Password::Wrong);
    }

    /// proves: N5
    #[test]
    fn after_ten_wrong_codes_a_home_takes_no_further_one_and_another_home_does() {
        let tries = Tries::default();
        let [mine, other] = [1, 2].map(|id| HomeId::from_random([id; 16]));
        for _ in 0..WRONG_CODES {
            assert!(tries.may_try(mine));
            tries.wrong(mine);
        }
        assert_eq!((tries.may_try(mine), tries.may_try(other)), (false, true));
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
