//! One readiness call: a test call outside any incident that proves that a contact can be reached (O5, P2, N6), or a
//! call of the same kind that tells him of a concern (L6, P6).
//!
//! Up to the proof it is a call like every other: it rings, is picked up, speaks two digits and hears no key in its
//! first two seconds. Then it asks for the home's verbal password once, and here alone a contact can take himself off
//! the list. It knows no name and no number, and nothing that is said in it raises anything.

#[cfg(test)]
mod tests;

use std::collections::VecDeque;

use crate::call::{self, Call, DEAF_MS, DECIDE_MS, Digits, Fact, NotAnswered, Password, Role};
use crate::data::data;
use crate::ids::ContactId;
use crate::incident::Order;
use crate::time::{Time, Timer};

/// For so long a proof holds (O5): phones, their Do Not Disturb and the people who carry them change within a season.
pub const PROOF_MS: u64 = 90 * 24 * 3_600_000;
/// From the password, or from giving it up, to the end: the last sentence takes so long to say.
pub const GOODBYE_MS: u64 = 5_000;
/// What is told is two or three sentences: the call ends by itself once they were said.
pub const CONCERN_MS: u64 = 20_000;
/// Its only call: there is no second try, because the household sees what came of it and presses again.
pub const CALL: u16 = 1;
/// Readiness calls to a contact within [`TOO_OFTEN_MS`]: enough to set a phone up by trial, too few to wear a person out.
pub const MOST_CALLS: usize = 6;
/// See [`MOST_CALLS`].
pub const TOO_OFTEN_MS: u64 = 3_600_000;
/// Each draw holds a `9` in two of seven cases: so many of them in a row are never seen.
const DRAWS: u16 = 64;

data! {
    /// What happened, told to the machine.
    #[derive(Copy)]
    pub enum Input {
        /// The carrier reports. Digits of the password stay with the shell: while it is asked, of the keys only `9` as
        /// the first one, and `#` without any, come here.
        Call(Fact),
        /// A further key of the password was pressed, whichever.
        Typing,
        /// A member of the household hangs up.
        HangUp,
        /// An incident calls this person: an alarm always goes first.
        LineWanted,
        /// The home or its list is being changed.
        HomeChanges,
    }
}

data! {
    /// Whether a contact knows the home's verbal password (N6).
    #[derive(Copy, Default)]
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum PasswordKnowledge {
        /// It was not entered.
        #[default]
        NotTried,
        /// What was entered was right.
        Known,
        /// What was entered was wrong. The contact is not told.
        NotKnown,
    }
}

data! {
    /// Why a call ended before it could prove anything.
    #[derive(Copy)]
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum NotFinished {
        /// A member of the household hung up.
        HungUpHere,
        /// An alarm needed the line.
        AlarmFirst,
        /// The home or its list was changed meanwhile.
        HomeChanged,
    }
}

data! {
    /// What a readiness call came to.
    #[derive(Copy)]
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum TryResult {
        /// A person pressed the digits.
        Reached,
        /// Nobody did.
        NotReached(NotAnswered),
        /// It was ended before that, and says nothing about the contact.
        NotFinished(NotFinished),
    }
}

data! {
    /// What a call tells a contact whom a change concerns. It asks nothing, and shows nothing of the contact.
    #[derive(Copy)]
    pub enum Concern {
        /// Practice was entered (L6).
        PracticeBegins {
            /// For how long.
            minutes: u32,
        },
        /// This number was put on the home's list (P6).
        OnTheList,
        /// The verbal password is another one (P6, N6).
        PasswordChanged,
    }
}

data! {
    /// That a person pressed the digits.
    #[derive(Copy)]
    pub struct Proof {
        /// When, in milliseconds since the Unix epoch by the station's clock.
        pub at_ms: i64,
        /// From the first ringing to the last digit.
        pub answered_in_ms: u64,
    }
}

data! {
    /// Where it stands. Each state holds exactly its data.
    #[derive(Copy)]
    enum State {
        /// As every call begins: a telling call, of which the answer alone is wanted.
        Reaching {
            call: Call,
            /// When it rang first.
            rang: Option<Time>,
        },
        /// A person listens and is asked for the password.
        AskingPassword { deadline: Timer },
        /// `9` was pressed in its place: asked once more.
        AskingOptOut {
            /// When, because a key in the first two seconds is the next one of a password that begins with `9`.
            since: Time,
            deadline: Timer,
        },
        /// The last sentence is spoken. Everything is settled.
        Goodbye { deadline: Timer },
        /// Over.
        Ended,
    }
}

/// Where a readiness call stands, for whoever shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Being placed.
    Dialing,
    /// The phone rings.
    Ringing,
    /// Picked up; the digits are spoken.
    Proving,
    /// The password is asked.
    AskingPassword,
    /// It is asked whether the contact wants off the list.
    AskingOptOut,
    /// Thank you, and goodbye.
    Goodbye,
}

/// One readiness call.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ReadinessCall {
    /// Whom.
    contact: ContactId,
    /// From it the digits and the two words are drawn.
    seed: u64,
    /// Whether the household said that Do Not Disturb is on at the contact's phone.
    dnd_on: bool,
    /// What it tells; `None`: it is a test.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    concern: Option<Concern>,
    state: State,
    proof: Option<Proof>,
    password: PasswordKnowledge,
    opted_out: bool,
    result: Option<TryResult>,
    #[cfg_attr(feature = "serde", serde(skip))]
    orders: VecDeque<Order>,
}

impl ReadinessCall {
    /// A call that is being placed at `now`.
    pub fn place(contact: ContactId, seed: u64, dnd_on: bool, now: Time) -> Self {
        let call = Call::place(Role::Telling, digits(seed), now);
        Self {
            contact,
            seed,
            dnd_on,
            concern: None,
            state: State::Reaching { call, rang: None },
            proof: None,
            password: PasswordKnowledge::NotTried,
            opted_out: false,
            result: None,
            orders: [Order::PlaceCall { call: CALL, contact }].into(),
        }
    }

    /// A call that tells of a change, and is being placed at `now`.
    pub fn tell(contact: ContactId, seed: u64, concern: Concern, now: Time) -> Self {
        Self { concern: Some(concern), ..Self::place(contact, seed, false, now) }
    }

    /// What it tells; `None`: it is a test.
    pub const fn concern(&self) -> Option<Concern> {
        self.concern
    }

    /// Whom it calls.
    pub const fn contact(&self) -> ContactId {
        self.contact
    }

    /// The two words by which the station proves itself (M7).
    pub const fn words(&self) -> [&'static str; 2] {
        call::words(self.seed)
    }

    /// The digits that the station speaks.
    pub const fn digits(&self) -> Digits {
        digits(self.seed)
    }

    /// Whether Do Not Disturb was said to be on.
    pub const fn dnd_on(&self) -> bool {
        self.dnd_on
    }

    /// The proof, from the moment at which it was given.
    pub const fn proof(&self) -> Option<Proof> {
        self.proof
    }

    /// Whether the password is known.
    pub const fn password(&self) -> PasswordKnowledge {
        self.password
    }

    /// Whether the contact has taken himself off the list.
    pub const fn opted_out(&self) -> bool {
        self.opted_out
    }

    /// What it came to, once that is settled.
    pub const fn result(&self) -> Option<TryResult> {
        self.result
    }

    /// Where it stands; `None`: it is over.
    pub const fn stage(&self) -> Option<Stage> {
        match self.state {
            State::Reaching { call, .. } => match call.state() {
                call::State::Dialing { .. } => Some(Stage::Dialing),
                call::State::Ringing { .. } => Some(Stage::Ringing),
                // A telling call asks nothing further.
                call::State::PickedUp { .. }
                | call::State::AskingPassword { .. }
                | call::State::Deciding { .. }
                | call::State::Offering { .. }
                | call::State::Ended(_) => Some(Stage::Proving),
            },
            State::AskingPassword { .. } => Some(Stage::AskingPassword),
            State::AskingOptOut { .. } => Some(Stage::AskingOptOut),
            State::Goodbye { .. } => Some(Stage::Goodbye),
            State::Ended => None,
        }
    }

    /// Whether it still goes on.
    pub const fn is_running(&self) -> bool {
        self.stage().is_some()
    }

    /// Feeds an input. Whatever does not fit where it stands changes nothing: carriers repeat and reorder.
    pub fn handle_input(&mut self, input: Input, now: Time) {
        self.handle_timeout(now);
        match input {
            Input::Call(fact) => self.hear(fact, now),
            Input::Typing => self.typing(),
            Input::HangUp => self.stop(NotFinished::HungUpHere),
            Input::LineWanted => self.stop(NotFinished::AlarmFirst),
            Input::HomeChanges => self.stop(NotFinished::HomeChanged),
        }
    }

    /// Goes on when a deadline is over.
    pub fn handle_timeout(&mut self, now: Time) {
        if !self.poll_timeout().is_some_and(|deadline| deadline.is_due(now)) {
            return;
        }
        match self.state {
            State::Reaching { mut call, rang } => {
                call.handle_timeout(now);
                self.reach(call, rang, None, now);
            }
            // Silence is no answer to either question.
            State::AskingPassword { .. } | State::AskingOptOut { .. } => self.goodbye(now),
            State::Goodbye { .. } => self.end(None),
            State::Ended => {}
        }
    }

    /// Turns a deadline of an earlier boot into one of this boot.
    pub fn adopt_boot(&mut self, now: Time) {
        match &mut self.state {
            State::Reaching { call, .. } => call.adopt_boot(now),
            State::AskingPassword { deadline } | State::AskingOptOut { deadline, .. } | State::Goodbye { deadline } => {
                *deadline = deadline.adopted(now);
            }
            State::Ended => {}
        }
    }

    /// The next order, until there is none.
    pub fn poll_output(&mut self) -> Option<Order> {
        self.orders.pop_front()
    }

    /// The deadline that is running.
    pub const fn poll_timeout(&self) -> Option<Timer> {
        match self.state {
            State::Reaching { call, .. } => call.poll_timeout(),
            State::AskingPassword { deadline } | State::AskingOptOut { deadline, .. } | State::Goodbye { deadline } => {
                Some(deadline)
            }
            State::Ended => None,
        }
    }

    fn hear(&mut self, fact: Fact, now: Time) {
        match (self.state, fact) {
            (State::Reaching { mut call, rang }, fact) => {
                call.handle_input(fact, now);
                let ringing = matches!(call.state(), call::State::Ringing { .. } | call::State::PickedUp { .. });
                self.reach(call, rang.or_else(|| ringing.then_some(now)), Some(fact), now);
            }
            (State::AskingPassword { .. } | State::AskingOptOut { .. }, Fact::Password(found)) => {
                self.password = knowledge(found);
                self.goodbye(now);
            }
            (State::AskingPassword { .. } | State::AskingOptOut { .. }, Fact::Key('#')) => self.goodbye(now),
            (State::AskingPassword { .. }, Fact::Key('9')) => {
                self.state = State::AskingOptOut { since: now, deadline: Timer::new(now, DECIDE_MS) };
            }
            (State::AskingOptOut { since, .. }, Fact::Key('9')) if now.ms_since(since) >= DEAF_MS => {
                self.opted_out = true;
                self.goodbye(now);
            }
            (State::AskingOptOut { .. }, Fact::Key(_)) => self.typing(),
            (
                State::AskingPassword { .. } | State::AskingOptOut { .. } | State::Goodbye { .. },
                Fact::HungUp | Fact::Busy | Fact::Voicemail | Fact::Failed,
            ) => self.end(Some(fact)),
            (
                State::AskingPassword { .. } | State::AskingOptOut { .. } | State::Goodbye { .. } | State::Ended,
                Fact::Ringing
                | Fact::PickedUp
                | Fact::Key(_)
                | Fact::Password(_)
                | Fact::HungUp
                | Fact::Busy
                | Fact::Voicemail
                | Fact::Failed
                | Fact::InAnotherCall
                | Fact::MessageLeft
                | Fact::MoreTime,
            ) => {}
        }
    }

    /// Who types goes on with the password.
    const fn typing(&mut self) {
        if let State::AskingOptOut { deadline, .. } = self.state {
            self.state = State::AskingPassword { deadline };
        }
    }

    /// Takes over what the call has come to.
    fn reach(&mut self, call: Call, rang: Option<Time>, fact: Option<Fact>, now: Time) {
        self.state = State::Reaching { call, rang };
        match call.outcome() {
            None => {}
            Some(call::Outcome::NotAnswered(why)) => {
                self.result = Some(TryResult::NotReached(why));
                self.end(fact);
            }
            // Of a telling call, every other end is that a person has pressed the digits.
            Some(
                call::Outcome::Told
                | call::Outcome::Undecided
                | call::Outcome::WrongPassword
                | call::Outcome::Confirmed
                | call::Outcome::Cancelled
                | call::Outcome::AgentAsked,
            ) => {
                if self.concern.is_some() {
                    self.result = Some(TryResult::Reached);
                    self.state = State::Goodbye { deadline: Timer::new(now, CONCERN_MS) };
                    return;
                }
                let answered_in_ms = rang.map_or(0, |rang| now.ms_since(rang));
                self.proof = Some(Proof { at_ms: now.wall_ms(), answered_in_ms });
                self.result = Some(TryResult::Reached);
                self.state = State::AskingPassword { deadline: Timer::new(now, DECIDE_MS) };
            }
        }
    }

    fn goodbye(&mut self, now: Time) {
        self.state = State::Goodbye { deadline: Timer::new(now, GOODBYE_MS) };
    }

    /// Ends at once. What was proven stays proven.
    fn stop(&mut self, why: NotFinished) {
        if self.is_running() {
            self.result = self.result.or(Some(TryResult::NotFinished(why)));
            self.end(None);
        }
    }

    /// The end. Where the other side has ended the call there is nothing left to order.
    fn end(&mut self, fact: Option<Fact>) {
        self.state = State::Ended;
        let by_other_side = match fact {
            Some(Fact::HungUp | Fact::Busy | Fact::Voicemail | Fact::Failed | Fact::InAnotherCall) => true,
            Some(
                Fact::Ringing | Fact::PickedUp | Fact::Key(_) | Fact::Password(_) | Fact::MessageLeft | Fact::MoreTime,
            )
            | None => false,
        };
        if !by_other_side {
            self.orders.push_back(Order::EndCall { call: CALL });
        }
    }
}

/// The two digits, without the `9` that is a choice later in this call: digits pressed once more choose nothing.
const fn digits(seed: u64) -> Digits {
    let mut drawn = CALL;
    loop {
        let digits = call::digits(seed, drawn);
        let Digits([first, second]) = digits;
        if first != '9' && second != '9' {
            return digits;
        }
        if drawn == DRAWS {
            return Digits(['4', '7']);
        }
        drawn += 1;
    }
}

/// The duress password adds duress to an incident (J4), and here there is none: somebody who tries it in a test must
/// not send police to the house. It is *known*, so that it looks like the other one to everybody (J6).
const fn knowledge(found: Password) -> PasswordKnowledge {
    match found {
        Password::Right | Password::Duress => PasswordKnowledge::Known,
        Password::Wrong => PasswordKnowledge::NotKnown,
    }
}
