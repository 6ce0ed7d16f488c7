//! Letting an incident end, so that the next slide of its home is one of its own and not taken in by it (A10).

use anyhow::Result;
use mayday_protocol::SignalId;
use mayday_station::client::Client;
use mayday_wire::{BoardAction, BoardCallState, IncidentPhase};

use crate::Board;
use crate::waiting::{PATIENCE, eventually};

/// Nobody answers, responders are confirmed, and a person says that it is over. What has ended already stays as it is.
pub async fn end_incident(client: &Client, signal: SignalId) -> Result<()> {
    let board = Board::from_link(client.board_link().await?.url.reveal()).await?;
    eventually("the incident has ended", PATIENCE, async || {
        let incidents = client.incidents().await?;
        let Some(incident) = incidents.into_iter().find(|incident| incident.signal == signal) else { return Ok(true) };
        match incident.phase {
            IncidentPhase::Closed | IncidentPhase::Joined => return Ok(true),
            IncidentPhase::Contacting | IncidentPhase::Informing => ignore_everything(&board).await?,
            IncidentPhase::Requested => client.over(incident.id).await?,
            IncidentPhase::Held | IncidentPhase::Requesting | IncidentPhase::NobodySent | IncidentPhase::SirenAlone => {
            }
        }
        anyhow::Ok(false)
    })
    .await
}

async fn ignore_everything(board: &Board) -> Result<()> {
    for phone in board.view().await?.contacts {
        if phone.calls.first().is_some_and(|call| call.state == BoardCallState::Ringing) {
            board.act(phone.name.reveal(), BoardAction::Ignore, None).await?;
        }
    }
    Ok(())
}
