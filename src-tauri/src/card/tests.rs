//! The card is right by its own rules, by a parser of others, and its picture is read by a real decoder.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use super::*;

/// What a person could put into a name, and a phone number.
const AWKWARD: &str = "Señor Ñandú, Söhne; 東京 \\ Co\nsecond line";

/// proves: O2, M4
#[test]
fn the_card_holds_one_name_and_one_number_as_a_phone_reports_it() {
    let card = vcard(CardVersion::Three, &station("Mayday station"), Mode::Demo);
    assert_eq!(
        card,
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mayday station\r\nN:Mayday station;;;;\r\nORG:Mayday station\r\n\
         TEL;TYPE=WORK,VOICE,PREF:+12025550110\r\nNOTE:Demo: no call comes from this number.\r\nEND:VCARD\r\n"
    );
    let newer = vcard(CardVersion::Four, &station("Mayday station"), Mode::Demo);
    assert!(newer.contains("VERSION:4.0\r\nKIND:org\r\n") && newer.contains(":tel:+12025550110\r\n"), "{newer}");
}

/// proves: O2, M4
#[test]
fn the_card_is_of_the_number_that_the_station_said_and_there_is_none_before() {
    // A home as a device kept it before stations told their number.
    let home: HomeView = serde_json::from_str(include_str!("../bench_home.json")).expect("it is a home");
    assert_eq!(of(Some(&home)), Err(ErrorCode::NoStationNumber));
    assert_eq!(of(None), Err(ErrorCode::NoHome));
    let told = HomeView { station: Some(station("Mayday station")), ..home };
    assert_eq!(of(Some(&told)), Ok(card("Mayday station")));
}

/// proves: O2
#[test]
fn no_letter_of_a_name_ends_its_field_or_its_line() {
    assert_eq!(escaped("a,b;c\\d\ne\r\u{7}"), "a\\,b\\;c\\\\d\\ne");
    let card = vcard(CardVersion::Three, &station("x\r\nTEL:911"), Mode::Demo);
    assert!(!card.lines().any(|line| line.starts_with("TEL:911")), "{card}");
}

/// proves: O2
#[test]
fn no_line_is_longer_than_75_octets_and_no_letter_is_cut() {
    let long = AWKWARD.repeat(9);
    let card = vcard(CardVersion::Four, &station(&long), Mode::Demo);
    assert!(card.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{card}");
    assert!(card.replace("\r\n ", "").contains(&escaped(&long)), "unfolded it is whole again");
}

/// proves: M4
#[test]
fn a_number_is_dialled_the_same_however_it_is_written() {
    for written in ["(202) 555-0110", "202-555-0110", "1 202 555 0110", "+1 (202) 555-0110"] {
        assert_eq!(dialled(written), "+12025550110", "{written}");
    }
}

/// proves: O2
#[tokio::test]
async fn a_saved_card_never_takes_the_place_of_another_file() {
    let temp = tempfile::tempdir().expect("a temporary folder");
    let first = saved(temp.path(), CardVersion::Three).await.expect("the folder takes files");
    let second = saved(temp.path(), CardVersion::Four).await.expect("the folder takes files");
    assert!(first.ends_with("Mayday station.vcf") && second.ends_with("Mayday station (2).vcf"), "{first}, {second}");
    assert_eq!(fs::read_to_string(first).expect("it was saved"), card("Mayday station").vcard3);
    assert_eq!(fs::read_to_string(second).expect("it was saved"), card("Mayday station").vcard4);
}

/// proves: O2
#[tokio::test]
async fn a_folder_that_takes_no_file_is_said_in_a_sentence() {
    let temp = tempfile::tempdir().expect("a temporary folder");
    let refusal = saved(&temp.path().join("gone"), CardVersion::Three).await.expect_err("it is not there");
    assert_eq!(refusal, ErrorCode::NotSaved);
    assert!(refusal.sentence().contains("Downloads folder"));
}

/// proves: O2, M4
#[test]
fn other_programs_read_both_cards_and_the_picture_of_the_code() {
    let card = card(AWKWARD);
    let (older, newer) = (parsed(&card.vcard3), parsed(&card.vcard4));
    assert_eq!(older, format!("{AWKWARD}|{AWKWARD}|+12025550110|Demo: no call comes from this number."));
    assert_eq!(newer, older.replace("|+1", "|tel:+1"));
    assert_eq!(decoded(&card.qr), card.vcard3, "what is scanned is the card");
}

fn station(name: &str) -> StationContact {
    StationContact { name: name.to_owned(), number: "(202) 555-0110".to_owned() }
}

fn card(name: &str) -> StationCardView {
    let station = station(name);
    let vcard3 = vcard(CardVersion::Three, &station, Mode::Demo);
    let qr = qr(&vcard3).expect("it is short");
    let vcard4 = vcard(CardVersion::Four, &station, Mode::Demo);
    StationCardView { name: station.name, number: station.number, vcard3, vcard4, qr }
}

async fn saved(folder: &Path, version: CardVersion) -> Result<String, ErrorCode> {
    save(folder.to_owned(), card("Mayday station"), version).await
}

/// Name, organization, number and note, as a parser of others understands them.
fn parsed(vcard: &str) -> String {
    const READ: &str = "import sys, vobject\n\
        card = vobject.readOne(sys.stdin.buffer.read().decode())\n\
        print('|'.join([card.fn.value, card.org.value[0], card.tel.value, card.note.value]), end='')\n";
    python(READ, vcard.as_bytes())
}

/// What a camera would read: the path as the window draws it, as a picture with its quiet zone.
fn decoded(qr: &QrView) -> String {
    const SCAN: &str = "import sys, zbar\n\
        side, pixels = sys.stdin.buffer.read().split(b' ', 1)\n\
        image = zbar.Image(int(side), int(side), 'Y800', pixels)\n\
        zbar.ImageScanner().scan(image)\n\
        sys.stdout.buffer.write(next(iter(image)).data.encode())\n";
    let (side, pixels) = picture(qr);
    python(SCAN, &[format!("{side} ").as_bytes(), &pixels].concat())
}

/// Four pixels to a module, black on white.
fn picture(qr: &QrView) -> (usize, Vec<u8>) {
    const ZONE: usize = 4;
    const SCALE: usize = 4;
    let side = (qr.size as usize + 2 * ZONE) * SCALE;
    let mut pixels = vec![255; side * side];
    for bar in qr.path.split_terminator('z') {
        let numbers: Vec<usize> = bar.split(|letter: char| !letter.is_ascii_digit()).flat_map(str::parse).collect();
        let [x, y, wide, ..] = numbers[..] else { panic!("{bar} is no bar") };
        for row in (y + ZONE) * SCALE..(y + ZONE + 1) * SCALE {
            pixels[row * side + (x + ZONE) * SCALE..row * side + (x + ZONE + wide) * SCALE].fill(0);
        }
    }
    (side, pixels)
}

/// Runs a script with the system's Python, which has what `cargo xtask test` installs.
fn python(script: &str, input: &[u8]) -> String {
    let mut python = Command::new("/usr/bin/python3");
    let mut running = python.args(["-c", script]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("Python");
    running.stdin.take().expect("it was piped").write_all(input).expect("it reads");
    let output = running.wait_with_output().expect("it ends");
    assert!(output.status.success(), "python3-vobject and python3-zbar are needed: `cargo xtask test` installs them");
    String::from_utf8(output.stdout).expect("it writes text")
}
