//! How the station itself is: what is wrong with it, and what that means for whoever needs help.

use serde::{Deserialize, Serialize};

/// Something is wrong with the station.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Trouble {
    /// Its disk is full: open incidents go on in a reserve, and new requests are stored while it lasts.
    DiskFull,
    /// What it was asked last could not be stored.
    NotStoring,
    /// Damaged records were put aside at a start, and what could be read of them was taken over.
    RecordsPutAside,
}

impl Trouble {
    /// The sentence for people.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::DiskFull => {
                "The station's disk is full. Open incidents go on. A new SOS may not be stored: make room on the disk, and in an emergency call 911 too."
            }
            Self::NotStoring => {
                "The station cannot store anything right now. An SOS may not be accepted. In an emergency, call 911."
            }
            Self::RecordsPutAside => {
                "The station's records were damaged. They were put aside, and what could still be read was taken over. If you asked for help and still need it, slide again or call 911."
            }
        }
    }

    /// Whether a new SOS may fail because of it.
    pub const fn stops_storing(self) -> bool {
        match self {
            Self::DiskFull | Self::NotStoring => true,
            Self::RecordsPutAside => false,
        }
    }
}

/// A trouble, for programs and for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TroubleView {
    /// For programs.
    pub code: Trouble,
    /// For people.
    pub sentence: String,
}

/// How the station is. It is answered with 200 while it is ready, and with 503 while it is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HealthResponse {
    /// Whether a new SOS will be stored, as far as is known.
    pub ready: bool,
    /// What is wrong.
    pub troubles: Vec<TroubleView>,
}

impl FromIterator<Trouble> for HealthResponse {
    fn from_iter<I: IntoIterator<Item = Trouble>>(troubles: I) -> Self {
        let view = |code: Trouble| TroubleView { code, sentence: code.sentence().to_owned() };
        let troubles: Vec<TroubleView> = troubles.into_iter().map(view).collect();
        Self { ready: !troubles.iter().any(|trouble| trouble.code.stops_storing()), troubles }
    }
}
