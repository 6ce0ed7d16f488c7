//! Where this device's cameras are: the addresses in a file of the app's folder, user names and passwords in the keyring.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use mayday_camera::{Address, AddressProblem, Credentials, Source, Transport, WebAddress};
use mayday_protocol::{CameraId, Redacted};
use mayday_wire::CameraTransport;
use serde::{Deserialize, Serialize};

use crate::folder::Keeper;
use crate::secrets::{self, Of};

/// An address that shows a camera.
#[derive(Clone, Debug)]
pub(super) enum Spot {
    /// Of a stream.
    Stream(Address),
    /// Of single pictures.
    Web(WebAddress),
}

impl Spot {
    pub(super) fn parse(typed: &str) -> Result<(Self, Option<Credentials>), AddressProblem> {
        match Address::parse(typed) {
            Ok((address, credentials)) => Ok((Self::Stream(address), credentials)),
            Err(AddressProblem::NotRtsp) => {
                WebAddress::parse(typed).map(|(address, credentials)| (Self::Web(address), credentials))
            }
            Err(problem) => Err(problem),
        }
    }

    fn reveal(&self) -> &str {
        match self {
            Self::Stream(address) => address.reveal(),
            Self::Web(address) => address.reveal(),
        }
    }

    fn host(&self) -> &str {
        match self {
            Self::Stream(address) => address.host(),
            Self::Web(address) => address.host(),
        }
    }

    pub(super) fn source(&self, credentials: Option<Credentials>, transport: CameraTransport) -> Source {
        let transport = match transport {
            CameraTransport::Tcp => Transport::Tcp,
            CameraTransport::Udp => Transport::Udp,
        };
        match self {
            Self::Stream(address) => Source::Rtsp { address: address.clone(), credentials, transport },
            Self::Web(address) => Source::Pictures { address: address.clone(), credentials },
        }
    }
}

/// Where a camera is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Place {
    /// Without user name and password. Its path can hold a key of its own, so it is shown to nobody.
    address: Redacted<String>,
    /// The same of its still pictures, where they have an address of their own.
    #[serde(default)]
    stills: Option<Redacted<String>>,
    pub(super) transport: CameraTransport,
    /// Whether the keyring holds a user name and a password for it.
    pub(super) has_credentials: bool,
}

impl Place {
    pub(super) fn new(
        spot: &Spot,
        stills: Option<&WebAddress>,
        transport: CameraTransport,
        has_credentials: bool,
    ) -> Self {
        let stills = stills.map(|address| Redacted::new(address.reveal().to_owned()));
        Self { address: Redacted::new(spot.reveal().to_owned()), stills, transport, has_credentials }
    }

    pub(super) fn spot(&self) -> Option<Spot> {
        Spot::parse(self.address.reveal()).ok().map(|(spot, _)| spot)
    }

    /// Where single pictures of it are.
    pub(super) fn plain(&self) -> Option<Spot> {
        let stills = || WebAddress::parse(self.stills.as_ref()?.reveal()).ok().map(|(address, _)| Spot::Web(address));
        self.spot().filter(|spot| matches!(spot, Spot::Web(_))).or_else(stills)
    }

    /// Whether an address is on the camera's own machine: its password is told to no other.
    pub(super) fn is_of(&self, spot: &Spot) -> bool {
        self.spot().is_some_and(|own| own.host() == spot.host())
    }

    pub(super) fn host(&self) -> String {
        self.spot().map(|spot| spot.host().to_owned()).unwrap_or_default()
    }
}

type Places = BTreeMap<CameraId, Place>;

/// What this device knows, and what of it outlives a restart.
pub(super) struct Kept {
    places: Places,
    lasting: Places,
    keeper: Keeper<Places>,
}

impl Kept {
    pub(super) fn read(file: PathBuf) -> Self {
        let places = read(&file);
        Self { lasting: places.clone(), places, keeper: Keeper::start("cameras", file) }
    }

    pub(super) fn place(&self, camera: CameraId) -> Option<&Place> {
        self.places.get(&camera)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// `lasts`: also after a restart. Without its password there is nothing to begin with.
    pub(super) fn keep(&mut self, camera: CameraId, place: Place, lasts: bool) {
        self.lasting.remove(&camera);
        if lasts {
            self.lasting.insert(camera, place.clone());
        }
        self.places.insert(camera, place);
        self.keeper.keep(self.lasting.clone());
    }

    /// Forgets every other one, and says which these were.
    pub(super) fn retain(&mut self, stays: impl Fn(CameraId) -> bool) -> Vec<CameraId> {
        let gone: Vec<_> = self.places.keys().copied().filter(|camera| !stays(*camera)).collect();
        if !gone.is_empty() {
            self.places.retain(|camera, _| stays(*camera));
            self.lasting.retain(|camera, _| stays(*camera));
            self.keeper.keep(self.lasting.clone());
        }
        gone
    }
}

fn read(file: &PathBuf) -> Places {
    let text = match fs::read(file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Places::new(),
        Err(error) => {
            tracing::warn!(%error, "where the cameras are cannot be read: they have to be connected again");
            return Places::new();
        }
    };
    serde_json::from_slice(&text).unwrap_or_else(|_| {
        tracing::warn!("where the cameras are is not understood: they have to be connected again");
        Places::new()
    })
}

#[derive(Serialize, Deserialize)]
struct Pair {
    user: String,
    password: String,
}

/// What the keyring holds for a camera. `None` as well when it does not answer.
pub(super) async fn credentials(camera: CameraId) -> Option<Credentials> {
    let secrets::Kept::Token(text) = secrets::read(Of::Camera(camera)).await else { return None };
    let Pair { user, password } = serde_json::from_str(text.reveal()).ok()?;
    Some(Credentials { user, password })
}

/// `false`: the keyring did not take it.
pub(super) async fn keep_credentials(camera: CameraId, credentials: &Credentials) -> bool {
    let Credentials { user, password } = credentials.clone();
    match serde_json::to_string(&Pair { user, password }) {
        Ok(text) => secrets::keep(Of::Camera(camera), text.into()).await,
        Err(_) => false,
    }
}

pub(super) async fn forget_credentials(camera: CameraId) {
    secrets::forget(Of::Camera(camera)).await;
}
