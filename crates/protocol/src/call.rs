//! One phone call as a script: ring, prove a human, ask, decide.
//!
//! A pick-up is no answer. Answered means that a person pressed the two digits which were spoken in
//! this very call (M6, M9). The station owns every deadline, so no carrier can hold a plan up.

#[cfg(test)]
mod tests;
mod words;

use crate::data::data;
use crate::time::{Time, Timer};
pub use words::words;

/// No ringing reported by then: the line failed (M9; DESIGN §4 "Carriers").
pub const FIRST_RINGING_MS: u64 = 10_000;
/// Ringing this long is not answered: past it, most phones hand over to a voicemail.
pub const RINGING_MS: u64 = 28_000;
/// From the pick-up to the two digits: they are spoken three times, and a voicemail never presses them.
pub const PROVE_HUMAN_MS: u64 = 25_000;
/// From the key press to the choice (E8).
pub const DECIDE_MS: u64 = 60_000;
/// From the key press in an automated call to the end of its offer of an agent (L3).
pub const OFFER_MS: u64 = 20_000;
/// Keys in the first two seconds are tones of the line or a pocket, not a person (M9).
pub const DEAF_MS: u64 = 2_000;

data! {
    /// Whether a call's answer can decide anything.
    #[derive(Copy)]
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum Role {
        /// Its answer can confirm or cancel.
        Deciding,
        /// It only informs.
        Telling,
        /// The contact has called the station's number (M5).
        CallBack,
    }
}

data! {
    /// What the carrier reports about a call.
    #[derive(Copy)]
    pub enum Fact {
        /// The phone rings.
        Ringing,
        /// Somebody or something picked up.
        PickedUp,
        /// A key was pressed: a digit, `*` or `#`. While the password is asked, its digits stay with
        /// the shell, and only `1` comes here.
        Key(char),
        /// The password was submitted, and the shell has compared it.
        Password(Password),
        /// The person hung up or rejected the call.
        HungUp,
        /// The line is busy.
        Busy,
        /// A voicemail took the call.
        Voicemail,
        /// The carrier could not place the call.
        Failed,
        /// The person is in another call of ours, so this one is not placed (M9).
        InAnotherCall,
        /// The recorded message is on the voicemail. By then the call itself is over (M2).
        MessageLeft,
        /// An agent on the line gives the person more time, once (E8).
        MoreTime,
    }
}

data! {
    /// What the shell found when it compared a submitted password.
    #[derive(Copy)]
    pub enum Password {
        /// It is the home's.
        Right,
        /// It is not.
        Wrong,
        /// It is the home's duress password: to everybody in earshot it is the right one (N4).
        Duress,
    }
}

data! {
    /// Why nobody decided.
    #[derive(Copy)]
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum NotAnswered {
        /// It rang until the station's deadline.
        RangOut,
        /// The call was rejected, or ended before a person was proven.
        HungUp,
        /// The line is busy.
        Busy,
        /// A voicemail took the call (M2).
        Voicemail,
        /// Picked up, and nobody pressed the digits (M6).
        NoKeyPressed,
        /// The carrier could not place the call.
        LineFailed,
        /// The person is in another call of ours (M9).
        InAnotherCall,
    }
}

data! {
    /// How a call ended.
    #[derive(Copy)]
    pub enum Outcome {
        /// No person was reached.
        NotAnswered(NotAnswered),
        /// A person answered a deciding call, and no valid decision came (E8).
        Undecided,
        /// The one submission of the call was not the password (N3). The caller is not told.
        WrongPassword,
        /// The person asked for help.
        Confirmed,
        /// The person cancelled, validly.
        Cancelled,
        /// A person heard a telling call.
        Told,
        /// A person heard an automated message and asks for an agent (L3).
        AgentAsked,
    }
}

data! {
    /// Two random digits that only a person who listens can press (M9).
    #[derive(Copy)]
    pub struct Digits(pub [char; 2]);
}

data! {
    /// Where a call stands. Each state holds exactly its data.
    #[derive(Copy)]
    pub enum State {
        /// Being placed.
        Dialing {
            /// See [`FIRST_RINGING_MS`].
            deadline: Timer,
        },
        /// The phone rings.
        Ringing {
            /// See [`RINGING_MS`].
            deadline: Timer,
        },
        /// Picked up; the two digits are being spoken.
        PickedUp {
            /// When, for the deaf first seconds.
            since: Time,
            /// How many of the digits were pressed rightly.
            matched: u8,
            /// See [`PROVE_HUMAN_MS`].
            deadline: Timer,
        },
        /// A person listens, may ask for help at once (N2), or enter the password to talk about the alarm.
        AskingPassword {
            /// See [`DECIDE_MS`].
            deadline: Timer,
        },
        /// A person listens and may choose.
        Deciding {
            /// See [`DECIDE_MS`].
            deadline: Timer,
        },
        /// A person hears an automated message and may ask for an agent (L3).
        Offering {
            /// See [`OFFER_MS`].
            deadline: Timer,
        },
        /// Over.
        Ended(Outcome),
    }
}

data! {
    /// One call.
    #[derive(Copy)]
    pub struct Call {
        /// Whether its answer can decide.
        role: Role,
        /// What has to be pressed.
        digits: Digits,
        /// Whether the verbal password stands before the choice (N1, E6).
        asks_password: bool,
        /// Whether a cancel can be chosen: not in a call that the contact made about an SOS (M5, C3).
        #[cfg_attr(feature = "serde", serde(default = "yes"))]
        offers_cancel: bool,
        /// Whether an agent can be asked for (L3).
        #[cfg_attr(feature = "serde", serde(default))]
        offers_agent: bool,
        /// Whether the duress password was given (N4).
        #[cfg_attr(feature = "serde", serde(default))]
        under_duress: bool,
        /// Whether an agent has given more time (E8).
        #[cfg_attr(feature = "serde", serde(default))]
        extended: bool,
        /// Where it stands.
        state: State,
    }
}

/// What calls could do before they knew that they might not.
#[cfg(feature = "serde")]
const fn yes() -> bool {
    true
}

impl Call {
    /// A call that is being placed at `now`.
    pub const fn place(role: Role, digits: Digits, now: Time) -> Self {
        let state = State::Dialing { deadline: Timer::new(now, FIRST_RINGING_MS) };
        Self {
            role,
            digits,
            asks_password: false,
            offers_cancel: true,
            offers_agent: false,
            under_duress: false,
            extended: false,
            state,
        }
    }

    /// A call that a contact has made at `now`. Whoever calls is a person; the password says which (M5).
    pub const fn from_contact(digits: Digits, offers_cancel: bool, now: Time) -> Self {
        let state = State::AskingPassword { deadline: Timer::new(now, DECIDE_MS) };
        Self { asks_password: true, offers_cancel, state, ..Self::place(Role::CallBack, digits, now) }
    }

    /// The same call, asking for the verbal password before a choice. A telling call never does (N1).
    #[must_use]
    pub const fn asking_password(self, asks_password: bool) -> Self {
        Self { asks_password, ..self }
    }

    /// The same call, with an agent to be asked for after its message (L3).
    #[must_use]
    pub const fn offering_agent(self, offers_agent: bool) -> Self {
        Self { offers_agent, ..self }
    }

    /// Whether the duress password was given in it.
    pub const fn is_under_duress(&self) -> bool {
        self.under_duress
    }

    /// Whether a cancel can be chosen in it.
    pub const fn offers_cancel(&self) -> bool {
        self.offers_cancel
    }

    /// Whether its answer can decide.
    pub const fn role(&self) -> Role {
        self.role
    }

    /// The digits the station speaks.
    pub const fn digits(&self) -> Digits {
        self.digits
    }

    /// Where it stands.
    pub const fn state(&self) -> State {
        self.state
    }

    /// How it ended, once it has.
    pub const fn outcome(&self) -> Option<Outcome> {
        match self.state {
            State::Ended(outcome) => Some(outcome),
            State::Dialing { .. }
            | State::Ringing { .. }
            | State::PickedUp { .. }
            | State::AskingPassword { .. }
            | State::Deciding { .. }
            | State::Offering { .. } => None,
        }
    }

    /// What the carrier reported. Facts about a call that is over, or that do not fit where it
    /// stands, change nothing: carriers repeat and reorder.
    pub fn handle_input(&mut self, fact: Fact, now: Time) {
        self.handle_timeout(now);
        self.state = match (self.state, fact) {
            (State::Ended(_), _) => self.state,
            (State::Dialing { .. }, Fact::Ringing) => State::Ringing { deadline: Timer::new(now, RINGING_MS) },
            (State::Dialing { .. } | State::Ringing { .. }, Fact::PickedUp) => {
                State::PickedUp { since: now, matched: 0, deadline: Timer::new(now, PROVE_HUMAN_MS) }
            }
            (State::PickedUp { .. }, Fact::Key(key)) => self.prove_human(key, now),
            (State::AskingPassword { .. }, Fact::Key('1')) => State::Ended(Outcome::Confirmed),
            (State::AskingPassword { deadline }, Fact::Password(Password::Right)) => State::Deciding { deadline },
            (State::AskingPassword { deadline }, Fact::Password(Password::Duress)) => {
                self.under_duress = true;
                State::Deciding { deadline }
            }
            (State::AskingPassword { .. }, Fact::Password(Password::Wrong)) => State::Ended(Outcome::WrongPassword),
            (State::Deciding { .. }, Fact::Key(key)) => self.choose(key),
            (State::AskingPassword { .. } | State::Deciding { .. }, Fact::MoreTime) => self.more_time(now),
            (
                State::AskingPassword { .. } | State::Deciding { .. },
                Fact::HungUp | Fact::Busy | Fact::Voicemail | Fact::Failed,
            ) => State::Ended(Outcome::Undecided),
            (State::Offering { .. }, Fact::Key('0')) => State::Ended(Outcome::AgentAsked),
            (State::Offering { .. }, Fact::HungUp | Fact::Busy | Fact::Voicemail | Fact::Failed) => {
                State::Ended(Outcome::Told)
            }
            (_, Fact::HungUp) => State::Ended(Outcome::NotAnswered(NotAnswered::HungUp)),
            (_, Fact::Busy) => State::Ended(Outcome::NotAnswered(NotAnswered::Busy)),
            (_, Fact::Voicemail) => State::Ended(Outcome::NotAnswered(NotAnswered::Voicemail)),
            (_, Fact::Failed) => State::Ended(Outcome::NotAnswered(NotAnswered::LineFailed)),
            (State::Dialing { .. }, Fact::InAnotherCall) => {
                State::Ended(Outcome::NotAnswered(NotAnswered::InAnotherCall))
            }
            (
                _,
                Fact::Ringing
                | Fact::PickedUp
                | Fact::Key(_)
                | Fact::Password(_)
                | Fact::InAnotherCall
                | Fact::MessageLeft
                | Fact::MoreTime,
            ) => self.state,
        };
    }

    /// Ends the call when its deadline is over.
    pub fn handle_timeout(&mut self, now: Time) {
        let Some(deadline) = self.poll_timeout() else { return };
        if deadline.is_due(now) {
            self.state = State::Ended(self.at_deadline());
        }
    }

    /// Turns a deadline of an earlier boot into one of this boot.
    pub fn adopt_boot(&mut self, now: Time) {
        match &mut self.state {
            State::Dialing { deadline }
            | State::Ringing { deadline }
            | State::PickedUp { deadline, .. }
            | State::AskingPassword { deadline }
            | State::Deciding { deadline }
            | State::Offering { deadline } => *deadline = deadline.adopted(now),
            State::Ended(_) => {}
        }
    }

    /// The deadline that is running.
    pub const fn poll_timeout(&self) -> Option<Timer> {
        match self.state {
            State::Dialing { deadline }
            | State::Ringing { deadline }
            | State::PickedUp { deadline, .. }
            | State::AskingPassword { deadline }
            | State::Deciding { deadline }
            | State::Offering { deadline } => Some(deadline),
            State::Ended(_) => None,
        }
    }

    const fn at_deadline(&self) -> Outcome {
        match self.state {
            State::Dialing { .. } => Outcome::NotAnswered(NotAnswered::LineFailed),
            State::Ringing { .. } => Outcome::NotAnswered(NotAnswered::RangOut),
            State::PickedUp { .. } => Outcome::NotAnswered(NotAnswered::NoKeyPressed),
            State::AskingPassword { .. } | State::Deciding { .. } => Outcome::Undecided,
            State::Offering { .. } => Outcome::Told,
            State::Ended(outcome) => outcome,
        }
    }

    fn prove_human(&self, key: char, now: Time) -> State {
        let State::PickedUp { since, matched, deadline } = self.state else { return self.state };
        if now.ms_since(since) < DEAF_MS {
            return self.state;
        }
        let Digits([first, second]) = self.digits;
        match (matched, key) {
            (_, key) if matched > 0 && key == second => self.human(now),
            (_, key) if key == first => State::PickedUp { since, matched: 1, deadline },
            _ => State::PickedUp { since, matched: 0, deadline },
        }
    }

    const fn human(&self, now: Time) -> State {
        match self.role {
            Role::Deciding | Role::CallBack if self.asks_password => {
                State::AskingPassword { deadline: Timer::new(now, DECIDE_MS) }
            }
            Role::Deciding | Role::CallBack => State::Deciding { deadline: Timer::new(now, DECIDE_MS) },
            Role::Telling if self.offers_agent => State::Offering { deadline: Timer::new(now, OFFER_MS) },
            Role::Telling => State::Ended(Outcome::Told),
        }
    }

    const fn choose(&self, key: char) -> State {
        match key {
            '1' => State::Ended(Outcome::Confirmed),
            '2' if self.offers_cancel => State::Ended(Outcome::Cancelled),
            _ => self.state,
        }
    }

    fn more_time(&mut self, now: Time) -> State {
        let longer = Timer::new(now, DECIDE_MS);
        match self.state {
            State::AskingPassword { .. } if !self.extended => {
                self.extended = true;
                State::AskingPassword { deadline: longer }
            }
            State::Deciding { .. } if !self.extended => {
                self.extended = true;
                State::Deciding { deadline: longer }
            }
            State::Dialing { .. }
            | State::Ringing { .. }
            | State::PickedUp { .. }
            | State::AskingPassword { .. }
            | State::Deciding { .. }
            | State::Offering { .. }
            | State::Ended(_) => self.state,
        }
    }
}

/// The digits of the `n`th call of an incident, from the randomness drawn when it was held. Two
/// different digits, so that a doubled tone cannot pass for both; and none that is a choice later in a
/// call (0, 1, 2), so that digits pressed once more choose nothing.
pub const fn digits(seed: u64, n: u16) -> Digits {
    let z = mix(seed ^ (n as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let first = (z % 7) as u8;
    let second = (first + 1 + ((z / 7) % 6) as u8) % 7;
    Digits([(b'3' + first) as char, (b'3' + second) as char])
}

/// Spreads every bit of the seed over all of them (the finalizer of SplitMix64).
const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
