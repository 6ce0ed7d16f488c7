//! Police, from the slide to the dispatch request, and the two seconds in which it can be cancelled.

use anyhow::Result;
use mayday_protocol::incident::Ending;
use mayday_tests::{Board, PATIENCE, Urgency, World, eventually, notifications, webhook::Receiver};
use mayday_wire::{BoardAction, IncidentPhase};

use crate::scene::{comes_to, counted_to, in_demo, newest, slide, story, witness};

/// proves: A1, A2, A7, C1, C6, E1, E2, E3, Q2
#[tokio::test]
async fn police_is_requested_on_screen_only_when_the_receiver_has_accepted() -> Result<()> {
    let world = World::start().await?;
    let receiver = Receiver::start().await?;
    receiver.answer_next([503, 500, 503, 503]);
    world.use_webhook(&receiver)?;
    let app = in_demo(&world).await?;
    let board = Board::open(&world).await?;

    slide(&app, "sos_police").await?;
    app.heading("Demo · Help requested").await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    assert!(receiver.requests().is_empty(), "nobody is asked while the first contact's phone rings");
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;

    app.heading("Demo · Requesting police…").await?;
    receiver.wait_for(1).await?;
    assert!(!app.has("heading", "Demo · Police requested").await?, "the receiver has not accepted");
    app.screenshot("requesting").await?;
    app.heading("Demo · Police requested").await?;

    let requests = receiver.requests();
    let accepted: Vec<_> = requests.iter().filter(|request| request.answered == 200).collect();
    assert_eq!(accepted.len(), 1, "it is asked until it accepts, and then no more");
    for request in &requests {
        request.verify_signature(&receiver.secret())?;
        assert_eq!(request.header("idempotency-key"), requests[0].header("idempotency-key"));
    }
    let body = accepted[0].json()?;
    assert_eq!((body["mode"].as_str(), body["service"].as_str()), (Some("demo"), Some("police")));
    assert_eq!(body["street"].as_str(), Some("12 Maple Street"));
    Ok(())
}

/// proves: C2, C6
#[tokio::test]
async fn a_cancel_at_about_two_seconds_calls_nobody_and_requests_nothing() -> Result<()> {
    let world = World::start().await?;
    let receiver = Receiver::start().await?;
    world.use_webhook(&receiver)?;
    let app = in_demo(&world).await?;

    slide(&app, "sos_police").await?;
    counted_to(&app, 3).await?;
    app.screenshot("countdown").await?;
    app.press("Cancel").await?;
    app.heading("Cancelled. Nobody was called.").await?;
    app.screenshot("cancelled").await?;

    let client = witness(&world).await?;
    let incident = newest(&client).await?;
    assert_eq!((incident.phase, incident.ending), (IncidentPhase::Closed, Some(Ending::CancelledOnDevice)));
    assert_eq!(story(&incident), ["Held", "CancelledInHold"]);
    assert_eq!(client.version().await?.open_incidents, 0, "nothing is left that could act");
    assert!(Board::open(&world).await?.call("Ana Ruiz").await?.is_none());
    assert!(receiver.requests().is_empty());
    app.press("Back to home").await?;
    app.heading("12 Maple Street").await?;
    Ok(())
}

/// proves: A7, C6, Q1
#[tokio::test]
async fn notifications_arrive_with_critical_urgency_and_say_that_it_is_a_demo() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let board = Board::open(&world).await?;
    slide(&app, "sos_police").await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    comes_to(&witness(&world).await?, IncidentPhase::Requested).await?;

    let wanted = ["Demo · Help requested", "Demo · Police requested"];
    let shown = eventually("both notifications are shown", PATIENCE, async || {
        let shown = notifications(&world);
        let all = wanted.iter().all(|summary| shown.iter().any(|it| it.summary == *summary));
        Some(shown).filter(|_| all)
    })
    .await?;
    assert!(shown.iter().all(|it| it.urgency == Urgency::Critical && it.app == "Mayday"), "{shown:?}");
    assert!(shown.iter().all(|it| it.summary.starts_with("Demo") && it.body.starts_with("Demo")), "{shown:?}");
    Ok(())
}
