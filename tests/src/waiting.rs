//! Waiting for a fact instead of for a time: the only place of the test code that sleeps.

use std::fmt::Display;
use std::time::Duration;

use anyhow::{Result, bail};
use tokio::time::{Instant, sleep, timeout_at};

/// How long anything may take that should take a moment. Far above the usual, because machines are busy.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Between two looks.
const STEP: Duration = Duration::from_millis(25);

/// What a look can find: a `bool`, an `Option` with what was awaited, or a `Result` of either, whose error
/// counts as "not yet" and is shown when the time is over.
pub trait Probe {
    /// What is handed on once it is there.
    type Value;

    /// The value, or why it is not there yet.
    fn settle(self) -> Result<Self::Value, String>;
}

impl Probe for bool {
    type Value = ();

    fn settle(self) -> Result<(), String> {
        if self { Ok(()) } else { Err(String::new()) }
    }
}

impl<T> Probe for Option<T> {
    type Value = T;

    fn settle(self) -> Result<T, String> {
        self.ok_or_else(String::new)
    }
}

impl<P: Probe, E: Display> Probe for Result<P, E> {
    type Value = P::Value;

    fn settle(self) -> Result<P::Value, String> {
        match self {
            Ok(probe) => probe.settle(),
            Err(error) => Err(format!("{error:#}")),
        }
    }
}

/// Looks every 25 ms until the probe finds what `awaited` says, and fails with that sentence when `within` is over.
///
/// ```text
/// eventually("the app has a window", PATIENCE, async || app.window().await).await?;
/// ```
pub async fn eventually<P: Probe>(
    awaited: &str,
    within: Duration,
    mut probe: impl AsyncFnMut() -> P,
) -> Result<P::Value> {
    let deadline = Instant::now() + within;
    let mut last = "the first look never came back".to_owned();
    loop {
        match timeout_at(deadline, probe()).await.map(Probe::settle) {
            Ok(Ok(value)) => return Ok(value),
            Ok(Err(why_not)) => last = why_not,
            // What the look before said is the better reason.
            Err(_) => {}
        }
        if Instant::now() >= deadline {
            bail!("waited {within:?} in vain until {awaited}{}{last}", if last.is_empty() { "" } else { ": " });
        }
        sleep(STEP).await; // tidy: the one sleep
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: Duration = Duration::from_millis(60);

    #[tokio::test]
    async fn what_is_there_at_the_third_look_is_handed_on() {
        let mut looks = 0;
        let found = eventually("it is there", PATIENCE, async || {
            looks += 1;
            (looks == 3).then_some("it")
        });
        assert_eq!(found.await.expect("it comes at the third look"), "it");
    }

    #[tokio::test]
    async fn what_never_comes_fails_with_its_sentence_and_the_last_error() {
        let never = eventually("pigs fly", SHORT, async || Err::<bool, _>("no wings"));
        assert_eq!(
            never.await.expect_err("pigs do not fly").to_string(),
            "waited 60ms in vain until pigs fly: no wings"
        );
    }

    #[tokio::test]
    async fn a_look_that_hangs_is_given_up_at_the_deadline() {
        let hangs = eventually("it answers", SHORT, async || std::future::pending::<bool>().await);
        assert!(hangs.await.expect_err("it hangs").to_string().contains("never came back"));
    }
}
