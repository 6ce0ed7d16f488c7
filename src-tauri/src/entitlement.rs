//! The signed word about plan and enrolment, as this device keeps it (B13): with the home, and read only where the key fits
//! that the station gave.
//!
//! It guards the file, not the station's word: what comes over the line is believed, and looked at there again.

use mayday_protocol::HomeFacts;
use mayday_wire::HomeView;

/// What eligibility is decided from on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entitled {
    /// The facts.
    pub(crate) facts: HomeFacts,
    /// Whether the word that was kept is not as it was signed: then the kept facts stand, and the station decides.
    pub(crate) altered: bool,
}

/// Reads what is kept of a home. `key`: whose word it has to be; `None`: of a station that gave none.
pub(crate) fn read(home: &HomeView, key: Option<&str>) -> Entitled {
    let kept = |altered| Entitled { facts: home.facts.clone(), altered };
    match (&home.entitlement, key) {
        (None, None) => kept(false),
        (Some(signed), Some(key)) => match signed.read(key) {
            Ok(entitlement) if entitlement.home == home.id => {
                Entitled { facts: entitlement.applied(&home.facts), altered: false }
            }
            Ok(_) | Err(_) => kept(true),
        },
        (Some(_), None) | (None, Some(_)) => kept(true),
    }
}
