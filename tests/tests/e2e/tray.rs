//! The tray icon: what it says, what it opens, and that nothing needs it.

use anyhow::Result;
use mayday_tests::{App, Board, PATIENCE, TrayHost, World, eventually};
use mayday_wire::BoardAction;

use crate::scene::{in_demo, press_and_leave, slide, witness};

/// proves: C6, Q1
#[tokio::test]
async fn the_tray_says_how_things_stand_and_opens_the_window() -> Result<()> {
    let world = World::start().await?;
    let tray = TrayHost::start(&world).await?;
    let app = in_demo(&world).await?;
    tray.says("Demo · Ready").await?;
    assert_eq!(tray.word().await?, "");
    let calm = tray.picture().await?;
    assert!(std::path::Path::new(&calm).starts_with(world.data()), "{calm}");
    slide(&app, "sos_police").await?;
    tray.says("Demo · Police SOS is on its way").await?;
    tray.says("Demo · Police SOS is open").await?;
    assert_eq!(tray.word().await?, "SOS");
    assert_ne!(tray.picture().await?, calm, "it is marked");

    world.close_window().await?;
    press_and_leave(&app, "Close anyway").await?;
    world.window_goes().await?;
    tray.choose("Open Mayday").await?;
    world.window_comes().await?;
    app.heading("Demo · Help requested").await?;
    let board = Board::open(&world).await?;
    board.answer_as_a_human("Ana Ruiz").await?;
    board.say_password("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Key, Some('2')).await?;
    tray.says("Demo · Ready").await?;
    assert_eq!(witness(&world).await?.incidents().await?.len(), 1, "the tray has sent nothing");
    Ok(())
}

/// proves: C6
#[tokio::test]
async fn quitting_from_the_tray_asks_in_an_incident_and_ends_the_app_at_once_otherwise() -> Result<()> {
    let world = World::start().await?;
    let tray = TrayHost::start(&world).await?;
    let mut app = in_demo(&world).await?;
    tray.says("Demo · Ready").await?;
    let entries = tray.menu().await?;
    assert!(!entries[0].enabled, "the first line only tells");
    slide(&app, "sos_police").await?;
    app.heading("Demo · Help requested").await?;
    tray.choose("Quit").await?;
    app.shows("Quit Mayday?").await?;
    app.shows("Mayday will not tell you what happens then.").await?;
    app.screenshot("leaving-quit").await?;
    // The app ends before it can answer the click.
    let _ = app.press("Quit anyway").await;
    ended(&app).await?;
    assert_eq!(witness(&world).await?.incidents().await?.len(), 1, "the station goes on");
    drop(tray);

    let tray = TrayHost::start(&world).await?;
    app.relaunch().await?;
    tray.says("Demo · Police SOS is open").await?;
    let board = Board::open(&world).await?;
    board.answer_as_a_human("Ana Ruiz").await?;
    board.say_password("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Key, Some('2')).await?;
    tray.says("Demo · Ready").await?;
    tray.choose("Quit").await?;
    ended(&app).await
}

async fn ended(app: &App) -> Result<()> {
    eventually("the app has ended", PATIENCE, async || app.pid().is_none()).await
}
