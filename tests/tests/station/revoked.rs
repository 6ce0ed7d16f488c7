//! A device that was removed from its home: refused in everything, by type; what it had been granted goes its way.

use std::process::Stdio;

use anyhow::Result;
use mayday_protocol::DeviceId;
use mayday_protocol::eligibility::Reason;
use mayday_protocol::incident::{CommittedBy, Event};
use mayday_station::client::Failure;
use mayday_wire::{ErrorBody, ErrorCode, IncidentPhase};
use reqwest::{Method, StatusCode};

use crate::desk::{Desk, comes_to, id, is_cancelled, is_committed, is_held, police, refusal};
use crate::program::Program;

const TEN_YEARS_MS: u64 = 10 * 365 * 24 * 3_600_000;

/// proves: B12, V1
#[tokio::test]
async fn a_removed_device_is_refused_in_everything_with_a_reason_and_its_mending_step_through_a_restart() -> Result<()>
{
    let mut desk = Desk::open().await?;
    let (lost, device) = desk.known_device().await?;
    let board = desk.board(&lost).await?;
    let other = desk.device().await?;
    desk.stranger()?.revoke(device).await?;
    desk.stranger()?.revoke(device).await?;
    for restarted in [false, true] {
        if restarted {
            desk.restart().await?;
        }
        refused(lost.hold(id(1), &police(0)).await, Reason::Revoked)?;
        refused(lost.commit(id(1), &police(5_000)).await, Reason::Revoked)?;
        refused(lost.cancel(id(1), 1_000).await, Reason::Revoked)?;
        refused(lost.ask(id(1)).await, Reason::Revoked)?;
        refused(lost.home().await, Reason::Revoked)?;
        refused(lost.incidents().await, Reason::Revoked)?;
        refused(lost.board_link().await, Reason::Revoked)?;
        let events = lost.raw(Method::GET, "/v1/events", String::new()).await?;
        assert_eq!(
            (events.status(), events.json::<ErrorBody>().await?.code),
            (StatusCode::FORBIDDEN, ErrorCode::Revoked)
        );
        assert!(board.view().await.is_err(), "the board that it had opened is closed too");
        assert!(is_held(&other.hold(id(if restarted { 8 } else { 9 }), &police(0)).await?), "the others go on");
    }
    assert!(!other.incidents().await?.iter().any(|incident| incident.signal == id(1)), "nothing was stored");
    assert!(
        matches!(desk.stranger()?.revoke(DeviceId::from_random([9; 16])).await, Err(Failure::Refused(body)) if body.code == ErrorCode::Unknown)
    );
    Ok(())
}

/// proves: C5
#[tokio::test]
async fn a_hold_that_was_accepted_before_the_removal_still_commits_by_itself_and_the_device_is_told_so() -> Result<()> {
    let mut desk = Desk::open().await?;
    let (lost, device) = desk.known_device().await?;
    let other = desk.device().await?;
    lost.hold(id(1), &police(0)).await?;
    desk.clock.advance(2_000);
    desk.stranger()?.revoke(device).await?;
    refused(lost.cancel(id(1), 3_000).await, Reason::RevokedAfterHold)?;
    refused(lost.commit(id(1), &police(5_000)).await, Reason::RevokedAfterHold)?;
    refused(lost.hold(id(2), &police(0)).await, Reason::Revoked)?;
    desk.restart().await?;
    assert!(is_held(&other.ask(id(1)).await?));
    desk.clock.advance(5_000);
    let incident = comes_to(&other, id(1), IncidentPhase::Contacting).await?;
    let by_itself = Event::HelpRequested { by: CommittedBy::Station };
    assert!(incident.timeline.iter().any(|entry| entry.event == by_itself));
    refused(lost.ask(id(1)).await, Reason::RevokedAfterHold)?;
    Ok(())
}

/// proves: C2
#[tokio::test]
async fn another_device_of_the_home_can_still_cancel_what_a_removed_one_had_slid() -> Result<()> {
    let desk = Desk::open().await?;
    let (lost, device) = desk.known_device().await?;
    let other = desk.device().await?;
    lost.hold(id(1), &police(0)).await?;
    desk.stranger()?.revoke(device).await?;
    assert!(is_cancelled(&other.cancel(id(1), 3_000).await?));
    refused(lost.ask(id(1)).await, Reason::Revoked)?;
    desk.clock.advance(7_000);
    assert!(is_cancelled(&other.ask(id(1)).await?));
    Ok(())
}

/// proves: Q4
#[tokio::test]
async fn a_token_never_expires() -> Result<()> {
    let mut desk = Desk::open().await?;
    let phone = desk.device().await?;
    desk.clock.advance(TEN_YEARS_MS);
    assert!(is_committed(&phone.commit(id(1), &police(5_000)).await?));
    desk.stop().await;
    desk.clock.reboot(TEN_YEARS_MS);
    desk.restart().await?;
    assert!(is_committed(&phone.commit(id(2), &police(5_000)).await?));
    Ok(())
}

/// proves: V1
#[tokio::test]
async fn the_command_line_names_the_devices_and_removes_one_with_and_without_a_running_station() -> Result<()> {
    let mut desk = Desk::open().await?;
    let (first, _) = desk.known_device().await?;
    let (second, device) = desk.known_device().await?;
    desk.stop().await;
    let data = desk.folder.path().to_owned();
    let run = async |arguments: &[&str]| -> Result<(bool, String)> {
        let mut command = Program::station()?;
        let output = command.args(arguments).arg("--data").arg(&data).stderr(Stdio::null()).output().await?;
        Ok((output.status.success(), String::from_utf8(output.stdout)?))
    };
    let (_, listed) = run(&["devices"]).await?;
    assert_eq!(listed.lines().filter(|line| line.ends_with(" - owner Phone")).count(), 2, "{listed}");
    assert!(!run(&["revoke", &"0".repeat(32)]).await?.0, "there is no such device");
    assert!(run(&["revoke", &device.to_string()]).await?.0);
    desk.restart().await?;
    refused(second.hold(id(1), &police(0)).await, Reason::Revoked)?;
    assert!(is_held(&first.hold(id(2), &police(0)).await?));
    let (_, listed) = run(&["devices"]).await?;
    let removed: Vec<&str> = listed.lines().filter(|line| !line.ends_with(" - owner Phone")).collect();
    assert!(removed.len() == 1 && removed[0].starts_with(&device.to_string()), "{listed}");
    Ok(())
}

/// Refused as removed, with exactly this reason, a sentence and a step.
fn refused<T: std::fmt::Debug>(answer: Result<T, Failure>, reason: Reason) -> Result<()> {
    let body = refusal(answer)?;
    assert_eq!(body.code, ErrorCode::Revoked);
    assert_eq!(body.reasons.iter().map(|view| view.code).collect::<Vec<_>>(), [reason]);
    assert!(body.reasons.iter().all(|view| !view.sentence.is_empty() && !view.mend.is_empty()));
    Ok(())
}
