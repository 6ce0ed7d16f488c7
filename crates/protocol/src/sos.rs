//! The phone's side of one SOS: hold, five seconds, commit or cancel, until the station has said so.
//!
//! The machine says what to send and what to keep; the app's shell does both at once, so a journal
//! that is slow or broken delays nothing (DESIGN §3). It never claims more than the station said.

#[cfg(test)]
mod tests;

use std::collections::VecDeque;

use crate::data::data;
use crate::eligibility::{Eligible, Reason};
use crate::ids::{CameraId, IncidentId, SignalId};
use crate::plan::Kind;
use crate::time::{Time, Timer};

/// The five seconds between the slide and the commit (C1).
pub const HOLD_MS: u64 = 5_000;
/// How long after the hold the station waits before it commits by itself: room for a commit or
/// cancel that is on its way (DESIGN §3, point 3).
pub const STATION_GRACE_MS: u64 = 2_000;
/// When the screen must say which of the three states holds, and offers 911 (C6).
pub const HONEST_AT_MS: u64 = 8_000;
/// A signal that nobody acknowledged goes by itself only while it is younger than this; older ones
/// the person is asked about, and the station refuses (C8).
pub const TOO_OLD_MS: u64 = 15 * 60_000;
/// After a restart, how long a signal that the station does not know is shown before it goes (C8).
pub const WAITING_MS: u64 = 30_000;
/// Between two tries of a message that nobody acknowledged: half a second, doubled to two seconds.
const RETRY_MS: [u64; 3] = [500, 1_000, 2_000];

data! {
    /// The signal itself: never changes after the slide.
    #[derive(Copy)]
    pub struct Signal {
        /// Drawn at the slide, the same through every retry.
        pub id: SignalId,
        /// Which slider.
        pub kind: Kind,
        /// When the slide ended.
        pub slid_at: Time,
        /// Whether it is a drill: everything but the dispatch request (L5).
        #[cfg_attr(feature = "serde", serde(default))]
        pub drill: bool,
        /// The camera from whose picture it was slid (S3).
        #[cfg_attr(feature = "serde", serde(default))]
        pub camera: Option<CameraId>,
    }
}

data! {
    /// What the device keeps on disk, so that a crash or restart changes nothing.
    #[derive(Copy)]
    pub struct Entry {
        /// The signal.
        pub signal: Signal,
        /// What had been decided.
        pub decision: Decision,
    }
}

data! {
    /// What the device had decided when it wrote its journal.
    #[derive(Copy)]
    pub enum Decision {
        /// Still counting down.
        Open,
        /// Committed, or due to be.
        Commit,
        /// Cancelled by the person.
        Cancel {
            /// Milliseconds between the slide and the press.
            cancelled_after_ms: u64,
        },
        /// The station acknowledged the end of it: nothing is left to do.
        Settled,
    }
}

data! {
    /// What the shell is told.
    #[derive(Copy)]
    pub enum Input {
        /// The person pressed *Cancel*.
        CancelPressed,
        /// The person pressed *Cancel* and gave the home's code with it (C7). The shell adds the code to the message.
        CancelCoded,
        /// The station took no code with this cancel, or not this one: it counts for nothing (C7).
        CodeRefused(Message),
        /// The station says where the signal stands.
        Standing(crate::incident::Standing),
        /// The station does not know the signal.
        Unknown,
        /// The station refuses the signal because the slide is too long ago (C8).
        TooOld,
        /// The message was not acknowledged within its deadline.
        Unreachable(Message),
        /// The person says that the old signal shall go.
        SendNow,
    }
}

data! {
    /// A message to the station. The shell adds the signal and the milliseconds since the slide.
    #[derive(Copy)]
    pub enum Message {
        /// Hold this signal.
        Hold,
        /// The five seconds are over: act.
        Commit,
        /// The person cancelled.
        Cancel {
            /// Milliseconds between the slide and the press.
            cancelled_after_ms: u64,
        },
        /// Where does this signal stand? Changes nothing.
        Ask,
    }
}

data! {
    /// What the shell has to do.
    #[derive(Copy)]
    pub enum Output {
        /// Send it, at once.
        Send(Message),
        /// Keep it on disk, beside the sending.
        Keep(Entry),
    }
}

data! {
    /// Where the SOS stands on the device. Each state holds exactly its data.
    pub enum State {
        /// The five seconds are running.
        Counting {
            /// Their end.
            ends: Timer,
            /// Whether the station has acknowledged the hold.
            held: bool,
        },
        /// The five seconds are over, and the station has not yet acknowledged the commit.
        Committing {
            /// Whether the station has acknowledged the hold: then it acts by itself.
            held: bool,
        },
        /// The person cancelled, and the station has not yet acknowledged it.
        Cancelling {
            /// Milliseconds between the slide and the press.
            cancelled_after_ms: u64,
            /// Whether the hold's own answer may still come. It says nothing about the cancel.
            hold_in_flight: bool,
        },
        /// After a restart: asking the station first.
        Asking,
        /// After a restart: the station does not know it, and it goes when the time is over (C8).
        Waiting {
            /// When it goes.
            goes: Timer,
        },
        /// After a restart: too old to go by itself; the person decides (C8).
        TooOld,
        /// The station acknowledged: help is requested.
        Committed {
            /// The incident.
            incident: IncidentId,
            /// Whether the person had cancelled, and it came too late.
            cancel_was_late: bool,
        },
        /// The station acknowledged: nobody is called.
        Cancelled,
        /// The station refused, for these reasons.
        Refused {
            /// Every one of them.
            reasons: Vec<Reason>,
            /// Whether it holds the signal all the same, and acts on it by itself.
            held: bool,
        },
    }
}

/// How the journal knows a cancel. A code is kept nowhere, so that a crash forgets a cancel that needs one: help goes.
#[derive(Clone, Copy)]
enum Kept {
    AsCancel,
    AsOpen,
}

/// One SOS on the device.
#[derive(Clone, Debug)]
pub struct Sos {
    signal: Signal,
    state: State,
    /// When the screen has to be honest (C6).
    honest: Timer,
    retry: Option<Timer>,
    tries: usize,
    outputs: VecDeque<Output>,
}

impl Sos {
    /// The slide has ended. The proof says that the facts on the device allow it.
    pub fn begin(checked: Eligible, id: SignalId, kind: Kind, now: Time) -> Self {
        Self::slid(checked, Signal { id, kind, slid_at: now, drill: false, camera: None }, now)
    }

    /// The same from the picture of a camera, which goes with it to the station (S3).
    pub fn begin_at_camera(checked: Eligible, id: SignalId, kind: Kind, camera: CameraId, now: Time) -> Self {
        Self::slid(checked, Signal { id, kind, slid_at: now, drill: false, camera: Some(camera) }, now)
    }

    /// The same as a drill: it takes the same way to the station, and can ask nobody to come there (L5).
    pub fn begin_drill(checked: Eligible, id: SignalId, kind: Kind, now: Time) -> Self {
        Self::slid(checked, Signal { id, kind, slid_at: now, drill: true, camera: None }, now)
    }

    fn slid(_checked: Eligible, signal: Signal, now: Time) -> Self {
        let counting = State::Counting { ends: Timer::new(now, HOLD_MS), held: false };
        let mut sos = Self::in_state(signal, counting, now);
        sos.send_and_keep(Message::Hold, Decision::Open);
        sos
    }

    /// Takes up what the journal holds after a crash or restart. `None` when nothing is left to do.
    /// Never a second signal: within the five seconds it resumes, later it asks the station first.
    pub fn resume(entry: Entry, now: Time) -> Option<Self> {
        let Entry { signal, decision } = entry;
        let ends = Timer::new(signal.slid_at, HOLD_MS).adopted(now);
        let (state, message) = match decision {
            Decision::Settled => return None,
            Decision::Cancel { cancelled_after_ms } => (
                State::Cancelling { cancelled_after_ms, hold_in_flight: false },
                Message::Cancel { cancelled_after_ms },
            ),
            Decision::Open if !ends.is_due(now) => (State::Counting { ends, held: false }, Message::Hold),
            Decision::Open | Decision::Commit => (State::Asking, Message::Ask),
        };
        let mut sos = Self::in_state(signal, state, now);
        sos.outputs.push_back(Output::Send(message));
        Some(sos)
    }

    /// The signal.
    pub const fn signal(&self) -> Signal {
        self.signal
    }

    /// Where it stands.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// Whether nothing is left to do.
    pub const fn is_settled(&self) -> bool {
        matches!(self.state, State::Committed { .. } | State::Cancelled | State::Refused { .. })
    }

    /// Whether the person can still cancel or withdraw (C2, C8): in the five seconds, and for as
    /// long as the station has acknowledged nothing.
    pub const fn can_cancel(&self) -> bool {
        match self.state {
            State::Counting { .. }
            | State::Committing { held: false }
            | State::Asking
            | State::Waiting { .. }
            | State::TooOld => true,
            State::Committing { held: true }
            | State::Cancelling { .. }
            | State::Committed { .. }
            | State::Cancelled
            | State::Refused { .. } => false,
        }
    }

    /// Whether the screen has to offer 911: eight seconds without an acknowledged end (C6), or a refusal.
    pub fn offers_911(&self, now: Time) -> bool {
        match self.state {
            State::Counting { .. } | State::Cancelled | State::Committed { .. } => false,
            State::Committing { .. } | State::Cancelling { .. } | State::Asking => self.honest.is_due(now),
            State::Waiting { .. } | State::TooOld | State::Refused { .. } => true,
        }
    }

    /// Feeds an input; every timer due by `now` fires first, so that a press which reaches the
    /// machine at 5.000 s is late, whatever the screen showed.
    pub fn handle_input(&mut self, input: Input, now: Time) {
        self.handle_timeout(now);
        match input {
            Input::CancelPressed => self.on_cancel_pressed(now, Kept::AsCancel),
            Input::CancelCoded => self.on_cancel_pressed(now, Kept::AsOpen),
            Input::CodeRefused(message) => self.on_code_refused(message, now),
            Input::Standing(standing) => self.on_standing(standing),
            Input::Unknown => self.on_unknown(now),
            Input::TooOld => self.on_too_old(),
            Input::Unreachable(message) => self.on_unreachable(message, now),
            Input::SendNow => self.on_send_now(),
        }
    }

    /// The station refused a message: for every reason it names.
    pub fn handle_refusal(&mut self, reasons: Vec<Reason>, now: Time) {
        self.handle_timeout(now);
        if reasons.contains(&Reason::HomeUnknown) && !self.is_settled() {
            // What it held went with the home, and it can confirm no cancel either.
            return self.settle(State::Refused { reasons, held: false });
        }
        let acts_all_the_same = reasons.contains(&Reason::RevokedAfterHold);
        match self.state {
            State::Counting { held, .. } | State::Committing { held } => {
                self.settle(State::Refused { reasons, held: held || acts_all_the_same });
            }
            State::Asking | State::Waiting { .. } | State::TooOld => {
                self.settle(State::Refused { reasons, held: acts_all_the_same });
            }
            // A cancel that was refused or not even read is none: what is held goes its way.
            State::Cancelling { .. } if acts_all_the_same || reasons.contains(&Reason::NotUnderstood) => {
                self.settle(State::Refused { reasons, held: true });
            }
            // What the station refused it will not act on: the cancel is fulfilled.
            State::Cancelling { .. } => self.settle(State::Cancelled),
            State::Committed { .. } | State::Cancelled | State::Refused { .. } => {}
        }
    }

    /// Fires what is due: the end of the five seconds, the end of the waiting, a retry.
    pub fn handle_timeout(&mut self, now: Time) {
        match self.state {
            State::Counting { ends, held } if ends.is_due(now) => self.commit(held),
            State::Waiting { goes } if goes.is_due(now) => self.commit(false),
            State::Counting { .. }
            | State::Waiting { .. }
            | State::Committing { .. }
            | State::Cancelling { .. }
            | State::Asking
            | State::TooOld
            | State::Committed { .. }
            | State::Cancelled
            | State::Refused { .. } => {}
        }
        if self.retry.is_some_and(|retry| retry.is_due(now)) {
            self.retry = None;
            if let Some(message) = self.unacknowledged() {
                self.outputs.push_back(Output::Send(message));
            }
        }
    }

    /// The next output, until there is none.
    pub fn poll_output(&mut self) -> Option<Output> {
        self.outputs.pop_front()
    }

    /// The timer that ends first: the countdown, the waiting, a retry, or the eight seconds at
    /// which the screen has to be honest.
    pub fn poll_timeout(&self, now: Time) -> Option<Timer> {
        let phase = match self.state {
            State::Counting { ends, .. } => Some(ends),
            State::Waiting { goes } => Some(goes),
            State::Committing { .. } | State::Cancelling { .. } | State::Asking => {
                Some(self.honest).filter(|timer| !timer.is_due(now))
            }
            State::TooOld | State::Committed { .. } | State::Cancelled | State::Refused { .. } => None,
        };
        [phase, self.retry].into_iter().flatten().min_by_key(|timer| timer.remaining_us(now))
    }

    fn in_state(signal: Signal, state: State, now: Time) -> Self {
        let honest = Timer::new(signal.slid_at, HONEST_AT_MS).adopted(now);
        Self { signal, state, honest, retry: None, tries: 0, outputs: VecDeque::new() }
    }

    fn on_cancel_pressed(&mut self, now: Time, kept: Kept) {
        if !self.can_cancel() {
            return;
        }
        // In time is what the countdown says, also when a wall clock moved across a restart.
        let after_ms = now.ms_since(self.signal.slid_at);
        let (cancelled_after_ms, hold_in_flight) = if let State::Counting { held, .. } = self.state {
            (after_ms.min(HOLD_MS - 1), !held && self.retry.is_none())
        } else {
            (after_ms.max(HOLD_MS), false)
        };
        self.state = State::Cancelling { cancelled_after_ms, hold_in_flight };
        let decision = match kept {
            Kept::AsCancel => Decision::Cancel { cancelled_after_ms },
            Kept::AsOpen => Decision::Open,
        };
        self.send_and_keep(Message::Cancel { cancelled_after_ms }, decision);
    }

    /// The countdown goes on where it would stand, and no code in time commits (C7). The hold is told once more: this
    /// cancel may have overtaken it.
    fn on_code_refused(&mut self, message: Message, now: Time) {
        if !matches!(self.state, State::Cancelling { .. }) || self.unacknowledged() != Some(message) {
            return;
        }
        let ends = Timer::new(self.signal.slid_at, HOLD_MS).adopted(now);
        if ends.is_due(now) {
            return self.commit(false);
        }
        self.state = State::Counting { ends, held: false };
        self.send_and_keep(Message::Hold, Decision::Open);
    }

    fn on_standing(&mut self, standing: crate::incident::Standing) {
        use crate::incident::Standing;
        match (&mut self.state, standing) {
            (State::Committed { .. } | State::Cancelled | State::Refused { .. }, _) => {}
            // It may answer the hold, and the station may still take the cancel (DESIGN §3, point 6):
            // only an answer that came after the cancel tells.
            (State::Cancelling { cancelled_after_ms, hold_in_flight: hold @ true }, Standing::Committed { .. }) => {
                *hold = false;
                let cancelled_after_ms = *cancelled_after_ms;
                self.outputs.push_back(Output::Send(Message::Cancel { cancelled_after_ms }));
            }
            (state, Standing::Committed { incident }) => {
                let cancel_was_late = matches!(state, State::Cancelling { .. });
                self.settle(State::Committed { incident, cancel_was_late });
            }
            (_, Standing::Cancelled) => self.settle(State::Cancelled),
            (State::Counting { held, .. } | State::Committing { held }, Standing::Held { .. }) => *held = true,
            (State::Asking | State::Waiting { .. } | State::TooOld, Standing::Held { .. }) => self.commit(true),
            // A hold's late answer says nothing about the cancel that overtook it.
            (State::Cancelling { hold_in_flight, .. }, Standing::Held { .. }) => *hold_in_flight = false,
        }
    }

    fn on_unknown(&mut self, now: Time) {
        if self.state != State::Asking {
            return;
        }
        self.retry = None;
        self.state = if now.ms_since(self.signal.slid_at) < TOO_OLD_MS {
            State::Waiting { goes: Timer::new(now, WAITING_MS) }
        } else {
            State::TooOld
        };
    }

    fn on_too_old(&mut self) {
        if self.unacknowledged().is_some() && !matches!(self.state, State::Cancelling { .. }) {
            self.retry = None;
            self.state = State::TooOld;
        }
    }

    fn on_unreachable(&mut self, message: Message, now: Time) {
        if let (State::Cancelling { hold_in_flight, .. }, Message::Hold) = (&mut self.state, message) {
            *hold_in_flight = false;
        }
        if self.unacknowledged() != Some(message) {
            return;
        }
        let wait = RETRY_MS[self.tries.min(RETRY_MS.len() - 1)];
        self.tries += 1;
        self.retry = Some(Timer::new(now, wait));
    }

    fn on_send_now(&mut self) {
        if matches!(self.state, State::Waiting { .. }) {
            self.commit(false);
        }
    }

    fn commit(&mut self, held: bool) {
        self.state = State::Committing { held };
        self.send_and_keep(Message::Commit, Decision::Commit);
    }

    /// The message that waits for its acknowledgement.
    const fn unacknowledged(&self) -> Option<Message> {
        match self.state {
            State::Counting { held: false, .. } => Some(Message::Hold),
            State::Committing { .. } => Some(Message::Commit),
            State::Cancelling { cancelled_after_ms, .. } => Some(Message::Cancel { cancelled_after_ms }),
            State::Asking => Some(Message::Ask),
            State::Counting { held: true, .. }
            | State::Waiting { .. }
            | State::TooOld
            | State::Committed { .. }
            | State::Cancelled
            | State::Refused { .. } => None,
        }
    }

    fn send_and_keep(&mut self, message: Message, decision: Decision) {
        self.retry = None;
        self.tries = 0;
        self.outputs.push_back(Output::Send(message));
        self.keep(decision);
    }

    fn settle(&mut self, state: State) {
        self.state = state;
        self.retry = None;
        self.keep(Decision::Settled);
    }

    fn keep(&mut self, decision: Decision) {
        self.outputs.push_back(Output::Keep(Entry { signal: self.signal, decision }));
    }
}
