//! A household that wants its code for a cancel (C7), on the real app: a wrong one leaves the countdown running, the right
//! one cancels, and the duress code looks like it while police are asked to come.

use anyhow::Result;
use mayday_protocol::incident::Ending;
use mayday_tests::{App, World, webhook};

use crate::axe::looks_fine;
use crate::scene::{click, in_demo, newest, slide, witness};
use crate::set_up::fill;

const CODE: &str = "482916";
const DURESS_CODE: &str = "482753";

/// proves: C7, N5
#[tokio::test]
async fn a_cancel_takes_the_code_once_the_household_wants_it() -> Result<()> {
    let world = World::builder().window(390, 844).start().await?;
    let app = wants_the_code(&world).await?;
    slide(&app, "sos_police").await?;
    app.find("input[name=code]").await?;
    looks_fine(&app, "the countdown with a code").await?;
    app.screenshot("counting-code").await?;
    app.shows("Help requested").await?;
    let client = witness(&world).await?;
    assert_eq!(newest(&client).await?.ending, None, "no code in time commits");
    Ok(())
}

/// proves: C7, N5
#[tokio::test]
async fn a_wrong_code_leaves_the_countdown_running_and_the_right_one_cancels_by_keys_alone() -> Result<()> {
    let world = World::start().await?;
    let app = wants_the_code(&world).await?;
    slide(&app, "sos_fire").await?;
    type_code(&app, "111111").await?;
    app.shows("That is not this home’s code.").await?;
    type_code(&app, CODE).await?;
    app.shows("Cancelled. Nobody was called.").await?;
    assert_eq!(newest(&witness(&world).await?).await?.ending, Some(Ending::CancelledOnDevice));
    Ok(())
}

/// proves: C7, J4, J6
#[tokio::test]
async fn the_duress_code_shows_a_cancel_while_police_and_what_was_slid_for_are_asked_to_come() -> Result<()> {
    let receiver = webhook::Receiver::start().await?;
    let world = World::start().await?;
    world.use_webhook(&receiver)?;
    let app = wants_the_code(&world).await?;
    slide(&app, "sos_medical").await?;
    type_code(&app, DURESS_CODE).await?;
    app.shows("Cancelled. Nobody was called.").await?;
    let asked = receiver.wait_for(2).await?.iter().map(webhook::Request::json).collect::<Result<Vec<_>>>()?;
    for service in ["police", "medical"] {
        assert!(asked.iter().any(|body| body.to_string().contains(&format!("\"{service}\""))), "{asked:?}");
    }
    let client = witness(&world).await?;
    assert_eq!(client.incidents().await?.len(), 1, "the household sees a cancel and nothing else");
    Ok(())
}

/// The demo home, whose owner has chosen that a cancel takes the code.
async fn wants_the_code(world: &World) -> Result<App> {
    let app = in_demo(world).await?;
    click(&app, "[data-action=secrets]").await?;
    click(&app, "[data-action=cancel-code]").await?;
    fill(&app, "code", CODE).await?;
    click(&app, "[data-action=cancel-code-confirm]").await?;
    app.find("[data-cancel-code=on]").await?;
    app.press("Back to home").await?;
    Ok(app)
}

/// The field has the focus: digits and Enter.
async fn type_code(app: &App, code: &str) -> Result<()> {
    let field = app.find("input[name=code]").await?;
    Ok(field.send_keys(format!("{code}\u{e007}")).await?)
}
