//! One message of an SOS: each attempt a fresh connection with a deadline of its own, a second one
//! raced after 400 ms, each carrying its own time since the slide (DESIGN §3, point 7).

use std::time::Duration;

use mayday_protocol::sos::{Message, Signal};
use mayday_wire::{CancelRequest, ErrorBody, ErrorCode, Mode, SignalRequest, SignalResponse};
use reqwest::Method;

use super::{DEADLINE, Station, Typed};
use crate::controller::Tick;

/// When the second attempt starts.
const RACE: Duration = Duration::from_millis(400);

/// Why a message has no acknowledgement.
#[derive(Debug)]
pub(crate) enum SendFailure {
    /// The station said no.
    Refused(ErrorBody),
    /// The station answered that it cannot do it right now. It is asked again.
    NotNow(ErrorBody),
    /// Nobody answered in time.
    Unreachable,
}

type Answer = Result<SignalResponse, SendFailure>;

impl Station {
    /// Sends, and reports the answer to the controller.
    /// `code`: what was typed with a cancel (C7).
    pub(crate) fn send(&self, signal: Signal, message: Message, code: Option<Typed>) {
        let station = self.clone();
        tokio::spawn(async move {
            let answer = station.race(signal, message, code.as_ref()).await;
            station.handle.tick(Tick::Answer { signal: signal.id, message, answer }).await;
        });
    }

    async fn race(&self, signal: Signal, message: Message, code: Option<&Typed>) -> Answer {
        let mut first = Box::pin(self.attempt(0, signal, message, code));
        let mut second = Box::pin(async {
            tokio::time::sleep(RACE).await;
            self.attempt(1, signal, message, code).await
        });
        tokio::select! {
            answer = &mut first => if is_answer(&answer) { answer } else { better(answer, second.await) },
            answer = &mut second => if is_answer(&answer) { answer } else { better(answer, first.await) },
        }
    }

    async fn attempt(&self, turn: usize, signal: Signal, message: Message, code: Option<&Typed>) -> Answer {
        let attempt = async {
            // The keyring may still be asked for the token.
            self.token.subscribe().wait_for(Option::is_some).await.map_err(|_| ErrorCode::NotPaired)?;
            self.say(turn, signal, message, code).await
        };
        match tokio::time::timeout(DEADLINE, attempt).await {
            Ok(Ok(response)) => Ok(response),
            Ok(Err(refusal)) if refusal.code.is_final() => Err(SendFailure::Refused(refusal)),
            Ok(Err(refusal)) if refusal.code == ErrorCode::Unreachable => Err(SendFailure::Unreachable),
            Ok(Err(refusal)) => Err(SendFailure::NotNow(refusal)),
            Err(_) => Err(SendFailure::Unreachable),
        }
    }

    async fn say(
        &self,
        turn: usize,
        signal: Signal,
        message: Message,
        code: Option<&Typed>,
    ) -> Result<SignalResponse, ErrorBody> {
        let Signal { id, kind, slid_at, drill, camera } = signal;
        let since_slide_ms = self.clock.now().ms_since(slid_at);
        let body = SignalRequest { kind, mode_seen: Mode::Demo, since_slide_ms, drill, camera };
        let path = |word: &str| format!("/v1/signals/{id}/{word}");
        match message {
            Message::Hold => self.call_in_turn(turn, Method::POST, &path("hold"), Some(&body)).await,
            Message::Commit => self.call_in_turn(turn, Method::POST, &path("commit"), Some(&body)).await,
            Message::Cancel { cancelled_after_ms } => {
                let body = CancelRequest { cancelled_after_ms, code: code.cloned() };
                self.call_in_turn(turn, Method::POST, &path("cancel"), Some(&body)).await
            }
            Message::Ask => self.call_in_turn(turn, Method::GET, &format!("/v1/signals/{id}"), None::<&()>).await,
        }
    }
}

const fn is_answer(answer: &Answer) -> bool {
    matches!(answer, Ok(_) | Err(SendFailure::Refused(_)))
}

/// Of two attempts of which the first to end has failed: what says more.
fn better(failed: Answer, other: Answer) -> Answer {
    if matches!(other, Err(SendFailure::Unreachable)) { failed } else { other }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: B12, C8
    #[test]
    fn what_no_repetition_can_mend_is_asked_once_and_what_may_pass_is_asked_again() {
        for code in
            [ErrorCode::Revoked, ErrorCode::Malformed, ErrorCode::TooLarge, ErrorCode::IdReused, ErrorCode::TooOld]
        {
            assert!(code.is_final(), "{code:?}");
        }
        for code in [ErrorCode::NotStored, ErrorCode::Busy, ErrorCode::Unreachable, ErrorCode::NotPaired] {
            assert!(!code.is_final(), "{code:?}");
        }
    }
}
