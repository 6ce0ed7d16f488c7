//! Practice and drills: nobody is asked to come, and a person called can ask for an agent.

use anyhow::{Context, Result};
use mayday_protocol::incident::{Ending, Event};
use mayday_protocol::plan::{Course, Service, Trigger};
use mayday_tests::{PATIENCE, eventually};
use mayday_wire::{ErrorCode, IncidentPhase, SignalRequest};

use crate::desk::{
    Desk, alarm, alarmed, answer, comes_to, dispatched, has, id, police, raise, reaches, refusal, tells,
};

const CODE: &str = "482916";

/// proves: L2, L4, Z10
#[tokio::test]
async fn in_practice_an_alarm_brings_a_voice_message_that_says_so_first_and_nobody_is_asked_to_come() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    phone.set_practice(15, CODE).await?;
    let incident = alarm(&board, Trigger::SmokeAlarm).await?;
    let call = board.wait_for_ringing("Ana Ruiz").await?;
    let says = call.says.reveal();
    assert!(says.starts_with("Practice. ") && says.contains("leave the house, call 911"), "{says}");
    board.act("Ana Ruiz", mayday_wire::BoardAction::Ignore, None).await?;
    board.wait_for_ringing("Jon Ruiz").await?;
    answer(&desk, &board, "Jon Ruiz").await?;
    board.act("Jon Ruiz", mayday_wire::BoardAction::HangUp, None).await?;
    let view = reaches(&phone, incident, IncidentPhase::Closed).await?;
    assert_eq!((view.ending, view.plan.course), (Some(Ending::Told), Course::Practice));
    assert!(dispatched(&desk)?.is_empty());

    desk.clock.advance(15 * 60_000);
    assert_eq!(phone.home().await?.practice, None, "it ends by itself");
    let live = alarm(&board, Trigger::CoAlarm).await?;
    reaches(&phone, live, IncidentPhase::Requested).await?;
    assert_eq!(dispatched(&desk)?, ["fire"]);
    Ok(())
}

/// proves: L3, Q3
#[tokio::test]
async fn a_person_called_in_practice_reaches_an_agent_who_can_send_help_and_is_told_when_none_is_there() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    phone.set_practice(15, CODE).await?;
    let alone = alarm(&board, Trigger::CoAlarm).await?;
    answer(&desk, &board, "Ana Ruiz").await?;
    board.press_key("Ana Ruiz", '0').await?;
    tells(&phone, alone, Event::NoAgent).await?;

    board.sign_in(true).await?;
    let waits = alarm(&board, Trigger::SmokeAlarm).await?;
    answer(&desk, &board, "Ana Ruiz").await?;
    board.press_key("Ana Ruiz", '0').await?;
    tells(&phone, waits, Event::AgentWaiting).await?;
    let queue = board.view().await?.agent_queue;
    assert_eq!((queue.len(), queue[0].incident), (1, waits));
    board.agent(waits, Some(Service::Fire)).await?;
    tells(&phone, waits, Event::AgentTook).await?;
    eventually("fire is asked to come", PATIENCE, async || anyhow::Ok(dispatched(&desk)? == ["fire"])).await?;
    let sent = phone.incidents().await?.into_iter().find(|it| it.plan.course == Course::Full);
    assert!(sent.is_some_and(|sent| has(&sent, |event| *event == Event::AgentSendsHelp)));
    Ok(())
}

/// proves: L6
#[tokio::test]
async fn practice_takes_the_code_and_is_never_entered_while_an_incident_is_open() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, _board) = alarmed(&desk).await?;
    assert_eq!(refusal(phone.set_practice(60, "111111").await)?.code, ErrorCode::WrongCode);
    for minutes in [14, 481] {
        assert_eq!(refusal(phone.set_practice(minutes, CODE).await)?.code, ErrorCode::Malformed);
    }
    phone.hold(id(1), &police(0)).await?;
    assert_eq!(refusal(phone.set_practice(60, CODE).await)?.code, ErrorCode::IncidentOpen);
    Ok(())
}

/// proves: L1, L4, P6
#[tokio::test]
async fn the_mode_is_fixed_when_the_signal_is_accepted() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, _board) = alarmed(&desk).await?;
    phone.set_practice(15, CODE).await?;
    desk.clock.advance(15 * 60_000 - 1_000);
    phone.hold(id(1), &police(0)).await?;
    desk.clock.advance(5_000);
    phone.commit(id(1), &police(5_000)).await?;
    let view = comes_to(&phone, id(1), IncidentPhase::Informing).await?;
    assert_eq!(view.plan.course, Course::Practice);
    assert!(dispatched(&desk)?.is_empty());
    Ok(())
}

/// proves: L5, Z10, D1
#[tokio::test]
async fn a_drill_calls_sounds_briefly_and_says_what_it_would_have_requested() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    let drill = SignalRequest { drill: true, ..police(5_000) };
    phone.commit(id(1), &drill).await?;
    let sounding = eventually("the siren sounds", PATIENCE, async || {
        board.view().await.map(|view| view.base_station.and_then(|base| base.sounding))
    })
    .await?;
    assert!(sounding.remaining_ms <= 500);
    board.wait_for_ringing("Ana Ruiz").await?;
    board.act("Ana Ruiz", mayday_wire::BoardAction::Ignore, None).await?;
    for contact in ["Jon Ruiz", "Mika Kern", "Ana Ruiz"] {
        answer(&desk, &board, contact).await?;
    }
    let view = comes_to(&phone, id(1), IncidentPhase::Closed).await?;
    assert_eq!(view.ending, Some(Ending::DrillOver));
    assert!(has(&view, |event| *event == Event::WouldRequest { service: Service::Police }));
    assert!(!has(&view, |event| matches!(event, Event::Requesting { .. })));
    assert!(dispatched(&desk)?.is_empty());
    Ok(())
}

/// proves: L5, Z10
#[tokio::test]
async fn the_store_itself_refuses_a_dispatch_row_of_anything_but_an_incident_in_full() -> Result<()> {
    let mut desk = Desk::open().await?;
    let (phone, _board) = alarmed(&desk).await?;
    raise(&phone, id(1)).await?;
    phone.commit(id(2), &SignalRequest { drill: true, ..police(5_000) }).await?;
    desk.stop().await;
    let db = rusqlite::Connection::open(desk.folder.path().join("station.db"))?;
    let insert = |signal: mayday_protocol::SignalId| {
        db.execute(
            "INSERT INTO effects (home, signal, seq, n, instruction, dispatches)
             SELECT home, signal, 99, 0, '{}', 1 FROM signals WHERE signal = ?1",
            [signal.to_string()],
        )
    };
    assert_eq!(insert(id(1))?, 1);
    assert!(insert(id(2)).is_err_and(|error| error.to_string().contains("only an incident in full")));
    let logged = db.execute("INSERT INTO dispatch_log VALUES ('a', 0, 'b', 'police', 'drill')", []);
    assert!(logged.is_err());
    Ok(())
}

/// proves: L5, A10
#[tokio::test]
async fn a_drill_of_each_alarm_calls_by_its_plan_and_says_what_it_would_have_requested() -> Result<()> {
    for (trigger, would) in [
        (Trigger::GlassBreak, Some(Service::Police)),
        (Trigger::SmokeAlarm, Some(Service::Fire)),
        (Trigger::CoAlarm, Some(Service::Fire)),
        (Trigger::PanicButton, Some(Service::Police)),
        (Trigger::FloodSensor, None),
        (Trigger::FreezeSensor, None),
    ] {
        let desk = Desk::open().await?;
        let (phone, board) = alarmed(&desk).await?;
        let drill = phone.drill_alarm(trigger).await?.incident.context("it is seen")?;
        if trigger != Trigger::CoAlarm {
            board.wait_for_ringing("Ana Ruiz").await?;
        }
        desk.clock.advance(600_000);
        let view = match would {
            Some(service) => tells(&phone, drill, Event::WouldRequest { service }).await?,
            None => phone.incidents().await?.remove(0),
        };
        assert_eq!((view.plan.course, view.kind), (Course::Drill, trigger.kind()), "{trigger:?}");
        assert!(dispatched(&desk)?.is_empty(), "{trigger:?}");
    }
    Ok(())
}

/// proves: L5, A10, G4
#[tokio::test]
async fn a_real_alarm_during_a_drill_of_its_kind_is_an_incident_of_its_own_and_is_answered_in_full() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    let drill = phone.drill_alarm(Trigger::PanicButton).await?.incident.context("it is seen")?;
    board.wait_for_ringing("Ana Ruiz").await?;
    let real = alarm(&board, Trigger::PanicButton).await?;
    assert_ne!(real, drill);
    desk.clock.advance(600_000);
    reaches(&phone, real, IncidentPhase::Requested).await?;
    assert_eq!(dispatched(&desk)?, ["police"]);
    Ok(())
}

/// proves: L5, B12, J6
#[tokio::test]
async fn what_no_plan_would_answer_and_what_is_hidden_or_slid_is_not_drilled() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    let refused = refusal(phone.drill_alarm(Trigger::SmokeAlarm).await)?;
    assert_eq!(refused.code, ErrorCode::NotEligible, "the home has no alarm");
    assert!(!refused.reasons.is_empty());
    for trigger in [Trigger::DuressCode, Trigger::KeypadFire] {
        assert_eq!(refusal(phone.drill_alarm(trigger).await)?.code, ErrorCode::NotAllowed, "{trigger:?}");
    }
    assert!(phone.incidents().await?.is_empty());
    Ok(())
}
