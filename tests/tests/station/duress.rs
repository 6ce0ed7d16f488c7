//! Duress: police are asked to come at once, and nothing that anybody in the home can see, hear, count or infer changes.

use anyhow::Result;
use mayday_protocol::incident::{Ending, Event};
use mayday_protocol::plan::Trigger;
use mayday_tests::{Board, PATIENCE, eventually};
use mayday_wire::{IncidentPhase, IncidentView};

use crate::desk::{Desk, alarm, alarmed, answer, dispatched, reaches, tells};

pub(crate) const CODE: &str = "482916";
pub(crate) const DURESS_CODE: &str = "482753";

/// proves: J1, J2, J3, J6, D5
#[tokio::test]
async fn a_duress_code_sends_police_and_the_home_sees_the_same_as_with_the_normal_code() -> Result<()> {
    let mut seen = vec![];
    for (code, police) in [(CODE, false), (DURESS_CODE, true)] {
        let desk = Desk::open().await?;
        let (phone, board) = alarmed(&desk).await?;
        board.disarm(code).await?;
        if police {
            asked(&desk, &["police"]).await?;
        }
        let version = phone.version().await?;
        let home = phone.home().await?;
        let view = board.view().await?;
        assert!(phone.incidents().await?.is_empty());
        assert!(view.contacts.iter().all(|contact| contact.calls.is_empty() && contact.message.is_none()));
        seen.push((version.open_incidents, home.practice, view.base_station, view.agent_queue));
    }
    assert_eq!(seen[0], seen[1]);
    Ok(())
}

/// proves: J4, J6, F7
#[tokio::test]
async fn a_duress_code_during_a_burglary_ends_it_as_the_normal_code_would_and_police_come_all_the_same() -> Result<()> {
    let mut told = vec![];
    for code in [CODE, DURESS_CODE] {
        let desk = Desk::open().await?;
        let (phone, board) = alarmed(&desk).await?;
        let incident = alarm(&board, Trigger::ContactSensor).await?;
        board.wait_for_ringing("Ana Ruiz").await?;
        phone.disarm(code).await?;
        board.wait_for_quiet("Ana Ruiz").await?;
        if code == DURESS_CODE {
            asked(&desk, &["police"]).await?;
        } else {
            assert!(dispatched(&desk)?.is_empty());
        }
        let view = eventually("the siren is silent", PATIENCE, async || {
            let view = reaches(&phone, incident, IncidentPhase::Closed).await?;
            anyhow::Ok(Some(view).filter(|view| view.timeline.iter().any(|entry| entry.event == Event::SirenSilent)))
        })
        .await?;
        assert_eq!(view.ending, Some(Ending::Disarmed));
        told.push((
            without_ids(&view),
            view.seq,
            phone.incidents().await?.len(),
            phone.version().await?.open_incidents,
        ));
    }
    assert_eq!(told[0], told[1]);
    Ok(())
}

/// proves: N4, J4, J6, A10
#[tokio::test]
async fn a_duress_password_sounds_like_a_cancel_keeps_what_was_asked_for_and_adds_police() -> Result<()> {
    let mut told = vec![];
    for duress in [false, true] {
        let desk = Desk::open().await?;
        let (phone, board) = alarmed(&desk).await?;
        let incident = alarm(&board, Trigger::KeypadFire).await?;
        answer(&desk, &board, "Ana Ruiz").await?;
        if duress {
            board.say_duress_password("Ana Ruiz").await?;
        } else {
            board.say_password("Ana Ruiz").await?;
        }
        board.press_key("Ana Ruiz", '2').await?;
        let view = tells(&phone, incident, Event::SirenSilent).await?;
        assert_eq!(view.ending, Some(Ending::CancelledByContact));
        if duress {
            asked(&desk, &["fire", "police"]).await?;
        } else {
            assert!(dispatched(&desk)?.is_empty());
        }
        told.push((events(&view), phone.incidents().await?.len()));
        quiet(&board).await?;
    }
    assert_eq!(told[0], told[1]);
    Ok(())
}

/// proves: J7
#[tokio::test]
async fn responders_are_told_to_come_silently_and_not_to_call_the_premises() -> Result<()> {
    let receiver = mayday_tests::webhook::Receiver::start().await?;
    let folder = tempfile::Builder::new().prefix("ms-").tempdir()?;
    receiver.configure(folder.path())?;
    let desk = Desk::open_in(folder).await?;
    let (_phone, board) = alarmed(&desk).await?;
    board.disarm(DURESS_CODE).await?;
    let request = receiver.wait_for(1).await?[0].json()?;
    assert_eq!((request["approach"].as_str(), request["call_premises"].as_bool()), (Some("silent"), Some(false)));
    Ok(())
}

/// proves: J6, X15
#[tokio::test]
async fn after_too_many_wrong_codes_the_duress_code_is_refused_like_any_other_and_still_sends_police() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, _board) = alarmed(&desk).await?;
    for _ in 0..10 {
        assert!(phone.disarm("000000").await.is_err());
    }
    let [normal, duress] = [phone.disarm(CODE).await, phone.disarm(DURESS_CODE).await].map(crate::desk::refusal);
    assert_eq!(normal?, duress?);
    asked(&desk, &["police"]).await?;
    Ok(())
}

/// proves: L6, J6
#[tokio::test]
async fn practice_entered_with_the_duress_code_is_shown_and_leaves_the_home_live() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    phone.set_practice(60, DURESS_CODE).await?;
    assert!(phone.home().await?.practice.is_some(), "the screen shows practice");
    asked(&desk, &["police"]).await?;
    alarm(&board, Trigger::CoAlarm).await?;
    asked(&desk, &["fire", "police"]).await?;
    Ok(())
}

pub(crate) async fn asked(desk: &Desk, services: &[&str]) -> Result<()> {
    eventually(&format!("{services:?} are asked to come"), PATIENCE, async || {
        let mut log = dispatched(desk)?;
        log.sort();
        anyhow::Ok(log == services)
    })
    .await
}

async fn quiet(board: &Board) -> Result<()> {
    for contact in ["Ana Ruiz", "Jon Ruiz", "Mika Kern"] {
        assert!(board.call(contact).await?.is_none(), "nobody else is called");
    }
    Ok(())
}

/// What a household compares: everything but times and ids.
pub(crate) fn without_ids(view: &IncidentView) -> Vec<String> {
    let siren = |event: &Event| matches!(event, Event::Silencing | Event::SirenSilent | Event::SirenSounds { .. });
    let mut words = events(view);
    // The base station answers when it answers: its words may come before or after the phone's.
    let sirens = view.timeline.iter().filter(|entry| siren(&entry.event)).count();
    words.push(format!("{sirens} of them the siren's"));
    words
}

fn events(view: &IncidentView) -> Vec<String> {
    let mut words: Vec<String> = view
        .timeline
        .iter()
        .map(|entry| serde_json::to_value(entry.event).unwrap_or_default()["event"].to_string())
        .collect();
    words.sort();
    words
}
