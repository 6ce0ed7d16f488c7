//! What is asked of a machine that nobody vouches for: over HTTP, of that machine alone, with a password where it wants one,
//! and without following it elsewhere.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, Response, StatusCode};
use url::Url;

use crate::address::{Credentials, WebAddress};
use crate::login::Login;
use crate::problem::Problem;

/// How long a connection may take to come up.
const TO_CONNECT: Duration = Duration::from_secs(4);
/// As it names itself.
const USER_AGENT: &str = "Mayday";

/// One machine, and as whom it is asked.
pub(crate) struct Web {
    host: String,
    client: Client,
    login: Login,
}

/// What it is asked.
pub(crate) struct Question<'a> {
    method: Method,
    url: &'a Url,
    kind: &'a str,
    body: &'a str,
}

impl<'a> Question<'a> {
    /// What is there.
    pub(crate) const fn get(url: &'a Url) -> Self {
        Self { method: Method::GET, url, kind: "", body: "" }
    }

    /// Something, of this media type.
    pub(crate) const fn post(url: &'a Url, kind: &'a str, body: &'a str) -> Self {
        Self { method: Method::POST, url, kind, body }
    }
}

impl Web {
    /// `to_answer`: how long an answer may take until its end; `None`: it has none.
    pub(crate) fn new(
        address: &WebAddress,
        credentials: Option<&Credentials>,
        to_answer: Option<Duration>,
    ) -> Result<Self, Problem> {
        // A machine that sends elsewhere would have the password told there.
        let client = Client::builder().redirect(Policy::none()).no_proxy().user_agent(USER_AGENT);
        let client = match to_answer {
            Some(most) => client.connect_timeout(TO_CONNECT.min(most)).timeout(most),
            None => client.connect_timeout(TO_CONNECT),
        };
        let client = client.build().map_err(|_| Problem::Unreachable)?;
        Ok(Self { host: address.host().to_owned(), client, login: Login::new(credentials) })
    }

    /// What it answers, be it a refusal of another kind than of the password. It is asked again with the password if it wants
    /// one.
    pub(crate) async fn ask(&self, question: &Question<'_>) -> Result<Response, Problem> {
        if question.url.host_str() != Some(self.host.as_str()) {
            return Err(Problem::NotACamera);
        }
        let mut answer = self.ask_once(question).await?;
        if answer.status() == StatusCode::UNAUTHORIZED && self.login.hear(answer.headers()) {
            answer = self.ask_once(question).await?;
        }
        match answer.status() {
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(Problem::WrongPassword),
            _ => Ok(answer),
        }
    }

    async fn ask_once(&self, question: &Question<'_>) -> Result<Response, Problem> {
        let Question { method, url, kind, body } = question;
        let mut request = self.client.request(method.clone(), (*url).clone());
        if !kind.is_empty() {
            request = request.header(CONTENT_TYPE, *kind).body((*body).to_owned());
        }
        if let Some(said) = self.login.said(method.as_str(), url, body.as_bytes()) {
            request = request.header(AUTHORIZATION, said);
        }
        request.send().await.map_err(|error| broken(&error))
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
