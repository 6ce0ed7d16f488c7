//! What is asked for again: by another slide, by a cancel that is pressed twice, by whoever still needs help.

use super::*;

const fn also(service: Service) -> Input {
    Input::AlsoAsked { service, siren: Siren::Silent }
}

fn requests(run: &Run) -> usize {
    run.incident.dispatches().len()
}

/// proves: A10
#[test]
fn one_incident_asks_eight_times_at_most_however_often_somebody_slides() {
    let mut responding = Run::not_answered();
    for n in 0..12 {
        responding.input(also(Service::Fire), 9_100 + n);
        assert_eq!(requests(&responding), MOST_ASKED.min(2 + usize::try_from(n).expect("a few")));
    }
    let mut calling = Run::committed();
    for n in 0..12 {
        calling.input(also(Service::Fire), 5_100 + n);
    }
    calling.call(1, Fact::Busy, 9_000);
    assert_eq!(requests(&calling), MOST_ASKED, "noted while the first contact was called, and asked for then");
}

/// proves: F7
#[test]
fn a_cancel_that_comes_twice_is_passed_on_to_responders_once() {
    let mut run = Run::of(Kind::Burglar, &[ANA, BEN], 20, 20);
    run.until(7_000);
    run.call(1, Fact::Busy, 8_000);
    run.call(2, Fact::Busy, 9_000);
    let request = run.incident.dispatches().first().expect("police are asked to come").request;
    run.input(Input::DispatchStarted { request }, 9_500);
    for ms in [10_000, 11_000] {
        run.input(Input::Disarm { code: Code::Normal }, ms);
    }
    let passed_on = Did::Dispatch(request, DispatchMessage::CancelAsked);
    assert_eq!(run.orders.iter().filter(|did| **did == passed_on).count(), 1);
}

/// proves: E10
#[test]
fn only_the_device_that_slid_and_only_for_ten_minutes_can_still_ask_for_help() {
    for (device, ms, asks) in [
        (PHONE, 20_000, true),
        (PHONE, 611_999, true),
        (PHONE, 612_000, false),
        (OTHER_PHONE, 20_000, false),
        (OTHER_PHONE, 612_000, false),
    ] {
        let mut run = Run::answered();
        run.call(1, Fact::Key('2'), 12_000);
        for call in 2..=3 {
            run.call(call, Fact::Failed, 12_500);
        }
        run.input(Input::SendNow { device }, ms);
        assert_eq!(run.events.contains(&Event::StillNeedHelp), asks, "at {ms} by {device:?}");
    }
}

/// proves: A10, D1
#[test]
fn another_slide_sounds_a_siren_that_is_silent_and_leaves_one_alone_that_sounds() {
    let mut run = Run::held();
    run.incident.acceptance.siren = Some(SirenPlaces { keypad: true, cameras: false });
    run.input(Input::Commit, 5_030);
    let sounded =
        |run: &Run| run.orders.iter().filter(|did| matches!(did, Did::Order(Order::SoundSiren { .. }))).count();
    assert_eq!(sounded(&run), 1);
    run.input(Input::Siren(SirenFact::Sounding), 5_100);
    let fire = Input::AlsoAsked { service: Service::Fire, siren: Siren::Sounds };
    run.input(fire, 5_200);
    assert_eq!(sounded(&run), 1, "it sounds already");
    run.input(Input::Siren(SirenFact::Silent), 5_300);
    run.input(fire, 5_400);
    assert_eq!(sounded(&run), 2, "it was silent");
}
