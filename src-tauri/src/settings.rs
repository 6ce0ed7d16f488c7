//! What a person has chosen on this device. No signal depends on it.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use mayday_protocol::HomeId;
use mayday_wire::{AlertAnswer, Language};
use serde::{Deserialize, Serialize};

/// Kept as one file. What is missing in it, or unreadable, is as at the first start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// Whether the demo siren may sound through this computer's speakers.
    pub(crate) speakers: bool,
    /// Whether the person has read that SOS is for emergencies only (A6).
    pub(crate) rule_read: bool,
    /// What the person said of the latest test alert (O4).
    pub(crate) alert: Option<AlertAnswer>,
    /// The language that was chosen; `None`: this computer's, as far as Mayday speaks it (V4).
    pub(crate) language: Option<Language>,
    /// The practice that was announced last, until its end was announced too (L4).
    pub(crate) practice: Option<Announced>,
}

/// A practice of which this device has told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Announced {
    /// Whose.
    pub(crate) home: HomeId,
    /// When it ends, in milliseconds of the wall clock.
    pub(crate) ends_ms: i64,
    /// Whether nothing more is to be said before its end.
    pub(crate) day_said: bool,
}

impl Settings {
    pub(crate) fn read(file: &Path) -> Self {
        let text = match fs::read(file) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Self::default(),
            Err(error) => {
                tracing::warn!(%error, "the settings cannot be read");
                return Self::default();
            }
        };
        serde_json::from_slice(&text).unwrap_or_else(|error| {
            tracing::warn!(%error, "the settings are not understood");
            Self::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::keep;

    #[test]
    fn what_was_chosen_is_chosen_after_a_restart() {
        let temp = tempfile::tempdir().expect("a temporary folder");
        let file = temp.path().join("settings.json");
        assert_eq!(Settings::read(&file), Settings::default());
        let alert = Some(AlertAnswer { seen: true, at_ms: 1_768_500_000_000 });
        let language = Some(Language::French);
        let chosen = Settings { speakers: true, rule_read: true, practice: None, alert, language };
        keep(&file, &chosen).expect("writable");
        assert_eq!(Settings::read(&file), chosen);
    }

    #[test]
    fn settings_that_are_not_understood_allow_no_sound() {
        let temp = tempfile::tempdir().expect("a temporary folder");
        let file = temp.path().join("settings.json");
        fs::write(&file, b"{\"speakers\": tr").expect("writable");
        assert_eq!(Settings::read(&file), Settings::default());
    }
}
