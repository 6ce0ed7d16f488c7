//! Which alarms of the home an open incident notes, and which are incidents of their own.

use super::run::*;
use super::*;

/// proves: D9, G4
#[test]
fn an_open_incident_notes_alarms_of_its_own_kind_and_a_burglary_while_responders_walk_in() {
    for kind in Kind::ALL {
        let mut run = Run::of_course(kind, Course::Full);
        let noted =
            |run: &Run| Kind::ALL.into_iter().filter(|it| run.incident.notes(*it, Course::Full)).collect::<Vec<_>>();
        let own: Vec<Kind> = (!kind.is_slid()).then_some(kind).into_iter().collect();
        assert_eq!(noted(&run), own, "{kind:?}, held");
        run.until(7_000);
        let walk_in = matches!(kind, Kind::SosFire | Kind::SosMedical);
        let open = if walk_in { vec![Kind::Burglar] } else { own };
        assert_eq!(noted(&run), if run.incident.is_open() { open } else { vec![] }, "{kind:?}, open");
        run.incident.state = State::Closed(Ending::ByStation);
        assert_eq!(noted(&run), [], "{kind:?}, over");
    }
}

/// proves: A10, G4, L6
#[test]
fn nothing_real_is_noted_where_less_is_done_about_it_and_no_drill_anywhere() {
    use Course::{Drill, Full, Practice, Unmonitored};
    for (open, noted) in [
        (Full, vec![Full, Practice, Unmonitored]),
        (Practice, vec![Practice]),
        (Unmonitored, vec![Unmonitored]),
        (Drill, vec![]),
    ] {
        let run = Run::of_course(Kind::Burglar, open);
        let found: Vec<_> = [Full, Practice, Unmonitored, Drill]
            .into_iter()
            .filter(|it| run.incident.notes(Kind::Burglar, *it))
            .collect();
        assert_eq!(found, noted, "{open:?}");
    }
}
