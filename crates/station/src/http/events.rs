//! Server-sent events. Every event is a whole view, so one that is lost costs nothing; a listener
//! that lags is sent everything anew.

use std::convert::Infallible;
use std::time::Duration;

use axum::Extension;
use axum::extract::State;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use mayday_protocol::HomeId;
use mayday_wire::HomeEvent;
use serde::Serialize;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

use super::access::BoardOf;
use crate::engine::Change;
use crate::token::Device;
use crate::{Station, view};

/// Listeners tell a dead link from a quiet one by this beat.
const BEAT: Duration = Duration::from_secs(2);
/// Events that wait for a slow listener; past it, the listener lags and is sent everything anew.
const WAITING: usize = 32;

type Events = Sse<axum::response::sse::KeepAliveStream<ReceiverStream<Result<Event, Infallible>>>>;

pub(super) async fn home(State(station): State<Station>, Extension(device): Extension<Device>) -> Events {
    let (line, events) = mpsc::channel(WAITING);
    tokio::spawn(async move {
        let _listening = station.devices.listens(device);
        drop(tell_home(&station, device, &line).await);
    });
    stream(events)
}

pub(super) async fn board(State(station): State<Station>, Extension(BoardOf(device)): Extension<BoardOf>) -> Events {
    let (line, events) = mpsc::channel(WAITING);
    tokio::spawn(async move { drop(tell_board(&station, device, &line).await) });
    stream(events)
}

fn stream(events: mpsc::Receiver<Result<Event, Infallible>>) -> Events {
    Sse::new(ReceiverStream::new(events)).keep_alive(KeepAlive::new().interval(BEAT))
}

type Line = mpsc::Sender<Result<Event, Infallible>>;

async fn tell_home(station: &Station, device: Device, line: &Line) -> anyhow::Result<()> {
    let home = device.home;
    let mut changes = station.news.listen();
    if station.devices.is_revoked(device.id) {
        return Ok(());
    }
    tell_all(station, home, line).await?;
    loop {
        let changed = tokio::select! { changed = changes.recv() => changed, () = line.closed() => return Ok(()) };
        match changed {
            Ok(Change::Signal(slot)) if slot.home == home => {
                if let Some(incident) = view::one(&station.reader, slot).await? {
                    send(line, "home", &HomeEvent::Incident(Box::new(incident))).await?;
                }
            }
            Ok(Change::Home(changed)) if changed == home => tell_home_itself(station, home, line).await?,
            Ok(Change::Health) => tell_health(station, line).await?,
            Ok(Change::Revoked(removed)) if removed == device.id => return Ok(()),
            Ok(Change::Signal(_) | Change::Home(_) | Change::Revoked(_)) => {}
            Err(RecvError::Lagged(_)) => tell_all(station, home, line).await?,
            Err(RecvError::Closed) => return Ok(()),
        }
    }
}

async fn tell_all(station: &Station, home: HomeId, line: &Line) -> anyhow::Result<()> {
    tell_health(station, line).await?;
    tell_home_itself(station, home, line).await?;
    for incident in view::latest(&station.reader, home).await?.into_iter().rev() {
        send(line, "home", &HomeEvent::Incident(Box::new(incident))).await?;
    }
    Ok(())
}

async fn tell_health(station: &Station, line: &Line) -> anyhow::Result<()> {
    send(line, "home", &HomeEvent::Health(station.news.troubles().into_iter().collect())).await
}

async fn tell_home_itself(station: &Station, home: HomeId, line: &Line) -> anyhow::Result<()> {
    if let Some(view) = station.reader.home(home).await? {
        send(line, "home", &HomeEvent::Home(Box::new(view))).await?;
    }
    Ok(())
}

async fn tell_board(station: &Station, device: Device, line: &Line) -> anyhow::Result<()> {
    let home = device.home;
    let mut changes = station.news.listen();
    if station.devices.is_revoked(device.id) {
        return Ok(());
    }
    loop {
        if let Some(view) = view::board(station, home).await? {
            send(line, "board", &view).await?;
        }
        loop {
            let changed = tokio::select! { changed = changes.recv() => changed, () = line.closed() => return Ok(()) };
            match changed {
                Ok(Change::Signal(slot)) if slot.home == home => break,
                Ok(Change::Home(changed)) if changed == home => break,
                Err(RecvError::Lagged(_)) => break,
                Ok(Change::Revoked(removed)) if removed == device.id => return Ok(()),
                Ok(Change::Signal(_) | Change::Home(_) | Change::Health | Change::Revoked(_)) => {}
                Err(RecvError::Closed) => return Ok(()),
            }
        }
    }
}

async fn send(line: &Line, name: &str, view: &impl Serialize) -> anyhow::Result<()> {
    Ok(line.send(Ok(Event::default().event(name).json_data(view)?)).await?)
}
