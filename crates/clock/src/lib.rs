//! One clock for the whole product: it counts suspend, never goes back, and has a fake.
//!
//! On Linux the readings of all processes of one boot can be compared, because they share the
//! kernel's boot id. Elsewhere every process is a boot of its own: readings from another process
//! are then compared by the wall clock, within the bounds that `protocol::Timer` sets.

mod fake;
mod system;

use std::sync::Arc;

use mayday_protocol::Time;

pub use fake::FakeClock;
pub use system::SystemClock;

/// Called when a fake clock was moved, so that a sleeper looks at the time again.
pub type OnMoved = Box<dyn Fn() + Send + Sync>;

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// The time.
    fn now(&self) -> Time;

    /// Registers a sleeper that has to be woken when time jumps. A real clock never jumps.
    fn on_moved(&self, wake: OnMoved);
}

/// A clock that shells pass around.
pub type SharedClock = Arc<dyn Clock>;

/// The machine's clock, shared.
pub fn system() -> SharedClock {
    Arc::new(SystemClock::start())
}
