//! This computer's speakers. A sound server may be missing, slow, or never answer: it is met on a thread of
//! its own, under a deadline, and nothing waits for it. What is stopped, or late, makes no sound any more.

mod siren;

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use rodio::buffer::SamplesBuffer;
use rodio::{DeviceSinkBuilder, Player};
use tokio::sync::oneshot;

use crate::controller::{Handle, Tick};

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
    /// It did not answer in time, or an earlier sound still waits for it.
    #[error("the audio device did not answer in time")]
    TimedOut,
}

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
    /// One thread at most is with the device, however long that one hangs.
    busy: Arc<AtomicBool>,
    /// Dropped, it ends what sounds and keeps what has not begun from beginning.
    playing: Option<Sender<()>>,
}

impl Speaker {
    pub(crate) fn new(handle: Handle) -> Self {
        Self { handle, busy: Arc::default(), playing: None }
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
        let (playing, stopped) = channel();
        self.playing = Some(playing);
        let busy = self.busy.clone();
        let work = move || {
            if !takes_turn(&busy) {
                return;
            }
            // Past the deadline nobody listens any more.
            let _ = done.send(with_device(what, &stopped));
            busy.store(false, Ordering::SeqCst);
        };
        if let Err(error) = thread::Builder::new().name("speaker".to_owned()).spawn(work) {
            tracing::warn!(%error, "no thread for the audio device");
        }
        let handle = self.handle.clone();
        tauri::async_runtime::spawn(async move {
            let outcome = tokio::time::timeout(DEADLINE + LONGEST, outcome).await;
            let outcome = outcome.ok().and_then(Result::ok).unwrap_or(Err(SpeakerFailure::TimedOut));
            handle.tick(Tick::Speaker(outcome)).await;
        });
    }
}

/// Waits for whoever is with the device; gives up at the deadline.
fn takes_turn(busy: &AtomicBool) -> bool {
    let asked = Instant::now();
    while busy.swap(true, Ordering::SeqCst) {
        if asked.elapsed() > DEADLINE {
            return false;
        }
        thread::sleep(LOOK);
    }
    true
}

/// Meets the device. It may hang anywhere.
fn with_device(what: Use, stopped: &Receiver<()>) -> Result<(), SpeakerFailure> {
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

fn sound(device: DeviceSinkBuilder, asked: Instant, stopped: &Receiver<()>) -> Result<(), SpeakerFailure> {
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
