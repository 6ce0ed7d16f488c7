//! What every refusal looks like: a code for programs, a sentence for people, all reasons.

use mayday_protocol::Reason;
use serde::{Deserialize, Serialize};

use crate::setup::FieldProblem;

/// What went wrong, for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum ErrorCode {
    /// The body is not what the route expects.
    Malformed,
    /// The body is larger than the route allows.
    TooLarge,
    /// No such route.
    NoSuchRoute,
    /// No token, or one that the station does not know.
    NotPaired,
    /// The token's role may not use this route.
    NotAllowed,
    /// The device was removed from the home: see the reasons.
    Revoked,
    /// The station does not know this id in this home.
    Unknown,
    /// The id was used for another kind of signal.
    IdReused,
    /// The slide was 15 minutes ago or more (C8).
    TooOld,
    /// The home may not send an SOS: see the reasons.
    NotEligible,
    /// The station could not store it, so it was not done.
    NotStored,
    /// The station's disk is full, so it was not done.
    DiskFull,
    /// The body did not arrive in time.
    TooSlow,
    /// The station has more to do than it can hold; the same request may be sent again.
    Busy,
    /// An SOS is already on its way from this device.
    AlreadyUnderWay,
    /// The app knows no home yet.
    NoHome,
    /// The station cannot be reached.
    Unreachable,
    /// What was pressed cannot be done where things stand.
    NotNow,
    /// Something in the set-up has to be mended first: see the problems.
    SetUpProblems,
    /// The home stays as it is while an incident is open (P6).
    IncidentOpen,
    /// The code is not one of the home's.
    WrongCode,
    /// Too many wrong codes were tried; help never needs one (N5).
    TooManyTries,
    /// A cancel in the five seconds takes the home's code (C7).
    CodeNeeded,
    /// The station has not said yet which number its calls come from.
    NoStationNumber,
    /// A file could not be put into the downloads folder.
    NotSaved,
    /// No test call while an incident is open: its calls need the lines.
    NoTestCallDuringIncident,
    /// The station is on the phone with this contact already.
    InAnotherCall,
    /// This contact was rung too often within the hour.
    RungTooOften,
    /// The contact asked not to be called any more.
    OptedOut,
    /// The device is a member's: an owner's may do that.
    OwnerOnly,
    /// No home lets a device in for this code, or not any more.
    WrongPairingCode,
    /// What was typed or pasted is no pairing code, link or address.
    NotAPairingCode,
    /// The door for other devices does not open.
    NoOuterDoor,
    /// What answered could not prove that it is the station.
    NotTheStation,
    /// The station is of another version.
    OtherVersion,
    /// As many devices as a home may have were let in.
    TooManyDevices,
}

impl ErrorCode {
    /// Whether a message of a signal that was refused so cannot get another answer by being sent again.
    pub const fn is_final(self) -> bool {
        match self {
            Self::NotEligible
            | Self::Revoked
            | Self::TooOld
            | Self::Unknown
            | Self::Malformed
            | Self::TooLarge
            | Self::IdReused
            | Self::CodeNeeded
            | Self::WrongCode
            | Self::TooManyTries => true,
            Self::NoSuchRoute
            | Self::NotPaired
            | Self::NotAllowed
            | Self::NotStored
            | Self::DiskFull
            | Self::TooSlow
            | Self::Busy
            | Self::AlreadyUnderWay
            | Self::NoHome
            | Self::Unreachable
            | Self::NotNow
            | Self::SetUpProblems
            | Self::IncidentOpen
            | Self::NoStationNumber
            | Self::NotSaved
            | Self::NoTestCallDuringIncident
            | Self::InAnotherCall
            | Self::RungTooOften
            | Self::OptedOut
            | Self::OwnerOnly
            | Self::WrongPairingCode
            | Self::NotAPairingCode
            | Self::NoOuterDoor
            | Self::NotTheStation
            | Self::OtherVersion
            | Self::TooManyDevices => false,
        }
    }

    /// The sentence for people.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Malformed => "The station could not read this request.",
            Self::TooLarge => "This request is too large.",
            Self::NoSuchRoute => "The station has nothing at this address.",
            Self::NotPaired => "This device is not paired with the station.",
            Self::NotAllowed => "This device may not do that.",
            Self::Revoked => "This device was removed from the home.",
            Self::Unknown => "The station does not know this request.",
            Self::IdReused => "This request was already used for something else.",
            Self::TooOld => "This request is more than 15 minutes old. Slide again if you need help.",
            Self::NotEligible => "SOS is not available for this home.",
            Self::NotStored => "The station could not store this request, so it was not accepted.",
            Self::DiskFull => "The station's disk is full, so it could not store this request.",
            Self::TooSlow => "This request took too long to arrive.",
            Self::Busy => "The station is very busy. The request is being sent again.",
            Self::AlreadyUnderWay => "An SOS is already on its way.",
            Self::NoHome => "No home is set up on this device.",
            Self::Unreachable => "The station cannot be reached.",
            Self::NotNow => "That is not possible right now.",
            Self::SetUpProblems => "Some answers need another look.",
            Self::IncidentOpen => "An SOS or alarm is open. This can be changed once it has ended.",
            Self::WrongCode => "That is not this home's code.",
            Self::TooManyTries => "Too many wrong codes. Try again later. Help never needs a code.",
            Self::CodeNeeded => "In this home a cancel takes the code.",
            Self::NoStationNumber => "The station has not said yet which number its calls come from.",
            Self::NotSaved => "The file could not be saved: the Downloads folder is missing, full or protected.",
            Self::NoTestCallDuringIncident => "An SOS or alarm is open. Test calls can be made once it has ended.",
            Self::InAnotherCall => "The station is on the phone with this contact right now.",
            Self::RungTooOften => "This contact was rung six times within an hour. Try again later.",
            Self::OptedOut => {
                "This contact asked not to be called. To call again, take the entry off the list and add it anew."
            }
            Self::OwnerOnly => "An owner’s device can do that. This one is a member’s.",
            Self::WrongPairingCode => "This code lets no device in, or not any more. Ask for a new one.",
            Self::NotAPairingCode => "That is no pairing code. Look at it again, or ask for a new one.",
            Self::NoOuterDoor => "The station could not open its door for other devices.",
            Self::NotTheStation => {
                "What answered there could not prove that it is the home’s station. Nothing was kept, and the code was not told."
            }
            Self::OtherVersion => "The station is of another version than this app. Update both.",
            Self::TooManyDevices => "Sixteen devices were let in. Remove one first.",
        }
    }
}

/// One reason for a refusal, with the step that mends it (B12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReasonView {
    /// For programs.
    pub code: Reason,
    /// What is in the way.
    pub sentence: String,
    /// The step that mends it.
    pub mend: String,
}

impl From<Reason> for ReasonView {
    fn from(reason: Reason) -> Self {
        Self { code: reason, sentence: reason.sentence().to_owned(), mend: reason.mend().to_owned() }
    }
}

/// The body of every refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ErrorBody {
    /// For programs.
    pub code: ErrorCode,
    /// For people.
    pub sentence: String,
    /// Every reason, where there are reasons.
    pub reasons: Vec<ReasonView>,
    /// What has to be mended, question by question, where a set-up was refused.
    pub problems: Vec<FieldProblem>,
}

impl From<ErrorCode> for ErrorBody {
    fn from(code: ErrorCode) -> Self {
        Self { code, sentence: code.sentence().to_owned(), reasons: vec![], problems: vec![] }
    }
}

impl ErrorBody {
    /// A refusal of a device that was removed. `after_hold`: the station acts on its signal all the same.
    pub fn revoked(after_hold: bool) -> Self {
        let reason = if after_hold { Reason::RevokedAfterHold } else { Reason::Revoked };
        Self { reasons: vec![reason.into()], ..ErrorCode::Revoked.into() }
    }

    /// A refusal of an SOS for these reasons.
    pub fn not_eligible(reasons: impl IntoIterator<Item = Reason>) -> Self {
        Self { reasons: reasons.into_iter().map(ReasonView::from).collect(), ..ErrorCode::NotEligible.into() }
    }

    /// A refusal of a set-up for these problems.
    pub fn set_up_problems(problems: Vec<FieldProblem>) -> Self {
        Self { problems, ..ErrorCode::SetUpProblems.into() }
    }
}
