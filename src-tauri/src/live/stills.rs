//! The last picture of each camera, so that one stands there at once after the app has started anew (S2). Each is sealed as
//! clips are, with the same key, in this device's folder alone, and is of no use after thirty days.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::str::FromStr as _;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use mayday_camera::{Format, Still};
use mayday_protocol::CameraId;

use super::sealed::{self, Key, Writer};

/// How long a picture says anything.
const KEPT: Duration = Duration::from_secs(30 * 24 * 3_600);
/// The end of the name of one that is being written.
const PART: &str = "part";

/// The last pictures that this device has.
pub(super) struct Stills {
    folder: PathBuf,
}

impl Stills {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Keeps a camera's last picture, instead of the one before.
    pub(super) fn keep(&self, camera: CameraId, still: &Still, key: &Key) {
        if let Err(error) = self.write(camera, still, key) {
            tracing::warn!(%error, "a camera's last picture was not kept");
        }
    }

    fn write(&self, camera: CameraId, still: &Still, key: &Key) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let path = self.path(camera);
        let part = path.with_extension(PART);
        // One that a crash has left there is none.
        let _ = fs::remove_file(&part);
        let at = still.at.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        let mut writer = Writer::create(&part, key)?;
        for piece in [still.format.mime.as_bytes(), &still.format.init, &still.data, &at.to_be_bytes()] {
            writer.write(piece)?;
        }
        writer.finish()?;
        fs::rename(part, path)
    }

    /// A camera's last picture. `None`: there is none, it cannot be opened, or it is too old.
    pub(super) fn read(&self, camera: CameraId, key: &Key, now: SystemTime) -> Option<Still> {
        let pieces = sealed::open(&self.path(camera), key).ok()??;
        let [mime, init, data, at] = <[Vec<u8>; 4]>::try_from(pieces).ok()?;
        let at = UNIX_EPOCH.checked_add(Duration::from_secs(u64::from_be_bytes(at.try_into().ok()?)))?;
        if now.duration_since(at).is_ok_and(|age| age > KEPT) {
            self.forget(|known| known != camera);
            return None;
        }
        let format = Format { mime: String::from_utf8(mime).ok()?, init: init.into(), sound: false };
        Some(Still { format: Arc::new(format), data: data.into(), at })
    }

    /// Deletes those of every other camera.
    pub(super) fn forget(&self, stays: impl Fn(CameraId) -> bool) {
        let Ok(files) = fs::read_dir(&self.folder) else { return };
        for path in files.filter_map(Result::ok).map(|file| file.path()) {
            let camera = path.file_stem().and_then(|name| CameraId::from_str(name.to_str()?).ok());
            if camera.is_some_and(|camera| !stays(camera)) && fs::remove_file(&path).is_err() {
                tracing::warn!("a camera's last picture was not deleted");
            }
        }
    }

    fn path(&self, camera: CameraId) -> PathBuf {
        self.folder.join(camera.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CAMERA: CameraId = CameraId::from_random([2; 16]);
    const KEY: Key = [7; 32];

    fn still(at: SystemTime, data: &'static [u8]) -> Still {
        let format = Format { mime: "video/mp4".to_owned(), init: b"begins"[..].into(), sound: true };
        Still { format: Arc::new(format), data: data.into(), at }
    }

    fn stills() -> (tempfile::TempDir, Stills) {
        let folder = tempfile::tempdir().expect("a folder");
        let stills = Stills::new(folder.path().join("stills"));
        (folder, stills)
    }

    /// proves: S2, S4
    #[test]
    fn the_last_picture_of_a_camera_is_there_again_sealed_and_for_thirty_days() {
        let (_folder, stills) = stills();
        let at = UNIX_EPOCH + Duration::from_secs(1_000_000);
        stills.keep(CAMERA, &still(at, b"first picture"), &KEY);
        stills.keep(CAMERA, &still(at, b"second picture"), &KEY);
        let read = stills.read(CAMERA, &KEY, at + KEPT).expect("it is kept");
        assert_eq!((&read.data[..], &read.format.init[..], read.at), (&b"second picture"[..], &b"begins"[..], at));
        let file = fs::read(stills.path(CAMERA)).expect("a file");
        assert!(!file.windows(7).any(|bytes| bytes == b"picture"), "nothing of it can be read");
        assert!(stills.read(CAMERA, &[8; 32], at).is_none(), "another key");
        assert!(stills.read(CAMERA, &KEY, at + KEPT + Duration::from_secs(1)).is_none(), "too old");
        assert!(!stills.path(CAMERA).exists(), "and deleted");
    }

    /// proves: S2
    #[test]
    fn a_picture_that_was_cut_off_or_damaged_is_none() {
        let (_folder, stills) = stills();
        let now = UNIX_EPOCH + Duration::from_secs(9);
        stills.keep(CAMERA, &still(now, b"picture"), &KEY);
        let whole = fs::read(stills.path(CAMERA)).expect("a file");
        for length in 0..whole.len() - 20 {
            fs::write(stills.path(CAMERA), &whole[..length]).expect("writable");
            assert!(stills.read(CAMERA, &KEY, now).is_none(), "{length} bytes of {}", whole.len());
        }
    }

    /// proves: S2
    #[test]
    fn with_its_camera_a_picture_is_forgotten_and_nothing_else_is() {
        let (folder, stills) = stills();
        let other = CameraId::from_random([3; 16]);
        for camera in [CAMERA, other] {
            stills.keep(camera, &still(UNIX_EPOCH, b"picture"), &KEY);
        }
        let foreign = folder.path().join("stills").join("holiday.jpg");
        fs::write(&foreign, b"x").expect("writable");
        stills.forget(|camera| camera == other);
        assert!(!stills.path(CAMERA).exists() && stills.path(other).exists() && foreign.exists());
    }
}
