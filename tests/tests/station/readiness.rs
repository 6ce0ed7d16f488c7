//! Test calls outside any incident: what they prove of a contact, who is called for it, and that an alarm goes first.

use anyhow::{Context, Result};
use mayday_protocol::call::{DEAF_MS, DECIDE_MS, NotAnswered, RINGING_MS};
use mayday_protocol::readiness::{Finding, Level};
use mayday_protocol::readiness_call::{GOODBYE_MS, NotFinished, PROOF_MS, PasswordKnowledge, TOO_OFTEN_MS, TryResult};
use mayday_protocol::secret::SecretPair;
use mayday_protocol::{ContactId, Redacted};
use mayday_station::client::Client;
use mayday_tests::setup::{PASSWORD, contact, house};
use mayday_tests::{Board, PATIENCE, eventually};
use mayday_wire::{
    BoardAction, BoardReadinessCallView, BoardReadinessState, CallReport, ContactReadiness, ContactView, ErrorCode,
    HomeView, IncidentPhase, ReadinessStage, SetSecretsRequest,
};

use crate::desk::{Desk, comes_to, id, raise, refusal};

const ANA: &str = "Ana Ruiz";
const JON: &str = "Jon Ruiz";

/// proves: O5, P2, M9
#[tokio::test]
async fn a_contact_is_proven_by_the_digits_and_the_proof_says_how_long_it_took_and_that_dnd_was_on() -> Result<()> {
    let (desk, phone, board) = open().await?;
    let ana = ring(&phone, ANA, true).await?;
    let call = rings(&board, ANA).await?;
    let calling = known(&phone, ana).await?.calling.context("a call runs")?;
    assert_eq!((calling.stage, &calling.words), (ReadinessStage::Ringing, &call.words));
    for said in ["Demo. This is a test call", "12 Maple Street", "Nothing has happened", &call.words[0], &call.words[1]]
    {
        assert!(call.says.reveal().contains(said), "{said}: {:?}", call.says.reveal());
    }
    desk.clock.advance(2_000);
    board.act_in_test(ANA, BoardAction::Answer, None).await?;
    let digits = spoken(&board, ANA).await?.context("the digits are spoken")?;
    type_keys(&board, ANA, &digits).await?;
    assert!(spoken(&board, ANA).await?.is_some(), "keys in the first two seconds are not heard");
    desk.clock.advance(DEAF_MS);
    assert_eq!(known(&phone, ana).await?.calling.and_then(|calling| calling.digits), Some(digits.clone()));
    type_keys(&board, ANA, &digits).await?;
    let known = known(&phone, ana).await?;
    let proof = known.proof.context("proven from the last digit on")?;
    assert_eq!((proof.answered_in_ms, proof.dnd_on, proof.expires_in_ms), (2_000 + DEAF_MS, true, PROOF_MS));
    assert_eq!(known.last_try.map(|last| last.result), Some(TryResult::Reached));
    assert_eq!(known.calling.map(|calling| calling.stage), Some(ReadinessStage::Password));
    Ok(())
}

/// proves: N6, N3, N4, J6
#[tokio::test]
async fn whether_the_password_was_right_shows_per_contact_and_the_caller_hears_the_same_either_way() -> Result<()> {
    let mut heard = vec![];
    for (keys, knowledge) in [
        ("7867473#", PasswordKnowledge::Known),
        ("7863696#", PasswordKnowledge::Known),
        ("123456#", PasswordKnowledge::NotKnown),
        ("99*7867473#", PasswordKnowledge::Known),
        ("#", PasswordKnowledge::NotTried),
    ] {
        let (desk, phone, board) = open().await?;
        let ana = prove(&desk, &phone, &board, ANA).await?;
        type_keys(&board, ANA, keys).await?;
        let call = board.test_call(ANA).await?.context("it says goodbye")?;
        assert_eq!(call.state, BoardReadinessState::Goodbye { opted_out: false }, "{keys}");
        heard.push(call.says.reveal().clone());
        desk.clock.advance(GOODBYE_MS);
        quiet(&board, ANA).await?;
        let known = known(&phone, ana).await?;
        assert_eq!((known.password, known.opted_out, known.calling), (knowledge, false, None), "{keys}");
        assert!(known.proof.is_some());
        // A duress password in a test raises nothing, for anybody (J4 is about incidents).
        assert_eq!(phone.incidents().await?, []);
        let db = rusqlite::Connection::open(desk.folder.path().join("station.db"))?;
        let incidents = "SELECT count(*) FROM signals WHERE incident IS NOT NULL";
        assert_eq!(db.query_row(incidents, [], |row| row.get::<_, i64>(0))?, 0);
        let typed = "SELECT count(*) FROM journal WHERE input || outputs || state LIKE '%7867473%'";
        assert_eq!(db.query_row(typed, [], |row| row.get::<_, i64>(0))?, 0);
    }
    heard.dedup();
    assert_eq!(heard, ["Thank you, that was everything. Goodbye."]);
    Ok(())
}

/// proves: N6
#[tokio::test]
async fn silence_after_the_digits_leaves_the_password_untried() -> Result<()> {
    let (desk, phone, board) = open().await?;
    let ana = prove(&desk, &phone, &board, ANA).await?;
    desk.clock.advance(DECIDE_MS);
    eventually("the station says goodbye", PATIENCE, async || {
        let call = board.test_call(ANA).await?;
        anyhow::Ok(call.is_some_and(|call| matches!(call.state, BoardReadinessState::Goodbye { .. })))
    })
    .await?;
    desk.clock.advance(GOODBYE_MS);
    quiet(&board, ANA).await?;
    let known = known(&phone, ana).await?;
    assert_eq!((known.password, known.proof.is_some()), (PasswordKnowledge::NotTried, true));
    Ok(())
}

/// proves: O5, M2, M9
#[tokio::test]
async fn a_contact_who_does_not_answer_is_kept_with_the_reason() -> Result<()> {
    for (action, why) in [
        (Some(BoardAction::Ignore), NotAnswered::HungUp),
        (Some(BoardAction::Busy), NotAnswered::Busy),
        (Some(BoardAction::Voicemail), NotAnswered::Voicemail),
        (Some(BoardAction::Fail), NotAnswered::LineFailed),
        (None, NotAnswered::RangOut),
    ] {
        let (desk, phone, board) = open().await?;
        let ana = ring(&phone, ANA, false).await?;
        rings(&board, ANA).await?;
        match action {
            Some(action) => board.act_in_test(ANA, action, None).await.map(drop)?,
            None => desk.clock.advance(RINGING_MS),
        }
        quiet(&board, ANA).await?;
        let known = known(&phone, ana).await?;
        assert_eq!(known.last_try.map(|last| last.result), Some(TryResult::NotReached(why)));
        assert_eq!((known.proof, known.calling), (None, None));
        assert!(board.view().await?.contacts[0].message.is_none(), "no message is left by a test");
    }
    Ok(())
}

/// proves: P2, P6
#[tokio::test]
async fn a_contact_who_takes_himself_off_stays_on_the_list_and_is_not_called_in_the_next_sos() -> Result<()> {
    let (desk, phone, board) = open().await?;
    let ana = prove(&desk, &phone, &board, ANA).await?;
    type_keys(&board, ANA, "9").await?;
    assert_eq!(board.test_call(ANA).await?.map(|call| call.state), Some(BoardReadinessState::AskingOptOut));
    desk.clock.advance(DEAF_MS);
    type_keys(&board, ANA, "9").await?;
    let goodbye = board.test_call(ANA).await?.context("it says goodbye")?;
    assert_eq!(goodbye.state, BoardReadinessState::Goodbye { opted_out: true });
    assert!(goodbye.says.reveal().contains("You are off the list"));
    desk.clock.advance(GOODBYE_MS);
    quiet(&board, ANA).await?;

    let home = phone.home().await?;
    assert_eq!(home.contacts.len(), 3);
    assert!(person(&home, ANA)?.readiness.opted_out);
    assert_eq!(refusal(phone.ring(ana, true).await)?.code, ErrorCode::OptedOut);
    let finding = home.readiness.findings.iter().find(|finding| finding.contact == Some(ana)).context("told")?;
    assert_eq!(finding.code, Finding::OptedOut);
    raise(&phone, id(1)).await?;
    board.wait_for_ringing(JON).await?;
    let incident = comes_to(&phone, id(1), IncidentPhase::Contacting).await?;
    assert!(!incident.contacts.iter().any(|contact| contact.id == ana));
    assert!(board.call(ANA).await?.is_none());
    Ok(())
}

/// proves: M9, O5
#[tokio::test]
async fn an_alarm_in_the_middle_of_a_test_call_ends_it_and_its_call_is_placed() -> Result<()> {
    for proven in [false, true] {
        let (desk, phone, board) = open().await?;
        let ana = if proven { prove(&desk, &phone, &board, ANA).await? } else { ring(&phone, ANA, true).await? };
        if !proven {
            rings(&board, ANA).await?;
        }
        raise(&phone, id(1)).await?;
        board.wait_for_ringing(ANA).await?;
        assert!(board.test_call(ANA).await?.is_none());
        let incident = comes_to(&phone, id(1), IncidentPhase::Contacting).await?;
        assert!(!crate::desk::has(&incident, |event| matches!(
            event,
            mayday_protocol::incident::Event::NotAnswered { .. }
        )));
        let known = known(&phone, ana).await?;
        let result = if proven { TryResult::Reached } else { TryResult::NotFinished(NotFinished::AlarmFirst) };
        assert_eq!((known.last_try.map(|last| last.result), known.proof.is_some()), (Some(result), proven));
    }
    Ok(())
}

/// proves: M9, O5
#[tokio::test]
async fn an_alarm_of_another_home_takes_the_line_of_the_same_number() -> Result<()> {
    let (desk, phone, board) = open().await?;
    let mut other = house();
    other.contacts[0].phone = contact("", "(512) 555-0101").phone;
    let (second, _) = desk.stranger()?.set_up(&other, "Phone").await?;
    let second_board = desk.board(&second).await?;
    let ana = ring(&phone, ANA, true).await?;
    rings(&board, ANA).await?;
    second.hold(id(1), &crate::desk::drill(0)).await?;
    second.commit(id(1), &crate::desk::drill(5_000)).await?;
    second_board.wait_for_ringing("Rosa Diaz").await?;
    quiet(&board, ANA).await?;
    let result = known(&phone, ana).await?.last_try.map(|last| last.result);
    assert_eq!(result, Some(TryResult::NotFinished(NotFinished::AlarmFirst)));
    assert_eq!(refusal(phone.ring(ana, true).await)?.code, ErrorCode::InAnotherCall);
    Ok(())
}

/// proves: O5, P2
#[tokio::test]
async fn a_proof_belongs_to_the_number_and_a_knowledge_to_the_password() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, home) = desk.stranger()?.set_up(&house(), "Phone").await?;
    let board = desk.board(&phone).await?;
    let first = home.contacts[0].clone();
    let rosa = first.name.reveal().clone();
    prove(&desk, &phone, &board, &rosa).await?;
    type_keys(&board, &rosa, &keys_of_house()).await?;
    let mut setup = home.setup.context("it was set up")?;
    let before = known(&phone, first.id).await?;
    assert_eq!((before.proof.is_some(), before.password), (true, PasswordKnowledge::Known));

    setup.contacts[0].name = Redacted::new("Rosa Maria Diaz".to_owned());
    phone.change_home(&setup, "").await?;
    let renamed = known(&phone, first.id).await?;
    assert_eq!((renamed.proof.is_some(), renamed.password), (true, PasswordKnowledge::Known));
    let another = Redacted::new("another word".to_owned());
    let (pair, code) = (SecretPair::Passwords, Redacted::default());
    phone.set_secrets(&SetSecretsRequest { pair, plain: another, duress: None, code }).await?;
    let other_word = known(&phone, first.id).await?;
    assert_eq!((other_word.proof.is_some(), other_word.password), (true, PasswordKnowledge::NotTried));
    setup.contacts[0].phone = contact("", "(512) 555-0177").phone;
    phone.change_home(&setup, "").await?;
    assert_eq!(known(&phone, first.id).await?, ContactReadiness::default());
    Ok(())
}

/// proves: O5
#[tokio::test]
async fn a_call_that_runs_while_the_number_changes_proves_nothing_of_the_other_number() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, home) = desk.stranger()?.set_up(&house(), "Phone").await?;
    let board = desk.board(&phone).await?;
    let first = home.contacts[0].clone();
    phone.ring(first.id, true).await?;
    let call = rings(&board, first.name.reveal()).await?;
    let mut setup = home.setup.context("it was set up")?;
    setup.contacts[0].phone = contact("", "(512) 555-0177").phone;
    phone.change_home(&setup, "").await?;
    assert_eq!(board.post_in_test(call.id, BoardAction::Answer, None).await?, CallReport::Ended);
    assert_eq!(known(&phone, first.id).await?, ContactReadiness::default());
    Ok(())
}

/// proves: O5, V2
#[tokio::test]
async fn a_proof_expires_after_ninety_days() -> Result<()> {
    let (desk, phone, board) = open().await?;
    let ana = prove(&desk, &phone, &board, ANA).await?;
    desk.clock.advance(PROOF_MS - 1);
    assert!(known(&phone, ana).await?.proof.is_some_and(|proof| proof.expires_in_ms <= 1));
    desk.clock.advance(1);
    let home = phone.home().await?;
    let readiness = &person(&home, ANA)?.readiness;
    assert_eq!((readiness.proof, readiness.expired), (None, true));
    assert!(home.readiness.findings.iter().any(|finding| finding.code == Finding::Expired));
    raise(&phone, id(1)).await?;
    board.wait_for_ringing(ANA).await?;
    Ok(())
}

/// proves: O5, V2
#[tokio::test]
async fn whoever_follows_the_home_is_told_when_a_proof_expires_also_by_a_station_that_was_started_since() -> Result<()>
{
    for restarts in [false, true] {
        let (mut desk, phone, board) = open().await?;
        prove(&desk, &phone, &board, ANA).await?;
        if restarts {
            desk.restart().await?;
        }
        let mut events = phone.raw(reqwest::Method::GET, "/v1/events", String::new()).await?;
        desk.clock.advance(PROOF_MS - 1);
        let mut told = String::new();
        let hears = async |events: &mut reqwest::Response, told: &mut String, what: &str| -> Result<()> {
            while !told.contains(what) {
                let more = tokio::time::timeout(PATIENCE, events.chunk()).await??.context("the stream goes on")?;
                told.push_str(&String::from_utf8_lossy(&more));
            }
            Ok(())
        };
        hears(&mut events, &mut told, "\"proof\":{").await?;
        assert!(!told.contains("\"expired\":true"), "not a millisecond early");
        desk.clock.advance(1);
        hears(&mut events, &mut told, "\"expired\":true").await?;
    }
    Ok(())
}

/// proves: O5, M8, M9
#[tokio::test]
async fn a_test_call_is_refused_during_an_incident_in_another_call_and_more_often_than_six_times_an_hour() -> Result<()>
{
    let (desk, phone, board) = open().await?;
    let ana = ring(&phone, ANA, true).await?;
    assert_eq!(refusal(phone.ring(ana, true).await)?.code, ErrorCode::InAnotherCall);
    for _ in 1..6 {
        hang_up(&phone, &board, ana).await?;
        phone.ring(ana, false).await?;
    }
    hang_up(&phone, &board, ana).await?;
    let refused = refusal(phone.ring(ana, true).await)?;
    assert_eq!(refused.code, ErrorCode::RungTooOften);
    assert!(refused.sentence.contains("Try again later"));
    desk.clock.advance(TOO_OFTEN_MS);
    phone.ring(ana, true).await?;
    rings(&board, ANA).await?;
    let stranger = ContactId::from_random([9; 16]);
    assert_eq!(refusal(phone.ring(stranger, true).await)?.code, ErrorCode::Unknown);
    raise(&phone, id(1)).await?;
    let jon = person(&phone.home().await?, JON)?.id;
    assert_eq!(refusal(phone.ring(jon, true).await)?.code, ErrorCode::NoTestCallDuringIncident);
    Ok(())
}

/// proves: O5
#[tokio::test]
async fn a_member_who_hangs_up_proves_nothing_and_frees_the_line() -> Result<()> {
    let (_desk, phone, board) = open().await?;
    let ana = ring(&phone, ANA, true).await?;
    rings(&board, ANA).await?;
    hang_up(&phone, &board, ana).await?;
    let result = known(&phone, ana).await?.last_try.map(|last| last.result);
    assert_eq!(result, Some(TryResult::NotFinished(NotFinished::HungUpHere)));
    phone.hang_up(ana).await?;
    phone.ring(ana, true).await?;
    rings(&board, ANA).await?;
    Ok(())
}

/// proves: O5, M9
#[tokio::test]
async fn a_test_call_that_a_restart_cuts_into_goes_on_by_its_timers_and_never_keeps_the_line() -> Result<()> {
    let (mut desk, phone, _board) = open().await?;
    let ana = ring(&phone, ANA, true).await?;
    desk.restart().await?;
    let token = phone.token().context("paired")?.to_owned();
    let phone = desk.stranger()?.with_token(token);
    let board = desk.board(&phone).await?;
    rings(&board, ANA).await?;
    board.act_in_test(ANA, BoardAction::Answer, None).await?;
    desk.clock.advance(DEAF_MS);
    desk.restart().await?;
    let phone = desk.stranger()?.with_token(phone.token().context("paired")?.to_owned());
    let board = desk.board(&phone).await?;
    let digits = spoken(&board, ANA).await?.context("it still speaks the digits")?;
    type_keys(&board, ANA, &digits).await?;
    assert!(known(&phone, ana).await?.proof.is_some());
    desk.restart().await?;
    let phone = desk.stranger()?.with_token(phone.token().context("paired")?.to_owned());
    let board = desk.board(&phone).await?;
    desk.clock.advance(DECIDE_MS);
    eventually("the station says goodbye", PATIENCE, async || {
        let call = board.test_call(ANA).await?;
        anyhow::Ok(call.is_some_and(|call| matches!(call.state, BoardReadinessState::Goodbye { .. })))
    })
    .await?;
    desk.clock.advance(GOODBYE_MS);
    quiet(&board, ANA).await?;
    phone.ring(ana, true).await?;
    rings(&board, ANA).await?;
    Ok(())
}

/// proves: O5, J6
#[tokio::test]
async fn a_test_call_is_no_incident_and_no_signal_of_a_device() -> Result<()> {
    let (_desk, phone, board) = open().await?;
    ring(&phone, ANA, true).await?;
    let call = rings(&board, ANA).await?;
    assert_eq!(phone.incidents().await?, []);
    assert_eq!(phone.version().await?.open_incidents, 0);
    assert_eq!(refusal(phone.ask(call.id).await)?.code, ErrorCode::IdReused);
    phone.set_practice(30, "482916").await?;
    assert_eq!(refusal(phone.hold(call.id, &crate::desk::police(0)).await)?.code, ErrorCode::IdReused);
    Ok(())
}

/// proves: V2, P2, Q1
#[tokio::test]
async fn readiness_says_what_was_proved_and_what_is_missing() -> Result<()> {
    let (desk, phone, board) = open().await?;
    let before = phone.home().await?.readiness;
    assert_eq!(before.level, Level::Red);
    let codes: Vec<_> = before.findings.iter().map(|finding| finding.code).collect();
    let untested = Finding::NeverTested;
    assert_eq!(codes, [Finding::NoDispatcher, Finding::NoCarrier, Finding::FewReachable, untested, untested, untested]);
    assert!(before.findings[0].sentence.reveal().starts_with("Demo: this station can send nobody."));
    assert!(before.good.is_empty());
    for name in [ANA, JON] {
        prove(&desk, &phone, &board, name).await?;
        type_keys(&board, name, "7867473#").await?;
    }
    let after = phone.home().await?.readiness;
    assert_eq!(after.good, ["2 of 3 contacts answered a test call.", "2 of 3 contacts know the verbal password."]);
    let codes: Vec<_> = after.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Finding::NoDispatcher, Finding::NoCarrier, untested]);
    Ok(())
}

async fn open() -> Result<(Desk, Client, Board)> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    let board = desk.board(&phone).await?;
    Ok((desk, phone, board))
}

async fn ring(phone: &Client, name: &str, dnd_on: bool) -> Result<ContactId> {
    let contact = person(&phone.home().await?, name)?.id;
    phone.ring(contact, dnd_on).await?;
    Ok(contact)
}

/// Rings, answers, and presses the digits.
async fn prove(desk: &Desk, phone: &Client, board: &Board, name: &str) -> Result<ContactId> {
    let contact = ring(phone, name, true).await?;
    rings(board, name).await?;
    board.act_in_test(name, BoardAction::Answer, None).await?;
    desk.clock.advance(DEAF_MS);
    let digits = spoken(board, name).await?.context("the digits are spoken")?;
    type_keys(board, name, &digits).await?;
    Ok(contact)
}

async fn hang_up(phone: &Client, board: &Board, contact: ContactId) -> Result<()> {
    phone.hang_up(contact).await?;
    let name = phone.home().await?.contacts.into_iter().find(|known| known.id == contact).context("a contact")?.name;
    quiet(board, name.reveal()).await
}

async fn rings(board: &Board, name: &str) -> Result<BoardReadinessCallView> {
    eventually(&format!("{name}'s phone rings for a test"), PATIENCE, async || {
        anyhow::Ok(board.test_call(name).await?.filter(|call| call.state == BoardReadinessState::Ringing))
    })
    .await
}

async fn quiet(board: &Board, name: &str) -> Result<()> {
    eventually(&format!("no test call runs on {name}'s phone"), PATIENCE, async || {
        anyhow::Ok(board.test_call(name).await?.is_none())
    })
    .await
}

async fn spoken(board: &Board, name: &str) -> Result<Option<String>> {
    Ok(board.test_call(name).await?.and_then(|call| match call.state {
        BoardReadinessState::ProveHuman { digits } => Some(digits),
        BoardReadinessState::Dialing
        | BoardReadinessState::Ringing
        | BoardReadinessState::AskingPassword { .. }
        | BoardReadinessState::AskingOptOut
        | BoardReadinessState::Goodbye { .. } => None,
    }))
}

async fn type_keys(board: &Board, name: &str, keys: &str) -> Result<()> {
    for key in keys.chars() {
        board.act_in_test(name, BoardAction::Key, Some(key)).await?;
    }
    Ok(())
}

async fn known(phone: &Client, contact: ContactId) -> Result<ContactReadiness> {
    let home = phone.home().await?;
    Ok(home.contacts.into_iter().find(|known| known.id == contact).context("on the list")?.readiness)
}

fn person(home: &HomeView, name: &str) -> Result<ContactView> {
    home.contacts.iter().find(|contact| contact.name.reveal() == name).cloned().context("on the list")
}

fn keys_of_house() -> String {
    format!("{}#", PASSWORD.1)
}
