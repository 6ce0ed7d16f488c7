//! The beginnings of a case: an app in its demo home, a slide, and what screen and station say of it.

use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use mayday_protocol::SignalId;
use mayday_protocol::incident::{CommittedBy, Ending, Event};
use mayday_station::client::Client;
use mayday_wire::IncidentView;
use serde_json::Value;

use crate::faults::wall_ms;
use crate::waiting::{PATIENCE, eventually};
use crate::{App, World};

/// The title of the screen, which the dashboard's list of earlier incidents is not.
const TITLE: &str = "return (document.querySelector('h1')?.textContent ?? '').trim().replace(/\\s+/g, ' ');";

/// How long a slide may take to be in the journal, and how often one is made that does not count.
const SEEN: Duration = Duration::from_secs(4);
const SLIDES: usize = 4;

/// A slide, as the app's own journal has it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slid {
    pub(crate) signal: SignalId,
    pub(crate) at_ms: i64,
    /// How many slides before it were too jerky to count, as on a machine that is very busy.
    pub(crate) missed: usize,
}

/// What a screen says of an SOS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Screen {
    /// Nothing that would be final.
    Open,
    /// Help is requested, or more.
    Requested,
    /// It was cancelled.
    Cancelled,
}

/// One look at the screen: what it said, and when the look had ended.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    pub(crate) screen: Screen,
    pub(crate) at_ms: i64,
}

/// Enters the demo home.
pub(crate) async fn in_demo(world: &World) -> Result<App> {
    let app = world.app().await?;
    app.press("Try it").await?;
    app.shows("The station answers").await?;
    Ok(app)
}

/// Slides police to its end.
pub(crate) async fn slide(world: &World, app: &App) -> Result<Slid> {
    let before = last_slide(world).ok().map(|slid| slid.signal);
    app.press("SOS").await?;
    app.heading("Who should come?").await?;
    for missed in 0..SLIDES {
        app.slide_fully("sos_police").await?;
        let slid = eventually("the journal has this slide", SEEN, async || {
            last_slide(world).map(|slid| Some(slid).filter(|slid| Some(slid.signal) != before))
        });
        if let Ok(slid) = slid.await {
            return Ok(Slid { missed, ..slid });
        }
        // A thumb that went back has sent nothing; anything else is no miss.
        let text = app.text().await?;
        ensure!(text.contains("Who should come?"), "a slide was not written down. It shows: {text}");
    }
    bail!("a machine this busy misses every slide")
}

fn last_slide(world: &World) -> Result<Slid> {
    let entry: Value = serde_json::from_slice(&std::fs::read(world.data().join("sos.json"))?)?;
    let signal = entry["signal"]["id"].as_str().context("the app's journal names no signal")?.parse()?;
    let at_ms = entry["signal"]["slid_at"]["wall_ms"].as_i64().context("the app's journal names no slide")?;
    Ok(Slid { signal, at_ms, missed: 0 })
}

/// Looks at the screen once.
pub(crate) async fn look(app: &App) -> Result<Look> {
    let title = app.run(TITLE, vec![]).await?;
    let title = title.as_str().unwrap_or_default();
    let says = |words: &[&str]| words.iter().any(|words| title.contains(words));
    let screen = if says(&["Cancelled"]) {
        Screen::Cancelled
    } else if says(&["Help requested", "Requesting police…", "Police requested"]) {
        Screen::Requested
    } else {
        Screen::Open
    };
    Ok(Look { screen, at_ms: wall_ms() })
}

/// A further device of the home.
pub(crate) async fn witness(socket: &std::path::Path) -> Result<Client> {
    eventually("the station takes a witness", PATIENCE, async || {
        let client = Client::local(socket)?.enter_demo("Witness").await;
        client.map(|(client, _)| Some(client)).map_err(anyhow::Error::from)
    })
    .await
}

/// What the station knows of a signal.
pub(crate) async fn incidents_of(client: &Client, signal: SignalId) -> Result<Vec<IncidentView>> {
    Ok(client.incidents().await?.into_iter().filter(|incident| incident.signal == signal).collect())
}

/// Who decided that help is requested, and when.
pub(crate) fn decided(incident: &IncidentView) -> Option<(CommittedBy, i64)> {
    incident.timeline.iter().find_map(|entry| {
        let Event::HelpRequested { by } = entry.event else { return None };
        Some((by, entry.at_ms))
    })
}

/// Whether an incident was ended by the device before anybody was asked to come.
pub(crate) fn was_cancelled(incident: &IncidentView) -> bool {
    let asked = |event: &Event| matches!(event, Event::Requesting { .. } | Event::Requested { .. });
    incident.ending == Some(Ending::CancelledOnDevice) && !incident.timeline.iter().any(|entry| asked(&entry.event))
}

/// Waits until the station has decided about a signal.
pub(crate) async fn decision(client: &Client, signal: SignalId) -> Result<(CommittedBy, i64)> {
    eventually("help is requested", PATIENCE, async || {
        Ok::<_, anyhow::Error>(incidents_of(client, signal).await?.first().and_then(decided))
    })
    .await
}

/// Leaves what has ended.
pub(crate) async fn back_home(app: &App) -> Result<()> {
    app.press("Back to home").await?;
    app.heading("12 Maple Street").await.map(drop)
}
