//! How many calls may be made, and when: a company has so many in ten seconds, all colleagues and
//! all tabs counted together. Nothing here knows a browser; the clock is passed in.
//!
//! There are as many *slots* as calls in the window. A call acquires a slot when it begins, and the slot is
//! free again a whole window after the answer: the endpoint has counted the call some time between the two,
//! so no window of its clock can hold more calls than there are slots.

mod note;
mod refused;

/// Milliseconds, since 1970 where it is a time. Whole ones: to read and write fractions is a twentieth of the
/// program.
pub type Millis = i64;

/// The window in which calls are counted.
pub const WINDOW: Millis = 10_000;
/// How long a call may take before it is given up: a company's queue alone may keep it for twenty seconds,
/// and whether there is one the first call cannot know.
pub const CALL_TIMEOUT: Millis = 30_000;
/// The longest pause that an endpoint can mean; a longer one is a mistake of its own.
pub const MAX_PAUSE: Millis = 60_000;
/// Calls that background work leaves for the next click.
pub const RESERVED_FOR_CLICKS: usize = 3;
/// For so long after a refusal nothing is asked that will only likely be wanted, and background work takes
/// its time.
pub const FRESH_REFUSAL: Millis = 60_000;
/// Background work makes one call in this time while a refusal is fresh.
pub const SLOW_STEP: Millis = 3_000;

/// Who is served first. What the user has just asked for comes before what will likely be asked
/// next, and all else waits for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// Nobody looks at it yet: an export, a count.
    Background,
    /// What will likely be asked for next; at least half of the calls must be free for it.
    Likely,
    /// The user waits for it.
    Asked,
}

/// Whether a call may begin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Availability {
    /// Now, with this slot.
    Now(usize),
    /// Not before this time.
    At(Millis),
}

/// The calls of the last seconds of all tabs of this browser, and what the endpoint's refusals say of those
/// of other browsers.
#[derive(Clone, Debug, PartialEq)]
pub struct RateLimiter {
    /// When each slot is free again.
    slots: Vec<Millis>,
    /// Until when each slot is skipped, since another page holds its lock. Of this tab only.
    locked: Vec<Millis>,
    /// The calls that were left by the last refusal, and when that was.
    refused: Option<(usize, Millis)>,
    /// The endpoint wants no call before.
    paused_until: Millis,
    /// Whether a click may try once all the same, since it named a pause that cannot be meant.
    may_try: bool,
    /// Work in the background makes no call before, while a refusal is fresh.
    background_from: Millis,
    /// When an answer last told of a company's queue.
    queue_seen: Millis,
}

impl RateLimiter {
    /// So many calls in ten seconds; 0 is no limit.
    pub fn new(limit: u32) -> Self {
        let slots = vec![0; limit.min(10_000) as usize];
        Self {
            locked: slots.clone(),
            slots,
            refused: None,
            paused_until: 0,
            may_try: false,
            background_from: 0,
            queue_seen: 0,
        }
    }

    /// The calls in ten seconds that the company has; 0 is no limit.
    pub fn limit(&self) -> usize {
        self.slots.len()
    }

    /// How many slots are taken.
    pub fn used(&self, now: Millis) -> usize {
        self.slots.iter().filter(|until| is_taken(**until, now)).count()
    }

    /// Whether a call may begin, as far as this browser knows.
    pub fn availability(&self, now: Millis, priority: Priority) -> Availability {
        self.availability_after(self.pause_end(now), now, priority)
    }

    /// Whether a call may begin that somebody has just asked for: one of them may, in a pause that is a
    /// mistake.
    pub fn availability_for_click(&self, now: Millis) -> Availability {
        let pause_end = if self.may_try { now } else { self.pause_end(now) };
        self.availability_after(pause_end, now, Priority::Asked)
    }

    fn availability_after(&self, pause_end: Millis, now: Millis, priority: Priority) -> Availability {
        let earliest = pause_end.max(self.gives_way_until(now, priority));
        if self.limit() == 0 {
            return if now < earliest { Availability::At(earliest) } else { Availability::Now(0) };
        }
        let allowed = |calls: usize| match priority {
            Priority::Asked => calls,
            Priority::Likely => calls / 2,
            Priority::Background => calls.saturating_sub(RESERVED_FOR_CLICKS).max(1),
        };
        let in_limit = self.free_at(now, allowed(self.limit()), 0);
        // Only calls since the refusal count for the share: who waited for its end is asked at once.
        let in_share = self
            .last_refusal(now)
            .map_or(now, |(_, at)| self.free_at(now, allowed(self.share(now)), at.saturating_add(WINDOW)));
        let at = in_limit.max(in_share).max(earliest);
        if at > now {
            return Availability::At(at);
        }
        let free = || (0..self.limit()).filter(|slot| self.is_free(*slot, now));
        match free().find(|slot| !self.is_locked(*slot, now)) {
            Some(slot) => Availability::Now(slot),
            None => Availability::At(free().map(|slot| self.locked[slot]).min().unwrap_or(now + 1)),
        }
    }

    /// When fewer than so many slots are taken, of those that are taken for longer than `since`.
    fn free_at(&self, now: Millis, allowed: usize, since: Millis) -> Millis {
        let counts = |until: &Millis| *until > since && is_taken(*until, now);
        let mut taken: Vec<Millis> = self.slots.iter().copied().filter(counts).collect();
        taken.sort_unstable();
        match allowed {
            // A single call cannot leave half of the calls free.
            0 => now + refused::RECOVERY_INTERVAL,
            _ if taken.len() < allowed => now,
            _ => taken[taken.len() - allowed],
        }
    }

    /// Whether nobody is known to have this slot.
    pub fn is_free(&self, slot: usize, now: Millis) -> bool {
        self.slots.get(slot).is_some_and(|until| !is_taken(*until, now))
    }

    /// Another page holds the lock of this slot, whatever is known of it here.
    pub fn skip(&mut self, slot: usize, until: Millis) {
        if let Some(locked) = self.locked.get_mut(slot) {
            *locked = until;
        }
    }

    fn is_locked(&self, slot: usize, now: Millis) -> bool {
        self.locked.get(slot).is_some_and(|until| is_taken(*until, now))
    }

    /// A call begins. It keeps its slot for as long as it may take, even if its page is closed before the
    /// answer.
    pub fn acquire(&mut self, slot: usize, priority: Priority, now: Millis) {
        self.hold(slot, now + CALL_TIMEOUT + WINDOW);
        self.step_back(priority, now);
    }

    /// The call in a slot ended, with an answer or without: the slot is free after a window.
    pub fn complete(&mut self, slot: usize, now: Millis) {
        self.hold(slot, now + WINDOW);
    }

    /// The slot is free at once: the endpoint did not count the call, or it never left.
    pub fn release(&mut self, slot: usize, now: Millis) {
        self.hold(slot, now);
    }

    fn hold(&mut self, slot: usize, until: Millis) {
        if let Some(known) = self.slots.get_mut(slot) {
            *known = until;
        }
    }

    /// When the next slot is free again or a pause is over; `None` while nothing will change.
    pub fn next_change(&self, now: Millis) -> Option<Millis> {
        let slots = self.slots.iter().copied().filter(|until| is_taken(*until, now));
        slots.chain(self.paused_until(now)).min()
    }
}

/// A slot cannot be taken for longer than a call may last: what claims to be comes from a clock
/// that was set back since.
fn is_taken(until: Millis, now: Millis) -> bool {
    until > now && until <= now + CALL_TIMEOUT + WINDOW
}

#[cfg(test)]
mod tests;
