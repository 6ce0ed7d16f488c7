//! Other programs that watch a camera: GStreamer, and ffmpeg, whose player shows what it decodes. Each decodes the picture
//! and hands over its upper left corner, in which the camera has written when the picture was made.

use std::io::Read as _;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use mayday_tests::World;

use crate::start::pss_kib;
use crate::statistics::{Samples, ms};

/// As the camera draws its mark.
const SQUARE: usize = 16;
const BITS: usize = 24;
const WIDTH: usize = SQUARE * BITS;
/// A picture that was made before is none.
const OLDEST_MS: f64 = 20_000.0;
/// Pictures that are waited for.
const MOST: usize = 600;
/// The camera's picture.
pub(crate) const PICTURE: (usize, usize) = (1_280, 720);

/// A program that watches.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Viewer {
    GStreamer,
    Ffmpeg,
}

/// One that is watching. Dropped, it ends.
pub(crate) struct Watching {
    process: Child,
    began: Instant,
}

impl Viewer {
    fn command(self, address: &str) -> Command {
        match self {
            Self::GStreamer => {
                let (right, bottom) = (PICTURE.0 - WIDTH, PICTURE.1 - SQUARE);
                let corner =
                    format!("videocrop right={right} bottom={bottom} ! video/x-raw,format=GRAY8 ! fdsink sync=false");
                let mut command = Command::new("gst-launch-1.0");
                command.arg("-q").args(words(&format!("{} ! videoconvert ! {corner}", decoded(address))));
                command
            }
            Self::Ffmpeg => {
                let mut command = Command::new("ffmpeg");
                command.args(["-v", "error", "-rtsp_transport", "tcp", "-fflags", "nobuffer", "-flags", "low_delay"]);
                command.args(["-i", address, "-an", "-vf", &format!("crop={WIDTH}:{SQUARE}:0:0,format=gray")]);
                command.args(["-f", "rawvideo", "-flush_packets", "1", "-"]);
                command
            }
        }
    }

    /// What its program takes to start and to decode one picture that is there already.
    fn bare(self) -> Command {
        let line = match self {
            Self::GStreamer => "gst-launch-1.0 -q videotestsrc num-buffers=1 ! videoconvert ! fakesink",
            Self::Ffmpeg => "ffmpeg -v error -f lavfi -i color=size=384x16 -frames:v 1 -f null -",
        };
        let mut all = words(line).into_iter();
        let mut command = Command::new(all.next().unwrap_or_default());
        command.args(all);
        command
    }

    /// How long the program takes without a camera.
    pub(crate) fn starts(self) -> Result<f64> {
        let began = Instant::now();
        self.bare().stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        Ok(ms(began.elapsed()))
    }

    /// How long it takes from its start to its first picture, and how far each of the `count` after it is behind. What it
    /// makes of pictures whose key frame it has not got is none: its mark is of another time.
    pub(crate) fn watch(self, address: &str, count: usize, behind: &mut Samples) -> Result<f64> {
        let (mut watching, mut told) = Watching::start(self.command(address))?;
        let mut corner = [0; WIDTH * SQUARE];
        let (mut first, mut seen) = (None, 0);
        for _ in 0..MOST {
            told.read_exact(&mut corner).with_context(|| format!("{self:?} stops"))?;
            let age = since(made_ms(&corner))?;
            if age > OLDEST_MS {
                continue;
            }
            first = first.or(Some(ms(watching.began.elapsed())));
            behind.push(age);
            seen += 1;
            if seen > count {
                break;
            }
        }
        watching.end();
        first.with_context(|| format!("{self:?} shows no picture"))
    }
}

impl Watching {
    fn start(mut command: Command) -> Result<(Self, ChildStdout)> {
        let began = Instant::now();
        let mut process = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let told = process.stdout.take().context("its output was asked for")?;
        Ok((Self { process, began }, told))
    }

    /// One GStreamer that draws so many streams in the world's screen, by this element.
    pub(crate) fn drawing(world: &World, addresses: &[String], sink: &str) -> Result<Self> {
        let streams =
            addresses.iter().map(|address| format!("{} ! videoconvert ! {sink} sync=false", decoded(address)));
        let mut command = world.command("gst-launch-1.0").into_std();
        command.arg("-q").args(words(&streams.collect::<Vec<_>>().join(" ")));
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        Ok(Self { process, began: Instant::now() })
    }

    /// One that takes what the camera sends and looks at nothing: a camera is never started for who comes second.
    pub(crate) fn idly(address: &str) -> Result<Self> {
        let line = format!("gst-launch-1.0 -q rtspsrc location={address} protocols=tcp ! fakesink");
        let mut all = words(&line).into_iter();
        let mut command = Command::new(all.next().unwrap_or_default());
        let process = command.args(all).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        Ok(Self { process, began: Instant::now() })
    }

    /// Its memory in MiB.
    pub(crate) fn mib(&self) -> Result<f64> {
        Ok(pss_kib(&Path::new("/proc").join(self.process.id().to_string()))? / 1_024.0)
    }

    /// Its process.
    pub(crate) fn pid(&self) -> u32 {
        self.process.id()
    }

    fn end(&mut self) {
        // An error says that it has ended, which is what is wanted.
        let _ = self.process.kill().and_then(|()| self.process.wait());
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.end();
    }
}

/// GStreamer's own way to a decoded picture, with no wait for others.
fn decoded(address: &str) -> String {
    format!("rtspsrc location={address} protocols=tcp latency=0 ! rtph264depay ! h264parse ! avdec_h264")
}

fn words(line: &str) -> Vec<String> {
    line.split_whitespace().map(str::to_owned).collect()
}

/// When a picture was made, as its corner says.
fn made_ms(corner: &[u8]) -> u64 {
    let row = &corner[WIDTH * SQUARE / 2..];
    (0..BITS).fold(0, |mark, bit| mark * 2 + u64::from(row[bit * SQUARE + SQUARE / 2] > 128))
}

/// Milliseconds since then. The mark goes around after four and a half hours.
fn since(made_ms: u64) -> Result<f64> {
    let around = 1 << BITS;
    let now = u64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis())? % around;
    Ok(f64::from(u32::try_from((now + around - made_ms) % around)?))
}
