//! Who may pass: bearer tokens for devices, a strict cookie for the phone board, and what every
//! answer of the loopback door carries.

use axum::extract::{Request, State};
use axum::http::header::{
    AUTHORIZATION, CACHE_CONTROL, CONTENT_SECURITY_POLICY, COOKIE, HOST, ORIGIN, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use mayday_wire::{DeviceRole, ErrorBody, ErrorCode};

use super::Door;
use super::answer::Refused;
use crate::Station;
use crate::token::{Device, Paired};

/// The board's session cookie.
pub(super) const COOKIE_NAME: &str = "mayday_board";
/// Scripts, styles and connections from the station alone.
const CSP: &str =
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Whoever reaches the door. The socket's folder has mode 0700, so on the socket door that is
    /// the user whose station it is; on the loopback door, these routes tell nothing private.
    Anyone,
    /// A paired device of the home.
    Member,
    /// A paired device of one of the home's owners (V1).
    Owner,
    /// A device that speaks about a signal. One that was removed from the home is refused by the engine, which knows
    /// whether it acts on that signal all the same.
    Sender,
    /// A board that was opened with a ticket.
    Board,
}

/// The device by whose link the board was opened: its home's is shown, for as long as it belongs there.
#[derive(Clone, Copy, Debug)]
pub(super) struct BoardOf(pub(super) Device);

/// Lets a request pass, with who it comes from attached; or refuses it.
pub(super) async fn check(
    State((station, access)): State<(Station, Access)>,
    mut request: Request,
    next: Next,
) -> Response {
    match access {
        Access::Anyone => {}
        Access::Member | Access::Owner | Access::Sender => {
            match bearer(request.headers()).and_then(|token| station.devices.find(token)) {
                Some(Paired { revoked: true, .. }) if access != Access::Sender => return removed(),
                Some(Paired { role: DeviceRole::Member, .. }) if access == Access::Owner => {
                    return Refused::from(ErrorCode::OwnerOnly).into_response();
                }
                Some(Paired { device, .. }) => drop(request.extensions_mut().insert(device)),
                None => return Refused::from(ErrorCode::NotPaired).into_response(),
            }
        }
        Access::Board => match cookie(request.headers()).and_then(|session| station.tickets.opened_by(session)) {
            Some(device) if station.devices.is_revoked(device.id) => return removed(),
            Some(device) => drop(request.extensions_mut().insert(BoardOf(device))),
            None => return Refused::from(ErrorCode::NotPaired).into_response(),
        },
    }
    next.run(request).await
}

fn removed() -> Response {
    Refused::from(ErrorBody::revoked(false)).into_response()
}

/// Refuses names other than the loopback door's own, so that no page elsewhere can reach it under a
/// name of its choice; and keeps browsers strict. The outer door goes by any name: it has no pages and takes no cookie.
pub(super) async fn harden(
    State((door, board_origin)): State<(Door, String)>,
    request: Request,
    next: Next,
) -> Response {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    let is_own = |host: &str| door == Door::Outer || host == "station" || board_origin.ends_with(&format!("//{host}"));
    if !host.is_some_and(is_own) {
        return Refused::from(ErrorCode::NotAllowed).into_response();
    }
    // A page on another port of this machine is the same site, so the cookie alone does not keep it out.
    let origin = request.headers().get(ORIGIN).and_then(|origin| origin.to_str().ok());
    if origin.is_some_and(|origin| door == Door::Outer || origin != board_origin) {
        return Refused::from(ErrorCode::NotAllowed).into_response();
    }
    let mut response = next.run(request).await;
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, CSP),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        (REFERRER_POLICY, "same-origin"),
        (CACHE_CONTROL, "no-store"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

fn cookie(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies.flat_map(|value| value.split(';')).find_map(|pair| pair.trim().strip_prefix(COOKIE_NAME)?.strip_prefix('='))
}
