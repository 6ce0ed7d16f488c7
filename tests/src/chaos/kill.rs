//! The app, its page, its station: killed, stopped or asleep at a point of the countdown.

use std::fmt;

use anyhow::Result;
use mayday_protocol::incident::CommittedBy;
use mayday_station::client::Client;
use rustix::process::Signal;

use super::Outcome;
use super::scene::{self, Screen, Slid};
use crate::ending::end_incident;
use crate::faults::{APP, WEB_PROCESS, wall_ms};
use crate::waiting::{PATIENCE, eventually};
use crate::{App, World};

/// When the device commits, when the station commits by itself, and what a busy machine may add.
const DEVICE_MS: i64 = 5_000;
const STATION_MS: i64 = 7_000;
const BUSY_MS: i64 = 1_000;

/// What ends or stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Victim {
    /// The app, as by a crash or an empty battery; it is started again.
    App,
    /// The process that draws its page.
    WebProcess,
    /// The station; none can start for ten seconds.
    Station,
    /// The app is stopped until nine seconds after the slide.
    Asleep,
}

/// One slide with one victim.
#[derive(Clone, Copy, Debug)]
pub struct KillCase {
    /// What ends or stops.
    pub victim: Victim,
    /// When, after the slide.
    pub at_ms: i64,
}

impl fmt::Display for KillCase {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.victim {
            Victim::App => "app killed",
            Victim::WebProcess => "web process killed",
            Victim::Station => "station killed, and none for 10 s,",
            Victim::Asleep => "app asleep",
        };
        write!(to, "{what} at {:.1} s", f64::from(i32::try_from(self.at_ms).unwrap_or(i32::MAX)) / 1_000.0)
    }
}

/// An app with a station of its own.
pub struct KillScene {
    app: App,
    witness: Client,
    world: World,
}

impl KillScene {
    /// Starts it.
    pub async fn start() -> Result<Self> {
        let world = World::start().await?;
        let app = scene::in_demo(&world).await?;
        let witness = scene::witness(&world.station_socket()).await?;
        Ok(Self { app, witness, world })
    }

    /// Runs one case, and is ready for the next.
    pub async fn run(&mut self, case: KillCase) -> Result<Outcome> {
        let slid = scene::slide(&self.world, &self.app).await?;
        self.world.passes_since_slide(case.at_ms).await?;
        let (by, mut outcome) = match case.victim {
            Victim::App => self.without_app(slid).await?,
            Victim::WebProcess => self.without_page(slid).await?,
            Victim::Station => self.without_station(slid).await?,
            Victim::Asleep => self.asleep(slid).await?,
        };
        let decided_ms = outcome.decided_ms.unwrap_or(i64::MAX);
        let due = if by == CommittedBy::Device { DEVICE_MS } else { STATION_MS };
        outcome.promise(decided_ms >= DEVICE_MS, format!("decided {decided_ms} ms after the slide: early"));
        if case.victim != Victim::Station {
            outcome.promise(decided_ms <= due + BUSY_MS, format!("decided {decided_ms} ms after the slide: late"));
        }
        let incidents = scene::incidents_of(&self.witness, slid.signal).await?.len();
        outcome.promise(incidents == 1, format!("{incidents} incidents for one slide"));
        end_incident(&self.witness, slid.signal).await?;
        Ok(outcome)
    }

    async fn without_app(&mut self, slid: Slid) -> Result<(CommittedBy, Outcome)> {
        self.app.kill_minus_9().await?;
        let (by, outcome) = self.raised(slid).await?;
        self.app.relaunch().await?;
        self.told(outcome, wall_ms()).await.map(|outcome| (by, outcome))
    }

    /// The webdriver's session ends with the page: the app goes on without one, and is started anew afterwards.
    async fn without_page(&mut self, slid: Slid) -> Result<(CommittedBy, Outcome)> {
        let app = self.app.pid();
        self.world.signal(WEB_PROCESS, Signal::KILL);
        let (by, mut outcome) = self.raised(slid).await?;
        outcome.promise(app.is_some() && self.app.pid() == app, "the app ended with its page");
        outcome.promise(by == CommittedBy::Device, "the device did not decide");
        // What has ended is not taken up again, and is the newest of the list; unless the app was killed before it had
        // written so down: then it asks the station, and shows what that says.
        self.app.relaunch().await?;
        eventually("the dashboard is there, or the way to it", PATIENCE, async || {
            if self.app.has("button", "Back to home").await? {
                self.app.press("Back to home").await?;
            }
            self.app.text_is_shown("The station answers").await
        })
        .await?;
        Ok((by, outcome))
    }

    async fn without_station(&mut self, slid: Slid) -> Result<(CommittedBy, Outcome)> {
        let from = wall_ms();
        let barred = self.world.bar_station().await?;
        eventually("ten seconds have passed", PATIENCE, async || wall_ms() >= from + 10_000).await?;
        drop(barred);
        let back = wall_ms();
        let (by, outcome) = self.raised(slid).await?;
        self.told(outcome, back).await.map(|outcome| (by, outcome))
    }

    async fn asleep(&mut self, slid: Slid) -> Result<(CommittedBy, Outcome)> {
        self.world.signal(APP, Signal::STOP);
        let (by, outcome) = self.raised(slid).await?;
        self.world.passes_since_slide(9_000).await?;
        self.world.signal(APP, Signal::CONT);
        self.told(outcome, wall_ms()).await.map(|outcome| (by, outcome))
    }

    async fn raised(&self, slid: Slid) -> Result<(CommittedBy, Outcome)> {
        let (by, at_ms) = scene::decision(&self.witness, slid.signal).await?;
        Ok((
            by,
            Outcome { raised: true, decided_ms: Some(at_ms - slid.at_ms), missed: slid.missed, ..Outcome::default() },
        ))
    }

    /// Waits until the screen says so, and how long that takes after the fault.
    async fn told(&self, mut outcome: Outcome, since_ms: i64) -> Result<Outcome> {
        let look = eventually("the screen tells that help is requested", PATIENCE, async || {
            let look = scene::look(&self.app).await?;
            anyhow::Ok(Some(look).filter(|look| look.screen == Screen::Requested))
        })
        .await?;
        outcome.settled_ms = Some(look.at_ms - since_ms);
        scene::back_home(&self.app).await?;
        Ok(outcome)
    }
}
