//! What a seed makes of a world: its homes, what people and hubs do, and what breaks, each with its time.

use mayday_protocol::incident::Code;
use mayday_protocol::plan::{BurglarSetting, Trigger};
use mayday_protocol::{Camera, Country, HomeFacts, Kind, Monitoring, Plan, Premises, Region};

use super::random::Random;

/// After the last act and fault, what was begun has this long before nothing is broken any more.
const AFTERMATH_MS: u64 = 60_000;

/// A world before it begins.
#[derive(Clone, Debug)]
pub(crate) struct Script {
    pub(crate) homes: Vec<HomeScript>,
    pub(crate) acts: Vec<(u64, Act)>,
    /// When faults stop.
    pub(crate) ends: u64,
    /// Of a hundred messages of a phone, or reports of a carrier, so many are lost, doubled, late.
    pub(crate) lost: u64,
    pub(crate) doubled: u64,
    pub(crate) late: u64,
    /// Of a hundred orders and letters, so many find the station killed just after its commit.
    pub(crate) killed: u64,
    /// Of a hundred dispatch attempts, so many fail.
    pub(crate) refused: u64,
}

#[derive(Clone, Debug)]
pub(crate) struct HomeScript {
    pub(crate) facts: HomeFacts,
    /// The contacts' numbers. The same number is the same person, in whichever home.
    pub(crate) numbers: Vec<String>,
    pub(crate) phones: usize,
    pub(crate) setting: BurglarSetting,
    pub(crate) practice_minutes: u32,
}

/// What a person, a hub or chance does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Act {
    /// A slide, and perhaps a press on *Cancel* so long after it.
    Slide {
        phone: usize,
        kind: Kind,
        drill: bool,
        cancel_after: Option<u64>,
    },
    /// A press on *Cancel*, or on *Send now*, on a phone whose SOS is under way.
    Press {
        phone: usize,
        send: bool,
    },
    Raise {
        home: usize,
        trigger: Trigger,
        entry_delay_ms: u64,
    },
    /// A code at the keypad or in the app. `None`: a wrong one, which the door refuses.
    Disarm {
        home: usize,
        code: Option<Code>,
    },
    CancelInApp {
        phone: usize,
        code: Option<Code>,
    },
    SendNow {
        phone: usize,
    },
    Silence {
        home: usize,
        keypad: bool,
    },
    CallBack {
        home: usize,
        contact: usize,
    },
    Read {
        home: usize,
    },
    Over {
        home: usize,
    },
    Practice {
        home: usize,
        minutes: u32,
        code: Code,
    },
    Setting {
        home: usize,
        setting: BurglarSetting,
    },
    /// A phone is cut off.
    Partition {
        phone: usize,
        for_ms: u64,
    },
    /// A phone's app ends, and starts again; with a reboot its clock begins anew, and its wall clock is wrong by so much.
    AppEnds {
        phone: usize,
        for_ms: u64,
        reboot: Option<i64>,
    },
    /// A phone is suspended.
    Sleeps {
        phone: usize,
        for_ms: u64,
    },
    /// The station is killed.
    Kill {
        for_ms: u64,
        reboot: Option<i64>,
    },
    /// The station's wall clock is set.
    WallStep {
        ms: i64,
    },
    /// A base station hears nothing.
    BaseOffline {
        home: usize,
        for_ms: u64,
    },
    /// An agent is there, or no longer.
    Agent {
        there: bool,
    },
}

const HOUR_MS: i64 = 3_600_000;
const WALL_STEPS: [i64; 5] = [HOUR_MS, -HOUR_MS, 87_660 * HOUR_MS, -87_660 * HOUR_MS, 90_000];
const SLIDES: [Kind; 6] =
    [Kind::SosPolice, Kind::SosPolice, Kind::SosFire, Kind::SosMedical, Kind::SosMedical, Kind::SirenOnly];

impl Script {
    pub(crate) fn of(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let count = random.pick(&[1, 1, 1, 2, 2, 3]);
        let homes: Vec<HomeScript> = (0..count).map(|number| home(number, &mut random)).collect();
        let calm = random.chance(25);
        let mut rate = |most: u64| if calm { 0 } else { random.below(most + 1) };
        let (lost, doubled, late, killed, refused) = (rate(20), rate(20), rate(15), rate(3), rate(60));
        let mut script = Self { homes, acts: vec![], ends: 0, lost, doubled, late, killed, refused };
        let mut begins = random.between(1_000, 30_000);
        for _ in 0..random.pick(&[1, 1, 1, 2, 2, 3]) {
            match random.below(10) {
                0 => script.two_slides(begins, &mut random),
                1 => script.duress_in_practice(begins, &mut random),
                _ => script.scene(begins, calm, &mut random),
            }
            begins += random.wait(60_000, 8);
        }
        script.acts.sort_by_key(|(at, _)| *at);
        script.ends = script.acts.iter().map(|(at, act)| at + act.lasts()).max().unwrap_or(0) + AFTERMATH_MS;
        script
    }

    /// Whether a duress code may be compared with the normal one: entering practice with it leaves the home live.
    pub(crate) fn has_an_equal(&self) -> bool {
        !self.acts.iter().any(|(_, act)| matches!(act, Act::Practice { code: Code::Duress, .. }))
    }

    fn scene(&mut self, begins: u64, calm: bool, random: &mut Random) {
        let home = pick_index(self.homes.len(), random);
        for _ in 0..random.pick(&[1, 1, 1, 2, 2, 3]) {
            let at = begins + random.wait(500, 6);
            let act = self.opening(home, random);
            self.acts.push((at, act));
        }
        for _ in 0..random.below(5) {
            let at = begins + random.wait(1_000, 9);
            let home = if random.chance(80) { home } else { pick_index(self.homes.len(), random) };
            let act = self.follow_up(home, random);
            self.acts.push((at, act));
        }
        for _ in 0..if calm { 0 } else { random.below(4) } {
            let at = begins + random.wait(500, 9);
            let act = self.fault(home, random);
            self.acts.push((at, act));
        }
    }

    /// A slide that is cancelled in time on a phone that is cut off, and others from the same home meanwhile.
    fn two_slides(&mut self, begins: u64, random: &mut Random) {
        let home = pick_index(self.homes.len(), random);
        self.homes[home].phones = self.homes[home].phones.max(2);
        let first = self.phone_of(home, random);
        for at in [0, random.between(3_000, 25_000), random.between(3_000, 60_000)] {
            let phone = if at == 0 { first } else { self.phone_of(home, random) };
            let cancel_after = (at == 0 || random.chance(20)).then(|| random.between(500, 4_900));
            let act = Act::Slide { phone, kind: random.pick(&SLIDES), drill: random.chance(3), cancel_after };
            self.acts.push((begins + at, act));
        }
        let cut = Act::Partition { phone: first, for_ms: random.between(4_000, 40_000) };
        self.acts.push((begins + random.between(200, 900), cut));
        if random.chance(50) {
            let act = self.fault(home, random);
            self.acts.push((begins + random.wait(500, 6), act));
        }
    }

    /// Duress in a home in practice, with and without an agent.
    fn duress_in_practice(&mut self, begins: u64, random: &mut Random) {
        let home = pick_index(self.homes.len(), random);
        if self.acts.is_empty() {
            self.homes[home].practice_minutes = 480;
        }
        self.acts.push((begins, Act::Agent { there: random.chance(70) }));
        if random.chance(60) {
            let act = self.opening(home, random);
            self.acts.push((begins + random.wait(500, 5), act));
        }
        self.acts.push((begins + random.wait(1_000, 7), Act::Disarm { home, code: Some(Code::Duress) }));
    }

    fn opening(&self, home: usize, random: &mut Random) -> Act {
        if random.chance(55) {
            let cancel_after = random.chance(35).then(|| random.between(200, 7_500));
            let kind = random.pick(&SLIDES);
            return Act::Slide { phone: self.phone_of(home, random), kind, drill: random.chance(8), cancel_after };
        }
        let entry_delay_ms = if random.chance(50) { 0 } else { random.pick(&[15_000, 30_000, 60_000]) };
        Act::Raise { home, trigger: random.pick(&Trigger::ALL), entry_delay_ms }
    }

    fn follow_up(&self, home: usize, random: &mut Random) -> Act {
        let phone = self.phone_of(home, random);
        let contact = pick_index(self.homes[home].numbers.len(), random);
        let code = random.pick(&[Some(Code::Normal), Some(Code::Normal), Some(Code::Duress), None]);
        match random.below(12) {
            0..2 => Act::Disarm { home, code },
            2 => Act::CancelInApp { phone, code },
            3 => Act::SendNow { phone },
            4 => Act::Silence { home, keypad: random.chance(50) },
            5..7 => Act::CallBack { home, contact },
            7 => Act::Press { phone, send: random.chance(60) },
            8 => {
                let minutes = random.pick(&[0, 15, 60, 480]);
                Act::Practice { home, minutes, code: code.unwrap_or(Code::Normal) }
            }
            9 => match random.below(3) {
                0 => Act::Read { home },
                1 => Act::Setting { home, setting: setting(random) },
                _ => Act::Over { home },
            },
            _ => self.opening(home, random),
        }
    }

    fn fault(&self, home: usize, random: &mut Random) -> Act {
        let phone = self.phone_of(home, random);
        let wrong = |random: &mut Random| if random.chance(50) { Some(0) } else { Some(random.pick(&WALL_STEPS)) };
        match random.below(9) {
            0 | 1 => Act::Partition { phone, for_ms: random.wait(1_000, 10) },
            2 => {
                let reboot = if random.chance(30) { wrong(random) } else { None };
                Act::AppEnds { phone, for_ms: random.wait(200, 12), reboot }
            }
            3 => Act::Sleeps { phone, for_ms: random.wait(1_000, 8) },
            4 | 5 => {
                let reboot = if random.chance(50) { wrong(random) } else { None };
                Act::Kill { for_ms: random.wait(100, 11), reboot }
            }
            6 => Act::WallStep { ms: random.pick(&WALL_STEPS) },
            7 => Act::BaseOffline { home, for_ms: random.wait(2_000, 9) },
            _ => Act::Agent { there: random.chance(70) },
        }
    }

    /// The number of a phone of this home, over all homes.
    fn phone_of(&self, home: usize, random: &mut Random) -> usize {
        let before: usize = self.homes[..home].iter().map(|home| home.phones).sum();
        before + pick_index(self.homes[home].phones, random)
    }
}

impl Act {
    const fn lasts(&self) -> u64 {
        match self {
            Self::Partition { for_ms, .. }
            | Self::AppEnds { for_ms, .. }
            | Self::Sleeps { for_ms, .. }
            | Self::Kill { for_ms, .. }
            | Self::BaseOffline { for_ms, .. } => *for_ms,
            Self::Slide { .. }
            | Self::Press { .. }
            | Self::Raise { .. }
            | Self::Disarm { .. }
            | Self::CancelInApp { .. }
            | Self::SendNow { .. }
            | Self::Silence { .. }
            | Self::CallBack { .. }
            | Self::Read { .. }
            | Self::Over { .. }
            | Self::Practice { .. }
            | Self::Setting { .. }
            | Self::WallStep { .. }
            | Self::Agent { .. } => 0,
        }
    }
}

fn home(number: usize, random: &mut Random) -> HomeScript {
    let has_alarm = random.chance(70);
    let monitoring = match (has_alarm, random.below(10)) {
        (true, 0) => Monitoring::SelfMonitored,
        (true, 1) => Monitoring::NotEnrolled,
        (true, _) => Monitoring::Professional,
        (false, _) => Monitoring::NotEnrolled,
    };
    let facts = HomeFacts {
        plan: Plan::Pro,
        region: Region { country: Country::UnitedStates, subdivision: "TX".to_owned() },
        has_alarm,
        security_kit: has_alarm && random.chance(80),
        monitoring,
        sos_for_cameras: !has_alarm,
        cameras: vec![Camera { compatible: true }],
        cameras_linked: has_alarm && random.chance(50),
        ask_password: random.chance(60),
        premises: Premises::Residential,
    };
    let count = random.pick(&[0, 1, 2, 2, 2, 3, 3, 4]);
    // Neighbours have one person in common.
    let number_of = |at: u64| if at == 1 { 1 } else { 10 * (number as u64 + 1) + at };
    let numbers = (0..count).map(|at| format!("(512) 555-01{:02}", number_of(at))).collect();
    let practice_minutes = if random.chance(20) { random.pick(&[15, 480]) } else { 0 };
    HomeScript { facts, numbers, phones: random.pick(&[1, 2, 2]), setting: setting(random), practice_minutes }
}

fn setting(random: &mut Random) -> BurglarSetting {
    random.pick(&[BurglarSetting::IfNoOneCancels, BurglarSetting::OnlyIfISay])
}

fn pick_index(count: usize, random: &mut Random) -> usize {
    usize::try_from(random.below(count as u64)).unwrap_or(0)
}
