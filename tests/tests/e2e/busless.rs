//! Machines on which something that every desktop has is not there at all.

use anyhow::Result;
use mayday_tests::World;

use crate::scene::{in_demo, slide, witness};

/// proves: A9
#[tokio::test]
async fn without_a_message_bus_the_app_opens_and_sos_works() -> Result<()> {
    let world = World::builder().without_bus().start().await?;
    let mut app = in_demo(&world).await?;
    app.shows("keyring did not answer").await?;
    slide(&app, "sos_police").await?;
    app.heading("Demo · Help requested").await?;
    assert_eq!(witness(&world).await?.incidents().await?.len(), 1);
    app.kill_minus_9().await?;
    app.relaunch().await?;
    app.shows("The station answers").await?;
    slide(&app, "sos_medical").await?;
    app.shows("already holds your request").await?;
    Ok(())
}
