//! Hold, commit, cancel, ask. The home comes from the token, so another home's id is an unknown id.

use axum::extract::{Path, State};
use axum::{Extension, Json};
use mayday_protocol::incident::Standing;
use mayday_wire::{CancelRequest, ErrorCode, SignalRequest, SignalResponse, SignalStanding};

use super::alarm::check_code;
use super::answer::{Answered, Body, id};
use crate::Station;
use crate::engine::{Answer, Request, Slide, Word};
use crate::token::Device;

type Caller = Extension<Device>;

pub(super) async fn hold(
    State(station): State<Station>,
    Extension(device): Caller,
    Path(signal): Path<String>,
    Body(request): Body<SignalRequest>,
) -> Answered<Json<SignalResponse>> {
    say(station, device, &signal, Word::Hold(slide(&request))).await
}

pub(super) async fn commit(
    State(station): State<Station>,
    Extension(device): Caller,
    Path(signal): Path<String>,
    Body(request): Body<SignalRequest>,
) -> Answered<Json<SignalResponse>> {
    say(station, device, &signal, Word::Commit(slide(&request))).await
}

pub(super) async fn cancel(
    State(station): State<Station>,
    Extension(device): Caller,
    Path(signal): Path<String>,
    Body(CancelRequest { cancelled_after_ms, code }): Body<CancelRequest>,
) -> Answered<Json<SignalResponse>> {
    let code = match code {
        Some(code) => Some(check_code(&station, device.home, code).await?),
        None => None,
    };
    say(station, device, &signal, Word::Cancel { cancelled_after_ms, code }).await
}

pub(super) async fn ask(
    State(station): State<Station>,
    Extension(device): Caller,
    Path(signal): Path<String>,
) -> Answered<Json<SignalResponse>> {
    say(station, device, &signal, Word::Ask).await
}

async fn say(station: Station, device: Device, signal: &str, word: Word) -> Answered<Json<SignalResponse>> {
    let signal = id(signal)?;
    match station.engine.ask(Request::Signal { device, signal, word }).await? {
        Answer::Standing(standing) => Ok(Json(SignalResponse { signal, standing: view(standing) })),
        Answer::Done | Answer::Reported(_) | Answer::Go(_) | Answer::Raised { .. } | Answer::Entered { .. } => {
            Err(ErrorCode::NotStored.into())
        }
    }
}

const fn slide(request: &SignalRequest) -> Slide {
    let SignalRequest { kind, since_slide_ms, drill, camera, mode_seen: _ } = *request;
    Slide { kind, since_slide_ms, drill, camera }
}

const fn view(standing: Standing) -> SignalStanding {
    match standing {
        Standing::Held { acts_by_itself_in_ms } => SignalStanding::Held { acts_by_itself_in_ms },
        Standing::Committed { incident } => SignalStanding::Committed { incident },
        Standing::Cancelled => SignalStanding::Cancelled,
    }
}
