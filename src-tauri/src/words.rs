//! The sentences of notifications.

use mayday_protocol::Kind;
use mayday_protocol::incident::Ending;
use mayday_wire::{IncidentPhase, IncidentView, Mode};

/// What a notification says when an incident has come to a new phase; `None` when it is not worth one.
pub(crate) fn notification(incident: &IncidentView) -> Option<(String, String)> {
    let service = match incident.kind {
        Kind::SosPolice => "Police",
        Kind::SosFire => "Fire department",
        Kind::SosMedical => "Medical help",
    };
    let what = match (incident.phase, incident.ending) {
        (IncidentPhase::Held, _) => return None,
        (IncidentPhase::Contacting, _) => "Help requested".to_owned(),
        (IncidentPhase::Requesting, _) => format!("Requesting: {}", service.to_lowercase()),
        (IncidentPhase::Requested, _) => format!("{service} requested"),
        (IncidentPhase::Closed, Some(Ending::CancelledOnDevice)) => "Cancelled. Nobody was called.".to_owned(),
        (IncidentPhase::Closed, Some(Ending::CancelledByContact)) => "Cancelled by a contact".to_owned(),
        (IncidentPhase::Closed, Some(Ending::ByStation) | None) => return None,
    };
    let (mark, caution) = match incident.mode {
        Mode::Demo => ("Demo · ", "This station can send nobody."),
    };
    Some((format!("{mark}{what}"), format!("{mark}{}. {caution}", incident.street.reveal())))
}
