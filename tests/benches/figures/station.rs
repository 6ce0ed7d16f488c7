//! The station's real program over a data folder of its own.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use mayday_wire::EnterHomeResponse;
use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::http::{Line, request, signal};
use crate::peers::program;

/// A station that does not answer by then never will.
const START: Duration = Duration::from_secs(10);

/// A running station, ended when it is dropped.
pub(crate) struct Station {
    process: Child,
    folder: TempDir,
    token: String,
}

impl Station {
    /// Starts the release build and enters the demo home.
    pub(crate) fn start() -> Result<Self> {
        // Short, because a Unix socket's path has at most 107 bytes; on the disk that the floor is measured on.
        let folder = tempfile::Builder::new().prefix("mb-").tempdir_in("/tmp")?;
        let data = folder.path().join("data");
        let log = File::create(folder.path().join("station.log"))?;
        let mut command = Command::new(program("mayday-station")?);
        command.arg("serve").arg("--data").arg(&data).stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        let process = command.spawn().context("the station's program does not start")?;
        let mut station = Self { process, folder, token: String::new() };
        let mut line = station.first_line()?;
        let body = r#"{"device_name":"Benchmark"}"#;
        let entered: EnterHomeResponse = serde_json::from_slice(line.ask(&request("POST", "/v1/demo", None, body))?)?;
        station.token = entered.token.reveal().clone();
        Ok(station)
    }

    fn first_line(&mut self) -> Result<Line> {
        let deadline = Instant::now() + START;
        loop {
            match Line::connect(&self.socket()) {
                Ok(line) => return Ok(line),
                Err(error) if Instant::now() > deadline => return Err(error),
                Err(_) => ensure!(self.process.try_wait()?.is_none(), "the station has ended"),
            }
            std::thread::yield_now();
        }
    }

    /// Where floors and peers of this station keep their files.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn socket(&self) -> PathBuf {
        self.folder.path().join("data/run/station.sock")
    }

    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// Its database, to read in.
    pub(crate) fn database(&self) -> Result<Connection> {
        Ok(Connection::open_with_flags(self.database_path(), OpenFlags::SQLITE_OPEN_READ_ONLY)?)
    }

    pub(crate) fn database_path(&self) -> PathBuf {
        self.folder.path().join("data/station.db")
    }

    /// One signal held and committed: the pattern of the rows that the floor writes.
    pub(crate) fn write_pattern(&self, id: &str) -> Result<()> {
        let mut line = Line::connect(&self.socket())?;
        for word in ["hold", "commit"] {
            line.ask(&signal(id, word, Some(&self.token)))?;
        }
        Ok(())
    }

    /// Waits until every first call is being placed: nothing of what was acknowledged is left to do at once.
    pub(crate) fn quiet(&self, within: Duration) -> Result<Duration> {
        let began = Instant::now();
        let db = self.database()?;
        let mut undone = db.prepare("SELECT EXISTS (SELECT 1 FROM effects WHERE done = 0)")?;
        while undone.query_row([], |row| row.get::<_, bool>(0))? {
            if began.elapsed() > within {
                bail!("orders are waiting after {within:?}");
            }
            std::thread::yield_now();
        }
        Ok(began.elapsed())
    }
}

impl Drop for Station {
    fn drop(&mut self) {
        // An error says that it has ended, which is what is wanted.
        let _ = self.process.kill().and_then(|()| self.process.wait());
    }
}
