//! Pictures one after another in one answer (`multipart/x-mixed-replace`, RFC 2046 §5.1): bytes in, pictures out. Pure.
//!
//! Cameras announce other boundaries than they send, with two dashes more or less, and many leave the length out: what is
//! taken here is a line of dashes and the boundary, and a picture is whole as soon as its length, where it is said, has come.

use bytes::{Buf as _, Bytes, BytesMut};
use memchr::memmem;

/// Bytes of one picture: as for a frame of video.
pub(crate) const MOST_OF_PICTURE: usize = 8 << 20;
/// Bytes of what stands between two pictures.
const MOST_OF_HEAD: usize = 8 << 10;

/// This is no row of pictures, or has one that is larger than pictures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NoPictures;

/// Takes an answer apart.
#[derive(Debug)]
pub(crate) struct Parts {
    boundary: Vec<u8>,
    buffer: BytesMut,
    at: At,
}

#[derive(Clone, Copy, Debug)]
enum At {
    /// Before a boundary.
    Between,
    /// In a picture of so many bytes.
    Known(usize),
    /// In a picture that ends with the next boundary, which is not in the first so many bytes.
    Unknown(usize),
}

impl Parts {
    /// `media_type`: as the answer's head says it. `None`: it is not one of pictures in a row.
    pub(crate) fn of(media_type: &str) -> Option<Self> {
        let mut pieces = media_type.split(';').map(str::trim);
        if !pieces.next()?.to_ascii_lowercase().starts_with("multipart/") {
            return None;
        }
        let boundary = pieces.find_map(|piece| {
            let (name, value) = piece.split_once('=')?;
            name.trim().eq_ignore_ascii_case("boundary").then(|| value.trim().trim_matches('"').trim_start_matches('-'))
        })?;
        let boundary = Some(boundary.as_bytes().to_vec()).filter(|boundary| !boundary.is_empty())?;
        Some(Self { boundary, buffer: BytesMut::new(), at: At::Between })
    }

    /// Takes what has come.
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(bytes);
    }

    /// The next picture. `None`: more has to come first.
    pub(crate) fn next(&mut self) -> Result<Option<Bytes>, NoPictures> {
        loop {
            match self.at {
                At::Between => {
                    if !self.head()? {
                        return Ok(None);
                    }
                }
                At::Known(length) => {
                    if self.buffer.len() < length {
                        return Ok(None);
                    }
                    self.at = At::Between;
                    return Ok(Some(self.buffer.split_to(length).freeze()));
                }
                At::Unknown(seen) => return self.up_to_boundary(seen),
            }
        }
    }

    /// Goes over a boundary and the head behind it. `false`: not all of it has come.
    fn head(&mut self) -> Result<bool, NoPictures> {
        let found = self.boundary_from(0).and_then(|(_, end)| {
            let (length, gap) = end_of_head(&self.buffer[end..])?;
            Some((end, end + length, gap))
        });
        let Some((from, to, gap)) = found else {
            return if self.buffer.len() > MOST_OF_HEAD { Err(NoPictures) } else { Ok(false) };
        };
        if to > MOST_OF_HEAD {
            return Err(NoPictures);
        }
        self.at = match length_in(&self.buffer[from..to]) {
            Some(length) if length > MOST_OF_PICTURE => return Err(NoPictures),
            Some(length) => At::Known(length),
            None => At::Unknown(0),
        };
        self.buffer.advance(to + gap);
        Ok(true)
    }

    fn up_to_boundary(&mut self, seen: usize) -> Result<Option<Bytes>, NoPictures> {
        let Some((start, _)) = self.boundary_from(seen) else {
            // A boundary can lie over the end of what has come, with the line and dashes before it.
            self.at = At::Unknown(self.buffer.len().saturating_sub(self.boundary.len() + 8));
            return if self.buffer.len() > MOST_OF_PICTURE { Err(NoPictures) } else { Ok(None) };
        };
        self.at = At::Between;
        Ok(Some(self.buffer.split_to(start).freeze()))
    }

    /// Where the next boundary's line begins, its line break included, and where the boundary in it ends.
    fn boundary_from(&self, from: usize) -> Option<(usize, usize)> {
        let buffer = &self.buffer[..];
        memmem::find_iter(&buffer[from..], &self.boundary).find_map(|at| {
            let at = from + at;
            let line = buffer[..at].iter().rposition(|byte| *byte != b'-').map_or(0, |other| other + 1);
            let start = match &buffer[..line] {
                [.., b'\r', b'\n'] => line - 2,
                [.., b'\n'] => line - 1,
                [] => 0,
                _ => return None,
            };
            (line < at).then_some((start, at + self.boundary.len()))
        })
    }
}

/// How long a head is, and its empty line.
fn end_of_head(head: &[u8]) -> Option<(usize, usize)> {
    let strict = memmem::find(head, b"\r\n\r\n").map(|at| (at, 4));
    let loose = memmem::find(head, b"\n\n").map(|at| (at, 2));
    strict.into_iter().chain(loose).min()
}

fn length_in(head: &[u8]) -> Option<usize> {
    let head = std::str::from_utf8(head).ok()?;
    head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TYPE: &str = "multipart/x-mixed-replace; boundary=frame";

    fn pictures(media_type: &str, sent: &[u8], step: usize) -> Result<Vec<Vec<u8>>, NoPictures> {
        let mut parts = Parts::of(media_type).expect("a row of pictures");
        let mut pictures = vec![];
        for bytes in sent.chunks(step) {
            parts.push(bytes);
            while let Some(picture) = parts.next()? {
                pictures.push(picture.to_vec());
            }
        }
        Ok(pictures)
    }

    /// proves: S2
    #[test]
    fn each_picture_comes_as_soon_as_its_length_has() {
        let sent = b"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: 5\r\n\r\n\xff\xd8--\n\r\n--frame\r\ncontent-length:3\r\n\r\nabc";
        for step in [1, 7, 1_000] {
            assert_eq!(pictures(TYPE, sent, step), Ok(vec![b"\xff\xd8--\n".to_vec(), b"abc".to_vec()]), "{step}");
        }
    }

    /// proves: S2
    #[test]
    fn a_picture_without_a_length_ends_with_the_next_boundary() {
        let sent =
            b"\r\n--frame\r\nContent-Type: image/jpeg\r\n\r\nab frame \r\n\r\n--frame\nX: y\n\ncd\n--frame\r\n\r\ne";
        for step in [1, 3, 1_000] {
            assert_eq!(pictures(TYPE, sent, step), Ok(vec![b"ab frame \r\n".to_vec(), b"cd".to_vec()]), "{step}");
        }
    }

    /// proves: S2
    #[test]
    fn a_boundary_may_be_announced_with_other_dashes_than_it_is_sent_with() {
        let (short, long) = (b"--frame\r\nContent-Length: 1\r\n\r\na", b"----frame\r\nContent-Length: 1\r\n\r\na");
        for announced in ["frame", "--frame", "\"--frame\""] {
            let media_type = format!("Multipart/X-Mixed-Replace;charset=utf-8; Boundary = {announced}");
            assert_eq!(pictures(&media_type, short, 4), Ok(vec![b"a".to_vec()]), "{announced}");
            assert_eq!(pictures(&media_type, long, 4), Ok(vec![b"a".to_vec()]), "{announced}");
        }
    }

    /// proves: S2
    #[test]
    fn what_is_no_row_of_pictures_is_none() {
        for media_type in ["image/jpeg", "multipart/x-mixed-replace", "multipart/mixed; boundary=--", "text/html"] {
            assert!(Parts::of(media_type).is_none(), "{media_type}");
        }
    }

    /// proves: S2
    #[test]
    fn nothing_that_grows_without_end_is_kept() {
        assert_eq!(pictures(TYPE, &vec![b'x'; 2 * MOST_OF_HEAD], 999), Err(NoPictures), "no boundary");
        let head = [b"--frame\r\nX: ".to_vec(), vec![b'x'; 2 * MOST_OF_HEAD]].concat();
        assert_eq!(pictures(TYPE, &head, 999), Err(NoPictures), "a head without end");
        let sent = format!("--frame\r\nContent-Length: {}\r\n\r\n", MOST_OF_PICTURE + 1);
        assert_eq!(pictures(TYPE, sent.as_bytes(), 999), Err(NoPictures), "a picture that is too large");
        let sent = [b"--frame\r\n\r\n".to_vec(), vec![b'x'; MOST_OF_PICTURE + 1]].concat();
        assert_eq!(pictures(TYPE, &sent, 1 << 20), Err(NoPictures), "a picture without end");
    }

    proptest! {
        /// proves: S2
        #[test]
        fn any_pictures_come_out_as_they_went_in(
            all in prop::collection::vec((prop::collection::vec(any::<u8>(), 0..60), any::<bool>()), 1..8),
            step in 1usize..80,
        ) {
            let mut sent = vec![];
            for (picture, says_length) in &all {
                let length = if *says_length { format!("Content-Length: {}\r\n", picture.len()) } else { String::new() };
                sent.extend(format!("--frame\r\nContent-Type: image/jpeg\r\n{length}\r\n").into_bytes());
                sent.extend(picture);
                sent.extend(b"\r\n");
            }
            sent.extend(b"--frame--\r\n");
            let expected: Vec<_> = all.into_iter().map(|(picture, _)| picture).collect();
            prop_assert_eq!(pictures(TYPE, &sent, step), Ok(expected));
        }

        /// proves: S2
        #[test]
        fn bytes_of_any_kind_do_no_harm(sent in prop::collection::vec(any::<u8>(), 0..4_000), step in 1usize..500) {
            let _pictures = pictures("multipart/x-mixed-replace; boundary=\u{1}", &sent, step);
        }
    }
}
