//! Every response plan, told as stories: each kind and setting × each way its calls, codes and courses can go.
//!
//! One file of `transcripts/` is one story, to be read and judged without reading any Rust. What happens around the
//! station is one table, `tale.rs`; `further.rs` holds the stories that are in no table. A home has two contacts, or
//! three where more than two may be called.
#![cfg(feature = "serde")]

#[path = "common/alarm.rs"]
mod alarm;
mod common;
#[path = "plan_transcripts/further.rs"]
mod further;
#[path = "plan_transcripts/household.rs"]
mod household;
#[path = "plan_transcripts/stored.rs"]
mod stored;
#[path = "common/story.rs"]
mod story;
#[path = "plan_transcripts/tale.rs"]
mod tale;
#[path = "common/words.rs"]
mod words;

use std::fmt::Write as _;

use mayday_protocol::Kind;
use mayday_protocol::plan::BurglarSetting;

use household::Household;
use tale::Tale;
use words::kind_words;

/// Tells every tale of one kind.
macro_rules! stories {
    ($($(#[$doc:meta])* $name:ident: $kind:expr, $setting:expr;)*) => {$(
        $(#[$doc])*
        #[test]
        fn $name() {
            every_tale($kind, $setting);
        }
    )*};
}

stories! {
    /// proves: C3, C4, D1, E2, E3, E4, E5, E6, E7, E8, L2, L5, M2, M6, N1, N2, N4
    an_sos_for_police_goes_as_its_plan_says: Kind::SosPolice, None;
    /// proves: C3, C4, D1, E2, E3, E4, E5, E6, E7, E8, L2, L5, M2, M6, N1, N2, N4
    an_sos_for_the_fire_department_goes_as_its_plan_says: Kind::SosFire, None;
    /// proves: C3, C4, D2, E2, E3, E4, E5, E6, E7, E8, L2, L5, M2, M6, N1, N2, N4
    a_medical_sos_goes_as_its_plan_says: Kind::SosMedical, None;
    /// proves: A3, D3, L2, L5
    the_siren_alone_goes_as_its_plan_says: Kind::SirenOnly, None;
    /// proves: B14, D7, F2, F3, F4, F5, F6, F7, F8, L2, L5, N1, N3, N4
    a_burglar_alarm_goes_as_its_plan_says_if_no_one_cancels: Kind::Burglar, Some(BurglarSetting::IfNoOneCancels);
    /// proves: B14, D7, F2, F3, F4, F5, F6, F7, F8, F10, L2, L5, N1, N3, N4
    a_burglar_alarm_goes_as_its_plan_says_only_if_somebody_says: Kind::Burglar, Some(BurglarSetting::OnlyIfISay);
    /// proves: B14, D7, G2, G3, L2, L5, E8, N4
    a_smoke_alarm_goes_as_its_plan_says: Kind::Smoke, None;
    /// proves: B14, D7, H1, H2, H3, L2, L5, M10
    a_carbon_monoxide_alarm_goes_as_its_plan_says: Kind::CarbonMonoxide, None;
    /// proves: B14, D7, I2, I3, I4, I5, L2, L5, N3, N4
    a_panic_alarm_goes_as_its_plan_says: Kind::Panic, None;
    /// proves: B14, D5, J2, J3, L2, L5, L6
    duress_goes_as_its_plan_says: Kind::Duress, None;
    /// proves: B14, K1, L2, L5
    a_flood_alarm_goes_as_its_plan_says: Kind::Flood, None;
    /// proves: B14, K1, L2, L5
    a_freeze_alarm_goes_as_its_plan_says: Kind::Freeze, None;
}

fn every_tale(kind: Kind, setting: Option<BurglarSetting>) {
    for tale in Tale::ALL {
        if tale.occurs(kind).is_ok() {
            approve(&story_name(kind, setting, tale), &Household::tells(kind, setting, tale));
        }
    }
}

/// proves: B14, H2, J2, K1
#[test]
fn every_combination_is_told_or_cannot_occur_for_a_reason() {
    let mut text = String::from("Combinations that cannot occur, and why\n\n");
    let mut told = 0;
    for kind in Kind::ALL {
        for tale in Tale::ALL {
            match tale.occurs(kind) {
                Ok(()) => told += if kind == Kind::Burglar { 2 } else { 1 },
                Err(why) => {
                    let pair = format!("{} × {}", kind_words(kind), tale.name());
                    writeln!(text, "{pair:46}{why}").expect("a text can grow");
                }
            }
        }
    }
    writeln!(text, "\n{told} combinations are told.").expect("a text can grow");
    approve("combinations_that_cannot_occur", &text);
}

fn story_name(kind: Kind, setting: Option<BurglarSetting>, tale: Tale) -> String {
    let setting = match setting {
        None => "",
        Some(BurglarSetting::IfNoOneCancels) => "_if_no_one_cancels",
        Some(BurglarSetting::OnlyIfISay) => "_only_if_i_say",
    };
    let kind = kind_words(kind).to_lowercase().replace(' ', "_");
    format!("{kind}{setting}_{}", tale.name().replace([' ', '-'], "_"))
}

/// Compares a story with the one that was approved.
fn approve(name: &str, text: &str) {
    insta::with_settings!({ snapshot_path => "transcripts", omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, text);
    });
}
