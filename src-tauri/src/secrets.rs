//! The device's token in the system's keyring. A keyring may be missing, locked, or wait for a
//! person: it is asked on a thread of its own and never waited for without a deadline.

use std::time::Duration;

use mayday_protocol::{HomeId, Redacted};
use tokio::sync::oneshot;

/// Longer than any keyring that answers at all, shorter than a person notices at the start.
const DEADLINE: Duration = Duration::from_millis(600);
/// The name under which the keyring shows our entries.
const ENTRY: &str = "Mayday";

/// What the keyring said.
#[derive(Debug)]
pub(crate) enum Kept {
    /// The token.
    Token(Redacted<String>),
    /// The keyring works and has none.
    Nothing,
    /// There is no keyring, it is locked, or it did not answer in time.
    NoKeyring,
}

/// Reads the token of a home.
pub(crate) async fn read(home: HomeId) -> Kept {
    let read = ask(move || match entry(home)?.get_password() {
        Ok(token) => Ok(Some(token)),
        Err(keyring::Error::NoEntry) => Ok(None),
        Err(error) => Err(error),
    });
    match read.await {
        Some(Ok(Some(token))) => Kept::Token(token.into()),
        Some(Ok(None)) => Kept::Nothing,
        Some(Err(error)) => {
            tracing::warn!(%error, "the keyring refused");
            Kept::NoKeyring
        }
        None => Kept::NoKeyring,
    }
}

/// Keeps the token of a home. `false`: the keyring did not take it.
pub(crate) async fn keep(home: HomeId, token: Redacted<String>) -> bool {
    let kept = ask(move || entry(home)?.set_password(token.reveal())).await;
    if let Some(Err(error)) = &kept {
        tracing::warn!(%error, "the keyring did not take the token");
    }
    matches!(kept, Some(Ok(())))
}

/// Forgets the token of a home. One that the keyring keeps all the same opens nothing any more.
pub(crate) async fn forget(home: HomeId) {
    if let Some(Err(error)) = ask(move || entry(home)?.delete_credential()).await {
        tracing::warn!(%error, "the keyring did not forget the token");
    }
}

fn entry(home: HomeId) -> keyring::Result<keyring::Entry> {
    keyring::Entry::new(ENTRY, &format!("device of home {home}"))
}

/// Asks on a thread that may hang for ever; `None` after the deadline.
async fn ask<T: Send + 'static>(question: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (reply, answer) = oneshot::channel();
    let thread = std::thread::Builder::new().name("keyring".to_owned());
    thread.spawn(move || drop(reply.send(question()))).ok()?;
    tokio::time::timeout(DEADLINE, answer).await.ok()?.ok()
}
