//! The windows and what stands around them: the app's own, and the phone board's, which is a page of the station and may do nothing.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use mayday_protocol::IncidentId;
use mayday_wire::{AppView, Desktop, HomeView, IncidentView, Language, ViewEvent};
use tauri::{AppHandle, Emitter as _, Manager as _, Url, WebviewUrl, WebviewWindowBuilder, WindowEvent};

use crate::controller::{Handle, Shell, Tick};
use crate::live::Live;
use crate::platform;
use crate::speaker::Speaker;
use crate::tray::{Standing, Tray};
use crate::words::Words;

/// The app's own window.
const MAIN: &str = "main";
/// The phone board's window. No capability names it.
const BOARD: &str = "board";

/// The screen, as the controller knows it.
pub(crate) struct Windows {
    app: AppHandle,
    handle: Handle,
    /// Whether the window asks before it closes.
    guarded: Arc<AtomicBool>,
    tray: Option<Tray>,
    in_tray: Mutex<Option<Standing>>,
    /// The incidents that the window was told last.
    told: Mutex<Vec<IncidentView>>,
    speaker: Mutex<Speaker>,
    live: Live,
}

impl Windows {
    pub(crate) fn new(app: AppHandle, handle: Handle, live: Live, tray: Option<Tray>) -> Self {
        let speaker = Mutex::new(Speaker::new(handle.clone()));
        let (guarded, in_tray, told) = (Arc::default(), Mutex::default(), Mutex::default());
        Self { app, handle, guarded, tray, in_tray, told, speaker, live }
    }

    /// Opens the app's window in a language. It navigates nowhere else, whatever a page asks.
    pub(crate) fn open_main(&self, language: Language) -> tauri::Result<()> {
        let page = format!("app.html?lang={}", language.tag());
        let window = WebviewWindowBuilder::new(&self.app, MAIN, WebviewUrl::App(page.into()))
            .title("Mayday")
            .inner_size(440.0, 860.0)
            .min_inner_size(320.0, 480.0)
            .on_navigation(is_own)
            .build()?;
        #[cfg(target_os = "linux")]
        platform::reload_when_the_web_process_dies(&window)?;
        let handle = self.handle.clone();
        let guarded = self.guarded.clone();
        window.on_window_event(move |event| {
            if let WindowEvent::CloseRequested { api, .. } = event
                && guarded.load(Ordering::SeqCst)
            {
                api.prevent_close();
                handle.close();
            } else if matches!(event, WindowEvent::Destroyed) {
                handle.closed();
            }
        });
        Ok(())
    }

    fn show_in_tray(&self, standing: Standing) {
        let Some(tray) = &self.tray else { return };
        let mut shown = self.in_tray.lock().unwrap_or_else(PoisonError::into_inner);
        if *shown != Some(standing) {
            *shown = Some(standing);
            tray.show(standing);
        }
    }

    /// Leaves the incidents out where the window knows them: a slide is shown sooner without twenty of them.
    fn event(&self, view: &AppView) -> ViewEvent {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let same_incidents = *told == view.incidents;
        if !same_incidents {
            told.clone_from(&view.incidents);
        }
        let incidents = if same_incidents { vec![] } else { told.clone() };
        ViewEvent { view: AppView { incidents, ..view.clone() }, same_incidents }
    }

    fn speaker(&self, order: impl FnOnce(&mut Speaker)) {
        order(&mut self.speaker.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl Shell for Windows {
    fn show(&self, view: &AppView) {
        if let Err(error) = self.app.emit_to(MAIN, "view", self.event(view)) {
            tracing::warn!(%error, "the window was not told");
        }
        self.show_in_tray(Standing::of(view));
    }

    fn hear_incident(&self, home: &HomeView, incident: &IncidentView, begins: bool) {
        if begins {
            self.live.film(home, incident);
        }
        self.live.hear(incident);
    }

    fn speak(&self, words: &'static Words) {
        if let Some(tray) = &self.tray {
            let shown = *self.in_tray.lock().unwrap_or_else(PoisonError::into_inner);
            tray.speak(words, shown.unwrap_or(Standing::NoHome));
        }
    }

    fn come_to_front(&self) {
        if let Some(window) = self.app.get_webview_window(MAIN) {
            let _ = window.unminimize();
            let _ = window.show();
            let _ = window.set_focus();
        }
    }

    fn open_board(&self, link: Url) {
        let app = self.app.clone();
        let opened = self.app.run_on_main_thread(move || {
            if let Err(error) = open_board(&app, link) {
                tracing::warn!(%error, "the phone board's window did not open");
            }
        });
        if let Err(error) = opened {
            tracing::warn!(%error, "the phone board's window did not open");
        }
    }

    fn hide(&self) {
        if let Some(window) = self.app.get_webview_window(MAIN) {
            let _ = window.hide();
        }
    }

    fn guard(&self, guarded: bool) {
        self.guarded.store(guarded, Ordering::SeqCst);
    }

    fn notify(&self, title: String, body: String, incident: Option<IncidentId>) {
        let handle = self.handle.clone();
        platform::notify(title, body, move || handle.tick_from_thread(Tick::Open(incident)));
    }

    fn desktop(&self) -> Desktop {
        platform::desktop()
    }

    fn look_for_speakers(&self) {
        self.speaker(Speaker::look);
    }

    fn sound_siren(&self) {
        self.speaker(Speaker::sound);
    }

    fn stop_siren(&self) {
        self.speaker(Speaker::stop);
    }

    fn exit(&self) {
        self.app.exit(0);
    }
}

fn open_board(app: &AppHandle, link: Url) -> tauri::Result<()> {
    if let Some(board) = app.get_webview_window(BOARD) {
        board.navigate(link)?;
        return board.set_focus();
    }
    let origin = link.origin();
    let mut builder = WebviewWindowBuilder::new(app, BOARD, WebviewUrl::External(link))
        .title("Demo phone board")
        .inner_size(420.0, 820.0)
        .min_inner_size(320.0, 480.0)
        .focused(false)
        .on_navigation(move |url| url.origin() == origin);
    if let Some((x, y)) = beside(app) {
        builder = builder.position(x, y);
    }
    let _board = builder.build()?;
    #[cfg(target_os = "linux")]
    platform::reload_when_the_web_process_dies(&_board)?;
    Ok(())
}

/// To the right of the app's own window.
fn beside(app: &AppHandle) -> Option<(f64, f64)> {
    let main = app.get_webview_window(MAIN)?;
    let scale = main.scale_factor().ok()?;
    let position = main.outer_position().ok()?.to_logical::<f64>(scale);
    let size = main.outer_size().ok()?.to_logical::<f64>(scale);
    Some((position.x + size.width + 8.0, position.y))
}

fn is_own(url: &Url) -> bool {
    url.scheme() == "tauri" || (cfg!(windows) && url.host_str() == Some("tauri.localhost"))
}
