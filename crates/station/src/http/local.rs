//! What only this user's programs may ask: version, demo home, set-up, stop, removal of a device.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use mayday_protocol::{Kind, Redacted, eligibility};
use mayday_wire::{
    API_VERSION, CheckSetUpRequest, DeviceRole, EnterDemoRequest, EnterHomeResponse, ErrorBody, ErrorCode,
    FieldProblem, HealthResponse, HomeSetup, PairRequest, SetUpPreview, SetUpRequest, VersionResponse,
};

use super::answer::{Answered, Body, id};
use crate::engine::{Answer, How, Request};
use crate::store::homes::{DEMO_CODE, DEMO_DURESS_CODE, DEMO_DURESS_PASSWORD, DEMO_PASSWORD, Secrets};
use crate::{Station, password, setup};

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
) -> Answered<Json<EnterHomeResponse>> {
    let is_there = station.reader.has_demo_home().await?;
    let secrets = if is_there { None } else { Some(demo_secrets().await?) };
    enter(&station, Request::EnterDemo { secrets, device_name: cut(&request.device_name) }).await
}

/// The hashes of what the demo home keeps secret, and shows everybody.
async fn demo_secrets() -> anyhow::Result<Secrets> {
    let hashed = |secret: &str| hash(Some(password::keypad(secret)));
    Ok(Secrets {
        password: hashed(DEMO_PASSWORD).await?,
        duress_password: hashed(DEMO_DURESS_PASSWORD).await?,
        code: hashed(DEMO_CODE).await?,
        duress_code: hashed(DEMO_DURESS_CODE).await?,
    })
}

/// Looks at a set-up without keeping it.
pub(super) async fn check_set_up(
    State(station): State<Station>,
    Body(CheckSetUpRequest { setup, home }): Body<CheckSetUpRequest>,
) -> Answered<Json<SetUpPreview>> {
    let facts = setup::facts(&setup);
    let reasons = |kind| eligibility::check(kind, &facts).err().unwrap_or_default().into_iter().map(Into::into);
    Ok(Json(SetUpPreview {
        reasons: reasons(Kind::SosPolice).collect(),
        siren_reasons: reasons(Kind::SirenOnly).collect(),
        not_live: station.reader.not_live(),
        problems: look(&station, setup, home.is_none()).await?.err().unwrap_or_default(),
    }))
}

/// The rules of every country's numbers take a while to be read the first time: away from the async threads.
pub(super) async fn look(
    station: &Station,
    setup: HomeSetup,
    is_new: bool,
) -> anyhow::Result<Result<setup::Checked, Vec<FieldProblem>>> {
    let caller_number = station.caller_number.clone();
    Ok(tokio::task::spawn_blocking(move || setup::check(&setup, is_new, &caller_number)).await?)
}

pub(super) async fn set_up(
    State(station): State<Station>,
    Body(request): Body<SetUpRequest>,
) -> Answered<Json<EnterHomeResponse>> {
    let mut checked = look(&station, request.setup, true).await?.map_err(ErrorBody::set_up_problems)?;
    let password_hash = hash(checked.password.take()).await?.ok_or(ErrorCode::SetUpProblems)?;
    let device_name = cut(&request.device_name);
    enter(&station, Request::SetUp { setup: Box::new(checked), password_hash, device_name }).await
}

pub(super) async fn pair(
    State(station): State<Station>,
    Body(request): Body<PairRequest>,
) -> Answered<Json<EnterHomeResponse>> {
    let device_name = cut(&request.device_name);
    enter(&station, Request::Pair { home: request.home, role: DeviceRole::Owner, how: How::Here, device_name }).await
}

async fn enter(station: &Station, request: Request) -> Answered<Json<EnterHomeResponse>> {
    let Answer::Entered { home, token, device } = station.engine.ask(request).await? else {
        return Err(ErrorCode::NotStored.into());
    };
    let home = station.reader.home(home).await?.ok_or(ErrorCode::NotStored)?;
    Ok(Json(EnterHomeResponse { home, token, device }))
}

/// Hashing takes a tenth of a second on purpose: away from the engine and the async threads.
pub(super) async fn hash(keys: Option<Redacted<String>>) -> anyhow::Result<Option<String>> {
    let Some(keys) = keys else { return Ok(None) };
    Ok(Some(tokio::task::spawn_blocking(move || password::hash(&keys)).await??))
}

pub(super) fn cut(name: &Redacted<String>) -> Redacted<String> {
    name.reveal().chars().take(NAME).collect::<String>().into()
}

/// Removes a device from its home. Whoever reaches this socket can read the database too.
pub(super) async fn revoke(State(station): State<Station>, Path(device): Path<String>) -> Answered<StatusCode> {
    station.engine.ask(Request::Revoke { device: id(&device)? }).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn stop(State(station): State<Station>) -> StatusCode {
    station.stop.send_replace(true);
    StatusCode::NO_CONTENT
}
