//! Asking a camera for its pictures over HTTP: with its password where it wants one, and without following it elsewhere.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode};
use url::Url;

use crate::address::{Credentials, WebAddress};
use crate::login::Login;
use crate::problem::Problem;

/// How long a machine may take to be reached.
const TO_CONNECT: Duration = Duration::from_secs(5);
/// As it names itself.
const USER_AGENT: &str = "Mayday";

/// Asks one camera.
pub(crate) struct Web {
    client: Client,
    login: Login,
}

impl Web {
    pub(crate) fn new(credentials: Option<&Credentials>) -> Result<Self, Problem> {
        // A camera that sends elsewhere would be told the password there.
        let client = Client::builder().redirect(Policy::none()).connect_timeout(TO_CONNECT).user_agent(USER_AGENT);
        let client = client.no_proxy().build().map_err(|_| Problem::Unreachable)?;
        Ok(Self { client, login: Login::new(credentials) })
    }

    /// What it answers, where it answers with success. Takes as long as the camera does.
    pub(crate) async fn get(&self, address: &WebAddress) -> Result<Response, Problem> {
        let url = address.url();
        let answer = self.ask(&url).await?;
        if answer.status() != StatusCode::UNAUTHORIZED || !self.login.hear(answer.headers()) {
            return accepted(answer);
        }
        accepted(self.ask(&url).await?)
    }

    async fn ask(&self, url: &Url) -> Result<Response, Problem> {
        let mut request = self.client.get(url.clone());
        if let Some(said) = self.login.said("GET", url, &[]) {
            request = request.header(AUTHORIZATION, said);
        }
        request.send().await.map_err(|error| broken(&error))
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
