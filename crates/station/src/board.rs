//! The phone board, a carrier of its own kind: contacts' phones as cards on a page.
//!
//! It stands in for the telephone network in demos, drills and tests, through the same port as a
//! real carrier. The cards are drawn from the engine's own state, so a restart loses no call.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use mayday_protocol::Redacted;
use mayday_protocol::call::Fact;
use mayday_wire::{BoardAction, ErrorCode};

use crate::random;
use crate::token::Device;

/// How long a link to the board may wait to be opened.
const TICKET_LIVES: Duration = Duration::from_secs(60);
/// Tickets and open boards that are kept; the oldest goes first.
const MOST: usize = 64;

/// One-time links, and the boards that were opened with them.
#[derive(Default)]
pub(crate) struct Tickets(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    tickets: HashMap<String, (Device, Instant)>,
    boards: HashMap<String, (Device, Instant)>,
}

impl Tickets {
    /// A ticket for one opening, by the device that asked for it.
    pub(crate) fn issue(&self, by: Device) -> Redacted<String> {
        let ticket = secret();
        keep(&mut self.lock().tickets, ticket.clone(), by);
        Redacted::new(ticket)
    }

    /// Takes a ticket in exchange for a session.
    pub(crate) fn redeem(&self, ticket: &str) -> Option<Redacted<String>> {
        let mut kept = self.lock();
        let (by, issued) = kept.tickets.remove(ticket)?;
        if issued.elapsed() > TICKET_LIVES {
            return None;
        }
        let session = secret();
        keep(&mut kept.boards, session.clone(), by);
        Some(Redacted::new(session))
    }

    /// The device by whose link a session was opened; its home's board is shown.
    pub(crate) fn opened_by(&self, session: &str) -> Option<Device> {
        self.lock().boards.get(session).map(|(by, _)| *by)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a contact's gesture means to a call.
pub(crate) fn fact(action: BoardAction, key: Option<char>) -> Result<Fact, ErrorCode> {
    match (action, key) {
        (BoardAction::Answer, None) => Ok(Fact::PickedUp),
        (BoardAction::Ignore | BoardAction::HangUp, None) => Ok(Fact::HungUp),
        (BoardAction::Voicemail, None) => Ok(Fact::Voicemail),
        (BoardAction::Busy, None) => Ok(Fact::Busy),
        (BoardAction::Fail, None) => Ok(Fact::Failed),
        (BoardAction::Key, Some(key)) if key.is_ascii_digit() || key == '*' || key == '#' => Ok(Fact::Key(key)),
        (
            BoardAction::Answer
            | BoardAction::Ignore
            | BoardAction::HangUp
            | BoardAction::Voicemail
            | BoardAction::Busy
            | BoardAction::Fail
            | BoardAction::Key,
            _,
        ) => Err(ErrorCode::Malformed),
    }
}

fn secret() -> String {
    URL_SAFE_NO_PAD.encode(random::bytes::<32>())
}

fn keep(kept: &mut HashMap<String, (Device, Instant)>, key: String, by: Device) {
    if kept.len() >= MOST
        && let Some(oldest) = kept.iter().min_by_key(|(_, (_, since))| *since).map(|(key, _)| key.clone())
    {
        kept.remove(&oldest);
    }
    kept.insert(key, (by, Instant::now()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_the_board_opens_it_once() {
        let tickets = Tickets::default();
        let phone = Device {
            id: mayday_protocol::DeviceId::from_random([2; 16]),
            home: mayday_protocol::HomeId::from_random([1; 16]),
        };
        let ticket = tickets.issue(phone);
        let session = tickets.redeem(ticket.reveal()).expect("a fresh ticket opens the board");
        assert_eq!(tickets.opened_by(session.reveal()), Some(phone));
        assert!(tickets.redeem(ticket.reveal()).is_none());
        assert_eq!(tickets.opened_by("guess"), None);
    }

    #[test]
    fn only_a_key_press_carries_a_key_and_only_keys_of_a_phone() {
        assert_eq!(fact(BoardAction::Key, Some('7')), Ok(Fact::Key('7')));
        for (action, means) in [(BoardAction::Busy, Fact::Busy), (BoardAction::Fail, Fact::Failed)] {
            assert_eq!(fact(action, None), Ok(means));
        }
        for (action, key) in [(BoardAction::Key, None), (BoardAction::Key, Some('x')), (BoardAction::Answer, Some('1'))]
        {
            assert_eq!(fact(action, key), Err(ErrorCode::Malformed));
        }
    }
}
