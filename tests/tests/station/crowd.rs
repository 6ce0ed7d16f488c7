//! A crowd at the door: programs of this user that open connections and say nothing, or never finish.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use mayday_protocol::SignalId;
use mayday_station::client::Client;
use mayday_tests::{PATIENCE, eventually};
use tokio::io::AsyncWriteExt as _;
use tokio::net::UnixStream;

use crate::desk::{is_committed, police};
use crate::program::Program;

const CROWD: usize = 1_000;
const ROUNDS: u8 = 40;

/// proves: E1
#[tokio::test]
async fn an_sos_goes_through_a_thousand_idle_and_half_spoken_connections() -> Result<()> {
    let folder = tempfile::Builder::new().prefix("ms-").tempdir()?;
    let socket = folder.path().join("run/station.sock");
    let mut station = Program::start(folder.path())?;
    let (phone, _) = eventually("the station answers", PATIENCE, async || {
        Client::local(&socket)?.enter_demo("Phone").await.map_err(anyhow::Error::from).map(Some)
    })
    .await?;
    let quiet = p50_and_worst(&phone, 0).await?;

    let mut crowd = vec![];
    for n in 0..CROWD {
        let mut one = UnixStream::connect(&socket).await.with_context(|| format!("connection {n}"))?;
        if n % 2 == 0 {
            one.write_all(b"POST /v1/signals/x/hold HTTP/1.1\r\nhost: station\r\nx-slow: ").await?;
        }
        crowd.push(one);
    }
    let crowded = p50_and_worst(&phone, 1).await?;
    println!(
        "hold and commit, p50 / worst of {ROUNDS}: quiet {:.1} / {:.1} ms, with {CROWD} idle connections {:.1} / {:.1} ms",
        ms(quiet.0),
        ms(quiet.1),
        ms(crowded.0),
        ms(crowded.1)
    );
    assert!(crowded.1 < Duration::from_secs(2), "within the deadline of one attempt");
    drop(crowd);
    station.kill().await
}

async fn p50_and_worst(phone: &Client, round: u8) -> Result<(Duration, Duration)> {
    let mut took = vec![];
    for n in 0..ROUNDS {
        let signal = SignalId::from_random([[round, n], [1, 1]].concat().repeat(4).try_into().unwrap_or_default());
        let from = Instant::now();
        phone.hold(signal, &police(0)).await?;
        assert!(is_committed(&phone.commit(signal, &police(5_000)).await?));
        took.push(from.elapsed());
    }
    took.sort_unstable();
    Ok((took[took.len() / 2], took[took.len() - 1]))
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}
