//! Speaking to a station over its socket, as the command line and tests do.

use std::path::Path;
use std::time::Duration;

use anyhow::Context;
use mayday_protocol::plan::{BurglarSetting, Trigger};
use mayday_protocol::{CameraId, ContactId, DeviceId, HomeId, IncidentId, Plan, Redacted, SignalId};
use mayday_wire::pin::Pin;
use mayday_wire::{
    ActivityView, BoardLinkResponse, BurglarSettingRequest, CancelCodeRequest, CancelRequest, ChangeHomeRequest,
    CheckSetUpRequest, CodeRequest, DeviceRole, DrillAlarmRequest, EnterDemoRequest, EnterHomeResponse, ErrorBody,
    HealthResponse, HearsView, HomeSetup, HomeView, IncidentView, InvitationView, InviteRequest, NameCameraRequest,
    PairRequest, PairWithCodeRequest, PairWithCodeResponse, PairedDevicesView, PracticeRequest, RaiseRequest,
    RaiseResponse, RingRequest, SetDemoDevicesRequest, SetDemoPlanRequest, SetSecretsRequest, SetUpPreview,
    SetUpRequest, SignalRequest, SignalResponse, TestSecretRequest, TestSecretResponse, VersionResponse,
};
use serde::Serialize;

use crate::receipt::Receipt;
use serde::de::DeserializeOwned;

/// A silent station is given up after this.
const DEADLINE: Duration = Duration::from_secs(5);
/// The name that requests carry: there is only one station behind a socket.
const ORIGIN: &str = "http://station";

/// A client, with the token of a device once it has one.
#[derive(Clone, Debug)]
pub struct Client {
    http: reqwest::Client,
    origin: String,
    token: Option<Redacted<String>>,
}

/// What the station answered when it did not do as asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The station refused.
    #[error("{}", .0.sentence)]
    Refused(ErrorBody),
    /// No answer came, or none that can be read.
    #[error(transparent)]
    Unreachable(#[from] reqwest::Error),
}

impl Client {
    /// A client without a token.
    pub fn local(socket: &Path) -> anyhow::Result<Self> {
        let http =
            reqwest::Client::builder().unix_socket(socket).timeout(DEADLINE).build().context("no HTTP client")?;
        Ok(Self { http, origin: ORIGIN.to_owned(), token: None })
    }

    /// A client without a token, for a station on another machine that shows the pinned certificate.
    pub fn elsewhere(address: &str, pin: &Pin) -> anyhow::Result<Self> {
        let http = reqwest::Client::builder().tls_backend_preconfigured(pin.client()?).timeout(DEADLINE).build()?;
        Ok(Self { http, origin: format!("https://{address}"), token: None })
    }

    /// Enters the demo home; the client that comes back carries the new device's token.
    pub async fn enter_demo(&self, device_name: &str) -> Result<(Self, HomeId), Failure> {
        let body = EnterDemoRequest { device_name: Redacted::new(device_name.to_owned()) };
        let EnterHomeResponse { home, token, .. } = self.send(reqwest::Method::POST, "/v1/demo", Some(&body)).await?;
        Ok((self.with_token(token.reveal().clone()), home.id))
    }

    /// Looks at a set-up; nothing is kept.
    pub async fn check_set_up(&self, setup: &HomeSetup) -> Result<SetUpPreview, Failure> {
        let body = CheckSetUpRequest { setup: setup.clone(), home: None };
        self.send(reqwest::Method::POST, "/v1/setup/check", Some(&body)).await
    }

    /// Sets a home up; the client that comes back carries the new device's token.
    pub async fn set_up(&self, setup: &HomeSetup, device_name: &str) -> Result<(Self, HomeView), Failure> {
        let body = SetUpRequest { setup: setup.clone(), device_name: Redacted::new(device_name.to_owned()) };
        let EnterHomeResponse { home, token, .. } = self.send(reqwest::Method::POST, "/v1/setup", Some(&body)).await?;
        Ok((self.with_token(token.reveal().clone()), home))
    }

    /// Makes a further device of a home that was set up here.
    pub async fn pair(&self, home: HomeId, device_name: &str) -> Result<Self, Failure> {
        let body = PairRequest { home, device_name: Redacted::new(device_name.to_owned()) };
        let entered: EnterHomeResponse = self.send(reqwest::Method::POST, "/v1/pair", Some(&body)).await?;
        Ok(self.with_token(entered.token.reveal().clone()))
    }

    /// Lets a further device in.
    pub async fn invite(&self, role: DeviceRole, code: &str) -> Result<InvitationView, Failure> {
        let body = InviteRequest { role, code: code.to_owned().into() };
        self.send(reqwest::Method::POST, "/v1/home/invite", Some(&body)).await
    }

    /// Lets a further device into a home of this machine's station.
    pub async fn invite_to(&self, home: HomeId, role: DeviceRole) -> Result<InvitationView, Failure> {
        let body = InviteRequest { role, code: Redacted::default() };
        self.send(reqwest::Method::POST, &format!("/v1/homes/{home}/invite"), Some(&body)).await
    }

    /// Makes a recovery code.
    pub async fn make_recovery(&self, code: &str) -> Result<InvitationView, Failure> {
        self.send(reqwest::Method::POST, "/v1/home/recovery", Some(&CodeRequest { code: code.to_owned().into() })).await
    }

    /// Asks to be let in, with a proof of the code.
    pub async fn pair_with_code(&self, request: &PairWithCodeRequest) -> Result<PairWithCodeResponse, Failure> {
        self.send(reqwest::Method::POST, "/v1/pair/code", Some(request)).await
    }

    /// Who belongs to the home.
    pub async fn paired(&self) -> Result<PairedDevicesView, Failure> {
        self.send(reqwest::Method::GET, "/v1/home/paired", None::<&()>).await
    }

    /// Who did what in the home, newest first.
    pub async fn activity(&self) -> Result<Vec<ActivityView>, Failure> {
        self.send(reqwest::Method::GET, "/v1/home/activity", None::<&()>).await
    }

    /// Removes a device of the home.
    pub async fn remove_device(&self, device: DeviceId, code: &str) -> Result<(), Failure> {
        self.post(&format!("/v1/home/paired/{device}/remove"), &CodeRequest { code: code.to_owned().into() }).await
    }

    /// Puts another set-up in the home's place.
    pub async fn change_home(&self, setup: &HomeSetup, code: &str) -> Result<(), Failure> {
        self.put("/v1/home", &ChangeHomeRequest { setup: setup.clone(), code: code.to_owned().into() }).await
    }

    /// Chooses a pair of secrets.
    pub async fn set_secrets(&self, request: &SetSecretsRequest) -> Result<(), Failure> {
        self.put("/v1/home/secrets", request).await
    }

    /// Tries a secret; whether it is the one it was meant to be.
    pub async fn test_secret(&self, request: &TestSecretRequest) -> Result<bool, Failure> {
        let TestSecretResponse { right } =
            self.send(reqwest::Method::POST, "/v1/home/secrets/test", Some(request)).await?;
        Ok(right)
    }

    /// The same client with another device's token.
    #[must_use]
    pub fn with_token(&self, token: String) -> Self {
        Self { token: Some(Redacted::new(token)), ..self.clone() }
    }

    /// The token of this device, once it has one.
    pub fn token(&self) -> Option<&str> {
        self.token.as_ref().map(|token| token.reveal().as_str())
    }

    /// Sends a body as it is, and gives the answer as it is.
    pub async fn raw(&self, method: reqwest::Method, path: &str, body: String) -> Result<reqwest::Response, Failure> {
        let mut request = self.http.request(method, format!("{}{path}", self.origin)).body(body);
        if let Some(token) = &self.token {
            request = request.bearer_auth(token.reveal());
        }
        Ok(request.send().await?)
    }

    /// Puts the demo home on another plan.
    pub async fn set_demo_plan(&self, plan: Plan) -> Result<(), Failure> {
        let body = serde_json::to_string(&SetDemoPlanRequest { plan }).unwrap_or_default();
        let answer = self.raw(reqwest::Method::PUT, "/v1/home/plan", body).await?;
        if answer.status().is_success() { Ok(()) } else { Err(Failure::Refused(answer.json().await?)) }
    }

    /// Gives the demo home a base station, or takes it away.
    pub async fn set_demo_devices(&self, base_station: bool) -> Result<(), Failure> {
        let body = serde_json::to_string(&SetDemoDevicesRequest { base_station }).unwrap_or_default();
        let answer = self.raw(reqwest::Method::PUT, "/v1/home/devices", body).await?;
        if answer.status().is_success() { Ok(()) } else { Err(Failure::Refused(answer.json().await?)) }
    }

    /// Silences the siren of an incident.
    pub async fn silence(&self, incident: IncidentId) -> Result<(), Failure> {
        let path = format!("/v1/incidents/{incident}/silence");
        let answer = self.raw(reqwest::Method::POST, &path, String::new()).await?;
        if answer.status().is_success() { Ok(()) } else { Err(Failure::Refused(answer.json().await?)) }
    }

    /// Raises an alarm of a home, as its hub does.
    pub async fn raise(&self, home: HomeId, request: &RaiseRequest) -> Result<RaiseResponse, Failure> {
        self.send(reqwest::Method::POST, &format!("/v1/homes/{home}/raise"), Some(request)).await
    }

    /// Raises an alarm as a drill.
    pub async fn drill_alarm(&self, trigger: Trigger) -> Result<RaiseResponse, Failure> {
        self.send(reqwest::Method::POST, "/v1/home/drill", Some(&DrillAlarmRequest { trigger })).await
    }

    /// Disarms the home's alarm.
    pub async fn disarm(&self, code: &str) -> Result<(), Failure> {
        self.post("/v1/home/disarm", &CodeRequest { code: code.to_owned().into() }).await
    }

    /// Cancels an incident in the app, as far as its plan lets it.
    pub async fn cancel_in_app(&self, incident: IncidentId, code: &str) -> Result<(), Failure> {
        self.post(&format!("/v1/incidents/{incident}/cancel"), &CodeRequest { code: code.to_owned().into() }).await
    }

    /// Asks for help at once.
    pub async fn send_now(&self, incident: IncidentId) -> Result<(), Failure> {
        self.done(self.raw(reqwest::Method::POST, &format!("/v1/incidents/{incident}/send"), String::new()).await?)
            .await
    }

    /// Has read what was told.
    pub async fn read(&self, incident: IncidentId) -> Result<(), Failure> {
        self.done(self.raw(reqwest::Method::POST, &format!("/v1/incidents/{incident}/read"), String::new()).await?)
            .await
    }

    /// Says that it is over.
    pub async fn over(&self, incident: IncidentId) -> Result<(), Failure> {
        self.done(self.raw(reqwest::Method::POST, &format!("/v1/incidents/{incident}/over"), String::new()).await?)
            .await
    }

    /// The household's receipt of an incident.
    pub async fn receipt(&self, incident: IncidentId) -> Result<Receipt, Failure> {
        self.send(reqwest::Method::GET, &format!("/v1/incidents/{incident}/receipt"), None::<&()>).await
    }

    /// Chooses what follows when nobody answers about a burglar alarm.
    /// Leaves the home.
    pub async fn leave(&self) -> Result<(), Failure> {
        self.done(self.raw(reqwest::Method::POST, "/v1/home/leave", String::new()).await?).await
    }

    /// What contacts hear when the station calls (O1).
    pub async fn hears(&self) -> Result<Vec<HearsView>, Failure> {
        self.send(reqwest::Method::GET, "/v1/home/hears", None::<&()>).await
    }

    /// Chooses whether a cancel in the five seconds takes the code (C7).
    pub async fn set_cancel_code(&self, on: bool, code: &str) -> Result<(), Failure> {
        self.put("/v1/home/cancel-code", &CancelCodeRequest { on, code: code.to_owned().into() }).await
    }

    /// Chooses what follows when nobody answers about a burglar alarm (F8).
    pub async fn set_burglar_setting(&self, setting: BurglarSetting, code: &str) -> Result<(), Failure> {
        self.put("/v1/home/burglar", &BurglarSettingRequest { setting, code: code.to_owned().into() }).await
    }

    /// Names a camera (S1).
    pub async fn name_camera(&self, camera: CameraId, request: &NameCameraRequest) -> Result<(), Failure> {
        self.put(&format!("/v1/home/cameras/{camera}"), request).await
    }

    /// Enters practice, or (`0`) leaves it.
    pub async fn set_practice(&self, minutes: u32, code: &str) -> Result<(), Failure> {
        self.put("/v1/home/practice", &PracticeRequest { minutes, code: code.to_owned().into() }).await
    }

    /// Rings a contact, to prove that he can be reached.
    pub async fn ring(&self, contact: ContactId, dnd_on: bool) -> Result<(), Failure> {
        self.post(&format!("/v1/contacts/{contact}/ring"), &RingRequest { dnd_on }).await
    }

    /// Ends the readiness call to a contact.
    pub async fn hang_up(&self, contact: ContactId) -> Result<(), Failure> {
        self.done(self.raw(reqwest::Method::POST, &format!("/v1/contacts/{contact}/hang-up"), String::new()).await?)
            .await
    }

    async fn post(&self, path: &str, body: &impl Serialize) -> Result<(), Failure> {
        let body = serde_json::to_string(body).unwrap_or_default();
        self.done(self.raw(reqwest::Method::POST, path, body).await?).await
    }

    async fn put(&self, path: &str, body: &impl Serialize) -> Result<(), Failure> {
        let body = serde_json::to_string(body).unwrap_or_default();
        self.done(self.raw(reqwest::Method::PUT, path, body).await?).await
    }

    async fn done(&self, answer: reqwest::Response) -> Result<(), Failure> {
        if answer.status().is_success() { Ok(()) } else { Err(Failure::Refused(answer.json().await?)) }
    }

    /// Removes a device from its home.
    pub async fn revoke(&self, device: DeviceId) -> Result<(), Failure> {
        let answer = self.raw(reqwest::Method::POST, &format!("/v1/devices/{device}/revoke"), String::new()).await?;
        if answer.status().is_success() { Ok(()) } else { Err(Failure::Refused(answer.json().await?)) }
    }

    /// Who answers.
    pub async fn version(&self) -> Result<VersionResponse, Failure> {
        self.send(reqwest::Method::GET, "/v1/version", None::<&()>).await
    }

    /// How the station is, also while it is not ready.
    pub async fn health(&self) -> Result<HealthResponse, Failure> {
        Ok(self.raw(reqwest::Method::GET, "/v1/health", String::new()).await?.json().await?)
    }

    /// Holds a signal.
    pub async fn hold(&self, signal: SignalId, body: &SignalRequest) -> Result<SignalResponse, Failure> {
        self.send(reqwest::Method::POST, &format!("/v1/signals/{signal}/hold"), Some(body)).await
    }

    /// Commits a signal.
    pub async fn commit(&self, signal: SignalId, body: &SignalRequest) -> Result<SignalResponse, Failure> {
        self.send(reqwest::Method::POST, &format!("/v1/signals/{signal}/commit"), Some(body)).await
    }

    /// Cancels a signal.
    pub async fn cancel(&self, signal: SignalId, cancelled_after_ms: u64) -> Result<SignalResponse, Failure> {
        self.cancel_with(signal, cancelled_after_ms, None).await
    }

    /// Cancels a signal with the home's code (C7).
    pub async fn cancel_with(
        &self,
        signal: SignalId,
        cancelled_after_ms: u64,
        code: Option<&str>,
    ) -> Result<SignalResponse, Failure> {
        let body = CancelRequest { cancelled_after_ms, code: code.map(|code| code.to_owned().into()) };
        self.send(reqwest::Method::POST, &format!("/v1/signals/{signal}/cancel"), Some(&body)).await
    }

    /// Asks where a signal stands.
    pub async fn ask(&self, signal: SignalId) -> Result<SignalResponse, Failure> {
        self.send(reqwest::Method::GET, &format!("/v1/signals/{signal}"), None::<&()>).await
    }

    /// The home.
    pub async fn home(&self) -> Result<HomeView, Failure> {
        self.send(reqwest::Method::GET, "/v1/home", None::<&()>).await
    }

    /// The home's latest incidents.
    pub async fn incidents(&self) -> Result<Vec<IncidentView>, Failure> {
        self.send(reqwest::Method::GET, "/v1/incidents", None::<&()>).await
    }

    /// A piece of the home's history, newest first: what began before an incident, or the newest.
    pub async fn history(&self, before: Option<IncidentId>, limit: u16) -> Result<Vec<IncidentView>, Failure> {
        let before = before.map(|before| format!("&before={before}")).unwrap_or_default();
        self.send(reqwest::Method::GET, &format!("/v1/incidents?limit={limit}{before}"), None::<&()>).await
    }

    /// A link that opens the phone board once.
    pub async fn board_link(&self) -> Result<BoardLinkResponse, Failure> {
        self.send(reqwest::Method::POST, "/v1/board/link", None::<&()>).await
    }

    async fn send<T: DeserializeOwned>(
        &self,
        method: reqwest::Method,
        path: &str,
        body: Option<&impl Serialize>,
    ) -> Result<T, Failure> {
        let mut request = self.http.request(method, format!("{}{path}", self.origin));
        if let Some(token) = &self.token {
            request = request.bearer_auth(token.reveal());
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        let answer = request.send().await?;
        if answer.status().is_success() {
            Ok(answer.json().await?)
        } else {
            Err(Failure::Refused(answer.json().await?))
        }
    }
}
