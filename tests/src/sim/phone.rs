//! Phones: the real machine of the phone's side, a disk, a clock, and a network that is none of the best.

use std::sync::Arc;

use mayday_clock::{Clock, FakeClock};
use mayday_protocol::incident::Standing;
use mayday_protocol::sos::{Entry, Input, Message, Output, Sos, State};
use mayday_protocol::{DeviceId, HomeFacts, HomeId, Kind, SignalId, eligibility};
use mayday_station::offline::{Answer, At, Command};
use mayday_wire::{ErrorBody, ErrorCode};

use super::check::{Checked, Rule, Violation, holds};
use super::plant::Plant;
use super::world::{Happening, World, failed};

/// A message that has no answer by then counts as lost (DESIGN §3.7).
const DEADLINE_MS: u64 = 2_000;

/// A phone of a home.
#[derive(Debug)]
pub(super) struct Phone {
    pub(super) home: usize,
    pub(super) home_id: HomeId,
    pub(super) device: DeviceId,
    facts: HomeFacts,
    pub(super) clock: Arc<FakeClock>,
    pub(super) sos: Option<Sos>,
    pub(super) drill: bool,
    /// Which start of the app it is.
    life: u64,
    pub(super) runs: bool,
    pub(super) asleep_until: u64,
    pub(super) cut_until: u64,
    disk: Option<Entry>,
    writing: Option<(u64, Entry)>,
    letters: u64,
    slides: u64,
    /// The letters that wait for an answer.
    waits_for: Vec<u64>,
}

/// A message on its way, with what it says.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    pub(super) phone: usize,
    life: u64,
    number: u64,
    message: Message,
    since_slide_ms: u64,
    at: At,
    kind: Kind,
    drill: bool,
}

impl Phone {
    pub(super) fn new(home: usize, home_id: HomeId, device: DeviceId, facts: &HomeFacts) -> Self {
        Self {
            home,
            home_id,
            device,
            facts: facts.clone(),
            clock: Arc::new(FakeClock::start()),
            sos: None,
            drill: false,
            life: 0,
            runs: true,
            asleep_until: 0,
            cut_until: 0,
            disk: None,
            writing: None,
            letters: 0,
            slides: 0,
            waits_for: vec![],
        }
    }
}

impl World {
    pub(super) fn slide(&mut self, phone: usize, kind: Kind, drill: bool, cancel_after: Option<u64>) -> Checked {
        let slid = self.slides.len();
        let id = SignalId::from_random(self.chance_of(&[2, phone as u64, self.phones[phone].slides]).id());
        let own = &mut self.phones[phone];
        let busy = own.sos.as_ref().is_some_and(|sos| !sos.is_settled());
        let awake = own.runs && own.asleep_until <= self.now;
        let Some(checked) = eligibility::check(kind, &own.facts).ok().filter(|_| awake && !busy) else { return Ok(()) };
        own.slides += 1;
        own.drill = drill;
        own.sos = Some(Sos::begin(checked, id, kind, own.clock.now()));
        self.slides.push(id);
        self.note(&format!("phone {phone} slides {kind:?}, drill: {drill}, {id:?}"));
        if let Some(after) = cancel_after {
            self.after(after, Happening::Press { phone, slide: slid });
        }
        self.drain(phone)
    }

    /// *Cancel* on the screen of the slide that was made as number `slide` of this world.
    pub(super) fn press(&mut self, phone: usize, slide: usize) -> Checked {
        let own = self.phones[phone].sos.as_ref().is_some_and(|sos| Some(&sos.signal().id) == self.slides.get(slide));
        if own { self.phone_hears(phone, Input::CancelPressed) } else { Ok(()) }
    }

    pub(super) fn phone_hears(&mut self, phone: usize, input: Input) -> Checked {
        let own = &mut self.phones[phone];
        if !own.runs || own.asleep_until > self.now {
            return Ok(());
        }
        let now = own.clock.now();
        let Some(sos) = &mut own.sos else { return Ok(()) };
        sos.handle_input(input, now);
        self.drain(phone)
    }

    pub(super) fn phone_wakes(&mut self, phone: usize) -> Checked {
        let own = &mut self.phones[phone];
        if !own.runs || own.asleep_until > self.now {
            return Ok(());
        }
        let now = own.clock.now();
        let Some(sos) = &mut own.sos else { return Ok(()) };
        sos.handle_timeout(now);
        self.drain(phone)
    }

    fn drain(&mut self, phone: usize) -> Checked {
        while let Some(output) = self.phones[phone].sos.as_mut().and_then(Sos::poll_output) {
            match output {
                Output::Send(message) => self.send(phone, message),
                Output::Keep(entry) => {
                    let takes = self.chance_of(&[3, phone as u64, self.phones[phone].letters]).below(40);
                    let own = &mut self.phones[phone];
                    if let Some((_, kept)) = own.writing.take() {
                        own.disk = Some(kept);
                    }
                    own.writing = Some((self.now + takes, entry));
                }
            }
        }
        let own = &self.phones[phone];
        let now = own.clock.now();
        if let Some(timer) = own.sos.as_ref().and_then(|sos| sos.poll_timeout(now)) {
            self.after(timer.remaining_ms(now), Happening::PhoneWakes(phone));
        }
        Ok(())
    }

    fn send(&mut self, phone: usize, message: Message) {
        let own = &mut self.phones[phone];
        let Some(signal) = own.sos.as_ref().map(Sos::signal) else { return };
        own.letters += 1;
        own.waits_for.push(own.letters);
        let letter = Letter {
            phone,
            life: own.life,
            number: own.letters,
            message,
            since_slide_ms: own.clock.now().ms_since(signal.slid_at),
            at: At { home: own.home_id, signal: signal.id },
            kind: signal.kind,
            drill: own.drill,
        };
        let cut = own.cut_until > self.now && !self.calm;
        let mut random = self.chance_of(&[4, phone as u64, letter.number]);
        self.after(DEADLINE_MS, Happening::GivesUp(letter.clone()));
        if self.calm {
            return self.after(20, Happening::Arrives(letter));
        }
        let takes = if random.chance(self.script.late) { random.wait(500, 6) } else { random.between(5, 80) };
        if random.chance(self.script.doubled) {
            self.after(takes + random.wait(100, 10), Happening::Arrives(letter.clone()));
        }
        if !cut && !random.chance(self.script.lost) {
            self.after(takes, Happening::Arrives(letter));
        }
    }

    /// A message is at the station, which may not run, and may be killed once it has stored it.
    pub(super) fn arrives(&mut self, letter: Letter) -> Checked {
        let Letter { message, at, kind, since_slide_ms, drill, phone, .. } = letter;
        let device = self.device(phone);
        let mut random = self.chance_of(&[5, phone as u64, letter.number, self.epoch]);
        let at = self.taken_for_another(at, message);
        let command = match message {
            Message::Hold => Command::Hold { device, at, kind, since_slide_ms, drill },
            Message::Commit => Command::Commit { device, at, kind, since_slide_ms, drill },
            Message::Cancel { .. } if self.plant == Some(Plant::CancelIgnored) => {
                self.check.acknowledged(at, Standing::Cancelled, self.now)?;
                return self.returns(&letter, Ok(Standing::Cancelled));
            }
            Message::Cancel { cancelled_after_ms } => Command::Cancel { device, at, cancelled_after_ms },
            Message::Ask => Command::Ask { device, at },
        };
        let lies = self.plant == Some(Plant::AckBeforeCommit) && !self.planted && message == Message::Hold;
        let before = if lies && self.station.is_some() { Some(self.disk()?) } else { None };
        let Some(performed) = self.ask(command)? else { return Ok(()) };
        self.device_says(at, &performed.answer)?;
        if message == Message::Hold && self.plant == Some(Plant::SirenWhileHeld) {
            self.check.siren_starts(at)?;
        }
        if let Some(before) = before {
            self.planted = true;
            return self.loses(before);
        }
        if self.is_killed(&mut random) {
            return Ok(());
        }
        let answer = match performed.answer {
            Ok(Answer::Standing(standing)) => Ok(standing),
            Ok(Answer::Done | Answer::Reported(_) | Answer::Go(_) | Answer::Raised { .. }) => {
                Err(ErrorCode::NotStored.into())
            }
            Err(refusal) => Err(refusal),
        };
        let cut = self.phones[phone].cut_until > self.now && !self.calm;
        let takes = if random.chance(self.script.late) { random.wait(500, 4) } else { random.between(5, 80) };
        if self.calm || !(cut || random.chance(self.script.lost)) {
            self.after(if self.calm { 20 } else { takes }, Happening::Returns(letter, answer));
        }
        Ok(())
    }

    /// A chance to be killed between a commit and whatever would have been told of it.
    pub(super) fn is_killed(&mut self, random: &mut super::random::Random) -> bool {
        if self.calm || !random.chance(self.script.killed) {
            return false;
        }
        let wrong = random.chance(30).then(|| random.pick(&[0, 0, 3_600_000, -3_600_000]));
        self.kill(random.wait(50, 8), wrong);
        true
    }

    fn taken_for_another(&mut self, at: At, message: Message) -> At {
        let repeated = message == Message::Hold && self.check.signal(at).is_some();
        if self.plant == Some(Plant::RepeatedSlide) && repeated {
            return At { signal: SignalId::from_random(self.chance_of(&[99, self.now]).id()), ..at };
        }
        at
    }

    pub(super) fn returns(&mut self, letter: &Letter, answer: Result<Standing, ErrorBody>) -> Checked {
        if !self.waits(letter) {
            return Ok(());
        }
        let asleep_until = self.phones[letter.phone].asleep_until;
        if asleep_until > self.now {
            self.at(asleep_until, Happening::Returns(letter.clone(), answer));
            return Ok(());
        }
        self.phones[letter.phone].waits_for.retain(|number| *number != letter.number);
        let refusal = match answer {
            Ok(standing) => return self.phone_hears(letter.phone, Input::Standing(standing)),
            Err(refusal) => refusal,
        };
        if refusal.code == ErrorCode::Unknown {
            self.phone_hears(letter.phone, Input::Unknown)
        } else if refusal.code == ErrorCode::TooOld {
            self.phone_hears(letter.phone, Input::TooOld)
        } else if refusal.code.is_final() {
            let own = &mut self.phones[letter.phone];
            let (now, reasons) = (own.clock.now(), refusal.reasons.iter().map(|it| it.code).collect());
            if let Some(sos) = &mut own.sos {
                sos.handle_refusal(reasons, now);
            }
            self.drain(letter.phone)
        } else {
            self.phone_hears(letter.phone, Input::Unreachable(letter.message))
        }
    }

    pub(super) fn gives_up(&mut self, letter: &Letter) -> Checked {
        if !self.waits(letter) {
            return Ok(());
        }
        let asleep_until = self.phones[letter.phone].asleep_until;
        if asleep_until > self.now {
            self.at(asleep_until, Happening::GivesUp(letter.clone()));
            return Ok(());
        }
        self.phones[letter.phone].waits_for.retain(|number| *number != letter.number);
        self.phone_hears(letter.phone, Input::Unreachable(letter.message))
    }

    fn waits(&self, letter: &Letter) -> bool {
        let own = &self.phones[letter.phone];
        let current = own.sos.as_ref().is_some_and(|sos| sos.signal().id == letter.at.signal);
        own.runs && own.life == letter.life && current && own.waits_for.contains(&letter.number)
    }

    pub(super) fn app_ends(&mut self, phone: usize, for_ms: u64, reboot: Option<i64>) {
        let now = self.now;
        let own = &mut self.phones[phone];
        if !own.runs {
            return;
        }
        if let Some((_, entry)) = own.writing.take().filter(|(at, _)| *at <= now) {
            own.disk = Some(entry);
        }
        own.runs = false;
        own.life += 1;
        own.sos = None;
        own.waits_for.clear();
        self.after(for_ms, Happening::PhoneStarts(phone, reboot));
    }

    pub(super) fn phone_starts(&mut self, phone: usize, reboot: Option<i64>) -> Checked {
        let own = &mut self.phones[phone];
        own.runs = true;
        if let Some(wrong) = reboot {
            own.clock.reboot(0);
            own.clock.step_wall(wrong);
        }
        own.sos = own.disk.and_then(|entry| Sos::resume(entry, own.clock.now()));
        let resumed = own.sos.as_ref().map(|sos| sos.state().clone());
        self.note(&format!("phone {phone} starts with {resumed:?}"));
        self.drain(phone)
    }

    /// What a phone says at the end is what the station has; and none goes on trying for good.
    pub(super) fn phones_have_settled(&self) -> Checked {
        for (number, phone) in self.phones.iter().enumerate() {
            let Some(sos) = &phone.sos else { continue };
            let at = At { home: phone.home_id, signal: sos.signal().id };
            let record = self.check.signal(at).map(|signal| &signal.record);
            let detail = || format!("phone {number}: {:?}, and the station has {record:?}", sos.state());
            let standing = record.map(|record| record.standing(self.clock.now()));
            match sos.state() {
                State::Counting { .. } | State::Committing { .. } | State::Cancelling { .. } | State::Asking => {
                    holds(Rule::ClosesWithinItsBound, false, detail)?;
                }
                State::Cancelled => {
                    let asked_anew = self.check.signal(at).is_some_and(|signal| signal.was_asked_anew());
                    let true_to_it = asked_anew || standing.is_none_or(|standing| standing == Standing::Cancelled);
                    holds(Rule::SaidOnlyWhenKnown, true_to_it, detail)?;
                }
                State::Committed { .. } => {
                    holds(Rule::SaidOnlyWhenKnown, matches!(standing, Some(Standing::Committed { .. })), detail)?;
                }
                State::Waiting { .. } | State::TooOld | State::Refused { .. } => {}
            }
        }
        Ok(())
    }

    /// The store's files as they are.
    fn disk(&self) -> Result<Vec<(std::path::PathBuf, Vec<u8>)>, Violation> {
        let read = || -> anyhow::Result<Vec<_>> {
            let mut files = vec![];
            for file in std::fs::read_dir(self.folder())?.flatten() {
                if file.path().is_file() {
                    files.push((file.path(), std::fs::read(file.path())?));
                }
            }
            Ok(files)
        };
        read().map_err(|error| failed(&error))
    }

    /// The station is killed, and its disk is what it was before.
    fn loses(&mut self, files: Vec<(std::path::PathBuf, Vec<u8>)>) -> Checked {
        self.kill(100, None);
        for (path, bytes) in files {
            std::fs::write(path, bytes).map_err(|error| failed(&error.into()))?;
        }
        Ok(())
    }
}
