//! Frigate: a recorder that reads cameras through a go2rtc of its own, and gives them on through it.
//!
//! Its `api/config` has the cameras and the streams of that go2rtc (Frigate 0.14 to 0.17, `frigate/api/app.py`,
//! `frigate/config`). The go2rtc's own pages are not open to others as a rule, its RTSP is. A camera that go2rtc does not
//! carry cannot be read from Frigate, and is left out.

use serde_json::{Map, Value};

use super::web::json;
use super::{Base, Found, name_of, rtsp_port, web_address};
use crate::problem::Problem;
use crate::web::Web;

/// The cameras of a Frigate, by name. `None`: this is none.
pub(super) async fn ask(base: &Base, web: &Web) -> Result<Option<Vec<Found>>, Problem> {
    let Some(config) = json(web, &base.below(&["api", "config"])).await? else { return Ok(None) };
    Ok(config.get("cameras").and_then(Value::as_object).map(|cameras| found(base, cameras, &config["go2rtc"])))
}

fn found(base: &Base, cameras: &Map<String, Value>, go2rtc: &Value) -> Vec<Found> {
    let Some(port) = rtsp_port(go2rtc["rtsp"]["listen"].as_str()) else { return Vec::new() };
    let mut found: Vec<_> = cameras
        .iter()
        .filter(|(_, camera)| camera["enabled"].as_bool().unwrap_or(true))
        .filter_map(|(name, camera)| {
            let stream = stream_of(name, camera, &go2rtc["streams"])?;
            let picture = base.below(&["api", name, "latest.jpg"]);
            let shown = camera["friendly_name"].as_str().unwrap_or(name);
            Some(Found { name: name_of(shown), stream: base.stream(port, stream)?, stills: web_address(&picture) })
        })
        .collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// Which stream of go2rtc shows a camera: the one of its name, or the first that its live view is told to take.
fn stream_of<'a>(name: &'a str, camera: &'a Value, streams: &Value) -> Option<&'a str> {
    let live = &camera["live"];
    let told = live["streams"].as_object().into_iter().flat_map(Map::values).chain([&live["stream_name"]]);
    let mut names = std::iter::once(name).chain(told.filter_map(Value::as_str));
    names.find(|name| streams.get(name).is_some())
}
