//! A station that lost the home: told with its step, never as help under way, and only of the home that is here.

use mayday_protocol::incident::Event;
use mayday_protocol::plan::PLANS;
use mayday_protocol::sos::Message;
use mayday_protocol::{HomeId, IncidentId, Kind, Plan, Reason, SignalId};
use mayday_wire::{
    HomeEvent, HomeView, IncidentPhase, IncidentView, Leaving, Mode, NoticeCode, ReadinessView, SignalResponse,
    SignalStanding, SosPhase, StationLink, TimelineEntry,
};

use super::{App, Did, home};
use crate::controller::handle::{Intent, Tick};
use crate::station::News;

/// proves: B12, C6
#[tokio::test]
async fn a_home_that_the_station_does_not_know_any_more_is_told_with_its_step_and_911_and_kept() {
    let app = unfollowed().await;
    app.happens(unknown(home(Plan::Pro, true).id)).await;
    let view = app.view().await;
    assert_eq!((view.station, view.notices[0].code), (StationLink::HomeUnknown, NoticeCode::HomeUnknown));
    for said in ["SOS cannot be sent.", "Set the home up again", "call 911"] {
        assert!(view.notices[0].sentence.contains(said), "{said}");
    }
    for reasons in [&view.reasons, &view.siren_reasons] {
        assert_eq!(reasons[0].code, Reason::HomeUnknown, "the first to be mended");
    }
    let kept = view.home.map(|kept| HomeView { readiness: ReadinessView::default(), ..kept });
    assert_eq!(kept, Some(home(Plan::Pro, true)), "its answers are needed to set it up again");
    app.happens(Tick::Station(News::Up)).await;
    let back = app.view().await;
    assert!(back.notices.is_empty() && back.reasons.is_empty(), "its records came back");
}

/// proves: C6, C8
#[tokio::test]
async fn an_sos_under_way_ends_with_the_reason_and_no_word_that_the_station_acts_by_itself() {
    let app = unfollowed().await;
    app.handle.intend(Intent::Slide(Kind::SosPolice)).await.expect("an entitled home may send");
    let signal = app.view().await.sos.expect("it is under way").signal;
    let standing = SignalStanding::Held { acts_by_itself_in_ms: 6_000 };
    let held = Ok(SignalResponse { signal, standing });
    app.happens(Tick::Answer { signal, message: Message::Hold, answer: held }).await;
    app.happens(unknown(home(Plan::Pro, true).id)).await;
    let sos = app.view().await.sos.expect("it is told");
    assert_eq!((sos.phase, sos.held, sos.offer_911), (SosPhase::Refused, false, true));
    assert_eq!(sos.reasons[0].code, Reason::HomeUnknown);
    app.handle.intend(Intent::Dismiss).await.expect("the way to the set-up is free");
}

/// proves: C6
#[tokio::test]
async fn nothing_is_said_to_go_on_at_a_station_that_lost_the_home_and_a_closed_window_comes_back() {
    let app = unfollowed().await;
    app.happens(open_incident()).await;
    app.happens(Tick::Leave(Leaving::Window)).await;
    app.handle.intend(Intent::LeaveAnyway).await.expect("it was asked");
    app.happens(unknown(home(Plan::Pro, true).id)).await;
    assert_eq!(app.did().last(), Some(&Did::Front), "{:?}", app.did());
    app.happens(Tick::Leave(Leaving::Window)).await;
    assert_eq!(app.did().last(), Some(&Did::Exit), "nobody is asked to stay for it");
}

#[tokio::test]
async fn what_the_station_said_of_a_home_that_was_left_changes_nothing() {
    let app = unfollowed().await;
    app.happens(unknown(HomeId::from_random([9; 16]))).await;
    let view = app.view().await;
    assert!(view.station != StationLink::HomeUnknown && view.notices.is_empty());
}

/// In a home, with no station that is listened to.
async fn unfollowed() -> App {
    let app = App::start(tempfile::tempdir().expect("a temporary folder"));
    app.happens(Tick::Station(News::Paired(Box::new(home(Plan::Pro, true))))).await;
    app
}

fn unknown(of: HomeId) -> Tick {
    Tick::Station(News::HomeUnknown(of))
}

fn open_incident() -> Tick {
    let home = home(Plan::Pro, true);
    let event = HomeEvent::Incident(Box::new(IncidentView {
        id: IncidentId::from_random([7; 16]),
        signal: SignalId::from_random([7; 16]),
        kind: Kind::SosPolice,
        plan: PLANS.full(Kind::SosPolice).expect("every kind has a row"),
        mode: Mode::Demo,
        words: ["amber".to_owned(), "river".to_owned()],
        still_need_help_ms: None,
        alarm_in_ms: None,
        unread: false,
        enrolment_in_doubt: false,
        camera: None,
        street: home.street,
        city: home.city,
        phase: IncidentPhase::Contacting,
        ending: None,
        siren: None,
        seq: 1,
        contacts: vec![],
        timeline: vec![TimelineEntry { at_ms: 0, event: Event::Held }],
    }));
    Tick::Station(News::Event { home: home.id, event })
}
