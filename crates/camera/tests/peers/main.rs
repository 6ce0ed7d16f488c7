//! Cameras that do what cameras should not: each is read to a defined end, and no viewer is shown what is broken.

mod hostile;
mod loss;
mod on_demand;
mod parameters;
mod sound;
mod times;
mod without_key;

#[path = "../scripted/mod.rs"]
#[allow(dead_code, reason = "each program of tests uses its part of the scripted camera")]
mod scripted;
