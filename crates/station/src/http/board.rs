//! The phone board's page and what its cards can do.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, LOCATION, SET_COOKIE};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use mayday_protocol::call::{Fact, Password};
use mayday_protocol::incident::AgentFact;
use mayday_wire::{
    AgentActionRequest, AgentSignInRequest, BoardActionRequest, BoardActionResponse, BoardLinkResponse, BoardView,
    CallBackRequest, CallReport, CodeRequest, ErrorCode, RaiseRequest, RaiseResponse,
};
use rust_embed::RustEmbed;
use serde::Deserialize;

use super::access::{BoardOf, COOKIE_NAME};
use super::alarm;
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
    let fact = board::fact(request.action, request.key)?;
    let slot = station.reader.find_incident(device.home, request.incident).await?.ok_or(ErrorCode::Unknown)?;
    // A key of the password is taken at the edge, and the engine does not hear of it.
    let Some(fact) = password_or(&station, slot, &request, fact).await? else {
        return Ok(Json(BoardActionResponse { report: CallReport::Taken }));
    };
    match station.engine.ask(Request::Call { slot, call: request.call, fact, finishes: None }).await? {
        Answer::Reported(report) => Ok(Json(BoardActionResponse { report })),
        Answer::Done | Answer::Standing(_) | Answer::Go(_) | Answer::Raised { .. } | Answer::Entered { .. } => {
            Err(ErrorCode::NotStored.into())
        }
    }
}

pub(super) async fn silence(
    State(station): State<Station>,
    Extension(BoardOf(device)): Extension<BoardOf>,
) -> Answered<StatusCode> {
    station.engine.ask(Request::SilenceAtKeypad { home: device.home }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A sensor, button or code of the virtual base station.
pub(super) async fn raise(
    State(station): State<Station>,
    Extension(BoardOf(device)): Extension<BoardOf>,
    Body(request): Body<RaiseRequest>,
) -> Answered<Json<RaiseResponse>> {
    alarm::raise_at(&station, device.home, request).await
}

/// The keypad of the virtual base station.
pub(super) async fn disarm(
    State(station): State<Station>,
    Extension(BoardOf(device)): Extension<BoardOf>,
    Body(CodeRequest { code }): Body<CodeRequest>,
) -> Answered<StatusCode> {
    alarm::disarm_at_keypad(&station, device.home, code).await
}

/// A contact calls the station's number.
pub(super) async fn call_back(
    State(station): State<Station>,
    Extension(BoardOf(device)): Extension<BoardOf>,
    Body(CallBackRequest { contact }): Body<CallBackRequest>,
) -> Answered<StatusCode> {
    station.engine.ask(Request::CallBack { home: device.home, contact }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Somebody at the board answers as the station's agent, or no longer does: then nobody is left waiting.
pub(super) async fn sign_in(
    State(station): State<Station>,
    Extension(BoardOf(device)): Extension<BoardOf>,
    Body(AgentSignInRequest { signed_in }): Body<AgentSignInRequest>,
) -> Answered<StatusCode> {
    for waiting in station.agents.sign_in(signed_in) {
        let (slot, finishes) = (waiting.slot, Some(waiting.finishes));
        station.engine.ask(Request::Agent { slot, fact: AgentFact::NoneSignedIn, finishes }).await?;
    }
    station.news.announce(Change::Home(device.home));
    Ok(StatusCode::NO_CONTENT)
}

/// The agent takes whoever waits for an incident of this home, and may send help (L3).
pub(super) async fn agent(
    State(station): State<Station>,
    Extension(BoardOf(device)): Extension<BoardOf>,
    Body(AgentActionRequest { incident, send }): Body<AgentActionRequest>,
) -> Answered<StatusCode> {
    let queue = station.agents.queue();
    let mut wanted = None;
    for waiting in queue.into_iter().filter(|waiting| waiting.slot.home == device.home) {
        let found = view::whoever_may_know(&station.reader, waiting.slot).await?;
        wanted = wanted.or(found.filter(|found| found.id == incident).map(|_| waiting.slot));
    }
    let slot = wanted.ok_or(ErrorCode::Unknown)?;
    for waiting in station.agents.take(slot) {
        let finishes = Some(waiting.finishes);
        station.engine.ask(Request::Agent { slot, fact: AgentFact::Took, finishes }).await?;
    }
    if let Some(service) = send {
        station.engine.ask(Request::AgentSends { slot, service }).await?;
    }
    station.news.announce(Change::Home(device.home));
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
    let secrets = station.reader.ask(move |db| Ok(homes::secrets(db, slot.home)?)).await?;
    let compare = move || password::compare(&keys, secrets.password.as_deref(), secrets.duress_password.as_deref());
    let found: Password = tokio::task::spawn_blocking(compare).await.map_err(anyhow::Error::from)?;
    Ok(Some(Fact::Password(found)))
}

fn file(path: &str) -> Answered<Response> {
    let page = Pages::get(path).ok_or(ErrorCode::NoSuchRoute)?;
    let kind = page.metadata.mimetype().to_owned();
    Ok(([(CONTENT_TYPE, kind)], page.data.into_owned()).into_response())
}
