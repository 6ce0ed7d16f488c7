//! The monitoring station: it holds signals, opens incidents, calls contacts and requests dispatch.
//!
//! One process, one engine thread that is also the only writer. Everything acknowledged is durable
//! first. What must happen is decided in `mayday-protocol`; this crate carries it out.

mod agents;
pub mod board;
pub mod cli;
pub mod client;
pub mod config;
mod effects;
mod engine;
mod enrolment;
mod http;
mod invitations;
mod message;
pub mod offline;
mod outer;
mod password;
mod random;
mod ready;
pub mod receipt;
mod setup;
mod store;
mod token;
mod view;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use mayday_clock::SharedClock;
use tokio::net::{TcpListener, UnixListener, UnixSocket};
use tokio::sync::watch;

pub use config::{Config, Folder, Webhook};
pub use http::{Access, Door, ROUTES, Route};

/// Connections that may wait to be taken: who finds no place is turned away by the system at once.
const BACKLOG: u32 = 1_024;

/// What every part of the station shares.
#[derive(Clone)]
pub(crate) struct Station {
    pub(crate) engine: engine::Engine,
    pub(crate) reader: store::Reader,
    pub(crate) news: engine::News,
    pub(crate) devices: Arc<token::Devices>,
    pub(crate) tickets: Arc<board::Tickets>,
    pub(crate) passwords: Arc<password::Entries>,
    pub(crate) tries: Arc<password::Tries>,
    pub(crate) agents: Arc<agents::Agents>,
    pub(crate) invitations: Arc<invitations::Invitations>,
    pub(crate) outer: Arc<outer::Outer>,
    pub(crate) signer: receipt::Signer,
    pub(crate) clock: SharedClock,
    pub(crate) board_origin: String,
    pub(crate) caller_number: Arc<str>,
    pub(crate) stop: watch::Sender<bool>,
}

/// A station that is running.
#[derive(Debug)]
pub struct Running {
    socket: PathBuf,
    board_origin: String,
    stop: watch::Sender<bool>,
    doors: tokio::task::JoinHandle<()>,
    edge: tokio::task::JoinHandle<()>,
    engine: std::thread::JoinHandle<()>,
}

impl Running {
    /// Where it is met.
    pub fn socket(&self) -> &Path {
        &self.socket
    }

    /// Where the phone board's page is, for those who have a ticket.
    pub fn board_origin(&self) -> &str {
        &self.board_origin
    }

    /// Waits until somebody asks it to stop.
    pub async fn stopped(&self) {
        let mut stop = self.stop.subscribe();
        // The sender lives in `self`, so waiting can only end with the value.
        let _ = stop.wait_for(|stop| *stop).await;
    }

    /// Stops it: what is acknowledged is durable, so nothing is waited for but the threads.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        let _ = self.doors.await;
        let _ = self.edge.await;
        let engine = self.engine;
        let _ = tokio::task::spawn_blocking(move || engine.join()).await;
    }
}

/// Starts a station over a data folder that nobody else uses.
pub async fn start(config: Config, clock: SharedClock) -> anyhow::Result<Running> {
    let folder = config.folder.clone();
    folder.prepare()?;
    let (stop, stopping) = watch::channel(false);
    let signer = receipt::Signer::load(&folder.signing_key())?;
    let mut store = store::Store::open(&folder.database(), clock.now())?;
    store.asks_enrolment = config.enrolment.is_some();
    let issuer = config.enrolment.is_none().then(|| signer.clone());
    let devices = Arc::new(token::Devices::load(&store)?);
    let reader = store::Reader::open(
        &folder.database(),
        setup::not_live(&config),
        (config.contact(), config.operator.clone()),
        issuer.clone(),
        clock.clone(),
    )?;
    let (engine, news, thread) = engine::start(store, clock.clone(), Arc::clone(&devices), stop.clone());

    let board_door = TcpListener::bind(("127.0.0.1", 0)).await.context("no free port on the loopback address")?;
    let board_origin = format!("http://{}", board_door.local_addr()?);
    let socket = folder.socket();
    let local_door = bind(&socket)?;

    let station = Station {
        engine: engine.clone(),
        reader: reader.clone(),
        news,
        devices,
        tickets: Arc::new(board::Tickets::default()),
        passwords: Arc::new(password::Entries::default()),
        tries: Arc::new(password::Tries::default()),
        agents: Arc::new(agents::Agents::default()),
        invitations: Arc::new(invitations::Invitations::default()),
        outer: Arc::new(outer::Outer::new(&config)),
        signer,
        clock,
        board_origin: board_origin.clone(),
        caller_number: config.caller_number.clone().into(),
        stop: stop.clone(),
    };
    // A crowd of readers at the doors holds no order up.
    let reader = store::Reader::open(
        &folder.database(),
        setup::not_live(&config),
        (config.contact(), config.operator.clone()),
        issuer,
        station.clock.clone(),
    )?;
    let edge = Station { reader, ..station.clone() };
    let desk = effects::Desk::new(&config, edge)?;
    let edge = tokio::spawn(effects::work(desk, stopping.clone()));
    station.outer.open_again(&station).await;
    if let Some(service) = config.enrolment.clone() {
        tokio::spawn(enrolment::keep_asking(station.clone(), service, stopping.clone()));
    }
    let doors = tokio::spawn(http::serve(station, local_door, board_door, stopping));
    Ok(Running { socket, board_origin, stop, doors, edge, engine: thread })
}

/// Takes the socket's place: whoever holds the folder's lock is the only station there.
fn bind(socket: &Path) -> anyhow::Result<UnixListener> {
    if socket.exists() {
        std::fs::remove_file(socket).with_context(|| format!("cannot replace {}", socket.display()))?;
    }
    let listen = || -> std::io::Result<UnixListener> {
        let door = UnixSocket::new_stream()?;
        door.bind(socket)?;
        door.listen(BACKLOG)
    };
    listen().with_context(|| format!("cannot listen on {}", socket.display()))
}
