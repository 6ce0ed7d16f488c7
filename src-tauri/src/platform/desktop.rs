//! Desktop systems: notifications that stay, and the checks that only Linux needs.

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

/// Shows a notification that stays until it is seen. It may block for as long as the system's
/// notification daemon does, so it runs on a thread of its own.
pub(crate) fn notify(title: String, body: String) {
    let show = move || {
        let mut notification = notify_rust::Notification::new();
        notification.appname("Mayday").summary(&title).body(&body).timeout(notify_rust::Timeout::Never);
        #[cfg(all(unix, not(target_os = "macos")))]
        notification.urgency(notify_rust::Urgency::Critical);
        if let Err(error) = notification.show() {
            tracing::warn!(%error, "the system did not show a notification");
        }
    };
    if let Err(error) = std::thread::Builder::new().name("notify".to_owned()).spawn(show) {
        tracing::warn!(%error, "no thread to show a notification");
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
