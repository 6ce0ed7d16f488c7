//! The demo camera: a drawn street in a loop, so that *Try it* has a picture. Drawn and coded by `demo/draw.py`.

use std::time::{Duration, Instant};

use bytes::Bytes;
use mp4_atom::{Avc1, Avcc, Encode as _, Visual};
use tokio::time::{MissedTickBehavior, interval};

use crate::fragment::{Muxer, Sample, VideoTrack};
use crate::problem::Problem;
use crate::stage::Stage;

/// H.264 as a byte stream (ITU-T H.264 annex B), with an access unit delimiter before each picture.
static LOOP: &[u8] = include_bytes!("../demo/street.h264");
const WIDTH: u16 = 1_280;
const HEIGHT: u16 = 720;
/// Units of time a second, as RTP counts video.
const TIMESCALE: u32 = 90_000;
/// Pictures a second.
const PICTURES: u32 = 15;

/// Kinds of NAL units (ITU-T H.264 table 7-1).
const KEY: u8 = 5;
const SPS: u8 = 7;
const PPS: u8 = 8;
const DELIMITER: u8 = 9;

/// Shows the loop until it is dropped.
pub(crate) async fn play(stage: &Stage) -> Problem {
    let Some((track, pictures)) = read(LOOP) else { return Problem::Garbage };
    let Ok((mut muxer, format)) = Muxer::new(&track, None) else { return Problem::UnknownCodec };
    let mut beat = interval(Duration::from_secs(1) / PICTURES);
    // A computer that slept has not seen what was drawn meanwhile.
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    stage.begin(format);
    for (number, picture) in (0..).zip(pictures.iter().cycle()) {
        beat.tick().await;
        let at = i64::from(TIMESCALE / PICTURES) * number;
        let sample = Sample { data: &picture.data, at, key: picture.key };
        match muxer.video(sample) {
            Ok(Some(fragment)) => stage.show(fragment, picture.key, true, Instant::now()),
            Ok(None) => {}
            Err(_) => return Problem::Garbage,
        }
    }
    Problem::Ended
}

/// A picture, as a file holds it: each unit after its length.
struct Picture {
    data: Bytes,
    key: bool,
}

/// How the stream is coded, and its pictures.
fn read(stream: &[u8]) -> Option<(VideoTrack, Vec<Picture>)> {
    let (mut sps, mut pps) = (None, None);
    let mut pictures: Vec<(Vec<u8>, bool)> = Vec::new();
    for unit in units(stream) {
        match unit.first()? & 0x1f {
            DELIMITER => pictures.push((Vec::new(), false)),
            SPS => sps = Some(unit),
            PPS => pps = Some(unit),
            kind => {
                let (data, key) = pictures.last_mut()?;
                data.extend_from_slice(&u32::try_from(unit.len()).ok()?.to_be_bytes());
                data.extend_from_slice(unit);
                *key |= kind == KEY;
            }
        }
    }
    let pictures = pictures.into_iter().map(|(data, key)| Picture { data: data.into(), key }).collect();
    Some((track(sps?, pps?)?, pictures))
}

fn track(sps: &[u8], pps: &[u8]) -> Option<VideoTrack> {
    let &[_, profile, constraints, level, ..] = sps else { return None };
    let avc1 = Avc1 {
        visual: Visual { data_reference_index: 1, width: WIDTH, height: HEIGHT, ..Visual::default() },
        avcc: Avcc::new(sps, pps).ok()?,
        ..Avc1::default()
    };
    let mut sample_entry = Vec::new();
    avc1.encode(&mut sample_entry).ok()?;
    let codec = format!("avc1.{profile:02x}{constraints:02x}{level:02x}");
    Some(VideoTrack { codec, sample_entry, width: WIDTH, height: HEIGHT, timescale: TIMESCALE })
}

/// What stands between the start codes.
fn units(stream: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut starts = stream.windows(3).enumerate().filter(|(_, three)| *three == [0, 0, 1]).map(|(at, _)| at + 3);
    let mut start = starts.next();
    std::iter::from_fn(move || {
        let from = start?;
        start = starts.next();
        let to = start.map_or(stream.len(), |next| next - 3);
        let end = stream[from..to].iter().rposition(|byte| *byte != 0).map_or(from, |last| from + last + 1);
        Some(&stream[from..end])
    })
}

#[cfg(test)]
mod tests {
    use mp4_atom::{Decode as _, Moof};
    use proptest::prelude::*;

    use super::*;
    use crate::fragment::Sample;

    /// The fragments that come of frames, each with the time at which it begins.
    fn fragments(frames: &[(Vec<u8>, i64, bool)]) -> Vec<u64> {
        let (track, _) = read(LOOP).expect("a stream");
        let (mut muxer, _) = Muxer::new(&track, None).expect("a format");
        let made = frames.iter().filter_map(|(data, at, key)| {
            let fragment = muxer.video(Sample { data, at: *at, key: *key }).expect("no frame is too large")?;
            let moof = Moof::decode(&mut fragment.as_ref()).expect("a fragment");
            let begins = moof.traf[0].trun[0].data_offset.and_then(|offset| usize::try_from(offset).ok());
            assert_eq!(&fragment[begins.expect("an offset")..], data.as_slice(), "the frame as it came");
            moof.traf[0].tfdt.as_ref().map(|time| time.base_media_decode_time)
        });
        made.collect()
    }

    proptest! {
        /// proves: S2
        #[test]
        fn whatever_frames_come_at_whatever_times_what_is_made_goes_forward(
            frames in proptest::collection::vec(
                (proptest::collection::vec(any::<u8>(), 0..64), any::<i64>(), any::<bool>()),
                0..40,
            ),
        ) {
            let times = fragments(&frames);
            prop_assert!(times.windows(2).all(|two| two[0] < two[1]), "{times:?}");
        }
    }

    /// proves: S2
    #[test]
    fn nothing_is_shown_before_a_key_frame_and_nothing_twice() {
        let frame = |at, key| (vec![1, 2, 3], at, key);
        let frames =
            [frame(0, false), frame(6_000, true), frame(12_000, false), frame(12_000, false), frame(9_000, false)];
        assert_eq!(fragments(&frames), [0, 6_000]);
    }

    /// proves: S2
    #[test]
    fn the_loop_begins_with_a_key_frame_and_lasts_twelve_seconds() {
        let (track, pictures) = read(LOOP).expect("a stream");
        assert!(track.codec.starts_with("avc1."), "{}", track.codec);
        assert_eq!(pictures.len(), 12 * 15);
        assert!(pictures[0].key);
        assert!(pictures.iter().filter(|picture| picture.key).count() >= 6, "a viewer waits two seconds at most");
    }
}
