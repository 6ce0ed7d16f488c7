//! A station of our own: the program beside this one, started detached, so that it outlives the
//! window and a crash of the app.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::Context;
use mayday_wire::{API_VERSION, ErrorBody, ErrorCode, NoticeCode, VersionResponse};
use tokio::sync::oneshot;

use super::{News, Station};

/// How long a station may take from its start to its first answer.
const START: Duration = Duration::from_secs(10);
/// Between two looks whether it answers.
const LOOK: Duration = Duration::from_millis(20);
/// Between two starts while the station before still has the folder: it closes its doors before it has ended.
const AGAIN: Duration = Duration::from_millis(100);
/// With this code a station ends that finds another one over its folder.
const ALREADY_RUNNING: i32 = 3;
/// With this code a station ends whose folder is full or protected.
const CANNOT_WRITE: i32 = 5;
/// A log that has grown larger begins anew; the one before it is kept.
const LOG: u64 = 1024 * 1024;

/// What became of a station that was started.
enum Started {
    /// It answers.
    Up,
    /// Another one has the folder: it is starting too, or hangs.
    ByAnother,
    /// It ended because its folder takes nothing.
    CannotWrite,
    /// It ended, or did not answer in time.
    No,
}

/// Returns when a station of this version answers, started if there was none.
pub(super) async fn ensure(station: &Station) -> Result<(), ErrorBody> {
    if let Some(version) = station.version().await {
        if is_ours(&version) {
            station.tell(News::Notice(NoticeCode::StationNotStarted, false)).await;
            station.tell(News::Notice(NoticeCode::StationCannotWrite, false)).await;
            station.tell(News::Notice(NoticeCode::OtherStationVersion, false)).await;
            return Ok(());
        }
        if version.open_incidents > 0 {
            station.tell(News::Notice(NoticeCode::OtherStationVersion, true)).await;
            return if version.api == API_VERSION { Ok(()) } else { Err(ErrorCode::Unreachable.into()) };
        }
        replace(station).await;
        station.tell(News::Notice(NoticeCode::OtherStationVersion, false)).await;
        return start(station, START).await;
    }
    station.tell(News::Notice(NoticeCode::OtherStationVersion, false)).await;
    start(station, Duration::ZERO).await
}

fn is_ours(version: &VersionResponse) -> bool {
    version.api == API_VERSION && version.product == env!("CARGO_PKG_VERSION")
}

/// Asks a station of another version, which has nothing under way, to make room.
async fn replace(station: &Station) {
    let here = &station.here;
    let _ = station.request_at(here, here.origin(0), reqwest::Method::POST, "/v1/stop", None::<&()>).await;
    let gone = async {
        while station.version().await.is_some() {
            tokio::time::sleep(LOOK).await;
        }
    };
    let _ = tokio::time::timeout(START, gone).await;
}

/// Starts one, again and again for as long as a station that was asked to end may still have the folder.
async fn start(station: &Station, ending: Duration) -> Result<(), ErrorBody> {
    let ended = tokio::time::Instant::now() + ending;
    let mut started = start_once(station).await;
    while matches!(started, Started::ByAnother) && tokio::time::Instant::now() < ended {
        tokio::time::sleep(AGAIN).await;
        started = start_once(station).await;
    }
    let (no, cannot_write) = (matches!(started, Started::No), matches!(started, Started::CannotWrite));
    station.tell(News::Notice(NoticeCode::StationNotStarted, no || cannot_write)).await;
    station.tell(News::Notice(NoticeCode::StationCannotWrite, cannot_write)).await;
    if matches!(started, Started::Up) { Ok(()) } else { Err(ErrorCode::Unreachable.into()) }
}

async fn start_once(station: &Station) -> Started {
    match spawn(station) {
        Ok(ended) => outcome(station, ended).await,
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "the station could not be started");
            Started::No
        }
    }
}

/// Waits for its first answer, or its end: one that ends is started again, and not waited for.
async fn outcome(station: &Station, ended: oneshot::Receiver<Option<i32>>) -> Started {
    let answers = async {
        while station.version().await.is_none() {
            tokio::time::sleep(LOOK).await;
        }
    };
    tokio::select! {
        () = answers => Started::Up,
        code = ended => match code {
            Ok(Some(ALREADY_RUNNING)) => Started::ByAnother,
            Ok(Some(CANNOT_WRITE)) => Started::CannotWrite,
            Ok(code) => {
                tracing::error!(?code, "the station ended at its start: a person must look at its log");
                Started::No
            }
            Err(_) => Started::No,
        },
        () = tokio::time::sleep(START) => Started::No,
    }
}

/// Starts the program; what comes back hears its exit code, if it ends while the app lives.
fn spawn(station: &Station) -> anyhow::Result<oneshot::Receiver<Option<i32>>> {
    let mut command = Command::new(program()?);
    command.arg("serve").arg("--data").arg(station.folder.path()).stdin(Stdio::null());
    match log(station) {
        Ok(log) => command.stdout(log.try_clone()?).stderr(log),
        // A station without a log is better than none.
        Err(error) => {
            tracing::warn!(%error, "the station's log cannot be written");
            command.stdout(Stdio::null()).stderr(Stdio::null())
        }
    };
    detach(&mut command);
    let mut child = command.spawn().context("the program mayday-station does not start")?;
    let (end, ended) = oneshot::channel();
    let collect = move || {
        let code = child.wait().ok().and_then(|status| status.code());
        // Nobody listens any more once it has answered.
        let _ = end.send(code);
    };
    std::thread::Builder::new().name("station".to_owned()).spawn(collect)?;
    Ok(ended)
}

/// Where the station says what it does.
fn log(station: &Station) -> std::io::Result<File> {
    let path = station.folder.path().join("station.log");
    if std::fs::metadata(&path).is_ok_and(|found| found.len() > LOG) {
        std::fs::rename(&path, path.with_extension("log.old"))?;
    }
    File::options().create(true).append(true).open(path)
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
