//! Moving what was written from SQLite's log into the database, beside the writer: it takes milliseconds, and no
//! acknowledgement waits for it.

use std::path::Path;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use anyhow::Context;
use rusqlite::Connection;
use tracing::warn;

/// The way to the thread that does it. Dropped, it waits for that thread: afterwards nobody has the files open.
pub(super) struct Checkpoints {
    ask: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Checkpoints {
    /// Starts the thread, with a connection of its own.
    pub(super) fn start(path: &Path) -> anyhow::Result<Self> {
        let db = Connection::open(path).with_context(|| format!("cannot open {}", path.display()))?;
        // The database is synced before the log is written over.
        db.pragma_update(None, "synchronous", "FULL")?;
        let (ask, asked) = sync_channel(1);
        let work = move || {
            for () in asked {
                // It moves what it can without holding anybody up; the rest is moved the next time.
                if let Err(error) = db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())) {
                    warn!(%error, "the log was not moved into the database; it is tried again");
                }
            }
        };
        let thread =
            thread::Builder::new().name("checkpoint".to_owned()).spawn(work).context("cannot start a thread")?;
        Ok(Self { ask: Some(ask), thread: Some(thread) })
    }

    /// Asks for one. Asked for twice before it begins, it is still one.
    pub(super) fn ask(&self) {
        if let Some(ask) = &self.ask {
            // Full: one is due anyway.
            let _ = ask.try_send(());
        }
    }
}

impl Drop for Checkpoints {
    fn drop(&mut self) {
        self.ask = None;
        if let Some(thread) = self.thread.take() {
            // One that panicked has let go too.
            let _ = thread.join();
        }
    }
}
