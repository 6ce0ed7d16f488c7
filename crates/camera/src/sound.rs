//! Sound as cameras send it, made into sound that a window plays. G.711 (ITU-T), which most cameras speak, is in no file
//! that a player takes: its samples become FLAC (RFC 9639), without loss.

use audio_codec_algorithms::{decode_alaw, decode_ulaw};
use bytes::Bytes;
use flacenc::bitsink::ByteSink;
use flacenc::component::{BitRepr as _, StreamInfo};
use flacenc::config;
use flacenc::encode_fixed_size_frame;
use flacenc::error::{Verified, Verify as _};
use flacenc::source::{Fill as _, FrameBuf};
use mp4_atom::{Audio, Codec, Dfla, Encode as _, Flac, FlacMetadataBlock};

use crate::fragment::AudioTrack;

/// Samples of a FLAC frame: 64 ms at 8 kHz, by which the sound is later.
const BLOCK: usize = 512;
/// A gap or an overlap of fewer samples is a camera's clock, not a loss: 20 ms at 8 kHz.
const SLACK: i64 = 160;
const BITS: usize = 16;
/// FLAC counts frames in 31 bits.
const FRAMES: usize = 1 << 31;

/// How a camera writes a sample down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Law {
    /// µ-law.
    Mu,
    /// A-law.
    A,
}

impl Law {
    /// By its name in a session description (RFC 3551 §6).
    pub(crate) fn named(encoding: &str) -> Option<Self> {
        match encoding {
            "pcmu" => Some(Self::Mu),
            "pcma" => Some(Self::A),
            _ => None,
        }
    }

    fn decode(self, byte: u8) -> i16 {
        match self {
            Self::Mu => decode_ulaw(byte),
            Self::A => decode_alaw(byte),
        }
    }
}

/// A frame of sound.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) data: Bytes,
    /// When it begins, in samples since a moment that the camera chose.
    pub(crate) at: i64,
    /// How many samples it has.
    pub(crate) length: u32,
}

/// Makes FLAC of G.711, one channel.
pub(crate) struct Recoder {
    law: Law,
    config: Verified<config::Encoder>,
    info: StreamInfo,
    block: FrameBuf,
    waiting: Vec<i32>,
    /// When the first sample that waits was heard.
    at: i64,
    count: usize,
}

impl Recoder {
    /// `rate`: samples a second. `None`: FLAC has no such rate.
    pub(crate) fn new(law: Law, rate: u32) -> Option<Self> {
        let rate = usize::try_from(rate).ok().filter(|rate| *rate > 0)?;
        let mut config = config::Encoder::default();
        config.multithread = false;
        Some(Self {
            law,
            config: config.into_verified().ok()?,
            info: StreamInfo::new(rate, 1, BITS).ok()?,
            block: FrameBuf::with_size(1, BLOCK).ok()?,
            waiting: Vec::with_capacity(2 * BLOCK),
            at: 0,
            count: 0,
        })
    }

    /// How its frames are coded. `None`: the rate is not one that a file says.
    pub(crate) fn track(&self) -> Option<AudioTrack> {
        let rate = u32::try_from(self.info.sample_rate()).ok()?;
        let audio = Audio {
            data_reference_index: 1,
            channel_count: 1,
            sample_size: u16::try_from(BITS).ok()?,
            sample_rate: u16::try_from(rate).ok()?.into(),
        };
        let block = u16::try_from(BLOCK).ok()?;
        let info = FlacMetadataBlock::StreamInfo {
            minimum_block_size: block,
            maximum_block_size: block,
            // Zero: not known (RFC 9639 §8.2). So are the number of samples and the checksum of a stream that goes on.
            minimum_frame_size: [0; 3].into(),
            maximum_frame_size: [0; 3].into(),
            sample_rate: rate,
            num_channels_minus_one: 0,
            bits_per_sample_minus_one: u8::try_from(BITS - 1).ok()?,
            number_of_interchannel_samples: 0,
            md5_checksum: vec![0; 16],
        };
        let mut sample_entry = Vec::new();
        Codec::Flac(Flac { audio, dfla: Dfla { blocks: vec![info] } }).encode(&mut sample_entry).ok()?;
        Some(AudioTrack { codec: "fLaC".to_owned(), sample_entry, timescale: rate })
    }

    /// Takes what a camera sent, whose first sample was heard at `at`, and gives the frames that are full. What waits for a
    /// frame is given up where sound is missing.
    pub(crate) fn take(&mut self, sent: &[u8], at: i64) -> Vec<Frame> {
        let next = self.at.saturating_add(i64::try_from(self.waiting.len()).unwrap_or(i64::MAX));
        if self.waiting.is_empty() || at.saturating_sub(next).saturating_abs() > SLACK {
            self.waiting.clear();
            self.at = at;
        }
        self.waiting.extend(sent.iter().map(|byte| i32::from(self.law.decode(*byte))));
        let mut frames = Vec::new();
        while self.waiting.len() >= BLOCK {
            frames.extend(self.frame());
            self.waiting.drain(..BLOCK);
            self.at = self.at.saturating_add(i64::try_from(BLOCK).unwrap_or(i64::MAX));
        }
        frames
    }

    fn frame(&mut self) -> Option<Frame> {
        self.block.fill_interleaved(&self.waiting[..BLOCK]).ok()?;
        let frame = encode_fixed_size_frame(&self.config, &self.block, self.count, &self.info).ok()?;
        self.count = (self.count + 1) % FRAMES;
        let mut sink = ByteSink::new();
        frame.write(&mut sink).ok()?;
        Some(Frame { data: sink.into_inner().into(), at: self.at, length: u32::try_from(BLOCK).ok()? })
    }
}

impl std::fmt::Debug for Recoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Recoder").field("law", &self.law).field("at", &self.at).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recoder() -> Recoder {
        Recoder::new(Law::Mu, 8_000).expect("a rate that FLAC has")
    }

    /// proves: S2
    #[test]
    fn what_is_sent_in_packets_of_any_size_becomes_frames_of_one_size_without_a_gap() {
        let mut recoder = recoder();
        let (mut at, mut frames) = (7_000, vec![]);
        for size in [160, 1, 480, 240, 1_600, 33] {
            frames.extend(recoder.take(&vec![0x55; size], at));
            at += i64::try_from(size).expect("small");
        }
        let times: Vec<_> = frames.iter().map(|frame| (frame.at, frame.length)).collect();
        assert_eq!(times, [(7_000, 512), (7_512, 512), (8_024, 512), (8_536, 512)]);
    }

    /// proves: S2
    #[test]
    fn sound_that_is_missing_moves_what_follows_it_to_no_other_time() {
        let mut recoder = recoder();
        assert!(recoder.take(&[0x55; 500], 0).is_empty());
        // A clock that is a little off is followed; a loss is not.
        assert_eq!(recoder.take(&[0x55; 100], 520)[0].at, 0);
        let after = recoder.take(&[0x55; 600], 9_000);
        assert_eq!((after[0].at, after.len()), (9_000, 1));
    }

    /// proves: S2
    #[test]
    fn both_laws_say_silence_and_loudness_alike() {
        assert_eq!((Law::Mu.decode(0xff), Law::A.decode(0xd5)), (0, 8));
        assert_eq!((Law::Mu.decode(0x80), Law::A.decode(0xaa)), (32_124, 32_256));
        assert_eq!((Law::named("pcmu"), Law::named("pcma"), Law::named("g722")), (Some(Law::Mu), Some(Law::A), None));
    }

    /// proves: S2
    #[test]
    fn a_file_says_how_the_sound_is_coded() {
        let track = recoder().track().expect("a rate that a file says");
        assert_eq!((track.codec.as_str(), track.timescale), ("fLaC", 8_000));
        assert!(track.sample_entry.windows(4).any(|bytes| bytes == b"dfLa"));
        assert!(Recoder::new(Law::A, 0).is_none(), "a clock that stands still");
    }
}
