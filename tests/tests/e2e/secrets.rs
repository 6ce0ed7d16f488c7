//! Passwords and codes on the real app: a home that was set up chooses its codes, and can then do what takes one.

use anyhow::Result;
use mayday_tests::{App, World};

use crate::scene::click;
use crate::set_up::{fill, with_alarm};

const CODE: &str = "482916";
const DURESS_CODE: &str = "730415";

/// proves: J5, N7, P6, L4, L5
#[tokio::test]
async fn a_home_that_was_set_up_chooses_its_codes_ends_its_first_week_and_is_changed_with_the_code_alone() -> Result<()>
{
    let world = World::builder().window(390, 844).start().await?;
    let app = with_alarm(&world).await?;
    app.shows("No access code is set yet.").await?;
    click(&app, "[data-action=secrets]").await?;
    app.heading("Passwords and codes").await?;
    choose_codes(&app, "4829", DURESS_CODE).await?;
    app.find("[data-problem=code]").await?;
    app.screenshot("secrets-weak").await?;
    fill(&app, "code", CODE).await?;
    click(&app, "[data-action=keep-codes]").await?;
    app.shows("Kept. Tell the codes to the people who live here.").await?;
    app.screenshot("secrets").await?;
    try_code(&app, "duress_code", DURESS_CODE).await?;
    app.shows("Right: this is the duress code.").await?;
    app.press("Back to home").await?;

    app.shows("Practice. Demo. Nobody is sent").await?;
    click(&app, "[data-control=end-practice] [data-action=end-practice]").await?;
    fill(&app, "code", CODE).await?;
    click(&app, "[data-action=end-practice-confirm]").await?;
    app.no_longer_shows("Practice. Demo.").await?;

    click(&app, "[data-action=change-home]").await?;
    app.find("[data-step=finish] [data-verdict=sos]").await?;
    fill(&app, "code_now", "111111").await?;
    click(&app, "[data-action=finish]").await?;
    app.shows("That is not this home's code.").await?;
    fill(&app, "code_now", CODE).await?;
    click(&app, "[data-action=finish]").await?;
    app.heading("34 Cedar Lane").await?;
    Ok(())
}

async fn choose_codes(app: &App, code: &str, duress: &str) -> Result<()> {
    click(app, "[data-action=choose-codes]").await?;
    fill(app, "code", code).await?;
    fill(app, "duress_code", duress).await?;
    click(app, "[data-action=keep-codes]").await
}

async fn try_code(app: &App, secret: &str, typed: &str) -> Result<()> {
    click(app, "[data-action=test-codes]").await?;
    click(app, &format!("label:has(input[value={secret}])")).await?;
    fill(app, "typed", typed).await?;
    fill(app, "code_now", CODE).await?;
    click(app, "[data-action=try-codes]").await
}
