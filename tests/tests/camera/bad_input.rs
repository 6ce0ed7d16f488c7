//! Cameras that are wrong, gone, silent or lying: each has its own reason, and none does harm.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use mayday_camera::{Problem, Transport};
use mayday_tests::RtspCamera;

use crate::{camera, pictures, problem_of, watch, with_password};

/// Something at a port that answers every connection in its own way.
fn something(answers: impl Fn(TcpStream) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("bound").port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            answers(stream);
        }
    });
    format!("rtsp://127.0.0.1:{port}/live")
}

async fn says(address: &str, problem: Problem) {
    assert_eq!(problem_of(&camera(address, Transport::Tcp)).await, problem, "{address}");
}

/// proves: S2
#[tokio::test]
async fn a_wrong_password_is_said_to_be_one() {
    for digest in [&["--auth", "ana:sesame", "--digest"][..], &["--auth", "ana:sesame"]] {
        let server = RtspCamera::start(digest).expect("a camera");
        assert_eq!(problem_of(&with_password(&server.address(), "ana", "other")).await, Problem::WrongPassword);
        says(&server.address(), Problem::WrongPassword).await;
    }
}

/// proves: S2
#[tokio::test]
async fn a_wrong_path_is_said_to_be_one() {
    let server = RtspCamera::start(&[]).expect("a camera");
    says(&server.address().replace("/live", "/other"), Problem::WrongPath).await;
}

/// proves: S2
#[tokio::test]
async fn nobody_at_the_address_is_said_to_be_nobody() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("bound").port();
    drop(taken);
    says(&format!("rtsp://127.0.0.1:{port}/live"), Problem::Unreachable).await;
}

/// proves: S2
#[tokio::test]
async fn a_web_server_is_no_camera() {
    let address = something(|mut stream| {
        let _ = stream.read(&mut [0; 2_048]);
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    });
    says(&address, Problem::NotACamera).await;
}

/// proves: S2
#[tokio::test]
async fn garbage_is_no_camera() {
    let address = something(|mut stream| {
        let _ = stream.read(&mut [0; 2_048]);
        let _ = stream.write_all(&[0xff; 65_536]);
    });
    says(&address, Problem::NotACamera).await;
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_camera_that_accepts_and_says_nothing_is_given_up() {
    let (kept, keep) = std::sync::mpsc::channel();
    let address = something(move |stream| drop(kept.send(stream)));
    says(&address, Problem::Silent).await;
    drop(keep);
}

/// proves: S2
#[tokio::test]
async fn a_camera_that_hangs_up_is_said_to_have_ended() {
    let address = something(drop);
    says(&address, Problem::Ended).await;
}

/// proves: S2
#[tokio::test]
async fn pictures_that_no_window_shows_and_sound_alone_say_so() {
    let vp8 = RtspCamera::start(&["--video", "vp8", "--width", "320", "--height", "180"]).expect("a camera");
    says(&vp8.address(), Problem::UnknownCodec).await;
    let deaf = RtspCamera::start(&["--video", "none", "--audio", "aac"]).expect("a camera");
    says(&deaf.address(), Problem::NoVideo).await;
}

/// proves: S2
#[tokio::test]
async fn another_size_after_a_restart_is_another_stream() {
    let server = RtspCamera::start(&["--width", "640", "--height", "360"]).expect("a camera");
    let port = server.port();
    let camera = camera(&server.address(), Transport::Tcp);
    let mut viewer = camera.look();
    let before = watch(&mut viewer, |all| pictures(all).len() >= 3).await;
    drop(server);
    let _other = RtspCamera::start_at(port, &["--width", "1280", "--height", "720"]).expect("a camera");
    let after = watch(&mut viewer, |all| all.iter().any(|pulled| pulled.format.is_some())).await;
    let format = |all: &[mayday_camera::Pulled]| all.iter().find_map(|pulled| pulled.format.clone()).expect("one");
    assert_ne!(format(&before).init, format(&after).init);
}
