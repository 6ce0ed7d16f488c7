//! Live View: the pictures of the home's cameras, for the window alone (MISSION S).
//!
//! It stands beside the controller and shares nothing with it: no camera, and nothing that a camera does, can keep an SOS
//! waiting. The window pulls what it shows, so that one which is slow skips pictures and holds nobody up (ADR 22).

mod answer;
mod clips;
mod connect;
mod kept;
mod sealed;
mod stills;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, UNIX_EPOCH};

use mayday_camera::{Camera, Source, Still, Viewer};
use mayday_clock::SharedClock;
use mayday_protocol::incident::Ending;
use mayday_protocol::{CameraId, IncidentId, Redacted};
use mayday_wire::{CameraProblem, ClipState, ClipView, HomeView, IncidentView, PictureFrom, PictureView};
use tokio::task::AbortHandle;
use tokio::time::sleep;

use crate::folder::Folder;
use clips::Clips;
use connect::Choices;
use kept::Kept;
use sealed::Key;
use stills::Stills;

/// How long a window is kept waiting when nothing comes: it hears then how the camera stands.
const LONGEST: Duration = Duration::from_secs(5);
/// A window that does not ask for so long has gone, and its camera is left alone.
const GONE: Duration = Duration::from_secs(15);
/// How often it is looked which clips are too old.
const LOOKED_AT: Duration = Duration::from_secs(6 * 3_600);
/// Cameras that are filmed for one incident.
const MOST_FILMED: usize = 9;
/// How often a camera's last picture is kept while it is watched.
const STILL: Duration = Duration::from_secs(30);
/// Pictures that are shown at a time: more than a home has cameras.
const MOST_VIEWERS: usize = 80;

/// See the module. Clones are the same.
#[derive(Clone)]
pub(crate) struct Live(Arc<Mutex<Shown>>);

struct Shown {
    kept: Kept,
    cameras: HashMap<CameraId, Arc<Camera>>,
    /// The same where a window asks for single pictures.
    plain: HashMap<CameraId, Arc<Camera>>,
    choices: Choices,
    watching: HashMap<u32, Arc<Watching>>,
    next: u32,
    clips: Arc<Clips>,
    stills: Arc<Stills>,
    /// When the last picture of each was kept.
    kept_at: HashMap<CameraId, Instant>,
    /// Opens clips and last pictures; `None`: not fetched, or there is no keyring that has it.
    key: Option<Key>,
    /// Clips that are being kept.
    filming: HashMap<(IncidentId, CameraId), AbortHandle>,
    clock: SharedClock,
}

/// A place in the window that shows a camera.
struct Watching {
    id: CameraId,
    plain: bool,
    /// Asked for as long as somebody watches, also after the camera was connected anew.
    camera: Arc<Camera>,
    viewer: tokio::sync::Mutex<Viewer>,
    asked: Mutex<Instant>,
}

impl Live {
    pub(crate) fn new(folder: &Folder, clock: SharedClock) -> Self {
        let kept = Kept::read(folder.cameras_file());
        let stills = Stills::new(folder.stills());
        stills.forget(|camera| kept.place(camera).is_some());
        Self(Arc::new(Mutex::new(Shown {
            kept,
            stills: Arc::new(stills),
            kept_at: HashMap::new(),
            cameras: HashMap::new(),
            plain: HashMap::new(),
            choices: Choices::default(),
            watching: HashMap::new(),
            next: 0,
            clips: Arc::new(Clips::open(folder.clips(), clock.now().wall_ms())),
            key: None,
            filming: HashMap::new(),
            clock,
        })))
    }

    /// Whether this device knows a camera of its own.
    pub(crate) fn knows_cameras(&self) -> bool {
        !self.lock().kept.is_empty()
    }

    /// Fetches what a clip will need. A keyring that is locked asks a person to open it, and that must not happen over a
    /// countdown: when an incident begins the keyring is not asked.
    pub(crate) async fn prepare(&self, home: &HomeView) {
        let known: Vec<CameraId> = {
            let shown = self.lock();
            home.cameras.iter().map(|camera| camera.id).filter(|camera| shown.kept.place(*camera).is_some()).collect()
        };
        for camera in known {
            // One that cannot be had is told of when somebody looks.
            let _ = self.camera(camera, false, false).await;
        }
        self.key().await;
    }

    async fn key(&self) -> Option<Key> {
        let known = self.lock().key;
        if known.is_some() {
            return known;
        }
        let key = clips::key().await;
        self.lock().key = key;
        key
    }

    /// Where the picture of each camera of the home comes from. What is known of cameras that it does not have is forgotten.
    pub(crate) async fn pictures(&self, home: &HomeView) -> Vec<PictureView> {
        let (live, of) = (self.clone(), home.clone());
        tokio::spawn(async move { live.prepare(&of).await });
        let gone = {
            let mut shown = self.lock();
            shown.cameras.retain(|id, _| has(home, *id));
            shown.plain.retain(|id, _| has(home, *id));
            shown.stills.forget(|id| has(home, id));
            shown.kept.retain(|id| has(home, id))
        };
        for camera in gone {
            kept::forget_credentials(camera).await;
        }
        let shown = self.lock();
        let from = |camera: CameraId| match shown.kept.place(camera) {
            Some(place) => PictureFrom::Camera(Redacted::new(place.host())),
            None if is_demo(home) => PictureFrom::Demo,
            None => PictureFrom::Nowhere,
        };
        home.cameras.iter().map(|camera| PictureView { camera: camera.id, from: from(camera.id) }).collect()
    }

    /// Forgets where a camera is, and its password.
    pub(crate) async fn disconnect(&self, camera: CameraId) {
        {
            let mut shown = self.lock();
            shown.cameras.remove(&camera);
            shown.plain.remove(&camera);
            shown.kept.retain(|known| known != camera);
            shown.stills.forget(|known| known != camera);
        }
        kept::forget_credentials(camera).await;
    }

    /// Begins to watch a camera of the home. `plain`: single pictures, for a window that cannot show its video.
    pub(crate) async fn open(&self, home: &HomeView, camera: CameraId, plain: bool) -> Result<u32, CameraProblem> {
        if !has(home, camera) {
            return Err(CameraProblem::NotConnected);
        }
        let watched = self.camera(camera, plain, is_demo(home)).await?;
        let mut shown = self.lock();
        if shown.watching.len() >= MOST_VIEWERS {
            return Err(CameraProblem::TooMany);
        }
        let number = shown.next;
        shown.next = number.wrapping_add(1);
        let viewer = tokio::sync::Mutex::new(watched.look());
        let watching =
            Arc::new(Watching { id: camera, plain, camera: watched, viewer, asked: Mutex::new(Instant::now()) });
        shown.watching.insert(number, watching);
        drop(shown);
        tokio::spawn(self.clone().let_go(number));
        Ok(number)
    }

    /// What came since the window asked last.
    pub(crate) async fn pull(&self, number: u32) -> Result<Vec<u8>, CameraProblem> {
        let watching = self.watching(number).ok_or(CameraProblem::NotConnected)?;
        watching.is_asked();
        let pulled = watching.viewer.lock().await.pull(LONGEST).await;
        watching.is_asked();
        self.keep_still(&watching);
        Ok(answer::of(&pulled))
    }

    /// Keeps the last picture of a camera that this device knows, now and then.
    fn keep_still(&self, watching: &Watching) {
        let Some(still) = watching.camera.stage().still().filter(|_| !watching.plain) else { return };
        let mut shown = self.lock();
        let id = watching.id;
        // Whoever still watches an earlier connection may be watching another camera.
        let is_own = shown.cameras.get(&id).is_some_and(|own| Arc::ptr_eq(own, &watching.camera));
        let is_due = is_own && shown.kept_at.get(&id).is_none_or(|at| at.elapsed() > STILL);
        let Some(key) = shown.key.filter(|_| is_due && shown.kept.place(id).is_some()) else { return };
        shown.kept_at.insert(id, Instant::now());
        let stills = shown.stills.clone();
        drop(shown);
        tokio::task::spawn_blocking(move || stills.keep(id, &still, &key));
    }

    /// Asks a camera that has stopped at once.
    pub(crate) fn again(&self, number: u32) {
        if let Some(watching) = self.watching(number) {
            watching.camera.ask_again();
        }
    }

    /// Watches no more.
    pub(crate) fn close(&self, number: u32) {
        self.lock().watching.remove(&number);
    }

    /// An incident has begun: what its camera shows is kept, or what all of them show where it came from none (S4).
    pub(crate) fn film(&self, home: &HomeView, incident: &IncidentView) {
        let cameras: Vec<CameraId> = match &incident.camera {
            Some(camera) => vec![camera.id],
            None => home.cameras.iter().map(|camera| camera.id).take(MOST_FILMED).collect(),
        };
        for camera in cameras {
            let (live, id, is_demo) = (self.clone(), incident.id, is_demo(home));
            let mut shown = self.lock();
            if shown.filming.contains_key(&(id, camera)) {
                continue;
            }
            let filming = tauri::async_runtime::spawn(async move { live.film_one(id, camera, is_demo).await });
            shown.filming.insert((id, camera), filming.inner().abort_handle());
        }
    }

    async fn film_one(&self, incident: IncidentId, camera: CameraId, is_demo: bool) {
        if let Err(problem) = self.try_to_film(incident, camera, is_demo).await {
            tracing::info!(?problem, "no clip is kept of a camera");
        }
        self.lock().filming.remove(&(incident, camera));
    }

    async fn try_to_film(&self, incident: IncidentId, id: CameraId, is_demo: bool) -> Result<(), CameraProblem> {
        let (camera, key, clips, at_ms) = {
            let mut shown = self.lock();
            let key = shown.key.ok_or(CameraProblem::NoKeyring)?;
            let camera = shown.ready(id, is_demo).ok_or(CameraProblem::NotConnected)?;
            (camera, key, shown.clips.clone(), shown.clock.now().wall_ms())
        };
        clips.delete(|clip| clip.until_ms <= at_ms);
        // One that a crash has cut off stays as it is: a clip is of one piece.
        let is_there = clips.of(incident, at_ms, |_| false).iter().any(|clip| clip.camera == id);
        if let Some(part) = clips.part(incident, id, at_ms).filter(|_| !is_there) {
            clips::film(&camera, part, key).await;
        }
        Ok(())
    }

    /// An incident that was cancelled before it had begun leaves no clip.
    pub(crate) fn hear(&self, incident: &IncidentView) {
        if incident.ending == Some(Ending::CancelledOnDevice) {
            self.delete_clips(|clip| clip.incident == incident.id);
        }
    }

    /// Deletes clips, also while they are kept.
    pub(crate) fn delete_clips(&self, meant: impl Fn(&ClipView) -> bool) {
        let mut shown = self.lock();
        let clips = shown.clips.clone();
        let now_ms = shown.clock.now().wall_ms();
        let view = |(incident, camera): (IncidentId, CameraId)| ClipView {
            incident,
            camera,
            at_ms: now_ms,
            state: ClipState::Running,
            until_ms: now_ms.saturating_add(clips::KEPT_MS),
        };
        shown.filming.retain(|of, filming| {
            let goes = meant(&view(*of));
            if goes {
                filming.abort();
            }
            !goes
        });
        drop(shown);
        clips.delete(meant);
    }

    /// Deletes what is thirty days old, for as long as the app runs.
    pub(crate) async fn delete_old(self) {
        loop {
            sleep(LOOKED_AT).await;
            let now_ms = self.lock().clock.now().wall_ms();
            self.lock().clips.clone().delete(|clip| clip.until_ms <= now_ms);
        }
    }

    /// The clips around an incident.
    pub(crate) fn clips(&self, incident: IncidentId) -> Vec<ClipView> {
        let (clips, now_ms, running) = {
            let shown = self.lock();
            let running: Vec<_> = shown.filming.keys().copied().collect();
            (shown.clips.clone(), shown.clock.now().wall_ms(), running)
        };
        clips.of(incident, now_ms, |camera| running.contains(&(incident, camera)))
    }

    /// A clip as a player takes it.
    pub(crate) async fn clip(&self, incident: IncidentId, camera: CameraId) -> Result<Vec<u8>, CameraProblem> {
        let key = self.key().await.ok_or(CameraProblem::NoKeyring)?;
        let clips = self.lock().clips.clone();
        let read = tokio::task::spawn_blocking(move || clips.read(incident, camera, &key)).await;
        read.ok().flatten().map(|(mime, clip)| answer::of_clip(mime, &clip)).ok_or(CameraProblem::ClipLost)
    }

    /// This device has left its home: nothing of its cameras stays here.
    pub(crate) async fn forget(&self) {
        self.delete_clips(|_| true);
        let known = {
            let mut shown = self.lock();
            shown.cameras.clear();
            shown.plain.clear();
            shown.choices = Choices::default();
            shown.stills.forget(|_| false);
            shown.watching.clear();
            shown.kept.retain(|_| false)
        };
        for camera in known {
            kept::forget_credentials(camera).await;
        }
    }

    /// The camera as it is known, or as it is kept, with the last picture of it that this device has.
    async fn camera(&self, id: CameraId, plain: bool, is_demo: bool) -> Result<Arc<Camera>, CameraProblem> {
        let place = {
            let mut shown = self.lock();
            if let Some(camera) = shown.known(plain).get(&id) {
                return Ok(camera.clone());
            }
            shown.kept.place(id).cloned()
        };
        let source = match place {
            None if plain => return Err(CameraProblem::NoStills),
            None if is_demo => Source::Demo,
            None => return Err(CameraProblem::NotConnected),
            Some(place) => {
                let spot = match plain {
                    true => place.plain().ok_or(CameraProblem::NoStills)?,
                    false => place.spot().ok_or(CameraProblem::NotConnected)?,
                };
                let credentials = match place.has_credentials && place.is_of(&spot) {
                    true => Some(kept::credentials(id).await.ok_or(CameraProblem::NoKeyring)?),
                    false => None,
                };
                spot.source(credentials, place.transport)
            }
        };
        let still = if plain { None } else { self.kept_still(id).await };
        // Two places of a window may have come here at once: one connection for both.
        Ok(self.lock().known(plain).entry(id).or_insert_with(|| Arc::new(Camera::new(source, still))).clone())
    }

    async fn kept_still(&self, id: CameraId) -> Option<Still> {
        self.lock().kept.place(id)?;
        let key = self.key().await?;
        let (stills, now_ms) = {
            let shown = self.lock();
            (shown.stills.clone(), shown.clock.now().wall_ms())
        };
        let now = UNIX_EPOCH + Duration::from_millis(u64::try_from(now_ms).ok()?);
        tokio::task::spawn_blocking(move || stills.read(id, &key, now)).await.ok()?
    }

    /// A window that went without a word leaves no camera on.
    async fn let_go(self, number: u32) {
        loop {
            let Some(watching) = self.watching(number) else { return };
            let idle = watching.asked.lock().unwrap_or_else(PoisonError::into_inner).elapsed();
            drop(watching);
            match GONE.checked_sub(idle) {
                Some(rest) if !rest.is_zero() => sleep(rest).await,
                Some(_) | None => return self.close(number),
            }
        }
    }

    fn watching(&self, number: u32) -> Option<Arc<Watching>> {
        self.lock().watching.get(&number).cloned()
    }

    fn lock(&self) -> MutexGuard<'_, Shown> {
        // Nothing under the lock can leave it half done.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shown {
    const fn known(&mut self, plain: bool) -> &mut HashMap<CameraId, Arc<Camera>> {
        if plain { &mut self.plain } else { &mut self.cameras }
    }

    /// A camera for which nothing has to be asked of the keyring.
    fn ready(&mut self, id: CameraId, is_demo: bool) -> Option<Arc<Camera>> {
        if self.kept.place(id).is_none() && is_demo && !self.cameras.contains_key(&id) {
            self.cameras.insert(id, Arc::new(Camera::new(Source::Demo, None)));
        }
        self.cameras.get(&id).cloned()
    }
}

impl Watching {
    fn is_asked(&self) {
        *self.asked.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }
}

fn has(home: &HomeView, camera: CameraId) -> bool {
    home.cameras.iter().any(|known| known.id == camera)
}

/// The home to try: it alone was not set up.
const fn is_demo(home: &HomeView) -> bool {
    home.setup.is_none()
}

#[cfg(test)]
mod tests;
