//! The station as a contact on somebody's phone: a vCard in the versions that phones read, the same as a QR code, and
//! the file in the downloads folder (M4, O2).
//!
//! Knows no network: name and number are what the station said last, so a card can be shown while it is out of reach.

#[cfg(test)]
mod tests;

use std::path::PathBuf;

use mayday_wire::{
    CardVersion, ErrorCode, HomeView, InvitationCardView, InvitationView, Mode, QrView, StationCardView, StationContact,
};
use qrcode::{Color, EcLevel, QrCode};

use crate::downloads::{self, Draft};

/// Octets of a line, without its end (RFC 2426 and RFC 6350). A longer one is folded.
const LINE: usize = 75;

/// The card of the home's station.
pub(crate) fn of(home: Option<&HomeView>) -> Result<StationCardView, ErrorCode> {
    let home = home.ok_or(ErrorCode::NoHome)?;
    let contact = home.station.as_ref().ok_or(ErrorCode::NoStationNumber)?;
    let vcard3 = vcard(CardVersion::Three, contact, home.mode);
    Ok(StationCardView {
        name: contact.name.clone(),
        number: contact.number.clone(),
        qr: qr(&vcard3).ok_or(ErrorCode::NotNow)?,
        vcard4: vcard(CardVersion::Four, contact, home.mode),
        vcard3,
    })
}

/// An invitation with its link as a QR code.
pub(crate) fn of_invitation(invitation: InvitationView) -> Result<InvitationCardView, ErrorCode> {
    let qr = qr(invitation.link.reveal()).ok_or(ErrorCode::NotNow)?;
    Ok(InvitationCardView { invitation, qr })
}

/// Puts the card into a folder, and says where it is.
pub(crate) async fn save(folder: PathBuf, card: StationCardView, version: CardVersion) -> Result<String, ErrorCode> {
    let contents = match version {
        CardVersion::Three => card.vcard3,
        CardVersion::Four => card.vcard4,
    };
    downloads::save(folder, Draft { name: card.name, extension: "vcf", contents: contents.into_bytes() }).await
}

fn vcard(version: CardVersion, contact: &StationContact, mode: Mode) -> String {
    let name = escaped(&contact.name);
    let number = dialled(&contact.number);
    let (version, kind, telephone) = match version {
        CardVersion::Three => ("3.0", None, format!("TEL;TYPE=WORK,VOICE,PREF:{number}")),
        CardVersion::Four => {
            ("4.0", Some("KIND:org"), format!("TEL;VALUE=uri;PREF=1;TYPE=\"work,voice\":tel:{number}"))
        }
    };
    let lines = [
        "BEGIN:VCARD".to_owned(),
        format!("VERSION:{version}"),
        format!("FN:{name}"),
        format!("N:{name};;;;"),
        format!("ORG:{name}"),
        telephone,
        format!("NOTE:{}", escaped(note(mode))),
        "END:VCARD".to_owned(),
    ];
    let lines = lines.into_iter();
    let kind = kind.into_iter().map(str::to_owned);
    let first: Vec<String> = lines.clone().take(2).chain(kind).chain(lines.skip(2)).collect();
    first.iter().map(|line| folded(line)).collect()
}

/// What stands beside the number on the phone that saves it.
const fn note(mode: Mode) -> &'static str {
    match mode {
        Mode::Demo => "Demo: no call comes from this number.",
    }
}

/// As a phone reports the caller: then it knows whose number it is. A station's number is North American.
fn dialled(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match (number.starts_with('+'), digits.len()) {
        (false, 10) => format!("+1{digits}"),
        (true, _) | (false, 11) => format!("+{digits}"),
        (false, _) => digits,
    }
}

/// A text in which nothing is taken for the end of its field or line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ',' | ';' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A line with its end, cut between letters where it is longer than a line may be.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 2);
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > LINE {
            folded.push_str("\r\n ");
            octets = 1;
        }
        octets += letter.len_utf8();
        folded.push(letter);
    }
    folded + "\r\n"
}

/// `None`: the text is longer than a code can hold.
pub(crate) fn qr(text: &str) -> Option<QrView> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let rows = code.to_colors();
    let path = rows.chunks(code.width()).zip(0..).map(|(row, y)| runs(row, y)).collect();
    Some(QrView { size: u32::try_from(code.width()).ok()?, path })
}

/// The dark modules of a row, side by side as one bar.
fn runs(row: &[Color], y: u32) -> String {
    let mut x = 0;
    let mut path = String::new();
    for run in row.chunk_by(|one, other| one == other) {
        let wide = run.len();
        if run.first() == Some(&Color::Dark) {
            path.push_str(&format!("M{x} {y}h{wide}v1h-{wide}z"));
        }
        x += wide;
    }
    path
}
