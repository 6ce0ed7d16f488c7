//! The real program of the station, for what only a process of its own can show.

use std::process::Stdio;

use anyhow::{Context, Result};

/// The running program. It ends when it is dropped.
pub(crate) struct Program(tokio::process::Child);

impl Program {
    /// The program, with nothing said yet.
    pub(crate) fn station() -> Result<tokio::process::Command> {
        let own = std::env::current_exe()?;
        let target = own.parent().and_then(std::path::Path::parent).context("a test lives in a target folder")?;
        Ok(tokio::process::Command::new(target.join("mayday-station")))
    }

    pub(crate) fn command(data: &std::path::Path) -> Result<tokio::process::Command> {
        let mut command = Self::station()?;
        command.arg("serve").arg("--data").arg(data).kill_on_drop(true).stdout(Stdio::null()).stderr(Stdio::null());
        Ok(command)
    }

    pub(crate) fn start(data: &std::path::Path) -> Result<Self> {
        Ok(Self(Self::command(data)?.spawn().context("build it first: cargo build -p mayday-station")?))
    }

    pub(crate) async fn kill(&mut self) -> Result<()> {
        Ok(self.0.kill().await?)
    }
}
