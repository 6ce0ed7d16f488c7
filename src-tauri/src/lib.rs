//! The app: a window that shows what the controller knows, and a controller that knows no window.
//!
//! Everything that decides lives in `mayday-protocol`; this crate reaches the station, the disk,
//! the keyring, the notifications and the screen.

mod card;
mod commands;
mod controller;
mod downloads;
mod entitlement;
mod folder;
mod front;
mod history;
mod journal;
mod live;
mod platform;
mod secrets;
mod settings;
mod speaker;
mod station;
mod tray;
mod window;
mod words;

use std::process::ExitCode;

use mayday_clock::SharedClock;
use tauri::Manager as _;
use tracing_subscriber::EnvFilter;

use controller::{Controller, Handle};
use folder::Folder;

/// Exit code when there is no display to open a window on.
const NO_DISPLAY: u8 = 4;

/// Runs the app until its windows are closed.
pub fn run() -> ExitCode {
    let filter = EnvFilter::try_from_env("MAYDAY_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    // A log that cannot be written is no reason to panic: it may lie on a disk that is full.
    let log = tracing_subscriber::fmt().with_writer(std::io::stderr).log_internal_errors(false);
    log.with_env_filter(filter).with_ansi(false).init();
    match open() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("Mayday could not start: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn open() -> anyhow::Result<ExitCode> {
    let context = tauri::generate_context!();
    let folder = Folder::of(&context.config().identifier)?;
    let _lock = match folder.lock() {
        Ok(Some(lock)) => Some(lock),
        Ok(None) => {
            tauri::async_runtime::block_on(front::ask(&folder));
            eprintln!("Mayday is already open. Its window comes to the front.");
            return Ok(ExitCode::SUCCESS);
        }
        // A folder that takes nothing is told of in the window: without one nobody learns of it.
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "another start of the app cannot be told from this one");
            None
        }
    };
    if !platform::has_display() {
        eprintln!("There is no display to open Mayday's window on. `mayday-station try` runs an SOS without one.");
        return Ok(ExitCode::from(NO_DISPLAY));
    }
    let clock = mayday_clock::system();
    tauri::Builder::default()
        .invoke_handler(commands::all())
        .setup(move |app| Ok(set_up(app, folder, clock)?))
        .run(context)?;
    Ok(ExitCode::SUCCESS)
}

fn set_up(app: &tauri::App, folder: Folder, clock: SharedClock) -> anyhow::Result<()> {
    let (handle, inbox) = Handle::new();
    app.manage(handle.clone());
    let live = live::Live::new(&folder, clock.clone());
    app.manage(live.clone());
    tauri::async_runtime::spawn(live.clone().delete_old());
    if let Some(home) = folder.read_home().filter(|_| live.knows_cameras()) {
        let live = live.clone();
        tauri::async_runtime::spawn(async move { live.prepare(&home).await });
    }
    let settings = settings::Settings::read(&folder.settings_file());
    let language = settings.language.unwrap_or_else(words::of_this_computer);
    let tray = tray::Tray::start(app.handle(), handle.clone(), folder.tray(), words::of(language));
    let shell = window::Windows::new(app.handle().clone(), handle.clone(), live, tray);
    shell.open_main(language)?;
    front::listen(&folder, handle.clone());
    let controller = Controller::new(folder, clock, handle, shell, language);
    tauri::async_runtime::spawn(controller.run(inbox));
    Ok(())
}
