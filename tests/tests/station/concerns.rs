//! Contacts are told by telephone of what concerns them: practice, a place on the list, another password.

use anyhow::Result;
use mayday_protocol::plan::Trigger;
use mayday_protocol::readiness_call::PasswordKnowledge;
use mayday_protocol::secret::SecretPair;
use mayday_protocol::{Redacted, call::DEAF_MS};
use mayday_tests::setup::{contact, house};
use mayday_tests::{Board, PATIENCE, eventually};
use mayday_wire::{BoardAction, BoardReadinessCallView, BoardReadinessState, ContactReadiness, SetSecretsRequest};

use crate::desk::{Desk, alarm, alarmed};

const CODE: &str = "482916";
const DURESS_CODE: &str = "482753";

/// proves: L6
#[tokio::test]
async fn entering_practice_is_told_to_the_first_contact_whichever_code_it_was() -> Result<()> {
    let mut told = vec![];
    for code in [CODE, DURESS_CODE] {
        let desk = Desk::open().await?;
        let (phone, board) = alarmed(&desk).await?;
        phone.set_practice(60, code).await?;
        let says = hears(&desk, &board, "Ana Ruiz").await?;
        assert!(says.contains("Practice was switched on") && says.contains("60 minutes"), "{says}");
        for other in ["Jon Ruiz", "Mika Kern"] {
            assert!(board.test_call(other).await?.is_none(), "{other} is not called about it");
        }
        told.push((says, phone.home().await?.contacts));
        phone.set_practice(0, code).await?;
        assert_ne!(board.test_call("Ana Ruiz").await?.map(|call| call.state), Some(BoardReadinessState::Ringing));
    }
    let [normal, duress] = [&told[0], &told[1]]
        .map(|(says, contacts)| (says, contacts.iter().map(|contact| contact.readiness.clone()).collect::<Vec<_>>()));
    assert_eq!(normal, duress);
    assert!(normal.1.iter().all(|known| *known == ContactReadiness::default()), "what was told proves nothing");
    Ok(())
}

/// proves: L6, M9
#[tokio::test]
async fn an_alarm_takes_the_line_of_whoever_is_being_told() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    phone.set_practice(60, CODE).await?;
    rings(&board, "Ana Ruiz").await?;
    alarm(&board, Trigger::SmokeAlarm).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    assert!(board.test_call("Ana Ruiz").await?.is_none());
    Ok(())
}

/// proves: P6, N6
#[tokio::test]
async fn another_password_is_told_to_every_contact_and_a_place_on_the_list_to_whoever_gets_it() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, home) = desk.stranger()?.set_up(&house(), "Phone").await?;
    let board = desk.board(&phone).await?;
    let request = SetSecretsRequest {
        pair: SecretPair::Passwords,
        plain: Redacted::new("another word".to_owned()),
        duress: None,
        code: Redacted::default(),
    };
    phone.set_secrets(&request).await?;
    for name in ["Rosa Diaz", "Sam Diaz"] {
        assert!(hears(&desk, &board, name).await?.contains("password of 34 Cedar Lane was changed"));
        board.act_in_test(name, BoardAction::HangUp, None).await?;
    }

    let mut setup = home.setup.expect("it was set up");
    setup.contacts.push(contact("Lee Diaz", "(512) 555-0133"));
    phone.change_home(&setup, "").await?;
    assert!(hears(&desk, &board, "Lee Diaz").await?.contains("on the emergency list of 34 Cedar Lane"));
    for name in ["Rosa Diaz", "Sam Diaz"] {
        assert!(board.test_call(name).await?.is_none(), "nothing has changed for {name}");
    }
    let known = phone.home().await?.contacts;
    assert!(known.iter().all(|contact| contact.readiness.password == PasswordKnowledge::NotTried));
    Ok(())
}

async fn rings(board: &Board, name: &str) -> Result<BoardReadinessCallView> {
    eventually("the contact is rung", PATIENCE, async || {
        let call = board.test_call(name).await?;
        anyhow::Ok(call.filter(|call| call.state == BoardReadinessState::Ringing))
    })
    .await
}

/// Answers, presses the digits, and listens.
async fn hears(desk: &Desk, board: &Board, name: &str) -> Result<String> {
    rings(board, name).await?;
    board.act_in_test(name, BoardAction::Answer, None).await?;
    let digits = eventually("the digits are spoken", PATIENCE, async || {
        let call = board.test_call(name).await?;
        anyhow::Ok(call.and_then(|call| match call.state {
            BoardReadinessState::ProveHuman { digits } => Some(digits),
            BoardReadinessState::Dialing
            | BoardReadinessState::Ringing
            | BoardReadinessState::AskingPassword { .. }
            | BoardReadinessState::AskingOptOut
            | BoardReadinessState::Goodbye { .. } => None,
        }))
    })
    .await?;
    desk.clock.advance(DEAF_MS);
    for digit in digits.chars() {
        board.act_in_test(name, BoardAction::Key, Some(digit)).await?;
    }
    eventually("the message is spoken", PATIENCE, async || {
        let call = board.test_call(name).await?;
        let spoken = |call: &BoardReadinessCallView| matches!(call.state, BoardReadinessState::Goodbye { .. });
        anyhow::Ok(call.filter(spoken).map(|call| call.says.reveal().clone()))
    })
    .await
}
