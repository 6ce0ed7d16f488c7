//! The link to the station fails around the countdown: raised unless the cancel was acknowledged, and the screen says
//! nothing that was not heard. The whole grid is `cargo xtask chaos app`.

use std::time::Duration;

use anyhow::Result;
use mayday_tests::LinkState;
use mayday_tests::chaos::link::{LinkCase, LinkScene};

/// Twice what a quiet machine needs.
const TOLD_WITHIN_MS: i64 = 4_000;

/// proves: C5, C6, C8
#[tokio::test]
async fn a_link_that_is_cut_before_the_commit_and_back_after_five_seconds_raises_once() -> Result<()> {
    holds(LinkCase { fault: LinkState::Gone, at_ms: 4_900, lasts_ms: 5_000, cancel_ms: None }).await
}

/// proves: C2, C6
#[tokio::test]
async fn a_cancel_over_a_silent_link_is_cancelled_only_when_the_station_has_said_so() -> Result<()> {
    holds(LinkCase { fault: LinkState::Silent, at_ms: 500, lasts_ms: 5_000, cancel_ms: Some(2_500) }).await
}

/// proves: C6, C8
#[tokio::test]
async fn an_answer_that_is_lost_is_asked_for_again_and_help_is_not_shown_as_requested_before_it_is_heard() -> Result<()>
{
    holds(LinkCase { fault: LinkState::Deaf, at_ms: 3_500, lasts_ms: 5_000, cancel_ms: None }).await
}

/// proves: C1, C6
#[tokio::test]
async fn a_slow_link_delays_what_is_shown_and_nothing_else() -> Result<()> {
    let slow = LinkState::Slow(Duration::from_millis(600));
    holds(LinkCase { fault: slow, at_ms: 0, lasts_ms: 15_000, cancel_ms: None }).await
}

async fn holds(case: LinkCase) -> Result<()> {
    let outcome = LinkScene::start().await?.run(case).await?;
    println!("{case}: {outcome}");
    assert!(outcome.violations.is_empty(), "{:#?}", outcome.violations);
    assert!(outcome.settled_ms.is_some_and(|ms| ms < TOLD_WITHIN_MS), "{outcome}");
    Ok(())
}
