//! The real app under webdriver, with a real station, keyring, bus and notification daemon.

mod board_window;
mod busless;
mod calls;
mod cancelling;
mod crash;
mod frozen;
mod keyboard;
mod killed;
mod refusal;
mod refused_late;
mod revoked;
mod scene;
mod screens;
mod set_up;
mod siren;
mod sos;
mod start;
mod unreachable;
mod unreached;
