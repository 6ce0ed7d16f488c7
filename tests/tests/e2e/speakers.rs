//! The demo siren through this computer's speakers: heard when it is confirmed, for half a second, and never
//! without consent.

use std::time::Duration;

use anyhow::Result;
use mayday_protocol::incident::CommittedBy;
use mayday_tests::sound::SoundCard;
use mayday_tests::{App, Board, PATIENCE, Sound, World, eventually};
use mayday_wire::IncidentPhase;

use crate::killed::decided;
use crate::scene::{comes_to, counted_to, in_demo, slide, with_base_station, witness};
use crate::set_up::with_alarm;

/// proves: D1, D7
#[tokio::test]
async fn with_consent_the_siren_is_heard_for_half_a_second_once_it_is_confirmed_and_not_after_silence() -> Result<()> {
    let world = World::builder().sound_card(SoundCard::Works).start().await?;
    let app = with_base_station(&world).await?;
    allow(&app).await?;
    slide(&app, "sos_police").await?;
    counted_to(&app, 1).await?;
    assert!(world.sounds()?.is_empty(), "nothing sounds in the five seconds");
    app.shows("The siren sounds on the virtual base station").await?;
    is_a_quiet_siren(&heard(&world, 1).await?[0]);
    app.press("Silence siren").await?;
    app.shows("The siren is silent").await?;
    Board::open(&world).await?.wait_for_ringing("Ana Ruiz").await?;
    assert_eq!(world.sounds()?.len(), 1, "it sounds once");
    Ok(())
}

/// proves: D1, D7
#[tokio::test]
async fn a_home_that_was_set_up_is_asked_too_and_its_siren_is_heard_only_with_consent() -> Result<()> {
    let world = World::builder().sound_card(SoundCard::Works).start().await?;
    let app = with_alarm(&world).await?;
    assert!(!app.has("button", "Try the sound").await?, "asked first");
    allow(&app).await?;
    app.screenshot("home-speakers").await?;
    slide(&app, "sos_police").await?;
    app.shows("The siren sounds on the virtual base station").await?;
    is_a_quiet_siren(&heard(&world, 1).await?[0]);
    app.press("Silence siren").await?;
    app.shows("The siren is silent").await?;
    Ok(())
}

/// proves: D2
#[tokio::test]
async fn without_consent_nothing_is_heard_and_with_consent_medical_stays_silent() -> Result<()> {
    let world = World::builder().sound_card(SoundCard::Works).start().await?;
    let app = with_base_station(&world).await?;
    slide(&app, "sos_police").await?;
    app.shows("The siren sounds on the virtual base station").await?;
    app.press("Silence siren").await?;
    app.shows("The siren is silent").await?;
    assert!(world.sounds()?.is_empty(), "nobody allowed it");
    app.press("Back to home").await?;

    allow(&app).await?;
    slide(&app, "sos_medical").await?;
    app.shows("said aloud that help was requested").await?;
    Board::open(&world).await?.wait_for_ringing("Ana Ruiz").await?;
    assert!(world.sounds()?.is_empty(), "medical is silent");
    Ok(())
}

#[tokio::test]
async fn the_sound_can_be_tried_and_the_choice_is_kept_through_a_restart() -> Result<()> {
    let world = World::builder().sound_card(SoundCard::Works).start().await?;
    let mut app = in_demo(&world).await?;
    assert!(!app.has("button", "Try the sound").await?, "asked first");
    allow(&app).await?;
    app.press("Try the sound").await?;
    is_a_quiet_siren(&heard(&world, 1).await?[0]);
    let kept = || std::fs::read_to_string(world.data().join("settings.json")).unwrap_or_default();
    eventually("the choice is kept", PATIENCE, async || kept().contains("\"speakers\":true")).await?;
    app.relaunch().await?;
    app.press("Try the sound").await?;
    heard(&world, 2).await?;
    Ok(())
}

#[tokio::test]
async fn a_computer_without_an_audio_device_says_so_in_one_line() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    allow(&app).await?;
    app.shows("This computer has no audio device. The siren cannot be heard here.").await?;
    Ok(())
}

/// proves: A9, C1
#[tokio::test]
async fn an_audio_device_that_never_answers_delays_nothing_and_is_told_of() -> Result<()> {
    let world = World::builder().sound_card(SoundCard::Hangs).start().await?;
    let app = with_base_station(&world).await?;
    allow(&app).await?;
    slide(&app, "sos_police").await?;
    let incident = comes_to(&witness(&world).await?, IncidentPhase::Contacting).await?;
    let (by, at_ms) = decided(&incident)?;
    println!("help requested {} ms after the slide", at_ms - world.slid_at_ms()?);
    assert_eq!(by, CommittedBy::Device);
    app.shows("The siren sounds on the virtual base station").await?;
    app.press("Back to home").await?;
    app.shows("The audio device did not take the sound").await?;
    Ok(())
}

async fn allow(app: &App) -> Result<()> {
    let yes = app.find("[aria-label^=\"Play the demo siren\"] label:nth-of-type(2)").await?;
    app.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });", vec![yes.to_json()?]).await?;
    yes.click().await?;
    app.button("Try the sound").await?;
    Ok(())
}

async fn heard(world: &World, count: usize) -> Result<Vec<Sound>> {
    let enough = async || world.sounds().map(|sounds| Some(sounds).filter(|sounds| sounds.len() >= count));
    eventually("the sound card has played", PATIENCE, enough).await
}

fn is_a_quiet_siren(sound: &Sound) {
    println!("heard for {:?}, {} of full scale, tones {:?}", sound.lasts, sound.loudest, sound.tones);
    let half = Duration::from_millis(500);
    assert!(sound.lasts.abs_diff(half) < Duration::from_millis(20), "{sound:?}");
    assert!((0.05..0.2).contains(&sound.loudest), "{sound:?}");
    assert!(sound.tones.iter().all(|tone| (600.0..1_100.0).contains(tone)), "{sound:?}");
    let (first, middle) = (sound.tones[0], sound.tones[sound.tones.len() / 2]);
    assert!(middle > first + 150.0, "it rises: {sound:?}");
}
