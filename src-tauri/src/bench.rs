//! T3: ten thousand countdowns of the app's own controller on its own clock and runtime, each beside a raw `timerfd` of
//! the same five seconds. `cargo xtask bench` starts it; no test does.
//!
//! One app has one countdown at a time, so this runs five hundred controllers in one process, spread evenly over the
//! five seconds, again and again. Each has a data folder in memory and meets a station that answers at once and does
//! nothing: what is measured is when the decision to commit is taken, not how fast it is stored.

#![allow(
    dead_code,
    unused_imports,
    reason = "the app's modules are here whole, with their unit tests' helpers, and this drives a part of them"
)]

mod bench_station;
mod bench_timer;
mod controller;
mod entitlement;
#[path = "../../tests/benches/figures/figure.rs"]
mod figure;
mod folder;
mod journal;
#[path = "../../tests/benches/figures/machine.rs"]
mod machine;
mod secrets;
mod settings;
mod speaker;
mod station;
#[path = "../../tests/benches/figures/statistics.rs"]
mod statistics;
mod tray;
mod words;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use mayday_clock::SharedClock;
use mayday_protocol::sos::HOLD_MS;
use mayday_protocol::{IncidentId, Kind};
use mayday_wire::{AppView, Desktop, Language, SosPhase, StationLink};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use bench_timer::RawTimers;
use controller::{Controller, Handle, Intent, Shell};
use figure::{Figure, Target};
use folder::Folder;
use journal::Found;
use machine::Busy;
use statistics::Samples;

/// Given to a copy of this program, which then keeps one core busy.
const SPIN: &str = "--spin";
/// How many run at once.
const CONTROLLERS: u32 = 500;
/// Countdowns of each: ten thousand in all.
const ROUNDS: usize = 20;
/// A home that may send an SOS.
const HOME: &str = include_str!("bench_home.json");

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.iter().any(|word| word == SPIN) {
        machine::spin();
    }
    let json = words.iter().any(|word| word == "--json");
    eprintln!("countdown, T3: {}", machine::load());
    match tauri::async_runtime::block_on(measure()) {
        Ok(figures) => {
            figures.iter().for_each(|figure| println!("{}", if json { figure.json() } else { figure.line() }));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// How far from their five seconds the countdowns of one run ended.
#[derive(Default)]
struct Run {
    early: u32,
    late: Samples,
    raw: Samples,
}

async fn measure() -> Result<Vec<Figure>> {
    let memory = tempfile::Builder::new().prefix("mb-").tempdir_in("/dev/shm")?;
    let idle = run(&memory.path().join("idle")).await?;
    let busy = {
        let _busy = Busy::start()?;
        run(&memory.path().join("busy")).await?
    };
    Ok(figures(&idle, &busy))
}

async fn run(place: &Path) -> Result<Run> {
    std::fs::create_dir(place)?;
    let socket = place.join("station.sock");
    let station = tokio::spawn(bench_station::serve(tokio::net::UnixListener::bind(&socket)?));
    let clock = mayday_clock::system();
    let raw = Arc::new(RawTimers::start(CONTROLLERS, Duration::from_millis(HOLD_MS))?);
    let began = tokio::time::Instant::now() + Duration::from_secs(5);
    let mut under_way = tokio::task::JoinSet::new();
    for number in 0..CONTROLLERS {
        let device = Device::open(&place.join(number.to_string()), &socket, clock.clone())?;
        let spread = Duration::from_millis(HOLD_MS) * number / CONTROLLERS;
        let raw = Arc::clone(&raw);
        under_way.spawn(async move {
            tokio::time::sleep_until(began + spread).await;
            device.count_down(number, &raw).await
        });
    }
    let mut run = Run::default();
    while let Some(ended) = under_way.join_next().await {
        for late_us in ended?? {
            run.early += u32::from(late_us < 0);
            run.late.push(f64::from(i32::try_from(late_us)?) / 1_000.0);
        }
    }
    run.raw.extend(raw.late_ms());
    station.abort();
    Ok(run)
}

/// An app without its window.
struct Device {
    folder: Folder,
    clock: SharedClock,
    handle: Handle,
    seen: UnboundedReceiver<Seen>,
}

/// Something that the window would show, with the boot clock's reading.
struct Seen {
    phase: Option<SosPhase>,
    link: StationLink,
    boot_us: u64,
}

impl Device {
    fn open(place: &Path, socket: &Path, clock: SharedClock) -> Result<Self> {
        std::fs::create_dir_all(place.join("run"))?;
        std::fs::write(place.join("home.json"), HOME)?;
        std::os::unix::fs::symlink(socket, place.join("run/station.sock"))?;
        let folder = Folder::at(place);
        let (handle, inbox) = Handle::new();
        let (tell, seen) = unbounded_channel();
        let screen = Screen { tell, clock: clock.clone() };
        tokio::spawn(
            Controller::new(folder.clone(), clock.clone(), handle.clone(), screen, Language::English).run(inbox),
        );
        Ok(Self { folder, clock, handle, seen })
    }

    /// Slides, counts down, commits, and begins again. Microseconds between the five seconds after each slide and the
    /// moment in which the commit was decided and handed to the sender.
    async fn count_down(mut self, number: u32, raw: &RawTimers) -> Result<Vec<i64>> {
        let mut late = Vec::with_capacity(ROUNDS);
        self.sees(|seen| seen.link == StationLink::Reachable).await?;
        for _ in 0..ROUNDS {
            raw.arm(number)?;
            self.handle.intend(Intent::Slide(Kind::SosPolice)).await.map_err(|no| anyhow::anyhow!(no.sentence))?;
            let decided = self.sees(|seen| seen.phase == Some(SosPhase::Committing)).await?.boot_us;
            self.sees(|seen| seen.phase == Some(SosPhase::Committed)).await?;
            let Found::Entry(entry) = journal::read(&self.folder) else { anyhow::bail!("nothing was kept") };
            let due = entry.signal.slid_at.boot_us() + HOLD_MS * 1_000;
            late.push(i64::try_from(decided)? - i64::try_from(due)?);
            self.handle.intend(Intent::Dismiss).await.map_err(|no| anyhow::anyhow!(no.sentence))?;
            self.sees(|seen| seen.phase.is_none()).await?;
        }
        Ok(late)
    }

    async fn sees(&mut self, fits: impl Fn(&Seen) -> bool) -> Result<Seen> {
        loop {
            let seen = self.seen.recv().await.context("the controller has ended")?;
            if fits(&seen) {
                return Ok(seen);
            }
        }
    }
}

/// Tells what it is shown, and when.
struct Screen {
    tell: UnboundedSender<Seen>,
    clock: SharedClock,
}

impl Shell for Screen {
    fn hear_incident(&self, _home: &mayday_wire::HomeView, _incident: &mayday_wire::IncidentView, _begins: bool) {}

    fn show(&self, view: &AppView) {
        let boot_us = self.clock.now().boot_us();
        let seen = Seen { phase: view.sos.as_ref().map(|sos| sos.phase), link: view.station, boot_us };
        // Whoever listened may be done.
        let _ = self.tell.send(seen);
    }
    fn speak(&self, _words: &'static words::Words) {}
    fn come_to_front(&self) {}
    fn open_board(&self, _link: tauri::Url) {}
    fn hide(&self) {}
    fn guard(&self, _guarded: bool) {}
    fn notify(&self, _title: String, _body: String, _incident: Option<IncidentId>) {}
    fn desktop(&self) -> Desktop {
        Desktop::Other
    }
    fn look_for_speakers(&self) {}
    fn sound_siren(&self) {}
    fn stop_siren(&self) {}
    fn exit(&self) {}
}

fn figures(idle: &Run, busy: &Run) -> Vec<Figure> {
    let early = f64::from(idle.early + busy.early);
    let many = format!("{CONTROLLERS} controllers, {ROUNDS} countdowns of five seconds each");
    let quiet = format!(
        "ms, p99 of 10,000 with an idle machine (p50 {:.2}); a raw timerfd {:.2} (p50 {:.2}); {many}",
        idle.late.p50(),
        idle.raw.p99(),
        idle.raw.p50()
    );
    let loaded = format!(
        "p99 of 10,000 with all cores busy, {:.2} ms (p50 {:.2}), over a raw timerfd, {:.2} ms (p50 {:.2})",
        busy.late.p99(),
        busy.late.p50(),
        busy.raw.p99(),
        busy.raw.p50()
    );
    vec![
        Figure {
            id: "T3",
            part: "early",
            ratio: early,
            target: Target::AtMost(0.0),
            note: "of 10,000 with an idle machine and 10,000 with all cores busy".to_owned(),
        },
        Figure { id: "T3", part: "idle", ratio: idle.late.p99(), target: Target::AtMost(5.0), note: quiet },
        Figure {
            id: "T3",
            part: "busy",
            ratio: busy.late.p99() / busy.raw.p99(),
            target: Target::AtMost(2.0),
            note: loaded,
        },
    ]
}
