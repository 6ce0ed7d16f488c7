//! What happens when an incident opens: it joins another one, or its plan's first step is taken.

use super::{About, Consequence, Ending, Event, Incident, Order, Pace, State};
use crate::ids::{ContactId, IncidentId};
use crate::incident::CommittedBy;
use crate::plan::{AfterDispatch, Audience, Course, FirstStep, Service};
use crate::time::Time;

impl Incident {
    pub(super) fn open(&mut self, by: CommittedBy, now: Time) {
        // An SOS alone is taken in: an alarm has rules of its own, and its own calls (A10, G4).
        if let (Some(incident), Some(service), true) = (self.joins, self.acceptance.plan.service, self.is_live_sos()) {
            return self.join(incident, service);
        }
        self.record(match self.acceptance.trigger {
            None => Event::HelpRequested { by },
            Some(trigger) => Event::AlarmRaised { trigger },
        });
        self.order_siren(self.acceptance.plan.siren, now);
        match self.acceptance.plan.first_step {
            FirstStep::Decide(_) => self.begin_deciding(now),
            FirstStep::Dispatch => self.dispatch_first(now),
            FirstStep::Tell(audience) => self.inform(audience, now),
            FirstStep::AskAgent => {
                self.order(Order::AskAgent { contact: None });
                self.end(Ending::BeforeAnAgent);
            }
            FirstStep::SirenAlone => self.siren_alone(),
        }
    }

    /// Help first. Where the plan tells people afterwards and there are none, the agents hear of it (H3).
    fn dispatch_first(&mut self, now: Time) {
        self.respond(None, now);
        let somebody_is_told = self.acceptance.plan.after_dispatch != AfterDispatch::Nobody;
        if somebody_is_told && self.acceptance.contacts.is_empty() {
            self.nobody_to_call();
        }
    }

    /// Nothing but the siren. Where there is none, nothing is left to happen.
    fn siren_alone(&mut self) {
        if self.acceptance.plan.course == Course::Unmonitored {
            self.record(Event::NobodyCalled);
        }
        if self.siren.is_some() {
            self.state = State::SirenAlone;
        } else {
            self.end(Ending::SirenOver);
        }
    }

    /// The slide is taken in by an incident that is open (A10).
    fn join(&mut self, incident: IncidentId, service: Service) {
        self.record(Event::Joined { incident });
        self.cause(Consequence::Join { incident, service, siren: self.acceptance.plan.siren });
        self.state = State::Joined { incident };
    }

    /// Automated calls that only inform (K1, L2).
    fn inform(&mut self, audience: Audience, now: Time) {
        self.unread = matches!(audience, Audience::FirstThenSecond);
        let (listeners, about) = match audience {
            Audience::FirstThenSecond => (2, About::Notice),
            Audience::InOrder => (usize::MAX, About::Alarm),
        };
        let contacts: Vec<ContactId> = self.acceptance.contacts.iter().copied().take(listeners).collect();
        self.tell_all(contacts, Pace::OneAfterAnother, about, Ending::Told, now);
    }
}
