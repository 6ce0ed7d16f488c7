//! One camera: asked for pictures while somebody looks, asked again when it stops, left alone when nobody looks.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::FutureExt as _;
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

use crate::address::{Address, Credentials, Transport, WebAddress};
use crate::demo;
use crate::pictures;
use crate::problem::Problem;
use crate::rtsp;
use crate::stage::{Stage, Status, Still, Viewer};

/// How long a camera is kept when the last viewer has gone: whoever turns back sees it at once.
const LINGER: Duration = Duration::from_secs(10);
/// How long after a stop the camera is asked again, the first time and each time after it.
const AGAIN: [Duration; 6] = [
    Duration::from_millis(500),
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(5),
    Duration::from_secs(10),
    Duration::from_secs(30),
];
/// The same where asking again hardly helps: cameras lock an account that is refused often.
const AGAIN_REFUSED: Duration = Duration::from_secs(120);
/// A stream that held for so long begins the waits anew.
const HELD: Duration = Duration::from_secs(10);

/// Where pictures come from.
#[derive(Clone, Debug)]
pub enum Source {
    /// A camera, or a program that speaks for one.
    Rtsp {
        /// Where.
        address: Address,
        /// As whom.
        credentials: Option<Credentials>,
        /// How the pictures travel.
        transport: Transport,
    },
    /// A camera that sends single pictures, or a program that does it for one.
    Pictures {
        /// Where.
        address: WebAddress,
        /// As whom.
        credentials: Option<Credentials>,
    },
    /// The generated demo camera.
    Demo,
}

/// A camera of the home. Dropped, it is asked for nothing more.
#[derive(Debug)]
pub struct Camera {
    stage: Arc<Stage>,
    again: Arc<Notify>,
    task: JoinHandle<()>,
}

impl Camera {
    /// Takes a camera up. It is asked for nothing before somebody looks. Needs a tokio runtime.
    pub fn new(source: Source, still: Option<Still>) -> Self {
        let stage = Arc::new(Stage::with_still(still));
        let again = Arc::new(Notify::new());
        let task = tokio::spawn(run(source, stage.clone(), again.clone()));
        Self { stage, again, task }
    }

    /// Begins to look.
    pub fn look(&self) -> Viewer {
        self.stage.look()
    }

    /// What it shows.
    pub fn stage(&self) -> &Arc<Stage> {
        &self.stage
    }

    /// Asks it again at once, if it has stopped; else nothing is left to do.
    pub fn ask_again(&self) {
        self.again.notify_waiters();
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn run(source: Source, stage: Arc<Stage>, again: Arc<Notify>) {
    let mut viewers = stage.viewers();
    let mut watched = stage.viewers();
    let mut stops = Stops::default();
    loop {
        if *viewers.borrow() == 0 {
            stage.end();
            stage.set_status(Status::Idle);
            stops = Stops::default();
        }
        if viewers.wait_for(|viewers| *viewers > 0).await.is_err() {
            return;
        }
        let began = Instant::now();
        stage.set_status(Status::Connecting { since: began, after: stops.latest });
        let problem = tokio::select! {
            problem = play_safely(&source, &stage) => problem,
            () = left_alone(&mut watched) => continue,
        };
        let played = matches!(stage.status(), Status::Playing { .. });
        let now = Instant::now();
        let wait = stops.stopped(problem, played, began, now);
        let since = stops.since.unwrap_or(now);
        stage.set_status(Status::Stopped { problem, since, again: now + wait });
        tokio::select! {
            () = sleep(wait) => {}
            () = again.notified() => {}
            () = left_alone(&mut watched) => {}
        }
    }
}

/// The stops since the camera has held for a while.
#[derive(Debug, Default)]
struct Stops {
    count: usize,
    latest: Option<Problem>,
    /// Since when nothing was shown.
    since: Option<Instant>,
}

impl Stops {
    /// Takes a stop in, and says after how long the camera is asked again.
    fn stopped(&mut self, problem: Problem, played: bool, began: Instant, now: Instant) -> Duration {
        if played {
            self.since = None;
            if now.duration_since(began) > HELD {
                self.count = 0;
            }
        }
        self.since.get_or_insert(now);
        self.latest = Some(problem);
        let wait = wait_after(problem, self.count);
        self.count += 1;
        wait
    }
}

/// What a camera sends can bring down what reads it: that is the end of this stream, and not of the camera.
async fn play_safely(source: &Source, stage: &Stage) -> Problem {
    // Left behind are the stage, which is never half done, and what is dropped with the stream.
    let played = AssertUnwindSafe(play(source, stage)).catch_unwind().await;
    played.unwrap_or_else(|_| {
        stage.end();
        tracing::error!("reading a camera failed");
        Problem::Garbage
    })
}

async fn play(source: &Source, stage: &Stage) -> Problem {
    match source {
        Source::Rtsp { address, credentials, transport } => {
            rtsp::play(address, credentials.as_ref(), *transport, stage).await
        }
        Source::Pictures { address, credentials } => pictures::play(address, credentials.as_ref(), stage).await,
        Source::Demo => demo::play(stage).await,
    }
}

fn wait_after(problem: Problem, stops: usize) -> Duration {
    if problem.may_pass() { AGAIN[stops.min(AGAIN.len() - 1)] } else { AGAIN_REFUSED }
}

/// Ends when nobody has looked for a while.
async fn left_alone(viewers: &mut watch::Receiver<usize>) {
    loop {
        if viewers.wait_for(|viewers| *viewers == 0).await.is_err() {
            return;
        }
        if timeout(LINGER, viewers.wait_for(|viewers| *viewers > 0)).await.is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: S2
    #[test]
    fn a_camera_that_stops_again_and_again_is_asked_more_and_more_seldom() {
        let now = Instant::now();
        let mut stops = Stops::default();
        let waits: Vec<_> = (0..8).map(|_| stops.stopped(Problem::Ended, false, now, now).as_millis()).collect();
        assert_eq!(waits, [500, 1_000, 2_000, 5_000, 10_000, 30_000, 30_000, 30_000]);
        assert_eq!(stops.stopped(Problem::Ended, true, now, now + HELD * 2), AGAIN[0], "it has held for a while");
    }

    /// proves: S2
    #[test]
    fn a_password_that_was_refused_is_not_tried_often() {
        let now = Instant::now();
        assert_eq!(Stops::default().stopped(Problem::WrongPassword, false, now, now), AGAIN_REFUSED);
    }

    /// proves: S2
    #[test]
    fn a_stop_is_dated_from_the_last_picture_however_often_it_was_asked_since() {
        let now = Instant::now();
        let later = now + Duration::from_secs(60);
        let mut stops = Stops::default();
        stops.stopped(Problem::Ended, true, now, now);
        stops.stopped(Problem::Unreachable, false, now, later);
        assert_eq!(stops.since, Some(now));
        stops.stopped(Problem::Ended, true, later, later);
        assert_eq!(stops.since, Some(later));
    }
}
