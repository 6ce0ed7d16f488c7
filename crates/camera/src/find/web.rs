//! What a program or a device tells of itself: short answers, of which one that is longer is none.

use reqwest::StatusCode;
use serde_json::Value;
use url::Url;

use crate::problem::Problem;
use crate::web::{Question, Web, body};

/// Bytes of an answer. The longest, a Frigate's configuration, has some 10 KiB for each camera.
const MOST: usize = 1024 * 1024;

/// What it answered.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) body: Vec<u8>,
}

/// What is under an address, if it is JSON. `None`: the machine has something else there, or nothing.
pub(super) async fn json(web: &Web, url: &Url) -> Result<Option<Value>, Problem> {
    match ask(web, &Question::get(url)).await {
        Ok(answer) if answer.status.is_success() => Ok(serde_json::from_slice(&answer.body).ok()),
        Ok(_) | Err(Problem::NotACamera) => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// What it says to something. Whoever breaks off, or does not come to an end, is no camera.
pub(super) async fn ask(web: &Web, question: &Question<'_>) -> Result<Answer, Problem> {
    let answer = async {
        let answer = web.ask(question).await?;
        Ok(Answer { status: answer.status(), body: body(answer, MOST).await?.into() })
    };
    answer.await.map_err(|problem| {
        if matches!(problem, Problem::Garbage | Problem::Ended) { Problem::NotACamera } else { problem }
    })
}
