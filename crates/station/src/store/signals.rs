//! Signals: the journal, the state after each input, the timers and the effects.

use mayday_protocol::incident::{Input, MACHINE_VERSION, Order, Output};
use mayday_protocol::signal::Record;
use mayday_protocol::{HomeId, IncidentId, SignalId, Time, Timer};
use rusqlite::{Connection, OptionalExtension, params};
use tracing::error;

/// A timer that is due by then belongs to a hold, a call or a request, and not to an incident that only waits to be
/// closed.
const SOON_US: u64 = 15 * 60 * 1_000_000;

/// Which signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Slot {
    pub(crate) home: HomeId,
    pub(crate) signal: SignalId,
}

/// A signal as it was last written.
pub(crate) struct Row {
    pub(crate) seq: u64,
    /// The state, or why it cannot be read.
    pub(crate) record: Result<Record, String>,
}

/// The row of `effects`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct EffectKey(pub(crate) i64);

/// An order that waits to be carried out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Effect {
    pub(crate) key: EffectKey,
    pub(crate) slot: Slot,
    pub(crate) order: Order,
}

/// What is written for one input.
pub(crate) struct Step<'a> {
    pub(crate) slot: Slot,
    pub(crate) seq: u64,
    pub(crate) input: &'a Logged,
    pub(crate) outputs: &'a [Output],
    pub(crate) record: &'a Record,
}

/// What the journal says came in.
#[derive(serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Logged {
    /// The first word of a signal: it was accepted.
    Accepted,
    /// A cancel for an unknown id.
    Tombstone,
    /// An input of the machine.
    Input(Input),
    /// A timer.
    Timer,
}

pub(crate) fn load(db: &Connection, slot: Slot) -> rusqlite::Result<Option<Row>> {
    db.prepare_cached(
        "SELECT s.seq, s.quarantined, j.state FROM signals s
         JOIN journal j ON j.home = s.home AND j.signal = s.signal AND j.seq = s.seq
         WHERE s.home = ?1 AND s.signal = ?2",
    )?
    .query_row(params![slot.home.to_string(), slot.signal.to_string()], |row| {
        let quarantined: bool = row.get(1)?;
        let state: String = row.get(2)?;
        let record = if quarantined { Err("quarantined".to_owned()) } else { parse(&state) };
        Ok(Row { seq: row.get(0)?, record })
    })
    .optional()
}

fn parse(state: &str) -> Result<Record, String> {
    serde_json::from_str(state).map_err(|error| error.to_string())
}

/// Appends one step: journal, effects, and where the signal stands.
pub(crate) fn append(db: &Connection, step: &Step<'_>, now: Time) -> anyhow::Result<()> {
    let (home, signal) = (step.slot.home.to_string(), step.slot.signal.to_string());
    let incident = step.record.incident();
    db.prepare_cached(
        "INSERT INTO signals (home, signal, incident, seq, open, due_us, accepted_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (home, signal) DO UPDATE SET seq = excluded.seq, open = excluded.open, due_us = excluded.due_us",
    )?
    .execute(params![
        home,
        signal,
        incident.map(|incident| incident.acceptance().incident.to_string()),
        step.seq,
        incident.is_some_and(mayday_protocol::incident::Incident::is_open),
        step.record.poll_timeout(now).map(|timer| due_us(timer, now)),
        now.wall_ms(),
    ])?;
    db.prepare_cached(
        "INSERT INTO journal (home, signal, seq, at_ms, machine_version, input, outputs, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        home,
        signal,
        step.seq,
        now.wall_ms(),
        MACHINE_VERSION,
        serde_json::to_string(step.input)?,
        serde_json::to_string(step.outputs)?,
        serde_json::to_string(step.record)?,
    ])?;
    for (n, output) in step.outputs.iter().enumerate() {
        match output {
            Output::Record(_) => {}
            Output::Order(order) => {
                db.prepare_cached(
                    "INSERT INTO effects (home, signal, seq, n, instruction) VALUES (?1, ?2, ?3, ?4, ?5)",
                )?
                .execute(params![home, signal, step.seq, n, serde_json::to_string(order)?])?;
            }
        }
    }
    Ok(())
}

/// Signals whose timer is due, the longest overdue first.
pub(crate) fn due(db: &Connection, now: Time, limit: usize) -> rusqlite::Result<Vec<Slot>> {
    db.prepare_cached("SELECT home, signal FROM signals WHERE due_us <= ?1 ORDER BY due_us LIMIT ?2")?
        .query_map(params![now.boot_us(), limit], slot)?
        .collect()
}

/// Signals in which something is about to happen, rather than in hours: counted as far as it matters.
pub(crate) fn busy(db: &Connection, now: Time) -> rusqlite::Result<u64> {
    db.prepare_cached("SELECT count(*) FROM (SELECT 1 FROM signals WHERE due_us <= ?1 LIMIT 1000)")?
        .query_row(params![now.boot_us().saturating_add(SOON_US)], |row| row.get(0))
}

/// Every signal with a running timer.
pub(crate) fn with_timer(db: &Connection) -> rusqlite::Result<Vec<Slot>> {
    db.prepare_cached("SELECT home, signal FROM signals WHERE due_us IS NOT NULL")?.query_map([], slot)?.collect()
}

/// Sets a signal aside whose state cannot be read. The others go on.
pub(crate) fn quarantine(db: &Connection, at: Slot, why: &str) -> rusqlite::Result<()> {
    error!(home = %at.home, signal = %at.signal, why, "this signal's state cannot be read and it stands still: a person must look");
    db.prepare_cached("UPDATE signals SET quarantined = 1, due_us = NULL WHERE home = ?1 AND signal = ?2")?
        .execute(params![at.home.to_string(), at.signal.to_string()])?;
    Ok(())
}

pub(crate) fn finish(db: &Connection, key: EffectKey) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE effects SET done = 1 WHERE id = ?1")?.execute(params![key.0])?;
    Ok(())
}

/// Writes the dispatch log's row. Written twice, it is still one request.
pub(crate) fn log_dispatch(
    db: &Connection,
    request: &str,
    incident: IncidentId,
    service: &str,
    now: Time,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT OR IGNORE INTO dispatch_log (request, at_ms, incident, service) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![request, now.wall_ms(), incident.to_string(), service])?;
    Ok(())
}

pub(crate) fn slot(row: &rusqlite::Row<'_>) -> rusqlite::Result<Slot> {
    Ok(Slot { home: super::reader::id(row, 0)?, signal: super::reader::id(row, 1)? })
}

fn due_us(timer: Timer, now: Time) -> u64 {
    now.boot_us().saturating_add(timer.remaining_us(now))
}
