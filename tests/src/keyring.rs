//! The three keyrings that an app can meet: open, locked behind a prompt, and none.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::desktop::{bus_says, is_on_bus};
use crate::place::Place;
use crate::processes::Running;
use crate::waiting::{PATIENCE, eventually};

/// What the desktop keeps secrets in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keyring {
    /// A keyring that answers at once.
    #[default]
    Unlocked,
    /// A keyring that exists and is locked: reading opens a prompt, and waits as long as nobody answers it.
    Locked,
    /// No keyring daemon, and nothing that would start one.
    Missing,
}

/// Who asks for the keyring's password. The bus starts it when a locked keyring is read.
const PROMPTER: &str = "org.gnome.keyring.SystemPrompter.service";

/// The login keyring on the bus.
const COLLECTION: &str = "/org/freedesktop/secrets/collection/login";

/// Lets the bus start the prompter.
pub(crate) fn allow_prompts(services: &Path) -> Result<()> {
    let installed = Path::new("/usr/share/dbus-1/services").join(PROMPTER);
    fs::copy(installed, services.join(PROMPTER)).context("the keyring's prompter (package gcr) is not installed")?;
    Ok(())
}

/// Starts the daemon, with its login keyring open. The password comes over standard input.
pub(crate) async fn start(place: &Place) -> Result<Running> {
    let mut command = place.command("gnome-keyring-daemon");
    command.args(["--unlock", "--components=secrets", "--foreground"]);
    let mut daemon = Running::start("keyring", &mut command, &place.logs())?;
    daemon.says("mayday")?;
    eventually("the keyring is on the bus", PATIENCE, async || {
        daemon.check_alive()?;
        is_on_bus(place, "org.freedesktop.secrets").await
    })
    .await?;
    eventually("the login keyring is there", PATIENCE, async || Ok::<_, anyhow::Error>(!is_locked(place).await?))
        .await?;
    Ok(daemon)
}

/// Locks the login keyring.
pub(crate) async fn lock(place: &Place) -> Result<()> {
    let collection = format!("array:objpath:{COLLECTION}");
    let method = "org.freedesktop.Secret.Service.Lock";
    bus_says(place, "org.freedesktop.secrets", "/org/freedesktop/secrets", method, &[&collection]).await?;
    eventually("the login keyring is locked", PATIENCE, async || is_locked(place).await).await
}

async fn is_locked(place: &Place) -> Result<bool> {
    let property = ["string:org.freedesktop.Secret.Collection", "string:Locked"];
    let get = "org.freedesktop.DBus.Properties.Get";
    Ok(bus_says(place, "org.freedesktop.secrets", COLLECTION, get, &property).await?.contains("boolean true"))
}
