use super::Calls;
use crate::api::queue::Queue;
use crate::api::rate_limiter::Millis;
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
    /// Whether the endpoint wants no calls for the moment.
    pub is_paused: bool,
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
