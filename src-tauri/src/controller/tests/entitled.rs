//! What the device keeps of plan and enrolment: read as it was signed, and never in the way of help.

use mayday_protocol::entitlement::Entitlement;
use mayday_protocol::{Kind, Plan, Reason};
use mayday_wire::{HomeView, NoticeCode, SignedEntitlement};

use super::*;
use crate::station::Membership;

/// The station's word about a home, and the key that signs it.
fn signed(home: &HomeView, plan: Plan) -> SignedEntitlement {
    let said = Entitlement { plan, ..Entitlement::of_records(home.id, &home.facts, 1) };
    SignedEntitlement::sign(&said, &mayday_wire::entitlement::SigningKey::from_bytes(&[7; 32])).expect("signed")
}

async fn kept(home: HomeView, key: Option<&str>) -> App {
    let temp = tempfile::tempdir().expect("a temporary folder");
    let membership = Membership { entitled_by: key.map(str::to_owned), ..Membership::here(home.id) };
    keep(&temp.path().join("membership.json"), &membership).expect("writable");
    App::open_in(temp, &home).await
}

fn altered(view: &AppView) -> bool {
    view.notices.iter().any(|notice| notice.code == NoticeCode::EntitlementAltered)
}

/// proves: B1, B13
#[tokio::test]
async fn the_signed_word_counts_and_not_what_was_written_beside_it() {
    let pro = home(Plan::Pro, true);
    let word = signed(&pro, Plan::Basic);
    let app = kept(HomeView { entitlement: Some(word.clone()), ..pro }, Some(&word.key)).await;
    let refusal = app.handle.intend(Intent::Slide(Kind::SosPolice)).await.expect_err("Basic was signed");
    let codes: Vec<_> = refusal.reasons.iter().map(|reason| reason.code).collect();
    assert_eq!(codes, [Reason::PlanWithoutSos]);
    assert!(!altered(&app.view().await));
}

/// proves: B13, Q4
#[tokio::test]
async fn a_word_that_was_altered_is_said_to_be_so_and_the_slide_goes_to_the_station_all_the_same() {
    let pro = home(Plan::Pro, true);
    let word = signed(&pro, Plan::Pro);
    let forged = SignedEntitlement { said: word.said.replace("pro", "plus"), ..word.clone() };
    let (lost, other) = (None, Some(SignedEntitlement { key: "AAAA".to_owned(), ..word.clone() }));
    for (entitlement, key) in [(Some(forged), word.key.as_str()), (lost, word.key.as_str()), (other, "AAAA")] {
        let app = kept(HomeView { entitlement, ..pro.clone() }, Some(key)).await;
        let view = app.view().await;
        assert!(altered(&view) && view.reasons.is_empty(), "{:?}", view.notices);
        app.handle.intend(Intent::Slide(Kind::SosPolice)).await.expect("the station decides");
    }
}

/// proves: B13
#[tokio::test]
async fn a_home_of_another_version_that_keeps_no_word_goes_by_its_facts() {
    let app = kept(home(Plan::Pro, true), None).await;
    assert!(!altered(&app.view().await));
    app.handle.intend(Intent::Slide(Kind::SosPolice)).await.expect("as before");
}
