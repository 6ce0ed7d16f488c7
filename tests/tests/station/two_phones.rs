//! Two phones of one home that slide at the same moment: each has its own hold, one incident takes both in, and nobody's
//! telephone rings twice at once.

use anyhow::Result;
use mayday_protocol::call::NotAnswered;
use mayday_protocol::incident::Event;
use mayday_protocol::plan::Trigger;
use mayday_wire::{BoardAction, IncidentPhase, IncidentView};

use crate::desk::{
    Desk, alarm, alarmed, comes_to, dispatched, has, id, is_cancelled, is_committed, is_held, police, reaches,
};

/// proves: A10, E1, M9
#[tokio::test]
async fn two_slides_within_200_ms_are_both_held_and_one_incident_asks_for_both() -> Result<()> {
    let desk = Desk::open().await?;
    let (one, other) = (desk.device().await?, desk.device().await?);
    let (first, second) = (police(0), police(0));
    let (held, held_too) = tokio::join!(one.hold(id(1), &first), other.hold(id(2), &second));
    assert!(is_held(&held?) && is_held(&held_too?));
    desk.clock.advance(5_000);
    let (commit, commit_too) = (police(5_000), police(4_800));
    let (sent, sent_too) = tokio::join!(one.commit(id(1), &commit), other.commit(id(2), &commit_too));
    assert!(is_committed(&sent?) && is_committed(&sent_too?));

    // Whichever came second is taken in by the other, whose call rings on.
    let board = desk.board(&one).await?;
    let ringing = board.wait_for_ringing("Ana Ruiz").await?;
    let (calls, joined) = if incident(&one, 1).await?.id == ringing.incident { (1, 2) } else { (2, 1) };
    let calling = comes_to(&one, id(calls), IncidentPhase::Contacting).await?;
    let joined = comes_to(&one, id(joined), IncidentPhase::Joined).await?;
    assert!(joined.timeline.iter().any(|entry| entry.event == Event::Joined { incident: calling.id }));
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    comes_to(&one, id(calls), IncidentPhase::Requested).await?;
    assert_eq!(dispatched(&desk)?, ["police", "police"], "asked, and asked again");
    assert_eq!(board.view().await?.contacts.iter().map(|contact| contact.calls.len()).max(), Some(1));
    Ok(())
}

/// proves: A10, C2
#[tokio::test]
async fn a_cancel_withdraws_its_own_slide_and_the_other_phones_goes_on() -> Result<()> {
    let desk = Desk::open().await?;
    let (one, other) = (desk.device().await?, desk.device().await?);
    one.hold(id(1), &police(0)).await?;
    other.hold(id(2), &police(0)).await?;
    assert!(is_cancelled(&one.cancel(id(1), 2_000).await?));
    desk.clock.advance(7_000);
    let contacting = comes_to(&one, id(2), IncidentPhase::Contacting).await?;
    assert_eq!(desk.board(&one).await?.wait_for_ringing("Ana Ruiz").await?.incident, contacting.id);
    assert!(is_cancelled(&one.ask(id(1)).await?));
    Ok(())
}

/// proves: M9, G4
#[tokio::test]
async fn a_phone_that_rings_keeps_its_line_through_a_restart_and_an_alarm_of_another_kind_passes_it_over() -> Result<()>
{
    let mut desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    phone.commit(id(1), &police(5_000)).await?;
    let ringing = board.wait_for_ringing("Ana Ruiz").await?;
    desk.restart().await?;
    let board = desk.board(&phone).await?;
    let smoke = alarm(&board, Trigger::SmokeAlarm).await?;
    let passed = reaches(&phone, smoke, IncidentPhase::Requested).await?;
    let in_another_call = |event: &Event| matches!(event, Event::NotAnswered { why: NotAnswered::InAnotherCall, .. });
    assert!(has(&passed, in_another_call));
    assert_eq!(board.call("Ana Ruiz").await?, Some(ringing));
    Ok(())
}

async fn incident(client: &mayday_station::client::Client, signal: u8) -> Result<IncidentView> {
    let incidents = client.incidents().await?;
    incidents.into_iter().find(|incident| incident.signal == id(signal)).ok_or_else(|| anyhow::anyhow!("not there"))
}
