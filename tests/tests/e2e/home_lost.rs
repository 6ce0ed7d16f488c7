//! A station that lost a home that was set up, with its records: told with 911, and set up again from the answers that
//! the app kept.

use anyhow::Result;
use mayday_protocol::eligibility::Reason;
use mayday_tests::setup::PASSWORD;
use mayday_tests::{App, Board, World};
use mayday_wire::{IncidentPhase, NoticeCode};

use crate::scene::{comes_to, newest, records_lost, slide, token_in_keyring, witness_of};
use crate::set_up::{fill, hears_the_message_and_calls_back, next, save, with_alarm};

/// proves: B12, N1, P2
#[tokio::test]
async fn a_home_that_the_station_lost_is_told_with_911_and_set_up_again_from_the_answers_kept_here() -> Result<()> {
    let world = World::builder().window(390, 844).start().await?;
    let app = with_alarm(&world).await?;
    token_in_keyring(&world).await?;
    records_lost(&world).await?;
    app.shows(NoticeCode::HomeUnknown.sentence()).await?;
    app.screenshot("home-lost").await?;
    app.press("SOS").await?;
    app.heading("SOS is not available for this home").await?;
    app.shows(Reason::HomeUnknown.sentence()).await?;
    app.shows(Reason::HomeUnknown.mend()).await?;
    app.shows("911").await?;
    assert!(!app.sees("button[data-kind]").await?, "there is nothing to slide");
    app.screenshot("home-lost-sheet").await?;
    app.find("dialog [data-action=change-home]").await?.click().await?;
    set_up_again(&app).await?;
    app.shows("SOS can be sent from this home.").await?;
    assert!(!app.text_is_shown("does not know this home").await?);

    slide(&app, "sos_police").await?;
    app.shows("already holds your request").await?;
    let client = witness_of(&world).await?;
    let board = Board::from_link(client.board_link().await?.url.reveal()).await?;
    board.wait_for_ringing("Rosa Diaz").await?;
    assert_eq!(newest(&client).await?.street.reveal(), "34 Cedar Lane");
    hears_the_message_and_calls_back(&board).await?;
    comes_to(&client, IncidentPhase::Closed).await?;
    Ok(())
}

/// proves: B12, C6, C8
#[tokio::test]
async fn an_sos_whose_home_the_station_lost_says_so_with_911_and_leads_to_the_set_up() -> Result<()> {
    let world = World::builder().window(390, 844).start().await?;
    let app = with_alarm(&world).await?;
    slide(&app, "sos_medical").await?;
    app.shows("already holds your request").await?;
    records_lost(&world).await?;
    app.heading("The station cannot act on your request").await?;
    app.shows(Reason::HomeUnknown.sentence()).await?;
    app.shows("Call 911").await?;
    app.screenshot("home-lost-sos").await?;
    app.press("Set this home up again").await?;
    set_up_again(&app).await?;
    app.shows("SOS can be sent from this home.").await
}

/// From the question that a refusal led to, to the home that is there again.
async fn set_up_again(app: &App) -> Result<()> {
    app.find("[data-step=password]").await?;
    fill(app, "password", PASSWORD.0).await?;
    next(app).await?;
    app.shows("SOS will work from this home.").await?;
    app.shows("34 Cedar Lane").await?;
    app.shows("Rosa Diaz").await?;
    app.screenshot("home-lost-finish").await?;
    save(app).await?;
    app.shows("The station answers").await
}
