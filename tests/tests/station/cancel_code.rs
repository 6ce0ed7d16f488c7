//! A household that wants its code for a cancel (C7): no code in time commits, and the duress code shows a cancel.

use anyhow::Result;
use mayday_protocol::incident::Ending;
use mayday_wire::{ErrorCode, IncidentPhase};

use crate::desk::{Desk, comes_to, dispatched, id, is_cancelled, is_committed, is_held, police, refusal};
use crate::duress::{CODE, DURESS_CODE, asked, without_ids};

/// proves: C7, N5
#[tokio::test]
async fn a_cancel_without_the_right_code_takes_nothing_back_and_the_right_one_does() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    phone.set_cancel_code(true, CODE).await?;
    assert!(phone.home().await?.cancel_takes_code);
    assert!(is_held(&phone.hold(id(1), &police(20)).await?));
    assert_eq!(refusal(phone.cancel(id(1), 2_000).await)?.code, ErrorCode::CodeNeeded);
    assert_eq!(refusal(phone.cancel_with(id(1), 2_500, Some("111111")).await)?.code, ErrorCode::WrongCode);
    assert!(is_held(&phone.ask(id(1)).await?), "the countdown goes on");
    assert!(is_cancelled(&phone.cancel_with(id(1), 3_000, Some(CODE)).await?));
    assert!(is_cancelled(&phone.commit(id(1), &police(5_000)).await?), "and it stays cancelled");
    Ok(())
}

/// proves: C7, C5
#[tokio::test]
async fn no_code_in_time_commits_and_then_none_is_asked_for() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    phone.set_cancel_code(true, CODE).await?;
    phone.hold(id(1), &police(20)).await?;
    assert_eq!(refusal(phone.cancel(id(1), 4_000).await)?.code, ErrorCode::CodeNeeded);
    desk.clock.advance(6_980);
    comes_to(&phone, id(1), IncidentPhase::Contacting).await?;
    // Nobody sent a commit, so a cancel that was pressed in time would still count, with the code alone.
    assert_eq!(refusal(phone.cancel(id(1), 4_000).await)?.code, ErrorCode::CodeNeeded);
    assert!(is_committed(&phone.cancel(id(1), 6_000).await?), "what changes nothing needs no code");
    assert!(is_cancelled(&phone.cancel_with(id(1), 4_000, Some(CODE)).await?));
    Ok(())
}

/// proves: C7, C2
#[tokio::test]
async fn a_cancel_that_overtakes_its_hold_needs_the_code_too() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    phone.set_cancel_code(true, CODE).await?;
    assert_eq!(refusal(phone.cancel(id(1), 1_000).await)?.code, ErrorCode::CodeNeeded);
    assert!(is_held(&phone.hold(id(1), &police(1_200)).await?));
    assert!(is_cancelled(&phone.cancel_with(id(2), 1_000, Some(CODE)).await?));
    assert!(is_cancelled(&phone.hold(id(2), &police(1_200)).await?));
    Ok(())
}

/// proves: C7, J4, J6
#[tokio::test]
async fn the_duress_code_shows_a_cancel_and_police_and_what_was_slid_for_are_asked_to_come() -> Result<()> {
    let mut told = vec![];
    for code in [CODE, DURESS_CODE] {
        let desk = Desk::open().await?;
        let phone = desk.device().await?;
        phone.set_cancel_code(true, CODE).await?;
        let medical = mayday_wire::SignalRequest { kind: mayday_protocol::Kind::SosMedical, ..police(20) };
        phone.hold(id(1), &medical).await?;
        assert!(is_cancelled(&phone.cancel_with(id(1), 3_000, Some(code)).await?));
        if code == DURESS_CODE {
            asked(&desk, &["medical", "police"]).await?;
        } else {
            assert!(dispatched(&desk)?.is_empty());
        }
        let incidents = phone.incidents().await?;
        assert_eq!((incidents.len(), incidents[0].ending), (1, Some(Ending::CancelledOnDevice)));
        let activity: Vec<_> = phone.activity().await?.into_iter().map(|did| did.what).collect();
        told.push((without_ids(&incidents[0]), phone.version().await?.open_incidents, activity.len()));
    }
    assert_eq!(told[0], told[1]);
    Ok(())
}

/// proves: C7, P6
#[tokio::test]
async fn the_setting_takes_the_code_and_stays_as_it_is_while_a_slide_is_held() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    assert_eq!(refusal(phone.set_cancel_code(true, "111111").await)?.code, ErrorCode::WrongCode);
    phone.hold(id(1), &police(20)).await?;
    assert_eq!(refusal(phone.set_cancel_code(true, CODE).await)?.code, ErrorCode::IncidentOpen);
    assert!(is_cancelled(&phone.cancel(id(1), 1_000).await?));
    phone.set_cancel_code(true, CODE).await?;
    phone.set_cancel_code(false, CODE).await?;
    assert!(!phone.home().await?.cancel_takes_code);
    Ok(())
}
