//! What a careless or hostile program sends: a typed answer each time, and nothing lost or doubled.

use anyhow::Result;
use mayday_protocol::Kind;
use mayday_wire::{ErrorBody, ErrorCode, SignalRequest};
use reqwest::{Method, StatusCode};
use rusqlite::params;
use sha2::{Digest, Sha256};

use crate::desk::{Desk, id, is_committed, police, raise, refusal};

#[tokio::test]
async fn malformed_and_oversized_bodies_get_a_code_and_a_sentence() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    let hold = format!("/v1/signals/{}/hold", id(1));
    let huge = format!(r#"{{"kind":"sos_police","mode_seen":"demo","since_slide_ms":0,"x":"{}"}}"#, "a".repeat(5_000));
    for (body, status, code) in [
        ("", StatusCode::BAD_REQUEST, ErrorCode::Malformed),
        ("{", StatusCode::BAD_REQUEST, ErrorCode::Malformed),
        (r#"{"kind":"sos_ufo","mode_seen":"demo","since_slide_ms":0}"#, StatusCode::BAD_REQUEST, ErrorCode::Malformed),
        (
            r#"{"kind":"sos_police","mode_seen":"demo","since_slide_ms":-1}"#,
            StatusCode::BAD_REQUEST,
            ErrorCode::Malformed,
        ),
        (r#"{"kind":"sos_police","mode_seen":"demo"}"#, StatusCode::BAD_REQUEST, ErrorCode::Malformed),
        (&"[".repeat(4_000), StatusCode::BAD_REQUEST, ErrorCode::Malformed),
        (&huge, StatusCode::PAYLOAD_TOO_LARGE, ErrorCode::TooLarge),
    ] {
        let answer = phone.raw(Method::POST, &hold, body.to_owned()).await?;
        assert_eq!(answer.status(), status, "{}", &body[..body.len().min(80)]);
        let error: ErrorBody = answer.json().await?;
        assert_eq!(error.code, code);
        assert!(!error.sentence.is_empty());
    }
    assert_eq!(refusal(phone.ask(id(1)).await)?.code, ErrorCode::Unknown, "nothing was stored");
    Ok(())
}

#[tokio::test]
async fn malformed_and_unknown_ids_are_told_apart_and_store_nothing() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    for (path, code) in [
        ("/v1/signals/xyz".to_owned(), ErrorCode::Malformed),
        (format!("/v1/signals/{}", id(9)), ErrorCode::Unknown),
        (format!("/v1/incidents/{}", id(9)), ErrorCode::Unknown),
        ("/v1/incidents/..%2f..%2fhome".to_owned(), ErrorCode::Malformed),
        ("/v1/nothing".to_owned(), ErrorCode::NoSuchRoute),
    ] {
        let error: ErrorBody = phone.raw(Method::GET, &path, String::new()).await?.json().await?;
        assert_eq!(error.code, code, "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn another_homes_ids_are_unknown_ids_and_its_signals_are_untouched() -> Result<()> {
    let mut desk = Desk::open().await?;
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    let incident = phone.incidents().await?.remove(0);

    desk.stop().await;
    let token = another_home(&desk)?;
    desk.restart().await?;
    let neighbour = desk.stranger()?.with_token(token);

    assert_eq!(refusal(neighbour.ask(id(1)).await)?.code, ErrorCode::Unknown);
    let theirs = neighbour.raw(Method::GET, &format!("/v1/incidents/{}", incident.id), String::new()).await?;
    assert_eq!(theirs.json::<ErrorBody>().await?.code, ErrorCode::Unknown);
    neighbour.cancel(id(1), 1_000).await?;
    assert!(is_committed(&phone.ask(id(1)).await?), "the same id in another home is another signal");
    assert!(neighbour.incidents().await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn an_id_used_for_another_kind_is_refused_and_the_first_signal_stays() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    let fire = SignalRequest { kind: Kind::SosFire, ..police(0) };
    assert_eq!(refusal(phone.hold(id(1), &fire).await)?.code, ErrorCode::IdReused);
    assert_eq!(refusal(phone.commit(id(1), &fire).await)?.code, ErrorCode::IdReused);
    assert!(is_committed(&phone.ask(id(1)).await?));
    assert_eq!(phone.incidents().await?.len(), 1);
    Ok(())
}

/// proves: C8
#[tokio::test]
async fn a_slide_of_fifteen_minutes_ago_is_too_old_unless_the_station_knows_it() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    let old = police(15 * 60_000);
    assert_eq!(refusal(phone.hold(id(1), &old).await)?.code, ErrorCode::TooOld);
    assert_eq!(refusal(phone.commit(id(1), &old).await)?.code, ErrorCode::TooOld);
    assert!(is_committed(&phone.commit(id(2), &police(15 * 60_000 - 1)).await?));
    assert!(is_committed(&phone.commit(id(2), &old).await?));
    Ok(())
}

/// A second home, as a later version will make them, with a device whose token comes back.
fn another_home(desk: &Desk) -> Result<String> {
    let db = rusqlite::Connection::open(desk.folder.path().join("station.db"))?;
    let facts: String = db.query_row("SELECT facts FROM homes", [], |row| row.get(0))?;
    let (home, device, token) = ("f".repeat(32), "e".repeat(32), "a token of the house next door");
    let hash: [u8; 32] = Sha256::digest(token).into();
    db.execute(
        "INSERT INTO homes (id, mode, street, city, facts, tryout) VALUES (?1, 'demo', '14 Maple Street', 'Austin', ?2, 0)",
        params![home, facts],
    )?;
    db.execute(
        "INSERT INTO devices (id, home, token_hash, name, added_ms) VALUES (?1, ?2, ?3, 'Phone', 0)",
        params![device, home, hash],
    )?;
    Ok(token.to_owned())
}
