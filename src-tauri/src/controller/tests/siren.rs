//! The siren through the speakers: never without consent, never before it is confirmed, never after silence.

use mayday_protocol::incident::{Event, SirenStep};
use mayday_protocol::plan::PLANS;
use mayday_protocol::{IncidentId, Kind, Plan, SignalId, SirenPlaces};
use mayday_wire::{ErrorCode, HomeEvent, IncidentPhase, IncidentView, Mode, SirenView, SpeakerProblem, TimelineEntry};

use super::{App, Did, home};
use crate::controller::handle::{Intent, Tick};
use crate::speaker::SpeakerFailure;
use crate::station::News;

/// proves: D3, D7
#[tokio::test]
async fn the_siren_is_heard_once_when_it_is_confirmed_and_stopped_with_it() {
    let app = App::open(&home(Plan::Pro, true)).await;
    app.handle.intend(Intent::SetSpeakers { on: true }).await.expect("a choice");
    for (seq, step) in
        [SirenStep::Ordered, SirenStep::Sounding, SirenStep::Sounding, SirenStep::Silent].into_iter().enumerate()
    {
        app.happens(siren(seq as u64 + 1, step, now_ms())).await;
    }
    assert_eq!(heard(&app), [Did::Look, Did::Sound, Did::StopSound]);
}

#[tokio::test]
async fn without_consent_nothing_is_heard_and_nothing_can_be_tried() {
    let app = App::open(&home(Plan::Pro, true)).await;
    app.happens(siren(1, SirenStep::Sounding, now_ms())).await;
    let refusal = app.handle.intend(Intent::TrySpeakers).await.expect_err("nobody allowed it");
    assert_eq!((refusal.code, heard(&app)), (ErrorCode::NotNow, vec![]));
}

#[tokio::test]
async fn a_siren_that_was_confirmed_long_ago_is_not_heard_at_the_start() {
    let app = App::open(&home(Plan::Pro, true)).await;
    app.handle.intend(Intent::SetSpeakers { on: true }).await.expect("a choice");
    app.happens(siren(1, SirenStep::Sounding, now_ms() - 60_000)).await;
    assert_eq!(heard(&app), [Did::Look]);
}

/// proves: D6
#[tokio::test]
async fn a_siren_whose_silence_is_asked_is_heard_no_more() {
    let app = App::open(&home(Plan::Pro, true)).await;
    app.handle.intend(Intent::SetSpeakers { on: true }).await.expect("a choice");
    app.happens(siren(1, SirenStep::Stopping, now_ms())).await;
    app.happens(siren(2, SirenStep::Silent, now_ms())).await;
    assert_eq!(heard(&app), [Did::Look]);
}

#[tokio::test]
async fn a_computer_without_an_audio_device_is_said_and_the_choice_is_kept() {
    let app = App::open(&home(Plan::Pro, true)).await;
    app.handle.intend(Intent::SetSpeakers { on: true }).await.expect("a choice");
    app.happens(Tick::Speaker(Err(SpeakerFailure::NoDevice))).await;
    let speakers = app.view().await.speakers;
    assert_eq!((speakers.on, speakers.problem), (true, Some(SpeakerProblem::NoDevice)));
    app.happens(Tick::Speaker(Ok(()))).await;
    assert_eq!(app.view().await.speakers.problem, None);
}

#[tokio::test]
async fn a_sound_that_an_earlier_one_keeps_waiting_is_said_until_that_one_was_heard() {
    let app = App::open(&home(Plan::Pro, true)).await;
    app.handle.intend(Intent::SetSpeakers { on: true }).await.expect("a choice");
    app.happens(Tick::Speaker(Err(SpeakerFailure::Busy))).await;
    assert_eq!(app.view().await.speakers.problem, Some(SpeakerProblem::Busy));
    app.happens(Tick::Speaker(Ok(()))).await;
    assert_eq!(app.view().await.speakers.problem, None);
}

/// proves: S4
#[tokio::test]
async fn what_cameras_show_is_kept_from_the_beginning_of_an_incident_once_and_not_of_an_old_one() {
    let app = App::open(&home(Plan::Pro, true)).await;
    app.happens(siren(1, SirenStep::Ordered, now_ms())).await;
    app.happens(siren(2, SirenStep::Sounding, now_ms())).await;
    let begun = |app: &App| app.did().into_iter().filter(|did| matches!(did, Did::Begins(_))).count();
    assert_eq!(begun(&app), 1);
    let other = App::open(&home(Plan::Pro, true)).await;
    other.happens(siren(1, SirenStep::Sounding, now_ms() - 60_000)).await;
    assert_eq!(begun(&other), 0);
}

fn heard(app: &App) -> Vec<Did> {
    app.did().into_iter().filter(|did| matches!(did, Did::Look | Did::Sound | Did::StopSound)).collect()
}

fn now_ms() -> i64 {
    mayday_clock::system().now().wall_ms()
}

fn siren(seq: u64, step: SirenStep, at_ms: i64) -> Tick {
    let places = SirenPlaces { keypad: true, cameras: false };
    let home = home(Plan::Pro, true);
    let event = HomeEvent::Incident(Box::new(IncidentView {
        id: IncidentId::from_random([7; 16]),
        signal: SignalId::from_random([7; 16]),
        kind: Kind::SirenOnly,
        plan: PLANS.full(Kind::SirenOnly).expect("every kind has a row"),
        mode: Mode::Demo,
        words: ["amber".to_owned(), "river".to_owned()],
        still_need_help_ms: None,
        alarm_in_ms: None,
        unread: false,
        enrolment_in_doubt: false,
        camera: None,
        street: home.street,
        city: home.city,
        phase: IncidentPhase::SirenAlone,
        ending: None,
        siren: Some(SirenView { step, places }),
        seq,
        contacts: vec![],
        timeline: vec![TimelineEntry { at_ms, event: Event::SirenSounds { places } }],
    }));
    Tick::Station(News::Event { home: home.id, event })
}
