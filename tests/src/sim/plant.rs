//! Bugs that a test plants at the world's edge, so that it is seen whether the checker sees them.

/// A planted bug.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plant {
    /// The station acknowledges, and what it acknowledged is not on the disk after a crash.
    AckBeforeCommit,
    /// A timer is lost from the index.
    LostTimer,
    /// A dispatch order is finished and never carried out.
    LostDispatch,
    /// An order to call is carried out twice, without its key.
    CalledTwice,
    /// The carrier calls the second contact in place of the first.
    WrongContact,
    /// A dispatch request goes out again under another key.
    SecondKey,
    /// Duress is shown to the household.
    DuressShown,
    /// Duress is announced to the home's apps.
    DuressAnnounced,
    /// The duress code does what the normal one does.
    DuressIgnored,
    /// A dispatch request goes out without asking whether it still stands.
    DispatchUnasked,
    /// The siren sounds when a slide is held.
    SirenWhileHeld,
    /// A drill asks somebody to come.
    DrillDispatches,
    /// A row of the journal is changed.
    HistoryRewritten,
    /// A repeated signal is taken for another one.
    RepeatedSlide,
    /// A cancel is acknowledged and not taken.
    CancelIgnored,
    /// A wrong password is taken for a hang-up.
    WrongPasswordForgiven,
    /// Whoever has carbon monoxide in the house is called before anybody is asked to come.
    CallsBeforeCo,
    /// A request is said to be accepted that nobody has accepted.
    AcceptedByNobody,
    /// What a further slide asks for is not asked for.
    JoinedSlideLost,
    /// A person is called who is in another call of ours.
    LineIgnored,
}

impl Plant {
    /// Every planted bug.
    pub const ALL: [Self; 20] = [
        Self::AckBeforeCommit,
        Self::LostTimer,
        Self::LostDispatch,
        Self::CalledTwice,
        Self::WrongContact,
        Self::SecondKey,
        Self::DuressShown,
        Self::DuressAnnounced,
        Self::DuressIgnored,
        Self::DispatchUnasked,
        Self::SirenWhileHeld,
        Self::DrillDispatches,
        Self::HistoryRewritten,
        Self::RepeatedSlide,
        Self::CancelIgnored,
        Self::WrongPasswordForgiven,
        Self::CallsBeforeCo,
        Self::AcceptedByNobody,
        Self::JoinedSlideLost,
        Self::LineIgnored,
    ];
}
