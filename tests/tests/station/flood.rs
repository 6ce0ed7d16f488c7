//! Floods: more, larger and slower than anything that means well. Each is refused or closed, memory stays bounded,
//! and an SOS goes through meanwhile.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use futures_util::StreamExt as _;
use mayday_protocol::SignalId;
use mayday_station::client::Client;
use mayday_station::{Door, ROUTES, Route};
use mayday_tests::{Board, PATIENCE, eventually};
use reqwest::{Method, StatusCode};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tempfile::TempDir;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpStream, UnixStream};
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::desk::{drill, is_committed, police};
use crate::program::Program;

/// An SOS in a quiet station, to compare with.
const ROUNDS: usize = 60;
/// How much more memory the station may take, whatever is thrown at it.
const MEMORY_KIB: u64 = 96 * 1024;
/// The doors close what is not coming by then, with a margin for a busy machine.
const CLOSED_WITHIN: Duration = Duration::from_secs(20);
const SILENT: usize = 10_000;
const HUGE: usize = 100 * 1024 * 1024;

/// proves: E1
#[tokio::test]
async fn an_sos_goes_through_huge_bodies_deep_json_garbage_and_whoever_speaks_slowly() -> Result<()> {
    let place = Place::make().await?;
    let quiet = place.sos_while("quiet", &AtomicBool::new(true)).await?;
    let before = place.memory_kib("VmRSS")?;
    let attacks: [Named; 5] = [
        ("bodies of 100 MB", |socket, token| Box::pin(huge_bodies(socket, token))),
        ("a hundred thousand brackets", |socket, token| Box::pin(deep_json(socket, token))),
        ("pipelined garbage", |socket, _| Box::pin(garbage(socket))),
        ("slow heads", |socket, _| Box::pin(slow_heads(socket))),
        ("slow bodies", |socket, token| Box::pin(slow_bodies(socket, token))),
    ];
    for (name, attack) in attacks {
        let over = AtomicBool::new(false);
        let attacked = async {
            let result = attack(place.socket(), place.token.clone()).await;
            over.store(true, Ordering::Relaxed);
            result.with_context(|| name.to_owned())
        };
        let (attacked, during) = tokio::join!(attacked, place.sos_while(name, &over));
        attacked?;
        tell(name, quiet, during?);
    }
    let most = place.memory_kib("VmHWM")?;
    println!("memory: {before} KiB when quiet, {most} KiB at most");
    assert!(most < before + MEMORY_KIB, "{before} KiB grew to {most} KiB");
    place.end().await
}

/// proves: E1
#[tokio::test]
async fn an_sos_and_the_board_get_in_through_ten_thousand_silent_connections_at_each_door() -> Result<()> {
    let place = Place::make().await?;
    let quiet = place.sos_while("quiet", &AtomicBool::new(true)).await?;
    let before = place.memory_kib("VmRSS")?;
    let many = as_many_as_possible(SILENT);
    let port = place.board_port().await?;

    let mut silent = vec![];
    for n in 0..many {
        silent.push(connected(&place.socket()).await.with_context(|| format!("connection {n}"))?);
    }
    let during = place.sos_while("silent", &AtomicBool::new(true)).await?;
    tell(&format!("{many} silent connections at the socket"), quiet, during);
    drop(silent);

    let mut silent = vec![];
    for n in 0..many {
        let knock = timeout(PATIENCE, TcpStream::connect(("127.0.0.1", port))).await;
        silent.push(knock?.with_context(|| format!("connection {n}"))?);
    }
    let during = place.sos_while("silent", &AtomicBool::new(true)).await?;
    tell(&format!("{many} silent connections at the loopback door"), quiet, during);
    let board = Board::from_link(place.phone.board_link().await?.url.reveal()).await?;
    assert_eq!(board.view().await?.contacts.len(), 3, "the board gets in too");
    let most = place.memory_kib("VmHWM")?;
    println!("memory: {before} KiB when quiet, {most} KiB at most");
    assert!(most < before + MEMORY_KIB, "{before} KiB grew to {most} KiB");
    drop(silent);
    place.end().await
}

#[tokio::test]
async fn a_connection_that_says_nothing_is_closed() -> Result<()> {
    let place = Place::make().await?;
    let mut silent = connected(&place.socket()).await?;
    let mut half = connected(&place.socket()).await?;
    half.write_all(b"GET /v1/version HTTP/1.1\r\nhost: sta").await?;
    let from = Instant::now();
    for connection in [&mut silent, &mut half] {
        let answer = answer(connection).await?;
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
    }
    println!("closed after {:.1} s", from.elapsed().as_secs_f64());
    place.end().await
}

/// Every route but the two that end something: the station, and the device's own membership, after which it sends nothing.
///
/// proves: E1
#[tokio::test]
async fn an_sos_is_answered_and_never_with_429_while_any_route_is_flooded() -> Result<()> {
    let place = Place::make().await?;
    let quiet = place.sos_while("quiet", &AtomicBool::new(true)).await?;
    let listening = place.phone.raw(Method::GET, "/v1/events", String::new()).await?;
    let mut events = listening.bytes_stream();
    events.next().await.context("the phone listens, as the app does")??;
    let board = Cookie::of(&place).await?;
    let routes = ROUTES.iter().filter(|route| !matches!(route.path, "/v1/stop" | "/v1/home/leave"));
    for route in routes {
        let over = AtomicBool::new(false);
        let asked = AtomicU32::new(0);
        let flood = async {
            let crowd = (0..8).map(|_| flooding(&place, route, &board, &over, &asked));
            futures_util::future::join_all(crowd).await.into_iter().collect::<Result<Vec<_>>>().map(drop)
        };
        let sos = async {
            let during = place.some_sos(ROUNDS / 2).await;
            over.store(true, Ordering::Relaxed);
            during
        };
        let (flooded, during) = tokio::join!(flood, sos);
        flooded.with_context(|| route.path.to_owned())?;
        let asked = asked.into_inner();
        assert!(asked > 0, "{} was not flooded", route.path);
        tell(&format!("{asked} times {} {}", route.method, route.path), quiet, during?);
    }
    place.end().await
}

/// The routes of an SOS under their own flood, with as many different signals as the flood can make: all are taken.
///
/// proves: E1
#[tokio::test]
async fn a_flood_of_signals_is_taken_and_none_is_refused() -> Result<()> {
    let place = Place::make().await?;
    let mut crowd = JoinSet::new();
    for caller in 0..16_u8 {
        let phone = place.phone.clone();
        crowd.spawn(async move {
            for n in 0..40_u8 {
                let signal =
                    SignalId::from_random([[caller, n], [7, 7]].concat().repeat(4).try_into().unwrap_or_default());
                phone.hold(signal, &drill(0)).await?;
                ensure!(is_committed(&phone.commit(signal, &drill(5_000)).await?), "committed");
            }
            anyhow::Ok(())
        });
    }
    while let Some(caller) = crowd.join_next().await {
        caller??;
    }
    assert_eq!(place.phone.version().await?.open_incidents, 16 * 40);
    place.end().await
}

/// An attack on the socket with a token, by its name.
type Named = (&'static str, fn(PathBuf, String) -> Attack);
type Attack = std::pin::Pin<Box<dyn Future<Output = Result<()>>>>;

/// A quiet and a busy measure: the middle one and the hundredth worst.
type Took = (Duration, Duration);

fn tell(name: &str, quiet: Took, during: Took) {
    let ms = |took: Duration| took.as_secs_f64() * 1_000.0;
    println!(
        "{name}: hold and commit p50 {:.1} ms, worst {:.1} ms; quiet {:.1} and {:.1}; ratio of the worst {:.1}",
        ms(during.0),
        ms(during.1),
        ms(quiet.0),
        ms(quiet.1),
        ms(during.1) / ms(quiet.1)
    );
}

/// A real station, and a phone that asks it for help.
struct Place {
    station: Program,
    phone: Client,
    token: String,
    folder: TempDir,
    signals: AtomicU32,
}

impl Place {
    async fn make() -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("ms-").tempdir()?;
        let station = Program::start(folder.path())?;
        let socket = folder.path().join("run/station.sock");
        let (phone, _) = eventually("the station answers", PATIENCE, async || {
            Client::local(&socket)?.enter_demo("Phone").await.map_err(anyhow::Error::from).map(Some)
        })
        .await?;
        let token = phone.token().context("it is paired")?.to_owned();
        Ok(Self { station, phone, token, folder, signals: AtomicU32::new(0) })
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join("run/station.sock")
    }

    async fn end(mut self) -> Result<()> {
        self.station.kill().await
    }

    async fn board_port(&self) -> Result<u16> {
        let link = self.phone.board_link().await?;
        reqwest::Url::parse(link.url.reveal())?.port().context("the board has a port")
    }

    /// Asks for help again and again until it is over, but at least as often as in a quiet station.
    async fn sos_while(&self, name: &str, over: &AtomicBool) -> Result<Took> {
        let mut took = vec![];
        while took.len() < ROUNDS || !over.load(Ordering::Relaxed) {
            took.push(self.sos().await.with_context(|| format!("an SOS during {name}"))?);
        }
        Ok(middle_and_worst(took))
    }

    async fn some_sos(&self, rounds: usize) -> Result<Took> {
        let mut took = vec![];
        for _ in 0..rounds {
            took.push(self.sos().await?);
        }
        Ok(middle_and_worst(took))
    }

    /// Holds and commits, and looks at the status codes alone.
    async fn sos(&self) -> Result<Duration> {
        let n = self.signals.fetch_add(1, Ordering::Relaxed);
        let signal = SignalId::from_random(u128::from(n + 1).to_be_bytes());
        let from = Instant::now();
        let words = [("hold", serde_json::to_string(&police(0))?), ("commit", serde_json::to_string(&police(5_000))?)];
        for (word, body) in words {
            let answer = self.phone.raw(Method::POST, &format!("/v1/signals/{signal}/{word}"), body).await?;
            ensure!(answer.status() != StatusCode::TOO_MANY_REQUESTS, "an SOS was answered with 429");
            ensure!(answer.status() == StatusCode::OK, "an SOS was answered with {}", answer.status());
        }
        Ok(from.elapsed())
    }

    fn memory_kib(&self, what: &str) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.station.id()?))?;
        let line = status.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(':'));
        let number = line.and_then(|line| line.split_whitespace().next()).context("the system tells the memory")?;
        Ok(number.parse()?)
    }
}

/// The worst of sixty to a hundred stands for the hundredth of them.
fn middle_and_worst(mut took: Vec<Duration>) -> Took {
    took.sort_unstable();
    (took[took.len() / 2], took[(took.len() * 99 / 100).min(took.len() - 1)])
}

/// The board's page, as a browser is logged in.
struct Cookie {
    client: reqwest::Client,
    origin: String,
    cookie: String,
}

impl Cookie {
    async fn of(place: &Place) -> Result<Self> {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build()?;
        let link = reqwest::Url::parse(place.phone.board_link().await?.url.reveal())?;
        let answer = client.get(link.clone()).send().await?;
        let cookie = answer.headers().get("set-cookie").context("a cookie")?.to_str()?;
        let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        Ok(Self { client, origin: link.origin().ascii_serialization(), cookie })
    }
}

/// Uses one route as fast as it answers, in ways that change nothing of the home.
async fn flooding(place: &Place, route: &Route, board: &Cookie, over: &AtomicBool, asked: &AtomicU32) -> Result<()> {
    let path = route.path.replace("{id}", &SignalId::from_random([9; 16]).to_string()).replace("{*path}", "none.js");
    let method: Method = route.method.to_uppercase().parse()?;
    let body = match route.path {
        "/v1/demo" => r#"{"device_name":"Flood"}"#,
        "/v1/home/plan" => r#"{"plan":"pro"}"#,
        "/v1/home/devices" => r#"{"base_station":false}"#,
        _ if route.body_limit > 0 => r#"{"kind":"sos_fire","mode_seen":"demo","since_slide_ms":900000}"#,
        _ => "",
    };
    while !over.load(Ordering::Relaxed) {
        // A stream of events is asked for and left again, which is a flood of its own.
        match route.door {
            Door::Socket | Door::Outer => drop(place.phone.raw(method.clone(), &path, body.to_owned()).await?),
            Door::Loopback => {
                let url = format!("{}{path}", board.origin);
                let request = board.client.request(method.clone(), url).header("cookie", &board.cookie);
                let answer = timeout(PATIENCE, request.body(body.to_owned()).send()).await;
                drop(answer.context("a flooded route hangs")??);
            }
        }
        asked.fetch_add(1, Ordering::Relaxed);
    }
    Ok(())
}

async fn huge_bodies(socket: PathBuf, token: String) -> Result<()> {
    for head in ["content-length: 104857600", "transfer-encoding: chunked"] {
        for path in ["/v1/signals/00000000000000000000000000000001/hold", "/v1/version"] {
            let method = if path == "/v1/version" { "GET" } else { "POST" };
            let mut one = connected(&socket).await?;
            let head =
                format!("{method} {path} HTTP/1.1\r\nhost: station\r\nauthorization: Bearer {token}\r\n{head}\r\n\r\n");
            one.write_all(head.as_bytes()).await?;
            let chunk = [b"10000\r\n".as_slice(), &[b'x'; 65_536], b"\r\n"].concat();
            let piece: &[u8] = if head.contains("chunked") { &chunk } else { &chunk[7..7 + 65_536] };
            let mut sent = 0;
            while sent < HUGE && one.write_all(piece).await.is_ok() {
                sent += piece.len();
            }
            let answer = answer(&mut one).await?;
            ensure!(sent < HUGE, "the station took {sent} bytes");
            let refused = answer.is_empty() || answer.starts_with("HTTP/1.1 413") || method == "GET";
            ensure!(refused, "{method}: {answer}");
        }
    }
    Ok(())
}

async fn deep_json(socket: PathBuf, token: String) -> Result<()> {
    for brackets in ["[".repeat(100_000), "{\"a\":".repeat(20_000), "[".repeat(4_000)] {
        let mut one = connected(&socket).await?;
        let request = format!(
            "POST /v1/signals/00000000000000000000000000000001/hold HTTP/1.1\r\nhost: station\r\n\
             authorization: Bearer {token}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{brackets}",
            brackets.len()
        );
        // It may be cut off before all of it is sent.
        let _ = one.write_all(request.as_bytes()).await;
        let answer = answer(&mut one).await?;
        let wanted = if brackets.len() > 4_096 { "HTTP/1.1 413" } else { "HTTP/1.1 400" };
        ensure!(answer.is_empty() || answer.starts_with(wanted), "{answer}");
    }
    Ok(())
}

async fn garbage(socket: PathBuf) -> Result<()> {
    let ok = b"GET /v1/version HTTP/1.1\r\nhost: station\r\n\r\n";
    for nonsense in [
        b"\x00\xff\xfe\x16\x03\x01 garbage \r\n\r\n".repeat(2_000),
        [ok.as_slice(), &b"\x00\x01\x02\x03".repeat(10_000)].concat(),
        [ok.repeat(500), b"GET / HTTP/9.9\r\n\r\n".to_vec()].concat(),
        [b"GET /v1/version HTTP/1.1\r\nhost: station\r\nx: ".as_slice(), &vec![b'y'; 1_000_000], b"\r\n\r\n"].concat(),
        [b"GET /v1/version HTTP/1.1\r\nhost: station\r\n".as_slice(), &b"a: b\r\n".repeat(50_000), b"\r\n"].concat(),
    ] {
        let one = connected(&socket).await?;
        let (mut from, mut to) = tokio::io::split(one);
        // It may be cut off before all of it is sent.
        let sent = async { drop(to.write_all(&nonsense).await) };
        let (answered, ()) = tokio::join!(answer(&mut from), sent);
        let answer = answered?;
        let last = answer.rfind("HTTP/1.1 ").map_or("", |at| &answer[at..]);
        ensure!(last.is_empty() || last.starts_with("HTTP/1.1 4"), "{last}");
    }
    Ok(())
}

/// Two hundred that send a byte now and then, for as long as they are let.
async fn slow_heads(socket: PathBuf) -> Result<()> {
    slowly(&socket, "GET /v1/version HTTP/1.1\r\nhost: station\r\nx-slow: ".to_owned()).await
}

async fn slow_bodies(socket: PathBuf, token: String) -> Result<()> {
    let head = format!(
        "POST /v1/signals/00000000000000000000000000000001/hold HTTP/1.1\r\nhost: station\r\n\
         authorization: Bearer {token}\r\ncontent-length: 4000\r\n\r\n{{"
    );
    slowly(&socket, head).await
}

async fn slowly(socket: &Path, start: String) -> Result<()> {
    let from = Instant::now();
    let crowd = futures_util::future::join_all((0..200).map(|_| drips(socket, &start))).await;
    crowd.into_iter().collect::<Result<Vec<()>>>()?;
    println!("the last slow one was closed after {:.1} s", from.elapsed().as_secs_f64());
    Ok(())
}

/// A start, and then a byte four times a second until it is closed.
async fn drips(socket: &Path, start: &str) -> Result<()> {
    let (mut from, mut to) = tokio::io::split(connected(socket).await?);
    let mut beat = tokio::time::interval(Duration::from_millis(250));
    let drip = async {
        to.write_all(start.as_bytes()).await?;
        loop {
            beat.tick().await;
            to.write_all(b"z").await?;
        }
    };
    tokio::select! {
        answered = answer(&mut from) => {
            let answer = answered?;
            ensure!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
        }
        // Closed while it dripped is closed.
        end = drip => drop::<std::io::Result<()>>(end),
    }
    Ok(())
}

/// A full queue of connections is waited out, as every caller of a busy number does.
async fn connected(socket: &Path) -> Result<UnixStream> {
    eventually("the door takes a connection", PATIENCE, async || UnixStream::connect(socket).await.map(Some)).await
}

/// Everything until the other side closes, which it has to do in time.
async fn answer(from: &mut (impl AsyncRead + Unpin)) -> Result<String> {
    let mut said = vec![];
    let read = timeout(CLOSED_WITHIN, from.read_to_end(&mut said)).await;
    ensure!(read.is_ok(), "it is still open after {CLOSED_WITHIN:?}: {}", String::from_utf8_lossy(&said));
    Ok(String::from_utf8_lossy(&said).into_owned())
}

/// Raises what this test may open, and says how many connections that allows.
fn as_many_as_possible(wanted: usize) -> usize {
    let allowed = getrlimit(Resource::Nofile);
    let needed = u64::try_from(wanted).unwrap_or(u64::MAX).saturating_add(500);
    let current = allowed.maximum.map_or(needed, |most| most.min(needed)).max(allowed.current.unwrap_or(u64::MAX));
    // Refused: then there are fewer.
    let _ = setrlimit(Resource::Nofile, Rlimit { current: Some(current), maximum: allowed.maximum });
    let open = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    let many = usize::try_from(open.saturating_sub(500)).unwrap_or(wanted).min(wanted);
    println!("this machine lets a test open {open} files: {many} silent connections of {wanted}");
    many
}
