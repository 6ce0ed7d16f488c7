//! Drills, and what the app remembers of alarms: which slides were made here, and what passes by itself.

use mayday_protocol::plan::BurglarSetting;
use mayday_protocol::readiness::{Finding, Level};
use mayday_protocol::sos::{Decision, Entry};
use mayday_protocol::{Kind, Plan};
use mayday_wire::{ErrorCode, HomeView, PracticeView, ReadinessView, SosPhase};

use super::{App, Did, home};
use crate::controller::handle::{Intent, Tick};
use crate::folder::replace;
use crate::journal::{self, Found};
use crate::station::{Ask, News};

/// proves: L5
#[tokio::test]
async fn a_drill_is_a_drill_on_the_screen_and_in_the_journal() {
    let app = App::open(&home(Plan::Pro, true)).await;
    app.handle.intend(Intent::Drill(Kind::SosFire)).await.expect("whoever may send an SOS may drill");
    let sos = app.view().await.sos.expect("it is under way");
    assert!(sos.drill && sos.phase == SosPhase::Counting);
    let kept = app.until(|| matches!(journal::read(&app.folder()), Found::Entry(entry) if entry.signal.drill)).await;
    assert!(kept, "a restart goes on with a drill");
}

/// proves: L5, C8
#[tokio::test]
async fn a_drill_that_is_resumed_stays_one_and_an_older_journal_holds_none() {
    for (text, drill) in [(r#","drill":true"#, true), ("", false)] {
        let temp = tempfile::tempdir().expect("a temporary folder");
        let signal = mayday_protocol::sos::Signal {
            id: mayday_protocol::SignalId::from_random([1; 16]),
            kind: Kind::SosPolice,
            slid_at: mayday_clock::system().now(),
            drill: false,
            camera: None,
        };
        let entry = serde_json::to_string(&Entry { signal, decision: Decision::Open }).expect("an entry is JSON");
        let entry = entry.replace(r#","drill":false"#, text);
        replace(&temp.path().join("sos.json"), entry.as_bytes()).expect("writable");
        let app = App::open_in(temp, &home(Plan::Pro, true)).await;
        let view = app.view().await;
        assert_eq!(view.sos.map(|sos| sos.drill), Some(drill));
        assert_eq!(view.slid_here, [signal.id], "it was slid on this device");
    }
}

/// proves: E9, E10
#[tokio::test]
async fn the_app_knows_its_own_slides_also_after_they_were_left() {
    let app = App::open(&home(Plan::Pro, true)).await;
    app.handle.intend(Intent::Slide(Kind::SosPolice)).await.expect("an entitled home may send");
    let signal = app.view().await.sos.expect("it is under way").signal;
    assert_eq!(app.view().await.slid_here, [signal]);
}

/// proves: L4
#[tokio::test]
async fn practice_is_shown_with_what_is_left_of_it() {
    let app = App::open(&home(Plan::Pro, true)).await;
    let practising = HomeView { practice: Some(PracticeView { remaining_ms: 60_000 }), ..home(Plan::Pro, true) };
    app.happens(Tick::Station(News::Paired(Box::new(practising)))).await;
    let left = app.view().await.home.and_then(|home| home.practice).expect("it is on").remaining_ms;
    assert!((1..=60_000).contains(&left), "{left}");
    let over = HomeView { practice: Some(PracticeView { remaining_ms: 0 }), ..home(Plan::Pro, true) };
    app.happens(Tick::Station(News::Paired(Box::new(over)))).await;
    assert_eq!(app.view().await.home.and_then(|home| home.practice), None);
}

/// proves: V2, Q5
#[tokio::test]
async fn readiness_is_red_while_the_station_is_silent_and_says_where_it_stands_once_it_answers() {
    let app = App::open(&home(Plan::Pro, true)).await;
    let looked = async || app.view().await.home.expect("a home is set up").readiness;
    let codes = |readiness: &ReadinessView| readiness.findings.iter().map(|found| found.code).collect::<Vec<_>>();
    let silent = looked().await;
    assert_eq!((silent.level, codes(&silent)), (Level::Red, vec![Finding::StationSilent]));
    let green = ReadinessView { level: Level::Green, findings: vec![], good: vec![] };
    let ready = HomeView { readiness: green, ..home(Plan::Pro, true) };
    app.happens(Tick::Station(News::Paired(Box::new(ready)))).await;
    // Beside the test the app itself looks for its station, and says each time that there is none.
    let mut answers = silent;
    for _ in 0..100 {
        app.happens(Tick::Station(News::Up)).await;
        answers = looked().await;
        if answers.level != Level::Red {
            break;
        }
    }
    assert_eq!((answers.level, codes(&answers)), (Level::Amber, vec![Finding::StationHere]));
    assert_eq!(answers.good, ["The station answers."]);
}

/// proves: L4, L6
#[tokio::test]
async fn practice_is_announced_when_it_begins_and_when_it_ends() {
    let app = App::open(&home(Plan::Pro, true)).await;
    let practising = HomeView { practice: Some(PracticeView { remaining_ms: 50 }), ..home(Plan::Pro, true) };
    app.happens(Tick::Station(News::Paired(Box::new(practising.clone())))).await;
    app.happens(Tick::Station(News::Paired(Box::new(practising)))).await;
    let told = || app.did().into_iter().filter(|did| matches!(did, Did::Notify(_))).count();
    assert_eq!(told(), 1, "the same practice is announced once");
    assert!(app.until(|| told() == 2).await, "its end is announced by itself");
    assert_eq!(app.did().last(), Some(&Did::Notify("Demo · Practice is over".to_owned())));
}

/// proves: N5
#[tokio::test]
async fn what_the_station_alone_decides_is_answered_though_it_cannot_be_reached() {
    let app = App::open(&home(Plan::Pro, true)).await;
    let code = "482916".to_owned().into();
    let asks = [
        Ask::Disarm { code },
        Ask::SetBurglarSetting { setting: BurglarSetting::OnlyIfISay, code: "482916".to_owned().into() },
        Ask::SetPractice { minutes: 15, code: "482916".to_owned().into() },
    ];
    for ask in asks {
        let refusal = app.handle.intend(Intent::Ask(ask)).await.expect_err("there is no station");
        assert_eq!(refusal.code, ErrorCode::Unreachable);
    }
}
