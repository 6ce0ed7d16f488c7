//! The sentences outside of the window: notifications, and the tray icon's lines, in each language that the window
//! speaks (V4). What is said is decided here, once; how it reads is in a file for each language.

mod en;
mod es;
mod fr;
#[cfg(test)]
mod tests;

use mayday_protocol::incident::{Ending, Event, SirenStep};
use mayday_protocol::plan::Course;
use mayday_protocol::{Kind, Service};
use mayday_wire::{GoingOn, HomeView, IncidentPhase, IncidentView, Language, Mode};

use crate::tray::Standing;

/// What one language says. A sentence that is lacking does not compile.
pub(crate) struct Words {
    /// The name of an incident. That of duress gives nothing away: nobody in the home is told of it (J2).
    kind: fn(Kind) -> &'static str,
    /// An incident whose contacts are called in a drill.
    calling: fn(kind: &str) -> String,
    help_requested: &'static str,
    calling_contacts: fn(kind: &str) -> String,
    informing: fn(kind: &str) -> String,
    /// An attempt was started; the services are those of `asked`.
    requesting: fn(asked: &[Service]) -> String,
    /// The receiving side has accepted.
    requested: fn(asked: &[Service]) -> String,
    nobody_answered: &'static str,
    siren_sounds: &'static str,
    nobody_called: fn(kind: &str) -> String,
    cancelled_by_contact: &'static str,
    cancelled_unasked: &'static str,
    cancelled_uncalled: &'static str,
    cancelled_twice: &'static str,
    ask_whether_well: &'static str,
    disarmed: &'static str,
    drill_over: &'static str,
    /// In practice: that nobody is sent, and what to do if it is real.
    practice_leave: &'static str,
    practice: &'static str,
    drill: &'static str,
    can_send_nobody: &'static str,
    test_alert: &'static str,
    nothing_happened: &'static str,
    without_window: &'static str,
    unacknowledged_siren: &'static str,
    unacknowledged: &'static str,
    held_siren: &'static str,
    held: &'static str,
    cancelling: &'static str,
    station_goes_on: &'static str,
    open_to_see: &'static str,
    practice_on: fn(left: &str) -> String,
    practice_is: &'static str,
    practice_day: &'static str,
    from_then_on: &'static str,
    practice_over: &'static str,
    from_now_on: &'static str,
    /// A length of time.
    length: fn(count: u64, unit: Unit) -> String,
    no_home: &'static str,
    ready: &'static str,
    not_eligible: &'static str,
    no_station: &'static str,
    on_its_way: fn(kind: &str) -> String,
    is_open: fn(kind: &str) -> String,
    mark_practice: &'static str,
    mark_drill: &'static str,
    mark_demo: &'static str,
    /// The tray's two entries.
    pub(crate) open: &'static str,
    pub(crate) quit: &'static str,
}

/// What a length of time is counted in.
#[derive(Clone, Copy)]
enum Unit {
    Minutes,
    Hours,
    Days,
}

/// The words of a language.
pub(crate) const fn of(language: Language) -> &'static Words {
    match language {
        Language::English => &en::WORDS,
        Language::Spanish => &es::WORDS,
        Language::French => &fr::WORDS,
    }
}

/// The language of this computer, as far as it is spoken here; else English.
pub(crate) fn of_this_computer() -> Language {
    sys_locale::get_locale().map_or(Language::English, |locale| Language::of_locale(&locale))
}

impl Words {
    /// What a notification says when an incident has come to a new phase; `None` when it is not worth one.
    pub(crate) fn notification(&self, incident: &IncidentView) -> Option<(String, String)> {
        let what = match incident.phase {
            IncidentPhase::Held | IncidentPhase::Joined => return None,
            IncidentPhase::Contacting => self.opened(incident),
            IncidentPhase::Informing => self.informing(incident),
            IncidentPhase::Requesting => self.requesting(incident)?,
            IncidentPhase::Requested => (self.requested)(&services(incident)),
            IncidentPhase::NobodySent => self.nobody_answered.to_owned(),
            IncidentPhase::SirenAlone => self.alone(incident)?,
            IncidentPhase::Closed => self.ended(incident)?,
        };
        Some(self.worded(incident, &what))
    }

    /// The plan has begun, and a contact is called to decide.
    fn opened(&self, incident: &IncidentView) -> String {
        let name = (self.kind)(incident.kind);
        match (incident.kind.is_slid(), incident.plan.course) {
            (true, Course::Drill) => (self.calling)(name),
            (true, Course::Full | Course::Practice | Course::Unmonitored) => self.help_requested.to_owned(),
            (false, _) => (self.calling_contacts)(name),
        }
    }

    /// Contacts are told, and nobody is asked to come.
    fn informing(&self, incident: &IncidentView) -> String {
        if has(incident, |event| matches!(event, Event::CancelledBy { .. })) {
            return self.cancelled_by_contact.to_owned();
        }
        (self.informing)((self.kind)(incident.kind))
    }

    /// Ordered is not started: the phrase waits for the first attempt (DESIGN §3). An alarm is told of before it.
    fn requesting(&self, incident: &IncidentView) -> Option<String> {
        if has(incident, |event| matches!(event, Event::Requesting { .. })) {
            return Some((self.requesting)(&services(incident)));
        }
        (!incident.kind.is_slid()).then(|| (self.kind)(incident.kind).to_owned())
    }

    /// A siren without more: chosen by a person, or all that happens in a home that is not enrolled (B14).
    fn alone(&self, incident: &IncidentView) -> Option<String> {
        if has(incident, |event| matches!(event, Event::NobodyCalled)) {
            return Some((self.nobody_called)((self.kind)(incident.kind)));
        }
        let sounds = incident.siren.is_some_and(|siren| siren.step == SirenStep::Sounding);
        sounds.then(|| self.siren_sounds.to_owned())
    }

    fn ended(&self, incident: &IncidentView) -> Option<String> {
        let said = match incident.ending? {
            // How the siren went a person has seen who chose it.
            Ending::CancelledOnDevice if incident.kind == Kind::SirenOnly => return None,
            // A cancel that was pressed in time can arrive after a call was placed.
            Ending::CancelledOnDevice if has(incident, |event| matches!(event, Event::Calling { .. })) => {
                self.cancelled_unasked
            }
            Ending::CancelledOnDevice => self.cancelled_uncalled,
            Ending::CancelledByContact => self.cancelled_by_contact,
            Ending::Disarmed => self.disarmed,
            Ending::SirenOver => {
                return has(incident, |event| matches!(event, Event::NobodyCalled))
                    .then(|| (self.nobody_called)((self.kind)(incident.kind)));
            }
            Ending::DrillOver => self.drill_over,
            Ending::ByStation | Ending::ByPerson | Ending::NobodySent | Ending::Told | Ending::BeforeAnAgent => {
                return None;
            }
        };
        Some(said.to_owned())
    }

    fn worded(&self, incident: &IncidentView, what: &str) -> (String, String) {
        let caution = match (incident.mode, incident.plan.course, incident.kind) {
            (Mode::Demo, Course::Practice, Kind::Smoke | Kind::CarbonMonoxide) => self.practice_leave,
            (Mode::Demo, Course::Practice, _) => self.practice,
            (Mode::Demo, Course::Drill, _) => self.drill,
            (Mode::Demo, Course::Full | Course::Unmonitored, _) => self.can_send_nobody,
        };
        let mark = self.mark(incident.mode, incident.plan.course);
        (format!("{mark}{what}"), format!("{mark}{}. {caution}", incident.street.reveal()))
    }

    /// Two slides were cancelled within ten minutes, the last of them this one (C7).
    pub(crate) fn cancelled_twice(&self, incident: &IncidentView) -> (String, String) {
        let mark = self.mark(incident.mode, incident.plan.course);
        let street = incident.street.reveal();
        (format!("{mark}{}", self.cancelled_twice), format!("{mark}{street}. {}", self.ask_whether_well))
    }

    /// What a test alert says (O4).
    pub(crate) fn test_alert(&self, mode: Option<Mode>) -> (String, String) {
        let mark = mode.map(|mode| self.mark(mode, Course::Full)).unwrap_or_default();
        (format!("{mark}{}", self.test_alert), self.nothing_happened.to_owned())
    }

    /// What a notification says when the window was closed and the app goes on without it.
    pub(crate) fn without_window(
        &self,
        mode: Option<Mode>,
        course: Course,
        kind: Kind,
        going_on: GoingOn,
    ) -> (String, String) {
        let mark = mode.map(|mode| self.mark(mode, course)).unwrap_or_default();
        let is_siren = kind == Kind::SirenOnly;
        let known = match going_on {
            GoingOn::Unacknowledged if is_siren => self.unacknowledged_siren,
            GoingOn::Unacknowledged => self.unacknowledged,
            GoingOn::Held if is_siren => self.held_siren,
            GoingOn::Held => self.held,
            GoingOn::Cancelling => self.cancelling,
            GoingOn::Open { .. } => self.station_goes_on,
        };
        (format!("{mark}{}", self.without_window), format!("{mark}{known} {}", self.open_to_see))
    }

    /// What a notification says of practice (L4, L6).
    pub(crate) fn practice(&self, home: &HomeView, news: PracticeNews) -> (String, String) {
        let (what, then) = match news {
            PracticeNews::On { left_ms } => ((self.practice_on)(&self.length(left_ms)), self.practice_is),
            PracticeNews::DayLeft => (self.practice_day.to_owned(), self.from_then_on),
            PracticeNews::Over => (self.practice_over.to_owned(), self.from_now_on),
        };
        let course = if news == PracticeNews::Over { Course::Full } else { Course::Practice };
        let mark = self.mark(home.mode, course);
        (format!("{mark}{what}"), format!("{mark}{}. {then}", home.street.reveal()))
    }

    /// A length of time as people say it, rounded up to whole minutes.
    fn length(&self, ms: u64) -> String {
        let minutes = ms.div_ceil(60_000);
        match minutes {
            0..120 => (self.length)(minutes, Unit::Minutes),
            120..2_880 => (self.length)(minutes.div_ceil(60), Unit::Hours),
            _ => (self.length)(minutes.div_ceil(1_440), Unit::Days),
        }
    }

    /// The tray icon's line.
    pub(crate) fn tray(&self, standing: Standing) -> String {
        match standing {
            Standing::NoHome => self.no_home.to_owned(),
            Standing::Ready(mode) => format!("{}{}", self.mark(mode, Course::Full), self.ready),
            Standing::NotEligible(mode) => format!("{}{}", self.mark(mode, Course::Full), self.not_eligible),
            Standing::NoStation(mode) => format!("{}{}", self.mark(mode, Course::Full), self.no_station),
            Standing::Countdown(mode, course, kind) => {
                format!("{}{}", self.mark(mode, course), (self.on_its_way)((self.kind)(kind)))
            }
            Standing::Incident(mode, course, kind) => {
                format!("{}{}", self.mark(mode, course), (self.is_open)((self.kind)(kind)))
            }
        }
    }

    /// What comes first: that it is practice or a drill, and that the station can send nobody (L2, Q1).
    fn mark(&self, mode: Mode, course: Course) -> String {
        let course = match course {
            Course::Practice => self.mark_practice,
            Course::Drill => self.mark_drill,
            Course::Full | Course::Unmonitored => "",
        };
        let mode = match mode {
            Mode::Demo => self.mark_demo,
        };
        format!("{course}{mode}")
    }
}

fn has(incident: &IncidentView, wanted: fn(&Event) -> bool) -> bool {
    incident.timeline.iter().any(|entry| wanted(&entry.event))
}

/// Everybody whose request was started, each once.
fn services(incident: &IncidentView) -> Vec<Service> {
    let mut asked: Vec<Service> = vec![];
    for entry in &incident.timeline {
        if let Event::Requesting { service } | Event::Requested { service, .. } = entry.event
            && !asked.contains(&service)
        {
            asked.push(service);
        }
    }
    if asked.is_empty() { incident.plan.service.into_iter().collect() } else { asked }
}

/// Names as a list: "a", "a and b", "a, b and c".
fn listed(names: &[&str], and: &str) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [before @ .., last] => format!("{} {and} {last}", before.join(", ")),
    }
}

/// With a capital letter first.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
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
