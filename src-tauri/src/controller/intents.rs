//! What a person wants, taken up or refused.

use mayday_protocol::sos::{Decision, Entry, Input, Sos, State};
use mayday_protocol::{Kind, SignalId, eligibility};
use mayday_wire::{ErrorBody, ErrorCode};
use tauri::Url;

use super::handle::{Handle, Intent, Reply, Tick};
use super::{Controller, Shell};
use crate::station::Station;

type Taken = Result<(), ErrorBody>;

impl<S: Shell> Controller<S> {
    pub(super) fn on_intent(&mut self, intent: Intent, reply: Reply) {
        let taken = match intent {
            Intent::Slide(kind) => self.slide(kind),
            Intent::Cancel => self.tell_sos(Sos::can_cancel, Input::CancelPressed),
            Intent::SendNow => self.tell_sos(|sos| matches!(sos.state(), State::Waiting { .. }), Input::SendNow),
            Intent::Dismiss => self.dismiss(),
            Intent::StartDemo => return self.ask(reply, start_demo),
            Intent::OpenBoard => return self.ask(reply, open_board),
            Intent::Silence(incident) => {
                return self.ask(reply, |station, _| async move { station.silence(incident).await });
            }
            Intent::SetDemoDevices { base_station } => {
                return self.ask(reply, |station, _| async move { station.set_demo_devices(base_station).await });
            }
            Intent::SetDemoPlan(plan) => {
                return self.ask(reply, |station, _| async move { station.set_demo_plan(plan).await });
            }
        };
        let _ = reply.send(taken);
    }

    /// The slide's one call: eligibility from the facts on the device, then the countdown. The
    /// sending and the journal begin in the same turn of the loop.
    fn slide(&mut self, kind: Kind) -> Taken {
        let under_way = |sos: &Sos| !sos.is_settled() && !matches!(sos.state(), State::TooOld);
        if self.sos.as_ref().is_some_and(under_way) {
            return Err(ErrorCode::AlreadyUnderWay.into());
        }
        let home = self.home.as_ref().ok_or(ErrorCode::NoHome)?;
        let eligible = eligibility::check(kind, &home.facts).map_err(ErrorBody::not_eligible)?;
        let mut id = [0; 16];
        getrandom::fill(&mut id).map_err(|_| ErrorCode::NotNow)?;
        self.trouble = None;
        self.sos = Some(Sos::begin(eligible, SignalId::from_random(id), kind, self.clock.now()));
        Ok(())
    }

    fn tell_sos(&mut self, allowed: impl Fn(&Sos) -> bool, input: Input) -> Taken {
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
    handle.tick(Tick::Entered(home)).await;
    open_board(station, handle).await
}

async fn open_board(station: Station, handle: Handle) -> Taken {
    let link = station.board_link().await?;
    let link = Url::parse(link.reveal()).map_err(|_| ErrorCode::Unreachable)?;
    handle.tick(Tick::OpenBoard(link)).await;
    Ok(())
}
