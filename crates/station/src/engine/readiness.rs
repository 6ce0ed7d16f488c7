//! Readiness calls, inside the batch's transaction: placed, hung up, and ended where an alarm needs the line.

use mayday_protocol::readiness_call::{Concern, Input, ReadinessCall};
use mayday_protocol::signal::Record;
use mayday_protocol::{ContactId, HomeId, SignalId};
use mayday_wire::ErrorCode;

use super::Answer;
use super::apply::{Applied, Batch, refuse};
use crate::random;
use crate::store::signals::{self, Logged};
use crate::store::{Row, Slot, homes, lines, readiness};

impl Batch<'_> {
    /// Rings a contact. An alarm has every line first, and what the household may not know refuses nothing (J6).
    pub(super) fn place_readiness_call(&mut self, home: HomeId, contact: ContactId, dnd_on: bool) -> Applied {
        if let Some(code) = self.keeps_from_ringing(home, contact)? {
            return refuse(code);
        }
        self.begin_call(home, ReadinessCall::place(contact, seed(), dnd_on, self.now))?;
        Ok(Ok(Answer::Done))
    }

    /// Tells contacts of a change that concerns them. Whoever cannot be rung now is not told by telephone: the change
    /// itself does not wait for anybody.
    pub(super) fn tell_contacts(&mut self, home: HomeId, contacts: &[ContactId], concern: Concern) -> Applied {
        for contact in contacts {
            if self.keeps_from_ringing(home, *contact)?.is_none() {
                self.begin_call(home, ReadinessCall::tell(*contact, seed(), concern, self.now))?;
            }
        }
        Ok(Ok(Answer::Done))
    }

    fn begin_call(&mut self, home: HomeId, call: ReadinessCall) -> anyhow::Result<()> {
        let slot = Slot { home, signal: SignalId::from_random(random::bytes()) };
        self.append(slot, 0, &Logged::Accepted, &mut Record::Readiness(call))
    }

    fn keeps_from_ringing(&self, home: HomeId, contact: ContactId) -> anyhow::Result<Option<ErrorCode>> {
        Ok(match readiness::opted_out(self.db, home, contact)? {
            None => Some(ErrorCode::Unknown),
            Some(true) => Some(ErrorCode::OptedOut),
            Some(false) if !self.admits => Some(ErrorCode::DiskFull),
            Some(false) if homes::has_open_signal(self.db, home)? => Some(ErrorCode::NoTestCallDuringIncident),
            Some(false) if readiness::is_running(self.db, contact)? || lines::is_taken(self.db, contact)? => {
                Some(ErrorCode::InAnotherCall)
            }
            Some(false) => readiness::is_rung_too_often(self.db, contact, self.now)?.then_some(ErrorCode::RungTooOften),
        })
    }

    /// Feeds a readiness call. One that is unknown or unreadable changes nothing.
    pub(super) fn feed_readiness(&mut self, slot: Slot, input: Input) -> Applied {
        if let Some(Row { seq, record: Ok(mut record @ Record::Readiness(_)) }) = signals::load(self.db, slot)? {
            record.handle_readiness(input, self.now);
            self.append(slot, seq + 1, &Logged::Readiness(input), &mut record)?;
        }
        Ok(Ok(Answer::Done))
    }

    /// Ends whatever readiness call has this person's line: an alarm goes first, and does not hear of it.
    pub(super) fn alarm_goes_first(&mut self, contact: ContactId) -> anyhow::Result<()> {
        for slot in lines::readiness_calls(self.db, contact)? {
            let _done = self.feed_readiness(slot, Input::LineWanted)?;
        }
        Ok(())
    }

    /// Ends the readiness calls of a home that is about to change: what they say and whom they ring would be another's.
    pub(super) fn end_readiness_calls(&mut self, home: HomeId) -> anyhow::Result<()> {
        for (slot, _) in readiness::running(self.db, home)? {
            let _done = self.feed_readiness(slot, Input::HomeChanges)?;
        }
        Ok(())
    }

    /// Keeps what this step has shown of the contact.
    pub(super) fn keep_readiness(&self, slot: Slot, after: &ReadinessCall) -> anyhow::Result<()> {
        match readiness::load(self.db, slot)? {
            Some(before) => readiness::keep(self.db, &before, after, self.now),
            None => Ok(()),
        }
    }
}

fn seed() -> u64 {
    u64::from_ne_bytes(random::bytes())
}
