//! Desktop systems: notifications that stay, and the checks that only Linux needs.

#[cfg(all(unix, not(target_os = "macos")))]
use std::sync::atomic::{AtomicUsize, Ordering};

use mayday_wire::Desktop;

/// Whether a window can be opened.
#[cfg(target_os = "linux")]
pub(crate) fn has_display() -> bool {
    gtk::init().is_ok()
}

/// Whether a window can be opened.
#[cfg(not(target_os = "linux"))]
pub(crate) fn has_display() -> bool {
    true
}

/// The system that shows this computer's notifications.
#[cfg(target_os = "macos")]
pub(crate) const fn desktop() -> Desktop {
    Desktop::Mac
}

/// The system that shows this computer's notifications.
#[cfg(windows)]
pub(crate) const fn desktop() -> Desktop {
    Desktop::Windows
}

/// The system that shows this computer's notifications, as its session calls itself.
#[cfg(all(unix, not(target_os = "macos")))]
pub(crate) fn desktop() -> Desktop {
    named(&std::env::var("XDG_CURRENT_DESKTOP").unwrap_or_default())
}

/// A session may list several names, the most exact one first.
#[cfg(all(unix, not(target_os = "macos")))]
fn named(session: &str) -> Desktop {
    let known = |name: &str| match name.to_ascii_lowercase().as_str() {
        "gnome" => Some(Desktop::Gnome),
        "kde" => Some(Desktop::Kde),
        _ => None,
    };
    session.split(':').find_map(known).unwrap_or(Desktop::Other)
}

/// Notifications whose click is waited for: each costs a thread, until it is clicked or gone.
#[cfg(all(unix, not(target_os = "macos")))]
const CLICKABLE: usize = 16;
#[cfg(all(unix, not(target_os = "macos")))]
static WAITING: AtomicUsize = AtomicUsize::new(0);

/// Shows a notification that stays until it is seen. It may block for as long as the system's
/// notification daemon does, so it runs on a thread of its own.
pub(crate) fn notify(title: String, body: String, clicked: impl FnOnce() + Send + 'static) {
    let show = move || {
        let mut notification = notify_rust::Notification::new();
        notification.appname("Mayday").summary(&title).body(&body).timeout(notify_rust::Timeout::Never);
        show(notification, clicked);
    };
    if let Err(error) = std::thread::Builder::new().name("notify".to_owned()).spawn(show) {
        tracing::warn!(%error, "no thread to show a notification");
    }
}

/// Shows it and waits for its click, unless too many are waited for already.
#[cfg(all(unix, not(target_os = "macos")))]
fn show(mut notification: notify_rust::Notification, clicked: impl FnOnce()) {
    notification.urgency(notify_rust::Urgency::Critical);
    let waits = WAITING.fetch_add(1, Ordering::SeqCst) < CLICKABLE;
    if waits {
        notification.action("default", "Open");
    }
    match notification.show() {
        Ok(shown) if waits => shown.wait_for_action(|action| {
            if action == "default" {
                clicked();
            }
        }),
        Ok(_) => {}
        Err(error) => tracing::warn!(%error, "the system did not show a notification"),
    }
    WAITING.fetch_sub(1, Ordering::SeqCst);
}

/// Shows it, and waits for its click. Windows has a kind that breaks through by itself, which this library cannot ask
/// for: the *reminder* stays on the screen, and the list of priority notifications lets it through. It takes a button
/// to be one. Under its own name it stands in that list; a program that was not installed has none.
#[cfg(windows)]
fn show(mut notification: notify_rust::Notification, clicked: impl FnOnce()) {
    notification.urgency(notify_rust::Urgency::Critical).action("default", "Open");
    if is_installed() {
        notification.app_id(APP_ID);
    }
    match notification.show() {
        Ok(shown) => shown.wait_for_action(|action| {
            if action == "default" {
                clicked();
            }
        }),
        Err(error) => tracing::warn!(%error, "the system did not show a notification"),
    }
}

/// The name under which the installer makes the app known; the configuration has the same.
#[cfg(windows)]
const APP_ID: &str = "dev.mayday.app";

/// Whether it was put there by the installer, and not by a build.
#[cfg(windows)]
fn is_installed() -> bool {
    let program = std::env::current_exe().unwrap_or_default();
    !program.components().any(|part| part.as_os_str() == "target")
}

/// Shows it. A click opens what the system thinks fit.
#[cfg(target_os = "macos")]
fn show(notification: notify_rust::Notification, _clicked: impl FnOnce()) {
    if let Err(error) = notification.show() {
        tracing::warn!(%error, "the system did not show a notification");
    }
}

/// Loads the page again when its process was killed: the controller still knows everything.
#[cfg(target_os = "linux")]
pub(crate) fn reload_when_the_web_process_dies(window: &tauri::WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt as _;
    window.with_webview(|webview| {
        webview.inner().connect_web_process_terminated(|view, reason| {
            tracing::warn!(?reason, "the window's web process ended and is started again");
            view.reload();
        });
    })
}

#[cfg(all(test, unix, not(target_os = "macos")))]
mod tests {
    use super::*;

    /// proves: O4
    #[test]
    fn a_session_is_known_by_any_of_its_names() {
        assert_eq!(named("ubuntu:GNOME"), Desktop::Gnome);
        assert_eq!(named("KDE"), Desktop::Kde);
        assert_eq!(named("XFCE"), Desktop::Other);
        assert_eq!(named(""), Desktop::Other);
    }
}
