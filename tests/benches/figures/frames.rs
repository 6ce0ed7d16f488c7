//! SIA DC-09 frames as a panel sends them, for the receiver that the station's ingest is measured against.

use std::io::{Read, Write};
use std::net::TcpStream;

use anyhow::{Result, ensure};

/// One panel's connection.
pub(crate) struct Panel {
    stream: TcpStream,
    sequence: u16,
}

impl Panel {
    pub(crate) fn connect(port: u16) -> Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, sequence: 0 })
    }

    /// Sends a panic alarm and waits for its acknowledgement.
    pub(crate) fn alarm(&mut self) -> Result<()> {
        self.sequence = self.sequence % 9_999 + 1;
        let body = format!("\"SIA-DCS\"{:04}L0#1234[#1234|Nri1/PA001]", self.sequence);
        let frame = format!("\n{:04X}{:04X}{body}\r", checksum(body.as_bytes()), body.len());
        self.stream.write_all(frame.as_bytes())?;
        let mut answer = [0; 256];
        let read = self.stream.read(&mut answer)?;
        let is_acknowledged = answer[..read].windows(5).any(|word| word == b"\"ACK\"");
        ensure!(is_acknowledged, "the receiver answers {}", String::from_utf8_lossy(&answer[..read]));
        Ok(())
    }
}

/// CRC-16/ARC.
fn checksum(bytes: &[u8]) -> u16 {
    let shift = |sum: u16| if sum & 1 == 1 { (sum >> 1) ^ 0xA001 } else { sum >> 1 };
    bytes.iter().fold(0, |sum, byte| (0..8).fold(sum ^ u16::from(*byte), |sum, _| shift(sum)))
}
