//! Homes and devices, inside the batch's transaction: entered, set up, changed, paired.

use mayday_protocol::entitlement::Entitlement;
use mayday_protocol::incident::Code;
use mayday_protocol::secret::SecretPair;
use mayday_protocol::{CameraId, DeviceId, HomeFacts, HomeId, Monitoring, Redacted, Timer};
use mayday_wire::{Activity, CameraKind, DeviceRole, ErrorCode, SecretsView, SignedEntitlement};
use rusqlite::Connection;
use tracing::warn;

use super::apply::{Added, Applied, Batch, refuse};
use super::{Answer, ChosenSecrets, How, demo};
use crate::random;
use crate::setup::Checked;
use crate::store::homes::Secrets;
use crate::store::{NewDevice, Slot, cameras, homes, signals};
use crate::token::{self, Device};

/// Homes that one station takes care of, the home to try aside.
const MOST_HOMES: usize = 64;
/// The first days after enrolling in professional monitoring are practice (L1).
const FIRST_WEEK_MS: u64 = 7 * 24 * 3_600_000;

impl Batch<'_> {
    pub(super) fn enter_demo(&mut self, secrets: Option<&Secrets>, device_name: Redacted<String>) -> Applied {
        let home = match homes::demo_home(self.db)? {
            Some(home) => home,
            None => {
                let home = HomeId::from_random(random::bytes());
                homes::insert(self.db, home, true, &demo::home())?;
                for camera in cameras::of_home(self.db, home)? {
                    cameras::name(self.db, home, camera.id, &demo::camera(), CameraKind::Doorbell)?;
                }
                if let Some(secrets) = secrets {
                    homes::set_secrets(self.db, home, secrets)?;
                }
                home
            }
        };
        self.add_device(home, DeviceRole::Owner, How::Here, device_name)
    }

    pub(super) fn set_up(&mut self, setup: &Checked, password_hash: &str, device_name: Redacted<String>) -> Applied {
        if homes::count_set_up(self.db)? >= MOST_HOMES {
            return refuse(ErrorCode::NotNow);
        }
        let home = HomeId::from_random(random::bytes());
        homes::insert(self.db, home, false, setup)?;
        homes::set_password(self.db, home, password_hash)?;
        self.enrolment_changed(home, false, is_enrolled(&setup.facts))?;
        // Whoever keeps enrolment is asked about it.
        self.outcome.homes.insert(home);
        self.add_device(home, DeviceRole::Owner, How::Here, device_name)
    }

    /// A home stays as it is while one of its incidents is open (P6).
    pub(super) fn change_home(&mut self, home: HomeId, setup: &Checked) -> Applied {
        if homes::demo_home(self.db)? == Some(home) {
            return refuse(ErrorCode::NotAllowed);
        }
        if homes::has_open_signal(self.db, home)? {
            return refuse(ErrorCode::IncidentOpen);
        }
        self.end_readiness_calls(home)?;
        let was = homes::load(self.db, home)?.is_some_and(|home| is_enrolled(&home.facts));
        homes::update(self.db, home, setup)?;
        self.enrolment_changed(home, was, is_enrolled(&setup.facts))?;
        self.entitled(home)?;
        self.home_changed(home)
    }

    /// Secrets are frozen for an incident that is open; they are the next one's (P6). With the duress code what was chosen
    /// becomes the twin, so that it is taken wherever it is typed and raises duress there; what means what it says stays.
    pub(super) fn set_secrets(&mut self, home: HomeId, chosen: ChosenSecrets) -> Applied {
        let ChosenSecrets { pair, plain, duress, code } = chosen;
        if homes::demo_home(self.db)? == Some(home) {
            return refuse(ErrorCode::NotAllowed);
        }
        if homes::has_open_signal(self.db, home)? {
            return refuse(ErrorCode::IncidentOpen);
        }
        let shown = homes::shown_secrets(self.db, home)?;
        let mut secrets = homes::secrets(self.db, home)?;
        let (kept, twin, shown) = match pair {
            SecretPair::Passwords => {
                let shown = SecretsView { password: true, duress_password: duress.is_some(), ..shown };
                (&mut secrets.password, &mut secrets.duress_password, shown)
            }
            SecretPair::Codes => {
                let shown = SecretsView { code: true, duress_code: duress.is_some(), ..shown };
                (&mut secrets.code, &mut secrets.duress_code, shown)
            }
        };
        match code {
            Code::Normal => (*kept, *twin) = (Some(plain), duress),
            Code::Duress => *twin = Some(plain),
        }
        homes::set_secrets(self.db, home, &secrets)?;
        homes::show_secrets(self.db, home, (secrets.view() != shown).then_some(shown))?;
        self.home_changed(home)
    }

    /// Plan and enrolment become what was said. Nothing that was said before it takes it back.
    pub(super) fn entitle(&mut self, home: HomeId, signed: &SignedEntitlement, entitlement: &Entitlement) -> Applied {
        let Some(found) = homes::load(self.db, home)? else { return refuse(ErrorCode::Unknown) };
        let known = homes::entitlement(self.db, home)?;
        if entitlement.taken(home, known.as_ref().map(|known| &known.entitlement)).is_err() {
            return refuse(ErrorCode::NotAllowed);
        }
        homes::entitle(self.db, home, signed, self.now.wall_ms())?;
        self.apply_entitlement(home, &found.facts, entitlement)?;
        self.home_changed(home)
    }

    /// What the household answers about plan and enrolment is a wish where somebody else keeps them.
    fn entitled(&mut self, home: HomeId) -> anyhow::Result<()> {
        let known = if self.asks_enrolment { homes::entitlement(self.db, home)? } else { None };
        if let (Some(known), Some(found)) = (known, homes::load(self.db, home)?) {
            self.apply_entitlement(home, &found.facts, &known.entitlement)?;
        }
        Ok(())
    }

    fn apply_entitlement(&mut self, home: HomeId, facts: &HomeFacts, entitlement: &Entitlement) -> anyhow::Result<()> {
        let entitled = entitlement.applied(facts);
        if entitled != *facts {
            homes::put_facts(self.db, home, &entitled)?;
            self.enrolment_changed(home, is_enrolled(facts), is_enrolled(&entitled))?;
        }
        Ok(())
    }

    /// What is accepted while nobody has confirmed the enrolment for a day is flagged (B13, Q4).
    /// Notes the camera from whose picture it was slid (S3). No SOS is refused for one that is unknown.
    pub(super) fn attach(&self, slot: Slot, camera: Option<CameraId>) -> anyhow::Result<()> {
        if let Some(camera) = camera
            && !cameras::attach(self.db, slot, camera)?
        {
            warn!(%camera, "this home does not have the camera from whose picture it was slid");
        }
        Ok(())
    }

    pub(super) fn name_camera(
        &mut self,
        home: HomeId,
        camera: CameraId,
        name: &Redacted<String>,
        kind: CameraKind,
    ) -> Applied {
        if cameras::name(self.db, home, camera, name, kind)? {
            self.home_changed(home)
        } else {
            refuse(ErrorCode::Unknown)
        }
    }

    pub(super) fn flag_doubt(&self, slot: Slot) -> anyhow::Result<()> {
        if !self.asks_enrolment || homes::demo_home(self.db)? == Some(slot.home) {
            return Ok(());
        }
        let now_ms = self.now.wall_ms();
        let known = homes::entitlement(self.db, slot.home)?;
        if known.is_none_or(|known| known.entitlement.is_in_doubt(known.confirmed_ms, now_ms)) {
            signals::flag_doubt(self.db, slot)?;
        }
        Ok(())
    }

    /// Enrolling begins the first week; a home that is not enrolled has no practice.
    fn enrolment_changed(&self, home: HomeId, was: bool, is: bool) -> anyhow::Result<()> {
        let first_week = Some(Timer::new(self.now, FIRST_WEEK_MS));
        match (was, is) {
            (false, true) => homes::set_practice(self.db, home, first_week, first_week),
            (_, false) => homes::set_practice(self.db, home, None, None),
            (true, true) => Ok(()),
        }
    }

    pub(super) fn pair(&mut self, home: HomeId, role: DeviceRole, how: How, device_name: Redacted<String>) -> Applied {
        if homes::load(self.db, home)?.is_none() {
            return refuse(ErrorCode::Unknown);
        }
        self.add_device(home, role, how, device_name)
    }

    /// Of two devices with one code the first is let in.
    pub(super) fn recover(&mut self, home: HomeId, key: &[u8], device_name: Redacted<String>) -> Applied {
        if homes::is_full(self.db, home)? {
            return refuse(ErrorCode::TooManyDevices);
        }
        if !homes::use_recovery(self.db, home, key)? {
            return refuse(ErrorCode::WrongPairingCode);
        }
        self.add_device(home, DeviceRole::Owner, How::WithCode, device_name)
    }

    /// The demo's switches are for the demo home alone.
    pub(super) fn change_demo(
        &mut self,
        home: HomeId,
        change: impl FnOnce(&Connection) -> anyhow::Result<()>,
    ) -> Applied {
        if homes::demo_home(self.db)? != Some(home) {
            return refuse(ErrorCode::NotAllowed);
        }
        change(self.db)?;
        self.home_changed(home)
    }

    fn add_device(&mut self, home: HomeId, role: DeviceRole, how: How, name: Redacted<String>) -> Applied {
        if how == How::WithCode && homes::is_full(self.db, home)? {
            return refuse(ErrorCode::TooManyDevices);
        }
        let token = token::mint();
        let hash = token::hash(token.reveal());
        let device = Device { id: DeviceId::from_random(random::bytes()), home };
        let dropped = homes::add_device(
            self.db,
            &NewDevice { device, token_hash: hash, name, role, how },
            self.now.wall_ms(),
            |hash| self.devices.is_listening(hash),
        )?;
        if how == How::WithCode {
            self.note_activity(device, Activity::CameIn { role })?;
        }
        self.outcome.devices.push(Added { device, role, hash, dropped });
        Ok(Ok(Answer::Entered { home, token, device: device.id }))
    }

    pub(super) fn home_changed(&mut self, home: HomeId) -> Applied {
        self.outcome.homes.insert(home);
        Ok(Ok(Answer::Done))
    }
}

/// Whether a home's alarm is professionally monitored.
fn is_enrolled(facts: &HomeFacts) -> bool {
    facts.has_alarm && facts.monitoring == Monitoring::Professional
}
