//! Where a world lives on disk, what its programs see of the machine, and where the tested binaries are.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::disk::SmallDisk;

/// The start of every world's folder. Short, because a Unix socket's path has at most 107 bytes.
pub(crate) const PREFIX: &str = "mw-";

/// The app's own folder among everybody's data.
const IDENTIFIER: &str = "dev.mayday.app";

/// The parent of all worlds.
pub(crate) const PARENT: &str = "/tmp";

/// Stands in for the desktop's opener: it writes down what it should have opened.
const OPENER: &str = "#!/bin/sh\nprintf '%s\\n' \"$1\" >> \"$HOME/opened\"\n";

/// A world's folder and environment.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) root: PathBuf,
    pub(crate) env: BTreeMap<String, String>,
    /// A small disk that its data lies on, where it has one.
    pub(crate) disk: Option<Arc<SmallDisk>>,
}

impl Place {
    /// Makes the folders.
    pub(crate) fn furnish(folder: &TempDir) -> Result<Self> {
        let root = folder.path().to_owned();
        fs::set_permissions(&root, fs::Permissions::from_mode(0o700))?;
        for name in ["home", "data", "config", "cache", "run", "logs", "bin"] {
            fs::create_dir(root.join(name))?;
        }
        fs::set_permissions(root.join("run"), fs::Permissions::from_mode(0o700))?;
        write_program(&root.join("bin/xdg-open"), OPENER)?;
        let env = environment(&root);
        Ok(Self { root, env, disk: None })
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.root.join("home")
    }

    pub(crate) fn logs(&self) -> PathBuf {
        self.root.join("logs")
    }

    /// The folder of everybody's data, as the world's own programs see it.
    pub(crate) fn all_data(&self) -> PathBuf {
        self.root.join("data")
    }

    /// The app's data folder, as it is seen from outside.
    pub(crate) fn data(&self) -> PathBuf {
        match &self.disk {
            Some(disk) => disk.outside(IDENTIFIER),
            None => self.all_data().join(IDENTIFIER),
        }
    }

    /// A command that sees this world and nothing else of the machine.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = match &self.disk {
            Some(disk) => {
                let mut command = disk.entering();
                command.arg(program);
                command
            }
            None => Command::new(program),
        };
        command.env_clear().envs(&self.env).current_dir(self.home());
        command
    }

    /// The last lines that a program of this world said.
    pub(crate) fn last_words(&self, name: &str) -> String {
        let said = fs::read(self.logs().join(format!("{name}.log"))).unwrap_or_default();
        let said = String::from_utf8_lossy(&said);
        let lines: Vec<&str> = said.lines().collect();
        lines[lines.len().saturating_sub(40)..].join("\n")
    }
}

/// Writes a file that can be executed.
pub(crate) fn write_program(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text)?;
    Ok(fs::set_permissions(path, fs::Permissions::from_mode(0o755))?)
}

/// A tested binary beside the running test.
pub(crate) fn binary(name: &str) -> Result<PathBuf> {
    let path = build_folder()?.join(name);
    ensure!(path.is_file(), "{} is not built: run `cargo xtask test`, which builds it first", path.display());
    Ok(path)
}

/// Where pictures go: `MAYDAY_SHOTS`, or `tmp/shots` in the target folder.
pub(crate) fn shots() -> Result<PathBuf> {
    let folder = match std::env::var_os("MAYDAY_SHOTS") {
        Some(folder) => PathBuf::from(folder),
        None => build_folder()?.parent().context("a build folder has a parent")?.join("tmp/shots"),
    };
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The folder of the binaries: a test runs as `target/debug/deps/NAME`. `MAYDAY_BINARIES` names another one,
/// for tests of a release build.
fn build_folder() -> Result<PathBuf> {
    if let Some(folder) = std::env::var_os("MAYDAY_BINARIES") {
        return Ok(PathBuf::from(folder));
    }
    let test = std::env::current_exe()?;
    let folder = test.ancestors().find(|folder| folder.join("deps").is_dir());
    Ok(folder.context("the test does not run from a target folder")?.to_owned())
}

fn environment(root: &Path) -> BTreeMap<String, String> {
    let within = |name: &str| root.join(name).display().to_string();
    let mut env = BTreeMap::from([
        ("PATH", search_path(root)),
        ("LANG", "C.UTF-8".to_owned()),
        ("HOME", within("home")),
        ("XDG_DATA_HOME", within("data")),
        ("XDG_CONFIG_HOME", within("config")),
        ("XDG_CACHE_HOME", within("cache")),
        ("XDG_RUNTIME_DIR", within("run")),
        ("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", within("bus"))),
        ("GDK_BACKEND", "x11".to_owned()),
        ("GSETTINGS_BACKEND", "memory".to_owned()),
        ("LIBGL_ALWAYS_SOFTWARE", "1".to_owned()),
        ("NO_AT_BRIDGE", "1".to_owned()),
        ("RUST_BACKTRACE", "1".to_owned()),
    ]);
    // What the tester asks of the tested programs, such as a chattier log, reaches them.
    for name in ["RUST_LOG", "MAYDAY_LOG", "WEBKIT_DISABLE_DMABUF_RENDERER"] {
        if let Ok(value) = std::env::var(name) {
            env.insert(name, value);
        }
    }
    env.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The world's own programs first, then the machine's, then what cargo has installed.
fn search_path(root: &Path) -> String {
    let machine = std::env::var("PATH").unwrap_or_else(|_| "/usr/local/bin:/usr/bin:/bin".to_owned());
    let cargo = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")));
    format!("{}:{machine}:{}/bin", root.join("bin").display(), cargo.unwrap_or_else(|_| "/root/.cargo".to_owned()))
}
