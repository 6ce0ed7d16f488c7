//! What a camera shows at the moment, and everybody who looks at it.
//!
//! The stage keeps the frames since the newest key frame and nothing older, so that whoever comes sees a picture at
//! once, and whoever is slower than a whole group of pictures goes on at the newest key frame. It never waits for a
//! viewer. It knows bytes and times; where they come from is [`crate::rtsp`]'s.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;
use tokio::sync::{Notify, watch};

use crate::fragment::Format;
use crate::problem::Problem;

/// Bytes that are kept between two key frames. A camera that sends more has key frames too seldom to begin anywhere.
const MOST_BYTES: usize = 24 << 20;
/// Fragments that are kept between two key frames: a minute at 30 pictures and 50 frames of sound a second.
const MOST_FRAGMENTS: usize = 4_800;

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
            next: 0,
            still,
            turn: 0,
        };
        Self { shared: Mutex::new(shared), changed: Notify::new(), viewers: watch::Sender::new(0) }
    }

    /// Begins to look. The camera is asked for pictures as long as the viewer lives.
    pub fn look(self: &Arc<Self>) -> Viewer {
        self.viewers.send_modify(|viewers| *viewers += 1);
        Viewer { stage: self.clone(), stream: None, next: 0, turn: None, still_seen: false }
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
            shared.clear();
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

    fn turned(&mut self) -> bool {
        let turn = Some(self.stage.lock().turn);
        std::mem::replace(&mut self.turn, turn) != turn
    }

    fn take(&mut self) -> Pulled {
        let shared = self.stage.lock();
        let other = self.stream != Some(shared.stream) && shared.format.is_some();
        // Who saw nothing of this stream begins with a key frame; so does who has missed some of it.
        let oldest = shared.kept.front();
        let behind = other || oldest.is_some_and(|oldest| oldest.number > self.next);
        let begins = shared.kept.iter().position(|media| media.key && media.picture);
        let (from, ready) = match (behind, begins) {
            (false, _) => (shared.kept.iter().position(|media| media.number >= self.next), true),
            (true, Some(begins)) => (Some(begins), true),
            (true, None) => (None, false),
        };
        let media: Vec<Media> = from.map(|from| shared.kept.iter().skip(from).cloned().collect()).unwrap_or_default();
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
        Pulled { status: shared.status, stream: shared.stream, format, media, skipped, still }
    }
}

impl Drop for Viewer {
    fn drop(&mut self) {
        self.stage.viewers.send_modify(|viewers| *viewers = viewers.saturating_sub(1));
    }
}
