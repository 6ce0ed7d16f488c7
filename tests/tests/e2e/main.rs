//! The real app under webdriver, with a real station, keyring, bus and notification daemon.

mod board_window;
mod busless;
mod calls;
mod cancelling;
mod crash;
mod frozen;
mod keyboard;
mod killed;
mod leaving;
mod notified;
mod refusal;
mod refused_late;
mod revoked;
mod rule;
mod scene;
mod screens;
mod second_device;
mod set_up;
mod siren;
mod sos;
mod speakers;
mod start;
mod tray;
mod unreachable;
mod unreached;
