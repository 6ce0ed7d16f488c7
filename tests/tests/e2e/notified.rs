//! A click on a notification: the window, in front, on the timeline.

use anyhow::Result;
use mayday_tests::notifications::click_newest;
use mayday_tests::{PATIENCE, World, eventually, notifications};

use crate::scene::{in_demo, press_and_leave, slide, witness};
use crate::second_device::raise_police;

/// proves: A7
#[tokio::test]
async fn a_click_on_a_notification_brings_a_window_that_was_closed_back_on_the_timeline() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    slide(&app, "sos_police").await?;
    app.heading("Demo · Help requested").await?;
    world.close_window().await?;
    press_and_leave(&app, "Close anyway").await?;
    world.window_goes().await?;
    is_notified(&world, "Demo · Mayday goes on without its window").await?;
    click_newest(&world).await?;
    world.window_comes().await?;
    app.heading("Demo · Help requested").await?;
    Ok(())
}

/// proves: A7
#[tokio::test]
async fn a_click_on_the_news_of_another_device_leads_from_the_dashboard_to_its_timeline() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    app.press("SOS").await?;
    app.heading("Who should come?").await?;
    raise_police(&witness(&world).await?).await?;
    is_notified(&world, "Demo · Help requested").await?;
    click_newest(&world).await?;
    app.heading("Demo · Help requested").await?;
    app.find("[data-phase=contacting]").await?;
    assert!(!app.text_is_shown("Who should come?").await?, "the sheet makes room");
    Ok(())
}

async fn is_notified(world: &World, summary: &str) -> Result<()> {
    let shown = async || notifications(world).iter().any(|it| it.summary == summary);
    eventually(&format!("the notification “{summary}” is shown"), PATIENCE, shown).await
}
