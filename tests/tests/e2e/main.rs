//! The real app under webdriver, with a real station, keyring, bus and notification daemon.

mod board_window;
mod busless;
mod calls;
mod cancelling;
mod crash;
mod damaged;
mod frozen;
mod full_disk;
mod keyboard;
mod killed;
mod link_cut;
mod other_version;
mod refusal;
mod refused_late;
mod scene;
mod screens;
mod siren;
mod sos;
mod start;
mod unreachable;
mod unreached;
