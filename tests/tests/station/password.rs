//! The verbal password on a real keypad's keys: right, wrong, started over, never needed for help.

use anyhow::Result;
use mayday_protocol::incident::{Ending, Event};
use mayday_tests::{Board, PATIENCE, eventually};
use mayday_wire::{BoardAction, BoardCallState, IncidentPhase, IncidentView};

use crate::desk::{Desk, comes_to, id, raise};

/// proves: N1, N2, N5
#[tokio::test]
async fn a_contact_who_knows_the_password_can_cancel_and_no_file_holds_its_digits() -> Result<()> {
    let mut desk = Desk::open().await?;
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    let board = desk.board(&phone).await?;
    asked(&desk, &board).await?;
    type_keys(&board, "99*7867473").await?;
    let keys = board.call("Ana Ruiz").await?.map(|call| call.state);
    assert_eq!(keys, Some(BoardCallState::AskingPassword { keys: 7 }), "the star started it over");
    board.press_key("Ana Ruiz", '#').await?;
    board.wait_for_deciding("Ana Ruiz").await?;
    board.press_key("Ana Ruiz", '2').await?;
    let incident = comes_to(&phone, id(1), IncidentPhase::Closed).await?;
    assert_eq!(incident.ending, Some(Ending::CancelledByContact));

    desk.stop().await;
    for entry in std::fs::read_dir(desk.folder.path())? {
        let path = entry?.path();
        let bytes = std::fs::read(&path).unwrap_or_default();
        assert!(!bytes.windows(7).any(|part| part == b"7867473"), "{} holds the password", path.display());
    }
    Ok(())
}

/// proves: E8, N3
#[tokio::test]
async fn a_wrong_password_requests_police_and_the_caller_is_not_told() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    let board = desk.board(&phone).await?;
    asked(&desk, &board).await?;
    type_keys(&board, "2345678#").await?;
    let incident = comes_to(&phone, id(1), IncidentPhase::Requested).await?;
    assert!(has(&incident, |event| matches!(event, Event::WrongPassword { .. })));
    assert!(!has(&incident, |event| matches!(event, Event::CancelledBy { .. })));
    Ok(())
}

/// proves: E4, N2
#[tokio::test]
async fn help_needs_no_password() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    let board = desk.board(&phone).await?;
    asked(&desk, &board).await?;
    type_keys(&board, "781").await?;
    let incident = comes_to(&phone, id(1), IncidentPhase::Requested).await?;
    assert!(has(&incident, |event| matches!(event, Event::ConfirmedBy { .. })));
    Ok(())
}

/// proves: E8
#[tokio::test]
async fn silence_and_hanging_up_after_the_key_press_request_police() -> Result<()> {
    for (signal, hangs_up) in [(id(1), true), (id(2), false)] {
        let desk = Desk::open().await?;
        let phone = desk.device().await?;
        raise(&phone, signal).await?;
        let board = desk.board(&phone).await?;
        asked(&desk, &board).await?;
        if hangs_up {
            board.act("Ana Ruiz", BoardAction::HangUp, None).await?;
        } else {
            desk.clock.advance(mayday_protocol::call::DECIDE_MS);
        }
        let incident = comes_to(&phone, signal, IncidentPhase::Requested).await?;
        assert!(has(&incident, |event| matches!(event, Event::NoDecision { .. })));
    }
    Ok(())
}

/// The first contact has proven to be a person; the station asks for the password.
async fn asked(desk: &Desk, board: &Board) -> Result<()> {
    board.wait_for_ringing("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Answer, None).await?;
    desk.clock.advance(mayday_protocol::call::DEAF_MS);
    let digits = board.spoken_digits("Ana Ruiz").await?.unwrap_or_default();
    for digit in digits.chars() {
        board.press_key("Ana Ruiz", digit).await?;
    }
    eventually("the station asks for the password", PATIENCE, async || {
        board
            .call("Ana Ruiz")
            .await
            .map(|call| call.is_some_and(|call| matches!(call.state, BoardCallState::AskingPassword { .. })))
    })
    .await
}

async fn type_keys(board: &Board, keys: &str) -> Result<()> {
    for key in keys.chars() {
        board.press_key("Ana Ruiz", key).await?;
    }
    Ok(())
}

fn has(incident: &IncidentView, wanted: impl Fn(&Event) -> bool) -> bool {
    incident.timeline.iter().any(|entry| wanted(&entry.event))
}
