//! What an incident hears and says: facts in, orders and timeline entries out.

use super::data;
use crate::call::{Fact, NotAnswered, Role};
use crate::facts::SirenPlaces;
use crate::ids::{ContactId, DeviceId, IncidentId};
use crate::plan::Service;
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
        /// The first dispatch attempt is about to start: the point of no return.
        DispatchStarted,
        /// The receiving side accepted the dispatch request.
        DispatchConfirmed {
            /// Who accepted.
            by: Receiver,
        },
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

data! {
    /// What the machine wants done or told.
    #[derive(Copy)]
    pub enum Output {
        /// Something for the station's workers.
        Order(Order),
        /// Something for the timeline.
        Record(Event),
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
        /// Ask responders to come. One idempotency key per (incident, service, asking).
        RequestDispatch {
            /// Whom to ask for.
            service: Service,
            /// Which asking this is: 1, 2, …
            asking: u16,
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
