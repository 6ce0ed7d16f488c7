//! Who a request comes from: opaque 256-bit bearer tokens, of which only the hash is kept.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use mayday_protocol::{DeviceId, HomeId, Redacted};
use mayday_wire::DeviceRole;
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

/// A device as the station knows it by its token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Paired {
    pub(crate) device: Device,
    pub(crate) role: DeviceRole,
    /// Whether it was removed from its home.
    pub(crate) revoked: bool,
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
pub(crate) struct Devices(RwLock<HashMap<TokenHash, Known>>);

/// What is known of a device in memory.
struct Known {
    paired: Paired,
    /// Shared by those that listen to its home's events in its name.
    listening: Arc<()>,
}

/// Held for as long as a device listens.
pub(crate) struct Listening {
    _one_more: Arc<()>,
}

impl From<Paired> for Known {
    fn from(paired: Paired) -> Self {
        Self { paired, listening: Arc::default() }
    }
}

impl Devices {
    pub(crate) fn load(store: &Store) -> anyhow::Result<Self> {
        Ok(Self(RwLock::new(store.devices()?.into_iter().map(|(hash, device)| (hash, device.into())).collect())))
    }

    pub(crate) fn find(&self, token: &str) -> Option<Paired> {
        self.read().get(&hash(token)).map(|known| known.paired)
    }

    /// Whether a device was removed from its home. A home has few devices.
    pub(crate) fn is_revoked(&self, device: DeviceId) -> bool {
        self.read().values().any(|known| known.paired.device.id == device && known.paired.revoked)
    }

    pub(crate) fn revoke(&self, hash: TokenHash, device: Device) {
        // What it might do does not matter any more.
        let removed = Paired { device, role: DeviceRole::Member, revoked: true };
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(hash, removed.into());
    }

    pub(crate) fn replace(&self, dropped: &[TokenHash], added: TokenHash, device: Device, role: DeviceRole) {
        let mut devices = self.0.write().unwrap_or_else(PoisonError::into_inner);
        for hash in dropped {
            devices.remove(hash);
        }
        devices.insert(added, Paired { device, role, revoked: false }.into());
    }

    /// Notes that a device listens, until what comes back is dropped.
    pub(crate) fn listens(&self, device: Device) -> Option<Listening> {
        let devices = self.read();
        let known = devices.values().find(|known| known.paired.device == device)?;
        Some(Listening { _one_more: Arc::clone(&known.listening) })
    }

    /// Whether a device with this token listens right now.
    pub(crate) fn is_listening(&self, hash: &TokenHash) -> bool {
        self.read().get(hash).is_some_and(|known| Arc::strong_count(&known.listening) > 1)
    }

    fn read(&self) -> RwLockReadGuard<'_, HashMap<TokenHash, Known>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }
}
