//! The states in which this version of the machine stores its incidents: what was written loads, is written the same
//! again, and goes on. A version that writes anything else has to be a new one (DESIGN §4).

use mayday_protocol::call::{Fact, Password};
use mayday_protocol::incident::{Code, Ending, Incident, Input, MACHINE_VERSION, SirenFact, State};
use mayday_protocol::plan::{BurglarSetting, Course, PLANS, Siren};
use mayday_protocol::{Kind, Service};

use super::common::{POLICE, at};
use super::household::{self, trigger};
use super::story::{PHONE, Story, acceptance};
use super::words::CONTACTS;

/// proves: E1, Z11
#[test]
fn version_4_writes_what_was_stored_and_reads_it_back() {
    assert_eq!(MACHINE_VERSION, 4);
    for (name, incident, stored) in scenes() {
        let written = serde_json::to_string_pretty(&incident).expect("an incident can be stored");
        assert_eq!(written.trim(), stored.trim(), "{name}");
        assert_eq!(load(stored), incident, "{name}");
    }
}

/// proves: E1, F11
#[test]
fn an_entry_delay_that_was_stored_can_be_disarmed_or_runs_out() {
    let mut disarmed = load(ENTRY_DELAY);
    disarmed.handle_input(Input::Disarm { code: Code::Normal }, at(20_000));
    assert_eq!(disarmed.state(), &State::Closed(Ending::Disarmed));
    let mut smashed = load(ENTRY_DELAY);
    smashed.handle_timeout(at(30_000));
    assert!(matches!(smashed.state(), State::Contacting { .. }));
}

/// proves: F10
#[test]
fn police_can_be_sent_where_a_stored_incident_says_that_nobody_was() {
    let mut incident = load(NOBODY_SENT);
    incident.handle_input(Input::SendNow { device: PHONE }, at(3_600_000));
    assert!(incident.dispatch_stands(POLICE));
}

/// proves: F2, F4
#[test]
fn the_second_deciding_call_of_a_stored_incident_goes_on_to_its_deadline() {
    let mut incident = load(CONTACTING);
    incident.handle_timeout(at(85_999));
    assert!(!incident.dispatch_stands(POLICE));
    incident.handle_timeout(at(86_000));
    assert!(incident.dispatch_stands(POLICE));
}

fn scenes() -> [(&'static str, Incident, &'static str); 7] {
    [
        ("held", slid(Kind::SosFire).incident, HELD),
        ("entry_delay", raised(Kind::Burglar, BurglarSetting::IfNoOneCancels, 30_000).incident, ENTRY_DELAY),
        ("contacting", second_contact(), CONTACTING),
        ("responding", two_services(), RESPONDING),
        ("nobody_sent", nobody_sent(), NOBODY_SENT),
        ("informing", flood(), INFORMING),
        ("closed", cancelled(), CLOSED),
    ]
}

/// Burglar: the first contact's voicemail hears the message, the second has proven to be a person.
fn second_contact() -> Incident {
    let mut story = raised(Kind::Burglar, BurglarSetting::IfNoOneCancels, 0);
    story.input(Input::Siren(SirenFact::Sounding), 100);
    story.call(1, Fact::Ringing, 2_000);
    story.call(1, Fact::Voicemail, 20_000);
    story.answer(2, 22_000);
    story.incident
}

/// SOS police, and an ambulance that a further slide asked for: one is accepted, one has started.
fn two_services() -> Incident {
    let mut story = slid(Kind::SosPolice);
    story.input(Input::Commit, 5_030);
    story.call(1, Fact::Ringing, 6_000);
    story.input(Input::AlsoAsked { service: Service::Medical, siren: Siren::Announces }, 7_000);
    story.call(1, Fact::HungUp, 8_000);
    story.responders_are_asked(8_100);
    story.input(Input::AlsoAsked { service: Service::Fire, siren: Siren::Sounds }, 10_000);
    story.incident
}

/// *Only if I say*: both contacts are busy, and one calls back.
fn nobody_sent() -> Incident {
    let mut story = raised(Kind::Burglar, BurglarSetting::OnlyIfISay, 0);
    story.call(1, Fact::Busy, 1_000);
    story.call(2, Fact::Busy, 2_000);
    story.input(Input::CallBack { contact: CONTACTS[0] }, 60_000);
    story.incident
}

/// Flood: the first contact's voicemail hears the message, the second contact's phone rings.
fn flood() -> Incident {
    let mut story = raised(Kind::Flood, BurglarSetting::IfNoOneCancels, 0);
    story.call(1, Fact::Ringing, 2_000);
    story.call(1, Fact::Voicemail, 20_000);
    story.call(2, Fact::Ringing, 22_000);
    story.incident
}

/// SOS medical: the first contact cancels, and the device that slid may still ask for help.
fn cancelled() -> Incident {
    let mut story = slid(Kind::SosMedical);
    story.input(Input::Commit, 5_030);
    story.answer(1, 6_000);
    story.call(1, Fact::Password(Password::Right), 12_000);
    story.call(1, Fact::Key('2'), 14_000);
    story.incident
}

fn slid(kind: Kind) -> Story {
    Story::held(acceptance(PLANS.full(kind).expect("every kind has a row in full"), &CONTACTS[..2]), "stored")
}

fn raised(kind: Kind, setting: BurglarSetting, entry_delay_ms: u64) -> Story {
    let plan = PLANS.row(kind, setting, Course::Full).expect("every kind has a row in full");
    let mut accepted = acceptance(plan, &CONTACTS[..2]);
    (accepted.device, accepted.trigger) = (None, trigger(kind));
    household::raised(accepted, entry_delay_ms, "stored")
}

fn load(stored: &str) -> Incident {
    serde_json::from_str(stored).expect("what was stored loads")
}

const HELD: &str = include_str!("../stored/version_4_held.json");
const ENTRY_DELAY: &str = include_str!("../stored/version_4_entry_delay.json");
const CONTACTING: &str = include_str!("../stored/version_4_contacting.json");
const RESPONDING: &str = include_str!("../stored/version_4_responding.json");
const NOBODY_SENT: &str = include_str!("../stored/version_4_nobody_sent.json");
const INFORMING: &str = include_str!("../stored/version_4_informing.json");
const CLOSED: &str = include_str!("../stored/version_4_closed.json");
