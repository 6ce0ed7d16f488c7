//! The webhook dispatcher: a signed request, sent again until the receiver answers 2xx.
//!
//! The signature follows the Standard Webhooks scheme: HMAC-SHA256 over `id.timestamp.body`, in
//! the headers `webhook-id`, `webhook-timestamp` and `webhook-signature`.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::Context;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use mayday_protocol::incident::{DispatchMessage, DispatchRequest};
use mayday_protocol::{Kind, Service};
use mayday_wire::{IncidentView, Mode};
use reqwest::header::CONTENT_TYPE;
use serde::Serialize;
use sha2::Sha256;
use tracing::{info, warn};

use super::name;
use crate::config;

/// One try. A receiver that is silent for longer is asked again.
const TRY: Duration = Duration::from_secs(5);
/// Between tries: doubled each time, up to the longest.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// A receiver that is down for long is still asked twice a minute.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// A configured webhook.
pub(super) struct Webhook {
    http: reqwest::Client,
    config: config::Webhook,
}

/// One dispatch request as it goes out, the same in every try.
pub(super) struct Delivery {
    key: String,
    body: Body,
}

#[derive(Serialize)]
struct Body {
    r#type: &'static str,
    /// The idempotency key: (incident, service, asking).
    request: String,
    /// `demo` asks nobody to come.
    mode: Mode,
    service: Service,
    kind: Kind,
    asking: u16,
    incident: String,
    street: String,
    city: String,
    /// How responders are to come; only duress says so (J7).
    #[serde(skip_serializing_if = "Option::is_none")]
    approach: Option<&'static str>,
    /// Whether the premises may be called; only duress says no (J7).
    #[serde(skip_serializing_if = "Option::is_none")]
    call_premises: Option<bool>,
}

impl Delivery {
    pub(super) fn new(incident: &IncidentView, request: DispatchRequest, message: DispatchMessage) -> Self {
        let DispatchRequest { service, asking } = request;
        let (r#type, ending) = match message {
            DispatchMessage::Come => ("dispatch.requested", ""),
            DispatchMessage::CancelAsked => ("dispatch.cancel_asked", "-cancel"),
        };
        let key = format!("{}-{}-{asking}{ending}", incident.id, name(service));
        let hidden = incident.plan.is_hidden();
        let body = Body {
            r#type,
            request: key.clone(),
            mode: incident.mode,
            service,
            kind: incident.kind,
            asking,
            incident: incident.id.to_string(),
            street: incident.street.reveal().clone(),
            city: incident.city.reveal().clone(),
            approach: hidden.then_some("silent"),
            call_premises: hidden.then_some(false),
        };
        Self { key, body }
    }

    pub(super) fn key(&self) -> &str {
        &self.key
    }
}

impl Webhook {
    pub(super) fn new(config: config::Webhook) -> anyhow::Result<Self> {
        let http = reqwest::Client::builder()
            .timeout(TRY)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .user_agent(concat!("mayday-station/", env!("CARGO_PKG_VERSION")))
            .build()
            .context("no HTTP client for the webhook")?;
        Ok(Self { http, config })
    }

    /// Returns when the receiver has accepted.
    pub(super) async fn deliver(&self, delivery: &Delivery) {
        let mut pause = FIRST_PAUSE;
        loop {
            match self.attempt(delivery).await {
                Ok(()) => {
                    info!(request = delivery.key, "the webhook accepted the dispatch request");
                    return;
                }
                Err(error) => {
                    warn!(
                        request = delivery.key,
                        error = format!("{error:#}"),
                        "the webhook did not accept; it is asked again"
                    );
                }
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    async fn attempt(&self, delivery: &Delivery) -> anyhow::Result<()> {
        let body = serde_json::to_vec(&delivery.body)?;
        let timestamp = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs().to_string();
        let signature = sign(self.config.secret.reveal(), &delivery.key, &timestamp, &body)?;
        let answer = self
            .http
            .post(&self.config.url)
            .header(CONTENT_TYPE, "application/json")
            .header("idempotency-key", &delivery.key)
            .header("webhook-id", &delivery.key)
            .header("webhook-timestamp", timestamp)
            .header("webhook-signature", signature)
            .body(body)
            .send()
            .await?;
        anyhow::ensure!(answer.status().is_success(), "it answered {}", answer.status());
        Ok(())
    }
}

fn sign(secret: &[u8], id: &str, timestamp: &str, body: &[u8]) -> anyhow::Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).context("the webhook's secret cannot sign")?;
    for part in [id.as_bytes(), b".", timestamp.as_bytes(), b".", body] {
        mac.update(part);
    }
    Ok(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example that the Standard Webhooks specification gives.
    #[test]
    fn the_signature_is_the_one_of_the_standard_webhooks_example() {
        let secret = STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").expect("valid base64");
        let signature = sign(&secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", br#"{"test": 2432232314}"#);
        assert_eq!(signature.expect("signs"), "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
