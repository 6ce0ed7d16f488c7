//! How requests are read and refusals are written.

use std::time::Duration;

use axum::Json;
use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use mayday_wire::{ErrorBody, ErrorCode};
use serde::de::DeserializeOwned;

/// A few small fields that take longer to arrive are not meant to arrive.
const BODY: Duration = Duration::from_secs(5);

/// A refusal on its way out.
#[derive(Debug)]
pub(super) struct Refused(ErrorBody);

/// What handlers return.
pub(super) type Answered<T> = Result<T, Refused>;

impl From<ErrorBody> for Refused {
    fn from(body: ErrorBody) -> Self {
        Self(body)
    }
}

impl From<ErrorCode> for Refused {
    fn from(code: ErrorCode) -> Self {
        Self(code.into())
    }
}

impl From<anyhow::Error> for Refused {
    fn from(error: anyhow::Error) -> Self {
        tracing::error!(error = format!("{error:#}"), "a request failed inside the station: a person must look");
        ErrorCode::NotStored.into()
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        (status(self.0.code), Json(self.0)).into_response()
    }
}

/// A JSON body, or a refusal that says what is wrong with it.
pub(super) struct Body<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Refused;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refused> {
        let arrives = tokio::time::timeout(BODY, Bytes::from_request(request, state));
        let bytes = arrives.await.map_err(|_| ErrorCode::TooSlow)?.map_err(|rejection| {
            let too_large =
                matches!(rejection, BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)));
            if too_large { ErrorCode::TooLarge } else { ErrorCode::Malformed }
        })?;
        serde_json::from_slice(&bytes).map(Self).map_err(malformed)
    }
}

/// What stands behind the question mark, or a refusal that says what is wrong with it.
pub(super) struct Asked<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refused> {
        Query::try_from_uri(&parts.uri)
            .map(|Query(asked)| Self(asked))
            .map_err(|rejection| malformed(rejection.body_text()))
    }
}

/// A refusal of what cannot be read, and why.
pub(super) fn malformed(why: impl std::fmt::Display) -> Refused {
    let sentence = format!("{} {why}.", ErrorCode::Malformed.sentence());
    Refused(ErrorBody { sentence, ..ErrorCode::Malformed.into() })
}

/// An id in a path. A malformed one is known to nobody.
pub(super) fn id<T: std::str::FromStr>(text: &str) -> Answered<T> {
    text.parse().map_err(|_| ErrorCode::Malformed.into())
}

pub(super) async fn no_such_route() -> Refused {
    ErrorCode::NoSuchRoute.into()
}

const fn status(code: ErrorCode) -> StatusCode {
    match code {
        ErrorCode::Malformed => StatusCode::BAD_REQUEST,
        ErrorCode::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        ErrorCode::NoSuchRoute | ErrorCode::Unknown | ErrorCode::NoHome | ErrorCode::NoStationNumber => {
            StatusCode::NOT_FOUND
        }
        ErrorCode::NotPaired => StatusCode::UNAUTHORIZED,
        ErrorCode::NotAllowed
        | ErrorCode::NotEligible
        | ErrorCode::Revoked
        | ErrorCode::WrongCode
        | ErrorCode::CodeNeeded
        | ErrorCode::OwnerOnly
        | ErrorCode::WrongPairingCode => StatusCode::FORBIDDEN,
        ErrorCode::TooManyTries | ErrorCode::RungTooOften => StatusCode::TOO_MANY_REQUESTS,
        ErrorCode::IdReused
        | ErrorCode::AlreadyUnderWay
        | ErrorCode::NotNow
        | ErrorCode::IncidentOpen
        | ErrorCode::NoTestCallDuringIncident
        | ErrorCode::InAnotherCall
        | ErrorCode::OptedOut
        | ErrorCode::TooManyDevices
        | ErrorCode::OtherVersion => StatusCode::CONFLICT,
        ErrorCode::SetUpProblems | ErrorCode::NotAPairingCode => StatusCode::UNPROCESSABLE_ENTITY,
        ErrorCode::TooOld => StatusCode::GONE,
        ErrorCode::TooSlow => StatusCode::REQUEST_TIMEOUT,
        ErrorCode::DiskFull | ErrorCode::NotSaved => StatusCode::INSUFFICIENT_STORAGE,
        ErrorCode::NotStored
        | ErrorCode::Busy
        | ErrorCode::Unreachable
        | ErrorCode::NoOuterDoor
        | ErrorCode::NotTheStation => StatusCode::SERVICE_UNAVAILABLE,
    }
}
