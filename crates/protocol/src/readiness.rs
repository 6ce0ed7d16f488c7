//! Readiness: facts about a home -> how ready it is, with every finding and its mending step (V2).
//!
//! Green says only what was proved. It knows no names: a finding about a contact is told with the name by the shell.

#[cfg(test)]
mod tests;

use crate::ids::ContactId;
use crate::readiness_call::PasswordKnowledge;

/// Contacts who can be reached, below which readiness is red (P2): with one, a phone that is off is nobody.
pub const FEWEST_REACHABLE: usize = 2;

/// How ready a home is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Level {
    /// Everything that can be proved was proved.
    Green,
    /// Help would come, and something about it was not proved or is not as it should be.
    Amber,
    /// Help would not come, or nobody would be reached first.
    Red,
}

/// What is known of a line to the outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Line {
    /// There is none.
    Missing,
    /// There is one, and no test of it was confirmed.
    NotProved,
    /// A test of it was confirmed.
    Proved,
}

/// What speaks for the home's base station.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hub {
    /// The home has none, and needs none.
    NotNeeded,
    /// A virtual one, for trying.
    Virtual,
    /// A real one that answers.
    Answers,
}

/// What readiness calls have proved of a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    /// Nothing.
    Never,
    /// A person has answered on this number, and the proof still holds.
    Proved {
        /// Whether Do Not Disturb was said to be on.
        dnd_on: bool,
    },
    /// A person has answered on this number, too long ago.
    Expired,
}

/// What is known of a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ContactFacts {
    /// Whom.
    pub contact: ContactId,
    /// What was proved.
    pub reach: Reach,
    /// Whether the latest readiness call was not answered.
    pub missed: bool,
    /// Whether the contact knows the verbal password.
    pub password: PasswordKnowledge,
    /// Whether the contact has taken himself off the list.
    pub opted_out: bool,
}

/// What is known of a home.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Facts {
    /// Whether telephones can be rung.
    pub carrier: Line,
    /// Whether somebody receives requests for responders.
    pub dispatcher: Line,
    /// Whether SOS can be sent from the home at all.
    pub eligible: bool,
    /// Whether alarms are practice.
    pub practice: bool,
    /// Whether an access code is set; `None`: there is nothing to disarm.
    pub code_set: Option<bool>,
    /// What speaks for the base station.
    pub hub: Hub,
    /// Whether calls ask for the verbal password (E6).
    pub asks_password: bool,
    /// The contacts, in order.
    pub contacts: Vec<ContactFacts>,
}

/// What is not as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Finding {
    /// The station does not answer the device that looks. The device adds it: a station cannot find it of itself.
    StationSilent,
    /// The station runs on the machine that looks (Q5). The device adds it.
    StationHere,
    /// The station can ring no telephone.
    NoCarrier,
    /// The line to the telephone network has confirmed no test.
    CarrierNotProved,
    /// Nobody receives the station's requests for responders.
    NoDispatcher,
    /// Whoever receives them has confirmed no test.
    DispatcherNotProved,
    /// SOS cannot be sent from the home.
    NotEligible,
    /// Too few contacts can be reached (P2).
    FewReachable,
    /// Practice is on.
    Practice,
    /// The alarm has no access code.
    NoCode,
    /// The base station is a virtual one.
    VirtualHub,
    /// The contact has taken himself off the list.
    OptedOut,
    /// The latest test call was not answered.
    DidNotAnswer,
    /// No test call was ever answered on this number.
    NeverTested,
    /// The proof has expired.
    Expired,
    /// Answered, without Do Not Disturb.
    WithoutDnd,
    /// The contact entered a wrong password.
    PasswordNotKnown,
    /// The contact entered no password.
    PasswordNotTried,
}

/// A finding, and whom it is about where it is about one contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Found {
    /// What.
    pub finding: Finding,
    /// Whom.
    pub contact: Option<ContactId>,
}

/// Something that was proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Proved {
    /// The station answers the device that looks. The device adds it.
    StationAnswers,
    /// Contacts answered a test call that still holds.
    Answered {
        /// So many.
        answered: usize,
        /// Of so many.
        of: usize,
    },
    /// Contacts entered the verbal password.
    PasswordKnown {
        /// So many.
        known: usize,
        /// Of so many.
        of: usize,
    },
    /// The carrier has confirmed a test.
    Carrier,
    /// Whoever receives requests for responders has confirmed a test.
    Dispatcher,
    /// The base station answers.
    Hub,
}

/// How ready a home is, and why.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Readiness {
    /// The worst of the findings.
    pub level: Level,
    /// Every finding, the worst first.
    pub findings: Vec<Found>,
    /// What was proved.
    pub proved: Vec<Proved>,
}

/// Looks at everything.
pub fn look(facts: &Facts) -> Readiness {
    let everywhere = station(facts).into_iter().chain(home(facts)).map(|finding| Found { finding, contact: None });
    let contacts = facts.contacts.iter().flat_map(|contact| about(contact, facts.asks_password));
    let mut findings: Vec<Found> = everywhere.chain(contacts).collect();
    // Stable: among equals the order is that of the list of contacts.
    findings.sort_by_key(|found| std::cmp::Reverse(found.finding.level()));
    let level = findings.first().map_or(Level::Green, |worst| worst.finding.level());
    Readiness { level, findings, proved: proved(facts) }
}

fn station(facts: &Facts) -> Vec<Finding> {
    let carrier = match facts.carrier {
        Line::Missing => Some(Finding::NoCarrier),
        Line::NotProved => Some(Finding::CarrierNotProved),
        Line::Proved => None,
    };
    let dispatcher = match facts.dispatcher {
        Line::Missing => Some(Finding::NoDispatcher),
        Line::NotProved => Some(Finding::DispatcherNotProved),
        Line::Proved => None,
    };
    [dispatcher, carrier].into_iter().flatten().collect()
}

fn home(facts: &Facts) -> Vec<Finding> {
    let reachable = facts.contacts.iter().filter(|contact| contact.is_reachable()).count();
    let hub = match facts.hub {
        Hub::Virtual => true,
        Hub::NotNeeded | Hub::Answers => false,
    };
    [
        (!facts.eligible).then_some(Finding::NotEligible),
        (reachable < FEWEST_REACHABLE).then_some(Finding::FewReachable),
        facts.practice.then_some(Finding::Practice),
        (facts.code_set == Some(false)).then_some(Finding::NoCode),
        hub.then_some(Finding::VirtualHub),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn about(contact: &ContactFacts, asks_password: bool) -> Vec<Found> {
    let found = |finding| Found { finding, contact: Some(contact.contact) };
    if contact.opted_out {
        return vec![found(Finding::OptedOut)];
    }
    let reach = match contact.reach {
        Reach::Never if contact.missed => Some(Finding::DidNotAnswer),
        Reach::Never => Some(Finding::NeverTested),
        Reach::Expired => Some(Finding::Expired),
        Reach::Proved { .. } if contact.missed => Some(Finding::DidNotAnswer),
        Reach::Proved { dnd_on: false } => Some(Finding::WithoutDnd),
        Reach::Proved { dnd_on: true } => None,
    };
    let password = match (contact.reach, contact.password) {
        // Whoever has never answered could not enter it.
        (Reach::Never, _) | (_, PasswordKnowledge::Known) => None,
        (Reach::Proved { .. } | Reach::Expired, PasswordKnowledge::NotKnown) => Some(Finding::PasswordNotKnown),
        (Reach::Proved { .. } | Reach::Expired, PasswordKnowledge::NotTried) => Some(Finding::PasswordNotTried),
    };
    reach.into_iter().chain(password.filter(|_| asks_password)).map(found).collect()
}

fn proved(facts: &Facts) -> Vec<Proved> {
    let of = facts.contacts.len();
    let count = |is: fn(&ContactFacts) -> bool| facts.contacts.iter().filter(|contact| is(contact)).count();
    let answered = count(|contact| matches!(contact.reach, Reach::Proved { .. }) && !contact.opted_out);
    let known = count(|contact| contact.password == PasswordKnowledge::Known && !contact.opted_out);
    [
        (answered > 0).then_some(Proved::Answered { answered, of }),
        (known > 0).then_some(Proved::PasswordKnown { known, of }),
        (facts.carrier == Line::Proved).then_some(Proved::Carrier),
        (facts.dispatcher == Line::Proved).then_some(Proved::Dispatcher),
        (facts.hub == Hub::Answers).then_some(Proved::Hub),
    ]
    .into_iter()
    .flatten()
    .collect()
}

impl ContactFacts {
    /// Whether a call would probably reach this contact: a person has answered on this number.
    const fn is_reachable(&self) -> bool {
        !self.opted_out && matches!(self.reach, Reach::Proved { .. } | Reach::Expired)
    }
}

impl Finding {
    /// How bad it is.
    pub const fn level(self) -> Level {
        match self {
            Self::StationSilent
            | Self::NoCarrier
            | Self::CarrierNotProved
            | Self::NoDispatcher
            | Self::DispatcherNotProved
            | Self::NotEligible
            | Self::FewReachable => Level::Red,
            Self::StationHere
            | Self::Practice
            | Self::NoCode
            | Self::VirtualHub
            | Self::OptedOut
            | Self::DidNotAnswer
            | Self::NeverTested
            | Self::Expired
            | Self::WithoutDnd
            | Self::PasswordNotKnown
            | Self::PasswordNotTried => Level::Amber,
        }
    }

    /// What is so, in plain words. `who` is the name of the contact that it is about.
    pub fn sentence(self, who: &str) -> String {
        match self {
            Self::StationSilent => "The station does not answer. SOS cannot be sent.".into(),
            Self::StationHere => {
                "The station runs on this computer: it stops when the computer sleeps or the house loses power.".into()
            }
            Self::NoCarrier => {
                "Demo: this station rings no telephones. Its calls appear on the phone board only.".into()
            }
            Self::CarrierNotProved => "Demo: the line to the telephone network has confirmed no test.".into(),
            Self::NoDispatcher => "Demo: this station can send nobody. Its requests are only written down.".into(),
            Self::DispatcherNotProved => {
                "Demo: this station can send nobody. Whoever receives its requests has confirmed no test.".into()
            }
            Self::NotEligible => "SOS cannot be sent from this home.".into(),
            Self::FewReachable => "Fewer than two contacts have proved that they can be reached.".into(),
            Self::Practice => "Practice is on: nobody is sent.".into(),
            Self::NoCode => "No access code is set, so the alarm cannot be disarmed.".into(),
            Self::VirtualHub => "The base station is a virtual one: no real siren sounds.".into(),
            Self::OptedOut => format!("{who} asked not to be called any more."),
            Self::DidNotAnswer => format!("{who} did not answer the latest test call."),
            Self::NeverTested => format!("{who} has never answered a test call."),
            Self::Expired => format!("{who} answered a test call more than 90 days ago."),
            Self::WithoutDnd => format!("{who} answered a test call, but not with Do Not Disturb on."),
            Self::PasswordNotKnown => format!("{who} entered a wrong verbal password."),
            Self::PasswordNotTried => format!("{who} has not entered the verbal password."),
        }
    }

    /// The step that mends it.
    pub fn mend(self, who: &str) -> String {
        match self {
            Self::StationSilent => "Mayday keeps trying. In an emergency, call 911.".into(),
            Self::StationHere => "Keep this computer on and plugged in, or run the station somewhere else.".into(),
            Self::NoCarrier => "A phone line has to be connected to the station. In an emergency, call 911.".into(),
            Self::CarrierNotProved => "Whoever runs the station has to ring a telephone once.".into(),
            Self::NoDispatcher => {
                "A monitoring center has to be connected to the station. In an emergency, call 911.".into()
            }
            Self::DispatcherNotProved => "A test has to be sent and confirmed. In an emergency, call 911.".into(),
            Self::NotEligible => "See every reason, and what mends it, on the home’s screen.".into(),
            Self::FewReachable => "Start a test call to each of your contacts, and let them press the digits.".into(),
            Self::Practice => "It ends by itself. You can end it with the code.".into(),
            Self::NoCode => "Set an access code.".into(),
            Self::VirtualHub => "Connect a real base station.".into(),
            Self::OptedOut => {
                format!("Ask {who}. To call {who} again, take the entry off the list and add it anew.")
            }
            Self::DidNotAnswer => format!("Ask {who} to save the station as a contact, and start another test call."),
            Self::NeverTested | Self::Expired => format!("Start a test call to {who}, with Do Not Disturb on."),
            Self::WithoutDnd => format!("Ask {who} to turn Do Not Disturb on, and start another test call."),
            Self::PasswordNotKnown => format!("Tell {who} the password, and start another test call."),
            Self::PasswordNotTried => format!("Start another test call, and let {who} enter it."),
        }
    }
}

impl Proved {
    /// What was proved, in plain words.
    pub fn sentence(self) -> String {
        match self {
            Self::StationAnswers => "The station answers.".into(),
            Self::Answered { answered, of } => format!("{answered} of {of} contacts answered a test call."),
            Self::PasswordKnown { known, of } => format!("{known} of {of} contacts know the verbal password."),
            Self::Carrier => "The station has rung a real telephone.".into(),
            Self::Dispatcher => "Whoever sends responders has confirmed a test.".into(),
            Self::Hub => "The base station answers.".into(),
        }
    }
}
