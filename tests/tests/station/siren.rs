//! The siren on the virtual base station: ordered, confirmed, silenced, ended by itself.

use anyhow::Result;
use mayday_protocol::Kind;
use mayday_protocol::incident::{Event, SIREN_MS, SirenStep};
use mayday_tests::{Board, PATIENCE, eventually};
use mayday_wire::{ErrorCode, IncidentPhase, IncidentView, SignalRequest, SoundingView};

use crate::desk::{Desk, comes_to, id, police, raise, refusal};

/// proves: D1, D6, D8
#[tokio::test]
async fn a_police_sos_sounds_base_station_keypad_and_camera_until_its_end_also_through_a_restart() -> Result<()> {
    let mut desk = Desk::open().await?;
    let phone = desk.device().await?;
    phone.set_demo_devices(true).await?;
    raise(&phone, id(1)).await?;
    let sounds = sounding(&desk.board(&phone).await?).await?;
    assert!(sounds.places.keypad && sounds.places.cameras);
    assert_eq!(sounds.remaining_ms, SIREN_MS);

    desk.stop().await;
    desk.clock.advance(60_000);
    desk.restart().await?;
    let board = desk.board(&phone).await?;
    assert_eq!(sounding(&board).await?.remaining_ms, SIREN_MS - 60_000);
    desk.clock.advance(SIREN_MS - 60_000);
    assert!(board.view().await?.base_station.and_then(|it| it.sounding).is_none());
    Ok(())
}

/// proves: D6
#[tokio::test]
async fn silence_from_the_app_and_at_the_keypad_silence_the_siren_and_nothing_else() -> Result<()> {
    for signal in [id(1), id(2)] {
        let desk = Desk::open().await?;
        let phone = desk.device().await?;
        phone.set_demo_devices(true).await?;
        raise(&phone, signal).await?;
        let board = desk.board(&phone).await?;
        sounding(&board).await?;
        let incident = comes_to(&phone, signal, IncidentPhase::Contacting).await?;
        if signal == id(1) {
            phone.silence(incident.id).await?
        } else {
            board.silence().await?
        }
        let silent = |view: &IncidentView| view.siren.is_some_and(|siren| siren.step == SirenStep::Silent);
        let view = eventually("the siren is silent", PATIENCE, async || {
            comes_to(&phone, signal, IncidentPhase::Contacting).await.map(|view| Some(view).filter(silent))
        })
        .await?;
        assert!(view.timeline.iter().any(|entry| entry.event == Event::SirenSilent));
        assert!(board.call("Ana Ruiz").await?.is_some(), "the call goes on");
    }
    Ok(())
}

/// proves: A3, D3
#[tokio::test]
async fn a_siren_alone_needs_a_base_station_calls_nobody_and_ends_with_silence() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    let siren = SignalRequest { kind: Kind::SirenOnly, ..police(0) };
    assert_eq!(refusal(phone.hold(id(1), &siren).await)?.code, ErrorCode::NotEligible);

    phone.set_demo_devices(true).await?;
    phone.hold(id(2), &siren).await?;
    phone.commit(id(2), &siren).await?;
    let board = desk.board(&phone).await?;
    sounding(&board).await?;
    let incident = comes_to(&phone, id(2), IncidentPhase::SirenAlone).await?;
    assert!(board.view().await?.contacts.iter().all(|contact| contact.calls.is_empty()));
    phone.silence(incident.id).await?;
    comes_to(&phone, id(2), IncidentPhase::Closed).await?;
    Ok(())
}

/// proves: D2
#[tokio::test]
async fn a_medical_sos_is_announced_and_silent() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    phone.set_demo_devices(true).await?;
    let medical = SignalRequest { kind: Kind::SosMedical, ..police(5_000) };
    phone.commit(id(1), &medical).await?;
    let board = desk.board(&phone).await?;
    let base = eventually("the base station speaks", PATIENCE, async || {
        board.view().await.map(|view| view.base_station.filter(|base| base.said.is_some()))
    })
    .await?;
    assert!(base.sounding.is_none());
    Ok(())
}

/// proves: D4
#[tokio::test]
async fn a_home_with_a_doorbell_alone_sounds_nothing() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    let incident = comes_to(&phone, id(1), IncidentPhase::Contacting).await?;
    assert_eq!(incident.siren, None);
    assert!(desk.board(&phone).await?.view().await?.base_station.is_none());
    Ok(())
}

async fn sounding(board: &Board) -> Result<SoundingView> {
    eventually("the base station sounds", PATIENCE, async || {
        board.view().await.map(|view| view.base_station.and_then(|base| base.sounding))
    })
    .await
}
