//! What is known about a home when somebody wants to send an SOS from it.

macro_rules! fact {
    ($item:item) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        $item
    };
}

fact! {
    /// The subscription. Only Pro has SOS (B1).
    pub enum Plan {
        /// Recordings, no monitoring.
        Basic,
        /// More recordings, no monitoring.
        Plus,
        /// Professional monitoring and SOS.
        Pro,
    }
}

fact! {
    /// Who watches the alarm (B2, B4).
    pub enum Monitoring {
        /// Nobody has been asked yet.
        NotEnrolled,
        /// The household watches it itself: no SOS (B4).
        SelfMonitored,
        /// Enrolled in professional monitoring.
        Professional,
    }
}

fact! {
    /// The country of the registered address (B7).
    pub enum Country {
        /// United States, its territories included: the subdivision tells them apart.
        UnitedStates,
        /// Canada.
        Canada,
        /// Anywhere else.
        Other,
    }
}

/// The registered address as far as the monitoring region needs it (B7).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Region {
    /// The country.
    pub country: Country,
    /// ISO 3166-2 subdivision without its country, such as `TX`, `PR`, `QC`.
    pub subdivision: String,
}

/// What the registered address is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Premises {
    /// People live there.
    #[default]
    Residential,
    /// A business, or zoned as one: smoke and carbon monoxide are not monitored there (B9).
    Business,
}

/// A camera or doorbell at the home.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Camera {
    /// Whether SOS works on its picture (B3).
    pub compatible: bool,
}

/// Everything eligibility is decided from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HomeFacts {
    /// The subscription.
    pub plan: Plan,
    /// Where the registered address is.
    pub region: Region,
    /// What it is.
    #[cfg_attr(feature = "serde", serde(default))]
    pub premises: Premises,
    /// Whether there is an alarm, that is, a base station.
    pub has_alarm: bool,
    /// Whether the alarm security kit is there: base station *and* keypad sound (B5).
    pub security_kit: bool,
    /// Who watches the alarm.
    pub monitoring: Monitoring,
    /// Whether the cameras are enrolled in SOS (B3).
    pub sos_for_cameras: bool,
    /// The cameras and doorbells.
    pub cameras: Vec<Camera>,
    /// Whether compatible cameras sound with the alarm's siren (B6).
    pub cameras_linked: bool,
    /// Whether the verbal password is asked where there is no alarm (E6).
    pub ask_password: bool,
}

impl HomeFacts {
    /// Whether a deciding call asks for the verbal password: always with an alarm, else as chosen (E6).
    pub const fn asks_password(&self) -> bool {
        self.has_alarm || self.ask_password
    }

    /// What sounds when a siren is ordered; `None` without a base station (B5, B6, D4).
    pub fn siren(&self) -> Option<SirenPlaces> {
        self.has_alarm.then(|| SirenPlaces {
            keypad: self.security_kit,
            cameras: self.cameras_linked && self.cameras.iter().any(|camera| camera.compatible),
        })
    }
}

/// Where a siren sounds beside the base station itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SirenPlaces {
    /// The keypad, with the alarm security kit (B5).
    pub keypad: bool,
    /// The linked cameras (B6).
    pub cameras: bool,
}
