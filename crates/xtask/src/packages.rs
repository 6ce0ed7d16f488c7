//! What the system has to provide: known by name for Debian and Ubuntu, in words for the others.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};
use std::{env, io};

use anyhow::{Result, bail, ensure};

use crate::console::{ask, can_ask};
use crate::shell::{execute, program, succeeds};

/// What building and running take; GStreamer's plugins are what the window decodes pictures of cameras with.
const TO_RUN: [&str; 12] = [
    "build-essential",
    "file",
    "gstreamer1.0-libav",
    "gstreamer1.0-plugins-bad",
    "gstreamer1.0-plugins-good",
    "libasound2-dev",
    "libayatana-appindicator3-dev",
    "librsvg2-dev",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "libxdo-dev",
    "pkg-config",
];

/// What tests take besides: a private desktop, a webdriver for the app's webview, readers of cards and codes, and a camera
/// with a decoder.
const TO_TEST: [&str; 18] = [
    "dbus",
    "dbus-x11",
    "dunst",
    "ffmpeg",
    "gcr",
    "gir1.2-gst-rtsp-server-1.0",
    "gnome-keyring",
    "gstreamer1.0-plugins-base",
    "gstreamer1.0-plugins-ugly",
    "libnotify-bin",
    "libsecret-tools",
    "openbox",
    "python3-gi",
    "python3-vobject",
    "python3-zbar",
    "webkit2gtk-driver",
    "wmctrl",
    "xvfb",
];

/// What the pages' checks run in: any of these programs, or the package of the first one.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// How a missing package comes in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Consent {
    /// Ask whoever sits there.
    Ask,
    /// Install it.
    Given,
}

/// Makes sure that building and running find what they need.
pub(crate) fn provide_for_run(consent: Consent) -> Result<()> {
    provide(&TO_RUN, consent)
}

/// Makes sure that tests find what they need.
pub(crate) fn provide_for_test() -> Result<()> {
    let browser: &[&str] = if has_browser() { &[] } else { &BROWSERS[..1] };
    provide(&[&TO_RUN[..], &TO_TEST[..], browser].concat(), Consent::Given)
}

fn has_browser() -> bool {
    env::var_os("CHROMIUM").is_some() || BROWSERS.iter().any(|name| succeeds(program(name).arg("--version")))
}

fn provide(wanted: &[&str], consent: Consent) -> Result<()> {
    if cfg!(target_os = "macos") {
        let found = succeeds(Command::new("xcode-select").arg("-p"));
        ensure!(found, "the developer tools are missing: run `xcode-select --install`, then this again");
        return Ok(());
    }
    if cfg!(windows) {
        eprintln!("This needs the Microsoft C++ Build Tools (\"Desktop development with C++\") and WebView2,");
        eprintln!("which Windows 11 has. If the build fails for want of them, install them and run this again.");
        return Ok(());
    }
    if !succeeds(Command::new("dpkg-query").arg("--version")) {
        eprintln!("This is neither Debian nor Ubuntu: please see that your system has what these packages hold:");
        eprintln!("  {}", wanted.join(" "));
        return Ok(());
    }
    let missing = missing(wanted, &installed(wanted)?);
    if missing.is_empty() {
        eprintln!("No system package is missing.");
        return Ok(());
    }
    install(&missing, consent)
}

/// One line for each package that the system knows: its name and its state.
fn installed(wanted: &[&str]) -> Result<String> {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat=${Package} ${db:Status-Status}\\n"]).args(wanted);
    // It complains about each package that it has never heard of, and fails; its list is right all the same.
    let listed = query.stderr(Stdio::null()).output()?;
    Ok(String::from_utf8_lossy(&listed.stdout).into_owned())
}

/// The wanted packages that the list does not call installed.
fn missing<'a>(wanted: &[&'a str], listed: &str) -> Vec<&'a str> {
    let there: BTreeSet<&str> = listed.lines().filter_map(|line| line.strip_suffix(" installed")).collect();
    wanted.iter().copied().filter(|package| !there.contains(package)).collect()
}

fn install(missing: &[&str], consent: Consent) -> Result<()> {
    let sudo: &[&str] = if is_root() { &[] } else { &["sudo"] };
    let update = [sudo, &["apt-get", "update"]].concat();
    let install = [sudo, &["apt-get", "install", "--yes"], missing].concat();
    eprintln!("Missing system packages. This installs them:\n  {}\n  {}", update.join(" "), install.join(" "));
    if consent == Consent::Ask {
        ensure!(can_ask(), "nobody is here to ask: run the two commands above, or add --yes");
        if !ask("Install them?")? {
            bail!("it cannot be built without them");
        }
    }
    ensure!(sudo.is_empty() || succeeds(Command::new("sudo").arg("--version")), "installing needs root, or sudo");
    for command in [update, install] {
        let mut installs = program(command[0]);
        installs.args(&command[1..]).env("DEBIAN_FRONTEND", "noninteractive");
        // What a benchmark prints is read by programs.
        execute(installs.stdout(Stdio::from(io::stderr())))?;
    }
    Ok(())
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_does_not_list_as_installed_is_missing() {
        let listed = "file installed\nxvfb not-installed\ndunst config-files\ngcr installed\n";
        assert_eq!(missing(&["dunst", "file", "gcr", "openbox", "xvfb"], listed), ["dunst", "openbox", "xvfb"]);
    }

    #[test]
    fn nothing_is_missing_when_everything_is_installed() {
        assert!(missing(&["file"], "file installed\n").is_empty());
    }

    #[test]
    fn no_package_is_wanted_twice() {
        let all: BTreeSet<&str> = TO_RUN.iter().chain(&TO_TEST).copied().collect();
        assert_eq!(all.len(), TO_RUN.len() + TO_TEST.len());
    }
}
