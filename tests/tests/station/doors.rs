//! Every route of the table, without and with the wrong key; and the phone board's door.

use anyhow::Result;
use mayday_protocol::IncidentId;
use mayday_station::{Access, Door, ROUTES, Route};
use mayday_tests::Board;
use mayday_wire::{BoardAction, BoardActionRequest, CallReport, ErrorBody, ErrorCode};
use reqwest::{Client, Method, StatusCode};

use crate::desk::{Desk, id, raise};

#[tokio::test]
async fn every_guarded_route_refuses_who_has_no_key_or_a_wrong_one() -> Result<()> {
    let desk = Desk::open().await?;
    let guarded: Vec<&Route> = ROUTES.iter().filter(|route| route.access != Access::Anyone).collect();
    assert!(guarded.len() >= 10);
    for route in guarded {
        for key in [None, Some("wrong"), Some("")] {
            let answer = knock(&desk, route, key).await?;
            let named = format!("{} {} with {key:?}", route.method, route.path);
            assert_eq!(answer.status(), StatusCode::UNAUTHORIZED, "{named}");
            assert_eq!(answer.json::<ErrorBody>().await?.code, ErrorCode::NotPaired, "{named}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_loopback_door_serves_the_phone_board_and_nothing_else() -> Result<()> {
    let desk = Desk::open().await?;
    let http = Client::builder().no_proxy().build()?;
    for route in ROUTES.iter().filter(|route| route.door != Door::Loopback) {
        let url = format!("{}{}", desk.running()?.board_origin(), path(route));
        let answer = http.request(route.method.to_uppercase().parse()?, url).send().await?;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{}", route.path);
    }
    Ok(())
}

#[tokio::test]
async fn a_page_elsewhere_cannot_reach_the_board_under_a_name_of_its_own() -> Result<()> {
    let desk = Desk::open().await?;
    let http = Client::builder().no_proxy().build()?;
    let url = format!("{}/board/", desk.running()?.board_origin());
    let answer = http.get(&url).header("host", "evil.example").send().await?;
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    let neighbour = http.get(&url).header("origin", "http://127.0.0.1:1").send().await?;
    assert_eq!(neighbour.status(), StatusCode::FORBIDDEN, "another port is another origin");
    let page = http.get(&url).send().await?;
    assert_eq!(page.status(), StatusCode::OK);
    let policy = page.headers()["content-security-policy"].to_str()?;
    assert!(policy.contains("default-src 'self'") && !policy.contains("unsafe"), "{policy}");
    Ok(())
}

#[tokio::test]
async fn a_link_to_the_board_opens_it_once() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    let link = phone.board_link().await?;
    let board = Board::from_link(link.url.reveal()).await?;
    assert_eq!(board.view().await?.contacts.len(), 3);
    assert!(Board::from_link(link.url.reveal()).await.is_err(), "the second opening gets no cookie");
    Ok(())
}

#[tokio::test]
async fn reports_about_calls_that_ended_or_never_were_change_nothing() -> Result<()> {
    let desk = Desk::open().await?;
    let phone = desk.device().await?;
    raise(&phone, id(1)).await?;
    let board = desk.board(&phone).await?;
    let call = board.wait_for_ringing("Ana Ruiz").await?;
    let before = phone.incidents().await?.remove(0);
    let action = |incident, call| BoardActionRequest { incident, call, action: BoardAction::Ignore, key: None };
    assert_eq!(board.post(&action(call.incident, 999)).await?, CallReport::NoSuchCall);
    assert_eq!(board.post(&action(call.incident, 0)).await?, CallReport::NoSuchCall);
    assert!(board.post(&action(IncidentId::from_random([9; 16]), 1)).await.is_err());
    assert_eq!(phone.incidents().await?.remove(0).timeline, before.timeline);
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    let after = phone.incidents().await?.remove(0).timeline;
    assert_eq!(board.post(&action(call.incident, call.call)).await?, CallReport::Ended);
    let now = phone.incidents().await?.remove(0).timeline;
    assert_eq!(now[..after.len()], after);
    Ok(())
}

/// Uses a route with this key, where its access wants one.
async fn knock(desk: &Desk, route: &Route, key: Option<&str>) -> Result<reqwest::Response> {
    let builder = Client::builder().no_proxy();
    let (client, origin) = match route.door {
        Door::Socket | Door::Outer => {
            (builder.unix_socket(desk.running()?.socket()).build()?, "http://station".to_owned())
        }
        Door::Loopback => (builder.build()?, desk.running()?.board_origin().to_owned()),
    };
    let method: Method = route.method.to_uppercase().parse()?;
    let mut request = client.request(method, format!("{origin}{}", path(route)));
    if let Some(key) = key {
        request = request.bearer_auth(key).header("cookie", format!("mayday_board={key}"));
    }
    Ok(request.send().await?)
}

fn path(route: &Route) -> String {
    route.path.replace("{id}", &id(1).to_string()).replace("{*path}", "none.js")
}
