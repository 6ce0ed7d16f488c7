//! What a person wants, taken up or refused.

use mayday_protocol::sos::{Decision, Entry, Input, Sos, State};
use mayday_protocol::{CameraId, Eligible, HomeId, Kind, SignalId, Time, eligibility};
use mayday_wire::{ErrorBody, ErrorCode, HomeSetup, HomeView, Language, SetUpDraft, TestSecretRequest};
use tauri::Url;

use super::cancelling::CancelCode;
use super::handle::{Handle, Intent, PreviewReply, Reach, Reply, TestReply, Tick};
use super::{Controller, Shell};
use crate::settings::Settings;
use crate::station::{Membership, Station, Typed};
use crate::words;

/// Bytes of a set-up that was left: as many as the station takes of a whole one.
const MOST_OF_DRAFT: usize = 32 * 1024;

pub(super) type Taken = Result<(), ErrorBody>;

impl<S: Shell> Controller<S> {
    pub(super) fn on_intent(&mut self, intent: Intent, reply: Reply) {
        let taken = match intent {
            Intent::Slide(kind) => self.slide(kind, Sos::begin),
            Intent::SlideAt { kind, camera } => self.slide_at(kind, camera),
            Intent::Drill(kind) => self.slide(kind, Sos::begin_drill),
            Intent::KeepDraft(draft) => self.keep_draft(draft),
            Intent::Cancel { code } => self.cancel(code),
            Intent::SendNow => self.tell_sos(|sos| matches!(sos.state(), State::Waiting { .. }), Input::SendNow),
            Intent::Dismiss => self.dismiss(),
            Intent::ReadRule => self.choose(|settings| settings.rule_read = true),
            Intent::ChooseLanguage(language) => self.choose_language(language),
            Intent::SetSpeakers { on } => self.set_speakers(on),
            Intent::TrySpeakers => self.try_speakers(),
            Intent::TryAlerts => self.try_alerts(),
            Intent::SayAlert { seen } => self.say_alert(seen),
            Intent::LeavingShown => self.question_is_shown(),
            Intent::Stay => self.stay(),
            Intent::LeaveAnyway => self.leave_anyway(),
            Intent::StartDemo | Intent::SetUp(_) | Intent::PairWithCode { .. } | Intent::LeaveHome
                if self.is_under_way() =>
            {
                Err(ErrorCode::AlreadyUnderWay.into())
            }
            Intent::StartDemo => return self.ask(reply, start_demo),
            Intent::LeaveHome => {
                let elsewhere = self.home.as_ref().filter(|_| self.station_is_elsewhere()).map(|home| home.id);
                let Some(home) = elsewhere else { return drop(reply.send(Err(ErrorCode::NotNow.into()))) };
                return self.ask(reply, move |station, handle| leave_home(station, handle, home));
            }
            Intent::AddDevice => {
                let Some(home) = self.home.clone() else { return drop(reply.send(Err(ErrorCode::NoHome.into()))) };
                return self.ask(reply, |station, handle| add_device(station, handle, home));
            }
            Intent::SetUp(setup) => return self.ask(reply, |station, handle| set_up(station, handle, *setup)),
            Intent::PairWithCode { typed, address } => {
                return self.ask(reply, |station, handle| pair_with_code(station, handle, typed, address));
            }
            Intent::OpenBoard => return self.ask(reply, open_board),
            Intent::Ask(ask) => return self.ask(reply, |station, _| async move { station.ask(ask).await }),
        };
        let _ = reply.send(taken);
    }

    /// A camera that this home does not have goes with no SOS, and keeps none back.
    fn slide_at(&mut self, kind: Kind, camera: CameraId) -> Taken {
        let is_ours = self.home.iter().flat_map(|home| &home.cameras).any(|known| known.id == camera);
        if is_ours {
            self.slide(kind, |eligible, id, kind, now| Sos::begin_at_camera(eligible, id, kind, camera, now))
        } else {
            self.slide(kind, Sos::begin)
        }
    }

    /// The slide's one call: eligibility from the facts on the device, then the countdown. The
    /// sending and the journal begin in the same turn of the loop.
    fn slide(&mut self, kind: Kind, begin: impl FnOnce(Eligible, SignalId, Kind, Time) -> Sos) -> Taken {
        if self.is_under_way() {
            return Err(ErrorCode::AlreadyUnderWay.into());
        }
        let facts = self.entitled.as_ref().ok_or(ErrorCode::NoHome)?;
        let eligible = eligibility::check(kind, facts).map_err(ErrorBody::not_eligible)?;
        let mut id = [0; 16];
        getrandom::fill(&mut id).map_err(|_| ErrorCode::NotNow)?;
        self.trouble = None;
        self.cancel_code = CancelCode::default();
        let sos = begin(eligible, SignalId::from_random(id), kind, self.clock.now());
        self.slides.began(sos.signal().id);
        self.sos = Some(sos);
        Ok(())
    }

    /// Whether an SOS of this device has still to be answered.
    fn is_under_way(&self) -> bool {
        self.sos.as_ref().is_some_and(|sos| !sos.is_settled() && !matches!(sos.state(), State::TooOld))
    }

    /// Keeps the answers so far, without the password. More than a set-up can hold is no set-up.
    fn keep_draft(&mut self, draft: Option<Box<SetUpDraft>>) -> Taken {
        let draft = draft.map(|draft| SetUpDraft { setup: HomeSetup { password: None, ..draft.setup }, ..*draft });
        let length = serde_json::to_vec(&draft).map_or(usize::MAX, |text| text.len());
        if length > MOST_OF_DRAFT {
            return Err(ErrorCode::TooLarge.into());
        }
        self.draft.clone_from(&draft);
        self.draft_keeper.keep(draft);
        Ok(())
    }

    /// Looks at a set-up beside the loop; nothing changes.
    pub(super) fn check_set_up(&self, setup: HomeSetup, change: bool, reply: PreviewReply) {
        let Some(station) = self.station.clone() else { return drop(reply.send(Err(ErrorCode::Unreachable.into()))) };
        let home = self.home.as_ref().filter(|_| change).map(|home| home.id);
        tokio::spawn(async move { drop(reply.send(station.check_set_up(setup, home).await)) });
    }

    /// Tries a secret beside the loop; nothing changes here.
    pub(super) fn test_secret(&self, request: TestSecretRequest, reply: TestReply) {
        let Some(station) = self.station.clone() else { return drop(reply.send(Err(ErrorCode::Unreachable.into()))) };
        tokio::spawn(async move { drop(reply.send(station.test_secret(request).await)) });
    }

    /// What is only read at the station goes beside the loop.
    pub(super) fn reach(&self) -> Result<Reach, ErrorCode> {
        let home = self.home.clone().ok_or(ErrorCode::NoHome)?;
        Ok((home, self.station.clone().ok_or(ErrorCode::Unreachable)?))
    }

    pub(super) fn tell_sos(&mut self, allowed: impl Fn(&Sos) -> bool, input: Input) -> Taken {
        let now = self.clock.now();
        let Some(sos) = &mut self.sos else { return Err(ErrorCode::NotNow.into()) };
        sos.handle_timeout(now);
        if !allowed(sos) {
            return Err(ErrorCode::NotNow.into());
        }
        sos.handle_input(input, now);
        Ok(())
    }

    fn dismiss(&mut self) -> Taken {
        let Some(sos) = &self.sos else { return Ok(()) };
        if matches!(sos.state(), State::TooOld) {
            self.journal.keep(Entry { signal: sos.signal(), decision: Decision::Settled });
        } else if !sos.is_settled() {
            return Err(ErrorCode::NotNow.into());
        }
        self.sos = None;
        Ok(())
    }

    pub(super) fn choose(&mut self, choice: impl FnOnce(&mut Settings)) -> Taken {
        choice(&mut self.settings);
        self.settings_keeper.keep(self.settings);
        Ok(())
    }

    /// The page opens anew by itself; what is said outside of it follows from here on.
    fn choose_language(&mut self, language: Language) -> Taken {
        self.words = words::of(language);
        self.shell.speak(self.words);
        self.choose(|settings| settings.language = Some(language))
    }

    fn set_speakers(&mut self, on: bool) -> Taken {
        self.speaker_problem = None;
        if on {
            self.shell.look_for_speakers();
        } else {
            self.shell.stop_siren();
        }
        self.choose(|settings| settings.speakers = on)
    }

    fn try_speakers(&mut self) -> Taken {
        if !self.settings.speakers {
            return Err(ErrorCode::NotNow.into());
        }
        self.shell.sound_siren();
        Ok(())
    }

    /// Asks the station beside the loop, and answers when it has.
    fn ask<F>(&self, reply: Reply, question: impl FnOnce(Station, Handle) -> F)
    where
        F: Future<Output = Taken> + Send + 'static,
    {
        let Some(station) = self.station.clone() else { return drop(reply.send(Err(ErrorCode::Unreachable.into()))) };
        let handle = self.handle.clone();
        let answer = question(station, handle);
        tokio::spawn(async move { drop(reply.send(answer.await)) });
    }
}

async fn start_demo(station: Station, handle: Handle) -> Taken {
    let home = station.enter_demo().await?;
    entered_here(&handle, home).await;
    open_board(station, handle).await
}

/// Phones are cards on the board as long as no carrier rings real ones, so the board opens too.
async fn set_up(station: Station, handle: Handle, setup: HomeSetup) -> Taken {
    let home = station.set_up(setup).await?;
    entered_here(&handle, home).await;
    open_board(station, handle).await
}

async fn add_device(station: Station, handle: Handle, home: HomeView) -> Taken {
    let home = station.pair(&home).await?;
    entered_here(&handle, home).await;
    Ok(())
}

async fn pair_with_code(station: Station, handle: Handle, typed: Typed, address: String) -> Taken {
    let (home, membership) = station.pair_with_code(typed, &address).await?;
    handle.tick(Tick::Entered(Box::new(home), Box::new(membership))).await;
    Ok(())
}

async fn leave_home(station: Station, handle: Handle, home: HomeId) -> Taken {
    station.leave(home).await?;
    handle.tick(Tick::Left(home)).await;
    Ok(())
}

async fn entered_here(handle: &Handle, home: HomeView) {
    let membership = Membership::here(home.id);
    handle.tick(Tick::Entered(Box::new(home), Box::new(membership))).await;
}

async fn open_board(station: Station, handle: Handle) -> Taken {
    let link = station.board_link().await?;
    let link = Url::parse(link.reveal()).map_err(|_| ErrorCode::Unreachable)?;
    handle.tick(Tick::OpenBoard(link)).await;
    Ok(())
}
