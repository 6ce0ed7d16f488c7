//! What every test here needs: a time that moves only when told, and a home that may send an SOS.

use mayday_protocol::incident::DispatchRequest;
use mayday_protocol::{
    BootId, Country, Eligible, HomeFacts, Kind, Monitoring, Plan, Premises, Region, Service, Time, eligibility,
};

/// The dispatch request of a police SOS.
pub(crate) const POLICE: DispatchRequest = DispatchRequest { service: Service::Police, asking: 1 };

/// `ms` after the slide.
pub(crate) const fn at(ms: u64) -> Time {
    Time::from_clocks(BootId(1), (1_000_000 + ms) * 1_000, 0)
}

/// The proof that an SOS may be sent from a home with a monitored alarm.
pub(crate) fn eligible() -> Eligible {
    eligibility::check(
        Kind::SosPolice,
        &HomeFacts {
            plan: Plan::Pro,
            region: Region { country: Country::UnitedStates, subdivision: "TX".to_owned() },
            has_alarm: true,
            security_kit: false,
            monitoring: Monitoring::Professional,
            sos_for_cameras: false,
            cameras: vec![],
            cameras_linked: false,
            ask_password: false,
            premises: Premises::Residential,
        },
    )
    .expect("this home may send an SOS")
}
