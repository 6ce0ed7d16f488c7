//! A private desktop: screen, window manager, bus and notifications.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use crate::keyring::{self, Keyring};
use crate::place::Place;
use crate::processes::Running;
use crate::waiting::{PATIENCE, eventually};
use crate::{notifications, screen};

/// The screen's server.
pub(crate) const SCREEN: &str = "Xvfb";

/// The running desktop. Its parts end in this order: who draws on the screen before the screen.
pub(crate) struct Desktop {
    keyring: Option<Running>,
    _notifications: Running,
    _windows: Running,
    _bus: Running,
    _screen: Running,
}

impl Desktop {
    /// Starts everything, and adds `DISPLAY` to the place's environment.
    pub(crate) async fn start(place: &mut Place, keyring: Keyring, dark: bool) -> Result<Self> {
        write_appearance(place, dark)?;
        let screen = start_screen(place).await?;
        let bus = start_bus(place).await?;
        let windows = start_window_manager(place).await?;
        let notifications = notifications::start(place).await?;
        let mut desktop =
            Self { keyring: None, _notifications: notifications, _windows: windows, _bus: bus, _screen: screen };
        match keyring {
            Keyring::Unlocked => desktop.keyring = Some(keyring::start(place).await?),
            Keyring::Locked => {
                desktop.keyring = Some(keyring::start(place).await?);
                keyring::lock(place).await?;
            }
            Keyring::Missing => {}
        }
        Ok(desktop)
    }
}

/// Asks something over the bus and returns the printed reply.
pub(crate) async fn bus_says(place: &Place, to: &str, object: &str, method: &str, args: &[&str]) -> Result<String> {
    let mut command = tokio::process::Command::from(place.command("dbus-send"));
    command.args(["--session", "--print-reply", "--reply-timeout=2000", &format!("--dest={to}"), object, method]);
    let reply = command.args(args).kill_on_drop(true).output().await.context("dbus-send cannot be started")?;
    ensure!(reply.status.success(), "{}", String::from_utf8_lossy(&reply.stderr).trim());
    Ok(String::from_utf8_lossy(&reply.stdout).into_owned())
}

/// Whether somebody answers to this name.
pub(crate) async fn is_on_bus(place: &Place, name: &str) -> Result<bool> {
    let method = "org.freedesktop.DBus.NameHasOwner";
    let name = format!("string:{name}");
    Ok(bus_says(place, "org.freedesktop.DBus", "/", method, &[&name]).await?.contains("boolean true"))
}

fn write_appearance(place: &Place, dark: bool) -> Result<()> {
    let folder = place.root.join("config/gtk-3.0");
    fs::create_dir_all(&folder)?;
    let settings = format!("[Settings]\ngtk-application-prefer-dark-theme={}\n", u8::from(dark));
    Ok(fs::write(folder.join("settings.ini"), settings)?)
}

/// The server looks for a free display by itself and says which one it took.
async fn start_screen(place: &mut Place) -> Result<Running> {
    let mut command = place.command(SCREEN);
    command.args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"]);
    command.arg("-fbdir").arg(screen::folder(place)?);
    let mut screen = Running::start("screen", &mut command, &place.logs())?.ended_politely();
    let said = place.logs().join("screen.out");
    let number = eventually("the screen has a number", PATIENCE, async || {
        screen.check_alive()?;
        let said = fs::read_to_string(&said)?;
        Ok::<_, anyhow::Error>(said.strip_suffix('\n').map(str::to_owned))
    })
    .await?;
    place.env.insert("DISPLAY".to_owned(), format!(":{number}"));
    Ok(screen)
}

async fn start_bus(place: &Place) -> Result<Running> {
    let services = place.root.join("services");
    fs::create_dir(&services)?;
    keyring::allow_prompts(&services)?;
    let settings = place.root.join("bus.conf");
    fs::write(&settings, bus_settings(&place.root.join("bus"), &services))?;
    let mut command = place.command("dbus-daemon");
    command.arg("--nofork").arg(format!("--config-file={}", settings.display()));
    let mut bus = Running::start("bus", &mut command, &place.logs())?;
    eventually("the bus answers", PATIENCE, async || {
        bus.check_alive()?;
        is_on_bus(place, "org.freedesktop.DBus").await
    })
    .await?;
    Ok(bus)
}

/// A session bus that starts nothing but what lies in `services`: no keyring, portal or other notification
/// daemon of the machine wakes up behind a test's back.
fn bus_settings(socket: &Path, services: &Path) -> String {
    format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#,
        socket.display(),
        services.display()
    )
}

/// Without one, a webdriver picture of the window never comes.
async fn start_window_manager(place: &Place) -> Result<Running> {
    let ready = place.root.join("windows-ready");
    let mut command = place.command("openbox");
    command.arg("--sm-disable").arg("--startup").arg(format!("touch {}", ready.display()));
    let mut windows = Running::start("windows", &mut command, &place.logs())?;
    eventually("the window manager is up", Duration::from_secs(20), async || {
        windows.check_alive()?;
        Ok::<_, anyhow::Error>(ready.exists())
    })
    .await?;
    Ok(windows)
}
