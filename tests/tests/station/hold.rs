//! Hold, commit and cancel, in every order that a network delivers them.

use anyhow::Result;
use mayday_protocol::Plan;
use mayday_protocol::eligibility::Reason;
use mayday_protocol::incident::{CommittedBy, Event};
use mayday_wire::{BoardAction, ErrorCode, IncidentPhase, SignalStanding};

use crate::desk::{Desk, comes_to, id, is_cancelled, is_committed, is_held, police, raise, refusal};

/// proves: C5, E1
#[tokio::test]
async fn nothing_happens_while_held_and_the_station_commits_by_itself_seven_seconds_after_the_slide() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    let held = phone.hold(id(1), &police(400)).await?;
    assert_eq!(held.standing, SignalStanding::Held { acts_by_itself_in_ms: 6_600 });

    desk.clock.advance(6_599);
    assert!(is_held(&phone.ask(id(1)).await?));
    assert!(desk.board(&phone).await?.call("Ana Ruiz").await?.is_none());

    desk.clock.advance(1);
    let incident = comes_to(&phone, id(1), IncidentPhase::Contacting).await?;
    let by_itself = Event::HelpRequested { by: CommittedBy::Station };
    assert!(incident.timeline.iter().any(|entry| entry.event == by_itself));
    Ok(())
}

/// proves: E1, E2, E3, E5
#[tokio::test]
async fn a_committed_sos_calls_the_first_contact_and_requests_police_when_nobody_answers() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    assert!(is_committed(&raise(&phone, id(1)).await?));
    let board = desk.board(&phone).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    assert!(board.call("Jon Ruiz").await?.is_none(), "one deciding call at a time");

    desk.clock.advance(mayday_protocol::call::RINGING_MS);
    let incident = comes_to(&phone, id(1), IncidentPhase::Requested).await?;
    let told = ["Jon Ruiz", "Mika Kern", "Ana Ruiz"];
    for contact in told {
        board.wait_for_ringing(contact).await?;
    }
    assert!(incident.timeline.iter().any(|entry| matches!(entry.event, Event::Requested { .. })));
    Ok(())
}

/// proves: C6, E1
#[tokio::test]
async fn a_commit_that_is_the_first_word_is_the_devices_decision_however_late() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    assert!(is_committed(&phone.commit(id(1), &police(60_000)).await?));
    let incident = comes_to(&phone, id(1), IncidentPhase::Contacting).await?;
    let by_device = Event::HelpRequested { by: CommittedBy::Device };
    assert!(incident.timeline.iter().any(|entry| entry.event == by_device), "{:?}", incident.timeline);
    Ok(())
}

/// proves: C2
#[tokio::test]
async fn a_cancel_within_the_hold_is_for_good() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    phone.hold(id(1), &police(0)).await?;
    assert!(is_cancelled(&phone.cancel(id(1), 2_000).await?));
    for _ in 0..2 {
        assert!(is_cancelled(&phone.commit(id(1), &police(5_000)).await?));
        assert!(is_cancelled(&phone.hold(id(1), &police(6_000)).await?));
    }
    desk.clock.advance(60_000);
    assert!(is_cancelled(&phone.ask(id(1)).await?));
    assert_eq!(phone.version().await?.open_incidents, 0);
    Ok(())
}

/// proves: C2
#[tokio::test]
async fn a_cancel_that_overtakes_its_hold_beats_every_later_hold_and_commit() -> Result<()> {
    let mut desk = Desk::open().await?;
    let phone = desk.device().await?;
    assert!(is_cancelled(&phone.cancel(id(1), 2_000).await?));
    desk.restart().await?;
    assert!(is_cancelled(&phone.hold(id(1), &police(100)).await?));
    assert!(is_cancelled(&phone.commit(id(1), &police(5_000)).await?));
    assert!(phone.incidents().await?.is_empty());
    Ok(())
}

/// proves: A7
#[tokio::test]
async fn a_commit_without_its_hold_and_every_repetition_are_one_incident_with_one_answer() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    let first = phone.commit(id(1), &police(5_000)).await?;
    for answer in [
        phone.hold(id(1), &police(0)).await?,
        phone.commit(id(1), &police(5_100)).await?,
        phone.cancel(id(1), 4_900).await?,
        phone.ask(id(1)).await?,
    ] {
        assert_eq!(answer, first, "a commit received beats every later cancel");
    }
    assert_eq!(phone.incidents().await?.len(), 1);
    Ok(())
}

/// proves: C2
#[tokio::test]
async fn a_cancel_pressed_in_time_and_delivered_late_counts_until_the_request_has_started() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, other) = (desk.device().await?, desk.device().await?);
    phone.hold(id(1), &police(0)).await?;
    desk.clock.advance(7_000);
    comes_to(&phone, id(1), IncidentPhase::Contacting).await?;
    assert!(is_committed(&other.cancel(id(1), 4_000).await?), "another device slid nothing");
    assert!(is_committed(&phone.cancel(id(1), 5_000).await?), "5.000 s is late");
    assert!(is_cancelled(&phone.cancel(id(1), 4_999).await?));

    phone.hold(id(2), &police(0)).await?;
    desk.clock.advance(7_000);
    let board = desk.board(&phone).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    comes_to(&phone, id(2), IncidentPhase::Requested).await?;
    assert!(is_committed(&phone.cancel(id(2), 4_000).await?), "the request has started");
    Ok(())
}

/// proves: B1, B3, B12, B13
#[tokio::test]
async fn the_station_checks_again_at_the_hold_and_answers_with_every_reason() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    phone.set_demo_plan(Plan::Plus).await?;
    let refused = refusal(phone.hold(id(1), &police(0)).await)?;
    assert_eq!(refused.code, ErrorCode::NotEligible);
    let codes: Vec<_> = refused.reasons.iter().map(|reason| reason.code).collect();
    assert_eq!(codes, [Reason::PlanWithoutSos, Reason::CamerasNotEnrolled]);
    assert!(refused.reasons.iter().all(|reason| !reason.sentence.is_empty() && !reason.mend.is_empty()));
    assert_eq!(refusal(phone.ask(id(1)).await)?.code, ErrorCode::Unknown, "nothing was stored");
    Ok(())
}
