//! A private machine for one test.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use rustix::process::Signal;
use tempfile::TempDir;
use tokio::process::Command;

use crate::app::App;
use crate::desktop::{Desktop, SCREEN};
use crate::disk::SmallDisk;
use crate::driver::Driver;
use crate::keyring::{self, Keyring};
use crate::place::{PARENT, PREFIX, Place, binary};
use crate::processes::{kill_home, of_home, signal};
use crate::sound::{self, SoundCard};
use crate::{stale, webhook};

/// What kind of machine a test needs.
#[derive(Clone, Debug, Default)]
pub struct WorldBuilder {
    keyring: Keyring,
    dark: bool,
    busless: bool,
    sound_card: Option<SoundCard>,
    window: Option<(u32, u32)>,
    disk: Option<usize>,
    env: BTreeMap<String, String>,
}

impl WorldBuilder {
    /// The keyring that the app meets. Unlocked, unless told otherwise.
    pub fn keyring(mut self, keyring: Keyring) -> Self {
        self.keyring = keyring;
        self
    }

    /// Whether the desktop prefers dark pages.
    pub fn dark(mut self, dark: bool) -> Self {
        self.dark = dark;
        self
    }

    /// The size that the app's window is given. Without it, the app's own choice stays.
    pub fn window(mut self, width: u32, height: u32) -> Self {
        self.window = Some((width, height));
        self
    }

    /// No message bus for the app and what it starts: no keyring, no notifications. The desktop keeps its own.
    pub fn without_bus(mut self) -> Self {
        self.busless = true;
        self
    }

    /// A sound card for the app. Without one the machine has none.
    pub fn sound_card(mut self, card: SoundCard) -> Self {
        self.sound_card = Some(card);
        self
    }

    /// All data on a disk of so many bytes, which can be filled.
    pub fn small_disk(mut self, bytes: usize) -> Self {
        self.disk = Some(bytes);
        self
    }

    /// A variable for every program of the world.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.env.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Starts the world.
    pub async fn start(self) -> Result<World> {
        stale::sweep();
        let folder = tempfile::Builder::new().prefix(PREFIX).rand_bytes(6).tempdir_in(PARENT)?;
        stale::claim(folder.path())?;
        let mut place = Place::furnish(&folder)?;
        place.env.extend(self.env);
        if let Some(card) = self.sound_card {
            sound::install(&place, card)?;
        }
        if let Some(bytes) = self.disk {
            place.disk = Some(Arc::new(SmallDisk::over(&place.all_data(), bytes).await?));
        }
        let desktop =
            Desktop::start(&mut place, self.keyring, self.dark).await.context("the desktop does not start")?;
        if self.busless {
            let nowhere = format!("unix:path={}", place.root.join("no-bus").display());
            place.env.insert("DBUS_SESSION_BUS_ADDRESS".to_owned(), nowhere);
        }
        let driver = Driver::start(&place).await?;
        Ok(World { place, window: self.window, driver: Some(driver), desktop: Some(desktop), folder: Some(folder) })
    }
}

/// A private machine: folders, screen, bus, keyring, notifications and a webdriver. Everything that was ever
/// started in it ends with it.
pub struct World {
    place: Place,
    window: Option<(u32, u32)>,
    driver: Option<Driver>,
    desktop: Option<Desktop>,
    folder: Option<TempDir>,
}

impl World {
    /// A usual machine.
    pub async fn start() -> Result<Self> {
        Self::builder().start().await
    }

    /// A machine with something unusual.
    pub fn builder() -> WorldBuilder {
        WorldBuilder::default()
    }

    /// Starts the app under webdriver and waits for its page.
    pub async fn app(&self) -> Result<App> {
        let driver = self.driver.as_ref().context("the world has ended")?;
        App::start(self.place.clone(), driver.url().to_owned(), binary("mayday")?, self.window).await
    }

    /// Starts another program with a webview under webdriver, as [`World::app`] does with the app.
    pub async fn app_at(&self, program: &Path) -> Result<App> {
        let driver = self.driver.as_ref().context("the world has ended")?;
        App::start(self.place.clone(), driver.url().to_owned(), program.to_owned(), self.window).await
    }

    /// The app as a person starts it, without webdriver; not running yet. Output can be captured.
    pub fn app_command(&self) -> Result<Command> {
        Ok(self.command(binary("mayday")?))
    }

    /// Starts the app without webdriver, its output captured: for a second start, or with `DISPLAY` removed.
    pub fn spawn_app(&self) -> Result<tokio::process::Child> {
        spawn(self.app_command()?)
    }

    /// Starts the app where there is no screen.
    pub fn spawn_app_without_screen(&self) -> Result<tokio::process::Child> {
        let mut command = self.app_command()?;
        command.env_remove("DISPLAY");
        spawn(command)
    }

    /// The station's program; not running yet.
    pub fn station_command(&self) -> Result<Command> {
        Ok(self.command(binary("mayday-station")?))
    }

    /// Any program, in this world.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        Command::from(self.place.command(program))
    }

    /// The environment of every program of this world.
    pub fn env(&self) -> &BTreeMap<String, String> {
        &self.place.env
    }

    /// The small disk of a world that has one.
    pub fn disk(&self) -> Result<&SmallDisk> {
        self.place.disk.as_deref().context("this world has no small disk")
    }

    /// `HOME`.
    pub fn home(&self) -> PathBuf {
        self.place.home()
    }

    /// The app's data folder, which is the station's too.
    pub fn data(&self) -> PathBuf {
        self.place.data()
    }

    /// Where the app's own station is met.
    pub fn station_socket(&self) -> PathBuf {
        self.data().join("run/station.sock")
    }

    /// Lets this world's apps meet the station of another one, as a second device of its homes does. Before
    /// the app starts: the way to a station is a folder of its own.
    pub fn share_station_of(&self, other: &Self) -> Result<()> {
        fs::create_dir_all(self.data())?;
        Ok(std::os::unix::fs::symlink(other.data().join("run"), self.data().join("run"))?)
    }

    /// What was handed to the desktop to open, oldest first: a link, a telephone number.
    pub fn opened(&self) -> Vec<String> {
        let opened = fs::read_to_string(self.home().join("opened")).unwrap_or_default();
        opened.lines().map(str::to_owned).collect()
    }

    /// The last lines that the app, its station and the webdriver wrote to standard error.
    pub fn log(&self) -> String {
        self.place.last_words("driver")
    }

    /// Locks the keyring, after something was stored in it.
    pub async fn lock_keyring(&self) -> Result<()> {
        keyring::lock(&self.place).await
    }

    /// Sends a signal to every process of this world whose program has this file name; returns how many.
    /// `KILL` is a crash, `STOP` and `CONT` are a process that hangs for a while.
    pub fn signal(&self, program: &str, number: Signal) -> usize {
        signal(&self.home(), program, number)
    }

    /// How many processes of this program run.
    pub fn count(&self, program: &str) -> usize {
        let found = of_home(&self.home());
        found.iter().filter(|found| found.program.file_name().is_some_and(|name| name == program)).count()
    }

    /// Every process of this world: its program and its id.
    pub fn processes(&self) -> Vec<(PathBuf, i32)> {
        let found = of_home(&self.home()).into_iter();
        found.map(|found| (found.program, found.pid.as_raw_nonzero().get())).collect()
    }

    /// The process id that the station has written down.
    pub fn station_pid(&self) -> Option<u32> {
        fs::read_to_string(self.data().join("station.pid")).ok()?.trim().parse().ok()
    }

    /// Tells the station, before it starts, to send its dispatch requests to this receiver.
    pub fn use_webhook(&self, receiver: &webhook::Receiver) -> Result<()> {
        receiver.configure(&self.data())
    }
}

fn spawn(mut command: Command) -> Result<tokio::process::Child> {
    use std::process::Stdio;
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    command.spawn().context("the program cannot be started")
}

impl Drop for World {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("--- what the app and its driver said last ---\n{}", self.log());
        }
        // The screen ends last and politely: it removes its lock, and its number names this world's ports.
        kill_home(&self.home(), SCREEN);
        drop(self.driver.take());
        drop(self.desktop.take());
        if std::env::var_os("MAYDAY_KEEP").is_some()
            && let Some(folder) = self.folder.take()
        {
            eprintln!("kept: {}", folder.keep().display());
        }
    }
}
