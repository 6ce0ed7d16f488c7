//! Reading beside the writer: views, the board, the effects that wait.

use std::path::Path;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use mayday_clock::SharedClock;
use mayday_protocol::entitlement::Entitlement;
use mayday_protocol::incident::{About, ActiveCall, Event, Incident, Message, State};
use mayday_protocol::plan::ResponsePlan;
use mayday_protocol::signal::Record;
use mayday_protocol::{HomeId, IncidentId};
use mayday_wire::{CameraView, ContactView, HomeView, NotLiveView, OperatorView, StationContact, TimelineEntry};
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use tokio::sync::Semaphore;
use tracing::error;

use super::signals::{Effect, EffectKey, Slot, slot};
use super::{cameras, history, homes, signals};
use crate::receipt::Signer;

/// How many incidents an app is shown.
pub(crate) const LATEST: usize = 20;
/// How many effects a worker takes at once.
const EFFECTS: usize = 256;

/// A reading connection. Its calls block for microseconds and run on a blocking thread, one at a
/// time: the others wait without one.
#[derive(Clone)]
pub(crate) struct Reader {
    db: Arc<Mutex<Connection>>,
    not_live: Arc<[NotLiveView]>,
    contact: Arc<StationContact>,
    operator: Option<Arc<OperatorView>>,
    /// Signs what the station's own records say, where nobody else keeps enrolment.
    issuer: Option<Signer>,
    clock: SharedClock,
    turn: Arc<Semaphore>,
}

/// An incident as it stands, with its timeline.
pub(crate) struct IncidentRow {
    pub(crate) slot: Slot,
    pub(crate) seq: u64,
    pub(crate) record: Record,
    pub(crate) timeline: Vec<TimelineEntry>,
    /// Whether enrolment was in doubt when it was accepted.
    pub(crate) in_doubt: bool,
    /// The camera from whose picture it was slid.
    pub(crate) camera: Option<CameraView>,
}

/// Calls and messages of one open incident.
pub(crate) struct OpenIncident {
    pub(crate) incident: IncidentId,
    pub(crate) plan: ResponsePlan,
    /// What its telling calls are about, while there are any.
    pub(crate) about: Option<About>,
    pub(crate) seed: u64,
    pub(crate) calls: Vec<ActiveCall>,
    pub(crate) messages: Vec<Message>,
}

const DAY_MS: i64 = 24 * 3_600_000;

const fn day(ms: i64) -> i64 {
    ms - ms.rem_euclid(DAY_MS)
}

impl Reader {
    pub(crate) fn open(
        path: &Path,
        not_live: Vec<NotLiveView>,
        (contact, operator): (StationContact, Option<OperatorView>),
        issuer: Option<Signer>,
        clock: SharedClock,
    ) -> anyhow::Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(path, flags).with_context(|| format!("cannot read {}", path.display()))?;
        let (db, turn) = (Arc::new(Mutex::new(db)), Arc::new(Semaphore::new(1)));
        Ok(Self {
            db,
            turn,
            not_live: not_live.into(),
            contact: Arc::new(contact),
            operator: operator.map(Arc::new),
            issuer,
            clock,
        })
    }

    /// Runs a query away from the async threads.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        query: impl FnOnce(&Connection) -> anyhow::Result<T> + Send + 'static,
    ) -> anyhow::Result<T> {
        let turn = Arc::clone(&self.turn).acquire_owned().await.context("no query is taken any more")?;
        let db = Arc::clone(&self.db);
        let task = move || {
            let _turn = turn;
            query(&db.lock().unwrap_or_else(PoisonError::into_inner))
        };
        tokio::task::spawn_blocking(task).await.context("the query was cut off")?
    }

    pub(crate) async fn home(&self, home: HomeId) -> anyhow::Result<Option<HomeView>> {
        let (not_live, now) = (Arc::clone(&self.not_live), self.clock.now());
        let view = self.ask(move |db| homes::view(db, home, &not_live, now)).await?;
        let Some(view) = view else { return Ok(None) };
        let entitlement = match (&self.issuer, view.entitlement) {
            // The same all day, so that a view that has not changed is the same view.
            (Some(issuer), _) => Some(issuer.vouch(&Entitlement::of_records(home, &view.facts, day(now.wall_ms())))?),
            (None, said) => said,
        };
        let station = Some(StationContact::clone(&self.contact));
        let operator = self.operator.as_deref().cloned();
        Ok(Some(HomeView { station, operator, entitlement, ..view }))
    }

    /// Whether the home to try was made.
    pub(crate) async fn has_demo_home(&self) -> anyhow::Result<bool> {
        self.ask(|db| Ok(homes::demo_home(db)?.is_some())).await
    }

    /// What keeps every home of this station from being live.
    pub(crate) fn not_live(&self) -> Vec<NotLiveView> {
        self.not_live.to_vec()
    }

    /// Everybody who is or was on the home's list.
    pub(crate) async fn people(&self, home: HomeId) -> anyhow::Result<Vec<ContactView>> {
        self.ask(move |db| Ok(homes::people(db, home)?.into_iter().map(|(_, contact)| contact).collect())).await
    }

    /// The time by which views are made.
    pub(crate) fn now(&self) -> mayday_protocol::Time {
        self.clock.now()
    }

    /// An incident, whoever may know of it.
    pub(crate) async fn incident(&self, at: Slot) -> anyhow::Result<Option<IncidentRow>> {
        self.ask(move |db| incident(db, at)).await
    }

    /// `None`: the household knows no incident `before`.
    pub(crate) async fn history(
        &self,
        home: HomeId,
        before: Option<IncidentId>,
        most: usize,
    ) -> anyhow::Result<Option<Vec<IncidentRow>>> {
        self.ask(move |db| history::page(db, home, before, most)).await
    }

    pub(crate) async fn find_incident(&self, home: HomeId, wanted: IncidentId) -> anyhow::Result<Option<Slot>> {
        self.ask(move |db| {
            Ok(db
                .prepare_cached("SELECT home, signal FROM signals WHERE incident = ?1 AND home = ?2 AND hidden = 0")?
                .query_row(params![wanted.to_string(), home.to_string()], slot)
                .optional()?)
        })
        .await
    }

    pub(crate) async fn open_at(&self, home: HomeId) -> anyhow::Result<Vec<OpenIncident>> {
        self.ask(move |db| {
            let slots = signals::with_calls_of(db, home)?;
            let mut open = vec![];
            for slot in slots {
                open.extend(signals::load(db, slot)?.and_then(|row| row.record.ok()).as_ref().and_then(calls_of));
            }
            Ok(open)
        })
        .await
    }

    /// Whether this call waits for the verbal password.
    pub(crate) async fn asks_password(&self, at: Slot, number: u16) -> anyhow::Result<bool> {
        self.ask(move |db| {
            let record = signals::load(db, at)?.and_then(|row| row.record.ok());
            let calls = record.as_ref().and_then(Record::incident).map(Incident::active_calls).unwrap_or_default();
            let asks = |state| matches!(state, mayday_protocol::call::State::AskingPassword { .. });
            Ok(calls.iter().any(|active| active.number == number && asks(active.call.state())))
        })
        .await
    }

    /// Incidents that a household sees and in which something can still happen.
    pub(crate) async fn open_incidents(&self) -> anyhow::Result<u64> {
        self.ask(|db| {
            Ok(db.query_row("SELECT count(*) FROM signals WHERE open = 1 AND hidden = 0", [], |row| row.get(0))?)
        })
        .await
    }

    /// Effects after `last` that nobody has finished.
    pub(crate) async fn effects_after(&self, last: EffectKey) -> anyhow::Result<Vec<Effect>> {
        self.ask(move |db| effects_after(db, last)).await
    }
}

/// Effects after `last` that nobody has finished, as many as a worker takes at once.
pub(crate) fn effects_after(db: &Connection, last: EffectKey) -> anyhow::Result<Vec<Effect>> {
    let mut statement = db.prepare_cached(
        "SELECT home, signal, id, instruction FROM effects WHERE done = 0 AND id > ?1 ORDER BY id LIMIT ?2",
    )?;
    let mut rows = statement.query(params![last.0, EFFECTS])?;
    let mut effects = vec![];
    while let Some(row) = rows.next()? {
        let (key, text): (i64, String) = (row.get(2)?, row.get(3)?);
        match signals::read_instruction(&text) {
            Ok(instruction) => effects.push(Effect { slot: slot(row)?, key: EffectKey(key), instruction }),
            Err(error) => error!(%error, order = key, "this order cannot be read and stands still: a person must look"),
        }
    }
    Ok(effects)
}

/// The latest incidents that the household sees, newest first.
pub(crate) fn latest(db: &Connection, home: HomeId) -> anyhow::Result<Vec<IncidentRow>> {
    Ok(history::page(db, home, None, LATEST)?.unwrap_or_default())
}

pub(crate) fn incident(db: &Connection, at: Slot) -> anyhow::Result<Option<IncidentRow>> {
    let Some(row) = signals::load(db, at)? else { return Ok(None) };
    let Ok(record) = row.record else { return Ok(None) };
    Ok(Some(IncidentRow {
        slot: at,
        seq: row.seq,
        record,
        timeline: timeline(db, at)?,
        in_doubt: signals::is_in_doubt(db, at)?,
        camera: cameras::attached(db, at)?,
    }))
}

fn timeline(db: &Connection, at: Slot) -> anyhow::Result<Vec<TimelineEntry>> {
    let mut statement =
        db.prepare_cached("SELECT at_ms, outputs FROM journal WHERE home = ?1 AND signal = ?2 ORDER BY seq")?;
    let mut rows = statement.query(params![at.home.to_string(), at.signal.to_string()])?;
    let mut entries = vec![];
    while let Some(row) = rows.next()? {
        let (at_ms, outputs): (i64, String) = (row.get(0)?, row.get(1)?);
        entries.extend(events(&outputs)?.into_iter().map(|event| TimelineEntry { at_ms, event }));
    }
    Ok(entries)
}

/// What was told among the outputs of one step.
pub(crate) fn events(outputs: &str) -> serde_json::Result<Vec<Event>> {
    /// One output, of which only this is of interest.
    #[derive(serde::Deserialize)]
    struct Output {
        #[serde(default)]
        record: Option<Event>,
    }
    let outputs = serde_json::from_str::<Vec<Output>>(outputs)?;
    Ok(outputs.into_iter().filter_map(|output| output.record).collect())
}

fn calls_of(record: &Record) -> Option<OpenIncident> {
    let incident = record.incident()?;
    let acceptance = incident.acceptance();
    Some(OpenIncident {
        incident: acceptance.incident,
        plan: acceptance.plan,
        about: match incident.state() {
            State::Responding(responding) => Some(responding.about),
            State::Held { .. }
            | State::Contacting { .. }
            | State::NobodySent { .. }
            | State::SirenAlone
            | State::Joined { .. }
            | State::Closed(_) => None,
        },
        seed: acceptance.seed,
        calls: incident.active_calls(),
        messages: incident.messages().to_vec(),
    })
}

/// An id column. A row with a malformed id was not written by a station.
pub(crate) fn id<T: FromStr>(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<T>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text: String = row.get(column)?;
    text.parse().map_err(|error: T::Err| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
    })
}
