//! The history of a home: every incident and drill, page by page, and nothing that is hidden or of another home.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use mayday_protocol::plan::Trigger;
use mayday_protocol::{IncidentId, SignalId};
use mayday_station::client::Client;
use mayday_tests::setup::house;
use mayday_tests::{PATIENCE, eventually};
use mayday_wire::{ErrorBody, ErrorCode, IncidentPhase, IncidentView};
use reqwest::{Method, StatusCode};

use crate::desk::{Desk, alarm, alarmed, dispatched, drill, id, is_cancelled, police, reaches, refusal};
use crate::program::Program;

const CODE: &str = "482916";
const DURESS_CODE: &str = "482753";

/// proves: V3, L5
#[tokio::test]
async fn every_incident_and_drill_is_paged_once_newest_first_while_further_ones_come() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    for n in 0..54 {
        runs(&desk, &phone, n).await?;
    }
    let mut paged: Vec<IncidentView> = vec![];
    let mut comes = 54;
    loop {
        let page = phone.history(paged.last().map(|last| last.id), 7).await?;
        let last = page.len() < 7;
        paged.extend(page);
        if last {
            break;
        }
        runs(&desk, &phone, comes).await?;
        comes += 1;
    }
    let ids: BTreeSet<IncidentId> = paged.iter().map(|incident| incident.id).collect();
    assert_eq!((paged.len(), ids.len()), (54, 54), "none is lost, none comes twice");
    assert!(comes > 60, "further ones came in between");
    assert!(paged.is_sorted_by_key(|incident| std::cmp::Reverse(began(incident))), "newest first");
    let signals: Vec<_> = paged.iter().map(|incident| incident.signal).collect();
    assert_eq!(signals, (0..54).rev().map(id).collect::<Vec<_>>());
    let drills = paged.iter().filter(|incident| incident.plan.course == mayday_protocol::plan::Course::Drill).count();
    assert_eq!(drills, 27);
    Ok(())
}

/// proves: V3
#[tokio::test]
async fn without_a_question_the_list_is_the_latest_twenty_as_it_ever_was() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    for n in 0..25 {
        runs(&desk, &phone, n).await?;
    }
    let ids = |incidents: Vec<IncidentView>| incidents.iter().map(|it| it.id).collect::<Vec<_>>();
    let latest = ids(phone.incidents().await?);
    assert_eq!(latest.len(), 20);
    assert_eq!(latest, ids(phone.history(None, 20).await?));
    assert_eq!(phone.history(None, 100).await?.len(), 25);
    Ok(())
}

/// proves: V3
#[tokio::test]
async fn incidents_that_began_in_the_same_millisecond_are_all_there() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    for n in 0..9 {
        phone.hold(id(n), &drill(0)).await?;
    }
    let mut signals: Vec<SignalId> = vec![];
    let mut before = None;
    for _ in 0..5 {
        let page = phone.history(before, 2).await?;
        before = page.last().map(|last| last.id);
        signals.extend(page.iter().map(|incident| incident.signal));
    }
    assert_eq!(signals, (0..9).rev().map(id).collect::<Vec<_>>());
    Ok(())
}

/// proves: V3
#[tokio::test]
async fn another_homes_incidents_are_never_there_and_cannot_be_gone_on_from() -> Result<()> {
    let desk = Desk::open().await?;
    let demo = desk.device().await?;
    let (own, _) = desk.stranger()?.set_up(&house(), "Phone").await?;
    runs(&desk, &demo, 1).await?;
    own.hold(id(2), &drill(0)).await?;
    let [theirs, ours] = [demo.history(None, 100).await?, own.history(None, 100).await?];
    assert_eq!((theirs.len(), ours.len()), (1, 1));
    assert_eq!((theirs[0].signal, ours[0].signal), (id(1), id(2)));
    assert_eq!(refusal(own.history(Some(theirs[0].id), 10).await)?.code, ErrorCode::Unknown);
    Ok(())
}

/// Pages of one incident each show a gap where there is one.
///
/// proves: J6, J2, V3
#[tokio::test]
async fn a_home_with_duress_and_one_without_page_the_same_and_a_hidden_incident_is_like_one_that_never_was()
-> Result<()> {
    let mut seen = vec![];
    for code in [CODE, DURESS_CODE] {
        let desk = Desk::open().await?;
        let (phone, board) = alarmed(&desk).await?;
        for n in [1, 3, 5, 7] {
            runs(&desk, &phone, n).await?;
            let incident = alarm(&board, Trigger::ContactSensor).await?;
            board.wait_for_ringing("Ana Ruiz").await?;
            phone.disarm(code).await?;
            reaches(&phone, incident, IncidentPhase::Closed).await?;
            desk.clock.advance(60_000);
        }
        let mut pages = vec![];
        let mut before = None;
        loop {
            let page = phone.history(before, 1).await?;
            let Some(only) = page.first() else { break };
            before = Some(only.id);
            pages.push((page.len(), only.kind, only.plan.course));
        }
        let whole = phone.history(None, 100).await?.len();
        let hidden = hidden(&desk)?;
        assert_eq!(hidden.is_empty(), code == CODE, "duress was raised with its code alone");
        let never = refusal(phone.history(Some(IncidentId::from_random([9; 16])), 10).await)?;
        for hidden in hidden {
            assert_eq!(refusal(phone.history(Some(hidden), 10).await)?, never);
        }
        let asked = if code == CODE { 0 } else { 1 };
        let police = async || anyhow::Ok(Some(dispatched(&desk)?.len()).filter(|log| *log >= asked));
        let log = eventually("police are asked to come", PATIENCE, police).await?;
        assert_eq!(log == 0, code == CODE);
        seen.push((pages, whole));
    }
    assert_eq!(seen[0], seen[1]);
    Ok(())
}

/// proves: V3
#[tokio::test]
async fn what_cannot_be_a_page_is_refused_with_a_sentence_that_says_why() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    for (query, why) in [
        ("limit=0", "The limit is a number from 1 to 100"),
        ("limit=101", "The limit is a number from 1 to 100"),
        ("limit=-1", "limit"),
        ("limit=many", "limit"),
        ("before=yesterday", "before"),
        ("before=", "before"),
        ("after=1", "unknown field `after`"),
    ] {
        let answer = phone.raw(Method::GET, &format!("/v1/incidents?{query}"), String::new()).await?;
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{query}");
        let body: ErrorBody = answer.json().await?;
        assert_eq!(body.code, ErrorCode::Malformed, "{query}");
        assert!(body.sentence.contains(why), "{query}: {}", body.sentence);
    }
    let unknown = refusal(phone.history(Some(IncidentId::from_random([9; 16])), 10).await)?;
    assert_eq!(unknown.code, ErrorCode::Unknown);
    assert!(unknown.sentence.contains("no incident with the id to go on from"), "{}", unknown.sentence);
    Ok(())
}

/// The app writes what the station gives, byte by byte.
///
/// proves: V3
#[tokio::test]
async fn a_receipt_saved_as_it_came_verifies_offline_and_with_any_one_byte_changed_it_does_not() -> Result<()> {
    let mut desk = Desk::open().await?;
    let phone = desk.device().await?;
    runs(&desk, &phone, 1).await?;
    let incident = phone.history(None, 1).await?.first().context("it is there")?.id;
    let path = format!("/v1/incidents/{incident}/receipt");
    let came = phone.raw(Method::GET, &path, String::new()).await?.bytes().await?.to_vec();
    desk.stop().await;
    let file = desk.folder.path().join("Mayday receipt.json");
    std::fs::write(&file, &came)?;
    let verify =
        async || -> Result<bool> { Ok(Program::station()?.arg("verify").arg(&file).output().await?.status.success()) };
    assert!(verify().await?);
    for at in 0..came.len() {
        let mut changed = came.clone();
        changed[at] ^= 1;
        std::fs::write(&file, &changed)?;
        let found = mayday_station::receipt::verify_file(&file, None);
        assert!(found.is_err(), "byte {at} of {}", String::from_utf8_lossy(&came));
    }
    assert!(!verify().await?);
    Ok(())
}

/// A drill that runs, or a slide that is cancelled in its hold; a minute apart.
async fn runs(desk: &Desk, phone: &Client, n: u8) -> Result<()> {
    let is_drill = n.is_multiple_of(2);
    phone.hold(id(n), &if is_drill { drill(0) } else { police(0) }).await?;
    let answer = if is_drill { phone.commit(id(n), &drill(5_000)).await? } else { phone.cancel(id(n), 1_000).await? };
    assert_ne!(is_cancelled(&answer), is_drill);
    desk.clock.advance(60_000);
    Ok(())
}

fn began(incident: &IncidentView) -> i64 {
    incident.timeline.first().map_or(0, |entry| entry.at_ms)
}

/// What the household may not know of, as the store has it.
fn hidden(desk: &Desk) -> Result<Vec<IncidentId>> {
    let db = rusqlite::Connection::open(desk.folder.path().join("station.db"))?;
    let mut all = db.prepare("SELECT incident FROM signals WHERE hidden = 1")?;
    let ids = all.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    ids.iter().map(|id| Ok(id.parse()?)).collect()
}
