//! How a machine is told a password over HTTP: in the way that it asks for (Basic and Digest, RFC 7617, RFC 7616), and not
//! before it does.

use std::sync::{Mutex, MutexGuard, PoisonError};

use http_auth::{PasswordClient, PasswordParams};
use reqwest::header::{HeaderMap, WWW_AUTHENTICATE};
use url::{Position, Url};

use crate::address::Credentials;

/// As whom one machine is asked.
pub(crate) struct Login {
    credentials: Option<Credentials>,
    /// How the machine wants the password: as it said last.
    wanted: Mutex<Option<PasswordClient>>,
}

impl Login {
    pub(crate) fn new(credentials: Option<&Credentials>) -> Self {
        Self { credentials: credentials.cloned(), wanted: Mutex::new(None) }
    }

    /// Takes in how the machine wants the password. `false`: there is none, or it wants it in an unknown way.
    pub(crate) fn hear(&self, headers: &HeaderMap) -> bool {
        if self.credentials.is_none() {
            return false;
        }
        let challenges = headers.get_all(WWW_AUTHENTICATE).iter().filter_map(|value| value.to_str().ok());
        let heard = challenges.fold(PasswordClient::builder(), |builder, challenge| builder.challenges(challenge));
        let heard = heard.build().ok();
        let known = heard.is_some();
        *self.wanted() = heard;
        known
    }

    /// What it is told with a request. `None`: it has not asked.
    pub(crate) fn said(&self, method: &str, url: &Url, body: &[u8]) -> Option<String> {
        let Credentials { user, password } = self.credentials.as_ref()?;
        let uri = &url[Position::BeforePath..Position::AfterQuery];
        let params = PasswordParams { username: user, password, uri, method, body: Some(body) };
        self.wanted().as_mut()?.respond(&params).ok()
    }

    fn wanted(&self) -> MutexGuard<'_, Option<PasswordClient>> {
        // Nothing under the lock can leave it half done.
        self.wanted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
