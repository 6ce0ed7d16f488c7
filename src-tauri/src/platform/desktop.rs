//! Desktop systems: notifications that stay, and the checks that only Linux needs.

#[cfg(all(unix, not(target_os = "macos")))]
use std::sync::atomic::{AtomicUsize, Ordering};

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

/// Shows it. A click opens what the system thinks fit.
#[cfg(not(all(unix, not(target_os = "macos"))))]
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
