//! The whole SOS without a pointer, and what a mere tap does: nothing.

use std::time::Duration;

use anyhow::{Result, ensure};
use mayday_tests::{App, World};
use thirtyfour::Key;

use crate::scene::{in_demo, witness};

/// More tab stops than any screen has.
const MOST_STOPS: usize = 40;
/// A second and a half, and some more.
const HOLD: Duration = Duration::from_millis(1_900);

/// proves: A8
#[tokio::test]
async fn police_is_slid_and_cancelled_with_the_keyboard_alone() -> Result<()> {
    let world = World::start().await?;
    let app = world.app().await?;
    app.button("Try it").await?;
    tab_to(&app, "Try it").await?;
    press(&app, Key::Enter).await?;
    app.shows("The station answers").await?;
    tab_to(&app, "SOS").await?;
    press(&app, Key::Enter).await?;
    app.heading("Who should come?").await?;
    tab_to(&app, "Police").await?;
    hold_space(&app).await?;
    app.shows("Requesting police in").await?;
    press(&app, Key::Escape).await?;
    app.shows("Cancelled. Nobody was called.").await?;
    Ok(())
}

/// proves: A2
#[tokio::test]
async fn a_tap_and_a_half_slide_send_nothing() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    app.press("SOS").await?;
    app.find("button[data-kind=sos_police]").await?.click().await?;
    app.slide("sos_police", 120).await?;
    app.heading("Who should come?").await?;
    assert!(witness(&world).await?.incidents().await?.is_empty());
    Ok(())
}

/// Slides what has the focus.
pub(crate) async fn hold_space(app: &App) -> Result<()> {
    let driver = app.driver();
    driver.action_chain().key_down(' ').perform().await?;
    driver.action_chain_with_delay(Some(HOLD), None).key_down(Key::Null).perform().await?;
    Ok(driver.action_chain().key_up(' ').perform().await?)
}

pub(crate) async fn tab_to(app: &App, name: &str) -> Result<()> {
    for _ in 0..MOST_STOPS {
        press(app, Key::Tab).await?;
        let focused = app.driver().active_element().await?;
        let named = app
            .run(
                "const it = arguments[0]; return it.ariaLabel || it.innerText.trim().split('\\n')[0];",
                vec![focused.to_json()?],
            )
            .await?;
        if named.as_str() == Some(name) {
            return Ok(());
        }
    }
    ensure!(false, "“{name}” cannot be reached by Tab");
    Ok(())
}

pub(crate) async fn press(app: &App, key: Key) -> Result<()> {
    let key = char::from(key);
    Ok(app.driver().action_chain().key_down(key).key_up(key).perform().await?)
}
