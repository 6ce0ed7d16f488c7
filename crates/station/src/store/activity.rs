//! What devices did in a home, the latest of it.

use mayday_protocol::HomeId;
use mayday_wire::{Activity, ActivityView};
use rusqlite::{Connection, params};

use crate::token::Device;

/// How much of it is kept, and some more until the next sweep.
const KEPT: usize = 500;
/// After so many notes, whosever they are, one home is swept: a slide does not wait for it each time.
const SWEPT_EVERY: i64 = 64;

/// Notes that a device did something.
pub(crate) fn keep(db: &Connection, device: Device, at_ms: i64, what: &Activity) -> anyhow::Result<()> {
    let home = device.home.to_string();
    db.prepare_cached("INSERT INTO activity (home, device, at_ms, what) VALUES (?1, ?2, ?3, ?4)")?.execute(params![
        home,
        device.id.to_string(),
        at_ms,
        serde_json::to_string(what)?
    ])?;
    if db.last_insert_rowid() % SWEPT_EVERY != 0 {
        return Ok(());
    }
    db.prepare_cached(
        "DELETE FROM activity WHERE home = ?1
         AND n <= (SELECT n FROM activity WHERE home = ?1 ORDER BY n DESC LIMIT 1 OFFSET ?2)",
    )?
    .execute(params![home, KEPT])?;
    Ok(())
}

/// The latest, newest first, as a device of the home sees it.
pub(crate) fn latest(db: &Connection, home: HomeId, seen_by: Device, most: usize) -> anyhow::Result<Vec<ActivityView>> {
    let mut statement = db.prepare_cached(
        "SELECT at_ms, device, what, (SELECT name FROM devices WHERE id = activity.device)
         FROM activity WHERE home = ?1 ORDER BY n DESC LIMIT ?2",
    )?;
    let mut rows = statement.query(params![home.to_string(), most])?;
    let mut listed = vec![];
    while let Some(row) = rows.next()? {
        let (device, what, by): (String, String, Option<String>) = (row.get(1)?, row.get(2)?, row.get(3)?);
        let what: Activity = serde_json::from_str(&what)?;
        let whom = whom(db, &what)?.map(Into::into);
        let this = device == seen_by.id.to_string();
        listed.push(ActivityView { at_ms: row.get(0)?, by: by.map(Into::into), this, what, whom });
    }
    Ok(listed)
}

/// The name of whom it is about.
fn whom(db: &Connection, what: &Activity) -> anyhow::Result<Option<String>> {
    let (query, id) = match what {
        Activity::RangContact { contact } => ("SELECT name FROM contacts WHERE id = ?1", contact.to_string()),
        Activity::RemovedDevice { device } => ("SELECT name FROM devices WHERE id = ?1", device.to_string()),
        Activity::Slid { .. }
        | Activity::CancelledSlide { .. }
        | Activity::CancelledInApp { .. }
        | Activity::SentHelp { .. }
        | Activity::Silenced { .. }
        | Activity::SaidOver { .. }
        | Activity::Disarmed
        | Activity::SetPractice { .. }
        | Activity::SetBurglarSetting { .. }
        | Activity::SetCancelCode { .. }
        | Activity::SetSecrets { .. }
        | Activity::ChangedHome
        | Activity::CameIn { .. }
        | Activity::LeftHome
        | Activity::MadeRecovery => return Ok(None),
    };
    let mut statement = db.prepare_cached(query)?;
    let mut rows = statement.query(params![id])?;
    Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
}
