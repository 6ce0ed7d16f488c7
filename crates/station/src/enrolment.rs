//! Asks whoever keeps subscriptions and enrolment what each home is entitled to: at the start, daily, and when a home was
//! set up (B13). Without such a service the station's own records are the word.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use mayday_protocol::HomeId;
use mayday_protocol::entitlement::{ASK_AGAIN_MS, Entitlement};
use mayday_wire::SignedEntitlement;
use serde::Deserialize;
use tokio::sync::{Notify, watch};
use tokio::time::Instant;

use crate::Station;
use crate::config;
use crate::engine::{Change, Request};
use crate::store::homes;

/// One try.
const TRY: Duration = Duration::from_secs(5);
/// Before a service that failed is asked about the same home again.
const PAUSE: Duration = Duration::from_secs(60);
/// Longer answers are none.
const MOST: usize = 8 * 1024;

/// The service's answer. Its key is the operator's to know.
#[derive(Deserialize)]
struct Said {
    said: String,
    signature: String,
}

/// Asks for as long as the station runs.
pub(crate) async fn keep_asking(station: Station, service: config::Enrolment, mut stopping: watch::Receiver<bool>) {
    let http = match reqwest::Client::builder().timeout(TRY).redirect(reqwest::redirect::Policy::none()).build() {
        Ok(http) => http,
        Err(error) => return tracing::error!(%error, "the enrolment service cannot be asked: a person must look"),
    };
    let moved = Arc::new(Notify::new());
    let wake = Arc::clone(&moved);
    station.clock.on_moved(Box::new(move || wake.notify_one()));
    let mut news = station.news.listen();
    let mut failed: HashMap<HomeId, Instant> = HashMap::new();
    loop {
        ask_all(&station, &http, &service, &mut failed).await;
        loop {
            tokio::select! {
                _ = stopping.wait_for(|stop| *stop) => return,
                () = moved.notified() => failed.clear(),
                () = tokio::time::sleep(PAUSE) => {}
                change = news.recv() => match change {
                    Ok(Change::Home(_)) => {}
                    Ok(Change::Signal(_) | Change::Health | Change::Revoked(_)) => continue,
                    // What was missed may have been a new home.
                    Err(_) => {}
                },
            }
            break;
        }
    }
}

async fn ask_all(
    station: &Station,
    http: &reqwest::Client,
    service: &config::Enrolment,
    failed: &mut HashMap<HomeId, Instant>,
) {
    let before_ms = station.clock.now().wall_ms().saturating_sub_unsigned(ASK_AGAIN_MS);
    let due = station.reader.ask(move |db| Ok(homes::to_entitle(db, before_ms)?)).await;
    let due = due.inspect_err(|error| tracing::error!(%error, "who is to be asked about cannot be read"));
    failed.retain(|_, at| at.elapsed() < PAUSE);
    for home in due.unwrap_or_default() {
        if failed.contains_key(&home) {
            continue;
        }
        if let Err(error) = ask(station, http, service, home).await {
            tracing::warn!(error = format!("{error:#}"), "enrolment could not be checked; what was last known goes on");
            failed.insert(home, Instant::now());
        }
    }
}

async fn ask(
    station: &Station,
    http: &reqwest::Client,
    service: &config::Enrolment,
    home: HomeId,
) -> anyhow::Result<()> {
    let url = format!("{}/{home}", service.url);
    let answer = http.get(url).bearer_auth(service.secret.reveal()).send().await.context("no answer")?;
    if !answer.status().is_success() {
        bail!("the service answers {}", answer.status());
    }
    let text = answer.bytes().await?;
    if text.len() > MOST {
        bail!("the answer is too long");
    }
    let Said { said, signature } = serde_json::from_slice(&text).context("the answer is not understood")?;
    let signed = SignedEntitlement { said, key: service.key.clone(), signature };
    let entitlement: Entitlement =
        signed.read(&service.key).map_err(|_| anyhow::anyhow!("the answer is not signed by the service"))?;
    station
        .engine
        .ask(Request::Entitle { home, signed, entitlement })
        .await
        .map_err(|refused| anyhow::anyhow!("the answer is not taken: {}", refused.sentence))?;
    Ok(())
}
