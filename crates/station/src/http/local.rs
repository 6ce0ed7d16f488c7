//! What only this user's programs may ask: version, demo home, stop.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use mayday_wire::{API_VERSION, EnterDemoRequest, EnterDemoResponse, ErrorCode, HealthResponse, VersionResponse};

use super::answer::{Answered, Body};
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

pub(super) async fn health(State(station): State<Station>) -> (StatusCode, Json<HealthResponse>) {
    let health: HealthResponse = station.news.troubles().into_iter().collect();
    (if health.ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }, Json(health))
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

pub(super) async fn show_window(State(station): State<Station>) -> StatusCode {
    station.news.announce(Change::ShowWindow);
    StatusCode::NO_CONTENT
}

pub(super) async fn stop(State(station): State<Station>) -> StatusCode {
    station.stop.send_replace(true);
    StatusCode::NO_CONTENT
}
