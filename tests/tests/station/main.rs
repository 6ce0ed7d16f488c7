//! The station over its real socket, store and doors, on a clock that the tests move.

mod bad_input;
mod clock_steps;
mod crowd;
mod damaged;
mod desk;
mod doors;
mod flood;
mod full_disk;
mod hold;
mod password;
mod program;
mod reordered;
mod restart;
mod siren;
mod webhook;
