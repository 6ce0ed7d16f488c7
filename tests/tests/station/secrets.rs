//! Passwords and codes of a home that was set up: chosen with the code, tested, told to nobody; and what the duress code
//! makes of all that.

use anyhow::Result;
use mayday_protocol::Redacted;
use mayday_protocol::plan::Trigger;
use mayday_protocol::secret::{Secret, SecretPair};
use mayday_tests::setup::house;
use mayday_tests::{PATIENCE, eventually};
use mayday_wire::{ErrorCode, SecretsView, SetSecretsRequest, SetUpField, TestSecretRequest};

use crate::desk::{Desk, alarm, dispatched, id, police, refusal};

const CODE: &str = "482916";
const DURESS: &str = "730415";

/// proves: J5, N7, P6, L5
#[tokio::test]
async fn a_home_that_was_set_up_chooses_its_codes_and_can_then_disarm_and_leave_its_first_week() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, home) = desk.stranger()?.set_up(&house(), "Phone").await?;
    assert_eq!(home.secrets, SecretsView { password: true, ..SecretsView::default() });
    assert_eq!(refusal(phone.set_practice(0, CODE).await)?.code, ErrorCode::WrongCode);

    phone.set_secrets(&codes(CODE, Some(DURESS), "")).await?;
    let told = phone.home().await?;
    assert_eq!((told.has_code, told.secrets.code, told.secrets.duress_code), (true, true, true));
    phone.set_practice(0, CODE).await?;
    assert_eq!(phone.home().await?.practice, None);
    phone.disarm(CODE).await?;
    assert!(dispatched(&desk)?.is_empty());
    Ok(())
}

/// proves: P6, N5
#[tokio::test]
async fn once_there_is_a_code_nothing_is_changed_or_tested_without_it() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, home) = desk.stranger()?.set_up(&house(), "Phone").await?;
    phone.set_secrets(&codes(CODE, None, "")).await?;
    let kept = home.setup.expect("it was set up");
    for code in ["", "111111"] {
        assert_eq!(refusal(phone.set_secrets(&codes("906284", None, code)).await)?.code, ErrorCode::WrongCode);
        assert_eq!(refusal(phone.test_secret(&test(Secret::Code, CODE, code)).await)?.code, ErrorCode::WrongCode);
        assert_eq!(refusal(phone.change_home(&kept, code).await)?.code, ErrorCode::WrongCode);
    }
    phone.change_home(&kept, CODE).await?;
    phone.set_secrets(&codes("906284", None, CODE)).await?;
    assert!(phone.test_secret(&test(Secret::Code, "906284", "906284")).await?);
    Ok(())
}

/// proves: N7
#[tokio::test]
async fn weak_secrets_and_twins_that_are_too_alike_are_refused_with_every_problem() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, _) = desk.stranger()?.set_up(&house(), "Phone").await?;
    for (request, fields) in [
        (codes("4829", None, ""), vec![SetUpField::Code]),
        (codes("maple8", None, ""), vec![SetUpField::Code]),
        (codes("111111", Some("123456"), ""), vec![SetUpField::Code, SetUpField::DuressCode]),
        (codes(CODE, Some("482917"), ""), vec![SetUpField::DuressCode]),
        (passwords("sunrise", Some("sunrisf"), ""), vec![SetUpField::DuressPassword]),
        (passwords("sun", Some("moon"), ""), vec![SetUpField::Password, SetUpField::DuressPassword]),
    ] {
        let refused = refusal(phone.set_secrets(&request).await)?;
        assert_eq!(refused.code, ErrorCode::SetUpProblems);
        let named: Vec<_> = refused.problems.iter().map(|problem| problem.field).collect();
        assert_eq!(named, fields, "{:?}", refused.problems);
    }
    assert_eq!(phone.home().await?.secrets, SecretsView { password: true, ..SecretsView::default() });
    Ok(())
}

/// proves: J5, N4, N5
#[tokio::test]
async fn a_secret_is_tested_without_consequences_and_guessing_it_ends() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, _) = desk.stranger()?.set_up(&house(), "Phone").await?;
    phone.set_secrets(&codes(CODE, Some(DURESS), "")).await?;
    phone.set_secrets(&passwords("sunrise", Some("sundown"), CODE)).await?;
    for (secret, typed, right) in [
        (Secret::Code, CODE, true),
        (Secret::DuressCode, DURESS, true),
        (Secret::DuressCode, CODE, false),
        (Secret::Password, "Sun Rise", true),
        (Secret::DuressPassword, "sundown", true),
        (Secret::Password, "sundown", false),
    ] {
        assert_eq!(phone.test_secret(&test(secret, typed, CODE)).await?, right, "{secret:?} {typed}");
    }
    assert!(dispatched(&desk)?.is_empty(), "a test of the duress code asks nobody to come");
    for _ in 0..8 {
        phone.test_secret(&test(Secret::Password, "moonrise", CODE)).await?;
    }
    let refused = refusal(phone.test_secret(&test(Secret::Password, "sunrise", CODE)).await)?;
    assert_eq!(refused.code, ErrorCode::TooManyTries);
    Ok(())
}

/// proves: P6
#[tokio::test]
async fn secrets_stay_as_they_are_while_an_incident_is_open_and_those_of_the_demo_always() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, _) = desk.stranger()?.set_up(&house(), "Phone").await?;
    phone.hold(id(1), &police(0)).await?;
    assert_eq!(refusal(phone.set_secrets(&codes(CODE, None, "")).await)?.code, ErrorCode::IncidentOpen);
    let demo = desk.device().await?;
    assert_eq!(refusal(demo.set_secrets(&codes("906284", None, CODE)).await)?.code, ErrorCode::NotAllowed);
    Ok(())
}

/// Whoever forces a person to open this screen sees it work, and police come.
///
/// proves: J4, J6, N4
#[tokio::test]
async fn with_the_duress_code_everything_looks_done_police_come_and_what_is_true_is_neither_told_nor_touched()
-> Result<()> {
    let mut seen = vec![];
    for (duress, gate) in [(false, CODE), (true, DURESS)] {
        let desk = Desk::open().await?;
        let (phone, _) = desk.stranger()?.set_up(&house(), "Phone").await?;
        phone.set_secrets(&codes(CODE, Some(DURESS), "")).await?;
        phone.set_practice(0, CODE).await?;

        let tried = phone.test_secret(&test(Secret::Code, gate, gate)).await?;
        phone.set_secrets(&codes("906284", None, gate)).await?;
        let works = phone.test_secret(&test(Secret::Code, "906284", "906284")).await?;
        phone.disarm("906284").await?;
        let told = phone.home().await?;
        seen.push((tried, works, told.secrets, told.has_code, phone.incidents().await?.len()));
        if duress {
            sends_police(&desk).await?;
            assert!(phone.test_secret(&test(Secret::Code, CODE, CODE)).await?, "the true code still is");
        } else {
            assert!(dispatched(&desk)?.is_empty());
        }
    }
    assert_eq!(seen[0], seen[1]);
    Ok(())
}

/// proves: J1, J4
#[tokio::test]
async fn a_code_that_was_chosen_under_duress_raises_duress_wherever_it_is_typed() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, _) = desk.stranger()?.set_up(&house(), "Phone").await?;
    phone.set_secrets(&codes(CODE, Some(DURESS), "")).await?;
    phone.set_practice(0, CODE).await?;
    phone.set_secrets(&codes("906284", None, DURESS)).await?;
    sends_police(&desk).await?;
    let board = desk.board(&phone).await?;
    alarm(&board, Trigger::ContactSensor).await?;
    board.disarm("906284").await?;
    board.wait_for_quiet("Rosa Diaz").await?;
    phone.disarm(CODE).await?;
    Ok(())
}

async fn sends_police(desk: &Desk) -> Result<()> {
    eventually("police are asked to come", PATIENCE, async || anyhow::Ok(dispatched(desk)? == ["police"])).await
}

fn codes(plain: &str, duress: Option<&str>, code: &str) -> SetSecretsRequest {
    chosen(SecretPair::Codes, plain, duress, code)
}

fn passwords(plain: &str, duress: Option<&str>, code: &str) -> SetSecretsRequest {
    chosen(SecretPair::Passwords, plain, duress, code)
}

fn chosen(pair: SecretPair, plain: &str, duress: Option<&str>, code: &str) -> SetSecretsRequest {
    let typed = |text: &str| Redacted::new(text.to_owned());
    SetSecretsRequest { pair, plain: typed(plain), duress: duress.map(typed), code: typed(code) }
}

fn test(secret: Secret, typed: &str, code: &str) -> TestSecretRequest {
    TestSecretRequest { secret, typed: typed.to_owned().into(), code: code.to_owned().into() }
}
