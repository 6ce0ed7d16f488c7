//! Room on the disk, and the ballast: a file that is deleted when the disk is full, so that what is
//! open can be brought to its end. On a full disk SQLite cannot even update.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context;
use rusqlite::{Connection, ErrorCode};
use tracing::{error, info, warn};

use crate::random;

/// Enough for a dozen incidents.
const BALLAST: usize = 512 * 1024;
/// What an incident takes from its hold to the last telling call, with pages that are half full.
const INCIDENT: u64 = 40 * 1024;
/// There is room again when a new ballast leaves as much again, and the write-ahead log's usual size.
const ROOM_AGAIN: u64 = 6 * 1024 * 1024;
/// Less than this is none: SQLite then fails in places where it does not say why.
const NO_ROOM: u64 = 64 * 1024;
/// Pages in the write-ahead log between two checkpoints, where there is room, and where there is none.
const CHECKPOINT: (u32, u32) = (1_000, 16);

/// Watches over the room of one folder.
pub(crate) struct Room {
    folder: PathBuf,
    tight: bool,
}

impl Room {
    /// Over the folder of a database that is about to be opened. One without a ballast was left on a full disk: what is
    /// left there now may hold a ballast and nothing more.
    pub(crate) fn of(database: &Path) -> anyhow::Result<Self> {
        let folder = database.parent().context("a database lies in a folder")?.to_owned();
        let mut room = Self { folder, tight: false };
        let was_kept = fs::metadata(database).is_ok_and(|found| found.len() > 0);
        room.tight = was_kept && !room.was_used();
        Ok(room)
    }

    /// Whether the disk is full, as far as the reserve counts: the ballast is gone, or cannot be made.
    pub(crate) fn is_tight(&self) -> bool {
        self.tight
    }

    /// Whether something new may be stored, with enough left for so many incidents that are busy.
    pub(crate) fn admits(&self, busy: u64) -> bool {
        self.left() >= NO_ROOM + (busy + 1) * INCIDENT
    }

    /// Whether a store failed for want of room.
    pub(crate) fn is_missing(&self, error: &anyhow::Error) -> bool {
        let codes =
            error.chain().filter_map(|cause| cause.downcast_ref()).filter_map(rusqlite::Error::sqlite_error_code);
        let obscure = [ErrorCode::SystemIoFailure, ErrorCode::CannotOpen];
        codes.into_iter().any(|code| code == ErrorCode::DiskFull || obscure.contains(&code) && self.left() < NO_ROOM)
    }

    /// Gives the ballast up. What is written next has a chance.
    pub(crate) fn give_up_ballast(&mut self) {
        if !self.tight {
            error!("the disk is full: the ballast is given up, so that open incidents go on; a person must make room");
        }
        self.tight = true;
        if let Err(error) = fs::remove_file(self.ballast()) {
            info!(%error, "there is no ballast to give up");
        }
    }

    /// Makes the log of a full disk small: what it held goes into the database, and its room is free.
    pub(crate) fn shrink_log(&self, db: &Connection) {
        let shrunk = self.set_checkpoint(db).and_then(|()| {
            db.pragma_update(None, "journal_size_limit", 0)?;
            db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        });
        if let Err(error) = shrunk {
            warn!(%error, "the write-ahead log could not be made smaller");
        }
    }

    /// Makes the ballast where there is room for it. Looked at whenever there is nothing better to do.
    pub(crate) fn recover(&mut self, db: &Connection) {
        if self.tight && self.left() < ROOM_AGAIN {
            return;
        }
        match self.keep_ballast() {
            Ok(()) if self.tight => {
                self.tight = false;
                info!("there is room on the disk again");
            }
            Ok(()) => {}
            Err(error) => {
                warn!(error = format!("{error:#}"), "there is no room for the ballast: a person must make some");
                self.tight = true;
            }
        }
        if let Err(error) = self.set_checkpoint(db) {
            warn!(%error, "the size of the write-ahead log could not be set");
        }
    }

    /// Whether a station has opened its database in this folder before.
    pub(crate) fn was_used(&self) -> bool {
        self.ballast().exists()
    }

    fn set_checkpoint(&self, db: &Connection) -> rusqlite::Result<()> {
        let pages = if self.tight { CHECKPOINT.1 } else { CHECKPOINT.0 };
        db.query_row(&format!("PRAGMA wal_autocheckpoint = {pages}"), [], |_| Ok(()))
    }

    /// Bytes that cannot be compressed away, on the disk before they count.
    fn keep_ballast(&self) -> anyhow::Result<()> {
        let path = self.ballast();
        if fs::metadata(&path).is_ok_and(|found| found.len() == BALLAST as u64) {
            return Ok(());
        }
        let written = (|| {
            let mut file = File::create(&path)?;
            for _ in 0..BALLAST / 4096 {
                file.write_all(&random::bytes::<4096>())?;
            }
            file.sync_all()
        })();
        written.inspect_err(|_| drop(fs::remove_file(&path))).context("the ballast cannot be written")
    }

    fn ballast(&self) -> PathBuf {
        self.folder.join("station.ballast")
    }

    /// Bytes that are left on the disk. Where that cannot be told, there is room until a write fails.
    fn left(&self) -> u64 {
        rustix::fs::statvfs(&self.folder).map_or(u64::MAX, |disk| disk.f_bavail.saturating_mul(disk.f_frsize))
    }
}
