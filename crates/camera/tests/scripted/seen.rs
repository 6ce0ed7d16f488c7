//! What a viewer saw: the fragments, taken apart, and the reasons for which a camera stopped.

use std::time::Duration;

use mayday_camera::{Camera, Media, Problem, Pulled, Stage, Status, Viewer};
use mp4_atom::{Decode as _, Moof};

use super::{Picture, Wire};

/// Longer than anything takes, on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// A fragment, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fragment {
    pub(crate) track: u32,
    pub(crate) time: u64,
    pub(crate) data: Vec<u8>,
    pub(crate) key: bool,
    pub(crate) picture: bool,
}

impl Fragment {
    /// Takes a fragment apart: a head and a frame, whose sizes add up.
    pub(crate) fn of(media: &Media) -> Self {
        let mut rest = media.data.as_ref();
        let moof = Moof::decode(&mut rest).expect("a fragment's head");
        let head = media.data.len() - rest.len();
        let [traf] = moof.traf.as_slice() else { panic!("one frame a fragment: {moof:?}") };
        let [trun] = traf.trun.as_slice() else { panic!("one frame a fragment: {moof:?}") };
        let (length, frame) = rest.split_at(8);
        assert_eq!(length, [&u32::try_from(rest.len()).expect("short").to_be_bytes()[..], b"mdat"].concat());
        assert_eq!(trun.data_offset.and_then(|offset| usize::try_from(offset).ok()), Some(head + 8));
        assert_eq!(trun.samples.len(), 1, "one frame a fragment: {moof:?}");
        let sample = trun.samples.get(0).expect("one");
        assert_eq!(sample.size.and_then(|size| usize::try_from(size).ok()), Some(frame.len()));
        assert!(sample.duration.is_some_and(|duration| duration > 0), "it lasts: {moof:?}");
        let time = traf.tfdt.as_ref().expect("it begins at some time").base_media_decode_time;
        let track = traf.tfhd.track_id;
        Self { track, time, data: frame.to_vec(), key: media.key, picture: media.picture }
    }
}

/// Everything that a viewer is given until `enough`.
pub(crate) async fn watch(viewer: &mut Viewer, enough: impl Fn(&[Pulled]) -> bool) -> Vec<Pulled> {
    let mut all = Vec::new();
    let watching = async {
        while !enough(&all) {
            all.push(viewer.pull(PATIENCE).await);
        }
    };
    let ended = tokio::time::timeout(PATIENCE * 3, watching).await;
    assert!(ended.is_ok(), "nothing more came: {:?}", all.last().map(|pulled: &Pulled| pulled.status));
    all
}

/// The pictures that came, in order.
pub(crate) fn pictures(all: &[Pulled]) -> Vec<Fragment> {
    let media = all.iter().flat_map(|pulled| &pulled.media);
    media.filter(|media| media.picture).map(Fragment::of).collect()
}

/// Sends a picture, and gives what the viewer gets next: it has to be this one.
pub(crate) async fn sees(viewer: &mut Viewer, wire: &mut Wire, picture: &Picture) -> Fragment {
    assert!(wire.show(picture).await, "the camera is still listened to");
    let fragment = next_picture(viewer).await;
    assert_eq!(fragment.key, picture.key);
    assert!(fragment.data == picture.in_a_file(), "the picture as it was sent");
    fragment
}

/// The one picture that the viewer gets next.
pub(crate) async fn next_picture(viewer: &mut Viewer) -> Fragment {
    let seen = pictures(&watch(viewer, |all| !pictures(all).is_empty()).await);
    assert_eq!(seen.len(), 1, "one picture was sent");
    seen[0].clone()
}

pub(crate) fn problem(status: Status) -> Option<Problem> {
    match status {
        Status::Stopped { problem, .. } => Some(problem),
        Status::Idle | Status::Connecting { .. } | Status::Playing { .. } => None,
    }
}

pub(crate) fn plays(stage: &Stage) -> bool {
    matches!(stage.status(), Status::Playing { .. })
}

/// Why the camera stops, which it has to.
pub(crate) async fn stopped(viewer: &mut Viewer) -> Problem {
    let all = watch(viewer, |all| all.iter().any(|pulled| problem(pulled.status).is_some())).await;
    all.iter().find_map(|pulled| problem(pulled.status)).expect("watched until then")
}

/// Why a camera that nobody has looked at yet shows nothing.
pub(crate) async fn refused(camera: &Camera) -> Problem {
    stopped(&mut camera.look()).await
}
