//! What an incident hears and says: facts in, orders and timeline entries out.

use super::data;
use crate::call::{Fact, NotAnswered, Role};
use crate::facts::SirenPlaces;
use crate::ids::{ContactId, DeviceId, IncidentId};
use crate::plan::{MayDispatch, Service, Siren, Trigger};
use crate::time::Timer;

data! {
    /// What happened, told to the machine.
    #[derive(Copy)]
    pub enum Input {
        /// A copy of the hold arrived.
        Hold {
            /// Milliseconds since the slide when this copy was sent.
            since_slide_ms: u64,
        },
        /// The device let the five seconds pass.
        Commit,
        /// The person cancelled on the device.
        Cancel {
            /// Who cancels.
            device: DeviceId,
            /// Milliseconds between the slide and the press.
            cancelled_after_ms: u64,
            /// Which code was given with it; the normal one where the home asks for none (C7).
            #[cfg_attr(feature = "serde", serde(default = "super::stored::normal"))]
            code: Code,
        },
        /// The carrier reports on a call.
        Call {
            /// Which call of this incident.
            call: u16,
            /// What it reports.
            fact: Fact,
        },
        /// The base station reports.
        Siren(SirenFact),
        /// A person silences the siren: a control of its own (D6).
        Silence,
        /// The alarm was disarmed with a code, at the keypad or in the app.
        Disarm {
            /// Which code.
            code: Code,
        },
        /// A person cancels in the app, after the incident has opened.
        CancelInApp {
            /// Which code.
            code: Code,
        },
        /// A person asks for help at once: instead of the call (E9), where nobody was sent (F10), or after a cancel (E10).
        SendNow {
            /// On which device.
            device: DeviceId,
        },
        /// A contact has called the station's number about this incident (M5).
        CallBack {
            /// Who.
            contact: ContactId,
        },
        /// The incident that takes this slide in, should it be committed now; `None`: there is none (A10).
        WouldJoin {
            /// Which.
            incident: Option<IncidentId>,
        },
        /// A further slide was committed that this incident takes in (A10).
        AlsoAsked {
            /// For whom.
            service: Service,
            /// What its plan does at the base station.
            siren: Siren,
        },
        /// Another alarm of the home that is noted here (D9, G4).
        AlsoTriggered {
            /// What raised it.
            trigger: Trigger,
        },
        /// What became of the wish to speak to an agent (L3, L6).
        Agent(AgentFact),
        /// The first attempt of a dispatch request is about to start: the point of no return.
        DispatchStarted {
            /// Which.
            request: DispatchRequest,
        },
        /// The receiving side accepted a dispatch request.
        DispatchConfirmed {
            /// Which.
            request: DispatchRequest,
            /// Who accepted.
            by: Receiver,
        },
        /// Somebody of the household has read what was told (K1).
        Read,
        /// A person says that it is over (A11).
        Over,
    }
}

data! {
    /// Which of the home's codes or passwords was given.
    #[derive(Copy)]
    pub enum Code {
        /// The one that means what it says.
        Normal,
        /// The duress code: to everybody in sight it is the normal one (J1, J4).
        Duress,
    }
}

data! {
    /// What became of the wish to speak to an agent.
    #[derive(Copy)]
    pub enum AgentFact {
        /// It is before the agents who are signed in.
        Waiting,
        /// No agent is signed in: whoever asked is told to call 911 (Q3).
        NoneSignedIn,
        /// An agent has taken it.
        Took,
        /// An agent asks responders to come, at once (L3).
        SendsHelp,
    }
}

data! {
    /// The key of a dispatch request within its incident.
    #[derive(Copy, PartialOrd, Ord)]
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub struct DispatchRequest {
        /// Who is asked to come.
        pub service: Service,
        /// Which asking of that service this is: 1, 2, …
        pub asking: u16,
    }
}

data! {
    /// What the receiving side of a dispatch request is told.
    #[derive(Copy)]
    pub enum DispatchMessage {
        /// Come.
        Come,
        /// The household asks to cancel: passed on, not guaranteed (F7, G3).
        CancelAsked,
    }
}

/// Something for the receiving side of a dispatch request. It cannot be made without the proof that the incident may
/// ask somebody to come, so practice and drills have none (Z10):
///
/// ```compile_fail
/// use mayday_protocol::incident::{DispatchMessage, DispatchOrder, DispatchRequest};
/// use mayday_protocol::plan::{Course, Service};
/// let request = DispatchRequest { service: Service::Fire, asking: 1 };
/// let _ = DispatchOrder::new(request, DispatchMessage::Come, Course::Drill);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct DispatchOrder {
    /// Which request it is about.
    pub request: DispatchRequest,
    /// What it says.
    pub message: DispatchMessage,
    #[cfg_attr(feature = "serde", serde(skip))]
    _proof: MayDispatch,
}

impl DispatchOrder {
    /// An order of an incident that may ask somebody to come.
    pub const fn new(request: DispatchRequest, message: DispatchMessage, proof: MayDispatch) -> Self {
        Self { request, message, _proof: proof }
    }
}

data! {
    /// What the base station reports.
    #[derive(Copy)]
    pub enum SirenFact {
        /// It sounds.
        Sounding,
        /// It is silent: the order's end has come, or somebody silenced it.
        Silent,
        /// It has said aloud that help was requested (D2).
        Announced,
        /// It did not start: the order was too old, or a newer one had come (D8).
        NotStarted,
    }
}

data! {
    /// The receiving side of a dispatch request.
    #[derive(Copy)]
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum Receiver {
        /// The station's own dispatch log: nobody outside has been asked.
        DispatchLog,
        /// The webhook that the operator configured.
        Webhook,
    }
}

/// What the machine wants done or told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Output {
    /// Something for the station's workers.
    Order(Order),
    /// Something for the receiving side of a dispatch request.
    Dispatch(DispatchOrder),
    /// Something that another incident of the home hears of, in the same transaction.
    Consequence(Consequence),
    /// Something for the timeline.
    Record(Event),
}

data! {
    /// What an incident means for others of its home.
    pub enum Consequence {
        /// The duress code or password was given: duress is raised beside this incident, hidden (J4).
        Duress {
            /// What was asked for here and stays asked for there (N4).
            keep: Vec<Service>,
        },
        /// This slide was taken in by an incident that is open (A10).
        Join {
            /// Which.
            incident: IncidentId,
            /// Who is asked to come.
            service: Service,
            /// What this slide's plan does at the base station.
            siren: Siren,
        },
    }
}

data! {
    /// An effect at the edge of the station.
    #[derive(Copy)]
    pub enum Order {
        /// Call a contact.
        PlaceCall {
            /// Which call of this incident.
            call: u16,
            /// Whom.
            contact: ContactId,
        },
        /// End a call that is still running.
        EndCall {
            /// Which call of this incident.
            call: u16,
        },
        /// Leave the recorded message in a call that a voicemail took. The call ends with it.
        LeaveMessage {
            /// Which call of this incident.
            call: u16,
        },
        /// Sound the siren. The order carries its end, which the base station keeps by itself (D8).
        SoundSiren {
            /// Where, beside the base station.
            places: SirenPlaces,
            /// When it ends.
            ends: Timer,
        },
        /// Silence the siren.
        StopSiren,
        /// Say aloud that help was requested (D2).
        Announce,
        /// Put the incident before an agent (L3, L6).
        AskAgent {
            /// The contact who asked for one; `None`: the plan does.
            contact: Option<ContactId>,
        },
    }
}

data! {
    /// Who decided that help is requested.
    #[derive(Copy)]
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum CommittedBy {
        /// The device, after the five seconds.
        Device,
        /// The station by itself: it heard neither commit nor cancel (DESIGN §3, point 3).
        Station,
    }
}

data! {
    /// One entry of the household's timeline. Says no more than is known (C6).
    #[derive(Copy)]
    #[cfg_attr(feature = "serde", serde(tag = "event"))]
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum Event {
        /// The station holds the signal and acts on nothing yet.
        Held,
        /// A sensor was triggered, and the entry delay runs (F11).
        EntryDelay {
            /// What was triggered.
            trigger: Trigger,
        },
        /// An alarm was raised.
        AlarmRaised {
            /// What raised it.
            trigger: Trigger,
        },
        /// Another alarm of the home was noted here (D9, G4).
        AlsoTriggered {
            /// What raised it.
            trigger: Trigger,
        },
        /// The home is not enrolled in professional monitoring: nobody was called (B14).
        NobodyCalled,
        /// The alarm was disarmed.
        Disarmed {
            /// What that did beside silencing the siren.
            effect: CancelEffect,
        },
        /// A person cancelled in the app, after the incident had opened.
        CancelledInApp {
            /// What that did.
            effect: CancelEffect,
        },
        /// A person asked for help at once.
        SendNow,
        /// The person who slid still needs help after a contact's cancel (E10).
        StillNeedHelp,
        /// Nobody answered, and nobody was sent (F10).
        NobodySent,
        /// The deciding calls have taken long enough (F9).
        DecidingOver,
        /// A further slide asked for this too, or for the same again (A10).
        AlsoAsked {
            /// For whom.
            service: Service,
        },
        /// This slide was taken in by an incident that was open (A10).
        Joined {
            /// Which.
            incident: IncidentId,
        },
        /// A contact has called the station's number (M5).
        CalledBack {
            /// Who.
            contact: ContactId,
        },
        /// A drill: this would have been requested.
        WouldRequest {
            /// Who would have been asked to come.
            service: Service,
        },
        /// A contact asks for an agent (L3).
        AgentAsked {
            /// Who.
            contact: ContactId,
        },
        /// The agents who are signed in have been told.
        AgentWaiting,
        /// No agent is signed in.
        NoAgent,
        /// An agent has taken it.
        AgentTook,
        /// An agent asks responders to come.
        AgentSendsHelp,
        /// Somebody of the household has read what was told (K1).
        Read,
        /// It is over.
        Ended {
            /// How.
            ending: Ending,
        },
        /// Cancelled within the hold: nobody was called.
        CancelledInHold,
        /// The signal stands.
        HelpRequested {
            /// Who decided.
            by: CommittedBy,
        },
        /// A call is being placed.
        Calling {
            /// Whom.
            contact: ContactId,
            /// Whether the answer can decide.
            role: Role,
        },
        /// The contact's phone rings.
        Ringing {
            /// Whose.
            contact: ContactId,
        },
        /// A person proved to be one.
        Answered {
            /// Who.
            contact: ContactId,
        },
        /// A call reached nobody.
        NotAnswered {
            /// Who was called.
            contact: ContactId,
            /// Why it counts as not answered.
            why: NotAnswered,
        },
        /// The recorded message is on a contact's voicemail (M3).
        MessageLeft {
            /// Whose.
            contact: ContactId,
        },
        /// The recorded message could not be left: the line broke, or the recording never ended.
        MessageNotLeft {
            /// Whose voicemail it was.
            contact: ContactId,
        },
        /// A person answered, and no valid decision came.
        NoDecision {
            /// Who.
            contact: ContactId,
        },
        /// The home has no contact to call.
        NobodyToCall,
        /// A contact asked for help.
        ConfirmedBy {
            /// Who.
            contact: ContactId,
        },
        /// A contact cancelled.
        CancelledBy {
            /// Who.
            contact: ContactId,
        },
        /// The base station has confirmed that the siren sounds.
        SirenSounds {
            /// Where, beside the base station.
            places: SirenPlaces,
        },
        /// A person asked for silence, and the base station has not confirmed it yet.
        Silencing,
        /// The base station has confirmed that the siren is silent.
        SirenSilent,
        /// The siren's set time is over (D6).
        SirenEnded,
        /// The base station did not start the siren.
        SirenNotStarted,
        /// The base station has said aloud that help was requested.
        Announced,
        /// The password was wrong or not known: the plan's consequence follows (N3).
        WrongPassword {
            /// Who was asked.
            contact: ContactId,
        },
        /// The first dispatch attempt was started.
        Requesting {
            /// Who is asked to come.
            service: Service,
        },
        /// The receiving side accepted.
        Requested {
            /// Who is asked to come.
            service: Service,
            /// Who accepted.
            receiver: Receiver,
        },
        /// Thirty seconds without a confirmation (Q2).
        NotConfirmed {
            /// Who was asked to come.
            service: Service,
        },
        /// A contact was told.
        Told {
            /// Who.
            contact: ContactId,
        },
        /// The station ended the incident after its set time (A11).
        ClosedByStation,
    }
}

data! {
    /// How an incident ended.
    #[derive(Copy)]
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum Ending {
        /// Cancelled within the hold, or pressed in time and delivered before the first dispatch attempt.
        CancelledOnDevice,
        /// A contact cancelled in the deciding call.
        CancelledByContact,
        /// A siren without more, and it is over.
        SirenOver,
        /// The station's set time is over (A11).
        ByStation,
        /// A person said that it is over (A11).
        ByPerson,
        /// Disarmed, or cancelled in the app, before a dispatch attempt was started (F7).
        Disarmed,
        /// Nobody answered, nobody was sent, and the offer to send somebody is over (F10).
        NobodySent,
        /// Everybody who was to be told was called (K1, L2).
        Told,
        /// It was put before an agent (L6).
        BeforeAnAgent,
        /// The drill is over (L5).
        DrillOver,
    }
}

data! {
    /// What a disarm or a cancel in the app came to, beside silencing the siren.
    #[derive(Copy)]
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum CancelEffect {
        /// Nothing: calls and dispatch go on.
        Nothing,
        /// It ended the incident.
        Cancelled,
        /// It is passed on to responders, not guaranteed.
        PassedOn,
        /// It stopped the siren, and there was nothing else.
        SirenOnly,
    }
}

data! {
    /// What a telling call is about.
    #[derive(Copy)]
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum About {
        /// Responders are asked to come.
        Dispatch,
        /// It was a false alarm: nothing to do (MISSION §3.8).
        FalseAlarm,
        /// Water or frost: nobody is asked to come (K1).
        Notice,
        /// An alarm in practice: nobody is asked to come (L2).
        Alarm,
        /// A drill.
        Drill,
    }
}

data! {
    /// What the device may be told about its signal. The same answer for every repetition.
    #[derive(Copy)]
    pub enum Standing {
        /// Held; nothing happens yet.
        Held {
            /// Milliseconds until the station commits by itself.
            acts_by_itself_in_ms: u64,
        },
        /// Committed: help is requested.
        Committed {
            /// The incident.
            incident: IncidentId,
        },
        /// Cancelled on a device: nobody is called.
        Cancelled,
    }
}
