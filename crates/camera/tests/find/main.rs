//! Finding cameras, against peers that speak as the real ones do: a go2rtc, a Frigate, an ONVIF device of `oxvif`, an odd
//! camera, and machines that are nothing of the kind.

mod devices;
mod frigate;
mod go2rtc;
mod odd_camera;
mod port;
mod programs;
mod strangers;

use mayday_camera::find::Found;

/// What was found, as a test can compare it: name, stream and picture.
fn told(found: &[Found]) -> Vec<(&str, &str, Option<&str>)> {
    found
        .iter()
        .map(|each| (each.name.as_str(), each.stream.reveal(), each.stills.as_ref().map(|at| at.reveal())))
        .collect()
}
