//! The agents' desk until the console stands: who is signed in, and who waits for an agent (L3, L6).
//!
//! Who waits is kept in the store as an order that nobody has finished, so a restart forgets nobody. Who is signed in is
//! forgotten by a restart: nobody is there until somebody says so again.

use std::sync::{Mutex, MutexGuard, PoisonError};

use mayday_protocol::ContactId;

use crate::store::{EffectKey, Slot};

/// More than these wait for nobody any longer: they are told that no agent is there.
const MOST: usize = 64;

/// Somebody who waits for an agent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Waiting {
    pub(crate) slot: Slot,
    pub(crate) contact: Option<ContactId>,
    pub(crate) finishes: EffectKey,
}

/// The desk.
#[derive(Default)]
pub(crate) struct Agents(Mutex<Desk>);

#[derive(Default)]
struct Desk {
    signed_in: bool,
    waiting: Vec<Waiting>,
}

impl Agents {
    /// An agent is there, or no longer. Then nobody waits: those who did are handed back.
    pub(crate) fn sign_in(&self, signed_in: bool) -> Vec<Waiting> {
        let mut desk = self.lock();
        desk.signed_in = signed_in;
        if signed_in { vec![] } else { std::mem::take(&mut desk.waiting) }
    }

    pub(crate) fn are_there(&self) -> bool {
        self.lock().signed_in
    }

    /// Takes somebody into the queue. `false`: no agent is there, or too many wait.
    pub(crate) fn wait(&self, waiting: Waiting) -> bool {
        let mut desk = self.lock();
        let taken = desk.signed_in && desk.waiting.len() < MOST;
        if taken {
            desk.waiting.push(waiting);
        }
        taken
    }

    /// Takes out of the queue whoever waits for this incident.
    pub(crate) fn take(&self, slot: Slot) -> Vec<Waiting> {
        let mut desk = self.lock();
        let (taken, stay) = std::mem::take(&mut desk.waiting).into_iter().partition(|waiting| waiting.slot == slot);
        desk.waiting = stay;
        taken
    }

    pub(crate) fn queue(&self) -> Vec<Waiting> {
        self.lock().waiting.clone()
    }

    fn lock(&self) -> MutexGuard<'_, Desk> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
