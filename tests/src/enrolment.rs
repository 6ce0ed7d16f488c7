//! An operator's service that keeps subscriptions and enrolment: it signs what it says of each home, and can be down, lie
//! or be somebody else.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};
use axum::extract::{Path as Asked, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::get;
use axum::{Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mayday_protocol::HomeId;
use mayday_protocol::entitlement::Entitlement;
use mayday_wire::SignedEntitlement;
use mayday_wire::entitlement::SigningKey;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// What the station shows of itself. Known to everybody, and good for nothing but tests.
const SECRET: &str = "the station of the tests";

/// How the service behaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    /// As it should.
    #[default]
    Honest,
    /// It answers 503.
    Down,
    /// Somebody else signs.
    Impostor,
    /// What is said was changed after it was signed.
    Altered,
}

/// A running service. It ends when it is dropped.
pub struct Enrolment {
    url: String,
    books: Arc<Mutex<Books>>,
    server: JoinHandle<()>,
}

#[derive(Default)]
struct Books {
    manner: Manner,
    said: BTreeMap<String, Entitlement>,
    asked: u32,
}

impl Enrolment {
    /// Starts a service that knows no home.
    pub async fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/homes", listener.local_addr()?);
        let books = Arc::<Mutex<Books>>::default();
        let routes = Router::new().route("/homes/{home}", get(say)).with_state(Arc::clone(&books));
        let server = tokio::spawn(async move {
            // It ends by being aborted; an error before that shows as homes that are never entitled.
            let _ = axum::serve(listener, routes).await;
        });
        Ok(Self { url, books, server })
    }

    /// Tells a station, before it starts, to ask here.
    pub fn configure(&self, data: &Path) -> Result<()> {
        fs::create_dir_all(data)?;
        fs::write(data.join("enrolment.secret"), SECRET)?;
        let key = STANDARD.encode(key(Manner::Honest).verifying_key().as_bytes());
        let settings =
            format!("[enrolment]\nurl = \"{}\"\nkey = \"{key}\"\nsecret_file = \"enrolment.secret\"\n", self.url);
        fs::write(data.join("station.toml"), settings).context("the station's settings cannot be written")
    }

    /// What is said of a home from now on.
    pub fn says(&self, entitlement: Entitlement) {
        self.books().said.insert(entitlement.home.to_string(), entitlement);
    }

    /// The same about another home: what it is asked about is not what it answers.
    pub fn says_about(&self, asked: HomeId, entitlement: Entitlement) {
        self.books().said.insert(asked.to_string(), entitlement);
    }

    /// How it behaves from now on.
    pub fn behaves(&self, manner: Manner) {
        self.books().manner = manner;
    }

    /// How often it was asked.
    pub fn asked(&self) -> u32 {
        self.books().asked
    }

    fn books(&self) -> std::sync::MutexGuard<'_, Books> {
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Enrolment {
    fn drop(&mut self) {
        self.server.abort();
    }
}

fn key(manner: Manner) -> SigningKey {
    SigningKey::from_bytes(if manner == Manner::Impostor { &[9; 32] } else { &[5; 32] })
}

async fn say(
    State(books): State<Arc<Mutex<Books>>>,
    headers: HeaderMap,
    Asked(home): Asked<String>,
) -> Result<Json<Value>, StatusCode> {
    let mut books = books.lock().unwrap_or_else(PoisonError::into_inner);
    books.asked += 1;
    let shown = headers.get("authorization").and_then(|shown| shown.to_str().ok());
    if shown != Some(&format!("Bearer {SECRET}")) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    if books.manner == Manner::Down {
        return Err(StatusCode::SERVICE_UNAVAILABLE);
    }
    let entitlement = books.said.get(&home).ok_or(StatusCode::NOT_FOUND)?;
    let signed = SignedEntitlement::sign(entitlement, &key(books.manner)).map_err(|_| StatusCode::NOT_FOUND)?;
    let said = if books.manner == Manner::Altered { signed.said.replace("basic", "pro") } else { signed.said };
    Ok(Json(json!({ "said": said, "signature": signed.signature })))
}
