//! The link between app and station fails at a point of slide to ten seconds after, for a while.

use std::fmt;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result};
use mayday_station::client::Client;
use tokio::process::Child;

use super::Outcome;
use super::scene::{self, Look, Screen, Slid};
use crate::ending::end_incident;
use crate::faults::wall_ms;
use crate::link::{Link, LinkState};
use crate::waiting::{PATIENCE, eventually};
use crate::{App, World};

/// What may be on its way when a link fails.
const ON_ITS_WAY_MS: i64 = 500;
/// When the countdown ends.
const HOLD_MS: i64 = 5_000;

/// One slide with one fault of the link.
#[derive(Clone, Copy, Debug)]
pub struct LinkCase {
    /// What the link does.
    pub fault: LinkState,
    /// From when on, after the slide. 0: before it.
    pub at_ms: i64,
    /// For how long.
    pub lasts_ms: i64,
    /// When *Cancel* is pressed, after the slide.
    pub cancel_ms: Option<i64>,
}

impl fmt::Display for LinkCase {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fault = match self.fault {
            LinkState::Whole => "whole",
            LinkState::Gone => "gone",
            LinkState::Silent => "silent",
            LinkState::Deaf => "deaf",
            LinkState::Slow(_) => "slow",
        };
        let seconds = |ms: i64| f64::from(i32::try_from(ms).unwrap_or(i32::MAX)) / 1_000.0;
        write!(to, "link {fault} from {:.1} s for {:.0} s", seconds(self.at_ms), seconds(self.lasts_ms))?;
        match self.cancel_ms {
            Some(ms) => write!(to, ", cancel pressed at {:.1} s", seconds(ms)),
            None => Ok(()),
        }
    }
}

/// An app that speaks to its station over a link in the test's hands.
pub struct LinkScene {
    app: App,
    witness: Client,
    link: Link,
    _station: Child,
    world: World,
}

/// What was seen at the screen.
#[derive(Default)]
struct Seen {
    requested: Option<Look>,
    cancelled: Option<Look>,
    last: Option<Screen>,
    pressed: bool,
}

impl LinkScene {
    /// Starts it.
    pub async fn start() -> Result<Self> {
        let world = World::start().await?;
        let mut station = world.station_command()?;
        station.arg("serve").arg("--data").arg(world.data()).kill_on_drop(true);
        let station = station.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let socket = world.station_socket();
        eventually("the station has its socket", PATIENCE, async || socket.exists()).await?;
        let link = Link::before_station_of(&world.data()).await?;
        let app = scene::in_demo(&world).await?;
        let witness = scene::witness(link.behind()).await?;
        Ok(Self { app, witness, link, _station: station, world })
    }

    /// The app, for what a test wants to see besides.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Runs one case, and is ready for the next.
    pub async fn run(&self, case: LinkCase) -> Result<Outcome> {
        if case.at_ms == 0 {
            self.link.set(case.fault);
        }
        let slid = scene::slide(&self.world, &self.app).await?;
        let (from, to) = (slid.at_ms + case.at_ms, slid.at_ms + case.at_ms + case.lasts_ms);
        let fault = self.link.between(case.fault, from, to);
        // No earlier than both can there be an end of the story.
        let ripe = to.max(slid.at_ms + HOLD_MS);
        let mut seen = Seen::default();
        let watched = self.watch(case, slid, ripe, &mut seen).await;
        fault.await?;
        let mut outcome = self.judge(case, slid, ripe, &seen).await?;
        if let Err(error) = watched {
            outcome.violations.push(format!("{error:#}"));
        }
        eventually("the app is back on its dashboard", PATIENCE, async || {
            scene::back_home(&self.app).await.map(|()| true)
        })
        .await?;
        end_incident(&self.witness, slid.signal).await?;
        Ok(outcome)
    }

    /// Looks at the screen all the time, and presses *Cancel* when it is time.
    async fn watch(&self, case: LinkCase, slid: Slid, ripe: i64, seen: &mut Seen) -> Result<()> {
        let within = PATIENCE + Duration::from_millis(u64::try_from(ripe - slid.at_ms).unwrap_or(0));
        eventually("the screen tells how it ended", within, async || {
            if case.cancel_ms.is_some_and(|ms| !seen.pressed && wall_ms() >= slid.at_ms + ms) {
                self.app.press("Cancel").await.context("there is no Cancel to press")?;
                seen.pressed = true;
            }
            let look = scene::look(&self.app).await?;
            seen.last = Some(look.screen);
            match look.screen {
                Screen::Requested => drop(seen.requested.get_or_insert(look)),
                Screen::Cancelled => drop(seen.cancelled.get_or_insert(look)),
                Screen::Open => {}
            }
            anyhow::Ok(look.screen != Screen::Open && wall_ms() >= ripe)
        })
        .await
    }

    async fn judge(&self, case: LinkCase, slid: Slid, ripe: i64, seen: &Seen) -> Result<Outcome> {
        let incidents = scene::incidents_of(&self.witness, slid.signal).await?;
        let decided = incidents.first().and_then(scene::decided);
        let cancelled = seen.last == Some(Screen::Cancelled);
        let mut outcome = Outcome { raised: decided.is_some(), cancelled, missed: slid.missed, ..Outcome::default() };
        outcome.decided_ms = decided.map(|(_, at_ms)| at_ms - slid.at_ms);
        outcome.promise(incidents.len() <= 1, format!("{} incidents for one slide", incidents.len()));

        if cancelled {
            let for_good = incidents.first().is_none_or(scene::was_cancelled);
            outcome.promise(for_good, "the screen says cancelled, and the station went on");
            outcome.promise(seen.pressed, "nobody pressed Cancel");
        } else {
            outcome.promise(decided.is_some(), "neither raised nor told as cancelled");
        }
        if let Some(look) = seen.requested {
            let acknowledged = decided.is_some_and(|(_, at_ms)| at_ms <= look.at_ms);
            outcome.promise(acknowledged, "help was shown as requested before the station had decided");
            outcome.promise(
                !self.was_unheard(case, slid, look),
                "help was shown as requested while nothing could be heard",
            );
        }
        if let Some(look) = seen.cancelled {
            outcome.promise(!self.was_unheard(case, slid, look), "cancelled was shown while nothing could be heard");
            outcome.promise(seen.requested.is_none_or(|_| cancelled), "cancelled, and then requested");
        }
        let settled = if cancelled { seen.cancelled } else { seen.requested };
        outcome.settled_ms = settled.map(|look| (look.at_ms - ripe).max(0));
        Ok(outcome)
    }

    /// Whether this look fell into a time in which no answer could reach the app.
    fn was_unheard(&self, case: LinkCase, slid: Slid, look: Look) -> bool {
        let from = slid.at_ms + case.at_ms + ON_ITS_WAY_MS;
        let to = slid.at_ms + case.at_ms + case.lasts_ms;
        !matches!(case.fault, LinkState::Whole | LinkState::Slow(_)) && (from..to).contains(&look.at_ms)
    }
}
