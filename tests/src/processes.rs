//! The processes of a world: started in groups of their own, found again by their home folder, and ended.

use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, Signal, kill_process, kill_process_group};

/// How often a world is searched for leftovers before its end is given up. One search takes milliseconds.
const SEARCHES: usize = 500;

/// A program of the harness, ended together with what it started.
pub(crate) struct Running {
    name: &'static str,
    child: Child,
    last_word: Signal,
}

impl Running {
    /// Starts `command` in a process group of its own; what it says goes to `NAME.out` and `NAME.log` in `logs`.
    pub(crate) fn start(name: &'static str, command: &mut Command, logs: &Path) -> Result<Self> {
        let file =
            |kind| File::create(logs.join(format!("{name}.{kind}"))).context("the world's folder is not writable");
        let child = command
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(file("out")?)
            .stderr(file("log")?)
            .spawn()
            .with_context(|| format!("{name} cannot be started; is its package installed?"))?;
        Ok(Self { name, child, last_word: Signal::KILL })
    }

    /// Asks it to end rather than ending it, for a program that has something to tidy up.
    pub(crate) fn ended_politely(mut self) -> Self {
        self.last_word = Signal::TERM;
        self
    }

    /// Writes its whole standard input.
    pub(crate) fn says(&mut self, input: &str) -> Result<()> {
        use std::io::Write;
        let mut stdin = self.child.stdin.take().context("its input was written before")?;
        Ok(stdin.write_all(input.as_bytes())?)
    }

    /// An error when it has ended by itself.
    pub(crate) fn check_alive(&mut self) -> Result<()> {
        let ended = self.child.try_wait()?;
        ensure!(ended.is_none(), "{} ended: {ended:?}", self.name);
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(pid) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw) {
            // An error says that it has ended, which is what is wanted.
            let _ = kill_process_group(pid, self.last_word);
        }
        let _ = self.child.wait();
    }
}

/// A process that belongs to a world.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) pid: Pid,
    pub(crate) program: PathBuf,
}

/// Every living process that was started with this home folder, however far it has detached itself.
pub(crate) fn of_home(home: &Path) -> Vec<Found> {
    let mark = [b"HOME=", home.as_os_str().as_bytes()].concat();
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    entries.filter_map(|entry| found(&entry.ok()?.path(), &mark)).collect()
}

/// The process behind a folder of `/proc`, when its environment holds `mark`. A zombie has none.
fn found(proc: &Path, mark: &[u8]) -> Option<Found> {
    let pid = Pid::from_raw(proc.file_name()?.to_str()?.parse().ok()?)?;
    let environment = fs::read(proc.join("environ")).ok()?;
    let ours = environment.split(|byte| *byte == 0).any(|variable| variable == mark);
    ours.then(|| Found { pid, program: fs::read_link(proc.join("exe")).unwrap_or_default() })
}

/// Sends `signal` to every process of this home whose program has this file name, and counts them.
pub(crate) fn signal(home: &Path, program: &str, signal: Signal) -> usize {
    let named = of_home(home).into_iter().filter(|found| found.program.file_name().is_some_and(|name| name == program));
    named.filter(|found| kill_process(found.pid, signal).is_ok()).count()
}

/// Sends `signal` to one process. `false`: it has ended.
pub(crate) fn kill(pid: i32, signal: Signal) -> bool {
    Pid::from_raw(pid).is_some_and(|pid| kill_process(pid, signal).is_ok())
}

/// Kills everything of this home, and what it starts meanwhile, and comes back when nothing is left.
/// `spare` stays.
pub(crate) fn kill_home(home: &Path, spare: &str) {
    for _ in 0..SEARCHES {
        let mut left = of_home(home);
        left.retain(|found| found.program.file_name().is_none_or(|name| name != spare));
        if left.is_empty() {
            return;
        }
        for found in left {
            // An error says that it has ended, which is what is wanted.
            let _ = kill_process(found.pid, Signal::KILL);
        }
        std::thread::yield_now();
    }
    eprintln!("some processes of {} would not end", home.display());
}
