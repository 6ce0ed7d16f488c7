//! Serving a door: how long a request may take to arrive, and who has to go when it is crowded.
//!
//! Whoever comes is let in: a full door sends away who has been silent longest, so the app's own
//! request, which speaks at once, always finds a place. Each door has places of its own.

use std::collections::BTreeMap;
use std::future::{Ready, ready};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::serve::Listener;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, UnixListener};
use tokio::sync::watch;
use tokio::task::{AbortHandle, JoinSet};
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt as _;

use super::{Door, router};
use crate::Station;

/// After *stop*, how long running answers may take.
const LAST_ANSWERS: Duration = Duration::from_millis(500);
/// A request's head that is not there by then is not coming; a silent connection is closed.
const HEAD: Duration = Duration::from_secs(10);
/// The largest head, in bytes.
const HEAD_SIZE: usize = 16 * 1024;
/// Connections at the socket: this user's programs. One takes about 16 KiB.
const SOCKET_PLACES: usize = 1_024;
/// Connections at the loopback door, which every user of this machine can knock at; and as many at the outer one.
const LOOPBACK_PLACES: usize = 256;

/// Serves both doors of this machine until the station stops.
pub(crate) async fn serve(
    station: Station,
    socket: UnixListener,
    loopback: TcpListener,
    stopping: watch::Receiver<bool>,
) {
    let (socket_places, loopback_places) = places();
    tokio::join!(
        door(socket, plain, router(&station, Door::Socket), socket_places, stopping.clone()),
        door(loopback, plain, router(&station, Door::Loopback), loopback_places, stopping),
    );
}

/// Serves the outer door until the station stops.
pub(crate) async fn serve_outer(
    station: Station,
    listener: TcpListener,
    acceptor: TlsAcceptor,
    stopping: watch::Receiver<bool>,
) {
    let greet = move |io| {
        let greeting = acceptor.accept(io);
        async move { tokio::time::timeout(HEAD, greeting).await.ok()?.ok() }
    };
    let (_, places) = places();
    door(listener, greet, router(&station, Door::Outer), places, stopping).await;
}

/// Nothing stands before the first request.
fn plain<Io>(io: Io) -> Ready<Option<Io>> {
    ready(Some(io))
}

/// How many connections the doors may hold: together never more than three fifths of what this process may
/// open, so that the store and the webhook never lack a file.
fn places() -> (usize, usize) {
    let open = rustix::process::getrlimit(rustix::process::Resource::Nofile).current;
    let open = open.and_then(|open| usize::try_from(open).ok()).unwrap_or(usize::MAX);
    (SOCKET_PLACES.min(open * 2 / 5), LOOPBACK_PLACES.min(open / 10))
}

async fn door<L, Io, Greeting>(
    mut listener: L,
    greet: impl Fn(L::Io) -> Greeting,
    router: Router,
    most: usize,
    mut stopping: watch::Receiver<bool>,
) where
    L: Listener,
    Io: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    Greeting: Future<Output = Option<Io>> + Send + 'static,
{
    let crowd = Arc::new(Mutex::new(Crowd::new(most)));
    let mut connections = JoinSet::new();
    loop {
        let io = tokio::select! {
            (io, _) = listener.accept() => io,
            _ = stopping.wait_for(|stop| *stop) => break,
        };
        while connections.try_join_next().is_some() {}
        // The place is noted before the guest can speak or leave: both need the same lock.
        let sent_away = lock(&crowd).enters(|number| {
            let guest = Guest { number, crowd: Arc::clone(&crowd) };
            connections.spawn(connection(greet(io), router.clone(), guest, stopping.clone()))
        });
        if let Some(longest_silent) = sent_away {
            longest_silent.abort();
        }
    }
    drop(listener);
    let last_answers = async { while connections.join_next().await.is_some() {} };
    // What is cut off here is asked again by whoever asked.
    let _ = tokio::time::timeout(LAST_ANSWERS, last_answers).await;
}

async fn connection<Io: AsyncRead + AsyncWrite + Unpin + Send + 'static>(
    greeting: impl Future<Output = Option<Io>>,
    router: Router,
    guest: Guest,
    mut stopping: watch::Receiver<bool>,
) {
    let Some(io) = greeting.await else { return };
    let silent = AtomicBool::new(true);
    let answer = service_fn(|request: hyper::Request<Incoming>| {
        if silent.swap(false, Ordering::Relaxed) {
            lock(&guest.crowd).speaks(guest.number);
        }
        router.clone().oneshot(request)
    });
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(HEAD_SIZE);
    let mut talk = std::pin::pin!(server.serve_connection(TokioIo::new(io), answer));
    // How a connection ends is the other side's business.
    tokio::select! {
        _ = talk.as_mut() => {}
        () = async { drop(stopping.wait_for(|stop| *stop).await) } => {
            talk.as_mut().graceful_shutdown();
            let _ = talk.await;
        }
    }
}

/// A connection's place, free again when it is dropped.
struct Guest {
    number: u64,
    crowd: Arc<Mutex<Crowd>>,
}

impl Drop for Guest {
    fn drop(&mut self) {
        lock(&self.crowd).leaves(self.number);
    }
}

/// Who is at a door: those who never said anything first, each kind by age.
struct Crowd {
    most: usize,
    numbers: u64,
    places: BTreeMap<(Spoken, u64), AbortHandle>,
}

/// Whether a connection has delivered a whole head.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Spoken {
    Never,
    Once,
}

impl Crowd {
    const fn new(most: usize) -> Self {
        Self { most, numbers: 0, places: BTreeMap::new() }
    }

    /// Lets a guest in; what comes back has to go.
    fn enters(&mut self, start: impl FnOnce(u64) -> AbortHandle) -> Option<AbortHandle> {
        self.numbers += 1;
        self.places.insert((Spoken::Never, self.numbers), start(self.numbers));
        if self.places.len() <= self.most {
            return None;
        }
        self.places.pop_first().map(|(_, longest_silent)| longest_silent)
    }

    fn speaks(&mut self, number: u64) {
        if let Some(task) = self.places.remove(&(Spoken::Never, number)) {
            self.places.insert((Spoken::Once, number), task);
        }
    }

    fn leaves(&mut self, number: u64) {
        for spoken in [Spoken::Never, Spoken::Once] {
            self.places.remove(&(spoken, number));
        }
    }
}

fn lock(crowd: &Mutex<Crowd>) -> MutexGuard<'_, Crowd> {
    crowd.lock().unwrap_or_else(PoisonError::into_inner)
}
