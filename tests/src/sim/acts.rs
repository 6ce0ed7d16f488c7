//! What people, hubs and chance do in a world, as its script has it.

use mayday_protocol::incident::Code;
use mayday_protocol::plan::{CancelInApp, Trigger};
use mayday_protocol::sos::Input;
use mayday_station::offline::{At, Command};

use super::check::Checked;
use super::plant::Plant;
use super::script::Act;
use super::world::{Happening, World, failed};

impl World {
    pub(super) fn act(&mut self, number: usize) -> Checked {
        let Some((_, act)) = self.script.acts.get(number).copied() else { return Ok(()) };
        self.note(&format!("{act:?}"));
        match act {
            Act::Slide { phone, kind, drill, cancel_after } => self.slide(phone, kind, drill, cancel_after),
            Act::Press { phone, send } => {
                self.phone_hears(phone, if send { Input::SendNow } else { Input::CancelPressed })
            }
            Act::Raise { home, trigger, entry_delay_ms } => self.raise(home, trigger, entry_delay_ms),
            Act::Disarm { home, code } => self.with_code(home, code, |id, code| Command::Disarm { home: id, code }),
            Act::CancelInApp { phone, code } => self.cancel_in_app(phone, code),
            Act::SendNow { phone } => {
                let device = self.device(phone);
                self.about_latest(self.phones[phone].home, |at| Command::SendNow { at, device })
            }
            Act::Silence { home, keypad: false } => self.about_latest(home, |at| Command::Silence { at }),
            Act::Silence { home, keypad: true } => {
                let home = self.homes[home].id;
                self.ask(Command::SilenceAtKeypad { home }).map(drop)
            }
            Act::CallBack { home, contact } => self.call_back(home, contact),
            Act::Read { home } => self.about_latest(home, |at| Command::Read { at }),
            Act::Over { home } => self.about_latest(home, |at| Command::Over { at }),
            Act::Practice { home, minutes, code } => {
                self.with_code(home, Some(code), |id, code| Command::SetPractice { home: id, minutes, code })
            }
            Act::Setting { home, setting } => {
                let home = self.homes[home].id;
                self.answers(Command::SetBurglarSetting { home, setting })
            }
            Act::Partition { .. }
            | Act::AppEnds { .. }
            | Act::Sleeps { .. }
            | Act::Kill { .. }
            | Act::WallStep { .. }
            | Act::BaseOffline { .. }
            | Act::Agent { .. } => {
                self.fault(act);
                Ok(())
            }
        }
    }

    fn fault(&mut self, act: Act) {
        match act {
            Act::Partition { phone, for_ms } => self.phones[phone].cut_until = self.now + for_ms,
            Act::AppEnds { phone, for_ms, reboot } => self.app_ends(phone, for_ms, reboot),
            Act::Sleeps { phone, for_ms } => {
                self.phones[phone].asleep_until = self.now + for_ms;
                self.after(for_ms, Happening::PhoneWakes(phone));
            }
            Act::Kill { for_ms, reboot } => self.kill(for_ms, reboot),
            Act::WallStep { ms } => self.clock.step_wall(ms),
            Act::BaseOffline { home, for_ms } => self.homes[home].base_offline_until = self.now + for_ms,
            Act::Agent { there } => self.agents = there,
            Act::Slide { .. }
            | Act::Press { .. }
            | Act::Raise { .. }
            | Act::Disarm { .. }
            | Act::CancelInApp { .. }
            | Act::SendNow { .. }
            | Act::Silence { .. }
            | Act::CallBack { .. }
            | Act::Read { .. }
            | Act::Over { .. }
            | Act::Practice { .. }
            | Act::Setting { .. } => {}
        }
    }

    fn raise(&mut self, home: usize, trigger: Trigger, entry_delay_ms: u64) -> Checked {
        let id = self.homes[home].id;
        let code = matches!(trigger, Trigger::DuressCode | Trigger::DuressPassword);
        if code && self.normal_codes {
            return Ok(());
        }
        let performed = self.ask(Command::Raise { home: id, trigger, entry_delay_ms })?;
        if code && performed.is_some() {
            return self.check.duress_was_given(home);
        }
        self.lose_a_timer()?;
        self.rewrite_history()
    }

    /// What the door does with a code: a wrong one goes no further.
    fn with_code(
        &mut self,
        home: usize,
        code: Option<Code>,
        command: impl FnOnce(mayday_protocol::HomeId, Code) -> Command,
    ) -> Checked {
        let Some(given) = code else { return Ok(()) };
        let typed = if given == Code::Duress && self.normal_codes { Code::Normal } else { given };
        let typed = if self.plant == Some(Plant::DuressIgnored) { Code::Normal } else { typed };
        let runs = self.station.is_some();
        self.answers(command(self.homes[home].id, typed))?;
        if given == Code::Duress && runs && !self.normal_codes { self.check.duress_was_given(home) } else { Ok(()) }
    }

    /// What the door does: a code is asked for where the cancel does anything beside the siren.
    fn cancel_in_app(&mut self, phone: usize, code: Option<Code>) -> Checked {
        let home = self.phones[phone].home;
        let Some((at, plan)) = self.latest(home)? else { return Ok(()) };
        match plan.cancel_in_app {
            CancelInApp::NoEffect | CancelInApp::StopsSiren => {
                self.answers(Command::CancelInApp { at, code: Code::Normal })
            }
            CancelInApp::AsDisarm | CancelInApp::PassedOn => {
                self.with_code(home, code, |_, code| Command::CancelInApp { at, code })
            }
        }
    }

    fn about_latest(&mut self, home: usize, command: impl FnOnce(At) -> Command) -> Checked {
        match self.latest(home)? {
            Some((at, _)) => self.answers(command(at)),
            None => Ok(()),
        }
    }

    /// The incident that the app shows first.
    fn latest(
        &self,
        home: usize,
    ) -> Result<Option<(At, mayday_protocol::plan::ResponsePlan)>, super::check::Violation> {
        let Some(station) = &self.station else { return Ok(None) };
        let id = self.homes[home].id;
        let views = station.household(id).map_err(|error| failed(&error))?;
        Ok(views.first().map(|view| (At { home: id, signal: view.signal }, view.plan)))
    }

    fn answers(&mut self, command: Command) -> Checked {
        if let Some(performed) = self.ask(command)? {
            self.answered.push(format!("{:?}", performed.answer));
        }
        Ok(())
    }

    /// A bug: the index forgets a timer.
    pub(super) fn lose_a_timer(&mut self) -> Checked {
        if self.plants_once(Plant::LostTimer) {
            return self.tamper("UPDATE signals SET due_us = NULL");
        }
        Ok(())
    }

    /// A bug: a row of the journal is not what it was.
    pub(super) fn rewrite_history(&mut self) -> Checked {
        if self.plants_once(Plant::HistoryRewritten) {
            return self
                .tamper("DROP TRIGGER journal_is_never_changed; UPDATE journal SET outputs = '[]' WHERE seq = 0");
        }
        Ok(())
    }

    pub(super) fn tamper(&mut self, sql: &str) -> Checked {
        let tamper = || -> anyhow::Result<()> {
            let db = rusqlite::Connection::open(self.folder().join("station.db"))?;
            Ok(db.execute_batch(sql)?)
        };
        tamper().map_err(|error| failed(&error))
    }
}
