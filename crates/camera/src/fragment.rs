//! Fragmented MP4 (ISO/IEC 14496-12 §8.8): one beginning that says how pictures and sound are coded, then one fragment
//! for each frame. Pure: bytes and times in, bytes out.

use std::collections::VecDeque;

use bytes::Bytes;
use mp4_atom::{
    Codec, Decode as _, Dinf, Dref, DrefEntry, Encode as _, FourCC, Ftyp, Hdlr, Mdhd, Mdia, Mfhd, Minf, Moof, Moov,
    Mvex, Mvhd, Smhd, Stbl, Stsd, Tfdt, Tfhd, Tkhd, Traf, Trak, Trex, Trun, TrunEntry, Url, Vmhd,
};

const VIDEO: u32 = 1;
const AUDIO: u32 = 2;

/// Bytes of one frame: an uncompressed 4K picture would be more, a compressed one never is.
const MOST_OF_FRAME: usize = 8 << 20;
/// ISO/IEC 14496-12 §8.8.3.1: this frame depends on no other, and is a place to begin.
const BEGINS: u32 = 0x0200_0000;
/// This frame depends on others, and is no place to begin.
const DEPENDS: u32 = 0x0101_0000;
/// How many steps between frames are looked back at.
const STEPS: usize = 16;
/// Frames a second, until two frames have said so.
const FIRST_GUESS: i64 = 10;
/// Frames of a camera that says nothing for this many seconds are not what was announced.
const LONGEST_STEP_S: i64 = 2;

/// How pictures are coded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VideoTrack {
    /// As in RFC 6381.
    pub codec: String,
    /// The sample entry, as it stands in the file.
    pub sample_entry: Vec<u8>,
    /// Pixels across.
    pub width: u16,
    /// Pixels down.
    pub height: u16,
    /// Units of time a second.
    pub timescale: u32,
}

/// How sound is coded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AudioTrack {
    /// As in RFC 6381.
    pub codec: String,
    /// The sample entry, as it stands in the file.
    pub sample_entry: Vec<u8>,
    /// Units of time a second.
    pub timescale: u32,
}

/// What a player is told before the first fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Format {
    /// The media type, with its codecs.
    pub mime: String,
    /// The beginning of the file.
    pub init: Bytes,
    /// Whether there is sound in it.
    pub sound: bool,
}

/// One frame.
#[derive(Clone, Copy, Debug)]
pub struct Sample<'a> {
    /// The coded frame.
    pub data: &'a [u8],
    /// When it is shown, in its track's units since a moment that the camera chose.
    pub at: i64,
    /// Whether it depends on no other.
    pub key: bool,
}

/// Why there is no fragment.
#[derive(Debug, thiserror::Error)]
pub enum FragmentError {
    /// A sample entry is not what it says.
    #[error("how the stream is coded cannot be understood")]
    SampleEntry,
    /// A clock without units.
    #[error("the stream's clock stands still")]
    Timescale,
    /// A frame that is larger than frames are.
    #[error("a frame of {0} bytes")]
    TooLarge(usize),
    /// It could not be written.
    #[error("a fragment could not be written: {0}")]
    Write(#[from] mp4_atom::Error),
}

/// Makes fragments of frames.
#[derive(Debug)]
pub struct Muxer {
    sequence: u32,
    video: Lane,
    audio: Option<Lane>,
    /// The first picture's time: there the file begins.
    origin: Option<i64>,
}

#[derive(Debug)]
struct Lane {
    timescale: i64,
    last: Option<i64>,
    steps: VecDeque<i64>,
}

impl Muxer {
    /// Begins a file.
    pub fn new(video: &VideoTrack, audio: Option<&AudioTrack>) -> Result<(Self, Format), FragmentError> {
        let mut init = Vec::new();
        let ftyp = Ftyp {
            major_brand: FourCC::new(b"iso6"),
            minor_version: 0,
            compatible_brands: vec![FourCC::new(b"iso6"), FourCC::new(b"cmfc"), FourCC::new(b"mp41")],
        };
        ftyp.encode(&mut init)?;
        let mut trak = vec![video_trak(video)?];
        let mut trex = vec![trex(VIDEO)];
        let mut codecs = video.codec.clone();
        if let Some(audio) = audio {
            trak.push(audio_trak(audio)?);
            trex.push(self::trex(AUDIO));
            codecs = format!("{codecs}, {}", audio.codec);
        }
        let mvhd = Mvhd { timescale: 1_000, next_track_id: AUDIO + 1, rate: 1.into(), ..Mvhd::default() };
        Moov { mvhd, trak, mvex: Some(Mvex { mehd: None, trex }), ..Moov::default() }.encode(&mut init)?;
        let mime = format!("video/mp4; codecs=\"{codecs}\"");
        let muxer = Self {
            sequence: 0,
            video: Lane::new(video.timescale)?,
            audio: audio.map(|audio| Lane::new(audio.timescale)).transpose()?,
            origin: None,
        };
        Ok((muxer, Format { mime, init: init.into(), sound: audio.is_some() }))
    }

    /// A fragment with one picture. `None`: it is older than the one before, or no file begins with it.
    pub fn video(&mut self, sample: Sample<'_>) -> Result<Option<Bytes>, FragmentError> {
        if self.origin.is_none() && !sample.key {
            return Ok(None);
        }
        let at = sample.at.saturating_sub(*self.origin.get_or_insert(sample.at));
        let Some(duration) = self.video.step_to(at) else { return Ok(None) };
        let flags = if sample.key { BEGINS } else { DEPENDS };
        self.fragment(VIDEO, at, duration, flags, sample.data).map(Some)
    }

    /// A fragment with one frame of sound, that lasts `duration` of its track's units. `None`: it is older than the one
    /// before, than the first picture, or there is no track for it.
    pub fn audio(&mut self, data: &[u8], at: i64, duration: u32) -> Result<Option<Bytes>, FragmentError> {
        let (Some(lane), Some(origin)) = (&mut self.audio, self.origin) else { return Ok(None) };
        let at = at.saturating_sub(origin.saturating_mul(lane.timescale) / self.video.timescale);
        if lane.step_to(at).is_none() {
            return Ok(None);
        }
        self.fragment(AUDIO, at, duration, BEGINS, data).map(Some)
    }

    fn fragment(
        &mut self,
        track_id: u32,
        at: i64,
        duration: u32,
        flags: u32,
        data: &[u8],
    ) -> Result<Bytes, FragmentError> {
        if data.len() > MOST_OF_FRAME {
            return Err(FragmentError::TooLarge(data.len()));
        }
        self.sequence = self.sequence.wrapping_add(1);
        let size = u32::try_from(data.len()).map_err(|_| FragmentError::TooLarge(data.len()))?;
        let entry = TrunEntry { duration: Some(duration), size: Some(size), flags: Some(flags), cts: None };
        let mut moof = Moof {
            mfhd: Mfhd { sequence_number: self.sequence },
            traf: vec![Traf {
                tfhd: Tfhd { track_id, default_base_is_moof: true, ..Tfhd::default() },
                tfdt: Some(Tfdt { base_media_decode_time: at.unsigned_abs() }),
                trun: vec![Trun { data_offset: Some(0), samples: vec![entry].into() }],
                ..Traf::default()
            }],
        };
        let mut out = Vec::with_capacity(data.len() + 128);
        moof.encode(&mut out)?;
        // The frame begins after the fragment's head and the eight bytes of its own box.
        moof.traf[0].trun[0].data_offset = i32::try_from(out.len() + 8).ok();
        out.clear();
        moof.encode(&mut out)?;
        out.extend_from_slice(&(size + 8).to_be_bytes());
        out.extend_from_slice(b"mdat");
        out.extend_from_slice(data);
        Ok(out.into())
    }
}

impl Lane {
    fn new(timescale: u32) -> Result<Self, FragmentError> {
        if timescale == 0 {
            return Err(FragmentError::Timescale);
        }
        Ok(Self { timescale: timescale.into(), last: None, steps: VecDeque::with_capacity(STEPS) })
    }

    /// Goes on to a frame, and says for how long it is announced: as long as the longest of the latest steps. A player
    /// takes a step of more than twice what was announced for a break, and shows nothing up to the next key frame; too
    /// long an announcement costs nothing, since the next frame ends it. `None`: time does not go on.
    fn step_to(&mut self, at: i64) -> Option<u32> {
        if at < 0 {
            return None;
        }
        if let Some(last) = self.last {
            let step = at.checked_sub(last).filter(|step| *step > 0)?;
            if self.steps.len() == STEPS {
                self.steps.pop_front();
            }
            self.steps.push_back(step);
        }
        self.last = Some(at);
        let longest = self.steps.iter().max().copied().unwrap_or(self.timescale / FIRST_GUESS);
        u32::try_from(longest.clamp(1, self.timescale * LONGEST_STEP_S)).ok()
    }
}

fn trex(track_id: u32) -> Trex {
    Trex { track_id, default_sample_description_index: 1, ..Trex::default() }
}

fn video_trak(video: &VideoTrack) -> Result<Trak, FragmentError> {
    let minf = Minf { vmhd: Some(Vmhd::default()), ..minf(&video.sample_entry)? };
    let tkhd = Tkhd { width: video.width.into(), height: video.height.into(), ..tkhd(VIDEO) };
    Ok(trak(tkhd, b"vide", video.timescale, minf))
}

fn audio_trak(audio: &AudioTrack) -> Result<Trak, FragmentError> {
    let minf = Minf { smhd: Some(Smhd::default()), ..minf(&audio.sample_entry)? };
    Ok(trak(Tkhd { volume: 1.into(), ..tkhd(AUDIO) }, b"soun", audio.timescale, minf))
}

fn tkhd(track_id: u32) -> Tkhd {
    Tkhd { track_id, enabled: true, in_movie: true, ..Tkhd::default() }
}

fn trak(tkhd: Tkhd, handler: &[u8; 4], timescale: u32, minf: Minf) -> Trak {
    let mdhd = Mdhd { timescale, language: "und".to_owned(), ..Mdhd::default() };
    let hdlr = Hdlr { handler: FourCC::new(handler), name: String::new() };
    Trak { tkhd, mdia: Mdia { mdhd, hdlr, minf }, ..Trak::default() }
}

fn minf(mut sample_entry: &[u8]) -> Result<Minf, FragmentError> {
    let codec = Codec::decode(&mut sample_entry).map_err(|_| FragmentError::SampleEntry)?;
    let here = Url { location: String::new() };
    let dinf = Dinf { dref: Dref { entries: vec![DrefEntry::Url(here)] } };
    Ok(Minf { dinf, stbl: Stbl { stsd: Stsd { codecs: vec![codec] }, ..Stbl::default() }, ..Minf::default() })
}
