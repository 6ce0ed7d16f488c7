//! Stories that stand in no table: call-backs, joined slides, help asked for at once, entry delays, and long lists.

use mayday_protocol::call::{Fact, Password};
use mayday_protocol::incident::{Acceptance, AgentFact, Code, Input, SirenFact};
use mayday_protocol::plan::{BurglarSetting, Course, PLANS, ResponsePlan, Siren, Trigger};
use mayday_protocol::{IncidentId, Kind, Service};

use super::approve;
use super::household::{self, trigger};
use super::story::{PHONE, Story, acceptance};
use super::words::CONTACTS;

/// proves: F3, M5
#[test]
fn a_contact_who_calls_back_cancels_a_burglar_alarm() {
    let mut story = raised(Kind::Burglar, 2, "the first contact, whose voicemail answered, calls back and cancels");
    story.call(1, Fact::Ringing, 2_000);
    story.call(1, Fact::Voicemail, 20_000);
    story.call(2, Fact::Ringing, 22_000);
    story.call(1, Fact::MessageLeft, 38_000);
    story.input(Input::CallBack { contact: CONTACTS[0] }, 41_000);
    story.call(3, Fact::Password(Password::Right), 45_000);
    story.call(3, Fact::Key('2'), 47_000);
    story.input(Input::Siren(SirenFact::Silent), 47_100);
    approve("call_back_cancels_a_burglar_alarm", &story.ends());
}

/// proves: C3, M5
#[test]
fn a_contact_who_calls_back_cannot_cancel_an_sos() {
    let mut story = committed(Kind::SosPolice, "the second contact calls back, and there is nothing to cancel");
    story.call(1, Fact::Ringing, 6_000);
    story.input(Input::CallBack { contact: CONTACTS[1] }, 8_000);
    story.call(2, Fact::Password(Password::Right), 12_000);
    story.call(2, Fact::Key('2'), 14_000);
    story.call(2, Fact::HungUp, 20_000);
    story.until(34_000);
    story.responders_are_asked(34_100);
    story.answer(3, 36_000);
    story.answer(4, 42_000);
    approve("call_back_cannot_cancel_an_sos", &story.ends());
}

/// proves: F4, M5, N3
#[test]
fn a_caller_who_does_not_know_the_password_may_be_the_intruder() {
    let mut story = raised(Kind::Burglar, 2, "somebody calls back from a contact's number with a wrong password");
    story.call(1, Fact::Busy, 2_000);
    story.input(Input::CallBack { contact: CONTACTS[0] }, 5_000);
    story.call(3, Fact::Password(Password::Wrong), 9_000);
    story.responders_are_asked(9_100);
    approve("call_back_with_a_wrong_password", &story.ends());
}

/// proves: F10, M5
#[test]
fn a_call_back_asks_for_police_where_nobody_was_sent() {
    let mut story = nobody_sent("nobody answers, nobody is sent, and a contact calls back for help");
    story.input(Input::CallBack { contact: CONTACTS[1] }, 120_000);
    story.call(3, Fact::Key('1'), 124_000);
    story.responders_are_asked(124_100);
    approve("call_back_sends_police", &story.ends());
}

/// proves: A10
#[test]
fn a_second_service_joins_an_sos_that_is_open() {
    let mut story =
        committed(Kind::SosPolice, "while the first contact is called, a further slide asks for an ambulance");
    story.call(1, Fact::Ringing, 6_000);
    story.input(Input::AlsoAsked { service: Service::Medical, siren: Siren::Announces }, 12_000);
    story.call(1, Fact::HungUp, 16_000);
    story.responders_are_asked(16_100);
    story.answer(2, 18_000);
    story.answer(3, 24_000);
    approve("a_second_service_joins", &story.ends());
}

/// proves: A10
#[test]
fn the_slide_that_joins_tells_which_incident_took_it_in() {
    let open = IncidentId::from_random([8; 16]);
    let mut story = Story::held(accepted(full(Kind::SosMedical), 2), "an SOS of this address is open, and takes it in");
    story.input(Input::WouldJoin { incident: Some(open) }, 5_030);
    story.input(Input::Commit, 5_030);
    approve("a_slide_is_taken_in", &story.ends());
}

/// proves: A10
#[test]
fn the_same_service_is_passed_on_as_asked_again() {
    let mut story = committed(Kind::SosFire, "the fire department is requested, and a further slide asks for it again");
    story.call(1, Fact::Busy, 6_000);
    story.responders_are_asked(6_100);
    story.answer(2, 8_000);
    story.answer(3, 13_000);
    story.input(Input::AlsoAsked { service: Service::Fire, siren: Siren::Sounds }, 60_000);
    story.responders_are_asked(60_100);
    approve("the_same_service_is_asked_again", &story.ends());
}

/// proves: A10
#[test]
fn a_contacts_cancel_ends_only_what_the_call_named() {
    let mut story =
        committed(Kind::SosPolice, "the contact cancels police; an ambulance was asked for during the call");
    story.answer(1, 6_000);
    story.input(Input::AlsoAsked { service: Service::Medical, siren: Siren::Announces }, 12_000);
    story.call(1, Fact::Password(Password::Right), 14_000);
    story.call(1, Fact::Key('2'), 16_000);
    story.answer(2, 18_000);
    story.call(2, Fact::Key('1'), 24_000);
    story.responders_are_asked(24_100);
    story.answer(3, 26_000);
    approve("a_cancel_ends_only_what_the_call_named", &story.ends());
}

/// proves: E9
#[test]
fn the_sending_device_asks_for_help_without_the_call() {
    let mut story = committed(Kind::SosPolice, "the first contact is the one who slid: don't ring me, send now");
    story.call(1, Fact::Ringing, 6_000);
    story.input(Input::SendNow { device: PHONE }, 7_000);
    story.responders_are_asked(7_100);
    story.answer(2, 9_000);
    approve("send_now_in_place_of_the_call", &story.ends());
}

/// proves: F10
#[test]
fn police_are_sent_from_the_app_where_nobody_was_sent() {
    let mut story = nobody_sent("nobody answers, nobody is sent, and the app sends police");
    story.input(Input::SendNow { device: PHONE }, 1_800_000);
    story.responders_are_asked(1_800_100);
    approve("send_police_where_nobody_was_sent", &story.ends());
}

/// proves: E10
#[test]
fn the_person_who_slid_still_needs_help_after_a_contacts_cancel() {
    let mut story = committed(Kind::SosMedical, "a contact cancels, and whoever slid still needs help");
    story.answer(1, 6_000);
    story.call(1, Fact::Password(Password::Right), 13_000);
    story.call(1, Fact::Key('2'), 15_000);
    story.input(Input::SendNow { device: PHONE }, 300_000);
    story.responders_are_asked(300_100);
    story.answer(2, 302_000);
    story.answer(3, 309_000);
    approve("still_needs_help_after_a_cancel", &story.ends());
}

/// proves: F7, F11
#[test]
fn disarming_within_the_entry_delay_means_that_nothing_happened() {
    let mut story = delayed("somebody comes home and disarms within the entry delay");
    story.input(Input::Disarm { code: Code::Normal }, 21_000);
    approve("entry_delay_disarmed", &story.ends());
}

/// proves: F11, J4
#[test]
fn the_duress_code_within_the_entry_delay_looks_like_disarming() {
    let mut story = delayed("an intruder makes somebody disarm: the duress code");
    story.input(Input::Disarm { code: Code::Duress }, 21_000);
    approve("entry_delay_disarmed_under_duress", &story.ends());
}

/// proves: F11
#[test]
fn no_disarm_within_the_entry_delay_is_a_burglary() {
    let mut story = delayed("the base station is smashed within the entry delay");
    story.until(30_000);
    story.answer(1, 32_000);
    story.call(1, Fact::Key('1'), 39_000);
    story.responders_are_asked(39_100);
    approve("entry_delay_not_disarmed", &story.ends());
}

/// proves: F2, F6, F9, M2
#[test]
fn five_contacts_are_called_and_no_sixth() {
    let mut story =
        raised(Kind::Burglar, 6, "six contacts: busy, voicemail, failed, busy, hung up; the sixth is not called");
    story.call(1, Fact::Busy, 3_000);
    story.call(2, Fact::Ringing, 5_000);
    story.call(2, Fact::Voicemail, 20_000);
    story.call(3, Fact::Failed, 24_000);
    story.call(4, Fact::Busy, 27_000);
    story.call(5, Fact::Ringing, 29_000);
    story.call(2, Fact::MessageLeft, 40_000);
    story.call(5, Fact::HungUp, 41_000);
    story.responders_are_asked(41_100);
    approve("burglar_five_contacts", &story.ends());
}

/// proves: F9
#[test]
fn deciding_calls_end_after_180_seconds_in_all() {
    let mut story = raised(Kind::Burglar, 5, "the first contact picks up and says nothing, the second rings, …");
    story.answer(1, 4_000);
    story.until(68_000);
    story.call(2, Fact::Ringing, 70_000);
    story.call(3, Fact::Ringing, 105_000);
    story.call(4, Fact::Ringing, 137_000);
    story.answer(5, 170_000);
    story.until(180_000);
    story.responders_are_asked(180_100);
    approve("burglar_180_seconds", &story.ends());
}

/// proves: F7
#[test]
fn disarming_after_police_were_requested_is_passed_on() {
    let mut story = raised(Kind::Burglar, 2, "a contact asks for help, and then the alarm is disarmed");
    story.answer(1, 2_000);
    story.call(1, Fact::Key('1'), 9_000);
    story.responders_are_asked(9_100);
    story.input(Input::Disarm { code: Code::Normal }, 60_000);
    story.input(Input::Siren(SirenFact::Silent), 60_100);
    approve("burglar_disarmed_after_dispatch", &story.ends());
}

/// proves: J4, N4
#[test]
fn the_duress_code_disarms_a_burglar_alarm_and_police_come_silently() {
    let mut story = raised(Kind::Burglar, 2, "the alarm is disarmed with the duress code");
    story.call(1, Fact::Ringing, 2_000);
    story.input(Input::Disarm { code: Code::Duress }, 9_000);
    story.input(Input::Siren(SirenFact::Silent), 9_100);
    approve("burglar_disarmed_under_duress", &story.ends());
}

/// proves: K1
#[test]
fn water_and_two_voicemails_leave_two_messages_and_a_notice() {
    let mut story = raised(Kind::Flood, 3, "both contacts' voicemails answer, and the notice is read the next morning");
    story.call(1, Fact::Ringing, 2_000);
    story.call(1, Fact::Voicemail, 20_000);
    story.call(2, Fact::Ringing, 22_000);
    story.call(2, Fact::Voicemail, 40_000);
    story.call(1, Fact::MessageLeft, 45_000);
    story.call(2, Fact::MessageLeft, 62_000);
    story.input(Input::Read, 36_000_000);
    approve("flood_two_voicemails", &story.ends());
}

/// proves: L3, Q3
#[test]
fn a_contact_asks_for_an_agent_in_practice() {
    let plan = PLANS.row(Kind::Smoke, BurglarSetting::IfNoOneCancels, Course::Practice);
    let plan = plan.expect("the table has smoke in practice");
    let mut story = story_of(plan, 2, 0, "in practice; the person called asks for an agent, and none is signed in");
    story.input(Input::Siren(SirenFact::Sounding), 100);
    story.answer(1, 2_000);
    story.call(1, Fact::Key('0'), 12_000);
    story.input(Input::Agent(AgentFact::NoneSignedIn), 12_200);
    approve("practice_an_agent_is_asked_for", &story.ends());
}

/// proves: A11, Q2
#[test]
fn a_person_says_that_it_is_over() {
    let mut story = raised(Kind::Panic, 2, "police have been, and a person says that it is over");
    story.call(1, Fact::Busy, 2_000);
    story.responders_are_asked(2_100);
    story.answer(2, 4_000);
    story.input(Input::Over, 1_800_000);
    approve("panic_a_person_says_that_it_is_over", &story.ends());
}

/// proves: D9
#[test]
fn a_burglar_trigger_is_noted_while_a_medical_sos_is_open() {
    let mut story = committed(Kind::SosMedical, "the ambulance's crew opens the door of an armed home");
    story.answer(1, 6_000);
    story.call(1, Fact::Key('1'), 13_000);
    story.responders_are_asked(13_100);
    story.answer(2, 15_000);
    story.input(Input::AlsoTriggered { trigger: Trigger::ContactSensor }, 600_000);
    approve("a_burglar_trigger_is_noted", &story.ends());
}

/// proves: L5, M9
#[test]
fn a_drill_calls_nobody_whose_line_a_message_takes() {
    let plan = PLANS.row(Kind::SosPolice, BurglarSetting::IfNoOneCancels, Course::Drill);
    let accepted = accepted(plan.expect("the table has an SOS drill"), 2);
    let mut story = Story::held(accepted, "a drill; the first contact's voicemail answers");
    story.input(Input::Commit, 5_030);
    story.call(1, Fact::Ringing, 6_000);
    story.call(1, Fact::Voicemail, 25_000);
    story.answer(2, 27_000);
    story.call(1, Fact::MessageLeft, 45_000);
    story.answer(3, 47_000);
    approve("drill_voicemail", &story.ends());
}

/// proves: M5, Z4
#[test]
fn help_that_is_asked_for_after_it_was_over_is_a_request_of_its_own() {
    let mut story = raised(Kind::Panic, 2, "police have been, it is over, and a contact calls back for help");
    story.call(1, Fact::Busy, 2_000);
    story.responders_are_asked(2_100);
    story.answer(2, 4_000);
    story.input(Input::Over, 1_800_000);
    story.input(Input::CallBack { contact: CONTACTS[0] }, 1_900_000);
    story.call(3, Fact::Key('1'), 1_905_000);
    story.responders_are_asked(1_905_100);
    story.answer(4, 1_907_000);
    approve("help_after_it_was_over", &story.ends());
}

/// proves: A10, G4
#[test]
fn a_burglar_alarm_is_its_own_incident_while_an_sos_is_open() {
    let mut story = delayed("an SOS of this address is open when the entry delay ends");
    story.input(Input::WouldJoin { incident: Some(IncidentId::from_random([8; 16])) }, 20_000);
    story.until(30_000);
    story.answer(1, 32_000);
    story.call(1, Fact::Key('1'), 39_000);
    story.responders_are_asked(39_100);
    approve("burglar_beside_an_open_sos", &story.ends());
}

fn full(kind: Kind) -> ResponsePlan {
    PLANS.full(kind).expect("every kind has a row in full")
}

/// Without a base station where that would only add lines.
fn accepted(plan: ResponsePlan, contacts: usize) -> Acceptance {
    Acceptance { siren: None, ..acceptance(plan, &CONTACTS[..contacts]) }
}

fn committed(kind: Kind, title: &str) -> Story {
    let mut story = Story::held(accepted(full(kind), 2), title);
    story.input(Input::Commit, 5_030);
    story
}

fn story_of(plan: ResponsePlan, contacts: usize, entry_delay_ms: u64, title: &str) -> Story {
    let accepted = acceptance(plan, &CONTACTS[..contacts]);
    household::raised(Acceptance { device: None, trigger: trigger(plan.kind), ..accepted }, entry_delay_ms, title)
}

fn raised(kind: Kind, contacts: usize, title: &str) -> Story {
    story_of(full(kind), contacts, 0, title)
}

fn delayed(title: &str) -> Story {
    story_of(full(Kind::Burglar), 2, 30_000, title)
}

/// *Only if I say*, and two contacts who do not answer.
fn nobody_sent(title: &str) -> Story {
    let plan = PLANS.row(Kind::Burglar, BurglarSetting::OnlyIfISay, Course::Full);
    let mut story = story_of(plan.expect("the table has both settings"), 2, 0, title);
    story.call(1, Fact::Busy, 3_000);
    story.call(2, Fact::Ringing, 5_000);
    story.until(33_000);
    story
}
