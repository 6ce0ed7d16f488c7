//! The link between the app and its station, in a test's hands: a socket in the station's place that passes
//! everything on, until it is told not to.
//!
//! The station's own socket is moved aside and goes on working under its new name. Both speak over a Unix socket;
//! what a network can do to a conversation is done here, connection by connection.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::unix::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::timeout;

use crate::faults::wall_ms;
use crate::waiting::{PATIENCE, eventually};

/// What a link does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// Passes everything on.
    Whole,
    /// Nobody listens, and every conversation is cut.
    Gone,
    /// Takes connections and passes nothing on; what was on its way arrives when the link is whole again.
    Silent,
    /// Passes requests on and loses the answers.
    Deaf,
    /// Passes everything on, each piece this much later.
    Slow(Duration),
}

/// The same number of bytes that stand for others, in what the station says.
pub type Rewriting = (Vec<u8>, Vec<u8>);

/// A link. Without it the station cannot be met any more.
pub struct Link {
    state: watch::Sender<LinkState>,
    behind: PathBuf,
    door: JoinHandle<()>,
}

impl Link {
    /// Puts itself between a station that listens in this data folder and whoever connects from now on.
    pub async fn before_station_of(data: &Path) -> Result<Self> {
        Self::rewriting(data, None).await
    }

    /// The same, and some of the station's words are exchanged on their way.
    pub async fn rewriting(data: &Path, words: Option<Rewriting>) -> Result<Self> {
        let (front, behind) = (data.join("run/station.sock"), data.join("run/behind.sock"));
        eventually("the station listens", PATIENCE, async || UnixStream::connect(&front).await.map(|_| true)).await?;
        std::fs::rename(&front, &behind).context("the station's socket cannot be moved")?;
        let listener = UnixListener::bind(&front)?;
        let state = watch::channel(LinkState::Whole).0;
        let passage = Passage { behind: behind.clone(), words, state: state.clone() };
        let door = tokio::spawn(serve(listener, front, passage));
        Ok(Self { state, behind, door })
    }

    /// Where the station is met behind the link.
    pub fn behind(&self) -> &Path {
        &self.behind
    }

    /// From now on.
    pub fn set(&self, state: LinkState) {
        self.state.send_replace(state);
    }

    /// Is in this state between two moments, in milliseconds since the Unix epoch, and whole afterwards. What comes
    /// back ends with the second.
    pub fn between(&self, state: LinkState, from_ms: i64, to_ms: i64) -> JoinHandle<()> {
        let link = self.state.clone();
        tokio::spawn(async move {
            moment(from_ms).await;
            link.send_replace(state);
            moment(to_ms).await;
            link.send_replace(LinkState::Whole);
        })
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.door.abort();
    }
}

/// Comes back at this moment, or at once when it has passed.
async fn moment(at_ms: i64) {
    lasts(Duration::from_millis(u64::try_from(at_ms - wall_ms()).unwrap_or(0))).await;
}

/// A delay that is the link's own, and no test's.
async fn lasts(delay: Duration) {
    // Nothing ever comes: the deadline is what is wanted.
    let _ = timeout(delay, std::future::pending::<()>()).await;
}

#[derive(Clone)]
struct Passage {
    behind: PathBuf,
    words: Option<Rewriting>,
    state: watch::Sender<LinkState>,
}

async fn serve(listener: UnixListener, front: PathBuf, passage: Passage) {
    let mut listener = Some(listener);
    let mut talks = JoinSet::new();
    let mut state = passage.state.subscribe();
    loop {
        let now = *state.borrow_and_update();
        if now == LinkState::Gone {
            // Closed and still in its place: whoever connects is refused at once.
            listener = None;
            talks.abort_all();
        } else if listener.is_none() {
            // A station that was started meanwhile has taken the place: then there is nothing left to do.
            let _ = std::fs::remove_file(&front);
            listener = UnixListener::bind(&front).ok();
        }
        let next = async {
            match &listener {
                Some(listener) => listener.accept().await.ok(),
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            guest = next => if let Some((guest, _)) = guest {
                talks.spawn(talk(guest, passage.clone()));
            },
            changed = state.changed() => if changed.is_err() { return },
        }
        while talks.try_join_next().is_some() {}
    }
}

async fn talk(guest: UnixStream, passage: Passage) {
    // A station that is not there is told by the end of the conversation.
    let Ok(station) = UnixStream::connect(&passage.behind).await else { return };
    let (from_guest, to_guest) = guest.into_split();
    let (from_station, to_station) = station.into_split();
    let lost = Arc::new(Mutex::new(false));
    let up = pass(from_guest, to_station, Direction::Up, passage.clone(), Arc::clone(&lost));
    let down = pass(from_station, to_guest, Direction::Down, passage, lost);
    // The end of one direction is the end of the other, as with a broken wire.
    tokio::select! { () = up => {}, () = down => {} }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Up,
    Down,
}

async fn pass(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    direction: Direction,
    passage: Passage,
    lost: Arc<Mutex<bool>>,
) {
    let mut state = passage.state.subscribe();
    let mut piece = vec![0; 64 * 1024];
    loop {
        let read = from.read(&mut piece).await.unwrap_or(0);
        if read == 0 {
            return;
        }
        let mut words = piece[..read].to_vec();
        loop {
            let now = *state.borrow_and_update();
            let waits = match (now, direction) {
                (LinkState::Whole, _) | (LinkState::Deaf, Direction::Up) => false,
                (LinkState::Slow(delay), _) => {
                    lasts(delay).await;
                    false
                }
                (LinkState::Deaf, Direction::Down) => {
                    *lost.lock().unwrap_or_else(PoisonError::into_inner) = true;
                    true
                }
                (LinkState::Gone | LinkState::Silent, _) => true,
            };
            if !waits {
                break;
            }
            if state.changed().await.is_err() {
                return;
            }
        }
        // An answer that was lost is not delivered later: its conversation ends.
        if *lost.lock().unwrap_or_else(PoisonError::into_inner) {
            return;
        }
        if let (Direction::Down, Some((word, other))) = (direction, &passage.words) {
            exchange(&mut words, word, other);
        }
        if to.write_all(&words).await.is_err() {
            return;
        }
    }
}

fn exchange(words: &mut [u8], word: &[u8], other: &[u8]) {
    assert_eq!(word.len(), other.len(), "the length of an answer stands in its head");
    for at in 0..words.len().saturating_sub(word.len() - 1) {
        if words[at..].starts_with(word) {
            words[at..at + word.len()].copy_from_slice(other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_exchanged_wherever_they_stand() {
        let mut words = b"0.1.0 and 0.1.0".to_vec();
        exchange(&mut words, b"0.1.0", b"0.0.9");
        assert_eq!(words, b"0.0.9 and 0.0.9");
    }
}
