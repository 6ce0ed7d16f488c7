//! An alarm, practice and a drill in the real app, with the virtual base station that the phone board has.

use anyhow::{Context, Result};
use mayday_protocol::incident::Ending;
use mayday_protocol::plan::{Course, Trigger};
use mayday_tests::ending::end_incident;
use mayday_tests::{App, Board, World, webhook::Receiver};
use mayday_wire::IncidentPhase;

use crate::scene::{click, comes_to, story, with_base_station, witness};

/// The demo home's access code.
const CODE: &str = "482916";
/// Its duress code.
const DURESS_CODE: &str = "482753";

/// proves: F1, F2, F7, D6, N5
#[tokio::test]
async fn a_burglar_alarm_is_on_the_dashboard_and_is_disarmed_there_with_the_code() -> Result<()> {
    let world = World::start().await?;
    let receiver = Receiver::start().await?;
    world.use_webhook(&receiver)?;
    let app = with_base_station(&world).await?;
    let board = Board::open(&world).await?;
    board.raise(Trigger::ContactSensor, 0).await?;

    app.shows("Demo · Calling your contacts").await?;
    app.shows("Siren sounds").await?;
    enter(&app, "disarm", "1111").await?;
    app.shows("That is not this home's code.").await?;
    app.screenshot("alarm-dashboard").await?;
    type_code(&app, "disarm", CODE).await?;
    app.no_longer_shows("Happening now").await?;
    app.shows("Disarmed. Nobody was asked to come.").await?;

    let incident = comes_to(&witness(&world).await?, IncidentPhase::Closed).await?;
    assert_eq!(incident.ending, Some(Ending::Disarmed));
    assert!(receiver.requests().is_empty());
    Ok(())
}

/// proves: F2, G1, G2, H1, H3, I1, I2, K1, J1, J2, J6, D7
#[tokio::test]
async fn an_alarm_of_each_kind_is_seen_by_the_household_and_duress_nowhere() -> Result<()> {
    let world = World::start().await?;
    let receiver = Receiver::start().await?;
    world.use_webhook(&receiver)?;
    let app = with_base_station(&world).await?;
    let client = witness(&world).await?;
    let board = Board::open(&world).await?;
    for (trigger, seen) in [
        (Trigger::GlassBreak, "Burglar alarm: glass broke"),
        (Trigger::SmokeAlarm, "Smoke alarm: a smoke alarm went off"),
        (Trigger::CoAlarm, "Carbon monoxide alarm: "),
        (Trigger::PanicButton, "Panic alarm: "),
        (Trigger::FloodSensor, "Flood alarm: "),
        (Trigger::FreezeSensor, "Freeze alarm: "),
    ] {
        let incident = board.raise(trigger, 0).await?.incident.context("the household sees it")?;
        click(&app, &format!("[data-happening='{incident}'] button")).await?;
        app.shows(&format!("Demo · {seen}")).await?;
        let view = client.incidents().await?.into_iter().find(|view| view.id == incident);
        end_incident(&client, view.context("it is among the home's")?.signal).await?;
        app.press("Back to home").await?;
        app.heading("12 Maple Street").await?;
    }

    let (incidents, requests) = (client.incidents().await?, receiver.requests().len());
    board.disarm(DURESS_CODE).await?;
    let asked = receiver.wait_for(requests + 1).await?.pop().context("police are asked to come")?.json()?;
    assert_eq!((asked["kind"].as_str(), asked["service"].as_str()), (Some("duress"), Some("police")));
    assert_eq!(client.incidents().await?, incidents, "nothing is there to see");
    app.heading("12 Maple Street").await?;
    // The notices about water and frost stay until somebody has read them.
    for word in ["Police requested", "Requesting police", "Police are"] {
        assert!(!app.text_is_shown(word).await?, "{word}");
    }
    Ok(())
}

/// proves: F8, F10
#[tokio::test]
async fn where_nobody_was_sent_one_slide_sends_police() -> Result<()> {
    let world = World::start().await?;
    let app = with_base_station(&world).await?;
    click(&app, "[data-control=burglar-setting] [data-action=burglar-setting]").await?;
    click(&app, "label:has(input[value=only_if_i_say])").await?;
    type_code(&app, "burglar-setting", CODE).await?;
    app.shows("When nobody answers: Only if I say").await?;
    let board = Board::open(&world).await?;
    board.raise(Trigger::GlassBreak, 0).await?;
    for contact in ["Ana Ruiz", "Jon Ruiz", "Mika Kern"] {
        board.wait_for_ringing(contact).await?;
        board.act(contact, mayday_wire::BoardAction::Ignore, None).await?;
    }
    app.shows("Demo · Nobody answered. Nobody was sent.").await?;
    click(&app, "[data-happening] button").await?;
    app.screenshot("nobody-sent").await?;
    let slider = app.find("[data-action=send-help]").await?;
    app.run("arguments[0].click()", vec![slider.to_json()?]).await?;
    app.press("Send police now").await?;
    app.heading("Demo · Police requested").await?;
    Ok(())
}

/// proves: L2, L4, L5, L6
#[tokio::test]
async fn practice_is_entered_with_the_code_is_on_every_screen_and_a_smoke_alarm_in_it_sends_nobody() -> Result<()> {
    let world = World::start().await?;
    let app = with_base_station(&world).await?;
    enter(&app, "start-practice", CODE).await?;
    app.shows("Practice. Demo.").await?;
    let board = Board::open(&world).await?;
    board.raise(Trigger::SmokeAlarm, 0).await?;
    app.button("Show what happens: Practice · Smoke alarm").await?;
    click(&app, "[data-happening] button").await?;
    app.heading("Practice · Demo · Telling your contacts").await?;
    app.shows("If this is real: leave the house, call 911.").await?;
    app.screenshot("practice-smoke").await?;
    Ok(())
}

/// proves: L5
#[tokio::test]
async fn a_drill_is_slid_rings_the_contact_and_requests_nobody() -> Result<()> {
    let world = World::start().await?;
    let receiver = Receiver::start().await?;
    world.use_webhook(&receiver)?;
    let app = with_base_station(&world).await?;
    app.press("Start a drill").await?;
    app.shows("Drill: which SOS?").await?;
    app.slide_fully("sos_fire").await?;
    app.heading("Drill · Requesting the fire department in").await?;
    let board = Board::open(&world).await?;
    board.answer_as_a_human("Ana Ruiz").await?;
    board.press_key("Ana Ruiz", '1').await?;
    app.shows("Without the drill, the fire department would be requested at this point").await?;
    app.screenshot("drill").await?;

    let incident = crate::scene::newest(&witness(&world).await?).await?;
    assert_eq!(incident.plan.course, Course::Drill);
    assert!(story(&incident).contains(&"WouldRequest".to_owned()));
    assert!(receiver.requests().is_empty());
    Ok(())
}

/// Opens a control that takes the code, and gives it.
async fn enter(app: &App, control: &str, code: &str) -> Result<()> {
    click(app, &format!("[data-control={control}] [data-action={control}]")).await?;
    type_code(app, control, code).await
}

async fn type_code(app: &App, control: &str, code: &str) -> Result<()> {
    app.find(&format!("[data-control={control}] input[name=code]")).await?.send_keys(code).await?;
    click(app, &format!("[data-control={control}] [data-action={control}-confirm]")).await
}
