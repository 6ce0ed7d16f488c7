//! A home as somebody would set it up, for tests that change one answer.

use mayday_protocol::{Camera, Country, Monitoring, Plan, Premises, Redacted, Region};
use mayday_wire::{AddressSetup, ContactSetup, HomeSetup};

/// The verbal password of [`house`], and the keys that spell it.
pub const PASSWORD: (&str, &str) = ("maples", "627537");

/// A house in Austin with a base station, its keypad and one linked camera, professionally monitored.
pub fn house() -> HomeSetup {
    HomeSetup {
        address: address(Country::UnitedStates, "TX", "34 Cedar Lane", "Austin", "78704"),
        has_alarm: true,
        security_kit: true,
        cameras: vec![Camera { compatible: true }],
        cameras_linked: true,
        contacts: vec![contact("Rosa Diaz", "(512) 555-0131"), contact("Sam Diaz", "(512) 555-0132")],
        password: Some(text(PASSWORD.0)),
        plan: Plan::Pro,
        monitoring: Monitoring::Professional,
        sos_for_cameras: false,
        ask_password: true,
        premises: Premises::Residential,
        contacts_agree: true,
        permit: Redacted::default(),
    }
}

/// An address.
pub fn address(country: Country, subdivision: &str, street: &str, city: &str, postal_code: &str) -> AddressSetup {
    AddressSetup {
        street: text(street),
        city: text(city),
        region: Region { country, subdivision: subdivision.to_owned() },
        postal_code: text(postal_code),
    }
}

/// A contact who is new on the list.
pub fn contact(name: &str, phone: &str) -> ContactSetup {
    ContactSetup { id: None, name: text(name), phone: text(phone) }
}

fn text(text: &str) -> Redacted<String> {
    Redacted::new(text.to_owned())
}
