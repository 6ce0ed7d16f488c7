//! SOS police, told as stories: what comes in, which timer fires, what is ordered, what is said.
//!
//! Each story is one file in `snapshots/`, to be read and judged without reading any Rust. The home
//! has two contacts; the slide is at +0.000 s.

mod common;
#[path = "common/story.rs"]
mod story;
#[path = "common/words.rs"]
mod words;

use mayday_protocol::call::Fact;
use mayday_protocol::incident::{Acceptance, Code, Input, Receiver};
use mayday_protocol::plan::PLANS;
use mayday_protocol::{ContactId, Kind};

use common::POLICE;
use story::{PHONE, Story, acceptance};
use words::CONTACTS;

/// proves: E2, E3, E5, M10
#[test]
fn the_first_contact_ignores_the_call() {
    let mut story = committed("the first contact ignores the call");
    story.call(1, Fact::Ringing, 6_200);
    story.call(1, Fact::HungUp, 19_000);
    story.responders_are_asked(19_100);
    story.answer(2, 20_000);
    story.answer(3, 26_000);
    approve(story, "police_first_contact_ignores");
}

/// proves: C4, E4, E5, M6
#[test]
fn the_first_contact_answers_and_asks_for_help() {
    let mut story = answered("the first contact answers and asks for help");
    story.call(1, Fact::Key('1'), 14_000);
    story.responders_are_asked(14_100);
    story.answer(2, 16_000);
    approve(story, "police_first_contact_asks_for_help");
}

/// proves: C3, C4
#[test]
fn the_first_contact_answers_and_cancels() {
    let mut story = answered("the first contact answers and cancels");
    story.call(1, Fact::Key('2'), 14_000);
    approve(story, "police_first_contact_cancels");
}

/// proves: E3, M6
#[test]
fn the_first_contact_picks_up_and_presses_no_key() {
    let mut story = committed("the first contact picks up and presses no key");
    story.call(1, Fact::Ringing, 6_200);
    story.call(1, Fact::PickedUp, 9_000);
    story.until(34_000);
    story.responders_are_asked(34_100);
    story.answer(2, 36_000);
    story.answer(3, 42_000);
    approve(story, "police_first_contact_presses_no_key");
}

/// proves: E3, E5, M2, M10
#[test]
fn a_voicemail_takes_every_call() {
    let mut story = committed("a voicemail takes every call");
    story.call(1, Fact::Voicemail, 12_000);
    story.responders_are_asked(12_100);
    story.call(2, Fact::Voicemail, 18_000);
    story.call(1, Fact::MessageLeft, 31_000);
    story.call(3, Fact::Voicemail, 36_000);
    story.call(4, Fact::Voicemail, 140_000);
    story.call(5, Fact::Voicemail, 157_000);
    story.call(4, Fact::MessageLeft, 160_000);
    story.call(5, Fact::MessageLeft, 178_000);
    approve(story, "police_voicemail");
}

/// proves: M2, Q2
#[test]
fn the_recording_on_the_first_contacts_voicemail_never_ends() {
    let mut story = committed("the recording on the first contact's voicemail never ends");
    story.call(1, Fact::Voicemail, 12_000);
    story.responders_are_asked(12_100);
    story.answer(2, 14_000);
    story.until(72_000);
    story.answer(3, 74_000);
    approve(story, "police_recording_never_ends");
}

/// proves: E3, M9
#[test]
fn the_first_contacts_line_fails() {
    let mut story = committed("the first contact's line fails");
    story.call(1, Fact::Failed, 5_400);
    story.responders_are_asked(5_500);
    story.call(3, Fact::Failed, 6_200);
    story.answer(2, 8_000);
    story.answer(4, 129_000);
    approve(story, "police_first_contacts_line_fails");
}

/// proves: E3, E5, M9, M10
#[test]
fn the_first_contact_is_in_another_call_of_the_station() {
    let mut story = committed("the first contact is in another call of the station");
    story.call(1, Fact::InAnotherCall, 5_040);
    story.input(Input::DispatchStarted { request: POLICE }, 5_100);
    story.call(3, Fact::InAnotherCall, 5_110);
    story.input(Input::DispatchConfirmed { request: POLICE, by: Receiver::Webhook }, 5_700);
    story.answer(2, 8_000);
    story.answer(4, 127_000);
    approve(story, "police_first_contact_in_another_call");
}

/// proves: E3, M6
#[test]
fn the_first_contact_hangs_up_in_the_first_second() {
    let mut story = committed("the first contact picks up and hangs up before the digits could be spoken");
    story.call(1, Fact::Ringing, 6_200);
    story.call(1, Fact::PickedUp, 9_000);
    story.call(1, Fact::HungUp, 9_400);
    story.responders_are_asked(9_500);
    story.answer(2, 12_000);
    story.answer(3, 18_000);
    approve(story, "police_first_contact_hangs_up_at_once");
}

/// proves: E5, M10
#[test]
fn nobody_is_reached_by_any_telling_call() {
    let mut story = committed("nobody is reached, by any of the calls");
    story.call(1, Fact::Ringing, 6_200);
    story.call(1, Fact::HungUp, 9_000);
    story.responders_are_asked(9_100);
    story.call(2, Fact::Busy, 9_800);
    story.call(3, Fact::Ringing, 9_900);
    story.call(4, Fact::Voicemail, 130_000);
    story.call(4, Fact::MessageLeft, 150_000);
    story.call(5, Fact::HungUp, 160_000);
    approve(story, "police_nobody_is_reached");
}

/// proves: E3, M9
#[test]
fn the_first_contacts_line_is_busy() {
    let mut story = committed("the first contact's line is busy");
    story.call(1, Fact::Busy, 6_200);
    story.responders_are_asked(6_300);
    story.answer(2, 8_000);
    story.answer(3, 15_000);
    approve(story, "police_first_contact_is_busy");
}

/// proves: E3, M1
#[test]
fn the_first_contacts_phone_rings_out() {
    let mut story = committed("the first contact's phone rings until the station gives up");
    story.call(1, Fact::Ringing, 6_200);
    story.until(34_200);
    story.responders_are_asked(34_300);
    story.answer(2, 36_000);
    story.call(3, Fact::Ringing, 41_500);
    approve(story, "police_first_contact_rings_out");
}

/// proves: E8
#[test]
fn the_first_contact_hangs_up_after_the_key_press() {
    let mut story = answered("the first contact presses the digits and hangs up");
    story.call(1, Fact::HungUp, 15_000);
    story.responders_are_asked(15_100);
    story.answer(2, 17_000);
    story.answer(3, 23_000);
    approve(story, "police_first_contact_hangs_up");
}

/// proves: E8
#[test]
fn the_first_contact_says_nothing_after_the_key_press() {
    let mut story = answered("the first contact presses the digits and then nothing for 60 s");
    story.until(72_000);
    story.responders_are_asked(72_100);
    story.answer(2, 74_000);
    story.answer(3, 80_000);
    approve(story, "police_first_contact_stays_silent");
}

/// proves: C2
#[test]
fn the_person_cancels_in_the_hold() {
    let mut story = held(&CONTACTS[..2], "the person cancels within the five seconds");
    story.input(Input::Cancel { device: PHONE, cancelled_after_ms: 3_100, code: Code::Normal }, 3_140);
    story.input(Input::Hold { since_slide_ms: 520 }, 3_900);
    story.input(Input::Commit, 5_200);
    approve(story, "police_cancelled_in_the_hold");
}

/// proves: C5, E2
#[test]
fn the_station_commits_by_itself() {
    let mut story = held(&CONTACTS[..2], "the phone is smashed after the slide");
    story.until(7_000);
    story.call(1, Fact::Ringing, 8_200);
    story.call(1, Fact::PickedUp, 11_000);
    story.press_the_digits(1, 14_000);
    story.call(1, Fact::Key('1'), 17_000);
    story.responders_are_asked(17_100);
    story.answer(2, 19_000);
    approve(story, "police_station_commits_by_itself");
}

/// proves: E3, P2
#[test]
fn the_home_has_no_contacts() {
    let mut story = held(&[], "the home has no contacts");
    story.input(Input::Commit, 5_030);
    story.responders_are_asked(5_100);
    approve(story, "police_no_contacts");
}

/// proves: Q2
#[test]
fn the_receiver_does_not_confirm_for_30_seconds() {
    let mut story = answered("the receiving side accepts only after 50 s");
    story.call(1, Fact::Key('1'), 14_000);
    story.input(Input::DispatchStarted { request: POLICE }, 14_100);
    story.answer(2, 16_000);
    story.until(44_100);
    story.input(Input::DispatchConfirmed { request: POLICE, by: Receiver::Webhook }, 64_000);
    approve(story, "police_receiver_confirms_late");
}

/// The home asks no password, and has no base station.
fn held(contacts: &[ContactId], title: &str) -> Story {
    let plan = PLANS.full(Kind::SosPolice).expect("the table has SOS police");
    Story::held(Acceptance { asks_password: false, siren: None, ..acceptance(plan, contacts) }, title)
}

fn committed(title: &str) -> Story {
    let mut story = held(&CONTACTS[..2], title);
    story.input(Input::Commit, 5_030);
    story
}

fn answered(title: &str) -> Story {
    let mut story = committed(title);
    story.call(1, Fact::Ringing, 6_200);
    story.call(1, Fact::PickedUp, 9_000);
    story.press_the_digits(1, 12_000);
    story
}

/// Compares the story with the one that was approved.
fn approve(story: Story, name: &str) {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, story.ends());
    });
}
