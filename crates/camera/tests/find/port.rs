//! What the test ports have in common: a real server on this machine, a guard at its door, and a record of who came.

use std::convert::Infallible;
use std::future::poll_fn;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use bytes::Bytes;
use hyper::body::{Body, Frame, Incoming};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, WWW_AUTHENTICATE};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use mayday_camera::{Credentials, WebAddress};
use sha2::{Digest, Sha256};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// The number that the guard asks to have mixed into the password.
const NONCE: &str = "c0ffee";

/// Whom a port lets in.
#[derive(Clone, Copy)]
pub(crate) enum Guard {
    /// Everybody.
    Open,
    /// Ana, whose password is in the message (RFC 7617).
    Basic,
    /// Ana, who proves her password without saying it (RFC 7616, SHA-256).
    Digest,
    /// Nobody.
    Closed,
}

/// What a port answers to a path, and to what came with it.
type Pages = Box<dyn Fn(&str, &str) -> Response<Given> + Send + Sync>;

/// A server on a free port of this machine. Dropped, it is gone.
pub(crate) struct Port {
    at: SocketAddr,
    server: JoinHandle<()>,
    came: Arc<Mutex<Vec<String>>>,
}

struct Door {
    pages: Pages,
    guard: Guard,
    realm: &'static str,
    came: Arc<Mutex<Vec<String>>>,
}

impl Port {
    pub(crate) async fn open(
        guard: Guard,
        realm: &'static str,
        pages: impl Fn(&str, &str) -> Response<Given> + Send + Sync + 'static,
    ) -> Self {
        let came = Arc::new(Mutex::new(Vec::new()));
        let door = Arc::new(Door { pages: Box::new(pages), guard, realm, came: came.clone() });
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let at = listener.local_addr().expect("bound");
        let server = tokio::spawn(async move {
            let mut peers = JoinSet::new();
            while let Ok((peer, _)) = listener.accept().await {
                peers.spawn(serve(peer, door.clone()));
            }
        });
        Self { at, server, came }
    }

    pub(crate) fn address(&self, path: &str) -> WebAddress {
        WebAddress::parse(&format!("http://{}{path}", self.at)).expect("a web address").0
    }

    pub(crate) fn number(&self) -> u16 {
        self.at.port()
    }

    /// Who came: each message's path, and ` with a password` where one was brought.
    pub(crate) fn came(&self) -> Vec<String> {
        self.came.lock().expect("no test panicked with it").clone()
    }
}

impl Drop for Port {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// Ana, with a password.
pub(crate) fn ana(password: &str) -> Credentials {
    Credentials { user: "ana".to_owned(), password: password.to_owned() }
}

/// What is given: the same bytes some times over.
pub(crate) struct Given {
    bytes: Bytes,
    left: usize,
    given: Arc<AtomicUsize>,
}

impl Body for Given {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        self.left -= 1;
        self.given.fetch_add(1, Ordering::Relaxed);
        Poll::Ready(Some(Ok(Frame::data(self.bytes.clone()))))
    }
}

/// An answer of one piece.
pub(crate) fn answer(status: StatusCode, kind: &str, body: impl Into<Bytes>) -> Response<Given> {
    let given = Given { bytes: body.into(), left: 1, given: Arc::default() };
    let answer = Response::builder().status(status).header(CONTENT_TYPE, kind);
    answer.body(given).expect("its headers are text")
}

/// An answer of so many pieces, each counted as it is given.
pub(crate) fn long_answer(piece: &'static [u8], pieces: usize, given: Arc<AtomicUsize>) -> Response<Given> {
    Response::new(Given { bytes: Bytes::from_static(piece), left: pieces, given })
}

async fn serve(peer: TcpStream, door: Arc<Door>) {
    let service = service_fn(|request| {
        let door = door.clone();
        async move { Ok::<_, Infallible>(at_the_door(&door, request).await) }
    });
    // A peer that hangs up ends its connection, and no more.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(peer), service).await;
}

async fn at_the_door(door: &Door, request: Request<Incoming>) -> Response<Given> {
    let (head, body) = request.into_parts();
    let message = text(body).await;
    let with = if head.headers.contains_key(AUTHORIZATION) { " with a password" } else { "" };
    door.came.lock().expect("no test panicked with it").push(format!("{}{with}", head.uri.path()));
    let let_in = match door.guard {
        Guard::Open => true,
        Guard::Basic => said(&head.headers) == Some("Basic YW5hOnNlc2FtZQ=="),
        Guard::Digest => said(&head.headers).is_some_and(|said| proves(said, head.method.as_str(), door.realm)),
        Guard::Closed => false,
    };
    if let_in { (door.pages)(head.uri.path(), &message) } else { turned_away(door.guard, door.realm) }
}

async fn text(mut body: Incoming) -> String {
    let mut bytes = Vec::new();
    while let Some(Ok(frame)) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        bytes.extend_from_slice(&frame.into_data().unwrap_or_default());
    }
    String::from_utf8(bytes).expect("messages are text")
}

fn said(headers: &HeaderMap) -> Option<&str> {
    headers.get(AUTHORIZATION)?.to_str().ok()
}

fn turned_away(guard: Guard, realm: &str) -> Response<Given> {
    let mut away = answer(StatusCode::UNAUTHORIZED, "text/plain", "Unauthorized\n");
    let wanted = match guard {
        Guard::Open | Guard::Closed => return away,
        Guard::Basic => format!("Basic realm=\"{realm}\""),
        Guard::Digest => format!("Digest realm=\"{realm}\", qop=\"auth\", algorithm=SHA-256, nonce=\"{NONCE}\""),
    };
    away.headers_mut().insert(WWW_AUTHENTICATE, wanted.parse().expect("a header's text"));
    away
}

fn proves(said: &str, method: &str, realm: &str) -> bool {
    let part = |name: &str| {
        let parts = said.trim_start_matches("Digest ").split(", ").filter_map(|part| part.trim().split_once('='));
        let found = parts.into_iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| value.trim_matches('"')).unwrap_or_default()
    };
    let who = hash(&format!("ana:{realm}:sesame"));
    let what = hash(&format!("{method}:{}", part("uri")));
    let proof = hash(&format!("{who}:{NONCE}:{}:{}:auth:{what}", part("nc"), part("cnonce")));
    part("nonce") == NONCE && part("response") == proof
}

fn hash(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}
