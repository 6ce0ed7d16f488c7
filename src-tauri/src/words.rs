//! The sentences of notifications.

use mayday_protocol::Kind;
use mayday_protocol::incident::{Ending, Event, SirenStep};
use mayday_wire::{IncidentPhase, IncidentView, Mode};

/// What a notification says when an incident has come to a new phase; `None` when it is not worth one.
pub(crate) fn notification(incident: &IncidentView) -> Option<(String, String)> {
    let service = match incident.kind {
        Kind::SosPolice => "Police",
        Kind::SosFire => "Fire department",
        Kind::SosMedical => "Medical help",
        Kind::SirenOnly => return siren(incident),
    };
    let has = |wanted: fn(&Event) -> bool| incident.timeline.iter().any(|entry| wanted(&entry.event));
    let what = match (incident.phase, incident.ending) {
        (IncidentPhase::Held, _) => return None,
        (IncidentPhase::Contacting, _) => "Help requested".to_owned(),
        // Ordered is not started: the phrase waits for the first attempt (DESIGN §3).
        (IncidentPhase::Requesting, _) if has(|event| matches!(event, Event::Requesting { .. })) => {
            format!("Requesting {}…", service.to_lowercase())
        }
        (IncidentPhase::Requesting, _) => return None,
        (IncidentPhase::Requested, _) => format!("{service} requested"),
        // A cancel that was pressed in time can arrive after a call was placed.
        (IncidentPhase::Closed, Some(Ending::CancelledOnDevice))
            if has(|event| matches!(event, Event::Calling { .. })) =>
        {
            "Cancelled. Nobody was asked to come.".to_owned()
        }
        (IncidentPhase::Closed, Some(Ending::CancelledOnDevice)) => "Cancelled. Nobody was called.".to_owned(),
        (IncidentPhase::Closed, Some(Ending::CancelledByContact)) => "Cancelled by a contact".to_owned(),
        (IncidentPhase::SirenAlone, _) => return None,
        (IncidentPhase::Closed, Some(Ending::ByStation | Ending::SirenOver) | None) => return None,
    };
    Some(worded(incident, &what))
}

fn siren(incident: &IncidentView) -> Option<(String, String)> {
    let sounds = incident.siren.is_some_and(|siren| siren.step == SirenStep::Sounding);
    sounds.then(|| worded(incident, "Siren sounds"))
}

fn worded(incident: &IncidentView, what: &str) -> (String, String) {
    let (mark, caution) = match incident.mode {
        Mode::Demo => ("Demo · ", "This station can send nobody."),
    };
    (format!("{mark}{what}"), format!("{mark}{}. {caution}", incident.street.reveal()))
}
