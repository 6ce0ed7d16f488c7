//! The product's response plans: twelve rows in full, and what practice, a drill and a home that is not enrolled
//! make of them.

use super::cells::{
    AfterCancel, AfterDispatch, Audience, BurglarSetting, CancelByContact, CancelInApp, Course, Deciding, Disarm,
    FirstStep, Kind, NoDecision, NotReached, Opens, PasswordAsked, Service, Siren, Visibility, WhileOpen, Whom,
    WrongPassword,
};
use super::{PlanTable, ResponsePlan};

/// The product's response plans.
pub const PLANS: PlanTable = PlanTable(&ROWS);

/// Rows that are carried out in full.
const FULL: [ResponsePlan; 12] = [
    sos(Kind::SosPolice, Service::Police, Siren::Sounds, WhileOpen::OwnIncident),
    sos(Kind::SosFire, Service::Fire, Siren::Sounds, WhileOpen::NotesBurglar),
    sos(Kind::SosMedical, Service::Medical, Siren::Announces, WhileOpen::NotesBurglar),
    ResponsePlan {
        service: None,
        first_step: FirstStep::SirenAlone,
        cancel_in_app: CancelInApp::StopsSiren,
        after_dispatch: AfterDispatch::Nobody,
        ..sos(Kind::SirenOnly, Service::Police, Siren::Sounds, WhileOpen::OwnIncident)
    },
    burglar(BurglarSetting::IfNoOneCancels, NotReached::Dispatch),
    burglar(BurglarSetting::OnlyIfISay, NotReached::NobodySent),
    ResponsePlan {
        service: Some(Service::Fire),
        siren: Siren::Sounds,
        first_step: FirstStep::Decide(Deciding {
            password: PasswordAsked::Always,
            after_cancel: AfterCancel::Nothing,
            ..SOS_CALL
        }),
        disarm: Disarm::PassedOn,
        cancel_in_app: CancelInApp::PassedOn,
        after_dispatch: AfterDispatch::TheRest,
        ..alarm(Kind::Smoke)
    },
    ResponsePlan {
        service: Some(Service::Fire),
        siren: Siren::Sounds,
        first_step: FirstStep::Dispatch,
        after_dispatch: AfterDispatch::All,
        ..alarm(Kind::CarbonMonoxide)
    },
    ResponsePlan {
        service: Some(Service::Police),
        siren: Siren::Sounds,
        first_step: FirstStep::Decide(Deciding {
            no_decision: NoDecision::Dispatch,
            wrong_password: WrongPassword::Dispatch,
            password: PasswordAsked::Always,
            after_cancel: AfterCancel::TellTheRest,
            ..SOS_CALL
        }),
        after_dispatch: AfterDispatch::TheRest,
        ..alarm(Kind::Panic)
    },
    ResponsePlan {
        service: Some(Service::Police),
        first_step: FirstStep::Dispatch,
        visibility: Visibility::Hidden,
        ..alarm(Kind::Duress)
    },
    ResponsePlan { first_step: FirstStep::Tell(Audience::FirstThenSecond), ..alarm(Kind::Flood) },
    ResponsePlan { first_step: FirstStep::Tell(Audience::FirstThenSecond), ..alarm(Kind::Freeze) },
];

const ROWS: [ResponsePlan; 4 * FULL.len()] = rows();

const fn rows() -> [ResponsePlan; 4 * FULL.len()] {
    let mut rows = [FULL[0]; 4 * FULL.len()];
    let mut at = 0;
    while at < FULL.len() {
        rows[at] = FULL[at];
        rows[FULL.len() + at] = practice(FULL[at]);
        rows[2 * FULL.len() + at] = drill(FULL[at]);
        rows[3 * FULL.len() + at] = unmonitored(FULL[at]);
        at += 1;
    }
    rows
}

/// The first contact's call of an SOS (E2-E4, E8).
const SOS_CALL: Deciding = Deciding {
    whom: Whom::First,
    not_reached: NotReached::Dispatch,
    no_decision: NoDecision::AsNotReached,
    wrong_password: WrongPassword::AsNotReached,
    password: PasswordAsked::AsEnrolled,
    cancel: CancelByContact::InThatCall,
    after_cancel: AfterCancel::StillNeedHelp,
};

const fn sos(kind: Kind, service: Service, siren: Siren, while_open: WhileOpen) -> ResponsePlan {
    ResponsePlan {
        kind,
        setting: None,
        course: Course::Full,
        service: Some(service),
        siren,
        opens: Opens::AfterFiveSeconds,
        first_step: FirstStep::Decide(SOS_CALL),
        disarm: Disarm::NoEffect,
        cancel_in_app: CancelInApp::NoEffect,
        after_dispatch: AfterDispatch::OthersAndFirstIfUnreached,
        while_open,
        visibility: Visibility::Household,
    }
}

/// What alarms have in common: nobody slides them, and nothing takes them back.
const fn alarm(kind: Kind) -> ResponsePlan {
    ResponsePlan {
        kind,
        setting: None,
        course: Course::Full,
        service: None,
        siren: Siren::Silent,
        opens: Opens::AtOnce,
        first_step: FirstStep::SirenAlone,
        disarm: Disarm::NoEffect,
        cancel_in_app: CancelInApp::NoEffect,
        after_dispatch: AfterDispatch::Nobody,
        while_open: WhileOpen::OwnIncident,
        visibility: Visibility::Household,
    }
}

const fn burglar(setting: BurglarSetting, not_reached: NotReached) -> ResponsePlan {
    ResponsePlan {
        setting: Some(setting),
        service: Some(Service::Police),
        siren: Siren::Sounds,
        opens: Opens::AfterEntryDelay,
        first_step: FirstStep::Decide(Deciding {
            whom: Whom::AllInOrder,
            not_reached,
            no_decision: NoDecision::NextContact,
            wrong_password: WrongPassword::Dispatch,
            password: PasswordAsked::Always,
            cancel: CancelByContact::UntilDispatch,
            after_cancel: AfterCancel::Nothing,
        }),
        disarm: Disarm::Cancels,
        cancel_in_app: CancelInApp::AsDisarm,
        ..alarm(Kind::Burglar)
    }
}

/// Sirens are real; an automated voice message stands in place of the calls, and nobody is asked to come (L2). Duress
/// goes to an agent (L6).
const fn practice(row: ResponsePlan) -> ResponsePlan {
    let first_step = match row.kind {
        Kind::SirenOnly => FirstStep::SirenAlone,
        Kind::Duress => FirstStep::AskAgent,
        Kind::Flood | Kind::Freeze => FirstStep::Tell(Audience::FirstThenSecond),
        Kind::SosPolice
        | Kind::SosFire
        | Kind::SosMedical
        | Kind::Burglar
        | Kind::Smoke
        | Kind::CarbonMonoxide
        | Kind::Panic => FirstStep::Tell(Audience::InOrder),
    };
    ResponsePlan {
        course: Course::Practice,
        service: None,
        first_step,
        disarm: Disarm::NoEffect,
        cancel_in_app: match row.kind {
            Kind::SirenOnly => CancelInApp::StopsSiren,
            Kind::SosPolice
            | Kind::SosFire
            | Kind::SosMedical
            | Kind::Burglar
            | Kind::Smoke
            | Kind::CarbonMonoxide
            | Kind::Panic
            | Kind::Duress
            | Kind::Flood
            | Kind::Freeze => CancelInApp::NoEffect,
        },
        after_dispatch: AfterDispatch::Nobody,
        while_open: WhileOpen::OwnIncident,
        ..row
    }
}

/// The whole plan, and nobody is asked to come (L5). Nobody walks in either: a real alarm is one of its own (D9).
const fn drill(row: ResponsePlan) -> ResponsePlan {
    ResponsePlan { course: Course::Drill, while_open: WhileOpen::OwnIncident, ..row }
}

/// It sounds, and nobody is called (B14).
const fn unmonitored(row: ResponsePlan) -> ResponsePlan {
    ResponsePlan {
        course: Course::Unmonitored,
        service: None,
        first_step: FirstStep::SirenAlone,
        disarm: Disarm::NoEffect,
        cancel_in_app: CancelInApp::StopsSiren,
        after_dispatch: AfterDispatch::Nobody,
        while_open: WhileOpen::OwnIncident,
        ..row
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: A2, E3
    #[test]
    fn every_slider_has_a_row_that_asks_for_its_own_service() {
        for (kind, service) in
            [(Kind::SosPolice, Service::Police), (Kind::SosFire, Service::Fire), (Kind::SosMedical, Service::Medical)]
        {
            assert_eq!(PLANS.full(kind).and_then(|row| row.service), Some(service));
        }
    }

    /// proves: E7, I5, J3, F8
    #[test]
    fn only_the_burglar_plan_has_a_setting() {
        for row in PLANS.0 {
            assert_eq!(row.setting.is_some(), row.kind == Kind::Burglar, "{row:?}");
        }
    }

    /// proves: L2, B14
    #[test]
    fn every_kind_has_one_row_for_each_course_and_setting() {
        for kind in Kind::ALL {
            for course in [Course::Full, Course::Practice, Course::Drill, Course::Unmonitored] {
                let rows = PLANS.0.iter().filter(|row| row.kind == kind && row.course == course).count();
                assert_eq!(rows, if kind == Kind::Burglar { 2 } else { 1 }, "{kind:?} {course:?}");
            }
        }
    }

    /// proves: L2, L5, B14
    #[test]
    fn nobody_is_asked_to_come_in_practice_or_to_a_home_that_is_not_enrolled() {
        for row in PLANS.0.iter().filter(|row| matches!(row.course, Course::Practice | Course::Unmonitored)) {
            assert_eq!((row.service, row.deciding()), (None, None), "{row:?}");
        }
        for row in PLANS.0.iter().filter(|row| row.course != Course::Full) {
            assert_eq!(row.course.may_dispatch(), None);
        }
    }
}
