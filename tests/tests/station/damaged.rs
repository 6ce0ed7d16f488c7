//! A database that is damaged: never lost silently, put aside as it is, and help can be asked for again at once.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use mayday_station::client::Client;
use mayday_tests::{PATIENCE, eventually};
use mayday_wire::{ErrorCode, IncidentPhase, Trouble};

use crate::desk::{Desk, comes_to, id, is_committed, is_held, police, raise, refusal};
use crate::program::Program;

const PAGE: usize = 4_096;

/// What is done to a file, in words and in bytes.
type Damage = (&'static str, fn(&mut Vec<u8>));

/// proves: E1
#[tokio::test]
async fn a_database_that_cannot_be_read_is_put_aside_untouched_and_an_sos_goes_through_again() -> Result<()> {
    let damages: [Damage; 4] = [
        ("its head is garbled", |bytes| bytes[..100].fill(0xa5)),
        ("it is cut to half", |bytes| bytes.truncate(bytes.len() / 2)),
        ("it is empty", Vec::clear),
        ("it is something else", |bytes| *bytes = b"this is a letter and no database".repeat(400)),
    ];
    for (what, damage) in damages {
        let (mut desk, _) = with_an_open_incident().await?;
        let database = desk.folder.path().join("station.db");
        let mut bytes = fs::read(&database)?;
        damage(&mut bytes);
        fs::write(&database, &bytes)?;
        desk.restart().await.with_context(|| what.to_owned())?;

        let phone = desk.device().await?;
        assert!(is_committed(&raise(&phone, id(9)).await?), "{what}");
        comes_to(&phone, id(9), IncidentPhase::Contacting).await?;
        assert_eq!(told(&phone).await?, [Trouble::RecordsPutAside], "{what}");
        let aside = put_aside(desk.folder.path())?;
        assert_eq!(aside.len(), 1, "{what}");
        assert!(fs::read(&aside[0])? == bytes, "{what}: it is kept as it was");
        desk.restart().await?;
        assert_eq!(told(&phone).await?, [Trouble::RecordsPutAside], "{what}: until a person has looked");
        assert_eq!(put_aside(desk.folder.path())?.len(), 1, "{what}: the new one is sound");
    }
    Ok(())
}

/// proves: E1, E2
#[tokio::test]
async fn what_can_be_read_of_a_damaged_database_is_taken_over_with_the_home_its_devices_and_open_incidents()
-> Result<()> {
    let (mut desk, phone) = with_an_open_incident().await?;
    let database = desk.folder.path().join("station.db");
    // The dispatch log's own page: everything else is whole.
    let page = root_page(&database, "dispatch_log")?;
    let mut bytes = fs::read(&database)?;
    bytes[(page - 1) * PAGE..page * PAGE].fill(0x5a);
    fs::write(&database, &bytes)?;
    desk.restart().await?;

    assert!(is_committed(&phone.ask(id(1)).await?), "the token and the incident are known");
    assert_eq!(phone.home().await?.contacts.len(), 3);
    desk.board(&phone).await?.wait_for_ringing("Ana Ruiz").await?;
    assert_eq!(told(&phone).await?, [Trouble::RecordsPutAside]);
    desk.clock.advance(mayday_protocol::call::RINGING_MS);
    comes_to(&phone, id(1), IncidentPhase::Requested).await?;
    Ok(())
}

#[tokio::test]
async fn a_database_that_is_damaged_while_the_station_runs_ends_it_and_the_next_one_puts_it_aside() -> Result<()> {
    let mut desk = Desk::open().await?;
    let phone = desk.device().await?;
    assert!(is_committed(&raise(&phone, id(1)).await?));
    let database = desk.folder.path().join("station.db");
    desk.board(&phone).await?.wait_for_ringing("Ana Ruiz").await?;
    let other = rusqlite::Connection::open(&database)?;
    eventually("everything is in the database itself", PATIENCE, async || {
        other.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0)).map(|busy| busy == 0)
    })
    .await?;
    let page = root_page(&database, "signals")?;
    let boot: i64 = other.query_row("SELECT boot FROM station", [], |row| row.get(0))?;
    use std::os::unix::fs::FileExt as _;
    let file = fs::File::options().write(true).open(&database)?;
    file.write_all_at(&[0x5a; PAGE], u64::try_from((page - 1) * PAGE)?)?;
    // A change by somebody else makes the station read its pages anew.
    other.execute("UPDATE station SET boot = ?1", [boot])?;
    drop(other);

    assert_eq!(refusal(phone.commit(id(2), &police(5_000)).await)?.code, ErrorCode::NotStored, "never an ack");
    tokio::time::timeout(PATIENCE, desk.running()?.stopped()).await.context("the station does not end")?;
    desk.restart().await?;
    let phone = desk.device().await?;
    assert!(is_committed(&phone.commit(id(2), &police(6_000)).await?));
    assert_eq!(told(&phone).await?, [Trouble::RecordsPutAside]);
    Ok(())
}

/// The rest of a log that a crash or a bad disk has cut: whole transactions remain, and none of them by half.
///
/// proves: E1
#[tokio::test]
async fn half_a_write_ahead_log_gives_whole_incidents_or_none_and_the_station_goes_on() -> Result<()> {
    for eighths in 0..8 {
        let folder = tempfile::Builder::new().prefix("ms-").tempdir()?;
        let data = folder.path();
        let mut station = Program::start(data)?;
        let (phone, _) = answering(data).await?;
        for n in 1..=6 {
            phone.hold(id(n), &police(0)).await?;
        }
        station.kill().await?;
        let log = fs::File::options().write(true).open(data.join("station.db-wal"))?;
        let length = log.metadata()?.len();
        assert!(length > 0, "the log is where the news is");
        log.set_len(length * eighths / 8)?;

        let mut station = Program::start(data)?;
        let (again, _) = answering(data).await?;
        let mut known = 0;
        for n in 1..=6 {
            known += usize::from(again.ask(id(n)).await.is_ok_and(|answer| is_held(&answer) || is_committed(&answer)));
        }
        assert_eq!(again.incidents().await?.len(), known, "whole or not at all, with {eighths} eighths of the log");
        assert!(is_committed(&again.commit(id(9), &police(5_000)).await?));
        assert!(put_aside(data)?.is_empty(), "a log that was cut is no damage");
        station.kill().await?;
        let db = rusqlite::Connection::open(data.join("station.db"))?;
        let sound: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        assert_eq!(sound, "ok");
    }
    Ok(())
}

#[tokio::test]
async fn a_disk_that_damages_the_database_again_and_again_stops_the_start_with_a_sentence() -> Result<()> {
    let (mut desk, _) = with_an_open_incident().await?;
    let database = desk.folder.path().join("station.db");
    let mut refused = None;
    for _ in 0..10 {
        // The log alone could still hold every page, and then nothing would be lost.
        for companion in ["station.db-wal", "station.db-shm"] {
            let path = desk.folder.path().join(companion);
            if path.exists() {
                fs::remove_file(path)?;
            }
        }
        fs::write(&database, "no database")?;
        desk.clock.advance(1);
        if let Err(error) = desk.restart().await {
            refused = Some(format!("{error:#}"));
            break;
        }
        desk.stop().await;
    }
    let refused = refused.context("it has to end some time")?;
    assert!(refused.contains("A person must look"), "{refused}");
    assert_eq!(put_aside(desk.folder.path())?.len(), 5, "nothing was deleted");
    Ok(())
}

/// A stopped station whose files hold a committed signal with a ringing call.
async fn with_an_open_incident() -> Result<(Desk, Client)> {
    let mut desk = Desk::open().await?;
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    desk.board(&phone).await?.wait_for_ringing("Ana Ruiz").await?;
    desk.stop().await;
    // Everything in the one file that is damaged then.
    let db = rusqlite::Connection::open(desk.folder.path().join("station.db"))?;
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok((desk, phone))
}

async fn answering(data: &Path) -> Result<(Client, mayday_protocol::HomeId)> {
    eventually("the station answers", PATIENCE, async || {
        Client::local(&data.join("run/station.sock"))?.enter_demo("Phone").await.map_err(anyhow::Error::from).map(Some)
    })
    .await
}

async fn told(phone: &Client) -> Result<Vec<Trouble>> {
    Ok(phone.health().await?.troubles.into_iter().map(|trouble| trouble.code).collect())
}

fn put_aside(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = vec![];
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with("station.broken-") && name.ends_with(".db") {
            found.push(folder.join(name));
        }
    }
    Ok(found)
}

fn root_page(database: &Path, table: &str) -> Result<usize> {
    let db = rusqlite::Connection::open_with_flags(database, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let page: i64 = db.query_row("SELECT rootpage FROM sqlite_schema WHERE name = ?1", [table], |row| row.get(0))?;
    Ok(usize::try_from(page)?)
}
