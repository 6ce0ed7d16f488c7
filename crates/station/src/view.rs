//! What households and the phone board are shown, made from what is stored.

use std::collections::HashMap;

use mayday_protocol::call::{Digits, State as CallState, words};
use mayday_protocol::incident::{ActiveCall, Incident, MessageStep, State};
use mayday_protocol::readiness_call::{ReadinessCall, Stage};
use mayday_protocol::{ContactId, HomeId, IncidentId, Time};
use mayday_wire::{
    AgentWaitView, BoardCallState, BoardCallView, BoardContactView, BoardMessageView, BoardReadinessCallView,
    BoardReadinessState, BoardView, ContactView, HomeView, IncidentPhase, IncidentView, SirenView,
};

use crate::password::Entries;
use crate::store::reader::LATEST;
use crate::store::{IncidentRow, OpenIncident, Reader, Slot, base_station, readiness};
use crate::{Station, message};

/// The home's latest incidents, newest first.
pub(crate) async fn latest(reader: &Reader, home: HomeId) -> anyhow::Result<Vec<IncidentView>> {
    Ok(history(reader, home, None, LATEST).await?.unwrap_or_default())
}

/// A piece of the home's history, newest first. `None`: the household knows no incident `before`.
pub(crate) async fn history(
    reader: &Reader,
    home: HomeId,
    before: Option<IncidentId>,
    most: usize,
) -> anyhow::Result<Option<Vec<IncidentView>>> {
    let Some(home_view) = reader.home(home).await? else { return Ok(Some(vec![])) };
    let people = reader.people(home).await?;
    let (rows, now) = (reader.history(home, before, most).await?, reader.now());
    Ok(rows.map(|rows| rows.into_iter().filter_map(|row| incident(row, &home_view, &people, now)).collect()))
}

/// One incident of a household; `None` for a tombstone, for a state that cannot be read, and for what nobody in the home
/// may know of (J2).
pub(crate) async fn one(reader: &Reader, at: Slot) -> anyhow::Result<Option<IncidentView>> {
    Ok(whoever_may_know(reader, at).await?.filter(|incident| !incident.plan.is_hidden()))
}

/// One incident, for the station's own workers and for those whom it asks to come.
pub(crate) async fn whoever_may_know(reader: &Reader, at: Slot) -> anyhow::Result<Option<IncidentView>> {
    let Some(home) = reader.home(at.home).await? else { return Ok(None) };
    let people = reader.people(at.home).await?;
    let now = reader.now();
    Ok(reader.incident(at).await?.and_then(|row| incident(row, &home, &people, now)))
}

/// What a hub has raised is held for as long as its entry delay runs (F11).
fn entry_delay_left(incident: &Incident, now: Time) -> Option<u64> {
    match (incident.state(), incident.acceptance().trigger) {
        (State::Held { acts_by_itself }, Some(_)) => Some(acts_by_itself.remaining_ms(now)),
        (
            State::Held { .. }
            | State::Contacting { .. }
            | State::Responding(_)
            | State::NobodySent { .. }
            | State::SirenAlone
            | State::Joined { .. }
            | State::Closed(_),
            _,
        ) => None,
    }
}

/// One incident, made from its row.
pub(crate) fn incident(row: IncidentRow, home: &HomeView, people: &[ContactView], now: Time) -> Option<IncidentView> {
    let incident = row.record.incident()?;
    let acceptance = incident.acceptance();
    let named = |id: &ContactId| people.iter().find(|contact| contact.id == *id).cloned();
    Some(IncidentView {
        id: acceptance.incident,
        signal: row.slot.signal,
        kind: acceptance.plan.kind,
        plan: acceptance.plan,
        mode: home.mode,
        words: words(acceptance.seed).map(str::to_owned),
        still_need_help_ms: incident.still_need_help_ms(now),
        alarm_in_ms: entry_delay_left(incident, now),
        unread: incident.is_unread(),
        enrolment_in_doubt: row.in_doubt,
        camera: row.camera,
        street: home.street.clone(),
        city: home.city.clone(),
        phase: phase(incident),
        ending: match incident.state() {
            State::Closed(ending) => Some(*ending),
            State::Held { .. }
            | State::Contacting { .. }
            | State::Responding(_)
            | State::NobodySent { .. }
            | State::SirenAlone
            | State::Joined { .. } => None,
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
        State::Responding(responding) if responding.dispatches.is_empty() => IncidentPhase::Informing,
        State::Responding(responding) if responding.is_confirmed() => IncidentPhase::Requested,
        State::Responding(_) => IncidentPhase::Requesting,
        State::NobodySent { .. } => IncidentPhase::NobodySent,
        State::SirenAlone => IncidentPhase::SirenAlone,
        State::Joined { .. } => IncidentPhase::Joined,
        State::Closed(_) => IncidentPhase::Closed,
    }
}

/// The phone board of a home.
pub(crate) async fn board(station: &Station, home: HomeId) -> anyhow::Result<Option<BoardView>> {
    let reader = &station.reader;
    let Some(home_view) = reader.home(home).await? else { return Ok(None) };
    let now = station.clock.now();
    let open = reader.open_at(home).await?;
    let mut calls: HashMap<ContactId, Vec<BoardCallView>> = HashMap::new();
    for incident in &open {
        for active in &incident.calls {
            if let Some(view) = board_call(incident, active, &home_view, &station.passwords) {
                calls.entry(active.contact).or_default().push(view);
            }
        }
    }
    let mut messages = messages(&open, &home_view, &station.caller_number);
    let agent_queue = agent_queue(station, home, &home_view).await?;
    let tests = reader.ask(move |db| Ok(readiness::running(db, home)?)).await?.into_iter();
    let tests = tests.filter_map(|(slot, call)| {
        board_readiness(slot, &call, &home_view, &station.passwords).map(|view| (call.contact(), view))
    });
    let mut tests: HashMap<ContactId, BoardReadinessCallView> = tests.collect();
    let contacts = home_view.contacts.into_iter().map(|contact| BoardContactView {
        calls: calls.remove(&contact.id).unwrap_or_default(),
        readiness: tests.remove(&contact.id),
        message: messages.remove(&contact.id),
        id: contact.id,
        name: contact.name,
        phone: contact.phone,
    });
    Ok(Some(BoardView {
        street: home_view.street,
        caller_number: station.caller_number.to_string(),
        contacts: contacts.collect(),
        base_station: reader.ask(move |db| base_station::view(db, home, now)).await?,
        demo_password: home_view.demo_password,
        demo_secrets: home_view.demo_secrets,
        agent_signed_in: station.agents.are_there(),
        agent_queue,
    }))
}

/// Who of this home waits for an agent.
async fn agent_queue(station: &Station, home: HomeId, view: &HomeView) -> anyhow::Result<Vec<AgentWaitView>> {
    let mut queue = vec![];
    for waiting in station.agents.queue().into_iter().filter(|waiting| waiting.slot.home == home) {
        let name = |contact: &ContactView| contact.name.clone();
        let contact = view.contacts.iter().find(|contact| Some(contact.id) == waiting.contact).map(name);
        if let Some(incident) = whoever_may_know(&station.reader, waiting.slot).await? {
            queue.push(AgentWaitView { home, incident: incident.id, contact, street: view.street.clone() });
        }
    }
    Ok(queue)
}

/// The latest message on each voicemail.
fn messages(open: &[OpenIncident], home: &HomeView, caller_number: &str) -> HashMap<ContactId, BoardMessageView> {
    let all = open.iter().flat_map(|incident| incident.messages.iter().map(move |message| (incident, message)));
    let spoken = all.filter_map(|(incident, message)| {
        let left = match message.step {
            MessageStep::Leaving { .. } => false,
            MessageStep::Left => true,
            MessageStep::NotLeft => return None,
        };
        let words = message::words(incident, message.role, home, caller_number);
        let view = BoardMessageView { incident: incident.incident, call: message.call, left, words };
        Some((message.contact, view))
    });
    // Of several entries for a contact the last one stays.
    spoken.collect()
}

fn board_readiness(
    slot: Slot,
    call: &ReadinessCall,
    home: &HomeView,
    passwords: &Entries,
) -> Option<BoardReadinessCallView> {
    let Digits([first, second]) = call.digits();
    let state = match call.stage()? {
        Stage::Dialing => BoardReadinessState::Dialing,
        Stage::Ringing => BoardReadinessState::Ringing,
        Stage::Proving => BoardReadinessState::ProveHuman { digits: format!("{first}{second}") },
        Stage::AskingPassword => BoardReadinessState::AskingPassword { keys: passwords.count(slot) },
        Stage::AskingOptOut => BoardReadinessState::AskingOptOut,
        Stage::Goodbye => BoardReadinessState::Goodbye { opted_out: call.opted_out() },
    };
    let words = call.words().map(str::to_owned);
    Some(BoardReadinessCallView { id: slot.signal, says: message::test_says(call, home), words, state })
}

fn board_call(
    incident: &OpenIncident,
    active: &ActiveCall,
    home: &HomeView,
    passwords: &Entries,
) -> Option<BoardCallView> {
    let Digits([first, second]) = active.call.digits();
    let state = match active.call.state() {
        CallState::Dialing { .. } => BoardCallState::Dialing,
        CallState::Ringing { .. } => BoardCallState::Ringing,
        CallState::PickedUp { .. } => BoardCallState::ProveHuman { digits: format!("{first}{second}") },
        CallState::AskingPassword { .. } => {
            BoardCallState::AskingPassword { keys: passwords.count((incident.incident, active.number)) }
        }
        CallState::Deciding { .. } => BoardCallState::Deciding { can_cancel: active.call.offers_cancel() },
        CallState::Offering { .. } => BoardCallState::Offering,
        CallState::Ended(_) => return None,
    };
    Some(BoardCallView {
        incident: incident.incident,
        call: active.number,
        kind: incident.plan.kind,
        role: active.call.role(),
        says: message::says(incident, active.call.role(), home),
        words: words(incident.seed).map(str::to_owned),
        state,
    })
}
