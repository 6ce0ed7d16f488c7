//! Pictures of every screen, light and dark, phone and desktop, for people to look at.

use anyhow::Result;
use mayday_tests::{Board, World};
use mayday_wire::BoardAction;

use crate::scene::{choose_plan, counted_to, in_demo, slide};

#[tokio::test]
async fn every_screen_is_pictured_light_on_a_phone() -> Result<()> {
    pictures("phone-light", false, (390, 844)).await
}

#[tokio::test]
async fn every_screen_is_pictured_dark_on_a_phone() -> Result<()> {
    pictures("phone-dark", true, (390, 844)).await
}

#[tokio::test]
async fn every_screen_is_pictured_light_on_a_desktop() -> Result<()> {
    pictures("desktop-light", false, (1100, 760)).await
}

#[tokio::test]
async fn every_screen_is_pictured_dark_on_a_desktop() -> Result<()> {
    pictures("desktop-dark", true, (1100, 760)).await
}

async fn pictures(look: &str, dark: bool, (width, height): (u32, u32)) -> Result<()> {
    let world = World::builder().dark(dark).window(width, height).start().await?;
    let shot = |name: &str| format!("{look}-{name}");
    let app = world.app().await?;
    app.button("Try it").await?;
    app.screenshot(&shot("1-welcome")).await?;
    app.press("Try it").await?;
    app.shows("The station answers").await?;
    app.screenshot(&shot("2-dashboard")).await?;
    app.press("SOS").await?;
    app.heading("Who should come?").await?;
    app.screenshot(&shot("3-sheet")).await?;
    app.slide_fully("sos_police").await?;
    counted_to(&app, 4).await?;
    app.screenshot(&shot("4-countdown")).await?;
    let board = Board::open(&world).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    app.shows("card is ringing").await?;
    app.screenshot(&shot("5-calling")).await?;
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    app.heading("Demo · Police requested").await?;
    app.screenshot(&shot("6-requested")).await?;
    app.press("Back to home").await?;
    choose_plan(&app, "Basic").await?;
    app.press("SOS").await?;
    app.heading("SOS is not available for this home").await?;
    app.screenshot(&shot("7-refused")).await?;
    Ok(())
}

/// proves: C2
#[tokio::test]
async fn the_sheet_closes_with_escape_and_nothing_was_sent() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    app.press("SOS").await?;
    app.heading("Who should come?").await?;
    app.driver().action_chain().key_down(thirtyfour::Key::Escape).key_up(thirtyfour::Key::Escape).perform().await?;
    app.no_longer_shows("Who should come?").await?;
    slide(&app, "sos_medical").await?;
    app.shows("Requesting medical help in").await?;
    Ok(())
}
