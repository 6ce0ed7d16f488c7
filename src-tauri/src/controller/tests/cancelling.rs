//! A cancel that takes the home's code, and what other devices are told of slides that were cancelled (C7).

use mayday_protocol::incident::{Ending, Event};
use mayday_protocol::plan::PLANS;
use mayday_protocol::sos::Message;
use mayday_protocol::{IncidentId, Kind, Plan, SignalId};
use mayday_wire::{
    ErrorBody, ErrorCode, HomeEvent, HomeView, IncidentPhase, IncidentView, Mode, SosPhase, SosView, TimelineEntry,
};

use super::{App, Did, home};
use crate::controller::handle::{Intent, Tick};
use crate::station::{News, SendFailure};

const MINUTE_MS: i64 = 60_000;

/// proves: C7
#[tokio::test]
async fn without_a_code_nothing_is_sent_and_the_countdown_goes_on() {
    let app = counting().await;
    let refusal = app.handle.intend(Intent::Cancel { code: None }).await.expect_err("the home wants its code");
    assert_eq!((refusal.code, sos(&app).await.phase), (ErrorCode::CodeNeeded, SosPhase::Counting));
    app.handle.intend(Intent::Cancel { code: Some("482916".to_owned().into()) }).await.expect("with a code it goes");
    assert_eq!(sos(&app).await.phase, SosPhase::Cancelling);
}

/// proves: C7, N5
#[tokio::test]
async fn a_code_that_the_station_refuses_is_said_and_another_may_be_tried_in_time() {
    for code in [ErrorCode::WrongCode, ErrorCode::TooManyTries, ErrorCode::CodeNeeded] {
        let app = counting().await;
        app.handle.intend(Intent::Cancel { code: Some("111111".to_owned().into()) }).await.expect("it is sent");
        let refused = refused_with(&app, code).await;
        assert_eq!((refused.phase, refused.code_refused, refused.can_cancel), (SosPhase::Counting, Some(code), true));
        app.handle.intend(Intent::Cancel { code: Some("482916".to_owned().into()) }).await.expect("another try");
        assert_eq!((sos(&app).await.phase, sos(&app).await.code_refused), (SosPhase::Cancelling, None));
    }
}

/// proves: C7
#[tokio::test]
async fn a_second_slide_that_was_cancelled_elsewhere_within_ten_minutes_is_told_and_the_first_is_not() {
    let twice = [Did::Notify("Demo · Two SOS were cancelled within ten minutes".to_owned())];
    for (apart_ms, told) in [(MINUTE_MS, &twice[..]), (10 * MINUTE_MS, &twice[..]), (11 * MINUTE_MS, &[][..])] {
        let app = App::open(&home(Plan::Pro, true)).await;
        let now_ms = mayday_clock::system().now().wall_ms();
        app.happens(cancelled(1, now_ms - apart_ms)).await;
        assert_eq!(app.did(), [], "one alone is nobody's business");
        app.happens(cancelled(2, now_ms)).await;
        assert_eq!(app.did(), told, "{apart_ms} ms apart");
    }
}

/// In a home that wants its code for a cancel.
async fn counting() -> App {
    let app = App::open(&HomeView { cancel_takes_code: true, ..home(Plan::Pro, true) }).await;
    app.handle.intend(Intent::Slide(Kind::SosPolice)).await.expect("an entitled home may send");
    app
}

async fn sos(app: &App) -> SosView {
    app.view().await.sos.expect("it is under way")
}

/// The station refuses the cancel that was sent: one of these, for it names its own milliseconds.
async fn refused_with(app: &App, code: ErrorCode) -> SosView {
    let signal = sos(app).await.signal;
    for cancelled_after_ms in 0..5_000 {
        let answer = Err(SendFailure::Refused(ErrorBody::from(code)));
        app.handle.tick(Tick::Answer { signal, message: Message::Cancel { cancelled_after_ms }, answer }).await;
        let view = sos(app).await;
        if view.code_refused.is_some() {
            return view;
        }
    }
    panic!("no refusal was about the cancel that was sent");
}

fn cancelled(n: u8, at_ms: i64) -> Tick {
    let plan = PLANS.full(Kind::SosPolice).expect("the table has every kind");
    let home = home(Plan::Pro, true).id;
    let event = HomeEvent::Incident(Box::new(IncidentView {
        id: IncidentId::from_random([n; 16]),
        signal: SignalId::from_random([n; 16]),
        kind: Kind::SosPolice,
        plan,
        mode: Mode::Demo,
        words: ["amber".to_owned(), "river".to_owned()],
        still_need_help_ms: None,
        alarm_in_ms: None,
        unread: false,
        enrolment_in_doubt: false,
        camera: None,
        street: "12 Maple Street".to_owned().into(),
        city: "Austin, TX".to_owned().into(),
        phase: IncidentPhase::Closed,
        ending: Some(Ending::CancelledOnDevice),
        siren: None,
        seq: 2,
        contacts: vec![],
        timeline: [Event::Held, Event::CancelledInHold].map(|event| TimelineEntry { at_ms, event }).into(),
    }));
    Tick::Station(News::Event { home, event })
}
