//! The thinnest client that speaks to a station's socket: one blocking connection that is kept alive, so that what is
//! measured is the station and not its client.

use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

/// A station that is silent for so long is broken.
const DEADLINE: Duration = Duration::from_secs(10);

/// One kept-alive connection.
pub(crate) struct Line {
    stream: UnixStream,
    buffer: Vec<u8>,
}

impl Line {
    pub(crate) fn connect(socket: &Path) -> Result<Self> {
        let stream = UnixStream::connect(socket).with_context(|| format!("cannot connect to {}", socket.display()))?;
        stream.set_read_timeout(Some(DEADLINE))?;
        Ok(Self { stream, buffer: vec![] })
    }

    /// Sends a request that is ready, and gives the body of its answer, which has to be a success.
    pub(crate) fn ask(&mut self, request: &[u8]) -> Result<&[u8]> {
        self.stream.write_all(request)?;
        self.buffer.clear();
        let (header, length) = loop {
            self.read()?;
            if let Some(header) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") {
                break (header + 4, content_length(&self.buffer[..header])?);
            }
        };
        while self.buffer.len() < header + length {
            self.read()?;
        }
        ensure!(self.buffer.starts_with(b"HTTP/1.1 2"), "{}", String::from_utf8_lossy(&self.buffer));
        Ok(&self.buffer[header..header + length])
    }

    fn read(&mut self) -> Result<()> {
        let mut part = [0; 4_096];
        let read = self.stream.read(&mut part)?;
        ensure!(read > 0, "the connection was closed");
        self.buffer.extend_from_slice(&part[..read]);
        Ok(())
    }
}

fn content_length(header: &[u8]) -> Result<usize> {
    let header = std::str::from_utf8(header)?;
    let length = header.lines().find_map(|line| line.strip_prefix("content-length: "));
    length.map_or(Ok(0), |length| Ok(length.parse()?))
}

/// A request, ready to be sent.
pub(crate) fn request(method: &str, path: &str, token: Option<&str>, body: &str) -> Vec<u8> {
    let bearer = token.map(|token| format!("authorization: Bearer {token}\r\n")).unwrap_or_default();
    let length = body.len();
    format!("{method} {path} HTTP/1.1\r\nhost: station\r\n{bearer}content-length: {length}\r\n\r\n{body}").into_bytes()
}

/// Hold or commit a signal, the slide having ended just then. A drill: it is stored and called about like any other SOS,
/// and stays an incident of its own, where a further SOS of the one home would be taken in by the open one (A10).
pub(crate) fn signal(id: &str, word: &str, token: Option<&str>) -> Vec<u8> {
    let body = r#"{"kind":"sos_police","mode_seen":"demo","since_slide_ms":0,"drill":true}"#;
    request("POST", &format!("/v1/signals/{id}/{word}"), token, body)
}

/// Ids of signals that no two sequences share, spread like random ones.
pub(crate) struct Ids(u64);

impl Ids {
    pub(crate) fn new(sequence: u32) -> Self {
        Self(u64::from(sequence) << 32)
    }

    pub(crate) fn next(&mut self) -> String {
        self.0 += 1;
        format!("{:016x}{:016x}", spread(self.0), self.0)
    }
}

/// A mix that loses nothing: two numbers never become one.
const fn spread(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}
