//! The journal as it was committed, row by row, for whoever checks it.

use mayday_protocol::incident::{Consequence, DispatchMessage, DispatchRequest, Event, Order};
use mayday_protocol::signal::Record;
use rusqlite::{Connection, OptionalExtension, params};

use super::Slot;
use super::signals::{Logged, slot};

/// A row.
pub(crate) struct JournalRow {
    /// Ascending over all signals.
    pub(crate) row: i64,
    pub(crate) slot: Slot,
    pub(crate) seq: u64,
    pub(crate) machine_version: u32,
    pub(crate) input: Logged,
    pub(crate) outputs: String,
    pub(crate) record: Record,
    pub(crate) chain: Option<Vec<u8>>,
}

/// An output, read back.
#[derive(serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Read {
    Order(Order),
    Dispatch { request: DispatchRequest, message: DispatchMessage },
    Consequence(Consequence),
    Record(Event),
}

/// Rows after `last`, in the order in which they came.
pub(crate) fn rows_after(db: &Connection, last: i64) -> anyhow::Result<Vec<JournalRow>> {
    let mut statement = db.prepare_cached(
        "SELECT home, signal, rowid, seq, machine_version, input, outputs, state, chain FROM journal
         WHERE rowid > ?1 ORDER BY rowid",
    )?;
    let mut rows = statement.query(params![last])?;
    let mut found = vec![];
    while let Some(row) = rows.next()? {
        let (input, state): (String, String) = (row.get(5)?, row.get(7)?);
        found.push(JournalRow {
            slot: slot(row)?,
            row: row.get(2)?,
            seq: row.get(3)?,
            machine_version: row.get(4)?,
            input: serde_json::from_str(&input)?,
            outputs: row.get(6)?,
            record: serde_json::from_str(&state)?,
            chain: row.get(8)?,
        });
    }
    Ok(found)
}

/// Where a signal's journal ends: its last number, and the hash of that row.
pub(crate) fn end_of(db: &Connection, at: Slot) -> anyhow::Result<Option<(u64, Option<Vec<u8>>)>> {
    Ok(db
        .prepare_cached(
            "SELECT s.seq, j.chain FROM signals s
             JOIN journal j ON j.home = s.home AND j.signal = s.signal AND j.seq = s.seq
             WHERE s.home = ?1 AND s.signal = ?2",
        )?
        .query_row(params![at.home.to_string(), at.signal.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// When a signal is due, on the clock of this boot; `None`: no timer of it runs.
pub(crate) fn due_of(db: &Connection, at: Slot) -> anyhow::Result<Option<u64>> {
    let due = db
        .prepare_cached("SELECT due_us FROM signals WHERE home = ?1 AND signal = ?2")?
        .query_row(params![at.home.to_string(), at.signal.to_string()], |row| row.get(0))
        .optional()?;
    Ok(due.flatten())
}
