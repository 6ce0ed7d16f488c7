//! Receipts: what happened in an incident, entry by entry, each bound to the one before it, signed by the station.
//!
//! The household's receipt is made of what the household may see, with a chain of its own: nothing that is hidden leaves
//! a gap, a count or an id in it (J6). The station's is made of its journal. Both are verified without the station.

use std::path::Path;

use anyhow::{Context, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, Verifier as _, VerifyingKey};
use mayday_protocol::entitlement::Entitlement;
use mayday_protocol::{IncidentId, Kind};
use mayday_wire::{IncidentView, SignedEntitlement};
use serde::{Deserialize, Serialize};

use crate::random;
use crate::store::chain;

/// A key of 32 bytes signs; its file is for the station's user alone.
const KEY: usize = 32;

/// Whose view a receipt is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// What the household may see.
    Household,
    /// The station's journal.
    Station,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Which, from 1.
    pub n: u64,
    /// Milliseconds since the Unix epoch, by the station's clock.
    pub at_ms: i64,
    /// What happened, as JSON in the words of docs/api.md.
    pub what: String,
    /// Hash of this entry and of the one before it, in base64.
    pub hash: String,
}

/// A receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Whose view it is made of.
    pub of: Of,
    /// The incident.
    pub incident: IncidentId,
    /// What it was about.
    pub kind: Kind,
    /// What happened, oldest first.
    pub entries: Vec<Entry>,
    /// The station's public key, in base64.
    pub key: String,
    /// Its signature over all of the above, in base64.
    pub signature: String,
}

/// What was found wrong with a receipt.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// An entry is not the one that was written.
    #[error("entry {0} was altered")]
    Altered(u64),
    /// An entry is not there.
    #[error("entry {0} is missing")]
    Missing(u64),
    /// An entry stands where another one was.
    #[error("entry {found} stands in the place of entry {expected}: it was moved")]
    Moved {
        /// The place.
        expected: u64,
        /// What stands there.
        found: u64,
    },
    /// The entries fit together, and the head or the end of the receipt does not fit them.
    #[error("the receipt's head, its last entries or its signature were altered")]
    Signature,
    /// It is signed by another station.
    #[error("the receipt is signed with another key")]
    OtherKey,
}

/// Signs with the station's key.
#[derive(Clone)]
pub(crate) struct Signer(SigningKey);

impl Signer {
    /// The key of a data folder, made at the first use.
    pub(crate) fn load(path: &Path) -> anyhow::Result<Self> {
        if !path.exists() {
            write_private(path, &random::bytes::<KEY>())?;
        }
        let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        let key: [u8; KEY] = bytes.try_into().map_err(|_| anyhow::anyhow!("{} is no key", path.display()))?;
        Ok(Self(SigningKey::from_bytes(&key)))
    }

    /// Signs what a home is entitled to.
    pub(crate) fn vouch(&self, entitlement: &Entitlement) -> anyhow::Result<SignedEntitlement> {
        Ok(SignedEntitlement::sign(entitlement, &self.0)?)
    }

    fn sign(&self, mut receipt: Receipt) -> anyhow::Result<Receipt> {
        receipt.key = STANDARD.encode(self.0.verifying_key().as_bytes());
        receipt.signature = STANDARD.encode(self.0.sign(&signed_part(&receipt)?).to_bytes());
        Ok(receipt)
    }
}

/// Writes a file that only the station's user may read; it must not be there yet.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    use std::io::Write as _;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).with_context(|| format!("cannot write {}", path.display()))?;
    file.write_all(bytes)?;
    Ok(file.sync_all()?)
}

/// Everything but the signature.
fn signed_part(receipt: &Receipt) -> anyhow::Result<Vec<u8>> {
    Ok(serde_json::to_vec(&(receipt.of, receipt.incident, receipt.kind, &receipt.entries, &receipt.key))?)
}

/// The receipt of what a household may see.
pub(crate) fn of_household(incident: &IncidentView, signer: &Signer) -> anyhow::Result<Receipt> {
    let happened = incident.timeline.iter().map(|entry| Ok((entry.at_ms, serde_json::to_string(&entry.event)?)));
    let entries = happened.collect::<anyhow::Result<Vec<_>>>()?;
    signer.sign(made_of(Of::Household, incident.id, incident.kind, entries))
}

/// The receipt of what a household may see, of events that were read from the store: (when, what).
pub(crate) fn of_events(
    incident: IncidentId,
    kind: Kind,
    events: Vec<(i64, String)>,
    signer: &Signer,
) -> anyhow::Result<Receipt> {
    signer.sign(made_of(Of::Household, incident, kind, events))
}

/// The receipt of a journal: rows of (when, what).
pub(crate) fn of_station(
    incident: IncidentId,
    kind: Kind,
    rows: Vec<(i64, String)>,
    signer: &Signer,
) -> anyhow::Result<Receipt> {
    signer.sign(made_of(Of::Station, incident, kind, rows))
}

fn made_of(of: Of, incident: IncidentId, kind: Kind, happened: Vec<(i64, String)>) -> Receipt {
    let mut before = beginning(of, incident);
    let mut entries = vec![];
    for (n, (at_ms, what)) in (1..).zip(happened) {
        before = link(&before, n, at_ms, &what);
        entries.push(Entry { n, at_ms, what, hash: STANDARD.encode(&before) });
    }
    Receipt { of, incident, kind, entries, key: String::new(), signature: String::new() }
}

/// No entry of one incident fits into the receipt of another.
fn beginning(of: Of, incident: IncidentId) -> Vec<u8> {
    let of = match of {
        Of::Household => "household",
        Of::Station => "station",
    };
    chain::link(None, [of, &incident.to_string()])
}

fn link(before: &[u8], n: u64, at_ms: i64, what: &str) -> Vec<u8> {
    chain::link(Some(before), [&*n.to_string(), &*at_ms.to_string(), what])
}

/// Verifies a receipt by itself. `key`: the public key that the station is known by, if it is known.
pub fn verify(receipt: &Receipt, key: Option<&str>) -> Result<(), Wrong> {
    let mut before = beginning(receipt.of, receipt.incident);
    for (expected, entry) in (1..).zip(&receipt.entries) {
        if entry.n != expected {
            let comes_later = receipt.entries.iter().any(|it| it.n == expected);
            return Err(if comes_later { Wrong::Moved { expected, found: entry.n } } else { Wrong::Missing(expected) });
        }
        before = link(&before, entry.n, entry.at_ms, &entry.what);
        if STANDARD.encode(&before) != entry.hash {
            return Err(Wrong::Altered(entry.n));
        }
    }
    if key.is_some_and(|key| key.trim() != receipt.key) {
        return Err(Wrong::OtherKey);
    }
    is_signed(receipt).then_some(()).ok_or(Wrong::Signature)
}

fn is_signed(receipt: &Receipt) -> bool {
    let decode = |text: &str| STANDARD.decode(text).ok();
    let key = decode(&receipt.key).and_then(|key| VerifyingKey::from_bytes(&key.try_into().ok()?).ok());
    let signature = decode(&receipt.signature).and_then(|bytes| Signature::from_slice(&bytes).ok());
    match (key, signature, signed_part(receipt)) {
        (Some(key), Some(signature), Ok(part)) => key.verify(&part, &signature).is_ok(),
        (None, _, _) | (_, None, _) | (_, _, Err(_)) => false,
    }
}

/// Reads a receipt from a file and verifies it.
pub fn verify_file(path: &Path, key: Option<&str>) -> anyhow::Result<Receipt> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let receipt: Receipt = serde_json::from_str(&text).context("this is no receipt")?;
    if let Err(wrong) = verify(&receipt, key) {
        bail!("{wrong}");
    }
    Ok(receipt)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: V3
    #[test]
    fn a_receipt_verifies_and_the_first_entry_that_was_touched_is_named() {
        let signer = Signer(SigningKey::from_bytes(&[7; KEY]));
        let whole = receipt(&signer);
        assert_eq!(verify(&whole, Some(&whole.key)), Ok(()));

        let touched = |touch: &dyn Fn(&mut Receipt)| {
            let mut receipt = whole.clone();
            touch(&mut receipt);
            verify(&receipt, None)
        };
        assert_eq!(touched(&|it| it.entries[1].at_ms += 1), Err(Wrong::Altered(2)));
        assert_eq!(touched(&|it| it.entries[2].what = "\"held\"".into()), Err(Wrong::Altered(3)));
        assert_eq!(touched(&|it| drop(it.entries.remove(1))), Err(Wrong::Missing(2)));
        assert_eq!(touched(&|it| it.entries.swap(0, 2)), Err(Wrong::Moved { expected: 1, found: 3 }));
        assert_eq!(touched(&|it| drop(it.entries.pop())), Err(Wrong::Signature));
        assert_eq!(touched(&|it| it.kind = Kind::Smoke), Err(Wrong::Signature));
    }

    /// proves: V3
    #[test]
    fn entries_made_anew_with_a_chain_that_fits_do_not_fit_the_signature_of_the_station() {
        let signer = Signer(SigningKey::from_bytes(&[7; KEY]));
        let whole = receipt(&signer);
        let forged = Receipt {
            key: whole.key.clone(),
            signature: whole.signature.clone(),
            ..made_of(Of::Household, whole.incident, whole.kind, vec![(1, "\"held\"".into())])
        };
        assert_eq!(verify(&forged, None), Err(Wrong::Signature));
        let other = Signer(SigningKey::from_bytes(&[8; KEY])).sign(forged).expect("signs");
        assert_eq!((verify(&other, None), verify(&other, Some(&whole.key))), (Ok(()), Err(Wrong::OtherKey)));
    }

    fn receipt(signer: &Signer) -> Receipt {
        let happened = ["held", "help_requested", "calling"].map(|what| (1_000, format!("\"{what}\"")));
        let made = made_of(Of::Household, IncidentId::from_random([1; 16]), Kind::SosPolice, happened.into());
        signer.sign(made).expect("signs")
    }
}
