//! Setting a home up on the real app, and what each answer leads to.

use anyhow::Result;
use mayday_protocol::eligibility::Reason;
use mayday_tests::setup::PASSWORD;
use mayday_tests::{App, Board, PATIENCE, World, eventually, webhook::Receiver};
use mayday_wire::{BoardAction, IncidentPhase, NotLive};
use thirtyfour::By;

use crate::scene::{comes_to, files, newest, slide, witness_of};

/// proves: A4, B2, L1, M5, P2, Q1, N5
#[tokio::test]
async fn a_home_is_set_up_from_nothing_ends_with_what_is_missing_and_its_own_contact_is_called() -> Result<()> {
    let world = World::builder().window(390, 844).start().await?;
    let receiver = Receiver::start().await?;
    world.use_webhook(&receiver)?;
    let app = world.app().await?;
    app.press("Set up my home").await?;
    address(&app, "TX", "Austin", "78704").await?;
    app.find("[data-step=devices]").await?;
    check(&app, "has_alarm").await?;
    check(&app, "security_kit").await?;
    next(&app).await?;
    contacts(&app).await?;
    fill(&app, "password", PASSWORD.0).await?;
    app.shows(&spaced(PASSWORD.1)).await?;
    next(&app).await?;
    choose(&app, "plan", "pro").await?;
    choose(&app, "monitoring", "professional").await?;
    app.screenshot("set-up-plan").await?;
    next(&app).await?;

    app.shows("SOS will work from this home.").await?;
    for missing in [NotLive::NoCarrier, NotLive::DispatcherNotProved] {
        app.shows(missing.sentence()).await?;
        app.shows(missing.mend()).await?;
    }
    app.shows("it can send nobody").await?;
    app.screenshot("set-up-finish").await?;
    save(&app).await?;
    app.shows("34 Cedar Lane").await?;
    app.shows("Not live yet").await?;
    // The first week after enrolling is practice: nobody is sent by itself.
    app.shows("Practice. Demo. Nobody is sent, for 7 days more.").await?;
    app.screenshot("set-up-home").await?;

    let client = witness_of(&world).await?;
    let board = Board::from_link(client.board_link().await?.url.reveal()).await?;
    slide(&app, "sos_police").await?;
    board.wait_for_ringing("Rosa Diaz").await?;
    app.shows("Rosa Diaz").await?;
    assert_eq!(newest(&client).await?.street.reveal(), "34 Cedar Lane");
    hears_the_message_and_calls_back(&board).await?;
    comes_to(&client, IncidentPhase::Closed).await?;
    assert!(receiver.requests().is_empty(), "practice sends nobody");
    for file in files(&world.data())? {
        let bytes = std::fs::read(&file).unwrap_or_default();
        assert!(!holds(&bytes, PASSWORD.0) && !holds(&bytes, PASSWORD.1), "{} holds the password", file.display());
    }
    Ok(())
}

/// The first contact hears the message of practice. Meanwhile the second one calls the station, and says the password
/// that was set.
pub(crate) async fn hears_the_message_and_calls_back(board: &Board) -> Result<()> {
    board.answer_as_a_human("Rosa Diaz").await?;
    board.call_back("Sam Diaz").await?;
    board.type_password("Sam Diaz", PASSWORD.1).await?;
    board.wait_for_deciding("Sam Diaz").await?;
    board.act("Sam Diaz", BoardAction::HangUp, None).await?;
    board.act("Rosa Diaz", BoardAction::HangUp, None).await
}

/// proves: B12, M8, N7, P2
#[tokio::test]
async fn wrong_answers_are_told_beside_their_questions_and_nothing_typed_is_lost() -> Result<()> {
    let world = World::builder().window(390, 844).start().await?;
    let app = world.app().await?;
    app.press("Set up my home").await?;
    app.find("[data-step=address]").await?;
    next(&app).await?;
    for field in ["street", "city", "subdivision", "postal_code"] {
        app.find(&format!("[data-problem={field}]")).await?;
    }
    assert_eq!(focused(&app).await?, "street", "the first question that needs another look");
    app.screenshot("set-up-problems").await?;
    address(&app, "TX", "Austin", "02134").await?;
    app.shows("This code belongs to another state or province.").await?;
    fill(&app, "postal_code", "78704").await?;
    next(&app).await?;
    app.find("[data-step=devices]").await?;
    next(&app).await?;
    fill(&app, "contact_name_0", "Rosa Diaz").await?;
    fill(&app, "contact_phone_0", "911").await?;
    next(&app).await?;
    app.shows("Emergency numbers cannot be contacts.").await?;
    press_action(&app, "back").await?;
    press_action(&app, "back").await?;
    app.find("[data-step=address]").await?;
    assert_eq!(value(&app, "street").await?, "34 Cedar Lane");
    assert_eq!(value(&app, "postal_code").await?, "78704");
    Ok(())
}

/// proves: B1, B2, B3, B4, B7, B12
#[tokio::test]
async fn every_place_and_enrolment_without_sos_shows_its_reason_and_sends_nothing() -> Result<()> {
    let world = World::start().await?;
    let receiver = Receiver::start().await?;
    world.use_webhook(&receiver)?;
    let app = world.app().await?;
    app.press("Set up my home").await?;
    address(&app, "PR", "San Juan", "00901").await?;
    check(&app, "has_alarm").await?;
    next(&app).await?;
    contacts(&app).await?;
    fill(&app, "password", PASSWORD.0).await?;
    next(&app).await?;
    choose(&app, "plan", "pro").await?;
    choose(&app, "monitoring", "professional").await?;
    next(&app).await?;
    app.shows("SOS will not work yet").await?;
    app.shows(Reason::UsTerritory.sentence()).await?;
    save(&app).await?;
    refused(&app, &[Reason::UsTerritory]).await?;
    app.screenshot("refused-territory").await?;

    change(&app, "address").await?;
    choose(&app, "country", "canada").await?;
    address(&app, "QC", "Montréal", "H2X 1Y4").await?;
    save(&app).await?;
    refused(&app, &[Reason::Quebec]).await?;

    change(&app, "address").await?;
    choose(&app, "country", "united_states").await?;
    address(&app, "TX", "Austin", "78704").await?;
    edit(&app, "plan").await?;
    choose(&app, "monitoring", "self_monitored").await?;
    next(&app).await?;
    save(&app).await?;
    refused(&app, &[Reason::SelfMonitored]).await?;

    change(&app, "plan").await?;
    choose(&app, "monitoring", "not_enrolled").await?;
    next(&app).await?;
    edit(&app, "devices").await?;
    check(&app, "has_alarm").await?;
    app.find("[data-counter=compatible] [data-action=more]").await?.click().await?;
    next(&app).await?;
    save(&app).await?;
    refused(&app, &[Reason::CamerasNotEnrolled]).await?;

    change(&app, "plan").await?;
    choose(&app, "plan", "basic").await?;
    next(&app).await?;
    save(&app).await?;
    refused(&app, &[Reason::PlanWithoutSos, Reason::CamerasNotEnrolled]).await?;

    assert!(witness_of(&world).await?.incidents().await?.is_empty());
    assert!(receiver.requests().is_empty());
    Ok(())
}

/// proves: A4, P2
#[tokio::test]
async fn a_set_up_that_was_left_goes_on_where_it_was_after_a_restart_of_the_app() -> Result<()> {
    let world = World::builder().window(390, 844).start().await?;
    let mut app = world.app().await?;
    app.press("Set up my home").await?;
    address(&app, "TX", "Austin", "78704").await?;
    app.find("[data-step=devices]").await?;
    check(&app, "has_alarm").await?;
    next(&app).await?;
    fill(&app, "contact_name_0", "Rosa Diaz").await?;
    let kept = world.data().join("set-up.json");
    eventually("what was typed is kept", PATIENCE, async || {
        Ok::<_, anyhow::Error>(std::fs::read_to_string(&kept).unwrap_or_default().contains("Rosa Diaz"))
    })
    .await?;
    app.kill_minus_9().await?;
    app.relaunch().await?;
    app.press("Set up my home").await?;
    app.find("[data-step=contacts]").await?;
    assert_eq!(value(&app, "contact_name_0").await?, "Rosa Diaz");
    app.press("Back").await?;
    app.press("Back").await?;
    assert_eq!(value(&app, "street").await?, "34 Cedar Lane");
    Ok(())
}

/// proves: A9, B13
#[tokio::test]
async fn a_home_that_was_set_up_is_there_again_after_a_restart_of_app_and_station() -> Result<()> {
    let world = World::start().await?;
    let mut app = with_alarm(&world).await?;
    crate::scene::token_in_keyring(&world).await?;

    assert_eq!(world.signal("mayday-station", rustix::process::Signal::KILL), 1);
    app.relaunch().await?;
    app.shows("34 Cedar Lane").await?;
    app.shows("The station answers").await?;
    slide(&app, "sos_police").await?;
    app.shows("Requesting police in").await?;
    app.press("Cancel").await?;
    app.shows("Cancelled. Nobody was called.").await?;
    Ok(())
}

/// The app in a home that was set up in it, with a base station and its keypad, professionally monitored.
pub(crate) async fn with_alarm(world: &World) -> Result<App> {
    let app = world.app().await?;
    app.press("Set up my home").await?;
    address(&app, "TX", "Austin", "78704").await?;
    app.find("[data-step=devices]").await?;
    check(&app, "has_alarm").await?;
    check(&app, "security_kit").await?;
    next(&app).await?;
    contacts(&app).await?;
    fill(&app, "password", PASSWORD.0).await?;
    next(&app).await?;
    choose(&app, "plan", "pro").await?;
    choose(&app, "monitoring", "professional").await?;
    next(&app).await?;
    save(&app).await?;
    app.shows("34 Cedar Lane").await?;
    Ok(app)
}

/// Opens the sheet of the home that was just kept: every reason, and nothing to slide.
async fn refused(app: &App, reasons: &[Reason]) -> Result<()> {
    app.shows("Not live yet").await?;
    app.press("SOS").await?;
    app.heading("SOS is not available for this home").await?;
    for reason in reasons {
        app.shows(reason.sentence()).await?;
        app.shows(reason.mend()).await?;
    }
    app.shows("911").await?;
    assert!(!app.sees("button[data-kind]").await?, "there is nothing to slide");
    Ok(())
}

/// From a refusal to the wizard's end, and from there to this step.
async fn change(app: &App, step: &str) -> Result<()> {
    app.press("Change this home").await?;
    app.find("[data-step]").await?;
    if !app.sees("[data-step=finish]").await? {
        press_action(app, "back").await?;
    }
    edit(app, step).await
}

async fn edit(app: &App, step: &str) -> Result<()> {
    app.find("[data-step=finish]").await?;
    app.find(&format!("[data-edit={step}]")).await?.click().await?;
    app.find(&format!("[data-step={step}]")).await?;
    Ok(())
}

/// Keeps the home, once the end says what it leads to, and waits for the dashboard.
pub(crate) async fn save(app: &App) -> Result<()> {
    app.find("[data-step=finish] [data-verdict=sos]").await?;
    press_action(app, "finish").await?;
    eventually("the set-up is left", PATIENCE, async || app.sees("[data-step]").await.map(|there| !there)).await
}

async fn address(app: &App, state: &str, city: &str, code: &str) -> Result<()> {
    app.find("[data-step=address]").await?;
    fill(app, "street", "34 Cedar Lane").await?;
    fill(app, "city", city).await?;
    app.driver().find(By::Css(format!("select[name=subdivision] option[value={state}]"))).await?.click().await?;
    fill(app, "postal_code", code).await?;
    next(app).await
}

async fn contacts(app: &App) -> Result<()> {
    app.find("[data-step=contacts]").await?;
    for (at, (name, phone)) in [("Rosa Diaz", "512 555 0131"), ("Sam Diaz", "(512) 555-0132")].into_iter().enumerate() {
        fill(app, &format!("contact_name_{at}"), name).await?;
        fill(app, &format!("contact_phone_{at}"), phone).await?;
    }
    check(app, "contacts_agree").await?;
    next(app).await
}

pub(crate) async fn fill(app: &App, name: &str, text: &str) -> Result<()> {
    let field = app.find(&format!("input[name={name}]")).await?;
    field.clear().await?;
    Ok(field.send_keys(text).await?)
}

async fn value(app: &App, name: &str) -> Result<String> {
    let field = app.find(&format!("input[name={name}]")).await?;
    Ok(field.prop("value").await?.unwrap_or_default())
}

/// Turns a checkbox by its row, as a finger does.
async fn check(app: &App, name: &str) -> Result<()> {
    Ok(app.find(&format!("label:has(input[name={name}])")).await?.click().await?)
}

pub(crate) async fn choose(app: &App, name: &str, value: &str) -> Result<()> {
    Ok(app.find(&format!("label:has(input[name={name}][value={value}])")).await?.click().await?)
}

pub(crate) async fn next(app: &App) -> Result<()> {
    press_action(app, "next").await
}

async fn press_action(app: &App, action: &str) -> Result<()> {
    Ok(app.find(&format!("[data-action={action}]")).await?.click().await?)
}

async fn focused(app: &App) -> Result<String> {
    eventually("a question has the focus", PATIENCE, async || {
        let name = app.run("return document.activeElement.name ?? '';", vec![]).await?;
        anyhow::Ok(name.as_str().filter(|name| !name.is_empty()).map(str::to_owned))
    })
    .await
}

fn spaced(digits: &str) -> String {
    digits.chars().map(String::from).collect::<Vec<_>>().join(" ")
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}
