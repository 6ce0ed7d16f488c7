//! Readiness calls at the doors: a member rings a contact and hangs up, a contact's card on the phone board reacts.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use mayday_protocol::call::{Fact, Password};
use mayday_protocol::plan::{Course, PLANS};
use mayday_protocol::readiness_call::{CALL, Concern, Input, Stage};
use mayday_protocol::{ContactId, HomeId, Kind, Redacted, eligibility};
use mayday_wire::{
    Activity, BoardActionResponse, BoardReadinessActionRequest, CallReport, ContactView, ErrorCode, HearsView,
    RingRequest,
};
use tracing::warn;

use super::access::BoardOf;
use super::answer::{Answered, Body, id};
use crate::engine::{Answer, Change, Request};
use crate::store::{Slot, homes, readiness};
use crate::token::Device;
use crate::{Station, board, message, password};

/// Rings a contact, outside any incident.
pub(super) async fn ring(
    State(station): State<Station>,
    Extension(device): Extension<Device>,
    Path(contact): Path<String>,
    Body(RingRequest { dnd_on }): Body<RingRequest>,
) -> Answered<StatusCode> {
    let contact = id(&contact)?;
    let request = Request::PlaceReadinessCall { home: device.home, contact, dnd_on };
    station.engine.ask_by(device, Activity::RangContact { contact }, request).await?;
    Ok(StatusCode::ACCEPTED)
}

/// Tells contacts by telephone of a change that concerns them. The change has been made: nothing undoes it when they
/// cannot be told.
pub(super) async fn tell(station: &Station, home: HomeId, contacts: Vec<ContactId>, concern: Concern) {
    if let Err(refusal) = station.engine.ask(Request::TellContacts { home, contacts, concern }).await {
        warn!(?refusal, ?concern, "contacts were not told of a change");
    }
}

/// The contacts of a home who may be called, in order.
pub(super) async fn listed(station: &Station, home: HomeId) -> anyhow::Result<Vec<ContactView>> {
    let contacts = station.reader.home(home).await?.map(|home| home.contacts).unwrap_or_default();
    Ok(contacts.into_iter().filter(|contact| !contact.readiness.opted_out).collect())
}

/// Ends the readiness call to a contact. Where none runs, that is as it should be.
pub(super) async fn hang_up(
    State(station): State<Station>,
    Extension(device): Extension<Device>,
    Path(contact): Path<String>,
) -> Answered<StatusCode> {
    let contact: ContactId = id(&contact)?;
    let running = station.reader.ask(move |db| Ok(readiness::running(db, device.home)?)).await?;
    for (slot, _) in running.into_iter().filter(|(_, call)| call.contact() == contact) {
        station.engine.ask(Request::Readiness { slot, input: Input::HangUp }).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// What a contact does with the phone in a readiness call.
pub(super) async fn action(
    State(station): State<Station>,
    Extension(BoardOf(device)): Extension<BoardOf>,
    Body(request): Body<BoardReadinessActionRequest>,
) -> Answered<Json<BoardActionResponse>> {
    let fact = board::fact(request.action, request.key)?;
    let slot = Slot { home: device.home, signal: request.id };
    let call = station.reader.ask(move |db| Ok(readiness::load(db, slot)?)).await?.ok_or(ErrorCode::Unknown)?;
    let asked = match (call.stage(), fact) {
        (Some(Stage::AskingPassword), Fact::Key(key)) => password_key(&station, slot, key).await?,
        (Some(Stage::AskingOptOut), Fact::Key(key)) => opt_out_key(&station, slot, key).await?,
        _ => Heard::Fact(fact),
    };
    let request = match asked {
        Heard::Fact(fact) => Request::Call { slot, call: CALL, fact, finishes: None },
        Heard::Typing => Request::Readiness { slot, input: Input::Typing },
        Heard::Nothing => {
            station.news.announce(Change::Home(slot.home));
            return Ok(Json(BoardActionResponse { report: CallReport::Taken }));
        }
    };
    let report = match station.engine.ask(request).await? {
        Answer::Reported(report) => report,
        Answer::Done => CallReport::Taken,
        Answer::Standing(_) | Answer::Go(_) | Answer::Raised { .. } | Answer::Entered { .. } => {
            return Err(ErrorCode::NotStored.into());
        }
    };
    Ok(Json(BoardActionResponse { report }))
}

/// What the engine is told of a key: of a password's, nothing.
enum Heard {
    Fact(Fact),
    Typing,
    Nothing,
}

/// While the password is asked, its keys stay here. A `9` before any other may be the wish to leave the list, or the
/// first key of a password: the station asks, and the key counts.
async fn password_key(station: &Station, slot: Slot, key: char) -> Answered<Heard> {
    if key == '#' {
        return submit(station, slot).await;
    }
    let first = station.passwords.count(slot) == 0;
    station.passwords.press(slot, key);
    Ok(if key == '9' && first { Heard::Fact(Fact::Key('9')) } else { Heard::Nothing })
}

/// While it is asked once more, a key may still be the password's next one. The machine tells a `9` from a `9`.
async fn opt_out_key(station: &Station, slot: Slot, key: char) -> Answered<Heard> {
    if key == '#' {
        return submit(station, slot).await;
    }
    station.passwords.press(slot, key);
    Ok(if key == '9' { Heard::Fact(Fact::Key('9')) } else { Heard::Typing })
}

/// The one submission. Nothing entered, and the `9` of a wish that was not repeated, are no try.
async fn submit(station: &Station, slot: Slot) -> Answered<Heard> {
    let keys: Redacted<String> = station.passwords.submit(slot);
    if matches!(keys.reveal().as_str(), "" | "9") {
        return Ok(Heard::Fact(Fact::Key('#')));
    }
    let secrets = station.reader.ask(move |db| Ok(homes::secrets(db, slot.home)?)).await?;
    let compare = move || password::compare(&keys, secrets.password.as_deref(), secrets.duress_password.as_deref());
    let found: Password = tokio::task::spawn_blocking(compare).await.map_err(anyhow::Error::from)?;
    Ok(Heard::Fact(Fact::Password(found)))
}

/// What contacts hear when the station calls about each kind that this home is called about.
pub(super) async fn hears(
    State(station): State<Station>,
    Extension(device): Extension<Device>,
) -> Answered<Json<Vec<HearsView>>> {
    let home = station.reader.home(device.home).await?.ok_or(ErrorCode::Unknown)?;
    let called_about = |kind: &Kind| match kind.is_slid() {
        true => eligibility::check(*kind, &home.facts).is_ok(),
        false => eligibility::check_alarm(*kind, &home.facts).reasons.is_empty(),
    };
    let plans = Kind::ALL.into_iter().filter(called_about);
    let plans = plans.filter_map(|kind| PLANS.row(kind, home.burglar_setting, Course::Full));
    let heard = plans.filter_map(|plan| message::heard(plan, &home, &station.caller_number));
    Ok(Json(heard.collect()))
}
