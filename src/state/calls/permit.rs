//! How a call waits for a slot, and the permit to make the call that comes of it.
use super::locks::{self, SlotLock};
use super::{Calls, NOTE_DELAY};
use crate::api::early;
use crate::api::next_call::{self, Next, Waiter};
use crate::api::queue::Queue;
use crate::api::rate_limiter::{Millis, Priority, RateLimiter, WINDOW};
use crate::api::transport::Failure;
use crate::model::Problem;
use crate::state::browser::clock::now_ms;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::AbortController;

impl Calls {
    /// The permit of the call that began before this program; told once.
    pub(super) fn early_permit(self) -> Option<Permit> {
        if self.is_first.get_value() {
            self.is_first.set_value(false);
            let (slot, release) = early::claim()?;
            self.in_flight.update_value(|in_flight| in_flight.push(slot));
            // The note of it may not have been kept.
            self.change(|limiter| limiter.acquire(slot, Priority::Asked, now_ms()));
            let (slot, lock) = (Some(slot), SlotLock::by(release));
            return Some(Permit { calls: self, slot, lock, is_counted: true, is_try: false });
        }
        None
    }

    /// Waits for a slot. A call that was never refused (`is_new`) may be tried in a pause that is a mistake.
    pub(super) async fn permit(
        self,
        priority: Priority,
        abort: Option<&AbortController>,
        is_new: bool,
    ) -> Result<Permit, Failure> {
        let has_limit = self.limiter.with_value(|limiter| limiter.limit() > 0);
        let waiting = Waiting::join(self, priority);
        let may_try = is_new && priority == Priority::Asked;
        let waiter = Waiter { number: waiting.number, priority, may_try };
        let mut locked_since = None;
        loop {
            if abort.is_some_and(|abort| abort.signal().aborted()) {
                return Err(Failure::Aborted);
            }
            self.read();
            let now = now_ms();
            let next = |queue: &Queue| {
                self.limiter.with_value(|limiter| next_call::next(limiter, queue, waiter, now))
            };
            match self.queue.with_value(next) {
                Next::Take { slot, is_try } => {
                    let lock = if has_limit { locks::acquire(slot).await } else { Some(SlotLock::nothing()) };
                    let is_forgotten = next_call::is_forgotten(locked_since, now_ms());
                    let Some(lock) = lock.or(is_forgotten.then(SlotLock::nothing)) else {
                        // Another tab was quicker, and its note is on its way: the next slot, then.
                        locked_since = locked_since.or(Some(now));
                        self.limiter.update_value(|limiter| limiter.skip(slot, now + NOTE_DELAY));
                        continue;
                    };
                    self.read();
                    let now = now_ms();
                    let may_take =
                        |limiter: &RateLimiter| next_call::may_take(limiter, waiter, slot, is_try, now);
                    let is_wanted = abort.is_none_or(|abort| !abort.signal().aborted());
                    if is_wanted && self.limiter.with_value(may_take) {
                        return Ok(self.acquire(slot, priority, is_try, lock, now));
                    }
                    lock.release();
                }
                Next::Wait(until) => {
                    if priority == Priority::Asked {
                        self.show_wait(until.or(Some(now)));
                    }
                    self.sleep(until).await;
                }
                Next::GiveUp => {
                    let (message, retry_after) = (String::new(), None);
                    return Err(Failure::Problem(Problem::TooManyCalls { message, retry_after }));
                }
            }
        }
    }

    fn acquire(self, slot: usize, priority: Priority, is_try: bool, lock: SlotLock, now: Millis) -> Permit {
        let has_limit = self.limiter.with_value(|limiter| limiter.limit() > 0);
        if has_limit {
            self.in_flight.update_value(|in_flight| in_flight.push(slot));
        }
        self.change(|limiter| {
            limiter.acquire(slot, priority, now);
            if is_try {
                limiter.spend_try();
            }
        });
        Permit { calls: self, slot: has_limit.then_some(slot), lock, is_counted: true, is_try }
    }
}

/// A call that waits for a slot; who drops it leaves the queue.
struct Waiting {
    calls: Calls,
    number: u32,
    priority: Priority,
}

impl Waiting {
    fn join(calls: Calls, priority: Priority) -> Self {
        let number = calls.queue.try_update_value(|queue| queue.join(priority)).unwrap_or_default();
        Self { calls, number, priority }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        let calls = self.calls;
        let is_others = calls.queue.try_update_value(|queue| {
            queue.leave(self.number);
            !queue.is_empty()
        });
        let is_shown = calls.meter.try_with_untracked(|meter| (meter.waiting > 0, meter.until.is_some()));
        if is_shown.is_some_and(|(_, is_told)| is_told) && self.priority == Priority::Asked {
            // Another one that the user waits for says so itself when it wakes.
            calls.show_wait(None);
        }
        if is_shown.is_some_and(|(is_counted, _)| is_counted) {
            calls.show();
        }
        if is_others == Some(true) {
            calls.wake();
        }
    }
}

/// The right to make one call. It is over when the call is, with an answer or without.
pub(super) struct Permit {
    calls: Calls,
    /// `None` where there is no limit.
    slot: Option<usize>,
    lock: SlotLock,
    /// Whether the endpoint has counted the call, as far as one can know.
    pub is_counted: bool,
    /// Whether it is the one try in a pause.
    pub is_try: bool,
}

impl Drop for Permit {
    fn drop(&mut self) {
        let (calls, is_counted) = (self.calls, self.is_counted);
        let Some(slot) = self.slot else { return };
        calls.in_flight.try_update_value(|in_flight| {
            if let Some(at) = in_flight.iter().position(|it| *it == slot) {
                in_flight.swap_remove(at);
            }
        });
        calls.change(|limiter| match is_counted {
            true => limiter.complete(slot, now_ms()),
            false => limiter.release(slot, now_ms()),
        });
        if is_counted {
            let lock = self.lock.clone();
            set_timeout(move || lock.release(), Duration::from_millis(WINDOW as u64));
        } else {
            self.lock.release();
            calls.wake();
        }
    }
}
