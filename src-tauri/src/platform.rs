//! What differs between desktop systems, behind the same functions.

mod desktop;

#[cfg(target_os = "linux")]
pub(crate) use desktop::reload_when_the_web_process_dies;
pub(crate) use desktop::{desktop, has_display, notify};
