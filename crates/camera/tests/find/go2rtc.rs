//! A virtual go2rtc: answers under `api` and `api/streams` as go2rtc 1.9 does, and under nothing else.

use hyper::StatusCode;
use serde_json::{Value, json};

use crate::port::{Guard, Port, answer};

/// How a virtual go2rtc is set up.
pub(crate) struct VirtualGo2rtc {
    pub(crate) streams: Vec<&'static str>,
    /// Where it speaks RTSP. Empty: nowhere.
    pub(crate) listens: &'static str,
    pub(crate) guard: Guard,
    /// Where its pages begin.
    pub(crate) below: &'static str,
}

impl Default for VirtualGo2rtc {
    fn default() -> Self {
        Self { streams: vec!["front"], listens: ":8554", guard: Guard::Open, below: "" }
    }
}

impl VirtualGo2rtc {
    pub(crate) async fn start(self) -> Port {
        let streams: Value = self.streams.iter().map(|name| ((*name).to_owned(), stream())).collect();
        let rtsp = json!({"listen": self.listens, "default_query": "video&audio"});
        let info = json!({
            "config_path": "/config/go2rtc.yaml", "host": "go2rtc:1984", "revision": "b5948cf", "rtsp": rtsp,
            "version": "1.9.9",
        });
        let (api, list) = (format!("{}/api", self.below), format!("{}/api/streams", self.below));
        Port::open(self.guard, "go2rtc", move |path, _| match path {
            path if path == api => answer(StatusCode::OK, "application/json", format!("{info}\n")),
            path if path == list => answer(StatusCode::OK, "application/json", format!("{streams}\n")),
            _ => answer(StatusCode::NOT_FOUND, "text/plain; charset=utf-8", "404 page not found\n"),
        })
        .await
    }
}

/// As it is while nobody looks.
fn stream() -> Value {
    json!({"producers": [{"url": "rtsp://192.0.2.64/h264"}], "consumers": null})
}
