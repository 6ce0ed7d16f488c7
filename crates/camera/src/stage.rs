//! What a camera shows at the moment, and everybody who looks at it.
//!
//! The stage keeps the frames since the newest key frame, so that whoever comes sees a picture at once, and whoever is
//! a second late goes on at the newest key frame. What was shown in the ten seconds before is kept beside it, for a clip
//! that begins before its cause (S4). It never waits for a
//! viewer. It knows bytes and times; where they come from is [`crate::rtsp`]'s.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;
use tokio::sync::{Notify, watch};

use crate::fragment::Format;
use crate::pictures::PICTURES;
use crate::problem::Problem;

/// Bytes that are kept between two key frames. A camera that sends more has key frames too seldom to begin anywhere.
const MOST_BYTES: usize = 24 << 20;
/// Fragments that are kept between two key frames: a minute at 30 pictures and 50 frames of sound a second.
const MOST_FRAGMENTS: usize = 4_800;

/// A viewer for whom a fragment lies there so long is slow, and goes on at the newest key frame.
const LATE: Duration = Duration::from_secs(1);
/// How far back a clip begins.
const PAST: Duration = Duration::from_secs(10);

/// Where a camera stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nobody looks.
    Idle,
    /// Asked, and has not shown anything yet.
    Connecting {
        /// Since when.
        since: Instant,
        /// Why it stopped before, if it did.
        after: Option<Problem>,
    },
    /// Shows pictures.
    Playing {
        /// Since when.
        since: Instant,
    },
    /// Shows nothing.
    Stopped {
        /// Why.
        problem: Problem,
        /// Since when.
        since: Instant,
        /// When it is asked again.
        again: Instant,
    },
}

/// A piece of what a camera shows.
#[derive(Clone, Debug)]
pub struct Media {
    /// The fragment.
    pub data: Bytes,
    /// Whether a player can begin with it.
    pub key: bool,
    /// Whether it is a picture, not sound.
    pub picture: bool,
    /// When it came.
    pub at: Instant,
    number: u64,
}

/// The latest picture to begin with, of this stream or one before.
#[derive(Clone, Debug)]
pub struct Still {
    /// How it is coded.
    pub format: Arc<Format>,
    /// The picture.
    pub data: Bytes,
    /// When it came, by the wall clock: it may be shown after a restart.
    pub at: SystemTime,
}

/// What a viewer is given.
#[derive(Clone, Debug)]
pub struct Pulled {
    /// Where the camera stands.
    pub status: Status,
    /// Counts streams: another number is another stream, with a format of its own.
    pub stream: u64,
    /// How the stream is coded, where the viewer has not been told yet.
    pub format: Option<Arc<Format>>,
    /// Whether each of its pictures is whole by itself ([`PICTURES`]).
    pub single: bool,
    /// What came since the viewer asked last.
    pub media: Vec<Media>,
    /// Whether something was left out, because the viewer was slow.
    pub skipped: bool,
    /// What was shown last, for a viewer who has seen nothing yet and to whom nothing is shown.
    pub still: Option<Still>,
}

#[derive(Debug)]
struct Shared {
    status: Status,
    stream: u64,
    format: Option<Arc<Format>>,
    kept: VecDeque<Media>,
    kept_bytes: usize,
    /// What came before the newest key frame, from a key frame on.
    past: VecDeque<Media>,
    past_bytes: usize,
    next: u64,
    still: Option<Still>,
    /// Grows with every change of the status.
    turn: u64,
}

/// The stage of one camera.
#[derive(Debug)]
pub struct Stage {
    shared: Mutex<Shared>,
    changed: Notify,
    viewers: watch::Sender<usize>,
}

impl Stage {
    /// An empty stage, with the picture that was shown last if one is known.
    pub fn with_still(still: Option<Still>) -> Self {
        let shared = Shared {
            status: Status::Idle,
            stream: 0,
            format: None,
            kept: VecDeque::new(),
            kept_bytes: 0,
            past: VecDeque::new(),
            past_bytes: 0,
            next: 0,
            still,
            turn: 0,
        };
        Self { shared: Mutex::new(shared), changed: Notify::new(), viewers: watch::Sender::new(0) }
    }

    /// Begins to look. The camera is asked for pictures as long as the viewer lives.
    pub fn look(self: &Arc<Self>) -> Viewer {
        self.viewer(false)
    }

    /// Begins to look, with what was shown in the ten seconds before, as far as somebody looked then.
    pub fn look_back(self: &Arc<Self>) -> Viewer {
        self.viewer(true)
    }

    fn viewer(self: &Arc<Self>, looks_back: bool) -> Viewer {
        self.viewers.send_modify(|viewers| *viewers += 1);
        Viewer { stage: self.clone(), stream: None, next: 0, turn: None, still_seen: false, looks_back }
    }

    /// How many look.
    pub fn viewers(&self) -> watch::Receiver<usize> {
        self.viewers.subscribe()
    }

    /// Where the camera stands.
    pub fn status(&self) -> Status {
        self.lock().status
    }

    /// What was shown last.
    pub fn still(&self) -> Option<Still> {
        self.lock().still.clone()
    }

    /// Says where the camera stands.
    pub fn set_status(&self, status: Status) {
        let mut shared = self.lock();
        if shared.status != status {
            shared.status = status;
            shared.turn += 1;
            drop(shared);
            self.changed.notify_waiters();
        }
    }

    /// Begins a stream: what was kept of another one can follow it no more.
    pub fn begin(&self, format: Format) {
        let mut shared = self.lock();
        shared.stream += 1;
        shared.format = Some(Arc::new(format));
        shared.clear();
        drop(shared);
        self.changed.notify_waiters();
    }

    /// Ends a stream: what comes next, if anything, is another one.
    pub fn end(&self) {
        let mut shared = self.lock();
        shared.format = None;
        shared.clear();
    }

    /// Shows a fragment: with the first picture the camera plays. One that nobody could begin with, since its key frame is not kept, goes to those only who look
    /// already.
    pub fn show(&self, data: Bytes, key: bool, picture: bool, now: Instant) {
        let mut shared = self.lock();
        let Some(format) = shared.format.clone() else { return };
        if picture && !matches!(shared.status, Status::Playing { .. }) {
            shared.status = Status::Playing { since: now };
            shared.turn += 1;
        }
        if key && picture {
            shared.pass(now);
            shared.still = Some(Still { format, data: data.clone(), at: SystemTime::now() });
        }
        let number = shared.next;
        shared.next += 1;
        shared.kept_bytes += data.len();
        shared.kept.push_back(Media { data, key, picture, at: now, number });
        while shared.kept_bytes > MOST_BYTES || shared.kept.len() > MOST_FRAGMENTS {
            let Some(gone) = shared.kept.pop_front() else { break };
            shared.kept_bytes -= gone.data.len();
        }
        drop(shared);
        self.changed.notify_waiters();
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        // Nothing under the lock can leave it half done.
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shared {
    fn clear(&mut self) {
        self.kept.clear();
        self.kept_bytes = 0;
        self.past.clear();
        self.past_bytes = 0;
    }

    /// A key frame begins: what was kept is past, and what is past for long is let go, whole groups of pictures at a time.
    fn pass(&mut self, now: Instant) {
        self.past_bytes += self.kept_bytes;
        self.kept_bytes = 0;
        self.past.append(&mut self.kept);
        let begins = |media: &Media| media.key && media.picture;
        loop {
            let next = self.past.iter().skip(1).position(begins).map(|at| at + 1);
            let is_old = |at: usize| now.saturating_duration_since(self.past[at].at) >= PAST;
            let goes = match next {
                _ if self.past_bytes > MOST_BYTES || self.past.len() > MOST_FRAGMENTS => {
                    next.unwrap_or(self.past.len())
                }
                Some(next) if is_old(next) => next,
                Some(_) | None if self.past.front().is_some_and(|first| !begins(first)) => {
                    next.unwrap_or(self.past.len())
                }
                Some(_) | None => return,
            };
            self.past_bytes -= self.past.drain(..goes).map(|media| media.data.len()).sum::<usize>();
        }
    }
}

/// Somebody who looks. Dropped, it looks no more.
#[derive(Debug)]
pub struct Viewer {
    stage: Arc<Stage>,
    stream: Option<u64>,
    next: u64,
    turn: Option<u64>,
    still_seen: bool,
    looks_back: bool,
}

impl Viewer {
    /// What is new: at once if there is anything, else when there is, or after `longest` with nothing.
    pub async fn pull(&mut self, longest: Duration) -> Pulled {
        let stage = self.stage.clone();
        let changed = stage.changed.notified();
        tokio::pin!(changed);
        let wait = tokio::time::sleep(longest);
        tokio::pin!(wait);
        loop {
            // Before the look, so that what comes between look and wait is not slept through.
            changed.as_mut().enable();
            let pulled = self.take();
            if !pulled.media.is_empty() || pulled.still.is_some() || pulled.format.is_some() || self.turned() {
                return pulled;
            }
            tokio::select! {
                () = &mut changed => changed.set(stage.changed.notified()),
                () = &mut wait => return pulled,
            }
        }
    }

    /// Whether a fragment is so old that this viewer goes on elsewhere. A clip leaves nothing out.
    fn is_late(&self, media: &Media, shared: &Shared) -> bool {
        let newest = shared.kept.back().map_or(media.at, |newest| newest.at);
        !self.looks_back && newest.saturating_duration_since(media.at) > LATE
    }

    fn turned(&mut self) -> bool {
        let turn = Some(self.stage.lock().turn);
        std::mem::replace(&mut self.turn, turn) != turn
    }

    fn take(&mut self) -> Pulled {
        let shared = self.stage.lock();
        let other = self.stream != Some(shared.stream) && shared.format.is_some();
        let all = || shared.past.iter().chain(&shared.kept);
        // What comes next for this viewer, if it is still kept and the viewer not too late for it.
        let next = all().position(|media| media.number >= self.next);
        let is_missed =
            |at: usize| all().nth(at).is_some_and(|media| media.number > self.next || self.is_late(media, &shared));
        let behind = other || next.is_some_and(is_missed);
        // Who saw nothing of this stream begins with a key frame; so does who has missed some of it.
        let begins = |media: &&Media| media.key && media.picture;
        let newest = shared.kept.iter().position(|media| begins(&media)).map(|at| shared.past.len() + at);
        let first = all().position(|media| begins(&media)).filter(|_| self.looks_back && other);
        let (from, ready) = match (behind, newest) {
            (false, _) => (next, true),
            (true, Some(newest)) => (first.or(Some(newest)), true),
            (true, None) => (None, false),
        };
        let media: Vec<Media> = from.map(|from| all().skip(from).cloned().collect()).unwrap_or_default();
        let skipped = behind && !other && ready;
        let mut format = None;
        if ready && (!other || !media.is_empty()) {
            if other {
                self.stream = Some(shared.stream);
                format.clone_from(&shared.format);
            }
            self.next = shared.next;
        }
        let shows = !media.is_empty() || self.stream.is_some();
        let still = shared.still.clone().filter(|_| !shows && !self.still_seen);
        self.still_seen |= still.is_some() || shows;
        let single = shared.format.as_ref().is_some_and(|format| format.mime == PICTURES);
        Pulled { status: shared.status, stream: shared.stream, format, single, media, skipped, still }
    }
}

impl Drop for Viewer {
    fn drop(&mut self) {
        self.stage.viewers.send_modify(|viewers| *viewers = viewers.saturating_sub(1));
    }
}

#[cfg(test)]
mod tests;
