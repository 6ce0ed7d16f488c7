//! A device that is removed from its home while its slide is on the way, checked in every state that phone, network
//! and station can reach: it is never told *not sent* or *cancelled* of a signal that the station acts on.
//!
//! The machines are the real ones. Time moves between the instants at which something is decided and ends a while
//! after them, which closes the space; packets may be lost, doubled, delayed and reordered.

mod common;

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use mayday_protocol::incident::{Acceptance, Code, DispatchState, Incident, Input, Standing, State};
use mayday_protocol::plan::PLANS;
use mayday_protocol::signal::Record;
use mayday_protocol::sos::{self, Message, Sos};
use mayday_protocol::{DeviceId, IncidentId, Kind, Reason, SignalId, Timer};
use stateright::{Checker, Model, Property};

use common::{POLICE, at, eligible};

/// proves: C2, C5, C6
#[test]
fn a_removed_device_is_never_told_less_than_the_station_does() {
    let checker = Removal.checker().spawn_bfs().join();
    checker.assert_properties();
    assert!(checker.is_done());
    println!("{} states", checker.unique_state_count());
}

/// The instants between which nothing is decided.
const INSTANTS_MS: [u64; 5] = [0, 4_999, 5_000, 7_000, 9_000];
const PHONE: DeviceId = DeviceId::from_random([3; 16]);

#[derive(Clone)]
struct Removal;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    TimePasses,
    PhoneWakes,
    StationWakes,
    Press,
    /// The operator removes the device.
    Remove,
    Arrives(Packet),
    Answered(Word, Answer),
    GivenUp(Word),
    DispatchStarts,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Word {
    Hold,
    Commit,
    Cancel,
}

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
    Revoked,
    RevokedAfterHold,
}

#[derive(Clone, Debug)]
struct World {
    at: usize,
    phone: Sos,
    awaited: BTreeSet<Word>,
    network: BTreeSet<Packet>,
    answers: BTreeSet<(Word, Answer)>,
    removed: bool,
    station: Option<Record>,
    cancel_arrived: bool,
    commit_arrived: bool,
}

impl Model for Removal {
    type State = World;
    type Action = Action;

    fn init_states(&self) -> Vec<World> {
        let phone = Sos::begin(eligible(), SignalId::from_random([1; 16]), Kind::SosPolice, at(0));
        let mut world = World {
            at: 0,
            phone,
            awaited: BTreeSet::new(),
            network: BTreeSet::new(),
            answers: BTreeSet::new(),
            removed: false,
            station: None,
            cancel_arrived: false,
            commit_arrived: false,
        };
        world.drain_phone();
        vec![world]
    }

    fn actions(&self, world: &World, actions: &mut Vec<Action>) {
        actions.extend(world.network.iter().map(|packet| Action::Arrives(*packet)));
        actions.extend(world.answers.iter().map(|(word, answer)| Action::Answered(*word, *answer)));
        actions.extend(world.awaited.iter().map(|word| Action::GivenUp(*word)));
        actions.extend([Action::TimePasses, Action::PhoneWakes, Action::StationWakes]);
        actions.extend([Action::Press, Action::Remove, Action::DispatchStarts]);
    }

    fn next_state(&self, before: &World, action: Action) -> Option<World> {
        let mut world = before.clone();
        world.act(action).then_some(world)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always(
                "not_sent_and_cancelled_are_shown_only_when_the_station_does_not_act",
                |_, world: &World| {
                    let says_nothing_goes =
                        matches!(world.phone.state(), sos::State::Refused { held: false, .. } | sos::State::Cancelled);
                    !says_nothing_goes || !world.station_acts_or_will()
                },
            ),
            Property::always("what_was_held_before_the_removal_goes_its_way", |_, world: &World| {
                world.station.is_none() || world.cancel_arrived || world.station_acts_or_will()
            }),
            Property::sometimes("the_station_acts_for_a_device_that_was_removed", |_, world: &World| {
                world.removed && matches!(world.standing(), Some(Standing::Committed { .. }))
            }),
            Property::sometimes("the_device_is_told_that_the_station_acts_by_itself", |_, world: &World| {
                matches!(world.phone.state(), sos::State::Refused { held: true, .. })
            }),
            Property::sometimes("the_device_is_told_that_nothing_was_sent", |_, world: &World| {
                matches!(world.phone.state(), sos::State::Refused { held: false, .. })
            }),
            Property::sometimes("a_cancel_of_a_removed_device_is_fulfilled", |_, world: &World| {
                world.removed && world.station.is_none() && *world.phone.state() == sos::State::Cancelled
            }),
        ]
    }
}

impl World {
    /// Takes a step; `false` when there is none to take.
    fn act(&mut self, action: Action) -> bool {
        let now = at(self.now_ms());
        match action {
            Action::TimePasses => {
                self.at += 1;
                return self.at < INSTANTS_MS.len();
            }
            Action::PhoneWakes => {
                let due = self.phone.poll_timeout(now).is_some_and(|timer| timer.is_due(now));
                self.phone.handle_timeout(now);
                self.drain_phone();
                return due;
            }
            Action::StationWakes => {
                let timer = self.station.as_ref().and_then(|station| station.poll_timeout(now));
                self.tell_station(None);
                return timer.is_some_and(|timer| timer.is_due(now));
            }
            Action::Press => {
                let can = self.phone.can_cancel();
                self.phone.handle_input(sos::Input::CancelPressed, now);
                self.drain_phone();
                return can;
            }
            Action::Remove => {
                let removed = self.removed;
                self.removed = true;
                return !removed;
            }
            Action::Arrives(packet) => self.arrives(packet),
            Action::Answered(word, answer) => self.answered(word, answer),
            Action::GivenUp(word) => self.given_up(word),
            Action::DispatchStarts => {
                let before = self.station.clone();
                self.tell_station(Some(Input::DispatchStarted { request: POLICE }));
                return self.station != before;
            }
        }
        true
    }

    const fn now_ms(&self) -> u64 {
        INSTANTS_MS[self.at]
    }

    fn drain_phone(&mut self) {
        while let Some(output) = self.phone.poll_output() {
            if let sos::Output::Send(message) = output {
                let packet = match message {
                    Message::Hold => Packet { word: Word::Hold, ms: self.now_ms() },
                    Message::Commit => Packet { word: Word::Commit, ms: self.now_ms() },
                    Message::Cancel { cancelled_after_ms } => Packet { word: Word::Cancel, ms: cancelled_after_ms },
                    Message::Ask => unreachable!("nothing restarts here"),
                };
                self.awaited.insert(packet.word);
                self.network.insert(packet);
            }
        }
        if self.phone.is_settled() {
            self.awaited.clear();
            self.answers.clear();
        }
    }

    /// What the station does with a packet, as its engine does.
    fn arrives(&mut self, packet: Packet) {
        let answer = if self.removed {
            match self.standing() {
                Some(Standing::Held { .. } | Standing::Committed { .. }) => Answer::RevokedAfterHold,
                Some(Standing::Cancelled) | None => Answer::Revoked,
            }
        } else {
            self.hears(packet);
            match self.standing() {
                Some(Standing::Held { .. }) => Answer::Held,
                Some(Standing::Committed { .. }) => Answer::Committed,
                Some(Standing::Cancelled) | None => Answer::Cancelled,
            }
        };
        if self.awaited.contains(&packet.word) {
            self.answers.insert((packet.word, answer));
        }
    }

    fn hears(&mut self, Packet { word, ms }: Packet) {
        self.cancel_arrived |= word == Word::Cancel;
        self.commit_arrived |= word == Word::Commit;
        if self.station.is_none() {
            self.station = Some(match word {
                Word::Cancel => Record::Tombstone,
                Word::Hold | Word::Commit => accepted(ms, self.now_ms()),
            });
        }
        self.tell_station(Some(match word {
            Word::Hold => Input::Hold { since_slide_ms: ms },
            Word::Commit => Input::Commit,
            Word::Cancel => Input::Cancel { device: PHONE, cancelled_after_ms: ms, code: Code::Normal },
        }));
    }

    fn tell_station(&mut self, input: Option<Input>) {
        let now = at(self.now_ms());
        let Some(station) = &mut self.station else { return };
        match input {
            Some(input) => station.handle_input(input, now),
            None => station.handle_timeout(now),
        }
        while station.poll_output().is_some() {}
    }

    fn answered(&mut self, word: Word, answer: Answer) {
        self.hears_no_more(word);
        let now = at(self.now_ms());
        let standing = match answer {
            Answer::Held => Ok(Standing::Held { acts_by_itself_in_ms: 1 }),
            Answer::Committed => Ok(Standing::Committed { incident: IncidentId::from_random([2; 16]) }),
            Answer::Cancelled => Ok(Standing::Cancelled),
            Answer::Revoked => Err(Reason::Revoked),
            Answer::RevokedAfterHold => Err(Reason::RevokedAfterHold),
        };
        match standing {
            Ok(standing) => self.phone.handle_input(sos::Input::Standing(standing), now),
            Err(reason) => self.phone.handle_refusal(vec![reason], now),
        }
        self.drain_phone();
    }

    fn given_up(&mut self, word: Word) {
        self.hears_no_more(word);
        let message = match (word, self.phone.state()) {
            (Word::Hold, _) => Message::Hold,
            (Word::Commit, _) => Message::Commit,
            (Word::Cancel, sos::State::Cancelling { cancelled_after_ms, .. }) => {
                Message::Cancel { cancelled_after_ms: *cancelled_after_ms }
            }
            (Word::Cancel, _) => return,
        };
        self.phone.handle_input(sos::Input::Unreachable(message), at(self.now_ms()));
        self.drain_phone();
    }

    fn hears_no_more(&mut self, word: Word) {
        self.awaited.remove(&word);
        self.answers.retain(|(of, _)| *of != word);
    }

    fn standing(&self) -> Option<Standing> {
        self.station.as_ref().map(|station| station.standing(at(self.now_ms())))
    }

    fn station_acts_or_will(&self) -> bool {
        matches!(self.standing(), Some(Standing::Held { .. } | Standing::Committed { .. }))
    }

    /// Worlds are the same when the same can happen in them. A wait counts by the instant at which it is over: so the
    /// lengths of the phone's retries are equal, which differ by less than an instant.
    fn key(&self) -> impl Hash + PartialEq {
        let over = |timer: Timer| INSTANTS_MS.iter().position(|ms| timer.is_due(at(*ms)));
        let phone = (shown(self.phone.state()), self.phone.poll_timeout(at(self.now_ms())).map(over));
        let incident = self.station.as_ref().map(|station| {
            let started = station.incident().map(Incident::state).map(tag);
            (started, station.poll_timeout(at(self.now_ms())).map(over))
        });
        let network = (self.awaited.clone(), self.network.clone(), self.answers.clone());
        (self.at, phone, incident, network, self.removed, self.cancel_arrived, self.commit_arrived)
    }
}

const fn shown(state: &sos::State) -> (u8, u64, bool) {
    match state {
        sos::State::Counting { held, .. } => (0, 0, *held),
        sos::State::Committing { held } => (1, 0, *held),
        sos::State::Cancelling { cancelled_after_ms, hold_in_flight } => (2, *cancelled_after_ms, *hold_in_flight),
        sos::State::Asking => (3, 0, false),
        sos::State::Waiting { .. } => (4, 0, false),
        sos::State::TooOld => (5, 0, false),
        sos::State::Committed { cancel_was_late, .. } => (6, 0, *cancel_was_late),
        sos::State::Cancelled => (7, 0, false),
        sos::State::Refused { held, .. } => (8, 0, *held),
    }
}

fn tag(state: &State) -> u8 {
    match state {
        State::Held { .. } => 0,
        State::Contacting { .. } => 1,
        State::Responding(responding) => match responding.dispatches.first().map(|dispatch| dispatch.state) {
            Some(DispatchState::Ordered { .. }) | None => 2,
            Some(DispatchState::Started { .. }) => 3,
            Some(DispatchState::Confirmed) => 4,
        },
        State::SirenAlone => 5,
        State::Closed(_) => 6,
        State::NobodySent { .. } => 7,
        State::Joined { .. } => 8,
    }
}

/// The home has no contacts, so that acting is one dispatch request.
fn accepted(since_slide_ms: u64, now_ms: u64) -> Record {
    let acceptance = Acceptance {
        incident: IncidentId::from_random([2; 16]),
        seed: 7,
        device: Some(PHONE),
        trigger: None,
        plan: PLANS.full(Kind::SosPolice).expect("the table has SOS police"),
        contacts: vec![],
        asks_password: false,
        siren: None,
    };
    Record::accept(eligible(), acceptance, since_slide_ms, at(now_ms))
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
