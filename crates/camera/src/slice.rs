//! How a coded picture begins: whether there is a picture in it at all, and whether its first part is there.

/// How pictures are coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coding {
    /// ITU-T H.264.
    H264,
    /// ITU-T H.265.
    H265,
}

impl Coding {
    /// By the name that a camera's description gives it.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "h264" => Some(Self::H264),
            "h265" => Some(Self::H265),
            _ => None,
        }
    }

    /// Whether the first slice of a picture, whose units stand each after its length, is the one with which a picture
    /// begins. `None`: there is no slice in it.
    pub(crate) fn begins(self, data: &[u8]) -> Option<bool> {
        units(data).find_map(|unit| self.begins_picture(unit))
    }

    fn begins_picture(self, unit: &[u8]) -> Option<bool> {
        let head = *unit.first()?;
        // Both write first that this is the picture's first slice, as a bit that is set: for H.264 it is the number of
        // the first block, for which zero is coded as a single one (§7.3.3, §9.1); for H.265 a flag (§7.3.6.1).
        let (is_slice, first) = match self {
            Self::H264 => (matches!(head & 0x1f, 1 | 2 | 5), unit.get(1)),
            Self::H265 => (head >> 1 & 0x3f < 32, unit.get(2)),
        };
        is_slice.then(|| first.is_some_and(|first| first & 0x80 != 0))
    }
}

/// What stands after each length.
fn units(mut data: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let (length, rest) = data.split_first_chunk::<4>()?;
        let (unit, rest) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
        data = rest;
        Some(unit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(units: &[&[u8]]) -> Vec<u8> {
        let mut file = Vec::new();
        for unit in units {
            file.extend_from_slice(&u32::try_from(unit.len()).expect("short").to_be_bytes());
            file.extend_from_slice(unit);
        }
        file
    }

    /// proves: S2
    #[test]
    fn a_picture_is_told_from_its_rest_and_from_none() {
        let h264 = |units: &[&[u8]]| Coding::H264.begins(&file(units));
        assert_eq!(h264(&[&[9, 0xf0], &[0x65, 0x88], &[0x65, 0x00]]), Some(true));
        assert_eq!(h264(&[&[6, 1], &[0x61, 0x40]]), Some(false), "a later slice");
        assert_eq!(h264(&[&[9, 0xf0], &[12, 0xff], &[]]), None, "no slice");
        let h265 = |units: &[&[u8]]| Coding::H265.begins(&file(units));
        assert_eq!(h265(&[&[0x46, 1, 0x10], &[0x26, 1, 0xaf]]), Some(true));
        assert_eq!(h265(&[&[0x02, 1, 0x40]]), Some(false), "a later slice");
        assert_eq!(h265(&[&[0x46, 1, 0x10], &[0x4e, 1, 0x80]]), None, "no slice");
    }

    /// proves: S2
    #[test]
    fn a_length_that_leads_nowhere_is_the_end() {
        assert_eq!(Coding::H264.begins(&[0xff, 0xff, 0xff, 0xff, 0x65, 0x88]), None);
        assert_eq!(Coding::H264.begins(&[0, 0]), None);
        assert_eq!(Coding::H264.begins(&file(&[&[0x65]])), Some(false));
    }
}
