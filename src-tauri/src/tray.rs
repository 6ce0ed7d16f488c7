//! The tray icon, where the desktop has a place for one. It shows how things stand and opens the window; it
//! sends, cancels and decides nothing. Where there is no such place the app is the same without it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use mayday_protocol::Kind;
use mayday_protocol::plan::Course;
use mayday_wire::{AppView, Mode, SosPhase, StationLink};
use tauri::AppHandle;
use tauri::image::Image;
use tauri::menu::{Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::{TrayIcon, TrayIconBuilder};

use crate::controller::{Handle, is_open};
use crate::words::Words;

/// The entries that can be chosen.
const OPEN: &str = "open";
const QUIT: &str = "quit";
/// Red, green, blue, opacity of the mark beside the shield.
const AMBER: [u8; 4] = [0xf2, 0x9d, 0x1f, 0xff];

/// How things stand, as far as a small icon can say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// No home is set up.
    NoHome,
    /// The station answers, and this home may send an SOS.
    Ready(Mode),
    /// The station answers, and this home may not send an SOS.
    NotEligible(Mode),
    /// The station does not answer, or has not yet.
    NoStation(Mode),
    /// A signal of this device is on its way.
    Countdown(Mode, Course, Kind),
    /// An incident is open.
    Incident(Mode, Course, Kind),
}

impl Standing {
    pub(crate) fn of(view: &AppView) -> Self {
        let Some(home) = &view.home else { return Self::NoHome };
        let under_way = view.sos.as_ref().filter(|sos| is_under_way(sos.phase));
        if let Some(sos) = under_way {
            let course = match (sos.drill, home.practice) {
                (true, _) => Course::Drill,
                (false, Some(_)) => Course::Practice,
                (false, None) => Course::Full,
            };
            return Self::Countdown(home.mode, course, sos.kind);
        }
        let open = view.incidents.iter().find(|incident| is_open(incident.phase));
        match (open, view.station) {
            (_, StationLink::HomeUnknown) => Self::NotEligible(home.mode),
            (Some(incident), _) => Self::Incident(home.mode, incident.plan.course, incident.kind),
            (None, StationLink::Reachable) if view.reasons.is_empty() => Self::Ready(home.mode),
            (None, StationLink::Reachable | StationLink::Revoked) => Self::NotEligible(home.mode),
            (None, StationLink::None | StationLink::Connecting | StationLink::Unreachable) => {
                Self::NoStation(home.mode)
            }
        }
    }

    /// Whether something is under way that a person should see at a glance.
    const fn is_marked(self) -> bool {
        match self {
            Self::Countdown(..) | Self::Incident(..) => true,
            Self::NoHome | Self::Ready(_) | Self::NotEligible(_) | Self::NoStation(_) => false,
        }
    }
}

const fn is_under_way(phase: SosPhase) -> bool {
    match phase {
        SosPhase::Counting
        | SosPhase::Committing
        | SosPhase::Cancelling
        | SosPhase::Asking
        | SosPhase::Waiting
        | SosPhase::TooOld => true,
        SosPhase::Committed | SosPhase::CancelledTooLate | SosPhase::Cancelled | SosPhase::Refused => false,
    }
}

/// The icon and the line at the top of its menu.
#[derive(Clone)]
pub(crate) struct Tray {
    app: AppHandle,
    icon: TrayIcon,
    line: MenuItem<tauri::Wry>,
    open: MenuItem<tauri::Wry>,
    quit: MenuItem<tauri::Wry>,
    words: Arc<Mutex<&'static Words>>,
}

impl Tray {
    /// `None` where there is no tray, or where the system's library for one is missing.
    pub(crate) fn start(app: &AppHandle, handle: Handle, pictures: PathBuf, words: &'static Words) -> Option<Self> {
        // On Linux the library is looked for at run time, and a missing one is a panic of the crate that looks.
        let built = catch_unwind(AssertUnwindSafe(|| build(app, handle, pictures, words)));
        match built {
            Ok(Ok(tray)) => Some(tray),
            Ok(Err(error)) => {
                tracing::info!(%error, "there is no tray icon");
                None
            }
            Err(_) => {
                tracing::info!("there is no tray icon: the system has no library for one");
                None
            }
        }
    }

    /// Goes on in another language.
    pub(crate) fn speak(&self, words: &'static Words, standing: Standing) {
        *self.words.lock().unwrap_or_else(PoisonError::into_inner) = words;
        self.show(standing);
    }

    /// Shows how things stand. Comes back at once: the desktop is told on the window's own thread.
    pub(crate) fn show(&self, standing: Standing) {
        let tray = self.clone();
        let told = self.app.run_on_main_thread(move || {
            if let Err(error) = tray.draw(standing) {
                tracing::warn!(%error, "the tray icon was not changed");
            }
        });
        if let Err(error) = told {
            tracing::warn!(%error, "the tray icon was not changed");
        }
    }

    fn draw(&self, standing: Standing) -> tauri::Result<()> {
        let words = *self.words.lock().unwrap_or_else(PoisonError::into_inner);
        let line = words.tray(standing);
        self.line.set_text(&line)?;
        self.open.set_text(words.open)?;
        self.quit.set_text(words.quit)?;
        self.icon.set_tooltip(Some(&line))?;
        // Beside the icon there is room for one word, and for nothing when all is calm.
        self.icon.set_title(standing.is_marked().then_some("SOS"))?;
        self.icon.set_icon(Some(picture(standing)))
    }
}

fn build(app: &AppHandle, handle: Handle, pictures: PathBuf, words: &'static Words) -> tauri::Result<Tray> {
    let calm = words.tray(Standing::NoHome);
    let line = MenuItem::with_id(app, "standing", &calm, false, None::<&str>)?;
    let open = MenuItem::with_id(app, OPEN, words.open, true, None::<&str>)?;
    let quit = MenuItem::with_id(app, QUIT, words.quit, true, None::<&str>)?;
    let menu = Menu::with_items(app, &[&line, &PredefinedMenuItem::separator(app)?, &open, &quit])?;
    let icon = TrayIconBuilder::with_id("mayday")
        .icon(picture(Standing::NoHome))
        .temp_dir_path(pictures)
        .tooltip(&calm)
        .menu(&menu)
        .on_menu_event(move |_, event| match event.id().as_ref() {
            OPEN => handle.open(),
            QUIT => handle.quit(),
            _ => {}
        })
        .build(app)?;
    Ok(Tray { app: app.clone(), icon, line, open, quit, words: Arc::new(Mutex::new(words)) })
}

/// The shield; with an amber dot at its foot while something is under way.
fn picture(standing: Standing) -> Image<'static> {
    let shield = tauri::include_image!("../icons/generated/32x32.png");
    if !standing.is_marked() {
        return shield;
    }
    let (width, height) = (shield.width(), shield.height());
    let radius = width / 5;
    let (x0, y0) = (width - radius - 1, height - radius - 1);
    let mut pixels = shield.rgba().to_vec();
    for (n, pixel) in (0..).zip(pixels.as_chunks_mut::<4>().0) {
        let (x, y): (u32, u32) = (n % width, n / width);
        if x.abs_diff(x0).pow(2) + y.abs_diff(y0).pow(2) <= radius.pow(2) {
            *pixel = AMBER;
        }
    }
    Image::new_owned(pixels, width, height)
}

#[cfg(test)]
mod tests {
    use mayday_wire::Language;

    use super::*;
    use crate::words;

    #[test]
    fn the_icon_is_marked_while_something_is_under_way_and_only_then() {
        let amber = |standing| {
            let picture = picture(standing);
            picture.rgba().as_chunks::<4>().0.iter().filter(|pixel| **pixel == AMBER).count()
        };
        assert_eq!([Standing::NoHome, Standing::Ready(Mode::Demo)].map(amber), [0, 0]);
        assert!(amber(Standing::Countdown(Mode::Demo, Course::Full, Kind::SosFire)) > 50);
        assert!(amber(Standing::Incident(Mode::Demo, Course::Full, Kind::SirenOnly)) > 50);
    }

    #[test]
    fn the_tray_of_a_demo_says_demo_first() {
        let demo = Mode::Demo;
        let all = [
            Standing::Ready(demo),
            Standing::NotEligible(demo),
            Standing::NoStation(demo),
            Standing::Countdown(demo, Course::Full, Kind::SosPolice),
            Standing::Incident(demo, Course::Full, Kind::SirenOnly),
        ];
        for (language, mark) in Language::ALL.into_iter().zip(["Demo · ", "Demo · ", "Démo · "]) {
            let says = |standing| words::of(language).tray(standing);
            assert!(all.map(says).iter().all(|line| line.starts_with(mark)), "{language:?}");
        }
    }
}
