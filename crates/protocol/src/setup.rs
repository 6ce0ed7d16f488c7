//! Which answers of a set-up go together, and whether an address can exist.
//!
//! An address outside the region is no conflict: it can be set up, and SOS says why it is refused there.

use crate::eligibility::{CANADA_WITHOUT_QUEBEC, US_STATES_AND_DC, US_TERRITORIES};
use crate::facts::{Country, HomeFacts, Monitoring, Plan, Region};

/// Two answers that cannot both be true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Conflict {
    /// B5: the alarm security kit belongs to a base station.
    KitWithoutAlarm,
    /// B6: linked cameras sound with a siren, and there is none.
    LinkedWithoutAlarm,
    /// B6: there is no compatible camera to link.
    LinkedWithoutCamera,
    /// B2: only an alarm is monitored.
    MonitoringWithoutAlarm,
    /// B2: professional monitoring needs the Pro plan.
    MonitoringWithoutPro,
    /// B3: there is no compatible camera to enroll.
    CamerasEnrolledWithoutCamera,
    /// B3: SOS for cameras needs the Pro plan.
    CamerasEnrolledWithoutPro,
}

impl Conflict {
    /// What does not go together, and the step that mends it.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::KitWithoutAlarm => {
                "The security kit belongs to a base station. Add the base station, or leave the kit out."
            }
            Self::LinkedWithoutAlarm => {
                "Cameras sound with a base station's siren. Add the base station, or leave them unlinked."
            }
            Self::LinkedWithoutCamera => {
                "There is no camera that can sound. Add one that works with SOS, or leave them unlinked."
            }
            Self::MonitoringWithoutAlarm => "Only a base station is monitored. Add one, or choose not enrolled.",
            Self::MonitoringWithoutPro => {
                "Professional monitoring needs the Pro plan. Change the plan, or choose not enrolled."
            }
            Self::CamerasEnrolledWithoutCamera => {
                "There is no camera that works with SOS. Add one, or leave SOS for cameras off."
            }
            Self::CamerasEnrolledWithoutPro => "SOS for cameras needs the Pro plan. Change the plan, or leave it off.",
        }
    }
}

/// Every conflict among these facts.
pub fn conflicts(home: &HomeFacts) -> Vec<Conflict> {
    let compatible = home.cameras.iter().any(|camera| camera.compatible);
    let pro = home.plan == Plan::Pro;
    let monitored = home.monitoring != Monitoring::NotEnrolled;
    let professional = home.monitoring == Monitoring::Professional;
    [
        (home.security_kit && !home.has_alarm, Conflict::KitWithoutAlarm),
        (home.cameras_linked && !home.has_alarm, Conflict::LinkedWithoutAlarm),
        (home.cameras_linked && !compatible, Conflict::LinkedWithoutCamera),
        (monitored && !home.has_alarm, Conflict::MonitoringWithoutAlarm),
        (professional && !pro, Conflict::MonitoringWithoutPro),
        (home.sos_for_cameras && !compatible, Conflict::CamerasEnrolledWithoutCamera),
        (home.sos_for_cameras && !pro, Conflict::CamerasEnrolledWithoutPro),
    ]
    .into_iter()
    .filter_map(|(holds, conflict)| holds.then_some(conflict))
    .collect()
}

/// Whether the state or province belongs to the country. Elsewhere any is taken as it is.
pub fn knows_subdivision(region: &Region) -> bool {
    let code = region.subdivision.as_str();
    match region.country {
        Country::UnitedStates => US_STATES_AND_DC.contains(&code) || US_TERRITORIES.contains(&code),
        Country::Canada => CANADA_WITHOUT_QUEBEC.contains(&code) || code == "QC",
        Country::Other => true,
    }
}

/// What a postal code says about a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostalCode {
    /// It can be there.
    Fits,
    /// It is no postal code of that country.
    Malformed,
    /// It belongs to another state or province.
    Elsewhere,
}

/// Compares a postal code with its state or province, as far as its first characters tell.
pub fn postal_code(region: &Region, code: &str) -> PostalCode {
    let code: String =
        code.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>().to_ascii_uppercase();
    match region.country {
        Country::UnitedStates => zip_code(&region.subdivision, &code),
        Country::Canada => canadian(&region.subdivision, &code),
        Country::Other => PostalCode::Fits,
    }
}

fn zip_code(state: &str, code: &str) -> PostalCode {
    if !matches!(code.len(), 5 | 9) || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return PostalCode::Malformed;
    }
    let exception = ZIP_EXCEPTIONS.iter().any(|(prefix, at)| *at == state && code.starts_with(prefix));
    let usual = ZIP_ZONES.iter().any(|(zone, states)| code.starts_with(*zone) && states.contains(&state));
    if exception || usual { PostalCode::Fits } else { PostalCode::Elsewhere }
}

fn canadian(province: &str, code: &str) -> PostalCode {
    let shape = |(at, c): (usize, char)| if at % 2 == 0 { c.is_ascii_uppercase() } else { c.is_ascii_digit() };
    if code.len() != 6 || !code.chars().enumerate().all(shape) {
        return PostalCode::Malformed;
    }
    let fits = CANADIAN_DISTRICTS.iter().any(|(letters, at)| *at == province && code.starts_with(*letters));
    if fits { PostalCode::Fits } else { PostalCode::Elsewhere }
}

/// The first digit of a ZIP code and the states that it serves.
const ZIP_ZONES: [(char, &[&str]); 10] = [
    ('0', &["CT", "MA", "ME", "NH", "NJ", "RI", "VT", "PR", "VI"]),
    ('1', &["DE", "NY", "PA"]),
    ('2', &["DC", "MD", "NC", "SC", "VA", "WV"]),
    ('3', &["AL", "FL", "GA", "MS", "TN"]),
    ('4', &["IN", "KY", "MI", "OH"]),
    ('5', &["IA", "MN", "MT", "ND", "SD", "WI"]),
    ('6', &["IL", "KS", "MO", "NE"]),
    ('7', &["AR", "LA", "OK", "TX"]),
    ('8', &["AZ", "CO", "ID", "NM", "NV", "UT", "WY"]),
    ('9', &["AK", "CA", "HI", "OR", "WA", "AS", "GU", "MP", "UM"]),
];
/// Prefixes outside their state's zone: Holtsville and Fishers Island, El Paso, federal Washington.
const ZIP_EXCEPTIONS: [(&str, &str); 4] = [("005", "NY"), ("063", "NY"), ("885", "TX"), ("569", "DC")];
/// The first letters of Canadian postal codes and their province or territory.
const CANADIAN_DISTRICTS: [(&[char], &str); 13] = [
    (&['A'], "NL"),
    (&['B'], "NS"),
    (&['C'], "PE"),
    (&['E'], "NB"),
    (&['G', 'H', 'J', 'K'], "QC"),
    (&['K', 'L', 'M', 'N', 'P'], "ON"),
    (&['R'], "MB"),
    (&['S'], "SK"),
    (&['T'], "AB"),
    (&['V'], "BC"),
    (&['X'], "NT"),
    (&['X'], "NU"),
    (&['Y'], "YT"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Camera, Premises};

    /// proves: B2, B3, B5, B6
    #[test]
    fn answers_that_cannot_both_be_true_are_all_named() {
        let home = HomeFacts {
            plan: Plan::Basic,
            security_kit: true,
            cameras_linked: true,
            sos_for_cameras: true,
            monitoring: Monitoring::Professional,
            ..bare()
        };
        assert_eq!(
            conflicts(&home),
            [
                Conflict::KitWithoutAlarm,
                Conflict::LinkedWithoutAlarm,
                Conflict::LinkedWithoutCamera,
                Conflict::MonitoringWithoutAlarm,
                Conflict::MonitoringWithoutPro,
                Conflict::CamerasEnrolledWithoutCamera,
                Conflict::CamerasEnrolledWithoutPro,
            ]
        );
        assert_eq!(conflicts(&bare()), []);
    }

    /// proves: B4
    #[test]
    fn a_self_monitored_alarm_needs_no_plan_and_keeps_its_camera_enrolment() {
        let home = HomeFacts { has_alarm: true, monitoring: Monitoring::SelfMonitored, ..bare() };
        assert_eq!(conflicts(&HomeFacts { plan: Plan::Basic, ..home.clone() }), []);
        let cameras = vec![Camera { compatible: true }];
        assert_eq!(conflicts(&HomeFacts { cameras, sos_for_cameras: true, ..home }), []);
    }

    /// proves: B7
    #[test]
    fn every_state_territory_and_province_is_known_and_no_other() {
        for (country, code, known) in [
            (Country::UnitedStates, "DC", true),
            (Country::UnitedStates, "PR", true),
            (Country::UnitedStates, "ON", false),
            (Country::Canada, "QC", true),
            (Country::Canada, "TX", false),
            (Country::Other, "anything", true),
        ] {
            assert_eq!(knows_subdivision(&region(country, code)), known, "{country:?} {code}");
        }
    }

    /// proves: B7
    #[test]
    fn a_postal_code_is_compared_with_its_state_or_province() {
        use PostalCode::{Elsewhere, Fits, Malformed};
        for (country, at, code, says) in [
            (Country::UnitedStates, "TX", "78704", Fits),
            (Country::UnitedStates, "TX", "78704-1234", Fits),
            (Country::UnitedStates, "TX", "88510", Fits),
            (Country::UnitedStates, "NY", "06390", Fits),
            (Country::UnitedStates, "TX", "02134", Elsewhere),
            (Country::UnitedStates, "PR", "00901", Fits),
            (Country::UnitedStates, "TX", "7870", Malformed),
            (Country::UnitedStates, "TX", "M5V 2T6", Malformed),
            (Country::Canada, "ON", "m5v 2t6", Fits),
            (Country::Canada, "QC", "H2X1Y4", Fits),
            (Country::Canada, "ON", "H2X 1Y4", Elsewhere),
            (Country::Canada, "ON", "78704", Malformed),
            (Country::Other, "", "SW1A 1AA", Fits),
        ] {
            assert_eq!(postal_code(&region(country, at), code), says, "{at} {code}");
        }
    }

    /// proves: B7
    #[test]
    fn every_state_and_province_has_postal_codes() {
        for state in US_STATES_AND_DC.iter().chain(&US_TERRITORIES) {
            assert!(ZIP_ZONES.iter().any(|(_, states)| states.contains(state)), "{state}");
        }
        for province in CANADA_WITHOUT_QUEBEC.iter().chain(&["QC"]) {
            assert!(CANADIAN_DISTRICTS.iter().any(|(_, at)| at == province), "{province}");
        }
    }

    fn region(country: Country, subdivision: &str) -> Region {
        Region { country, subdivision: subdivision.to_owned() }
    }

    fn bare() -> HomeFacts {
        HomeFacts {
            plan: Plan::Pro,
            region: region(Country::UnitedStates, "TX"),
            has_alarm: false,
            security_kit: false,
            monitoring: Monitoring::NotEnrolled,
            sos_for_cameras: false,
            cameras: vec![],
            cameras_linked: false,
            ask_password: true,
            premises: Premises::Residential,
        }
    }

    /// proves: B12
    #[test]
    fn every_conflict_says_what_does_not_go_together_and_what_to_do() {
        use Conflict::*;
        for conflict in [
            KitWithoutAlarm,
            LinkedWithoutAlarm,
            LinkedWithoutCamera,
            MonitoringWithoutAlarm,
            MonitoringWithoutPro,
            CamerasEnrolledWithoutCamera,
            CamerasEnrolledWithoutPro,
        ] {
            let sentence = conflict.sentence();
            assert!(sentence.ends_with('.') && sentence.contains("or "), "{conflict:?}: {sentence}");
        }
    }

    /// proves: B7
    #[test]
    fn a_canadian_code_has_six_signs_letter_and_digit_in_turn() {
        let ontario = Region { country: Country::Canada, subdivision: "ON".to_owned() };
        for (code, found) in [
            ("M5V 3L9", PostalCode::Fits),
            ("M5V3L", PostalCode::Malformed),
            ("M5V3L99", PostalCode::Malformed),
            ("MMV3L9", PostalCode::Malformed),
            ("M5V339", PostalCode::Malformed),
        ] {
            assert_eq!(postal_code(&ontario, code), found, "{code}");
        }
    }
}
