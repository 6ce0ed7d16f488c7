//! A cancel that the station does not answer: the screen's last word is the station's.

use anyhow::Result;
use mayday_protocol::incident::Ending;
use mayday_tests::faults::{STATION, wall_ms};
use mayday_tests::{App, Board, PATIENCE, Signal, World, eventually};
use mayday_wire::IncidentPhase;
use serde_json::json;

use crate::scene::{comes_to, in_demo, newest, slide, story, witness};

/// See the test that tries.
const TRIES: usize = 3;
/// Presses Escape at a time of the wall clock, without webdriver's own way to the page.
const ESCAPE_AT: &str = r#"
const [at, done] = arguments;
setTimeout(() => {
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  done();
}, at - Date.now());
"#;

const UNREACHED: &str = "Could not reach the station to cancel. If it got your request it will call Ana Ruiz.";

/// proves: C2, C6
#[tokio::test]
async fn a_cancel_while_the_station_hangs_is_cancelled_only_when_the_station_has_said_so() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let board = Board::open(&world).await?;
    assert_eq!(world.signal(STATION, Signal::STOP), 1);
    slide(&app, "sos_police").await?;
    cancel_at_two_seconds(&world, &app).await?;
    app.screenshot("cancel-unreached").await?;

    assert!(world.signal(STATION, Signal::CONT) > 0);
    let back_at = wall_ms();
    app.heading("Cancelled. Nobody was called.").await?;
    println!("cancelled {} ms after the station woke", wall_ms() - back_at);
    let client = witness(&world).await?;
    let incidents = client.incidents().await?;
    assert!(incidents.iter().all(|incident| incident.ending == Some(Ending::CancelledOnDevice)), "{incidents:?}");
    assert_eq!(client.version().await?.open_incidents, 0, "nothing is left that could act");
    assert!(board.call("Ana Ruiz").await?.is_none());
    Ok(())
}

/// The station holds the request, hangs over its own deadline, and finds deadline and cancel at once.
///
/// proves: C2, C6
#[tokio::test]
async fn a_cancel_that_a_station_hears_after_it_acted_by_itself_still_counts_and_the_words_stay_true() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let board = Board::open(&world).await?;
    slide(&app, "sos_police").await?;
    app.shows("already holds your request").await?;
    assert_eq!(world.signal(STATION, Signal::STOP), 1);
    cancel_at_two_seconds(&world, &app).await?;

    assert!(world.signal(STATION, Signal::CONT) > 0);
    app.shows("Cancelled. Nobody was").await?;
    let client = witness(&world).await?;
    let incidents = client.incidents().await?;
    assert_eq!(incidents.len(), 1);
    let (incident, story) = (&incidents[0], story(&incidents[0]));
    println!("{story:?}");
    assert_eq!((incident.phase, incident.ending), (IncidentPhase::Closed, Some(Ending::CancelledOnDevice)));
    let called = story.iter().any(|entry| entry == "Calling");
    app.heading(if called { "Cancelled. Nobody was asked to come." } else { "Cancelled. Nobody was called." }).await?;
    assert!(!story.iter().any(|entry| entry == "Requesting"));
    board.wait_for_quiet("Ana Ruiz").await?;
    Ok(())
}

/// A very busy machine may deliver a key after the countdown. Then the truth is that it was late, and it is tried again.
///
/// proves: C2
#[tokio::test]
async fn a_cancel_at_4_8_seconds_is_in_time_and_nobody_is_called() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let board = Board::open(&world).await?;
    let client = witness(&world).await?;
    for n in 1..=TRIES {
        slide(&app, "sos_police").await?;
        app.shows("already holds your request").await?;
        app.driver().execute_async(ESCAPE_AT, vec![json!(world.slid_at_ms()? + 4_800)]).await?;
        let incident = eventually("the station knows how it ended", PATIENCE, async || {
            let incident = newest(&client).await?;
            anyhow::Ok(Some(incident).filter(|incident| incident.phase != IncidentPhase::Held))
        })
        .await?;
        if incident.phase == IncidentPhase::Closed {
            assert_eq!(story(&incident), ["Held", "CancelledInHold"]);
            let after = incident.timeline[1].at_ms - incident.timeline[0].at_ms;
            println!("cancelled {after} ms after the hold was stored");
            assert!(after >= 4_500, "{after} ms");
            app.heading("Cancelled. Nobody was called.").await?;
            assert!(board.call("Ana Ruiz").await?.is_none());
            return Ok(());
        }
        println!("try {n}: the key came too late");
        board.answer_as_a_human("Ana Ruiz").await?;
        board.say_password("Ana Ruiz").await?;
        board.press_key("Ana Ruiz", '2').await?;
        comes_to(&client, IncidentPhase::Closed).await?;
        app.press("Back to home").await?;
    }
    panic!("no key came in time in {TRIES} tries")
}

/// Cancels, and waits until the screen admits that the station has not heard of it.
async fn cancel_at_two_seconds(world: &World, app: &App) -> Result<()> {
    world.passes_since_slide(2_000).await?;
    app.press("Cancel").await?;
    app.heading("Cancelling…").await?;
    app.shows(UNREACHED).await?;
    let said_after = wall_ms() - world.slid_at_ms()?;
    println!("said {said_after} ms after the slide");
    assert!(said_after >= 8_000, "not before it is true");
    assert!(!app.text_is_shown("Cancelled").await?, "only the station can say so");
    Ok(())
}
