//! Readiness, fact by fact.

use super::*;

/// A change to a home of which everything was proved, and what is found then.
type Case = (fn(&mut Facts), Level, Vec<Found>);

const ANA: ContactId = ContactId::from_random([1; 16]);
const JON: ContactId = ContactId::from_random([2; 16]);

/// proves: V2, P2, O5
#[test]
fn only_a_home_of_which_everything_was_proved_is_green() {
    let found = look(&ready());
    assert_eq!((found.level, found.findings), (Level::Green, vec![]));
    let said: Vec<_> = found.proved.iter().map(|proved| proved.sentence()).collect();
    assert_eq!(
        said,
        [
            "2 of 2 contacts answered a test call.",
            "2 of 2 contacts know the verbal password.",
            "The station has rung a real telephone.",
            "Whoever sends responders has confirmed a test.",
        ]
    );
}

/// proves: V2, P2, N6
#[test]
fn nothing_is_said_to_be_proved_of_nobody() {
    let mut facts = ready();
    for contact in &mut facts.contacts {
        (contact.reach, contact.password) = (Reach::Expired, PasswordKnowledge::NotTried);
    }
    let said: Vec<_> = look(&facts).proved.iter().map(|proved| proved.sentence()).collect();
    assert_eq!(said, ["The station has rung a real telephone.", "Whoever sends responders has confirmed a test."]);
    facts.contacts[0].password = PasswordKnowledge::Known;
    let said = look(&facts).proved[0].sentence();
    assert_eq!(said, "1 of 2 contacts know the verbal password.");
}

/// proves: V2, P2, Q1, O5, N6
#[test]
fn each_fact_that_is_not_as_it_should_be_is_found_with_its_level() {
    let cases: Vec<Case> = vec![
        (|home| home.dispatcher = Line::Missing, Level::Red, vec![home(Finding::NoDispatcher)]),
        (|home| home.dispatcher = Line::NotProved, Level::Red, vec![home(Finding::DispatcherNotProved)]),
        (|home| home.carrier = Line::Missing, Level::Red, vec![home(Finding::NoCarrier)]),
        (|home| home.carrier = Line::NotProved, Level::Red, vec![home(Finding::CarrierNotProved)]),
        (|home| home.eligible = false, Level::Red, vec![home(Finding::NotEligible)]),
        (|home| home.contacts.clear(), Level::Red, vec![home(Finding::FewReachable)]),
        (|home| home.contacts.truncate(1), Level::Red, vec![home(Finding::FewReachable)]),
        (|home| home.practice = true, Level::Amber, vec![home(Finding::Practice)]),
        (|home| home.code_set = Some(false), Level::Amber, vec![home(Finding::NoCode)]),
        (|home| home.code_set = Some(true), Level::Green, vec![]),
        (|home| home.hub = Hub::Virtual, Level::Amber, vec![home(Finding::VirtualHub)]),
        (|home| home.hub = Hub::Answers, Level::Green, vec![]),
        (|home| jon(home).reach = Reach::Expired, Level::Amber, vec![of(Finding::Expired, JON)]),
        (|home| jon(home).reach = Reach::Proved { dnd_on: false }, Level::Amber, vec![of(Finding::WithoutDnd, JON)]),
        (|home| jon(home).missed = true, Level::Amber, vec![of(Finding::DidNotAnswer, JON)]),
        (
            |home| jon(home).reach = Reach::Never,
            Level::Red,
            vec![home(Finding::FewReachable), of(Finding::NeverTested, JON)],
        ),
        (|home| jon(home).opted_out = true, Level::Red, vec![home(Finding::FewReachable), of(Finding::OptedOut, JON)]),
        (
            |home| jon(home).password = PasswordKnowledge::NotKnown,
            Level::Amber,
            vec![of(Finding::PasswordNotKnown, JON)],
        ),
        (
            |home| jon(home).password = PasswordKnowledge::NotTried,
            Level::Amber,
            vec![of(Finding::PasswordNotTried, JON)],
        ),
        (
            |home| {
                jon(home).password = PasswordKnowledge::NotKnown;
                home.asks_password = false;
            },
            Level::Green,
            vec![],
        ),
    ];
    for (n, (change, level, findings)) in cases.into_iter().enumerate() {
        let mut facts = ready();
        change(&mut facts);
        let found = look(&facts);
        assert_eq!((found.level, found.findings), (level, findings), "case {n}");
    }
}

/// proves: P2
#[test]
fn a_contact_who_was_never_reached_is_told_of_once() {
    let mut facts = ready();
    *jon(&mut facts) = ContactFacts { missed: true, ..untested(JON) };
    assert_eq!(look(&facts).findings, [home(Finding::FewReachable), of(Finding::DidNotAnswer, JON)]);
    let answered = look(&facts).proved.first().map(|proved| proved.sentence());
    assert_eq!(answered.as_deref(), Some("1 of 2 contacts answered a test call."));
}

/// proves: V2
#[test]
fn the_worst_comes_first_and_contacts_stay_in_their_order() {
    let facts =
        Facts { carrier: Line::Missing, practice: true, contacts: vec![untested(ANA), untested(JON)], ..ready() };
    let findings = look(&facts).findings;
    assert_eq!(
        findings,
        [
            home(Finding::NoCarrier),
            home(Finding::FewReachable),
            home(Finding::Practice),
            of(Finding::NeverTested, ANA),
            of(Finding::NeverTested, JON),
        ]
    );
}

/// proves: V2, B12
#[test]
fn every_finding_has_a_sentence_and_a_step_that_mends_it() {
    for finding in [
        Finding::NoCarrier,
        Finding::CarrierNotProved,
        Finding::NoDispatcher,
        Finding::DispatcherNotProved,
        Finding::NotEligible,
        Finding::FewReachable,
        Finding::Practice,
        Finding::NoCode,
        Finding::VirtualHub,
        Finding::OptedOut,
        Finding::DidNotAnswer,
        Finding::NeverTested,
        Finding::Expired,
        Finding::WithoutDnd,
        Finding::PasswordNotKnown,
        Finding::PasswordNotTried,
    ] {
        let [sentence, mend] = [finding.sentence("Ana Ruiz"), finding.mend("Ana Ruiz")];
        assert!(sentence.ends_with('.') && mend.ends_with('.'), "{finding:?}");
    }
}

const fn home(finding: Finding) -> Found {
    Found { finding, contact: None }
}

const fn of(finding: Finding, contact: ContactId) -> Found {
    Found { finding, contact: Some(contact) }
}

fn jon(home: &mut Facts) -> &mut ContactFacts {
    &mut home.contacts[1]
}

const fn untested(contact: ContactId) -> ContactFacts {
    ContactFacts {
        contact,
        reach: Reach::Never,
        missed: false,
        password: PasswordKnowledge::NotTried,
        opted_out: false,
    }
}

fn ready() -> Facts {
    let proved = |contact| ContactFacts {
        reach: Reach::Proved { dnd_on: true },
        password: PasswordKnowledge::Known,
        ..untested(contact)
    };
    Facts {
        carrier: Line::Proved,
        dispatcher: Line::Proved,
        eligible: true,
        practice: false,
        code_set: None,
        hub: Hub::NotNeeded,
        asks_password: true,
        contacts: vec![proved(ANA), proved(JON)],
    }
}
