//! A camera that speaks HTTP: real JPEG pictures, in a row without end (MJPEG) or one a request, with a password or without.
//! It knows nothing of Mayday.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use md5::{Digest as _, Md5};

/// Between two pictures of a row.
const EVERY: Duration = Duration::from_millis(100);
const REALM: &str = "camera";
const NONCE: &str = "dcd98b7102dd2f0e";

/// How it wants its password.
#[derive(Clone, Copy, Debug)]
pub enum Login {
    /// RFC 7617.
    Basic,
    /// RFC 7616, with MD5, as cameras do.
    Digest,
}

/// A camera that answers. Dropped, its rows end.
///
/// `/mjpeg` is a row of pictures that say their length, `/bare` one of those that do not, `/hangs` ends after three,
/// `/silent` after none without hanging up; `/still.jpg` is one picture, `/text` says it is one; `/page` is a page, and
/// `/moved` leads to the address that the camera was started with. As go2rtc it tells of two streams, `live` and `other`.
pub struct WebCamera {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
    _ends: Sender<()>,
}

struct Desk {
    pictures: Vec<Vec<u8>>,
    login: Option<(Login, String, String)>,
    leads: String,
    /// The RTSP port of the program that it plays.
    speaks: Option<u16>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl WebCamera {
    /// Switches a camera on. `login`: how, as whom and with which password.
    pub fn start(login: Option<(Login, &str, &str)>) -> Result<Self> {
        Self::answering(login, "", None)
    }

    /// A virtual go2rtc (`internal/streams/api.go`, `internal/api/api.go`) with the streams of an RTSP server at a port.
    pub fn go2rtc(rtsp: u16) -> Result<Self> {
        Self::answering(None, "", Some(rtsp))
    }

    /// One that leads elsewhere at `/moved`.
    pub fn leading(login: Option<(Login, &str, &str)>, leads: &str) -> Result<Self> {
        Self::answering(login, leads, None)
    }

    fn answering(login: Option<(Login, &str, &str)>, leads: &str, speaks: Option<u16>) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let port = listener.local_addr()?.port();
        let (ends, ended) = channel();
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let login = login.map(|(how, user, password)| (how, user.to_owned(), password.to_owned()));
        let desk = Desk { pictures: pictures()?, login, leads: leads.to_owned(), speaks, asked: asked.clone() };
        let (desk, ended) = (Arc::new(desk), Arc::new(Mutex::new(ended)));
        thread::Builder::new().name("web camera".to_owned()).spawn(move || {
            for stream in listener.incoming().flatten() {
                let (desk, ended) = (desk.clone(), ended.clone());
                // A viewer that has gone ends its row with an error, which is as it should be.
                thread::spawn(move || desk.serve(stream, &ended).ok());
            }
        })?;
        Ok(Self { port, asked, _ends: ends })
    }

    /// The address of one of its paths.
    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// What it was asked: the first line and the password line of each request.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Thirty pictures that a real coder made.
fn pictures() -> Result<Vec<Vec<u8>>> {
    let coder = Command::new("ffmpeg")
        .args(["-v", "error", "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=10"])
        .args(["-frames:v", "30", "-f", "image2pipe", "-c:v", "mjpeg", "-q:v", "6", "-"])
        .output()
        .context("ffmpeg makes the pictures")?;
    let ends = coder.stdout.windows(2).enumerate().filter(|(_, bytes)| *bytes == [0xff, 0xd9]).map(|(at, _)| at + 2);
    let mut from = 0;
    let mut pictures = vec![];
    for end in ends {
        pictures.push(coder.stdout[from..end].to_vec());
        from = end;
    }
    ensure!(pictures.len() == 30, "{} pictures: {}", pictures.len(), String::from_utf8_lossy(&coder.stderr));
    Ok(pictures)
}

impl Desk {
    fn serve(&self, mut stream: TcpStream, ended: &Mutex<Receiver<()>>) -> Result<()> {
        let mut lines = BufReader::new(stream.try_clone()?).lines();
        let first = lines.next().context("a request")??;
        let mut password = None;
        for line in lines.map_while(Result::ok).take_while(|line| !line.is_empty()) {
            password = line.strip_prefix("authorization: ").map(str::to_owned).or(password);
        }
        let said = format!("{first} {}", password.as_deref().unwrap_or_default());
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(said);
        let path = first.split(' ').nth(1).unwrap_or_default();
        if !self.opens(path, password.as_deref().unwrap_or_default()) {
            let wanted = match self.login {
                Some((Login::Digest, ..)) => format!("Digest realm=\"{REALM}\", qop=\"auth\", nonce=\"{NONCE}\""),
                _ => format!("Basic realm=\"{REALM}\""),
            };
            return head(&mut stream, "401 Unauthorized", &format!("WWW-Authenticate: {wanted}\r\nContent-Length: 0"));
        }
        let row = "Content-Type: multipart/x-mixed-replace; boundary=--next";
        match path {
            "/mjpeg" => head(&mut stream, "200 OK", row).and_then(|()| self.row(&mut stream, true, usize::MAX, ended)),
            "/bare" => head(&mut stream, "200 OK", row).and_then(|()| self.row(&mut stream, false, usize::MAX, ended)),
            "/hangs" => head(&mut stream, "200 OK", row).and_then(|()| self.row(&mut stream, true, 3, ended)),
            "/silent" => head(&mut stream, "200 OK", row).and_then(|()| self.row(&mut stream, true, 0, ended)),
            "/still.jpg" => whole(&mut stream, "image/jpeg", &self.pictures[0]),
            "/text" => whole(&mut stream, "image/jpeg", b"no picture at the moment"),
            "/page" => whole(&mut stream, "text/html", b"<h1>Welcome</h1>"),
            "/" | "/api" | "/api/streams" if self.speaks.is_some() => self.tell(&mut stream, path),
            "/api/frame.jpeg?src=live" if self.speaks.is_some() => whole(&mut stream, "image/jpeg", &self.pictures[0]),
            "/moved" => head(&mut stream, "302 Found", &format!("Location: {}\r\nContent-Length: 0", self.leads)),
            _ => head(&mut stream, "404 Not Found", "Content-Length: 0"),
        }
    }

    /// What go2rtc tells of itself.
    fn tell(&self, stream: &mut TcpStream, path: &str) -> Result<()> {
        let port = self.speaks.unwrap_or_default();
        match path {
            "/api" => {
                let told = format!("{{\"version\":\"1.9.14\",\"rtsp\":{{\"listen\":\":{port}\"}}}}");
                whole(stream, "application/json", told.as_bytes())
            }
            "/api/streams" => {
                let one = "{\"producers\":[{\"url\":\"rtsp://10.0.0.7/1\"}],\"consumers\":null}";
                whole(stream, "application/json", format!("{{\"live\":{one},\"other\":{one}}}").as_bytes())
            }
            _ => whole(stream, "text/html", b"<h1>go2rtc</h1>"),
        }
    }

    /// Pictures one after another, ten a second. After `most` of them nothing more comes; after none, it does not even end.
    fn row(&self, stream: &mut TcpStream, says_length: bool, most: usize, ended: &Mutex<Receiver<()>>) -> Result<()> {
        for picture in self.pictures.iter().cycle().take(most) {
            let length = if says_length { format!("Content-Length: {}\r\n", picture.len()) } else { String::new() };
            write!(stream, "--next\r\nContent-Type: image/jpeg\r\n{length}\r\n")?;
            stream.write_all(picture)?;
            stream.write_all(b"\r\n")?;
            if is_over(ended) {
                return Ok(());
            }
        }
        while most == 0 && !is_over(ended) {}
        Ok(())
    }

    fn opens(&self, path: &str, said: &str) -> bool {
        match &self.login {
            None => true,
            Some((Login::Basic, user, password)) => said == format!("Basic {}", base64(&format!("{user}:{password}"))),
            Some((Login::Digest, user, password)) => {
                let of = |name: &str| {
                    let after = said.split_once(&format!("{name}=")).map_or("", |(_, after)| after);
                    after.split([',', ' ']).next().unwrap_or_default().trim_matches('"').to_owned()
                };
                let secret = hex(&format!("{user}:{REALM}:{password}"));
                let what = hex(&format!("GET:{path}"));
                let asked = format!("{secret}:{NONCE}:{}:{}:auth:{what}", of("nc"), of("cnonce"));
                said.starts_with("Digest ") && of("response") == hex(&asked)
            }
        }
    }
}

/// Waits for the time between two pictures, and says whether the camera has been switched off.
fn is_over(ended: &Mutex<Receiver<()>>) -> bool {
    let waited = ended.lock().unwrap_or_else(PoisonError::into_inner).recv_timeout(EVERY);
    !matches!(waited, Err(RecvTimeoutError::Timeout))
}

fn head(stream: &mut TcpStream, status: &str, fields: &str) -> Result<()> {
    Ok(write!(stream, "HTTP/1.1 {status}\r\n{fields}\r\nConnection: close\r\n\r\n")?)
}

fn whole(stream: &mut TcpStream, media_type: &str, body: &[u8]) -> Result<()> {
    head(stream, "200 OK", &format!("Content-Type: {media_type}\r\nContent-Length: {}", body.len()))?;
    Ok(stream.write_all(body)?)
}

fn hex(text: &str) -> String {
    Md5::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn base64(text: &str) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(text)
}
