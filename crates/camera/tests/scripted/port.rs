//! The scripted camera's port: it speaks RTSP (RFC 2326), and hands over each connection that plays.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mayday_camera::{Address, Camera, Source, Transport};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::task::{JoinHandle, JoinSet};

use super::coded::Coding;
use super::{Coded, Wire};

/// Sound in a description.
pub(crate) const AAC: &str = "m=audio 0 RTP/AVP 97\r\na=rtpmap:97 mpeg4-generic/16000/1\r\na=control:track1\r\n\
                              a=fmtp:97 streamtype=5;profile-level-id=1;mode=AAC-hbr;sizelength=13;indexlength=3;\
                              indexdeltalength=3;config=1408\r\n";

/// What a scripted camera says before it plays.
#[derive(Clone, Debug)]
pub(crate) struct Script {
    /// How it describes itself.
    pub(crate) sdp: String,
    /// What it says instead of a description, byte for byte.
    pub(crate) instead: Option<Vec<u8>>,
    /// The time of its first picture and of its first sound.
    pub(crate) time: u32,
    /// Whether it tells that time.
    pub(crate) tells_time: bool,
    /// How long it takes until it describes itself: one that is started on demand has to wake first.
    pub(crate) wakes: Duration,
    /// How many seconds its session lasts unless it is told that somebody is there.
    pub(crate) lasts: u32,
}

impl Script {
    /// Pictures alone.
    pub(crate) fn of(coded: &Coded) -> Self {
        Self { sdp: description(coded), instead: None, time: 1_000, tells_time: true, wakes: Duration::ZERO, lasts: 60 }
    }

    /// The same with more in the description.
    pub(crate) fn and(mut self, lines: &str) -> Self {
        self.sdp.push_str(lines);
        self
    }
}

/// How a camera describes pictures.
fn description(coded: &Coded) -> String {
    let parameters: Vec<_> = coded.parameters.iter().map(|unit| STANDARD.encode(unit)).collect();
    let (name, told) = match (coded.coding, parameters.as_slice()) {
        (Coding::H264, [sps, pps]) => ("H264", format!("packetization-mode=1;sprop-parameter-sets={sps},{pps}")),
        (Coding::H265, [vps, sps, pps]) => ("H265", format!("sprop-vps={vps};sprop-sps={sps};sprop-pps={pps}")),
        (Coding::H264 | Coding::H265, other) => panic!("{} parameters", other.len()),
    };
    format!(
        "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\na=control:*\r\n\
         m=video 0 RTP/AVP 96\r\na=rtpmap:96 {name}/90000\r\na=control:track0\r\na=fmtp:96 {told}\r\n"
    )
}

/// A camera that does what a test tells it to.
#[derive(Debug)]
pub(crate) struct ScriptedCamera {
    port: u16,
    playing: mpsc::UnboundedReceiver<Wire>,
    door: JoinHandle<()>,
}

impl Drop for ScriptedCamera {
    fn drop(&mut self) {
        self.door.abort();
    }
}

impl ScriptedCamera {
    pub(crate) async fn start(script: Script) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("bound").port();
        let (plays, playing) = mpsc::unbounded_channel();
        Self { port, playing, door: tokio::spawn(door(listener, Arc::new(script), plays)) }
    }

    /// The product's end: a camera that is read from this one.
    pub(crate) fn camera(&self) -> Camera {
        let typed = format!("rtsp://127.0.0.1:{}/live", self.port);
        let (address, credentials) = Address::parse(&typed).expect("an address");
        Camera::new(Source::Rtsp { address, credentials, transport: Transport::Tcp }, None)
    }

    /// The next connection that plays.
    pub(crate) async fn playing(&mut self) -> Wire {
        let waiting = tokio::time::timeout(super::seen::PATIENCE, self.playing.recv());
        waiting.await.expect("somebody asks for pictures").expect("the port is open")
    }
}

/// Takes callers in for as long as the camera is there.
async fn door(listener: TcpListener, script: Arc<Script>, plays: mpsc::UnboundedSender<Wire>) {
    let mut callers = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        callers.spawn(greet(stream, script.clone(), plays.clone()));
        while callers.try_join_next().is_some() {}
    }
}

/// Speaks with a caller up to the point where the camera plays.
async fn greet(stream: TcpStream, script: Arc<Script>, plays: mpsc::UnboundedSender<Wire>) {
    let _ = stream.set_nodelay(true);
    let (read, write) = stream.into_split();
    let out = Arc::new(Mutex::new(write));
    let (began, begins) = oneshot::channel();
    let answers = tokio::spawn(answer(read, out.clone(), script.clone(), began));
    let abort = answers.abort_handle();
    // Dropped, a greeting that never led to playing must not leave its answers behind.
    let guard = Guard(Some(abort));
    if begins.await.is_ok() {
        guard.disarm();
        let _ = plays.send(Wire::new(out, answers, script.time));
    }
}

/// Ends a task with the one that began it.
struct Guard(Option<tokio::task::AbortHandle>);

impl Guard {
    fn disarm(mut self) {
        self.0 = None;
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if let Some(task) = self.0.take() {
            task.abort();
        }
    }
}

/// A request, as far as the camera understands it.
#[derive(Debug, Default)]
struct Request {
    method: String,
    url: String,
    number: String,
    transport: String,
}

/// Answers requests until the caller hangs up, and says when the camera plays.
async fn answer(read: OwnedReadHalf, out: Arc<Mutex<OwnedWriteHalf>>, script: Arc<Script>, began: oneshot::Sender<()>) {
    let mut read = BufReader::new(read);
    let mut began = Some(began);
    let mut tracks = Vec::new();
    while let Ok(Some(request)) = next(&mut read).await {
        if request.method == "SETUP" {
            tracks.push(request.url.clone());
        }
        if request.method == "DESCRIBE" && !script.wakes.is_zero() {
            super::passes(script.wakes).await;
        }
        let reply = reply(&request, &script, &tracks);
        if out.lock().await.write_all(&reply).await.is_err() {
            return;
        }
        if request.method == "PLAY"
            && let Some(began) = began.take()
        {
            let _ = began.send(());
        }
    }
}

/// The next request. `None`: the caller has hung up.
async fn next(read: &mut BufReader<OwnedReadHalf>) -> io::Result<Option<Request>> {
    let mut request = Request::default();
    let mut line = String::new();
    while read.read_line(&mut line).await? > 0 {
        let text = line.trim_end();
        if text.is_empty() {
            return Ok(Some(request));
        }
        match text.split_once(": ") {
            Some(("CSeq", number)) => number.clone_into(&mut request.number),
            Some(("Transport", transport)) => transport.clone_into(&mut request.transport),
            Some(_) => {}
            None => {
                let mut words = text.split(' ').map(str::to_owned);
                request.method = words.next().unwrap_or_default();
                request.url = words.next().unwrap_or_default();
            }
        }
        line.clear();
    }
    Ok(None)
}

fn reply(request: &Request, script: &Script, tracks: &[String]) -> Vec<u8> {
    let (headers, body) = match request.method.as_str() {
        "DESCRIBE" => match &script.instead {
            Some(instead) => return instead.clone(),
            None => ("Content-Type: application/sdp\r\n".to_owned(), script.sdp.as_str()),
        },
        "SETUP" => (format!("Transport: {}\r\nSession: 1;timeout={}\r\n", request.transport, script.lasts), ""),
        "PLAY" if script.tells_time => (format!("Session: 1\r\nRTP-Info: {}\r\n", times(tracks, script.time)), ""),
        _ => ("Session: 1\r\nPublic: OPTIONS, GET_PARAMETER\r\n".to_owned(), ""),
    };
    let number = &request.number;
    let length = body.len();
    format!("RTSP/1.0 200 OK\r\nCSeq: {number}\r\n{headers}Content-Length: {length}\r\n\r\n{body}").into_bytes()
}

fn times(tracks: &[String], time: u32) -> String {
    let told: Vec<_> = tracks.iter().map(|track| format!("url={track};rtptime={time}")).collect();
    told.join(",")
}
