//! A signed word about what a home is entitled to: kept by the device as it came, read only where the signature holds.

use serde::{Deserialize, Serialize};

/// See the module. It is no secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SignedEntitlement {
    /// What is said: an `Entitlement` as JSON, byte for byte as it was signed.
    pub said: String,
    /// The Ed25519 public key of whoever says it, in base64.
    pub key: String,
    /// The signature over the bytes of `said`, in base64.
    pub signature: String,
}

#[cfg(feature = "pairing")]
pub use signing::{Altered, SigningKey};

#[cfg(feature = "pairing")]
mod signing {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    pub use ed25519_dalek::SigningKey;
    use ed25519_dalek::{Signature, Signer as _, VerifyingKey};
    use mayday_protocol::entitlement::Entitlement;

    use super::SignedEntitlement;

    /// It is not what was signed with that key.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Altered;

    impl SignedEntitlement {
        /// Says it.
        pub fn sign(entitlement: &Entitlement, key: &SigningKey) -> Result<Self, serde_json::Error> {
            let said = serde_json::to_string(entitlement)?;
            let signature = STANDARD.encode(key.sign(said.as_bytes()).to_bytes());
            Ok(Self { said, key: STANDARD.encode(key.verifying_key().as_bytes()), signature })
        }

        /// What is said, if this key has signed it.
        pub fn read(&self, key: &str) -> Result<Entitlement, Altered> {
            let bytes = |text: &str| STANDARD.decode(text).map_err(|_| Altered);
            let key: [u8; 32] = bytes(key)?.try_into().map_err(|_| Altered)?;
            let signature = Signature::from_slice(&bytes(&self.signature)?).map_err(|_| Altered)?;
            let key = VerifyingKey::from_bytes(&key).map_err(|_| Altered)?;
            key.verify_strict(self.said.as_bytes(), &signature).map_err(|_| Altered)?;
            serde_json::from_str(&self.said).map_err(|_| Altered)
        }
    }
}

#[cfg(all(test, feature = "pairing"))]
mod tests {
    use ed25519_dalek::SigningKey;
    use mayday_protocol::entitlement::Entitlement;
    use mayday_protocol::{HomeId, Monitoring, Plan};

    use super::*;

    /// proves: B13
    #[test]
    fn an_entitlement_is_read_only_as_it_was_signed_and_by_whom() {
        let (mine, other) = (SigningKey::from_bytes(&[1; 32]), SigningKey::from_bytes(&[2; 32]));
        let entitlement = Entitlement {
            home: HomeId::from_random([7; 16]),
            plan: Plan::Basic,
            monitoring: Monitoring::NotEnrolled,
            sos_for_cameras: false,
            issued_ms: 1,
            expires_ms: 2,
        };
        let signed = SignedEntitlement::sign(&entitlement, &mine).expect("signed");
        assert_eq!(signed.read(&signed.key), Ok(entitlement.clone()));
        let forged = SignedEntitlement { said: signed.said.replace("basic", "pro"), ..signed.clone() };
        assert_eq!(forged.read(&signed.key), Err(Altered));
        let theirs = SignedEntitlement::sign(&entitlement, &other).expect("signed");
        assert_eq!(theirs.read(&signed.key), Err(Altered), "another key says nothing");
        for (key, signature) in [("", signed.signature.as_str()), (signed.key.as_str(), ""), ("é", "é")] {
            let broken = SignedEntitlement { signature: signature.to_owned(), ..signed.clone() };
            assert_eq!(broken.read(key), Err(Altered));
        }
    }
}
