//! A disk that is full, for the app's own record and for everything: nothing is delayed, and what cannot be done is
//! said in words.

use anyhow::Result;
use mayday_tests::faults::{STATION, wall_ms};
use mayday_tests::{App, PATIENCE, Signal, World, eventually};
use mayday_wire::ErrorCode;

use crate::scene::{in_demo, slide, witness};

const MIB: usize = 1024 * 1024;
const DISK: usize = 32 * MIB;
const NO_RECORD: &str = "This device could not write its record";
const DISK_FULL: &str = "The station's disk is full";

/// proves: A9, C1, C6
#[tokio::test]
async fn a_journal_of_the_app_on_a_full_disk_delays_nothing_and_is_said() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    // Every write to this device fails as on a disk without a byte left.
    let beside = world.data().join("sos.new");
    std::os::unix::fs::symlink("/dev/full", &beside)?;
    let from = wall_ms();
    slide(&app, "sos_police").await?;
    app.shows(NO_RECORD).await?;
    app.shows("already holds your request").await?;
    app.screenshot("no-record").await?;
    app.heading("Demo · Help requested").await?;
    println!("help requested {} ms after the shield was pressed", wall_ms() - from);
    assert_eq!(witness(&world).await?.incidents().await?.len(), 1);
    assert!(!world.data().join("sos.json").exists(), "nothing was written");

    std::fs::remove_file(beside)?;
    app.press("Back to home").await?;
    slide(&app, "sos_police").await?;
    app.shows("already holds your request").await?;
    assert!(!app.text_is_shown(NO_RECORD).await?, "what is over is not said any more");
    Ok(())
}

/// proves: C6, C8
#[tokio::test]
async fn on_a_full_disk_an_sos_goes_through_and_with_not_a_byte_left_the_screen_says_why_it_does_not() -> Result<()> {
    let world = World::builder().small_disk(DISK).start().await?;
    let app = in_demo(&world).await?;
    let client = witness(&world).await?;
    world.disk()?.fill()?;
    slide(&app, "sos_police").await?;
    app.heading("Demo · Help requested").await?;
    app.press("Back to home").await?;
    app.shows(DISK_FULL).await?;
    app.screenshot("disk-full").await?;
    let before = client.incidents().await?.len();
    assert_eq!(before, 1);

    // Another program takes the rest too.
    world.disk()?.fill()?;
    eventually("the station takes no new request", PATIENCE, async || {
        world.disk()?.fill()?;
        let refused = client.enter_demo("Another").await.err().map(|refusal| refusal.to_string());
        anyhow::Ok(refused.is_some_and(|said| said == ErrorCode::DiskFull.sentence()))
    })
    .await?;
    slide(&app, "sos_fire").await?;
    app.shows("it could not store this request. We keep trying.").await?;
    app.heading("Call 911 yourself").await?;
    app.screenshot("not-stored").await?;
    assert!(!app.has("heading", "Demo · Help requested").await?);
    world.disk()?.make_room()?;
    let from = wall_ms();
    // The first contact is in the first one's call, so the fire department is requested at once.
    app.shows("Help requested: the station has your request").await?;
    println!("help requested {} ms after there was room", wall_ms() - from);
    assert_eq!(client.incidents().await?.len(), before + 1, "it arrived once");
    app.press("Back to home").await?;
    app.no_longer_shows(DISK_FULL).await
}

/// proves: B12
#[tokio::test]
async fn with_a_protected_disk_the_app_opens_and_says_why_its_station_cannot_start() -> Result<()> {
    let world = World::builder().small_disk(DISK).start().await?;
    let mut app = in_demo(&world).await?;
    app.kill_minus_9().await?;
    world.signal(STATION, Signal::KILL);
    world.disk()?.protect().await?;
    app.relaunch().await?;
    says_so(&app).await?;
    app.screenshot("protected").await?;
    // Help can be asked for all the same: the app keeps trying, and shows the number that somebody can dial.
    slide(&app, "sos_medical").await?;
    app.shows("We keep trying. Call 911.").await
}

async fn says_so(app: &App) -> Result<()> {
    app.heading("12 Maple Street").await?;
    app.shows("The station could not be started.").await?;
    app.shows("Mayday cannot write to its own folder").await
}
