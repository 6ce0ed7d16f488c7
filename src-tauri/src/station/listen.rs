//! Listening to the station's events. Silence is noticed: it sends a beat every two seconds.

use std::time::Duration;

use eventsource_stream::Eventsource as _;
use futures_util::StreamExt as _;
use mayday_protocol::HomeId;
use mayday_wire::{ErrorBody, ErrorCode, HomeEvent, HomeView};

use super::{News, Station, launch};

/// Between two tries to reach the station: doubled after each that failed, so that a station which
/// cannot start is not started three times a second for hours.
const PAUSES: [Duration; 3] = [Duration::from_millis(300), Duration::from_millis(600), Duration::from_millis(1_200)];

/// Finds the station, listens until it falls silent, and begins again.
pub(super) async fn forever(station: &Station, mut home: HomeView) {
    let mut failed = 0;
    loop {
        match once(station, &mut home).await {
            Ok(()) => {
                failed = 0;
                station.tell(News::Down).await;
            }
            Err(refusal) => {
                tracing::info!(code = ?refusal.code, "the station does not answer, or refuses");
                failed += 1;
                station.tell(news_of(&refusal, home.id)).await;
            }
        }
        tokio::time::sleep(PAUSES[failed.min(PAUSES.len() - 1)]).await;
    }
}

async fn once(station: &Station, home: &mut HomeView) -> Result<(), ErrorBody> {
    if station.is_here() {
        launch::ensure(station).await?;
    }
    if station.token.borrow().is_none() {
        pair(station, home).await?;
    }
    let answer = match open(station).await {
        Err(refusal) if refusal.code == ErrorCode::NotPaired => {
            pair(station, home).await?;
            open(station).await?
        }
        answer => answer?,
    };
    station.tell(News::Up).await;
    let mut events = answer.bytes_stream().eventsource();
    while let Some(Ok(event)) = events.next().await {
        match serde_json::from_str::<HomeEvent>(&event.data) {
            Ok(event) => station.tell(News::Event { home: home.id, event }).await,
            Err(error) => tracing::warn!(%error, "an event of the station is not understood"),
        }
    }
    Ok(())
}

/// A device that was removed, or that lost its token away from the station, takes no fresh one by itself, and nothing but its answers makes a home again: both
/// wait for a person. The station is asked on, because its records may come back.
fn news_of(refusal: &ErrorBody, home: HomeId) -> News {
    if matches!(refusal.code, ErrorCode::Revoked | ErrorCode::NotPaired) {
        News::Revoked
    } else if refusal.code == ErrorCode::Unknown {
        News::HomeUnknown(home)
    } else {
        News::Down
    }
}

/// A station that lost its data makes another demo home. A home that was set up it then does not know.
async fn pair(station: &Station, home: &mut HomeView) -> Result<(), ErrorBody> {
    *home = station.pair(home).await?;
    station.tell(News::Paired(Box::new(home.clone()))).await;
    Ok(())
}

async fn open(station: &Station) -> Result<reqwest::Response, ErrorBody> {
    let token = station.token.borrow().clone().ok_or(ErrorCode::NotPaired)?;
    let line = station.line.borrow().clone();
    let origin = line.origin(0);
    let request = line.listener().get(format!("{origin}/v1/events")).bearer_auth(token.reveal());
    let answer = request.send().await.map_err(|_| {
        line.failed(origin);
        ErrorCode::Unreachable
    })?;
    if answer.status().is_success() {
        return Ok(answer);
    }
    Err(answer.json().await.unwrap_or_else(|_| ErrorCode::Unreachable.into()))
}
