//! A station in this process, and what tests do with it.

use std::collections::BTreeSet;
use std::sync::Arc;

use anyhow::{Context, Result};
use mayday_clock::FakeClock;
use mayday_protocol::incident::Event;
use mayday_protocol::plan::Trigger;
use mayday_protocol::{DeviceId, IncidentId, Kind, SignalId};
use mayday_station::client::{Client, Failure};
use mayday_station::{Config, Folder, Running};
use mayday_tests::{Board, PATIENCE, eventually};
use mayday_wire::{
    BoardAction, ErrorBody, IncidentPhase, IncidentView, Mode, SignalRequest, SignalResponse, SignalStanding,
};
use tempfile::TempDir;

/// A station, the folder it lives in, and the clock it reads.
pub(crate) struct Desk {
    pub(crate) clock: Arc<FakeClock>,
    pub(crate) folder: TempDir,
    running: Option<Running>,
}

impl Desk {
    pub(crate) async fn open() -> Result<Self> {
        Self::open_in(tempfile::Builder::new().prefix("ms-").tempdir()?).await
    }

    /// Over a folder in which something was prepared.
    pub(crate) async fn open_in(folder: TempDir) -> Result<Self> {
        let mut desk = Self { clock: Arc::new(FakeClock::start()), folder, running: None };
        desk.start().await?;
        Ok(desk)
    }

    async fn start(&mut self) -> Result<()> {
        let config = Config::load(Folder::new(self.folder.path()))?;
        self.running = Some(mayday_station::start(config, self.clock.clone()).await?);
        Ok(())
    }

    pub(crate) async fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop().await;
        }
    }

    /// Ends the station and starts another over the same folder.
    pub(crate) async fn restart(&mut self) -> Result<()> {
        self.stop().await;
        self.start().await
    }

    pub(crate) fn running(&self) -> Result<&Running> {
        self.running.as_ref().context("the station is not running")
    }

    /// A program of this user, without a token.
    pub(crate) fn stranger(&self) -> Result<Client> {
        Client::local(self.running()?.socket())
    }

    /// A device of the demo home.
    pub(crate) async fn device(&self) -> Result<Client> {
        Ok(self.stranger()?.enter_demo("Phone").await?.0)
    }

    /// A device of the demo home, and its id as the store has it.
    pub(crate) async fn known_device(&self) -> Result<(Client, DeviceId)> {
        let db = rusqlite::Connection::open(self.folder.path().join("station.db"))?;
        let ids = || -> Result<BTreeSet<String>> {
            Ok(db.prepare("SELECT id FROM devices")?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
        };
        let before = ids()?;
        let client = self.device().await?;
        let new = ids()?.difference(&before).next().context("no device was added")?.parse()?;
        Ok((client, new))
    }

    pub(crate) async fn board(&self, client: &Client) -> Result<Board> {
        Board::from_link(client.board_link().await?.url.reveal()).await
    }
}

pub(crate) const fn id(n: u8) -> SignalId {
    SignalId::from_random([n; 16])
}

pub(crate) const fn police(since_slide_ms: u64) -> SignalRequest {
    SignalRequest { kind: Kind::SosPolice, mode_seen: Mode::Demo, since_slide_ms, drill: false, camera: None }
}

/// A drill of the same: an incident of its own, however many are open (A10).
pub(crate) const fn drill(since_slide_ms: u64) -> SignalRequest {
    SignalRequest { kind: Kind::SosPolice, mode_seen: Mode::Demo, since_slide_ms, drill: true, camera: None }
}

/// Holds and commits.
pub(crate) async fn raise(client: &Client, signal: SignalId) -> Result<SignalResponse> {
    client.hold(signal, &police(0)).await?;
    Ok(client.commit(signal, &police(5_000)).await?)
}

/// Waits until the incident of this signal is in this phase.
pub(crate) async fn comes_to(client: &Client, signal: SignalId, phase: IncidentPhase) -> Result<IncidentView> {
    eventually(&format!("the incident is {phase:?}"), PATIENCE, async || {
        let incidents = client.incidents().await?;
        anyhow::Ok(incidents.into_iter().find(|incident| incident.signal == signal && incident.phase == phase))
    })
    .await
}

/// A demo home with base station, keypad and linked camera, a device of it, and its board.
pub(crate) async fn alarmed(desk: &Desk) -> Result<(Client, Board)> {
    let phone = desk.device().await?;
    phone.set_demo_devices(true).await?;
    let board = desk.board(&phone).await?;
    Ok((phone, board))
}

/// Raises an alarm, and gives its incident.
pub(crate) async fn alarm(board: &Board, trigger: Trigger) -> Result<IncidentId> {
    board.raise(trigger, 0).await?.incident.context("the household sees it")
}

/// Waits until an incident is in this phase.
pub(crate) async fn reaches(client: &Client, incident: IncidentId, phase: IncidentPhase) -> Result<IncidentView> {
    let awaited = format!("the incident is {phase:?}");
    let reached = eventually(&awaited, PATIENCE, async || {
        let incidents = client.incidents().await?;
        anyhow::Ok(incidents.into_iter().find(|it| it.id == incident && it.phase == phase))
    });
    match reached.await {
        Ok(view) => Ok(view),
        Err(error) => Err(error.context(format!("{:#?}", client.incidents().await?))),
    }
}

/// Waits until a timeline has this entry.
pub(crate) async fn tells(client: &Client, incident: IncidentId, event: Event) -> Result<IncidentView> {
    eventually(&format!("{event:?} is told"), PATIENCE, async || {
        let incidents = client.incidents().await?;
        let told = |view: &IncidentView| view.timeline.iter().any(|entry| entry.event == event);
        anyhow::Ok(incidents.into_iter().find(|it| it.id == incident && told(it)))
    })
    .await
}

/// Whether a timeline has an entry that fits.
pub(crate) fn has(incident: &IncidentView, fits: impl Fn(&Event) -> bool) -> bool {
    incident.timeline.iter().any(|entry| fits(&entry.event))
}

/// Answers as a person, on a clock that the test moves.
pub(crate) async fn answer(desk: &Desk, board: &Board, contact: &str) -> Result<()> {
    board.wait_for_ringing(contact).await?;
    board.act(contact, BoardAction::Answer, None).await?;
    desk.clock.advance(mayday_protocol::call::DEAF_MS);
    for key in board.spoken_digits(contact).await?.context("the station speaks two digits")?.chars() {
        board.press_key(contact, key).await?;
    }
    Ok(())
}

/// The dispatch log: who was asked to come, oldest first.
pub(crate) fn dispatched(desk: &Desk) -> Result<Vec<String>> {
    let db = rusqlite::Connection::open(desk.folder.path().join("station.db"))?;
    let mut log = db.prepare("SELECT service FROM dispatch_log ORDER BY at_ms, service")?;
    Ok(log.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// What the station refused with.
pub(crate) fn refusal<T: std::fmt::Debug>(answer: Result<T, Failure>) -> Result<ErrorBody> {
    match answer {
        Err(Failure::Refused(body)) => Ok(body),
        Err(Failure::Unreachable(error)) => Err(error.into()),
        Ok(answer) => anyhow::bail!("it was not refused: {answer:?}"),
    }
}

pub(crate) const fn is_held(response: &SignalResponse) -> bool {
    matches!(response.standing, SignalStanding::Held { .. })
}

pub(crate) const fn is_committed(response: &SignalResponse) -> bool {
    matches!(response.standing, SignalStanding::Committed { .. })
}

pub(crate) const fn is_cancelled(response: &SignalResponse) -> bool {
    matches!(response.standing, SignalStanding::Cancelled)
}
