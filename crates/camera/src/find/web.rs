//! What is asked of a machine that nobody vouches for: over HTTP, not for long, little, and of that machine alone.

use std::time::Duration;

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, Response, StatusCode};
use serde_json::Value;
use url::Url;

use crate::address::{Credentials, WebAddress};
use crate::login::Login;
use crate::problem::Problem;

/// Bytes of an answer. The longest, a Frigate's configuration, has some 10 KiB for each camera.
const MOST: usize = 1024 * 1024;
/// How long a connection may take to come up.
const TO_CONNECT: Duration = Duration::from_secs(4);

/// One machine, and as whom it is asked.
pub(super) struct Web {
    host: String,
    http: Client,
    login: Login,
}

/// What it answered.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) body: Vec<u8>,
}

/// What it is sent.
struct Question<'a> {
    method: Method,
    url: &'a Url,
    kind: &'a str,
    body: &'a str,
}

impl Web {
    pub(super) fn new(
        address: &WebAddress,
        credentials: Option<&Credentials>,
        to_answer: Duration,
    ) -> Result<Self, Problem> {
        let http = Client::builder()
            .connect_timeout(TO_CONNECT.min(to_answer))
            .timeout(to_answer)
            .redirect(Policy::none())
            .no_proxy()
            .user_agent("Mayday")
            .build();
        let http = http.map_err(|_| Problem::Unreachable)?;
        let host = address.host().to_owned();
        Ok(Self { host, http, login: Login::new(credentials) })
    }

    /// What is under an address, if it is JSON. `None`: the machine has something else there, or nothing.
    pub(super) async fn json(&self, url: &Url) -> Result<Option<Value>, Problem> {
        match self.send(&Question { method: Method::GET, url, kind: "", body: "" }).await {
            Ok(answer) if answer.status.is_success() => Ok(serde_json::from_slice(&answer.body).ok()),
            Ok(_) | Err(Problem::NotACamera) => Ok(None),
            Err(problem) => Err(problem),
        }
    }

    pub(super) async fn post(&self, url: &Url, kind: &str, body: &str) -> Result<Answer, Problem> {
        self.send(&Question { method: Method::POST, url, kind, body }).await
    }

    /// Asks, and asks again with the password if the machine wants one (RFC 7617 and 7616).
    async fn send(&self, question: &Question<'_>) -> Result<Answer, Problem> {
        if question.url.host_str() != Some(self.host.as_str()) {
            return Err(Problem::NotACamera);
        }
        let known = self.said(question);
        let mut response = self.send_once(question, known).await?;
        if response.status() == StatusCode::UNAUTHORIZED && self.login.hear(response.headers()) {
            let authorization = self.said(question);
            response = self.send_once(question, authorization).await?;
        }
        match response.status() {
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(Problem::WrongPassword),
            status => Ok(Answer { status, body: body_of(response).await? }),
        }
    }

    fn said(&self, question: &Question<'_>) -> Option<String> {
        self.login.said(question.method.as_str(), question.url, question.body.as_bytes())
    }

    async fn send_once(&self, question: &Question<'_>, authorization: Option<String>) -> Result<Response, Problem> {
        let mut request = self.http.request(question.method.clone(), question.url.clone());
        if !question.kind.is_empty() {
            request = request.header(CONTENT_TYPE, question.kind).body(question.body.to_owned());
        }
        if let Some(authorization) = authorization {
            request = request.header(AUTHORIZATION, authorization);
        }
        request.send().await.map_err(|error| problem_of(&error))
    }
}

async fn body_of(mut response: Response) -> Result<Vec<u8>, Problem> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| problem_of(&error))? {
        if body.len() + chunk.len() > MOST {
            return Err(Problem::NotACamera);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

fn problem_of(error: &reqwest::Error) -> Problem {
    if error.is_connect() {
        Problem::Unreachable
    } else if error.is_timeout() {
        Problem::Silent
    } else {
        Problem::NotACamera
    }
}
