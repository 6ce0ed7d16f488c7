//! Starting where something is missing: no keyring, a keyring that asks, no display, a second start.

use std::time::Instant;

use anyhow::{Context, Result};
use mayday_tests::{Board, Keyring, World};

use crate::scene::{files, in_demo, slide, token_in_keyring, witness};

#[tokio::test]
async fn the_token_is_in_the_keyring_and_in_no_file() -> Result<()> {
    let world = World::start().await?;
    let mut app = in_demo(&world).await?;
    let token = token_in_keyring(&world).await?;
    assert!(token.len() >= 43, "256 bits");
    for file in files(&world.data())? {
        let bytes = std::fs::read(&file).unwrap_or_default();
        let found = bytes.windows(token.len()).any(|part| part == token.as_bytes());
        assert!(!found, "{} holds the token", file.display());
    }
    app.kill_minus_9().await?;
    app.relaunch().await?;
    app.shows("The station answers").await?;
    assert!(!app.text_is_shown("keyring did not answer").await?);
    Ok(())
}

/// proves: A9
#[tokio::test]
async fn without_a_keyring_mayday_says_so_and_sos_works() -> Result<()> {
    let world = World::builder().keyring(Keyring::Missing).start().await?;
    let mut app = in_demo(&world).await?;
    app.kill_minus_9().await?;
    app.relaunch().await?;
    app.shows("keyring did not answer").await?;
    slide(&app, "sos_police").await?;
    app.heading("Demo · Help requested").await?;
    assert_eq!(witness(&world).await?.incidents().await?.len(), 1);
    Ok(())
}

/// proves: A9
#[tokio::test]
async fn a_keyring_that_waits_for_a_person_delays_neither_the_window_nor_sos() -> Result<()> {
    let world = World::builder().start().await?;
    let mut app = in_demo(&world).await?;
    token_in_keyring(&world).await?;
    app.kill_minus_9().await?;
    world.lock_keyring().await?;
    let started = Instant::now();
    app.relaunch().await?;
    app.press("SOS").await?;
    app.heading("Who should come?").await?;
    println!("the sheet is open {} ms after the start, the keyring still waiting", started.elapsed().as_millis());
    app.slide_fully("sos_police").await?;
    app.shows("already holds your request").await?;
    app.heading("Demo · Help requested").await?;
    Ok(())
}

#[tokio::test]
async fn without_a_display_the_app_says_so_and_ends() -> Result<()> {
    let world = World::start().await?;
    let output = world.spawn_app_without_screen()?.wait_with_output().await?;
    assert_eq!(output.status.code(), Some(4));
    assert!(String::from_utf8_lossy(&output.stderr).contains("There is no display"), "{output:?}");
    Ok(())
}

#[tokio::test]
async fn a_second_start_brings_the_first_window_forward_and_doubles_nothing() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let first = app.pid().context("the app runs")?;
    let output = world.spawn_app()?.wait_with_output().await?;
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("already open"), "{output:?}");
    assert_eq!((app.pid(), world.count("mayday-station")), (Some(first), 1));
    app.shows("12 Maple Street").await?;
    Ok(())
}

#[tokio::test]
async fn no_log_of_app_or_station_holds_a_name_a_number_an_address_or_a_token() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let token = token_in_keyring(&world).await?;
    let board = Board::open(&world).await?;
    slide(&app, "sos_police").await?;
    board.answer_as_a_human("Ana Ruiz").await?;
    board.press_key("Ana Ruiz", '1').await?;
    app.heading("Demo · Police requested").await?;
    let logs = [world.log(), std::fs::read_to_string(world.data().join("station.log"))?].concat();
    assert!(logs.contains("the station is up"), "these are the logs");
    for private in ["Ana", "Ruiz", "555-01", "Maple", "Austin", &token] {
        assert!(!logs.contains(private), "a log holds {private:?}");
    }
    Ok(())
}
