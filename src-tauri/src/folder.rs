//! Where this device keeps its files, and how a file is replaced so that a crash leaves the old or the new one.

use std::fs::{self, File, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use anyhow::Context;
use mayday_wire::{HomeView, SetUpDraft};
use serde::Serialize;

use crate::station::Membership;

/// The app's data folder, shared with the station that it starts.
#[derive(Clone, Debug)]
pub(crate) struct Folder(PathBuf);

/// Held for as long as the app runs: one app per folder.
pub(crate) struct Lock {
    _file: File,
}

impl Folder {
    /// The user's own folder for this app.
    pub(crate) fn of(identifier: &str) -> anyhow::Result<Self> {
        let data = dirs::data_dir().context("this user has no folder for data")?;
        let folder = data.join(identifier);
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        if let Err(error) = restrict(&folder) {
            // On a protected disk the window still has to open: it is where a person learns of it.
            tracing::warn!(error = format!("{error:#}"), "the data folder may be open to others");
        }
        Ok(Self(folder))
    }

    /// A folder of a test.
    #[cfg(test)]
    pub(crate) fn at(path: &Path) -> Self {
        Self(path.to_owned())
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn socket(&self) -> PathBuf {
        self.0.join("run").join("station.sock")
    }

    /// Where a second start of the app knocks.
    pub(crate) fn front_door(&self) -> PathBuf {
        self.0.join("app.sock")
    }

    /// `None`: the app is already open.
    pub(crate) fn lock(&self) -> anyhow::Result<Option<Lock>> {
        let file = File::options().create(true).append(true).open(self.0.join("app.lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Lock { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error).context("cannot lock the data folder"),
        }
    }

    /// The home as the station last described it, so that SOS is decided without a round trip.
    pub(crate) fn read_home(&self) -> Option<HomeView> {
        let text = fs::read(self.home_file()).ok()?;
        serde_json::from_slice(&text)
            .inspect_err(|error| tracing::warn!(%error, "the kept home cannot be read; the station is asked"))
            .ok()
    }

    /// Where the home is kept.
    pub(crate) fn home_file(&self) -> PathBuf {
        self.0.join("home.json")
    }

    /// What this device is in its home. Unreadable, it is an owner's beside the station: then the station says who it is.
    pub(crate) fn read_membership(&self) -> Option<Membership> {
        let text = fs::read(self.membership_file()).ok()?;
        serde_json::from_slice(&text)
            .inspect_err(|error| tracing::error!(%error, "where the home's station is cannot be read: pair again"))
            .ok()
    }

    /// Where it is kept what this device is in its home, and where the station is.
    pub(crate) fn membership_file(&self) -> PathBuf {
        self.0.join("membership.json")
    }

    /// Where the settings of this device are kept.
    pub(crate) fn settings_file(&self) -> PathBuf {
        self.0.join("settings.json")
    }

    /// Where it is kept where the cameras of this device are.
    pub(crate) fn cameras_file(&self) -> PathBuf {
        self.0.join("cameras.json")
    }

    /// Where the last pictures of cameras are kept.
    pub(crate) fn stills(&self) -> PathBuf {
        self.0.join("stills")
    }

    /// Where clips are kept.
    pub(crate) fn clips(&self) -> PathBuf {
        self.0.join("clips")
    }

    /// Where a set-up that was left before its end is kept.
    pub(crate) fn draft_file(&self) -> PathBuf {
        self.0.join("set-up.json")
    }

    /// The set-up that was left before its end.
    pub(crate) fn read_draft(&self) -> Option<SetUpDraft> {
        let text = fs::read(self.draft_file()).ok()?;
        serde_json::from_slice(&text)
            .inspect_err(|error| tracing::warn!(%error, "a set-up that was left cannot be read; it begins anew"))
            .ok()
            .flatten()
    }

    /// Where the pictures of the tray icon are handed to the desktop.
    pub(crate) fn tray(&self) -> PathBuf {
        self.0.join("tray")
    }
}

/// Keeps the newest of something in one file, on a thread of its own: a slow disk holds no countdown up.
pub(crate) struct Keeper<T>(Option<Sender<Option<T>>>);

impl<T: Serialize + Send + 'static> Keeper<T> {
    pub(crate) fn start(name: &str, file: PathBuf) -> Self {
        let (values, inbox) = channel::<Option<T>>();
        let writer = move || {
            for value in inbox {
                let kept = value.map_or_else(|| forget(&file), |value| keep(&file, &value));
                if let Err(error) = kept {
                    let (file, error) = (file.display(), format!("{error:#}"));
                    tracing::warn!(%file, error, "this could not be kept on this device");
                }
            }
        };
        let thread = thread::Builder::new().name(name.to_owned()).spawn(writer);
        Self(thread.is_ok().then_some(values))
    }

    /// Keeps it in its turn. Without a thread it is forgotten with the app.
    pub(crate) fn keep(&self, value: T) {
        if let Some(values) = &self.0 {
            // The writer ends only with this sender.
            let _ = values.send(Some(value));
        }
    }

    /// Forgets what was kept, in its turn.
    pub(crate) fn forget(&self) {
        if let Some(values) = &self.0 {
            let _ = values.send(None);
        }
    }
}

/// Writes a value as the whole of a file.
pub(crate) fn keep(file: &Path, value: &impl Serialize) -> anyhow::Result<()> {
    replace(file, &serde_json::to_vec(value)?)
}

fn forget(file: &Path) -> anyhow::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Writes beside, syncs, renames: afterwards the file is whole, before it is the old one.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let beside = path.with_extension("new");
    let mut file = File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_data()?;
    fs::rename(&beside, path)?;
    Ok(())
}

#[cfg(unix)]
fn restrict(folder: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).context("cannot keep the folder to this user")
}

#[cfg(not(unix))]
fn restrict(_folder: &Path) -> anyhow::Result<()> {
    Ok(())
}
