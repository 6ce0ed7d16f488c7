//! What the operator configures, and where the station keeps its files.

use std::fs::{self, File, TryLockError};
use std::io::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mayday_protocol::Redacted;
use mayday_wire::pairing::address_of;
use mayday_wire::{OperatorView, StationContact};
use serde::Deserialize;

/// How to run a station.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where everything is kept.
    pub folder: Folder,
    /// The webhook that dispatch requests go to, if there is one.
    pub webhook: Option<Webhook>,
    /// The one number that the station calls from, and asks to be called back at (M4).
    pub caller_number: String,
    /// Who keeps subscriptions and enrolment; `None`: the station's own records are the word.
    pub enrolment: Option<Enrolment>,
    /// Who runs the station, where it is not the household (B15, P5).
    pub operator: Option<OperatorView>,
    /// Where the door for other devices listens; `None`: on a port of its own choice, once a device is invited.
    pub listen: Option<SocketAddr>,
    /// Where that door is met from outside of this network, as `host:port`.
    pub reachable_at: Vec<String>,
}

/// Reserved for fiction: it reaches nobody until an operator sets a number.
pub(crate) const RESERVED_NUMBER: &str = "(202) 555-0110";

/// Letters of each thing that an operator says of himself.
const MOST_SHOWN: usize = 200;
/// Licences that he may name.
const MOST_LICENCES: usize = 10;

/// The name that its number goes by on the contacts' phones.
const NAME: &str = "Mayday station";

/// A webhook that asks for responders.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// Where to post.
    pub url: String,
    /// The key that signs every request.
    pub secret: Redacted<Vec<u8>>,
}

/// Whoever keeps subscriptions and enrolment.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// Where to ask: the home's id is put behind it.
    pub url: String,
    /// The Ed25519 public key that signs every answer, in base64.
    pub key: String,
    /// What the station shows of itself.
    pub secret: Redacted<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct StationToml {
    caller_number: Option<String>,
    listen: Option<SocketAddr>,
    reachable_at: Vec<String>,
    webhook: Option<WebhookToml>,
    enrolment: Option<EnrolmentToml>,
    operator: Option<OperatorToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EnrolmentToml {
    url: String,
    key: String,
    secret_file: PathBuf,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OperatorToml {
    name: String,
    centre: Option<String>,
    #[serde(default)]
    licences: Vec<String>,
    help: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WebhookToml {
    url: String,
    secret_file: PathBuf,
}

impl Config {
    /// Reads `station.toml` in the data folder; without one, there is only the dispatch log.
    pub fn load(folder: Folder) -> anyhow::Result<Self> {
        let path = folder.path().join("station.toml");
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
        };
        let parsed: StationToml =
            toml::from_str(&text).with_context(|| format!("{} is not understood", path.display()))?;
        let webhook = parsed.webhook.map(|webhook| webhook.load(folder.path())).transpose()?;
        let enrolment = parsed.enrolment.map(|enrolment| enrolment.load(folder.path())).transpose()?;
        let operator = parsed.operator.map(OperatorToml::load).transpose()?;
        let caller_number = caller_number(parsed.caller_number.as_deref().unwrap_or(RESERVED_NUMBER))?;
        let address = |text: &String| address_of(text).with_context(|| format!("{text:?} is not written as host:port"));
        let reachable_at = parsed.reachable_at.iter().map(address).collect::<anyhow::Result<_>>()?;
        Ok(Self { folder, webhook, enrolment, operator, caller_number, listen: parsed.listen, reachable_at })
    }
}

impl Config {
    /// The station as the contacts' phones have to know it: one name, one number (M4, O2).
    pub(crate) fn contact(&self) -> StationContact {
        StationContact { name: NAME.to_owned(), number: self.caller_number.clone() }
    }
}

/// A North American number as people write it, whatever marks it was given with.
fn caller_number(text: &str) -> anyhow::Result<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let national = digits.strip_prefix('1').unwrap_or(&digits);
    let marks = |letter: char| letter.is_ascii_digit() || " ()+-.".contains(letter);
    let (Some(area), Some(office), Some(line)) = (national.get(..3), national.get(3..6), national.get(6..)) else {
        bail!("caller_number is too short: a number is written like {RESERVED_NUMBER}");
    };
    // A part that begins with 0 or 1, or ends with 11, is no subscriber's: 911 is one of them.
    let is_office = |part: &str| !part.starts_with(['0', '1']) && !part.ends_with("11");
    if !text.chars().all(marks) || line.len() != 4 || !is_office(area) || !is_office(office) {
        bail!("caller_number is not a subscriber's number: one is written like {RESERVED_NUMBER}");
    }
    Ok(format!("({area}) {office}-{line}"))
}

impl EnrolmentToml {
    fn load(self, folder: &Path) -> anyhow::Result<Enrolment> {
        let path = folder.join(self.secret_file);
        let secret = fs::read_to_string(&path).with_context(|| format!("cannot read the secret {}", path.display()))?;
        if STANDARD.decode(&self.key).ok().is_none_or(|key| key.len() != 32) {
            bail!("the key of [enrolment] is no Ed25519 public key in base64");
        }
        let url = self.url.trim_end_matches('/').to_owned();
        Ok(Enrolment { url, key: self.key, secret: secret.trim().to_owned().into() })
    }
}

impl OperatorToml {
    /// Shown to every household as it stands, so it is short, and its link is a page that a browser opens.
    fn load(self) -> anyhow::Result<OperatorView> {
        let Self { name, centre, licences, help } = self;
        let fits = |text: &String| !text.trim().is_empty() && text.chars().count() <= MOST_SHOWN;
        if ![&name].into_iter().chain(&centre).chain(&licences).chain(&help).all(fits) {
            bail!("what [operator] says is 1 to {MOST_SHOWN} letters long each");
        }
        if licences.len() > MOST_LICENCES {
            bail!("[operator] names at most {MOST_LICENCES} licences");
        }
        let is_page = |text: &String| {
            reqwest::Url::parse(text).is_ok_and(|url| url.scheme() == "https" && url.username().is_empty())
        };
        if help.as_ref().is_some_and(|help| !is_page(help)) {
            bail!("the help of [operator] is no address that begins with https://");
        }
        Ok(OperatorView { name, centre, licences, help })
    }
}

impl WebhookToml {
    fn load(self, folder: &Path) -> anyhow::Result<Webhook> {
        let path = folder.join(self.secret_file);
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read the secret {}", path.display()))?;
        let Some(encoded) = text.trim().strip_prefix("whsec_") else {
            bail!("{} must begin with whsec_", path.display());
        };
        let secret = STANDARD.decode(encoded).with_context(|| format!("{} is not base64", path.display()))?;
        if secret.len() < 24 {
            bail!("{} is too short: a webhook secret has at least 24 bytes", path.display());
        }
        Ok(Webhook { url: self.url, secret: Redacted::new(secret) })
    }
}

/// The station's data folder.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// A folder, which need not exist yet.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Where the station is met: a socket that only this user's programs can reach.
    pub fn socket(&self) -> PathBuf {
        self.0.join("run").join("station.sock")
    }

    /// The key that signs receipts.
    pub(crate) fn signing_key(&self) -> PathBuf {
        self.0.join("station.key")
    }

    /// The door for other devices: its port, certificate and key.
    pub(crate) fn outer_door(&self) -> PathBuf {
        self.0.join("outer-door.json")
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("station.db")
    }

    /// Makes the folder, and the socket's folder with mode 0700.
    pub(crate) fn prepare(&self) -> anyhow::Result<()> {
        let run = self.0.join("run");
        fs::create_dir_all(&run).with_context(|| format!("cannot create {}", run.display()))?;
        for folder in [self.path(), &run] {
            restrict(folder)?;
        }
        Ok(())
    }

    /// Takes the folder for one station. `None`: another one has it.
    pub fn lock(&self) -> anyhow::Result<Option<Lock>> {
        self.prepare()?;
        let path = self.0.join("station.lock");
        let file = File::options().create(true).append(true).open(&path);
        let file = file.with_context(|| format!("cannot write {}", path.display()))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error).context("cannot lock the data folder"),
        }
        // For people alone: a full disk keeps no station from starting over it.
        let pid = File::create(self.0.join("station.pid")).and_then(|mut pid| writeln!(pid, "{}", std::process::id()));
        if let Err(error) = pid {
            tracing::warn!(%error, "the station's process id could not be written down");
        }
        Ok(Some(Lock { _file: file }))
    }
}

/// Held for as long as the station lives.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

#[cfg(unix)]
fn restrict(folder: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
        .with_context(|| format!("cannot keep {} to this user", folder.display()))
}

#[cfg(not(unix))]
fn restrict(_folder: &Path) -> anyhow::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: M4
    #[test]
    fn the_caller_number_is_one_subscribers_number_written_one_way() {
        for text in ["(202) 555-0142", "202-555-0142", "+1 202 555 0142", "2025550142"] {
            assert_eq!(caller_number(text).ok().as_deref(), Some("(202) 555-0142"), "{text}");
        }
        for text in ["911", "", "call me", "202 555 014", "202 555 01420", "(911) 555-0142", "(202) 911-0142"] {
            assert!(caller_number(text).is_err(), "{text}");
        }
        assert_eq!(caller_number(RESERVED_NUMBER).ok().as_deref(), Some(RESERVED_NUMBER));
    }

    /// proves: B15, P5
    #[test]
    fn an_operator_names_himself_shortly_and_his_help_is_a_page_on_the_web() {
        let operator = |help: &str, name: &str| {
            OperatorToml {
                name: name.to_owned(),
                centre: Some("Maple County Monitoring".to_owned()),
                licences: vec!["TX B00000".to_owned()],
                help: Some(help.to_owned()),
            }
            .load()
        };
        assert!(operator("https://help.example/mayday", "Maple Alarm").is_ok());
        for help in ["http://help.example", "javascript:alert(1)", "https://me@help.example", "help.example", ""] {
            assert!(operator(help, "Maple Alarm").is_err(), "{help}");
        }
        assert!(
            operator("https://help.example", "  ").is_err()
                && operator("https://help.example", &"a".repeat(201)).is_err()
        );
    }
}
