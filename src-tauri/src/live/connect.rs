//! Connecting the picture of a camera: looked for on the network or at an address, tried on the spot, and kept only when a
//! picture came.

use std::sync::Arc;
use std::time::Duration;

use mayday_camera::find::{self, Device, Found};
use mayday_camera::{Camera, Credentials, Problem, Status, WebAddress};
use mayday_protocol::CameraId;
use mayday_wire::{
    CameraPlace, CameraProblem, CameraTransport, ConnectCameraRequest, ConnectedView, FoundView, HomeView,
};
use tokio::time::timeout;

use super::kept::{self, Place, Spot};
use super::{LONGEST, Live, answer, has};

/// How long cameras on the network have to answer.
const LOOKED: Duration = Duration::from_secs(4);
/// How long a camera may take until its first picture when it is connected.
const FIRST_PICTURE: Duration = Duration::from_secs(15);
/// Cameras that are shown of what was found.
const MOST_FOUND: usize = 64;

/// What was found, as the window may choose it.
#[derive(Clone)]
pub(super) enum Choice {
    /// A device that has not been asked for its streams.
    Device(Device),
    /// A stream.
    Stream(Found),
}

/// What was found last. The numbers of what was found before stand for nothing any more.
#[derive(Default)]
pub(super) struct Choices {
    first: u32,
    all: Vec<Choice>,
}

impl Choices {
    fn put(&mut self, all: Vec<Choice>) -> Vec<FoundView> {
        let passed = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.first = self.first.wrapping_add(passed);
        self.all = all;
        self.all.truncate(MOST_FOUND);
        (self.first..).zip(&self.all).map(|(number, choice)| choice.view(number)).collect()
    }

    fn get(&self, number: u32) -> Option<Choice> {
        let at = usize::try_from(number.wrapping_sub(self.first)).ok()?;
        self.all.get(at).cloned()
    }
}

impl Choice {
    fn view(&self, number: u32) -> FoundView {
        let (name, host) = match self {
            Self::Device(device) => (&device.name, device.host.clone()),
            Self::Stream(found) => (&found.name, found.stream.host().to_owned()),
        };
        FoundView { number, name: name.clone().into(), host: host.into() }
    }
}

/// One place to try.
struct Try {
    spot: Spot,
    stills: Option<WebAddress>,
    credentials: Option<Credentials>,
    transport: CameraTransport,
}

/// What an address led to.
enum Led {
    /// A picture came.
    Shown(Box<Try>, Arc<Camera>),
    /// There are several to choose from.
    Several(Vec<Found>),
}

impl Live {
    /// Looks which cameras answer on the network.
    pub(crate) async fn look(&self) -> Vec<FoundView> {
        let devices = find::look_around(LOOKED).await;
        self.lock().choices.put(devices.into_iter().map(Choice::Device).collect())
    }

    /// Looks whether a camera answers and shows a picture, and only then keeps where it is.
    pub(crate) async fn connect(
        &self,
        home: &HomeView,
        request: ConnectCameraRequest,
    ) -> Result<ConnectedView, CameraProblem> {
        let ConnectCameraRequest { camera, place, stills, user, password, transport } = request;
        if !has(home, camera) {
            return Err(CameraProblem::NotConnected);
        }
        let stills = answer::stills(stills.reveal())?;
        let (user, password) = (user.reveal().trim().to_owned(), password.reveal().clone());
        let typed = (!user.is_empty() || !password.is_empty()).then_some(Credentials { user, password });
        let led = match place {
            CameraPlace::Address(address) => {
                let (spot, pasted) = Spot::parse(address.reveal()).map_err(answer::address_problem)?;
                at_address(Try { spot, stills, credentials: typed.or(pasted), transport }).await?
            }
            CameraPlace::Found(number) => {
                let choice = self.lock().choices.get(number).ok_or(CameraProblem::FoundGone)?;
                of_choice(choice, stills, typed, transport).await?
            }
        };
        match led {
            Led::Shown(tried, shown) => Ok(self.keep(camera, *tried, shown).await),
            Led::Several(found) => {
                let found = self.lock().choices.put(found.into_iter().map(Choice::Stream).collect());
                Ok(ConnectedView::Several { found })
            }
        }
    }

    async fn keep(&self, camera: CameraId, tried: Try, shown: Arc<Camera>) -> ConnectedView {
        let Try { spot, stills, credentials, transport } = tried;
        let locked = match &credentials {
            Some(credentials) => !kept::keep_credentials(camera, credentials).await,
            None => {
                kept::forget_credentials(camera).await;
                false
            }
        };
        let place = Place::new(&spot, stills.as_ref(), transport, credentials.is_some());
        let mut state = self.lock();
        state.plain.remove(&camera);
        // What was kept is of another connection, perhaps of another camera.
        state.stills.forget(|known| known != camera);
        state.kept_at.remove(&camera);
        state.cameras.insert(camera, shown);
        state.kept.keep(camera, place, !locked);
        ConnectedView::Connected { kept: !locked }
    }
}

/// A stream is tried as it is. A web address may be of pictures, or of something that has cameras.
async fn at_address(tried: Try) -> Result<Led, CameraProblem> {
    let Spot::Web(address) = &tried.spot else { return shown(tried).await };
    let address = address.clone();
    let problem = match first_picture(&tried).await {
        Ok(camera) => return Ok(Led::Shown(Box::new(tried), camera)),
        Err(problem) => problem,
    };
    if !matches!(problem, CameraProblem::NotACamera | CameraProblem::WrongPath | CameraProblem::Refused) {
        return Err(problem);
    }
    let Try { stills, credentials, transport, .. } = tried;
    match of_several(&address, stills, credentials, transport).await {
        // What was said of the address as it was typed is nearer to what mends it.
        Err(CameraProblem::NotACamera) => Err(problem),
        led => led,
    }
}

async fn of_choice(
    choice: Choice,
    stills: Option<WebAddress>,
    credentials: Option<Credentials>,
    transport: CameraTransport,
) -> Result<Led, CameraProblem> {
    match choice {
        Choice::Device(device) => of_several(&device.service, stills, credentials, transport).await,
        Choice::Stream(found) => shown(of_found(found, stills, credentials, transport)).await,
    }
}

/// What has cameras is asked for them: one is tried, of several one is to be chosen.
async fn of_several(
    address: &WebAddress,
    stills: Option<WebAddress>,
    credentials: Option<Credentials>,
    transport: CameraTransport,
) -> Result<Led, CameraProblem> {
    let mut found = ask(address, credentials.as_ref()).await.map_err(answer::problem)?;
    match found.pop() {
        None => Err(answer::problem(Problem::NoVideo)),
        Some(only) if found.is_empty() => shown(of_found(only, stills, credentials, transport)).await,
        Some(last) => {
            found.push(last);
            Ok(Led::Several(found))
        }
    }
}

/// A camera's own address, without a path, stands for its ONVIF service.
async fn ask(address: &WebAddress, credentials: Option<&Credentials>) -> Result<Vec<Found>, Problem> {
    match (find::ask(address, credentials).await, address.onvif()) {
        (Err(Problem::NotACamera), Some(service)) => find::ask(&service, credentials).await,
        (asked, _) => asked,
    }
}

fn of_found(
    found: Found,
    stills: Option<WebAddress>,
    credentials: Option<Credentials>,
    transport: CameraTransport,
) -> Try {
    Try { spot: Spot::Stream(found.stream), stills: stills.or(found.stills), credentials, transport }
}

async fn shown(tried: Try) -> Result<Led, CameraProblem> {
    let camera = first_picture(&tried).await?;
    Ok(Led::Shown(Box::new(tried), camera))
}

async fn first_picture(tried: &Try) -> Result<Arc<Camera>, CameraProblem> {
    let camera = Arc::new(Camera::new(tried.spot.source(tried.credentials.clone(), tried.transport), None));
    let mut viewer = camera.look();
    let shown = async {
        loop {
            match viewer.pull(LONGEST).await.status {
                Status::Playing { .. } => return Ok(()),
                Status::Stopped { problem, .. } => return Err(answer::problem(problem)),
                Status::Idle | Status::Connecting { .. } => {}
            }
        }
    };
    timeout(FIRST_PICTURE, shown).await.unwrap_or(Err(CameraProblem::Silent))?;
    Ok(camera)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: S2
    #[test]
    fn what_was_found_before_is_not_taken_for_what_is_found_now() {
        let device = |name: &str| {
            let (service, _) = WebAddress::parse("http://10.0.0.7/onvif/device_service").expect("an address");
            Choice::Device(Device { name: name.to_owned(), host: "10.0.0.7".to_owned(), service })
        };
        let mut choices = Choices::default();
        let before = choices.put(vec![device("Drive"), device("Door")]);
        let now = choices.put(vec![device("Yard"); MOST_FOUND + 1]);
        assert_eq!(now.len(), MOST_FOUND);
        assert!(choices.get(before[1].number).is_none());
        let Some(Choice::Device(yard)) = choices.get(now[0].number) else { panic!("it was found") };
        assert_eq!(yard.name, "Yard");
        assert!(choices.get(now[0].number + 64).is_none());
    }
}
