//! The webhook dispatcher against a real HTTP server.

use anyhow::Result;
use mayday_tests::webhook::Receiver;
use mayday_wire::{BoardAction, IncidentPhase};

use crate::desk::{Desk, comes_to, id, raise};

/// proves: E3, Q2
#[tokio::test]
async fn a_request_is_signed_and_repeated_under_one_key_until_it_is_accepted() -> Result<()> {
    let receiver = Receiver::start().await?;
    receiver.answer_next([500, 302, 404]);
    let desk = desk_with(&receiver).await?;
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    ignore_first_call(&desk, &phone).await?;
    let incident = comes_to(&phone, id(1), IncidentPhase::Requested).await?;

    let requests = receiver.requests();
    assert_eq!(requests.iter().map(|request| request.answered).collect::<Vec<_>>(), [500, 302, 404, 200]);
    for request in &requests {
        request.verify_signature(&receiver.secret())?;
        assert_eq!(request.header("idempotency-key"), format!("{}-police-1", incident.id));
        assert_eq!(request.body, requests[0].body);
    }
    Ok(())
}

/// proves: Q2
#[tokio::test]
async fn a_request_that_was_not_accepted_before_a_restart_goes_on_under_the_same_key() -> Result<()> {
    let receiver = Receiver::start().await?;
    receiver.answer_next([503; 40]);
    let mut desk = desk_with(&receiver).await?;
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    ignore_first_call(&desk, &phone).await?;
    receiver.wait_for(1).await?;
    comes_to(&phone, id(1), IncidentPhase::Requesting).await?;
    desk.restart().await?;
    let requests = receiver.wait_for(receiver.requests().len() + 2).await?;
    assert!(requests.iter().all(|request| request.header("webhook-id") == requests[0].header("webhook-id")));
    comes_to(&phone, id(1), IncidentPhase::Requesting).await?;
    Ok(())
}

/// proves: Q2
#[tokio::test]
async fn thirty_seconds_without_confirmation_are_told_as_not_confirmed() -> Result<()> {
    let receiver = Receiver::start().await?;
    receiver.answer_next([503; 100]);
    let desk = desk_with(&receiver).await?;
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    ignore_first_call(&desk, &phone).await?;
    receiver.wait_for(1).await?;
    desk.clock.advance(mayday_protocol::incident::UNCONFIRMED_MS);
    mayday_tests::eventually("it is told as not confirmed", mayday_tests::PATIENCE, async || {
        let incident = phone.incidents().await?.remove(0);
        let told = |entry: &mayday_wire::TimelineEntry| {
            matches!(entry.event, mayday_protocol::incident::Event::NotConfirmed { .. })
        };
        anyhow::Ok(incident.timeline.iter().any(told))
    })
    .await
}

#[tokio::test]
async fn settings_that_are_not_understood_stop_the_start_with_a_sentence() -> Result<()> {
    for (settings, sentence) in [
        ("webhok = 1", "is not understood"),
        ("[webhook]\nurl = \"http://127.0.0.1:1/\"\nsecret_file = \"none\"", "cannot read the secret"),
    ] {
        let folder = tempfile::tempdir()?;
        std::fs::write(folder.path().join("station.toml"), settings)?;
        let error = Desk::open_in(folder).await.err().map(|error| format!("{error:#}")).unwrap_or_default();
        assert!(error.contains(sentence), "{error}");
    }
    Ok(())
}

async fn desk_with(receiver: &Receiver) -> Result<Desk> {
    let folder = tempfile::Builder::new().prefix("ms-").tempdir()?;
    receiver.configure(folder.path())?;
    Desk::open_in(folder).await
}

async fn ignore_first_call(desk: &Desk, phone: &mayday_station::client::Client) -> Result<()> {
    let board = desk.board(phone).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Ignore, None).await
}
