//! The demo home: a doorbell, no base station, three people whose phones are cards on the board.
//!
//! Its numbers are of the range that is reserved for fiction, so they can reach nobody.

use mayday_protocol::{Camera, Country, HomeFacts, Monitoring, Plan, Premises, Redacted, Region};

use crate::setup::{Checked, CheckedContact};

const CONTACTS: [(&str, &str); 3] =
    [("Ana Ruiz", "(512) 555-0101"), ("Jon Ruiz", "(512) 555-0102"), ("Mika Kern", "(512) 555-0103")];

/// What stands in a new demo home.
pub(super) fn home() -> Checked {
    Checked {
        street: Redacted::new("12 Maple Street".to_owned()),
        city: Redacted::new("Austin".to_owned()),
        postal_code: Redacted::default(),
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
            premises: Premises::Residential,
        },
        permit: Redacted::default(),
        contacts: CONTACTS.map(|(name, phone)| contact(name, phone)).into(),
        password: None,
    }
}

/// What its doorbell is called.
pub(super) fn camera() -> Redacted<String> {
    Redacted::new("Front door".to_owned())
}

fn contact(name: &str, phone: &str) -> CheckedContact {
    CheckedContact { id: None, name: Redacted::new(name.to_owned()), phone: Redacted::new(phone.to_owned()) }
}
