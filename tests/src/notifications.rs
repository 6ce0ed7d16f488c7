//! The notifications that a world's desktop has shown, oldest first.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::World;
use crate::desktop::is_on_bus;
use crate::place::{Place, write_program};
use crate::processes::Running;
use crate::waiting::{PATIENCE, eventually};

/// How loud a notification is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// Worth a look some time.
    Low,
    /// The usual.
    Normal,
    /// Stays until somebody has seen it.
    Critical,
}

/// A notification, as the desktop was told it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    /// How loud.
    pub urgency: Urgency,
    /// The program's name.
    pub app: String,
    /// The first line.
    pub summary: String,
    /// The rest.
    pub body: String,
}

/// The daemon calls this for each notification. Unit and record separators, because a body has lines.
const WRITER: &str = r#"#!/bin/sh
printf '%s\037%s\037%s\037%s\036' "$DUNST_URGENCY" "$DUNST_APP_NAME" "$DUNST_SUMMARY" "$DUNST_BODY" >> "$HOME/notifications"
"#;

/// Every notification so far.
pub fn notifications(world: &World) -> Vec<Notification> {
    let log = fs::read_to_string(world.home().join("notifications")).unwrap_or_default();
    log.split_terminator('\x1e').filter_map(parse).collect()
}

/// Clicks on the newest notification that is on the screen.
pub async fn click_newest(world: &World) -> Result<()> {
    let clicked =
        world.command("dunstctl").args(["action", "0"]).output().await.context("dunstctl cannot be started")?;
    ensure!(clicked.status.success(), "{}", String::from_utf8_lossy(&clicked.stderr));
    Ok(())
}

pub(crate) async fn start(place: &Place) -> Result<Running> {
    let writer = place.root.join("bin/write-notification");
    write_program(&writer, WRITER)?;
    let settings = place.root.join("dunst.conf");
    fs::write(&settings, format!("[all]\nsummary=\"*\"\nscript={}\n", writer.display()))?;
    let mut command = place.command("dunst");
    command.arg("-conf").arg(&settings);
    let mut daemon = Running::start("notifications", &mut command, &place.logs())?;
    eventually("the notification daemon is on the bus", PATIENCE, async || {
        daemon.check_alive()?;
        is_on_bus(place, "org.freedesktop.Notifications").await
    })
    .await?;
    Ok(daemon)
}

fn parse(record: &str) -> Option<Notification> {
    let mut fields = record.split('\x1f').map(str::to_owned);
    let urgency = match fields.next()?.as_str() {
        "LOW" => Urgency::Low,
        "CRITICAL" => Urgency::Critical,
        _ => Urgency::Normal,
    };
    Some(Notification { urgency, app: fields.next()?, summary: fields.next()?, body: fields.next()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_with_lines_in_its_body_is_read_whole() {
        let read = parse("CRITICAL\x1fMayday\x1fDemo: police requested\x1fOne\nTwo").expect("the record is whole");
        assert_eq!((read.urgency, read.app.as_str(), read.body.as_str()), (Urgency::Critical, "Mayday", "One\nTwo"));
    }

    #[test]
    fn half_a_record_is_none() {
        assert_eq!(parse("LOW\x1fMayday"), None);
    }
}
