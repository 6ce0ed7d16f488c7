//! A further SOS from the same address (A10), and what asks for help without a call (E9, E10).

use anyhow::Result;
use mayday_protocol::Kind;
use mayday_protocol::incident::{Event, STILL_NEED_HELP_MS};
use mayday_protocol::plan::Service;
use mayday_tests::{PATIENCE, eventually};
use mayday_wire::{BoardAction, IncidentPhase, SignalRequest, SignalStanding};

use crate::desk::{Desk, answer, comes_to, dispatched, id, police, raise, reaches, tells};

/// proves: A10, E1
#[tokio::test]
async fn another_service_is_added_to_an_open_sos_and_the_same_one_is_asked_again() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, other) = (desk.device().await?, desk.device().await?);
    raise(&phone, id(1)).await?;
    let board = desk.board(&phone).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    let open = comes_to(&phone, id(1), IncidentPhase::Contacting).await?;

    let fire = SignalRequest { kind: Kind::SosFire, ..police(5_000) };
    let joined = other.commit(id(2), &fire).await?;
    assert_eq!(joined.standing, SignalStanding::Committed { incident: open.id });
    tells(&phone, open.id, Event::AlsoAsked { service: Service::Fire }).await?;
    raise(&other, id(3)).await?;
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    reaches(&phone, open.id, IncidentPhase::Requested).await?;
    eventually("all three are asked", PATIENCE, async || anyhow::Ok(dispatched(&desk)?.len() == 3)).await?;
    assert_eq!(dispatched(&desk)?.iter().filter(|service| *service == "police").count(), 2, "police, and police again");
    assert_eq!(board.view().await?.contacts[0].calls.len(), 1, "one call a person");
    Ok(())
}

/// proves: A10, C2
#[tokio::test]
async fn a_cancel_in_the_second_slides_hold_withdraws_that_slide_alone() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    let medical = SignalRequest { kind: Kind::SosMedical, ..police(0) };
    phone.hold(id(2), &medical).await?;
    phone.cancel(id(2), 2_000).await?;
    comes_to(&phone, id(1), IncidentPhase::Contacting).await?;
    assert_eq!(phone.ask(id(2)).await?.standing, SignalStanding::Cancelled);
    Ok(())
}

/// proves: A10
#[tokio::test]
async fn a_contact_cancels_what_the_call_has_named_and_is_called_about_the_rest() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    let board = desk.board(&phone).await?;
    answer(&desk, &board, "Ana Ruiz").await?;
    let medical = SignalRequest { kind: Kind::SosMedical, ..police(5_000) };
    phone.commit(id(2), &medical).await?;
    board.say_password("Ana Ruiz").await?;
    board.press_key("Ana Ruiz", '2').await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    comes_to(&phone, id(1), IncidentPhase::Requested).await?;
    assert_eq!(dispatched(&desk)?, ["medical"]);
    Ok(())
}

/// proves: A10, L5
#[tokio::test]
async fn a_drill_takes_nothing_in_and_is_taken_in_by_nothing() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    let drill = SignalRequest { drill: true, ..police(5_000) };
    phone.commit(id(1), &drill).await?;
    raise(&phone, id(2)).await?;
    phone.commit(id(3), &drill).await?;
    let incidents = phone.incidents().await?;
    assert_eq!(incidents.len(), 3);
    assert!(incidents.iter().all(|incident| incident.phase != IncidentPhase::Joined));
    Ok(())
}

/// proves: E10
#[tokio::test]
async fn after_a_contacts_cancel_the_device_that_slid_can_still_ask_for_help_for_ten_minutes() -> Result<()> {
    for waits_ms in [STILL_NEED_HELP_MS - 1_000, STILL_NEED_HELP_MS + 1_000] {
        let desk = Desk::open().await?;
        let (phone, other) = (desk.device().await?, desk.device().await?);
        raise(&phone, id(1)).await?;
        let board = desk.board(&phone).await?;
        answer(&desk, &board, "Ana Ruiz").await?;
        board.say_password("Ana Ruiz").await?;
        board.press_key("Ana Ruiz", '2').await?;
        let closed = comes_to(&phone, id(1), IncidentPhase::Closed).await?;
        desk.clock.advance(waits_ms);
        other.send_now(closed.id).await?;
        comes_to(&phone, id(1), IncidentPhase::Closed).await?;
        phone.send_now(closed.id).await?;
        if waits_ms < STILL_NEED_HELP_MS {
            comes_to(&phone, id(1), IncidentPhase::Requested).await?;
            assert_eq!(dispatched(&desk)?, ["police"]);
        } else {
            comes_to(&phone, id(1), IncidentPhase::Closed).await?;
            assert!(dispatched(&desk)?.is_empty());
        }
    }
    Ok(())
}

/// proves: E9
#[tokio::test]
async fn who_slid_can_have_help_sent_at_once_in_place_of_the_call() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    let board = desk.board(&phone).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    let calling = comes_to(&phone, id(1), IncidentPhase::Contacting).await?;
    phone.send_now(calling.id).await?;
    comes_to(&phone, id(1), IncidentPhase::Requested).await?;
    board.wait_for_quiet("Ana Ruiz").await?;
    Ok(())
}

/// proves: A11
#[tokio::test]
async fn an_incident_ends_by_a_person_saying_so_once_responders_are_confirmed() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    let board = desk.board(&phone).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    let calling = comes_to(&phone, id(1), IncidentPhase::Contacting).await?;
    phone.over(calling.id).await?;
    comes_to(&phone, id(1), IncidentPhase::Contacting).await?;
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    comes_to(&phone, id(1), IncidentPhase::Requested).await?;
    phone.over(calling.id).await?;
    let closed = comes_to(&phone, id(1), IncidentPhase::Closed).await?;
    assert_eq!(closed.ending, Some(mayday_protocol::incident::Ending::ByPerson));
    Ok(())
}
