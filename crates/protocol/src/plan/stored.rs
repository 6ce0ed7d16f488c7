//! A row as it was stored with an incident. Machines up to version 3 kept fewer cells: theirs were SOS rows, whose
//! other cells have one value only.

use serde::de::IgnoredAny;

use super::{
    AfterDispatch, BurglarSetting, CancelInApp, Course, Disarm, FirstStep, Kind, Opens, PLANS, ResponsePlan, Service,
    Siren, Visibility, WhileOpen,
};

#[derive(serde::Deserialize)]
#[serde(untagged)]
pub(super) enum Row {
    Version4(Whole),
    Version3(Sos),
}

/// Read for its kind alone; the other names tell that it is one.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sos {
    kind: Kind,
    #[serde(rename = "service")]
    _service: IgnoredAny,
    #[serde(rename = "siren")]
    _siren: IgnoredAny,
    #[serde(rename = "first_step")]
    _first_step: IgnoredAny,
    #[serde(rename = "not_reached")]
    _not_reached: IgnoredAny,
    #[serde(rename = "no_decision")]
    _no_decision: IgnoredAny,
    #[serde(rename = "wrong_password")]
    _wrong_password: IgnoredAny,
    #[serde(rename = "after_dispatch")]
    _after_dispatch: IgnoredAny,
}

#[derive(serde::Deserialize)]
pub(super) struct Whole {
    kind: Kind,
    setting: Option<BurglarSetting>,
    course: Course,
    service: Option<Service>,
    siren: Siren,
    opens: Opens,
    first_step: FirstStep,
    disarm: Disarm,
    cancel_in_app: CancelInApp,
    after_dispatch: AfterDispatch,
    while_open: WhileOpen,
    visibility: Visibility,
}

impl From<Row> for ResponsePlan {
    fn from(row: Row) -> Self {
        match row {
            Row::Version4(Whole {
                kind,
                setting,
                course,
                service,
                siren,
                opens,
                first_step,
                disarm,
                cancel_in_app,
                after_dispatch,
                while_open,
                visibility,
            }) => Self {
                kind,
                setting,
                course,
                service,
                siren,
                opens,
                first_step,
                disarm,
                cancel_in_app,
                after_dispatch,
                while_open,
                visibility,
            },
            Row::Version3(Sos { kind, .. }) => PLANS.full(kind).expect("every kind has a row in full"),
        }
    }
}
