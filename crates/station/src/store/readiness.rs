//! What readiness calls have shown of contacts, and the calls themselves.

use std::collections::HashMap;

use mayday_protocol::call::Digits;
use mayday_protocol::readiness_call::{
    MOST_CALLS, PROOF_MS, PasswordKnowledge, ReadinessCall, Stage, TOO_OFTEN_MS, TryResult,
};
use mayday_protocol::{ContactId, HomeId, Time};
use mayday_wire::{CallingView, ContactReadiness, LastTryView, ProofView, ReadinessStage};
use rusqlite::{Connection, OptionalExtension, params};

use super::reader::id;
use super::signals::{self, Slot, slot};

/// Whether a contact stands on a home's list, and has asked not to be called. `None`: no such contact is on the list.
pub(crate) fn opted_out(db: &Connection, home: HomeId, contact: ContactId) -> rusqlite::Result<Option<bool>> {
    db.prepare_cached(
        "SELECT coalesce(r.opted_out, 0) FROM contacts c LEFT JOIN readiness r ON r.contact = c.id
         WHERE c.home = ?1 AND c.id = ?2 AND c.position IS NOT NULL",
    )?
    .query_row(params![home.to_string(), contact.to_string()], |row| row.get(0))
    .optional()
}

/// Whether this contact's number was rung as often as may be within the hour, on whosever list it stands. A clock that
/// was set back forgets what lies ahead of it.
pub(crate) fn is_rung_too_often(db: &Connection, contact: ContactId, now: Time) -> rusqlite::Result<bool> {
    let calls: usize = db
        .prepare_cached(
            "SELECT count(*) FROM signals WHERE accepted_ms > ?2 AND accepted_ms <= ?3 AND readiness_of IN (
                SELECT same.id FROM contacts mine JOIN contacts same ON same.phone = mine.phone WHERE mine.id = ?1)",
        )?
        .query_row(
            params![contact.to_string(), now.wall_ms().saturating_sub_unsigned(TOO_OFTEN_MS), now.wall_ms()],
            |row| row.get(0),
        )?;
    Ok(calls >= MOST_CALLS)
}

/// The readiness calls of a home that run.
pub(crate) fn running(db: &Connection, home: HomeId) -> rusqlite::Result<Vec<(Slot, ReadinessCall)>> {
    let slots: Vec<Slot> = db
        .prepare_cached(
            "SELECT home, signal FROM signals WHERE home = ?1 AND readiness_of IS NOT NULL AND due_us IS NOT NULL",
        )?
        .query_map(params![home.to_string()], slot)?
        .collect::<Result<_, _>>()?;
    let mut calls = vec![];
    for slot in slots {
        calls.extend(load(db, slot)?.filter(ReadinessCall::is_running).map(|call| (slot, call)));
    }
    Ok(calls)
}

/// Whether a readiness call to this contact's number runs, or is about to.
pub(crate) fn is_running(db: &Connection, contact: ContactId) -> rusqlite::Result<bool> {
    db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM signals WHERE due_us IS NOT NULL AND readiness_of IN (
            SELECT same.id FROM contacts mine JOIN contacts same ON same.phone = mine.phone WHERE mine.id = ?1))",
    )?
    .query_row(params![contact.to_string()], |row| row.get(0))
}

/// A readiness call; `None`: there is none under this id, or its state cannot be read.
pub(crate) fn load(db: &Connection, at: Slot) -> rusqlite::Result<Option<ReadinessCall>> {
    let record = signals::load(db, at)?.and_then(|row| row.record.ok());
    Ok(record.as_ref().and_then(|record| record.readiness_call()).cloned())
}

/// Keeps what a step of a test has brought. A call that was over before it brings nothing: its number may be another by then.
pub(crate) fn keep(db: &Connection, before: &ReadinessCall, after: &ReadinessCall, now: Time) -> anyhow::Result<()> {
    if !before.is_running() || after.concern().is_some() {
        return Ok(());
    }
    let contact = after.contact().to_string();
    if before.result().is_none()
        && let Some(result) = after.result()
    {
        db.prepare_cached(
            "INSERT INTO readiness (contact, tried_ms, result) VALUES (?1, ?2, ?3)
             ON CONFLICT (contact) DO UPDATE SET tried_ms = excluded.tried_ms, result = excluded.result",
        )?
        .execute(params![contact, now.wall_ms(), serde_json::to_string(&result)?])?;
    }
    if before.proof().is_none()
        && let Some(proof) = after.proof()
    {
        db.prepare_cached("UPDATE readiness SET proved_ms = ?2, answered_in_ms = ?3, dnd_on = ?4 WHERE contact = ?1")?
            .execute(params![contact, proof.at_ms, proof.answered_in_ms, after.dnd_on()])?;
    }
    if before.password() != after.password() {
        db.prepare_cached("UPDATE readiness SET password = ?2 WHERE contact = ?1")?
            .execute(params![contact, name(after.password())])?;
    }
    if after.opted_out() && !before.opted_out() {
        db.prepare_cached("UPDATE readiness SET opted_out = 1 WHERE contact = ?1")?.execute(params![contact])?;
    }
    Ok(())
}

/// The homes of which a proof has expired after `since_ms` and not after `until_ms`, on the wall clock.
pub(crate) fn expired(db: &Connection, since_ms: i64, until_ms: i64) -> rusqlite::Result<Vec<HomeId>> {
    let proved = |ms: i64| ms.saturating_sub_unsigned(PROOF_MS);
    db.prepare_cached(
        "SELECT DISTINCT home FROM contacts JOIN readiness ON contact = contacts.id WHERE proved_ms > ?1 AND proved_ms <= ?2",
    )?
    .query_map(params![proved(since_ms), proved(until_ms)], |row| id(row, 0))?
    .collect()
}

/// When the next proof expires, on the wall clock.
pub(crate) fn next_expiry(db: &Connection, after_ms: i64) -> rusqlite::Result<Option<i64>> {
    let proved_ms: Option<i64> = db
        .prepare_cached("SELECT min(proved_ms) FROM readiness WHERE proved_ms > ?1")?
        .query_row(params![after_ms.saturating_sub_unsigned(PROOF_MS)], |row| row.get(0))?;
    Ok(proved_ms.map(|at| at.saturating_add_unsigned(PROOF_MS)))
}

/// Forgets what was shown of a contact whose number becomes another: a proof belongs to the number.
pub(crate) fn number_becomes(db: &Connection, contact: Option<&str>, phone: &str) -> rusqlite::Result<()> {
    db.prepare_cached(
        "DELETE FROM readiness WHERE contact = ?1 AND EXISTS (SELECT 1 FROM contacts WHERE id = ?1 AND phone <> ?2)",
    )?
    .execute(params![contact, phone])?;
    Ok(())
}

/// Nobody is known to know a password that was just chosen (N6).
pub(crate) fn password_changed(db: &Connection, home: HomeId) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE readiness SET password = 'not_tried' WHERE contact IN (SELECT id FROM contacts WHERE home = ?1)",
        params![home.to_string()],
    )?;
    Ok(())
}

/// What is known of each contact of a home of whom anything is.
pub(crate) fn of_home(
    db: &Connection,
    home: HomeId,
    now: Time,
) -> anyhow::Result<HashMap<ContactId, ContactReadiness>> {
    let mut known = HashMap::new();
    let mut statement = db.prepare_cached(
        "SELECT r.contact, r.proved_ms, r.answered_in_ms, r.dnd_on, r.password, r.opted_out, r.tried_ms, r.result
         FROM contacts c JOIN readiness r ON r.contact = c.id WHERE c.home = ?1",
    )?;
    let mut rows = statement.query(params![home.to_string()])?;
    while let Some(row) = rows.next()? {
        let (proved_ms, password, result): (Option<i64>, String, String) = (row.get(1)?, row.get(4)?, row.get(7)?);
        let proof = match proved_ms {
            Some(at_ms) => Some(ProofView {
                at_ms,
                answered_in_ms: row.get(2)?,
                dnd_on: row.get(3)?,
                expires_in_ms: remaining_ms(at_ms, now),
            }),
            None => None,
        };
        let result: TryResult = serde_json::from_str(&result)?;
        let readiness = ContactReadiness {
            expired: proof.is_some_and(|proof| proof.expires_in_ms == 0),
            proof: proof.filter(|proof| proof.expires_in_ms > 0),
            password: knowledge(&password),
            opted_out: row.get(5)?,
            last_try: Some(LastTryView { at_ms: row.get(6)?, result }),
            calling: None,
        };
        known.insert(id(row, 0)?, readiness);
    }
    for (_, call) in running(db, home)?.into_iter().filter(|(_, call)| call.concern().is_none()) {
        known.entry(call.contact()).or_default().calling = calling(&call);
    }
    Ok(known)
}

/// What is left of a proof. One that seems to lie ahead, on a clock that was set back, has all of it.
fn remaining_ms(proved_ms: i64, now: Time) -> u64 {
    let age = u64::try_from(now.wall_ms().saturating_sub(proved_ms)).unwrap_or(0);
    PROOF_MS.saturating_sub(age)
}

fn calling(call: &ReadinessCall) -> Option<CallingView> {
    let stage = call.stage()?;
    let Digits([first, second]) = call.digits();
    Some(CallingView {
        stage: match stage {
            Stage::Dialing => ReadinessStage::Dialing,
            Stage::Ringing => ReadinessStage::Ringing,
            Stage::Proving => ReadinessStage::Proving,
            // Whether somebody thinks about leaving the list is his own affair until he has.
            Stage::AskingPassword | Stage::AskingOptOut => ReadinessStage::Password,
            Stage::Goodbye => ReadinessStage::Goodbye,
        },
        digits: (stage == Stage::Proving).then(|| format!("{first}{second}")),
        words: call.words().map(str::to_owned),
    })
}

const fn name(password: PasswordKnowledge) -> &'static str {
    match password {
        PasswordKnowledge::NotTried => "not_tried",
        PasswordKnowledge::Known => "known",
        PasswordKnowledge::NotKnown => "not_known",
    }
}

/// The table refuses any other word.
fn knowledge(name: &str) -> PasswordKnowledge {
    match name {
        "known" => PasswordKnowledge::Known,
        "not_known" => PasswordKnowledge::NotKnown,
        _ => PasswordKnowledge::NotTried,
    }
}

#[cfg(test)]
mod tests {
    use mayday_protocol::BootId;

    use super::super::homes::{self, Secrets};
    use super::*;
    use crate::store::Store;

    /// proves: N6, J6
    #[test]
    fn another_password_or_duress_password_is_known_to_nobody_and_another_code_changes_nothing() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let store = Store::open(&folder.path().join("station.db"), Time::from_clocks(BootId(1), 0, 0))?;
        let (db, home) = (store.db(), HomeId::from_random([1; 16]));
        db.execute_batch(
            "INSERT INTO homes (id, mode, street, city, facts) VALUES ('01010101010101010101010101010101', 'demo', '', '', '');
             INSERT INTO contacts (id, home, position, name, phone)
             VALUES ('02020202020202020202020202020202', '01010101010101010101010101010101', 1, 'Ana', '(512) 555-0101');
             INSERT INTO readiness (contact, tried_ms, result) VALUES ('02020202020202020202020202020202', 0, '\"reached\"');",
        )?;
        let text = |hash: &str| Some(hash.to_owned());
        let old = Secrets { password: text("p"), duress_password: text("d"), code: text("c"), duress_code: None };
        homes::set_secrets(db, home, &old)?;
        for (secrets, expected) in [
            (Secrets { password: text("q"), ..old.clone() }, PasswordKnowledge::NotTried),
            (Secrets { duress_password: text("e"), ..old.clone() }, PasswordKnowledge::NotTried),
            (Secrets { code: text("x"), ..old.clone() }, PasswordKnowledge::Known),
        ] {
            homes::set_secrets(db, home, &old)?;
            db.execute("UPDATE readiness SET password = 'known'", [])?;
            homes::set_secrets(db, home, &secrets)?;
            let known = of_home(db, home, Time::from_clocks(BootId(1), 0, 0))?;
            assert_eq!(known.values().map(|known| known.password).collect::<Vec<_>>(), [expected]);
        }
        Ok(())
    }

    /// proves: O5
    #[test]
    fn a_proof_counts_for_ninety_days_and_not_a_millisecond_longer() {
        let proved = 1_000;
        let at = |ms: u64| Time::from_clocks(BootId(1), 0, proved).later(ms);
        assert_eq!(remaining_ms(proved, at(0)), PROOF_MS);
        assert_eq!(remaining_ms(proved, at(PROOF_MS - 1)), 1);
        assert_eq!(remaining_ms(proved, at(PROOF_MS)), 0);
        assert_eq!(remaining_ms(proved + 5_000, at(0)), PROOF_MS, "a clock that was set back takes nothing away");
    }
}
