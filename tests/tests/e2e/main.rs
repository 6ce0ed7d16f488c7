//! The real app under webdriver, with a real station, keyring, bus and notification daemon.

mod calls;
mod crash;
mod keyboard;
mod refusal;
mod scene;
mod screens;
mod sos;
mod start;
