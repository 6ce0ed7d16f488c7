//! Live View: what a camera sends, cut into what a webview plays (MISSION S).
//!
//! A [`Camera`] keeps one connection to one camera, for as long as somebody watches, and puts what it sends on a
//! [`Stage`]. A [`Viewer`] takes from there at its own pace: one that is slow skips to the newest key frame and holds
//! nobody up. This crate knows no home, no station and no window, and refuses to know whether an SOS is under way:
//! nothing that it does can delay one.

mod address;
mod camera;
mod demo;
pub mod find;
mod fragment;
mod login;
mod parts;
mod pictures;
mod problem;
mod rebase;
mod rtsp;
mod slice;
mod sound;
mod stage;
mod web;

pub use address::{Address, AddressProblem, Credentials, Transport, WebAddress};
pub use camera::{Camera, Source};
pub use fragment::{AudioTrack, Format, FragmentError, Muxer, Sample, VideoTrack};
pub use pictures::PICTURES;
pub use problem::Problem;
pub use rebase::begin_at_zero;
pub use stage::{Media, Pulled, Stage, Status, Still, Viewer};
