//! What a window is answered: four bytes with the length of a head, the head as JSON, and the bytes that it announces.

use std::time::{Duration, Instant, SystemTime};

use mayday_camera::{AddressProblem, Format, Problem, Pulled, Status};
use mayday_wire::{CameraProblem, ClipHead, LiveHead, LiveStatus, StillHead, StreamHead};
use serde::Serialize;

/// The answer to a pull.
pub(super) fn of(pulled: &Pulled) -> Vec<u8> {
    let still = pulled.still.as_ref();
    let media: usize = pulled.media.iter().map(|media| media.data.len()).sum();
    let head = LiveHead {
        status: status(pulled.status, Instant::now()),
        still: still.map(|still| StillHead {
            mime: still.format.mime.clone(),
            length: still.format.init.len() + still.data.len(),
            age_ms: ms(SystemTime::now().duration_since(still.at).unwrap_or_default()),
        }),
        begins: pulled.format.as_deref().map(stream),
        media,
        skipped: pulled.skipped,
    };
    headed(&head, media, |answer| {
        if let Some(still) = still {
            answer.extend_from_slice(&still.format.init);
            answer.extend_from_slice(&still.data);
        }
        if let Some(format) = &pulled.format {
            answer.extend_from_slice(&format.init);
        }
        for media in &pulled.media {
            answer.extend_from_slice(&media.data);
        }
    })
}

/// A clip, behind a head of its own.
pub(super) fn of_clip(mime: String, clip: &[u8]) -> Vec<u8> {
    headed(&ClipHead { mime, length: clip.len() }, clip.len(), |answer| answer.extend_from_slice(clip))
}

fn headed(head: &impl Serialize, length: usize, fill: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    // Strings and numbers are always JSON.
    let head = serde_json::to_vec(head).unwrap_or_default();
    let mut answer = Vec::with_capacity(4 + head.len() + length);
    answer.extend(u32::try_from(head.len()).unwrap_or_default().to_be_bytes());
    answer.extend(head);
    fill(&mut answer);
    answer
}

fn stream(format: &Format) -> StreamHead {
    StreamHead { mime: format.mime.clone(), length: format.init.len(), sound: format.sound }
}

fn status(status: Status, now: Instant) -> LiveStatus {
    let ago = |since: Instant| ms(now.saturating_duration_since(since));
    match status {
        // It is asked because somebody looks.
        Status::Idle => LiveStatus::Connecting { for_ms: 0, after: None },
        Status::Connecting { since, after } => LiveStatus::Connecting { for_ms: ago(since), after: after.map(problem) },
        Status::Playing { since } => LiveStatus::Playing { for_ms: ago(since) },
        Status::Stopped { problem: why, since, again } => LiveStatus::Stopped {
            problem: problem(why),
            for_ms: ago(since),
            again_in_ms: ms(again.saturating_duration_since(now)),
        },
    }
}

fn ms(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

/// The same in the window's codes.
pub(super) const fn problem(problem: Problem) -> CameraProblem {
    match problem {
        Problem::Unreachable => CameraProblem::Unreachable,
        Problem::NotACamera => CameraProblem::NotACamera,
        Problem::WrongPassword => CameraProblem::WrongPassword,
        Problem::WrongPath => CameraProblem::WrongPath,
        Problem::Refused => CameraProblem::Refused,
        Problem::NoVideo => CameraProblem::NoVideo,
        Problem::UnknownCodec => CameraProblem::UnknownCodec,
        Problem::Silent => CameraProblem::Silent,
        Problem::Garbage => CameraProblem::Garbage,
        Problem::Ended => CameraProblem::Ended,
    }
}

/// The same of what was typed.
pub(super) const fn address_problem(problem: AddressProblem) -> CameraProblem {
    match problem {
        AddressProblem::Missing => CameraProblem::AddressMissing,
        AddressProblem::TooLong | AddressProblem::NotRtsp | AddressProblem::NotWeb | AddressProblem::NoHost => {
            CameraProblem::AddressNotRtsp
        }
    }
}
