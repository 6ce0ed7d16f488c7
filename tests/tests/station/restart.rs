//! A station that is stopped, killed or moved to another boot goes on where it was.

use std::process::Stdio;

use anyhow::Result;
use mayday_protocol::incident::{CommittedBy, Event};
use mayday_station::client::Client;
use mayday_tests::{Board, PATIENCE, eventually};
use mayday_wire::{BoardAction, IncidentPhase};
use rusqlite::params;

use crate::desk::{Desk, comes_to, id, is_committed, police, raise};
use crate::program::Program;

/// proves: C5
#[tokio::test]
async fn a_hold_survives_a_restart_and_its_deadline_stays_what_it_was() -> Result<()> {
    let mut desk = Desk::open().await?;
    let phone = desk.device().await?;
    phone.hold(id(1), &police(0)).await?;
    desk.stop().await;
    desk.clock.advance(6_999);
    desk.restart().await?;
    comes_to(&phone, id(1), IncidentPhase::Held).await?;
    desk.clock.advance(1);
    comes_to(&phone, id(1), IncidentPhase::Contacting).await?;
    Ok(())
}

/// proves: C5, Q4
#[tokio::test]
async fn a_hold_survives_a_reboot_of_the_machine() -> Result<()> {
    let mut desk = Desk::open().await?;
    let phone = desk.device().await?;
    phone.hold(id(1), &police(0)).await?;
    desk.stop().await;
    desk.clock.reboot(60_000);
    desk.restart().await?;
    let incident = comes_to(&phone, id(1), IncidentPhase::Contacting).await?;
    let by_itself = Event::HelpRequested { by: CommittedBy::Station };
    assert!(incident.timeline.iter().any(|entry| entry.event == by_itself));
    Ok(())
}

/// proves: E2, E3
#[tokio::test]
async fn a_call_and_a_dispatch_request_survive_restarts_and_happen_once() -> Result<()> {
    let mut desk = Desk::open().await?;
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    desk.board(&phone).await?.wait_for_ringing("Ana Ruiz").await?;
    desk.restart().await?;
    let board = desk.board(&phone).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    comes_to(&phone, id(1), IncidentPhase::Requested).await?;
    desk.restart().await?;
    let incident = comes_to(&phone, id(1), IncidentPhase::Requested).await?;
    let requested = incident.timeline.iter().filter(|entry| matches!(entry.event, Event::Requesting { .. })).count();
    assert_eq!(requested, 1);
    desk.stop().await;
    let db = rusqlite::Connection::open(desk.folder.path().join("station.db"))?;
    let logged: i64 = db.query_row("SELECT count(*) FROM dispatch_log", [], |row| row.get(0))?;
    assert_eq!(logged, 1);
    Ok(())
}

#[tokio::test]
async fn the_journal_cannot_be_changed_or_cut() -> Result<()> {
    let mut desk = Desk::open().await?;
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    desk.stop().await;
    let db = rusqlite::Connection::open(desk.folder.path().join("station.db"))?;
    assert!(db.execute("UPDATE journal SET state = '{}'", []).is_err());
    assert!(db.execute("DELETE FROM journal", []).is_err());
    Ok(())
}

#[tokio::test]
async fn an_incident_that_cannot_be_read_is_set_aside_and_the_others_go_on() -> Result<()> {
    let mut desk = Desk::open().await?;
    let phone = desk.device().await?;
    phone.hold(id(1), &police(0)).await?;
    phone.hold(id(2), &police(0)).await?;
    desk.stop().await;
    let db = rusqlite::Connection::open(desk.folder.path().join("station.db"))?;
    db.execute("DROP TRIGGER journal_is_never_changed", [])?;
    db.execute("UPDATE journal SET state = 'garbage' WHERE signal = ?1", params![id(1).to_string()])?;
    drop(db);
    desk.restart().await?;
    desk.clock.advance(7_000);
    comes_to(&phone, id(2), IncidentPhase::Contacting).await?;
    Ok(())
}

/// The real program, killed as hard as can be at several points of an SOS.
///
/// proves: C5, E1
#[tokio::test]
async fn what_the_real_station_acknowledged_survives_kill_minus_nine() -> Result<()> {
    let folder = tempfile::Builder::new().prefix("ms-").tempdir()?;
    let data = folder.path();
    let mut station = Program::start(data)?;
    let (phone, _) = eventually("the station answers", PATIENCE, async || {
        Client::local(&data.join("run/station.sock"))?.enter_demo("Phone").await.map_err(anyhow::Error::from).map(Some)
    })
    .await?;
    for n in 0..10 {
        phone.commit(id(n), &police(5_000)).await?;
        if n % 2 == 0 {
            station.kill().await?;
            station = Program::start(data)?;
        }
        for known in 0..=n {
            let still = async || phone.ask(id(known)).await.map(|answer| is_committed(&answer));
            eventually(&format!("signal {known} is still committed"), PATIENCE, still).await?;
        }
    }
    assert_eq!(phone.incidents().await?.len(), 10);
    let board = Board::from_link(phone.board_link().await?.url.reveal()).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    station.kill().await
}

#[tokio::test]
async fn a_second_station_over_the_same_folder_says_so_and_ends() -> Result<()> {
    let folder = tempfile::Builder::new().prefix("ms-").tempdir()?;
    let mut first = Program::start(folder.path())?;
    eventually("the first station is up", PATIENCE, async || folder.path().join("run/station.sock").exists()).await?;
    let second = Program::command(folder.path())?.stderr(Stdio::piped()).output().await?;
    assert_eq!(second.status.code(), Some(i32::from(mayday_station::cli::ALREADY_RUNNING)));
    assert!(String::from_utf8_lossy(&second.stderr).contains("already runs"));
    first.kill().await
}
