//! What a camera sends is what a viewer gets: from a key frame on, in order, however many look and however slowly.

use std::fs;
use std::process::Command;

use mayday_camera::{Camera, Pulled, Source, Transport};
use mayday_tests::RtspCamera;

use crate::{camera, pictures, watch, with_password};

/// Writes what a viewer was given as a file, and has it decoded: the number of pictures that came out.
fn decoded(pulled: &[Pulled]) -> usize {
    frames(pulled, "v:0")
}

/// The same of one stream in it, as the decoder calls it.
fn frames(pulled: &[Pulled], stream: &str) -> usize {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("seen.mp4");
    let mut bytes = Vec::new();
    for pulled in pulled {
        bytes.extend(pulled.format.iter().flat_map(|format| format.init.to_vec()));
        bytes.extend(pulled.media.iter().flat_map(|media| media.data.to_vec()));
    }
    fs::write(&file, bytes).expect("writable");
    let decoder = Command::new("ffprobe")
        .args(["-v", "error", "-count_frames", "-select_streams", stream])
        .args(["-show_entries", "stream=nb_read_frames", "-of", "csv=p=0"])
        .arg(&file)
        .output()
        .expect("a decoder");
    let complaints = String::from_utf8_lossy(&decoder.stderr);
    assert!(complaints.is_empty(), "the decoder complains: {complaints}");
    let count = String::from_utf8_lossy(&decoder.stdout);
    count.trim().trim_end_matches(',').parse().unwrap_or_else(|_| panic!("no number of frames but {count:?}"))
}

async fn plays(camera: &Camera, codecs: &str) {
    let mut viewer = camera.look();
    let all = watch(&mut viewer, |all| pictures(all).len() >= 40).await;
    let format = all.iter().find_map(|pulled| pulled.format.clone()).expect("a format");
    assert!(format.mime.contains(codecs), "{}", format.mime);
    assert!(pictures(&all)[0].key, "it begins with a key frame");
    assert_eq!(decoded(&all), pictures(&all).len(), "every picture that was given can be decoded");
}

/// proves: S2
#[tokio::test]
async fn h264_with_aac_plays_over_the_connection_itself() {
    let server = RtspCamera::start(&["--audio", "aac"]).expect("a camera");
    plays(&camera(&server.address(), Transport::Tcp), "avc1.42C01F, mp4a.40.2").await;
}

/// proves: S2
#[tokio::test]
async fn it_plays_over_udp_too() {
    let server = RtspCamera::start(&[]).expect("a camera");
    plays(&camera(&server.address(), Transport::Udp), "avc1.").await;
}

/// proves: S2
#[tokio::test]
async fn h265_is_handed_on_as_it_is() {
    let server = RtspCamera::start(&["--video", "h265", "--width", "640", "--height", "360"]).expect("a camera");
    plays(&camera(&server.address(), Transport::Tcp), "hvc1.").await;
}

/// proves: S2
#[tokio::test]
async fn sound_in_either_law_of_g711_is_heard() {
    for law in ["pcmu", "pcma"] {
        let server = RtspCamera::start(&["--audio", law]).expect("a camera");
        let camera = camera(&server.address(), Transport::Tcp);
        let mut viewer = camera.look();
        let all = watch(&mut viewer, |all| pictures(all).len() >= 40).await;
        let format = all.iter().find_map(|pulled| pulled.format.clone()).expect("a format");
        assert!(format.sound && format.mime.ends_with(", fLaC\""), "{law}: {}", format.mime);
        let sounds = all.iter().flat_map(|pulled| &pulled.media).filter(|media| !media.picture).count();
        assert!(sounds > 20, "{law}: {sounds} frames of sound");
        assert_eq!(frames(&all, "a:0"), sounds, "{law}: every frame of sound can be decoded");
    }
}

/// proves: S2
#[tokio::test]
async fn a_camera_whose_sound_no_file_holds_is_shown_without_it() {
    let server = RtspCamera::start(&["--audio", "l16"]).expect("a camera");
    let camera = camera(&server.address(), Transport::Tcp);
    plays(&camera, "avc1.").await;
}

/// proves: S2
#[tokio::test]
async fn a_password_opens_by_digest_and_by_basic() {
    for digest in [&["--auth", "ana:ses@me", "--digest"][..], &["--auth", "ana:ses@me"]] {
        let server = RtspCamera::start(digest).expect("a camera");
        plays(&with_password(&server.address(), "ana", "ses@me"), "avc1.").await;
    }
}

/// proves: S2
#[tokio::test]
async fn however_many_look_the_camera_sees_one_connection() {
    let server = RtspCamera::start(&[]).expect("a camera");
    let camera = camera(&server.address(), Transport::Tcp);
    let mut viewers = [camera.look(), camera.look(), camera.look()];
    for viewer in &mut viewers {
        watch(viewer, |all| pictures(all).len() >= 5).await;
    }
    assert_eq!(connections_to(server.port()), 1);
}

/// Connections of this process to a port of this machine, as the kernel lists them.
fn connections_to(port: u16) -> usize {
    let table = fs::read_to_string("/proc/net/tcp").expect("the kernel's table");
    let remote = format!("0100007F:{port:04X}");
    let established = |fields: &[&str]| fields.get(2) == Some(&remote.as_str()) && fields.get(3) == Some(&"01");
    table.lines().filter(|line| established(&line.split_whitespace().collect::<Vec<_>>())).count()
}

/// proves: S2
#[tokio::test]
async fn a_camera_that_comes_back_plays_on_without_being_asked_for() {
    let server = RtspCamera::start(&[]).expect("a camera");
    let camera = camera(&server.address(), Transport::Tcp);
    let mut viewer = camera.look();
    let before = watch(&mut viewer, |all| pictures(all).len() >= 5).await;
    let port = server.port();
    drop(server);
    let _back = RtspCamera::start_at(port, &[]).expect("the same camera");
    let stream = before.last().map(|pulled| pulled.stream);
    let after = watch(&mut viewer, |all| {
        all.last().is_some_and(|pulled| Some(pulled.stream) != stream && !pulled.media.is_empty())
    })
    .await;
    let first = after.iter().find(|pulled| pulled.format.is_some()).expect("a stream of its own");
    assert!(first.media[0].key, "it begins with a key frame");
}

/// proves: S2
#[tokio::test]
async fn the_demo_camera_plays() {
    let camera = Camera::new(Source::Demo, None);
    let mut viewer = camera.look();
    let all = watch(&mut viewer, |all| pictures(all).len() >= 45).await;
    assert_eq!(decoded(&all), pictures(&all).len());
}

/// proves: S2
#[tokio::test]
async fn who_was_away_goes_on_at_the_newest_key_frame() {
    let camera = Camera::new(Source::Demo, None);
    let (mut awake, mut slow) = (camera.look(), camera.look());
    watch(&mut slow, |all| pictures(all).len() == 1).await;
    // Two key frames later.
    watch(&mut awake, |all| pictures(all).iter().filter(|media| media.key).count() == 3).await;
    let next = watch(&mut slow, |all| !all.is_empty()).await;
    assert!(next[0].skipped, "it says so");
    assert!(next[0].media[0].key && next[0].media.len() < 20, "{} fragments", next[0].media.len());
}

/// proves: S2
#[tokio::test]
async fn who_comes_back_sees_the_last_picture_and_how_old_it_is_before_the_camera_has_answered() {
    let server = RtspCamera::start(&[]).expect("a camera");
    let first = camera(&server.address(), Transport::Tcp);
    let mut viewer = first.look();
    watch(&mut viewer, |all| pictures(all).len() >= 3).await;
    let still = first.stage().still().expect("a key frame was shown");
    let (address, _) = mayday_camera::Address::parse(&server.address()).expect("an address");
    drop(server);
    let source = Source::Rtsp { address, credentials: None, transport: Transport::Tcp };
    let gone = Camera::new(source, Some(still.clone()));
    let pulled = gone.look().pull(crate::PATIENCE).await;
    let shown = pulled.still.expect("at once");
    assert_eq!((shown.data, shown.at), (still.data, still.at));
    assert!(pulled.media.is_empty());
}
