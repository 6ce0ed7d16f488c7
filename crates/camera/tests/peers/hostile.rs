//! Peers that mean harm: each is left within bounded time, for a reason, and no other camera notices.

use std::time::Duration;

use mayday_camera::{Camera, Problem, Viewer};
use tokio::time::{Instant, advance};

use crate::scripted::seen::{problem, refused, sees, stopped};
use crate::scripted::{Coded, Script, ScriptedCamera, Wire, passes};

/// What a camera takes at most up to its first packet.
const TO_PLAY: Duration = Duration::from_secs(15);
/// What it takes at most from a picture to the next.
const SILENCE: Duration = Duration::from_secs(6);
/// What a peer sends at most before a test gives up.
const FLOOD: usize = 64 << 20;

/// A camera that does everything right, beside the one that does not.
struct Neighbour {
    viewer: Viewer,
    wire: Wire,
    street: Coded,
    next: usize,
    _kept: (Camera, ScriptedCamera),
}

impl Neighbour {
    async fn plays() -> Self {
        let street = Coded::street();
        let mut peer = ScriptedCamera::start(Script::of(&street)).await;
        let camera = peer.camera();
        let viewer = camera.look();
        let wire = peer.playing().await;
        let mut neighbour = Self { viewer, wire, street, next: 0, _kept: (camera, peer) };
        neighbour.plays_on().await;
        neighbour
    }

    /// Every picture that it sends is seen.
    async fn plays_on(&mut self) {
        for _ in 0..3 {
            sees(&mut self.viewer, &mut self.wire, &self.street.pictures[self.next]).await;
            self.next = (self.next + 1) % self.street.pictures.len();
        }
    }
}

/// Why a camera is left that describes itself in this way.
async fn answer_to(script: Script) -> Problem {
    let peer = ScriptedCamera::start(script).await;
    refused(&peer.camera()).await
}

/// A camera that plays, up to its first picture.
async fn playing() -> (ScriptedCamera, Camera, Viewer, Wire) {
    let street = Coded::street();
    let mut peer = ScriptedCamera::start(Script::of(&street)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    sees(&mut viewer, &mut wire, &street.pictures[0]).await;
    (peer, camera, viewer, wire)
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn packets_of_any_length_full_of_nonsense_end_one_camera_and_no_other() {
    let mut neighbour = Neighbour::plays().await;
    for packet in [vec![0xff; 65_535], vec![0; 65_535], vec![0x80; 65_535], vec![0x80], Vec::new()] {
        let (_peer, _camera, mut viewer, wire) = playing().await;
        wire.packet(0, &packet).await;
        assert_eq!(stopped(&mut viewer).await, Problem::Garbage, "{} bytes", packet.len());
        neighbour.plays_on().await;
    }
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_camera_that_played_and_talks_nonsense_then_is_still_a_camera_and_asked_again_soon() {
    for nonsense in [&[0xff; 4_096][..], b"HTTP/1.1 400 Bad Request\r\n\r\n", b"RTSP/2.0 200 OK\r\n\r\n"] {
        let (mut peer, _camera, mut viewer, wire) = playing().await;
        let since = Instant::now();
        wire.raw(nonsense).await;
        assert_eq!(stopped(&mut viewer).await, Problem::Garbage);
        let mut again = peer.playing().await;
        assert!(since.elapsed() < Duration::from_secs(1), "{:?}", since.elapsed());
        sees(&mut viewer, &mut again, &Coded::street().pictures[0]).await;
    }
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn what_comes_on_a_channel_that_nobody_asked_for_is_left_aside() {
    let (_peer, _camera, mut viewer, mut wire) = playing().await;
    let street = Coded::street();
    for channel in [2, 3, 99, 255] {
        wire.packet(channel, &[0xa5; 65_535]).await;
        sees(&mut viewer, &mut wire, &street.pictures[1]).await;
    }
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_report_full_of_nonsense_ends_the_stream_or_is_left_aside() {
    let street = Coded::street();
    for report in [vec![0; 65_535], vec![0xff; 8], Vec::new(), vec![0x81, 200, 0, 0]] {
        let (_peer, _camera, mut viewer, mut wire) = playing().await;
        wire.packet(1, &report).await;
        wire.show(&street.pictures[1]).await;
        drop(wire);
        assert!(matches!(stopped(&mut viewer).await, Problem::Garbage | Problem::Ended));
    }
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_description_of_a_megabyte_is_read_and_one_of_nonsense_refused() {
    let street = Coded::street();
    let lines = "a=x-comment:so much to say\r\n".repeat(40_000);
    let mut peer = ScriptedCamera::start(Script::of(&street).and(&lines)).await;
    let camera = peer.camera();
    let mut viewer = camera.look();
    let mut wire = peer.playing().await;
    sees(&mut viewer, &mut wire, &street.pictures[0]).await;
    let nonsense = Script { sdp: "\u{2603}=!\r\n".repeat(200_000), ..Script::of(&street) };
    assert_eq!(answer_to(nonsense).await, Problem::UnknownCodec);
    let medias = Script::of(&street).and(&"m=audio 0 RTP/AVP 0\r\n".repeat(40_000));
    let mut many = ScriptedCamera::start(medias).await;
    let camera = many.camera();
    let mut viewer = camera.look();
    let mut wire = many.playing().await;
    sees(&mut viewer, &mut wire, &street.pictures[0]).await;
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn pictures_with_a_clock_that_stands_still_or_races_are_refused() {
    let street = Coded::street();
    for rate in ["0", "1", "4294967295", "4294967296", "-1", ""] {
        let script = Script::of(&street);
        let sdp = script.sdp.replace("/90000", &format!("/{rate}"));
        let problem = answer_to(Script { sdp, ..script }).await;
        assert!(matches!(problem, Problem::UnknownCodec | Problem::NoVideo), "{rate}: {problem:?}");
    }
}

/// A peer that sends the same bytes over and over, and how long it takes until nobody listens any more. It is never idle,
/// so that the clock stands still unless it is moved.
async fn flood(wire: &Wire, bytes: &[u8], camera: &Camera, neighbour: &mut Neighbour) -> Problem {
    let mut sent = 0;
    loop {
        if let Some(problem) = problem(camera.stage().status()) {
            return problem;
        }
        assert!(sent < FLOOD, "it is still listened to");
        wire.raw(bytes).await;
        sent += bytes.len();
        neighbour.plays_on().await;
        advance(Duration::from_millis(20)).await;
    }
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_camera_that_talks_on_and_on_instead_of_showing_pictures_is_left() {
    let mut neighbour = Neighbour::plays().await;
    let endless_picture = {
        let payload = [&[0x7c, 0x01][..], &[0x55; 20_000]].concat();
        [&[b'$', 99][..], &u16::try_from(payload.len()).expect("short").to_be_bytes(), &payload].concat()
    };
    let floods: [(&[u8], &[u8]); 4] = [
        (b"RTSP/1.0 200 OK\r\n", &b"X-More: and more and more and more\r\n".repeat(300)),
        (b"RTSP/1.0 200 OK\r\nX-More: ", &[b'x'; 1_000]),
        (b"RTSP/1.0 200 OK\r\nCSeq: 9\r\nContent-Length: 4000000000\r\n\r\n", &[b'x'; 20_000]),
        (b"", &endless_picture),
    ];
    for (begins, goes_on) in floods {
        let (_peer, camera, _viewer, wire) = playing().await;
        let since = Instant::now();
        wire.raw(begins).await;
        assert_eq!(flood(&wire, goes_on, &camera, &mut neighbour).await, Problem::Silent);
        assert!(since.elapsed() < SILENCE + Duration::from_secs(1), "{:?}", since.elapsed());
    }
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_picture_that_never_ends_is_given_up() {
    let (_peer, camera, _viewer, mut wire) = playing().await;
    let mut part = [&[0x7c, 0x85][..], &[0x55; 1_200]].concat();
    let since = Instant::now();
    while problem(camera.stage().status()).is_none() {
        assert!(since.elapsed() < SILENCE + Duration::from_secs(1), "it is still listened to");
        let packet = wire.numbered(&part, false);
        wire.send(&[packet]).await;
        part[1] = 0x05;
        advance(Duration::from_millis(2)).await;
    }
    assert_eq!(problem(camera.stage().status()), Some(Problem::Silent));
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn an_answer_without_end_is_given_up_before_anything_plays() {
    let street = Coded::street();
    let endless = [
        b"RTSP/1.0 200 OK\r\n".iter().copied().chain(b"X-More: more\r\n".repeat(100_000)).collect::<Vec<_>>(),
        b"RTSP/1.0 200 OK\r\nX-More: ".iter().copied().chain([b'x'; 200_000]).collect(),
        b"RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: 18446744073709551615\r\n\r\n".to_vec(),
        b"RTSP/1.0 ".to_vec(),
        b"$\x00\xff\xff".to_vec(),
    ];
    for instead in endless {
        let since = Instant::now();
        let script = Script { instead: Some(instead), ..Script::of(&street) };
        assert_eq!(answer_to(script).await, Problem::Silent);
        assert!(since.elapsed() < TO_PLAY + Duration::from_secs(1), "{:?}", since.elapsed());
    }
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn an_answer_that_is_none_is_refused_at_once() {
    let street = Coded::street();
    let answers: [(&[u8], Problem); 4] = [
        (b"RTSP/1.0 200 OK\r\nCSeq: 77\r\n\r\n", Problem::NotACamera),
        (b"RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: -1\r\n\r\n", Problem::NotACamera),
        (b"RTSP/1.0 999 \xff\xfe\r\n\r\n", Problem::NotACamera),
        (b"\0\0\0\0", Problem::NotACamera),
    ];
    for (instead, problem) in answers {
        let since = Instant::now();
        let script = Script { instead: Some(instead.to_vec()), ..Script::of(&street) };
        assert_eq!(answer_to(script).await, problem, "{}", String::from_utf8_lossy(instead));
        assert!(since.elapsed() < Duration::from_secs(1));
    }
}

/// proves: S2
#[tokio::test(start_paused = true)]
async fn a_session_that_lasts_no_time_is_refused_and_one_of_any_time_is_kept() {
    let street = Coded::street();
    assert_eq!(answer_to(Script { lasts: 0, ..Script::of(&street) }).await, Problem::UnknownCodec);
    for lasts in [1, u32::MAX] {
        let mut peer = ScriptedCamera::start(Script { lasts, ..Script::of(&street) }).await;
        let camera = peer.camera();
        let mut viewer = camera.look();
        let mut wire = peer.playing().await;
        for picture in &street.pictures[..10] {
            sees(&mut viewer, &mut wire, picture).await;
            // Time for the camera to be told that somebody is there.
            passes(Duration::from_millis(600)).await;
        }
    }
}
