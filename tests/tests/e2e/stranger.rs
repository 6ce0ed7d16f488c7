//! From the first start to the end of a first drill, by somebody who has never seen Mayday, without a mouse.

use std::time::Instant;

use anyhow::{Result, ensure};
use mayday_tests::setup::PASSWORD;
use mayday_tests::{App, Board, World};
use thirtyfour::Key;

use crate::keyboard::{hold_space, press, tab_to};
use crate::scene::witness_of;

/// More tab stops than any step has.
const MOST_STOPS: usize = 40;

/// proves: A8, B2, L5, P2
#[tokio::test]
async fn a_stranger_sets_a_home_up_and_runs_a_first_drill_without_a_mouse() -> Result<()> {
    let world = World::builder().window(390, 844).start().await?;
    let began = Instant::now();
    let app = world.app().await?;
    app.button("Set up my home").await?;
    tab_to(&app, "Set up my home").await?;
    press(&app, Key::Enter).await?;

    let mut steps = 0;
    at(&app, "address", &mut steps).await?;
    for (name, text) in
        [("street", "34 Cedar Lane"), ("city", "Austin"), ("subdivision", "Texas"), ("postal_code", "78704")]
    {
        write(&app, name, text).await?;
    }
    press(&app, Key::Enter).await?;
    at(&app, "devices", &mut steps).await?;
    for name in ["has_alarm", "security_kit"] {
        focus(&app, name).await?;
        press(&app, Key::Space).await?;
    }
    press(&app, Key::Enter).await?;
    at(&app, "contacts", &mut steps).await?;
    for (at, (name, phone)) in [("Rosa Diaz", "5125550131"), ("Sam Diaz", "5125550132")].into_iter().enumerate() {
        write(&app, &format!("contact_name_{at}"), name).await?;
        write(&app, &format!("contact_phone_{at}"), phone).await?;
    }
    focus(&app, "contacts_agree").await?;
    press(&app, Key::Space).await?;
    press(&app, Key::Enter).await?;
    at(&app, "password", &mut steps).await?;
    write(&app, "password", PASSWORD.0).await?;
    press(&app, Key::Enter).await?;
    at(&app, "plan", &mut steps).await?;
    focus(&app, "monitoring").await?;
    for _ in 0..2 {
        press(&app, Key::Up).await?;
    }
    press(&app, Key::Enter).await?;
    at(&app, "finish", &mut steps).await?;
    app.find("[data-verdict=sos][data-works=true]").await?;
    tab_to(&app, "Finish").await?;
    press(&app, Key::Enter).await?;
    app.heading("34 Cedar Lane").await?;
    let ready = began.elapsed();

    let client = witness_of(&world).await?;
    let board = Board::from_link(client.board_link().await?.url.reveal()).await?;
    tab_to(&app, "Start a drill").await?;
    press(&app, Key::Enter).await?;
    app.shows("Drill: which SOS?").await?;
    tab_to(&app, "Police").await?;
    hold_space(&app).await?;
    board.answer_as_a_human("Rosa Diaz").await?;
    board.press_key("Rosa Diaz", '1').await?;
    app.shows("Without the drill, police would be requested at this point").await?;
    println!(
        "a stranger: {steps} steps, {:.0} s from the first start to a home that can call, {:.0} s to a first drill, as fast as keys can be pressed",
        ready.as_secs_f32(),
        began.elapsed().as_secs_f32()
    );
    Ok(())
}

async fn at(app: &App, step: &str, steps: &mut usize) -> Result<()> {
    app.find(&format!("[data-step={step}]")).await?;
    *steps += 1;
    Ok(())
}

/// Tabs to a question, and types.
async fn write(app: &App, name: &str, text: &str) -> Result<()> {
    focus(app, name).await?;
    Ok(app.driver().action_chain().send_keys(text).perform().await?)
}

async fn focus(app: &App, name: &str) -> Result<()> {
    for _ in 0..MOST_STOPS {
        let focused = app.run("return document.activeElement?.name ?? ''", vec![]).await?;
        if focused.as_str() == Some(name) {
            return Ok(());
        }
        press(app, Key::Tab).await?;
    }
    ensure!(false, "“{name}” cannot be reached by Tab");
    Ok(())
}
