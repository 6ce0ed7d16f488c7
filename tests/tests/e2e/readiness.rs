//! Readiness on the real app: a contact is rung from it and proves that he can be reached; a silent station is red.

use anyhow::Result;
use mayday_protocol::call::DEAF_MS;
use mayday_tests::{App, Board, PATIENCE, World, eventually};
use mayday_wire::{BoardAction, BoardReadinessState};

use crate::scene::{click, with_base_station};

/// proves: O5, P2, N6, V2, M7
#[tokio::test]
async fn a_contact_is_rung_from_the_app_presses_the_digits_and_is_known_to_be_reachable() -> Result<()> {
    let world = World::builder().window(390, 844).start().await?;
    let app = with_base_station(&world).await?;
    let board = Board::open(&world).await?;
    app.shows("Not ready").await?;
    click(&app, "[data-action=readiness]").await?;
    app.heading("Readiness").await?;
    app.shows("Ana Ruiz has never answered a test call.").await?;
    click(&app, "article label:has(input[type=checkbox])").await?;
    app.press("Start a test call to Ana Ruiz").await?;
    eventually("the card rings", PATIENCE, async || {
        let call = board.test_call("Ana Ruiz").await?;
        anyhow::Ok(call.is_some_and(|call| call.state == BoardReadinessState::Ringing))
    })
    .await?;
    board.act_in_test("Ana Ruiz", BoardAction::Answer, None).await?;
    app.shows("The digits to press").await?;
    let call = board.test_call("Ana Ruiz").await?;
    app.shows(&call.map(|call| call.words.join(" ")).unwrap_or_default()).await?;
    app.screenshot("readiness-calling").await?;
    press_the_digits(&app, &board).await?;
    for key in "7867473#".chars() {
        board.act_in_test("Ana Ruiz", BoardAction::Key, Some(key)).await?;
    }
    app.shows("Knows the verbal password.").await?;
    app.shows("1 of 3 contacts answered a test call.").await?;
    app.shows("with Do Not Disturb on").await?;
    app.screenshot("readiness").await?;
    Ok(())
}

/// proves: V2, Q5
#[tokio::test]
async fn readiness_turns_red_while_the_station_hangs() -> Result<()> {
    let world = World::start().await?;
    let app = with_base_station(&world).await?;
    click(&app, "[data-action=readiness]").await?;
    app.shows("The station runs on this computer").await?;
    assert_eq!(world.signal("mayday-station", rustix::process::Signal::STOP), 1);
    app.shows("The station does not answer. SOS cannot be sent.").await?;
    assert_eq!(world.signal("mayday-station", rustix::process::Signal::CONT), 1);
    app.no_longer_shows("The station does not answer. SOS cannot be sent.").await?;
    Ok(())
}

/// The digits are heard two seconds after the pick-up. Until then keys prove nothing, and are pressed again.
async fn press_the_digits(app: &App, board: &Board) -> Result<()> {
    let deaf = std::time::Duration::from_millis(DEAF_MS);
    eventually("the digits prove a person", PATIENCE + deaf, async || {
        let Some(call) = board.test_call("Ana Ruiz").await? else { return Ok(false) };
        if let BoardReadinessState::ProveHuman { digits } = call.state {
            for digit in digits.chars() {
                board.act_in_test("Ana Ruiz", BoardAction::Key, Some(digit)).await?;
            }
            return Ok(false);
        }
        app.text_is_shown("The station asks for the verbal password.").await
    })
    .await
}
