//! "Use SOS only in an emergency": said before the first use, remembered once read, in nobody's way.

use anyhow::Result;
use mayday_tests::{PATIENCE, World, eventually};

use crate::scene::{in_demo, slide};

/// proves: A6
#[tokio::test]
async fn the_rule_is_said_before_the_first_use_and_remembered_once_read_and_stays_on_the_sheet() -> Result<()> {
    let world = World::start().await?;
    let mut app = world.app().await?;
    app.shows("Use SOS only in an emergency.").await?;
    app.press("Try it").await?;
    app.shows("The station answers").await?;
    app.shows("Use SOS only in an emergency.").await?;
    app.press("I understand").await?;
    app.no_longer_shows("Use SOS only in an emergency.").await?;
    let kept = || std::fs::read_to_string(world.data().join("settings.json")).unwrap_or_default();
    eventually("it is remembered", PATIENCE, async || kept().contains("\"rule_read\":true")).await?;
    app.relaunch().await?;
    app.shows("The station answers").await?;
    assert!(!app.text_is_shown("Use SOS only in an emergency.").await?);
    app.press("SOS").await?;
    app.shows("Use SOS only in an emergency.").await?;
    Ok(())
}

/// proves: A6, A9
#[tokio::test]
async fn who_has_not_read_the_rule_can_slide_all_the_same() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    assert!(app.has("button", "I understand").await?, "nobody has read it");
    slide(&app, "sos_medical").await?;
    app.shows("Requesting medical help in").await?;
    Ok(())
}
