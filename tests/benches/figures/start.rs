//! T4: from a cold start to a real click that was handled, and the memory it takes, over a bare WebKitGTK window.
//!
//! A start is cold when neither the app nor its station runs; the app starts its station meanwhile. From the start
//! of the program on, a pointer clicks where the shield will be; the click is handled when the screen shows it.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use mayday_tests::{PATIENCE, Signal, World, eventually};
use rustix::time::{ClockId, clock_gettime};

use crate::figure::{Figure, Target};
use crate::peers::compiled;
use crate::statistics::Samples;

/// Of each program, in turn; one more before them is not counted.
const STARTS: u32 = 15;
/// Memory is looked at when the program has been left alone for so long.
const SETTLED: Duration = Duration::from_secs(2);
/// The programs of one window, beside its own.
pub(crate) const WEBVIEW: [&str; 2] = ["WebKitWebProcess", "WebKitNetworkProcess"];
const STATION: &str = "mayday-station";

/// What the starts of one program gave.
#[derive(Default)]
struct Starts {
    drawn: Samples,
    handled: Samples,
    memory: Samples,
}

pub(crate) fn measure() -> Result<Vec<Figure>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(starts())
}

async fn starts() -> Result<Vec<Figure>> {
    let window = compiled("window", &["webkit2gtk-4.1"])?;
    let world = World::start().await?;
    set_up_home(&world).await?;
    let mut hand = Hand::start(&world)?;
    let (mut app, mut bare, mut station) = (Starts::default(), Starts::default(), Samples::default());
    let page = format!("file://{}/benches/figures/peers/window.html", env!("CARGO_MANIFEST_DIR"));
    let place = hand.find(&world, world.app_command()?, "mayday").await?;
    let bare_command = || {
        let mut command = world.command(&window);
        command.arg(&page);
        command
    };
    let bare_place = hand.find(&world, bare_command(), "window").await?;
    for start in 0..=STARTS {
        if start == 1 {
            (app, bare, station) = Default::default();
        }
        bare.one(&world, &mut hand, bare_place, bare_command(), "window").await?;
        end(&world, "window").await?;
        app.one(&world, &mut hand, place, world.app_command()?, "mayday").await?;
        station.push(mib(&world, &[STATION])?);
        end(&world, "mayday").await?;
    }
    Ok(figures(&app, &bare, &station))
}

/// The demo home is entered once; afterwards the app knows it at its start.
async fn set_up_home(world: &World) -> Result<()> {
    let app = world.app().await?;
    app.press("Try it").await?;
    app.shows("The station answers").await?;
    app.close().await?;
    end(world, "mayday").await
}

/// Ends a program and the station, and waits until both are gone.
async fn end(world: &World, program: &str) -> Result<()> {
    for name in [program, STATION] {
        world.signal(name, Signal::KILL);
    }
    eventually("the programs have ended", PATIENCE, async || {
        [program, STATION].iter().chain(&WEBVIEW).all(|name| world.count(name) == 0)
    })
    .await
}

impl Starts {
    async fn one(
        &mut self,
        world: &World,
        hand: &mut Hand,
        place: Place,
        mut command: tokio::process::Command,
        name: &str,
    ) -> Result<()> {
        hand.begin(place)?;
        let began = monotonic_ms()?;
        let _child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let (drawn, handled) = hand.end()?;
        self.drawn.push(drawn - began);
        self.handled.push(handled - began);
        let settled = Instant::now() + SETTLED;
        eventually("it is left alone for a while", PATIENCE, async || Instant::now() > settled).await?;
        self.memory.push(mib(world, &[&[name], WEBVIEW.as_slice()].concat())?);
        Ok(())
    }
}

/// What these programs of the world take, each page that several share in equal parts.
pub(crate) fn mib(world: &World, programs: &[&str]) -> Result<f64> {
    let mut kib = 0.0;
    for (program, pid) in world.processes() {
        if program.file_name().is_some_and(|name| programs.iter().any(|program| name == *program)) {
            kib += pss_kib(&Path::new("/proc").join(pid.to_string()))?;
        }
    }
    ensure!(kib > 0.0, "{programs:?} do not run");
    Ok(kib / 1_024.0)
}

pub(crate) fn pss_kib(process: &Path) -> Result<f64> {
    let rollup = std::fs::read_to_string(process.join("smaps_rollup"))?;
    let pss = rollup.lines().find_map(|line| line.strip_prefix("Pss:")).context("the kernel counts shared pages")?;
    Ok(pss.trim().trim_end_matches(" kB").parse()?)
}

fn monotonic_ms() -> Result<f64> {
    let now = clock_gettime(ClockId::Monotonic);
    Ok(Duration::new(now.tv_sec.try_into()?, now.tv_nsec.try_into()?).as_secs_f64() * 1_000.0)
}

/// A place on the screen.
#[derive(Clone, Copy)]
struct Place {
    x: i32,
    y: i32,
}

/// The program that clicks and looks.
struct Hand {
    process: Child,
    tell: ChildStdin,
    told: BufReader<ChildStdout>,
}

impl Hand {
    fn start(world: &World) -> Result<Self> {
        let mut command = world.command(compiled("click", &["x11", "xtst"])?).into_std();
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let tell = process.stdin.take().context("its input was asked for")?;
        let told = BufReader::new(process.stdout.take().context("its output was asked for")?);
        Ok(Self { process, tell, told })
    }

    /// Starts a program once to see where its red button is, and ends it.
    async fn find(&mut self, world: &World, mut command: tokio::process::Command, name: &str) -> Result<Place> {
        let _child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let settled = Instant::now() + SETTLED;
        let place = eventually("the screen shows a red button", PATIENCE, async || {
            let words = self.ask("find", "found")?;
            let [x, y, count] = words[..] else { anyhow::bail!("it answers {words:?}") };
            let there = count > 1_000.0 && Instant::now() > settled;
            #[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
            Ok(there.then_some(Place { x: x as i32, y: y as i32 }))
        })
        .await?;
        end(world, name).await?;
        Ok(place)
    }

    fn begin(&mut self, Place { x, y }: Place) -> Result<()> {
        self.ask(&format!("click {x} {y}"), "clicking").map(drop)
    }

    /// When the button was drawn and when its click was handled, in milliseconds of the monotonic clock.
    fn end(&mut self) -> Result<(f64, f64)> {
        let words = self.answer("handled")?;
        let [drawn, gone, _clicks] = words[..] else { anyhow::bail!("it answers {words:?}") };
        Ok((drawn / 1e6, gone / 1e6))
    }

    fn ask(&mut self, question: &str, answer: &str) -> Result<Vec<f64>> {
        writeln!(self.tell, "{question}")?;
        self.tell.flush()?;
        self.answer(answer)
    }

    fn answer(&mut self, word: &str) -> Result<Vec<f64>> {
        let mut line = String::new();
        self.told.read_line(&mut line)?;
        let numbers = line.trim().strip_prefix(word).with_context(|| format!("the click was answered `{line}`"))?;
        Ok(numbers.split_whitespace().map(str::parse).collect::<Result<_, _>>()?)
    }
}

impl Drop for Hand {
    fn drop(&mut self) {
        // An error says that it has ended, which is what is wanted.
        let _ = self.process.kill().and_then(|()| self.process.wait());
    }
}

fn figures(app: &Starts, bare: &Starts, station: &Samples) -> Vec<Figure> {
    let note = format!(
        "click on the shield handled {:.0} ms after the start (drawn at {:.0}), its station started meanwhile; bare \
         window {:.0} ms (drawn at {:.0})",
        app.handled.p50(),
        app.drawn.p50(),
        bare.handled.p50(),
        bare.drawn.p50(),
    );
    let memory = format!("{:.0} MiB of shared-out memory; bare window {:.0} MiB", app.memory.p50(), bare.memory.p50());
    let ratio = app.handled.p50() / bare.handled.p50();
    let target = Target::AtMost(1.15);
    vec![
        Figure { id: "T4", part: "start", ratio, target, note },
        Figure { id: "T4", part: "memory", ratio: app.memory.p50() / bare.memory.p50(), target, note: memory },
        Figure {
            id: "T4",
            part: "station",
            ratio: station.p50(),
            target: Target::AtMost(15.0),
            note: "MiB that the station's own process takes".to_owned(),
        },
    ]
}
