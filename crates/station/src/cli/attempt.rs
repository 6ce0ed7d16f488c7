//! `mayday-station try`: one SOS through a demo home, without the app. Its contacts ignore it.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use mayday_protocol::incident::{Event, Receiver};
use mayday_protocol::{ContactId, Kind, SignalId};
use mayday_wire::{
    BoardAction, BoardActionRequest, BoardCallState, BoardView, IncidentPhase, IncidentView, Mode, SignalRequest,
    TimelineEntry,
};
use reqwest::header::{COOKIE, HOST, SET_COOKIE};

use crate::client::Client;
use crate::config::{Config, Folder};
use crate::effects::name as service_name;
use crate::random;

/// The five seconds of a hold.
const HOLD: Duration = Duration::from_millis(mayday_protocol::sos::HOLD_MS);
/// Between two looks at the station.
const LOOK: Duration = Duration::from_millis(200);
/// An SOS whose first contact ignores it is requested within this, or something is broken.
const PATIENCE: Duration = Duration::from_secs(60);

pub(super) async fn run(data: Option<PathBuf>, once: bool) -> anyhow::Result<()> {
    let scratch = std::env::temp_dir().join(format!("mayday-try-{}", std::process::id()));
    let folder = Folder::new(data.clone().unwrap_or_else(|| scratch.clone()));
    let lock = folder.lock()?.context("another station already runs over this folder")?;
    let running = crate::start(Config::load(folder)?, mayday_clock::system()).await?;
    let (client, _) = Client::local(running.socket())?.enter_demo("Command line").await?;

    println!("Demo. This station can send nobody.\n");
    let mut printed = Printed::default();
    slide(&client, &mut printed).await?;
    println!("\nThe phone board, once and for a minute: {}", client.board_link().await?.url.reveal());
    if !once {
        println!("The station stays up. Ctrl-C ends it.");
        super::asked_to_end().await?;
    }
    running.stop().await;
    drop(lock);
    if data.is_none() {
        std::fs::remove_dir_all(&scratch)?;
    }
    Ok(())
}

async fn slide(client: &Client, printed: &mut Printed) -> anyhow::Result<()> {
    let signal = SignalId::from_random(random::bytes());
    let slid = Instant::now();
    let request = || SignalRequest {
        kind: Kind::SosPolice,
        mode_seen: Mode::Demo,
        since_slide_ms: u64::try_from(slid.elapsed().as_millis()).unwrap_or(u64::MAX),
        drill: false,
        camera: None,
    };
    println!("Demo · Police was slid; five seconds to cancel");
    client.hold(signal, &request()).await?;
    tokio::time::sleep(HOLD.saturating_sub(slid.elapsed())).await;
    client.commit(signal, &request()).await?;
    let board = Board::open(client.board_link().await?.url.reveal()).await?;
    loop {
        let incidents = client.incidents().await?;
        let incident =
            incidents.iter().find(|incident| incident.signal == signal).context("the incident is missing")?;
        printed.print(incident);
        if incident.phase == IncidentPhase::Requested {
            return Ok(());
        }
        board.ignore_everything().await?;
        if slid.elapsed() > PATIENCE {
            bail!("the dispatch request was not confirmed within {} s", PATIENCE.as_secs());
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// Prints each entry of a timeline once.
#[derive(Default)]
struct Printed(usize);

impl Printed {
    fn print(&mut self, incident: &IncidentView) {
        for TimelineEntry { event, .. } in &incident.timeline[self.0.min(incident.timeline.len())..] {
            println!("Demo · {}", words(event, incident));
        }
        self.0 = incident.timeline.len();
    }
}

/// One entry for a terminal. The app has its own, richer words.
fn words(event: &Event, incident: &IncidentView) -> String {
    let name = |id: &ContactId| {
        let contact = incident.contacts.iter().find(|contact| contact.id == *id);
        contact.map_or_else(|| "a contact".to_owned(), |contact| format!("{}'s card", contact.name.reveal()))
    };
    match event {
        Event::Held => "The station holds the request".to_owned(),
        Event::CancelledInHold => "Cancelled in time".to_owned(),
        Event::HelpRequested { .. } => "Help requested".to_owned(),
        Event::Calling { contact, .. } => format!("Connecting to {}", name(contact)),
        Event::Ringing { contact } => format!("Ringing {}", name(contact)),
        Event::Answered { contact } => format!("Answered on {}", name(contact)),
        Event::NotAnswered { contact, .. } => format!("No answer on {}", name(contact)),
        Event::MessageLeft { contact } => format!("A message was left on the voicemail of {}", name(contact)),
        Event::MessageNotLeft { contact } => format!("No message could be left on the voicemail of {}", name(contact)),
        Event::NoDecision { contact } => format!("No decision came from {}", name(contact)),
        Event::NobodyToCall => "No contact is set up".to_owned(),
        Event::ConfirmedBy { contact } => format!("Help confirmed on {}", name(contact)),
        Event::CancelledBy { contact } => format!("Cancelled on {}", name(contact)),
        Event::Requesting { service } => format!("Requesting {}…", service_name(*service)),
        Event::Requested { service, receiver: Receiver::Webhook } => {
            format!("Requested {}: the webhook accepted it", service_name(*service))
        }
        Event::Requested { service, receiver: Receiver::DispatchLog } => {
            format!("Requested {} in the station's own dispatch log. Nobody outside was asked.", service_name(*service))
        }
        Event::NotConfirmed { service } => format!("The request for {} is not confirmed yet", service_name(*service)),
        Event::Told { contact } => format!("Message heard on {}", name(contact)),
        Event::WrongPassword { contact } => format!("No valid password came from {}", name(contact)),
        Event::SirenSounds { .. } => "The siren sounds on the virtual base station".to_owned(),
        Event::Silencing => "Silence asked; the base station has not confirmed yet".to_owned(),
        Event::SirenSilent => "The siren is silent".to_owned(),
        Event::SirenEnded => "The siren has ended by itself".to_owned(),
        Event::SirenNotStarted => "The siren was not started".to_owned(),
        Event::Announced => "The base station said aloud that help was requested".to_owned(),
        Event::EntryDelay { .. }
        | Event::AlarmRaised { .. }
        | Event::AlsoTriggered { .. }
        | Event::NobodyCalled
        | Event::Disarmed { .. }
        | Event::CancelledInApp { .. }
        | Event::SendNow
        | Event::StillNeedHelp
        | Event::NobodySent
        | Event::DecidingOver
        | Event::AlsoAsked { .. }
        | Event::Joined { .. }
        | Event::CalledBack { .. }
        | Event::WouldRequest { .. }
        | Event::AgentAsked { .. }
        | Event::AgentWaiting
        | Event::NoAgent
        | Event::AgentTook
        | Event::AgentSendsHelp
        | Event::Read
        | Event::Ended { .. } => "Something else was told: see the app".to_owned(),
        Event::ClosedByStation => "Closed by the station after its set time".to_owned(),
    }
}

/// The phone board, used as its page uses it.
struct Board {
    http: reqwest::Client,
    origin: String,
    cookie: String,
}

impl Board {
    async fn open(link: &str) -> anyhow::Result<Self> {
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build()?;
        let answer = http.get(link).timeout(PATIENCE).send().await?;
        let cookie = answer.headers().get(SET_COOKIE).context("the link did not open the board")?.to_str()?;
        let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        let origin = link.split("/board/").next().unwrap_or_default().to_owned();
        Ok(Self { http, origin, cookie })
    }

    async fn ignore_everything(&self) -> anyhow::Result<()> {
        let view: BoardView =
            self.request(reqwest::Method::GET, "view").send().await?.error_for_status()?.json().await?;
        for call in view.contacts.into_iter().flat_map(|contact| contact.calls) {
            if call.state == BoardCallState::Ringing {
                let body = BoardActionRequest {
                    incident: call.incident,
                    call: call.call,
                    action: BoardAction::Ignore,
                    key: None,
                };
                self.request(reqwest::Method::POST, "action").json(&body).send().await?.error_for_status()?;
            }
        }
        Ok(())
    }

    fn request(&self, method: reqwest::Method, what: &str) -> reqwest::RequestBuilder {
        let host = self.origin.trim_start_matches("http://");
        self.http
            .request(method, format!("{}/board/{what}", self.origin))
            .header(HOST, host)
            .header(COOKIE, &self.cookie)
            .timeout(PATIENCE)
    }
}
