//! The real station on a disk that is full: open incidents are brought to their end, nothing is acknowledged that
//! is not stored, and what is said of it is so.

use std::process::Stdio;

use anyhow::{Context, Result};
use mayday_station::client::Client;
use mayday_tests::disk::SmallDisk;
use mayday_tests::{Board, PATIENCE, eventually};
use mayday_wire::{BoardAction, ErrorBody, ErrorCode, IncidentPhase, Trouble};
use reqwest::{Method, StatusCode};
use tempfile::TempDir;

use crate::desk::{comes_to, drill, id, is_committed, police, refusal};
use crate::program::Program;

const MIB: usize = 1024 * 1024;
/// The database, its log, the ballast, and what a station needs to call its disk roomy again.
const DISK: usize = 16 * MIB;
const BALLAST: &str = "station.ballast";

/// proves: E1, E2, E3
#[tokio::test]
async fn on_a_full_disk_open_incidents_finish_and_nothing_is_acknowledged_that_is_not_stored() -> Result<()> {
    let mut place = Place::make().await?;
    let phone = place.phone().await?;
    for n in 1..=3 {
        phone.hold(id(n), &drill(0)).await?;
    }
    assert!(phone.health().await?.ready);
    assert_eq!(std::fs::metadata(place.disk.outside(BALLAST))?.len(), 512 * 1024);
    place.disk.fill()?;

    for n in 1..=3 {
        assert!(is_committed(&phone.commit(id(n), &drill(5_000)).await?), "the ballast makes room");
    }
    place.is_in(&phone, &[Trouble::DiskFull]).await?;
    assert!(!place.disk.outside(BALLAST).exists());
    let unready = phone.raw(Method::GET, "/v1/health", String::new()).await?;
    assert_eq!(unready.status(), StatusCode::SERVICE_UNAVAILABLE);

    // As many new ones as there is room for; then a refusal that says why, with the rest kept for what is open.
    let mut stored = vec![1, 2, 3];
    let mut refused_at = None;
    for n in 4..=u8::MAX {
        let body = serde_json::to_string(&drill(5_000))?;
        let answer = phone.raw(Method::POST, &format!("/v1/signals/{}/commit", id(n)), body).await?;
        if answer.status() == StatusCode::OK {
            stored.push(n);
            continue;
        }
        assert_eq!(answer.status(), StatusCode::INSUFFICIENT_STORAGE);
        let said: ErrorBody = answer.json().await?;
        assert_eq!(said.code, ErrorCode::DiskFull);
        assert!(said.sentence.contains("disk is full"), "{}", said.sentence);
        refused_at = Some(n);
        break;
    }
    let refused_at = refused_at.context("a full disk takes no end of requests")?;
    println!("{} requests were stored on the full disk; {} bytes are left for them", stored.len(), place.disk.left()?);

    // The three that were open before end as they have to, and so does all that was accepted since.
    let board = Board::from_link(phone.board_link().await?.url.reveal()).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    for n in 1..=3 {
        comes_to(&phone, id(n), IncidentPhase::Informing).await?;
    }

    // Killed, and started over the full disk: every acknowledged one is there, and the refused one is not.
    place.station.kill().await?;
    place.station = place.start()?;
    eventually("a station starts over a full disk", PATIENCE, async || phone.version().await.is_ok()).await?;
    for n in &stored {
        assert!(is_committed(&phone.ask(id(*n)).await?), "signal {n} was acknowledged");
    }
    assert_eq!(refusal(phone.ask(id(refused_at)).await)?.code, ErrorCode::Unknown, "never half");
    place.is_in(&phone, &[Trouble::DiskFull]).await?;

    place.disk.make_room()?;
    place.is_in(&phone, &[]).await?;
    assert_eq!(std::fs::metadata(place.disk.outside(BALLAST))?.len(), 512 * 1024, "for the next time");
    assert!(is_committed(&phone.commit(id(refused_at), &drill(6_000)).await?));
    place.station.kill().await
}

/// Another program takes what the ballast has freed, as one that writes a log without end does.
///
/// proves: C5, E1
#[tokio::test]
async fn with_not_a_byte_left_a_request_is_refused_with_the_reason_and_a_held_one_goes_when_there_is_room() -> Result<()>
{
    let mut place = Place::make().await?;
    let phone = place.phone().await?;
    phone.hold(id(1), &police(0)).await?;
    place.disk.fill()?;
    // The first full write frees the ballast; whoever is greedy takes that too.
    let refused = eventually("nothing is stored any more", PATIENCE, async || {
        place.disk.fill()?;
        anyhow::Ok(refusal(phone.commit(id(2), &police(5_000)).await).ok())
    })
    .await?;
    assert_eq!(refused.code, ErrorCode::DiskFull);
    place.disk.fill()?;
    assert_eq!(refusal(phone.commit(id(3), &police(5_000)).await)?.code, ErrorCode::DiskFull);
    assert_eq!(refusal(phone.ask(id(3)).await)?.code, ErrorCode::Unknown);
    place.is_in(&phone, &[Trouble::DiskFull]).await?;

    place.disk.make_room()?;
    eventually("the held one goes", PATIENCE, async || {
        let incidents = phone.incidents().await?;
        anyhow::Ok(incidents.iter().any(|one| one.signal == id(1) && one.phase != IncidentPhase::Held))
    })
    .await?;
    assert!(is_committed(&phone.commit(id(3), &police(6_000)).await?));
    place.is_in(&phone, &[]).await?;
    place.station.kill().await
}

#[tokio::test]
async fn a_station_whose_folder_is_protected_says_so_and_ends_with_a_code_of_its_own() -> Result<()> {
    let mut place = Place::make().await?;
    place.phone().await?;
    place.station.kill().await?;
    place.disk.protect().await?;
    let output = place.command()?.stderr(Stdio::piped()).output().await?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(i32::from(mayday_station::cli::CANNOT_WRITE)), "{said}");
    assert!(said.contains("Read-only file system"), "{said}");
    Ok(())
}

/// A station on a small disk, its log on it too.
struct Place {
    station: Program,
    disk: SmallDisk,
    folder: TempDir,
}

impl Place {
    async fn make() -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("ms-").tempdir()?;
        let disk = SmallDisk::over(folder.path(), DISK).await?;
        let station = start(&disk, folder.path())?;
        Ok(Self { station, disk, folder })
    }

    fn start(&self) -> Result<Program> {
        start(&self.disk, self.folder.path())
    }

    fn command(&self) -> Result<tokio::process::Command> {
        Program::command_on(&self.disk, self.folder.path())
    }

    async fn phone(&self) -> Result<Client> {
        let socket = self.disk.outside("run/station.sock");
        let (phone, _) = eventually("the station answers", PATIENCE, async || {
            Client::local(&socket)?.enter_demo("Phone").await.map_err(anyhow::Error::from).map(Some)
        })
        .await?;
        Ok(phone)
    }

    /// Waits until the station tells exactly these troubles.
    async fn is_in(&self, phone: &Client, troubles: &[Trouble]) -> Result<()> {
        eventually(&format!("the station tells of {troubles:?}"), PATIENCE, async || {
            let told = phone.health().await?.troubles;
            anyhow::Ok(told.iter().map(|trouble| trouble.code).eq(troubles.iter().copied()))
        })
        .await
    }
}

fn start(disk: &SmallDisk, data: &std::path::Path) -> Result<Program> {
    let log = std::fs::File::options().create(true).append(true).open(disk.outside("station.log"))?;
    Program::run(Program::command_on(disk, data)?.stderr(log))
}
