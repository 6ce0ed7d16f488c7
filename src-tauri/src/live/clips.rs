//! Clips around incidents (S4): the ten seconds before, as far as somebody watched, and the sixty after. They lie in this
//! device's folder, encrypted with a key that only its keyring has, for thirty days or until a person deletes them.
//! Nothing sends them anywhere.

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread;
use std::time::Duration;

use bytes::Bytes;
use mayday_camera::{Camera, Pulled, Viewer};
use mayday_protocol::{CameraId, IncidentId};
use mayday_wire::{ClipState, ClipView};
use tokio::time::{Instant, timeout_at};

use super::sealed::{self, Key, Writer};
use crate::secrets::{self, Of};

/// How long a clip goes on after its cause.
const AFTER: Duration = Duration::from_secs(60);
/// How long it is kept.
pub(super) const KEPT_MS: i64 = 30 * 24 * 3_600_000;
/// Bytes of one clip: more than the largest cameras send in that time.
const MOST_BYTES: usize = 256 << 20;
/// Pieces that wait for the disk. With more the clip ends: a disk that stands still holds no camera's pictures in memory.
const WAITING: usize = 512;
/// The end of the name of a clip that is whole, and of one that is being written or was cut off.
const WHOLE: &str = "clip";
const PART: &str = "part";

/// The clips of this device.
pub(super) struct Clips {
    folder: PathBuf,
}

/// A clip by its file's name: `<incident>.<camera>.<when>.<length>.clip`.
struct Named {
    view: ClipView,
    path: PathBuf,
}

impl Clips {
    /// `now_ms`: by the wall clock.
    pub(super) fn open(folder: PathBuf, now_ms: i64) -> Self {
        let clips = Self { folder };
        clips.delete(|clip| clip.until_ms <= now_ms);
        clips
    }

    /// The clips around an incident, and what is too old is deleted. `running`: whether one is being written.
    pub(super) fn of(&self, incident: IncidentId, now_ms: i64, running: impl Fn(CameraId) -> bool) -> Vec<ClipView> {
        self.delete(|clip| clip.until_ms <= now_ms);
        let of_it = self.named().into_iter().map(|named| named.view).filter(|clip| clip.incident == incident);
        let as_it_is = |clip: ClipView| match clip.state {
            ClipState::CutOff if running(clip.camera) => ClipView { state: ClipState::Running, ..clip },
            ClipState::CutOff | ClipState::Running | ClipState::Kept { .. } => clip,
        };
        let mut clips: Vec<_> = of_it.map(as_it_is).collect();
        clips.sort_by_key(|clip| clip.camera);
        clips
    }

    /// A clip, its media type first. `None`: there is none, or it cannot be opened.
    pub(super) fn read(&self, incident: IncidentId, camera: CameraId, key: &Key) -> Option<(String, Vec<u8>)> {
        let is_it = |named: &Named| named.view.incident == incident && named.view.camera == camera;
        let path = self.named().into_iter().find(is_it)?.path;
        let opened = sealed::open(&path, key).inspect_err(|error| tracing::warn!(%error, "a clip cannot be read"));
        let mut pieces = opened.ok()??.into_iter();
        let mime = String::from_utf8(pieces.next()?).ok()?;
        let mut clip: Vec<u8> = pieces.flatten().collect();
        // Its camera may have been watched for hours before.
        mayday_camera::begin_at_zero(&mut clip);
        (!clip.is_empty()).then_some((mime, clip))
    }

    /// Deletes every clip that is meant.
    pub(super) fn delete(&self, meant: impl Fn(&ClipView) -> bool) {
        for named in self.named().into_iter().filter(|named| meant(&named.view)) {
            if let Err(error) = fs::remove_file(&named.path) {
                tracing::warn!(%error, "a clip was not deleted");
            }
        }
    }

    fn named(&self) -> Vec<Named> {
        let Ok(files) = fs::read_dir(&self.folder) else { return vec![] };
        files.filter_map(Result::ok).filter_map(|file| named(&file.path())).collect()
    }

    /// Where a clip is written while it is not whole.
    pub(super) fn part(&self, incident: IncidentId, camera: CameraId, at_ms: i64) -> Option<PathBuf> {
        fs::create_dir_all(&self.folder)
            .inspect_err(|error| tracing::warn!(%error, "there is no folder for clips"))
            .ok()?;
        Some(self.folder.join(format!("{incident}.{camera}.{at_ms}.{PART}")))
    }
}

fn named(path: &Path) -> Option<Named> {
    let mut parts = path.file_name()?.to_str()?.split('.');
    let incident = IncidentId::from_str(parts.next()?).ok()?;
    let camera = CameraId::from_str(parts.next()?).ok()?;
    let at_ms: i64 = parts.next()?.parse().ok()?;
    let state = match (parts.next()?, parts.next(), parts.next()) {
        (PART, None, None) => ClipState::CutOff,
        (length_ms, Some(WHOLE), None) => ClipState::Kept { length_ms: length_ms.parse().ok()? },
        _ => return None,
    };
    let view = ClipView { incident, camera, at_ms, state, until_ms: at_ms.saturating_add(KEPT_MS) };
    Some(Named { view, path: path.to_owned() })
}

/// The key of this device's clips, made when there is none. `None`: no keyring takes or gives it, so nothing is kept.
pub(super) async fn key() -> Option<Key> {
    match secrets::read(Of::Clips).await {
        secrets::Kept::Token(hex) => parse(hex.reveal()),
        secrets::Kept::NoKeyring => None,
        secrets::Kept::Nothing => {
            let mut key = Key::default();
            getrandom::fill(&mut key).ok()?;
            let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
            secrets::keep(Of::Clips, hex.into()).await.then_some(key)
        }
    }
}

fn parse(hex: &str) -> Option<Key> {
    let bytes: Option<Vec<u8>> =
        (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()).collect();
    bytes?.try_into().ok()
}

/// Keeps what a camera shows from ten seconds ago on, for the sixty that follow, in the file `part`.
pub(super) async fn film(camera: &Camera, part: PathBuf, key: Key) {
    let mut viewer = camera.stage().look_back();
    let ends = Instant::now() + AFTER;
    let Some(first) = first_picture(&mut viewer, ends).await else {
        return tracing::info!("no picture came for a clip");
    };
    let began = first.media.first().map(|media| media.at);
    let (pieces, inbox) = sync_channel(WAITING);
    let file = part.clone();
    let writer = thread::Builder::new().name("clip".to_owned()).spawn(move || write(&file, &key, &inbox));
    let Ok(writer) = writer else { return };
    let Some(mime) = first.format.as_ref().map(|format| Bytes::from(format.mime.clone())) else { return };
    let _told = hand(&pieces, mime);
    let (mut bytes, mut last, mut next) = (0, began, Some(first));
    while let Some(pulled) = next {
        last = pulled.media.last().map(|media| media.at).or(last);
        let piece = piece(&pulled);
        bytes += piece.len();
        if bytes > MOST_BYTES || !hand(&pieces, piece) {
            break;
        }
        // Another stream cannot follow this one in a file.
        next = timeout_at(ends, viewer.pull(AFTER)).await.ok().filter(|pulled| pulled.format.is_none());
    }
    drop(pieces);
    let written = tokio::task::spawn_blocking(move || writer.join()).await;
    let length = began.zip(last).map_or(Duration::ZERO, |(began, last)| last.saturating_duration_since(began));
    if matches!(written, Ok(Ok(true))) {
        let whole = part.with_extension(format!("{}.{WHOLE}", length.as_millis()));
        if let Err(error) = fs::rename(&part, whole) {
            tracing::warn!(%error, "a clip was not named as whole");
        }
    }
}

async fn first_picture(viewer: &mut Viewer, ends: Instant) -> Option<Pulled> {
    loop {
        let pulled = timeout_at(ends, viewer.pull(AFTER)).await.ok()?;
        if pulled.format.is_some() && !pulled.media.is_empty() {
            return Some(pulled);
        }
    }
}

fn piece(pulled: &Pulled) -> Bytes {
    let init = pulled.format.iter().flat_map(|format| format.init.iter());
    let media = pulled.media.iter().flat_map(|media| media.data.iter());
    init.chain(media).copied().collect()
}

/// `false`: the disk stands still, or takes nothing.
fn hand(pieces: &SyncSender<Bytes>, piece: Bytes) -> bool {
    match pieces.try_send(piece) {
        Ok(()) => true,
        Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => {
            tracing::warn!("the disk does not take a clip; it ends here");
            false
        }
    }
}

/// Whether all of it is on the disk.
fn write(path: &Path, key: &Key, pieces: &Receiver<Bytes>) -> bool {
    let written = Writer::create(path, key).and_then(|mut writer| {
        for piece in pieces {
            writer.write(&piece)?;
        }
        writer.finish()
    });
    written.inspect_err(|error| tracing::warn!(%error, "a clip could not be kept")).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const INCIDENT: IncidentId = IncidentId::from_random([1; 16]);
    const CAMERA: CameraId = CameraId::from_random([2; 16]);
    const KEY: Key = [7; 32];
    const DAY_MS: i64 = 24 * 3_600_000;

    fn clips() -> (tempfile::TempDir, Clips) {
        let folder = tempfile::tempdir().expect("a folder");
        let clips = Clips::open(folder.path().join("clips"), 0);
        (folder, clips)
    }

    fn put(clips: &Clips, at_ms: i64, whole: bool) {
        let part = clips.part(INCIDENT, CAMERA, at_ms).expect("a folder");
        let mut writer = Writer::create(&part, &KEY).expect("writable");
        writer.write(b"video/mp4").expect("writable");
        writer.write(b"pictures").expect("writable");
        writer.finish().expect("writable");
        if whole {
            fs::rename(&part, part.with_extension(format!("70000.{WHOLE}"))).expect("writable");
        }
    }

    /// proves: S4
    #[test]
    fn a_clip_is_there_for_thirty_days_and_not_a_day_longer() {
        let (_folder, clips) = clips();
        put(&clips, 1_000, true);
        let kept = clips.of(INCIDENT, 30 * DAY_MS, |_| false);
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].state, ClipState::Kept { length_ms: 70_000 });
        assert_eq!(kept[0].until_ms, 1_000 + KEPT_MS);
        assert_eq!(clips.read(INCIDENT, CAMERA, &KEY), Some(("video/mp4".to_owned(), b"pictures".to_vec())));
        assert_eq!(clips.of(INCIDENT, 1_000 + KEPT_MS, |_| false), []);
        assert_eq!(clips.read(INCIDENT, CAMERA, &KEY), None, "its file is gone");
    }

    /// proves: S4
    #[test]
    fn a_start_of_the_app_deletes_what_is_too_old_without_anybody_looking() {
        let (folder, clips) = clips();
        put(&clips, 1_000, true);
        Clips::open(folder.path().join("clips"), 1_000 + KEPT_MS);
        assert!(clips.named().is_empty());
    }

    /// proves: S4
    #[test]
    fn one_that_is_written_runs_and_one_that_nobody_writes_was_cut_off() {
        let (_folder, clips) = clips();
        put(&clips, 1_000, false);
        assert_eq!(clips.of(INCIDENT, 2_000, |_| true)[0].state, ClipState::Running);
        assert_eq!(clips.of(INCIDENT, 2_000, |_| false)[0].state, ClipState::CutOff);
        assert_eq!(clips.of(IncidentId::from_random([9; 16]), 2_000, |_| false), []);
        clips.delete(|_| true);
        assert_eq!(clips.of(INCIDENT, 2_000, |_| false), []);
    }

    /// proves: S4
    #[test]
    fn files_that_are_none_of_ours_are_left_alone() {
        let (folder, clips) = clips();
        put(&clips, 1_000, true);
        let other = folder.path().join("clips").join("holiday.mp4");
        fs::write(&other, b"x").expect("writable");
        clips.delete(|_| true);
        assert!(other.exists());
    }

    /// proves: S4
    #[tokio::test]
    async fn a_clip_of_a_camera_that_plays_is_a_file_that_begins_as_one() {
        let (_folder, clips) = clips();
        let camera = Camera::new(mayday_camera::Source::Demo, None);
        let part = clips.part(INCIDENT, CAMERA, 1_000).expect("a folder");
        let filming = tokio::time::timeout(Duration::from_secs(2), film(&camera, part, KEY)).await;
        assert!(filming.is_err(), "it goes on for a minute");
        let found = super::super::tests::soon(|| clips.read(INCIDENT, CAMERA, &KEY)).await;
        let (mime, clip) = found;
        assert!(mime.starts_with("video/mp4; codecs="), "{mime}");
        assert_eq!(&clip[4..8], b"ftyp");
        assert!(clip.windows(4).any(|bytes| bytes == b"moof"));
    }

    #[test]
    fn a_key_reads_back_and_anything_else_is_none() {
        let hex: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(parse(&hex), Some(KEY));
        for wrong in ["", "07", "zz", &hex[..62], &format!("{hex}07")] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
