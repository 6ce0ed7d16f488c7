//! A camera on the home's network: a real RTSP server with a real coder, that can be stopped and come back.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// The server, for the system's own interpreter: GStreamer's bindings are its.
const SERVER: &str = include_str!("camera.py");

/// A camera that answers. Dropped, it is gone.
pub struct RtspCamera {
    server: Child,
    port: u16,
}

impl RtspCamera {
    /// Switches a camera on, at a free port.
    pub fn start(arguments: &[&str]) -> Result<Self> {
        Self::start_at(0, arguments)
    }

    /// Switches a camera on at a port, as one that comes back does.
    pub fn start_at(port: u16, arguments: &[&str]) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let script = folder.path().join("camera.py");
        fs::write(&script, SERVER)?;
        let mut server = command(&script, port, arguments).spawn().context("GStreamer's server cannot be started")?;
        let said = server.stdout.take().context("its output is read")?;
        let mut line = String::new();
        BufReader::new(said).read_line(&mut line)?;
        let port = line.trim().parse().with_context(|| format!("no port but {line:?}; are its packages installed?"))?;
        Ok(Self { server, port })
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Its address.
    pub fn address(&self) -> String {
        format!("rtsp://127.0.0.1:{}/live", self.port)
    }

    /// Its process.
    pub fn pid(&self) -> u32 {
        self.server.id()
    }
}

fn command(script: &Path, port: u16, arguments: &[&str]) -> Command {
    let mut command = Command::new("/usr/bin/python3");
    command.arg(script).args(["--port", &port.to_string()]).args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

impl Drop for RtspCamera {
    fn drop(&mut self) {
        // An error says that it has ended, which is what is wanted.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
