//! What the first contact does with the call.

use anyhow::Result;
use mayday_protocol::incident::Ending;
use mayday_tests::{Board, World, webhook::Receiver};
use mayday_wire::{BoardAction, IncidentPhase};

use crate::scene::{comes_to, in_demo, slide, story, witness};

/// proves: C3, C4, M6, M9
#[tokio::test]
async fn a_contact_who_proves_to_be_a_person_can_cancel_and_nobody_is_requested() -> Result<()> {
    let world = World::start().await?;
    let receiver = Receiver::start().await?;
    world.use_webhook(&receiver)?;
    let app = in_demo(&world).await?;
    let board = Board::open(&world).await?;
    slide(&app, "sos_police").await?;

    board.answer_as_a_human("Ana Ruiz").await?;
    app.shows("Only answering this call can cancel").await?;
    board.say_password("Ana Ruiz").await?;
    board.press_key("Ana Ruiz", '2').await?;
    app.heading("Demo · Cancelled by Ana Ruiz").await?;
    app.screenshot("cancelled-by-contact").await?;

    let client = witness(&world).await?;
    let incident = comes_to(&client, IncidentPhase::Closed).await?;
    assert_eq!(incident.ending, Some(Ending::CancelledByContact));
    assert_eq!(story(&incident), ["Held", "HelpRequested", "Calling", "Ringing", "Answered", "CancelledBy"]);
    assert_eq!(client.version().await?.open_incidents, 0);
    assert!(receiver.requests().is_empty());
    Ok(())
}

/// proves: C6, E3, M2, M3
#[tokio::test]
async fn a_voicemail_gets_a_message_while_responders_are_requested_and_both_are_told() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let board = Board::open(&world).await?;
    slide(&app, "sos_medical").await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Voicemail, None).await?;
    app.heading("Demo · Medical help requested").await?;
    app.shows("Message left on the voicemail of Ana Ruiz").await?;
    let message = board.wait_for_message("Ana Ruiz").await?;
    assert!(message.words.reveal().contains("a medical SOS at 12 Maple Street"), "the words say what and where");
    board.wait_for_ringing("Jon Ruiz").await?;
    board.act("Jon Ruiz", BoardAction::Busy, None).await?;
    app.shows("the line was busy").await?;
    board.act("Mika Kern", BoardAction::Fail, None).await?;
    app.shows("the line failed").await?;
    app.screenshot("voicemail").await?;
    Ok(())
}

/// proves: C4, E4, E5
#[tokio::test]
async fn a_contact_who_asks_for_help_gets_it_and_is_not_called_again() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let board = Board::open(&world).await?;
    slide(&app, "sos_fire").await?;

    board.answer_as_a_human("Ana Ruiz").await?;
    board.press_key("Ana Ruiz", '1').await?;
    app.heading("Demo · Fire department requested").await?;
    board.wait_for_ringing("Jon Ruiz").await?;
    board.wait_for_ringing("Mika Kern").await?;
    assert!(board.call("Ana Ruiz").await?.is_none(), "she knows");
    app.screenshot("requested").await?;

    board.answer_as_a_human("Jon Ruiz").await?;
    app.shows("Message heard on Jon Ruiz").await?;
    board.act("Mika Kern", BoardAction::Voicemail, None).await?;
    app.shows("voicemail took it").await?;
    Ok(())
}
