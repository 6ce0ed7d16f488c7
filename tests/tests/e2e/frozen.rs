//! A page that hangs, dies or sleeps with its app: the countdown is not in the page, and the truth comes back.

use anyhow::{Context, Result};
use mayday_protocol::incident::CommittedBy;
use mayday_tests::faults::{APP, WEB_PROCESS, wall_ms};
use mayday_tests::{App, PATIENCE, Signal, World, eventually};
use mayday_wire::IncidentPhase;
use serde_json::json;

use crate::killed::decided;
use crate::scene::{comes_to, counted_to, in_demo, slide, witness};

/// A very busy machine may draw a new page later than the countdown lasts.
const TRIES: usize = 3;
/// Keeps the page busy, from a moment after the script has returned.
pub(crate) const BUSY: &str = r#"
const [ms, done] = arguments;
setTimeout(() => {
  const from = Date.now();
  while (Date.now() - from < ms) {}
  window.wasBusy = [from, Date.now()];
}, 20);
done();
"#;
const WAS_BUSY: &str = "return window.wasBusy ?? null;";

/// proves: C1, C5
#[tokio::test]
async fn a_page_that_hangs_for_seven_seconds_after_the_slide_delays_the_commit_by_nothing() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    slide(&app, "sos_police").await?;
    app.driver().execute_async(BUSY, vec![json!(7_000)]).await?;

    let client = witness(&world).await?;
    let incident = comes_to(&client, IncidentPhase::Contacting).await?;
    let (by, at_ms) = decided(&incident)?;
    let busy = eventually("the page is free again", PATIENCE, async || {
        let busy = app.run(WAS_BUSY, vec![]).await?;
        anyhow::Ok(Some(busy).filter(|busy| busy.is_array()))
    })
    .await?;
    let (from, to) = (busy[0].as_i64().context("a time")?, busy[1].as_i64().context("a time")?);
    let slid_at = world.slid_at_ms()?;
    println!(
        "busy from {} to {} ms after the slide; help requested at {} ms",
        from - slid_at,
        to - slid_at,
        at_ms - slid_at
    );
    assert_eq!(by, CommittedBy::Device, "the device was not late");
    assert!(from < at_ms && at_ms < to, "it was decided while the page hung");
    assert!(at_ms - slid_at >= 5_000, "never early");
    app.heading("Demo · Help requested").await?;
    Ok(())
}

/// The webdriver's session ends with the web process, so the screen itself is looked at from there on: the
/// countdown is the only thing that floods it with red.
///
/// proves: C1, C5
#[tokio::test]
async fn a_page_whose_process_is_killed_in_the_countdown_is_drawn_again_and_the_commit_is_in_time() -> Result<()> {
    let world = World::start().await?;
    let mut app = in_demo(&world).await?;
    let client = witness(&world).await?;
    for n in 1..=TRIES {
        let drawn_in_time = web_processes_die(&world, &app).await?;
        let incident = comes_to(&client, IncidentPhase::Contacting).await?;
        let (by, at_ms) = decided(&incident)?;
        println!("help requested {} ms after the slide", at_ms - world.slid_at_ms()?);
        assert_eq!(by, CommittedBy::Device);
        assert_eq!(client.incidents().await?.len(), n);
        if drawn_in_time {
            return Ok(());
        }
        app.relaunch().await?;
        app.heading("Demo · Help requested").await?;
        app.press("Back to home").await?;
    }
    anyhow::bail!("the countdown was never drawn again before its end")
}

/// Slides, kills the web processes in the countdown, and looks whether the countdown comes back before its end.
async fn web_processes_die(world: &World, app: &App) -> Result<bool> {
    slide(app, "sos_police").await?;
    counted_to(app, 5).await?;
    let drawn = eventually("the countdown floods the screen", PATIENCE, async || {
        world.pixels(is_red).map(|red| Some(red).filter(|red| *red > 100_000))
    })
    .await?;
    let before = world.pids(WEB_PROCESS);
    assert!(world.signal(WEB_PROCESS, Signal::KILL) > 0);
    let killed_at = wall_ms();

    eventually("both pages, the app's and the board's, have a process again", PATIENCE, async || {
        world.pids(WEB_PROCESS).iter().filter(|pid| !before.contains(pid)).count() == before.len()
    })
    .await?;
    println!("web processes {} ms after the kill", wall_ms() - killed_at);
    eventually("the dead page is gone from the screen", PATIENCE, async || {
        world.pixels(is_red).map(|red| red < drawn / 10)
    })
    .await?;
    println!("gone {} ms after the kill", wall_ms() - killed_at);
    let over = async || anyhow::Ok(wall_ms() - world.slid_at_ms()? >= 5_000);
    eventually("the countdown is drawn again, or over", PATIENCE, async || {
        anyhow::Ok(world.pixels(is_red)? > drawn * 9 / 10 || over().await?)
    })
    .await?;
    let in_time = !over().await?;
    println!("drawn again {} ms after the kill, in time: {in_time}", wall_ms() - killed_at);
    Ok(in_time)
}

/// proves: C5
#[tokio::test]
async fn an_app_suspended_over_the_end_of_the_countdown_tells_on_waking_what_the_station_did() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    slide(&app, "sos_police").await?;
    world.passes_since_slide(1_000).await?;
    assert_eq!(world.signal(APP, Signal::STOP), 1);

    let incident = comes_to(&witness(&world).await?, IncidentPhase::Contacting).await?;
    let (by, at_ms) = decided(&incident)?;
    println!("the station acted by itself {} ms after the slide", at_ms - world.slid_at_ms()?);
    assert_eq!(by, CommittedBy::Station);
    world.passes_since_slide(9_000).await?;
    assert_eq!(world.signal(APP, Signal::CONT), 1);
    let woken_at = wall_ms();
    app.shows("Demo · Help requested").await?;
    println!("told {} ms after waking", wall_ms() - woken_at);
    assert_eq!(witness(&world).await?.incidents().await?.len(), 1);
    Ok(())
}

const fn is_red([red, green, blue]: [u8; 3]) -> bool {
    red > 110 && green < red / 3 && blue < red / 3
}
