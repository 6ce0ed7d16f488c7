//! Whether this computer's own alerts are seen: a test alert takes the way of every other one, and the person says
//! what became of it (O4).

use mayday_protocol::IncidentId;
use mayday_wire::{AlertAnswer, AlertsView, Desktop, ErrorCode};

use super::intents::Taken;
use super::{Controller, Shell};

/// What is asked, and where.
pub(super) struct Alerts {
    desktop: Desktop,
    asked: bool,
}

impl Alerts {
    pub(super) const fn on(desktop: Desktop) -> Self {
        Self { desktop, asked: false }
    }
}

impl<S: Shell> Controller<S> {
    /// It is about no incident, so a click on it opens the window as it is.
    pub(super) fn try_alerts(&mut self) -> Taken {
        const NO_INCIDENT: Option<IncidentId> = None;
        let (title, body) = self.words.test_alert(self.home.as_ref().map(|home| home.mode));
        self.shell.notify(title, body, NO_INCIDENT);
        self.alerts.asked = true;
        Ok(())
    }

    /// Only an answer to a question is kept.
    pub(super) fn say_alert(&mut self, seen: bool) -> Taken {
        if !std::mem::take(&mut self.alerts.asked) {
            return Err(ErrorCode::NotNow.into());
        }
        let answer = AlertAnswer { seen, at_ms: self.clock.now().wall_ms() };
        self.choose(|settings| settings.alert = Some(answer))
    }

    pub(super) fn alerts_view(&self) -> AlertsView {
        AlertsView { desktop: self.alerts.desktop, asked: self.alerts.asked, answer: self.settings.alert }
    }
}
