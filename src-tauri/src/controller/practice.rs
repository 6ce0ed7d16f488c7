//! Practice is announced when it begins, a day before it ends, and when it ends (L4, L6). What was announced is kept with
//! the settings, so that an end which came while the app was closed is told at its next start, and nothing is told twice.

use mayday_protocol::{Time, Timer};
use mayday_wire::HomeView;

use super::{Controller, Shell};
use crate::settings::Announced;
use crate::words::PracticeNews;

/// A practice that is longer than this is told of once more, so long before its end.
const DAY_MS: u64 = 24 * 3_600_000;
/// Two ends that are no further apart are the same: an end is told in milliseconds from now.
const SAME_END_MS: u64 = 10 * 60_000;

/// What is still to be said of the practice that the station told of.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Announcements {
    ends: Option<Timer>,
}

/// What a home that was told means, and what is announced from then on.
fn hear(before: Option<Announced>, home: &HomeView, now: Time) -> (Option<PracticeNews>, Option<Announced>) {
    let before = before.filter(|before| before.home == home.id);
    let Some(left) = home.practice.map(|practice| practice.remaining_ms).filter(|left| *left > 0) else {
        return (before.map(|_| PracticeNews::Over), None);
    };
    let ends_ms = now.wall_ms().saturating_add_unsigned(left);
    match before.filter(|before| before.ends_ms.abs_diff(ends_ms) < SAME_END_MS) {
        Some(same) => (None, Some(same)),
        None => {
            let begun = Announced { home: home.id, ends_ms, day_said: left <= DAY_MS };
            (Some(PracticeNews::On { left_ms: left }), Some(begun))
        }
    }
}

impl<S: Shell> Controller<S> {
    /// The station has told of the home.
    pub(super) fn hear_of_practice(&mut self, home: &HomeView) {
        let now = self.clock.now();
        let (news, announced) = hear(self.settings.practice, home, now);
        self.announcements.ends = home.practice.map(|practice| Timer::new(now, practice.remaining_ms));
        self.announced(announced);
        if let Some(news) = news {
            self.announce(home, news);
        }
    }

    /// The timer after which something is to be said.
    pub(super) fn next_announcement(&self, now: Time) -> Option<Timer> {
        let (ends, announced) = (self.announcements.ends?, self.settings.practice?);
        let left = ends.remaining_ms(now);
        Some(if announced.day_said { ends } else { Timer::new(now, left.saturating_sub(DAY_MS)) })
    }

    pub(super) fn announce_what_is_due(&mut self) {
        let now = self.clock.now();
        let Some(announced) = self.settings.practice else { return };
        let (Some(ends), Some(home)) = (self.announcements.ends, self.home.clone()) else { return };
        if ends.is_due(now) {
            self.announcements.ends = None;
            self.announced(None);
            self.announce(&home, PracticeNews::Over);
        } else if !announced.day_said && ends.remaining_ms(now) <= DAY_MS {
            self.announced(Some(Announced { day_said: true, ..announced }));
            self.announce(&home, PracticeNews::DayLeft);
        }
    }

    fn announce(&self, home: &HomeView, news: PracticeNews) {
        let (title, body) = self.words.practice(home, news);
        self.shell.notify(title, body, None);
    }

    fn announced(&mut self, practice: Option<Announced>) {
        if self.settings.practice != practice {
            self.settings.practice = practice;
            self.settings_keeper.keep(self.settings);
        }
    }
}

#[cfg(test)]
mod tests {
    use mayday_protocol::BootId;
    use mayday_wire::PracticeView;

    use super::super::tests::home;
    use super::*;

    const WEEK_MS: u64 = 7 * DAY_MS;

    /// proves: L4, L6
    #[test]
    fn practice_is_announced_when_it_begins_and_once() {
        let (news, announced) = hear(None, &practising(WEEK_MS), at(0));
        assert_eq!(news, Some(PracticeNews::On { left_ms: WEEK_MS }));
        let (again, _) = hear(announced, &practising(WEEK_MS - 5_000), at(5_200));
        assert_eq!(again, None);
    }

    /// proves: L4
    #[test]
    fn an_end_that_came_while_the_app_was_closed_is_announced_at_its_next_start() {
        let (_, announced) = hear(None, &practising(900_000), at(0));
        let (news, after) = hear(announced, &practising(0), at(WEEK_MS));
        assert_eq!((news, after), (Some(PracticeNews::Over), None));
        assert_eq!(hear(after, &practising(0), at(WEEK_MS)).0, None);
    }

    /// proves: L4, L5
    #[test]
    fn a_short_practice_is_not_announced_a_day_before_its_end() {
        let (_, announced) = hear(None, &practising(8 * 3_600_000), at(0));
        assert_eq!(announced.map(|it| it.day_said), Some(true));
        let (_, week) = hear(None, &practising(WEEK_MS), at(0));
        assert_eq!(week.map(|it| it.day_said), Some(false));
    }

    /// proves: L6
    #[test]
    fn a_practice_that_was_entered_anew_is_announced_anew() {
        let (_, announced) = hear(None, &practising(900_000), at(0));
        let (news, _) = hear(announced, &practising(8 * 3_600_000), at(1_000));
        assert_eq!(news, Some(PracticeNews::On { left_ms: 8 * 3_600_000 }));
    }

    /// proves: L6
    #[test]
    fn the_practice_of_a_home_that_was_left_is_not_over() {
        let (_, announced) = hear(None, &practising(900_000), at(0));
        let other = HomeView { id: mayday_protocol::HomeId::from_random([7; 16]), ..practising(0) };
        assert_eq!(hear(announced, &other, at(1_000)), (None, None));
    }

    fn practising(remaining_ms: u64) -> HomeView {
        let practice = (remaining_ms > 0).then_some(PracticeView { remaining_ms });
        HomeView { practice, ..home(mayday_protocol::Plan::Pro, true) }
    }

    fn at(ms: u64) -> Time {
        Time::from_clocks(BootId(1), ms * 1_000, i64::try_from(ms).expect("a test's time"))
    }
}
