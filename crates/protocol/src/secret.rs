//! What a verbal password or a code has to be like (N7, J5): judged by its digits on a phone keypad, because these are
//! what a call and a keypad compare.

/// Fewer digits are guessed too soon.
pub const FEWEST_DIGITS: usize = 6;
/// More are not listened to by a call.
pub const MOST_DIGITS: usize = 32;
/// In so many places a secret and its duress twin differ at least, so that a slip of the finger is not the other one.
pub const DIFFERENT_PLACES: usize = 2;

/// Two secrets that are typed at the same place: one means what it says, its twin raises duress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SecretPair {
    /// The verbal passwords, said or typed in a call (N1, N4).
    Passwords,
    /// The codes, typed at a keypad and in the app (J1).
    Codes,
}

/// One of a home's secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Secret {
    /// The verbal password.
    Password,
    /// The duress password: sounds like a cancel, and asks for police (N4).
    DuressPassword,
    /// The access code.
    Code,
    /// The duress code: looks like a disarm, and asks for police (J1).
    DuressCode,
}

impl Secret {
    /// The two that are typed where this one is.
    pub const fn pair(self) -> SecretPair {
        match self {
            Self::Password | Self::DuressPassword => SecretPair::Passwords,
            Self::Code | Self::DuressCode => SecretPair::Codes,
        }
    }

    /// What it is for whoever has given the duress code: the two change places, so that everything that a bystander
    /// can try fits together, and the secret that means what it says is neither told nor touched (J6).
    #[must_use]
    pub const fn under_duress(self) -> Self {
        match self {
            Self::Password => Self::DuressPassword,
            Self::DuressPassword => Self::Password,
            Self::Code => Self::DuressCode,
            Self::DuressCode => Self::Code,
        }
    }
}

/// What is wrong with a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weakness {
    /// Fewer than [`FEWEST_DIGITS`] keys.
    TooShort,
    /// More than [`MOST_DIGITS`] keys.
    TooLong,
    /// A code that holds something else than digits: a keypad has nothing else.
    NotDigits,
    /// The same key all along.
    OneKey,
    /// Keys in a row, up or down.
    InARow,
    /// Its twin differs in fewer than [`DIFFERENT_PLACES`] places (N7).
    TooAlike,
}

impl Weakness {
    /// What is wrong, and how to mend it.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::TooShort => "Choose at least six letters or digits.",
            Self::TooLong => "Choose at most 32 letters and digits.",
            Self::NotDigits => "A keypad has digits only. Choose a code of digits.",
            Self::OneKey => "On a keypad this is one key again and again. Choose something else.",
            Self::InARow => "On a keypad these keys stand in a row. Choose something else.",
            Self::TooAlike => {
                "On a keypad this is too close to the other one: at least two keys have to differ. Choose something else."
            }
        }
    }
}

/// What is wrong with the keypad digits of one secret.
pub fn weakness(digits: &str) -> Option<Weakness> {
    let step = |by: i16| {
        let pairs = digits.as_bytes().windows(2);
        digits.len() > 1 && pairs.into_iter().all(|pair| i16::from(pair[1]) - i16::from(pair[0]) == by)
    };
    match digits.len() {
        ..FEWEST_DIGITS => Some(Weakness::TooShort),
        FEWEST_DIGITS..=MOST_DIGITS if step(0) => Some(Weakness::OneKey),
        FEWEST_DIGITS..=MOST_DIGITS if step(1) || step(-1) => Some(Weakness::InARow),
        FEWEST_DIGITS..=MOST_DIGITS => None,
        _ => Some(Weakness::TooLong),
    }
}

/// Whether two secrets differ in enough places. A place that only one of them has differs.
pub fn are_apart(one: &str, other: &str) -> bool {
    let same = one.bytes().zip(other.bytes()).filter(|(a, b)| a == b).count();
    one.len().max(other.len()) - same >= DIFFERENT_PLACES
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: N7
    #[test]
    fn a_secret_has_six_keys_or_more_that_are_neither_one_key_nor_in_a_row() {
        for (digits, fault) in [
            ("", Some(Weakness::TooShort)),
            ("48291", Some(Weakness::TooShort)),
            ("482916", None),
            ("111111", Some(Weakness::OneKey)),
            ("123456", Some(Weakness::InARow)),
            ("987654", Some(Weakness::InARow)),
            ("123457", None),
            ("121212", None),
        ] {
            assert_eq!(weakness(digits), fault, "{digits}");
        }
        assert_eq!(weakness(&"47".repeat(16)), None);
        assert_eq!(weakness(&"47".repeat(17)), Some(Weakness::TooLong));
    }

    /// proves: N7
    #[test]
    fn a_secret_and_its_duress_twin_differ_in_two_places_or_more() {
        for (one, other, apart) in [
            ("482916", "482916", false),
            ("482916", "482917", false),
            ("482916", "482927", true),
            ("482916", "4829166", false),
            ("482916", "48291600", true),
            ("482916", "628194", true),
        ] {
            assert_eq!(are_apart(one, other), apart, "{one} {other}");
            assert_eq!(are_apart(other, one), apart, "{other} {one}");
        }
    }

    /// proves: J6
    #[test]
    fn under_duress_the_two_of_a_pair_change_places_and_nothing_else() {
        for secret in [Secret::Password, Secret::DuressPassword, Secret::Code, Secret::DuressCode] {
            let other = secret.under_duress();
            assert_ne!(other, secret);
            assert_eq!((other.under_duress(), other.pair()), (secret, secret.pair()));
        }
    }

    /// proves: N7
    #[test]
    fn every_weakness_says_what_to_do_about_it() {
        use Weakness::{InARow, NotDigits, OneKey, TooAlike, TooLong, TooShort};
        for weakness in [TooShort, TooLong, NotDigits, OneKey, InARow, TooAlike] {
            assert!(weakness.sentence().contains("Choose"), "{weakness:?}");
        }
    }
}
