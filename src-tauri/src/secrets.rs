//! The device's token, and the passwords of its cameras, in the system's keyring. A keyring may be missing, locked, or wait for a
//! person: it is asked on a thread of its own and never waited for without a deadline.

use std::time::Duration;

use mayday_protocol::{CameraId, HomeId, Redacted};
use tokio::sync::oneshot;

/// Longer than any keyring that answers at all, shorter than a person notices at the start.
const DEADLINE: Duration = Duration::from_millis(600);
/// The name under which the keyring shows our entries.
const ENTRY: &str = "Mayday";

/// Whose secret it is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Of {
    /// The token of this device in a home.
    Home(HomeId),
    /// The user name and password of a camera.
    Camera(CameraId),
    /// The key that opens this device's clips.
    Clips,
}

/// What the keyring said.
#[derive(Debug)]
pub(crate) enum Kept {
    /// The secret.
    Token(Redacted<String>),
    /// The keyring works and has none.
    Nothing,
    /// There is no keyring, it is locked, or it did not answer in time.
    NoKeyring,
}

/// Reads a secret.
pub(crate) async fn read(of: Of) -> Kept {
    let read = ask(move || match entry(of)?.get_password() {
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

/// Keeps a secret. `false`: the keyring did not take it.
pub(crate) async fn keep(of: Of, token: Redacted<String>) -> bool {
    let kept = ask(move || entry(of)?.set_password(token.reveal())).await;
    if let Some(Err(error)) = &kept {
        tracing::warn!(%error, "the keyring did not take a secret");
    }
    matches!(kept, Some(Ok(())))
}

/// Forgets a secret. A token that the keyring keeps all the same opens nothing any more.
pub(crate) async fn forget(of: Of) {
    if let Some(Err(error)) = ask(move || entry(of)?.delete_credential()).await {
        tracing::warn!(%error, "the keyring did not forget a secret");
    }
}

fn entry(of: Of) -> keyring::Result<keyring::Entry> {
    let name = match of {
        Of::Home(home) => format!("device of home {home}"),
        Of::Camera(camera) => format!("camera {camera}"),
        Of::Clips => "clips".to_owned(),
    };
    keyring::Entry::new(ENTRY, &name)
}

/// Asks on a thread that may hang for ever; `None` after the deadline.
async fn ask<T: Send + 'static>(question: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (reply, answer) = oneshot::channel();
    let thread = std::thread::Builder::new().name("keyring".to_owned());
    thread.spawn(move || drop(reply.send(question()))).ok()?;
    tokio::time::timeout(DEADLINE, answer).await.ok()?.ok()
}
