//! The turn of a call: how one waits for it, and the right to make the call that comes of it.
use super::decide::{self, Next, Waiter};
use super::locks::{self, Held};
use super::{Calls, NOTE_DELAY};
use crate::api::early;
use crate::api::queue::Queue;
use crate::api::rate_limiter::{Budget, Millis, Priority, WINDOW};
use crate::api::transport::Failure;
use crate::state::browser::clock::now_ms;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::AbortController;

impl Calls {
    /// The place of the call that began before this program; told once.
    pub(super) fn early_permit(self) -> Option<Permit> {
        if self.is_first.get_value() {
            self.is_first.set_value(false);
            let (place, release) = early::claim()?;
            self.flying.update_value(|flying| flying.push(place));
            // The note of it may not have been kept.
            self.change(|budget| budget.take(place, now_ms()));
            let (place, held) = (Some(place), Held::by(release));
            return Some(Permit { calls: self, place, held, is_counted: true, is_try: false });
        }
        None
    }

    /// Waits for the turn of a call. One that was never refused may be tried in a pause that is a mistake.
    pub(super) async fn permit(
        self,
        priority: Priority,
        abort: Option<&AbortController>,
        is_new: bool,
    ) -> Result<Permit, Failure> {
        let has_limit = self.budget.with_value(|budget| budget.limit() > 0);
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
            let next =
                |queue: &Queue| self.budget.with_value(|budget| decide::next(budget, queue, waiter, now));
            match self.queue.with_value(next) {
                Next::Take { place, is_try } => {
                    let held = if has_limit { locks::hold(place).await } else { Some(Held::nothing()) };
                    let is_forgotten = decide::is_forgotten(locked_since, now_ms());
                    let Some(held) = held.or(is_forgotten.then(Held::nothing)) else {
                        // Another tab was quicker, and its note is on its way: the next place, then.
                        locked_since = locked_since.or(Some(now));
                        self.budget.update_value(|budget| budget.pass_over(place, now + NOTE_DELAY));
                        continue;
                    };
                    self.read();
                    let now = now_ms();
                    let may_take = |budget: &Budget| decide::may_take(budget, waiter, place, is_try, now);
                    let is_wanted = abort.is_none_or(|abort| !abort.signal().aborted());
                    if is_wanted && self.budget.with_value(may_take) {
                        return Ok(self.take(place, is_try, held, now));
                    }
                    held.release();
                }
                Next::Wait(until) => {
                    if priority == Priority::Asked {
                        self.show_wait(until.or(Some(now)));
                    }
                    self.sleep(until).await;
                }
            }
        }
    }

    fn take(self, place: usize, is_try: bool, held: Held, now: Millis) -> Permit {
        let has_limit = self.budget.with_value(|budget| budget.limit() > 0);
        if has_limit {
            self.flying.update_value(|flying| flying.push(place));
        }
        self.change(|budget| {
            budget.take(place, now);
            if is_try {
                budget.spend_try();
            }
        });
        Permit { calls: self, place: has_limit.then_some(place), held, is_counted: true, is_try }
    }
}

/// A call that waits for its turn; who drops it leaves the queue.
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
    place: Option<usize>,
    held: Held,
    /// Whether the endpoint has counted the call, as far as one can know.
    pub is_counted: bool,
    /// Whether it is the one try in a pause.
    pub is_try: bool,
}

impl Drop for Permit {
    fn drop(&mut self) {
        let (calls, is_counted) = (self.calls, self.is_counted);
        let Some(place) = self.place else { return };
        calls.flying.try_update_value(|flying| {
            if let Some(at) = flying.iter().position(|it| *it == place) {
                flying.swap_remove(at);
            }
        });
        calls.change(|budget| match is_counted {
            true => budget.settle(place, now_ms()),
            false => budget.give_back(place, now_ms()),
        });
        if is_counted {
            let held = self.held.clone();
            set_timeout(move || held.release(), Duration::from_millis(WINDOW as u64));
        } else {
            self.held.release();
            calls.wake();
        }
    }
}
