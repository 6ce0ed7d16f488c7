//! The sentences outside of the window: notifications, and the tray icon's line.

#[cfg(test)]
mod tests;

use mayday_protocol::incident::{Ending, Event, SirenStep};
use mayday_protocol::plan::Course;
use mayday_protocol::{Kind, Service};
use mayday_wire::{GoingOn, HomeView, IncidentPhase, IncidentView, Mode};

use crate::tray::Standing;

/// What a notification says when an incident has come to a new phase; `None` when it is not worth one.
pub(crate) fn notification(incident: &IncidentView) -> Option<(String, String)> {
    let what = match incident.phase {
        IncidentPhase::Held | IncidentPhase::Joined => return None,
        IncidentPhase::Contacting => opened(incident),
        IncidentPhase::Informing => informing(incident),
        IncidentPhase::Requesting => requesting(incident)?,
        IncidentPhase::Requested => format!("{} requested", services(incident)),
        IncidentPhase::NobodySent => "Nobody answered. Nobody was sent.".to_owned(),
        IncidentPhase::SirenAlone => alone(incident)?,
        IncidentPhase::Closed => ended(incident)?,
    };
    Some(worded(incident, &what))
}

fn has(incident: &IncidentView, wanted: fn(&Event) -> bool) -> bool {
    incident.timeline.iter().any(|entry| wanted(&entry.event))
}

/// The plan has begun, and a contact is called to decide.
fn opened(incident: &IncidentView) -> String {
    match (incident.kind.is_slid(), incident.plan.course) {
        (true, Course::Drill) => format!("{}: calling", name(incident.kind)),
        (true, Course::Full | Course::Practice | Course::Unmonitored) => "Help requested".to_owned(),
        (false, _) => format!("{}: calling your contacts", name(incident.kind)),
    }
}

/// Contacts are told, and nobody is asked to come.
fn informing(incident: &IncidentView) -> String {
    if has(incident, |event| matches!(event, Event::CancelledBy { .. })) {
        return CANCELLED_BY_CONTACT.to_owned();
    }
    format!("{}: calling your contacts. Nobody is sent.", name(incident.kind))
}

/// Ordered is not started: the phrase waits for the first attempt (DESIGN §3). An alarm is told of before it.
fn requesting(incident: &IncidentView) -> Option<String> {
    if has(incident, |event| matches!(event, Event::Requesting { .. })) {
        return Some(format!("Requesting {}…", services(incident).to_lowercase()));
    }
    (!incident.kind.is_slid()).then(|| name(incident.kind).to_owned())
}

/// A siren without more: chosen by a person, or all that happens in a home that is not enrolled (B14).
fn alone(incident: &IncidentView) -> Option<String> {
    if has(incident, |event| matches!(event, Event::NobodyCalled)) {
        return Some(nobody_called(incident));
    }
    let sounds = incident.siren.is_some_and(|siren| siren.step == SirenStep::Sounding);
    sounds.then(|| "Siren sounds".to_owned())
}

fn nobody_called(incident: &IncidentView) -> String {
    format!("{}. Nobody was called. Call 911.", name(incident.kind))
}

const CANCELLED_BY_CONTACT: &str = "Cancelled by a contact";

fn ended(incident: &IncidentView) -> Option<String> {
    match incident.ending? {
        // How the siren went a person has seen who chose it.
        Ending::CancelledOnDevice if incident.kind == Kind::SirenOnly => None,
        // A cancel that was pressed in time can arrive after a call was placed.
        Ending::CancelledOnDevice if has(incident, |event| matches!(event, Event::Calling { .. })) => {
            Some("Cancelled. Nobody was asked to come.".to_owned())
        }
        Ending::CancelledOnDevice => Some("Cancelled. Nobody was called.".to_owned()),
        Ending::CancelledByContact => Some(CANCELLED_BY_CONTACT.to_owned()),
        Ending::Disarmed => Some("Disarmed. Nobody was asked to come.".to_owned()),
        Ending::SirenOver => {
            has(incident, |event| matches!(event, Event::NobodyCalled)).then(|| nobody_called(incident))
        }
        Ending::DrillOver => Some("The drill is over. Nobody was asked to come.".to_owned()),
        Ending::ByStation | Ending::ByPerson | Ending::NobodySent | Ending::Told | Ending::BeforeAnAgent => None,
    }
}

/// Everybody whose request was started, as a subject.
fn services(incident: &IncidentView) -> String {
    let mut asked: Vec<Service> = vec![];
    for entry in &incident.timeline {
        if let Event::Requesting { service } | Event::Requested { service, .. } = entry.event
            && !asked.contains(&service)
        {
            asked.push(service);
        }
    }
    let asked = if asked.is_empty() { incident.plan.service.into_iter().collect() } else { asked };
    let mut names: Vec<&str> = asked.into_iter().map(service_name).collect();
    match names.pop() {
        Some(last) if names.is_empty() => last.to_owned(),
        Some(last) => format!("{} and {}", names.join(", "), last.to_lowercase()),
        None => "Help".to_owned(),
    }
}

const fn service_name(service: Service) -> &'static str {
    match service {
        Service::Police => "Police",
        Service::Fire => "Fire department",
        Service::Medical => "Medical help",
    }
}

fn worded(incident: &IncidentView, what: &str) -> (String, String) {
    let caution = match (incident.mode, incident.plan.course, incident.kind) {
        (Mode::Demo, Course::Practice, Kind::Smoke | Kind::CarbonMonoxide) => {
            "Nobody is sent. If this is real: leave the house, call 911."
        }
        (Mode::Demo, Course::Practice, _) => "Nobody is sent. If this is real, call 911.",
        (Mode::Demo, Course::Drill, _) => "This is a drill: nobody is sent.",
        (Mode::Demo, Course::Full | Course::Unmonitored, _) => "This station can send nobody.",
    };
    let mark = mark(incident.mode, incident.plan.course);
    (format!("{mark}{what}"), format!("{mark}{}. {caution}", incident.street.reveal()))
}

/// What a test alert says (O4).
pub(crate) fn test_alert(mode: Option<Mode>) -> (String, String) {
    let mark = mode.map(|mode| mark(mode, Course::Full)).unwrap_or_default();
    (format!("{mark}Test alert"), "This is how Mayday's alerts arrive. Nothing has happened.".to_owned())
}

/// What a notification says when the window was closed and the app goes on without it.
pub(crate) fn without_window(mode: Option<Mode>, course: Course, kind: Kind, going_on: GoingOn) -> (String, String) {
    let mark = mode.map(|mode| mark(mode, course)).unwrap_or_default();
    let is_siren = kind == Kind::SirenOnly;
    let known = match going_on {
        GoingOn::Unacknowledged if is_siren => "The station has not confirmed that it has your siren order.",
        GoingOn::Unacknowledged => "The station has not confirmed that it has your request. Call 911.",
        GoingOn::Held if is_siren => "The station has your siren order, and acts by itself.",
        GoingOn::Held => "The station has your request, and acts by itself.",
        GoingOn::Cancelling => "The station has not confirmed your cancel.",
        GoingOn::Open { .. } => "The station goes on.",
    };
    (format!("{mark}Mayday goes on without its window"), format!("{mark}{known} Open Mayday to see what happens."))
}

/// What is told of practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PracticeNews {
    /// It is on.
    On {
        /// Milliseconds that are left of it.
        left_ms: u64,
    },
    /// It ends in a day.
    DayLeft,
    /// It is over.
    Over,
}

/// What a notification says of practice (L4, L6).
pub(crate) fn practice(home: &HomeView, news: PracticeNews) -> (String, String) {
    let (what, then) = match news {
        PracticeNews::On { left_ms } => (
            format!("On for {}", length(left_ms)),
            "An alarm brings a voice message, and nobody is sent. If it is real, call 911.",
        ),
        PracticeNews::DayLeft => (
            "Ends in a day".to_owned(),
            "From then on an alarm follows its response plan. This station can send nobody.",
        ),
        PracticeNews::Over => {
            ("Practice is over".to_owned(), "An alarm follows its response plan now. This station can send nobody.")
        }
    };
    let course = if news == PracticeNews::Over { Course::Full } else { Course::Practice };
    let mark = mark(home.mode, course);
    (format!("{mark}{what}"), format!("{mark}{}. {then}", home.street.reveal()))
}

/// A length of time as people say it, rounded up to whole minutes.
fn length(ms: u64) -> String {
    let minutes = ms.div_ceil(60_000);
    let (count, unit) = match minutes {
        0..120 => (minutes, "minute"),
        120..2_880 => (minutes.div_ceil(60), "hour"),
        _ => (minutes.div_ceil(1_440), "day"),
    };
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

/// The tray icon's line.
pub(crate) fn tray(standing: Standing) -> String {
    match standing {
        Standing::NoHome => "No home is set up".to_owned(),
        Standing::Ready(mode) => format!("{}Ready", mark(mode, Course::Full)),
        Standing::NotEligible(mode) => format!("{}SOS is not available for this home", mark(mode, Course::Full)),
        Standing::NoStation(mode) => format!("{}The station does not answer", mark(mode, Course::Full)),
        Standing::Countdown(mode, course, kind) => format!("{}{} is on its way", mark(mode, course), name(kind)),
        Standing::Incident(mode, course, kind) => format!("{}{} is open", mark(mode, course), name(kind)),
    }
}

const fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::SosPolice => "Police SOS",
        Kind::SosFire => "Fire SOS",
        Kind::SosMedical => "Medical SOS",
        Kind::SirenOnly => "Siren only",
        Kind::Burglar => "Burglar alarm",
        Kind::Smoke => "Smoke alarm",
        Kind::CarbonMonoxide => "Carbon monoxide alarm",
        Kind::Panic => "Panic alarm",
        // Nobody in the home is told of it (J2), and its name gives nothing away.
        Kind::Duress => "Message",
        Kind::Flood => "Flood alarm",
        Kind::Freeze => "Freeze alarm",
    }
}

/// What comes first: that it is practice or a drill, and that the station can send nobody (L2, Q1).
fn mark(mode: Mode, course: Course) -> String {
    let course = match course {
        Course::Practice => "Practice · ",
        Course::Drill => "Drill · ",
        Course::Full | Course::Unmonitored => "",
    };
    let mode = match mode {
        Mode::Demo => "Demo · ",
    };
    format!("{course}{mode}")
}
