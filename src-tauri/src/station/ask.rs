//! What a person asks of the station alone: the app's core decides nothing about it, and passes the answer on.

use mayday_protocol::plan::{BurglarSetting, Trigger};
use mayday_protocol::{CameraId, ContactId, IncidentId, Plan, Redacted};
use mayday_wire::{
    BurglarSettingRequest, CancelCodeRequest, ChangeHomeRequest, CodeRequest, DrillAlarmRequest, ErrorBody, HomeSetup,
    NameCameraRequest, PracticeRequest, RaiseResponse, RingRequest, SetDemoDevicesRequest, SetDemoPlanRequest,
    SetSecretsRequest, TestSecretRequest, TestSecretResponse,
};
use reqwest::Method;

use super::Station;

/// A code as it was typed.
pub(crate) type Typed = Redacted<String>;

/// A question to the station.
#[derive(Debug)]
pub(crate) enum Ask {
    /// Put another set-up in the home's place.
    ChangeHome {
        /// The answers.
        setup: Box<HomeSetup>,
        /// The access code, where one is set.
        code: Typed,
    },
    /// Choose a pair of secrets.
    SetSecrets(SetSecretsRequest),
    /// Put the demo home on another plan.
    SetDemoPlan(Plan),
    /// Give the demo home a base station, or take it away.
    SetDemoDevices {
        /// With one.
        base_station: bool,
    },
    /// Name a camera.
    NameCamera {
        /// Which.
        camera: CameraId,
        /// What it is called.
        request: NameCameraRequest,
    },
    /// Silence the siren of an incident, and nothing else.
    Silence(IncidentId),
    /// Disarm the alarm: what that does beside silencing the siren says each incident's plan.
    Disarm {
        /// The access code.
        code: Typed,
    },
    /// Cancel an open incident, as far as its plan lets the app.
    CancelInApp {
        /// Which.
        incident: IncidentId,
        /// The access code.
        code: Typed,
    },
    /// Send help at once: without the call, where nobody was sent, or after a contact's cancel (E9, F10, E10).
    SendHelp(IncidentId),
    /// What was told has been read (K1).
    ReadNotice(IncidentId),
    /// It is over (A11).
    SayOver(IncidentId),
    /// Enter practice, or leave it with no minutes (L5).
    SetPractice {
        /// For how long.
        minutes: u32,
        /// The access code.
        code: Typed,
    },
    /// Choose what follows when nobody answers about a burglar alarm (F8).
    SetBurglarSetting {
        /// The setting.
        setting: BurglarSetting,
        /// The access code.
        code: Typed,
    },
    /// Choose whether a cancel in the five seconds takes the code (C7).
    SetCancelCode {
        /// Whether it does.
        on: bool,
        /// The access code.
        code: Typed,
    },
    /// Have a contact rung, to prove that he can be reached (O5).
    RingContact {
        /// Whom.
        contact: ContactId,
        /// Whether Do Not Disturb is on at his phone.
        dnd_on: bool,
    },
    /// End the test call to a contact.
    HangUpContact(ContactId),
}

impl Station {
    /// Asks, and hears whether it was done.
    pub(crate) async fn ask(&self, ask: Ask) -> Result<(), ErrorBody> {
        match ask {
            Ask::ChangeHome { setup, code } => {
                let body = ChangeHomeRequest { setup: *setup, code };
                self.call_for_nothing(Method::PUT, "/v1/home", Some(&body)).await
            }
            Ask::SetSecrets(request) => self.call_for_nothing(Method::PUT, "/v1/home/secrets", Some(&request)).await,
            Ask::SetDemoPlan(plan) => {
                self.call_for_nothing(Method::PUT, "/v1/home/plan", Some(&SetDemoPlanRequest { plan })).await
            }
            Ask::NameCamera { camera, request } => {
                self.call_for_nothing(Method::PUT, &format!("/v1/home/cameras/{camera}"), Some(&request)).await
            }
            Ask::SetDemoDevices { base_station } => {
                let body = SetDemoDevicesRequest { base_station };
                self.call_for_nothing(Method::PUT, "/v1/home/devices", Some(&body)).await
            }
            Ask::Silence(incident) => self.say_of(incident, "silence").await,
            Ask::Disarm { code } => {
                self.call_for_nothing(Method::POST, "/v1/home/disarm", Some(&CodeRequest { code })).await
            }
            Ask::CancelInApp { incident, code } => {
                let path = format!("/v1/incidents/{incident}/cancel");
                self.call_for_nothing(Method::POST, &path, Some(&CodeRequest { code })).await
            }
            Ask::SendHelp(incident) => self.say_of(incident, "send").await,
            Ask::ReadNotice(incident) => self.say_of(incident, "read").await,
            Ask::SayOver(incident) => self.say_of(incident, "over").await,
            Ask::SetPractice { minutes, code } => {
                let body = PracticeRequest { minutes, code };
                self.call_for_nothing(Method::PUT, "/v1/home/practice", Some(&body)).await
            }
            Ask::SetBurglarSetting { setting, code } => {
                let body = BurglarSettingRequest { setting, code };
                self.call_for_nothing(Method::PUT, "/v1/home/burglar", Some(&body)).await
            }
            Ask::SetCancelCode { on, code } => {
                let body = CancelCodeRequest { on, code };
                self.call_for_nothing(Method::PUT, "/v1/home/cancel-code", Some(&body)).await
            }
            Ask::RingContact { contact, dnd_on } => {
                let path = format!("/v1/contacts/{contact}/ring");
                self.call_for_nothing(Method::POST, &path, Some(&RingRequest { dnd_on })).await
            }
            Ask::HangUpContact(contact) => {
                let path = format!("/v1/contacts/{contact}/hang-up");
                self.call_for_nothing(Method::POST, &path, None::<&()>).await
            }
        }
    }

    /// Raises an alarm as a drill, and gives its incident.
    pub(crate) async fn drill_alarm(&self, trigger: Trigger) -> Result<Option<IncidentId>, ErrorBody> {
        let raised: RaiseResponse =
            self.call(Method::POST, "/v1/home/drill", Some(&DrillAlarmRequest { trigger })).await?;
        Ok(raised.incident)
    }

    /// Tries a secret; nothing else comes of it.
    pub(crate) async fn test_secret(&self, request: TestSecretRequest) -> Result<TestSecretResponse, ErrorBody> {
        self.call(Method::POST, "/v1/home/secrets/test", Some(&request)).await
    }

    /// One word about an incident.
    async fn say_of(&self, incident: IncidentId, word: &str) -> Result<(), ErrorBody> {
        self.call_for_nothing(Method::POST, &format!("/v1/incidents/{incident}/{word}"), None::<&()>).await
    }
}
