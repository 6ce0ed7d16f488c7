//! What households and the phone board are shown, made from what is stored.

use std::collections::HashMap;

use mayday_protocol::call::{Digits, State as CallState};
use mayday_protocol::incident::{DispatchState, Incident, State};
use mayday_protocol::{ContactId, HomeId};
use mayday_wire::{
    BoardCallState, BoardCallView, BoardContactView, BoardView, ContactView, HomeView, IncidentPhase, IncidentView,
    SirenView,
};

use crate::Station;
use crate::board::CALLER_NUMBER;
use crate::password::Entries;
use crate::store::{IncidentRow, OpenCall, Reader, Slot, base_station};

/// The home's latest incidents, newest first.
pub(crate) async fn latest(reader: &Reader, home: HomeId) -> anyhow::Result<Vec<IncidentView>> {
    let Some(home_view) = reader.home(home).await? else { return Ok(vec![]) };
    let people = reader.people(home).await?;
    let rows = reader.latest(home).await?;
    Ok(rows.into_iter().filter_map(|row| incident(row, &home_view, &people)).collect())
}

/// One incident; `None` for a tombstone, and for a state that cannot be read.
pub(crate) async fn one(reader: &Reader, at: Slot) -> anyhow::Result<Option<IncidentView>> {
    let Some(home) = reader.home(at.home).await? else { return Ok(None) };
    let people = reader.people(at.home).await?;
    Ok(reader.incident(at).await?.and_then(|row| incident(row, &home, &people)))
}

fn incident(row: IncidentRow, home: &HomeView, people: &[ContactView]) -> Option<IncidentView> {
    let incident = row.record.incident()?;
    let acceptance = incident.acceptance();
    let named = |id: &ContactId| people.iter().find(|contact| contact.id == *id).cloned();
    Some(IncidentView {
        id: acceptance.incident,
        signal: row.slot.signal,
        kind: acceptance.plan.kind,
        mode: home.mode,
        street: home.street.clone(),
        city: home.city.clone(),
        phase: phase(incident),
        ending: match incident.state() {
            State::Closed(ending) => Some(*ending),
            State::Held { .. } | State::Contacting { .. } | State::Responding(_) | State::SirenAlone => None,
        },
        siren: incident.siren().map(|siren| SirenView { step: siren.step, places: siren.places }),
        seq: row.seq,
        contacts: acceptance.contacts.iter().filter_map(named).collect(),
        timeline: row.timeline,
    })
}

fn phase(incident: &Incident) -> IncidentPhase {
    match incident.state() {
        State::Held { .. } => IncidentPhase::Held,
        State::Contacting { .. } => IncidentPhase::Contacting,
        State::Responding(responding) => match responding.dispatch {
            DispatchState::Ordered { .. } | DispatchState::Started { .. } => IncidentPhase::Requesting,
            DispatchState::Confirmed => IncidentPhase::Requested,
        },
        State::SirenAlone => IncidentPhase::SirenAlone,
        State::Closed(_) => IncidentPhase::Closed,
    }
}

/// The phone board of a home.
pub(crate) async fn board(station: &Station, home: HomeId) -> anyhow::Result<Option<BoardView>> {
    let reader = &station.reader;
    let Some(home_view) = reader.home(home).await? else { return Ok(None) };
    let now = station.clock.now();
    let mut calls: HashMap<ContactId, Vec<BoardCallView>> = HashMap::new();
    for call in reader.open_calls(home).await? {
        if let Some(view) = board_call(&call, &station.passwords) {
            calls.entry(call.active.contact).or_default().push(view);
        }
    }
    let contacts = home_view.contacts.into_iter().map(|contact| BoardContactView {
        calls: calls.remove(&contact.id).unwrap_or_default(),
        id: contact.id,
        name: contact.name,
        phone: contact.phone,
    });
    Ok(Some(BoardView {
        street: home_view.street,
        caller_number: CALLER_NUMBER.to_owned(),
        contacts: contacts.collect(),
        base_station: reader.ask(move |db| base_station::view(db, home, now)).await?,
        demo_password: home_view.demo_password,
    }))
}

fn board_call(call: &OpenCall, passwords: &Entries) -> Option<BoardCallView> {
    let Digits([first, second]) = call.active.call.digits();
    let state = match call.active.call.state() {
        CallState::Dialing { .. } => BoardCallState::Dialing,
        CallState::Ringing { .. } => BoardCallState::Ringing,
        CallState::PickedUp { .. } => BoardCallState::ProveHuman { digits: format!("{first}{second}") },
        CallState::AskingPassword { .. } => {
            BoardCallState::AskingPassword { keys: passwords.count((call.incident, call.active.number)) }
        }
        CallState::Deciding { .. } => BoardCallState::Deciding,
        CallState::Ended(_) => return None,
    };
    Some(BoardCallView {
        incident: call.incident,
        call: call.active.number,
        kind: call.kind,
        role: call.active.call.role(),
        state,
    })
}
