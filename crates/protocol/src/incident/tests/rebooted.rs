//! Every wait that a reboot interrupts goes on, and the wall clock has no say in it afterwards.

use super::*;

/// Timers that are fired: more than any of these incidents has running at a time.
const MOST: usize = 12;

/// Fires timer after timer and tells each with its time. The clock says what time it is, so many milliseconds after the slide.
fn fired(mut incident: Incident, from_ms: u64, clock: impl Fn(u64) -> Time) -> Vec<(Wake, u64)> {
    let (mut now_ms, mut fired) = (from_ms, vec![]);
    while let Some((wake, timer)) = incident.poll_timeout(clock(now_ms)).filter(|_| fired.len() < MOST) {
        now_ms += timer.remaining_ms(clock(now_ms));
        fired.push((wake, now_ms));
        incident.handle_timeout(clock(now_ms));
        while incident.poll_output().is_some() {}
    }
    fired
}

/// The wall clock is asked once, as the incident is taken up. Whether it goes on or is set back by a day is the same then.
#[track_caller]
fn goes_on(what: &str, run: Run) {
    let moment = run.now_ms;
    let reading = |ms: u64, wall_ms: i64| Time::from_clocks(BootId(2), ms * 1_000, wall_ms);
    let mut rebooted = run.incident;
    rebooted.adopt_boot(reading(moment, 0));
    let passed = |ms: u64| i64::try_from(ms - moment).expect("a few days");
    let undisturbed = fired(rebooted.clone(), moment, |ms| reading(ms, passed(ms)));
    assert!(!undisturbed.is_empty(), "{what}: something waits");
    assert_eq!(fired(rebooted, moment, |ms| reading(ms, passed(ms) - 86_400_000)), undisturbed, "{what}");
}

/// proves: Q4, C5, E3, M2, D3, E10
#[test]
fn every_wait_that_a_reboot_interrupts_goes_on_and_a_wall_clock_set_back_afterwards_delays_none() {
    goes_on("the hold", Run::held());
    goes_on("the deciding call", Run::committed());
    goes_on("the deciding call, answered", Run::answered());
    goes_on("a request that is overdue", Run::not_answered());

    let mut started = Run::not_answered();
    started.input(STARTED, 9_500);
    goes_on("a request that nobody confirms, and the calls that tell", started);

    let mut confirmed = Run::not_answered();
    confirmed.input(STARTED, 9_500);
    confirmed.input(CONFIRMED, 9_600);
    for call in 2..=4 {
        confirmed.call(call, Fact::Busy, 9_700);
    }
    goes_on("the next try to tell", confirmed);

    let mut message = Run::committed();
    message.call(1, Fact::Voicemail, 9_000);
    goes_on("a message that is left", message);

    let mut sounding = Run::of(Kind::SirenOnly, &[ANA], 20, 20);
    sounding.incident.acceptance.siren = Some(SirenPlaces { keypad: true, cameras: false });
    sounding.input(Input::Commit, 5_030);
    sounding.input(Input::Siren(SirenFact::Sounding), 5_100);
    goes_on("the siren", sounding);
}

/// proves: E10, Q4
#[test]
fn the_ten_minutes_for_still_needing_help_outlive_a_reboot() {
    let mut run = Run::answered();
    run.call(1, Fact::Key('2'), 12_000);
    run.incident.adopt_boot(Time::from_clocks(BootId(2), 0, 0));
    let later = Time::from_clocks(BootId(2), 60_000_000, -86_400_000);
    assert_eq!(run.incident.still_need_help_ms(later), Some(540_000));
}
