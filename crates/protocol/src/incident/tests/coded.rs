//! The duress code in a cancel (C7): the home sees a cancel, and police are asked for beside it, hidden.

use super::run::*;
use super::*;

const IN_TIME: u64 = 4_000;

const fn cancel(code: Code, cancelled_after_ms: u64) -> Input {
    Input::Cancel { device: PHONE, cancelled_after_ms, code }
}

/// proves: C7, J4, J6, N4
#[test]
fn the_duress_code_in_the_hold_shows_a_cancel_and_keeps_what_was_slid_for_beside_police() {
    let run = |code| {
        let mut run = Run::of(Kind::SosMedical, &[ANA], 20, 20);
        run.input(cancel(code, IN_TIME), 4_020);
        run.until(DAY);
        run
    };
    let (normal, duress) = (run(Code::Normal), run(Code::Duress));
    assert_eq!((&normal.events, &normal.orders), (&duress.events, &duress.orders));
    assert_eq!(normal.incident, duress.incident, "nothing that is kept tells them apart");
    assert_eq!(normal.consequences, []);
    assert_eq!(duress.consequences, [Consequence::Duress { keep: vec![Service::Medical] }]);
}

/// proves: C7, J4, L5
#[test]
fn the_duress_code_in_a_drill_or_in_practice_keeps_nothing_of_it_and_raises_duress_all_the_same() {
    for course in [Course::Drill, Course::Practice] {
        let mut run = Run::of_course(Kind::SosFire, course);
        run.input(cancel(Code::Duress, IN_TIME), 4_020);
        assert_eq!(run.incident.standing(at(4_020)), Standing::Cancelled);
        assert_eq!(run.consequences, [Consequence::Duress { keep: vec![] }], "{course:?}");
    }
}

/// proves: C3, C7, J4
#[test]
fn a_duress_code_that_comes_too_late_to_cancel_raises_duress_and_changes_nothing_else() {
    let mut run = Run::committed();
    let before = run.incident.clone();
    run.input(cancel(Code::Duress, 5_000), 5_100);
    assert_eq!(run.incident, before);
    assert_eq!(run.consequences, [Consequence::Duress { keep: vec![] }]);
}
