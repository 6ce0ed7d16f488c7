//! A second app, on a desktop of its own, comes into the home over TLS with the code on the first one's screen.

use anyhow::{Context, Result};
use mayday_station::client::Client;
use mayday_tests::faults::wall_ms;
use mayday_tests::{App, Board, PATIENCE, World, eventually};
use mayday_wire::{BoardAction, DeviceRole, IncidentPhase};
use rustix::process::Signal;

use crate::scene::{click, comes_to, in_demo, press_and_leave, slide, witness};

/// The demo home's access code.
const CODE: &str = "482916";

/// proves: V1, A7, C5
#[tokio::test]
async fn a_second_app_joins_with_the_code_on_the_screen_follows_within_a_second_and_is_removed_again() -> Result<()> {
    let (first, second) = (World::start().await?, World::start().await?);
    let one = in_demo(&first).await?;
    let Shown { code, address, .. } = invite(&one).await?;
    one.screenshot("household-invited").await?;

    let mut two = second.app().await?;
    two.press("Join a home").await?;
    write(&two, "pairing_code", &code.to_lowercase()).await?;
    write(&two, "pairing_address", &address).await?;
    two.screenshot("join").await?;
    two.press("Join").await?;
    two.shows("It runs on another machine").await?;
    two.heading("12 Maple Street").await?;
    assert_eq!(second.count("mayday-station"), 0, "there is one station");

    // The certificate and the token are known after a restart.
    two.relaunch().await?;
    two.shows("It runs on another machine").await?;
    one.shows("Connected").await?;
    one.press("Back to home").await?;

    let board = Board::open(&first).await?;
    let client = witness(&first).await?;
    slide(&two, "sos_police").await?;
    two.shows("even if").await?;
    one.shows("Happening now").await?;
    one.press("Show what happens: Police SOS").await?;
    in_step(&client, &one, IncidentPhase::Contacting, "Demo · Help requested").await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    in_step(&client, &one, IncidentPhase::Requested, "Demo · Police requested").await?;
    two.heading("Demo · Police requested").await?;

    one.press("Back to home").await?;
    one.press("See who belongs here").await?;
    let theirs = "[data-device]:not(:has(.tag)):has(.connected) [data-action=remove-device]";
    one.find(theirs).await?.click().await?;
    write(&one, "code", CODE).await?;
    one.press("Remove this device").await?;
    one.shows("was removed.").await?;
    two.press("Back to home").await?;
    two.shows("The station does not take this device any more").await?;
    two.button("Join the home again").await?;
    Ok(())
}

/// proves: V1, V2
#[tokio::test]
async fn an_app_that_joined_with_the_whole_line_says_when_the_station_is_gone_and_finds_it_again() -> Result<()> {
    let (first, second) = (World::start().await?, World::start().await?);
    let one = in_demo(&first).await?;
    let shown = invite(&one).await?;

    let two = second.app().await?;
    two.press("Join a home").await?;
    write(&two, "pairing_code", "0000-0000-0000").await?;
    write(&two, "pairing_address", &shown.address).await?;
    two.press("Join").await?;
    two.shows("This code lets no device in").await?;
    write(&two, "pairing_code", &shown.line).await?;
    two.press("Join").await?;
    two.shows("It runs on another machine").await?;

    assert_eq!(first.signal("mayday-station", Signal::STOP), 1);
    two.shows("The station does not answer").await?;
    first.signal("mayday-station", Signal::KILL);
    // The first app starts another one over the same folder, with the same certificate at the same port.
    two.shows("It runs on another machine").await?;
    assert_eq!(second.count("mayday-station"), 0, "the second one starts none");

    // A second start finds the window that went, though the station is on another machine.
    slide(&two, "sos_medical").await?;
    two.shows("even if").await?;
    second.close_window().await?;
    press_and_leave(&two, "Close anyway").await?;
    second.window_goes().await?;
    assert!(second.spawn_app()?.wait_with_output().await?.status.success());
    second.window_comes().await
}

/// proves: V1, O1, B15
#[tokio::test]
async fn an_app_that_joined_leaves_by_itself_and_keeps_nothing_of_the_home() -> Result<()> {
    let (first, second) = (World::start().await?, World::start().await?);
    std::fs::create_dir_all(first.data())?;
    let operator = "[operator]\nname = \"Maple Alarm\"\nhelp = \"https://help.example/mayday\"\n";
    std::fs::write(first.data().join("station.toml"), operator)?;
    let one = in_demo(&first).await?;
    let shown = invite(&one).await?;
    let mut two = second.app().await?;
    two.press("Join a home").await?;
    write(&two, "pairing_code", &shown.line).await?;
    two.press("Join").await?;
    two.shows("Maple Alarm runs this home’s station.").await?;
    click(&two, "[data-action=operator-help]").await?;
    eventually("the browser is asked for the page", PATIENCE, async || {
        second.opened().contains(&"https://help.example/mayday".to_owned())
    })
    .await?;
    click(&two, "[data-action=readiness]").await?;
    click(&two, "[data-action=hears]").await?;
    two.shows("This is the Mayday station with a police SOS at 12 Maple Street").await?;
    two.press("Back to home").await?;
    click(&two, "[data-action=household]").await?;
    click(&two, "[data-action=leave-home]").await?;
    click(&two, "[data-action=leave-home-confirm]").await?;
    two.button("Try it").await?;
    eventually("it is off the home's list", PATIENCE, async || {
        anyhow::Ok(
            witness(&first).await?.paired().await?.devices.iter().all(|device| device.role != DeviceRole::Member),
        )
    })
    .await?;
    two.relaunch().await?;
    two.button("Join a home").await?;
    assert!(!second.data().join("membership.json").exists() && !second.data().join("home.json").exists());
    Ok(())
}

/// What stands on the screen of whoever lets a device in.
struct Shown {
    code: String,
    address: String,
    line: String,
}

async fn invite(app: &App) -> Result<Shown> {
    app.press("See who belongs here").await?;
    app.press("Make a pairing code").await?;
    write(app, "code", CODE).await?;
    app.press("Make the code").await?;
    let text = async |selector: &str| anyhow::Ok(app.find(selector).await?.text().await?);
    Ok(Shown {
        code: text("[data-invitation] [data-code]").await?,
        address: text("[data-invitation] [data-address]").await?,
        line: text("[data-invitation] [data-link]").await?,
    })
}

async fn write(app: &App, name: &str, typed: &str) -> Result<()> {
    let field = app.find(&format!("input[name={name}]")).await?;
    field.clear().await?;
    Ok(field.send_keys(typed).await?)
}

/// Waits until the station has come to a phase and the app says it, and tells how long the app took.
async fn in_step(client: &Client, app: &App, phase: IncidentPhase, says: &str) -> Result<()> {
    let incident = comes_to(client, phase).await?;
    app.shows(says).await?;
    let at_ms = incident.timeline.last().context("it has a step")?.at_ms;
    println!("{phase:?}: the other app was at most {} ms behind the station", wall_ms() - at_ms);
    Ok(())
}
