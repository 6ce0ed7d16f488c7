//! Set-up, looked at before anything is kept: what is wrong with it, and what it would lead to.
//!
//! Only [`check`] makes a [`Checked`] home, and nothing else can be stored.

use mayday_protocol::secret::{self, SecretPair, Weakness};
use mayday_protocol::setup::{self, Conflict, PostalCode};
use mayday_protocol::{ContactId, Country, HomeFacts, Redacted};
use mayday_wire::{ContactSetup, FieldProblem, HomeSetup, NotLive, NotLiveView, SetSecretsRequest, SetUpField};
use phonenumber::country::Id;
use phonenumber::metadata::{DATABASE, Database};
use phonenumber::{Mode, PhoneNumber, Type};

use crate::config::Config;
use crate::password;

/// Longer texts are no name, street or city.
const TEXT: usize = 120;
/// Longer names do not fit beside a picture.
const CAMERA_NAME: usize = 60;
/// People on the list: the first and the second are required (P2).
const FEWEST_CONTACTS: usize = 2;
/// A list that a station works down in minutes.
const MOST_CONTACTS: usize = 10;
/// Cameras of one home.
const MOST_CAMERAS: usize = 64;
/// Numbers that nobody may put on a list of contacts (M8).
const EMERGENCY: [&str; 6] = ["911", "112", "999", "000", "988", "311"];

/// A contact that can be stored.
#[derive(Clone)]
pub(crate) struct CheckedContact {
    /// Which contact, where it is on the list already.
    pub(crate) id: Option<ContactId>,
    pub(crate) name: Redacted<String>,
    /// As people write it where the home is.
    pub(crate) phone: Redacted<String>,
}

/// A set-up in which nothing has to be mended.
#[derive(Clone)]
pub(crate) struct Checked {
    pub(crate) street: Redacted<String>,
    pub(crate) city: Redacted<String>,
    pub(crate) postal_code: Redacted<String>,
    pub(crate) facts: HomeFacts,
    pub(crate) permit: Redacted<String>,
    pub(crate) contacts: Vec<CheckedContact>,
    /// The keypad digits of the password; `None` keeps the one that is set.
    pub(crate) password: Option<Redacted<String>>,
}

/// The facts that a set-up claims.
pub(crate) fn facts(setup: &HomeSetup) -> HomeFacts {
    HomeFacts {
        plan: setup.plan,
        region: setup.address.region.clone(),
        has_alarm: setup.has_alarm,
        security_kit: setup.security_kit,
        monitoring: setup.monitoring,
        sos_for_cameras: setup.sos_for_cameras,
        cameras: setup.cameras.clone(),
        cameras_linked: setup.cameras_linked,
        ask_password: setup.ask_password,
        premises: setup.premises,
    }
}

/// What keeps every home of this station from being live (Q1).
pub(crate) fn not_live(config: &Config) -> Vec<NotLiveView> {
    let dispatcher = if config.webhook.is_some() { NotLive::DispatcherNotProved } else { NotLive::NoDispatcher };
    vec![NotLive::NoCarrier.into(), dispatcher.into()]
}

/// Looks at every answer. The error names every problem, each with its question.
pub(crate) fn check(setup: &HomeSetup, is_new: bool, caller_number: &str) -> Result<Checked, Vec<FieldProblem>> {
    // Read with the first question, so that they are there when the first number comes.
    let _loaded: &Database = &DATABASE;
    let mut problems = vec![];
    let address = &setup.address;
    let street = text(
        &address.street,
        SetUpField::Street,
        "Write the street and number that responders come to.",
        &mut problems,
    );
    let city = text(&address.city, SetUpField::City, "Write the city or town.", &mut problems);
    let postal_code =
        text(&address.postal_code, SetUpField::PostalCode, "Write the ZIP or postal code.", &mut problems);
    region(setup, postal_code.reveal(), &mut problems);
    let facts = facts(setup);
    if setup.cameras.len() > MOST_CAMERAS {
        problems.push(problem(SetUpField::Cameras, "A home has at most 64 cameras and doorbells here."));
    }
    problems.extend(setup::conflicts(&facts).into_iter().map(|conflict| problem(field(conflict), conflict.sentence())));
    let contacts = contacts(setup, caller_number, &mut problems);
    if !setup.contacts_agree {
        problems.push(problem(
            SetUpField::ContactsAgree,
            "Ask each of them first: the station rings them in an emergency, day or night.",
        ));
    }
    let permit = permit(&setup.permit, &mut problems);
    let password = password(setup.password.as_ref(), is_new, &mut problems);
    if problems.is_empty() {
        Ok(Checked { street, city, postal_code, facts, permit, contacts, password })
    } else {
        Err(problems)
    }
}

/// A camera's name, without its margins. `None`: it is empty, too long, or cannot be read aloud.
pub(crate) fn camera_name(given: &Redacted<String>) -> Option<Redacted<String>> {
    let name = given.reveal().trim();
    let fits = !name.is_empty() && name.chars().count() <= CAMERA_NAME && !name.chars().any(char::is_control);
    fits.then(|| Redacted::new(name.to_owned()))
}

/// A permit's number as the town writes it; there may be none.
fn permit(given: &Redacted<String>, problems: &mut Vec<FieldProblem>) -> Redacted<String> {
    let number = given.reveal().trim();
    if number.chars().count() > TEXT {
        problems.push(problem(SetUpField::Permit, "Write at most 120 characters."));
    }
    Redacted::new(number.to_owned())
}

fn problem(field: SetUpField, sentence: &str) -> FieldProblem {
    FieldProblem { field, at: None, sentence: sentence.to_owned() }
}

/// A line of text without its margins.
fn text(
    given: &Redacted<String>,
    field: SetUpField,
    missing: &str,
    problems: &mut Vec<FieldProblem>,
) -> Redacted<String> {
    let line = given.reveal().trim();
    if line.is_empty() {
        problems.push(problem(field, missing));
    } else if line.chars().count() > TEXT || line.chars().any(char::is_control) {
        problems.push(problem(field, "This is too long, or holds signs that cannot be read aloud."));
    }
    Redacted::new(line.to_owned())
}

fn region(setup: &HomeSetup, code: &str, problems: &mut Vec<FieldProblem>) {
    let region = &setup.address.region;
    if region.subdivision.len() > TEXT || !setup::knows_subdivision(region) {
        problems.push(problem(SetUpField::Subdivision, "Choose the state or province."));
        return;
    }
    let sentence = match setup::postal_code(region, code) {
        _ if code.is_empty() => return,
        PostalCode::Fits => return,
        PostalCode::Malformed => match region.country {
            Country::Canada => "A postal code looks like M5V 2T6.",
            Country::UnitedStates | Country::Other => "A ZIP code has five digits.",
        },
        PostalCode::Elsewhere => "This code belongs to another state or province. Check both.",
    };
    problems.push(problem(SetUpField::PostalCode, sentence));
}

const fn field(conflict: Conflict) -> SetUpField {
    match conflict {
        Conflict::KitWithoutAlarm => SetUpField::SecurityKit,
        Conflict::LinkedWithoutAlarm | Conflict::LinkedWithoutCamera => SetUpField::CamerasLinked,
        Conflict::MonitoringWithoutAlarm | Conflict::MonitoringWithoutPro => SetUpField::Monitoring,
        Conflict::CamerasEnrolledWithoutCamera | Conflict::CamerasEnrolledWithoutPro => SetUpField::SosForCameras,
    }
}

fn contacts(setup: &HomeSetup, caller_number: &str, problems: &mut Vec<FieldProblem>) -> Vec<CheckedContact> {
    if setup.contacts.len() < FEWEST_CONTACTS {
        problems.push(problem(
            SetUpField::Contacts,
            "Name at least two people: the second is called when the first cannot be reached.",
        ));
    }
    if setup.contacts.len() > MOST_CONTACTS {
        problems.push(problem(SetUpField::Contacts, "The list holds at most ten people."));
    }
    let home = country(setup.address.region.country);
    let mut taken: Vec<PhoneNumber> = vec![];
    let mut checked = vec![];
    for (at, contact) in setup.contacts.iter().enumerate().take(MOST_CONTACTS) {
        let mut wrong = vec![];
        let name = text(&contact.name, SetUpField::ContactName, "Write this person's name.", &mut wrong);
        let phone = phone(contact, home, caller_number, &mut taken).unwrap_or_else(|sentence| {
            wrong.push(problem(SetUpField::ContactPhone, sentence));
            Redacted::default()
        });
        problems.extend(wrong.into_iter().map(|problem| FieldProblem { at: Some(at), ..problem }));
        checked.push(CheckedContact { id: contact.id, name, phone });
    }
    checked
}

/// A number that the station may call (M8), written as it is where the home is.
fn phone(
    contact: &ContactSetup,
    home: Option<Id>,
    caller_number: &str,
    taken: &mut Vec<PhoneNumber>,
) -> Result<Redacted<String>, &'static str> {
    let given = contact.phone.reveal().trim();
    let digits: String = given.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return Err("Write this person's phone number.");
    }
    if EMERGENCY.contains(&digits.as_str()) {
        return Err("Emergency numbers cannot be contacts. Write a person's own number.");
    }
    let unreadable = match home {
        Some(_) => "This is no phone number. Write it with its area code.",
        None => "Write the number with + and its country code.",
    };
    let number = phonenumber::parse(home, given).map_err(|_| unreadable)?;
    if !number.is_valid() {
        return Err(unreadable);
    }
    if number.number_type(&DATABASE) == Type::PremiumRate {
        return Err("Numbers that cost extra cannot be contacts.");
    }
    if phonenumber::parse(Some(Id::US), caller_number).is_ok_and(|own| own.national() == number.national()) {
        return Err("This is the station's own number. Write a person's own number.");
    }
    if taken.iter().any(|other| other.code().value() == number.code().value() && other.national() == number.national())
    {
        return Err("This number is on the list already.");
    }
    let mode = if number.country().id() == home || home.is_some_and(is_north_american) && number.code().value() == 1 {
        Mode::National
    } else {
        Mode::International
    };
    let written = number.format().mode(mode).to_string();
    taken.push(number);
    Ok(Redacted::new(written))
}

const fn country(country: Country) -> Option<Id> {
    match country {
        Country::UnitedStates => Some(Id::US),
        Country::Canada => Some(Id::CA),
        Country::Other => None,
    }
}

fn is_north_american(id: Id) -> bool {
    matches!(id, Id::US | Id::CA)
}

fn password(
    given: Option<&Redacted<String>>,
    is_new: bool,
    problems: &mut Vec<FieldProblem>,
) -> Option<Redacted<String>> {
    let Some(given) = given else {
        if is_new {
            problems.push(problem(SetUpField::Password, "Choose a verbal password: it is how a contact cancels."));
        }
        return None;
    };
    let keys = password::keypad(given.reveal());
    problems.extend(secret::weakness(keys.reveal()).map(|weakness| problem(SetUpField::Password, weakness.sentence())));
    Some(keys)
}

/// Why a home that is changed is not sent with a password.
pub(crate) fn password_elsewhere() -> FieldProblem {
    problem(SetUpField::Password, "The verbal password is changed under Passwords and codes.")
}

/// The keypad digits of a pair of secrets.
pub(crate) struct CheckedSecrets {
    pub(crate) plain: Redacted<String>,
    pub(crate) duress: Option<Redacted<String>>,
}

/// Looks at a pair of secrets. The error names every problem, each with its question.
pub(crate) fn check_secrets(request: &SetSecretsRequest) -> Result<CheckedSecrets, Vec<FieldProblem>> {
    let (plain_field, duress_field) = match request.pair {
        SecretPair::Passwords => (SetUpField::Password, SetUpField::DuressPassword),
        SecretPair::Codes => (SetUpField::Code, SetUpField::DuressCode),
    };
    let mut problems = vec![];
    let mut look = |typed: &Redacted<String>, field| {
        let keys = password::keypad(typed.reveal());
        let letters = request.pair == SecretPair::Codes && !typed.reveal().chars().all(|c| c.is_ascii_digit());
        let weakness = if letters { Some(Weakness::NotDigits) } else { secret::weakness(keys.reveal()) };
        problems.extend(weakness.map(|weakness| problem(field, weakness.sentence())));
        keys
    };
    let plain = look(&request.plain, plain_field);
    let duress = request.duress.as_ref().map(|typed| look(typed, duress_field));
    let too_alike =
        |duress: &Redacted<String>| !duress.reveal().is_empty() && !secret::are_apart(plain.reveal(), duress.reveal());
    if duress.as_ref().is_some_and(too_alike) {
        problems.push(problem(duress_field, Weakness::TooAlike.sentence()));
    }
    if problems.is_empty() { Ok(CheckedSecrets { plain, duress }) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mayday_protocol::{Monitoring, Plan, Region};
    use mayday_wire::AddressSetup;

    const CALLER: &str = crate::config::RESERVED_NUMBER;

    /// proves: P2, M8
    #[test]
    fn a_complete_set_up_is_taken_with_its_numbers_as_people_write_them() {
        let checked = check(&setup(), true, CALLER).unwrap_or_else(|problems| panic!("{problems:?}"));
        let phones: Vec<_> = checked.contacts.iter().map(|contact| contact.phone.reveal().as_str()).collect();
        assert_eq!(phones, ["(512) 555-0101", "(512) 555-0102"]);
        assert_eq!(checked.password.map(|keys| keys.reveal().clone()).as_deref(), Some("627538"));
        assert_eq!(checked.street.reveal(), "12 Maple Street");
    }

    /// proves: A4, B7, B12, N7, P2
    #[test]
    fn every_empty_answer_is_named_at_once() {
        let mut empty = setup();
        empty.address = address("", "", "", "");
        empty.contacts = vec![contact("", ""), contact("Jon", "")];
        empty.password = None;
        empty.contacts_agree = false;
        assert_eq!(
            fields(&empty),
            [
                (SetUpField::Street, None),
                (SetUpField::City, None),
                (SetUpField::PostalCode, None),
                (SetUpField::Subdivision, None),
                (SetUpField::ContactName, Some(0)),
                (SetUpField::ContactPhone, Some(0)),
                (SetUpField::ContactPhone, Some(1)),
                (SetUpField::ContactsAgree, None),
                (SetUpField::Password, None),
            ]
        );
    }

    /// proves: M8
    #[test]
    fn emergency_premium_double_and_the_stations_own_numbers_are_refused_as_contacts() {
        for number in ["911", "(900) 555-0100", "(202) 555-0110", "555", "not a number", "(512) 555-0102"] {
            let mut wrong = setup();
            wrong.contacts[0] = contact("Jon Ruiz", "+1 512 555 0102");
            wrong.contacts[1] = contact("Ana Ruiz", number);
            assert_eq!(fields(&wrong), [(SetUpField::ContactPhone, Some(1))], "{number}");
        }
    }

    /// proves: P2
    #[test]
    fn a_list_holds_two_to_ten_people() {
        for (count, fits) in [(0, false), (1, false), (2, true), (10, true), (11, false)] {
            let mut list = setup();
            list.contacts = (0..count).map(|n| contact("Somebody", &format!("(512) 555-01{n:02}"))).collect();
            assert_eq!(fields(&list).is_empty(), fits, "{count}");
        }
    }

    /// proves: N7
    #[test]
    fn a_password_has_at_least_six_keys_and_may_stay_as_it_is_when_a_home_changes() {
        for (password, fits) in [("maple", false), ("maples", true), ("ma ple", false), ("María 7", true)] {
            let given = HomeSetup { password: Some(Redacted::new(password.to_owned())), ..setup() };
            assert_eq!(fields(&given).is_empty(), fits, "{password}");
        }
        assert!(check(&HomeSetup { password: None, ..setup() }, false, CALLER).is_ok());
    }

    /// proves: B2, B5
    #[test]
    fn answers_that_do_not_go_together_are_told_beside_their_question() {
        let wrong = HomeSetup { security_kit: true, monitoring: Monitoring::Professional, ..setup() };
        assert_eq!(fields(&wrong), [(SetUpField::SecurityKit, None), (SetUpField::Monitoring, None)]);
    }

    /// proves: B7
    #[test]
    fn a_home_outside_the_region_can_be_set_up_and_a_wrong_postal_code_cannot() {
        assert_eq!(fields(&HomeSetup { address: address("PR", "1 Calle Sol", "San Juan", "00901"), ..setup() }), []);
        let wrong = HomeSetup { address: address("TX", "1 Elm Street", "Austin", "02134"), ..setup() };
        assert_eq!(fields(&wrong), [(SetUpField::PostalCode, None)]);
    }

    fn fields(setup: &HomeSetup) -> Vec<(SetUpField, Option<usize>)> {
        let problems = check(setup, true, CALLER).err().unwrap_or_default();
        problems.into_iter().map(|problem| (problem.field, problem.at)).collect()
    }

    fn address(state: &str, street: &str, city: &str, postal_code: &str) -> AddressSetup {
        AddressSetup {
            street: Redacted::new(street.to_owned()),
            city: Redacted::new(city.to_owned()),
            region: Region { country: Country::UnitedStates, subdivision: state.to_owned() },
            postal_code: Redacted::new(postal_code.to_owned()),
        }
    }

    fn contact(name: &str, phone: &str) -> ContactSetup {
        ContactSetup { id: None, name: Redacted::new(name.to_owned()), phone: Redacted::new(phone.to_owned()) }
    }

    fn setup() -> HomeSetup {
        HomeSetup {
            address: address("TX", " 12 Maple Street ", "Austin", "78704"),
            has_alarm: false,
            security_kit: false,
            cameras: vec![],
            cameras_linked: false,
            contacts: vec![contact("Ana Ruiz", "5125550101"), contact("Jon Ruiz", "+1 512 555 0102")],
            password: Some(Redacted::new("maple8".to_owned())),
            plan: Plan::Pro,
            monitoring: Monitoring::NotEnrolled,
            sos_for_cameras: false,
            ask_password: true,
            premises: mayday_protocol::Premises::Residential,
            contacts_agree: true,
            permit: Redacted::default(),
        }
    }
}
