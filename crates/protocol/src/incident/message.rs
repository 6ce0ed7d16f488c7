//! Recorded messages: left on a voicemail beside the plan, which never waits for one (M2).
//!
//! The machine knows that there is a message, not what it says: place and number are the shell's (M3).

use super::{Event, Incident, Order, data};
use crate::call::{Fact, Role};
use crate::ids::ContactId;
use crate::time::{Time, Timer};

/// A voicemail's greeting and the message itself take less; past it the recording is given up.
pub const MESSAGE_MS: u64 = 60_000;

data! {
    /// A recorded message of an incident.
    #[derive(Copy)]
    pub struct Message {
        /// The call that the voicemail took.
        pub call: u16,
        /// Whose voicemail.
        pub contact: ContactId,
        /// What the call was for, and so what the message says.
        pub role: Role,
        /// Where it stands.
        pub step: MessageStep,
    }
}

data! {
    /// Where a recorded message stands.
    #[derive(Copy)]
    pub enum MessageStep {
        /// Being spoken.
        Leaving {
            /// See [`MESSAGE_MS`].
            deadline: Timer,
        },
        /// On the voicemail.
        Left,
        /// Not left, or not known to be.
        NotLeft,
    }
}

impl Message {
    pub(super) const fn deadline(&self) -> Option<Timer> {
        match self.step {
            MessageStep::Leaving { deadline } => Some(deadline),
            MessageStep::Left | MessageStep::NotLeft => None,
        }
    }

    /// Whether it is being spoken.
    pub const fn is_being_left(&self) -> bool {
        matches!(self.step, MessageStep::Leaving { .. })
    }

    pub(super) fn adopt_boot(&mut self, now: Time) {
        if let MessageStep::Leaving { deadline } = &mut self.step {
            *deadline = deadline.adopted(now);
        }
    }
}

impl Incident {
    /// The recorded messages, in the order in which they were begun.
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// Begins the message in a call that a voicemail took. Whatever comes next has been ordered already.
    pub(super) fn leave_message(&mut self, call: u16, contact: ContactId, role: Role, now: Time) {
        self.take_line(call, contact, role, now);
        self.order(Order::LeaveMessage { call });
    }

    /// From here on the contact's line is taken by a message.
    pub(super) fn take_line(&mut self, call: u16, contact: ContactId, role: Role, now: Time) {
        let step = MessageStep::Leaving { deadline: Timer::new(now, MESSAGE_MS) };
        self.messages.push(Message { call, contact, role, step });
    }

    /// A report on a call whose message is being left, or (`None`) the message's deadline.
    pub(super) fn on_message(&mut self, call: u16, fact: Option<Fact>, now: Time) {
        let running = |message: &&mut Message| message.call == call && message.is_being_left();
        let Some(message) = self.messages.iter_mut().find(running) else { return };
        let contact = message.contact;
        match fact {
            Some(Fact::MessageLeft) => {
                message.step = MessageStep::Left;
                self.record(Event::MessageLeft { contact });
            }
            Some(Fact::HungUp | Fact::Failed) => {
                message.step = MessageStep::NotLeft;
                self.record(Event::MessageNotLeft { contact });
            }
            None => {
                message.step = MessageStep::NotLeft;
                self.order(Order::EndCall { call });
                self.record(Event::MessageNotLeft { contact });
            }
            Some(
                Fact::Ringing
                | Fact::PickedUp
                | Fact::Key(_)
                | Fact::Password(_)
                | Fact::Busy
                | Fact::Voicemail
                | Fact::InAnotherCall
                | Fact::MoreTime,
            ) => return,
        }
        self.tell_who_waited(now);
        self.finish_telling();
    }

    /// Whether this contact's line is taken by a message.
    pub(super) fn hears_a_message(&self, contact: ContactId) -> bool {
        self.messages.iter().any(|message| message.contact == contact && message.is_being_left())
    }

    /// Breaks off every message that is being left: what it says is no longer so.
    pub(super) fn end_all_messages(&mut self) {
        let running: Vec<u16> =
            self.messages.iter().filter(|message| message.is_being_left()).map(|message| message.call).collect();
        for message in &mut self.messages {
            if message.is_being_left() {
                message.step = MessageStep::NotLeft;
            }
        }
        for call in running {
            self.order(Order::EndCall { call });
        }
    }
}
