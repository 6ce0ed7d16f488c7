//! The languages that the window and its notifications speak (V4).

use serde::{Deserialize, Serialize};

/// A language, named as in an address and on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Language {
    /// English.
    #[serde(rename = "en")]
    English,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
    /// Canadian French.
    #[serde(rename = "fr-CA")]
    French,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 3] = [Self::English, Self::Spanish, Self::French];

    /// As it is written in an address and on a page (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::French => "fr-CA",
        }
    }

    /// What somebody reads whose system speaks `locale`, as `es_MX.UTF-8` or `fr-CA`; English where nothing fits.
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['-', '_', '.']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "es" => Self::Spanish,
            "fr" => Self::French,
            _ => Self::English,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: V4
    #[test]
    fn a_system_is_read_by_its_language_and_english_stands_in_for_the_rest() {
        for (locale, language) in [
            ("es_MX.UTF-8", Language::Spanish),
            ("fr-CA", Language::French),
            ("FR", Language::French),
            ("est-EE", Language::English),
            ("C", Language::English),
            ("", Language::English),
        ] {
            assert_eq!(Language::of_locale(locale), language, "{locale}");
        }
    }

    /// proves: V4
    #[test]
    fn a_language_is_kept_by_the_tag_that_a_page_has() {
        for language in Language::ALL {
            let kept = serde_json::to_value(language).expect("it can be written");
            assert_eq!(kept, language.tag());
        }
    }
}
