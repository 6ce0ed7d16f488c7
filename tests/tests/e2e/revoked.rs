//! A device that was removed from its home, before its slide and within its countdown: refused with the reason, and
//! what the station had taken before goes its way.

use anyhow::{Context, Result, ensure};
use mayday_protocol::eligibility::Reason;
use mayday_protocol::incident::{CommittedBy, Event};
use mayday_tests::{App, World};
use mayday_wire::IncidentPhase;

use crate::scene::{comes_to, in_demo, slide, token_in_keyring, witness};

const ACTS_BY_ITSELF: &str = "The station acts by itself";

/// proves: B12, B13, V1
#[tokio::test]
async fn a_device_removed_before_its_slide_is_told_so_with_911_and_can_be_added_again() -> Result<()> {
    let world = World::start().await?;
    let mut app = in_demo(&world).await?;
    token_in_keyring(&world).await?;
    app.kill_minus_9().await?;
    let barred = world.bar_station().await?;
    let db = rusqlite::Connection::open(world.data().join("station.db"))?;
    ensure!(db.execute("UPDATE devices SET revoked_ms = 1", [])? == 1, "the app is the one device");
    db.close().map_err(|(_, error)| error)?;
    app.relaunch().await?;
    app.shows("Pro plan").await?;
    slide(&app, "sos_police").await?;
    world.passes_since_slide(1_000).await?;
    app.shows("Requesting police in").await?;
    drop(barred);
    app.heading("Not sent").await?;
    println!("refused {} ms after the slide", mayday_tests::faults::wall_ms() - world.slid_at_ms()?);
    says(&app, Reason::Revoked).await?;
    app.shows("Nobody was asked to come").await?;
    app.screenshot("revoked-before").await?;
    assert!(witness(&world).await?.incidents().await?.is_empty());

    app.press("Back to home").await?;
    app.shows("This device was removed from the home").await?;
    app.screenshot("revoked-dashboard").await?;
    app.press("SOS").await?;
    app.heading("SOS is not available on this device").await?;
    assert!(!app.sees("button[data-kind]").await?, "there is nothing to slide");
    app.press("Close").await?;
    app.press("Add this device again").await?;
    app.shows("The station answers").await?;
    slide(&app, "sos_police").await?;
    app.shows("already holds your request").await?;
    Ok(())
}

/// proves: B12, C5, C6
#[tokio::test]
async fn a_device_removed_in_its_countdown_is_told_that_the_station_acts_by_itself_and_it_does() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    slide(&app, "sos_police").await?;
    app.shows("already holds your request").await?;
    remove(&world).await?;
    app.heading(ACTS_BY_ITSELF).await?;
    says(&app, Reason::RevokedAfterHold).await?;
    assert!(!app.text_is_shown("Nobody was asked to come").await?);
    app.screenshot("revoked-in-countdown").await?;
    acts_by_itself(&world).await
}

/// proves: C2, C6
#[tokio::test]
async fn a_cancel_of_a_device_removed_in_its_countdown_is_never_shown_as_cancelled() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    slide(&app, "sos_police").await?;
    app.shows("already holds your request").await?;
    remove(&world).await?;
    app.press("Cancel").await?;
    app.heading(ACTS_BY_ITSELF).await?;
    says(&app, Reason::RevokedAfterHold).await?;
    assert!(!app.text_is_shown("Cancelled.").await?);
    acts_by_itself(&world).await
}

/// Removes the home's one device, as an operator does.
async fn remove(world: &World) -> Result<()> {
    let listed = world.station_command()?.arg("devices").arg("--data").arg(world.data()).output().await?;
    let listed = String::from_utf8(listed.stdout)?;
    let device =
        listed.split(' ').next().filter(|_| listed.lines().count() == 1).context("the app is the one device")?;
    let removed = world.station_command()?.args(["revoke", device, "--data"]).arg(world.data()).output().await?;
    ensure!(removed.status.success(), "{}", String::from_utf8_lossy(&removed.stderr));
    Ok(())
}

async fn says(app: &App, reason: Reason) -> Result<()> {
    app.shows(reason.sentence()).await?;
    app.shows(reason.mend()).await?;
    app.shows("911").await
}

async fn acts_by_itself(world: &World) -> Result<()> {
    let incident = comes_to(&witness(world).await?, IncidentPhase::Contacting).await?;
    let by_itself = Event::HelpRequested { by: CommittedBy::Station };
    assert!(incident.timeline.iter().any(|entry| entry.event == by_itself));
    Ok(())
}
