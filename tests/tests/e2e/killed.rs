//! The app killed at every part of the countdown: raised every time, by the station alone.

use anyhow::{Context, Result};
use mayday_protocol::incident::{CommittedBy, Event};
use mayday_tests::ending::end_incident;
use mayday_tests::faults::wall_ms;
use mayday_tests::{PATIENCE, World, eventually};
use mayday_wire::IncidentView;

use crate::scene::{in_demo, slide, witness};

/// Who decided that help is requested, and when.
pub(crate) fn decided(incident: &IncidentView) -> Result<(CommittedBy, i64)> {
    let decision = incident.timeline.iter().find_map(|entry| {
        let Event::HelpRequested { by } = entry.event else { return None };
        Some((by, entry.at_ms))
    });
    decision.context("help was not requested")
}

/// proves: C5, C8
#[tokio::test]
async fn an_app_killed_at_any_point_of_the_countdown_has_called_for_help_every_time() -> Result<()> {
    let world = World::start().await?;
    let mut app = in_demo(&world).await?;
    let client = witness(&world).await?;
    let points = [300, 1_000, 2_000, 3_000, 4_000, 4_800];
    for (n, point) in points.into_iter().enumerate() {
        let before = world.slid_at_ms().ok();
        slide(&app, "sos_police").await?;
        let slid_at = eventually("the journal has this slide", PATIENCE, async || {
            world.slid_at_ms().map(|slid_at| Some(slid_at).filter(|slid_at| Some(*slid_at) != before))
        })
        .await?;
        world.passes_since_slide(point).await?;
        let killed_after = wall_ms() - slid_at;
        app.kill_minus_9().await?;
        let (signal, (by, at_ms)) = eventually("help is requested", PATIENCE, async || {
            let incidents = client.incidents().await?;
            let new = incidents.get(..incidents.len() - n).unwrap_or_default().first().context("no incident yet")?;
            decided(new).map(|decided| Some((new.signal, decided)))
        })
        .await?;
        println!(
            "killed {killed_after} ms after the slide: help requested {} ms after it, by the {by:?}",
            at_ms - slid_at
        );
        assert_eq!(by, CommittedBy::Station);
        app.relaunch().await?;
        app.shows("Help requested: the station acted by itself").await?;
        assert_eq!(client.incidents().await?.len(), n + 1, "never a second signal");
        app.press("Back to home").await?;
        end_incident(&client, signal).await?;
    }
    Ok(())
}

/// proves: A7, C8
#[tokio::test]
async fn an_app_killed_in_the_incident_shows_it_in_its_list_after_a_restart() -> Result<()> {
    let world = World::start().await?;
    let mut app = in_demo(&world).await?;
    slide(&app, "sos_fire").await?;
    app.heading("Demo · Help requested").await?;
    app.kill_minus_9().await?;
    app.relaunch().await?;
    app.heading("12 Maple Street").await?;
    app.find("button[data-incident]").await?.click().await?;
    app.heading("Demo · Help requested").await?;
    app.shows("Help requested: the station has your request").await?;
    assert_eq!(witness(&world).await?.incidents().await?.len(), 1);
    Ok(())
}
