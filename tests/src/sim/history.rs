//! States that earlier versions of the machine have stored, put into the store of a world and run to their end there.

use std::path::PathBuf;

use anyhow::Context;
use mayday_clock::Clock;
use mayday_protocol::ContactId;
use mayday_protocol::incident::{DispatchState, Incident};
use mayday_protocol::signal::Record;
use serde_json::{Value, json};

use super::Run;
use super::report::Failure;
use super::script::Script;
use super::world::World;

/// The stored states that the machine's own tests keep, with the version that wrote each.
pub fn stored_histories() -> anyhow::Result<Vec<(String, u32, String)>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../crates/protocol/tests/stored");
    let mut found = vec![];
    for file in std::fs::read_dir(&folder).with_context(|| format!("{}", folder.display()))? {
        let path = file?.path();
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let version = name.strip_prefix("version_").and_then(|rest| rest.split('_').next()?.parse().ok());
        if let Some(version) = version {
            found.push((name, version, std::fs::read_to_string(path)?));
        }
    }
    found.sort();
    Ok(found)
}

/// Runs a world into whose store such a state was put before the station started.
pub fn load(seed: u64, version: u32, state: &str) -> Result<Run, Box<Failure>> {
    let made = put(seed, version, state);
    let mut world = made.map_err(|error| Box::new(Failure::before(seed, &error)))?;
    match world.run() {
        Ok(()) => Ok(Run {
            steps: world.steps(),
            lasted_ms: world.lasted_ms(),
            incidents: world.incidents(),
            compared: false,
        }),
        Err(violation) => Err(Box::new(Failure::new(seed, &world, violation))),
    }
}

fn put(seed: u64, version: u32, state: &str) -> anyhow::Result<World> {
    let whole: Value = serde_json::from_str(state)?;
    // Some are kept with the record around them, some without.
    let whole = if whole.get("acceptance").is_some() { serde_json::json!({ "incident": whole }) } else { whole };
    let record: Record = serde_json::from_value(whole.clone())?;
    let Some(incident) = record.incident() else { anyhow::bail!("it is no incident") };
    let acceptance = incident.acceptance();
    let mut script = Script::of(seed);
    // The kill that follows makes a start of the station read what was put there.
    script.acts.insert(0, (10, super::script::Act::Kill { for_ms: 10, reboot: None }));
    let world = World::new(seed, script, None, false)?;
    world.go_on_from(latest(&whole));
    let home = world.homes_first()?.to_string();
    let contacts = |contacts: &[ContactId]| -> Vec<String> {
        let row = |(contact, at): (&ContactId, usize)| {
            format!("INSERT INTO contacts VALUES ('{contact}', '{home}', NULL, 'Ana', '(512) 555-019{at}');")
        };
        contacts.iter().zip(0..).map(row).collect()
    };
    let plain = whole.to_string().replace('\'', "''");
    let orders: Vec<String> = orders(incident, version)
        .into_iter()
        .zip(0..)
        .map(|(order, n)| {
            format!(
                "INSERT INTO effects (home, signal, seq, n, instruction, dispatches)
                   VALUES ('{home}', '{}', 0, {n}, '{order}', 0);",
                "0f".repeat(16)
            )
        })
        .collect();
    let (signal, open) = ("0f".repeat(16), incident.is_open());
    let sql = format!(
        "{} INSERT INTO signals (home, signal, incident, seq, open, due_us, accepted_ms)
           VALUES ('{home}', '{signal}', '{}', 0, {}, {}, 0);
         INSERT INTO journal (home, signal, seq, at_ms, machine_version, input, outputs, state)
           VALUES ('{home}', '{signal}', 0, 0, {version}, '\"accepted\"', '[]', '{plain}'); {}",
        contacts(&acceptance.contacts).concat(),
        acceptance.incident,
        u8::from(open),
        world.due_of(&record),
        orders.concat(),
    );
    world.put(&sql)?;
    Ok(world)
}

/// The latest time that stands in a state.
fn latest(state: &Value) -> u64 {
    let own = state.get("boot_us").and_then(Value::as_u64).unwrap_or(0);
    let within: Vec<&Value> = match state {
        Value::Object(fields) => fields.values().collect(),
        Value::Array(items) => items.iter().collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => vec![],
    };
    within.into_iter().map(latest).max().unwrap_or(0).max(own)
}

/// What that version had ordered and nobody has finished, as it wrote orders: up to version 3 there were no others than
/// those within the station's reach, a dispatch request among them.
fn orders(incident: &Incident, version: u32) -> Vec<Value> {
    let mut orders = vec![];
    for active in incident.active_calls() {
        if matches!(active.call.state(), mayday_protocol::call::State::Dialing { .. }) {
            orders.push(json!({ "place_call": { "call": active.number, "contact": active.contact } }));
        }
    }
    if version >= 4 {
        orders = orders.into_iter().map(|order| json!({ "order": order })).collect();
    }
    for dispatch in incident.dispatches().iter().filter(|it| it.state != DispatchState::Confirmed) {
        let (service, asking) = (dispatch.request.service, dispatch.request.asking);
        orders.push(if version >= 4 {
            json!({ "dispatch": { "request": { "service": service, "asking": asking }, "message": "come" } })
        } else {
            json!({ "request_dispatch": { "service": service, "asking": asking } })
        });
    }
    orders
}

impl World {
    /// To the time at which a state was written, on the boot on which it was.
    fn go_on_from(&self, boot_us: u64) {
        self.clock.advance(boot_us.saturating_sub(self.clock.now().boot_us()).div_ceil(1_000));
    }

    fn homes_first(&self) -> anyhow::Result<mayday_protocol::HomeId> {
        self.homes.first().map(|home| home.id).context("a world has a home")
    }

    fn due_of(&self, record: &Record) -> String {
        let now = self.clock.now();
        let due = record.poll_timeout(now).map(|timer| now.boot_us() + timer.remaining_us(now));
        due.map_or_else(|| "NULL".to_owned(), |due| due.to_string())
    }

    fn put(&self, sql: &str) -> anyhow::Result<()> {
        let db = rusqlite::Connection::open(self.folder().join("station.db"))?;
        Ok(db.execute_batch(sql)?)
    }
}
