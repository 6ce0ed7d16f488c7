//! Cameras that send single pictures over HTTP: each as it comes, with their password, and each fault with its own reason.

use mayday_camera::{Camera, PICTURES, Problem, Pulled, Source, WebAddress};
use mayday_tests::{Login, WebCamera};

use crate::{pictures, problem_of, watch};

fn web(address: &str) -> Camera {
    let (address, credentials) = WebAddress::parse(address).expect("an address");
    Camera::new(Source::Pictures { address, credentials }, None)
}

/// Each picture with the milliseconds at which it came.
fn framed(pulled: &[Pulled]) -> Vec<(u64, &[u8])> {
    pictures(pulled)
        .into_iter()
        .map(|media| {
            let (head, picture) = media.data.split_at(12);
            let (length, at) = head.split_at(4);
            let length = u32::from_be_bytes(length.try_into().expect("four bytes"));
            assert_eq!(picture.len(), usize::try_from(length).expect("it fits"));
            (u64::from_be_bytes(at.try_into().expect("eight bytes")), picture)
        })
        .collect()
}

async fn shows(address: &str, count: usize) -> Vec<Pulled> {
    let camera = web(address);
    let mut viewer = camera.look();
    let all = watch(&mut viewer, |all| pictures(all).len() >= count).await;
    let format = all.iter().find_map(|pulled| pulled.format.clone()).expect("a format");
    assert_eq!((format.mime.as_str(), format.sound, format.init.len()), (PICTURES, false, 0));
    for (_, picture) in framed(&all) {
        assert!(picture.starts_with(&[0xff, 0xd8, 0xff]) && picture.ends_with(&[0xff, 0xd9]), "a whole JPEG");
    }
    all
}

/// proves: S2
#[tokio::test]
async fn a_row_of_pictures_is_shown_as_it_comes_whether_or_not_it_says_their_length() {
    let camera = WebCamera::start(None).expect("a camera");
    for path in ["/mjpeg", "/bare"] {
        let all = shows(&camera.address(path), 8).await;
        let times: Vec<_> = framed(&all).into_iter().map(|(at, _)| at).collect();
        assert_eq!(times[0], 0, "{path}");
        assert!(times.is_sorted() && times[7] >= 500, "ten a second: {times:?}");
    }
}

/// proves: S2
#[tokio::test]
async fn a_camera_with_one_picture_a_request_is_asked_again_and_again() {
    let camera = WebCamera::start(None).expect("a camera");
    let all = shows(&camera.address("/still.jpg"), 2).await;
    assert!(framed(&all)[1].0 >= 900, "once a second");
    assert_eq!(camera.asked().len(), 2);
}

/// proves: S2
#[tokio::test]
async fn a_password_opens_pictures_by_digest_and_by_basic_and_a_wrong_one_says_so() {
    for login in [Login::Basic, Login::Digest] {
        let camera = WebCamera::start(Some((login, "ana", "ses@me"))).expect("a camera");
        for path in ["/mjpeg", "/still.jpg"] {
            let with = |password: &str| camera.address(path).replace("//", &format!("//ana:{password}@"));
            shows(&with("ses%40me"), 2).await;
            assert_eq!(problem_of(&web(&with("other"))).await, Problem::WrongPassword, "{login:?} {path}");
            assert_eq!(problem_of(&web(&camera.address(path))).await, Problem::WrongPassword, "{login:?} {path}");
        }
        let first = &camera.asked()[0];
        assert!(first.ends_with("HTTP/1.1 "), "nothing is told before it is asked for: {first}");
    }
}

/// proves: S2
#[tokio::test]
async fn each_fault_of_a_web_camera_has_its_own_reason() {
    let camera = WebCamera::start(None).expect("a camera");
    for (path, problem) in [
        ("/page", Problem::NotACamera),
        ("/text", Problem::Garbage),
        ("/nowhere", Problem::WrongPath),
        ("/moved", Problem::Refused),
        ("/hangs", Problem::Ended),
    ] {
        assert_eq!(problem_of(&web(&camera.address(path))).await, problem, "{path}");
    }
    assert_eq!(problem_of(&web("http://127.0.0.1:1/mjpeg")).await, Problem::Unreachable);
    assert_eq!(problem_of(&web(&camera.address("/silent"))).await, Problem::Silent);
}

/// proves: S2
#[tokio::test]
async fn a_camera_that_leads_elsewhere_is_not_followed_with_the_password() {
    let other = WebCamera::start(None).expect("a camera");
    let login = Some((Login::Basic, "ana", "sesame"));
    let camera = WebCamera::leading(login, &other.address("/mjpeg")).expect("a camera");
    let address = camera.address("/moved").replace("//", "//ana:sesame@");
    assert_eq!(problem_of(&web(&address)).await, Problem::Refused);
    assert_eq!(other.asked(), Vec::<String>::new());
}
