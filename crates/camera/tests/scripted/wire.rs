//! A connection that plays, from the camera's end: pictures and sound as RTP in the connection itself, or any bytes.

use std::sync::Arc;

use tokio::io::AsyncWriteExt as _;
use tokio::net::tcp::OwnedWriteHalf;
use tokio::sync::Mutex;
use tokio::task::JoinHandle;

use super::Picture;

/// The channels on which pictures and sound travel.
pub(crate) const VIDEO: u8 = 0;
pub(crate) const AUDIO: u8 = 2;
/// The numbers by which a description knows their kinds.
pub(crate) const VIDEO_KIND: u8 = 96;
/// Units of RTP time between two pictures: fifteen a second.
pub(crate) const STEP: u32 = 6_000;
/// RFC 6184 §5.8: a unit in parts, and the marks of its first and last one.
const PARTS: u8 = 28;
const FIRST: u8 = 0x80;
const LAST: u8 = 0x40;

/// A connection that plays.
#[derive(Debug)]
pub(crate) struct Wire {
    out: Arc<Mutex<OwnedWriteHalf>>,
    answers: JoinHandle<()>,
    /// The number of the next packet of the pictures.
    pub(crate) sequence: u16,
    /// The time of the next picture.
    pub(crate) time: u32,
    /// Bytes of a unit that travel at once: a longer one goes in parts.
    pub(crate) at_once: usize,
    sound: (u16, u32),
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.answers.abort();
    }
}

impl Wire {
    pub(crate) fn new(out: Arc<Mutex<OwnedWriteHalf>>, answers: JoinHandle<()>, time: u32) -> Self {
        Self { out, answers, sequence: 7, time, at_once: 1_200, sound: (7, time) }
    }

    /// Sends bytes as they are. `false`: nobody takes them any more.
    pub(crate) async fn raw(&self, bytes: &[u8]) -> bool {
        self.out.lock().await.write_all(bytes).await.is_ok()
    }

    /// Sends a packet on a channel. `false`: nobody takes it any more.
    pub(crate) async fn packet(&self, channel: u8, packet: &[u8]) -> bool {
        let length = u16::try_from(packet.len()).expect("a packet is short");
        let mut framed = vec![b'$', channel];
        framed.extend_from_slice(&length.to_be_bytes());
        framed.extend_from_slice(packet);
        self.raw(&framed).await
    }

    /// Sends a picture.
    pub(crate) async fn show(&mut self, picture: &Picture) -> bool {
        let packets = self.packets(picture);
        self.send(&packets).await
    }

    /// Sends packets of pictures.
    pub(crate) async fn send(&self, packets: &[Vec<u8>]) -> bool {
        for packet in packets {
            if !self.packet(VIDEO, packet).await {
                return false;
            }
        }
        true
    }

    /// The packets of the next picture, numbered: one that a test leaves out is lost.
    pub(crate) fn packets(&mut self, picture: &Picture) -> Vec<Vec<u8>> {
        let mut payloads: Vec<Vec<u8>> = picture.units.iter().flat_map(|unit| parts(unit, self.at_once)).collect();
        let last = payloads.pop();
        let mut packets: Vec<_> = payloads.iter().map(|payload| self.numbered(payload, false)).collect();
        packets.extend(last.map(|payload| self.numbered(&payload, true)));
        self.time = self.time.wrapping_add(STEP);
        packets
    }

    /// A packet with any payload, of the picture whose time it is.
    pub(crate) fn numbered(&mut self, payload: &[u8], ends: bool) -> Vec<u8> {
        let packet = rtp(VIDEO_KIND, self.sequence, self.time, payload, ends);
        self.sequence = self.sequence.wrapping_add(1);
        packet
    }

    /// Sends a frame of sound that lasts `length` units of its clock.
    pub(crate) async fn sound(&mut self, kind: u8, payload: &[u8], length: u32) -> bool {
        let (sequence, time) = self.sound;
        self.sound = (sequence.wrapping_add(1), time.wrapping_add(length));
        self.packet(AUDIO, &rtp(kind, sequence, time, payload, true)).await
    }
}

/// A packet as in RFC 3550 §5.1.
fn rtp(kind: u8, sequence: u16, time: u32, payload: &[u8], ends: bool) -> Vec<u8> {
    let mut packet = vec![0x80, kind | if ends { 0x80 } else { 0 }];
    packet.extend_from_slice(&sequence.to_be_bytes());
    packet.extend_from_slice(&time.to_be_bytes());
    packet.extend_from_slice(&[0, 0, 0, kind]);
    packet.extend_from_slice(payload);
    packet
}

/// A unit as payloads of packets.
fn parts(unit: &[u8], at_once: usize) -> Vec<Vec<u8>> {
    if unit.len() <= at_once {
        return vec![unit.to_vec()];
    }
    let (head, body) = (unit[0], &unit[1..]);
    let count = body.chunks(at_once).count();
    let part = |(number, chunk): (usize, &[u8])| {
        let first = if number == 0 { FIRST } else { 0 };
        let last = if number + 1 == count { LAST } else { 0 };
        let mut payload = vec![head & 0xe0 | PARTS, head & 0x1f | first | last];
        payload.extend_from_slice(chunk);
        payload
    };
    body.chunks(at_once).enumerate().map(part).collect()
}
