//! Coded pictures: streams of different size and coding, cut into the pictures that a camera sends.
//!
//! `small.h264` is a test pattern of 320×180 in two slices a picture, a key frame every ten pictures:
//! `ffmpeg -f lavfi -i testsrc=size=320x180:rate=10 -frames:v 20 -c:v libx264 -profile:v baseline -pix_fmt yuv420p
//! -preset veryslow -crf 34 -bf 0 -x264-params
//! keyint=10:min-keyint=10:scenecut=0:aud=1:repeat-headers=1:slices=2 -bsf:v filter_units=remove_types=6 small.h264`
//!
//! `small.h265` is the same pattern, a key frame every two pictures:
//! `ffmpeg -f lavfi -i testsrc=size=320x180:rate=10 -frames:v 4 -c:v libx265 -pix_fmt yuv420p -crf 36 -x265-params
//! keyint=2:min-keyint=2:scenecut=0:bframes=0:open-gop=0:aud=1:repeat-headers=1:slices=2:info=0 small.h265`

/// How a stream is coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coding {
    H264,
    H265,
}

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Delimiter,
    Parameters,
    Key,
    Other,
}

impl Coding {
    /// By ITU-T H.264 table 7-1 and H.265 table 7-1.
    fn kind(self, unit: &[u8]) -> Kind {
        let head = *unit.first().expect("no unit is empty");
        match (self, head & 0x1f, head >> 1 & 0x3f) {
            (Self::H264, 9, _) | (Self::H265, _, 35) => Kind::Delimiter,
            (Self::H264, 7 | 8, _) | (Self::H265, _, 32..=34) => Kind::Parameters,
            (Self::H264, 5, _) | (Self::H265, _, 16..=21) => Kind::Key,
            (Self::H264 | Self::H265, _, _) => Kind::Other,
        }
    }
}

/// A picture, as the units that a camera sends for it. A key frame brings its parameters along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Picture {
    pub(crate) units: Vec<Vec<u8>>,
    pub(crate) key: bool,
    coding: Coding,
}

impl Picture {
    /// Something that is sent as a picture is.
    pub(crate) fn pretended(units: Vec<Vec<u8>>, coding: Coding) -> Self {
        Self { units, key: false, coding }
    }

    /// As a file holds it: each unit after its length, without the parameters, which stand at the file's beginning.
    pub(crate) fn in_a_file(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for unit in &self.without_parameters().units {
            bytes.extend_from_slice(&u32::try_from(unit.len()).expect("a unit is short").to_be_bytes());
            bytes.extend_from_slice(unit);
        }
        bytes
    }

    /// The same picture, with nothing said about how it is coded.
    pub(crate) fn without_parameters(&self) -> Self {
        let says_nothing = |unit: &&Vec<u8>| self.coding.kind(unit) != Kind::Parameters;
        let units = self.units.iter().filter(says_nothing).cloned().collect();
        Self { units, key: self.key, coding: self.coding }
    }
}

/// A coded stream.
#[derive(Debug)]
pub(crate) struct Coded {
    pub(crate) coding: Coding,
    /// How it is coded: of H.264 two units, of H.265 three.
    pub(crate) parameters: Vec<Vec<u8>>,
    pub(crate) pictures: Vec<Picture>,
}

impl Coded {
    /// The demo's street: 1280×720, a key frame every thirty pictures.
    pub(crate) fn street() -> Self {
        Self::read(Coding::H264, include_bytes!("../../demo/street.h264"))
    }

    /// 320×180, two slices a picture, a key frame every ten pictures.
    pub(crate) fn small() -> Self {
        Self::read(Coding::H264, include_bytes!("small.h264"))
    }

    /// The same in H.265, a key frame every two pictures.
    pub(crate) fn small_h265() -> Self {
        Self::read(Coding::H265, include_bytes!("small.h265"))
    }

    fn read(coding: Coding, stream: &[u8]) -> Self {
        let mut parameters: Vec<Vec<u8>> = Vec::new();
        let mut pictures: Vec<Picture> = Vec::new();
        for unit in units(stream) {
            let kind = coding.kind(unit);
            if kind == Kind::Delimiter {
                pictures.push(Picture::pretended(Vec::new(), coding));
                continue;
            }
            if kind == Kind::Parameters && !parameters.iter().any(|known| known == unit) {
                parameters.push(unit.to_vec());
            }
            let picture = pictures.last_mut().expect("a delimiter comes first");
            picture.key |= kind == Kind::Key;
            picture.units.push(unit.to_vec());
        }
        Self { coding, parameters, pictures }
    }

    /// The key frames, in order.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &Picture> {
        self.pictures.iter().filter(|picture| picture.key)
    }
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
