//! The cameras and doorbells of a home, as its members see them (S1). Where a camera's picture comes from is each device's
//! own knowledge: no address and no password of a camera reaches the station.

use mayday_protocol::{CameraId, Redacted};
use serde::{Deserialize, Serialize};

/// What a camera is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum CameraKind {
    /// A camera.
    #[default]
    Camera,
    /// A doorbell with a camera.
    Doorbell,
}

/// A camera or doorbell of the home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CameraView {
    /// Which camera.
    pub id: CameraId,
    /// What the household calls it; empty: it has no name yet.
    pub name: Redacted<String>,
    /// What it is.
    pub kind: CameraKind,
    /// Whether SOS works on its picture (B3).
    pub compatible: bool,
}

/// Name a camera.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NameCameraRequest {
    /// What the household calls it.
    pub name: Redacted<String>,
    /// What it is.
    pub kind: CameraKind,
}
