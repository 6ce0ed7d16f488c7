//! Live View in the real app: pictures that move, cameras that fail, and an SOS that waits for neither.

use std::time::Duration;

use anyhow::{Context, Result};
use mayday_tests::{App, PATIENCE, RtspCamera, World, eventually};
use mayday_wire::IncidentPhase;
use thirtyfour::WebElement;

use crate::scene::{click, comes_to, in_demo, slide, witness};

/// What the video has shown and dropped, and where it stands.
const QUALITY: &str = "
    const video = document.querySelector('video');
    const quality = video.getVideoPlaybackQuality();
    return [quality.totalVideoFrames, quality.droppedVideoFrames, video.currentTime, video.videoWidth, video.buffered.length
        ? video.buffered.end(video.buffered.length - 1) - video.currentTime : -1];";

#[derive(Clone, Copy, Debug)]
pub(crate) struct Quality {
    frames: u64,
    dropped: u64,
    time: f64,
    width: u64,
    behind: f64,
}

pub(crate) async fn quality(app: &App) -> Result<Quality> {
    let told = app.run(QUALITY, vec![]).await?;
    let whole = |at: usize| told[at].as_u64().with_context(|| format!("no whole number in {told}"));
    let number = |at: usize| told[at].as_f64().with_context(|| format!("no number in {told}"));
    Ok(Quality { frames: whole(0)?, dropped: whole(1)?, time: number(2)?, width: whole(3)?, behind: number(4)? })
}

/// Waits until so many pictures more were shown, and gives how it stands then. Another stream counts anew.
pub(crate) async fn shows_more(app: &App, than: Quality, frames: u64) -> Result<Quality> {
    let since = std::cell::Cell::new(than);
    eventually(&format!("{frames} more pictures"), PATIENCE, async || {
        let now = quality(app).await?;
        if now.frames < since.get().frames || now.time < since.get().time {
            since.set(now);
        }
        anyhow::Ok(Some(now).filter(|now| now.frames >= since.get().frames + frames && now.time > since.get().time))
    })
    .await
    .with_context(|| format!("after {:?}", since.get()))
}

pub(crate) async fn open(app: &App) -> Result<()> {
    app.press("Open Live View").await
}

pub(crate) async fn stands(app: &App, at: &str) -> Result<()> {
    app.find(&format!("[data-live={at}]")).await.map(drop)
}

/// Below the head that stays where it is.
pub(crate) async fn in_view(app: &App, element: &WebElement) -> Result<()> {
    let middle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
    app.run(middle, vec![element.to_json()?]).await.map(drop)
}

pub(crate) async fn press(app: &App, name: &str) -> Result<()> {
    let button = app.button(name).await?;
    in_view(app, &button).await?;
    button.click().await.with_context(|| format!("{name} is pressed"))
}

pub(crate) async fn connect(app: &App, address: &str, account: Option<(&str, &str)>) -> Result<()> {
    app.find("[data-opens=connect-again] summary").await?;
    if app.sees("[data-opens=connect-again]:not([open]) summary").await? {
        click(app, "[data-opens=connect-again] summary").await?;
        app.find("[data-opens=connect-again][open] input[name=camera_address]").await?;
    }
    let type_in = async |name: &str, text: &str| -> Result<()> {
        let field = app.find(&format!("input[name={name}]")).await?;
        in_view(app, &field).await?;
        field.clear().await.with_context(|| format!("{name} is cleared"))?;
        field.send_keys(text).await.with_context(|| format!("{name} is typed in"))
    };
    type_in("camera_address", address).await?;
    if let Some((user, password)) = account {
        type_in("camera_user", user).await?;
        type_in("camera_password", password).await?;
    }
    press(app, "Look for the picture").await
}

/// proves: S1, S3, A1, A4
#[tokio::test]
async fn an_sos_goes_from_the_running_picture_and_carries_its_camera() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let shield = app.button("SOS").await?.rect().await?;
    open(&app).await?;
    stands(&app, "playing").await?;
    let began = quality(&app).await?;
    let shown = shows_more(&app, began, 12).await?;
    assert_eq!(shown.width, 1280);
    app.screenshot("live").await?;
    let here = app.button("SOS").await?.rect().await?;
    assert_eq!((here.x, here.y, here.width, here.height), (shield.x, shield.y, shield.width, shield.height));
    app.shows("12 Maple Street").await?;

    app.press("SOS").await?;
    app.heading("Who should come?").await?;
    let under = quality(&app).await?;
    shows_more(&app, under, 3).await.context("the picture goes on under the sheet")?;
    app.screenshot("live-sheet").await?;
    app.slide_fully("sos_police").await?;
    app.heading("Demo · Help requested").await?;
    app.shows("Sent from the picture of Front door").await?;
    app.screenshot("live-incident").await?;
    let incident = comes_to(&witness(&world).await?, IncidentPhase::Contacting).await?;
    assert_eq!(incident.camera.context("it carries its camera")?.name.reveal(), "Front door");
    Ok(())
}

/// proves: S2
#[tokio::test]
async fn a_real_camera_is_connected_plays_without_a_drop_stops_with_its_time_and_comes_back() -> Result<()> {
    let world = World::start().await?;
    let camera = RtspCamera::start(&["--audio", "aac", "--auth", "ana:ses@me", "--digest"])?;
    let app = in_demo(&world).await?;
    open(&app).await?;
    stands(&app, "playing").await?;
    connect(&app, &camera.address(), Some(("ana", "wrong"))).await?;
    app.shows("The camera refuses the user name or the password").await?;
    app.screenshot("live-wrong-password").await?;
    connect(&app, &camera.address(), Some(("ana", "ses@me"))).await?;
    app.shows("Connected. This computer keeps the address").await?;
    app.shows("From 127.0.0.1 on this network").await?;
    stands(&app, "playing").await?;
    let began = quality(&app).await?;
    let shown = shows_more(&app, began, 60).await?;
    assert_eq!((shown.width, shown.dropped), (1280, 0), "{shown:?}");
    assert!(shown.behind < 1.5, "it stays at the live edge: {shown:?}");
    app.screenshot("live-real").await?;
    press(&app, "Turn sound on").await?;
    let loud = quality(&app).await?;
    shows_more(&app, loud, 15).await?;

    let port = camera.port();
    drop(camera);
    stands(&app, "stopped").await?;
    app.shows("No picture for").await?;
    app.shows("SOS works without the picture.").await?;
    app.screenshot("live-stopped").await?;
    let _camera = RtspCamera::start_at(port, &["--audio", "aac", "--auth", "ana:ses@me", "--digest"])?;
    press(&app, "Try again now").await?;
    stands(&app, "playing").await?;
    let again = quality(&app).await?;
    shows_more(&app, again, 15).await?;
    let log = world.log();
    assert!(!log.contains("ses@me") && !log.contains("/live"), "no password and no path in the log");
    let kept = std::fs::read_to_string(world.data().join("cameras.json"))?;
    assert!(kept.contains("rtsp://127.0.0.1") && !kept.contains("ses@me"), "{kept}");
    Ok(())
}

/// proves: S1, A9
#[tokio::test]
async fn the_shield_waits_for_no_camera() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let camera = RtspCamera::start(&[])?;
    open(&app).await?;
    connect(&app, &camera.address(), None).await?;
    app.shows("Connected. This computer keeps the address").await?;
    drop(camera);
    stands(&app, "stopped").await?;
    slide(&app, "sos_fire").await?;
    app.heading("Demo · Help requested").await?;
    let incident = comes_to(&witness(&world).await?, IncidentPhase::Contacting).await?;
    assert!(incident.camera.is_some());
    Ok(())
}

/// proves: S1
#[tokio::test]
async fn a_picture_fills_the_screen_is_saved_and_a_camera_is_named() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let shield = app.button("SOS").await?.rect().await?;
    open(&app).await?;
    stands(&app, "playing").await?;
    let began = quality(&app).await?;
    shows_more(&app, began, 3).await?;
    press(&app, "Save picture").await?;
    app.shows("Saved as ").await?;
    let saved = world.home().join("Downloads").join("Mayday picture.jpg");
    let bytes = std::fs::read(&saved).or_else(|_| std::fs::read(world.home().join("Mayday picture.jpg")))?;
    assert!(bytes.starts_with(&[0xff, 0xd8, 0xff]) && bytes.len() > 10_000, "{} bytes", bytes.len());

    app.press("Fill the screen").await?;
    app.button("Leave full screen").await?;
    app.screenshot("live-full").await?;
    let here = app.button("SOS").await?.rect().await?;
    assert_eq!((here.width, here.height), (shield.width, shield.height));
    app.press("Leave full screen").await?;

    click(&app, "[data-opens=camera-name] summary").await?;
    let field = app.find("input[name=camera_name]").await?;
    in_view(&app, &field).await?;
    field.clear().await?;
    field.send_keys("Garden gate").await?;
    press(&app, "Keep this name").await?;
    app.heading("Garden gate").await?;
    let home = witness(&world).await?.home().await?;
    assert_eq!(home.cameras[0].name.reveal(), "Garden gate");
    Ok(())
}

/// proves: S4, N5
#[tokio::test]
async fn what_the_camera_shows_around_an_sos_is_kept_sealed_outlives_a_crash_is_watched_and_deleted() -> Result<()> {
    let world = World::start().await?;
    let mut app = in_demo(&world).await?;
    open(&app).await?;
    stands(&app, "playing").await?;
    slide(&app, "sos_police").await?;
    app.heading("Demo · Help requested").await?;
    app.shows("Being kept: it goes on for a minute.").await?;
    let clips = world.data().join("clips");
    let file = eventually("a clip is on the disk", PATIENCE, async || {
        let files = crate::scene::files(&clips)?;
        let large = |file: &&std::path::PathBuf| std::fs::metadata(file).is_ok_and(|known| known.len() > 20_000);
        anyhow::Ok(files.iter().find(large).cloned())
    })
    .await?;
    app.kill_minus_9().await?;
    let bytes = std::fs::read(&file)?;
    assert!(
        bytes.starts_with(b"MAYCLIP1") && !bytes.windows(4).any(|four| four == b"moof"),
        "nothing of it can be read"
    );

    app.relaunch().await?;
    press(&app, "Show what happens").await?;
    app.heading("Demo · Help requested").await?;
    app.shows("Cut off: Mayday or the camera ended before the minute was over.").await?;
    press(&app, "Watch Front door").await?;
    let video = "const video = document.querySelector('video[controls]'); return video ? [video.videoWidth, video.currentTime] : null";
    eventually("the clip plays", PATIENCE, async || {
        let told = app.run(video, vec![]).await?;
        anyhow::Ok((told[0] == 1280 && told[1].as_f64().is_some_and(|time| time > 0.3)).then_some(()))
    })
    .await?;
    app.screenshot("live-clip").await?;
    press(&app, "Delete this clip").await?;
    press(&app, "Delete it").await?;
    app.no_longer_shows("Clips from the cameras").await?;
    assert!(!file.exists());
    Ok(())
}

/// A clip's whole time, and as much again on a busy machine.
const MINUTE: Duration = Duration::from_secs(150);

/// proves: S4
#[tokio::test]
async fn a_clip_has_the_ten_seconds_before_an_sos_and_the_minute_after_it() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    open(&app).await?;
    stands(&app, "playing").await?;
    let began = quality(&app).await?;
    // Twelve seconds, since it has fifteen pictures a second.
    shows_more(&app, began, 180).await?;
    slide(&app, "sos_police").await?;
    app.heading("Demo · Help requested").await?;
    let clips = world.data().join("clips");
    let length_ms = eventually("the clip is whole", MINUTE, async || {
        let files = crate::scene::files(&clips)?;
        let whole = files.iter().filter(|file| file.extension().is_some_and(|end| end == "clip"));
        let length = whole.filter_map(|file| file.file_stem()?.to_str()?.rsplit('.').next()?.parse::<u64>().ok());
        anyhow::Ok(length.max())
    })
    .await?;
    assert!((68_000..73_000).contains(&length_ms), "{length_ms} ms");
    app.shows("around the beginning").await?;
    press(&app, "Watch Front door").await?;
    let shown = "
        const video = document.querySelector('video[controls]');
        return video?.buffered.length ? [video.buffered.start(0), video.duration] : null";
    eventually("all of it can be watched, from zero on", PATIENCE, async || {
        let told = app.run(shown, vec![]).await?;
        let (starts, lasts) = (told[0].as_f64(), told[1].as_f64());
        anyhow::Ok(starts < Some(0.1) && lasts.is_some_and(|seconds| (68.0..73.0).contains(&seconds)))
    })
    .await
}

/// How soon the sheet is there, from the press.
const SHEET: &str = "
    const shield = document.querySelector('button[aria-haspopup=dialog]');
    const done = arguments[arguments.length - 1];
    const pressed = performance.now();
    shield.click();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - pressed)));";

async fn sheet_ms(app: &App) -> Result<f64> {
    let took = app.driver().execute_async(SHEET, vec![]).await?;
    app.heading("Who should come?").await?;
    app.press("Close").await?;
    took.json().as_f64().context("a number")
}

/// proves: A9, S1
#[tokio::test]
async fn the_sheet_opens_over_a_dead_camera_about_as_fast_as_on_the_dashboard() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let camera = RtspCamera::start(&[])?;
    let mut dashboard = vec![];
    for _ in 0..15 {
        dashboard.push(sheet_ms(&app).await?);
    }
    open(&app).await?;
    connect(&app, &camera.address(), None).await?;
    app.shows("Connected. This computer keeps the address").await?;
    drop(camera);
    stands(&app, "stopped").await?;
    let mut live = vec![];
    for _ in 0..15 {
        live.push(sheet_ms(&app).await?);
    }
    let median = |all: &mut Vec<f64>| {
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    };
    let (dashboard, live) = (median(&mut dashboard), median(&mut live));
    println!(
        "press to sheet: {live:.1} ms over a dead camera, {dashboard:.1} ms on the dashboard: {:.2}",
        live / dashboard
    );
    assert!(live < dashboard * 4.0 + 50.0, "{live} ms against {dashboard} ms");
    Ok(())
}
