//! A station of our own: the program beside this one, started detached, so that it outlives the
//! window and a crash of the app.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::Context;
use mayday_wire::{API_VERSION, ErrorBody, ErrorCode, NoticeCode, VersionResponse};

use super::{News, Station};

/// How long a station may take from its start to its first answer.
const START: Duration = Duration::from_secs(10);
/// Between two looks whether it answers.
const LOOK: Duration = Duration::from_millis(20);

/// Returns when a station of this version answers, started if there was none.
pub(super) async fn ensure(station: &Station) -> Result<(), ErrorBody> {
    if let Some(version) = station.version().await {
        if is_ours(&version) {
            return Ok(());
        }
        if version.open_incidents > 0 {
            station.tell(News::Notice(NoticeCode::OtherStationVersion, true)).await;
            return if version.api == API_VERSION { Ok(()) } else { Err(ErrorCode::Unreachable.into()) };
        }
        replace(station).await;
    }
    station.tell(News::Notice(NoticeCode::OtherStationVersion, false)).await;
    start(station).await
}

fn is_ours(version: &VersionResponse) -> bool {
    version.api == API_VERSION && version.product == env!("CARGO_PKG_VERSION")
}

/// Asks a station of another version, which has nothing under way, to make room.
async fn replace(station: &Station) {
    let _ = station.call_for_nothing(reqwest::Method::POST, "/v1/stop", None::<&()>).await;
    let gone = async {
        while station.version().await.is_some() {
            tokio::time::sleep(LOOK).await;
        }
    };
    let _ = tokio::time::timeout(START, gone).await;
}

async fn start(station: &Station) -> Result<(), ErrorBody> {
    if let Err(error) = spawn(station) {
        tracing::error!(error = format!("{error:#}"), "the station could not be started");
        station.tell(News::Notice(NoticeCode::StationNotStarted, true)).await;
        return Err(ErrorCode::Unreachable.into());
    }
    let answers = async {
        while station.version().await.is_none() {
            tokio::time::sleep(LOOK).await;
        }
    };
    let up = tokio::time::timeout(START, answers).await.is_ok();
    station.tell(News::Notice(NoticeCode::StationNotStarted, !up)).await;
    if up { Ok(()) } else { Err(ErrorCode::Unreachable.into()) }
}

fn spawn(station: &Station) -> anyhow::Result<()> {
    let log = File::options().create(true).append(true).open(station.folder.path().join("station.log"))?;
    let mut command = Command::new(program()?);
    command.arg("serve").arg("--data").arg(station.folder.path());
    command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
    detach(&mut command);
    let mut child = command.spawn().context("the program mayday-station does not start")?;
    // Collects it if it ends while the app lives; a second station over the folder ends at once.
    std::thread::Builder::new().name("station".to_owned()).spawn(move || drop(child.wait()))?;
    Ok(())
}

/// Its own process group: what ends the app's does not end the station.
#[cfg(unix)]
fn detach(command: &mut Command) {
    use std::os::unix::process::CommandExt as _;
    command.process_group(0);
}

#[cfg(not(unix))]
fn detach(_command: &mut Command) {}

fn program() -> anyhow::Result<PathBuf> {
    let own = std::env::current_exe().context("this program's own place is not known")?;
    let name = format!("mayday-station{}", std::env::consts::EXE_SUFFIX);
    Ok(own.parent().context("this program has no folder")?.join(name))
}
