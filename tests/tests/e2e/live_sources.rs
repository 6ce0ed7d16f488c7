//! Where Live View's pictures come from, in the real app: sound in G.711, single pictures, go2rtc, and a window that shows no
//! video.

use anyhow::{Context, Result};
use mayday_tests::{App, Login, PATIENCE, RtspCamera, WebCamera, World, eventually};
use mayday_wire::IncidentPhase;

use crate::live::{connect, in_view, open, press, quality, shows_more, stands};
use crate::scene::{comes_to, in_demo, slide, witness};

/// The canvas that shows single pictures: how large they are, and a sum over one that changes with each.
const DRAWN: &str = "
    const canvas = document.querySelector('[data-live] canvas');
    if (getComputedStyle(canvas).visibility !== 'visible') return null;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let sum = 0;
    for (let at = 0; at < data.length; at += 97) sum = (sum * 31 + data[at]) % 1000003;
    return [canvas.width, sum];";

/// Listens to what the video sounds like.
const LISTEN: &str = "
    const context = new AudioContext();
    void context.resume();
    window.ear = context.createAnalyser();
    ear.fftSize = 8192;
    context.createMediaElementSource(document.querySelector('video')).connect(ear);
    ear.connect(context.destination);";

/// The loudest of the latest samples, of full scale.
const LOUDEST: &str = "
    const samples = new Float32Array(ear.fftSize);
    ear.getFloatTimeDomainData(samples);
    return samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);";

/// Waits until single pictures of this width were drawn, so many different ones.
async fn draws(app: &App, width: u64, pictures: usize) -> Result<()> {
    let mut seen = std::collections::BTreeSet::new();
    eventually(&format!("{pictures} single pictures"), PATIENCE, async || {
        let told = app.run(DRAWN, vec![]).await?;
        if told[0].as_u64() == Some(width) {
            seen.extend(told[1].as_u64());
        }
        anyhow::Ok(seen.len() >= pictures)
    })
    .await
}

async fn connected(app: &App, address: &str, account: Option<(&str, &str)>) -> Result<()> {
    connect(app, address, account).await?;
    app.shows("Connected. This computer keeps the address").await
}

/// proves: S2
#[tokio::test]
async fn a_camera_that_speaks_g711_is_heard() -> Result<()> {
    let world = World::start().await?;
    let camera = RtspCamera::start(&["--audio", "pcmu"])?;
    let app = in_demo(&world).await?;
    open(&app).await?;
    connected(&app, &camera.address(), None).await?;
    stands(&app, "playing").await?;
    press(&app, "Turn sound on").await?;
    let began = quality(&app).await?;
    shows_more(&app, began, 30).await?;
    app.run(LISTEN, vec![]).await?;
    eventually("its ticks are heard", PATIENCE, async || {
        anyhow::Ok(app.run(LOUDEST, vec![]).await?.as_f64() > Some(0.05))
    })
    .await
}

/// proves: S2, S3, S4
#[tokio::test]
async fn a_camera_with_single_pictures_is_shown_saved_and_sends_an_sos_with_a_clip_of_them() -> Result<()> {
    let world = World::start().await?;
    let camera = WebCamera::start(Some((Login::Digest, "ana", "ses@me")))?;
    let app = in_demo(&world).await?;
    open(&app).await?;
    connect(&app, &camera.address("/nowhere"), Some(("ana", "ses@me"))).await?;
    app.shows("The camera has nothing at this address.").await?;
    connect(&app, &camera.address("/mjpeg"), Some(("ana", "wrong"))).await?;
    app.shows("The camera refuses the user name or the password").await?;
    connected(&app, &camera.address("/mjpeg"), Some(("ana", "ses@me"))).await?;
    stands(&app, "playing").await?;
    draws(&app, 640, 5).await?;
    app.screenshot("live-pictures").await?;
    press(&app, "Save picture").await?;
    app.shows("Saved as ").await?;

    slide(&app, "sos_police").await?;
    app.heading("Demo · Help requested").await?;
    let incident = comes_to(&witness(&world).await?, IncidentPhase::Contacting).await?;
    assert!(incident.camera.is_some());
    let clips = world.data().join("clips");
    eventually("a clip is on the disk", PATIENCE, async || {
        let files = crate::scene::files(&clips)?;
        anyhow::Ok(files.iter().any(|file| std::fs::metadata(file).is_ok_and(|known| known.len() > 100_000)))
    })
    .await?;
    let log = world.log();
    assert!(!log.contains("ses@me") && !log.contains("/mjpeg"), "no password and no path in the log");
    Ok(())
}

/// proves: S2
#[tokio::test]
async fn of_the_cameras_of_a_go2rtc_one_is_chosen_and_shown_and_its_address_reaches_no_window() -> Result<()> {
    let world = World::start().await?;
    let camera = RtspCamera::start(&[])?;
    let program = WebCamera::go2rtc(camera.port())?;
    let app = in_demo(&world).await?;
    open(&app).await?;
    connect(&app, &program.address("/"), None).await?;
    app.shows("There are several cameras at this address. Which one is this?").await?;
    app.screenshot("live-several").await?;
    let found = app.find("[data-list=several] [data-found]").await?;
    assert!(found.text().await?.contains("live"), "{}", found.text().await?);
    in_view(&app, &found).await?;
    found.click().await?;
    app.shows("Connected. This computer keeps the address").await?;
    stands(&app, "playing").await?;
    let began = quality(&app).await?;
    shows_more(&app, began, 15).await?;
    let kept = std::fs::read_to_string(world.data().join("cameras.json")).context("it is kept")?;
    assert!(kept.contains(&format!("rtsp://127.0.0.1:{}/live", camera.port())), "{kept}");
    assert!(kept.contains("/api/frame.jpeg?src=live"), "{kept}");

    // A window that can show no video is shown the program's still pictures.
    app.press("Back to home").await?;
    app.run("delete window.MediaSource; delete window.ManagedMediaSource; return typeof MediaSource", vec![]).await?;
    open(&app).await?;
    app.shows("Single pictures: this window cannot show its video.").await?;
    draws(&app, 640, 1).await?;
    app.screenshot("live-plain").await?;
    Ok(())
}

/// proves: S2
#[tokio::test]
async fn after_a_restart_the_last_picture_of_a_camera_that_is_off_stands_there_with_its_age() -> Result<()> {
    let world = World::start().await?;
    let camera = RtspCamera::start(&[])?;
    let mut app = in_demo(&world).await?;
    open(&app).await?;
    connected(&app, &camera.address(), None).await?;
    stands(&app, "playing").await?;
    let stills = world.data().join("stills");
    eventually("its last picture is kept", PATIENCE, async || {
        let mut files = std::fs::read_dir(&stills).into_iter().flatten().filter_map(Result::ok);
        anyhow::Ok(files.any(|file| file.path().extension().is_none()))
    })
    .await?;
    drop(camera);
    app.kill_minus_9().await?;
    app.relaunch().await?;
    open(&app).await?;
    app.shows("No picture for ").await?;
    app.shows("Nothing answers at the camera’s address.").await?;
    let shown = "return document.querySelector('video').getVideoPlaybackQuality().totalVideoFrames";
    eventually("it is shown", PATIENCE, async || anyhow::Ok(app.run(shown, vec![]).await?.as_u64() > Some(0))).await?;
    app.screenshot("live-still").await?;
    Ok(())
}

/// proves: S2
#[tokio::test]
async fn a_network_without_cameras_says_so_and_what_helps() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    open(&app).await?;
    crate::scene::click(&app, "[data-opens=connect-again] summary").await?;
    press(&app, "Look for cameras on this network").await?;
    app.shows("No camera answered.").await?;
    app.shows("ONVIF has to be switched on in the camera’s own settings.").await?;
    app.screenshot("live-nothing-found").await?;
    Ok(())
}
