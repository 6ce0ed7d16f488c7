//! What telephones do besides answering: busy, broken, voicemail, hung up at once; and what carriers report late,
//! twice or out of order.

use anyhow::Result;
use mayday_protocol::call::{DEAF_MS, NotAnswered};
use mayday_protocol::incident::{Event, TELL_AGAIN_MS};
use mayday_station::client::Client;
use mayday_tests::{Board, PATIENCE, eventually};
use mayday_wire::{BoardAction, BoardActionRequest, BoardCallState, CallReport, IncidentPhase, IncidentView};

use crate::desk::{Desk, comes_to, id, raise};

/// proves: E3, M9
#[tokio::test]
async fn a_busy_or_failing_line_is_not_answered_at_once_and_is_not_tried_again_before_police_are_requested()
-> Result<()> {
    for (action, why) in [(BoardAction::Busy, NotAnswered::Busy), (BoardAction::Fail, NotAnswered::LineFailed)] {
        let desk = Desk::open().await?;
        let (phone, board) = called(&desk).await?;
        board.act("Ana Ruiz", action, None).await?;
        let incident = comes_to(&phone, id(1), IncidentPhase::Requested).await?;
        let deciding = |event: &Event| matches!(event, Event::Calling { role, .. } if *role == mayday_protocol::call::Role::Deciding);
        assert_eq!(incident.timeline.iter().filter(|entry| deciding(&entry.event)).count(), 1);
        assert!(has(&incident, |event| matches!(event, Event::NotAnswered { why: it, .. } if *it == why)), "{why:?}");
        board.wait_for_ringing("Ana Ruiz").await?;
    }
    Ok(())
}

/// proves: M2, M3, M4, E3, O2
#[tokio::test]
async fn a_voicemail_gets_a_message_with_place_kind_and_number_and_police_are_requested_at_once() -> Result<()> {
    let folder = tempfile::Builder::new().prefix("ms-").tempdir()?;
    std::fs::write(folder.path().join("station.toml"), "caller_number = \"202-555-0142\"\n")?;
    let mut desk = Desk::open_in(folder).await?;
    let (phone, board) = called(&desk).await?;
    board.act("Ana Ruiz", BoardAction::Voicemail, None).await?;
    let incident = comes_to(&phone, id(1), IncidentPhase::Requested).await?;
    let at = |wanted: fn(&Event) -> bool| incident.timeline.iter().position(|entry| wanted(&entry.event));
    assert!(at(|event| matches!(event, Event::NotAnswered { why: NotAnswered::Voicemail, .. })).is_some());

    let message = board.wait_for_message("Ana Ruiz").await?;
    let words = message.words.reveal();
    for said in ["Demo. ", "a police SOS", "12 Maple Street, Austin, TX", "call back: (202) 555-0142"] {
        assert!(words.contains(said), "{said}: {words}");
    }
    assert_eq!(board.view().await?.caller_number, "(202) 555-0142");
    let station = phone.home().await?.station.expect("every home is told whose number it is");
    assert_eq!((station.name.as_str(), station.number.as_str()), ("Mayday station", "(202) 555-0142"));
    let told = eventually("the message is on the timeline", PATIENCE, async || {
        let incident = comes_to(&phone, id(1), IncidentPhase::Requested).await?;
        anyhow::Ok(has(&incident, |event| matches!(event, Event::MessageLeft { .. })))
    });
    told.await?;
    board.wait_for_ringing("Ana Ruiz").await?;

    desk.restart().await?;
    let again = desk.board(&phone).await?.wait_for_message("Ana Ruiz").await?;
    assert_eq!(again, message, "a restart forgets no message");
    desk.stop().await;
    let db = rusqlite::Connection::open(desk.folder.path().join("station.db"))?;
    let private = "SELECT count(*) FROM journal WHERE input || outputs || state LIKE '%Maple%'";
    assert_eq!(db.query_row(private, [], |row| row.get::<_, i64>(0))?, 0, "the words are nobody's but the carrier's");
    Ok(())
}

/// proves: M10
#[tokio::test]
async fn a_telling_call_leaves_a_message_with_its_second_try_and_the_phone_never_rings_again() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = called(&desk).await?;
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    comes_to(&phone, id(1), IncidentPhase::Requested).await?;
    for contact in ["Jon Ruiz", "Mika Kern", "Ana Ruiz"] {
        board.wait_for_ringing(contact).await?;
        board.act(contact, BoardAction::Voicemail, None).await?;
    }
    let messages = async || -> Result<usize> {
        Ok(board.view().await?.contacts.iter().filter(|contact| contact.message.is_some()).count())
    };
    assert_eq!(messages().await?, 0, "there is another try");
    desk.clock.advance(TELL_AGAIN_MS);
    board.wait_for_ringing("Jon Ruiz").await?;
    board.act("Jon Ruiz", BoardAction::Voicemail, None).await?;
    board.wait_for_message("Jon Ruiz").await?;
    for contact in ["Mika Kern", "Ana Ruiz"] {
        board.wait_for_ringing(contact).await?;
        board.act(contact, BoardAction::Ignore, None).await?;
    }
    for _ in 0..3 {
        desk.clock.advance(TELL_AGAIN_MS);
        for contact in ["Jon Ruiz", "Mika Kern", "Ana Ruiz"] {
            assert!(board.call(contact).await?.is_none(), "never again");
        }
    }
    assert_eq!(messages().await?, 1);
    Ok(())
}

/// proves: E3, M6
#[tokio::test]
async fn a_contact_who_hangs_up_before_the_digits_could_be_spoken_has_not_answered() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = called(&desk).await?;
    board.act("Ana Ruiz", BoardAction::Answer, None).await?;
    desk.clock.advance(400);
    board.act("Ana Ruiz", BoardAction::HangUp, None).await?;
    let incident = comes_to(&phone, id(1), IncidentPhase::Requested).await?;
    assert!(has(&incident, |event| matches!(event, Event::NotAnswered { why: NotAnswered::HungUp, .. })));
    assert!(!has(&incident, |event| matches!(event, Event::Answered { .. })));
    Ok(())
}

/// proves: M6, M9
#[tokio::test]
async fn a_report_that_comes_twice_out_of_order_or_after_the_end_is_answered_by_type_and_changes_nothing() -> Result<()>
{
    let desk = Desk::open().await?;
    let (phone, board) = called(&desk).await?;
    let call = board.wait_for_ringing("Ana Ruiz").await?;
    let report = async |action, key| {
        board.post(&BoardActionRequest { incident: call.incident, call: call.call, action, key }).await
    };
    assert_eq!(report(BoardAction::Key, Some('1')).await?, CallReport::Unchanged, "a key before the pick-up");
    assert_eq!(report(BoardAction::Answer, None).await?, CallReport::Taken);
    assert_eq!(report(BoardAction::Answer, None).await?, CallReport::Unchanged, "picked up twice");
    desk.clock.advance(DEAF_MS);
    for digit in board.spoken_digits("Ana Ruiz").await?.unwrap_or_default().chars() {
        assert_eq!(report(BoardAction::Key, Some(digit)).await?, CallReport::Taken);
    }
    assert_eq!(report(BoardAction::Answer, None).await?, CallReport::Unchanged, "a pick-up that comes late");
    let asked = board.call("Ana Ruiz").await?.map(|call| call.state);
    assert_eq!(asked, Some(BoardCallState::AskingPassword { keys: 0 }));
    assert_eq!(report(BoardAction::Key, Some('1')).await?, CallReport::Taken);
    let decided = comes_to(&phone, id(1), IncidentPhase::Requested).await?;
    for (action, key) in [
        (BoardAction::Key, Some('1')),
        (BoardAction::Key, Some('2')),
        (BoardAction::HangUp, None),
        (BoardAction::Busy, None),
        (BoardAction::Fail, None),
        (BoardAction::Voicemail, None),
    ] {
        assert_eq!(report(action, key).await?, CallReport::Ended, "{action:?}");
    }
    let now = comes_to(&phone, id(1), IncidentPhase::Requested).await?;
    assert_eq!(now.timeline[..decided.timeline.len()], decided.timeline);
    assert!(!has(&now, |event| matches!(event, Event::NotAnswered { .. } | Event::CancelledBy { .. })));
    Ok(())
}

/// A committed SOS whose first contact's phone rings.
async fn called(desk: &Desk) -> Result<(Client, Board)> {
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    let board = desk.board(&phone).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    Ok((phone, board))
}

fn has(incident: &IncidentView, wanted: impl Fn(&Event) -> bool) -> bool {
    incident.timeline.iter().any(|entry| wanted(&entry.event))
}
