//! A clip as a file: encrypted piece by piece as it comes, so that no piece can be read, changed, moved or left out.
//!
//! Eight bytes that name the form, nineteen of a nonce, then pieces, each behind its length. The cipher is
//! XChaCha20-Poly1305 in the STREAM construction; the last piece is marked as the last, so that a file which was cut off is
//! known as such and can still be seen as far as it goes.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use chacha20poly1305::aead::stream::{DecryptorBE32, EncryptorBE32, Nonce, StreamBE32};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305};

const FORM: &[u8; 8] = b"MAYCLIP1";
const NONCE: usize = 19;
const LENGTH: usize = 4;

/// The key of this device's clips.
pub(super) type Key = [u8; 32];

type Seal = XChaCha20Poly1305;
type SealNonce = Nonce<Seal, StreamBE32<Seal>>;

/// A clip that is being written.
pub(super) struct Writer {
    file: BufWriter<File>,
    seal: EncryptorBE32<Seal>,
}

impl Writer {
    pub(super) fn create(path: &Path, key: &Key) -> io::Result<Self> {
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce).map_err(io::Error::other)?;
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = BufWriter::new(options.open(path)?);
        file.write_all(FORM)?;
        file.write_all(&nonce)?;
        let seal = EncryptorBE32::from_aead(Seal::new(key.into()), SealNonce::from_slice(&nonce));
        Ok(Self { file, seal })
    }

    pub(super) fn write(&mut self, piece: &[u8]) -> io::Result<()> {
        let sealed = self.seal.encrypt_next(piece).map_err(|_| io::Error::other("too many pieces"))?;
        put(&mut self.file, &sealed)
    }

    /// The last piece says that nothing is missing, and holds nothing.
    pub(super) fn finish(mut self) -> io::Result<()> {
        let sealed = self.seal.encrypt_last(&[][..]).map_err(|_| io::Error::other("too many pieces"))?;
        put(&mut self.file, &sealed)?;
        self.file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
    }
}

fn put(file: &mut impl Write, sealed: &[u8]) -> io::Result<()> {
    let length = u32::try_from(sealed.len()).map_err(io::Error::other)?;
    file.write_all(&length.to_be_bytes())?;
    file.write_all(sealed)
}

/// Opens a clip, piece by piece. `None`: its key is another one, or a piece was changed. What was cut off is there as far as it goes.
pub(super) fn open(path: &Path, key: &Key) -> io::Result<Option<Vec<Vec<u8>>>> {
    let file = fs::read(path)?;
    let Some(rest) = file.strip_prefix(FORM) else { return Ok(None) };
    let Some((nonce, mut rest)) = rest.split_at_checked(NONCE) else { return Ok(None) };
    let mut seal = DecryptorBE32::from_aead(Seal::new(key.into()), SealNonce::from_slice(nonce));
    let mut pieces = vec![];
    while let Some((piece, after)) = next(rest) {
        rest = after;
        let Ok(opened) = seal.decrypt_next(piece) else {
            // The last piece is sealed as such: as any other one it does not open.
            let is_last = rest.is_empty() && seal.decrypt_last(piece).is_ok();
            return Ok(is_last.then_some(pieces));
        };
        pieces.push(opened);
    }
    Ok(Some(pieces))
}

fn next(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = rest.split_at_checked(LENGTH)?;
    let length = u32::from_be_bytes(length.try_into().ok()?);
    rest.split_at_checked(usize::try_from(length).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: Key = [7; 32];

    fn all_pieces() -> Option<Vec<Vec<u8>>> {
        Some([&b"init"[..], b"first", b"second"].map(<[u8]>::to_vec).to_vec())
    }

    fn written(finished: bool) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("clip");
        let mut writer = Writer::create(&path, &KEY).expect("writable");
        for piece in [&b"init"[..], b"first", b"second"] {
            writer.write(piece).expect("writable");
        }
        if finished {
            writer.finish().expect("writable");
        } else {
            drop(writer);
        }
        (folder, path)
    }

    /// proves: S4
    #[test]
    fn a_clip_opens_with_its_key_alone_and_nothing_of_it_can_be_read_in_the_file() {
        let (_folder, path) = written(true);
        assert_eq!(open(&path, &KEY).expect("readable"), all_pieces());
        assert_eq!(open(&path, &[8; 32]).expect("readable"), None);
        let file = fs::read(&path).expect("readable");
        assert!(!file.windows(5).any(|bytes| bytes == b"first"));
    }

    /// proves: S4
    #[test]
    fn a_piece_that_was_changed_moved_or_left_out_opens_nothing() {
        let (_folder, path) = written(true);
        let whole = fs::read(&path).expect("readable");
        let start = FORM.len() + NONCE;
        let pieces = |file: &[u8]| {
            let (mut rest, mut pieces) = (&file[start..], vec![]);
            while let Some((piece, after)) = next(rest) {
                pieces.push(piece.to_vec());
                rest = after;
            }
            pieces
        };
        let all = pieces(&whole);
        let with = |pieces: &[Vec<u8>]| {
            let mut file = whole[..start].to_vec();
            pieces.iter().for_each(|piece| put(&mut file, piece).expect("memory"));
            fs::write(&path, file).expect("writable");
            open(&path, &KEY).expect("readable")
        };
        let mut changed = all.clone();
        changed[1][0] ^= 1;
        let mut moved = all.clone();
        moved.swap(1, 2);
        let left_out = [all[0].clone(), all[2].clone(), all[3].clone()];
        for file in [&changed[..], &moved, &left_out] {
            assert_eq!(with(file), None);
        }
        assert_eq!(with(&all), all_pieces());
    }

    /// proves: S4
    #[test]
    fn what_was_cut_off_is_there_as_far_as_it_goes() {
        let (_folder, path) = written(false);
        assert_eq!(open(&path, &KEY).expect("readable"), all_pieces());
        let file = fs::read(&path).expect("readable");
        fs::write(&path, &file[..file.len() - 3]).expect("writable");
        assert_eq!(open(&path, &KEY).expect("readable"), Some(vec![b"init".to_vec(), b"first".to_vec()]));
        fs::write(&path, b"MAYCLIP1short").expect("writable");
        assert_eq!(open(&path, &KEY).expect("readable"), None);
    }
}
