//! What can stand in a cell of the plan table. Each value says what happens, and names its requirement.

macro_rules! cell {
    ($item:item) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        $item
    };
}
pub(super) use cell;

cell! {
    /// Whom a dispatch request asks to come.
    #[derive(PartialOrd, Ord)]
    pub enum Service {
        /// Police.
        Police,
        /// Fire department.
        Fire,
        /// Ambulance.
        Medical,
    }
}

cell! {
    /// What a signal is about.
    #[derive(PartialOrd, Ord)]
    pub enum Kind {
        /// SOS, slider *police*.
        SosPolice,
        /// SOS, slider *fire*.
        SosFire,
        /// SOS, slider *medical*.
        SosMedical,
        /// *Sound Siren Only*: a deterrent, nobody is asked to come (A3).
        SirenOnly,
        /// Somebody broke in (F).
        Burglar,
        /// Smoke or fire (G).
        Smoke,
        /// Carbon monoxide (H).
        CarbonMonoxide,
        /// A panic button or the keypad's (I).
        Panic,
        /// A duress code or password (J).
        Duress,
        /// Water where none should be (K).
        Flood,
        /// Pipes that may freeze (K).
        Freeze,
    }
}

impl Kind {
    /// Every kind, in the table's order.
    pub const ALL: [Self; 11] = [
        Self::SosPolice,
        Self::SosFire,
        Self::SosMedical,
        Self::SirenOnly,
        Self::Burglar,
        Self::Smoke,
        Self::CarbonMonoxide,
        Self::Panic,
        Self::Duress,
        Self::Flood,
        Self::Freeze,
    ];

    /// Whether a person slides it on a paired device; the others are raised by hubs (A12).
    pub const fn is_slid(self) -> bool {
        match self {
            Self::SosPolice | Self::SosFire | Self::SosMedical | Self::SirenOnly => true,
            Self::Burglar
            | Self::Smoke
            | Self::CarbonMonoxide
            | Self::Panic
            | Self::Duress
            | Self::Flood
            | Self::Freeze => false,
        }
    }
}

cell! {
    /// The household's setting for burglar alarms, the only one that a plan has (F8).
    pub enum BurglarSetting {
        /// *If no one cancels*: nobody reached means that police are asked to come.
        IfNoOneCancels,
        /// *Only if I say*: nobody reached means that nobody is sent. A wrong password still sends police.
        OnlyIfISay,
    }
}

cell! {
    /// How much of a plan is carried out, fixed when the signal is accepted (MISSION §3.10).
    pub enum Course {
        /// All of it.
        Full,
        /// An automated voice message in place of the calls, and nobody is asked to come (L2).
        Practice,
        /// All of it but the dispatch request (L5).
        Drill,
        /// The home is not enrolled in professional monitoring: it sounds, and nobody is called (B14).
        Unmonitored,
    }
}

/// Proof that an incident may ask somebody to come. Only [`Course::may_dispatch`] makes one, and not for a drill:
///
/// ```compile_fail
/// use mayday_protocol::plan::{Course, MayDispatch};
/// const PROOF: MayDispatch = match Course::Drill.may_dispatch() {
///     Some(proof) => proof,
///     None => panic!("a drill asks nobody to come"),
/// };
/// let _ = PROOF;
/// ```
///
/// ```
/// use mayday_protocol::plan::{Course, MayDispatch};
/// const PROOF: MayDispatch = match Course::Full.may_dispatch() {
///     Some(proof) => proof,
///     None => panic!("an incident in full may ask somebody to come"),
/// };
/// let _ = PROOF;
/// ```
///
/// ```compile_fail
/// let _forged = mayday_protocol::plan::MayDispatch(());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MayDispatch(());

impl Course {
    /// The proof that a dispatch order requires. Neither practice nor a drill has one (Z10).
    pub const fn may_dispatch(self) -> Option<MayDispatch> {
        match self {
            Self::Full => Some(MayDispatch(())),
            Self::Practice | Self::Drill | Self::Unmonitored => None,
        }
    }
}

cell! {
    /// What the base station does when the incident opens (D1-D3, D5, D7).
    pub enum Siren {
        /// Base station, keypad and linked cameras sound, as far as the home has them.
        Sounds,
        /// Silent; the base station says that help was requested.
        Announces,
        /// Nothing can be heard.
        Silent,
    }
}

cell! {
    /// When an incident opens.
    pub enum Opens {
        /// Five seconds after the slide, unless cancelled (C1).
        AfterFiveSeconds,
        /// When the entry delay is over and nobody has disarmed (F11); at once where there is none.
        AfterEntryDelay,
        /// At once.
        AtOnce,
    }
}

cell! {
    /// What the station does first.
    pub enum FirstStep {
        /// Call contacts who can confirm or cancel.
        Decide(Deciding),
        /// Request the row's service, before any call (H1, J3).
        Dispatch,
        /// Automated calls that only inform, one after another until a person is reached.
        Tell(Audience),
        /// Put it before an agent (L6).
        AskAgent,
        /// Nothing but the siren (D3, B14).
        SirenAlone,
    }
}

cell! {
    /// The calls whose answer can confirm or cancel, and what follows each way they can end.
    pub struct Deciding {
        /// Who is called.
        pub whom: Whom,
        /// No contact was reached.
        pub not_reached: NotReached,
        /// A person answered, and 60 s brought no valid decision.
        pub no_decision: NoDecision,
        /// The password was wrong or not known.
        pub wrong_password: WrongPassword,
        /// Whether the password is asked.
        pub password: PasswordAsked,
        /// In which calls a contact can cancel.
        pub cancel: CancelByContact,
        /// What follows a cancel.
        pub after_cancel: AfterCancel,
    }
}

cell! {
    /// Who is called to decide.
    pub enum Whom {
        /// The first contact (E2, G2, I2).
        First,
        /// All contacts in order, until a person is reached (F2, F9).
        AllInOrder,
    }
}

cell! {
    /// What follows when no contact was reached by the deciding calls.
    pub enum NotReached {
        /// Request the row's service (E3, F4, G2, I2).
        Dispatch,
        /// Nobody is sent, and the app can still send somebody (F8, F10).
        NobodySent,
    }
}

cell! {
    /// What follows when a person answered and no valid decision came in time.
    pub enum NoDecision {
        /// The call counts as not answered (E8).
        AsNotReached,
        /// The next contact is called; none left: as not reached (F2).
        NextContact,
        /// Request the row's service at once; the person counts as reached (I2).
        Dispatch,
    }
}

cell! {
    /// What follows a wrong or forgotten password (N3).
    pub enum WrongPassword {
        /// The call counts as not answered (E8).
        AsNotReached,
        /// Request the row's service at once; the person counts as reached (F4, I3).
        Dispatch,
    }
}

cell! {
    /// Whether a deciding call asks for the verbal password (N1).
    pub enum PasswordAsked {
        /// As chosen at enrolment; always in a home with an alarm (E6).
        AsEnrolled,
        /// Always (I3, F3).
        Always,
    }
}

cell! {
    /// In which calls a contact can cancel.
    pub enum CancelByContact {
        /// In the deciding call alone (C3, G3, I4).
        InThatCall,
        /// In any call, one that the contact makes included, until a dispatch attempt has started (F3, M5).
        UntilDispatch,
    }
}

cell! {
    /// What follows a contact's cancel.
    pub enum AfterCancel {
        /// Nothing.
        Nothing,
        /// The device that slid can still ask for help, for ten minutes (E10).
        StillNeedHelp,
        /// The remaining contacts are told: false alarm, nothing to do (I4; MISSION §3.8).
        TellTheRest,
    }
}

cell! {
    /// Who hears an automated call that only informs.
    pub enum Audience {
        /// The first contact; not answered: the second (K1).
        FirstThenSecond,
        /// The first contact; not answered: the next, and so on (L2).
        InOrder,
    }
}

cell! {
    /// What disarming does to calls and dispatch.
    pub enum Disarm {
        /// Nothing, and the keypad says so.
        NoEffect,
        /// It cancels until a dispatch attempt has started; later it is passed on (F7; MISSION §3.9).
        Cancels,
        /// It is passed on, not guaranteed (G3).
        PassedOn,
    }
}

cell! {
    /// What a cancel in the app does once the incident is open.
    pub enum CancelInApp {
        /// Nothing, and the app says so (C3, H2, I4).
        NoEffect,
        /// The same as disarming (F7).
        AsDisarm,
        /// It is passed on, not guaranteed (G3).
        PassedOn,
        /// It stops the siren, and there is nothing else (D3).
        StopsSiren,
    }
}

cell! {
    /// Who is told once a dispatch request stands.
    pub enum AfterDispatch {
        /// The other contacts, and the first one again if he had not answered (E5).
        OthersAndFirstIfUnreached,
        /// The contacts after the first (G2, I4).
        TheRest,
        /// All contacts (H3).
        All,
        /// Nobody (F, J2).
        Nobody,
    }
}

cell! {
    /// What another alarm of the home means while this incident is open.
    pub enum WhileOpen {
        /// It is an incident of its own (G4).
        OwnIncident,
        /// A burglar alarm is noted here and makes neither siren nor calls: responders walk in (D9).
        NotesBurglar,
    }
}

cell! {
    /// Who may know of an incident.
    pub enum Visibility {
        /// The household sees it.
        Household,
        /// Nobody in the home can see, hear, count or infer it (J2, J6).
        Hidden,
    }
}
