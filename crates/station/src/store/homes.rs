//! Homes, contacts and devices: the only rows with names, numbers and addresses.

use mayday_protocol::entitlement::Entitlement;
use mayday_protocol::plan::BurglarSetting;
use mayday_protocol::{ContactId, DeviceId, HomeFacts, HomeId, Monitoring, Plan, Redacted, Time, Timer};
use mayday_wire::{
    AddressSetup, ContactReadiness, ContactSetup, ContactView, DemoSecrets, DeviceRole, HomeSetup, HomeView, Mode,
    NotLiveView, PairedDeviceView, PracticeView, SecretsView, SignedEntitlement,
};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::reader::id;
use super::{cameras, readiness};
use crate::engine::How;
use crate::random;
use crate::ready;
use crate::setup::{Checked, CheckedContact};
use crate::token::{Device, Paired, TokenHash};

/// How many devices a home may have on the station's own machine; a further one replaces the oldest. Without a keyring
/// every start of the app is a new device. And how many that were let in for a code: one of these gives way to nobody.
const MAX_DEVICES: usize = 16;
/// How many removed devices a home remembers. One that is forgotten is unknown, and refused all the same.
const MAX_REVOKED: usize = 64;

/// The demo home's verbal password. It protects nothing: every demo shows it.
pub(crate) const DEMO_PASSWORD: &str = "sunrise";
/// The demo home's duress password (N4): on a keypad it differs from the other in four places (N7).
pub(crate) const DEMO_DURESS_PASSWORD: &str = "sundown";
/// The demo home's access code.
pub(crate) const DEMO_CODE: &str = "482916";
/// The demo home's duress code (J1).
pub(crate) const DEMO_DURESS_CODE: &str = "482753";

/// Argon2id hashes of what a home keeps secret; `None`: none is set, so none is right.
#[derive(Clone, Debug, Default)]
pub(crate) struct Secrets {
    pub(crate) password: Option<String>,
    pub(crate) duress_password: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) duress_code: Option<String>,
}

impl Secrets {
    /// Which of them are set.
    pub(crate) const fn view(&self) -> SecretsView {
        SecretsView {
            password: self.password.is_some(),
            duress_password: self.duress_password.is_some(),
            code: self.code.is_some(),
            duress_code: self.duress_code.is_some(),
        }
    }
}

/// What the engine needs to know of a home.
pub(crate) struct Home {
    pub(crate) facts: HomeFacts,
    pub(crate) contacts: Vec<ContactId>,
    pub(crate) burglar_setting: BurglarSetting,
    /// Until when its alarms are practice.
    pub(crate) practice: Option<Timer>,
}

impl Home {
    /// Whether an alarm that is accepted now is practice. A clock in doubt means that it is not (L6).
    pub(crate) fn is_in_practice(&self, now: Time) -> bool {
        self.practice.is_some_and(|until| !until.is_due(now))
    }
}

/// A device that is being paired.
pub(crate) struct NewDevice {
    pub(crate) device: Device,
    pub(crate) token_hash: TokenHash,
    pub(crate) name: Redacted<String>,
    pub(crate) role: DeviceRole,
    pub(crate) how: How,
}

pub(crate) fn load(db: &Connection, home: HomeId) -> anyhow::Result<Option<Home>> {
    let row: Option<(String, String, Option<String>)> = db
        .prepare_cached("SELECT facts, burglar_setting, practice FROM homes WHERE id = ?1")?
        .query_row(params![home.to_string()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((facts, burglar_setting, practice)) = row else { return Ok(None) };
    let contacts = db
        .prepare_cached(
            "SELECT id FROM contacts WHERE home = ?1 AND position IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM readiness WHERE contact = contacts.id AND opted_out = 1) ORDER BY position",
        )?
        .query_map(params![home.to_string()], |row| id(row, 0))?
        .collect::<Result<_, _>>()?;
    Ok(Some(Home {
        facts: serde_json::from_str(&facts)?,
        contacts,
        burglar_setting: serde_json::from_str(&burglar_setting)?,
        practice: practice.map(|until| serde_json::from_str(&until)).transpose()?,
    }))
}

/// What a home keeps secret.
pub(crate) fn secrets(db: &Connection, home: HomeId) -> rusqlite::Result<Secrets> {
    let secrets = db
        .prepare_cached(
            "SELECT password_hash, duress_password_hash, code_hash, duress_code_hash FROM homes WHERE id = ?1",
        )?
        .query_row(params![home.to_string()], |row| {
            Ok(Secrets {
                password: row.get(0)?,
                duress_password: row.get(1)?,
                code: row.get(2)?,
                duress_code: row.get(3)?,
            })
        })
        .optional()?;
    Ok(secrets.unwrap_or_default())
}

/// Puts these hashes in the place of what stood there.
pub(crate) fn set_secrets(db: &Connection, home: HomeId, secrets: &Secrets) -> rusqlite::Result<()> {
    let before = self::secrets(db, home)?;
    // Either of the pair: whichever of the two was chosen looks like the one that was (J6).
    if before.password != secrets.password || before.duress_password != secrets.duress_password {
        readiness::password_changed(db, home)?;
    }
    db.execute(
        "UPDATE homes SET password_hash = ?2, duress_password_hash = ?3, code_hash = ?4, duress_code_hash = ?5
         WHERE id = ?1",
        params![home.to_string(), secrets.password, secrets.duress_password, secrets.code, secrets.duress_code],
    )?;
    Ok(())
}

/// What the screens say is set; `None`: what is.
pub(crate) fn show_secrets(db: &Connection, home: HomeId, shown: Option<SecretsView>) -> anyhow::Result<()> {
    let shown = shown.map(|shown| serde_json::to_string(&shown)).transpose()?;
    db.execute("UPDATE homes SET secrets_shown = ?2 WHERE id = ?1", params![home.to_string(), shown])?;
    Ok(())
}

/// Which secrets the screens say are set.
pub(crate) fn shown_secrets(db: &Connection, home: HomeId) -> anyhow::Result<SecretsView> {
    let shown: Option<String> = db
        .prepare_cached("SELECT secrets_shown FROM homes WHERE id = ?1")?
        .query_row(params![home.to_string()], |row| row.get(0))?;
    match shown {
        Some(shown) => Ok(serde_json::from_str(&shown)?),
        None => Ok(secrets(db, home)?.view()),
    }
}

/// Chooses what follows when nobody answers about a burglar alarm (F8).
pub(crate) fn set_burglar_setting(db: &Connection, home: HomeId, setting: BurglarSetting) -> anyhow::Result<()> {
    db.execute(
        "UPDATE homes SET burglar_setting = ?2 WHERE id = ?1",
        params![home.to_string(), serde_json::to_string(&setting)?],
    )?;
    Ok(())
}

/// Chooses whether a cancel in the five seconds takes the code (C7).
pub(crate) fn set_cancel_takes_code(db: &Connection, home: HomeId, on: bool) -> rusqlite::Result<()> {
    db.execute("UPDATE homes SET cancel_takes_code = ?2 WHERE id = ?1", params![home.to_string(), on])?;
    Ok(())
}

/// Whether a cancel in the five seconds takes the code. A home without one asks for none.
pub(crate) fn cancel_takes_code(db: &Connection, home: HomeId) -> rusqlite::Result<bool> {
    let takes = db
        .prepare_cached("SELECT cancel_takes_code AND code_hash IS NOT NULL FROM homes WHERE id = ?1")?
        .query_row(params![home.to_string()], |row| row.get(0))
        .optional()?;
    Ok(takes.unwrap_or_default())
}

/// Enters practice, or leaves it. What the screens show may differ from what is: the duress code shows practice and
/// leaves the home live (L6).
pub(crate) fn set_practice(
    db: &Connection,
    home: HomeId,
    practice: Option<Timer>,
    shown: Option<Timer>,
) -> anyhow::Result<()> {
    let text = |until: Option<Timer>| until.map(|until| serde_json::to_string(&until)).transpose();
    db.execute(
        "UPDATE homes SET practice = ?2, practice_shown = ?3 WHERE id = ?1",
        params![home.to_string(), text(practice)?, text(shown)?],
    )?;
    Ok(())
}

/// The home as its members see it. What keeps it from being live, and which number the calls come from, is for the
/// station to say.
pub(crate) fn view(
    db: &Connection,
    home: HomeId,
    not_live: &[NotLiveView],
    now: Time,
) -> anyhow::Result<Option<HomeView>> {
    let row: Option<(String, String, Option<String>, String, bool)> = db
        .prepare_cached("SELECT street, city, postal_code, facts, tryout FROM homes WHERE id = ?1")?
        .query_row(params![home.to_string()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
        })
        .optional()?;
    let Some((street, city, postal_code, facts, tryout)) = row else { return Ok(None) };
    let (burglar_setting, shown, has_code, permit, said): (String, Option<String>, bool, String, Option<String>) = db
        .prepare_cached(
            "SELECT burglar_setting, practice_shown, code_hash IS NOT NULL, permit, entitlement
             FROM homes WHERE id = ?1",
        )?
        .query_row(params![home.to_string()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
        })?;
    let shown: Option<Timer> = shown.map(|until| serde_json::from_str(&until)).transpose()?;
    let facts: HomeFacts = serde_json::from_str(&facts)?;
    let mut known = readiness::of_home(db, home, now)?;
    let listed = people(db, home)?.into_iter().filter_map(|(listed, contact)| listed.then_some(contact));
    let contacts: Vec<_> = listed
        .map(|contact| ContactView { readiness: known.remove(&contact.id).unwrap_or_default(), ..contact })
        .collect();
    let line = Redacted::new(city_line(&city, postal_code.as_deref(), &facts));
    let street = Redacted::new(street);
    let address = AddressSetup {
        street: street.clone(),
        city: city.into(),
        region: facts.region.clone(),
        postal_code: postal_code.unwrap_or_default().into(),
    };
    let practice = shown
        .map(|until| PracticeView { remaining_ms: until.remaining_ms(now) })
        .filter(|practice| practice.remaining_ms > 0);
    let readiness = ready::view(&facts, &contacts, not_live, practice.is_some(), has_code);
    Ok(Some(HomeView {
        id: home,
        mode: Mode::Demo,
        street,
        city: line,
        demo_password: tryout.then(|| Redacted::new(DEMO_PASSWORD.to_owned())),
        demo_secrets: tryout.then(demo_secrets),
        burglar_setting: serde_json::from_str(&burglar_setting)?,
        practice,
        has_code,
        cancel_takes_code: cancel_takes_code(db, home)?,
        secrets: shown_secrets(db, home)?,
        setup: (!tryout).then(|| setup(address, permit.into(), &facts, &contacts)),
        facts,
        cameras: cameras::of_home(db, home)?,
        readiness,
        contacts,
        not_live: not_live.to_vec(),
        station: None,
        operator: None,
        entitlement: said.map(|said| serde_json::from_str(&said)).transpose()?,
    }))
}

fn demo_secrets() -> DemoSecrets {
    DemoSecrets {
        duress_password: DEMO_DURESS_PASSWORD.to_owned().into(),
        code: DEMO_CODE.to_owned().into(),
        duress_code: DEMO_DURESS_CODE.to_owned().into(),
    }
}

/// City, state and postal code as they stand on an envelope.
fn city_line(city: &str, postal_code: Option<&str>, facts: &HomeFacts) -> String {
    let region = [&*facts.region.subdivision, postal_code.unwrap_or_default()].join(" ");
    match region.trim() {
        "" => city.to_owned(),
        region => format!("{city}, {region}"),
    }
}

fn setup(address: AddressSetup, permit: Redacted<String>, facts: &HomeFacts, contacts: &[ContactView]) -> HomeSetup {
    let typed = |contact: &ContactView| ContactSetup {
        id: Some(contact.id),
        name: contact.name.clone(),
        phone: contact.phone.clone(),
    };
    HomeSetup {
        address,
        has_alarm: facts.has_alarm,
        security_kit: facts.security_kit,
        cameras: facts.cameras.clone(),
        cameras_linked: facts.cameras_linked,
        contacts: contacts.iter().map(typed).collect(),
        password: None,
        plan: facts.plan,
        monitoring: facts.monitoring,
        sos_for_cameras: facts.sos_for_cameras,
        ask_password: facts.ask_password,
        premises: facts.premises,
        // Whoever stands on a list that was kept has agreed.
        contacts_agree: true,
        permit,
    }
}

/// Everybody who is or was on the list, in order, and whether they still are.
pub(crate) fn people(db: &Connection, home: HomeId) -> rusqlite::Result<Vec<(bool, ContactView)>> {
    db.prepare_cached(
        "SELECT id, name, phone, position IS NOT NULL FROM contacts WHERE home = ?1 ORDER BY position, id",
    )?
    .query_map(params![home.to_string()], |row| {
        let (name, phone): (String, String) = (row.get(1)?, row.get(2)?);
        Ok((
            row.get(3)?,
            ContactView {
                id: id(row, 0)?,
                name: name.into(),
                phone: phone.into(),
                readiness: ContactReadiness::default(),
            },
        ))
    })?
    .collect()
}

/// The home to try of this station, if there is one.
pub(crate) fn demo_home(db: &Connection) -> rusqlite::Result<Option<HomeId>> {
    db.prepare_cached("SELECT id FROM homes WHERE tryout = 1")?.query_row([], |row| id(row, 0)).optional()
}

/// Homes that were set up here.
pub(crate) fn count_set_up(db: &Connection) -> rusqlite::Result<usize> {
    db.prepare_cached("SELECT count(*) FROM homes WHERE tryout = 0")?.query_row([], |row| row.get(0))
}

/// Whether something can still happen to one of the signals that the household sees (J6).
pub(crate) fn has_open_signal(db: &Connection, home: HomeId) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT EXISTS (SELECT 1 FROM signals WHERE home = ?1 AND open = 1 AND hidden = 0)")?
        .query_row(params![home.to_string()], |row| row.get(0))
}

/// Makes a home; its contacts are put on the list apart.
pub(crate) fn insert(db: &Connection, home: HomeId, tryout: bool, new: &Checked) -> anyhow::Result<()> {
    db.execute(
        "INSERT INTO homes (id, mode, street, city, postal_code, facts, tryout) VALUES (?1, 'demo', '', '', NULL, '', ?2)",
        params![home.to_string(), tryout],
    )?;
    update(db, home, new)
}

/// Puts what was set up in the place of what stood there.
pub(crate) fn update(db: &Connection, home: HomeId, new: &Checked) -> anyhow::Result<()> {
    db.execute(
        "UPDATE homes SET street = ?2, city = ?3, postal_code = nullif(?4, ''), facts = ?5, permit = ?6 WHERE id = ?1",
        params![
            home.to_string(),
            new.street.reveal(),
            new.city.reveal(),
            new.postal_code.reveal(),
            serde_json::to_string(&new.facts)?,
            new.permit.reveal(),
        ],
    )?;
    cameras::set(db, home, &new.facts.cameras)?;
    list(db, home, &new.contacts)
}

/// The hash that is compared from now on.
pub(crate) fn set_password(db: &Connection, home: HomeId, hash: &str) -> rusqlite::Result<()> {
    db.execute("UPDATE homes SET password_hash = ?2 WHERE id = ?1", params![home.to_string(), hash])?;
    readiness::password_changed(db, home)
}

/// Puts these people on the list, in order. Who leaves it stays named in what has been.
fn list(db: &Connection, home: HomeId, contacts: &[CheckedContact]) -> anyhow::Result<()> {
    db.execute("UPDATE contacts SET position = NULL WHERE home = ?1", params![home.to_string()])?;
    for (contact, position) in contacts.iter().zip(1..) {
        let (name, phone) = (contact.name.reveal(), contact.phone.reveal());
        let known = contact.id.map(|id| id.to_string());
        readiness::number_becomes(db, known.as_deref(), phone)?;
        let moved = db.execute(
            "UPDATE contacts SET position = ?3, name = ?4, phone = ?5 WHERE home = ?1 AND id = ?2",
            params![home.to_string(), known, position, name, phone],
        )?;
        if moved == 0 {
            let id = ContactId::from_random(random::bytes());
            db.execute(
                "INSERT INTO contacts (id, home, position, name, phone) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![id.to_string(), home.to_string(), position, name, phone],
            )?;
        }
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

/// Puts facts in the place of those that stood there.
pub(crate) fn put_facts(db: &Connection, home: HomeId, facts: &HomeFacts) -> anyhow::Result<()> {
    db.execute("UPDATE homes SET facts = ?2 WHERE id = ?1", params![home.to_string(), serde_json::to_string(facts)?])?;
    Ok(())
}

/// What a home is entitled to, and when that was last confirmed, on the wall clock.
pub(crate) struct Entitled {
    pub(crate) entitlement: Entitlement,
    pub(crate) confirmed_ms: i64,
}

/// What whoever keeps enrolment has said of a home last. `None`: nothing.
pub(crate) fn entitlement(db: &Connection, home: HomeId) -> anyhow::Result<Option<Entitled>> {
    let row: Option<(Option<String>, Option<i64>)> = db
        .prepare_cached("SELECT entitlement, entitled_ms FROM homes WHERE id = ?1")?
        .query_row(params![home.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((Some(signed), Some(confirmed_ms))) = row else { return Ok(None) };
    let signed: SignedEntitlement = serde_json::from_str(&signed)?;
    Ok(Some(Entitled { entitlement: serde_json::from_str(&signed.said)?, confirmed_ms }))
}

/// Keeps what was said, as confirmed now. Its signature was looked at when it came.
pub(crate) fn entitle(db: &Connection, home: HomeId, signed: &SignedEntitlement, now_ms: i64) -> anyhow::Result<()> {
    let signed = serde_json::to_string(signed)?;
    db.execute(
        "UPDATE homes SET entitlement = ?2, entitled_ms = ?3 WHERE id = ?1",
        params![home.to_string(), signed, now_ms],
    )?;
    Ok(())
}

/// The homes that were set up and of which nothing was confirmed since then.
pub(crate) fn to_entitle(db: &Connection, before_ms: i64) -> rusqlite::Result<Vec<HomeId>> {
    db.prepare_cached("SELECT id FROM homes WHERE tryout = 0 AND coalesce(entitled_ms, ?1) <= ?1")?
        .query_map(params![before_ms], |row| id(row, 0))?
        .collect()
}

/// Whether a home has as many devices as may be let in for a code.
pub(crate) fn is_full(db: &Connection, home: HomeId) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT count(*) FROM devices WHERE home = ?1 AND revoked_ms IS NULL AND with_code = 1")?
        .query_row(params![home.to_string()], |row| Ok(row.get::<_, usize>(0)? >= MAX_DEVICES))
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
        .prepare_cached(
            "SELECT token_hash FROM devices WHERE home = ?1 AND revoked_ms IS NULL AND with_code = 0
             ORDER BY added_ms DESC LIMIT -1 OFFSET ?2",
        )?
        .query_map(params![home.to_string(), MAX_DEVICES - 1], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    dropped.retain(|hash| !in_use(hash));
    for hash in &dropped {
        db.prepare_cached("DELETE FROM devices WHERE token_hash = ?1")?.execute(params![hash])?;
    }
    db.prepare_cached("INSERT INTO devices (id, home, token_hash, name, added_ms, role, with_code) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
        .execute(params![
            id.to_string(),
            home.to_string(),
            new.token_hash,
            new.name.reveal(),
            at_ms,
            role_name(new.role),
            new.how == How::WithCode
        ])?;
    Ok(dropped)
}

pub(crate) fn devices(db: &Connection) -> anyhow::Result<Vec<(TokenHash, Paired)>> {
    let mut statement = db.prepare("SELECT token_hash, id, home, revoked_ms IS NOT NULL, role FROM devices")?;
    let rows = statement.query_map([], |row| {
        let device = Device { id: id(row, 1)?, home: id(row, 2)? };
        Ok((row.get(0)?, Paired { device, role: role(row, 4)?, revoked: row.get(3)? }))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The devices that belong to a home, oldest first, each with the hash of its token. Whether one is connected, and which
/// one asks, is not the store's to know.
pub(crate) fn paired(db: &Connection, home: HomeId) -> rusqlite::Result<Vec<(TokenHash, PairedDeviceView)>> {
    db.prepare_cached(
        "SELECT token_hash, id, name, role, added_ms FROM devices WHERE home = ?1 AND revoked_ms IS NULL
         ORDER BY added_ms, id",
    )?
    .query_map(params![home.to_string()], |row| {
        let name: String = row.get(2)?;
        let (role, added_ms) = (role(row, 3)?, row.get(4)?);
        let view =
            PairedDeviceView { id: id(row, 1)?, name: name.into(), role, added_ms, connected: false, this: false };
        Ok((row.get(0)?, view))
    })?
    .collect()
}

const fn role_name(role: DeviceRole) -> &'static str {
    match role {
        DeviceRole::Owner => "owner",
        DeviceRole::Member => "member",
    }
}

fn role(row: &Row<'_>, at: usize) -> rusqlite::Result<DeviceRole> {
    let name: String = row.get(at)?;
    Ok(if name == role_name(DeviceRole::Owner) { DeviceRole::Owner } else { DeviceRole::Member })
}

/// Keeps what a home's recovery code is compared with, in the place of the one before.
pub(crate) fn set_recovery(db: &Connection, home: HomeId, key: &[u8]) -> rusqlite::Result<()> {
    db.execute("UPDATE homes SET recovery_key = ?2 WHERE id = ?1", params![home.to_string(), key]).map(drop)
}

/// Uses a recovery code up. `false`: it is not the home's, or not any more.
pub(crate) fn use_recovery(db: &Connection, home: HomeId, key: &[u8]) -> rusqlite::Result<bool> {
    let used = db.execute(
        "UPDATE homes SET recovery_key = NULL WHERE id = ?1 AND recovery_key = ?2",
        params![home.to_string(), key],
    )?;
    Ok(used > 0)
}

/// What recovery codes are compared with, by home.
pub(crate) fn recoveries(db: &Connection) -> rusqlite::Result<Vec<(HomeId, Vec<u8>)>> {
    db.prepare_cached("SELECT id, recovery_key FROM homes WHERE recovery_key IS NOT NULL")?
        .query_map([], |row| Ok((id(row, 0)?, row.get(1)?)))?
        .collect()
}

/// Whether a home has a recovery code that was not used.
pub(crate) fn has_recovery(db: &Connection, home: HomeId) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT recovery_key IS NOT NULL FROM homes WHERE id = ?1")?
        .query_row(params![home.to_string()], |row| row.get(0))
}

/// Removes a device from its home, for good. `None`: there is no such device.
pub(crate) fn revoke(db: &Connection, device: DeviceId, at_ms: i64) -> anyhow::Result<Option<(TokenHash, Device)>> {
    let known = db
        .prepare_cached("SELECT token_hash, home FROM devices WHERE id = ?1")?
        .query_row(params![device.to_string()], |row| {
            Ok((row.get::<_, TokenHash>(0)?, Device { id: device, home: id(row, 1)? }))
        })
        .optional()?;
    let Some((hash, device)) = known else { return Ok(None) };
    db.execute(
        "UPDATE devices SET revoked_ms = coalesce(revoked_ms, ?2) WHERE id = ?1",
        params![device.id.to_string(), at_ms],
    )?;
    db.execute(
        "DELETE FROM devices WHERE id IN (SELECT id FROM devices WHERE home = ?1 AND revoked_ms IS NOT NULL
         ORDER BY revoked_ms DESC LIMIT -1 OFFSET ?2)",
        params![device.home.to_string(), MAX_REVOKED],
    )?;
    Ok(Some((hash, device)))
}

/// Whether a device was removed. One that is not known at all was not.
pub(crate) fn is_revoked(db: &Connection, device: DeviceId) -> rusqlite::Result<bool> {
    let revoked = db
        .prepare_cached("SELECT revoked_ms IS NOT NULL FROM devices WHERE id = ?1")?
        .query_row(params![device.to_string()], |row| row.get(0))
        .optional()?;
    Ok(revoked.unwrap_or(false))
}
