//! A station whose records are damaged, as its app meets it: help can be asked for at once, and what was lost is told.

use anyhow::Result;
use mayday_tests::{PATIENCE, World, eventually};
use mayday_wire::IncidentPhase;

use crate::scene::{comes_to, in_demo, records_lost, slide, token_in_keyring, witness};

/// proves: A9, E1
#[tokio::test]
async fn after_damage_to_the_stations_records_an_sos_goes_through_and_the_screen_says_what_happened() -> Result<()> {
    let world = World::start().await?;
    let app = in_demo(&world).await?;
    token_in_keyring(&world).await?;
    records_lost(&world).await?;

    app.shows("The station's records were damaged.").await?;
    app.shows("The station answers").await?;
    app.screenshot("records-damaged").await?;
    slide(&app, "sos_police").await?;
    app.heading("Demo · Help requested").await?;
    let client = witness(&world).await?;
    comes_to(&client, IncidentPhase::Contacting).await?;
    eventually("the damaged records are still there", PATIENCE, async || {
        let kept = std::fs::read_dir(world.data())?.flatten().map(|entry| entry.file_name());
        anyhow::Ok(kept.into_iter().any(|name| name.to_string_lossy().starts_with("station.broken-")))
    })
    .await
}
