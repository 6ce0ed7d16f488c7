//! Every plan with one cell changed to every other value in turn. A new cell, or a new value of one, does not compile
//! here before it stands in the list.

use std::fmt::Debug;

use mayday_protocol::plan::{
    AfterCancel, AfterDispatch, Audience, CancelByContact, CancelInApp, Course, Deciding, Disarm, FirstStep,
    NoDecision, NotReached, Opens, PasswordAsked, ResponsePlan, Siren, Visibility, WhileOpen, Whom, WrongPassword,
};
use mayday_protocol::{Kind, Service};

/// A plan with one cell changed.
pub(crate) struct Flip {
    pub(crate) cell: &'static str,
    pub(crate) to: String,
    pub(crate) plan: ResponsePlan,
}

/// A cell that knows all its values.
trait Cell: Copy + Debug + PartialEq + 'static {
    const ALL: &'static [Self];

    fn others(self) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |other| *other != self)
    }
}

/// Lists a cell's values; the match keeps one from being left out.
macro_rules! cells {
    ($($cell:ident: $($value:ident),*;)*) => {$(
        impl Cell for $cell {
            const ALL: &'static [Self] = {
                const fn _every_value_stands_in_the_list(cell: $cell) {
                    match cell {
                        $($cell::$value => {})*
                    }
                }
                &[$($cell::$value),*]
            };
        }
    )*};
}

cells! {
    Service: Police, Fire, Medical;
    Siren: Sounds, Announces, Silent;
    Opens: AfterFiveSeconds, AfterEntryDelay, AtOnce;
    Disarm: NoEffect, Cancels, PassedOn;
    CancelInApp: NoEffect, AsDisarm, PassedOn, StopsSiren;
    AfterDispatch: OthersAndFirstIfUnreached, TheRest, All, Nobody;
    WhileOpen: OwnIncident, NotesBurglar;
    Visibility: Household, Hidden;
    Whom: First, AllInOrder;
    NotReached: Dispatch, NobodySent;
    NoDecision: AsNotReached, NextContact, Dispatch;
    WrongPassword: AsNotReached, Dispatch;
    PasswordAsked: AsEnrolled, Always;
    CancelByContact: InThatCall, UntilDispatch;
    AfterCancel: Nothing, StillNeedHelp, TellTheRest;
}

impl Cell for Option<Service> {
    const ALL: &'static [Self] = &[None, Some(Service::Police), Some(Service::Fire), Some(Service::Medical)];
}

/// Deciding calls as a plan that has none would get them.
const SOME_CALL: Deciding = Deciding {
    whom: Whom::First,
    not_reached: NotReached::Dispatch,
    no_decision: NoDecision::AsNotReached,
    wrong_password: WrongPassword::AsNotReached,
    password: PasswordAsked::Always,
    cancel: CancelByContact::InThatCall,
    after_cancel: AfterCancel::Nothing,
};

impl Cell for FirstStep {
    const ALL: &'static [Self] = &[
        Self::Decide(SOME_CALL),
        Self::Dispatch,
        Self::Tell(Audience::FirstThenSecond),
        Self::Tell(Audience::InOrder),
        Self::AskAgent,
        Self::SirenAlone,
    ];

    /// The cells of deciding calls are changed one by one, and not all of them.
    fn others(self) -> impl Iterator<Item = Self> {
        let same_step = move |other: Self| match (self, other) {
            (Self::Decide(_), Self::Decide(_)) | (Self::Dispatch, Self::Dispatch) => true,
            (Self::AskAgent, Self::AskAgent) | (Self::SirenAlone, Self::SirenAlone) => true,
            (Self::Tell(one), Self::Tell(another)) => one == another,
            (Self::Decide(_) | Self::Dispatch | Self::Tell(_) | Self::AskAgent | Self::SirenAlone, _) => false,
        };
        Self::ALL.iter().copied().filter(move |other| !same_step(*other))
    }
}

/// Why a change of a cell cannot be seen, where it cannot.
pub(crate) fn equivalent(row: &ResponsePlan, flip: &Flip) -> Option<&'static str> {
    let hidden = row.kind == Kind::Duress && matches!(row.course, Course::Practice | Course::Unmonitored);
    let over_at_once = match row.kind {
        Kind::Duress => row.course != Course::Full,
        Kind::SosMedical | Kind::Flood | Kind::Freeze => row.course == Course::Unmonitored,
        Kind::SosPolice
        | Kind::SosFire
        | Kind::SirenOnly
        | Kind::Burglar
        | Kind::Smoke
        | Kind::CarbonMonoxide
        | Kind::Panic => false,
    };
    match (flip.cell, flip.to.as_str()) {
        ("after_dispatch", _) if row.service.is_none() => Some("nobody is asked to come, so nothing follows a request"),
        ("disarm" | "cancel_in_app" | "while_open", _) if over_at_once => Some("it is over as soon as it has opened"),
        ("service", _) if hidden => Some("it is over as soon as it has opened, and nobody can call back about it"),
        ("opens", "AfterFiveSeconds") if row.opens == Opens::AtOnce => {
            Some("what a hub raises has no five seconds: it opens at once in both")
        }
        ("while_open", _) if row.course == Course::Drill => {
            Some("a drill takes nothing in, whatever its plan says (A10)")
        }
        ("while_open", _) if row.kind == Kind::Burglar => {
            Some("a further burglar alarm is noted in the one that is open in any case (G4)")
        }
        ("no_decision", "NextContact") => Some("one contact is called to decide, so there is no next one"),
        ("no_decision", _) if matches!(row.kind, Kind::Smoke | Kind::Panic) => {
            Some("not reached means dispatch too, and the rest are told in both")
        }
        _ => None,
    }
}

/// Changes one cell to each of its other values.
fn flips<C: Cell>(cell: &'static str, value: C, plan: impl Fn(C) -> ResponsePlan) -> Vec<Flip> {
    value.others().map(|other| Flip { cell, to: format!("{other:?}"), plan: plan(other) }).collect()
}

/// Every change of one cell of a row. Its key is what it is about, and stays.
pub(crate) fn mutations(row: ResponsePlan) -> Vec<Flip> {
    let ResponsePlan {
        kind: _,
        setting: _,
        course: _,
        service,
        siren,
        opens,
        first_step,
        disarm,
        cancel_in_app,
        after_dispatch,
        while_open,
        visibility,
    } = row;
    [
        flips("service", service, |service| ResponsePlan { service, ..row }),
        flips("siren", siren, |siren| ResponsePlan { siren, ..row }),
        flips("opens", opens, |opens| ResponsePlan { opens, ..row }),
        flips("first_step", first_step, |first_step| ResponsePlan { first_step, ..row }),
        flips("disarm", disarm, |disarm| ResponsePlan { disarm, ..row }),
        flips("cancel_in_app", cancel_in_app, |cancel_in_app| ResponsePlan { cancel_in_app, ..row }),
        flips("after_dispatch", after_dispatch, |after_dispatch| ResponsePlan { after_dispatch, ..row }),
        flips("while_open", while_open, |while_open| ResponsePlan { while_open, ..row }),
        flips("visibility", visibility, |visibility| ResponsePlan { visibility, ..row }),
        row.deciding().map(|deciding| mutations_of_calls(row, deciding)).unwrap_or_default(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn mutations_of_calls(row: ResponsePlan, call: Deciding) -> Vec<Flip> {
    let Deciding { whom, not_reached, no_decision, wrong_password, password, cancel, after_cancel } = call;
    let with = |call: Deciding| ResponsePlan { first_step: FirstStep::Decide(call), ..row };
    [
        flips("whom", whom, |whom| with(Deciding { whom, ..call })),
        flips("not_reached", not_reached, |not_reached| with(Deciding { not_reached, ..call })),
        flips("no_decision", no_decision, |no_decision| with(Deciding { no_decision, ..call })),
        flips("wrong_password", wrong_password, |wrong_password| with(Deciding { wrong_password, ..call })),
        flips("password", password, |password| with(Deciding { password, ..call })),
        flips("cancel", cancel, |cancel| with(Deciding { cancel, ..call })),
        flips("after_cancel", after_cancel, |after_cancel| with(Deciding { after_cancel, ..call })),
    ]
    .into_iter()
    .flatten()
    .collect()
}
