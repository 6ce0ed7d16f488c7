//! Who a request comes from: opaque 256-bit bearer tokens, of which only the hash is kept.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use mayday_protocol::{DeviceId, HomeId, Redacted};
use sha2::{Digest, Sha256};

use crate::random;
use crate::store::Store;

/// SHA-256 of a token. A 256-bit random token needs no slow hash.
pub(crate) type TokenHash = [u8; 32];

/// A paired device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Device {
    pub(crate) id: DeviceId,
    pub(crate) home: HomeId,
}

/// A token, for the device alone.
pub(crate) fn mint() -> Redacted<String> {
    Redacted::new(URL_SAFE_NO_PAD.encode(random::bytes::<32>()))
}

/// What the station keeps of a token.
pub(crate) fn hash(token: &str) -> TokenHash {
    Sha256::digest(token.as_bytes()).into()
}

/// Every paired device, by the hash of its token, in memory: no request waits for the store to
/// learn who is asking.
#[derive(Default)]
pub(crate) struct Devices(RwLock<HashMap<TokenHash, Paired>>);

/// A device, and how many listen to its home's events in its name.
struct Paired {
    device: Device,
    listening: Arc<()>,
}

/// Held for as long as a device listens.
pub(crate) struct Listening {
    _one_more: Arc<()>,
}

impl From<Device> for Paired {
    fn from(device: Device) -> Self {
        Self { device, listening: Arc::default() }
    }
}

impl Devices {
    pub(crate) fn load(store: &Store) -> anyhow::Result<Self> {
        Ok(Self(RwLock::new(store.devices()?.into_iter().map(|(hash, device)| (hash, device.into())).collect())))
    }

    pub(crate) fn find(&self, token: &str) -> Option<Device> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(&hash(token)).map(|paired| paired.device)
    }

    pub(crate) fn replace(&self, dropped: &[TokenHash], added: TokenHash, device: Device) {
        let mut devices = self.0.write().unwrap_or_else(PoisonError::into_inner);
        for hash in dropped {
            devices.remove(hash);
        }
        devices.insert(added, device.into());
    }

    /// Notes that a device listens, until what comes back is dropped.
    pub(crate) fn listens(&self, device: Device) -> Option<Listening> {
        let devices = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let paired = devices.values().find(|paired| paired.device == device)?;
        Some(Listening { _one_more: Arc::clone(&paired.listening) })
    }

    /// Whether a device with this token listens right now.
    pub(crate) fn is_listening(&self, hash: &TokenHash) -> bool {
        let devices = self.0.read().unwrap_or_else(PoisonError::into_inner);
        devices.get(hash).is_some_and(|paired| Arc::strong_count(&paired.listening) > 1)
    }
}
