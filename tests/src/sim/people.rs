//! Contacts and their telephones. What a person does in a call is drawn for that call; what a person can do is what the
//! station says in it.

use mayday_protocol::ContactId;
use mayday_protocol::call::{Digits, Fact, Password, State};
use mayday_station::offline::{At, Command, OrderId, Waiting};

use super::check::Checked;
use super::ledger::Leg;
use super::random::Random;
use super::world::{Happening, World};

/// What happens on a leg next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Stage {
    Dials,
    Rings,
    PicksUp,
    /// The digits are pressed for the n-th time.
    Keys(u64),
    /// The n-th thing that the person says.
    Speaks(u64),
    Ends(Fact),
}

/// What a person is like in one call.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Manner {
    Busy,
    Fails,
    NeverRings,
    Ignores,
    Rejects,
    Voicemail,
    /// Picks up, and nobody presses anything.
    Pocket,
    Helps,
    Cancels(Password),
    Silent,
    HangsUp,
    WantsAgent,
}

const MANNERS: [Manner; 20] = [
    Manner::Busy,
    Manner::Fails,
    Manner::NeverRings,
    Manner::Ignores,
    Manner::Ignores,
    Manner::Rejects,
    Manner::Voicemail,
    Manner::Voicemail,
    Manner::Pocket,
    Manner::Helps,
    Manner::Helps,
    Manner::Cancels(Password::Right),
    Manner::Cancels(Password::Right),
    Manner::Cancels(Password::Right),
    Manner::Cancels(Password::Right),
    Manner::Cancels(Password::Wrong),
    Manner::Cancels(Password::Duress),
    Manner::Silent,
    Manner::HangsUp,
    Manner::WantsAgent,
];

impl World {
    pub(super) fn dialled(&mut self, waiting: Waiting, call: u16, contact: ContactId) {
        let leg = self.leg_of(waiting.at, call, contact, Some(waiting.id));
        self.after(50, Happening::Leg(leg, Stage::Dials));
    }

    pub(super) fn leg_of(&mut self, at: At, call: u16, contact: ContactId, order: Option<OrderId>) -> usize {
        let person = self.check.persons.get(&contact).cloned().unwrap_or_default();
        let label = self.label(at);
        self.check.ledger.legs.push(Leg { at, label, call, person, order, lives: true, reports: 0 });
        self.check.ledger.legs.len() - 1
    }

    fn chance_of_leg(&self, leg: &Leg, what: u64) -> Random {
        let [home, hidden, nth] = leg.label.parts();
        self.chance_of(&[8, home, hidden, nth, u64::from(leg.call), what])
    }

    fn manner(&self, leg: &Leg) -> Manner {
        self.chance_of_leg(leg, 0).pick(&MANNERS)
    }

    pub(super) fn leg(&mut self, number: usize, stage: Stage) -> Checked {
        let leg = self.check.ledger.legs[number].clone();
        if !leg.lives {
            return Ok(());
        }
        let manner = self.manner(&leg);
        let mut random = self.chance_of_leg(&leg, 1 + stage.number());
        match stage {
            Stage::Dials => match manner {
                Manner::Busy => self.next(number, random.between(200, 3_000), Stage::Ends(Fact::Busy)),
                Manner::Fails => self.next(number, random.between(200, 3_000), Stage::Ends(Fact::Failed)),
                Manner::NeverRings => {}
                Manner::Ignores
                | Manner::Rejects
                | Manner::Voicemail
                | Manner::Pocket
                | Manner::Helps
                | Manner::Cancels(_)
                | Manner::Silent
                | Manner::HangsUp
                | Manner::WantsAgent => self.next(number, random.between(100, 6_000), Stage::Rings),
            },
            Stage::Rings => {
                self.says(number, Fact::Ringing);
                match manner {
                    Manner::Rejects => self.next(number, random.between(500, 15_000), Stage::Ends(Fact::HungUp)),
                    Manner::Voicemail => self.next(number, random.between(5_000, 27_000), Stage::Ends(Fact::Voicemail)),
                    Manner::Busy | Manner::Fails | Manner::NeverRings | Manner::Ignores => {}
                    Manner::Pocket
                    | Manner::Helps
                    | Manner::Cancels(_)
                    | Manner::Silent
                    | Manner::HangsUp
                    | Manner::WantsAgent => self.next(number, random.between(500, 26_000), Stage::PicksUp),
                }
            }
            Stage::PicksUp => {
                self.says(number, Fact::PickedUp);
                if manner != Manner::Pocket {
                    self.next(number, random.between(1_800, 9_000), Stage::Keys(0));
                }
            }
            Stage::Keys(times) => self.keys(number, times),
            Stage::Speaks(times) => self.speaks(number, times, manner, &mut random),
            Stage::Ends(fact) => {
                self.says(number, fact);
                // A voicemail holds the line until its message is over.
                self.check.ledger.legs[number].lives = fact == Fact::Voicemail;
            }
        }
        Ok(())
    }

    fn next(&mut self, leg: usize, ms: u64, stage: Stage) {
        self.after(ms, Happening::Leg(leg, stage));
    }

    /// The two digits that the station speaks, one after the other.
    fn keys(&mut self, number: usize, times: u64) {
        let Some(active) = self.active_of(number) else { return };
        let Digits([first, second]) = active.digits();
        match active.state() {
            State::Dialing { .. } | State::Ringing { .. } if times < 20 => {
                self.next(number, 1_000, Stage::Keys(times + 1));
            }
            State::PickedUp { .. } if times < 20 => {
                self.key(number, 0, first);
                self.key(number, 150, second);
                self.next(number, 1_500, Stage::Speaks(0));
            }
            State::AskingPassword { .. } | State::Deciding { .. } | State::Offering { .. } => {
                self.next(number, 100, Stage::Speaks(0));
            }
            State::Dialing { .. } | State::Ringing { .. } | State::PickedUp { .. } | State::Ended(_) => {}
        }
    }

    fn speaks(&mut self, number: usize, times: u64, manner: Manner, random: &mut Random) {
        let Some(active) = self.active_of(number) else { return };
        let thinks = if random.chance(8) { random.between(40_000, 70_000) } else { random.between(300, 12_000) };
        if times == 0 {
            return self.next(number, thinks, Stage::Speaks(1));
        }
        let again = |world: &mut Self| {
            if times < 10 {
                world.next(number, 1_200, Stage::Speaks(times + 1));
            }
        };
        match (active.state(), manner) {
            (State::PickedUp { .. } | State::Dialing { .. } | State::Ringing { .. }, _) => {
                self.next(number, 500, Stage::Keys(times));
            }
            (State::Ended(_), _) | (_, Manner::Silent | Manner::Pocket) => {}
            (_, Manner::HangsUp) => self.next(number, 10, Stage::Ends(Fact::HungUp)),
            (State::Offering { .. }, Manner::WantsAgent) => self.key(number, 0, '0'),
            (State::Offering { .. }, _) => self.next(number, 10, Stage::Ends(Fact::HungUp)),
            (State::AskingPassword { .. }, Manner::Cancels(password)) => {
                self.says(number, Fact::Password(self.password(password)));
                again(self);
            }
            (State::Deciding { .. }, Manner::Cancels(_)) if active.offers_cancel() => self.key(number, 0, '2'),
            (State::Deciding { .. }, Manner::Cancels(_)) => self.next(number, 10, Stage::Ends(Fact::HungUp)),
            (State::AskingPassword { .. } | State::Deciding { .. }, _) => self.key(number, 0, '1'),
        }
    }

    const fn password(&self, password: Password) -> Password {
        match password {
            Password::Duress if self.normal_codes => Password::Right,
            Password::Duress | Password::Right | Password::Wrong => password,
        }
    }

    fn active_of(&self, number: usize) -> Option<mayday_protocol::call::Call> {
        let leg = &self.check.ledger.legs[number];
        self.check.active(leg.at, leg.call).map(|active| active.call)
    }

    /// A key is heard once, in its order: it travels in the call itself.
    fn key(&mut self, number: usize, ms: u64, key: char) {
        let Leg { at, call, .. } = self.check.ledger.legs[number];
        self.after(ms + 60, Happening::Report(Command::Report { at, call, fact: Fact::Key(key), finishes: None }));
    }

    /// The carrier reports: late, twice, or not at all.
    fn says(&mut self, number: usize, fact: Fact) {
        let leg = &mut self.check.ledger.legs[number];
        leg.reports += 1;
        let (at, call, reports) = (leg.at, leg.call, leg.reports);
        let finishes = leg.order.take();
        let mut random = self.chance_of_leg(&self.check.ledger.legs[number], 1_000 + reports);
        let report = |finishes| Happening::Report(Command::Report { at, call, fact, finishes });
        let takes = if random.chance(self.script.late) { random.wait(200, 7) } else { 60 };
        let takes = if self.calm { 60 } else { takes };
        if random.chance(self.script.doubled) && !self.calm {
            self.after(takes + random.wait(100, 10), report(None));
        }
        let lost = random.chance(self.script.lost / 2) && !self.calm && finishes.is_none();
        if !lost {
            self.after(takes, report(finishes));
        }
    }

    /// A voicemail records, and says when it has; or never.
    pub(super) fn record(&mut self, waiting: Waiting, call: u16) {
        let Waiting { id, at, .. } = waiting;
        let mut random = self.chance_of_order(&waiting, 5);
        let fact = match random.below(10) {
            0..6 => Some(Fact::MessageLeft),
            6 => Some(Fact::HungUp),
            _ => None,
        };
        let ends = random.between(5_000, 45_000);
        if let Some(fact) = fact {
            self.after(ends, Happening::Report(Command::Report { at, call, fact, finishes: Some(id) }));
        } else {
            self.after(1, Happening::Report(Command::Finish(id)));
        }
    }

    /// A contact calls the station's number: a person, from the first second on.
    pub(super) fn call_back(&mut self, home: usize, contact: usize) -> Checked {
        let Some(id) = self.homes.get(home).map(|home| home.id) else { return Ok(()) };
        let listed = self.script.homes[home].numbers.get(contact).cloned();
        let Some(contact) = self.check.contacts[home].get(contact).copied() else { return Ok(()) };
        if self.check.ledger.legs.iter().any(|leg| leg.lives && Some(&leg.person) == listed.as_ref()) {
            return Ok(());
        }
        let Some(performed) = self.ask(Command::CallBack { home: id, contact })? else { return Ok(()) };
        self.answered.push(format!("{:?}", performed.answer));
        let mut calls = self.check.signals.iter().filter_map(|signal| {
            let calls = signal.incident()?.active_calls();
            let own = calls.into_iter().find(|active| {
                active.contact == contact && active.call.role() == mayday_protocol::call::Role::CallBack
            });
            own.map(|active| (signal.at, active.number))
        });
        if let Some((at, number)) = calls.next_back()
            && self.check.ledger.leg(at, number).is_none()
        {
            let leg = self.leg_of(at, number, contact, None);
            self.after(200, Happening::Leg(leg, Stage::Speaks(0)));
        }
        Ok(())
    }
}

impl Stage {
    const fn number(self) -> u64 {
        match self {
            Self::Dials => 1,
            Self::Rings => 2,
            Self::PicksUp => 3,
            Self::Ends(_) => 4,
            Self::Keys(times) => 100 + times,
            Self::Speaks(times) => 200 + times,
        }
    }
}
