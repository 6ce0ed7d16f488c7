//! The command line of `mayday-station`.

mod attempt;
mod devices;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand};
use mayday_protocol::DeviceId;
use tracing_subscriber::EnvFilter;

use crate::config::{Config, Folder};

/// Exit code when another station already has the data folder.
pub const ALREADY_RUNNING: u8 = 3;

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
    /// removed (or `-`), and its name.
    Devices {
        /// Where everything is kept.
        #[arg(long)]
        data: PathBuf,
    },
    /// Remove a device from its home, for good. What the station had accepted from it before goes its way.
    Revoke {
        /// Where everything is kept.
        #[arg(long)]
        data: PathBuf,
        /// The device's id, as `devices` prints it.
        device: DeviceId,
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
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(false).init();
    let result = match Cli::parse().command {
        Command::Serve { data } => serve(Folder::new(data)).await,
        Command::Try { data, once } => attempt::run(data, once).await.map(|()| ExitCode::SUCCESS),
        Command::Devices { data } => devices::list(&Folder::new(data)).map(|()| ExitCode::SUCCESS),
        Command::Revoke { data, device } => {
            devices::revoke(&Folder::new(data), device).await.map(|()| ExitCode::SUCCESS)
        }
        Command::DispatchLog { data } => dispatch_log(&Folder::new(data)).map(|()| ExitCode::SUCCESS),
    };
    result.unwrap_or_else(|error| {
        eprintln!("mayday-station: {error:#}");
        ExitCode::FAILURE
    })
}

async fn serve(folder: Folder) -> anyhow::Result<ExitCode> {
    let Some(_lock) = folder.lock()? else {
        eprintln!("mayday-station: another station already runs over this folder");
        return Ok(ExitCode::from(ALREADY_RUNNING));
    };
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
