//! A database that is damaged: put aside under a name of its own, never deleted, and what can still
//! be read of it taken over into a new one.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use rusqlite::{Connection, ErrorCode, OpenFlags, params_from_iter, types::Value};
use tracing::{error, warn};

/// Every table, parents before children.
pub(super) const TABLES: [&str; 13] = [
    "station",
    "homes",
    "base_stations",
    "contacts",
    "devices",
    "cameras",
    "signals",
    "journal",
    "effects",
    "dispatch_log",
    "lines",
    "readiness",
    "activity",
];
/// A database up to this size is checked as a whole at each start: it takes a tenth of a second.
const CHECKED_ALWAYS: u64 = 64 * 1024 * 1024;
/// More than these are no accident: the disk is dying, and a person must look before it goes on.
const MOST_PUT_ASIDE: usize = 5;
/// The start of the name of a database that was put aside.
const BROKEN: &str = "station.broken-";

/// Whether SQLite says that the file itself is damaged, or is no database.
pub(crate) fn is_damage(error: &anyhow::Error) -> bool {
    let codes = error.chain().filter_map(|cause| cause.downcast_ref()).filter_map(rusqlite::Error::sqlite_error_code);
    codes.into_iter().any(|code| matches!(code, ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

/// Fails with a damage when the pages of the database do not fit together.
pub(crate) fn check(db: &Connection, path: &Path) -> anyhow::Result<()> {
    let suspect = suspect(path);
    let small = fs::metadata(path).is_ok_and(|found| found.len() <= CHECKED_ALWAYS);
    if !small && !suspect.exists() {
        return Ok(());
    }
    let found: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        let damage = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT);
        return Err(rusqlite::Error::SqliteFailure(damage, Some(found)).into());
    }
    if suspect.exists() {
        fs::remove_file(suspect)?;
    }
    Ok(())
}

/// Notes that damage was met while the station ran: the next start checks everything.
pub(crate) fn suspect_damage(path: &Path) {
    if let Err(error) = fs::write(suspect(path), "") {
        warn!(%error, "it could not be noted that the database is to be checked");
    }
}

/// Whether records that were put aside lie in the folder.
pub(crate) fn has_put_aside(folder: &Path) -> bool {
    !put_aside_in(folder).is_empty()
}

/// Completes what a crash cut off between the two renames of [`replace`].
pub(crate) fn finish(path: &Path) -> anyhow::Result<()> {
    let rescued = rescued(path);
    if !path.exists() && rescued.exists() {
        fs::rename(rescued, path)?;
    }
    Ok(())
}

/// Puts the database aside, and a new one in its place with whatever could be read.
pub(crate) fn replace(path: &Path, wall_ms: i64, why: &anyhow::Error) -> anyhow::Result<()> {
    let folder = path.parent().context("a database lies in a folder")?;
    if put_aside_in(folder).len() >= MOST_PUT_ASIDE {
        bail!("the database is damaged ({why:#}) again and again: the disk may be dying. A person must look.");
    }
    error!(why = format!("{why:#}"), "the database is damaged and is put aside: a person must look");
    let rescued = rescued(path);
    let _ = fs::remove_file(&rescued);
    match rescue(path, &rescued) {
        Ok(rows) => warn!(rows, "what could be read of the damaged database was taken over"),
        Err(error) => {
            error!(error = format!("{error:#}"), "nothing could be read of the damaged database");
            let _ = fs::remove_file(&rescued);
        }
    }
    let aside = folder.join(format!("{BROKEN}{wall_ms}.db"));
    let companion = |of: &Path, ending: &str| PathBuf::from(format!("{}{ending}", of.display()));
    fs::rename(path, &aside).context("the damaged database cannot be put aside")?;
    if companion(path, "-wal").exists() {
        fs::rename(companion(path, "-wal"), companion(&aside, "-wal"))?;
    }
    let _ = fs::remove_file(companion(path, "-shm"));
    let _ = fs::remove_file(suspect(path));
    if rescued.exists() {
        fs::rename(&rescued, path)?;
    }
    Ok(())
}

/// Copies row by row: a table is read up to the first page of it that cannot be.
fn rescue(from: &Path, to: &Path) -> anyhow::Result<usize> {
    let old = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    old.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    let mut new = Connection::open(to)?;
    super::migrate(&mut new)?;
    new.pragma_update(None, "foreign_keys", false)?;
    let tx = new.transaction()?;
    let mut copied = 0;
    for table in TABLES {
        copied += rescue_table(&old, &tx, table).unwrap_or_else(|error| {
            warn!(%error, table, "a table of the damaged database cannot be read");
            0
        });
    }
    // A signal without its last state could do nothing but stay due.
    tx.execute(
        "DELETE FROM signals WHERE NOT EXISTS (SELECT 1 FROM journal j
         WHERE j.home = signals.home AND j.signal = signals.signal AND j.seq = signals.seq)",
        [],
    )?;
    tx.execute("DELETE FROM signals WHERE home NOT IN (SELECT id FROM homes)", [])?;
    tx.commit()?;
    Ok(copied)
}

fn rescue_table(old: &Connection, new: &Connection, table: &str) -> rusqlite::Result<usize> {
    let mut read = old.prepare(&format!("SELECT * FROM {table}"))?;
    let columns = read.column_names().collect::<Vec<_>>().join(", ");
    let marks = vec!["?"; read.column_count()].join(", ");
    let mut write = new.prepare(&format!("INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})"))?;
    let width = read.column_count();
    let mut rows = read.query([])?;
    let mut copied = 0;
    while let Ok(Some(row)) = rows.next() {
        let values: Vec<Value> = (0..width).map(|column| row.get(column)).collect::<Result<_, _>>()?;
        // A row that the table's own rules refuse is part of the damage.
        copied += write.execute(params_from_iter(values)).unwrap_or(0);
    }
    Ok(copied)
}

fn put_aside_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    entries.filter(|path| name(path).starts_with(BROKEN) && name(path).ends_with(".db")).collect()
}

fn rescued(path: &Path) -> PathBuf {
    path.with_file_name("station.rescued.db")
}

fn suspect(path: &Path) -> PathBuf {
    path.with_file_name("station.suspect")
}
