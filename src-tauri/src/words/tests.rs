//! What notifications claim, and what they never claim.

use mayday_protocol::incident::{Ending, Event, Receiver};
use mayday_protocol::plan::{BurglarSetting, Course, PLANS, Service, Trigger};
use mayday_protocol::{ContactId, IncidentId, Kind, SignalId};
use mayday_wire::{IncidentPhase, IncidentView, Language, Mode, TimelineEntry};

use super::{PracticeNews, Words, en, of};
use crate::controller::tests::home as any_home;

const ANA: ContactId = ContactId::from_random([2; 16]);

/// proves: F1, G1, H1, I1
#[test]
fn an_alarm_is_named_when_it_is_raised() {
    for (kind, title) in [
        (Kind::Burglar, "Demo · Burglar alarm: calling your contacts"),
        (Kind::Smoke, "Demo · Smoke alarm: calling your contacts"),
        (Kind::Panic, "Demo · Panic alarm: calling your contacts"),
    ] {
        check(&incident(kind, Course::Full, IncidentPhase::Contacting, &[]), Some(title));
    }
    check(
        &incident(Kind::CarbonMonoxide, Course::Full, IncidentPhase::Requesting, &[]),
        Some("Demo · Carbon monoxide alarm"),
    );
}

/// proves: B14
#[test]
fn where_nobody_was_called_it_says_so_with_911_and_once() {
    let told = Some("Demo · Burglar alarm. Nobody was called. Call 911.");
    let sounding = incident(Kind::Burglar, Course::Unmonitored, IncidentPhase::SirenAlone, &[Event::NobodyCalled]);
    let over = IncidentView { phase: IncidentPhase::Closed, ending: Some(Ending::SirenOver), ..sounding.clone() };
    check(&sounding, told);
    check(&over, told);
}

/// proves: F10
#[test]
fn where_nobody_was_sent_it_says_so() {
    let quiet = incident(Kind::Burglar, Course::Full, IncidentPhase::NobodySent, &[Event::NobodySent]);
    check(&quiet, Some("Demo · Nobody answered. Nobody was sent."));
}

/// proves: Q2, A10
#[test]
fn every_service_is_named_once_its_request_was_started_and_not_before() {
    let started = [Event::Requesting { service: Service::Police }, Event::Requesting { service: Service::Fire }];
    check(&incident(Kind::SosPolice, Course::Full, IncidentPhase::Requesting, &[]), None);
    check(
        &incident(Kind::SosPolice, Course::Full, IncidentPhase::Requesting, &started),
        Some("Demo · Requesting police and fire department…"),
    );
    let requested = [Event::Requested { service: Service::Police, receiver: Receiver::Webhook }];
    check(
        &incident(Kind::SosPolice, Course::Full, IncidentPhase::Requested, &requested),
        Some("Demo · Police requested"),
    );
}

/// proves: L2, L5, Q1
#[test]
fn practice_and_a_drill_say_so_first_and_that_nobody_is_sent() {
    for (course, mark) in [(Course::Practice, "Practice · Demo · "), (Course::Drill, "Drill · Demo · ")] {
        for kind in Kind::ALL {
            for phase in [IncidentPhase::Contacting, IncidentPhase::Informing] {
                let (title, body) = en::WORDS.notification(&incident(kind, course, phase, &[])).expect("it is told");
                assert!(title.starts_with(mark) && body.starts_with(mark), "{title}: {body}");
                assert!(body.contains("obody is sent"), "{body}");
            }
        }
    }
}

/// proves: L2
#[test]
fn smoke_and_carbon_monoxide_in_practice_say_to_leave_the_house() {
    for kind in [Kind::Smoke, Kind::CarbonMonoxide] {
        let (_, body) =
            en::WORDS.notification(&incident(kind, Course::Practice, IncidentPhase::Informing, &[])).expect("told");
        assert!(body.ends_with("leave the house, call 911."), "{body}");
    }
}

/// proves: F7, I4
#[test]
fn what_took_it_back_is_named() {
    let closed = |ending| IncidentView {
        ending: Some(ending),
        ..incident(
            Kind::Burglar,
            Course::Full,
            IncidentPhase::Closed,
            &[Event::Calling { contact: ANA, role: mayday_protocol::call::Role::Deciding }],
        )
    };
    check(&closed(Ending::Disarmed), Some("Demo · Disarmed. Nobody was asked to come."));
    check(&closed(Ending::CancelledByContact), Some("Demo · Cancelled by a contact"));
    check(&closed(Ending::ByPerson), None);
    let false_alarm =
        incident(Kind::Panic, Course::Full, IncidentPhase::Informing, &[Event::CancelledBy { contact: ANA }]);
    check(&false_alarm, Some("Demo · Cancelled by a contact"));
}

/// proves: L4, L6, Q1
#[test]
fn practice_is_told_with_its_length_its_last_day_and_its_end_and_in_a_demo_that_nobody_is_sent() {
    for (left_ms, length) in [(900_000, "15 minutes"), (8 * 3_600_000, "8 hours"), (7 * 24 * 3_600_000, "7 days")] {
        let (title, body) =
            en::WORDS.practice(&any_home(mayday_protocol::Plan::Pro, true), PracticeNews::On { left_ms });
        assert_eq!(title, format!("Practice · Demo · On for {length}"));
        assert!(body.contains("nobody is sent") && body.contains("call 911"), "{body}");
    }
    let (title, body) = en::WORDS.practice(&any_home(mayday_protocol::Plan::Pro, true), PracticeNews::DayLeft);
    assert!(title == "Practice · Demo · Ends in a day" && body.contains("can send nobody"), "{title}: {body}");
    let (title, body) = en::WORDS.practice(&any_home(mayday_protocol::Plan::Pro, true), PracticeNews::Over);
    assert!(title == "Demo · Practice is over" && body.contains("can send nobody"), "{title}: {body}");
}

/// proves: F11
#[test]
fn an_entry_delay_is_no_alarm_yet() {
    let delay = [Event::EntryDelay { trigger: Trigger::ContactSensor }];
    check(&incident(Kind::Burglar, Course::Full, IncidentPhase::Held, &delay), None);
}

/// proves: V4, L2, L5, Q1
#[test]
fn in_every_language_practice_and_a_drill_come_first_and_a_demo_says_that_it_can_send_nobody() {
    for language in Language::ALL {
        let words = of(language);
        for (course, mark) in [(Course::Practice, words.mark_practice), (Course::Drill, words.mark_drill)] {
            for kind in Kind::ALL {
                let (title, body) =
                    words.notification(&incident(kind, course, IncidentPhase::Informing, &[])).expect("it is told");
                assert!(title.starts_with(mark) && body.starts_with(mark), "{title}: {body}");
                let caution = [words.practice, words.practice_leave, words.drill].iter().any(|it| body.ends_with(it));
                assert!(caution, "{body}");
            }
        }
    }
}

/// proves: V4, Q2
#[test]
fn a_request_agrees_with_whom_it_asks_and_is_no_more_than_it_is() {
    let asked = [Event::Requesting { service: Service::Police }, Event::Requesting { service: Service::Fire }];
    let title = |words: &Words, phase, asked: &[Event]| {
        let told = words.notification(&incident(Kind::SosPolice, Course::Full, phase, asked));
        told.expect("it is told").0
    };
    for (language, requesting, one, both) in [
        (
            Language::Spanish,
            "Demo · Solicitando policía…",
            "Demo · Policía solicitada",
            "Demo · Policía y bomberos solicitados",
        ),
        (
            Language::French,
            "Démo · On demande la police…",
            "Démo · La police est demandée",
            "Démo · La police et les pompiers sont demandés",
        ),
    ] {
        let words = of(language);
        assert_eq!(title(words, IncidentPhase::Requesting, &asked[..1]), requesting);
        assert_eq!(title(words, IncidentPhase::Requested, &asked[..1]), one);
        assert_eq!(title(words, IncidentPhase::Requested, &asked), both);
    }
}

/// proves: V4
#[test]
fn one_minute_and_many_read_right_in_every_language() {
    let lengths = |language| [60_000, 900_000, 8 * 3_600_000].map(|ms| of(language).length(ms));
    assert_eq!(lengths(Language::English), ["1 minute", "15 minutes", "8 hours"]);
    assert_eq!(lengths(Language::Spanish), ["1 minuto", "15 minutos", "8 horas"]);
    assert_eq!(lengths(Language::French), ["1 minute", "15 minutes", "8 heures"]);
}

fn check(incident: &IncidentView, title: Option<&str>) {
    assert_eq!(en::WORDS.notification(incident).map(|(title, _)| title).as_deref(), title);
}

fn incident(kind: Kind, course: Course, phase: IncidentPhase, happened: &[Event]) -> IncidentView {
    IncidentView {
        id: IncidentId::from_random([7; 16]),
        signal: SignalId::from_random([7; 16]),
        kind,
        plan: PLANS.row(kind, BurglarSetting::IfNoOneCancels, course).expect("every kind has a row"),
        mode: Mode::Demo,
        words: ["amber".to_owned(), "river".to_owned()],
        still_need_help_ms: None,
        alarm_in_ms: None,
        unread: false,
        enrolment_in_doubt: false,
        camera: None,
        street: "12 Maple Street".to_owned().into(),
        city: "Austin, TX".to_owned().into(),
        phase,
        ending: None,
        siren: None,
        seq: 1,
        contacts: vec![],
        timeline: happened.iter().map(|event| TimelineEntry { at_ms: 0, event: *event }).collect(),
    }
}
