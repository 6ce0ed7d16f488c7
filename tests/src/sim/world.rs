//! A world: time that moves only to the next event, and everything that happens in it, in one order that its seed decides.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use mayday_clock::{Clock, FakeClock, SharedClock};
use mayday_protocol::incident::{Code, DispatchMessage, Order, Standing};
use mayday_protocol::{DeviceId, HomeId, SignalId};
use mayday_station::Folder;
use mayday_station::offline::{Answer, At, Command, Offline, OrderId, Performed, Waiting, Work};
use mayday_wire::ErrorBody;
use tempfile::TempDir;

use super::check::{Checked, Checker, Label, Rule, Violation, holds};
use super::edge::Carrying;
use super::people::Stage;
use super::phone::{Letter, Phone};
use super::plant::Plant;
use super::random::Random;
use super::script::Script;

/// Steps that a world may take: more means that it runs in a circle.
const MOST_STEPS: u64 = 50_000;
/// Everything has closed by then: an incident runs four hours, and four more where its request was accepted late; a
/// person may ask for help again two hours after nobody was sent, and phones are given an hour to wake.
const BOUND_MS: u64 = 12 * 3_600_000;
/// What is printed of a world in which something does not hold.
const LAST_EVENTS: usize = 60;

/// What comes next.
#[derive(Clone, Debug)]
pub(super) enum Happening {
    Act(usize),
    Press { phone: usize, slide: usize },
    Arrives(Letter),
    Returns(Letter, Result<Standing, ErrorBody>),
    GivesUp(Letter),
    PhoneWakes(usize),
    PhoneStarts(usize, Option<i64>),
    Due,
    Carry(Waiting, u64, Carrying),
    Leg(usize, Stage),
    Report(Command),
    StationStarts(Option<i64>),
    FaultsStop,
}

/// A home of the world.
#[derive(Debug)]
pub(super) struct Home {
    pub(super) id: HomeId,
    pub(super) base_offline_until: u64,
}

/// A world.
pub(crate) struct World {
    pub(super) seed: u64,
    pub(super) script: Script,
    pub(super) plant: Option<Plant>,
    /// Whether a bug that is planted once has been.
    pub(super) planted: bool,
    /// Whether the normal code is typed in place of the duress code, to compare.
    pub(super) normal_codes: bool,
    folder: TempDir,
    pub(super) clock: Arc<FakeClock>,
    pub(super) station: Option<Offline>,
    /// Which run of the station it is: what was under way in an earlier one is gone.
    pub(super) epoch: u64,
    pub(super) now: u64,
    queue: BTreeMap<(u64, u64), Happening>,
    queued: u64,
    pub(super) homes: Vec<Home>,
    pub(super) phones: Vec<Phone>,
    pub(super) slides: Vec<SignalId>,
    pub(super) agents: bool,
    pub(super) calm: bool,
    last_order: OrderId,
    /// Of which sort each order is, and the place among those of its signal.
    orders: HashMap<OrderId, [u64; 2]>,
    orders_of: HashMap<(At, u64), u64>,
    pub(super) check: Checker,
    pub(super) steps: u64,
    log: VecDeque<String>,
    /// What apps and keypads were answered, to compare.
    pub(super) answered: Vec<String>,
}

impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("World").field("seed", &self.seed).field("now", &self.now).finish_non_exhaustive()
    }
}

impl World {
    pub(crate) fn new(seed: u64, script: Script, plant: Option<Plant>, normal_codes: bool) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir_in(memory())?;
        std::fs::copy(empty_store()?, folder.path().join("station.db"))?;
        let mut world = Self {
            seed,
            script,
            plant,
            planted: false,
            normal_codes,
            folder,
            clock: Arc::new(FakeClock::start()),
            station: None,
            epoch: 0,
            now: 0,
            queue: BTreeMap::new(),
            queued: 0,
            homes: vec![],
            phones: vec![],
            slides: vec![],
            agents: false,
            calm: false,
            last_order: OrderId(0),
            orders: HashMap::new(),
            orders_of: HashMap::new(),
            check: Checker::default(),
            steps: 0,
            log: VecDeque::new(),
            answered: vec![],
        };
        world.furnish()?;
        for (number, (at, _)) in world.script.acts.clone().into_iter().enumerate() {
            world.at(at, Happening::Act(number));
        }
        world.at(world.script.ends, Happening::FaultsStop);
        Ok(world)
    }

    fn furnish(&mut self) -> anyhow::Result<()> {
        let mut station = self.open()?;
        for home in self.script.homes.clone() {
            let numbers: Vec<&str> = home.numbers.iter().map(String::as_str).collect();
            let made = station.add_home(&home.facts, &numbers)?;
            self.check.homes.push(made.home);
            self.check.contacts.push(made.contacts.clone());
            self.check.persons.extend(made.contacts.iter().copied().zip(home.numbers.iter().cloned()));
            let code = Code::Normal;
            station.perform(Command::SetBurglarSetting { home: made.home, setting: home.setting })?;
            // Whoever enrols begins with practice; `0` leaves it.
            station.perform(Command::SetPractice { home: made.home, minutes: home.practice_minutes, code })?;
            let mut devices = vec![made.device];
            while devices.len() < home.phones {
                devices.push(station.add_device(made.home)?);
            }
            self.homes.push(Home { id: made.home, base_offline_until: 0 });
            let number = self.homes.len() - 1;
            self.phones.extend(devices.into_iter().map(|device| Phone::new(number, made.home, device, &home.facts)));
        }
        self.station = Some(station);
        Ok(())
    }

    pub(super) fn open(&self) -> anyhow::Result<Offline> {
        let clock: SharedClock = Arc::clone(&self.clock) as Arc<dyn Clock>;
        Offline::open(&Folder::new(self.folder.path()), clock)
    }

    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Runs it to its end.
    pub(crate) fn run(&mut self) -> Checked {
        while let Some(((at, _), happening)) = self.queue.pop_first() {
            self.move_to(at);
            self.happens(happening)?;
            holds(Rule::ClosesWithinItsBound, self.now < self.script.ends + BOUND_MS, || "time runs on".to_owned())?;
            holds(Rule::ClosesWithinItsBound, self.steps < MOST_STEPS, || "it runs in a circle".to_owned())?;
        }
        self.phones_have_settled()?;
        self.check.every_signal_is_a_slide(&self.slides)?;
        match &self.station {
            // Reading everything again takes as long as half of the world: one in four does.
            Some(station) => self.check.ends_well(station, self.plant.is_some() || self.seed.is_multiple_of(4)),
            None => holds(Rule::StationWorks, false, || "it never came back".to_owned()),
        }
    }

    fn happens(&mut self, happening: Happening) -> Checked {
        match happening {
            Happening::Act(number) => self.act(number),
            Happening::Press { phone, slide } => self.press(phone, slide),
            Happening::Arrives(letter) => self.arrives(letter),
            Happening::Returns(letter, answer) => self.returns(&letter, answer),
            Happening::GivesUp(letter) => self.gives_up(&letter),
            Happening::PhoneWakes(phone) => self.phone_wakes(phone),
            Happening::PhoneStarts(phone, wrong) => self.phone_starts(phone, wrong),
            Happening::Due => self.due(),
            Happening::Carry(waiting, epoch, carrying) => self.carry(waiting, epoch, carrying),
            Happening::Leg(leg, stage) => self.leg(leg, stage),
            Happening::Report(command) => self.report(command),
            Happening::StationStarts(wrong) => self.station_starts(wrong),
            Happening::FaultsStop => {
                self.calm = true;
                self.note("faults stop");
                Ok(())
            }
        }
    }

    fn move_to(&mut self, at: u64) {
        let ms = at.saturating_sub(self.now);
        if ms > 0 {
            self.clock.advance(ms);
            self.phones.iter().for_each(|phone| phone.clock.advance(ms));
            self.now = at;
        }
    }

    pub(super) fn at(&mut self, at: u64, happening: Happening) {
        self.queued += 1;
        self.queue.insert((at.max(self.now), self.queued), happening);
    }

    pub(super) fn after(&mut self, ms: u64, happening: Happening) {
        self.at(self.now + ms, happening);
    }

    /// The chance of one thing in this world.
    pub(super) fn chance_of(&self, name: &[u64]) -> Random {
        Random::of(self.seed, name)
    }

    /// Asks the station; `None`: it does not run. Everything that a transaction can break is looked at here.
    pub(super) fn ask(&mut self, command: Command) -> Result<Option<Performed>, Violation> {
        let Some(mut station) = self.station.take() else { return Ok(None) };
        self.steps += 1;
        let performed = station.perform(command);
        self.station = Some(station);
        let performed = performed.map_err(|error| failed(&error))?;
        self.note(&format!("{command:?} -> {:?}", performed.answer));
        self.look()?;
        let mut announced = performed.announced.clone();
        if self.plant == Some(Plant::DuressAnnounced) {
            announced.extend(self.check.signals.iter().filter(|signal| signal.label.hidden).map(|signal| signal.at));
        }
        self.check.announced(&announced)?;
        Ok(Some(performed))
    }

    /// Reads what was committed, takes orders up, and waits for the next timer.
    fn look(&mut self) -> Checked {
        let Some(station) = self.station.take() else { return Ok(()) };
        let checked = self.check.read(&station, self.clock.now(), self.now);
        let waiting = station.waiting(self.last_order);
        let due = station.next_due_us();
        let hidden = self.check.signals.iter().any(|signal| signal.label.hidden);
        let seen = if hidden || self.plant == Some(Plant::DuressShown) { self.households(&station) } else { Ok(()) };
        self.station = Some(station);
        checked?;
        seen?;
        for waiting in waiting.map_err(|error| failed(&error))? {
            self.last_order = waiting.id;
            self.take_up(waiting);
        }
        if let Some(due) = due.map_err(|error| failed(&error))? {
            let ms = due.saturating_sub(self.clock.now().boot_us()).div_ceil(1_000);
            self.after(ms, Happening::Due);
        }
        Ok(())
    }

    fn households(&self, station: &Offline) -> Checked {
        for home in &self.homes {
            let mut seen = station.household(home.id).map_err(|error| failed(&error))?;
            if self.plant == Some(Plant::DuressShown)
                && let Some(view) = seen.first().cloned()
            {
                let hidden = self.check.signals.iter().filter(|signal| signal.label.hidden);
                let ids = hidden.filter_map(|it| it.incident()).map(|incident| incident.acceptance().incident);
                seen.extend(ids.map(|id| mayday_wire::IncidentView { id, ..view.clone() }));
            }
            self.check.reads_its_own(home.id, &seen)?;
        }
        Ok(())
    }

    /// Whether the station may be killed while it carries this order out. Where a world is compared with one without
    /// duress, nothing may break because of it.
    pub(super) fn may_break(&self, waiting: &Waiting) -> bool {
        !(self.label(waiting.at).hidden && self.seed.is_multiple_of(2))
    }

    fn take_up(&mut self, waiting: Waiting) {
        if !self.orders.contains_key(&waiting.id) {
            let sort = sort(waiting.work);
            let nth = self.orders_of.entry((waiting.at, sort)).or_insert(0);
            *nth += 1;
            self.orders.insert(waiting.id, [sort, *nth]);
        }
        let mut random = self.chance_of_order(&waiting, 0);
        let latency = if random.chance(self.script.late) { random.wait(500, 5) } else { random.below(30) };
        let latency = if self.calm { latency.min(30) } else { latency };
        self.after(latency, Happening::Carry(waiting, self.epoch, Carrying::Begins));
    }

    /// The chance of one order, however often it is taken up.
    pub(super) fn chance_of_order(&self, waiting: &Waiting, what: u64) -> Random {
        let label = self.label(waiting.at);
        let [sort, nth] = self.orders.get(&waiting.id).copied().unwrap_or([0, 0]);
        let [home, hidden, number] = label.parts();
        self.chance_of(&[1, home, hidden, number, sort, nth, what])
    }

    pub(super) fn label(&self, at: At) -> Label {
        let unknown = Label { home: usize::MAX, hidden: false, nth: usize::MAX };
        self.check.signal(at).map_or(unknown, |signal| signal.label)
    }

    fn due(&mut self) -> Checked {
        let Some(mut station) = self.station.take() else { return Ok(()) };
        let due = station.next_due_us().map_err(|error| failed(&error))?;
        if due.is_none_or(|due| due > self.clock.now().boot_us()) {
            self.station = Some(station);
            return Ok(());
        }
        self.steps += 1;
        let fired = station.fire_timers();
        self.station = Some(station);
        let announced = fired.map_err(|error| failed(&error))?;
        self.note("a timer");
        self.look()?;
        self.check.announced(&announced)
    }

    /// The station is killed, wherever it is.
    pub(super) fn kill(&mut self, for_ms: u64, wrong: Option<i64>) {
        if self.station.take().is_some() {
            self.note(&format!("the station is killed for {for_ms} ms"));
            self.epoch += 1;
            self.after(for_ms, Happening::StationStarts(wrong));
        }
    }

    fn station_starts(&mut self, wrong: Option<i64>) -> Checked {
        if self.station.is_some() {
            return Ok(());
        }
        if let Some(wrong) = wrong {
            self.clock.reboot(0);
            self.clock.step_wall(wrong);
        }
        self.note(&format!("the station starts, reboot: {wrong:?}"));
        let station = self.open().map_err(|error| failed(&error))?;
        self.last_order = OrderId(0);
        self.agents = false;
        self.check.read(&station, self.clock.now(), self.now)?;
        self.check.all_is_stored(&station, self.clock.now())?;
        self.station = Some(station);
        self.look()
    }

    /// Whether a bug is planted, for those that are planted once.
    pub(super) fn plants_once(&mut self, plant: Plant) -> bool {
        let plants = self.plant == Some(plant) && !self.planted;
        self.planted |= plants;
        plants
    }

    pub(super) fn note(&mut self, what: &str) {
        if self.log.len() == LAST_EVENTS {
            self.log.pop_front();
        }
        self.log.push_back(format!("{:>5} {:>9} ms  {what}", self.steps, self.now));
    }

    /// The last things that happened.
    pub(crate) fn last_events(&self) -> Vec<String> {
        self.log.iter().cloned().collect()
    }

    pub(crate) fn steps(&self) -> u64 {
        self.steps
    }

    pub(crate) fn lasted_ms(&self) -> u64 {
        self.now
    }

    pub(crate) fn incidents(&self) -> usize {
        self.check.signals.len()
    }

    /// What households have seen and were answered, without ids.
    pub(crate) fn seen_by_households(&self) -> anyhow::Result<String> {
        let Some(station) = &self.station else { anyhow::bail!("the station does not run") };
        let mut seen = self.answered.join("\n");
        for home in &self.homes {
            for view in station.household(home.id)? {
                seen.push_str(&format!(
                    "\n{:?} {:?} {:?} {:?} {:?} {:?} {} {:?}",
                    view.kind, view.plan, view.phase, view.ending, view.siren, view.unread, view.seq, view.timeline
                ));
            }
        }
        Ok(without_ids(&seen))
    }

    /// Whether somebody has given a duress code or password in it.
    pub(crate) fn has_duress(&self) -> bool {
        self.check.signals.iter().any(|signal| signal.label.hidden)
    }

    pub(super) fn device_says(&mut self, at: At, answer: &Result<Answer, ErrorBody>) -> Checked {
        if let Ok(Answer::Standing(standing)) = answer {
            self.check.acknowledged(at, *standing, self.now)?;
        }
        Ok(())
    }

    pub(super) fn device(&self, phone: usize) -> DeviceId {
        self.phones[phone].device
    }
}

/// What an order is about: of orders of other sorts one more or less changes no chance.
fn sort(work: Work) -> u64 {
    match work {
        Work::Order(Order::PlaceCall { .. }) => 1,
        Work::Order(Order::EndCall { .. }) => 2,
        Work::Order(Order::LeaveMessage { .. }) => 3,
        Work::Order(Order::SoundSiren { .. }) => 4,
        Work::Order(Order::StopSiren) => 5,
        Work::Order(Order::Announce) => 6,
        Work::Order(Order::AskAgent { .. }) => 7,
        Work::Dispatch { message: DispatchMessage::Come, .. } => 8,
        Work::Dispatch { message: DispatchMessage::CancelAsked, .. } => 9,
    }
}

pub(super) fn failed(error: &anyhow::Error) -> Violation {
    Violation { rule: Rule::StationWorks, detail: format!("{error:#}") }
}

/// The same text with each id replaced by the order of its first appearance.
pub(crate) fn without_ids(text: &str) -> String {
    let mut known: Vec<String> = vec![];
    let mut plain = String::new();
    let mut word = String::new();
    for character in text.chars().chain(['\n']) {
        if character.is_ascii_alphanumeric() {
            word.push(character);
            continue;
        }
        if word.len() == 32 && word.bytes().all(|it| it.is_ascii_hexdigit()) {
            let number = known.iter().position(|it| *it == word).unwrap_or_else(|| {
                known.push(word.clone());
                known.len() - 1
            });
            plain.push_str(&format!("#{number}"));
        } else {
            plain.push_str(&word);
        }
        word.clear();
        plain.push(character);
    }
    plain
}

/// A folder in memory where there is one: a simulated disk is never the slow part.
fn memory() -> PathBuf {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() }
}

/// A store with every table and nothing in it, made once.
fn empty_store() -> anyhow::Result<&'static Path> {
    static EMPTY: OnceLock<Option<(TempDir, PathBuf)>> = OnceLock::new();
    let made = EMPTY.get_or_init(|| {
        let folder = tempfile::tempdir_in(memory()).ok()?;
        let clock: SharedClock = Arc::new(FakeClock::start());
        drop(Offline::open(&Folder::new(folder.path()), clock).ok()?);
        let path = folder.path().join("station.db");
        Some((folder, path))
    });
    let (_, path) = made.as_ref().ok_or_else(|| anyhow::anyhow!("no store can be made"))?;
    Ok(path)
}
