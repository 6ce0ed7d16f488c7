//! Who a request comes from: opaque 256-bit bearer tokens, of which only the hash is kept.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

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

/// A device as the station knows it by its token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Paired {
    pub(crate) device: Device,
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
pub(crate) struct Devices(RwLock<HashMap<TokenHash, Paired>>);

impl Devices {
    pub(crate) fn load(store: &Store) -> anyhow::Result<Self> {
        Ok(Self(RwLock::new(store.devices()?.into_iter().collect())))
    }

    pub(crate) fn find(&self, token: &str) -> Option<Paired> {
        self.read().get(&hash(token)).copied()
    }

    /// Whether a device was removed from its home. A home has few devices.
    pub(crate) fn is_revoked(&self, device: DeviceId) -> bool {
        self.read().values().any(|paired| paired.device.id == device && paired.revoked)
    }

    pub(crate) fn revoke(&self, hash: TokenHash, device: Device) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(hash, Paired { device, revoked: true });
    }

    pub(crate) fn replace(&self, dropped: &[TokenHash], added: TokenHash, device: Device) {
        let mut devices = self.0.write().unwrap_or_else(PoisonError::into_inner);
        for hash in dropped {
            devices.remove(hash);
        }
        devices.insert(added, Paired { device, revoked: false });
    }

    fn read(&self) -> RwLockReadGuard<'_, HashMap<TokenHash, Paired>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }
}
