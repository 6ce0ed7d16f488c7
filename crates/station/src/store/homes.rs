//! Homes, contacts and devices: the only rows with names, numbers and addresses.

use mayday_protocol::{ContactId, DeviceId, HomeFacts, HomeId, Monitoring, Plan, Redacted};
use mayday_wire::{ContactView, HomeView, Mode};
use rusqlite::{Connection, OptionalExtension, params};

use super::reader::id;
use crate::password;
use crate::token::{Device, TokenHash};

/// How many devices a demo home may have; a further one replaces the oldest. Without a keyring
/// every start of the app is a new device.
const MAX_DEMO_DEVICES: usize = 16;

/// The demo home's verbal password. It protects nothing: every demo shows it.
pub(crate) const DEMO_PASSWORD: &str = "sunrise";

/// What the engine needs to know of a home.
pub(crate) struct Home {
    pub(crate) facts: HomeFacts,
    pub(crate) contacts: Vec<ContactId>,
    pub(crate) password_hash: Option<String>,
}

/// A device that is being paired.
pub(crate) struct NewDevice {
    pub(crate) device: Device,
    pub(crate) token_hash: TokenHash,
    pub(crate) name: Redacted<String>,
}

pub(crate) fn load(db: &Connection, home: HomeId) -> anyhow::Result<Option<Home>> {
    let row: Option<(String, Option<String>)> = db
        .prepare_cached("SELECT facts, password_hash FROM homes WHERE id = ?1")?
        .query_row(params![home.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((facts, password_hash)) = row else { return Ok(None) };
    let contacts = db
        .prepare_cached("SELECT id FROM contacts WHERE home = ?1 ORDER BY position")?
        .query_map(params![home.to_string()], |row| id(row, 0))?
        .collect::<Result<_, _>>()?;
    Ok(Some(Home { facts: serde_json::from_str(&facts)?, contacts, password_hash }))
}

pub(crate) fn view(db: &Connection, home: HomeId) -> anyhow::Result<Option<HomeView>> {
    let row: Option<(String, String, String)> = db
        .prepare_cached("SELECT street, city, facts FROM homes WHERE id = ?1")?
        .query_row(params![home.to_string()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((street, city, facts)) = row else { return Ok(None) };
    Ok(Some(HomeView {
        id: home,
        mode: Mode::Demo,
        street: street.into(),
        city: city.into(),
        facts: serde_json::from_str(&facts)?,
        contacts: contacts(db, home)?,
        demo_password: Some(Redacted::new(DEMO_PASSWORD.to_owned())),
    }))
}

fn contacts(db: &Connection, home: HomeId) -> rusqlite::Result<Vec<ContactView>> {
    db.prepare_cached("SELECT id, name, phone FROM contacts WHERE home = ?1 ORDER BY position")?
        .query_map(params![home.to_string()], |row| {
            let (name, phone): (String, String) = (row.get(1)?, row.get(2)?);
            Ok(ContactView { id: id(row, 0)?, name: name.into(), phone: phone.into() })
        })?
        .collect()
}

/// The demo home of this station, if there is one.
pub(crate) fn demo_home(db: &Connection) -> rusqlite::Result<Option<HomeId>> {
    db.prepare_cached("SELECT id FROM homes WHERE mode = 'demo' LIMIT 1")?.query_row([], |row| id(row, 0)).optional()
}

pub(crate) fn insert(db: &Connection, home: &HomeView) -> anyhow::Result<()> {
    db.execute(
        "INSERT INTO homes (id, mode, street, city, facts, password_hash) VALUES (?1, 'demo', ?2, ?3, ?4, ?5)",
        params![
            home.id.to_string(),
            home.street.reveal(),
            home.city.reveal(),
            serde_json::to_string(&home.facts)?,
            password::hash(&password::keypad(DEMO_PASSWORD))?,
        ],
    )?;
    for (contact, position) in home.contacts.iter().zip(1..) {
        db.execute(
            "INSERT INTO contacts (id, home, position, name, phone) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                contact.id.to_string(),
                home.id.to_string(),
                position,
                contact.name.reveal(),
                contact.phone.reveal()
            ],
        )?;
    }
    Ok(())
}

/// Puts the demo home on another plan.
pub(crate) fn set_demo_plan(db: &Connection, home: HomeId, plan: Plan) -> anyhow::Result<()> {
    let Some(Home { facts, .. }) = load(db, home)? else { return Ok(()) };
    set_facts(db, home, &HomeFacts { plan, ..facts })
}

/// Gives the demo home a base station with keypad and linked camera, or takes them away.
pub(crate) fn set_demo_devices(db: &Connection, home: HomeId, base_station: bool) -> anyhow::Result<()> {
    let Some(Home { facts, .. }) = load(db, home)? else { return Ok(()) };
    let facts =
        HomeFacts { has_alarm: base_station, security_kit: base_station, cameras_linked: base_station, ..facts };
    set_facts(db, home, &facts)
}

/// Enrolments need Pro, and go with it (B2, B3).
fn set_facts(db: &Connection, home: HomeId, facts: &HomeFacts) -> anyhow::Result<()> {
    let pro = facts.plan == Plan::Pro;
    let monitoring = if pro && facts.has_alarm { Monitoring::Professional } else { Monitoring::NotEnrolled };
    let facts = HomeFacts { sos_for_cameras: pro, monitoring, ..facts.clone() };
    db.execute("UPDATE homes SET facts = ?2 WHERE id = ?1", params![home.to_string(), serde_json::to_string(&facts)?])?;
    Ok(())
}

/// Adds a device; returns the hashes of those that had to go.
pub(crate) fn add_device(
    db: &Connection,
    new: &NewDevice,
    at_ms: i64,
    in_use: impl Fn(&TokenHash) -> bool,
) -> rusqlite::Result<Vec<TokenHash>> {
    let Device { id, home } = new.device;
    let mut dropped: Vec<TokenHash> = db
        .prepare_cached("SELECT token_hash FROM devices WHERE home = ?1 ORDER BY added_ms DESC LIMIT -1 OFFSET ?2")?
        .query_map(params![home.to_string(), MAX_DEMO_DEVICES - 1], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    dropped.retain(|hash| !in_use(hash));
    for hash in &dropped {
        db.prepare_cached("DELETE FROM devices WHERE token_hash = ?1")?.execute(params![hash])?;
    }
    db.prepare_cached("INSERT INTO devices (id, home, token_hash, name, added_ms) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![id.to_string(), home.to_string(), new.token_hash, new.name.reveal(), at_ms])?;
    Ok(dropped)
}

pub(crate) fn devices(db: &Connection) -> anyhow::Result<Vec<(TokenHash, Device)>> {
    let mut statement = db.prepare("SELECT token_hash, id, home FROM devices")?;
    let rows = statement.query_map([], |row| {
        let device: DeviceId = id(row, 1)?;
        Ok((row.get(0)?, Device { id: device, home: id(row, 2)? }))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
