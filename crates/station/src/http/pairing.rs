//! Who belongs to a home: invitations, pairing with a code, the list of devices, removal (V1).

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use mayday_protocol::{DeviceId, HomeId, Redacted};
use mayday_wire::pairing::{LONG, Side, is_proof, proof};
use mayday_wire::{
    Activity, ActivityView, CodeRequest, DeviceRole, ErrorCode, InvitationView, InviteRequest, PairWithCodeRequest,
    PairWithCodeResponse, PairedDevicesView, PairingCode, PairingLink,
};

use super::answer::{Answered, Body, id};
use super::{local, secrets};
use crate::engine::{Answer, How, Request};
use crate::invitations::Invitation;
use crate::outer::Open;
use crate::store::{activity, homes};
use crate::token::Device;
use crate::{Station, random};

/// What devices did that is listed at most.
const LISTED: usize = 100;

type Caller = Extension<Device>;

/// A code for a further device. The door for other machines opens with the first one.
pub(super) async fn invite(
    State(station): State<Station>,
    Extension(Device { home, .. }): Caller,
    Body(InviteRequest { role, code }): Body<InviteRequest>,
) -> Answered<Json<InvitationView>> {
    secrets::gate(&station, home, code).await?;
    Ok(Json(invitation(&station, home, role).await?))
}

/// The same for whoever reaches this socket, and can read the database too.
pub(super) async fn invite_here(
    State(station): State<Station>,
    Path(home): Path<String>,
    Body(InviteRequest { role, .. }): Body<InviteRequest>,
) -> Answered<Json<InvitationView>> {
    let home = id(&home)?;
    station.reader.home(home).await?.ok_or(ErrorCode::Unknown)?;
    Ok(Json(invitation(&station, home, role).await?))
}

async fn invitation(station: &Station, home: HomeId, role: DeviceRole) -> Answered<InvitationView> {
    let open = door(station).await?;
    let (code, holds_ms) = station.invitations.make(home, role, station.clock.now());
    Ok(shown(station, open, code, Some(holds_ms)))
}

/// A code that makes a device an owner's when every other is lost. It is shown once, and replaces the one before.
pub(super) async fn recovery(
    State(station): State<Station>,
    Extension(device): Caller,
    Body(CodeRequest { code }): Body<CodeRequest>,
) -> Answered<Json<InvitationView>> {
    let home = device.home;
    secrets::gate(&station, home, code).await?;
    let open = door(&station).await?;
    let code = PairingCode::from_random(&random::bytes::<LONG>());
    let request = Request::SetRecovery { home, key: Redacted::new(code.key().to_vec()) };
    station.engine.ask_by(device, Activity::MadeRecovery, request).await?;
    Ok(Json(shown(&station, open, code, None)))
}

async fn door(station: &Station) -> Answered<Open> {
    station.outer.open(station).await.map_err(|error| {
        tracing::error!(error = format!("{error:#}"), "the door for other devices does not open: a person must look");
        ErrorCode::NoOuterDoor.into()
    })
}

fn shown(station: &Station, open: Open, code: PairingCode, expires_in_ms: Option<u64>) -> InvitationView {
    let addresses = station.outer.addresses(open);
    let link = PairingLink { addresses: addresses.clone(), fingerprint: open.fingerprint, code: code.clone() };
    InvitationView { code: code.to_string().into(), link: link.to_string().into(), addresses, expires_in_ms }
}

/// Lets a device in that proves to know a code, and proves to it that the station knows it too.
pub(super) async fn pair_with_code(
    State(station): State<Station>,
    Body(request): Body<PairWithCodeRequest>,
) -> Answered<Json<PairWithCodeResponse>> {
    let now = station.clock.now();
    if !station.invitations.may_try(now) {
        return Err(ErrorCode::TooManyTries.into());
    }
    let seen = station.outer.fingerprint().ok_or(ErrorCode::WrongPairingCode)?;
    let PairWithCodeRequest { device_name, nonce, proof: given } = request;
    let fits = |key: &[u8]| is_proof(&given, key, Side::Device, &nonce, &seen, device_name.reveal());
    let (home, role, key, recovers) = match station.invitations.take(now, |code| fits(code.key())) {
        Some(Invitation { home, role, code, .. }) => (home, role, Redacted::new(code.key().to_vec()), false),
        None => match station.reader.ask(|db| Ok(homes::recoveries(db)?)).await?.into_iter().find(|(_, key)| fits(key))
        {
            Some((home, key)) => (home, DeviceRole::Owner, Redacted::new(key), true),
            None => {
                station.invitations.wrong(now);
                return Err(ErrorCode::WrongPairingCode.into());
            }
        },
    };
    let device_name = local::cut(&device_name);
    let request = if recovers {
        Request::Recover { home, key: key.clone(), device_name }
    } else {
        Request::Pair { home, role, how: How::WithCode, device_name }
    };
    let Answer::Entered { home, token, device } = station.engine.ask(request).await? else {
        return Err(ErrorCode::NotStored.into());
    };
    let proof = proof(key.reveal(), Side::Station, &nonce, &seen, token.reveal());
    let home = station.reader.home(home).await?.ok_or(ErrorCode::NotStored)?;
    Ok(Json(PairWithCodeResponse { home, token, device, role, proof }))
}

/// Who belongs to the home.
pub(super) async fn devices(
    State(station): State<Station>,
    Extension(Device { id: this, home }): Caller,
) -> Answered<Json<PairedDevicesView>> {
    let (listed, has_recovery) =
        station.reader.ask(move |db| Ok((homes::paired(db, home)?, homes::has_recovery(db, home)?))).await?;
    let devices = listed.into_iter().map(|(hash, mut device)| {
        device.connected = station.devices.is_listening(&hash);
        device.this = device.id == this;
        device
    });
    Ok(Json(PairedDevicesView { devices: devices.collect(), has_recovery }))
}

/// Who did what, newest first.
pub(super) async fn activity(
    State(station): State<Station>,
    Extension(device): Caller,
) -> Answered<Json<Vec<ActivityView>>> {
    let listed = station.reader.ask(move |db| activity::latest(db, device.home, device, LISTED)).await?;
    Ok(Json(listed))
}

/// Removes a device of the home. One's own is removed like any other: a phone that is sold.
pub(super) async fn remove(
    State(station): State<Station>,
    Extension(by): Caller,
    Path(device): Path<String>,
    Body(CodeRequest { code }): Body<CodeRequest>,
) -> Answered<StatusCode> {
    let (home, device): (_, DeviceId) = (by.home, id(&device)?);
    let listed = station.reader.ask(move |db| Ok(homes::paired(db, home)?)).await?;
    if !listed.iter().any(|(_, known)| known.id == device) {
        return Err(ErrorCode::Unknown.into());
    }
    secrets::gate(&station, home, code).await?;
    station.engine.ask_by(by, Activity::RemovedDevice { device }, Request::Revoke { device }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A device leaves by itself. What it has slid goes its way, as after any removal.
pub(super) async fn leave(State(station): State<Station>, Extension(device): Caller) -> Answered<StatusCode> {
    station.engine.ask_by(device, Activity::LeftHome, Request::Revoke { device: device.id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
