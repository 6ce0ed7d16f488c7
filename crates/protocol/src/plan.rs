//! The response plans as one const table (MISSION §2).
//!
//! Rules that vary by kind stand here as cells, never as branches of a machine. Machines take
//! `&'static PlanTable`; only shells pass [`PLANS`]. An incident keeps the row it was opened with.

mod cells;
#[cfg(feature = "serde")]
mod stored;
mod table;
mod trigger;

pub use cells::{
    AfterCancel, AfterDispatch, Audience, BurglarSetting, CancelByContact, CancelInApp, Course, Deciding, Disarm,
    FirstStep, Kind, MayDispatch, NoDecision, NotReached, Opens, PasswordAsked, Service, Siren, Visibility, WhileOpen,
    Whom, WrongPassword,
};
pub use table::PLANS;
pub use trigger::Trigger;

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
// Both as the derive makes them, under the type's own name: what is stored of earlier versions is read in `stored`.
#[cfg_attr(feature = "serde", serde(remote = "Self"))]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ResponsePlan {
    /// The kind the row is for.
    pub kind: Kind,
    /// The value of the household's setting that the row is for; `None`: there is no setting (F8).
    pub setting: Option<BurglarSetting>,
    /// How much of the plan is carried out.
    pub course: Course,
    /// Who is asked to come; `None`: nobody.
    pub service: Option<Service>,
    /// What the base station does.
    pub siren: Siren,
    /// When the incident opens.
    pub opens: Opens,
    /// What the station does first.
    pub first_step: FirstStep,
    /// What disarming does to calls and dispatch. It silences the siren in every row (D6).
    pub disarm: Disarm,
    /// What a cancel in the app does once the incident is open.
    pub cancel_in_app: CancelInApp,
    /// Who is told once a dispatch request stands.
    pub after_dispatch: AfterDispatch,
    /// What another alarm of the home means while this incident is open.
    pub while_open: WhileOpen,
    /// Who may know of it.
    pub visibility: Visibility,
}

impl ResponsePlan {
    /// The calls that can decide, if there are any.
    pub const fn deciding(&self) -> Option<Deciding> {
        match self.first_step {
            FirstStep::Decide(deciding) => Some(deciding),
            FirstStep::Dispatch | FirstStep::Tell(_) | FirstStep::AskAgent | FirstStep::SirenAlone => None,
        }
    }

    /// Whether the household may know of it (J2).
    pub const fn is_hidden(&self) -> bool {
        matches!(self.visibility, Visibility::Hidden)
    }
}

/// All response plans.
#[derive(Clone, Copy, Debug)]
pub struct PlanTable(pub &'static [ResponsePlan]);

impl PlanTable {
    /// The row of a kind in a course; `None` when this table does not have it. The setting counts where the kind has one.
    pub fn row(&self, kind: Kind, setting: BurglarSetting, course: Course) -> Option<ResponsePlan> {
        let fits = |row: &&ResponsePlan| {
            row.kind == kind && row.course == course && row.setting.is_none_or(|known| known == setting)
        };
        self.0.iter().find(fits).copied()
    }

    /// The row of a kind that has no setting, carried out in full.
    pub fn full(&self, kind: Kind) -> Option<ResponsePlan> {
        self.row(kind, BurglarSetting::IfNoOneCancels, Course::Full)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: J2
    #[test]
    fn duress_is_hidden_and_nothing_else_is() {
        for row in PLANS.0 {
            assert_eq!(row.is_hidden(), row.kind == Kind::Duress, "{:?}", row.kind);
        }
    }
}
