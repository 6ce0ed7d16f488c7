//! The response plans as one const table (MISSION §2).
//!
//! Rules that vary by kind stand here as cells, never as branches of a machine. Machines take
//! `&'static PlanTable`; only shells pass [`PLANS`]. An incident keeps the row it was opened with.

macro_rules! cell {
    ($item:item) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        $item
    };
}

cell! {
    /// Whom a dispatch request asks to come.
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
    pub enum Kind {
        /// SOS, slider *police*.
        SosPolice,
        /// SOS, slider *fire*.
        SosFire,
        /// SOS, slider *medical*.
        SosMedical,
        /// *Sound Siren Only*: a deterrent, nobody is asked to come (A3).
        SirenOnly,
    }
}

cell! {
    /// What the station does first.
    pub enum FirstStep {
        /// Call the first contact (E2).
        CallFirstContact,
        /// Nothing but the siren (D3).
        SirenAlone,
    }
}

cell! {
    /// What follows when no contact was reached by the deciding calls.
    pub enum NotReached {
        /// Request the row's service (E3).
        Dispatch,
    }
}

cell! {
    /// What follows when a person answered and no valid decision came in time.
    pub enum NoDecision {
        /// The call counts as not answered (E8).
        AsNotReached,
    }
}

cell! {
    /// What follows a wrong or forgotten password (N3).
    pub enum WrongPassword {
        /// The call counts as not answered (E8).
        AsNotReached,
    }
}

cell! {
    /// What the base station does when the incident opens (D1-D3).
    pub enum Siren {
        /// Base station, keypad and linked cameras sound, as far as the home has them.
        Sounds,
        /// Silent; the base station says that help was requested.
        Announces,
    }
}

cell! {
    /// Who is told once a dispatch request stands (E5).
    pub enum AfterDispatch {
        /// The other contacts, and the first one again if he had not answered.
        CallOthersAndFirstIfUnreached,
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ResponsePlan {
    /// The kind the row is for.
    pub kind: Kind,
    /// Who is asked to come; `None`: nobody.
    pub service: Option<Service>,
    /// What the base station does.
    pub siren: Siren,
    /// What the station does first.
    pub first_step: FirstStep,
    /// The first contact was not reached.
    pub not_reached: NotReached,
    /// A person answered, and 60 s brought no valid decision.
    pub no_decision: NoDecision,
    /// The password was wrong or not known.
    pub wrong_password: WrongPassword,
    /// After the dispatch request.
    pub after_dispatch: AfterDispatch,
}

/// All response plans.
#[derive(Debug)]
pub struct PlanTable(pub &'static [ResponsePlan]);

impl PlanTable {
    /// The row of a kind; `None` when this table does not have it.
    pub fn row(&self, kind: Kind) -> Option<ResponsePlan> {
        self.0.iter().copied().find(|row| row.kind == kind)
    }
}

/// The product's response plans.
pub const PLANS: PlanTable = PlanTable(&[
    sos(Kind::SosPolice, Some(Service::Police), Siren::Sounds),
    sos(Kind::SosFire, Some(Service::Fire), Siren::Sounds),
    sos(Kind::SosMedical, Some(Service::Medical), Siren::Announces),
    ResponsePlan { first_step: FirstStep::SirenAlone, ..sos(Kind::SirenOnly, None, Siren::Sounds) },
]);

const fn sos(kind: Kind, service: Option<Service>, siren: Siren) -> ResponsePlan {
    ResponsePlan {
        kind,
        service,
        siren,
        first_step: FirstStep::CallFirstContact,
        not_reached: NotReached::Dispatch,
        no_decision: NoDecision::AsNotReached,
        wrong_password: WrongPassword::AsNotReached,
        after_dispatch: AfterDispatch::CallOthersAndFirstIfUnreached,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: A2, E3
    #[test]
    fn every_slider_has_a_row_that_asks_for_its_own_service() {
        for (kind, service) in
            [(Kind::SosPolice, Service::Police), (Kind::SosFire, Service::Fire), (Kind::SosMedical, Service::Medical)]
        {
            assert_eq!(PLANS.row(kind).and_then(|row| row.service), Some(service));
        }
    }
}
