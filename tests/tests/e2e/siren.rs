//! The siren in the real app: beside an SOS, alone, silenced; and the password on the board.

use std::time::Duration;

use anyhow::Result;
use mayday_protocol::incident::Ending;
use mayday_tests::{App, Board, PATIENCE, World, eventually, webhook::Receiver};
use mayday_wire::IncidentPhase;

use crate::scene::{comes_to, in_demo, slide, story, with_base_station, witness};

/// A second and a half, and some more.
const HOLD: Duration = Duration::from_millis(1_900);

/// proves: D1, D6
#[tokio::test]
async fn a_police_sos_sounds_the_base_station_and_silence_silences_it_alone() -> Result<()> {
    let world = World::start().await?;
    let app = with_base_station(&world).await?;
    let board = Board::open(&world).await?;
    slide(&app, "sos_police").await?;
    app.shows("The siren sounds on the virtual base station").await?;
    app.screenshot("siren-sounds").await?;
    assert!(sounds(&board).await?);
    app.press("Silence siren").await?;
    app.shows("The siren is silent").await?;
    assert!(!sounds(&board).await?);
    board.wait_for_ringing("Ana Ruiz").await?;
    Ok(())
}

/// proves: A3, A8, C1, D3
#[tokio::test]
async fn the_siren_alone_is_held_counted_down_sounded_and_silenced_and_nobody_is_called() -> Result<()> {
    let world = World::start().await?;
    let receiver = Receiver::start().await?;
    world.use_webhook(&receiver)?;
    let app = with_base_station(&world).await?;
    let board = Board::open(&world).await?;
    app.press("SOS").await?;
    app.find("button[data-kind=siren_only]").await?.click().await?;
    app.heading("Who should come?").await?;
    hold(&app, "button[data-kind=siren_only]").await?;
    app.shows("Siren sounds in").await?;
    app.screenshot("siren-countdown").await?;
    app.heading("Demo · Siren sounds").await?;
    assert!(sounds(&board).await?);
    assert!(!app.text_is_shown("Help requested").await?, "nobody was asked for help");
    app.screenshot("siren-alone").await?;
    board.silence().await?;
    app.heading("Demo · Siren silent").await?;

    let incident = comes_to(&witness(&world).await?, IncidentPhase::Closed).await?;
    assert_eq!(incident.ending, Some(Ending::SirenOver));
    assert_eq!(story(&incident), ["Held", "HelpRequested", "SirenSounds", "SirenSilent"]);
    assert!(board.view().await?.contacts.iter().all(|contact| contact.calls.is_empty()));
    assert!(receiver.requests().is_empty());
    Ok(())
}

/// proves: D2
#[tokio::test]
async fn a_medical_sos_is_silent_and_announced() -> Result<()> {
    let world = World::start().await?;
    let app = with_base_station(&world).await?;
    slide(&app, "sos_medical").await?;
    app.shows("said aloud that help was requested").await?;
    assert!(!sounds(&Board::open(&world).await?).await?);
    Ok(())
}

/// proves: A3
#[tokio::test]
async fn without_a_base_station_one_line_says_why_there_is_no_siren() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    app.press("SOS").await?;
    app.shows("Needs a base station").await?;
    hold(&app, "button[data-kind=siren_only]").await?;
    app.heading("Who should come?").await?;
    assert!(witness(&world).await?.incidents().await?.is_empty());
    Ok(())
}

/// proves: C4, E8, N1, N3
#[tokio::test]
async fn a_wrong_password_requests_police_and_the_app_tells_it_calmly() -> Result<()> {
    let world = World::start().await?;
    let app = with_base_station(&world).await?;
    let board = Board::open(&world).await?;
    slide(&app, "sos_police").await?;
    board.answer_as_a_human("Ana Ruiz").await?;
    for key in "2345678#".chars() {
        board.press_key("Ana Ruiz", key).await?;
    }
    app.heading("Demo · Police requested").await?;
    app.shows("No valid password").await?;
    Ok(())
}

async fn sounds(board: &Board) -> Result<bool> {
    Ok(board.view().await?.base_station.is_some_and(|base| base.sounding.is_some()))
}

/// Presses and holds with the pointer.
async fn hold(app: &App, selector: &str) -> Result<()> {
    let button = app.find(selector).await?;
    app.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });", vec![button.to_json()?]).await?;
    let driver = app.driver();
    driver.action_chain().move_to_element_center(&button).click_and_hold().perform().await?;
    let held = std::time::Instant::now();
    eventually("a second and a half has passed", PATIENCE, async || held.elapsed() > HOLD).await?;
    Ok(driver.action_chain().release().perform().await?)
}
