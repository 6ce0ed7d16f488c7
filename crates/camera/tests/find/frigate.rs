//! A virtual Frigate: answers under `api/config` as Frigate 0.16 does, with the parts of it that say where cameras are
//! and some that do not, and refuses all other pages in its words.

use hyper::StatusCode;
use serde_json::{Value, json};

use crate::port::{Guard, Port, answer};

/// How a virtual Frigate is set up.
pub(crate) struct VirtualFrigate {
    pub(crate) cameras: Value,
    pub(crate) go2rtc: Value,
    pub(crate) guard: Guard,
}

impl VirtualFrigate {
    pub(crate) async fn start(self) -> Port {
        let config = json!({
            "version": "0.16-0", "safe_mode": false, "mqtt": {"enabled": true, "host": "mqtt", "password": "*****"},
            "cameras": self.cameras, "go2rtc": self.go2rtc, "detectors": {"cpu": {"type": "cpu"}},
        });
        Port::open(self.guard, "frigate", move |path, _| match path {
            "/api/config" => answer(StatusCode::OK, "application/json", config.to_string()),
            _ => answer(StatusCode::NOT_FOUND, "application/json", r#"{"detail":"Not Found"}"#),
        })
        .await
    }
}

/// A camera as Frigate tells of it: `more` is laid over what each has.
pub(crate) fn camera(more: Value) -> Value {
    let mut camera = json!({
        "enabled": true, "ffmpeg": {"inputs": [{"path": "rtsp://*:*@192.0.2.64/h264", "roles": ["detect"]}]},
        "live": {"streams": {}, "height": 720, "quality": 8}, "detect": {"width": 1280, "height": 720},
    });
    let Value::Object(more) = more else { panic!("a camera is an object") };
    camera.as_object_mut().expect("it is an object").extend(more);
    camera
}
