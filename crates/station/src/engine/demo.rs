//! The demo home: a doorbell, no base station, three people whose phones are cards on the board.
//!
//! Its numbers are of the range that is reserved for fiction, so they can reach nobody.

use mayday_protocol::{Camera, ContactId, Country, HomeFacts, HomeId, Monitoring, Plan, Redacted, Region};
use mayday_wire::{ContactView, HomeView, Mode};

use crate::random;

const CONTACTS: [(&str, &str); 3] =
    [("Ana Ruiz", "(512) 555-0101"), ("Jon Ruiz", "(512) 555-0102"), ("Mika Kern", "(512) 555-0103")];

/// A new demo home.
pub(super) fn home() -> HomeView {
    HomeView {
        id: HomeId::from_random(random::bytes()),
        mode: Mode::Demo,
        street: Redacted::new("12 Maple Street".to_owned()),
        city: Redacted::new("Austin, TX".to_owned()),
        facts: HomeFacts {
            plan: Plan::Pro,
            region: Region { country: Country::UnitedStates, subdivision: "TX".to_owned() },
            has_alarm: false,
            security_kit: false,
            monitoring: Monitoring::NotEnrolled,
            sos_for_cameras: true,
            cameras: vec![Camera { compatible: true }],
            cameras_linked: false,
            ask_password: true,
        },
        contacts: CONTACTS.map(|(name, phone)| contact(name, phone)).into(),
        demo_password: None,
    }
}

fn contact(name: &str, phone: &str) -> ContactView {
    ContactView {
        id: ContactId::from_random(random::bytes()),
        name: Redacted::new(name.to_owned()),
        phone: Redacted::new(phone.to_owned()),
    }
}
