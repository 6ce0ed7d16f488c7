//! A device that believes in an entitlement which the station no longer knows: refused, with every reason.

use anyhow::{Context, Result};
use mayday_protocol::eligibility::Reason;
use mayday_protocol::{HomeFacts, Plan};
use mayday_tests::{App, StationBarred, World};

use crate::scene::{in_demo, slide, token_in_keyring, witness};
use crate::set_up::{choose, next, save, with_alarm};

/// proves: B12, B13
#[tokio::test]
async fn a_refusal_in_the_countdown_stops_it_with_every_reason() -> Result<()> {
    let world = World::start().await?;
    let (app, barred) = behind_its_back(&world, in_demo(&world).await?).await?;
    slide(&app, "sos_police").await?;
    world.passes_since_slide(1_000).await?;
    app.shows("Requesting police in").await?;
    drop(barred);
    is_refused(&world, &app).await
}

/// proves: B12, B13, C6
#[tokio::test]
async fn a_refusal_after_the_countdown_shows_every_reason_too() -> Result<()> {
    let world = World::start().await?;
    let (app, barred) = behind_its_back(&world, in_demo(&world).await?).await?;
    slide(&app, "sos_police").await?;
    app.shows("The station has not answered yet.").await?;
    drop(barred);
    is_refused(&world, &app).await
}

/// proves: B12
#[tokio::test]
async fn a_refusal_leads_to_the_answers_of_a_home_that_was_set_up_and_from_there_to_an_sos() -> Result<()> {
    let world = World::start().await?;
    let (app, barred) = behind_its_back(&world, with_alarm(&world).await?).await?;
    slide(&app, "sos_police").await?;
    world.passes_since_slide(1_000).await?;
    app.shows("Requesting police in").await?;
    drop(barred);
    app.heading("Not sent").await?;
    app.shows(Reason::PlanWithoutSos.sentence()).await?;
    app.screenshot("refused-home").await?;
    app.press("Change this home").await?;
    app.find("[data-step=plan]").await?;
    choose(&app, "plan", "pro").await?;
    next(&app).await?;
    save(&app).await?;
    app.shows("SOS can be sent from this home.").await?;
    slide(&app, "sos_police").await?;
    app.shows("already holds your request").await
}

/// The app believes that the home is on Pro, the station knows that it is on Basic and cannot start.
async fn behind_its_back(world: &World, mut app: App) -> Result<(App, StationBarred)> {
    token_in_keyring(world).await?;
    app.kill_minus_9().await?;
    let barred = world.bar_station().await?;
    let db = rusqlite::Connection::open(world.data().join("station.db"))?;
    let facts: String = db.query_row("SELECT facts FROM homes", [], |row| row.get(0))?;
    let facts: HomeFacts = serde_json::from_str(&facts).context("the station's own facts")?;
    let facts = HomeFacts { plan: Plan::Basic, sos_for_cameras: false, ..facts };
    db.execute("UPDATE homes SET facts = ?1", [serde_json::to_string(&facts)?])?;
    db.close().map_err(|(_, error)| error)?;
    app.relaunch().await?;
    app.shows("Pro plan").await?;
    Ok((app, barred))
}

async fn is_refused(world: &World, app: &App) -> Result<()> {
    app.heading("Not sent").await?;
    println!("refused {} ms after the slide", mayday_tests::faults::wall_ms() - world.slid_at_ms()?);
    for reason in [Reason::PlanWithoutSos, Reason::CamerasNotEnrolled] {
        app.shows(reason.sentence()).await?;
        app.shows(reason.mend()).await?;
    }
    app.shows("911").await?;
    app.screenshot("refused-late").await?;
    assert!(witness(world).await?.incidents().await?.is_empty());
    app.press("Back to home").await?;
    app.shows("Basic plan").await?;
    Ok(())
}
