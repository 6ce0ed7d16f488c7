//! Coming into a home whose station is on another machine, with a code that a person brought (V1).
//!
//! The code is never sent. The device proves that it knows it, bound to the certificate that it sees; the station proves
//! the same of itself. Only then is anything kept, and the certificate pinned for good.

use mayday_protocol::{DeviceId, HomeId, Redacted};
use mayday_wire::pairing::{Side, address_of, is_proof, proof};
use mayday_wire::pin::Pin;
use mayday_wire::{
    API_VERSION, ActivityView, CodeRequest, DeviceRole, ErrorBody, ErrorCode, HearsView, HomeView, InvitationView,
    InviteRequest, PairWithCodeRequest, PairWithCodeResponse, PairedDevicesView, PairingCode, PairingLink,
    VersionResponse,
};
use reqwest::Method;

use super::line::{Elsewhere, Line, Membership};
use super::{SILENCE, Station, Typed, device_name};
use crate::secrets::{self, Of};

/// What a person typed or pasted, understood.
struct Brought {
    addresses: Vec<String>,
    pin: Pin,
    code: PairingCode,
}

impl Brought {
    /// A whole link, or a code and the address that stands beside it.
    fn read(typed: &str, address: &str) -> Option<Self> {
        if let Ok(PairingLink { addresses, fingerprint, code }) = typed.parse() {
            return Some(Self { addresses, pin: Pin::to(fingerprint), code });
        }
        Some(Self { addresses: vec![address_of(address)?], pin: Pin::default(), code: typed.parse().ok()? })
    }
}

impl Station {
    /// Comes into a home; what belongs to the one before stays with its station.
    pub(crate) async fn pair_with_code(
        &self,
        typed: Typed,
        address: &str,
    ) -> Result<(HomeView, Membership), ErrorBody> {
        let brought = Brought::read(typed.reveal(), address).ok_or(ErrorCode::NotAPairingCode)?;
        let line = Line::elsewhere(&brought.addresses, &brought.pin, SILENCE).map_err(|_| ErrorCode::NotNow)?;
        let (seen, origin) = self.look_at(&line, &brought).await?;
        let nonce = nonce()?;
        let device_name = device_name();
        let proof = proof(brought.code.key(), Side::Device, &nonce, &seen, device_name.reveal());
        let request = PairWithCodeRequest { device_name, nonce: nonce.clone(), proof };
        let answer: PairWithCodeResponse =
            self.call_at(&line, &origin, Method::POST, "/v1/pair/code", Some(&request)).await?;
        let PairWithCodeResponse { home, token, role, proof, .. } = answer;
        if !is_proof(&proof, brought.code.key(), Side::Station, &nonce, &seen, token.reveal()) {
            return Err(ErrorCode::NotTheStation.into());
        }
        self.line.send_replace(line);
        self.keep_token(home.id, token);
        let elsewhere = Elsewhere { addresses: brought.addresses, fingerprint: seen };
        Ok((home.clone(), Membership { home: home.id, role, elsewhere: Some(elsewhere), entitled_by: None }))
    }

    /// Finds the address that answers, and the certificate that is shown there.
    async fn look_at(&self, line: &Line, brought: &Brought) -> Result<(mayday_wire::Fingerprint, String), ErrorBody> {
        for _ in &brought.addresses {
            let origin = line.origin(0).to_owned();
            let answer: Result<VersionResponse, ErrorBody> =
                self.call_at(line, &origin, Method::GET, "/v1/version", None::<&()>).await;
            match answer {
                Ok(version) if version.api != API_VERSION => return Err(ErrorCode::OtherVersion.into()),
                Ok(_) => return Ok((brought.pin.fingerprint().ok_or(ErrorCode::NotTheStation)?, origin)),
                Err(refusal) if refusal.code != ErrorCode::Unreachable => return Err(refusal),
                Err(_) => {}
            }
        }
        Err(ErrorCode::Unreachable.into())
    }

    /// What contacts hear when the station calls.
    pub(crate) async fn hears(&self) -> Result<Vec<HearsView>, ErrorBody> {
        self.call(Method::GET, "/v1/home/hears", None::<&()>).await
    }

    /// A code for a further device.
    pub(crate) async fn invite(&self, role: DeviceRole, code: Typed) -> Result<InvitationView, ErrorBody> {
        self.call(Method::POST, "/v1/home/invite", Some(&InviteRequest { role, code })).await
    }

    /// A code for when every device is lost.
    pub(crate) async fn make_recovery(&self, code: Typed) -> Result<InvitationView, ErrorBody> {
        self.call(Method::POST, "/v1/home/recovery", Some(&CodeRequest { code })).await
    }

    /// Who belongs to the home.
    pub(crate) async fn paired_devices(&self) -> Result<PairedDevicesView, ErrorBody> {
        self.call(Method::GET, "/v1/home/paired", None::<&()>).await
    }

    /// Who did what in the home, newest first.
    pub(crate) async fn activity(&self) -> Result<Vec<ActivityView>, ErrorBody> {
        self.call(Method::GET, "/v1/home/activity", None::<&()>).await
    }

    /// Removes a device of the home.
    pub(crate) async fn remove_device(&self, device: DeviceId, code: Typed) -> Result<(), ErrorBody> {
        let path = format!("/v1/home/paired/{device}/remove");
        self.call_for_nothing(Method::POST, &path, Some(&CodeRequest { code })).await
    }

    /// The token speaks from now on, and is kept beside.
    /// Leaves the home, and forgets its key. Where its station does not answer, this device forgets it alone.
    pub(crate) async fn leave(&self, home: HomeId) -> Result<(), ErrorBody> {
        let told = self.call_for_nothing(Method::POST, "/v1/home/leave", None::<&()>).await;
        let gone = |code| matches!(code, ErrorCode::Unreachable | ErrorCode::Revoked | ErrorCode::NotPaired);
        told.or_else(|refusal| if gone(refusal.code) { Ok(()) } else { Err(refusal) })?;
        self.line.send_replace(self.here.clone());
        self.token.send_replace(None);
        secrets::forget(Of::Home(home)).await;
        Ok(())
    }

    pub(super) fn keep_token(&self, home: HomeId, token: Redacted<String>) {
        self.token.send_replace(Some(token.clone()));
        let station = self.clone();
        tokio::spawn(async move {
            let kept = secrets::keep(Of::Home(home), token).await;
            station.tell(super::News::Notice(station.no_keyring(), !kept)).await;
        });
    }
}

fn nonce() -> Result<String, ErrorCode> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|_| ErrorCode::NotNow)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: V1
    #[test]
    fn a_link_needs_no_address_and_a_code_needs_one() {
        let code = "0123-4567-89AB";
        let link = format!("mayday:pair?at=192.0.2.1:47100&key={}&code={code}", "ab".repeat(32));
        let read = Brought::read(&link, "").expect("a link says everything");
        assert_eq!((read.addresses, read.pin.fingerprint().is_some()), (vec!["192.0.2.1:47100".to_owned()], true));
        let read = Brought::read(code, "192.0.2.1:47100").expect("a code with its address");
        assert_eq!((read.addresses.len(), read.pin.fingerprint()), (1, None), "the first certificate is proved");
        for (typed, address) in
            [(code, ""), (code, "192.0.2.1"), ("0123", "192.0.2.1:47100"), ("", ""), ("mayday:", "")]
        {
            assert!(Brought::read(typed, address).is_none(), "{typed} {address}");
        }
    }
}
