//! SQLite's log of what was written, which no acknowledgement may wait for.

use anyhow::Result;
use mayday_protocol::SignalId;
use mayday_tests::{PATIENCE, eventually};

use crate::desk::{Desk, is_committed, police};

/// Signals that are enough for the log to be moved, and far from enough for the writer to do it by itself.
const SIGNALS: u16 = 200;
/// An empty database takes less.
const MOVED: u64 = 400 * 1_024;

/// proves: E1
#[tokio::test]
async fn the_log_is_moved_into_the_database_while_signals_are_acknowledged() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    for n in 0..SIGNALS {
        let signal = SignalId::from_random(n.to_be_bytes().repeat(8).try_into().unwrap_or_default());
        assert!(is_committed(&phone.commit(signal, &police(5_000)).await?));
    }
    let database = desk.folder.path().join("station.db");
    eventually("the database has grown", PATIENCE, async || {
        Ok::<_, anyhow::Error>(std::fs::metadata(&database)?.len() > MOVED)
    })
    .await
}
