//! How the calls stand, for the eye.
use super::Calls;
use crate::api::queue::Queue;
use crate::api::rate_limiter::{Millis, Priority};
use crate::state::browser::clock::now_ms;
use leptos::prelude::*;
use std::time::Duration;

/// How the calls stand, for the eye.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Meter {
    /// Calls of the last ten seconds, those of the other tabs of this browser too.
    pub used: usize,
    /// How many the company has in ten seconds; 0 is no limit.
    pub limit: usize,
    /// How many wait.
    pub waiting: usize,
    /// When the call goes on for which the user waits.
    pub until: Option<Millis>,
    /// Since when a call stands in the company's queue for which the user waits.
    pub in_line_since: Option<Millis>,
    /// Whether the endpoint wants no calls for the moment.
    pub is_paused: bool,
}

impl Meter {
    /// Whether at least half of the calls are to spare, and nobody waits for one.
    pub fn has_half_free(&self) -> bool {
        !self.is_paused && self.waiting == 0 && (self.limit == 0 || self.used * 2 <= self.limit)
    }
}

impl Calls {
    /// Brings the meter up to date, now and when the next call no longer counts.
    pub(super) fn show(self) {
        self.read();
        let now = now_ms();
        let waiting = self.queue.with_value(Queue::len);
        let used = self.limiter.with_value(|limiter| limiter.used(now));
        let is_paused = self.limiter.with_value(|limiter| limiter.paused_until(now).is_some());
        self.meter.maybe_update(|meter| {
            let next = Meter { used, waiting, is_paused, ..*meter };
            let is_new = *meter != next;
            *meter = next;
            is_new
        });
        if let Some(at) = self.limiter.with_value(|limiter| limiter.next_change(now)) {
            let again = move || {
                if self.limiter.try_with_value(|_| ()).is_some() {
                    self.show();
                }
            };
            set_timeout(again, Duration::from_millis((at - now) as u64 + 20));
        }
    }

    pub(super) fn show_wait(self, until: Option<Millis>) {
        self.meter.maybe_update(|meter| {
            let is_new = meter.until != until;
            meter.until = until;
            is_new
        });
    }
}

/// A call that somebody waits for and that stands in the company's queue, unless that lets it through at once:
/// only its answer will tell. Who drops it stands there no longer.
pub(super) struct InLine(Calls, Millis);

impl InLine {
    /// `None` where nobody waits or no answer has told of a queue.
    pub fn stand(calls: Calls, priority: Priority) -> Option<Self> {
        let now = now_ms();
        let has_queue = calls.limiter.try_with_value(|limiter| limiter.has_queue(now)) == Some(true);
        if !has_queue || priority != Priority::Asked {
            return None;
        }
        calls.in_line.update_value(|in_line| in_line.push(now));
        calls.show_line();
        Some(Self(calls, now))
    }
}

impl Drop for InLine {
    fn drop(&mut self) {
        let Self(calls, since) = *self;
        calls.in_line.try_update_value(|in_line| {
            if let Some(at) = in_line.iter().position(|it| *it == since) {
                in_line.swap_remove(at);
            }
        });
        calls.show_line();
    }
}

impl Calls {
    fn show_line(self) {
        let since = self.in_line.try_with_value(|in_line| in_line.iter().min().copied()).flatten();
        self.meter.maybe_update(|meter| std::mem::replace(&mut meter.in_line_since, since) != since);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_calls_are_free_or_they_are_not() {
        let meter =
            |used, limit, waiting, is_paused| Meter { used, limit, waiting, is_paused, ..Meter::default() };
        for (meter, is_free) in [
            (meter(0, 10, 0, false), true),
            (meter(5, 10, 0, false), true),
            (meter(6, 10, 0, false), false),
            (meter(0, 10, 1, false), false),
            (meter(0, 10, 0, true), false),
            (meter(99, 0, 0, false), true),
        ] {
            assert_eq!(meter.has_half_free(), is_free, "{meter:?}");
        }
    }
}
