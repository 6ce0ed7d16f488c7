//! The hold, checked in every state it can reach: a phone that may sleep and crash, a network that
//! loses, doubles, delays and reorders, and the station's record of the signal.
//!
//! The machines are the real ones. What is coarse: time moves between the instants at which
//! something is decided, and the home has no contacts, so that acting is one dispatch request. States
//! are told apart by what is left of each wait, never by the clock, which closes the space. A packet
//! that was sent stays in the network: arriving never, twice, late or out of order is all included.

mod common;

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use mayday_protocol::incident::{Acceptance, Code, DispatchState, Ending, Input, Order, Output, Standing, State, Wake};
use mayday_protocol::plan::PLANS;
use mayday_protocol::signal::Record;
use mayday_protocol::sos::{self, Decision, Entry, HOLD_MS, Message, Sos, TOO_OLD_MS};
use mayday_protocol::{DeviceId, IncidentId, Kind, Reason, SignalId, Timer};
use stateright::report::WriteReporter;
use stateright::{Checker, Model, Property};

use common::{POLICE, at, eligible};

/// proves: C1, C2, C3, C5, C6, C8
#[test]
fn the_hold_keeps_its_promises_in_every_reachable_state() {
    check(&Hold { journal_may_lag: false });
}

/// proves: C5, C6, C8
#[test]
fn a_journal_that_lags_behind_the_sending_breaks_no_promise_of_the_station() {
    check(&Hold { journal_may_lag: true });
}

fn check(hold: &Hold) {
    let checker = hold.clone().checker().spawn_dfs().join_and_report(&mut WriteReporter::new(&mut std::io::stdout()));
    checker.assert_properties();
    assert!(checker.is_done());
}

/// The model's one choice.
#[derive(Clone)]
struct Hold {
    /// Whether a crash may lose the last entry: the journal is written beside the sending.
    journal_may_lag: bool,
}

impl Model for Hold {
    type State = World;
    type Action = Action;

    fn init_states(&self) -> Vec<World> {
        [false, true].map(|refuses| World::begin(refuses, self.journal_may_lag)).into()
    }

    fn actions(&self, world: &World, actions: &mut Vec<Action>) {
        actions.push(Action::TimePasses);
        actions.extend(world.network.iter().map(|packet| Action::Arrives(*packet)));
        actions.extend(world.answers.iter().map(|(word, answer)| Action::Answered(*word, *answer)));
        actions.extend(world.awaited.iter().map(|word| Action::GivenUp(*word)));
        actions.extend([Action::PhoneWakes, Action::StationWakes, Action::Press, Action::SendNow]);
        actions.extend([Action::Crash { loses_last: false }, Action::Restart, Action::DispatchStarts]);
        if self.journal_may_lag {
            actions.push(Action::Crash { loses_last: true });
        }
    }

    fn next_state(&self, before: &World, action: Action) -> Option<World> {
        let mut world = before.clone();
        world.act(action).then_some(world)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        let mut properties = promises();
        if !self.journal_may_lag {
            properties.extend(promises_of_a_whole_journal());
        }
        properties.extend(possibilities());
        properties
    }
}

fn promises() -> Vec<Property<Hold>> {
    vec![
        Property::always("a_cancel_acknowledged_means_that_nothing_is_ordered_from_then_on", |_, world: &World| {
            !world.seen.ordered_after_cancel
        }),
        Property::always("a_cancel_that_arrives_in_the_hold_means_that_nothing_is_ever_ordered", |_, world: &World| {
            !(world.seen.cancelled_in_hold && world.seen.ordered)
        }),
        Property::always("a_hold_delivered_and_no_cancel_means_committed_or_a_timer_is_pending", |_, world: &World| {
            !world.seen.hold_accepted || world.seen.cancel_arrived || world.station_acts_or_will()
        }),
        Property::always("one_signal_never_opens_two_incidents", |_, world: &World| world.seen.incidents <= 1),
        Property::always("cancelled_is_shown_only_when_the_station_will_not_act", |_, world: &World| {
            !matches!(world.shown(), Some(sos::State::Cancelled)) || !world.is_committed()
        }),
        Property::always("an_unsettled_phone_has_a_timer_an_answer_to_come_or_asks_the_person", |_, world: &World| {
            world.phone.as_ref().is_none_or(|phone| {
                phone.is_settled() || *phone.state() == sos::State::TooOld || world.phone_goes_on(phone)
            })
        }),
        Property::always("a_station_that_refuses_is_never_shown_as_help", |_, world: &World| {
            !world.refuses || !matches!(world.shown(), Some(sos::State::Committed { .. }))
        }),
    ]
}

fn promises_of_a_whole_journal() -> Vec<Property<Hold>> {
    vec![
        Property::always("help_shown_as_requested_means_that_the_station_is_committed", |_, world: &World| {
            !matches!(world.shown(), Some(sos::State::Committed { .. })) || world.is_committed()
        }),
        Property::always("a_cancel_pressed_in_time_is_never_followed_by_a_commit", |_, world: &World| {
            !world.seen.commit_after_cancel
        }),
    ]
}

/// What has to be reachable: a model in which nothing happens promises everything.
fn possibilities() -> Vec<Property<Hold>> {
    vec![
        Property::sometimes("the_station_acts_by_itself", |_, world: &World| {
            world.is_committed() && !world.seen.commit_arrived
        }),
        Property::sometimes("a_cancel_in_time_stops_a_station_that_had_acted_by_itself", |_, world: &World| {
            world.seen.ordered && world.is_cancelled()
        }),
        Property::sometimes("a_cancel_comes_too_late_and_the_phone_says_so", |_, world: &World| {
            matches!(world.shown(), Some(sos::State::Committed { cancel_was_late: true, .. }))
        }),
        Property::sometimes("the_phone_waits_after_a_restart", |_, world: &World| {
            matches!(world.shown(), Some(sos::State::Waiting { .. }))
        }),
        Property::sometimes("an_old_signal_is_put_to_the_person", |_, world: &World| {
            matches!(world.shown(), Some(sos::State::TooOld))
        }),
        Property::sometimes("a_cancel_overtakes_the_hold", |_, world: &World| {
            matches!(world.station, Some(Record::Tombstone))
        }),
    ]
}

/// The instants between which nothing is decided; past the last, a minute at a time.
const INSTANTS_MS: [u64; 8] = [0, 4_999, 5_000, 7_000, 40_000, TOO_OLD_MS - 1, TOO_OLD_MS, TOO_OLD_MS + 40_000];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    TimePasses,
    /// The phone's machine runs; until then it sleeps.
    PhoneWakes,
    StationWakes,
    Press,
    SendNow,
    /// A copy of a packet reaches the station.
    Arrives(Packet),
    /// The station's answer reaches the phone.
    Answered(Word, Answer),
    /// The attempt's own deadline is over.
    GivenUp(Word),
    Crash {
        loses_last: bool,
    },
    Restart,
    DispatchStarts,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Word {
    Hold,
    Commit,
    Cancel,
    Ask,
}

/// A word with the time that it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Packet {
    word: Word,
    ms: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Answer {
    Held,
    Committed,
    Cancelled,
    Unknown,
    TooOld,
    Refused,
}

/// What has happened, as far as a promise needs it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Seen {
    incidents: u8,
    hold_accepted: bool,
    commit_arrived: bool,
    cancel_arrived: bool,
    cancel_acknowledged: bool,
    cancelled_in_hold: bool,
    ordered: bool,
    ordered_after_cancel: bool,
    pressed_in_time: bool,
    commit_after_cancel: bool,
}

#[derive(Clone, Debug)]
struct World {
    now_ms: u64,
    /// `None` while the app is dead.
    phone: Option<Sos>,
    /// The last entry but one, and the last.
    journal: [Option<Entry>; 2],
    journal_may_lag: bool,
    crashes_left: u8,
    awaited: BTreeSet<Word>,
    network: BTreeSet<Packet>,
    answers: BTreeSet<(Word, Answer)>,
    refuses: bool,
    station: Option<Record>,
    seen: Seen,
}

impl World {
    fn begin(refuses: bool, journal_may_lag: bool) -> Self {
        let mut world = Self {
            now_ms: 0,
            phone: Some(Sos::begin(eligible(), SignalId::from_random([1; 16]), Kind::SosPolice, at(0))),
            journal: [None, None],
            journal_may_lag,
            crashes_left: 1,
            awaited: BTreeSet::new(),
            network: BTreeSet::new(),
            answers: BTreeSet::new(),
            refuses,
            station: None,
            seen: Seen::default(),
        };
        world.drain_phone();
        world
    }

    /// Takes a step; `false` when there is none to take.
    fn act(&mut self, action: Action) -> bool {
        let now = at(self.now_ms);
        match action {
            Action::TimePasses => self.now_ms = next_instant(self.now_ms),
            Action::PhoneWakes => {
                let due = |phone: &Sos| phone.poll_timeout(now).is_some_and(|timer| timer.is_due(now));
                return self.phone.as_ref().is_some_and(due) && self.tell_phone(|phone| phone.handle_timeout(now));
            }
            Action::StationWakes => {
                let timer = self.station.as_ref().and_then(|station| station.poll_timeout(now));
                return timer.is_some_and(|timer| timer.is_due(now)) && self.tell_station(None);
            }
            Action::Press => {
                return self.phone.as_ref().is_some_and(Sos::can_cancel)
                    && self.tell_phone(|phone| phone.handle_input(sos::Input::CancelPressed, now));
            }
            Action::SendNow => {
                return matches!(self.shown(), Some(sos::State::Waiting { .. }))
                    && self.tell_phone(|phone| phone.handle_input(sos::Input::SendNow, now));
            }
            Action::Arrives(packet) => self.arrives(packet),
            Action::Answered(word, answer) => return self.answered(word, answer),
            Action::GivenUp(word) => return self.given_up(word),
            Action::Crash { loses_last } => return self.crash(loses_last),
            Action::Restart => return self.restart(),
            Action::DispatchStarts => {
                return self.dispatch() == Some(DispatchTag::Ordered)
                    && self.tell_station(Some(Input::DispatchStarted { request: POLICE }));
            }
        }
        true
    }

    fn tell_phone(&mut self, act: impl FnOnce(&mut Sos)) -> bool {
        if let Some(phone) = &mut self.phone {
            act(phone);
        }
        self.drain_phone();
        true
    }

    fn drain_phone(&mut self) {
        let Some(phone) = &mut self.phone else { return };
        while let Some(output) = phone.poll_output() {
            match output {
                sos::Output::Keep(entry) => {
                    self.journal = [self.journal[1].filter(|_| self.journal_may_lag), Some(entry)];
                }
                sos::Output::Send(message) => {
                    let packet = packet(message, self.now_ms);
                    self.seen.pressed_in_time |= packet.word == Word::Cancel && packet.ms < HOLD_MS;
                    self.seen.commit_after_cancel |= packet.word == Word::Commit && self.seen.pressed_in_time;
                    self.awaited.insert(packet.word);
                    self.network.insert(packet);
                }
            }
        }
        self.forget_when_settled();
    }

    /// A report on an attempt that the phone still waits for.
    fn answered(&mut self, word: Word, answer: Answer) -> bool {
        self.hears_no_more(word);
        let now = at(self.now_ms);
        self.tell_phone(|phone| match answer {
            Answer::Held => phone.handle_input(sos::Input::Standing(Standing::Held { acts_by_itself_in_ms: 1 }), now),
            Answer::Committed => {
                phone.handle_input(sos::Input::Standing(Standing::Committed { incident: INCIDENT }), now);
            }
            Answer::Cancelled => phone.handle_input(sos::Input::Standing(Standing::Cancelled), now),
            Answer::Unknown => phone.handle_input(sos::Input::Unknown, now),
            Answer::TooOld => phone.handle_input(sos::Input::TooOld, now),
            Answer::Refused => phone.handle_refusal(vec![Reason::PlanWithoutSos], now),
        })
    }

    fn given_up(&mut self, word: Word) -> bool {
        self.hears_no_more(word);
        let now = at(self.now_ms);
        let message = match (word, self.shown()) {
            (Word::Hold, _) => Message::Hold,
            (Word::Commit, _) => Message::Commit,
            (Word::Ask, _) => Message::Ask,
            (Word::Cancel, Some(sos::State::Cancelling { cancelled_after_ms, .. })) => {
                Message::Cancel { cancelled_after_ms: *cancelled_after_ms }
            }
            (Word::Cancel, _) => return true,
        };
        self.tell_phone(|phone| phone.handle_input(sos::Input::Unreachable(message), now))
    }

    /// A phone that has settled listens to nothing.
    fn forget_when_settled(&mut self) {
        if self.phone.as_ref().is_some_and(Sos::is_settled) {
            self.awaited.clear();
            self.answers.clear();
        }
    }

    fn hears_no_more(&mut self, word: Word) {
        self.awaited.remove(&word);
        self.answers.retain(|(of, _)| *of != word);
    }

    fn crash(&mut self, loses_last: bool) -> bool {
        if self.crashes_left == 0 || self.phone.as_ref().is_none_or(Sos::is_settled) {
            return false;
        }
        self.crashes_left -= 1;
        self.phone = None;
        self.awaited.clear();
        self.answers.clear();
        self.journal = [None, self.journal[usize::from(!loses_last)]];
        true
    }

    fn restart(&mut self) -> bool {
        let now = at(self.now_ms);
        let resumed = self.journal[1].filter(|_| self.phone.is_none()).and_then(|entry| Sos::resume(entry, now));
        self.phone = self.phone.take().or(resumed);
        self.drain_phone();
        self.phone.is_some()
    }

    /// What the station does with a packet, as its engine does.
    fn arrives(&mut self, packet: Packet) {
        self.seen.cancel_arrived |= packet.word == Word::Cancel;
        let answer = match (&self.station, packet.word) {
            (None, Word::Ask) => Answer::Unknown,
            (None, Word::Cancel) => {
                self.station = Some(Record::Tombstone);
                Answer::Cancelled
            }
            (None, Word::Hold | Word::Commit) if packet.ms >= TOO_OLD_MS => Answer::TooOld,
            (None, Word::Hold | Word::Commit) if self.refuses => Answer::Refused,
            (None, Word::Hold | Word::Commit) => self.accepts(packet),
            (Some(_), word) => {
                self.hears(word, packet.ms);
                self.standing()
            }
        };
        if packet.word == Word::Cancel && answer == Answer::Cancelled {
            self.seen.cancel_acknowledged = true;
            self.seen.cancelled_in_hold |= !self.seen.ordered;
        }
        if self.awaited.contains(&packet.word) {
            self.answers.insert((packet.word, answer));
        }
    }

    fn accepts(&mut self, packet: Packet) -> Answer {
        let plan = PLANS.full(Kind::SosPolice).expect("the table has SOS police");
        let acceptance = Acceptance {
            incident: INCIDENT,
            seed: 7,
            device: Some(PHONE),
            trigger: None,
            plan,
            contacts: vec![],
            asks_password: false,
            siren: None,
        };
        self.station = Some(Record::accept(eligible(), acceptance, packet.ms, at(self.now_ms)));
        self.seen.incidents += 1;
        self.seen.hold_accepted = true;
        self.drain_station();
        if packet.word == Word::Commit {
            self.hears(Word::Commit, packet.ms);
        }
        self.standing()
    }

    fn hears(&mut self, word: Word, ms: u64) {
        match word {
            Word::Hold => self.tell_station(Some(Input::Hold { since_slide_ms: ms })),
            Word::Commit => {
                self.seen.commit_arrived = true;
                self.tell_station(Some(Input::Commit))
            }
            Word::Cancel => {
                self.tell_station(Some(Input::Cancel { device: PHONE, cancelled_after_ms: ms, code: Code::Normal }))
            }
            Word::Ask => false,
        };
    }

    fn tell_station(&mut self, input: Option<Input>) -> bool {
        let now = at(self.now_ms);
        if let Some(station) = &mut self.station {
            match input {
                Some(input) => station.handle_input(input, now),
                None => station.handle_timeout(now),
            }
        }
        self.drain_station();
        true
    }

    fn drain_station(&mut self) {
        while let Some(output) = self.station.as_mut().and_then(Record::poll_output) {
            if let Output::Order(Order::PlaceCall { .. }) | Output::Dispatch(_) = output {
                self.seen.ordered = true;
                self.seen.ordered_after_cancel |= self.seen.cancel_acknowledged;
            }
        }
    }

    fn standing(&self) -> Answer {
        match self.station.as_ref().map(|station| station.standing(at(self.now_ms))) {
            None => Answer::Unknown,
            Some(Standing::Held { .. }) => Answer::Held,
            Some(Standing::Committed { .. }) => Answer::Committed,
            Some(Standing::Cancelled) => Answer::Cancelled,
        }
    }

    fn is_committed(&self) -> bool {
        self.standing() == Answer::Committed
    }

    fn is_cancelled(&self) -> bool {
        self.standing() == Answer::Cancelled
    }

    fn station_acts_or_will(&self) -> bool {
        let waits = self.station.as_ref().is_some_and(|station| station.poll_timeout(at(self.now_ms)).is_some());
        self.is_committed() || waits
    }

    fn phone_goes_on(&self, phone: &Sos) -> bool {
        phone.poll_timeout(at(self.now_ms)).is_some() || !self.awaited.is_empty()
    }

    fn shown(&self) -> Option<&sos::State> {
        self.phone.as_ref().map(Sos::state)
    }

    fn dispatch(&self) -> Option<DispatchTag> {
        let dispatches = self.station.as_ref()?.incident()?.dispatches();
        dispatches.first().map(|dispatch| match dispatch.state {
            DispatchState::Ordered { .. } => DispatchTag::Ordered,
            DispatchState::Started { .. } => DispatchTag::Started,
            DispatchState::Confirmed => DispatchTag::Confirmed,
        })
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum DispatchTag {
    Ordered,
    Started,
    Confirmed,
}

/// Two worlds are the same when the same can happen in them: waits count by what is left of them.
impl World {
    fn key(&self) -> impl Hash + PartialEq {
        let now = at(self.now_ms);
        let age_ms = self.now_ms.min(INSTANTS_MS[INSTANTS_MS.len() - 1]);
        let timer = self.phone.as_ref().and_then(|phone| phone.poll_timeout(now));
        let phone = (self.shown().map(|state| self.shown_key(state)), timer.map(|timer| self.steps_left(timer)));
        let can_be_read = self.crashes_left > 0 || self.phone.is_none();
        let journal = self.journal.map(|entry| entry.filter(|_| can_be_read).map(|entry| decision_key(entry.decision)));
        let station = (self.station.as_ref().map(|station| self.station_key(station)), self.dispatch());
        let network = (self.awaited.clone(), self.network.clone(), self.answers.clone());
        (age_ms, phone, journal, self.crashes_left, network, self.refuses, station, self.seen.clone())
    }
    /// How many instants on a wait is over: all that is left of it, since time moves in instants.
    /// It makes the lengths of the phone's retries equal, which differ by less than an instant.
    fn steps_left(&self, timer: Timer) -> usize {
        let mut now_ms = self.now_ms;
        let mut steps = 0;
        while !timer.is_due(at(now_ms)) {
            now_ms = next_instant(now_ms);
            steps += 1;
        }
        steps
    }

    fn shown_key(&self, state: &sos::State) -> (u8, usize, bool) {
        match state {
            sos::State::Counting { ends, held } => (0, self.steps_left(*ends), *held),
            sos::State::Committing { held } => (1, 0, *held),
            sos::State::Cancelling { cancelled_after_ms, hold_in_flight } => {
                (2, usize::from(*cancelled_after_ms < HOLD_MS), *hold_in_flight)
            }
            sos::State::Asking => (3, 0, false),
            sos::State::Waiting { goes } => (4, self.steps_left(*goes), false),
            sos::State::TooOld => (5, 0, false),
            sos::State::Committed { cancel_was_late, .. } => (6, 0, *cancel_was_late),
            sos::State::Cancelled => (7, 0, false),
            sos::State::Refused { .. } => (8, 0, false),
        }
    }

    /// The station's own end of an incident after four hours is left out: it needs an accepted request.
    fn station_key(&self, station: &Record) -> (u8, Option<usize>) {
        let Some(incident) = station.incident() else { return (0, None) };
        let left = incident.poll_timeout(at(self.now_ms)).filter(|(wake, _)| *wake != Wake::Close);
        let left = left.map(|(_, timer)| self.steps_left(timer));
        match incident.state() {
            State::Held { .. } => (1, left),
            State::Contacting { .. } => (2, left),
            State::Responding(_) => (3, left),
            State::Closed(ending) => (if *ending == Ending::CancelledOnDevice { 4 } else { 5 }, None),
            State::SirenAlone => (6, left),
            State::NobodySent { .. } => (7, left),
            State::Joined { .. } => (8, None),
        }
    }
}

impl Hash for World {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.key().hash(hasher);
    }
}

impl PartialEq for World {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

/// A cancel's time only tells whether it was pressed in time.
const fn decision_key(decision: Decision) -> (u8, bool) {
    match decision {
        Decision::Open => (0, false),
        Decision::Commit => (1, false),
        Decision::Cancel { cancelled_after_ms } => (2, cancelled_after_ms < HOLD_MS),
        Decision::Settled => (3, false),
    }
}

fn next_instant(now_ms: u64) -> u64 {
    INSTANTS_MS.into_iter().find(|instant| *instant > now_ms).unwrap_or(now_ms + 60_000)
}

/// A commit's time only tells whether it is too old, a cancel's whether it was pressed in time.
fn packet(message: Message, now_ms: u64) -> Packet {
    match message {
        Message::Hold => Packet { word: Word::Hold, ms: now_ms },
        Message::Commit => Packet { word: Word::Commit, ms: if now_ms < TOO_OLD_MS { HOLD_MS } else { TOO_OLD_MS } },
        Message::Cancel { cancelled_after_ms } => {
            Packet { word: Word::Cancel, ms: cancelled_after_ms.clamp(HOLD_MS - 1, HOLD_MS) }
        }
        Message::Ask => Packet { word: Word::Ask, ms: 0 },
    }
}

const INCIDENT: IncidentId = IncidentId::from_random([2; 16]);
const PHONE: DeviceId = DeviceId::from_random([3; 16]);
