//! What MISSION says of each kind, in as few words as the rules need. It never looks at a plan table.

use mayday_protocol::plan::Siren;
use mayday_protocol::{Kind, Service};

/// Who comes, where somebody is asked to come.
pub(crate) const fn service(kind: Kind) -> Option<Service> {
    match kind {
        Kind::SosPolice | Kind::Burglar | Kind::Panic | Kind::Duress => Some(Service::Police),
        Kind::SosFire | Kind::Smoke | Kind::CarbonMonoxide => Some(Service::Fire),
        Kind::SosMedical => Some(Service::Medical),
        Kind::SirenOnly | Kind::Flood | Kind::Freeze => None,
    }
}

/// What is heard when it opens (D1, D2, D3, D5, D7).
pub(crate) const fn siren(kind: Kind) -> Siren {
    match kind {
        Kind::SosPolice
        | Kind::SosFire
        | Kind::SirenOnly
        | Kind::Burglar
        | Kind::Smoke
        | Kind::CarbonMonoxide
        | Kind::Panic => Siren::Sounds,
        Kind::SosMedical => Siren::Announces,
        Kind::Duress | Kind::Flood | Kind::Freeze => Siren::Silent,
    }
}

pub(crate) const fn is_sos(kind: Kind) -> bool {
    matches!(kind, Kind::SosPolice | Kind::SosFire | Kind::SosMedical)
}

/// The kinds whose first step is a call that decides.
pub(crate) const fn decides(kind: Kind) -> bool {
    is_sos(kind) || matches!(kind, Kind::Burglar | Kind::Smoke | Kind::Panic)
}

pub(crate) const fn is_flood(kind: Kind) -> bool {
    matches!(kind, Kind::Flood | Kind::Freeze)
}
