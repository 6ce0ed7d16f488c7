//! The phone board, driven over its HTTP interface as its page does: the contacts' phones in a test's hands.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use mayday_protocol::plan::{Service, Trigger};
use mayday_protocol::{IncidentId, Redacted, SignalId};
use mayday_wire::{
    AgentActionRequest, AgentSignInRequest, BoardAction, BoardActionRequest, BoardActionResponse, BoardCallState,
    BoardCallView, BoardLinkResponse, BoardMessageView, BoardReadinessActionRequest, BoardReadinessCallView, BoardView,
    CallBackRequest, CallReport, CodeRequest, EnterDemoRequest, EnterHomeResponse, RaiseRequest, RaiseResponse,
};
use reqwest::header::{COOKIE, ORIGIN, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, Url};
use serde_json::{Value, json};

use crate::World;
use crate::waiting::{PATIENCE, eventually};

/// A station that says nothing for so long is broken.
const DEADLINE: Duration = Duration::from_secs(10);

/// A board opened by its one-time link.
pub struct Board {
    client: Client,
    origin: String,
    cookie: String,
}

impl Board {
    /// Opens the board of the demo home, once the world's station runs. The link is asked for as another device
    /// of that home, over the station's socket.
    pub async fn open(world: &World) -> Result<Self> {
        let socket = world.station_socket();
        eventually("the station has its socket", PATIENCE, async || socket.exists()).await?;
        let station = Client::builder().unix_socket(socket).timeout(DEADLINE).build()?;
        let device = EnterDemoRequest { device_name: Redacted::new("Test".to_owned()) };
        let paired = station.post("http://station/v1/demo").json(&device).send().await?;
        let paired: EnterHomeResponse = successful(paired).await?.json().await?;
        let link = station.post("http://station/v1/board/link").bearer_auth(paired.token.reveal()).send().await?;
        let link: BoardLinkResponse = successful(link).await?.json().await?;
        Self::from_link(link.url.reveal()).await
    }

    /// Opens the board by a one-time link: the answer's cookie stands for the browser from there on.
    pub async fn from_link(link: &str) -> Result<Self> {
        let client = Client::builder().redirect(Policy::none()).no_proxy().timeout(DEADLINE).build()?;
        let link = Url::parse(link)?;
        let answer = client.get(link.clone()).send().await?;
        let status = answer.status();
        ensure!(status.is_success() || status.is_redirection(), "the board's link answers {status}");
        let cookie = cookies(&answer).with_context(|| format!("the board's link answers {status} without a cookie"))?;
        Ok(Self { client, origin: link.origin().ascii_serialization(), cookie })
    }

    /// The board as it stands.
    pub async fn view(&self) -> Result<BoardView> {
        let answer = self.client.get(format!("{}/board/view", self.origin)).header(COOKIE, &self.cookie).send().await?;
        Ok(successful(answer).await?.json().await?)
    }

    /// Does something with the oldest running call of a contact. `key` goes with [`BoardAction::Key`].
    pub async fn act(&self, contact: &str, action: BoardAction, key: Option<char>) -> Result<()> {
        let call = self.call(contact).await?.with_context(|| format!("no call to {contact} is running"))?;
        self.post(&BoardActionRequest { incident: call.incident, call: call.call, action, key }).await.map(drop)
    }

    /// Sends an action as it is, fitting or not; returns what it came to.
    pub async fn post(&self, request: &BoardActionRequest) -> Result<CallReport> {
        let url = format!("{}/board/action", self.origin);
        let post = self.client.post(url).header(COOKIE, &self.cookie).header(ORIGIN, &self.origin);
        let answer: BoardActionResponse = successful(post.json(request).send().await?).await?.json().await?;
        Ok(answer.report)
    }

    /// The test call that runs on a contact's phone.
    pub async fn test_call(&self, contact: &str) -> Result<Option<BoardReadinessCallView>> {
        let phone = self.view().await?.contacts.into_iter().find(|phone| phone.name.reveal() == contact);
        Ok(phone.with_context(|| format!("{contact} is not on the board"))?.readiness)
    }

    /// Does something in the test call to a contact.
    pub async fn act_in_test(&self, contact: &str, action: BoardAction, key: Option<char>) -> Result<CallReport> {
        let call = self.test_call(contact).await?.with_context(|| format!("no test call to {contact} is running"))?;
        self.post_in_test(call.id, action, key).await
    }

    /// Sends an action in a test call as it is, fitting or not; returns what it came to.
    pub async fn post_in_test(&self, id: SignalId, action: BoardAction, key: Option<char>) -> Result<CallReport> {
        let answer = self.send("readiness", &json!(BoardReadinessActionRequest { id, action, key })).await?;
        Ok(answer.json::<BoardActionResponse>().await?.report)
    }

    /// Waits until a message is on a contact's voicemail.
    pub async fn wait_for_message(&self, contact: &str) -> Result<BoardMessageView> {
        let awaited = format!("a message is on {contact}'s voicemail");
        eventually(&awaited, PATIENCE, async || {
            let phone = self.view().await?.contacts.into_iter().find(|phone| phone.name.reveal() == contact);
            anyhow::Ok(phone.and_then(|phone| phone.message).filter(|message| message.left))
        })
        .await
    }

    /// Silences the siren at the base station's keypad.
    pub async fn silence(&self) -> Result<()> {
        let url = format!("{}/board/silence", self.origin);
        let post = self.client.post(url).header(COOKIE, &self.cookie).header(ORIGIN, &self.origin);
        successful(post.send().await?).await?;
        Ok(())
    }

    /// Types the demo's verbal password and submits it.
    pub async fn say_password(&self, contact: &str) -> Result<()> {
        self.type_password(contact, "7867473").await?;
        self.wait_for_deciding(contact).await.map(drop)
    }

    /// Types the demo's duress password and submits it.
    pub async fn say_duress_password(&self, contact: &str) -> Result<()> {
        self.type_password(contact, "7863696").await?;
        self.wait_for_deciding(contact).await.map(drop)
    }

    /// Types these keys and submits them.
    pub async fn type_password(&self, contact: &str, keys: &str) -> Result<()> {
        for key in keys.chars().chain(['#']) {
            self.press_key(contact, key).await?;
        }
        Ok(())
    }

    /// Presses one of the virtual base station's sensors, buttons or codes.
    pub async fn raise(&self, trigger: Trigger, entry_delay_ms: u64) -> Result<RaiseResponse> {
        let answer = self.send("raise", &json!(RaiseRequest { trigger, entry_delay_ms })).await?;
        Ok(answer.json().await?)
    }

    /// Types a code at the keypad.
    pub async fn disarm(&self, code: &str) -> Result<()> {
        self.send("disarm", &json!(CodeRequest { code: code.to_owned().into() })).await.map(drop)
    }

    /// A contact calls the station's number.
    pub async fn call_back(&self, contact: &str) -> Result<()> {
        let phone = self.view().await?.contacts.into_iter().find(|phone| phone.name.reveal() == contact);
        let contact = phone.with_context(|| format!("{contact} is not on the board"))?.id;
        self.send("call-back", &json!(CallBackRequest { contact })).await.map(drop)
    }

    /// Somebody at the board answers as the station's agent, or no longer does.
    pub async fn sign_in(&self, signed_in: bool) -> Result<()> {
        self.send("agent", &json!(AgentSignInRequest { signed_in })).await.map(drop)
    }

    /// The agent takes whoever waits for this incident, and may send help.
    pub async fn agent(&self, incident: IncidentId, send: Option<Service>) -> Result<()> {
        self.send("agent/action", &json!(AgentActionRequest { incident, send })).await.map(drop)
    }

    async fn send(&self, what: &str, body: &Value) -> Result<Response> {
        let url = format!("{}/board/{what}", self.origin);
        let post = self.client.post(url).header(COOKIE, &self.cookie).header(ORIGIN, &self.origin);
        successful(post.json(body).send().await?).await
    }

    /// Presses one key on a contact's phone.
    pub async fn press_key(&self, contact: &str, key: char) -> Result<()> {
        self.act(contact, BoardAction::Key, Some(key)).await
    }

    /// Answers a ringing phone and presses the two digits that prove a human, again until the station has taken
    /// them: it hears nothing for a moment after the pick-up. The last key pressed is the one that is taken, so
    /// no key is left over for what the station asks next.
    pub async fn answer_as_a_human(&self, contact: &str) -> Result<()> {
        self.wait_for_ringing(contact).await?;
        self.act(contact, BoardAction::Answer, None).await?;
        let awaited = format!("the station takes {contact}'s two digits");
        eventually(&awaited, PATIENCE, async || {
            let Some(digits) = self.spoken_digits(contact).await? else { return anyhow::Ok(true) };
            for digit in digits.chars() {
                self.press_key(contact, digit).await?;
            }
            Ok(self.spoken_digits(contact).await?.is_none())
        })
        .await
    }

    /// The two digits that the station speaks to a contact, as long as it does.
    pub async fn spoken_digits(&self, contact: &str) -> Result<Option<String>> {
        Ok(self.call(contact).await?.and_then(|call| match call.state {
            BoardCallState::ProveHuman { digits } => Some(digits),
            BoardCallState::Dialing
            | BoardCallState::Ringing
            | BoardCallState::AskingPassword { .. }
            | BoardCallState::Deciding { .. }
            | BoardCallState::Offering => None,
        }))
    }

    /// Waits until a contact's phone rings.
    pub async fn wait_for_ringing(&self, contact: &str) -> Result<BoardCallView> {
        self.wait_for(contact, "rings", |call| call.state == BoardCallState::Ringing).await
    }

    /// Waits until a contact is asked to decide: 1 for help, 2 to cancel.
    pub async fn wait_for_deciding(&self, contact: &str) -> Result<BoardCallView> {
        self.wait_for(contact, "is asked to decide", |call| matches!(call.state, BoardCallState::Deciding { .. })).await
    }

    /// Waits until no call to a contact is running.
    pub async fn wait_for_quiet(&self, contact: &str) -> Result<()> {
        let awaited = format!("{contact}'s phone is quiet");
        eventually(&awaited, PATIENCE, async || anyhow::Ok(self.call(contact).await?.is_none())).await
    }

    /// The oldest running call of a contact.
    pub async fn call(&self, contact: &str) -> Result<Option<BoardCallView>> {
        let phone = self.view().await?.contacts.into_iter().find(|phone| phone.name.reveal() == contact);
        Ok(phone.with_context(|| format!("{contact} is not on the board"))?.calls.into_iter().next())
    }

    async fn wait_for(
        &self,
        contact: &str,
        does: &str,
        fits: impl Fn(&BoardCallView) -> bool,
    ) -> Result<BoardCallView> {
        let awaited = format!("{contact}'s phone {does}");
        eventually(&awaited, PATIENCE, async || anyhow::Ok(self.call(contact).await?.filter(&fits))).await
    }
}

/// What a browser would send back: names and values, without the attributes.
fn cookies(answer: &Response) -> Option<String> {
    let set = answer.headers().get_all(SET_COOKIE).into_iter().filter_map(|cookie| cookie.to_str().ok());
    let pairs: Vec<&str> = set.filter_map(|cookie| cookie.split(';').next()).map(str::trim).collect();
    (!pairs.is_empty()).then(|| pairs.join("; "))
}

async fn successful(answer: Response) -> Result<Response> {
    let status = answer.status();
    if status.is_success() {
        return Ok(answer);
    }
    anyhow::bail!("the station answers {status}: {}", answer.text().await.unwrap_or_default())
}
