//! The virtual base station: it hears orders, keeps their end by itself, and has a keypad.
//!
//! It stands behind the same orders and reports as a real one. Its state lies in the store, so a
//! restart changes nothing about a siren that sounds.

use mayday_protocol::incident::{Order, SirenFact};
use mayday_protocol::{HomeId, SignalId, SirenPlaces, Time, Timer};
use mayday_wire::{BaseStationView, SoundingView};
use rusqlite::{Connection, OptionalExtension, params};

use super::reader::id;
use super::{EffectKey, Slot, homes};

/// An order that arrives later than this is not started (D8).
const STALE_MS: u64 = 30_000;
/// What it says aloud with a medical SOS (D2).
const ANNOUNCEMENT: &str = "Help was requested.";

/// Carries out an order, and says what became of it. An order that a newer one has overtaken is void.
pub(crate) fn hear(
    db: &Connection,
    at: Slot,
    key: EffectKey,
    order: Order,
    now: Time,
) -> anyhow::Result<Option<SirenFact>> {
    let home = at.home.to_string();
    db.execute("INSERT OR IGNORE INTO base_stations (home) VALUES (?1)", params![home])?;
    let newest =
        db.execute("UPDATE base_stations SET heard = ?2 WHERE home = ?1 AND heard < ?2", params![home, key.0])? > 0;
    match order {
        Order::SoundSiren { places, ends } if newest && !is_stale(ends, now) => {
            db.execute(
                "UPDATE base_stations SET sounding = ?2, places = ?3, ends = ?4 WHERE home = ?1",
                params![home, at.signal.to_string(), serde_json::to_string(&places)?, serde_json::to_string(&ends)?],
            )?;
            Ok(Some(SirenFact::Sounding))
        }
        Order::SoundSiren { .. } => Ok(Some(SirenFact::NotStarted)),
        Order::StopSiren => {
            silence(db, at.home)?;
            Ok(Some(SirenFact::Silent))
        }
        Order::Announce => {
            db.execute("UPDATE base_stations SET said = ?2 WHERE home = ?1", params![home, ANNOUNCEMENT])?;
            Ok(Some(SirenFact::Announced))
        }
        Order::PlaceCall { .. } | Order::EndCall { .. } | Order::RequestDispatch { .. } => Ok(None),
    }
}

/// Silences the siren at the keypad; tells whose it was.
pub(crate) fn silence(db: &Connection, home: HomeId) -> rusqlite::Result<Option<SignalId>> {
    let sounding = db
        .query_row(
            "SELECT sounding FROM base_stations WHERE home = ?1 AND sounding IS NOT NULL",
            params![home.to_string()],
            |row| id(row, 0),
        )
        .optional()?;
    db.execute(
        "UPDATE base_stations SET sounding = NULL, places = NULL, ends = NULL WHERE home = ?1",
        params![home.to_string()],
    )?;
    Ok(sounding)
}

/// What a person in front of it hears and sees.
pub(crate) fn view(db: &Connection, home: HomeId, now: Time) -> anyhow::Result<Option<BaseStationView>> {
    let Some(siren) = homes::load(db, home)?.and_then(|home| home.facts.siren()) else { return Ok(None) };
    let row: Option<(Option<String>, Option<String>, Option<String>)> = db
        .query_row("SELECT places, ends, said FROM base_stations WHERE home = ?1", params![home.to_string()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    let (places, ends, said) = row.unwrap_or_default();
    let sounding = match (places, ends) {
        (Some(places), Some(ends)) => {
            let (places, ends): (SirenPlaces, Timer) = (serde_json::from_str(&places)?, serde_json::from_str(&ends)?);
            Some(SoundingView { places, remaining_ms: ends.remaining_ms(now) }).filter(|it| it.remaining_ms > 0)
        }
        (None, _) | (_, None) => None,
    };
    Ok(Some(BaseStationView { keypad: siren.keypad, sounding, said }))
}

fn is_stale(ends: Timer, now: Time) -> bool {
    ends.elapsed_ms(now) > STALE_MS
}

#[cfg(test)]
mod tests {
    use mayday_protocol::BootId;

    use super::*;

    const HOME: &str = "00000000000000000000000000000001";

    /// proves: D8
    #[test]
    fn an_order_older_than_thirty_seconds_is_not_started() {
        let db = store();
        assert_eq!(sound(&db, 1, 30_000), Some(SirenFact::Sounding));
        assert_eq!(sound(&db, 2, 30_001), Some(SirenFact::NotStarted));
    }

    /// proves: D8
    #[test]
    fn an_order_that_a_newer_one_has_overtaken_is_void() {
        let db = store();
        let silenced = hear(&db, slot(), EffectKey(2), Order::StopSiren, at(0)).expect("stored");
        assert_eq!(silenced, Some(SirenFact::Silent));
        assert_eq!(sound(&db, 1, 0), Some(SirenFact::NotStarted));
    }

    fn sound(db: &Connection, key: i64, age_ms: u64) -> Option<SirenFact> {
        let places = SirenPlaces { keypad: true, cameras: false };
        let order = Order::SoundSiren { places, ends: Timer::new(at(0), 600_000) };
        hear(db, slot(), EffectKey(key), order, at(age_ms)).expect("stored")
    }

    fn store() -> Connection {
        let db = Connection::open_in_memory().expect("memory");
        db.execute_batch(include_str!("schema.sql")).expect("the schema is SQL");
        db.execute("INSERT INTO homes (id, mode, street, city, facts) VALUES (?1, 'demo', '', '', '{}')", [HOME])
            .expect("a home");
        db
    }

    fn slot() -> Slot {
        Slot { home: HOME.parse().expect("an id"), signal: SignalId::from_random([7; 16]) }
    }

    const fn at(ms: u64) -> Time {
        Time::from_clocks(BootId(1), (1_000_000 + ms) * 1_000, 0)
    }
}
