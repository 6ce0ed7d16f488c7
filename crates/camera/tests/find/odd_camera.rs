//! A virtual ONVIF camera with the oddities that real ones have: it believes to be elsewhere, its clock stands, it has
//! only the newer service, it wants the password in the web's way. Its answers have the shapes of the ONVIF schemas.

use std::sync::{Arc, Mutex};

use hyper::{Response, StatusCode};

use crate::port::{self, Given, Guard, Port};

/// How a camera is odd.
#[derive(Clone, Copy)]
pub(crate) struct OddCamera {
    pub(crate) guard: Guard,
    /// Whether it has the newer service (Media 2) alone.
    pub(crate) new: bool,
    /// What it says instead of a clock.
    pub(crate) clock: &'static str,
    /// What it says instead of its profiles.
    pub(crate) profiles: Option<&'static str>,
}

/// Where it believes to be.
const ELSEWHERE: &str = "192.0.2.64";
/// The evening of 9 September 2001.
const STANDS: &str = "<SystemDateAndTime><UTCDateTime><Time><Hour>1</Hour><Minute>46</Minute><Second>40</Second></Time>\
    <Date><Year>2001</Year><Month>9</Month><Day>9</Day></Date></UTCDateTime></SystemDateAndTime>";

impl Default for OddCamera {
    fn default() -> Self {
        Self { guard: Guard::Open, new: false, clock: STANDS, profiles: None }
    }
}

/// A running one.
pub(crate) struct Running {
    pub(crate) port: Port,
    messages: Arc<Mutex<Vec<String>>>,
}

impl Running {
    /// What it was sent.
    pub(crate) fn messages(&self) -> Vec<String> {
        self.messages.lock().expect("no test panicked with it").clone()
    }
}

impl OddCamera {
    pub(crate) async fn start(self) -> Running {
        let messages = Arc::new(Mutex::new(Vec::new()));
        let kept = messages.clone();
        let port = Port::open(self.guard, "camera", move |_, message| {
            kept.lock().expect("no test panicked with it").push(message.to_owned());
            self.answer(message)
        });
        Running { port: port.await, messages }
    }

    fn answer(self, message: &str) -> Response<Given> {
        let asks = |what: &str| message.contains(&format!(":{what}"));
        if asks("GetSystemDateAndTime") {
            says("GetSystemDateAndTimeResponse", self.clock)
        } else if asks("GetCapabilities") {
            let media = format!("<Media><XAddr>http://{ELSEWHERE}/onvif/media</XAddr></Media>");
            says(
                "GetCapabilitiesResponse",
                &format!("<Capabilities>{}</Capabilities>", if self.new { "" } else { &media }),
            )
        } else if asks("GetServices") {
            let new = "<Namespace>http://www.onvif.org/ver20/media/wsdl</Namespace>";
            let at = format!("<Service>{new}<XAddr>http://{ELSEWHERE}/onvif/media2</XAddr></Service>");
            says("GetServicesResponse", &at)
        } else if asks("GetProfiles") {
            says("GetProfilesResponse", self.profiles.unwrap_or(if self.new { PROFILE_2 } else { PROFILE }))
        } else if asks("GetStreamUri") {
            let uri = format!("<Uri>rtsp://root:key@{ELSEWHERE}:8554/live?a=1&amp;b=2</Uri>");
            let uri = if self.new { uri } else { format!("<MediaUri>{uri}</MediaUri>") };
            says("GetStreamUriResponse", &uri)
        } else {
            refuses("ter:ActionNotSupported")
        }
    }
}

const PROFILE: &str = r#"<Profiles token="P1"><Name>main</Name><VideoSourceConfiguration token="C1"><SourceToken>S1</SourceToken>
    </VideoSourceConfiguration></Profiles>"#;
const PROFILE_2: &str = r#"<Profiles token="P1"><Name>main</Name><Configurations><VideoSource token="C1">
    <SourceToken>S1</SourceToken></VideoSource></Configurations></Profiles>"#;

fn says(what: &str, body: &str) -> Response<Given> {
    message(StatusCode::OK, &format!("<{what}>{body}</{what}>"))
}

fn refuses(why: &str) -> Response<Given> {
    let code = format!("<s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>{why}</s:Value></s:Subcode></s:Code>");
    let fault = format!("<s:Fault>{code}<s:Reason><s:Text>No</s:Text></s:Reason></s:Fault>");
    message(StatusCode::BAD_REQUEST, &fault)
}

fn message(status: StatusCode, body: &str) -> Response<Given> {
    let envelope = "http://www.w3.org/2003/05/soap-envelope";
    let text = format!("<s:Envelope xmlns:s=\"{envelope}\"><s:Body>{body}</s:Body></s:Envelope>");
    port::answer(status, "application/soap+xml", text)
}
