//! go2rtc: a program that takes cameras of many kinds and gives them on as RTSP.
//!
//! Its `api/streams` has one object for each stream, under the stream's name, and its `api` says where RTSP is spoken
//! (go2rtc 1.9, `internal/streams/api.go`, `internal/api/api.go`, `internal/rtsp/rtsp.go`). The part of an RTSP
//! address after the first slash is the name of the stream, and `api/frame.jpeg?src=` gives one picture of it.

use serde_json::{Map, Value};

use super::web::json;
use super::{Base, Found, name_of, rtsp_port, web_address};
use crate::problem::Problem;
use crate::web::Web;

/// The streams of a go2rtc, by name. `None`: this is none.
pub(super) async fn ask(base: &Base, web: &Web) -> Result<Option<Vec<Found>>, Problem> {
    let Some(Value::Object(streams)) = json(web, &base.below(&["api", "streams"])).await? else { return Ok(None) };
    if !streams.values().all(is_stream) {
        return Ok(None);
    }
    let says = json(web, &base.below(&["api"])).await?;
    let rtsp = says.as_ref().and_then(|says| says.get("rtsp"));
    // Without a stream, an empty object may be anybody's.
    if streams.is_empty() && rtsp.is_none() {
        return Ok(None);
    }
    let listens = rtsp.and_then(|rtsp| rtsp.get("listen")).and_then(Value::as_str);
    Ok(Some(rtsp_port(listens).map(|port| found(base, port, &streams)).unwrap_or_default()))
}

fn is_stream(value: &Value) -> bool {
    value.get("producers").is_some()
}

fn found(base: &Base, port: u16, streams: &Map<String, Value>) -> Vec<Found> {
    let mut found: Vec<_> = streams.keys().filter_map(|stream| of_stream(base, port, stream)).collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

fn of_stream(base: &Base, port: u16, stream: &str) -> Option<Found> {
    let mut picture = base.below(&["api", "frame.jpeg"]);
    picture.query_pairs_mut().append_pair("src", stream);
    Some(Found { name: name_of(stream), stream: base.stream(port, stream)?, stills: web_address(&picture) })
}
