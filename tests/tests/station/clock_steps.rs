//! The wall clock is set while something runs: no timer is early, none is lost.

use anyhow::Result;
use mayday_protocol::call::RINGING_MS;
use mayday_wire::IncidentPhase;

use crate::desk::{Desk, comes_to, id, is_committed, is_held, police, raise};

const HOUR_MS: i64 = 3_600_000;
const STEPS: [i64; 4] = [HOUR_MS, -HOUR_MS, 10 * 365 * 24 * HOUR_MS, -10 * 365 * 24 * HOUR_MS];

/// proves: C5, Q4
#[tokio::test]
async fn a_reboot_with_a_wrong_wall_clock_delays_a_hold_by_its_own_length_at_most() -> Result<()> {
    for (n, step) in (1..).zip(STEPS) {
        let mut desk = Desk::open().await?;
        let phone = desk.device().await?;
        phone.hold(id(n), &police(0)).await?;
        desk.stop().await;
        desk.clock.reboot(2_000);
        desk.clock.step_wall(step);
        desk.restart().await?;
        desk.clock.advance(7_000);
        comes_to(&phone, id(n), IncidentPhase::Contacting).await?;
    }
    Ok(())
}

/// proves: C5, E1
#[tokio::test]
async fn a_step_of_the_wall_clock_while_held_makes_the_station_act_neither_early_nor_late() -> Result<()> {
    for (n, step) in (1..).zip(STEPS) {
        let desk = Desk::open().await?;
        let phone = desk.device().await?;
        phone.hold(id(n), &police(0)).await?;
        desk.clock.advance(3_000);
        desk.clock.step_wall(step);
        desk.clock.advance(3_999);
        assert!(is_held(&phone.ask(id(n)).await?), "early after a step of {step} ms");
        desk.clock.advance(1);
        comes_to(&phone, id(n), IncidentPhase::Contacting).await?;
    }
    Ok(())
}

/// proves: E3
#[tokio::test]
async fn a_step_of_the_wall_clock_while_a_phone_rings_lets_it_ring_exactly_as_long() -> Result<()> {
    for (n, step) in (1..).zip(STEPS) {
        let desk = Desk::open().await?;
        let phone = desk.device().await?;
        let board = desk.board(&phone).await?;
        raise(&phone, id(n)).await?;
        board.wait_for_ringing("Ana Ruiz").await?;
        desk.clock.advance(10_000);
        desk.clock.step_wall(step);
        desk.clock.advance(RINGING_MS - 10_001);
        phone.ask(id(n)).await?;
        comes_to(&phone, id(n), IncidentPhase::Contacting).await?;
        assert!(board.call("Ana Ruiz").await?.is_some(), "it still rings after a step of {step} ms");
        desk.clock.advance(1);
        comes_to(&phone, id(n), IncidentPhase::Requested).await?;
    }
    Ok(())
}

/// proves: C5, Q4
#[tokio::test]
async fn a_step_of_the_wall_clock_over_a_restart_of_the_station_changes_nothing() -> Result<()> {
    for (n, step) in (1..).zip(STEPS) {
        let mut desk = Desk::open().await?;
        let phone = desk.device().await?;
        phone.hold(id(n), &police(0)).await?;
        desk.stop().await;
        desk.clock.step_wall(step);
        desk.clock.advance(6_999);
        desk.restart().await?;
        assert!(is_held(&phone.ask(id(n)).await?), "early after a step of {step} ms");
        desk.clock.advance(1);
        comes_to(&phone, id(n), IncidentPhase::Contacting).await?;
    }
    Ok(())
}

/// A device that was paired at another date, a station that takes today for another decade: neither is a reason.
///
/// proves: Q4
#[tokio::test]
async fn no_date_however_wrong_refuses_an_sos() -> Result<()> {
    let mut desk = Desk::open().await?;
    let phone = desk.device().await?;
    for (n, step) in (1..).zip(STEPS) {
        desk.clock.step_wall(step);
        assert!(is_committed(&raise(&phone, id(n)).await?));
        desk.stop().await;
        desk.clock.reboot(1_000);
        desk.restart().await?;
        assert!(is_committed(&raise(&phone, id(n + 100)).await?));
    }
    Ok(())
}
