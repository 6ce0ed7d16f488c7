//! Leaving: asked about while something goes on, never held back, and never without a word.

use std::time::Duration;

use mayday_protocol::sos::Message;
use mayday_protocol::{Kind, Plan};
use mayday_wire::{ErrorBody, ErrorCode, GoingOn, Leaving, SignalResponse, SignalStanding};

use super::{App, Did, home};
use crate::controller::handle::{Intent, Tick};
use crate::station::SendFailure;

/// Far more than a second, because machines are busy.
const PATIENCE: Duration = Duration::from_secs(20);

#[tokio::test]
async fn out_of_an_sos_the_window_closes_as_always() {
    let app = App::open(&home(Plan::Pro, true)).await;
    app.happens(Tick::Leave(Leaving::Window)).await;
    assert_eq!(app.did(), [Did::Exit]);
}

/// proves: C5, C6
#[tokio::test]
async fn in_the_countdown_the_question_says_only_what_the_station_has_acknowledged() {
    let app = counting().await;
    app.happens(Tick::Leave(Leaving::Window)).await;
    assert_eq!(going_on(&app).await, Some(GoingOn::Unacknowledged));
    app.happens(answered(&app, SignalStanding::Held { acts_by_itself_in_ms: 6_000 }).await).await;
    assert_eq!(going_on(&app).await, Some(GoingOn::Held));
    assert_eq!(app.did(), [Did::Front], "the window stays");
}

#[tokio::test]
async fn a_window_closed_anyway_goes_away_and_the_app_stays_until_the_sos_is_over() {
    let app = counting().await;
    app.happens(Tick::Leave(Leaving::Window)).await;
    app.handle.intend(Intent::LeavingShown).await.expect("it is shown");
    app.handle.intend(Intent::LeaveAnyway).await.expect("it was asked");
    let told = Did::Notify("Demo · Mayday goes on without its window".to_owned());
    assert_eq!(app.did(), [Did::Front, Did::Hide, told.clone()]);
    app.handle.intend(Intent::Cancel { code: None }).await.expect("within the five seconds");
    app.happens(answered(&app, SignalStanding::Cancelled).await).await;
    assert_eq!(app.did(), [Did::Front, Did::Hide, told, Did::Exit]);
}

#[tokio::test]
async fn who_stays_is_asked_again_the_next_time() {
    let app = counting().await;
    app.happens(Tick::Leave(Leaving::Window)).await;
    app.handle.intend(Intent::Stay).await.expect("it was asked");
    assert_eq!(app.view().await.leaving, None);
    app.happens(Tick::Leave(Leaving::Window)).await;
    assert!(app.view().await.leaving.is_some());
    assert_eq!(app.did(), [Did::Front, Did::Front]);
}

#[tokio::test]
async fn who_asks_twice_is_not_asked_again() {
    let app = counting().await;
    app.happens(Tick::Leave(Leaving::Window)).await;
    app.happens(Tick::Leave(Leaving::Window)).await;
    assert_eq!(app.did()[..2], [Did::Front, Did::Hide]);
}

#[tokio::test]
async fn a_page_that_does_not_show_the_question_within_a_second_keeps_nobody() {
    let mut app = counting().await;
    app.happens(Tick::Leave(Leaving::Window)).await;
    assert_eq!(app.did(), [Did::Front]);
    let hidden = app.did.wait_for(|did| did.contains(&Did::Hide));
    tokio::time::timeout(PATIENCE, hidden).await.expect("in time").expect("the controller lives");
}

/// proves: C6
#[tokio::test]
async fn quitting_brings_the_question_to_the_front_and_ends_the_app_when_told_to() {
    let app = counting().await;
    app.happens(Tick::Leave(Leaving::App)).await;
    assert_eq!(app.view().await.leaving.map(|leaving| leaving.what), Some(Leaving::App));
    app.handle.intend(Intent::LeaveAnyway).await.expect("it was asked");
    assert_eq!(app.did(), [Did::Front, Did::Exit]);
}

/// proves: B12
#[tokio::test]
async fn a_refusal_that_arrives_without_a_window_brings_the_window_back() {
    let app = counting().await;
    app.happens(Tick::Leave(Leaving::Window)).await;
    app.handle.intend(Intent::LeaveAnyway).await.expect("it was asked");
    let signal = app.view().await.sos.expect("it is under way").signal;
    let refusal = Err(SendFailure::Refused(ErrorBody::from(ErrorCode::NotEligible)));
    app.happens(Tick::Answer { signal, message: Message::Hold, answer: refusal }).await;
    assert_eq!(app.did().last(), Some(&Did::Front), "{:?}", app.did());
    assert!(!app.did().contains(&Did::Exit));
}

#[tokio::test]
async fn a_click_on_a_notification_brings_the_window_to_its_incident() {
    let app = App::open(&home(Plan::Pro, true)).await;
    let incident = mayday_protocol::IncidentId::from_random([9; 16]);
    app.happens(Tick::Open(Some(incident))).await;
    app.happens(Tick::Open(Some(incident))).await;
    let asked_for = app.view().await.asked_for.expect("a place to go");
    assert_eq!((asked_for.incident, asked_for.times), (incident, 2));
    assert_eq!(app.did(), [Did::Front, Did::Front]);
}

async fn counting() -> App {
    let app = App::open(&home(Plan::Pro, true)).await;
    app.handle.intend(Intent::Slide(Kind::SosPolice)).await.expect("an entitled home may send");
    app
}

async fn going_on(app: &App) -> Option<GoingOn> {
    app.view().await.leaving.map(|leaving| leaving.going_on)
}

async fn answered(app: &App, standing: SignalStanding) -> Tick {
    let signal = app.view().await.sos.expect("it is under way").signal;
    let message = match standing {
        SignalStanding::Cancelled => Message::Cancel { cancelled_after_ms: 0 },
        SignalStanding::Held { .. } | SignalStanding::Committed { .. } => Message::Hold,
    };
    Tick::Answer { signal, message, answer: Ok(SignalResponse { signal, standing }) }
}
