//! The phone board's page and what its cards can do.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, LOCATION, SET_COOKIE};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use mayday_protocol::call::{Fact, Password};
use mayday_wire::{BoardActionRequest, BoardActionResponse, BoardLinkResponse, BoardView, CallReport, ErrorCode};
use rust_embed::RustEmbed;
use serde::Deserialize;

use super::access::{BoardOf, COOKIE_NAME};
use super::answer::{Answered, Body};
use crate::engine::{Answer, Change, Request};
use crate::store::{Slot, homes};
use crate::token::Device;
use crate::{Station, board, password, view};

/// The board's page, as `ui/` builds it.
#[derive(RustEmbed)]
#[folder = "../../ui/dist/"]
#[include = "board.html"]
#[include = "assets/*"]
struct Pages;

#[derive(Deserialize)]
pub(super) struct Opening {
    ticket: Option<String>,
}

pub(super) async fn link(
    State(station): State<Station>,
    Extension(device): Extension<Device>,
) -> Json<BoardLinkResponse> {
    let ticket = station.tickets.issue(device);
    Json(BoardLinkResponse { url: format!("{}/board/?ticket={}", station.board_origin, ticket.reveal()).into() })
}

/// With a ticket: exchanges it for the cookie. Without one: the page, which asks for its view.
pub(super) async fn page(State(station): State<Station>, Query(opening): Query<Opening>) -> Answered<Response> {
    let Some(ticket) = opening.ticket else { return file("board.html") };
    let Some(session) = station.tickets.redeem(&ticket) else { return file("board.html") };
    let cookie = format!("{COOKIE_NAME}={}; Path=/board/; HttpOnly; SameSite=Strict", session.reveal());
    Ok((StatusCode::SEE_OTHER, [(SET_COOKIE, cookie), (LOCATION, "/board/".to_owned())]).into_response())
}

pub(super) async fn asset(Path(path): Path<String>) -> Answered<Response> {
    file(&format!("assets/{path}"))
}

pub(super) async fn view(
    State(station): State<Station>,
    Extension(BoardOf(device)): Extension<BoardOf>,
) -> Answered<Json<BoardView>> {
    Ok(Json(view::board(&station, device.home).await?.ok_or(ErrorCode::Unknown)?))
}

pub(super) async fn action(
    State(station): State<Station>,
    Extension(BoardOf(device)): Extension<BoardOf>,
    Body(request): Body<BoardActionRequest>,
) -> Answered<Json<BoardActionResponse>> {
    let fact = board::fact(&request)?;
    let slot = station.reader.find_incident(device.home, request.incident).await?.ok_or(ErrorCode::Unknown)?;
    // A key of the password is taken at the edge, and the engine does not hear of it.
    let Some(fact) = password_or(&station, slot, &request, fact).await? else {
        return Ok(Json(BoardActionResponse { report: CallReport::Taken }));
    };
    match station.engine.ask(Request::Call { slot, call: request.call, fact, finishes: None }).await? {
        Answer::Reported(report) => Ok(Json(BoardActionResponse { report })),
        Answer::Done | Answer::Standing(_) | Answer::Go(_) | Answer::Entered { .. } => Err(ErrorCode::NotStored.into()),
    }
}

pub(super) async fn silence(
    State(station): State<Station>,
    Extension(BoardOf(device)): Extension<BoardOf>,
) -> Answered<StatusCode> {
    station.engine.ask(Request::SilenceAtKeypad { home: device.home }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// While the password is asked, its keys stay here: the engine and its journal learn only whether
/// the one submission was right. `1` is a request for help and goes on (N2).
async fn password_or(
    station: &Station,
    slot: Slot,
    request: &BoardActionRequest,
    fact: Fact,
) -> Answered<Option<Fact>> {
    let Fact::Key(key) = fact else { return Ok(Some(fact)) };
    let call = (request.incident, request.call);
    if key == '1' || !station.reader.asks_password(slot, request.call).await? {
        return Ok(Some(fact));
    }
    if key != '#' {
        station.passwords.press(call, key);
        station.news.announce(Change::Home(slot.home));
        return Ok(None);
    }
    let keys = station.passwords.submit(call);
    let found = station.reader.ask(move |db| {
        let stored = homes::load(db, slot.home)?.and_then(|home| home.password_hash);
        Ok(stored.map_or(Password::Wrong, |stored| password::compare(&keys, &stored)))
    });
    Ok(Some(Fact::Password(found.await?)))
}

fn file(path: &str) -> Answered<Response> {
    let page = Pages::get(path).ok_or(ErrorCode::NoSuchRoute)?;
    let kind = page.metadata.mimetype().to_owned();
    Ok(([(CONTENT_TYPE, kind)], page.data.into_owned()).into_response())
}
