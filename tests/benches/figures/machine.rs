//! The machine that it all runs on: how busy it is, and how to make it so.

use std::env;
use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread::available_parallelism;

use anyhow::Result;
use rustix::process::getppid;

use crate::SPIN;

/// Between two looks whether the benchmark still lives.
const SPINS: u32 = 1_000_000;

/// How loaded it is by whatever else runs on it.
pub(crate) fn load() -> String {
    let average = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let minute = average.split(' ').next().unwrap_or("?");
    let pressure = fs::read_to_string("/proc/pressure/cpu").unwrap_or_default();
    let waited = pressure.split_whitespace().find_map(|word| word.strip_prefix("avg10=")).unwrap_or("?");
    format!("{} cores, load {minute} over a minute, {waited} % of 10 s waited for a core", cores())
}

pub(crate) fn cores() -> usize {
    available_parallelism().map_or(1, usize::from)
}

/// One busy process for each core, until it is dropped.
pub(crate) struct Busy(Vec<Child>);

impl Busy {
    pub(crate) fn start() -> Result<Self> {
        let mut busy = Self(vec![]);
        for _ in 0..cores() {
            busy.0.push(Command::new(env::current_exe()?).arg(SPIN).stdin(Stdio::null()).spawn()?);
        }
        Ok(busy)
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        for child in &mut self.0 {
            // An error says that it has ended, which is what is wanted.
            let _ = child.kill().and_then(|()| child.wait());
        }
    }
}

/// Keeps one core busy for as long as whoever started it lives.
pub(crate) fn spin() -> ! {
    let parent = getppid();
    while getppid() == parent {
        (0..SPINS).for_each(|_| std::hint::spin_loop());
    }
    std::process::exit(0)
}
