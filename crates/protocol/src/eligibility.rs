//! May this home send an SOS? Facts in, a proof out, or every reason why not (B1-B7, B12).
//!
//! The device asks here before a countdown may begin, and the station asks here again at the hold.
//! Both machines take the proof, so neither can be started without the check.

use crate::facts::{Country, HomeFacts, Monitoring, Plan, Premises};
use crate::plan::Kind;

/// Proof that a home may send an SOS. Only [`check`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Eligible(());

/// One reason why SOS is refused. Each has a sentence and a step that mends it (B12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Reason {
    /// B1: the plan is Basic or Plus.
    PlanWithoutSos,
    /// B7: the address is in a U.S. territory.
    UsTerritory,
    /// B7: the address is in Quebec.
    Quebec,
    /// B7: the address is neither in the United States nor in Canada, or its state or province is unknown.
    OutsideRegion,
    /// A5: there is neither an alarm nor a camera or doorbell.
    NoDevice,
    /// B2: there is an alarm, and it is not enrolled in professional monitoring.
    AlarmNotEnrolled,
    /// B4: the alarm is self-monitored.
    SelfMonitored,
    /// B3: there are cameras only, and they are not enrolled in SOS for cameras.
    CamerasNotEnrolled,
    /// B3: there are cameras only, and none of them is compatible.
    NoCompatibleCamera,
    /// B5: the siren was asked for, and there is no base station.
    NoBaseStation,
    /// X8: the device was removed from the home, and the station acts on nothing of this signal.
    Revoked,
    /// X8: the device was removed after the station had accepted this signal, which goes its way.
    RevokedAfterHold,
    /// The station cannot read what the device sends: asking again brings the same answer.
    NotUnderstood,
    /// The home has used this signal's id for another kind.
    IdReused,
    /// B2, B14: the plan has no professional monitoring.
    PlanWithoutMonitoring,
    /// B8: flood and freeze alarms are answered in the United States only.
    FloodOutsideUnitedStates,
    /// B9: smoke and carbon monoxide are not monitored at a business.
    SmokeAtBusiness,
    /// The station has lost the home with its records, and with it whatever it held of this signal.
    HomeUnknown,
}

impl Reason {
    /// What is in the way, in plain words.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::PlanWithoutSos => "This home's plan does not include SOS.",
            Self::UsTerritory => "SOS works in the 50 states and D.C., not in U.S. territories.",
            Self::Quebec => "SOS works in Canada, but not in Quebec.",
            Self::OutsideRegion => "This home's address is outside the region where SOS works.",
            Self::NoDevice => "This home has no alarm, camera or doorbell yet.",
            Self::AlarmNotEnrolled => "This home's alarm is not enrolled in professional monitoring.",
            Self::SelfMonitored => "This home's alarm is self-monitored, and SOS needs professional monitoring.",
            Self::CamerasNotEnrolled => "This home's cameras are not enrolled in SOS.",
            Self::NoCompatibleCamera => "None of this home's cameras works with SOS.",
            Self::NoBaseStation => "This home has no base station, so there is no siren.",
            Self::Revoked => "This device was removed from the home.",
            Self::RevokedAfterHold => {
                "This device was removed from the home after the station had taken the request. The station acts on it by itself."
            }
            Self::NotUnderstood => "The station could not read this device's request.",
            Self::IdReused => "This request was already used for something else.",
            Self::PlanWithoutMonitoring => "This home's plan does not include professional monitoring.",
            Self::FloodOutsideUnitedStates => "Flood and freeze alarms are answered in the United States only.",
            Self::SmokeAtBusiness => "Smoke and carbon monoxide alarms are not monitored at a business address.",
            Self::HomeUnknown => "The station does not know this home any more.",
        }
    }

    /// The step that mends it.
    pub const fn mend(self) -> &'static str {
        match self {
            Self::PlanWithoutSos | Self::PlanWithoutMonitoring => "Change to the Pro plan.",
            Self::FloodOutsideUnitedStates => "Have somebody near who can look, and keep the app's notifications on.",
            Self::UsTerritory | Self::Quebec => {
                "If you have moved, correct the registered address. In an emergency, call 911."
            }
            Self::OutsideRegion => "Check the registered address. In an emergency, call your local emergency number.",
            Self::NoDevice => "Add a base station, camera or doorbell.",
            Self::AlarmNotEnrolled => "Enroll in professional monitoring.",
            Self::SelfMonitored => "Change from self-monitoring to professional monitoring.",
            Self::CamerasNotEnrolled => "Enroll in SOS for cameras.",
            Self::NoCompatibleCamera => "Add a camera or doorbell that works with SOS.",
            Self::NoBaseStation => "Add a base station.",
            Self::Revoked => "Add this device to the home again. In an emergency, call 911.",
            Self::RevokedAfterHold => {
                "Only answering the station's call, or another device of the home within the five seconds, can cancel it."
            }
            Self::NotUnderstood => "Close Mayday and start it again. In an emergency, call 911.",
            Self::IdReused => "Slide again.",
            Self::SmokeAtBusiness => "In a fire or with gas in the air, leave and call 911. Nobody else is called.",
            Self::HomeUnknown => "Set this home up again. Its answers are kept on this device.",
        }
    }
}

/// Decides from the facts alone. The error holds every reason, not the first one found (B12).
pub fn check(kind: Kind, home: &HomeFacts) -> Result<Eligible, Vec<Reason>> {
    let everywhere = [plan(home), region(home)].into_iter().flatten().chain(enrolment(home));
    let reasons: Vec<Reason> = everywhere.chain(base_station(kind, home)).collect();
    if reasons.is_empty() { Ok(Eligible(())) } else { Err(reasons) }
}

/// An alarm that was raised at a home, and why nobody is called about it, if so. It is never refused (B14).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// The proof that the station has looked.
    pub checked: Eligible,
    /// Empty: the home is monitored, and the kind's response plan is carried out.
    pub reasons: Vec<Reason>,
}

/// Whether an alarm of this kind is answered by the station, from the facts alone (B2, B7, B8, B14).
pub fn check_alarm(kind: Kind, home: &HomeFacts) -> Alarm {
    let plan = (home.plan != Plan::Pro).then_some(Reason::PlanWithoutMonitoring);
    let monitoring = match home.monitoring {
        Monitoring::Professional => None,
        Monitoring::SelfMonitored => Some(Reason::SelfMonitored),
        Monitoring::NotEnrolled => Some(Reason::AlarmNotEnrolled),
    };
    let reasons =
        [plan, region(home), monitoring, flood(kind, home), smoke(kind, home)].into_iter().flatten().collect();
    Alarm { checked: Eligible(()), reasons }
}

fn flood(kind: Kind, home: &HomeFacts) -> Option<Reason> {
    match kind {
        Kind::Flood | Kind::Freeze if home.region.country != Country::UnitedStates => {
            Some(Reason::FloodOutsideUnitedStates)
        }
        Kind::Flood
        | Kind::Freeze
        | Kind::SosPolice
        | Kind::SosFire
        | Kind::SosMedical
        | Kind::SirenOnly
        | Kind::Burglar
        | Kind::Smoke
        | Kind::CarbonMonoxide
        | Kind::Panic
        | Kind::Duress => None,
    }
}

/// Burglary, panic, duress and SOS are answered at a business; smoke and carbon monoxide are not (B9).
fn smoke(kind: Kind, home: &HomeFacts) -> Option<Reason> {
    match kind {
        Kind::Smoke | Kind::CarbonMonoxide => (home.premises == Premises::Business).then_some(Reason::SmokeAtBusiness),
        Kind::Flood
        | Kind::Freeze
        | Kind::SosPolice
        | Kind::SosFire
        | Kind::SosMedical
        | Kind::SirenOnly
        | Kind::Burglar
        | Kind::Panic
        | Kind::Duress => None,
    }
}

/// The siren alone needs something that sounds (A3, B5); help comes without it (D4).
fn base_station(kind: Kind, home: &HomeFacts) -> Option<Reason> {
    match kind {
        Kind::SirenOnly if home.siren().is_none() => Some(Reason::NoBaseStation),
        Kind::SirenOnly
        | Kind::SosPolice
        | Kind::SosFire
        | Kind::SosMedical
        | Kind::Burglar
        | Kind::Smoke
        | Kind::CarbonMonoxide
        | Kind::Panic
        | Kind::Duress
        | Kind::Flood
        | Kind::Freeze => None,
    }
}

fn plan(home: &HomeFacts) -> Option<Reason> {
    match home.plan {
        Plan::Basic | Plan::Plus => Some(Reason::PlanWithoutSos),
        Plan::Pro => None,
    }
}

fn region(home: &HomeFacts) -> Option<Reason> {
    let subdivision = home.region.subdivision.as_str();
    match home.region.country {
        Country::UnitedStates if US_STATES_AND_DC.contains(&subdivision) => None,
        Country::UnitedStates if US_TERRITORIES.contains(&subdivision) => Some(Reason::UsTerritory),
        Country::Canada if subdivision == "QC" => Some(Reason::Quebec),
        Country::Canada if CANADA_WITHOUT_QUEBEC.contains(&subdivision) => None,
        Country::UnitedStates | Country::Canada | Country::Other => Some(Reason::OutsideRegion),
    }
}

fn enrolment(home: &HomeFacts) -> Vec<Reason> {
    if home.has_alarm {
        return match home.monitoring {
            Monitoring::Professional => vec![],
            Monitoring::SelfMonitored => vec![Reason::SelfMonitored],
            Monitoring::NotEnrolled => vec![Reason::AlarmNotEnrolled],
        };
    }
    if home.cameras.is_empty() {
        return vec![Reason::NoDevice];
    }
    let mut reasons = vec![];
    if !home.cameras.iter().any(|camera| camera.compatible) {
        reasons.push(Reason::NoCompatibleCamera);
    }
    if !home.sos_for_cameras {
        reasons.push(Reason::CamerasNotEnrolled);
    }
    reasons
}

/// Postal codes of the 50 states and the District of Columbia (B7; MISSION §3.12).
pub(crate) const US_STATES_AND_DC: [&str; 51] = [
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA",
    "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR",
    "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY",
];
/// Postal codes of the inhabited U.S. territories and the minor outlying islands.
pub(crate) const US_TERRITORIES: [&str; 6] = ["AS", "GU", "MP", "PR", "VI", "UM"];
/// Postal codes of the Canadian provinces and territories without Quebec.
pub(crate) const CANADA_WITHOUT_QUEBEC: [&str; 12] =
    ["AB", "BC", "MB", "NB", "NL", "NT", "NS", "NU", "ON", "PE", "SK", "YT"];

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::facts::{Camera, Region};

    /// proves: B1
    #[test]
    fn only_the_pro_plan_has_sos() {
        for plan in [Plan::Basic, Plan::Plus] {
            refused(HomeFacts { plan, ..monitored() }, &[Reason::PlanWithoutSos]);
        }
        allowed(monitored());
    }

    /// proves: B2, A5
    #[test]
    fn a_home_with_an_alarm_must_be_professionally_monitored() {
        refused(HomeFacts { monitoring: Monitoring::NotEnrolled, ..monitored() }, &[Reason::AlarmNotEnrolled]);
    }

    /// proves: B3, A5
    #[test]
    fn a_home_with_cameras_only_must_be_enrolled_in_sos_for_cameras() {
        allowed(cameras_only());
        refused(HomeFacts { sos_for_cameras: false, ..cameras_only() }, &[Reason::CamerasNotEnrolled]);
    }

    /// proves: B3
    #[test]
    fn professional_monitoring_covers_cameras_that_are_not_enrolled_themselves() {
        allowed(HomeFacts { sos_for_cameras: false, cameras: vec![Camera { compatible: true }], ..monitored() });
    }

    /// proves: B4
    #[test]
    fn a_self_monitored_alarm_has_no_sos_even_with_an_enrolled_camera() {
        let home = HomeFacts { has_alarm: true, monitoring: Monitoring::SelfMonitored, ..cameras_only() };
        refused(home, &[Reason::SelfMonitored]);
    }

    /// proves: B3
    #[test]
    fn cameras_that_are_not_compatible_give_no_sos() {
        refused(
            HomeFacts { cameras: vec![Camera { compatible: false }], ..cameras_only() },
            &[Reason::NoCompatibleCamera],
        );
    }

    /// proves: B7
    #[test]
    fn the_fifty_states_dc_and_canada_without_quebec_are_the_region() {
        for state in US_STATES_AND_DC {
            allowed(HomeFacts { region: region(Country::UnitedStates, state), ..monitored() });
        }
        for province in CANADA_WITHOUT_QUEBEC {
            allowed(HomeFacts { region: region(Country::Canada, province), ..monitored() });
        }
        for territory in US_TERRITORIES {
            refused(
                HomeFacts { region: region(Country::UnitedStates, territory), ..monitored() },
                &[Reason::UsTerritory],
            );
        }
        refused(HomeFacts { region: region(Country::Canada, "QC"), ..monitored() }, &[Reason::Quebec]);
        refused(HomeFacts { region: region(Country::UnitedStates, "ON"), ..monitored() }, &[Reason::OutsideRegion]);
        refused(HomeFacts { region: region(Country::Canada, "TX"), ..monitored() }, &[Reason::OutsideRegion]);
        refused(HomeFacts { region: region(Country::Other, "TX"), ..monitored() }, &[Reason::OutsideRegion]);
    }

    /// proves: B12
    #[test]
    fn every_reason_is_told_at_once() {
        let home = HomeFacts {
            plan: Plan::Basic,
            region: region(Country::Canada, "QC"),
            sos_for_cameras: false,
            cameras: vec![Camera { compatible: false }],
            ..cameras_only()
        };
        refused(
            home,
            &[Reason::PlanWithoutSos, Reason::Quebec, Reason::NoCompatibleCamera, Reason::CamerasNotEnrolled],
        );
        refused(HomeFacts { cameras: vec![], ..cameras_only() }, &[Reason::NoDevice]);
    }

    /// proves: B2, B14
    #[test]
    fn an_alarm_is_answered_only_where_the_home_is_enrolled_and_never_refused() {
        let reasons = |home: HomeFacts| check_alarm(Kind::Burglar, &home).reasons;
        assert_eq!(reasons(monitored()), []);
        assert_eq!(reasons(cameras_only()), [Reason::AlarmNotEnrolled]);
        let basic = HomeFacts { plan: Plan::Basic, monitoring: Monitoring::SelfMonitored, ..monitored() };
        assert_eq!(reasons(basic), [Reason::PlanWithoutMonitoring, Reason::SelfMonitored]);
    }

    /// proves: B7, B8
    #[test]
    fn flood_and_freeze_are_answered_in_the_united_states_only() {
        let ontario = HomeFacts { region: region(Country::Canada, "ON"), ..monitored() };
        for kind in [Kind::Flood, Kind::Freeze] {
            assert_eq!(check_alarm(kind, &ontario).reasons, [Reason::FloodOutsideUnitedStates]);
            assert_eq!(check_alarm(kind, &monitored()).reasons, []);
        }
        assert_eq!(check_alarm(Kind::Smoke, &ontario).reasons, []);
    }

    /// proves: B9
    #[test]
    fn at_a_business_smoke_and_carbon_monoxide_are_not_monitored_and_everything_else_is() {
        let shop = HomeFacts { premises: Premises::Business, ..monitored() };
        for kind in Kind::ALL {
            let expected: &[Reason] = match kind {
                Kind::Smoke | Kind::CarbonMonoxide => &[Reason::SmokeAtBusiness],
                Kind::SosPolice
                | Kind::SosFire
                | Kind::SosMedical
                | Kind::SirenOnly
                | Kind::Burglar
                | Kind::Panic
                | Kind::Duress
                | Kind::Flood
                | Kind::Freeze => &[],
            };
            assert_eq!(check_alarm(kind, &shop).reasons, expected, "{kind:?}");
        }
        allowed(shop);
    }

    /// proves: A3, B5
    #[test]
    fn the_siren_alone_needs_a_base_station_and_help_does_not() {
        assert!(check(Kind::SirenOnly, &monitored()).is_ok());
        assert_eq!(check(Kind::SirenOnly, &cameras_only()), Err(vec![Reason::NoBaseStation]));
        allowed(cameras_only());
    }

    /// proves: B5, B6, D4
    #[test]
    fn what_sounds_follows_from_kit_and_linked_cameras() {
        let sounds = |home: HomeFacts| home.siren().map(|places| (places.keypad, places.cameras));
        let linked = HomeFacts { cameras_linked: true, cameras: vec![Camera { compatible: true }], ..monitored() };
        assert_eq!(sounds(cameras_only()), None);
        assert_eq!(sounds(HomeFacts { security_kit: false, ..monitored() }), Some((false, false)));
        assert_eq!(sounds(monitored()), Some((true, false)));
        assert_eq!(sounds(linked.clone()), Some((true, true)));
        assert_eq!(sounds(HomeFacts { cameras: vec![Camera { compatible: false }], ..linked }), Some((true, false)));
    }

    /// proves: E6
    #[test]
    fn a_home_with_an_alarm_is_always_asked_for_the_password() {
        assert!(HomeFacts { ask_password: false, ..monitored() }.asks_password());
        assert!(!HomeFacts { ask_password: false, ..cameras_only() }.asks_password());
        assert!(cameras_only().asks_password());
    }

    /// The proof for a monitored home, for the machines' tests.
    pub(crate) fn eligible() -> Eligible {
        check(Kind::SosPolice, &monitored()).expect("a monitored home may send an SOS")
    }

    fn allowed(home: HomeFacts) {
        let checked = check(Kind::SosPolice, &home);
        assert!(checked.is_ok(), "{home:?}: {checked:?}");
    }

    #[expect(clippy::needless_pass_by_value, reason = "a test reads better without borrows")]
    fn refused(home: HomeFacts, reasons: &[Reason]) {
        assert_eq!(check(Kind::SosPolice, &home), Err(reasons.to_vec()), "{home:?}");
    }

    fn region(country: Country, subdivision: &str) -> Region {
        Region { country, subdivision: subdivision.to_owned() }
    }

    pub(crate) fn monitored() -> HomeFacts {
        HomeFacts {
            plan: Plan::Pro,
            region: region(Country::UnitedStates, "TX"),
            has_alarm: true,
            security_kit: true,
            monitoring: Monitoring::Professional,
            sos_for_cameras: false,
            cameras: vec![],
            cameras_linked: false,
            ask_password: true,
            premises: Premises::Residential,
        }
    }

    fn cameras_only() -> HomeFacts {
        HomeFacts {
            has_alarm: false,
            security_kit: false,
            monitoring: Monitoring::NotEnrolled,
            sos_for_cameras: true,
            cameras: vec![Camera { compatible: true }],
            ..monitored()
        }
    }
}
