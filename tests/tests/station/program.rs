//! The real program of the station, for what only a process of its own can show.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result};
use mayday_tests::disk::SmallDisk;
use tokio::process::Command;

/// The running program. It ends when it is dropped.
pub(crate) struct Program(tokio::process::Child);

impl Program {
    /// The program, with nothing said yet.
    pub(crate) fn station() -> Result<Command> {
        Ok(Command::new(program()?))
    }

    pub(crate) fn command(data: &Path) -> Result<Command> {
        let mut command = Self::station()?;
        command.arg("serve").arg("--data").arg(data).kill_on_drop(true).stdout(Stdio::null()).stderr(Stdio::null());
        Ok(command)
    }

    /// Over a folder on a small disk.
    pub(crate) fn command_on(disk: &SmallDisk, data: &Path) -> Result<Command> {
        let mut command = disk.command(program()?);
        command.arg("serve").arg("--data").arg(data).stdout(Stdio::null());
        Ok(command)
    }

    pub(crate) fn run(command: &mut Command) -> Result<Self> {
        Ok(Self(command.spawn().context("build it first: cargo build -p mayday-station")?))
    }

    pub(crate) fn id(&self) -> Result<u32> {
        self.0.id().context("it has ended")
    }

    pub(crate) fn start(data: &Path) -> Result<Self> {
        Self::run(&mut Self::command(data)?)
    }

    pub(crate) async fn kill(&mut self) -> Result<()> {
        Ok(self.0.kill().await?)
    }
}

fn program() -> Result<PathBuf> {
    let own = std::env::current_exe()?;
    let target = own.parent().and_then(Path::parent).context("a test lives in a target folder")?;
    Ok(target.join("mayday-station"))
}
