//! Who a request comes from: opaque 256-bit bearer tokens, of which only the hash is kept.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

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
pub(crate) struct Devices(RwLock<HashMap<TokenHash, Device>>);

impl Devices {
    pub(crate) fn load(store: &Store) -> anyhow::Result<Self> {
        Ok(Self(RwLock::new(store.devices()?.into_iter().collect())))
    }

    pub(crate) fn find(&self, token: &str) -> Option<Device> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(&hash(token)).copied()
    }

    pub(crate) fn replace(&self, dropped: &[TokenHash], added: TokenHash, device: Device) {
        let mut devices = self.0.write().unwrap_or_else(PoisonError::into_inner);
        for hash in dropped {
            devices.remove(hash);
        }
        devices.insert(added, device);
    }
}
