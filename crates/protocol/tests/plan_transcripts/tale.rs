//! What happens around the station in a story: one value a story, the same for every kind.

use mayday_protocol::Kind;
use mayday_protocol::call::{Fact, Password, Role};
use mayday_protocol::incident::{Code, Input};
use mayday_protocol::plan::Course;

/// What a story is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tale {
    AnsweredConfirm,
    AnsweredCancel,
    AnsweredTold,
    WrongPassword,
    DuressPassword,
    Voicemail,
    PickUpWithoutKey,
    NoAnswer,
    Disarm,
    CancelInApp,
    Practice,
    Drill,
    Unmonitored,
}

/// What a contact's phone does, so long after the call was placed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Move {
    Report(Fact),
    /// The two digits that are spoken are pressed.
    Digits,
}

type Moves = &'static [(u64, Move)];

const PERSON: Moves =
    &[(1_000, Move::Report(Fact::Ringing)), (3_000, Move::Report(Fact::PickedUp)), (6_000, Move::Digits)];
const CONFIRMS: Moves = &[
    (1_000, Move::Report(Fact::Ringing)),
    (3_000, Move::Report(Fact::PickedUp)),
    (6_000, Move::Digits),
    (8_000, Move::Report(Fact::Key('1'))),
];
const CANCELS: Moves = &[
    (1_000, Move::Report(Fact::Ringing)),
    (3_000, Move::Report(Fact::PickedUp)),
    (6_000, Move::Digits),
    (9_000, Move::Report(Fact::Password(Password::Right))),
    (11_000, Move::Report(Fact::Key('2'))),
];
const DOES_NOT_KNOW: Moves = &[
    (1_000, Move::Report(Fact::Ringing)),
    (3_000, Move::Report(Fact::PickedUp)),
    (6_000, Move::Digits),
    (9_000, Move::Report(Fact::Password(Password::Wrong))),
];
const UNDER_DURESS: Moves = &[
    (1_000, Move::Report(Fact::Ringing)),
    (3_000, Move::Report(Fact::PickedUp)),
    (6_000, Move::Digits),
    (9_000, Move::Report(Fact::Password(Password::Duress))),
    (11_000, Move::Report(Fact::Key('2'))),
];
const VOICEMAIL: Moves = &[(1_000, Move::Report(Fact::Ringing)), (25_000, Move::Report(Fact::Voicemail))];
const PICKS_UP: Moves = &[(1_000, Move::Report(Fact::Ringing)), (3_000, Move::Report(Fact::PickedUp))];
const RINGS: Moves = &[(1_000, Move::Report(Fact::Ringing))];

impl Tale {
    pub(crate) const ALL: [Self; 13] = [
        Self::AnsweredConfirm,
        Self::AnsweredCancel,
        Self::AnsweredTold,
        Self::WrongPassword,
        Self::DuressPassword,
        Self::Voicemail,
        Self::PickUpWithoutKey,
        Self::NoAnswer,
        Self::Disarm,
        Self::CancelInApp,
        Self::Practice,
        Self::Drill,
        Self::Unmonitored,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::AnsweredConfirm => "answered-confirm",
            Self::AnsweredCancel => "answered-cancel",
            Self::AnsweredTold => "answered-told",
            Self::WrongPassword => "wrong password",
            Self::DuressPassword => "duress password",
            Self::Voicemail => "voicemail",
            Self::PickUpWithoutKey => "pick-up without a key",
            Self::NoAnswer => "no answer",
            Self::Disarm => "disarm",
            Self::CancelInApp => "cancel in the app",
            Self::Practice => "practice",
            Self::Drill => "drill",
            Self::Unmonitored => "unmonitored",
        }
    }

    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::AnsweredConfirm => "a contact answers and asks for help",
            Self::AnsweredCancel => "a contact answers, knows the password and cancels",
            Self::AnsweredTold => "every contact answers and is told",
            Self::WrongPassword => "a contact answers and does not know the password",
            Self::DuressPassword => "a contact gives the duress password and cancels",
            Self::Voicemail => "voicemails answer",
            Self::PickUpWithoutKey => "the phone is picked up, and nobody presses the digits",
            Self::NoAnswer => "nobody answers",
            Self::Disarm => "the alarm is disarmed",
            Self::CancelInApp => "it is cancelled in the app",
            Self::Practice => "in practice; a voicemail answers first, then the next contact",
            Self::Drill => "a drill; whoever is asked answers and asks for help",
            Self::Unmonitored => "the home is not enrolled in professional monitoring",
        }
    }

    pub(crate) const fn course(self) -> Course {
        match self {
            Self::Practice => Course::Practice,
            Self::Drill => Course::Drill,
            Self::Unmonitored => Course::Unmonitored,
            Self::AnsweredConfirm
            | Self::AnsweredCancel
            | Self::AnsweredTold
            | Self::WrongPassword
            | Self::DuressPassword
            | Self::Voicemail
            | Self::PickUpWithoutKey
            | Self::NoAnswer
            | Self::Disarm
            | Self::CancelInApp => Course::Full,
        }
    }

    /// Whether the story exists for a kind; or why it cannot.
    pub(crate) const fn occurs(self, kind: Kind) -> Result<(), &'static str> {
        match self {
            Self::AnsweredConfirm | Self::AnsweredCancel | Self::WrongPassword | Self::DuressPassword => match kind {
                Kind::SosPolice | Kind::SosFire | Kind::SosMedical | Kind::Burglar | Kind::Smoke | Kind::Panic => {
                    Ok(())
                }
                Kind::CarbonMonoxide => Err("its calls only tell: nothing is asked in them (H2, N1)"),
                Kind::Flood | Kind::Freeze => Err("its calls only tell: nobody would be sent (K1, N1)"),
                Kind::SirenOnly => Err("nobody is called (D3)"),
                Kind::Duress => Err("nobody is ever called (J2)"),
            },
            Self::AnsweredTold => match kind {
                Kind::CarbonMonoxide | Kind::Flood | Kind::Freeze => Ok(()),
                Kind::SosPolice | Kind::SosFire | Kind::SosMedical | Kind::Burglar | Kind::Smoke | Kind::Panic => {
                    Err("its first call asks for a decision; who is told afterwards stands in those stories")
                }
                Kind::SirenOnly => Err("nobody is called (D3)"),
                Kind::Duress => Err("nobody is ever called (J2)"),
            },
            Self::Voicemail | Self::PickUpWithoutKey | Self::NoAnswer => match kind {
                Kind::SirenOnly => Err("nobody is called (D3)"),
                Kind::Duress => Err("nobody is ever called (J2)"),
                Kind::SosPolice
                | Kind::SosFire
                | Kind::SosMedical
                | Kind::Burglar
                | Kind::Smoke
                | Kind::CarbonMonoxide
                | Kind::Panic
                | Kind::Flood
                | Kind::Freeze => Ok(()),
            },
            Self::CancelInApp => match kind {
                Kind::Duress => Err("nothing of it can be seen in the app (J2, J6)"),
                Kind::SosPolice
                | Kind::SosFire
                | Kind::SosMedical
                | Kind::SirenOnly
                | Kind::Burglar
                | Kind::Smoke
                | Kind::CarbonMonoxide
                | Kind::Panic
                | Kind::Flood
                | Kind::Freeze => Ok(()),
            },
            Self::Unmonitored => match kind {
                Kind::SosPolice | Kind::SirenOnly => Err("it is refused before the hold, with every reason (B1, B2)"),
                Kind::SosFire
                | Kind::SosMedical
                | Kind::Burglar
                | Kind::Smoke
                | Kind::CarbonMonoxide
                | Kind::Panic
                | Kind::Duress
                | Kind::Flood
                | Kind::Freeze => Ok(()),
            },
            Self::Disarm | Self::Practice | Self::Drill => Ok(()),
        }
    }

    /// What the home does by itself, so long after the slide or the alarm.
    pub(crate) const fn of_the_home(self) -> Option<(u64, Input)> {
        match self {
            Self::Disarm => Some((7_000, Input::Disarm { code: Code::Normal })),
            Self::CancelInApp => Some((7_000, Input::CancelInApp { code: Code::Normal })),
            Self::AnsweredConfirm
            | Self::AnsweredCancel
            | Self::AnsweredTold
            | Self::WrongPassword
            | Self::DuressPassword
            | Self::Voicemail
            | Self::PickUpWithoutKey
            | Self::NoAnswer
            | Self::Practice
            | Self::Drill
            | Self::Unmonitored => None,
        }
    }

    /// What happens to a call. `deciding`: whether the kind has calls that can decide.
    pub(crate) const fn of_a_call(self, role: Role, deciding: bool, is_first_contact: bool) -> Moves {
        match self {
            Self::Practice if is_first_contact => VOICEMAIL,
            Self::AnsweredConfirm | Self::Disarm | Self::CancelInApp | Self::Drill if is_deciding(role) => CONFIRMS,
            Self::AnsweredCancel if is_deciding(role) => CANCELS,
            Self::WrongPassword if is_deciding(role) => DOES_NOT_KNOW,
            Self::DuressPassword if is_deciding(role) => UNDER_DURESS,
            Self::Voicemail if is_deciding(role) || !deciding => VOICEMAIL,
            Self::PickUpWithoutKey if is_deciding(role) || !deciding => PICKS_UP,
            Self::NoAnswer if is_deciding(role) || !deciding => RINGS,
            Self::AnsweredConfirm
            | Self::AnsweredCancel
            | Self::AnsweredTold
            | Self::WrongPassword
            | Self::DuressPassword
            | Self::Voicemail
            | Self::PickUpWithoutKey
            | Self::NoAnswer
            | Self::Disarm
            | Self::CancelInApp
            | Self::Practice
            | Self::Drill
            | Self::Unmonitored => PERSON,
        }
    }
}

const fn is_deciding(role: Role) -> bool {
    matches!(role, Role::Deciding)
}
