//! The real app under webdriver, with a real station, keyring, bus and notification daemon.

mod sos;
