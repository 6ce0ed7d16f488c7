//! The command line of `mayday-station`.

mod alarm;
mod attempt;
mod devices;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand};
use mayday_protocol::{DeviceId, HomeId, IncidentId};
use tracing_subscriber::EnvFilter;

use crate::config::{Config, Folder};

/// Exit code when another station already has the data folder.
pub const ALREADY_RUNNING: u8 = 3;

/// Exit code when the data folder cannot be written: its disk is full or protected.
pub const CANNOT_WRITE: u8 = 5;
/// As many files as this are never open at once, whatever the system allows.
const OPEN_FILES: u64 = 65_536;

/// The monitoring station of Mayday.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the station over a data folder until it is asked to stop.
    Serve {
        /// Where everything is kept.
        #[arg(long)]
        data: PathBuf,
    },
    /// Run one SOS through a demo home without the app, print its timeline, and stay up.
    Try {
        /// Where everything is kept; a folder that is removed at the end when not given.
        #[arg(long)]
        data: Option<PathBuf>,
        /// End after the timeline.
        #[arg(long)]
        once: bool,
    },
    /// Print the paired devices: one line per device, oldest first, with its id, when it was added, when it was
    /// removed (or `-`), its role, and its name.
    Devices {
        /// Where everything is kept.
        #[arg(long)]
        data: PathBuf,
    },
    /// Print a code and a QR code that let one more device into a home within ten minutes. The station has to run.
    Pair {
        /// Where everything is kept.
        #[arg(long)]
        data: PathBuf,
        /// The home's id; not needed where the station has one home.
        #[arg(long)]
        home: Option<HomeId>,
        /// As a member's device, which may not change the home.
        #[arg(long)]
        member: bool,
    },
    /// Remove a device from its home, for good. What the station had accepted from it before goes its way.
    Revoke {
        /// Where everything is kept.
        #[arg(long)]
        data: PathBuf,
        /// The device's id, as `devices` prints it.
        device: DeviceId,
    },
    /// Raise an alarm of a home, as its hub would, and print what becomes of it.
    Raise {
        /// Where everything is kept.
        #[arg(long)]
        data: PathBuf,
        /// The home's id; not needed where the station has one home.
        #[arg(long)]
        home: Option<HomeId>,
        /// What is raised: burglar, smoke, co, panic, duress, flood, freeze, or a keypad's fire or medical.
        #[arg(long)]
        kind: alarm::Raisable,
        /// Seconds in which it can be disarmed before it is an alarm. Only a burglar alarm has them.
        #[arg(long, default_value_t = 0)]
        entry_delay: u64,
    },
    /// Print the receipt of an incident: every step with its time, chained and signed.
    Receipt {
        /// Where everything is kept.
        #[arg(long)]
        data: PathBuf,
        /// Of what the household may see, and not of the station's journal.
        #[arg(long)]
        household: bool,
        /// The incident's id.
        incident: IncidentId,
    },
    /// Verify a receipt, without a station. Names the first entry that was altered, left out or moved.
    Verify {
        /// The station's public key in base64, where it is known.
        #[arg(long)]
        key: Option<String>,
        /// The receipt.
        file: PathBuf,
    },
    /// Print the dispatch log: one line per dispatch request, oldest first.
    DispatchLog {
        /// Where everything is kept.
        #[arg(long)]
        data: PathBuf,
    },
}

/// Runs the program.
pub async fn run() -> ExitCode {
    let filter = EnvFilter::try_from_env("MAYDAY_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    // A log that cannot be written is no reason to panic: it lies on the disk that may be full.
    let log = tracing_subscriber::fmt().with_writer(std::io::stderr).log_internal_errors(false);
    log.with_env_filter(filter).with_ansi(false).init();
    let result = match Cli::parse().command {
        Command::Serve { data } => serve(Folder::new(data)).await,
        Command::Try { data, once } => attempt::run(data, once).await.map(|()| ExitCode::SUCCESS),
        Command::Devices { data } => devices::list(&Folder::new(data)).map(|()| ExitCode::SUCCESS),
        Command::Pair { data, home, member } => {
            devices::pair(&Folder::new(data), home, member).await.map(|()| ExitCode::SUCCESS)
        }
        Command::Revoke { data, device } => {
            devices::revoke(&Folder::new(data), device).await.map(|()| ExitCode::SUCCESS)
        }
        Command::Raise { data, home, kind, entry_delay } => {
            alarm::raise(&Folder::new(data), home, kind, entry_delay).await.map(|()| ExitCode::SUCCESS)
        }
        Command::Receipt { data, household, incident } => {
            alarm::receipt(&Folder::new(data), incident, household).map(|()| ExitCode::SUCCESS)
        }
        Command::Verify { key, file } => alarm::verify(&file, key.as_deref()).map(|()| ExitCode::SUCCESS),
        Command::DispatchLog { data } => dispatch_log(&Folder::new(data)).map(|()| ExitCode::SUCCESS),
    };
    result.unwrap_or_else(|error| {
        say(&format!("mayday-station: {error:#}"));
        if cannot_write(&error) { ExitCode::from(CANNOT_WRITE) } else { ExitCode::FAILURE }
    })
}

/// Says a sentence on standard error, which may be a file on a full disk.
fn say(sentence: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "{sentence}");
}

/// Whether the reason is the folder: full, protected, or on a medium that takes nothing.
fn cannot_write(error: &anyhow::Error) -> bool {
    use rusqlite::ErrorCode::{CannotOpen, DiskFull, PermissionDenied as Denied, ReadOnly};
    use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem, StorageFull};
    error.chain().any(|cause| {
        let file = cause.downcast_ref().map(std::io::Error::kind);
        let database = cause.downcast_ref().and_then(rusqlite::Error::sqlite_error_code);
        file.is_some_and(|kind| [PermissionDenied, ReadOnlyFilesystem, StorageFull].contains(&kind))
            || database.is_some_and(|code| [CannotOpen, DiskFull, Denied, ReadOnly].contains(&code))
    })
}

/// As many open files as the system allows: a crowd at the doors then leaves enough for the store.
fn raise_open_files() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let allowed = getrlimit(Resource::Nofile);
    let wanted = allowed.maximum.map_or(OPEN_FILES, |most| most.min(OPEN_FILES));
    if allowed.current.is_some_and(|current| current < wanted) {
        // Refused: the doors then hold fewer connections.
        let _ = setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), maximum: allowed.maximum });
    }
}

async fn serve(folder: Folder) -> anyhow::Result<ExitCode> {
    let Some(_lock) = folder.lock()? else {
        say("mayday-station: another station already runs over this folder");
        return Ok(ExitCode::from(ALREADY_RUNNING));
    };
    raise_open_files();
    let running = crate::start(Config::load(folder)?, mayday_clock::system()).await?;
    tracing::info!(socket = %running.socket().display(), "the station is up");
    tokio::select! {
        () = running.stopped() => {}
        signal = asked_to_end() => signal?,
    }
    running.stop().await;
    tracing::info!("the station has stopped; what was under way goes on at the next start");
    Ok(ExitCode::SUCCESS)
}

/// Waits for the signal that ends programs.
async fn asked_to_end() -> anyhow::Result<()> {
    #[cfg(unix)]
    {
        let mut term = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
        tokio::select! {
            _ = term.recv() => Ok(()),
            end = tokio::signal::ctrl_c() => end.context("cannot wait for the end"),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await.context("cannot wait for the end")
}

/// The database of a folder, to be read only.
fn read_only(folder: &Folder) -> anyhow::Result<rusqlite::Connection> {
    rusqlite::Connection::open_with_flags(folder.database(), rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)
        .with_context(|| format!("there is no station in {}", folder.path().display()))
}

fn dispatch_log(folder: &Folder) -> anyhow::Result<()> {
    let db = read_only(folder)?;
    let mut statement = db.prepare("SELECT at_ms, service, request FROM dispatch_log ORDER BY at_ms")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (at_ms, service, request): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        println!("{at_ms} {service} {request}");
    }
    Ok(())
}
