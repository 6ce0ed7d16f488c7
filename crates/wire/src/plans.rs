//! The plan table as people and pages read it: `docs/response-plans.md` and `ui/src/backend/plans.ts` are made here, and
//! from nothing but [`PLANS`].

use mayday_protocol::Kind;
use mayday_protocol::plan::{
    AfterCancel, AfterDispatch, Audience, BurglarSetting, CancelByContact, CancelInApp, Course, Deciding, Disarm,
    FirstStep, NoDecision, NotReached, Opens, PLANS, PasswordAsked, ResponsePlan, Service, Siren, Trigger, Visibility,
    WhileOpen, Whom, WrongPassword,
};

/// What stands where a column has nothing to say.
const NOTHING: &str = "–";

/// The text of `docs/response-plans.md`.
pub fn document() -> String {
    let courses = [
        (Course::Full, "In full", "What the station does for a home that is enrolled and not in practice."),
        (
            Course::Practice,
            "In practice",
            "Sirens are real; an automated voice message stands in place of the calls; nobody is asked to come (L2).",
        ),
        (
            Course::Drill,
            "In a drill",
            "Everything but the dispatch request: the receipt says what would have been requested (L5).",
        ),
        (
            Course::Unmonitored,
            "Without professional monitoring",
            "It sounds, the apps are told, and they say that nobody was called (B14).",
        ),
    ];
    let mut text = String::from(
        "# Response plans\n\n\
         Generated from the plan table in `crates/protocol/src/plan/table.rs` by `cargo xtask generate`. The station reads\n\
         the same table, and an incident keeps the row it was opened with.\n",
    );
    for (course, title, about) in courses {
        text.push_str(&format!("\n## {title}\n\n{about}\n\n{}", table(course)));
    }
    text.push_str("\n## What raises an alarm\n\n| kind | raised by |\n|---|---|\n");
    for kind in Kind::ALL {
        let raised: Vec<&str> = Trigger::ALL.into_iter().filter(|it| it.kind() == kind).map(trigger).collect();
        let slid = if kind.is_slid() { vec!["a slide on a paired device"] } else { vec![] };
        text.push_str(&format!("| {} | {} |\n", kind_name(kind), [slid, raised].concat().join(", ")));
    }
    text
}

/// The text of `ui/src/backend/plans.ts`.
pub fn module() -> String {
    let line = |row: &ResponsePlan| {
        let row = serde_json::to_string(row).expect("the table has nothing that JSON has no word for");
        format!("  {row},\n")
    };
    let rows = PLANS.0.iter().map(line).collect::<Vec<_>>().concat();
    format!(
        "// Generated from crates/protocol by `cargo xtask generate`. Do not edit.\n\
         import type {{ ResponsePlan }} from './wire';\n\n\
         export const PLANS: readonly ResponsePlan[] = [\n{rows}];\n"
    )
}

fn table(course: Course) -> String {
    let mut text = String::from(
        "| kind | opens | siren | first step | not reached | answered, no valid decision in 60 s | wrong or unknown \
         password | who can cancel | disarm: calls and dispatch | cancel in the app after the hold | after dispatch | \
         seen by |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n",
    );
    for row in PLANS.0.iter().filter(|row| row.course == course) {
        text.push_str(&format!("| {} |\n", cells(row).join(" | ")));
    }
    text
}

fn cells(row: &ResponsePlan) -> [String; 12] {
    let service = row.service.map_or("nobody", service);
    let deciding = row.deciding();
    let column = |words: &dyn Fn(Deciding) -> String| deciding.map_or_else(|| NOTHING.to_owned(), words);
    [
        name(row),
        opens(row.opens).to_owned(),
        siren(row.siren).to_owned(),
        first_step(row.first_step, service),
        column(&|it| not_reached(it.not_reached, service)),
        column(&|it| no_decision(it.no_decision, service)),
        column(&|it| wrong_password(it.wrong_password, service)),
        column(&who_can_cancel),
        disarm(row.disarm).to_owned(),
        cancel_in_app(row.cancel_in_app).to_owned(),
        after(row),
        match row.visibility {
            Visibility::Household => "the household",
            Visibility::Hidden => "nobody in the home",
        }
        .to_owned(),
    ]
}

fn name(row: &ResponsePlan) -> String {
    let setting = match row.setting {
        None => "",
        Some(BurglarSetting::IfNoOneCancels) => ", *if no one cancels*",
        Some(BurglarSetting::OnlyIfISay) => ", *only if I say*",
    };
    format!("{}{setting}", kind_name(row.kind))
}

const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::SosPolice => "SOS police",
        Kind::SosFire => "SOS fire",
        Kind::SosMedical => "SOS medical",
        Kind::SirenOnly => "siren only",
        Kind::Burglar => "burglar",
        Kind::Smoke => "smoke",
        Kind::CarbonMonoxide => "carbon monoxide",
        Kind::Panic => "panic",
        Kind::Duress => "duress",
        Kind::Flood => "flood",
        Kind::Freeze => "freeze",
    }
}

const fn service(service: Service) -> &'static str {
    match service {
        Service::Police => "police",
        Service::Fire => "fire",
        Service::Medical => "medical",
    }
}

const fn opens(opens: Opens) -> &'static str {
    match opens {
        Opens::AfterFiveSeconds => "5 s after the slide",
        Opens::AfterEntryDelay => "after the entry delay",
        Opens::AtOnce => "at once",
    }
}

const fn siren(siren: Siren) -> &'static str {
    match siren {
        Siren::Sounds => "base station, keypad, linked cameras",
        Siren::Announces => "none; spoken announcement",
        Siren::Silent => "none",
    }
}

fn first_step(step: FirstStep, service: &str) -> String {
    match step {
        FirstStep::Decide(Deciding { whom: Whom::First, .. }) => "call the first contact".to_owned(),
        FirstStep::Decide(Deciding { whom: Whom::AllInOrder, .. }) => "call all in order".to_owned(),
        FirstStep::Dispatch => format!("**dispatch {service}**"),
        FirstStep::Tell(Audience::FirstThenSecond) => {
            "automated call to the first; not answered: the second".to_owned()
        }
        FirstStep::Tell(Audience::InOrder) => "automated voice message to the first; not answered: the next".to_owned(),
        FirstStep::AskAgent => "an agent".to_owned(),
        FirstStep::SirenAlone => NOTHING.to_owned(),
    }
}

fn not_reached(cell: NotReached, service: &str) -> String {
    match cell {
        NotReached::Dispatch => format!("dispatch {service}; messages on voicemails"),
        NotReached::NobodySent => "nobody is sent; the app offers to for two hours".to_owned(),
    }
}

fn no_decision(cell: NoDecision, service: &str) -> String {
    match cell {
        NoDecision::AsNotReached => "as not reached".to_owned(),
        NoDecision::NextContact => "next contact; none left: as not reached".to_owned(),
        NoDecision::Dispatch => format!("dispatch {service}"),
    }
}

fn wrong_password(cell: WrongPassword, service: &str) -> String {
    match cell {
        WrongPassword::AsNotReached => "as not reached".to_owned(),
        WrongPassword::Dispatch => format!("dispatch {service} at once"),
    }
}

fn who_can_cancel(deciding: Deciding) -> String {
    let password = match deciding.password {
        PasswordAsked::AsEnrolled => "password as enrolled",
        PasswordAsked::Always => "password required",
    };
    match (deciding.whom, deciding.cancel) {
        (Whom::First, CancelByContact::InThatCall) => format!("the first contact, in that call, {password}"),
        (Whom::AllInOrder, CancelByContact::InThatCall) => format!("any contact, in the station's call, {password}"),
        (Whom::First | Whom::AllInOrder, CancelByContact::UntilDispatch) => {
            format!("any contact until dispatch, {password}")
        }
    }
}

const fn disarm(cell: Disarm) -> &'static str {
    match cell {
        Disarm::NoEffect => "no effect",
        Disarm::Cancels => "cancels until dispatch; then passed on",
        Disarm::PassedOn => "passed on, not guaranteed",
    }
}

const fn cancel_in_app(cell: CancelInApp) -> &'static str {
    match cell {
        CancelInApp::NoEffect => "no effect, says so",
        CancelInApp::AsDisarm => "same as disarm",
        CancelInApp::PassedOn => "passed on, not guaranteed",
        CancelInApp::StopsSiren => "stops the siren",
    }
}

fn after(row: &ResponsePlan) -> String {
    let told = match row.after_dispatch {
        AfterDispatch::OthersAndFirstIfUnreached => "call the others; the first again if he did not answer",
        AfterDispatch::TheRest => "call the rest",
        AfterDispatch::All => "all are called",
        AfterDispatch::Nobody => "nobody is called",
    };
    let cancelled = match row.deciding().map(|deciding| deciding.after_cancel) {
        Some(AfterCancel::StillNeedHelp) => "; after a cancel: *I still need help* for ten minutes",
        Some(AfterCancel::TellTheRest) => "; after a false alarm too",
        Some(AfterCancel::Nothing) | None => "",
    };
    let open = match row.while_open {
        WhileOpen::NotesBurglar => "; a burglar alarm meanwhile is noted, without siren or calls",
        WhileOpen::OwnIncident => "",
    };
    if row.service.is_none() { NOTHING.to_owned() } else { format!("{told}{cancelled}{open}") }
}

const fn trigger(trigger: Trigger) -> &'static str {
    match trigger {
        Trigger::ContactSensor => "contact sensor",
        Trigger::MotionDetector => "motion detector",
        Trigger::GlassBreak => "glass-break sensor",
        Trigger::SmokeListener => "smoke listener",
        Trigger::SmokeAlarm => "smoke alarm",
        Trigger::CoListener => "carbon monoxide listener",
        Trigger::CoAlarm => "carbon monoxide alarm",
        Trigger::PanicButton => "panic button",
        Trigger::KeypadPanic => "keypad, first generation: ✕ and ✓ for 3 s",
        Trigger::KeypadPolice => "keypad, second generation: police for 3 s",
        Trigger::KeypadFire => "keypad, second generation: fire for 3 s, without a hold",
        Trigger::KeypadMedical => "keypad, second generation: medical for 3 s, without a hold",
        Trigger::DuressCode => "duress code",
        Trigger::DuressPassword => "duress password in a call",
        Trigger::FloodSensor => "flood sensor",
        Trigger::FreezeSensor => "freeze sensor",
    }
}
