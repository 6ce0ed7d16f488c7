//! Why a camera shows no picture. Each is a code: the words, and the step that mends it, are the window's.

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Nothing answers at the address: off, elsewhere, or no way there.
    #[error("nothing answers at the camera's address")]
    Unreachable,
    /// Something answers, and it speaks no RTSP.
    #[error("what answers there is no camera")]
    NotACamera,
    /// The camera wants another user name or password (RTSP 401, 403).
    #[error("the camera refuses the user name or the password")]
    WrongPassword,
    /// The camera has no such path (RTSP 404).
    #[error("the camera has nothing under this path")]
    WrongPath,
    /// The camera answered with another refusal.
    #[error("the camera refused")]
    Refused,
    /// The stream has no video.
    #[error("the stream has no picture")]
    NoVideo,
    /// The video is coded in a way that no window plays.
    #[error("the picture is coded in a way that cannot be shown")]
    UnknownCodec,
    /// It accepted and then said nothing.
    #[error("the camera says nothing")]
    Silent,
    /// What it sends cannot be understood, or its times jump.
    #[error("what the camera sends cannot be understood")]
    Garbage,
    /// It ended the stream.
    #[error("the camera ended the stream")]
    Ended,
}

impl Problem {
    /// Whether trying again soon can help. A password that was refused is refused again, and a camera that counts
    /// attempts would lock the account.
    pub const fn may_pass(self) -> bool {
        match self {
            Self::Unreachable | Self::Refused | Self::Silent | Self::Garbage | Self::Ended => true,
            Self::NotACamera | Self::WrongPassword | Self::WrongPath | Self::NoVideo | Self::UnknownCodec => false,
        }
    }
}
