//! Asking a camera over HTTP: with its password where it wants one (Basic and Digest, RFC 7617, RFC 7616), without following
//! it elsewhere, and never longer or more than was meant.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http_auth::{PasswordClient, PasswordParams};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, WWW_AUTHENTICATE};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode};
use url::Url;

use crate::address::{Credentials, WebAddress};
use crate::problem::Problem;

/// How long a machine may take to be reached.
const TO_CONNECT: Duration = Duration::from_secs(5);
/// As it names itself.
const USER_AGENT: &str = "Mayday";

/// Asks one camera.
pub(crate) struct Web {
    client: Client,
    credentials: Option<Credentials>,
    /// What it wanted to be told, the last time.
    login: Option<PasswordClient>,
}

impl Web {
    pub(crate) fn new(credentials: Option<&Credentials>) -> Result<Self, Problem> {
        // A camera that sends elsewhere would be told the password there.
        let client = Client::builder().redirect(Policy::none()).connect_timeout(TO_CONNECT).user_agent(USER_AGENT);
        let client = client.no_proxy().build().map_err(|_| Problem::Unreachable)?;
        Ok(Self { client, credentials: credentials.cloned(), login: None })
    }

    /// What it answers, where it answers with success. Takes as long as the camera does.
    pub(crate) async fn get(&mut self, address: &WebAddress) -> Result<Response, Problem> {
        let url = address.url();
        let answer = self.ask(&url).await?;
        if answer.status() != StatusCode::UNAUTHORIZED || !self.learn(answer.headers()) {
            return accepted(answer);
        }
        accepted(self.ask(&url).await?)
    }

    async fn ask(&mut self, url: &Url) -> Result<Response, Problem> {
        let mut request = self.client.get(url.clone());
        if let Some(said) = self.login(url) {
            request = request.header(AUTHORIZATION, said);
        }
        request.send().await.map_err(|error| broken(&error))
    }

    /// What it is told with each request.
    fn login(&mut self, url: &Url) -> Option<String> {
        let (login, credentials) = (self.login.as_mut()?, self.credentials.as_ref()?);
        let uri = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
        let (username, password) = (credentials.user.as_str(), credentials.password.as_str());
        login.respond(&PasswordParams { username, password, uri: &uri, method: "GET", body: None }).ok()
    }

    /// Takes in how it wants to be told the password. `false`: there is none, or no way that is known.
    fn learn(&mut self, headers: &HeaderMap) -> bool {
        if self.credentials.is_none() {
            return false;
        }
        let wanted = headers.get_all(WWW_AUTHENTICATE).iter().filter_map(|value| value.to_str().ok());
        let wanted = wanted.flat_map(|value| http_auth::parse_challenges(value).unwrap_or_default());
        let wanted = wanted.fold(PasswordClient::builder(), |client, challenge| client.challenge(&challenge));
        self.login = wanted.build().ok();
        self.login.is_some()
    }
}

fn accepted(answer: Response) -> Result<Response, Problem> {
    match answer.status() {
        status if status.is_success() => Ok(answer),
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(Problem::WrongPassword),
        StatusCode::NOT_FOUND => Err(Problem::WrongPath),
        _ => Err(Problem::Refused),
    }
}

/// What the answer is, as its head says it.
pub(crate) fn media_type(answer: &Response) -> String {
    let said = answer.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    said.unwrap_or_default().trim().to_owned()
}

/// The whole answer. [`Problem::Garbage`]: it is longer than `most` bytes.
pub(crate) async fn body(mut answer: Response, most: usize) -> Result<Bytes, Problem> {
    let mut body = BytesMut::new();
    while let Some(bytes) = answer.chunk().await.map_err(|error| broken(&error))? {
        if body.len() + bytes.len() > most {
            return Err(Problem::Garbage);
        }
        body.extend_from_slice(&bytes);
    }
    Ok(body.freeze())
}

/// Why an answer did not come, or not all of it.
pub(crate) fn broken(error: &reqwest::Error) -> Problem {
    if error.is_connect() {
        Problem::Unreachable
    } else if error.is_timeout() {
        Problem::Silent
    } else if error.is_request() && is_not_http(error) {
        Problem::NotACamera
    } else {
        Problem::Ended
    }
}

/// What answers speaks something else.
fn is_not_http(error: &reqwest::Error) -> bool {
    let causes = std::iter::successors(std::error::Error::source(error), |cause| cause.source());
    causes.filter_map(|cause| cause.downcast_ref::<hyper::Error>()).any(hyper::Error::is_parse)
}
