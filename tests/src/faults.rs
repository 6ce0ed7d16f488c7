//! What goes wrong on purpose: a station that is gone and cannot come back, processes that hang or die,
//! and the time since a slide as the world's own files tell it.

use std::fs::File;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use rustix::process::Signal;
use serde_json::Value;

use crate::World;
use crate::processes::{kill, of_home};
use crate::waiting::{PATIENCE, eventually};

/// The station's program.
pub const STATION: &str = "mayday-station";
/// The app's program.
pub const APP: &str = "mayday";
/// The process that draws a page and runs its scripts.
pub const WEB_PROCESS: &str = "WebKitWebProcess";

/// Keeps every station from starting over a world's folder, until it is dropped: whoever tries finds the folder
/// taken, and ends.
#[derive(Debug)]
pub struct StationBarred {
    _lock: File,
}

impl World {
    /// Ends the station as a crash does, and lets none start until the answer is dropped.
    pub async fn bar_station(&self) -> Result<StationBarred> {
        let path = self.data().join("station.lock");
        let lock = File::options().create(true).append(true).open(path)?;
        eventually("the station is gone and its folder is free", PATIENCE, async || {
            self.signal(STATION, Signal::KILL);
            lock.try_lock().is_ok() && self.count(STATION) == 0
        })
        .await?;
        Ok(StationBarred { _lock: lock })
    }

    /// The process ids of a program of this world.
    pub fn pids(&self, program: &str) -> Vec<i32> {
        let found = of_home(&self.home()).into_iter();
        let named = found.filter(|found| found.program.file_name().is_some_and(|name| name == program));
        named.map(|found| found.pid.as_raw_nonzero().get()).collect()
    }

    /// Sends a signal to one process of this world. `false`: it has ended.
    pub fn signal_one(&self, pid: i32, number: Signal) -> bool {
        kill(pid, number)
    }

    /// When the latest slide ended, in milliseconds since the Unix epoch, as the app's own journal has it.
    pub fn slid_at_ms(&self) -> Result<i64> {
        let entry: Value = serde_json::from_slice(&std::fs::read(self.data().join("sos.json"))?)?;
        entry["signal"]["slid_at"]["wall_ms"].as_i64().context("the app's journal names no slide")
    }

    /// Waits until so much time has passed since the latest slide.
    pub async fn passes_since_slide(&self, ms: i64) -> Result<()> {
        let awaited = format!("{ms} ms have passed since the slide");
        let within = PATIENCE + Duration::from_millis(ms.unsigned_abs());
        eventually(&awaited, within, async || anyhow::Ok(wall_ms() - self.slid_at_ms()? >= ms)).await
    }
}

/// Milliseconds since the Unix epoch.
pub fn wall_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
