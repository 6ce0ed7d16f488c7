//! The station's real program over a data folder of its own.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use mayday_wire::EnterHomeResponse;
use rusqlite::{Connection, OpenFlags, params};
use sha2::{Digest as _, Sha256};
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
        Self::start_in(tempfile::Builder::new().prefix("mb-").tempdir_in("/tmp")?)
    }

    /// The same, with so many further homes of three contacts each and a device of each: see [`home_token`].
    pub(crate) fn start_with_homes(homes: u32) -> Result<Self> {
        let mut empty = Self::start()?;
        empty.process.kill()?;
        empty.process.wait()?;
        settle(&Connection::open(empty.database_path())?, homes)?;
        let folder = std::mem::replace(&mut empty.folder, tempfile::tempdir()?);
        drop(empty);
        Self::start_in(folder)
    }

    fn start_in(folder: TempDir) -> Result<Self> {
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

/// The token of the device of a home that [`Station::start_with_homes`] has made.
pub(crate) fn home_token(home: u32) -> String {
    format!("benchmark-{home:032x}")
}

/// Copies of the demo home, each with contacts of its own.
fn settle(db: &Connection, homes: u32) -> Result<()> {
    db.execute_batch("BEGIN")?;
    db.execute(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
         INSERT INTO homes (id, mode, street, city, facts, tryout)
         SELECT printf('%032x', i), 'demo', street, city, facts, 0 FROM n, (SELECT * FROM homes LIMIT 1)",
        [homes],
    )?;
    db.execute(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
         INSERT INTO contacts (id, home, position, name, phone)
         SELECT printf('%031x%x', i, position), printf('%032x', i), position, name, printf('+%d%09d', position, i)
         FROM n, (SELECT position, name FROM contacts)",
        [homes],
    )?;
    let mut insert =
        db.prepare("INSERT INTO devices (id, home, token_hash, name, added_ms) VALUES (?1, ?1, ?2, 'Benchmark', 0)")?;
    for home in 1..=homes {
        let hash: [u8; 32] = Sha256::digest(home_token(home)).into();
        insert.execute(params![format!("{home:032x}"), hash])?;
    }
    Ok(db.execute_batch("COMMIT")?)
}

impl Drop for Station {
    fn drop(&mut self) {
        // An error says that it has ended, which is what is wanted.
        let _ = self.process.kill().and_then(|()| self.process.wait());
    }
}
