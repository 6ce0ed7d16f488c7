//! What the station says in its calls and on voicemails. The machine orders a call or a message by its number; names,
//! address and number come in here, and the words go to the carrier and to nobody else (M3).

use mayday_protocol::call::{Digits, Role};
use mayday_protocol::incident::About;
use mayday_protocol::plan::{Course, FirstStep, ResponsePlan, Service};
use mayday_protocol::readiness_call::{Concern, ReadinessCall, Stage};
use mayday_protocol::{IncidentId, Kind, Redacted};
use mayday_wire::{HearsView, HomeView, Mode};

use crate::store::OpenIncident;

/// What is spoken to a voicemail: what happened and where, to call back, and the number.
pub(crate) fn words(incident: &OpenIncident, role: Role, home: &HomeView, caller_number: &str) -> Redacted<String> {
    let why = match role {
        Role::Deciding => "Nobody answered this call. ",
        Role::Telling | Role::CallBack => "",
    };
    let back = format!("Please call back: {caller_number}.");
    Redacted::new(format!("{} {why}{} {back}", opening(incident, home), follows(incident, role)))
}

/// What a person hears who has answered.
pub(crate) fn says(incident: &OpenIncident, role: Role, home: &HomeView) -> Redacted<String> {
    Redacted::new(format!("{} {}", opening(incident, home), follows(incident, role)))
}

/// What a contact hears when the station calls first about an incident that follows this plan; `None`: nobody is called
/// about it.
pub(crate) fn heard(plan: ResponsePlan, home: &HomeView, caller_number: &str) -> Option<HearsView> {
    let (role, about) = match plan.first_step {
        FirstStep::Decide(_) => (Role::Deciding, None),
        FirstStep::Tell(_) => (Role::Telling, Some(About::Notice)),
        FirstStep::Dispatch if !plan.is_hidden() => (Role::Telling, Some(About::Dispatch)),
        FirstStep::Dispatch | FirstStep::AskAgent | FirstStep::SirenAlone => return None,
    };
    let nobody = IncidentId::from_random([0; 16]);
    let incident = OpenIncident { incident: nobody, plan, about, seed: 0, calls: vec![], messages: vec![] };
    Some(HearsView {
        kind: plan.kind,
        decides: role == Role::Deciding,
        says: says(&incident, role, home),
        voicemail: words(&incident, role, home, caller_number),
    })
}

/// Who calls, about what, and where. *Practice* is its first word where it is one (L2).
fn opening(incident: &OpenIncident, home: &HomeView) -> String {
    let demo = match home.mode {
        Mode::Demo => "Demo. ",
    };
    let course = match incident.plan.course {
        Course::Practice => "Practice. ",
        Course::Drill => "Drill. ",
        Course::Full | Course::Unmonitored => "",
    };
    let (street, city) = (home.street.reveal(), home.city.reveal());
    format!("{course}{demo}This is the Mayday station with {} at {street}, {city}.", alarm(incident.plan.kind))
}

/// What a contact hears in a readiness call, as far as it has come. No alarm is spoken of, and the caller is never told
/// whether the password was right (N3).
pub(crate) fn test_says(call: &ReadinessCall, home: &HomeView) -> Redacted<String> {
    Redacted::new(match call.stage() {
        Some(Stage::Dialing | Stage::Ringing | Stage::Proving) | None => test_opening(call, home),
        Some(Stage::AskingPassword) => {
            "Thank you. Now please enter the home's verbal password on the keypad, then the \
            pound key. The star key starts over. If you do not know it, press the pound key alone. If you would rather \
            not be called in emergencies, press 9."
                .to_owned()
        }
        Some(Stage::AskingOptOut) => {
            "Would you rather not be called? Then press 9 once more, and the station will not \
            call you about this home again. To stay on the list, press the star key."
                .to_owned()
        }
        Some(Stage::Goodbye) if call.concern().is_some() => concern_says(call, home),
        Some(Stage::Goodbye) if call.opted_out() => "Thank you. You are off the list, and the household can see it. \
            Goodbye."
            .to_owned(),
        Some(Stage::Goodbye) => "Thank you, that was everything. Goodbye.".to_owned(),
    })
}

fn test_opening(call: &ReadinessCall, home: &HomeView) -> String {
    let demo = match home.mode {
        Mode::Demo => "Demo. ",
    };
    let (street, [first_word, second_word], Digits([first, second])) =
        (home.street.reveal(), call.words(), call.digits());
    if call.concern().is_some() {
        return format!(
            "{demo}This is the Mayday station for {street}. Nothing has happened. Please press {first}, then {second}, to \
             hear a message about this home."
        );
    }
    format!(
        "{demo}This is a test call of the Mayday station for {street}. Nothing has happened. Our two words are \
         {first_word} and {second_word}: the app of this home shows them too. Please press {first}, then {second}, so \
         that we know that you can be reached."
    )
}

/// What a concern tells, once a person listens (L6, P6).
fn concern_says(call: &ReadinessCall, home: &HomeView) -> String {
    let street = home.street.reveal();
    match call.concern() {
        None => String::new(),
        Some(Concern::PracticeBegins { minutes }) => format!(
            "Practice was switched on for {street}, for {minutes} minutes. Until it ends, an alarm there brings a voice \
             message, and nobody is sent. There is nothing to do. Goodbye."
        ),
        Some(Concern::OnTheList) => format!(
            "You are on the emergency list of {street}. In an emergency the station calls you from this number: please \
             save it as a contact, and ask the household for the verbal password. Goodbye."
        ),
        Some(Concern::PasswordChanged) => {
            format!("The verbal password of {street} was changed. Please ask the household for the new one. Goodbye.")
        }
    }
}

const fn alarm(kind: Kind) -> &'static str {
    match kind {
        Kind::SosPolice => "a police SOS",
        Kind::SosFire => "a fire SOS",
        Kind::SosMedical => "a medical SOS",
        Kind::SirenOnly => "a siren",
        Kind::Burglar => "a burglar alarm",
        Kind::Smoke => "a smoke alarm",
        Kind::CarbonMonoxide => "a carbon monoxide alarm",
        Kind::Panic => "a panic alarm",
        // Nobody is called about it (J2), and what it would say gives nothing away.
        Kind::Duress => "a message",
        Kind::Flood => "a flood alarm",
        Kind::Freeze => "a freeze alarm",
    }
}

/// What happens, or does not.
fn follows(incident: &OpenIncident, role: Role) -> String {
    let coming = incident.plan.service.map_or_else(
        || "Nobody is being asked to come.".to_owned(),
        |service| format!("{} being asked to come.", who(service)),
    );
    match incident.about {
        Some(About::FalseAlarm) => "It was a false alarm. There is nothing to do.".to_owned(),
        Some(About::Notice) => "Nobody is being asked to come. Please look after it.".to_owned(),
        Some(About::Alarm) => match incident.plan.kind {
            Kind::Smoke | Kind::CarbonMonoxide => {
                "Nobody is being asked to come. If this is real: leave the house, call 911.".to_owned()
            }
            Kind::SosPolice
            | Kind::SosFire
            | Kind::SosMedical
            | Kind::SirenOnly
            | Kind::Burglar
            | Kind::Panic
            | Kind::Duress
            | Kind::Flood
            | Kind::Freeze => "Nobody is being asked to come. If this is real, call 911.".to_owned(),
        },
        Some(About::Drill) => "This is a drill. Nobody is being asked to come.".to_owned(),
        Some(About::Dispatch) => coming,
        None => match role {
            Role::Deciding if incident.plan.course == Course::Drill => {
                "This is a drill. Nobody is being asked to come.".to_owned()
            }
            Role::Deciding | Role::CallBack => String::new(),
            Role::Telling => coming,
        },
    }
}

const fn who(service: Service) -> &'static str {
    match service {
        Service::Police => "Police are",
        Service::Fire => "The fire department is",
        Service::Medical => "Medical help is",
    }
}
