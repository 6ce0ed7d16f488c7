//! How ready a home is: the facts that the station knows of it, and the findings with the contacts' names.

use mayday_protocol::call::NotAnswered;
use mayday_protocol::readiness::{self, ContactFacts, Facts, Hub, Line, Reach};
use mayday_protocol::readiness_call::TryResult;
use mayday_protocol::{HomeFacts, Kind, eligibility};
use mayday_wire::{ContactView, FindingView, NotLive, NotLiveView, ReadinessView};

/// The readiness of a home, from what its members may know: practice as it is shown (J6, L6).
pub(crate) fn view(
    home: &HomeFacts,
    contacts: &[ContactView],
    not_live: &[NotLiveView],
    practice: bool,
    has_code: bool,
) -> ReadinessView {
    let misses = |code| not_live.iter().any(|missing| missing.code == code);
    let facts = Facts {
        carrier: if misses(NotLive::NoCarrier) { Line::Missing } else { Line::Proved },
        dispatcher: match (misses(NotLive::NoDispatcher), misses(NotLive::DispatcherNotProved)) {
            (true, _) => Line::Missing,
            (false, true) => Line::NotProved,
            (false, false) => Line::Proved,
        },
        eligible: eligibility::check(Kind::SosPolice, home).is_ok(),
        practice,
        code_set: home.has_alarm.then_some(has_code),
        // Every base station of this station is its own virtual one.
        hub: if home.has_alarm { Hub::Virtual } else { Hub::NotNeeded },
        asks_password: home.asks_password(),
        contacts: contacts.iter().map(known).collect(),
    };
    let found = readiness::look(&facts);
    let named = |found: readiness::Found| {
        let contact = contacts.iter().find(|contact| Some(contact.id) == found.contact);
        let who = contact.map_or("", |contact| contact.name.reveal());
        FindingView {
            code: found.finding,
            level: found.finding.level(),
            contact: found.contact,
            sentence: found.finding.sentence(who).into(),
            mend: found.finding.mend(who).into(),
        }
    };
    ReadinessView {
        level: found.level,
        findings: found.findings.into_iter().map(named).collect(),
        good: found.proved.into_iter().map(|proved| proved.sentence()).collect(),
    }
}

fn known(contact: &ContactView) -> ContactFacts {
    let known = &contact.readiness;
    ContactFacts {
        contact: contact.id,
        reach: match (known.proof, known.expired) {
            (Some(proof), _) => Reach::Proved { dnd_on: proof.dnd_on },
            (None, true) => Reach::Expired,
            (None, false) => Reach::Never,
        },
        missed: known.last_try.is_some_and(|last| match last.result {
            // That the station was in another call with somebody says nothing about him.
            TryResult::Reached | TryResult::NotReached(NotAnswered::InAnotherCall) | TryResult::NotFinished(_) => false,
            TryResult::NotReached(
                NotAnswered::RangOut
                | NotAnswered::HungUp
                | NotAnswered::Busy
                | NotAnswered::Voicemail
                | NotAnswered::NoKeyPressed
                | NotAnswered::LineFailed,
            ) => true,
        }),
        password: known.password,
        opted_out: known.opted_out,
    }
}
