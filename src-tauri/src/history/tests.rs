//! What of the history is found, where a page ends, and what the files hold.

use mayday_protocol::SignalId;
use mayday_protocol::incident::Event;
use mayday_protocol::plan::{BurglarSetting, PLANS, ResponsePlan};
use mayday_wire::{IncidentPhase, TimelineEntry};

use super::*;
use crate::controller::tests::home as any_home;

const DAY: i64 = 24 * 60 * 60 * 1_000;

/// proves: V3
#[test]
fn a_page_is_full_and_says_that_there_is_more_only_when_something_more_fits() {
    let drill = |n: u8| incident(n, Kind::SosPolice, Course::Drill, 0);
    let mut search = Search::new(HistoryFilter::default(), 3);
    assert_eq!(search.hear((0..3).map(drill).collect()), Some(false), "the station has no more");
    assert_eq!(search.found.len(), 3);
    let mut search = Search::new(HistoryFilter::default(), 3);
    assert_eq!(search.hear((0..4).map(drill).collect()), Some(true));
    assert_eq!(search.found.len(), 3);
}

/// proves: V3
#[test]
fn what_fits_is_looked_for_through_as_many_batches_as_it_takes() {
    let filter = HistoryFilter { group: Some(HistoryGroup::Alarms), since_ms: None };
    let mut search = Search::new(filter, 2);
    let sos = |_| incident(1, Kind::SosFire, Course::Full, 0);
    assert_eq!(search.hear((0..BATCH).map(sos).collect()), None, "a full batch is not the last one");
    assert_eq!(search.hear(vec![incident(2, Kind::Smoke, Course::Full, 0)]), Some(false));
    assert_eq!(search.found.len(), 1);
}

/// proves: V3
#[test]
fn a_period_ends_where_it_began_and_nothing_earlier_is_asked_for() {
    let filter = HistoryFilter { group: None, since_ms: Some(10 * DAY) };
    let mut search = Search::new(filter, 30);
    let days = (0..BATCH).map(|n| incident(1, Kind::SosFire, Course::Full, (12 - i64::from(n)) * DAY));
    assert_eq!(search.hear(days.collect()), Some(false));
    let found: Vec<_> = search.found.iter().filter_map(|it| it.timeline.first()).map(|it| it.at_ms / DAY).collect();
    assert_eq!(found, [12, 11, 10]);
}

/// proves: V3, L5
#[test]
fn every_kind_in_every_course_is_of_one_group_and_what_was_on_purpose_is_apart() {
    let courses =
        [(Course::Full, false), (Course::Unmonitored, false), (Course::Practice, true), (Course::Drill, true)];
    for kind in Kind::ALL {
        for (course, on_purpose) in courses {
            let group = group_of(&IncidentView { kind, ..incident(1, Kind::SosPolice, course, 0) });
            assert_eq!(group == HistoryGroup::DrillsAndPractice, on_purpose, "{kind:?} {course:?}");
        }
    }
    assert_eq!(group_of(&incident(1, Kind::SirenOnly, Course::Full, 0)), HistoryGroup::Sos);
    assert_eq!(group_of(&incident(1, Kind::Flood, Course::Full, 0)), HistoryGroup::Alarms);
}

/// proves: V3
#[test]
fn the_file_holds_each_incident_with_its_timeline_and_its_receipt_as_it_was_signed() {
    let incident = incident(7, Kind::Smoke, Course::Full, 5);
    let receipt = serde_json::json!({ "of": "household", "entries": [{ "n": 1, "what": "{\"event\":\"held\"}" }] });
    let rows = vec![Row { incident: incident.clone(), receipt: receipt.clone() }];
    let draft = document(&any_home(mayday_protocol::Plan::Pro, true), HistoryFilter::default(), rows).expect("a file");
    assert_eq!((draft.name.as_str(), draft.extension), ("Mayday history", "json"));
    let read: serde_json::Value = serde_json::from_slice(&draft.contents).expect("it is JSON");
    assert_eq!(read["format"], "mayday-history-1");
    assert_eq!(read["incidents"][0]["receipt"], receipt);
    let told: IncidentView = serde_json::from_value(read["incidents"][0]["incident"].clone()).expect("an incident");
    assert_eq!(told, incident);
}

/// proves: V3
#[test]
fn a_page_to_print_begins_with_a_policy_that_runs_and_loads_nothing_and_one_too_large_is_refused() {
    let draft = printed("<title>x</title>").expect("it is small");
    let contents = String::from_utf8(draft.contents).expect("it is text");
    assert!(contents.starts_with("<!doctype html>") && contents.ends_with("<title>x</title>"));
    let policy = contents.split("content=\"").nth(1).expect("it has a policy");
    assert!(policy.starts_with("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"), "{policy}");
    let refused = printed(&" ".repeat(PRINTED + 1)).expect_err("it is too large");
    assert_eq!(refused.code, ErrorCode::TooLarge);
    assert!(refused.sentence.contains("Choose a shorter period"), "{}", refused.sentence);
}

fn incident(n: u8, kind: Kind, course: Course, at_ms: i64) -> IncidentView {
    let plan = PLANS.row(kind, BurglarSetting::IfNoOneCancels, Course::Full).expect("every kind has a row");
    IncidentView {
        id: IncidentId::from_random([n; 16]),
        signal: SignalId::from_random([n; 16]),
        kind,
        plan: ResponsePlan { course, ..plan },
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
        ending: None,
        siren: None,
        seq: 1,
        contacts: vec![],
        timeline: vec![TimelineEntry { at_ms, event: Event::Held }],
    }
}
