//! A member's home and its incidents.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use mayday_protocol::readiness_call::Concern;
use mayday_wire::{
    Activity, ChangeHomeRequest, ContactView, ErrorBody, ErrorCode, HomeView, IncidentView, IncidentsRequest,
    NameCameraRequest, SetDemoDevicesRequest, SetDemoPlanRequest,
};

use super::answer::{Answered, Asked, Body, id, malformed};
use super::{local, readiness, secrets};
use crate::engine::Request;
use crate::token::Device;
use crate::{Station, setup, view};

/// Incidents in a list, where nothing else was asked for.
const LATEST: u16 = 20;
/// Incidents in a list at most.
const MOST: u16 = 100;

pub(super) async fn home(
    State(station): State<Station>,
    Extension(device): Extension<Device>,
) -> Answered<Json<HomeView>> {
    Ok(Json(station.reader.home(device.home).await?.ok_or(ErrorCode::Unknown)?))
}

/// Puts another set-up in the home's place.
pub(super) async fn change(
    State(station): State<Station>,
    Extension(device): Extension<Device>,
    Body(request): Body<ChangeHomeRequest>,
) -> Answered<StatusCode> {
    let home = device.home;
    if request.setup.password.is_some() {
        return Err(ErrorBody::set_up_problems(vec![setup::password_elsewhere()]).into());
    }
    let checked = local::look(&station, request.setup, false).await?.map_err(ErrorBody::set_up_problems)?;
    secrets::gate(&station, home, request.code).await?;
    let before = readiness::listed(&station, home).await?;
    station
        .engine
        .ask_by(device, Activity::ChangedHome, Request::ChangeHome { home, setup: Box::new(checked) })
        .await?;
    let was_listed = |now: &ContactView| before.iter().any(|was| was.id == now.id && was.phone == now.phone);
    let mut added = readiness::listed(&station, home).await?;
    added.retain(|contact| !was_listed(contact));
    readiness::tell(&station, home, added.iter().map(|contact| contact.id).collect(), Concern::OnTheList).await;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn set_demo_plan(
    State(station): State<Station>,
    Extension(device): Extension<Device>,
    Body(request): Body<SetDemoPlanRequest>,
) -> Answered<StatusCode> {
    station
        .engine
        .ask_by(device, Activity::ChangedHome, Request::SetDemoPlan { home: device.home, plan: request.plan })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn set_demo_devices(
    State(station): State<Station>,
    Extension(device): Extension<Device>,
    Body(request): Body<SetDemoDevicesRequest>,
) -> Answered<StatusCode> {
    station
        .engine
        .ask_by(
            device,
            Activity::ChangedHome,
            Request::SetDemoDevices { home: device.home, base_station: request.base_station },
        )
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Names a camera. No code is asked: what it is called changes nothing that is done.
pub(super) async fn name_camera(
    State(station): State<Station>,
    Extension(device): Extension<Device>,
    Path(wanted): Path<String>,
    Body(NameCameraRequest { name, kind }): Body<NameCameraRequest>,
) -> Answered<StatusCode> {
    let (home, camera) = (device.home, id(&wanted)?);
    let name = setup::camera_name(&name)
        .ok_or_else(|| malformed("A camera's name has 1 to 60 signs that can be read aloud"))?;
    station.engine.ask_by(device, Activity::ChangedHome, Request::NameCamera { home, camera, name, kind }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Silences the siren, and nothing else (D6).
pub(super) async fn silence(
    State(station): State<Station>,
    Extension(device): Extension<Device>,
    Path(wanted): Path<String>,
) -> Answered<StatusCode> {
    let slot = station.reader.find_incident(device.home, id(&wanted)?).await?.ok_or(ErrorCode::Unknown)?;
    let what = Activity::Silenced { incident: id(&wanted)? };
    station.engine.ask_by(device, what, Request::Silence { slot }).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn incidents(
    State(station): State<Station>,
    Extension(device): Extension<Device>,
    Asked(IncidentsRequest { before, limit }): Asked<IncidentsRequest>,
) -> Answered<Json<Vec<IncidentView>>> {
    let limit = limit.unwrap_or(LATEST);
    if !(1..=MOST).contains(&limit) {
        return Err(malformed(format!("The limit is a number from 1 to {MOST}")));
    }
    let page = view::history(&station.reader, device.home, before, limit.into()).await?;
    let unknown = || ErrorBody {
        sentence: "This home has no incident with the id to go on from.".to_owned(),
        ..ErrorCode::Unknown.into()
    };
    Ok(Json(page.ok_or_else(unknown)?))
}

pub(super) async fn incident(
    State(station): State<Station>,
    Extension(device): Extension<Device>,
    Path(wanted): Path<String>,
) -> Answered<Json<IncidentView>> {
    let slot = station.reader.find_incident(device.home, id(&wanted)?).await?.ok_or(ErrorCode::Unknown)?;
    Ok(Json(view::one(&station.reader, slot).await?.ok_or(ErrorCode::Unknown)?))
}
