//! What takes a signal back, or asks to: a cancel in the hold, a disarm, a cancel in the app; and what asks for help
//! all the same.

use super::{
    CancelEffect, Code, Consequence, DispatchMessage, DispatchOrder, DispatchRequest, DispatchState, Ending, Event,
    Incident, State,
};
use crate::ids::DeviceId;
use crate::plan::{CancelInApp, Course, Disarm, Opens, Service};
use crate::sos::HOLD_MS;
use crate::time::{Time, Timer};

/// For how long the device that slid may still ask for help after a contact's cancel (E10).
pub const STILL_NEED_HELP_MS: u64 = 600_000;

/// Two slides that were cancelled within this time are shown to the other members at once (C7).
pub const CANCELLED_TWICE_MS: u64 = 600_000;

impl Incident {
    /// Under duress what was slid for stays asked for, elsewhere and in silence; the screen shows a cancel (C7, J4).
    pub(super) fn on_cancel(&mut self, device: DeviceId, cancelled_after_ms: u64, code: Code) {
        let cancels = self.would_cancel(device, cancelled_after_ms);
        if code == Code::Duress {
            let in_full = self.acceptance.plan.course == Course::Full;
            let keep = if cancels && in_full { self.wanted() } else { vec![] };
            self.cause(Consequence::Duress { keep });
        }
        if cancels {
            self.end_all_calls();
            self.stop_siren();
            self.close(Ending::CancelledOnDevice, Event::CancelledInHold);
        }
    }

    /// Whether a cancel of this device, pressed then, would take the signal back now.
    pub fn would_cancel(&self, device: DeviceId, cancelled_after_ms: u64) -> bool {
        // What a hub has raised is taken back by a code, never by the word of a device alone.
        if self.acceptance.plan.opens != Opens::AfterFiveSeconds || self.acceptance.trigger.is_some() {
            return false;
        }
        let in_hold = matches!(self.state, State::Held { .. });
        // Pressed in time, delivered late, and nothing irrevocable has happened (DESIGN §3, point 6).
        let still_counts = self.is_open()
            && !self.commit_received
            && cancelled_after_ms < HOLD_MS
            && Some(device) == self.acceptance.device
            && !self.has_taken_in()
            && !self.dispatch_started();
        in_hold || still_counts
    }

    /// Whether another slide was taken in, which this one's late cancel would take back with it (A10).
    fn has_taken_in(&self) -> bool {
        !self.added.is_empty() || self.dispatches().len() > 1
    }

    /// The alarm was disarmed, at the keypad or in the app: that home's siren is silenced in every kind (D6).
    pub(super) fn on_disarm(&mut self, code: Code) {
        self.stop_siren();
        if !self.is_open() || self.is_a_slide_that_is_held() {
            return;
        }
        let effect = match self.acceptance.plan.disarm {
            Disarm::NoEffect => CancelEffect::Nothing,
            Disarm::Cancels => self.cancel_or_pass_on(code),
            Disarm::PassedOn => self.pass_on(code),
        };
        self.record_effect(Event::Disarmed { effect }, effect);
    }

    pub(super) fn on_cancel_in_app(&mut self, code: Code) {
        if !self.is_open() || self.is_a_slide_that_is_held() {
            return;
        }
        let effect = match self.acceptance.plan.cancel_in_app {
            CancelInApp::NoEffect => CancelEffect::Nothing,
            CancelInApp::AsDisarm => {
                self.stop_siren();
                self.cancel_or_pass_on(code)
            }
            CancelInApp::PassedOn => self.pass_on(code),
            CancelInApp::StopsSiren => {
                self.stop_siren();
                CancelEffect::SirenOnly
            }
        };
        self.record_effect(Event::CancelledInApp { effect }, effect);
    }

    /// Says what a disarm or cancel came to, and then ends what it ended.
    fn record_effect(&mut self, event: Event, effect: CancelEffect) {
        match effect {
            CancelEffect::Cancelled => self.close(Ending::Disarmed, event),
            CancelEffect::PassedOn | CancelEffect::SirenOnly | CancelEffect::Nothing => self.record(event),
        }
    }

    /// A slide's hold has a cancel of its own, and a disarm means the alarm.
    fn is_a_slide_that_is_held(&self) -> bool {
        matches!(self.state, State::Held { .. }) && self.acceptance.trigger.is_none()
    }

    /// Cancels until a dispatch attempt has started (F7). Under duress what was asked for stays asked for, elsewhere.
    fn cancel_or_pass_on(&mut self, code: Code) -> CancelEffect {
        if self.dispatch_started() {
            return self.pass_on(code);
        }
        if code == Code::Duress {
            let keep = self.ordered();
            self.cause(Consequence::Duress { keep });
        }
        self.end_all_calls();
        CancelEffect::Cancelled
    }

    /// Services of dispatch requests that are ordered, and that end with this incident.
    fn ordered(&self) -> Vec<Service> {
        self.dispatches().iter().map(|dispatch| dispatch.request.service).collect()
    }

    /// Notes that the household asks to cancel, and tells whoever was asked to come. Under duress the household is
    /// told the same, and nobody calls responders back.
    fn pass_on(&mut self, code: Code) -> CancelEffect {
        match code {
            Code::Duress => self.cause(Consequence::Duress { keep: vec![] }),
            Code::Normal if self.cancel_passed_on => {}
            Code::Normal => {
                self.cancel_passed_on = true;
                self.pass_on_to_started();
            }
        }
        CancelEffect::PassedOn
    }

    fn pass_on_to_started(&mut self) {
        let started = |state: DispatchState| !matches!(state, DispatchState::Ordered { .. });
        let requests: Vec<_> = self.dispatches().iter().filter(|it| started(it.state)).map(|it| it.request).collect();
        for request in requests {
            self.pass_cancel_on(request);
        }
    }

    /// Passes on to the receiver of one request that the household asks to cancel.
    pub(super) fn pass_cancel_on(&mut self, request: DispatchRequest) {
        if let Some(proof) = self.acceptance.plan.course.may_dispatch() {
            self.dispatch(DispatchOrder::new(request, DispatchMessage::CancelAsked, proof));
        }
    }

    /// Whether a cancel waits for the first attempt of a request, to be passed on to its receiver.
    pub(super) const fn passes_cancel_on(&self) -> bool {
        self.cancel_passed_on
    }

    pub(super) fn offer_help_still(&mut self, now: Time) {
        self.still_need_help = Some(Timer::new(now, STILL_NEED_HELP_MS));
    }

    /// For how long the device that slid may still ask for help (E10), in milliseconds.
    pub fn still_need_help_ms(&self, now: Time) -> Option<u64> {
        self.still_need_help.map(|timer| timer.remaining_ms(now)).filter(|ms| *ms > 0)
    }

    /// "Don't ring me, send now" (E9), "Send police" (F10) and "I still need help" (E10): help, at once.
    pub(super) fn on_send_now(&mut self, device: DeviceId, now: Time) {
        let slid_here = Some(device) == self.acceptance.device && self.acceptance.plan.kind.is_slid();
        let first = self.acceptance.contacts.first().copied();
        match &self.state {
            State::Contacting { .. } if slid_here => {
                self.record(Event::SendNow);
                self.end_all_calls();
                self.respond(first, now);
            }
            State::NobodySent { .. } => {
                self.record(Event::SendNow);
                self.respond(None, now);
            }
            State::Closed(Ending::CancelledByContact) if slid_here && self.still_need_help_ms(now).is_some() => {
                self.still_need_help = None;
                self.withdrawn = 0;
                self.record(Event::StillNeedHelp);
                self.respond(None, now);
            }
            State::Held { .. }
            | State::Contacting { .. }
            | State::Responding(_)
            | State::SirenAlone
            | State::Joined { .. }
            | State::Closed(_) => {}
        }
    }

    /// A person says that it is over (A11). A request that nobody has confirmed is still being chased.
    pub(super) fn on_over(&mut self) {
        let State::Responding(responding) = &self.state else { return };
        if responding.dispatches.iter().all(|dispatch| dispatch.state == DispatchState::Confirmed) {
            self.end_all_calls();
            self.stop_siren();
            self.end(Ending::ByPerson);
        }
    }
}
