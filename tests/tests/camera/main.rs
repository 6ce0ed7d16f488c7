//! Cameras of the home: a real RTSP server, read by the crate that Live View reads with.

mod bad_input;
mod pictures;
mod plays;

use std::time::Duration;

use mayday_camera::{Address, Camera, Credentials, Media, Problem, Pulled, Source, Status, Transport, Viewer};

/// Longer than a camera takes for anything, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(40);

fn camera(address: &str, transport: Transport) -> Camera {
    let (address, credentials) = Address::parse(address).expect("an address");
    Camera::new(Source::Rtsp { address, credentials, transport }, None)
}

fn with_password(address: &str, user: &str, password: &str) -> Camera {
    let (address, _) = Address::parse(address).expect("an address");
    let credentials = Some(Credentials { user: user.to_owned(), password: password.to_owned() });
    Camera::new(Source::Rtsp { address, credentials, transport: Transport::Tcp }, None)
}

/// Everything that a viewer is given until `enough`.
async fn watch(viewer: &mut Viewer, enough: impl Fn(&[Pulled]) -> bool) -> Vec<Pulled> {
    let mut all = Vec::new();
    let watching = async {
        while !enough(&all) {
            all.push(viewer.pull(PATIENCE).await);
        }
    };
    let ended = tokio::time::timeout(PATIENCE, watching).await;
    assert!(ended.is_ok(), "nothing more came: {:?}", all.last().map(|pulled: &Pulled| pulled.status));
    all
}

fn pictures(pulled: &[Pulled]) -> Vec<&Media> {
    pulled.iter().flat_map(|pulled| &pulled.media).filter(|media| media.picture).collect()
}

/// Why the camera shows nothing.
async fn problem_of(camera: &Camera) -> Problem {
    let mut viewer = camera.look();
    let stopped = |status| match status {
        Status::Stopped { problem, .. } => Some(problem),
        Status::Idle | Status::Connecting { .. } | Status::Playing { .. } => None,
    };
    let all = watch(&mut viewer, |all| all.iter().any(|pulled| stopped(pulled.status).is_some())).await;
    all.iter().find_map(|pulled| stopped(pulled.status)).expect("watched until then")
}
