//! Who did what, noted in the transaction in which it was done, and only where it was not refused (V1).
//!
//! Noted as it was asked for: with the duress code it reads the same (J6).

use mayday_wire::Activity;

use super::Request;
use super::apply::{Applied, Batch};
use crate::store::activity;
use crate::token::Device;

impl Batch<'_> {
    /// What a device asks for.
    pub(super) fn asked_by(&mut self, device: Device, what: Activity, request: Request) -> Applied {
        let applied = self.apply(request)?;
        if applied.is_ok() {
            self.note_activity(device, what)?;
        }
        Ok(applied)
    }

    pub(super) fn note_activity(&self, device: Device, what: Activity) -> anyhow::Result<()> {
        activity::keep(self.db, device, self.now.wall_ms(), &what)
    }
}
