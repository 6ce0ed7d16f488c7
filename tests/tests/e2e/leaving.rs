//! Closing the window while something goes on: asked about, told in exact words, and never held back.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use mayday_protocol::incident::CommittedBy;
use mayday_tests::{App, Board, PATIENCE, World, eventually, notifications};
use mayday_wire::{BoardAction, IncidentPhase};
use serde_json::json;
use thirtyfour::Key;
use tokio::time::timeout;

use crate::frozen::BUSY;
use crate::killed::decided;
use crate::scene::{comes_to, in_demo, press_and_leave, slide, witness};

#[tokio::test]
async fn out_of_an_sos_the_window_closes_and_the_app_ends_as_always() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    world.close_window().await?;
    eventually("the app has ended", PATIENCE, async || app.pid().is_none()).await
}

/// proves: C5, C6
#[tokio::test]
async fn in_the_countdown_the_window_says_what_goes_on_without_it_and_the_sos_goes_on() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    slide(&app, "sos_police").await?;
    app.shows("already holds your request").await?;
    world.close_window().await?;
    app.shows("The SOS goes on. The station has it and asks for police at 12 Maple Street even if this window closes.")
        .await?;
    app.screenshot("leaving-countdown").await?;
    press_and_leave(&app, "Close anyway").await?;
    world.window_goes().await?;
    let pid = app.pid().context("the app goes on without its window")?;

    let incident = comes_to(&witness(&world).await?, IncidentPhase::Contacting).await?;
    let (by, at_ms) = decided(&incident)?;
    println!("help requested {} ms after the slide, without a window", at_ms - world.slid_at_ms()?);
    assert_eq!(by, CommittedBy::Device, "the app kept its time");
    told_that_it_goes_on(&world).await?;

    assert!(world.spawn_app()?.wait_with_output().await?.status.success());
    world.window_comes().await?;
    app.heading("Demo · Help requested").await?;
    assert_eq!(app.pid(), Some(pid));
    Ok(())
}

/// proves: C2, C6
#[tokio::test]
async fn escape_answers_the_question_and_cancels_nothing_and_the_countdown_can_still_be_cancelled() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    slide(&app, "sos_police").await?;
    world.close_window().await?;
    app.shows("Close this window?").await?;
    press_key(&app, Key::Escape).await?;
    app.no_longer_shows("Close this window?").await?;
    app.shows("Requesting police in").await?;
    app.press("Cancel").await?;
    app.heading("Cancelled. Nobody was called.").await?;
    Ok(())
}

/// proves: A8
#[tokio::test]
async fn the_question_is_answered_with_the_keyboard_alone() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    slide(&app, "sos_police").await?;
    app.heading("Demo · Help requested").await?;
    world.close_window().await?;
    app.shows("The station goes on calling").await?;
    app.screenshot("leaving-incident").await?;
    press_key(&app, Key::Enter).await?;
    app.no_longer_shows("Close this window?").await?;
    assert!(world.has_window().await?, "Enter stays");
    world.close_window().await?;
    app.shows("Close this window?").await?;
    press_key(&app, Key::Tab).await?;
    press_key(&app, Key::Enter).await?;
    world.window_goes().await?;
    Ok(())
}

/// proves: C1, C5
#[tokio::test]
async fn a_frozen_page_holds_no_window_hostage_and_delays_no_commit() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    slide(&app, "sos_police").await?;
    app.driver().execute_async(BUSY, vec![json!(20_000)]).await?;
    let hangs = async || timeout(Duration::from_millis(400), app.text()).await.is_err();
    eventually("the page hangs", PATIENCE, hangs).await?;
    let asked = Instant::now();
    world.close_window().await?;
    world.window_goes().await?;
    println!("a frozen page's window was gone {} ms after it was closed", asked.elapsed().as_millis());
    let incident = comes_to(&witness(&world).await?, IncidentPhase::Contacting).await?;
    assert_eq!(decided(&incident)?.0, CommittedBy::Device);
    Ok(())
}

#[tokio::test]
async fn who_closes_twice_is_not_asked_again() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    slide(&app, "sos_police").await?;
    app.heading("Demo · Help requested").await?;
    world.close_window().await?;
    app.shows("Close this window?").await?;
    world.close_window().await?;
    world.window_goes().await?;
    Ok(())
}

/// proves: C6, C8
#[tokio::test]
async fn what_the_station_has_not_confirmed_is_said_with_911_and_sent_on_without_the_window() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let barred = world.bar_station().await?;
    slide(&app, "sos_police").await?;
    world.close_window().await?;
    app.shows("The station has not confirmed that it has your request.").await?;
    app.shows("nobody may come. Stay, or call 911.").await?;
    app.screenshot("leaving-unconfirmed").await?;
    press_and_leave(&app, "Close anyway").await?;
    world.window_goes().await?;
    let shown = told_that_it_goes_on(&world).await?;
    assert!(shown.contains("Call 911"), "{shown}");
    world.passes_since_slide(6_000).await?;
    drop(barred);
    let client = eventually("the station is back", PATIENCE, async || witness(&world).await.map(Some)).await?;
    let incident = comes_to(&client, IncidentPhase::Contacting).await?;
    assert_eq!(decided(&incident)?.0, CommittedBy::Device, "the app without a window kept sending");
    Ok(())
}

#[tokio::test]
async fn an_app_without_a_window_ends_once_the_incident_is_over() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let board = Board::open(&world).await?;
    slide(&app, "sos_police").await?;
    app.heading("Demo · Help requested").await?;
    world.close_window().await?;
    press_and_leave(&app, "Close anyway").await?;
    world.window_goes().await?;
    board.answer_as_a_human("Ana Ruiz").await?;
    board.say_password("Ana Ruiz").await?;
    assert!(app.pid().is_some(), "it stays as long as something goes on");
    board.act("Ana Ruiz", BoardAction::Key, Some('2')).await?;
    eventually("the app has ended", PATIENCE, async || app.pid().is_none()).await
}

async fn press_key(app: &App, key: Key) -> Result<()> {
    Ok(app.driver().action_chain().key_down(key.clone()).key_up(key).perform().await?)
}

async fn told_that_it_goes_on(world: &World) -> Result<String> {
    eventually("a notification says that it goes on", PATIENCE, async || {
        let told = notifications(world).into_iter().find(|it| it.summary == "Demo · Mayday goes on without its window");
        told.map(|it| it.body)
    })
    .await
}
