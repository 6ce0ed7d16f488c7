//! The edge of the station: orders become calls and dispatch requests, and come back as reports.
//!
//! Each order runs in a task of its own, so that a broken line or receiver holds nothing else up.
//! After a start every unfinished order is simply due: at least once, under the same key.

mod webhook;

use std::sync::Arc;
use std::time::Duration;

use mayday_protocol::Service;
use mayday_protocol::call::Fact;
use mayday_protocol::incident::{Order, Receiver};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tracing::{error, info, warn};

use crate::config::Config;
use crate::engine::{Answer, Request};
use crate::store::{Effect, EffectKey, Slot};
use crate::{Station, view};
use webhook::{Delivery, Webhook};

/// Before a second try when the station's own store or engine did not answer.
const OWN_FAULT: Duration = Duration::from_millis(250);

/// Carriers and dispatchers.
#[derive(Clone)]
pub(crate) struct Desk {
    station: Station,
    webhook: Option<Arc<Webhook>>,
}

impl Desk {
    pub(crate) fn new(config: &Config, station: Station) -> anyhow::Result<Self> {
        let webhook = config.webhook.clone().map(Webhook::new).transpose()?.map(Arc::new);
        Ok(Self { station, webhook })
    }
}

/// Takes up orders in the sequence in which they were decided, until the station stops.
pub(crate) async fn work(desk: Desk, mut stopping: watch::Receiver<bool>) {
    let mut news = desk.station.news.effects();
    let mut last = EffectKey(0);
    // Dropped at the end, and with it whatever is under way: it is due again at the next start.
    let mut under_way = JoinSet::new();
    loop {
        while under_way.try_join_next().is_some() {}
        news.borrow_and_update();
        let effects = desk.station.reader.effects_after(last).await.unwrap_or_else(|error| {
            error!(error = format!("{error:#}"), "the waiting orders cannot be read: a person must look");
            vec![]
        });
        for effect in &effects {
            last = effect.key;
            under_way.spawn(desk.clone().carry_out(*effect));
        }
        if effects.is_empty() {
            tokio::select! {
                changed = news.changed() => if changed.is_err() { return },
                _ = stopping.wait_for(|stop| *stop) => return,
            }
        }
    }
}

impl Desk {
    async fn carry_out(self, effect: Effect) {
        let Effect { key, slot, order } = effect;
        match order {
            Order::PlaceCall { call, contact } => {
                let seize = || Request::SeizeLine { slot, call, contact, finishes: key };
                if matches!(self.report(seize).await, Answer::Go(true)) {
                    // The phone board's cards ring at once.
                    self.report(|| Request::Call { slot, call, fact: Fact::Ringing, finishes: Some(key) }).await;
                }
            }
            Order::LeaveMessage { call } => {
                // The phone board's voicemails record at once: the card shows what was said.
                self.report(|| Request::Call { slot, call, fact: Fact::MessageLeft, finishes: Some(key) }).await;
            }
            Order::EndCall { .. } => {
                self.report(|| Request::Finish(key)).await;
            }
            Order::SoundSiren { .. } | Order::StopSiren | Order::Announce => {
                self.report(|| Request::BaseStation { slot, key, order }).await;
            }
            Order::RequestDispatch { service, asking } => self.dispatch(key, slot, service, asking).await,
        }
    }

    /// Asks until the receiving side has accepted. Its key is (incident, service, asking), in every try.
    async fn dispatch(&self, key: EffectKey, slot: Slot, service: Service, asking: u16) {
        let Some(delivery) = self.delivery(slot, service, asking).await else {
            self.report(|| Request::Finish(key)).await;
            return;
        };
        let request = delivery.key().to_owned();
        let start = || Request::StartDispatch { slot, request: request.clone(), service: name(service) };
        if !matches!(self.report(start).await, Answer::Go(true)) {
            info!(request, "the incident ended before its dispatch request was started");
            self.report(|| Request::Finish(key)).await;
            return;
        }
        let by = match &self.webhook {
            None => Receiver::DispatchLog,
            Some(webhook) => {
                webhook.deliver(&delivery).await;
                Receiver::Webhook
            }
        };
        self.report(|| Request::DispatchConfirmed { slot, by, finishes: key }).await;
    }

    async fn delivery(&self, slot: Slot, service: Service, asking: u16) -> Option<Delivery> {
        loop {
            match view::one(&self.station.reader, slot).await {
                Ok(incident) => return incident.map(|incident| Delivery::new(&incident, service, asking)),
                Err(error) => {
                    error!(error = format!("{error:#}"), "an incident cannot be read for its dispatch request");
                    tokio::time::sleep(OWN_FAULT).await;
                }
            }
        }
    }

    /// Tells the engine, as often as it takes: an order is finished only when that is durable.
    async fn report(&self, request: impl Fn() -> Request) -> Answer {
        loop {
            match self.station.engine.ask(request()).await {
                Ok(answer) => return answer,
                Err(refusal) if *self.station.stop.borrow() => {
                    warn!(?refusal, "the station stops; this order goes on at the next start");
                    return Answer::Done;
                }
                Err(refusal) => {
                    warn!(?refusal, "a report was not stored and is made again");
                    tokio::time::sleep(OWN_FAULT).await;
                }
            }
        }
    }
}

/// The service's name in keys and bodies.
pub(crate) const fn name(service: Service) -> &'static str {
    match service {
        Service::Police => "police",
        Service::Fire => "fire",
        Service::Medical => "medical",
    }
}
