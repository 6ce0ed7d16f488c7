//! The world harness: a private machine for each whole-product test, and the people and programs around it.
//!
//! A [`World`] has a home folder, a screen, a bus, a keyring and a notification daemon of its own, so that
//! tests run side by side and leave nothing behind. [`App`] is the real binary under webdriver, [`Board`] is
//! the contacts' phones, [`webhook::Receiver`] is a centre that takes dispatch requests. The harness knows how
//! to press and what to see; it knows no rule of the product.

pub mod app;
pub mod board;
pub mod camera;
pub mod chaos;
mod desktop;
pub mod disk;
mod driver;
pub mod ending;
pub mod enrolment;
pub mod faults;
mod keyring;
pub mod link;
pub mod notifications;
mod page;
mod place;
mod processes;
mod screen;
pub mod setup;
pub mod sim;
pub mod sound;
mod stale;
pub mod tray_host;
pub mod waiting;
pub mod web_camera;
pub mod webhook;
mod windows;
mod world;

pub use app::App;
pub use board::Board;
pub use camera::RtspCamera;
pub use faults::StationBarred;
pub use keyring::Keyring;
pub use link::{Link, LinkState};
pub use notifications::{Notification, Urgency, notifications};
pub use rustix::process::Signal;
pub use sound::Sound;
pub use tray_host::TrayHost;
pub use waiting::{PATIENCE, Probe, eventually};
pub use web_camera::{Login, WebCamera};
pub use world::{World, WorldBuilder};
