//! What the stage keeps and lets go, on a clock that the tests move.

use super::*;

fn stage() -> (Arc<Stage>, Instant) {
    let stage = Arc::new(Stage::with_still(None));
    stage.begin(format());
    (stage, Instant::now())
}

fn format() -> Format {
    Format { mime: "video/mp4; codecs=\"avc1.42C01F\"".to_owned(), init: Bytes::from_static(b"init"), sound: false }
}

/// A picture a second, every second one a key frame, each with its number.
fn show(stage: &Stage, from: Instant, seconds: std::ops::Range<u8>) {
    for second in seconds {
        let at = from + Duration::from_secs(u64::from(second));
        stage.show(Bytes::from(vec![second]), second % 2 == 0, true, at);
    }
}

fn numbers(pulled: &Pulled) -> Vec<u8> {
    pulled.media.iter().map(|media| media.data[0]).collect()
}

/// proves: S2
#[tokio::test]
async fn whoever_comes_begins_with_the_newest_key_frame() {
    let (stage, from) = stage();
    show(&stage, from, 0..16);
    let pulled = stage.look().pull(Duration::ZERO).await;
    assert_eq!(numbers(&pulled), [14, 15]);
    assert!(pulled.format.is_some() && !pulled.skipped);
}

/// proves: S4
#[tokio::test]
async fn whoever_looks_back_begins_with_a_key_frame_of_ten_seconds_before() {
    let (stage, from) = stage();
    show(&stage, from, 0..31);
    let mut viewer = stage.look_back();
    assert_eq!(numbers(&viewer.pull(Duration::ZERO).await), (20..31).collect::<Vec<_>>());
    show(&stage, from, 31..33);
    assert_eq!(numbers(&viewer.pull(Duration::ZERO).await), [31, 32], "and goes on from there");
}

/// proves: S4
#[tokio::test]
async fn nothing_of_a_stream_before_this_one_is_in_what_was_shown_before() {
    let (stage, from) = stage();
    show(&stage, from, 0..6);
    stage.begin(format());
    show(&stage, from, 6..8);
    assert_eq!(numbers(&stage.look_back().pull(Duration::ZERO).await), [6, 7]);
}

/// proves: S2
#[tokio::test]
async fn whoever_is_late_goes_on_at_the_newest_key_frame() {
    let (stage, from) = stage();
    let mut viewer = stage.look();
    show(&stage, from, 0..1);
    viewer.pull(Duration::ZERO).await;
    show(&stage, from, 1..9);
    let pulled = viewer.pull(Duration::ZERO).await;
    assert!(pulled.skipped && pulled.format.is_none(), "{pulled:?}");
    assert_eq!(numbers(&pulled), [8]);
}

/// proves: S2
#[tokio::test]
async fn a_key_frame_takes_nothing_from_a_viewer_who_is_in_time() {
    let (stage, from) = stage();
    let mut viewer = stage.look();
    for n in 0..20_u8 {
        let at = from + Duration::from_millis(u64::from(n) * 66);
        stage.show(Bytes::from(vec![n]), n % 5 == 0, true, at);
        if n % 2 == 1 {
            let pulled = viewer.pull(Duration::ZERO).await;
            assert!(!pulled.skipped, "{pulled:?}");
            assert_eq!(numbers(&pulled), [n - 1, n]);
        }
    }
}

/// proves: S2
#[tokio::test]
async fn a_camera_that_sends_no_second_key_frame_is_kept_within_its_bounds() {
    let (stage, from) = stage();
    stage.show(Bytes::from_static(b"k"), true, true, from);
    for n in 0..6_000 {
        stage.show(Bytes::from_static(b"p"), false, true, from + Duration::from_millis(n));
    }
    assert!(stage.lock().kept.len() <= MOST_FRAGMENTS);
    let large = Bytes::from(vec![0; 1 << 20]);
    for n in 0..40 {
        stage.show(large.clone(), false, true, from + Duration::from_secs(n));
        let shared = stage.lock();
        let bytes: usize = shared.kept.iter().map(|media| media.data.len()).sum();
        assert_eq!(bytes, shared.kept_bytes);
        assert!(bytes <= MOST_BYTES);
    }
    let late = stage.look().pull(Duration::ZERO).await;
    assert!(late.media.is_empty() && late.format.is_none(), "nobody can begin without a key frame");
    assert!(late.still.is_some(), "the key frame stands there");
}

/// proves: S4
#[tokio::test]
async fn what_was_shown_before_is_within_its_bounds_however_much_a_camera_sends() {
    let (stage, from) = stage();
    let large = Bytes::from(vec![0; 5 << 20]);
    for n in 0..20 {
        stage.show(large.clone(), true, true, from + Duration::from_millis(n * 100));
        let shared = stage.lock();
        let bytes: usize = shared.past.iter().map(|media| media.data.len()).sum();
        assert_eq!(bytes, shared.past_bytes);
        assert!(bytes <= MOST_BYTES);
        assert!(shared.past.front().is_none_or(|first| first.key && first.picture));
    }
}

/// proves: S1
#[tokio::test]
async fn sound_that_comes_before_the_first_key_frame_plays_nobody_anything() {
    let (stage, from) = stage();
    stage.show(Bytes::from_static(b"s"), true, false, from);
    let mut viewer = stage.look_back();
    assert!(viewer.pull(Duration::ZERO).await.media.is_empty());
    stage.show(Bytes::from_static(b"k"), true, true, from);
    assert_eq!(viewer.pull(Duration::ZERO).await.media.len(), 1);
}
