//! The sentences outside of the window: notifications, and the tray icon's line.

use mayday_protocol::Kind;
use mayday_protocol::incident::{Ending, Event, SirenStep};
use mayday_wire::{GoingOn, IncidentPhase, IncidentView, Mode};

use crate::tray::Standing;

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
    let caution = match incident.mode {
        Mode::Demo => "This station can send nobody.",
    };
    let mark = mark(incident.mode);
    (format!("{mark}{what}"), format!("{mark}{}. {caution}", incident.street.reveal()))
}

/// What a notification says when the window was closed and the app goes on without it.
pub(crate) fn without_window(mode: Option<Mode>, kind: Kind, going_on: GoingOn) -> (String, String) {
    let mark = mode.map_or("", mark);
    let known = match (going_on, kind) {
        (GoingOn::Unacknowledged, Kind::SirenOnly) => "The station has not confirmed that it has your siren order.",
        (GoingOn::Unacknowledged, Kind::SosPolice | Kind::SosFire | Kind::SosMedical) => {
            "The station has not confirmed that it has your request. Call 911."
        }
        (GoingOn::Held, Kind::SirenOnly) => "The station has your siren order, and acts by itself.",
        (GoingOn::Held, Kind::SosPolice | Kind::SosFire | Kind::SosMedical) => {
            "The station has your request, and acts by itself."
        }
        (GoingOn::Cancelling, _) => "The station has not confirmed your cancel.",
        (GoingOn::Open { .. }, _) => "The station goes on.",
    };
    (format!("{mark}Mayday goes on without its window"), format!("{mark}{known} Open Mayday to see what happens."))
}

/// The tray icon's line.
pub(crate) fn tray(standing: Standing) -> String {
    match standing {
        Standing::NoHome => "No home is set up".to_owned(),
        Standing::Ready(mode) => format!("{}Ready", mark(mode)),
        Standing::NotEligible(mode) => format!("{}SOS is not available for this home", mark(mode)),
        Standing::NoStation(mode) => format!("{}The station does not answer", mark(mode)),
        Standing::Countdown(mode, kind) => format!("{}{} is on its way", mark(mode), name(kind)),
        Standing::Incident(mode, kind) => format!("{}{} is open", mark(mode), name(kind)),
    }
}

const fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::SosPolice => "Police SOS",
        Kind::SosFire => "Fire SOS",
        Kind::SosMedical => "Medical SOS",
        Kind::SirenOnly => "Siren only",
    }
}

const fn mark(mode: Mode) -> &'static str {
    match mode {
        Mode::Demo => "Demo · ",
    }
}
