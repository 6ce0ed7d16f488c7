//! A station that answers at once and does nothing, for the benchmark of the countdown: a real one would be measured
//! too, and has one home.

use std::time::Duration;

use anyhow::{Context as _, Result};
use mayday_wire::API_VERSION;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{UnixListener, UnixStream};

/// Between two beats of an event stream.
const BEAT: Duration = Duration::from_secs(2);

pub(crate) async fn serve(listener: UnixListener) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(answer(stream));
    }
}

async fn answer(mut stream: UnixStream) -> Result<()> {
    let mut request = vec![];
    while !is_whole(&request) {
        anyhow::ensure!(stream.read_buf(&mut request).await? > 0, "closed");
    }
    let request = String::from_utf8_lossy(&request);
    let path = request.split(' ').nth(1).context("a request has a path")?.to_owned();
    if path == "/v1/events" {
        return beat(stream).await;
    }
    let body = body(&path);
    let head = format!("content-type: application/json\r\ncontent-length: {}\r\nconnection: close", body.len());
    Ok(stream.write_all(format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n{body}").as_bytes()).await?)
}

fn is_whole(request: &[u8]) -> bool {
    let Some(end) = request.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let head = String::from_utf8_lossy(&request[..end]).to_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.trim().parse().ok());
    request.len() >= end + 4 + length.unwrap_or(0)
}

fn body(path: &str) -> String {
    let signal = |standing: &str| {
        let id = path.split('/').nth(3).unwrap_or_default();
        format!(r#"{{"signal":"{id}",{standing}}}"#)
    };
    match path.rsplit('/').next() {
        Some("version") => {
            format!(r#"{{"product":"{}","api":{API_VERSION},"pid":1,"open_incidents":0}}"#, env!("CARGO_PKG_VERSION"))
        }
        Some("demo") => format!(r#"{{"home":{},"token":"token"}}"#, super::HOME),
        Some("hold") => signal(r#""standing":"held","acts_by_itself_in_ms":7000"#),
        _ => signal(r#""standing":"committed","incident":"03030303030303030303030303030303""#),
    }
}

/// The stream of events stays open, and has none.
async fn beat(mut stream: UnixStream) -> Result<()> {
    stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n").await?;
    let mut beats = tokio::time::interval(BEAT);
    loop {
        beats.tick().await;
        stream.write_all(b":\n\n").await?;
    }
}
