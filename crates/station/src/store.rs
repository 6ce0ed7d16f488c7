//! SQLite, and nothing that decides. One writer (the engine's), one reader (everybody else's), and one connection that
//! moves the log beside them.

pub(crate) mod activity;
pub(crate) mod base_station;
pub(crate) mod cameras;
pub(crate) mod chain;
mod checkpoint;
pub(crate) mod history;
pub(crate) mod homes;
pub(crate) mod journal;
pub(crate) mod lines;
pub(crate) mod reader;
pub(crate) mod readiness;
mod room;
mod salvage;
pub(crate) mod signals;

use std::path::{Path, PathBuf};

use anyhow::Context;
use mayday_protocol::Time;
use mayday_wire::Trouble;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

pub(crate) use homes::NewDevice;
pub(crate) use reader::{IncidentRow, OpenIncident, Reader};
use room::Room;
pub(crate) use signals::{Effect, EffectKey, Instruction, Row, Slot};

/// The schema, step by step: SQLite's `user_version` counts the steps that a database has taken. A step that was
/// shipped is never changed.
const SCHEMA: [&str; 13] = [
    include_str!("store/schema.sql"),
    include_str!("store/schema-2.sql"),
    include_str!("store/schema-3.sql"),
    include_str!("store/schema-4.sql"),
    include_str!("store/schema-5.sql"),
    include_str!("store/schema-6.sql"),
    include_str!("store/schema-7.sql"),
    include_str!("store/schema-8.sql"),
    include_str!("store/schema-9.sql"),
    include_str!("store/schema-10.sql"),
    include_str!("store/schema-11.sql"),
    include_str!("store/schema-12.sql"),
    include_str!("store/schema-13.sql"),
];

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
    path: PathBuf,
    room: Room,
    /// Whether somebody else keeps subscriptions and enrolment (B13).
    pub(crate) asks_enrolment: bool,
    /// Whether damaged records that were put aside lie in the folder.
    put_aside: bool,
}

impl Store {
    /// Opens or makes the database, and turns timers of an earlier boot into timers of this one. On a
    /// full disk the ballast makes room for that; a damaged database is put aside.
    pub(crate) fn open(path: &Path, now: Time) -> anyhow::Result<Self> {
        salvage::finish(path)?;
        let mut room = Room::of(path)?;
        let first = Self::open_once(path, &room, now);
        let store = match first {
            Err(error) if room.is_missing(&error) => {
                room.give_up_ballast();
                Self::open_once(path, &room, now)
            }
            Err(error) if salvage::is_damage(&error) => {
                salvage::replace(path, now.wall_ms(), &error)?;
                Self::open_once(path, &room, now)
            }
            first => first,
        };
        let db = store.with_context(|| format!("cannot open {}", path.display()))?;
        room.recover(&db);
        if room.is_tight() {
            room.shrink_log(&db);
        }
        let put_aside = path.parent().is_some_and(salvage::has_put_aside);
        let checkpoints = checkpoint::Checkpoints::start(path)?;
        Ok(Self { db, checkpoints, moved_at: 0, path: path.to_owned(), room, asks_enrolment: false, put_aside })
    }

    fn open_once(path: &Path, room: &Room, now: Time) -> anyhow::Result<Connection> {
        if room.was_used() && std::fs::metadata(path).is_ok_and(|found| found.len() == 0) {
            let damage = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_NOTADB);
            return Err(rusqlite::Error::SqliteFailure(damage, Some("the file is empty".to_owned())).into());
        }
        let mut db = Connection::open(path)?;
        db.pragma_update(None, "journal_mode", "WAL")?;
        db.pragma_update(None, "synchronous", "FULL")?;
        db.pragma_update(None, "wal_autocheckpoint", MOST_PAGES_OF_LOG)?;
        db.pragma_update(None, "foreign_keys", true)?;
        db.set_prepared_statement_cache_capacity(64);
        if room.is_tight() {
            room.shrink_log(&db);
        }
        migrate(&mut db)?;
        salvage::check(&db, path)?;
        adopt_boot(&mut db, now)?;
        Ok(db)
    }

    /// What is wrong with the disk or the records.
    pub(crate) fn troubles(&self) -> Vec<Trouble> {
        let troubles = [(self.room.is_tight(), Trouble::DiskFull), (self.put_aside, Trouble::RecordsPutAside)];
        troubles.into_iter().filter_map(|(is, trouble)| is.then_some(trouble)).collect()
    }

    /// Whether the disk is full.
    pub(crate) fn is_tight(&self) -> bool {
        self.room.is_tight()
    }

    /// Whether something new may be stored, with enough left for what is open.
    pub(crate) fn admits(&self, now: Time) -> anyhow::Result<bool> {
        if !self.room.is_tight() {
            return Ok(true);
        }
        Ok(self.room.admits(signals::busy(&self.db, now)?))
    }

    /// After a batch that failed: whether another try may succeed, because room was made for it.
    pub(crate) fn relieve(&mut self, error: &anyhow::Error) -> bool {
        let missing = self.room.is_missing(error);
        if missing {
            self.room.give_up_ballast();
            self.room.shrink_log(&self.db);
        }
        missing
    }

    /// Looks whether there is room again.
    pub(crate) fn recover(&mut self) {
        self.room.recover(&self.db);
    }

    /// Whether a batch failed because the database is damaged. The next start then checks all of it.
    pub(crate) fn is_damaged(&self, error: &anyhow::Error) -> bool {
        let damaged = salvage::is_damage(error);
        if damaged {
            salvage::suspect_damage(&self.path);
        }
        damaged
    }

    /// For reading what is committed.
    pub(crate) const fn db(&self) -> &Connection {
        &self.db
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
}

/// The column `due_us` counts on the clock of one boot. After another boot, every running timer is
/// asked anew what remains of it.
fn adopt_boot(db: &mut Connection, now: Time) -> anyhow::Result<()> {
    let boot = i64::from_ne_bytes(now.boot().0.to_ne_bytes());
    let known: Option<i64> = db.query_row("SELECT boot FROM station", [], |row| row.get(0)).optional()?;
    if known == Some(boot) {
        return Ok(());
    }
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for slot in signals::with_timer(&tx)? {
        match signals::load(&tx, slot)? {
            Some(Row { seq, record: Ok(mut record) }) => {
                // What is due is for the engine to fire: others of the home may have to hear of it.
                record.adopt_boot(now);
                let input = &signals::Logged::Boot;
                let step = signals::Step { slot, seq: seq + 1, input, outputs: &[], record: &record };
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
        assert!(refused.is_err_and(|error| format!("{error:#}").contains("this station knows")));
        Ok(())
    }

    #[test]
    fn what_is_taken_over_from_a_damaged_database_is_every_table() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let store = Store::open(&folder.path().join("station.db"), Time::from_clocks(BootId(1), 0, 0))?;
        let mut tables =
            store.db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")?;
        let mut there = tables.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
        there.sort();
        let mut taken_over = salvage::TABLES.to_vec();
        taken_over.sort_unstable();
        assert_eq!(there, taken_over);
        Ok(())
    }
}
