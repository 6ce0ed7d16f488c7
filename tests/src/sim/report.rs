//! What is said of worlds: how many, how long, how fast, and what did not hold.

use std::fmt;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use super::Run;
use super::check::{Rule, Violation};
use super::world::{World, without_ids};

/// A world in which something does not hold.
#[derive(Clone, Debug)]
pub struct Failure {
    /// Its seed.
    pub seed: u64,
    /// The transaction after which it was seen.
    pub step: u64,
    /// What does not hold.
    pub violation: Violation,
    /// The last things that happened.
    pub last_events: Vec<String>,
}

impl Failure {
    pub(crate) fn new(seed: u64, world: &World, violation: Violation) -> Self {
        Self { seed, step: world.steps(), violation, last_events: world.last_events() }
    }

    pub(crate) fn before(seed: u64, error: &anyhow::Error) -> Self {
        let violation = Violation { rule: Rule::StationWorks, detail: format!("{error:#}") };
        Self { seed, step: 0, violation, last_events: vec![] }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = format!("{}\n  {}", self.last_events.join("\n  "), self.violation);
        write!(to, "seed {}, step {}\n  {}", self.seed, self.step, without_ids(&told))
    }
}

/// Many worlds together.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    seeds: u64,
    steps: u64,
    simulated_ms: u64,
    incidents: usize,
    compared: u64,
    /// Those in which something does not hold.
    pub failures: Vec<Failure>,
}

impl Totals {
    /// Adds a world.
    pub fn add(&mut self, run: Result<Run, Box<Failure>>) {
        self.seeds += 1;
        match run {
            Ok(run) => {
                self.steps += run.steps;
                self.simulated_ms += run.lasted_ms;
                self.incidents += run.incidents;
                self.compared += u64::from(run.compared);
            }
            Err(failure) => self.failures.push(*failure),
        }
    }

    /// One line: worlds, simulated hours, processor time, and what did not hold.
    pub fn line(&self, cpu: Duration) -> String {
        let hours = self.simulated_ms as f64 / 3_600_000.0;
        let seconds = cpu.as_secs_f64();
        format!(
            "{} seeds, {} incidents, {} transactions, {} compared under duress: {hours:.0} simulated hours in \
             {seconds:.1} CPU seconds, {:.0} hours per CPU second; {} violations",
            self.seeds,
            self.incidents,
            self.steps,
            self.compared,
            hours / seconds.max(0.001),
            self.failures.len()
        )
    }
}

/// The processor time of this thread.
pub fn cpu_seconds() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap_or(0), time.tv_nsec.try_into().unwrap_or(0))
}

/// Where two texts differ first.
pub(crate) fn difference(one: &str, other: &str) -> String {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let from = |text: &str| text.chars().skip(same.saturating_sub(200)).take(500).collect::<String>();
    format!("with the duress code:\n  …{}…\n  with the normal one:\n  …{}…", from(one), from(other))
}
