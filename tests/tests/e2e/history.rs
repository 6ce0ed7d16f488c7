//! The history on the real app: an alarm's drill from the dashboard is in it, filtered, and kept as files that verify.

use std::path::PathBuf;

use anyhow::Result;
use mayday_protocol::incident::Event;
use mayday_protocol::plan::Service;
use mayday_tests::{App, Board, PATIENCE, World, eventually};
use mayday_wire::BoardAction;

use crate::scene::{click, newest, with_base_station, witness};

/// proves: L5, V3
#[tokio::test]
async fn a_drill_of_an_alarm_is_begun_on_the_dashboard_and_kept_from_the_history_as_files() -> Result<()> {
    let world = World::builder().window(390, 844).start().await?;
    let app = with_base_station(&world).await?;
    let board = Board::open(&world).await?;
    let client = witness(&world).await?;
    click(&app, "[data-action=drill-alarm]").await?;
    click(&app, "label:has(input[value=smoke_alarm])").await?;
    app.screenshot("drill-alarm").await?;
    app.press("Start this drill").await?;
    app.shows("Drill").await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    app.shows("Without the drill").await?;
    let would = Event::WouldRequest { service: Service::Fire };
    assert!(newest(&client).await?.timeline.iter().any(|entry| entry.event == would));
    app.screenshot("drill-alarm-timeline").await?;
    app.press("Back to home").await?;

    app.press("Show the whole history").await?;
    app.heading("History").await?;
    app.find("[data-incident]").await?;
    click(&app, "label:has(input[value=sos])").await?;
    app.shows("Nothing like that happened in this time.").await?;
    click(&app, "label:has(input[value=drills_and_practice])").await?;
    app.find("[data-incident]").await?;
    app.screenshot("history").await?;

    app.press("Save as JSON").await?;
    let saved_json = saved(&app, ".json").await?;
    let json = std::fs::read_to_string(saved_json)?;
    assert!(json.contains("would_request") && json.contains("signature"), "{json}");
    app.press("Save a page to print").await?;
    let page = std::fs::read_to_string(saved(&app, ".html").await?)?;
    assert!(page.contains("Smoke") && !page.contains("<script"), "a page without scripts");
    Ok(())
}

/// Where the app says that it has saved a file of this kind.
async fn saved(app: &App, kind: &str) -> Result<PathBuf> {
    eventually("a file is saved", PATIENCE, async || {
        let text = app.text().await?;
        let path = text.split(": /").nth(1).and_then(|rest| rest.split_inclusive(kind).next());
        anyhow::Ok(path.map(|path| PathBuf::from(format!("/{path}"))).filter(|path| path.exists()))
    })
    .await
}
