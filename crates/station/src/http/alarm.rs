//! A member's alarm: disarm, cancel in the app, ask for help at once, read, end; practice and the burglar setting. And
//! what this user's programs raise, as a hub does.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use mayday_protocol::call::Password;
use mayday_protocol::incident::Code;
use mayday_protocol::plan::CancelInApp;
use mayday_protocol::readiness_call::Concern;
use mayday_protocol::{HomeId, Redacted};
use mayday_wire::{
    Activity, BurglarSettingRequest, CancelCodeRequest, CodeRequest, DrillAlarmRequest, ErrorCode, PracticeRequest,
    RaiseRequest, RaiseResponse,
};

use super::answer::{Answered, Body, id};
use super::readiness;
use crate::engine::{Answer, Request};
use crate::store::{Slot, homes};
use crate::token::Device;
use crate::{Station, password, receipt, view};

type Caller = Extension<Device>;

/// Raises an alarm of a home of this station. Whoever reaches this socket can read the database too.
pub(super) async fn raise(
    State(station): State<Station>,
    Path(home): Path<String>,
    Body(request): Body<RaiseRequest>,
) -> Answered<Json<RaiseResponse>> {
    raise_at(&station, id(&home)?, request).await
}

pub(super) async fn raise_at(station: &Station, home: HomeId, request: RaiseRequest) -> Answered<Json<RaiseResponse>> {
    let RaiseRequest { trigger, entry_delay_ms } = request;
    raised(station.engine.ask(Request::Raise { home, trigger, entry_delay_ms }).await?)
}

fn raised(answer: Answer) -> Answered<Json<RaiseResponse>> {
    match answer {
        Answer::Raised { incident, reasons } => Ok(Json(RaiseResponse { incident, reasons })),
        Answer::Done | Answer::Standing(_) | Answer::Reported(_) | Answer::Go(_) | Answer::Entered { .. } => {
            Err(ErrorCode::NotStored.into())
        }
    }
}

/// Raises an alarm as a drill.
pub(super) async fn drill(
    State(station): State<Station>,
    Extension(device): Caller,
    Body(DrillAlarmRequest { trigger }): Body<DrillAlarmRequest>,
) -> Answered<Json<RaiseResponse>> {
    raised(station.engine.ask(Request::DrillAlarm { device, trigger }).await?)
}

/// Disarms. With the duress code everything looks the same (J1).
pub(super) async fn disarm(
    State(station): State<Station>,
    Extension(device): Caller,
    Body(CodeRequest { code }): Body<CodeRequest>,
) -> Answered<StatusCode> {
    let code = check_code(&station, device.home, code).await?;
    station.engine.ask_by(device, Activity::Disarmed, Request::Disarm { home: device.home, code }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The same at the keypad, which is no device of anybody.
pub(super) async fn disarm_at_keypad(station: &Station, home: HomeId, code: Redacted<String>) -> Answered<StatusCode> {
    let code = check_code(station, home, code).await?;
    station.engine.ask(Request::Disarm { home, code }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Cancels in the app, as far as the incident's plan lets it. Where that does anything beside the siren, it takes a code.
pub(super) async fn cancel(
    State(station): State<Station>,
    Extension(device): Caller,
    Path(wanted): Path<String>,
    Body(CodeRequest { code }): Body<CodeRequest>,
) -> Answered<StatusCode> {
    let slot = find(&station, device, &wanted).await?;
    let incident = view::one(&station.reader, slot).await?.ok_or(ErrorCode::Unknown)?;
    let code = match incident.plan.cancel_in_app {
        CancelInApp::NoEffect | CancelInApp::StopsSiren => Code::Normal,
        CancelInApp::AsDisarm | CancelInApp::PassedOn => check_code(&station, device.home, code).await?,
    };
    station
        .engine
        .ask_by(device, Activity::CancelledInApp { incident: incident.id }, Request::CancelInApp { slot, code })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// "Send now", "Send police", "I still need help" (E9, F10, E10).
pub(super) async fn send_now(
    State(station): State<Station>,
    Extension(device): Caller,
    Path(wanted): Path<String>,
) -> Answered<StatusCode> {
    let slot = find(&station, device, &wanted).await?;
    let what = Activity::SentHelp { incident: id(&wanted)? };
    station.engine.ask_by(device, what, Request::SendNow { slot, device: device.id }).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn read(
    State(station): State<Station>,
    Extension(device): Caller,
    Path(wanted): Path<String>,
) -> Answered<StatusCode> {
    let slot = find(&station, device, &wanted).await?;
    station.engine.ask(Request::Read { slot }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A person says that it is over (A11).
pub(super) async fn over(
    State(station): State<Station>,
    Extension(device): Caller,
    Path(wanted): Path<String>,
) -> Answered<StatusCode> {
    let slot = find(&station, device, &wanted).await?;
    let what = Activity::SaidOver { incident: id(&wanted)? };
    station.engine.ask_by(device, what, Request::Over { slot }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The household's receipt: what it may see, chained and signed (V3).
pub(super) async fn receipt(
    State(station): State<Station>,
    Extension(device): Caller,
    Path(wanted): Path<String>,
) -> Answered<Json<receipt::Receipt>> {
    let slot = find(&station, device, &wanted).await?;
    let incident = view::one(&station.reader, slot).await?.ok_or(ErrorCode::Unknown)?;
    Ok(Json(receipt::of_household(&incident, &station.signer)?))
}

pub(super) async fn set_burglar_setting(
    State(station): State<Station>,
    Extension(device): Caller,
    Body(request): Body<BurglarSettingRequest>,
) -> Answered<StatusCode> {
    let home = device.home;
    if check_code(&station, home, request.code).await? == Code::Duress {
        station.engine.ask(Request::Duress { home }).await?;
    }
    let what = Activity::SetBurglarSetting { setting: request.setting };
    station.engine.ask_by(device, what, Request::SetBurglarSetting { home, setting: request.setting }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whether a cancel in the five seconds takes the code (C7). Under duress it is chosen all the same.
pub(super) async fn set_cancel_code(
    State(station): State<Station>,
    Extension(device): Caller,
    Body(CancelCodeRequest { on, code }): Body<CancelCodeRequest>,
) -> Answered<StatusCode> {
    let home = device.home;
    if check_code(&station, home, code).await? == Code::Duress {
        station.engine.ask(Request::Duress { home }).await?;
    }
    station.engine.ask_by(device, Activity::SetCancelCode { on }, Request::SetCancelCode { home, on }).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn set_practice(
    State(station): State<Station>,
    Extension(device): Caller,
    Body(request): Body<PracticeRequest>,
) -> Answered<StatusCode> {
    let (home, minutes) = (device.home, request.minutes);
    let code = check_code(&station, home, request.code).await?;
    station
        .engine
        .ask_by(device, Activity::SetPractice { minutes }, Request::SetPractice { home, minutes, code })
        .await?;
    // Announced whichever code it was: nothing may tell them apart (J6).
    if minutes > 0 {
        let first = readiness::listed(&station, home).await?.first().map(|contact| contact.id);
        readiness::tell(&station, home, first.into_iter().collect(), Concern::PracticeBegins { minutes }).await;
    }
    Ok(StatusCode::NO_CONTENT)
}

async fn find(station: &Station, device: Device, wanted: &str) -> Answered<Slot> {
    Ok(station.reader.find_incident(device.home, id(wanted)?).await?.ok_or(ErrorCode::Unknown)?)
}

/// Which of the home's codes was typed. After too many wrong ones none is taken any more; the duress code still asks for
/// police, because a request for help is never blocked, and is answered like any other (X15, J6).
pub(super) async fn check_code(station: &Station, home: HomeId, code: Redacted<String>) -> Answered<Code> {
    let may_try = station.tries.may_try(home);
    let secrets = station.reader.ask(move |db| Ok(homes::secrets(db, home)?)).await?;
    let compare = move || {
        let keys = password::keypad(code.reveal());
        password::compare(&keys, secrets.code.as_deref(), secrets.duress_code.as_deref())
    };
    let found = tokio::task::spawn_blocking(compare).await.map_err(anyhow::Error::from)?;
    match found {
        Password::Duress if !may_try => {
            station.engine.ask(Request::Duress { home }).await?;
            Err(ErrorCode::TooManyTries.into())
        }
        Password::Right | Password::Wrong if !may_try => Err(ErrorCode::TooManyTries.into()),
        Password::Right => Ok(Code::Normal),
        Password::Duress => Ok(Code::Duress),
        Password::Wrong => {
            station.tries.wrong(home);
            Err(ErrorCode::WrongCode.into())
        }
    }
}
