//! What gets calls and alerts through Do Not Disturb: the station as a contact, and what is known of this computer's
//! own alerts.

use serde::{Deserialize, Serialize};

/// Whom the contacts of a home have to know: the station, under one name and one number (M4, O2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StationContact {
    /// The name.
    pub name: String,
    /// The published number that every call comes from, as people write it.
    pub number: String,
}

/// The station as a card that a phone can save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StationCardView {
    /// The name.
    pub name: String,
    /// The number, as people write it.
    pub number: String,
    /// The vCard of version 3.0, which every phone reads.
    pub vcard3: String,
    /// The vCard of version 4.0.
    pub vcard4: String,
    /// Version 3.0 as a QR code.
    pub qr: QrView,
}

/// A QR code as one line drawing. A quiet zone of four modules belongs around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct QrView {
    /// Modules on each side.
    pub size: u32,
    /// The dark modules as the data of an SVG path, one unit to a module.
    pub path: String,
}

/// Which vCard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum CardVersion {
    /// Version 3.0.
    Three,
    /// Version 4.0.
    Four,
}

/// The system that shows this computer's notifications.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Desktop {
    /// A Mac.
    Mac,
    /// Windows.
    Windows,
    /// GNOME.
    Gnome,
    /// KDE Plasma.
    Kde,
    /// Another one, or none that is known.
    Other,
}

/// What a person said of a test alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AlertAnswer {
    /// Whether the person saw it.
    pub seen: bool,
    /// When that was said: milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// What is known of this computer's own alerts (O4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AlertsView {
    /// Which system shows them.
    pub desktop: Desktop,
    /// Whether a test alert was sent and nobody has said yet what became of it.
    pub asked: bool,
    /// What was said last.
    pub answer: Option<AlertAnswer>,
}
