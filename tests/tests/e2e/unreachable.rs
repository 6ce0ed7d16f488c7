//! A station that hangs or is gone when help is asked for: the app keeps trying, says so, and it arrives once.

use anyhow::Result;
use mayday_protocol::incident::CommittedBy;
use mayday_tests::faults::{STATION, wall_ms};
use mayday_tests::{Signal, World};
use mayday_wire::IncidentPhase;

use crate::killed::decided;
use crate::scene::{comes_to, in_demo, slide, story, witness};

/// Far above the usual second, far below the ten for which a first answer may be waited for.
const SOON_MS: i64 = 5_000;

/// proves: C6, C8
#[tokio::test]
async fn a_station_that_hangs_is_told_of_at_eight_seconds_and_gets_the_request_once_when_it_wakes() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    assert_eq!(world.signal(STATION, Signal::STOP), 1);
    slide(&app, "sos_police").await?;
    app.shows("Sending to the station…").await?;
    app.shows("Sending your request…").await?;
    app.shows("The station has not answered yet. We keep trying. Call 911.").await?;
    let said_after = wall_ms() - world.slid_at_ms()?;
    println!("said {said_after} ms after the slide");
    assert!(said_after >= 8_000, "not before it is true");
    app.button("Withdraw").await?;
    app.screenshot("not-answered-yet").await?;

    assert!(world.signal(STATION, Signal::CONT) > 0);
    let back_at = wall_ms();
    app.heading("Demo · Help requested").await?;
    println!("help requested {} ms after the station woke", wall_ms() - back_at);
    let client = witness(&world).await?;
    let incidents = client.incidents().await?;
    assert_eq!(incidents.len(), 1, "it arrived once");
    assert_eq!(story(&incidents[0]).iter().filter(|entry| *entry == "HelpRequested").count(), 1);
    app.press("Back to home").await?;
    app.shows("The station answers").await?;
    assert!(!app.text_is_shown("could not be started").await?, "what is over is not told any more");
    Ok(())
}

/// proves: C6, C8
#[tokio::test]
async fn a_station_killed_in_the_countdown_is_started_again_and_the_request_arrives_once() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    slide(&app, "sos_police").await?;
    app.shows("already holds your request").await?;
    world.passes_since_slide(4_000).await?;
    let barred = world.bar_station().await?;
    world.passes_since_slide(9_000).await?;
    drop(barred);
    let back_at = wall_ms();

    app.heading("Demo · Help requested").await?;
    let took = wall_ms() - back_at;
    println!("help requested {took} ms after a station could start again");
    assert!(took < SOON_MS, "it is started again and again until it can");
    let client = witness(&world).await?;
    let incident = comes_to(&client, IncidentPhase::Contacting).await?;
    println!("decided by the {:?}", decided(&incident)?.0);
    assert_eq!(client.incidents().await?.len(), 1);
    assert_eq!(world.count(STATION), 1);
    assert!(!app.text_is_shown("could not be started").await?);
    Ok(())
}

/// proves: C1, C8
#[tokio::test]
async fn a_station_that_is_gone_before_the_slide_and_comes_back_in_the_countdown_hears_it_in_time() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let barred = world.bar_station().await?;
    app.shows("The station does not answer").await?;
    slide(&app, "sos_medical").await?;
    world.passes_since_slide(2_000).await?;
    drop(barred);
    let back_at = wall_ms();
    app.shows("already holds your request").await?;
    let took = wall_ms() - back_at;
    println!("held {took} ms after a station could start again");
    assert!(took < SOON_MS, "it is started again and again until it can");
    app.heading("Demo · Help requested").await?;
    let incident = comes_to(&witness(&world).await?, IncidentPhase::Contacting).await?;
    assert_eq!(decided(&incident)?.0, CommittedBy::Device);
    Ok(())
}

#[tokio::test]
async fn a_station_that_cannot_start_is_told_of_at_once_and_the_telling_ends_when_it_can() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let settings = world.data().join("station.toml");
    std::fs::write(&settings, "this is no setting")?;
    drop(world.bar_station().await?);
    let gone_at = wall_ms();
    app.shows("The station could not be started.").await?;
    println!("told {} ms after its end", wall_ms() - gone_at);
    std::fs::remove_file(settings)?;
    app.shows("The station answers").await?;
    app.no_longer_shows("The station could not be started.").await
}
