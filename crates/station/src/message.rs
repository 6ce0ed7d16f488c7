//! The words of a recorded message. The machine orders one by the number of a call; names, address and
//! number come in here, and the words go to the carrier and to nobody else (M3).

use mayday_protocol::call::Role;
use mayday_protocol::{Kind, Redacted};
use mayday_wire::{HomeView, Mode};

/// What is spoken to a voicemail: what happened and where, to call back, and the number.
pub(crate) fn words(kind: Kind, role: Role, home: &HomeView, caller_number: &str) -> Redacted<String> {
    let mark = match home.mode {
        Mode::Demo => "Demo. ",
    };
    let (alarm, asked) = match kind {
        Kind::SosPolice => ("a police SOS", "Police are"),
        Kind::SosFire => ("a fire SOS", "The fire department is"),
        Kind::SosMedical => ("a medical SOS", "Medical help is"),
        // It calls nobody (D3), and what it would say is true.
        Kind::SirenOnly => ("a siren", "Nobody is"),
    };
    let why = match role {
        Role::Deciding => "Nobody answered this call. ",
        Role::Telling => "",
    };
    let (street, city) = (home.street.reveal(), home.city.reveal());
    Redacted::new(format!(
        "{mark}This is the Mayday station with {alarm} at {street}, {city}. {why}{asked} being asked to come. \
         Please call back: {caller_number}."
    ))
}
