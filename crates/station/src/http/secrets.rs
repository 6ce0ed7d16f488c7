//! A member's passwords and codes: chosen in pairs with the code, tested, never told (J5, N4, N7, P6).
//!
//! Whoever gives the duress code sees the two of a pair change places: what he chooses and tries fits together, police
//! are asked for, and what means what it says is neither told nor touched (J6).

use axum::extract::State;
use axum::http::StatusCode;
use axum::{Extension, Json};
use mayday_protocol::call::Password;
use mayday_protocol::incident::Code;
use mayday_protocol::readiness_call::Concern;
use mayday_protocol::secret::{Secret, SecretPair};
use mayday_protocol::{HomeId, Redacted};
use mayday_wire::{Activity, ErrorBody, ErrorCode, SetSecretsRequest, TestSecretRequest, TestSecretResponse};

use super::answer::{Answered, Body};
use super::{alarm, local, readiness};
use crate::engine::{ChosenSecrets, Request};
use crate::store::homes::{self, Secrets};
use crate::token::Device;
use crate::{Station, password, setup};

type Caller = Extension<Device>;

pub(super) async fn set(
    State(station): State<Station>,
    Extension(device): Caller,
    Body(request): Body<SetSecretsRequest>,
) -> Answered<StatusCode> {
    let home = device.home;
    let checked = setup::check_secrets(&request).map_err(ErrorBody::set_up_problems)?;
    let code = gate(&station, home, request.code).await?;
    let plain = local::hash(Some(checked.plain)).await?.ok_or(ErrorCode::SetUpProblems)?;
    let duress = local::hash(checked.duress).await?;
    let chosen = ChosenSecrets { pair: request.pair, plain, duress, code };
    station
        .engine
        .ask_by(device, Activity::SetSecrets { pair: request.pair }, Request::SetSecrets { home, chosen })
        .await?;
    if request.pair == SecretPair::Passwords {
        let everybody = readiness::listed(&station, home).await?.iter().map(|contact| contact.id).collect();
        readiness::tell(&station, home, everybody, Concern::PasswordChanged).await;
    }
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn test(
    State(station): State<Station>,
    Extension(Device { home, .. }): Caller,
    Body(request): Body<TestSecretRequest>,
) -> Answered<Json<TestSecretResponse>> {
    let TestSecretRequest { secret, typed, code } = request;
    let code = gate(&station, home, code).await?;
    if !station.tries.may_try(home) {
        return Err(ErrorCode::TooManyTries.into());
    }
    let right = is(&station, home, secret, code, typed).await?;
    if !right {
        station.tries.wrong(home);
    }
    Ok(Json(TestSecretResponse { right }))
}

/// The code stands before every change and every test, once there is one (P6). The duress code raises duress whatever
/// becomes of them.
pub(super) async fn gate(station: &Station, home: HomeId, code: Redacted<String>) -> Answered<Code> {
    let is_set = station.reader.ask(move |db| Ok(homes::secrets(db, home)?.code.is_some())).await?;
    if !is_set {
        return Ok(Code::Normal);
    }
    let code = alarm::check_code(station, home, code).await?;
    if code == Code::Duress {
        station.engine.ask(Request::Duress { home }).await?;
    }
    Ok(code)
}

async fn is(
    station: &Station,
    home: HomeId,
    secret: Secret,
    code: Code,
    typed: Redacted<String>,
) -> anyhow::Result<bool> {
    let Secrets { password, duress_password, code: plain_code, duress_code } =
        station.reader.ask(move |db| Ok(homes::secrets(db, home)?)).await?;
    let (plain, duress) = match secret.pair() {
        SecretPair::Passwords => (password, duress_password),
        SecretPair::Codes => (plain_code, duress_code),
    };
    let compare = move || password::compare(&password::keypad(typed.reveal()), plain.as_deref(), duress.as_deref());
    let found = tokio::task::spawn_blocking(compare).await?;
    let meant = match code {
        Code::Normal => secret,
        Code::Duress => secret.under_duress(),
    };
    Ok(match meant {
        Secret::Password | Secret::Code => found == Password::Right,
        Secret::DuressPassword | Secret::DuressCode => found == Password::Duress,
    })
}
