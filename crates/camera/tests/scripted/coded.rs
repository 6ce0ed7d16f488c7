//! Coded pictures: two H.264 streams of different size, cut into the pictures that a camera sends.
//!
//! `small.h264` is a test pattern of 320×180 in two slices a picture, a key frame every ten pictures:
//! `ffmpeg -f lavfi -i testsrc=size=320x180:rate=10 -frames:v 20 -c:v libx264 -profile:v baseline -pix_fmt yuv420p
//! -preset veryslow -crf 34 -bf 0 -x264-params
//! keyint=10:min-keyint=10:scenecut=0:aud=1:repeat-headers=1:slices=2 -bsf:v filter_units=remove_types=6 small.h264`

/// The kinds of units (ITU-T H.264 table 7-1) that are told apart here.
const KEY: u8 = 5;
const SPS: u8 = 7;
const PPS: u8 = 8;
const DELIMITER: u8 = 9;

/// A picture, as the units that a camera sends for it. A key frame brings its parameters along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Picture {
    pub(crate) units: Vec<Vec<u8>>,
    pub(crate) key: bool,
}

impl Picture {
    /// As a file holds it: each unit after its length, without the parameters, which stand at the file's beginning.
    pub(crate) fn in_a_file(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for unit in self.units.iter().filter(|unit| !is_parameter(unit)) {
            bytes.extend_from_slice(&u32::try_from(unit.len()).expect("a unit is short").to_be_bytes());
            bytes.extend_from_slice(unit);
        }
        bytes
    }

    /// The same picture, with nothing said about how it is coded.
    pub(crate) fn without_parameters(&self) -> Self {
        let units = self.units.iter().filter(|unit| !is_parameter(unit)).cloned().collect();
        Self { units, key: self.key }
    }
}

/// A coded stream.
#[derive(Debug)]
pub(crate) struct Coded {
    pub(crate) sps: Vec<u8>,
    pub(crate) pps: Vec<u8>,
    pub(crate) pictures: Vec<Picture>,
}

impl Coded {
    /// The demo's street: 1280×720, a key frame every thirty pictures.
    pub(crate) fn street() -> Self {
        Self::read(include_bytes!("../../demo/street.h264"))
    }

    /// 320×180, two slices a picture, a key frame every ten pictures.
    pub(crate) fn small() -> Self {
        Self::read(include_bytes!("small.h264"))
    }

    fn read(stream: &[u8]) -> Self {
        let (mut sps, mut pps) = (Vec::new(), Vec::new());
        let mut pictures: Vec<Picture> = Vec::new();
        for unit in units(stream) {
            match kind(unit) {
                DELIMITER => pictures.push(Picture { units: Vec::new(), key: false }),
                SPS => unit.clone_into(&mut sps),
                PPS => unit.clone_into(&mut pps),
                _ => {}
            }
            let picture = pictures.last_mut().expect("a delimiter comes first");
            picture.key |= kind(unit) == KEY;
            if kind(unit) != DELIMITER {
                picture.units.push(unit.to_vec());
            }
        }
        Self { sps, pps, pictures }
    }

    /// The key frames, in order.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &Picture> {
        self.pictures.iter().filter(|picture| picture.key)
    }
}

fn kind(unit: &[u8]) -> u8 {
    unit.first().expect("no unit is empty") & 0x1f
}

fn is_parameter(unit: &[u8]) -> bool {
    matches!(kind(unit), SPS | PPS)
}

/// What stands between the start codes.
fn units(stream: &[u8]) -> Vec<&[u8]> {
    let mut units = Vec::new();
    let mut rest = stream;
    while let Some(start) = rest.windows(3).position(|three| three == [0, 0, 1]) {
        let after = &rest[start + 3..];
        let length = after.windows(3).position(|three| three == [0, 0, 1]).unwrap_or(after.len());
        let end = after[..length].iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
        units.push(&after[..end]);
        rest = &after[length..];
    }
    units
}
