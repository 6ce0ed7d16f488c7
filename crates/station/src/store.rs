//! SQLite, and nothing that decides. One writer (the engine's), one reader (everybody else's).

pub(crate) mod base_station;
pub(crate) mod homes;
mod reader;
pub(crate) mod signals;

use std::path::Path;

use anyhow::Context;
use mayday_protocol::Time;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

pub(crate) use homes::NewDevice;
pub(crate) use reader::{IncidentRow, OpenCall, Reader};
pub(crate) use signals::{Effect, EffectKey, Row, Slot};

/// What makes the schema of each version from the one before; SQLite's `user_version` counts them.
const MIGRATIONS: [&str; 2] = [include_str!("store/schema.sql"), include_str!("store/migrations/2.sql")];

/// The writing connection.
pub(crate) struct Store {
    db: Connection,
}

impl Store {
    /// Opens or makes the database, and turns timers of an earlier boot into timers of this one.
    pub(crate) fn open(path: &Path, now: Time) -> anyhow::Result<Self> {
        let mut db = Connection::open(path).with_context(|| format!("cannot open {}", path.display()))?;
        db.pragma_update(None, "journal_mode", "WAL")?;
        db.pragma_update(None, "synchronous", "FULL")?;
        db.pragma_update(None, "foreign_keys", true)?;
        db.set_prepared_statement_cache_capacity(64);
        migrate(&mut db)?;
        let mut store = Self { db };
        store.adopt_boot(now)?;
        Ok(store)
    }

    /// Begins a batch. Dropped without a commit, it leaves no trace.
    pub(crate) fn begin(&mut self) -> rusqlite::Result<Transaction<'_>> {
        self.db.transaction_with_behavior(TransactionBehavior::Immediate)
    }

    /// When the next timer is due, on this boot's clock.
    pub(crate) fn next_due(&self) -> rusqlite::Result<Option<u64>> {
        self.db
            .prepare_cached("SELECT min(due_us) FROM signals WHERE due_us IS NOT NULL")?
            .query_row([], |row| row.get(0))
    }

    /// Every device that may speak.
    pub(crate) fn devices(&self) -> anyhow::Result<Vec<(crate::token::TokenHash, crate::token::Device)>> {
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
    let Some(missing) = MIGRATIONS.get(version..) else {
        anyhow::bail!("the database is of version {version}, this station knows {}", MIGRATIONS.len());
    };
    if missing.is_empty() {
        return Ok(());
    }
    let tx = db.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    for migration in missing {
        tx.execute_batch(migration)?;
    }
    tx.pragma_update(None, "user_version", MIGRATIONS.len())?;
    tx.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A database of the first version keeps its homes and contacts through every migration.
    #[test]
    fn a_database_of_an_earlier_version_is_taken_over_with_what_it_holds() {
        let mut db = Connection::open_in_memory().expect("opens");
        db.execute_batch(MIGRATIONS[0]).expect("the first version");
        db.execute_batch(
            "INSERT INTO homes (id, mode, street, city, facts) VALUES ('h', 'demo', '12 Maple Street', 'Austin, TX', '{}');
             INSERT INTO contacts VALUES ('c', 'h', 1, 'Ana', '(512) 555-0101');
             PRAGMA user_version = 1;",
        )
        .expect("an old home");
        migrate(&mut db).expect("migrates");
        let name: String = db
            .query_row("SELECT name FROM contacts WHERE home = 'h' AND position = 1", [], |row| row.get(0))
            .expect("kept");
        let tryout: bool = db.query_row("SELECT tryout FROM homes", [], |row| row.get(0)).expect("kept");
        assert_eq!((name.as_str(), tryout), ("Ana", true));
        migrate(&mut db).expect("there is nothing more to do");
    }

    #[test]
    fn a_database_of_a_later_version_is_left_alone() {
        let mut db = Connection::open_in_memory().expect("opens");
        db.pragma_update(None, "user_version", MIGRATIONS.len() + 1).expect("a later station was here");
        assert!(migrate(&mut db).is_err());
    }
}
