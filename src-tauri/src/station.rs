//! The way to the station: found or started on this machine, listened to, spoken to.

mod ask;
mod history;
mod launch;
mod line;
mod listen;
mod pairing;
mod send;

use std::time::Duration;

use mayday_clock::SharedClock;
use mayday_protocol::{HomeId, Redacted};
use mayday_wire::pin::Pin;
use mayday_wire::{
    BoardLinkResponse, CheckSetUpRequest, EnterDemoRequest, EnterHomeResponse, ErrorBody, ErrorCode, HomeEvent,
    HomeSetup, HomeView, NoticeCode, PairRequest, SetUpPreview, SetUpRequest, VersionResponse,
};
use reqwest::Method;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::watch;

use crate::controller::{Handle, Tick};
use crate::folder::Folder;
use crate::secrets::{self, Kept, Of};

use line::Line;

pub(crate) use ask::{Ask, Typed};
pub(crate) use line::{Elsewhere, Membership};
pub(crate) use send::SendFailure;

/// A station that says nothing for so long is not there: three missed beats.
const SILENCE: Duration = Duration::from_secs(6);
/// An attempt that is not answered by then has failed (DESIGN §3, point 7).
const DEADLINE: Duration = Duration::from_secs(2);
/// Nobody's help waits for set-up or a code, and both are hashed slowly on purpose.
const UNHURRIED: Duration = Duration::from_secs(15);

/// What is heard from and about the station.
#[derive(Debug)]
pub(crate) enum News {
    /// It answers, and events come in.
    Up,
    /// It does not answer.
    Down,
    /// It answers, and says that this device was removed from the home.
    Revoked,
    /// It answers, and does not know this home any more.
    HomeUnknown(HomeId),
    /// Something the person should know; or no longer.
    Notice(NoticeCode, bool),
    /// This device is one of the home's again.
    Paired(Box<HomeView>),
    /// Something changed in a home.
    Event { home: HomeId, event: HomeEvent },
}

/// The home's station, on this machine or on another one.
#[derive(Clone)]
pub(crate) struct Station {
    folder: Folder,
    clock: SharedClock,
    handle: Handle,
    /// To this machine's own.
    here: Line,
    /// To the home's.
    line: watch::Sender<Line>,
    /// `None` until the keyring or the station has given one.
    token: watch::Sender<Option<Redacted<String>>>,
}

impl Station {
    pub(crate) fn new(
        folder: Folder,
        clock: SharedClock,
        handle: Handle,
        elsewhere: Option<Elsewhere>,
    ) -> anyhow::Result<Self> {
        let here = Line::here(&folder, SILENCE)?;
        let line = match elsewhere {
            Some(Elsewhere { addresses, fingerprint }) => Line::elsewhere(&addresses, &Pin::to(fingerprint), SILENCE)?,
            None => here.clone(),
        };
        Ok(Self { folder, clock, handle, here, line: watch::channel(line).0, token: watch::channel(None).0 })
    }

    /// What follows where the keyring keeps no token.
    fn no_keyring(&self) -> NoticeCode {
        if self.is_here() { NoticeCode::NoKeyring } else { NoticeCode::NoKeyringElsewhere }
    }

    /// Whether the home's station is on this machine.
    fn is_here(&self) -> bool {
        self.line.borrow().is_here()
    }

    /// Enters the demo home, and keeps the new token.
    pub(crate) async fn enter_demo(&self) -> Result<HomeView, ErrorBody> {
        launch::ensure(self).await?;
        self.enter("/v1/demo", &EnterDemoRequest { device_name: device_name() }).await
    }

    /// Looks at a set-up; nothing is kept.
    pub(crate) async fn check_set_up(&self, setup: HomeSetup, home: Option<HomeId>) -> Result<SetUpPreview, ErrorBody> {
        let body = CheckSetUpRequest { setup, home };
        if home.is_some() {
            return self.call(Method::POST, "/v1/home/check", Some(&body)).await;
        }
        launch::ensure(self).await?;
        self.call_at(&self.here, self.here.origin(0), Method::POST, "/v1/setup/check", Some(&body)).await
    }

    /// Sets a home up, and keeps the new token.
    pub(crate) async fn set_up(&self, setup: HomeSetup) -> Result<HomeView, ErrorBody> {
        launch::ensure(self).await?;
        self.enter("/v1/setup", &SetUpRequest { setup, device_name: device_name() }).await
    }

    /// Finds the token of a home that is known, then listens for as long as the app lives.
    pub(crate) async fn follow(self, home: HomeView) {
        if self.token.borrow().is_none() {
            match secrets::read(Of::Home(home.id)).await {
                Kept::Token(token) => drop(self.token.send_replace(Some(token))),
                Kept::Nothing => {}
                Kept::NoKeyring => self.tell(News::Notice(self.no_keyring(), true)).await,
            }
        }
        listen::forever(&self, home).await;
    }

    /// A link that opens the phone board once.
    pub(crate) async fn board_link(&self) -> Result<Redacted<String>, ErrorBody> {
        let link: BoardLinkResponse = self.call(Method::POST, "/v1/board/link", None::<&()>).await?;
        Ok(link.url)
    }

    /// A new device of the home, for whoever may open the socket. `Unknown`: the station lost the home.
    pub(crate) async fn pair(&self, home: &HomeView) -> Result<HomeView, ErrorBody> {
        if !self.is_here() {
            return Err(ErrorCode::NotPaired.into());
        }
        if home.setup.is_none() {
            return self.enter_demo().await;
        }
        self.enter("/v1/pair", &PairRequest { home: home.id, device_name: device_name() }).await
    }

    async fn enter(&self, path: &str, body: &impl Serialize) -> Result<HomeView, ErrorBody> {
        let here = &self.here;
        let EnterHomeResponse { home, token, .. } =
            self.call_at(here, here.origin(0), Method::POST, path, Some(body)).await?;
        self.line.send_replace(here.clone());
        self.keep_token(home.id, token);
        Ok(home)
    }

    async fn version(&self) -> Option<VersionResponse> {
        self.call_at(&self.here, self.here.origin(0), Method::GET, "/v1/version", None::<&()>).await.ok()
    }

    async fn call<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Option<&impl Serialize>,
    ) -> Result<T, ErrorBody> {
        self.request(method, path, body).await?.json().await.map_err(|_| ErrorCode::Unreachable.into())
    }

    /// The `turn`th of attempts at the same time.
    async fn call_in_turn<T: DeserializeOwned>(
        &self,
        turn: usize,
        method: Method,
        path: &str,
        body: Option<&impl Serialize>,
    ) -> Result<T, ErrorBody> {
        let line = self.line.borrow().clone();
        self.call_at(&line, line.origin(turn), method, path, body).await
    }

    async fn call_at<T: DeserializeOwned>(
        &self,
        line: &Line,
        origin: &str,
        method: Method,
        path: &str,
        body: Option<&impl Serialize>,
    ) -> Result<T, ErrorBody> {
        let answer = self.request_at(line, origin, method, path, body).await?;
        answer.json().await.map_err(|_| ErrorCode::Unreachable.into())
    }

    async fn call_for_nothing(
        &self,
        method: Method,
        path: &str,
        body: Option<&impl Serialize>,
    ) -> Result<(), ErrorBody> {
        self.request(method, path, body).await.map(drop)
    }

    async fn request(
        &self,
        method: Method,
        path: &str,
        body: Option<&impl Serialize>,
    ) -> Result<reqwest::Response, ErrorBody> {
        let line = self.line.borrow().clone();
        self.request_at(&line, line.origin(0), method, path, body).await
    }

    async fn request_at(
        &self,
        line: &Line,
        origin: &str,
        method: Method,
        path: &str,
        body: Option<&impl Serialize>,
    ) -> Result<reqwest::Response, ErrorBody> {
        let mut request = line.http().request(method, format!("{origin}{path}")).timeout(deadline(path));
        // A token is for the home's station alone, never for one that is being looked at.
        if let Some(token) = self.token.borrow().as_ref().filter(|_| line.is(&self.line.borrow())) {
            request = request.bearer_auth(token.reveal());
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        let answer = request.send().await.map_err(|_| {
            line.failed(origin);
            ErrorCode::Unreachable
        })?;
        if answer.status().is_success() {
            return Ok(answer);
        }
        Err(answer.json().await.unwrap_or_else(|_| ErrorCode::Unreachable.into()))
    }

    async fn tell(&self, news: News) {
        self.handle.tick(Tick::Station(news)).await;
    }
}

/// How long an answer may take.
fn deadline(path: &str) -> Duration {
    let sets_up =
        path.starts_with("/v1/setup") || matches!(path, "/v1/home" | "/v1/demo" | "/v1/pair" | "/v1/pair/code");
    let takes_a_code =
        path.starts_with("/v1/home/") || (path.starts_with("/v1/incidents/") && path.ends_with("/cancel"));
    if sets_up || takes_a_code { UNHURRIED } else { DEADLINE }
}

fn device_name() -> Redacted<String> {
    Redacted::new(std::env::var("HOSTNAME").unwrap_or_else(|_| "This computer".to_owned()))
}
