//! Two devices of one home: what one raises, the other follows.

use std::time::Instant;

use anyhow::{Context, Result};
use mayday_protocol::{Kind, SignalId};
use mayday_station::client::Client;
use mayday_tests::faults::wall_ms;
use mayday_tests::{App, Board, World};
use mayday_wire::{BoardAction, IncidentPhase, Mode, SignalRequest, SignalResponse};

use crate::scene::{comes_to, in_demo, newest, slide, witness};

/// proves: A7
#[tokio::test]
async fn an_incident_that_another_device_raised_is_on_the_dashboard_and_told_step_by_step() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let board = Board::open(&world).await?;
    raise_police(&witness(&world).await?).await?;
    app.shows("Happening now").await?;
    app.screenshot("happening").await?;
    app.press("Show what happens: Police SOS").await?;
    app.heading("Demo · Help requested").await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    app.heading("Demo · Police requested").await?;
    Ok(())
}

/// Two real apps, each on a desktop with a bus and a keyring of its own, at one station.
///
/// proves: A7, C6
#[tokio::test]
async fn two_apps_of_one_home_follow_one_incident_within_a_second_of_each_other() -> Result<()> {
    let (first, second) = (World::start().await?, World::start().await?);
    let one = in_demo(&first).await?;
    second.share_station_of(&first)?;
    let mut two = in_demo(&second).await?;
    let board = Board::open(&first).await?;
    let client = witness(&first).await?;
    assert_eq!(second.count("mayday-station"), 0, "both are at the first one's station");

    slide(&one, "sos_police").await?;
    two.shows("Happening now").await?;
    in_step(&client, &two, IncidentPhase::Contacting, "Demo · Help requested").await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    in_step(&client, &two, IncidentPhase::Requested, "Demo · Police requested").await?;
    one.heading("Demo · Police requested").await?;

    two.close().await?;
    let started = Instant::now();
    two.relaunch().await?;
    two.shows("Happening now").await?;
    two.shows("Demo · Police requested").await?;
    println!("in step {} ms after the start of an app in the middle of it", started.elapsed().as_millis());
    two.screenshot("second-device").await?;
    Ok(())
}

/// Waits until the station has come to a phase and the app says it, and tells how long the app took.
async fn in_step(client: &Client, app: &App, phase: IncidentPhase, says: &str) -> Result<()> {
    let incident = comes_to(client, phase).await?;
    app.shows(says).await?;
    let at_ms = incident.timeline.last().context("it has a step")?.at_ms;
    println!("{phase:?}: at most {} ms behind the station", wall_ms() - at_ms);
    Ok(())
}

/// Raises police as this device: held and committed as an app does.
pub(crate) async fn raise_police(device: &Client) -> Result<SignalResponse> {
    let signal = SignalId::from_random([0x5a; 16]);
    let body = SignalRequest {
        kind: Kind::SosPolice,
        mode_seen: Mode::Demo,
        since_slide_ms: 5_000,
        drill: false,
        camera: None,
    };
    let committed = device.commit(signal, &body).await?;
    newest(device).await?;
    Ok(committed)
}
