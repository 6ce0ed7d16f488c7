//! A home that its station does not know any more: its records are gone, so nothing of this device reaches anybody
//! until a person has set the home up again. The home as it was last seen is kept for that.

use mayday_protocol::{HomeId, Reason};
use mayday_wire::{NoticeCode, StationLink};

use super::{Controller, Shell};

impl<S: Shell> Controller<S> {
    /// The station says so of this home. An SOS under way goes no further.
    pub(super) fn on_home_unknown(&mut self, of: HomeId) {
        if self.home.as_ref().is_none_or(|home| home.id != of) {
            return;
        }
        if !self.home_is_unknown() {
            tracing::error!("the station does not know this home any more: a person must set it up again");
        }
        self.link = StationLink::HomeUnknown;
        let now = self.clock.now();
        if let Some(sos) = &mut self.sos {
            sos.handle_refusal(vec![Reason::HomeUnknown], now);
        }
    }

    pub(super) fn home_is_unknown(&self) -> bool {
        self.link == StationLink::HomeUnknown
    }

    /// What the person should know, the most pressing first.
    pub(super) fn noticed(&self) -> impl Iterator<Item = NoticeCode> {
        let unknown = self.home_is_unknown().then_some(NoticeCode::HomeUnknown);
        unknown.into_iter().chain(self.notices.iter().copied())
    }
}
