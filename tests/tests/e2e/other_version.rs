//! A station of another version, as an update of the app meets it. The version in its answers is exchanged on their
//! way; everything else is the real station.

use std::process::Stdio;

use anyhow::{Context, Result};
use mayday_protocol::SignalId;
use mayday_station::client::Client;
use mayday_tests::{Board, Link, PATIENCE, World, eventually};
use mayday_wire::{IncidentPhase, SignalRequest};
use tokio::process::Child;

use crate::scene::{comes_to, slide, witness};

const OTHER_VERSION: &str = "The station is of another version";

#[tokio::test]
async fn a_station_of_another_version_with_nothing_open_is_replaced_and_sos_works() -> Result<()> {
    let world = World::start().await?;
    let (_old, link) = of_another_version(&world).await?;
    let old = world.station_pid().context("the old one runs")?;
    let app = world.app().await?;
    app.press("Try it").await?;
    app.shows("The station answers").await?;
    assert_ne!(world.station_pid().context("the new one runs")?, old);
    assert_eq!(world.count("mayday-station"), 1, "the old one has ended");
    assert!(!app.text_is_shown(OTHER_VERSION).await?);
    slide(&app, "sos_police").await?;
    app.heading("Demo · Help requested").await?;
    drop(link);
    Ok(())
}

#[tokio::test]
async fn a_station_of_another_version_finishes_what_is_open_and_is_replaced_afterwards() -> Result<()> {
    let world = World::start().await?;
    let (_old, link) = of_another_version(&world).await?;
    let old = world.station_pid().context("the old one runs")?;
    let (neighbour, _) = Client::local(link.behind())?.enter_demo("Witness").await?;
    let police = SignalRequest {
        kind: mayday_protocol::Kind::SosPolice,
        mode_seen: mayday_wire::Mode::Demo,
        since_slide_ms: 5_000,
        drill: false,
        camera: None,
    };
    neighbour.commit(SignalId::from_random([8; 16]), &police).await?;

    let mut app = world.app().await?;
    app.press("Try it").await?;
    app.shows(OTHER_VERSION).await?;
    app.screenshot("other-version").await?;
    app.shows("The station answers").await?;
    assert_eq!(world.station_pid(), Some(old), "its incident goes on");
    slide(&app, "sos_medical").await?;
    app.press("Cancel").await?;
    app.heading("Cancelled. Nobody was called.").await?;

    let board = Board::open(&world).await?;
    board.answer_as_a_human("Ana Ruiz").await?;
    board.say_password("Ana Ruiz").await?;
    board.press_key("Ana Ruiz", '2').await?;
    eventually("nothing is open", PATIENCE, async || {
        neighbour.version().await.map(|version| version.open_incidents == 0)
    })
    .await?;
    app.relaunch().await?;
    app.shows("The station answers").await?;
    app.no_longer_shows(OTHER_VERSION).await?;
    assert_ne!(world.station_pid().context("the new one runs")?, old);
    assert_eq!(world.count("mayday-station"), 1);
    let client = witness(&world).await?;
    comes_to(&client, IncidentPhase::Closed).await?;
    assert_eq!(client.incidents().await?.len(), 2, "its records are the new one's");
    Ok(())
}

/// A running station whose answers name another version.
async fn of_another_version(world: &World) -> Result<(Child, Link)> {
    let mut station = world.station_command()?;
    station.arg("serve").arg("--data").arg(world.data()).kill_on_drop(true);
    let station = station.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let socket = world.station_socket();
    eventually("the station has its socket", PATIENCE, async || socket.exists()).await?;
    let ours = format!("\"product\":\"{}\"", env!("CARGO_PKG_VERSION"));
    let other: String = ours.chars().map(|it| if it.is_ascii_digit() { '9' } else { it }).collect();
    let link = Link::rewriting(&world.data(), Some((ours.into_bytes(), other.into_bytes()))).await?;
    Ok((station, link))
}
