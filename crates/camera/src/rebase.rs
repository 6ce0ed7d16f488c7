//! A part of a stream made into a file that begins at zero: what a player shows as its time is then the time of the part.

use mp4_atom::{Atom as _, Decode as _, FourCC, Moof, Moov, Tfdt, Tfhd, Traf};

/// Boxes without what they hold.
const HEAD: usize = 8;
/// Version and flags of a box (ISO/IEC 14496-12 §4.2).
const FULL: usize = 4;

/// Takes the time of the first fragment's track off every fragment (§8.8.12), in the file itself. What is no fragmented file,
/// or only in part, stays as it is.
pub fn begin_at_zero(file: &mut [u8]) {
    let Some(scales) = scales(file) else { return };
    let mut first = None;
    let mut moofs = vec![];
    for (kind, from, to) in boxes(file, 0, file.len()) {
        if kind == Moof::KIND {
            moofs.extend(times(file, from, to));
        }
    }
    for (track, at, long) in moofs {
        let scale = |track| scales.iter().find(|(known, _)| *known == track).map(|(_, scale)| u128::from(*scale));
        let Some(own) = scale(track).filter(|scale| *scale > 0) else { continue };
        let Some(time) = read(file, at, long) else { continue };
        let (began, of) = *first.get_or_insert((u128::from(time), own));
        let passed = u64::try_from(began * own / of).unwrap_or(u64::MAX);
        write(file, at, long, time.saturating_sub(passed));
    }
}

/// How many units of time a second each track has.
fn scales(file: &[u8]) -> Option<Vec<(u32, u32)>> {
    let (_, from, to) = boxes(file, 0, file.len()).into_iter().find(|(kind, ..)| *kind == Moov::KIND)?;
    let moov = Moov::decode(&mut file.get(from - HEAD..to)?).ok()?;
    Some(moov.trak.iter().map(|trak| (trak.tkhd.track_id, trak.mdia.mdhd.timescale)).collect())
}

/// Of each track in a fragment: its number, where its time stands, and whether that is a long one.
fn times(file: &[u8], from: usize, to: usize) -> Vec<(u32, usize, bool)> {
    let trafs = boxes(file, from, to).into_iter().filter(|(kind, ..)| *kind == Traf::KIND);
    trafs
        .filter_map(|(_, from, to)| {
            let all = boxes(file, from, to);
            let of = |kind: FourCC| all.iter().find(|(known, ..)| *known == kind).map(|(_, from, _)| *from);
            let track = file.get(of(Tfhd::KIND)? + FULL..)?.first_chunk()?;
            let time = of(Tfdt::KIND)?;
            Some((u32::from_be_bytes(*track), time + FULL, *file.get(time)? == 1))
        })
        .collect()
}

fn read(file: &[u8], at: usize, long: bool) -> Option<u64> {
    let bytes = file.get(at..)?;
    if long {
        bytes.first_chunk().map(|bytes| u64::from_be_bytes(*bytes))
    } else {
        bytes.first_chunk().map(|bytes| u64::from(u32::from_be_bytes(*bytes)))
    }
}

fn write(file: &mut [u8], at: usize, long: bool, time: u64) {
    let bytes = time.to_be_bytes();
    let bytes = if long { &bytes[..] } else { &bytes[4..] };
    if let Some(there) = file.get_mut(at..at + bytes.len()) {
        there.copy_from_slice(bytes);
    }
}

/// The boxes side by side in a part of the file: what each is, and from where to where what it holds.
fn boxes(file: &[u8], mut at: usize, end: usize) -> Vec<(FourCC, usize, usize)> {
    let mut found = vec![];
    while let Some(head) = file.get(at..end).and_then(<[u8]>::first_chunk::<HEAD>) {
        let [a, b, c, d, kind @ ..] = *head;
        let size = usize::try_from(u32::from_be_bytes([a, b, c, d])).unwrap_or(usize::MAX);
        let Some(next) = at.checked_add(size).filter(|next| size >= HEAD && *next <= end) else { break };
        found.push((FourCC::new(&kind), at + HEAD, next));
        at = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fragment::{Muxer, Sample, VideoTrack};
    use crate::sound::{Law, Recoder};

    /// Pictures and sound from `skipped` frames on, and the same from the beginning.
    fn file(skipped: usize) -> (Vec<u8>, Vec<u8>) {
        let audio = Recoder::new(Law::Mu, 8_000).and_then(|recoder| recoder.track()).expect("a track");
        let video = VideoTrack {
            codec: "avc1.42c01f".to_owned(),
            sample_entry: audio.sample_entry.clone(),
            width: 640,
            height: 360,
            timescale: 90_000,
        };
        let (mut muxer, format) = Muxer::new(&video, Some(&audio)).expect("a file");
        let (mut all, mut part) = (format.init.to_vec(), format.init.to_vec());
        for frame in 0..30 {
            let at = 1_000 + i64::try_from(frame).expect("few") * 6_000;
            let sample = Sample { data: b"picture", at, key: true };
            let picture = muxer.video(sample).expect("written").expect("it goes on");
            let sound = muxer.audio(b"sound", at * 8_000 / 90_000, 533).expect("written");
            for fragment in std::iter::once(picture).chain(sound) {
                all.extend(&fragment);
                if frame >= skipped {
                    part.extend(&fragment);
                }
            }
        }
        (all, part)
    }

    fn times_in(file: &[u8]) -> Vec<(u32, u64)> {
        let moofs = boxes(file, 0, file.len()).into_iter().filter(|(kind, ..)| *kind == Moof::KIND);
        let tracks = moofs.flat_map(|(_, from, to)| times(file, from, to));
        tracks.map(|(track, at, long)| (track, read(file, at, long).expect("a time"))).collect()
    }

    /// proves: S4
    #[test]
    fn a_part_of_a_stream_begins_at_zero_and_sound_and_picture_stay_together() {
        let (_, mut part) = file(15);
        let before = times_in(&part);
        let length = part.len();
        begin_at_zero(&mut part);
        let after = times_in(&part);
        assert_eq!((after[0], after[2], part.len()), ((1, 0), (1, 6_000), length));
        assert!(before[0].1 >= 90_000, "it was in the middle");
        for ((track, before), (_, after)) in before.iter().zip(&after) {
            let taken = if *track == 1 { 90_000 } else { 8_000 };
            assert_eq!(before - after, taken, "one second of track {track}");
        }
    }

    /// proves: S4
    #[test]
    fn a_whole_stream_stays_as_it_is() {
        let (mut all, _) = file(0);
        let before = all.clone();
        begin_at_zero(&mut all);
        assert_eq!(all, before);
    }

    proptest! {
        /// proves: S4
        #[test]
        fn what_is_damaged_does_no_harm(cut in 0usize..4_000, at in 0usize..4_000, byte in any::<u8>()) {
            let (_, mut part) = file(15);
            part.truncate(cut.max(1));
            let at = at % part.len();
            part[at] = byte;
            let length = part.len();
            begin_at_zero(&mut part);
            prop_assert_eq!(part.len(), length);
        }
    }
}
