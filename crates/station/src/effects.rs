//! The edge of the station: orders become calls and dispatch requests, and come back as reports.
//!
//! Each order runs in a task of its own, so that a broken line or receiver holds nothing else up.
//! After a start every unfinished order is simply due: at least once, under the same key.

mod webhook;

use std::sync::Arc;
use std::time::Duration;

use mayday_protocol::call::Fact;
use mayday_protocol::incident::{AgentFact, DispatchMessage, DispatchRequest, Order, Receiver};
use mayday_protocol::{ContactId, Service};
use mayday_wire::IncidentView;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tracing::{error, info, warn};

use crate::agents::Waiting;
use crate::config::Config;
use crate::engine::{Answer, Change, Request};
use crate::store::{Effect, EffectKey, Instruction, Slot};
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
        let Effect { key, slot, instruction } = effect;
        match instruction {
            Instruction::Order(order) => self.obey(key, slot, order).await,
            Instruction::Dispatch { request, message } => self.dispatch(key, slot, request, message).await,
        }
    }

    async fn obey(&self, key: EffectKey, slot: Slot, order: Order) {
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
            Order::AskAgent { contact } => self.ask_agent(key, slot, contact).await,
        }
    }

    /// Before an agent who is there; else it is said at once that nobody is (Q3). Who waits is finished by the agent.
    async fn ask_agent(&self, key: EffectKey, slot: Slot, contact: Option<ContactId>) {
        let agents = &self.station.agents;
        if agents.wait(Waiting { slot, contact, finishes: key }) {
            self.report(|| Request::Agent { slot, fact: AgentFact::Waiting, finishes: None }).await;
            self.station.news.announce(Change::Home(slot.home));
        } else {
            self.report(|| Request::Agent { slot, fact: AgentFact::NoneSignedIn, finishes: Some(key) }).await;
        }
    }

    /// Asks until the receiving side has accepted. Its key is (incident, service, asking), in every try. Before the first
    /// attempt the engine is asked once more whether this incident may ask anybody to come.
    async fn dispatch(&self, key: EffectKey, slot: Slot, request: DispatchRequest, message: DispatchMessage) {
        let Some(delivery) = self.delivery(slot, request, message).await else {
            self.report(|| Request::Finish(key)).await;
            return;
        };
        if message == DispatchMessage::CancelAsked {
            if let Some(webhook) = &self.webhook {
                webhook.deliver(&delivery).await;
            }
            self.report(|| Request::Finish(key)).await;
            return;
        }
        let start = || Request::StartDispatch { slot, request, key: delivery.key().to_owned() };
        if !matches!(self.report(start).await, Answer::Go(true)) {
            info!(request = delivery.key(), "the incident ended before its dispatch request was started");
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
        self.report(|| Request::DispatchConfirmed { slot, request, by, finishes: key }).await;
    }

    async fn delivery(&self, slot: Slot, request: DispatchRequest, message: DispatchMessage) -> Option<Delivery> {
        loop {
            match view::whoever_may_know(&self.station.reader, slot).await {
                Ok(incident) => return incident.map(|incident| Delivery::new(&incident, request, message)),
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

/// The key under which the receiving side hears of a request, in every try.
pub(crate) fn key(incident: &IncidentView, request: DispatchRequest, message: DispatchMessage) -> String {
    Delivery::new(incident, request, message).key().to_owned()
}

/// The service's name in keys and bodies.
pub(crate) const fn name(service: Service) -> &'static str {
    match service {
        Service::Police => "police",
        Service::Fire => "fire",
        Service::Medical => "medical",
    }
}
