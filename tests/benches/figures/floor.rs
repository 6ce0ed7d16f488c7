//! The floor of everything that must be durable before it is acknowledged: one `fdatasync` of 512 bytes, and one round
//! trip over the loopback address.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::thread;

use anyhow::Result;

use crate::statistics::Samples;

/// What is written and synced.
const BLOCK: [u8; 512] = [0x4D; 512];
/// The preallocated file, which is overwritten from its start again and again.
const BLOCKS: u64 = 2_048;
/// A small question and a small answer.
const MESSAGE: [u8; 64] = [0x4D; 64];

/// The floor over one file system.
pub(crate) struct Floor {
    preallocated: File,
    growing: File,
    peer: TcpStream,
    next: u64,
    /// `fdatasync` after overwriting 512 bytes of a preallocated file.
    pub(crate) overwrite: Samples,
    /// `fdatasync` after appending 512 bytes.
    pub(crate) append: Samples,
    /// The round trip.
    pub(crate) trip: Samples,
    /// Overwriting, and a round trip: what ratios are taken of.
    pub(crate) whole: Samples,
}

impl Floor {
    /// Files in `folder`, which has to lie where the measured program keeps its own.
    pub(crate) fn new(folder: &Path) -> Result<Self> {
        let path = folder.join("preallocated");
        let size = usize::try_from(BLOCKS)? * BLOCK.len();
        fs::write(&path, vec![1; size])?;
        let preallocated = File::options().write(true).open(path)?;
        preallocated.sync_all()?;
        let growing = File::options().create(true).append(true).open(folder.join("growing"))?;
        let (overwrite, append, trip, whole) = Default::default();
        Ok(Self { preallocated, growing, peer: echo()?, next: 0, overwrite, append, trip, whole })
    }

    /// One sample of each.
    pub(crate) fn sample(&mut self) -> Result<()> {
        let offset = self.next % BLOCKS * u64::try_from(BLOCK.len())?;
        self.next += 1;
        let mut both = Samples::default();
        both.time(|| {
            self.overwrite.time(|| {
                self.preallocated.write_all_at(&BLOCK, offset)?;
                self.preallocated.sync_data()
            })?;
            self.trip.time(|| {
                self.peer.write_all(&MESSAGE)?;
                self.peer.read_exact(&mut [0; MESSAGE.len()])
            })
        })?;
        self.whole.push(both.p50());
        self.append.time(|| {
            (&self.growing).write_all(&BLOCK)?;
            self.growing.sync_data()
        })?;
        Ok(())
    }

    /// What it is made of, in milliseconds.
    pub(crate) fn note(&self) -> String {
        format!(
            "floor {:.2} ms = fdatasync {:.2} (overwriting; appending {:.2}) + loopback trip {:.2}",
            self.whole.p50(),
            self.overwrite.p50(),
            self.append.p50(),
            self.trip.p50()
        )
    }
}

/// A peer that sends back what it is sent, for as long as the other side is open.
fn echo() -> Result<TcpStream> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let near = TcpStream::connect(listener.local_addr()?)?;
    let (mut far, _) = listener.accept()?;
    near.set_nodelay(true)?;
    far.set_nodelay(true)?;
    thread::spawn(move || {
        let mut message = MESSAGE;
        while far.read_exact(&mut message).and_then(|()| far.write_all(&message)).is_ok() {}
    });
    Ok(near)
}
