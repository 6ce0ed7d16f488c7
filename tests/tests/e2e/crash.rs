//! What a smashed phone, a killed app or a second start changes: nothing, and never a second signal.

use anyhow::Result;
use mayday_protocol::incident::{CommittedBy, Event};
use mayday_tests::{Board, World, webhook::Receiver};
use mayday_wire::{BoardAction, IncidentPhase};

use crate::scene::{comes_to, counted_to, in_demo, newest, slide, witness};

/// proves: C5
#[tokio::test]
async fn an_app_killed_at_two_seconds_has_still_called_for_help() -> Result<()> {
    let world = World::start().await?;
    let receiver = Receiver::start().await?;
    world.use_webhook(&receiver)?;
    let mut app = in_demo(&world).await?;
    slide(&app, "sos_police").await?;
    counted_to(&app, 3).await?;
    app.kill_minus_9().await?;

    let client = witness(&world).await?;
    let incident = comes_to(&client, IncidentPhase::Contacting).await?;
    let by_itself = Event::HelpRequested { by: CommittedBy::Station };
    assert!(incident.timeline.iter().any(|entry| entry.event == by_itself), "{:?}", incident.timeline);

    let board = Board::open(&world).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    receiver.wait_for(1).await?;

    app.relaunch().await?;
    app.shows("Demo · Police requested").await?;
    assert_eq!(client.incidents().await?.len(), 1, "never a second signal");
    Ok(())
}

/// proves: C8
#[tokio::test]
async fn an_app_restarted_within_the_countdown_takes_it_up_and_can_still_cancel() -> Result<()> {
    let world = World::start().await?;
    let mut app = in_demo(&world).await?;
    slide(&app, "sos_police").await?;
    counted_to(&app, 5).await?;
    app.kill_minus_9().await?;
    app.relaunch().await?;
    app.shows("Requesting police in").await?;
    app.press("Cancel").await?;
    app.shows("Cancelled. Nobody was called.").await?;

    let client = witness(&world).await?;
    assert_eq!(newest(&client).await?.phase, IncidentPhase::Closed);
    assert_eq!(client.incidents().await?.len(), 1, "never a second signal");
    Ok(())
}
