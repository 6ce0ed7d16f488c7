//! What must happen, decided without IO, clock, threads or random numbers.
//!
//! Every machine here has one loop shape: call `handle_input` or `handle_timeout` with the time,
//! then drain `poll_output`, then wait for the next input or for `poll_timeout`. Nothing in this
//! crate knows a file, a socket, a database, a telephone network or a screen.

pub mod call;
mod data;
pub mod eligibility;
pub mod entitlement;
pub mod facts;
pub mod ids;
pub mod incident;
pub mod plan;
pub mod readiness;
pub mod readiness_call;
pub mod redacted;
pub mod secret;
pub mod setup;
pub mod signal;
pub mod sos;
pub mod time;

pub use eligibility::{Eligible, Reason};
pub use facts::{Camera, Country, HomeFacts, Monitoring, Plan, Premises, Region, SirenPlaces};
pub use ids::{CameraId, ContactId, DeviceId, HomeId, IncidentId, SignalId};
pub use plan::{Kind, Service};
pub use redacted::Redacted;
pub use time::{BootId, Time, Timer};
