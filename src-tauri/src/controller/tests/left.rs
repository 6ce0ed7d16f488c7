//! A home on another machine that this device leaves by itself (V1).

use mayday_protocol::{Kind, Plan};
use mayday_wire::{ErrorCode, StationLink};

use super::{App, home, keep};
use crate::controller::handle::Intent;
use crate::station::Membership;

/// proves: V1
#[tokio::test]
async fn a_home_is_left_and_forgotten_also_where_its_station_does_not_answer() {
    let app = joined().await;
    app.handle.intend(Intent::LeaveHome).await.expect("whoever joined may leave");
    let view = app.view().await;
    assert_eq!((view.home, view.station, view.station_elsewhere), (None, StationLink::None, false));
    let folder = app.folder();
    let forgotten = || !folder.home_file().exists() && !folder.membership_file().exists();
    assert!(app.until(forgotten).await, "a restart knows nothing of it");
}

/// proves: V1, C8
#[tokio::test]
async fn no_home_is_left_while_an_sos_is_on_its_way_and_none_whose_station_is_here() {
    let app = joined().await;
    app.handle.intend(Intent::Slide(Kind::SosPolice)).await.expect("an entitled home may send");
    let refusal = app.handle.intend(Intent::LeaveHome).await.expect_err("the SOS comes first");
    assert_eq!(refusal.code, ErrorCode::AlreadyUnderWay);
    let here = App::open(&home(Plan::Pro, true)).await;
    assert_eq!(here.handle.intend(Intent::LeaveHome).await.expect_err("it lives here").code, ErrorCode::NotNow);
    assert!(here.view().await.home.is_some());
}

/// In a home whose station nobody can reach.
async fn joined() -> App {
    let temp = tempfile::tempdir().expect("a temporary folder");
    let home = home(Plan::Pro, true);
    let membership = serde_json::json!({
        "home": home.id, "role": "member",
        "elsewhere": { "addresses": ["127.0.0.1:1"], "fingerprint": "00".repeat(32) },
    });
    let membership: Membership = serde_json::from_value(membership).expect("a membership as it is kept");
    keep(&temp.path().join("membership.json"), &membership).expect("writable");
    App::open_in(temp, &home).await
}
