//! `mayday-station raise`, `receipt` and `verify`: alarms from a terminal, and what proves how they went.

use std::path::Path;

use anyhow::{Context, bail};
use mayday_protocol::plan::Trigger;
use mayday_protocol::signal::Record;
use mayday_protocol::{HomeId, IncidentId, Kind};
use mayday_wire::RaiseRequest;
use rusqlite::{Connection, OptionalExtension, params};

use crate::client::Client;
use crate::config::Folder;
use crate::receipt::{self, Signer};
use crate::store::{Slot, chain, reader, signals};

/// What can be raised from here.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum Raisable {
    /// A door or window sensor.
    Burglar,
    /// A smoke alarm.
    Smoke,
    /// A carbon monoxide alarm.
    Co,
    /// A panic button.
    Panic,
    /// The duress code.
    Duress,
    /// A flood sensor.
    Flood,
    /// A freeze sensor.
    Freeze,
    /// The keypad's fire button.
    KeypadFire,
    /// The keypad's medical button.
    KeypadMedical,
}

impl Raisable {
    const fn trigger(self) -> Trigger {
        match self {
            Self::Burglar => Trigger::ContactSensor,
            Self::Smoke => Trigger::SmokeAlarm,
            Self::Co => Trigger::CoAlarm,
            Self::Panic => Trigger::PanicButton,
            Self::Duress => Trigger::DuressCode,
            Self::Flood => Trigger::FloodSensor,
            Self::Freeze => Trigger::FreezeSensor,
            Self::KeypadFire => Trigger::KeypadFire,
            Self::KeypadMedical => Trigger::KeypadMedical,
        }
    }
}

pub(super) async fn raise(
    folder: &Folder,
    home: Option<HomeId>,
    kind: Raisable,
    entry_delay_s: u64,
) -> anyhow::Result<()> {
    let home = match home {
        Some(home) => home,
        None => only_home(&super::read_only(folder)?)?,
    };
    let request = RaiseRequest { trigger: kind.trigger(), entry_delay_ms: entry_delay_s.saturating_mul(1_000) };
    let raised = Client::local(&folder.socket())?.raise(home, &request).await.context("it was not raised")?;
    for reason in &raised.reasons {
        println!("Nobody is called: {} {}", reason.sentence(), reason.mend());
    }
    match raised.incident {
        Some(incident) => println!("{incident}"),
        None => println!("Raised. The household sees nothing of it."),
    }
    Ok(())
}

pub(super) fn only_home(db: &Connection) -> anyhow::Result<HomeId> {
    let mut statement = db.prepare("SELECT id FROM homes LIMIT 2")?;
    let homes: Vec<HomeId> = statement.query_map([], |row| reader::id(row, 0))?.collect::<Result<_, _>>()?;
    match homes.as_slice() {
        [home] => Ok(*home),
        [] => bail!("this station has no home"),
        _ => bail!("this station has several homes: say which with --home"),
    }
}

pub(super) fn receipt(folder: &Folder, incident: IncidentId, household: bool) -> anyhow::Result<()> {
    let db = super::read_only(folder)?;
    let slot: Slot = db
        .query_row("SELECT home, signal FROM signals WHERE incident = ?1", params![incident.to_string()], signals::slot)
        .optional()?
        .context("this station knows no such incident")?;
    let row = signals::load(&db, slot)?.context("the incident has no journal")?;
    let record = row.record.map_err(|error| anyhow::anyhow!("its last state cannot be read: {error}"))?;
    let kind = signals::kind_of(&record).context("it is no incident")?;
    let signer = Signer::load(&folder.signing_key())?;
    let receipt = if household {
        receipt::of_events(incident, kind, visible(&db, slot, &record)?, &signer)?
    } else {
        receipt::of_station(incident, kind, journal(&db, slot)?, &signer)?
    };
    println!("{}", serde_json::to_string_pretty(&receipt)?);
    Ok(())
}

/// What the household may see of it; nothing where it is hidden (J2).
fn visible(db: &Connection, slot: Slot, record: &Record) -> anyhow::Result<Vec<(i64, String)>> {
    if record.incident().is_none_or(|incident| incident.acceptance().plan.is_hidden()) {
        bail!("the household sees nothing of it");
    }
    let mut entries = vec![];
    for (at_ms, _, outputs) in rows(db, slot)? {
        for event in reader::events(&outputs)? {
            entries.push((at_ms, serde_json::to_string(&event)?));
        }
    }
    Ok(entries)
}

/// The journal's rows, once their own chain has been looked at.
fn journal(db: &Connection, slot: Slot) -> anyhow::Result<Vec<(i64, String)>> {
    verify_chain(db, slot)?;
    let entry = |(at_ms, input, outputs): (i64, String, String)| {
        (at_ms, format!("{{\"input\":{input},\"outputs\":{outputs}}}"))
    };
    Ok(rows(db, slot)?.into_iter().map(entry).collect())
}

fn rows(db: &Connection, slot: Slot) -> rusqlite::Result<Vec<(i64, String, String)>> {
    db.prepare("SELECT at_ms, input, outputs FROM journal WHERE home = ?1 AND signal = ?2 ORDER BY seq")?
        .query_map(params![slot.home.to_string(), slot.signal.to_string()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?
        .collect()
}

/// Fails with the first row of the journal that is not the one that was written.
fn verify_chain(db: &Connection, slot: Slot) -> anyhow::Result<()> {
    let mut statement = db.prepare(
        "SELECT seq, at_ms, machine_version, input, outputs, state, chain FROM journal
         WHERE home = ?1 AND signal = ?2 ORDER BY seq",
    )?;
    let mut rows = statement.query(params![slot.home.to_string(), slot.signal.to_string()])?;
    let mut before: Option<Vec<u8>> = None;
    let mut expected = 0;
    while let Some(row) = rows.next()? {
        let (seq, stored): (u64, Option<Vec<u8>>) = (row.get(0)?, row.get(6)?);
        if seq != expected {
            bail!("row {expected} of the journal is missing");
        }
        let (input, outputs, state): (String, String, String) = (row.get(3)?, row.get(4)?, row.get(5)?);
        let written = chain::Row {
            seq,
            at_ms: row.get(1)?,
            machine_version: row.get(2)?,
            input: &input,
            outputs: &outputs,
            state: &state,
        };
        let hash = written.hash(before.as_deref());
        if stored.as_ref().is_some_and(|stored| *stored != hash) {
            bail!("row {seq} of the journal was altered");
        }
        before = stored;
        expected += 1;
    }
    Ok(())
}

pub(super) fn verify(file: &Path, key: Option<&str>) -> anyhow::Result<()> {
    let receipt = receipt::verify_file(file, key)?;
    let known = if key.is_some() { "" } else { " It was not compared with a known key." };
    println!("The receipt is whole: {} entries, {}.{known}", receipt.entries.len(), kind_name(receipt.kind));
    Ok(())
}

fn kind_name(kind: Kind) -> String {
    serde_json::to_string(&kind).unwrap_or_default().trim_matches('"').replace('_', " ")
}
