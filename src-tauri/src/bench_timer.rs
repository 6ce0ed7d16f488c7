//! Raw timers of the kernel, on one thread that does nothing else: what the countdown is measured against.

use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result};
use rustix::buffer::spare_capacity;
use rustix::event::epoll;
use rustix::time::{
    ClockId, Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, clock_gettime, timerfd_create,
    timerfd_settime,
};

/// Many timers of one length.
pub(crate) struct RawTimers(Arc<Timers>);

struct Timers {
    length: Duration,
    timers: Vec<Timer>,
    late_ms: Mutex<Vec<f64>>,
}

struct Timer {
    fd: OwnedFd,
    /// When it ends, in nanoseconds of the boot clock.
    due: AtomicU64,
}

impl RawTimers {
    pub(crate) fn start(count: u32, length: Duration) -> Result<Self> {
        let poll = epoll::create(epoll::CreateFlags::CLOEXEC)?;
        let mut timers = vec![];
        for number in 0..count {
            let fd = timerfd_create(TimerfdClockId::Boottime, TimerfdFlags::CLOEXEC)?;
            epoll::add(&poll, &fd, epoll::EventData::new_u64(number.into()), epoll::EventFlags::IN)?;
            timers.push(Timer { fd, due: AtomicU64::new(0) });
        }
        let timers = Arc::new(Timers { length, timers, late_ms: Mutex::new(vec![]) });
        let waiting = Arc::downgrade(&timers);
        std::thread::spawn(move || {
            let mut ready = Vec::with_capacity(64);
            // Looks once a second whether it is still wanted.
            let second = Timespec { tv_sec: 1, tv_nsec: 0 };
            while let Some(timers) = waiting.upgrade() {
                ready.clear();
                if epoll::wait(&poll, spare_capacity(&mut ready), Some(&second)).is_err() {
                    return;
                }
                let now = boot_ns();
                ready.iter().for_each(|event| timers.ended(event.data.u64(), now));
            }
        });
        Ok(Self(timers))
    }

    /// Begins one of them anew.
    pub(crate) fn arm(&self, number: u32) -> Result<()> {
        let timer = self.0.timers.get(usize::try_from(number)?).context("no such timer")?;
        let length = self.0.length;
        timer.due.store(boot_ns() + u64::try_from(length.as_nanos())?, Ordering::SeqCst);
        let value = Timespec { tv_sec: length.as_secs().try_into()?, tv_nsec: length.subsec_nanos().into() };
        let once = Itimerspec { it_interval: Timespec { tv_sec: 0, tv_nsec: 0 }, it_value: value };
        timerfd_settime(&timer.fd, TimerfdTimerFlags::empty(), &once)?;
        Ok(())
    }

    /// How late each was, in milliseconds.
    pub(crate) fn late_ms(&self) -> Vec<f64> {
        self.0.late_ms.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Timers {
    #[expect(clippy::cast_precision_loss, reason = "nanoseconds of a few milliseconds")]
    fn ended(&self, number: u64, now: u64) {
        let Some(timer) = usize::try_from(number).ok().and_then(|number| self.timers.get(number)) else { return };
        // Reading makes it silent again.
        let _ = rustix::io::read(&timer.fd, &mut [0; 8]);
        let late = now.saturating_sub(timer.due.load(Ordering::SeqCst)) as f64 / 1e6;
        self.late_ms.lock().unwrap_or_else(PoisonError::into_inner).push(late);
    }
}

fn boot_ns() -> u64 {
    let now = clock_gettime(ClockId::Boottime);
    u64::try_from(now.tv_sec).unwrap_or(0) * 1_000_000_000 + u64::try_from(now.tv_nsec).unwrap_or(0)
}
