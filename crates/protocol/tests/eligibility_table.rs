//! Every place, plan, enrolment and set of devices that a home can have, against a table that says when each reason
//! applies. The table is written after the requirements and shares nothing with the check.

use mayday_protocol::eligibility::{Reason, check, check_alarm};
use mayday_protocol::{Camera, Country, HomeFacts, Kind, Monitoring, Plan, Premises, Region};

/// When a reason applies, read off the requirements.
type When = fn(&HomeFacts) -> bool;

/// B1 to B7: why an SOS is refused.
const SOS: [(Reason, When); 9] = [
    (Reason::PlanWithoutSos, |home| home.plan != Plan::Pro),
    (Reason::UsTerritory, |home| at(home, "PR")),
    (Reason::Quebec, |home| at(home, "QC")),
    (Reason::OutsideRegion, |home| home.region.country == Country::Other),
    (Reason::NoDevice, |home| !home.has_alarm && home.cameras.is_empty()),
    (Reason::AlarmNotEnrolled, |home| home.has_alarm && home.monitoring == Monitoring::NotEnrolled),
    (Reason::SelfMonitored, |home| home.has_alarm && home.monitoring == Monitoring::SelfMonitored),
    (Reason::CamerasNotEnrolled, |home| cameras_only(home) && !home.sos_for_cameras),
    (Reason::NoCompatibleCamera, |home| cameras_only(home) && !home.cameras.iter().any(|camera| camera.compatible)),
];

/// B2, B7 to B9, B14: why nobody is called about an alarm.
const ALARM: [(Reason, When); 6] = [
    (Reason::PlanWithoutMonitoring, |home| home.plan != Plan::Pro),
    (Reason::UsTerritory, |home| at(home, "PR")),
    (Reason::Quebec, |home| at(home, "QC")),
    (Reason::OutsideRegion, |home| home.region.country == Country::Other),
    (Reason::AlarmNotEnrolled, |home| home.monitoring == Monitoring::NotEnrolled),
    (Reason::SelfMonitored, |home| home.monitoring == Monitoring::SelfMonitored),
];

/// proves: A5, B1, B2, B3, B4, B7, B12, B14
#[test]
fn every_home_is_told_exactly_the_reasons_that_apply_to_it() {
    let (mut homes, mut allowed) = (0, 0);
    for home in every_home() {
        let expected = applying(&SOS, &home);
        for kind in [Kind::SosPolice, Kind::SosFire, Kind::SosMedical] {
            assert_eq!(sorted(check(kind, &home).err().unwrap_or_default()), expected, "{kind:?} {home:?}");
        }
        let mut siren = expected.clone();
        if !home.has_alarm {
            siren.push(Reason::NoBaseStation);
        }
        assert_eq!(sorted(check(Kind::SirenOnly, &home).err().unwrap_or_default()), sorted(siren), "{home:?}");
        homes += 1;
        allowed += usize::from(expected.is_empty());
    }
    println!("{homes} homes, {allowed} of them may send an SOS");
    assert!(homes > 1_000 && allowed > 50);
}

/// proves: B2, B8, B9, B14
#[test]
fn every_alarm_of_every_home_is_answered_or_says_exactly_why_not() {
    for home in every_home().into_iter().filter(|home| home.has_alarm) {
        for kind in
            [Kind::Burglar, Kind::Smoke, Kind::CarbonMonoxide, Kind::Panic, Kind::Duress, Kind::Flood, Kind::Freeze]
        {
            let mut expected = applying(&ALARM, &home);
            if matches!(kind, Kind::Flood | Kind::Freeze) && home.region.country != Country::UnitedStates {
                expected.push(Reason::FloodOutsideUnitedStates);
            }
            if matches!(kind, Kind::Smoke | Kind::CarbonMonoxide) && home.premises == Premises::Business {
                expected.push(Reason::SmokeAtBusiness);
            }
            assert_eq!(sorted(check_alarm(kind, &home).reasons), sorted(expected), "{kind:?} {home:?}");
        }
    }
}

/// proves: B12
#[test]
fn every_reason_has_a_sentence_and_the_step_that_mends_it() {
    for (reason, _) in SOS.iter().chain(&ALARM) {
        assert!(reason.sentence().ends_with('.') && reason.mend().ends_with('.'), "{reason:?}");
    }
}

fn every_home() -> Vec<HomeFacts> {
    let places = [
        (Country::UnitedStates, "TX"),
        (Country::UnitedStates, "DC"),
        (Country::UnitedStates, "PR"),
        (Country::Canada, "ON"),
        (Country::Canada, "QC"),
        (Country::Other, ""),
    ];
    let cameras = [vec![], vec![Camera { compatible: true }], vec![Camera { compatible: false }]];
    let mut homes = vec![];
    for (country, subdivision) in places {
        for plan in [Plan::Basic, Plan::Plus, Plan::Pro] {
            for monitoring in [Monitoring::NotEnrolled, Monitoring::SelfMonitored, Monitoring::Professional] {
                for cameras in &cameras {
                    for bits in 0..8_u8 {
                        let is = |bit: u8| bits & (1 << bit) != 0;
                        homes.push(HomeFacts {
                            plan,
                            region: Region { country, subdivision: subdivision.to_owned() },
                            premises: if is(0) { Premises::Business } else { Premises::Residential },
                            has_alarm: is(1),
                            security_kit: is(1),
                            monitoring,
                            sos_for_cameras: is(2),
                            cameras: cameras.clone(),
                            cameras_linked: false,
                            ask_password: true,
                        });
                    }
                }
            }
        }
    }
    homes
}

fn applying(table: &[(Reason, When)], home: &HomeFacts) -> Vec<Reason> {
    sorted(table.iter().filter(|(_, when)| when(home)).map(|(reason, _)| *reason).collect())
}

fn sorted(mut reasons: Vec<Reason>) -> Vec<Reason> {
    reasons.sort_by_key(|reason| format!("{reason:?}"));
    reasons
}

fn at(home: &HomeFacts, subdivision: &str) -> bool {
    home.region.subdivision == subdivision
}

/// A home that has nothing but cameras and doorbells.
fn cameras_only(home: &HomeFacts) -> bool {
    !home.has_alarm && !home.cameras.is_empty()
}
