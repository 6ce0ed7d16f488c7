//! A request that never reached the station, after a restart: the station is asked first, the person decides, and
//! an old one never goes by itself.

use std::time::Duration;

use anyhow::Result;
use mayday_protocol::sos::{Decision, Entry, Signal as SosSignal};
use mayday_protocol::{BootId, Kind, SignalId, Time};
use mayday_tests::faults::wall_ms;
use mayday_tests::{App, Board, World};
use mayday_wire::IncidentPhase;

use crate::scene::{comes_to, in_demo, slide, token_in_keyring, witness};

const DID_NOT_REACH: &str = "Your police request did not reach the station.";
const DAY_MS: i64 = 24 * 3_600_000;

/// proves: C8
#[tokio::test]
async fn a_request_that_never_arrived_is_shown_after_a_restart_and_goes_at_once_when_told_to() -> Result<()> {
    let world = World::start().await?;
    let app = restarted_with_an_unreached_request(&world).await?;
    app.heading(DID_NOT_REACH).await?;
    app.shows("It goes by itself in").await?;
    app.screenshot("waiting").await?;
    let client = witness(&world).await?;
    assert!(client.incidents().await?.is_empty(), "it asks first");
    app.press("Send now").await?;
    app.heading("Demo · Help requested").await?;
    comes_to(&client, IncidentPhase::Contacting).await?;
    assert_eq!(client.incidents().await?.len(), 1);
    Ok(())
}

/// proves: C8
#[tokio::test]
async fn a_request_that_never_arrived_can_be_withdrawn_after_a_restart() -> Result<()> {
    let world = World::start().await?;
    let mut app = restarted_with_an_unreached_request(&world).await?;
    app.heading(DID_NOT_REACH).await?;
    app.press("Withdraw").await?;
    app.heading("Cancelled. Nobody was called.").await?;
    let client = witness(&world).await?;
    assert!(client.incidents().await?.is_empty());
    app.relaunch().await?;
    app.heading("12 Maple Street").await?;
    assert!(Board::open(&world).await?.call("Ana Ruiz").await?.is_none());
    assert!(client.incidents().await?.is_empty(), "it stays withdrawn");
    Ok(())
}

/// proves: C8
#[tokio::test]
async fn a_request_that_never_arrived_goes_by_itself_thirty_seconds_after_a_restart() -> Result<()> {
    let world = World::start().await?;
    let app = restarted_with_an_unreached_request(&world).await?;
    app.heading(DID_NOT_REACH).await?;
    let shown_at = wall_ms();
    app.shows_within("Demo · Help requested", Duration::from_secs(60)).await?;
    let waited = wall_ms() - shown_at;
    println!("it went {waited} ms after it was shown");
    assert!(waited >= 29_000, "there was time to withdraw it");
    assert_eq!(witness(&world).await?.incidents().await?.len(), 1);
    Ok(())
}

/// proves: C8
#[tokio::test]
async fn a_request_of_three_days_ago_is_told_of_once_and_never_sent() -> Result<()> {
    let world = World::start().await?;
    let mut app = in_demo(&world).await?;
    app.kill_minus_9().await?;
    let slid_at = Time::from_clocks(BootId(1), 600_000_000, wall_ms() - 3 * DAY_MS);
    let signal =
        SosSignal { id: SignalId::from_random([3; 16]), kind: Kind::SosPolice, slid_at, drill: false, camera: None };
    let entry = serde_json::to_vec(&Entry { signal, decision: Decision::Commit })?;
    std::fs::write(world.data().join("sos.json"), entry)?;

    app.relaunch().await?;
    app.heading("A police request from earlier never reached the station.").await?;
    app.shows("It will not be sent by itself.").await?;
    app.screenshot("too-old").await?;
    app.press("Back to home").await?;
    app.heading("12 Maple Street").await?;
    app.relaunch().await?;
    app.heading("12 Maple Street").await?;
    app.shows("The station answers").await?;
    assert!(!app.text_is_shown("from earlier").await?);
    assert!(witness(&world).await?.incidents().await?.is_empty());
    slide(&app, "sos_police").await?;
    app.shows("already holds your request").await?;
    Ok(())
}

/// Slides while no station can start, kills the app, lets the station start again, and starts the app.
async fn restarted_with_an_unreached_request(world: &World) -> Result<App> {
    let mut app = in_demo(world).await?;
    token_in_keyring(world).await?;
    let barred = world.bar_station().await?;
    slide(&app, "sos_police").await?;
    world.passes_since_slide(6_000).await?;
    app.kill_minus_9().await?;
    drop(barred);
    app.relaunch().await?;
    Ok(app)
}
