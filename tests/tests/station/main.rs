//! The station over its real socket, store and doors, on a clock that the tests move.

mod alarms;
mod bad_input;
mod calls;
mod clock_steps;
mod crowd;
mod damaged;
mod desk;
mod doors;
mod duress;
mod flood;
mod full_disk;
mod hold;
mod household;
mod joining;
mod log;
mod password;
mod practice;
mod program;
mod readiness;
mod receipts;
mod reordered;
mod restart;
mod revoked;
mod siren;
mod two_phones;
mod webhook;
