//! This computer's speakers. A sound server may be missing, slow, or never answer: it is met on a thread of
//! its own, under a deadline, and nothing waits for it. What is stopped, or late, makes no sound any more.

mod siren;
mod turns;

use std::num::NonZero;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use rodio::buffer::SamplesBuffer;
use rodio::{DeviceSinkBuilder, Player};
use tokio::sync::oneshot;

use crate::controller::{Handle, Tick};
use turns::{Turns, Waiting};

/// A device that has not taken the sound by then has failed, and makes none any more.
const DEADLINE: Duration = Duration::from_secs(2);
/// Between two looks whether the sound has ended, or was stopped.
const LOOK: Duration = Duration::from_millis(10);
/// How long a device may play what lasts half a second.
const LONGEST: Duration = Duration::from_millis(1_500);
/// What a device has taken and not yet played when the sound has ended.
const TAIL: Duration = Duration::from_millis(150);

/// Why nothing was heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SpeakerFailure {
    /// There is no audio device that could be used.
    #[error("there is no audio device")]
    NoDevice,
    /// There is one, and it did not take the sound.
    #[error("the audio device did not take the sound")]
    NotTaken,
    /// An earlier sound still waits for it.
    #[error("an earlier sound waits for the audio device")]
    Busy,
    /// It did not answer in time.
    #[error("the audio device did not answer in time")]
    TimedOut,
}

type Outcome = Result<(), SpeakerFailure>;

/// What the audio device is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// To see whether there is one.
    Look,
    /// To sound the siren once.
    Siren,
}

/// The way to the speakers. Every call comes back at once; its outcome reaches the controller as a tick, at
/// the deadline at the latest.
pub(crate) struct Speaker {
    handle: Handle,
    /// One thread at most is with the device and one waits for it, however long it hangs.
    turns: Turns,
    /// Dropped, it ends what sounds and keeps what has not begun from beginning.
    playing: Option<Sender<()>>,
}

impl Speaker {
    pub(crate) fn new(handle: Handle) -> Self {
        Self { handle, turns: Turns::default(), playing: None }
    }

    /// Sees whether there is a device. Nothing sounds.
    pub(crate) fn look(&mut self) {
        self.begin(Use::Look);
    }

    /// Sounds the siren once.
    pub(crate) fn sound(&mut self) {
        self.begin(Use::Siren);
    }

    /// Ends what sounds.
    pub(crate) fn stop(&mut self) {
        self.playing = None;
    }

    fn begin(&mut self, what: Use) {
        let (done, outcome) = oneshot::channel();
        match self.turns.wait() {
            Some(waiting) => {
                let (playing, stopped) = channel();
                self.playing = Some(playing);
                spawn(what, waiting, stopped, done);
            }
            // What waits already can still be stopped: its way to that is kept.
            None => drop(done.send(Err(SpeakerFailure::Busy))),
        }
        let handle = self.handle.clone();
        tauri::async_runtime::spawn(async move {
            let outcome = tokio::time::timeout(DEADLINE + LONGEST, outcome).await;
            let outcome = outcome.ok().and_then(Result::ok).unwrap_or(Err(SpeakerFailure::TimedOut));
            handle.tick(Tick::Speaker(outcome)).await;
        });
    }
}

/// Meets the device on a thread of its own, once it is free; gives up at the deadline.
fn spawn(what: Use, waiting: Waiting, stopped: Receiver<()>, done: oneshot::Sender<Outcome>) {
    let work = move || {
        if let Some(_turn) = waiting.turn(DEADLINE) {
            // Past the deadline nobody listens any more.
            let _ = done.send(with_device(what, &stopped));
        }
    };
    if let Err(error) = thread::Builder::new().name("speaker".to_owned()).spawn(work) {
        tracing::warn!(%error, "no thread for the audio device");
    }
}

/// Meets the device. It may hang anywhere.
fn with_device(what: Use, stopped: &Receiver<()>) -> Outcome {
    let asked = Instant::now();
    let device = DeviceSinkBuilder::from_default_device().map_err(|error| {
        tracing::info!(%error, "no audio device");
        SpeakerFailure::NoDevice
    })?;
    match what {
        Use::Look => Ok(()),
        Use::Siren => sound(device, asked, stopped),
    }
}

fn sound(device: DeviceSinkBuilder, asked: Instant, stopped: &Receiver<()>) -> Outcome {
    let opened = device.with_error_callback(|error| tracing::warn!(%error, "the audio device failed")).open_stream();
    let mut sink = opened.map_err(|error| {
        tracing::warn!(%error, "the audio device could not be opened");
        SpeakerFailure::NotTaken
    })?;
    sink.log_on_drop(false);
    if asked.elapsed() > DEADLINE {
        return Err(SpeakerFailure::TimedOut);
    }
    let player = Player::connect_new(sink.mixer());
    let (one, rate) = (NonZero::<u16>::MIN, NonZero::new(siren::RATE).ok_or(SpeakerFailure::NotTaken)?);
    if is_stopped(stopped, Duration::ZERO) {
        return Ok(());
    }
    player.append(SamplesBuffer::new(one, rate, siren::samples()));
    let begun = Instant::now();
    while !player.empty() {
        if is_stopped(stopped, LOOK) {
            return Ok(());
        }
        if begun.elapsed() > LONGEST {
            return Err(SpeakerFailure::NotTaken);
        }
    }
    is_stopped(stopped, TAIL);
    Ok(())
}

/// Waits for as long as it is not stopped, and not longer than `wait`.
fn is_stopped(stopped: &Receiver<()>, wait: Duration) -> bool {
    !matches!(stopped.recv_timeout(wait), Err(RecvTimeoutError::Timeout))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: A9
    #[tokio::test]
    async fn presses_while_one_waits_for_the_device_are_answered_at_once_and_the_one_that_waits_goes_on() {
        let (handle, mut inbox) = Handle::new();
        let mut speaker = Speaker::new(handle);
        let hangs = speaker.turns.wait().and_then(|waiting| waiting.turn(DEADLINE)).expect("nobody is with the device");
        for _ in 0..9 {
            speaker.look();
        }
        let mut told = async || {
            let Some(Tick::Speaker(outcome)) = inbox.recv().await else { panic!("the speaker tells nothing else") };
            outcome
        };
        for _ in 0..8 {
            assert_eq!(told().await, Err(SpeakerFailure::Busy));
        }
        drop(hangs);
        let last = told().await;
        assert!(matches!(last, Ok(()) | Err(SpeakerFailure::NoDevice)), "it has had its turn: {last:?}");
    }
}
