//! Every alarm that a hub raises, through the station's doors: who is called, who is asked to come, what takes it back.

use anyhow::Result;
use mayday_protocol::call::{NotAnswered, RINGING_MS};
use mayday_protocol::eligibility::Reason;
use mayday_protocol::incident::{CancelEffect, Ending, Event};
use mayday_protocol::plan::{BurglarSetting, Service, Trigger};
use mayday_wire::{BoardAction, ErrorCode, IncidentPhase};

use crate::desk::{Desk, alarm, alarmed, answer, dispatched, has, reaches, refusal, tells};

const CODE: &str = "482916";

/// proves: F1, F2, F4, F6, D7, M1
#[tokio::test]
async fn a_burglary_calls_everybody_in_order_and_then_asks_police_to_come() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    let incident = alarm(&board, Trigger::GlassBreak).await?;
    for contact in ["Ana Ruiz", "Jon Ruiz", "Mika Kern"] {
        board.wait_for_ringing(contact).await?;
        assert!(dispatched(&desk)?.is_empty(), "calls come first");
        board.act(contact, BoardAction::Voicemail, None).await?;
    }
    let view = reaches(&phone, incident, IncidentPhase::Requested).await?;
    assert_eq!(dispatched(&desk)?, ["police"]);
    let voicemails = view
        .timeline
        .iter()
        .filter(|entry| matches!(entry.event, Event::NotAnswered { why: NotAnswered::Voicemail, .. }));
    assert_eq!(voicemails.count(), 3);
    assert!(has(&view, |event| matches!(event, Event::SirenSounds { .. })));
    for contact in ["Ana Ruiz", "Jon Ruiz", "Mika Kern"] {
        board.wait_for_message(contact).await?;
        assert!(board.call(contact).await?.is_none(), "after the request nobody is called");
    }
    Ok(())
}

/// proves: F3, F5, N2, D6
#[tokio::test]
async fn a_later_contact_of_a_burglary_cancels_with_the_password_and_the_siren_falls_silent() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    let incident = alarm(&board, Trigger::ContactSensor).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Busy, None).await?;
    answer(&desk, &board, "Jon Ruiz").await?;
    board.say_password("Jon Ruiz").await?;
    board.press_key("Jon Ruiz", '2').await?;
    let view = tells(&phone, incident, Event::SirenSilent).await?;
    assert_eq!((view.phase, view.ending), (IncidentPhase::Closed, Some(Ending::CancelledByContact)));
    assert!(dispatched(&desk)?.is_empty());
    Ok(())
}

/// proves: F4, N3
#[tokio::test]
async fn a_wrong_password_about_a_burglary_sends_police_in_both_settings() -> Result<()> {
    for setting in [BurglarSetting::IfNoOneCancels, BurglarSetting::OnlyIfISay] {
        let desk = Desk::open().await?;
        let (phone, board) = alarmed(&desk).await?;
        phone.set_burglar_setting(setting, CODE).await?;
        let incident = alarm(&board, Trigger::ContactSensor).await?;
        answer(&desk, &board, "Ana Ruiz").await?;
        board.type_password("Ana Ruiz", "1234567").await.ok();
        let view = reaches(&phone, incident, IncidentPhase::Requested).await?;
        assert!(
            has(&view, |event| matches!(event, Event::WrongPassword { .. } | Event::ConfirmedBy { .. })),
            "{setting:?}"
        );
        assert_eq!(dispatched(&desk)?, ["police"]);
    }
    Ok(())
}

/// proves: F8, F10
#[tokio::test]
async fn only_if_i_say_sends_nobody_when_nobody_answers_and_offers_to_send_police() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    phone.set_burglar_setting(BurglarSetting::OnlyIfISay, CODE).await?;
    let incident = alarm(&board, Trigger::MotionDetector).await?;
    for contact in ["Ana Ruiz", "Jon Ruiz", "Mika Kern"] {
        board.wait_for_ringing(contact).await?;
        board.act(contact, BoardAction::Ignore, None).await?;
    }
    reaches(&phone, incident, IncidentPhase::NobodySent).await?;
    assert!(dispatched(&desk)?.is_empty());
    phone.send_now(incident).await?;
    reaches(&phone, incident, IncidentPhase::Requested).await?;
    assert_eq!(dispatched(&desk)?, ["police"]);
    Ok(())
}

/// proves: F7, D6, C1, F11
#[tokio::test]
async fn disarming_cancels_a_burglary_in_the_entry_delay_and_in_the_calls_and_is_passed_on_afterwards() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    let delayed = board.raise(Trigger::ContactSensor, 30_000).await?.incident.expect("the household sees it");
    let held = reaches(&phone, delayed, IncidentPhase::Held).await?;
    assert_eq!(held.alarm_in_ms, Some(30_000), "the screen counts down to the alarm");
    phone.disarm(CODE).await?;
    let view = reaches(&phone, delayed, IncidentPhase::Closed).await?;
    assert!(!has(&view, |event| matches!(event, Event::Calling { .. } | Event::SirenSounds { .. })));

    let calling = alarm(&board, Trigger::ContactSensor).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.disarm(CODE).await?;
    let view = reaches(&phone, calling, IncidentPhase::Closed).await?;
    assert_eq!(view.ending, Some(Ending::Disarmed));
    board.wait_for_quiet("Ana Ruiz").await?;

    let requested = alarm(&board, Trigger::ContactSensor).await?;
    answer(&desk, &board, "Ana Ruiz").await?;
    board.press_key("Ana Ruiz", '1').await?;
    reaches(&phone, requested, IncidentPhase::Requested).await?;
    phone.cancel_in_app(requested, CODE).await?;
    tells(&phone, requested, Event::CancelledInApp { effect: CancelEffect::PassedOn }).await?;
    assert_eq!(dispatched(&desk)?, ["police"]);
    Ok(())
}

/// proves: F11
#[tokio::test]
async fn an_entry_delay_that_nobody_disarms_is_a_burglary_also_when_the_base_station_is_never_heard_again() -> Result<()>
{
    let mut desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    let incident = board.raise(Trigger::ContactSensor, 30_000).await?.incident.expect("the household sees it");
    desk.clock.advance(29_000);
    reaches(&phone, incident, IncidentPhase::Held).await?;
    desk.restart().await?;
    desk.clock.advance(1_000);
    let phone = phone_again(&desk, &phone)?;
    reaches(&phone, incident, IncidentPhase::Contacting).await?;
    Ok(())
}

/// proves: G2, G3
#[tokio::test]
async fn smoke_calls_the_first_contact_then_fire_and_a_disarm_is_passed_on_and_not_guaranteed() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    let incident = alarm(&board, Trigger::SmokeListener).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.disarm(CODE).await?;
    tells(&phone, incident, Event::Disarmed { effect: CancelEffect::PassedOn }).await?;
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    reaches(&phone, incident, IncidentPhase::Requested).await?;
    assert_eq!(dispatched(&desk)?, ["fire"]);
    for contact in ["Jon Ruiz", "Mika Kern"] {
        board.wait_for_ringing(contact).await?;
    }
    assert!(board.call("Ana Ruiz").await?.is_none(), "the rest is notified");
    Ok(())
}

/// proves: H1, H2, H3
#[tokio::test]
async fn carbon_monoxide_asks_for_fire_before_any_call_and_nothing_takes_it_back() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    let incident = alarm(&board, Trigger::CoAlarm).await?;
    let view = reaches(&phone, incident, IncidentPhase::Requested).await?;
    let at = |wanted: fn(&Event) -> bool| view.timeline.iter().position(|entry| wanted(&entry.event));
    let requesting = at(|event| matches!(event, Event::Requesting { service: Service::Fire }));
    assert!(
        requesting.is_some()
            && at(|event| matches!(event, Event::Calling { .. })).is_none_or(|call| requesting < Some(call))
    );
    board.disarm(CODE).await?;
    tells(&phone, incident, Event::Disarmed { effect: CancelEffect::Nothing }).await?;
    phone.cancel_in_app(incident, "").await?;
    tells(&phone, incident, Event::CancelledInApp { effect: CancelEffect::Nothing }).await?;
    for contact in ["Ana Ruiz", "Jon Ruiz", "Mika Kern"] {
        board.wait_for_ringing(contact).await?;
    }
    assert_eq!(dispatched(&desk)?, ["fire"]);
    Ok(())
}

/// proves: I2, I3, I4
#[tokio::test]
async fn a_panic_that_is_a_false_alarm_tells_the_rest_and_one_that_is_not_answered_sends_police() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    let incident = alarm(&board, Trigger::PanicButton).await?;
    answer(&desk, &board, "Ana Ruiz").await?;
    board.say_password("Ana Ruiz").await?;
    board.press_key("Ana Ruiz", '2').await?;
    reaches(&phone, incident, IncidentPhase::Informing).await?;
    let told = board.wait_for_ringing("Jon Ruiz").await?;
    assert!(told.says.reveal().contains("false alarm"), "{}", told.says.reveal());
    assert!(dispatched(&desk)?.is_empty());
    for contact in ["Jon Ruiz", "Mika Kern"] {
        answer(&desk, &board, contact).await?;
    }
    reaches(&phone, incident, IncidentPhase::Closed).await?;

    let second = alarm(&board, Trigger::KeypadPolice).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    desk.clock.advance(RINGING_MS);
    reaches(&phone, second, IncidentPhase::Requested).await?;
    assert_eq!(dispatched(&desk)?, ["police"]);
    Ok(())
}

/// proves: K1, M2
#[tokio::test]
async fn a_flood_calls_the_first_then_the_second_asks_nobody_and_stays_until_it_is_read() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    let incident = alarm(&board, Trigger::FloodSensor).await?;
    for contact in ["Ana Ruiz", "Jon Ruiz"] {
        board.wait_for_ringing(contact).await?;
        board.act(contact, BoardAction::Voicemail, None).await?;
    }
    let view = reaches(&phone, incident, IncidentPhase::Closed).await?;
    assert!(view.unread && view.ending == Some(Ending::Told));
    assert!(!has(&view, |event| matches!(event, Event::SirenSounds { .. })));
    assert!(board.call("Mika Kern").await?.is_none() && dispatched(&desk)?.is_empty());
    phone.read(incident).await?;
    assert!(!tells(&phone, incident, Event::Read).await?.unread);
    Ok(())
}

/// proves: B14, B4
#[tokio::test]
async fn an_alarm_of_a_home_that_is_not_enrolled_sounds_and_says_that_nobody_was_called() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    let board = desk.board(&phone).await?;
    let raised = board.raise(Trigger::SmokeAlarm, 0).await?;
    assert_eq!(raised.reasons, [Reason::AlarmNotEnrolled]);
    let view = reaches(&phone, raised.incident.expect("never silence"), IncidentPhase::Closed).await?;
    assert!(has(&view, |event| *event == Event::NobodyCalled));
    assert!(dispatched(&desk)?.is_empty());
    Ok(())
}

/// proves: G4, D9
#[tokio::test]
async fn an_alarm_of_the_same_kind_is_noted_and_a_burglary_during_a_medical_sos_makes_neither_siren_nor_calls()
-> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    let smoke = alarm(&board, Trigger::SmokeAlarm).await?;
    assert_eq!(alarm(&board, Trigger::SmokeListener).await?, smoke);
    tells(&phone, smoke, Event::AlsoTriggered { trigger: Trigger::SmokeListener }).await?;

    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    let medical = alarm(&board, Trigger::KeypadMedical).await?;
    reaches(&phone, medical, IncidentPhase::Contacting).await?;
    assert_eq!(alarm(&board, Trigger::MotionDetector).await?, medical);
    assert!(board.view().await?.base_station.expect("it is there").sounding.is_none());
    assert_eq!(phone.incidents().await?.len(), 1);
    Ok(())
}

/// proves: M5
#[tokio::test]
async fn a_contact_who_calls_back_cancels_a_burglary_with_the_password_and_cannot_cancel_an_sos() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    phone.set_burglar_setting(BurglarSetting::OnlyIfISay, CODE).await?;
    let incident = alarm(&board, Trigger::ContactSensor).await?;
    for contact in ["Ana Ruiz", "Jon Ruiz", "Mika Kern"] {
        board.wait_for_ringing(contact).await?;
        board.act(contact, BoardAction::Ignore, None).await?;
    }
    reaches(&phone, incident, IncidentPhase::NobodySent).await?;
    board.call_back("Jon Ruiz").await?;
    board.say_password("Jon Ruiz").await?;
    board.press_key("Jon Ruiz", '2').await?;
    reaches(&phone, incident, IncidentPhase::Closed).await?;

    let sos = alarm(&board, Trigger::KeypadMedical).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.call_back("Jon Ruiz").await?;
    board.say_password("Jon Ruiz").await?;
    board.press_key("Jon Ruiz", '2').await?;
    board.press_key("Jon Ruiz", '1').await?;
    reaches(&phone, sos, IncidentPhase::Requested).await?;
    assert_eq!(dispatched(&desk)?, ["medical"]);
    Ok(())
}

/// proves: M5, N2
#[tokio::test]
async fn a_contact_who_calls_back_after_the_end_hears_so_and_can_still_ask_for_help() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    let incident = alarm(&board, Trigger::ContactSensor).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.disarm(CODE).await?;
    reaches(&phone, incident, IncidentPhase::Closed).await?;
    board.call_back("Jon Ruiz").await?;
    board.say_password("Jon Ruiz").await?;
    board.press_key("Jon Ruiz", '2').await?;
    assert!(board.call("Jon Ruiz").await?.is_some(), "there is nothing to cancel");
    board.press_key("Jon Ruiz", '1').await?;
    reaches(&phone, incident, IncidentPhase::Requested).await?;
    assert_eq!(dispatched(&desk)?, ["police"]);
    Ok(())
}

/// proves: U1, N5, X15
#[tokio::test]
async fn a_wrong_code_disarms_nothing_and_ten_of_them_end_the_trying() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    let incident = alarm(&board, Trigger::ContactSensor).await?;
    for _ in 0..10 {
        assert_eq!(refusal(phone.disarm("000000").await)?.code, ErrorCode::WrongCode);
    }
    assert_eq!(refusal(phone.disarm(CODE).await)?.code, ErrorCode::TooManyTries);
    reaches(&phone, incident, IncidentPhase::Contacting).await?;
    Ok(())
}

/// The same device, at the station that runs over the folder by now.
fn phone_again(desk: &Desk, phone: &mayday_station::client::Client) -> Result<mayday_station::client::Client> {
    Ok(desk.stranger()?.with_token(phone.token().unwrap_or_default().to_owned()))
}
