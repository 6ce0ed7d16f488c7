//! The webdriver of a world: `tauri-driver` in front of WebKitGTK's own driver.

use std::net::{Ipv4Addr, TcpListener};
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};

use crate::place::Place;
use crate::processes::Running;
use crate::waiting::{PATIENCE, eventually};

/// A session that is not up by then never will be.
const SESSION_DEADLINE: Duration = Duration::from_secs(60);

/// No single webdriver command takes longer, a picture of a busy window included.
const COMMAND_DEADLINE: Duration = Duration::from_secs(30);

/// The running driver.
pub(crate) struct Driver {
    _process: Running,
    url: String,
}

impl Driver {
    /// Starts it and waits until WebKitGTK's driver behind it answers.
    pub(crate) async fn start(place: &Place) -> Result<Self> {
        let (port, native) = free_ports(place)?;
        let mut command = place.command("tauri-driver");
        command.args(["--port", &port.to_string(), "--native-port", &native.to_string()]);
        let mut process = Running::start("driver", &mut command, &place.logs())?;
        let url = format!("http://127.0.0.1:{port}");
        let client = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(2)).build()?;
        eventually("the webdriver answers", PATIENCE, async || {
            process.check_alive()?;
            let status = client.get(format!("{url}/status")).send().await?;
            Ok::<_, anyhow::Error>(status.status().is_success())
        })
        .await
        .with_context(|| place.last_words("driver"))?;
        Ok(Self { _process: process, url })
    }

    /// The address for sessions.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

/// Starts a program under the driver at `url`.
pub(crate) async fn session(url: &str, program: &std::path::Path) -> Result<WebDriver> {
    let mut wanted = Capabilities::new();
    wanted.set("tauri:options", json!({ "application": program }))?;
    let session = WebDriver::builder(url, wanted).request_timeout(COMMAND_DEADLINE);
    let session = tokio::time::timeout(SESSION_DEADLINE, session.connect()).await;
    session.context("no webdriver session in time")?.context("no webdriver session")
}

/// Two ports that no other world uses: a display number belongs to one world of this machine at a time, and
/// these ports lie below those that the system gives to outgoing connections.
fn free_ports(place: &Place) -> Result<(u16, u16)> {
    let display = place.env.get("DISPLAY").and_then(|display| display.strip_prefix(':'));
    let display: u16 = display.context("the world has no screen")?.parse()?;
    let candidates = (0..4).map(|try_| 20_000 + 3_000 * try_ + 2 * (display % 1_500));
    let free =
        |port: &u16| [*port, port + 1].iter().all(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok());
    let port = candidates.into_iter().find(free).context("no free port for the webdriver")?;
    Ok((port, port + 1))
}
