//! Contacts' telephones: a person is in one call of ours at a time, whoever's incident or test it belongs to (M9).

use mayday_protocol::ContactId;
use rusqlite::{Connection, params};

use super::readiness;
use super::signals::{self, Slot, slot};

/// Takes a contact's telephone for a call. `false`: another call has it, and still runs.
pub(crate) fn seize(db: &Connection, contact: ContactId, at: Slot, call: u16) -> anyhow::Result<bool> {
    for (holder, number) in holders(db, contact)? {
        if (holder, number) != (at, call) && runs(db, holder, number)? {
            return Ok(false);
        }
    }
    take(db, contact, at, call)?;
    Ok(true)
}

/// Notes which call has a contact's telephone: one that was placed, or one that the contact has made.
pub(crate) fn take(db: &Connection, contact: ContactId, at: Slot, call: u16) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO lines (contact, home, signal, call) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (contact) DO UPDATE SET home = excluded.home, signal = excluded.signal, call = excluded.call",
    )?
    .execute(params![contact.to_string(), at.home.to_string(), at.signal.to_string(), call])?;
    Ok(())
}

/// Whether a call of ours is running on this contact's number.
pub(crate) fn is_taken(db: &Connection, contact: ContactId) -> anyhow::Result<bool> {
    for (holder, number) in holders(db, contact)? {
        if runs(db, holder, number)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The readiness calls that are running on this contact's number.
pub(crate) fn readiness_calls(db: &Connection, contact: ContactId) -> anyhow::Result<Vec<Slot>> {
    let mut calls = vec![];
    for (holder, _) in holders(db, contact)? {
        if readiness::load(db, holder)?.is_some_and(|call| call.is_running()) {
            calls.push(holder);
        }
    }
    Ok(calls)
}

/// The last call to have each of the lines with this contact's number.
fn holders(db: &Connection, contact: ContactId) -> rusqlite::Result<Vec<(Slot, u16)>> {
    db.prepare_cached(
        "SELECT l.home, l.signal, l.call FROM contacts mine
         JOIN contacts same ON same.phone = mine.phone JOIN lines l ON l.contact = same.id WHERE mine.id = ?1",
    )?
    .query_map(params![contact.to_string()], |row| Ok((slot(row)?, row.get(2)?)))?
    .collect()
}

/// A call that cannot be read has no line: better a phone that rings twice than one that never does.
fn runs(db: &Connection, at: Slot, call: u16) -> rusqlite::Result<bool> {
    let record = signals::load(db, at)?.and_then(|row| row.record.ok());
    Ok(record.is_some_and(|record| record.has_running(call)))
}
