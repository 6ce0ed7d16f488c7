//! A camera that sends single pictures over HTTP: in one answer without end (MJPEG), or one each time it is asked.
//!
//! They go on the stage as a stream of `image/jpeg`, each behind twelve bytes: how many bytes it has (four), and when it
//! came, in milliseconds since the stream began (eight), both big-endian. So a file of them can be played as they came.

use std::time::{Duration, Instant};

use bytes::{BufMut as _, Bytes, BytesMut};
use reqwest::StatusCode;
use tokio::time::{sleep_until, timeout};

use crate::address::{Credentials, WebAddress};
use crate::fragment::Format;
use crate::parts::{MOST_OF_PICTURE, Parts};
use crate::problem::Problem;
use crate::stage::Stage;
use crate::web::{self, Question, Web};

/// The media type of such a stream.
pub const PICTURES: &str = "image/jpeg";
/// How often a camera is asked that sends one picture each time.
const EVERY: Duration = Duration::from_secs(1);
/// What a camera takes at most for an answer to begin. One that is started on demand takes some seconds.
const TO_ANSWER: Duration = Duration::from_secs(15);
/// A camera that sends no picture for so long has stopped.
const SILENCE: Duration = Duration::from_secs(6);
/// What each JPEG begins with (ITU-T T.81 §B.1.1.3).
const BEGINS: [u8; 3] = [0xff, 0xd8, 0xff];

/// Shows what a camera sends until it ends. It always ends with a problem: no live stream is ever through.
pub(crate) async fn play(address: &WebAddress, credentials: Option<&Credentials>, stage: &Stage) -> Problem {
    let ended = match show(address, credentials, stage).await {
        Ok(never) => match never {},
        Err(problem) => problem,
    };
    stage.end();
    tracing::info!(reason = %ended, "a camera stopped");
    ended
}

async fn show(
    address: &WebAddress,
    credentials: Option<&Credentials>,
    stage: &Stage,
) -> Result<std::convert::Infallible, Problem> {
    let web = Web::new(address, credentials, None)?;
    let url = address.url();
    let mut film = Film { stage, began: None };
    loop {
        let asked = tokio::time::Instant::now();
        let answer = timeout(TO_ANSWER, web.ask(&Question::get(&url))).await.map_err(|_| Problem::Silent)??;
        match answer.status() {
            status if status.is_success() => {}
            StatusCode::NOT_FOUND => return Err(Problem::WrongPath),
            _ => return Err(Problem::Refused),
        }
        let media_type = web::media_type(&answer);
        if let Some(parts) = Parts::of(&media_type) {
            return Err(row(answer, parts, &mut film).await);
        }
        if !media_type.to_ascii_lowercase().starts_with(PICTURES) {
            return Err(Problem::NotACamera);
        }
        let picture = timeout(SILENCE, web::body(answer, MOST_OF_PICTURE)).await.map_err(|_| Problem::Silent)??;
        film.show(&picture)?;
        sleep_until(asked + EVERY).await;
    }
}

/// Shows pictures that come one after another in one answer.
async fn row(mut answer: reqwest::Response, mut parts: Parts, film: &mut Film<'_>) -> Problem {
    loop {
        match timeout(SILENCE, next(&mut answer, &mut parts)).await {
            Err(_) => return Problem::Silent,
            Ok(Err(problem)) => return problem,
            Ok(Ok(picture)) => {
                if let Err(problem) = film.show(&picture) {
                    return problem;
                }
            }
        }
    }
}

async fn next(answer: &mut reqwest::Response, parts: &mut Parts) -> Result<Bytes, Problem> {
    loop {
        if let Some(picture) = parts.next().map_err(|_| Problem::Garbage)? {
            return Ok(picture);
        }
        match answer.chunk().await.map_err(|error| web::broken(&error))? {
            Some(bytes) => parts.push(&bytes),
            None => return Err(Problem::Ended),
        }
    }
}

/// Puts pictures on the stage.
struct Film<'a> {
    stage: &'a Stage,
    began: Option<Instant>,
}

impl Film<'_> {
    fn show(&mut self, picture: &[u8]) -> Result<(), Problem> {
        if !picture.starts_with(&BEGINS) {
            return Err(Problem::Garbage);
        }
        let now = Instant::now();
        let began = *self.began.get_or_insert_with(|| {
            self.stage.begin(Format { mime: PICTURES.to_owned(), init: Bytes::new(), sound: false });
            now
        });
        self.stage.show(framed(picture, now.duration_since(began))?, true, true, now);
        Ok(())
    }
}

fn framed(picture: &[u8], since: Duration) -> Result<Bytes, Problem> {
    let mut framed = BytesMut::with_capacity(picture.len() + 12);
    framed.put_u32(u32::try_from(picture.len()).map_err(|_| Problem::Garbage)?);
    framed.put_u64(u64::try_from(since.as_millis()).unwrap_or(u64::MAX));
    framed.put_slice(picture);
    Ok(framed.freeze())
}
