//! Signals: the journal, the state after each input, the timers and the effects.

use mayday_protocol::incident::{DispatchMessage, DispatchRequest, Incident, Input, MACHINE_VERSION, Order, Output};
use mayday_protocol::plan::{Course, Kind};
use mayday_protocol::readiness_call;
use mayday_protocol::signal::Record;
use mayday_protocol::{HomeId, IncidentId, SignalId, Time, Timer};
use rusqlite::{Connection, OptionalExtension, params};
use tracing::error;

use super::chain;

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

/// What a worker carries out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Instruction {
    /// Something within the station's own reach.
    Order(Order),
    /// Something for the receiving side of a dispatch request.
    Dispatch { request: DispatchRequest, message: DispatchMessage },
}

/// Reads an instruction. Before version 4 of the machine an order stood alone, and a dispatch request was one of them.
pub(crate) fn read_instruction(text: &str) -> serde_json::Result<Instruction> {
    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum Stored {
        Version4(Instruction),
        Version3(Order),
        Version3Dispatch(Dispatch),
    }
    #[derive(serde::Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Dispatch {
        RequestDispatch(DispatchRequest),
    }
    Ok(match serde_json::from_str(text)? {
        Stored::Version4(instruction) => instruction,
        Stored::Version3(order) => Instruction::Order(order),
        Stored::Version3Dispatch(Dispatch::RequestDispatch(request)) => {
            Instruction::Dispatch { request, message: DispatchMessage::Come }
        }
    })
}

/// An instruction that waits to be carried out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Effect {
    pub(crate) key: EffectKey,
    pub(crate) slot: Slot,
    pub(crate) instruction: Instruction,
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
#[derive(serde::Serialize, serde::Deserialize)]
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
    /// An input of a readiness call.
    Readiness(readiness_call::Input),
    /// The machine has started again: what was timed is counted on this boot's clock.
    Boot,
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
pub(crate) fn flag_doubt(db: &Connection, at: Slot) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE signals SET in_doubt = 1 WHERE home = ?1 AND signal = ?2")?
        .execute(params![at.home.to_string(), at.signal.to_string()])
        .map(drop)
}

/// Whether enrolment was in doubt when a signal was accepted.
pub(crate) fn is_in_doubt(db: &Connection, at: Slot) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT in_doubt FROM signals WHERE home = ?1 AND signal = ?2")?
        .query_row(params![at.home.to_string(), at.signal.to_string()], |row| row.get(0))
}

pub(crate) fn append(db: &Connection, step: &Step<'_>, now: Time) -> anyhow::Result<()> {
    let (home, signal) = (step.slot.home.to_string(), step.slot.signal.to_string());
    stand(db, step, now)?;
    let row = chain::Row {
        seq: step.seq,
        at_ms: now.wall_ms(),
        machine_version: MACHINE_VERSION,
        input: &serde_json::to_string(step.input)?,
        outputs: &serde_json::to_string(step.outputs)?,
        state: &serde_json::to_string(step.record)?,
    };
    let hash = row.hash(before(db, step)?.as_deref());
    db.prepare_cached(
        "INSERT INTO journal (home, signal, seq, at_ms, machine_version, input, outputs, state, chain)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        home,
        signal,
        row.seq,
        row.at_ms,
        row.machine_version,
        row.input,
        row.outputs,
        row.state,
        hash,
    ])?;
    for (n, output) in step.outputs.iter().enumerate() {
        if let Some(instruction) = instruction(output) {
            let dispatches = matches!(instruction, Instruction::Dispatch { .. });
            db.prepare_cached(
                "INSERT INTO effects (home, signal, seq, n, instruction, dispatches) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                home,
                signal,
                step.seq,
                n,
                serde_json::to_string(&instruction)?,
                dispatches
            ])?;
        }
    }
    Ok(())
}

/// What an output means to a worker, if anything.
pub(crate) const fn instruction(output: &Output) -> Option<Instruction> {
    match output {
        Output::Record(_) | Output::Consequence(_) => None,
        Output::Order(order) => Some(Instruction::Order(*order)),
        Output::Dispatch(order) => Some(Instruction::Dispatch { request: order.request, message: order.message }),
    }
}

/// Where the signal stands from now on.
fn stand(db: &Connection, step: &Step<'_>, now: Time) -> anyhow::Result<()> {
    let incident = step.record.incident();
    let plan = incident.map(|incident| incident.acceptance().plan);
    db.prepare_cached(
        "INSERT INTO signals
         (home, signal, incident, seq, open, due_us, accepted_ms, hidden, course, takes_in, readiness_of)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (home, signal) DO UPDATE
         SET seq = excluded.seq, open = excluded.open, due_us = excluded.due_us, takes_in = excluded.takes_in",
    )?
    .execute(params![
        step.slot.home.to_string(),
        step.slot.signal.to_string(),
        incident.map(|incident| incident.acceptance().incident.to_string()),
        step.seq,
        incident.is_some_and(Incident::is_open),
        step.record.poll_timeout(now).map(|timer| due_us(timer, now)),
        now.wall_ms(),
        plan.is_some_and(|plan| plan.is_hidden()),
        plan.map_or("full", |plan| course(plan.course)),
        incident.is_some_and(Incident::takes_in),
        step.record.readiness_call().map(|call| call.contact().to_string()),
    ])?;
    Ok(())
}

/// The hash of the row before this one in the same journal.
fn before(db: &Connection, step: &Step<'_>) -> rusqlite::Result<Option<Vec<u8>>> {
    let Some(before) = step.seq.checked_sub(1) else { return Ok(None) };
    let hash: Option<Option<Vec<u8>>> = db
        .prepare_cached("SELECT chain FROM journal WHERE home = ?1 AND signal = ?2 AND seq = ?3")?
        .query_row(params![step.slot.home.to_string(), step.slot.signal.to_string(), before], |row| row.get(0))
        .optional()?;
    Ok(hash.flatten())
}

const fn course(course: Course) -> &'static str {
    match course {
        Course::Full => "full",
        Course::Practice => "practice",
        Course::Drill => "drill",
        Course::Unmonitored => "unmonitored",
    }
}

/// The open incident of a home, other than this one, that takes a further SOS in (A10).
///
/// Only one whose state can be read: a slide that were taken in by another would be lost with it.
pub(crate) fn taking_in(db: &Connection, at: Slot) -> rusqlite::Result<Option<IncidentId>> {
    let taking = db
        .prepare_cached("SELECT home, signal FROM signals WHERE home = ?1 AND takes_in = 1 AND signal <> ?2 LIMIT 1")?
        .query_row(params![at.home.to_string(), at.signal.to_string()], slot)
        .optional()?;
    let Some(taking) = taking else { return Ok(None) };
    let record = load(db, taking)?.and_then(|row| row.record.ok());
    let incident = record.as_ref().and_then(Record::incident).filter(|incident| incident.takes_in());
    Ok(incident.map(|incident| incident.acceptance().incident))
}

/// Where an incident of a home is kept.
pub(crate) fn slot_of(db: &Connection, home: HomeId, incident: IncidentId) -> rusqlite::Result<Option<Slot>> {
    db.prepare_cached("SELECT home, signal FROM signals WHERE home = ?1 AND incident = ?2")?
        .query_row(params![home.to_string(), incident.to_string()], slot)
        .optional()
}

/// Signals of a home in which something can still happen, oldest first; those that the household sees, or the others.
pub(crate) fn open_of(db: &Connection, home: HomeId, hidden: bool) -> rusqlite::Result<Vec<Slot>> {
    db.prepare_cached(
        "SELECT home, signal FROM signals WHERE home = ?1 AND open = 1 AND hidden = ?2 ORDER BY accepted_ms, rowid",
    )?
    .query_map(params![home.to_string(), hidden], slot)?
    .collect()
}

/// Incidents of a home that the household sees and in which somebody may be in a call: the open ones, and those that
/// have ended and about which a contact has called back (M5).
pub(crate) fn with_calls_of(db: &Connection, home: HomeId) -> rusqlite::Result<Vec<Slot>> {
    let mut slots = open_of(db, home, false)?;
    let ended: Vec<Slot> = db
        .prepare_cached(
            "SELECT home, signal FROM signals WHERE due_us IS NOT NULL AND home = ?1 AND open = 0 AND hidden = 0
             AND readiness_of IS NULL ORDER BY accepted_ms, rowid",
        )?
        .query_map(params![home.to_string()], slot)?
        .collect::<Result<_, _>>()?;
    slots.extend(ended);
    Ok(slots)
}

/// The latest incidents that the household sees, newest first.
pub(crate) fn latest_of(db: &Connection, home: HomeId, most: usize) -> rusqlite::Result<Vec<Slot>> {
    db.prepare_cached(
        "SELECT home, signal FROM signals WHERE home = ?1 AND incident IS NOT NULL AND hidden = 0
         ORDER BY accepted_ms DESC, rowid DESC LIMIT ?2",
    )?
    .query_map(params![home.to_string(), most], slot)?
    .collect()
}

/// The kind of a record, unless it is a tombstone.
pub(crate) fn kind_of(record: &Record) -> Option<Kind> {
    record.incident().map(|incident| incident.acceptance().plan.kind)
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
    db.prepare_cached(
        "UPDATE signals SET quarantined = 1, due_us = NULL, takes_in = 0 WHERE home = ?1 AND signal = ?2",
    )?
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
    ran: Course,
    now: Time,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT OR IGNORE INTO dispatch_log (request, at_ms, incident, service, course) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![request, now.wall_ms(), incident.to_string(), service, course(ran)])?;
    Ok(())
}

pub(crate) fn slot(row: &rusqlite::Row<'_>) -> rusqlite::Result<Slot> {
    Ok(Slot { home: super::reader::id(row, 0)?, signal: super::reader::id(row, 1)? })
}

fn due_us(timer: Timer, now: Time) -> u64 {
    now.boot_us().saturating_add(timer.remaining_us(now))
}

#[cfg(test)]
mod tests {
    use mayday_protocol::Service;

    use super::*;

    #[test]
    fn orders_that_version_3_of_the_machine_has_left_are_carried_out() {
        for (text, instruction) in [
            (r#"{"end_call":{"call":2}}"#, Instruction::Order(Order::EndCall { call: 2 })),
            (r#""stop_siren""#, Instruction::Order(Order::StopSiren)),
            (
                r#"{"request_dispatch":{"service":"fire","asking":1}}"#,
                Instruction::Dispatch {
                    request: DispatchRequest { service: Service::Fire, asking: 1 },
                    message: DispatchMessage::Come,
                },
            ),
        ] {
            assert_eq!(read_instruction(text).ok(), Some(instruction), "{text}");
            let written = serde_json::to_string(&instruction).expect("an instruction can be stored");
            assert_eq!(read_instruction(&written).ok(), Some(instruction), "{written}");
        }
    }
}
