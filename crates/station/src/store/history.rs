//! The incidents of a home that its household sees, newest first, from anywhere on. What is hidden is not in the index
//! that this reads: it leaves no gap, no shorter page, and costs no time (J6).

use mayday_protocol::{HomeId, IncidentId};
use rusqlite::{Connection, OptionalExtension, params};

use super::reader::{self, IncidentRow};
use super::signals::slot;

/// Everything of a home, newest first.
const NEWEST: &str = "SELECT home, signal FROM signals WHERE home = ?1 AND incident IS NOT NULL AND hidden = 0
     ORDER BY accepted_ms DESC, rowid DESC";
/// The same, from a place on.
const BEFORE: &str = "SELECT home, signal FROM signals WHERE home = ?1 AND incident IS NOT NULL AND hidden = 0
     AND (accepted_ms, rowid) < (?2, ?3) ORDER BY accepted_ms DESC, rowid DESC";
/// Where an incident stands in the history of its home.
const PLACE: &str = "SELECT accepted_ms, rowid FROM signals WHERE incident = ?1 AND home = ?2 AND hidden = 0";

/// As many as `most`, unless there are no more. `None`: the household knows no incident `before`.
///
/// One whose state cannot be read is left out, and the next one is read in its place: a short page is the last one.
pub(crate) fn page(
    db: &Connection,
    home: HomeId,
    before: Option<IncidentId>,
    most: usize,
) -> anyhow::Result<Option<Vec<IncidentRow>>> {
    let of = home.to_string();
    let Some(before) = before else {
        return Ok(Some(readable(db, db.prepare_cached(NEWEST)?.query([of])?, most)?));
    };
    let place: Option<(i64, i64)> = db
        .prepare_cached(PLACE)?
        .query_row([before.to_string(), of.clone()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((accepted_ms, row)) = place else { return Ok(None) };
    Ok(Some(readable(db, db.prepare_cached(BEFORE)?.query(params![of, accepted_ms, row])?, most)?))
}

/// The rows come one by one: what is not wanted any more is not read.
fn readable(db: &Connection, mut rows: rusqlite::Rows<'_>, most: usize) -> anyhow::Result<Vec<IncidentRow>> {
    let mut found = vec![];
    while found.len() < most {
        let Some(row) = rows.next()? else { break };
        found.extend(reader::incident(db, slot(row)?)?);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use mayday_protocol::{BootId, Time};

    use super::*;
    use crate::store::Store;

    /// proves: V3, J6
    #[test]
    fn the_history_is_read_through_an_index_that_holds_nothing_hidden_and_is_never_sorted() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("station.db");
        drop(Store::open(&path, Time::from_clocks(BootId(1), 0, 0))?);
        let db = Connection::open(&path)?;
        for (query, values) in [(NEWEST, vec!["h"]), (BEFORE, vec!["h", "1", "1"])] {
            let mut plan = db.prepare(&format!("EXPLAIN QUERY PLAN {query}"))?;
            let steps = plan.query_map(rusqlite::params_from_iter(values), |row| row.get::<_, String>(3))?;
            let steps = steps.collect::<Result<Vec<_>, _>>()?;
            assert_eq!(steps.len(), 1, "{steps:?}");
            assert!(steps[0].starts_with("SEARCH signals USING INDEX signals_history (home=?"), "{steps:?}");
        }
        Ok(())
    }
}
