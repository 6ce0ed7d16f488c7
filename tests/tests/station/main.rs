//! The station over its real socket, store and doors, on a clock that the tests move.

mod bad_input;
mod clock_steps;
mod crowd;
mod desk;
mod doors;
mod hold;
mod log;
mod password;
mod program;
mod reordered;
mod restart;
mod siren;
mod webhook;
