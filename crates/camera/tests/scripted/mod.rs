//! A camera that does what a test tells it to, and what a viewer saw of it.

pub(crate) mod coded;
pub(crate) mod port;
pub(crate) mod seen;
pub(crate) mod wire;

pub(crate) use coded::{Coded, Picture};
pub(crate) use port::{Script, ScriptedCamera};
pub(crate) use wire::Wire;

/// The paused clock goes on by so much, once nobody has anything left to do before.
pub(crate) async fn passes(time: std::time::Duration) {
    let ended = tokio::time::timeout(time, std::future::pending::<()>()).await;
    assert!(ended.is_err(), "nothing else ends it");
}
