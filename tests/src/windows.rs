//! A person's hand on the desktop's own controls: closing the app's window as its title bar does, and seeing
//! whether it is there.

use anyhow::{Context, Result, ensure};

use crate::World;
use crate::waiting::{PATIENCE, eventually};

/// The title of the app's own window.
const TITLE: &str = "Mayday";

impl World {
    /// Asks the app's window to close, as the cross in its title bar does.
    pub async fn close_window(&self) -> Result<()> {
        let closed = self.command("wmctrl").args(["-F", "-c", TITLE]).output().await;
        let closed = closed.context("wmctrl cannot be started; is its package installed?")?;
        ensure!(closed.status.success(), "there is no window to close");
        Ok(())
    }

    /// Whether the app's window is there, in front or behind others. A hidden one is not.
    pub async fn has_window(&self) -> Result<bool> {
        let list = self.command("wmctrl").arg("-l").output().await.context("wmctrl cannot be started")?;
        Ok(String::from_utf8_lossy(&list.stdout).lines().any(|line| line.ends_with(&format!(" {TITLE}"))))
    }

    /// Waits until the app's window is gone.
    pub async fn window_goes(&self) -> Result<()> {
        eventually("the window is gone", PATIENCE, async || self.has_window().await.map(|there| !there)).await
    }

    /// Waits until the app's window is there.
    pub async fn window_comes(&self) -> Result<()> {
        eventually("the window is there", PATIENCE, async || self.has_window().await).await
    }
}
