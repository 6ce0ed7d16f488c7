//! The virtual base station: it hears orders, keeps their end by itself, and has a keypad.
//!
//! It stands behind the same orders and reports as a real one. Its state lies in the store, so a
//! restart changes nothing about a siren that sounds.

use mayday_protocol::incident::{Order, SirenFact};
use mayday_protocol::{HomeId, SignalId, SirenPlaces, Time, Timer};
use mayday_wire::{BaseStationView, SoundingView};
use rusqlite::{Connection, OptionalExtension, params};

use super::{EffectKey, Slot, homes};

/// An order that arrives later than this is not started (D8).
const STALE_MS: u64 = 30_000;
/// What it says aloud with a medical SOS (D2).
const ANNOUNCEMENT: &str = "Help was requested.";

/// What the base station reports, by the signal that it concerns.
pub(crate) type Reports = Vec<(SignalId, SirenFact)>;

/// Carries out an order, and says what became of it. An order that a newer one has overtaken is void.
/// There is one siren: silence ends it for every signal that had ordered it.
pub(crate) fn hear(db: &Connection, at: Slot, key: EffectKey, order: Order, now: Time) -> anyhow::Result<Reports> {
    let home = at.home.to_string();
    db.execute("INSERT OR IGNORE INTO base_stations (home) VALUES (?1)", params![home])?;
    let newest =
        db.execute("UPDATE base_stations SET heard = ?2 WHERE home = ?1 AND heard < ?2", params![home, key.0])? > 0;
    match order {
        Order::SoundSiren { places, ends } if newest && !is_stale(ends, now) => {
            let mut sounding = sounding(db, at.home)?;
            sounding.push(at.signal);
            db.execute(
                "UPDATE base_stations SET sounding = ?2, places = ?3, ends = ?4 WHERE home = ?1",
                params![
                    home,
                    serde_json::to_string(&sounding)?,
                    serde_json::to_string(&places)?,
                    serde_json::to_string(&ends)?
                ],
            )?;
            Ok(vec![(at.signal, SirenFact::Sounding)])
        }
        Order::SoundSiren { .. } => Ok(vec![(at.signal, SirenFact::NotStarted)]),
        Order::StopSiren => {
            let mut reports = silence(db, at.home)?;
            if !reports.iter().any(|(signal, _)| *signal == at.signal) {
                reports.push((at.signal, SirenFact::Silent));
            }
            Ok(reports)
        }
        Order::Announce => {
            db.execute("UPDATE base_stations SET said = ?2 WHERE home = ?1", params![home, ANNOUNCEMENT])?;
            Ok(vec![(at.signal, SirenFact::Announced)])
        }
        Order::PlaceCall { .. } | Order::EndCall { .. } | Order::LeaveMessage { .. } | Order::AskAgent { .. } => {
            Ok(vec![])
        }
    }
}

/// Silences the siren, and tells everybody who had ordered it.
pub(crate) fn silence(db: &Connection, home: HomeId) -> anyhow::Result<Reports> {
    let silenced = sounding(db, home)?;
    db.execute(
        "UPDATE base_stations SET sounding = NULL, places = NULL, ends = NULL WHERE home = ?1",
        params![home.to_string()],
    )?;
    Ok(silenced.into_iter().map(|signal| (signal, SirenFact::Silent)).collect())
}

/// The signals whose siren sounds.
fn sounding(db: &Connection, home: HomeId) -> anyhow::Result<Vec<SignalId>> {
    let row: Option<Option<String>> = db
        .query_row("SELECT sounding FROM base_stations WHERE home = ?1", params![home.to_string()], |row| row.get(0))
        .optional()?;
    Ok(row.flatten().map(|signals| serde_json::from_str(&signals)).transpose()?.unwrap_or_default())
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
        assert_eq!(sound(&db, 1, 30_000), [(slot().signal, SirenFact::Sounding)]);
        assert_eq!(sound(&db, 2, 30_001), [(slot().signal, SirenFact::NotStarted)]);
    }

    /// proves: D8
    #[test]
    fn an_order_that_a_newer_one_has_overtaken_is_void() {
        let db = store();
        let silenced = hear(&db, slot(), EffectKey(2), Order::StopSiren, at(0)).expect("stored");
        assert_eq!(silenced, [(slot().signal, SirenFact::Silent)]);
        assert_eq!(sound(&db, 1, 0), [(slot().signal, SirenFact::NotStarted)]);
    }

    /// proves: D6, D8
    #[test]
    fn silence_is_reported_to_every_signal_whose_siren_sounds() {
        let db = store();
        let other = Slot { signal: SignalId::from_random([8; 16]), ..slot() };
        let order = Order::SoundSiren { places: PLACES, ends: Timer::new(at(0), 600_000) };
        sound(&db, 1, 0);
        hear(&db, other, EffectKey(2), order, at(0)).expect("stored");
        let silenced = hear(&db, slot(), EffectKey(3), Order::StopSiren, at(0)).expect("stored");
        assert_eq!(silenced, [(slot().signal, SirenFact::Silent), (other.signal, SirenFact::Silent)]);
        assert_eq!(silence(&db, slot().home).expect("stored"), []);
    }

    const PLACES: SirenPlaces = SirenPlaces { keypad: true, cameras: false };

    fn sound(db: &Connection, key: i64, age_ms: u64) -> Reports {
        let order = Order::SoundSiren { places: PLACES, ends: Timer::new(at(0), 600_000) };
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
