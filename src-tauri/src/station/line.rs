//! The line to the station: the socket on this machine, or TLS to where it was paired (V1, DESIGN §3, point 7).

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::Context;
use mayday_protocol::HomeId;
use mayday_wire::pin::Pin;
use mayday_wire::{DeviceRole, Fingerprint};
use reqwest::ClientBuilder;
use serde::{Deserialize, Serialize};

use crate::folder::Folder;

/// The name that requests carry: there is only one station behind a socket.
const ORIGIN: &str = "http://station";

/// A home's station on another machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Elsewhere {
    /// Where it may be met, as `host:port`.
    pub(crate) addresses: Vec<String>,
    /// Its certificate.
    pub(crate) fingerprint: Fingerprint,
}

/// What this device is in its home. Kept as one file; without one it is an owner's, beside the station.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Membership {
    /// Which home.
    pub(crate) home: HomeId,
    /// What the device may do.
    pub(crate) role: DeviceRole,
    /// Where the station is; `None`: on this machine.
    pub(crate) elsewhere: Option<Elsewhere>,
    /// Whose word about plan and enrolment is read from this device's files; `None`: nobody gave one.
    #[serde(default)]
    pub(crate) entitled_by: Option<String>,
}

impl Membership {
    /// An owner's device on the station's own machine.
    pub(crate) const fn here(home: HomeId) -> Self {
        Self { home, role: DeviceRole::Owner, elsewhere: None, entitled_by: None }
    }
}

/// See the module.
#[derive(Clone)]
pub(super) struct Line {
    http: reqwest::Client,
    listener: reqwest::Client,
    origins: Arc<[String]>,
    /// Which of them is asked first: the one that answered last.
    first: Arc<AtomicUsize>,
    here: bool,
}

impl Line {
    /// To the socket in the folder.
    pub(super) fn here(folder: &Folder, silence: Duration) -> anyhow::Result<Self> {
        let builder = || Ok(reqwest::Client::builder().unix_socket(folder.socket()));
        Self::new(builder, [ORIGIN.to_owned()].into(), true, silence)
    }

    /// To a station that shows the pinned certificate.
    pub(super) fn elsewhere(addresses: &[String], pin: &Pin, silence: Duration) -> anyhow::Result<Self> {
        let builder = || Ok(reqwest::Client::builder().tls_backend_preconfigured(pin.client()?));
        let origins = addresses.iter().map(|address| format!("https://{address}")).collect();
        Self::new(builder, origins, false, silence)
    }

    fn new(
        builder: impl Fn() -> anyhow::Result<ClientBuilder>,
        origins: Arc<[String]>,
        here: bool,
        silence: Duration,
    ) -> anyhow::Result<Self> {
        // Every request on a connection of its own: none rides on one that may have died.
        let http = builder()?.no_proxy().pool_max_idle_per_host(0).build().context("no HTTP client for the station")?;
        let listener = builder()?.no_proxy().read_timeout(silence).build().context("no listener for the station")?;
        Ok(Self { http, listener, origins, first: Arc::default(), here })
    }

    /// Whether the other one leads to the same place.
    pub(super) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.first, &other.first)
    }

    /// Whether the station is on this machine.
    pub(super) const fn is_here(&self) -> bool {
        self.here
    }

    pub(super) const fn http(&self) -> &reqwest::Client {
        &self.http
    }

    pub(super) const fn listener(&self) -> &reqwest::Client {
        &self.listener
    }

    /// Where the `turn`th of attempts at the same time goes.
    pub(super) fn origin(&self, turn: usize) -> &str {
        &self.origins[(self.first.load(Ordering::Relaxed) + turn) % self.origins.len()]
    }

    /// Nobody answered there: the next attempt goes to the next address.
    pub(super) fn failed(&self, origin: &str) {
        let first = self.first.load(Ordering::Relaxed);
        if self.origins[first % self.origins.len()] == origin {
            // Of attempts at the same time one is enough.
            let next = (first + 1) % self.origins.len();
            let _ = self.first.compare_exchange(first, next, Ordering::Relaxed, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: C8, V1
    #[test]
    fn an_address_that_does_not_answer_gives_way_to_the_next_and_a_race_uses_two() {
        let addresses = ["192.0.2.1:47100", "192.0.2.2:47100"].map(str::to_owned);
        let line = Line::elsewhere(&addresses, &Pin::default(), Duration::from_secs(1)).expect("a line");
        assert_eq!((line.origin(0), line.origin(1)), ("https://192.0.2.1:47100", "https://192.0.2.2:47100"));
        line.failed("https://192.0.2.1:47100");
        line.failed("https://192.0.2.1:47100");
        assert_eq!(line.origin(0), "https://192.0.2.2:47100", "what failed twice at once is left once");
        line.failed("https://192.0.2.2:47100");
        assert_eq!(line.origin(0), "https://192.0.2.1:47100");
    }
}
