//! Who may not send an SOS sees every reason and what mends it, and nothing is sent.

use anyhow::Result;
use mayday_protocol::Plan;
use mayday_protocol::eligibility::Reason;
use mayday_tests::{World, webhook::Receiver};

use crate::scene::{choose_plan, in_demo, witness};

/// proves: B1, B3, B12
#[tokio::test]
async fn the_basic_plan_shows_every_reason_with_its_mending_step_and_sends_nothing() -> Result<()> {
    let world = World::start().await?;
    let receiver = Receiver::start().await?;
    world.use_webhook(&receiver)?;
    let app = in_demo(&world).await?;
    choose_plan(&app, "Basic").await?;
    app.press("SOS").await?;

    app.heading("SOS is not available for this home").await?;
    for reason in [Reason::PlanWithoutSos, Reason::CamerasNotEnrolled] {
        app.shows(reason.sentence()).await?;
        app.shows(reason.mend()).await?;
    }
    app.shows("911").await?;
    assert!(!app.sees("button[data-kind]").await?, "there is nothing to slide");
    app.screenshot("refused").await?;

    let client = witness(&world).await?;
    assert!(client.incidents().await?.is_empty());
    assert!(receiver.requests().is_empty());
    let facts = client.home().await?.facts;
    assert_eq!((facts.plan, facts.sos_for_cameras), (Plan::Basic, false));
    Ok(())
}
