//! SQLite, and nothing that decides. One writer (the engine's), one reader (everybody else's), and one connection that
//! moves the log beside them.

pub(crate) mod base_station;
mod checkpoint;
pub(crate) mod homes;
pub(crate) mod lines;
mod reader;
pub(crate) mod signals;

use std::path::Path;

use anyhow::Context;
use mayday_protocol::Time;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

pub(crate) use homes::NewDevice;
pub(crate) use reader::{IncidentRow, OpenIncident, Reader};
pub(crate) use signals::{Effect, EffectKey, Row, Slot};

/// The schema, step by step: SQLite's `user_version` counts the steps that a database has taken. A step that was
/// shipped is never changed.
const SCHEMA: [&str; 3] =
    [include_str!("store/schema.sql"), include_str!("store/schema-2.sql"), include_str!("store/schema-3.sql")];

/// Rows written between two moves of the log into the database: about ten megabytes of log.
const ROWS_OF_LOG: u64 = 1_000;
/// Pages of log (of 4 KiB) at which the writer moves them by itself: only when the thread beside it does not keep up.
const MOST_PAGES_OF_LOG: u32 = 8_192;

/// The writing connection.
pub(crate) struct Store {
    db: Connection,
    checkpoints: checkpoint::Checkpoints,
    /// Rows ever written when the log was last asked to be moved.
    moved_at: u64,
}

impl Store {
    /// Opens or makes the database, and turns timers of an earlier boot into timers of this one.
    pub(crate) fn open(path: &Path, now: Time) -> anyhow::Result<Self> {
        let mut db = Connection::open(path).with_context(|| format!("cannot open {}", path.display()))?;
        db.pragma_update(None, "journal_mode", "WAL")?;
        db.pragma_update(None, "synchronous", "FULL")?;
        db.pragma_update(None, "wal_autocheckpoint", MOST_PAGES_OF_LOG)?;
        db.pragma_update(None, "foreign_keys", true)?;
        db.set_prepared_statement_cache_capacity(64);
        migrate(&mut db)?;
        let mut store = Self { db, checkpoints: checkpoint::Checkpoints::start(path)?, moved_at: 0 };
        store.adopt_boot(now)?;
        Ok(store)
    }

    /// Begins a batch. Dropped without a commit, it leaves no trace.
    pub(crate) fn begin(&mut self) -> rusqlite::Result<Transaction<'_>> {
        self.db.transaction_with_behavior(TransactionBehavior::Immediate)
    }

    /// To be called after commits, once they are acknowledged.
    pub(crate) fn tidy(&mut self) {
        let written = self.db.total_changes();
        if written - self.moved_at >= ROWS_OF_LOG {
            self.moved_at = written;
            self.checkpoints.ask();
        }
    }

    /// When the next timer is due, on this boot's clock.
    pub(crate) fn next_due(&self) -> rusqlite::Result<Option<u64>> {
        self.db
            .prepare_cached("SELECT min(due_us) FROM signals WHERE due_us IS NOT NULL")?
            .query_row([], |row| row.get(0))
    }

    /// Every device that is known.
    pub(crate) fn devices(&self) -> anyhow::Result<Vec<(crate::token::TokenHash, crate::token::Paired)>> {
        homes::devices(&self.db)
    }

    /// The column `due_us` counts on the clock of one boot. After another boot, every running timer
    /// is asked anew what remains of it.
    fn adopt_boot(&mut self, now: Time) -> anyhow::Result<()> {
        let boot = i64::from_ne_bytes(now.boot().0.to_ne_bytes());
        let known: Option<i64> = self.db.query_row("SELECT boot FROM station", [], |row| row.get(0)).optional()?;
        if known == Some(boot) {
            return Ok(());
        }
        let tx = self.begin()?;
        for slot in signals::with_timer(&tx)? {
            match signals::load(&tx, slot)? {
                Some(Row { seq, record: Ok(mut record) }) => {
                    // Turns its timers into waits of this boot, and fires what is due.
                    record.handle_timeout(now);
                    let outputs: Vec<_> = std::iter::from_fn(|| record.poll_output()).collect();
                    let input = &signals::Logged::Timer;
                    let step = signals::Step { slot, seq: seq + 1, input, outputs: &outputs, record: &record };
                    signals::append(&tx, &step, now)?;
                }
                Some(Row { record: Err(error), .. }) => signals::quarantine(&tx, slot, &error)?,
                None => {}
            }
        }
        tx.execute("DELETE FROM station", [])?;
        tx.execute("INSERT INTO station (boot) VALUES (?1)", params![boot])?;
        tx.commit()?;
        Ok(())
    }
}

fn migrate(db: &mut Connection) -> anyhow::Result<()> {
    let version: usize = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let Some(steps) = SCHEMA.get(version..) else {
        anyhow::bail!("the database is of version {version}, this station knows {}", SCHEMA.len());
    };
    for (step, number) in steps.iter().zip(version + 1..) {
        let tx = db.transaction_with_behavior(TransactionBehavior::Exclusive)?;
        tx.execute_batch(step)?;
        tx.pragma_update(None, "user_version", number)?;
        tx.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use mayday_protocol::BootId;

    use super::*;

    #[test]
    fn a_database_of_the_first_version_takes_every_later_step_and_keeps_what_it_holds() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("station.db");
        let old = Connection::open(&path)?;
        old.execute_batch(SCHEMA[0])?;
        old.pragma_update(None, "user_version", 1)?;
        let home = "00000000000000000000000000000001";
        old.execute("INSERT INTO homes (id, mode, street, city, facts) VALUES (?1, 'demo', '', '', '{}')", [home])?;
        old.execute("INSERT INTO devices VALUES (?1, ?1, ?2, 'Phone', 0)", params![home, [7_u8; 32]])?;
        old.execute("INSERT INTO contacts VALUES ('c', ?1, 1, 'Ana', '(512) 555-0101')", [home])?;
        drop(old);
        let store = Store::open(&path, Time::from_clocks(BootId(1), 0, 0))?;
        assert_eq!(store.devices()?.len(), 1);
        let name: String = store.db.query_row("SELECT name FROM contacts WHERE position = 1", [], |row| row.get(0))?;
        let tryout: bool = store.db.query_row("SELECT tryout FROM homes", [], |row| row.get(0))?;
        assert_eq!((name.as_str(), tryout), ("Ana", true));
        Ok(())
    }

    #[test]
    fn a_database_of_a_later_version_is_left_alone() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("station.db");
        Connection::open(&path)?.pragma_update(None, "user_version", SCHEMA.len() + 1)?;
        let refused = Store::open(&path, Time::from_clocks(BootId(1), 0, 0));
        assert!(refused.is_err_and(|error| error.to_string().contains("this station knows")));
        Ok(())
    }
}
