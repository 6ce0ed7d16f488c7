//! Live View between the app's core and its window (S1, S2). No address, user name or password of a camera is in any of it
//! but in the request that connects one.

use mayday_protocol::{CameraId, IncidentId, Redacted};
use serde::{Deserialize, Serialize};

/// Why there is no picture. The words, and the step that mends it, are the window's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum CameraProblem {
    /// This device does not know where the camera is.
    NotConnected,
    /// The keyring that holds its password is missing, locked, or does not answer.
    NoKeyring,
    /// More pictures are watched than this app shows.
    TooMany,
    /// Nothing was typed as its address.
    AddressMissing,
    /// What was typed is no address of a camera.
    AddressUnknown,
    /// What was typed as the address of its still pictures is none.
    StillsUnknown,
    /// What was found is forgotten meanwhile, or never was.
    FoundGone,
    /// The camera has no address of single pictures.
    NoStills,
    /// Nothing answers at the address.
    Unreachable,
    /// Something answers, and it is no camera.
    NotACamera,
    /// The camera refuses the user name or the password.
    WrongPassword,
    /// The camera has nothing under this path.
    WrongPath,
    /// The camera answered with another refusal.
    Refused,
    /// The stream has no video.
    NoVideo,
    /// The video is coded in a way that no window plays.
    UnknownCodec,
    /// The camera accepted and then said nothing.
    Silent,
    /// What the camera sends cannot be understood.
    Garbage,
    /// The camera ended the stream.
    Ended,
    /// A clip that was kept cannot be opened: its file or its key is damaged or gone.
    ClipLost,
}

/// Whether this device knows where the picture of a camera comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PictureView {
    /// Which camera.
    pub camera: CameraId,
    /// Where from.
    pub from: PictureFrom,
}

/// Where the picture of a camera comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", content = "host", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum PictureFrom {
    /// This device has not been told.
    Nowhere,
    /// It is drawn by the app: the demo home's.
    Demo,
    /// A camera on this machine, by the name or number of its host.
    Camera(Redacted<String>),
}

/// How pictures travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum CameraTransport {
    /// In the connection itself: nothing is lost.
    #[default]
    Tcp,
    /// Beside it.
    Udp,
}

/// Connect the picture of a camera on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ConnectCameraRequest {
    /// Which camera.
    pub camera: CameraId,
    /// Where it is.
    pub place: CameraPlace,
    /// The web address of its still pictures, for a window that cannot show its video; empty: none, or the one that was
    /// found with it.
    pub stills: Redacted<String>,
    /// The user name; empty: none, or the one in the address.
    pub user: Redacted<String>,
    /// The password that goes with it.
    pub password: Redacted<String>,
    /// How its pictures travel.
    pub transport: CameraTransport,
}

/// Where a camera is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", content = "of", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum CameraPlace {
    /// At this address, as it was typed or pasted: of a stream (RTSP), of pictures, or of a program or device that has
    /// several (HTTP).
    Address(Redacted<String>),
    /// Where the app found it: the number of a [`FoundView`].
    Found(u32),
}

/// What became of connecting a camera.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum ConnectedView {
    /// It showed a picture.
    Connected {
        /// Whether it is still known after a restart: its password can be kept in a keyring alone.
        kept: bool,
    },
    /// There are several cameras: one of them is to be chosen.
    Several {
        /// Which.
        found: Vec<FoundView>,
    },
}

/// A camera that was found on the network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FoundView {
    /// Stands for its address, which no window is told.
    pub number: u32,
    /// What it calls itself; may be empty.
    pub name: Redacted<String>,
    /// The name or number of its machine.
    pub host: Redacted<String>,
}

/// Where a camera stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum LiveStatus {
    /// Asked, and nothing has come yet.
    Connecting {
        /// Milliseconds since it was asked.
        for_ms: u64,
        /// Why it stopped before, if it did.
        after: Option<CameraProblem>,
    },
    /// It shows pictures.
    Playing {
        /// Milliseconds since the first one.
        for_ms: u64,
    },
    /// It shows nothing.
    Stopped {
        /// Why.
        problem: CameraProblem,
        /// Milliseconds since the last picture, or since it was first asked.
        for_ms: u64,
        /// Milliseconds until it is asked again.
        again_in_ms: u64,
    },
}

/// What begins an answer to the window, before its bytes: first the still's, then the stream's beginning, then what came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LiveHead {
    /// Where the camera stands.
    pub status: LiveStatus,
    /// What was shown last, for a window that has seen nothing yet.
    pub still: Option<StillHead>,
    /// A stream begins here.
    pub begins: Option<StreamHead>,
    /// Bytes of what came since.
    pub media: usize,
    /// Whether something was left out, because the window was slow.
    pub skipped: bool,
}

/// The last picture of an earlier time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StillHead {
    /// Its media type, with its codecs.
    pub mime: String,
    /// Its bytes.
    pub length: usize,
    /// How old it is, in milliseconds.
    pub age_ms: u64,
}

/// The beginning of a stream. One of `image/jpeg` has no beginning, and each of its pictures comes behind twelve bytes: how
/// many bytes it has (four), and when it came, in milliseconds since the stream began (eight), both big-endian.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StreamHead {
    /// Its media type, with its codecs.
    pub mime: String,
    /// Bytes of its beginning.
    pub length: usize,
    /// Whether sound comes with it.
    pub sound: bool,
}

/// A clip of a camera around an incident, kept on this device alone and encrypted (S4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ClipView {
    /// Around which incident.
    pub incident: IncidentId,
    /// Of which camera.
    pub camera: CameraId,
    /// When it was caused, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// How it stands.
    pub state: ClipState,
    /// When it is deleted by itself, in milliseconds since the Unix epoch.
    pub until_ms: i64,
}

/// How a clip stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum ClipState {
    /// It is being kept.
    Running,
    /// It is whole.
    Kept {
        /// How long it is, in milliseconds.
        length_ms: u64,
    },
    /// The app ended, or the camera, before it was whole.
    CutOff,
}

/// What begins a clip's answer, before its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ClipHead {
    /// Its media type, with its codecs.
    pub mime: String,
    /// Its bytes.
    pub length: usize,
}
