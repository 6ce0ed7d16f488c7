//! What only this user's programs may ask: version, demo home, stop, removal of a device.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use mayday_wire::{API_VERSION, EnterDemoRequest, EnterDemoResponse, ErrorCode, VersionResponse};

use super::answer::{Answered, Body, id};
use crate::Station;
use crate::engine::{Answer, Change, Request};

/// Longer names of devices are cut.
const NAME: usize = 80;

pub(super) async fn version(State(station): State<Station>) -> Answered<Json<VersionResponse>> {
    Ok(Json(VersionResponse {
        product: env!("CARGO_PKG_VERSION").to_owned(),
        api: API_VERSION,
        pid: std::process::id(),
        open_incidents: station.reader.open_incidents().await?,
    }))
}

pub(super) async fn enter_demo(
    State(station): State<Station>,
    Body(request): Body<EnterDemoRequest>,
) -> Answered<Json<EnterDemoResponse>> {
    let device_name = request.device_name.reveal().chars().take(NAME).collect::<String>().into();
    let Answer::Entered { home, token } = station.engine.ask(Request::EnterDemo { device_name }).await? else {
        return Err(ErrorCode::NotStored.into());
    };
    let home = station.reader.home(home).await?.ok_or(ErrorCode::NotStored)?;
    Ok(Json(EnterDemoResponse { home, token }))
}

/// Removes a device from its home. Whoever reaches this socket can read the database too.
pub(super) async fn revoke(State(station): State<Station>, Path(device): Path<String>) -> Answered<StatusCode> {
    station.engine.ask(Request::Revoke { device: id(&device)? }).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn show_window(State(station): State<Station>) -> StatusCode {
    station.news.announce(Change::ShowWindow);
    StatusCode::NO_CONTENT
}

pub(super) async fn stop(State(station): State<Station>) -> StatusCode {
    station.stop.send_replace(true);
    StatusCode::NO_CONTENT
}
