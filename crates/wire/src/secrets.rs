//! Passwords and codes: set in pairs, tested, never shown (N1-N7, J5, P6).

use mayday_protocol::Redacted;
use mayday_protocol::secret::{Secret, SecretPair};
use serde::{Deserialize, Serialize};

/// Which of a home's secrets are set. What they are is not known to anybody but the people who chose them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SecretsView {
    /// The verbal password.
    pub password: bool,
    /// The duress password.
    pub duress_password: bool,
    /// The access code.
    pub code: bool,
    /// The duress code.
    pub duress_code: bool,
}

/// Choose a secret and its duress twin. Both at once: they are kept as hashes, so one that is kept cannot be compared
/// with one that is new (N5, N7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SetSecretsRequest {
    /// Which pair.
    pub pair: SecretPair,
    /// The one that means what it says.
    pub plain: Redacted<String>,
    /// Its duress twin; `None`: there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub duress: Option<Redacted<String>>,
    /// The access code as it is; not looked at while none is set.
    #[serde(default)]
    pub code: Redacted<String>,
}

/// Try a secret, so that whoever chose it knows that it was kept as meant. Nothing else comes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TestSecretRequest {
    /// Which it is meant to be.
    pub secret: Secret,
    /// As it was typed.
    pub typed: Redacted<String>,
    /// The access code; not looked at while none is set.
    #[serde(default)]
    pub code: Redacted<String>,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TestSecretResponse {
    /// Whether it is the one it was meant to be.
    pub right: bool,
}
