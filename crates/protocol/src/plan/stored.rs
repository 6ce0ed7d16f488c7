//! A row as it was stored with an incident. Machines up to version 3 kept fewer cells: theirs were SOS rows, whose
//! other cells have one value only.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Kind, PLANS, ResponsePlan};

#[derive(Deserialize)]
#[serde(untagged)]
enum Row {
    Version4(#[serde(deserialize_with = "ResponsePlan::deserialize")] ResponsePlan),
    Version3(Sos),
}

/// Read for its kind alone; the other names tell that it is one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sos {
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

impl<'de> Deserialize<'de> for ResponsePlan {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Row::deserialize(deserializer)? {
            Row::Version4(row) => row,
            Row::Version3(Sos { kind, .. }) => PLANS.full(kind).expect("every kind has a row in full"),
        })
    }
}

impl Serialize for ResponsePlan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}
