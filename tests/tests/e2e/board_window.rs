//! The phone board as people use it: the window beside the app, its buttons under a real pointer.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use mayday_tests::{App, PATIENCE, World, eventually};

use crate::scene::{in_demo, slide};

/// Keys in the first two seconds do not count; and some more.
const DEAF: Duration = Duration::from_millis(2_300);

/// proves: C4, E3, N1, N2
#[tokio::test]
async fn the_board_opens_beside_the_app_and_its_phones_are_used_with_a_pointer() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    let own = app.driver().window().await?;
    slide(&app, "sos_police").await?;
    app.heading("Demo · Help requested").await?;

    to_board(&app).await?;
    app.shows("Nobody real is called").await?;
    app.press("Answer Ana Ruiz").await?;
    app.shows("If you are a person, press").await?;
    app.screenshot("board-digits").await?;
    let text = app.text().await?;
    let digits = text.split("If you are a person, press ").nth(1).context("the digits are shown")?;
    let digits: Vec<char> = digits.chars().filter(char::is_ascii_digit).take(2).collect();
    let answered = Instant::now();
    eventually("the station listens", PATIENCE, async || answered.elapsed() > DEAF).await?;
    for digit in &digits {
        app.find(&format!("button[data-key=\"{digit}\"]")).await?.click().await?;
    }
    app.shows("enter your verbal password").await?;
    app.screenshot("board-password").await?;
    app.find("button[data-key=\"1\"]").await?.click().await?;

    app.driver().switch_to_window(own).await?;
    app.heading("Demo · Police requested").await?;
    app.shows("Help confirmed on Ana Ruiz").await?;
    Ok(())
}

async fn to_board(app: &App) -> Result<()> {
    eventually("the phone board's window is open", PATIENCE, async || {
        for window in app.driver().windows().await? {
            app.driver().switch_to_window(window).await?;
            if app.driver().current_url().await?.path().starts_with("/board/") {
                return anyhow::Ok(true);
            }
        }
        Ok(false)
    })
    .await
}
