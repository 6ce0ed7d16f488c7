//! Machines that are no cameras, or not what they say.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use hyper::StatusCode;
use hyper::header::LOCATION;
use mayday_camera::find::ask;
use mayday_camera::{Problem, WebAddress};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use crate::go2rtc::VirtualGo2rtc;
use crate::port::{Guard, Port, ana, answer, long_answer};

/// Both ways in which a machine is asked.
const PATHS: [&str; 2] = ["/", "/onvif/device_service"];

/// proves: S2
#[tokio::test]
async fn a_web_page_is_no_camera() {
    let texts = ["<!doctype html><p>Router", "{}", r#"{"error":"x","cameras":[1]}"#, "", "[1]"];
    for text in texts {
        let port = Port::open(Guard::Open, "", move |_, _| answer(StatusCode::OK, "text/html", text)).await;
        for path in PATHS {
            assert_eq!(ask(&port.address(path), None).await.expect_err("no camera"), Problem::NotACamera);
        }
    }
}

/// proves: S2
#[tokio::test]
async fn an_answer_without_an_end_is_not_read_to_its_end() {
    let given = Arc::new(AtomicUsize::new(0));
    let count = given.clone();
    let port = Port::open(Guard::Open, "", move |_, _| long_answer(&[b' '; 65_536], 16_384, count.clone())).await;
    for path in PATHS {
        assert_eq!(ask(&port.address(path), None).await.expect_err("too long"), Problem::NotACamera);
    }
    let mebibytes = given.load(Ordering::Relaxed) / 16;
    assert!(mebibytes < 64, "{mebibytes} MiB were given: what the system holds on its way, and no gigabyte");
}

/// proves: S2
#[tokio::test]
async fn nobody_is_followed_to_another_machine() {
    let other = VirtualGo2rtc::default().start().await;
    let to = format!("http://localhost:{}/api/streams", other.number());
    let moved = move |_: &str, _: &str| {
        let mut moved = answer(StatusCode::TEMPORARY_REDIRECT, "text/plain", "");
        moved.headers_mut().insert(LOCATION, to.parse().expect("a header's text"));
        moved
    };
    let port = Port::open(Guard::Basic, "go2rtc", moved).await;
    for path in PATHS {
        let asked = ask(&port.address(path), Some(&ana("sesame"))).await;
        assert_eq!(asked.expect_err("it is elsewhere"), Problem::NotACamera);
    }
    assert_eq!(other.came(), Vec::<String>::new());
}

/// proves: S2
#[tokio::test]
async fn where_nobody_answers_nothing_is_found() {
    let gone = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let at = gone.local_addr().expect("bound");
    drop(gone);
    for path in PATHS {
        let (address, _) = WebAddress::parse(&format!("http://{at}{path}")).expect("a web address");
        assert_eq!(ask(&address, None).await.expect_err("nobody"), Problem::Unreachable);
    }
}

/// proves: S2
#[tokio::test]
async fn a_machine_that_speaks_something_else_is_no_camera() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let at = listener.local_addr().expect("bound");
    let server = tokio::spawn(async move {
        while let Ok((mut peer, _)) = listener.accept().await {
            let mut said = [0; 64];
            let _ = peer.read(&mut said).await;
            let _ = peer.write_all(b"RTSP/1.0 400 Bad Request\r\nCSeq: 0\r\n\r\n").await;
        }
    });
    for path in PATHS {
        let (address, _) = WebAddress::parse(&format!("http://{at}{path}")).expect("a web address");
        assert_eq!(ask(&address, None).await.expect_err("no web server"), Problem::NotACamera);
    }
    server.abort();
}
