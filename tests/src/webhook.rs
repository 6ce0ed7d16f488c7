//! A centre that takes dispatch requests over HTTP: it keeps what it gets, answers as told, and checks signatures
//! by the rules of Standard Webhooks, on its own and not with the station's code.

use std::collections::VecDeque;
use std::fs;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use hmac::{Hmac, Mac};
use serde_json::Value;
use sha2::Sha256;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio::time::Instant;

use crate::waiting::{PATIENCE, eventually};

/// What every webhook secret starts with.
const SECRET_PREFIX: &str = "whsec_";

/// The key that this receiver shares with the station. Known to everybody, and good for nothing but tests.
const KEY: &[u8] = b"a key of thirty-two test bytes!!";

/// How far a request's time may be off.
const TIME_TOLERANCE: Duration = Duration::from_secs(300);

/// A running receiver. It ends when it is dropped.
pub struct Receiver {
    url: String,
    desk: Arc<Desk>,
    server: JoinHandle<()>,
}

/// One request as it arrived.
#[derive(Clone, Debug)]
pub struct Request {
    /// When.
    pub at: Instant,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body, byte for byte.
    pub body: Bytes,
    /// What it was answered.
    pub answered: u16,
}

#[derive(Default)]
struct Desk {
    script: Mutex<VecDeque<u16>>,
    requests: Mutex<Vec<Request>>,
}

impl Receiver {
    /// Starts a receiver that answers 200.
    pub async fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/dispatch", listener.local_addr()?);
        let desk = Arc::new(Desk::default());
        let routes = Router::new().fallback(take).with_state(Arc::clone(&desk));
        let server = tokio::spawn(async move {
            // It ends by being aborted; an error before that shows as requests that never arrive.
            let _ = axum::serve(listener, routes).await;
        });
        Ok(Self { url, desk, server })
    }

    /// Where it listens.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The shared secret, as it stands in the station's secret file.
    pub fn secret(&self) -> String {
        format!("{SECRET_PREFIX}{}", BASE64.encode(KEY))
    }

    /// Answers the next requests with these status codes, one each, and 200 from then on.
    pub fn answer_next(&self, codes: impl IntoIterator<Item = u16>) {
        lock(&self.desk.script).extend(codes);
    }

    /// Everything so far, oldest first.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.desk.requests).clone()
    }

    /// Waits until `n` requests have arrived.
    pub async fn wait_for(&self, n: usize) -> Result<Vec<Request>> {
        self.wait_for_within(n, PATIENCE).await
    }

    /// Waits until `n` requests have arrived, but not longer than `within`.
    pub async fn wait_for_within(&self, n: usize, within: Duration) -> Result<Vec<Request>> {
        let awaited = format!("{n} requests have arrived at the webhook");
        eventually(&awaited, within, async || Some(self.requests()).filter(|requests| requests.len() >= n)).await
    }

    /// Writes a station's settings for this receiver: `station.toml`, and the secret beside it.
    pub fn configure(&self, data: &Path) -> Result<()> {
        fs::create_dir_all(data)?;
        let secret = data.join("webhook.secret");
        let mut options = fs::OpenOptions::new();
        let mut file = options.write(true).create(true).truncate(true).mode(0o600).open(secret)?;
        std::io::Write::write_all(&mut file, self.secret().as_bytes())?;
        let settings = format!("[webhook]\nurl = \"{}\"\nsecret_file = \"webhook.secret\"\n", self.url);
        Ok(fs::write(data.join("station.toml"), settings)?)
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Request {
    /// A header's text; empty when there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as JSON.
    pub fn json(&self) -> Result<Value> {
        serde_json::from_slice(&self.body).context("the webhook's body is not JSON")
    }

    /// Fails unless this request is fresh, signed with `secret`, and names its id as its idempotency key.
    pub fn verify_signature(&self, secret: &str) -> Result<()> {
        let (id, timestamp) = (self.header("webhook-id"), self.header("webhook-timestamp"));
        ensure!(!id.is_empty(), "no webhook-id");
        ensure!(self.header("idempotency-key") == id, "the idempotency key is not the webhook's id");
        ensure!(is_fresh(timestamp), "the webhook's time {timestamp:?} is not about the present");
        let signed = [id.as_bytes(), b".", timestamp.as_bytes(), b".", &self.body].concat();
        let key = BASE64.decode(secret.strip_prefix(SECRET_PREFIX).context("a secret starts with whsec_")?)?;
        let given = self.header("webhook-signature").split(' ').filter_map(|signature| signature.strip_prefix("v1,"));
        let mut given = given.filter_map(|signature| BASE64.decode(signature).ok());
        ensure!(given.any(|given| is_signature(&key, &signed, &given)), "no valid signature");
        Ok(())
    }
}

async fn take(State(desk): State<Arc<Desk>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let answered = lock(&desk.script).pop_front().unwrap_or(200);
    lock(&desk.requests).push(Request { at: Instant::now(), headers, body, answered });
    StatusCode::from_u16(answered).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn is_signature(key: &[u8], signed: &[u8], given: &[u8]) -> bool {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(signed);
    mac.verify_slice(given).is_ok()
}

fn is_fresh(timestamp: &str) -> bool {
    let Ok(seconds) = timestamp.parse() else { return false };
    let Some(at) = UNIX_EPOCH.checked_add(Duration::from_secs(seconds)) else { return false };
    let off = at.elapsed().unwrap_or_else(|early| early.duration());
    off <= TIME_TOLERANCE && at <= SystemTime::now() + TIME_TOLERANCE
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
