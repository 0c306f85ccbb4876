//! How many calls may be made, and when: a company has so many in ten seconds, all colleagues and
//! all tabs counted together. Nothing here knows a browser; the clock is passed in.
//!
//! There are as many *slots* as calls in the window. A call acquires a slot when it begins, and the slot is
//! free again a whole window after the answer: the endpoint has counted the call some time between the two,
//! so no window of its clock can hold more calls than there are slots.

/// Milliseconds, since 1970 where it is a time. Whole ones: to read and write fractions is a twentieth of the
/// program.
pub type Millis = i64;

/// The window in which calls are counted.
pub const WINDOW: Millis = 10_000;
/// How long a call may take before it is given up.
pub const CALL_TIMEOUT: Millis = 15_000;
/// After each such time without a refusal one call more may be made.
const RECOVERY_INTERVAL: Millis = 15_000;
/// The longest pause that an endpoint can mean; a longer one is a mistake of its own.
pub const MAX_PAUSE: Millis = 60_000;
/// Calls that background work leaves for the next click.
pub const RESERVED_FOR_CLICKS: usize = 3;

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
    /// Half of the calls that were in use at the last refusal, and when that was.
    halved: Option<(usize, Millis)>,
    /// The endpoint wants no call before.
    paused_until: Millis,
    /// Whether a click may try once all the same, since it named a pause that cannot be meant.
    may_try: bool,
}

impl RateLimiter {
    /// So many calls in ten seconds; 0 is no limit.
    pub fn new(limit: u32) -> Self {
        let slots = vec![0; limit.min(10_000) as usize];
        Self { locked: slots.clone(), slots, halved: None, paused_until: 0, may_try: false }
    }

    /// The calls in ten seconds that the company has; 0 is no limit.
    pub fn limit(&self) -> usize {
        self.slots.len()
    }

    /// How many slots are taken.
    pub fn used(&self, now: Millis) -> usize {
        self.slots.iter().filter(|until| is_taken(**until, now)).count()
    }

    /// How many may be taken by now: fewer after a refusal, since then colleagues need them.
    pub fn share(&self, now: Millis) -> usize {
        let steps = |at| usize::try_from(now.saturating_sub(at) / RECOVERY_INTERVAL).unwrap_or_default();
        let grown = |(halved, at): (usize, Millis)| halved.saturating_add(steps(at));
        self.halved.map_or(self.limit(), grown).min(self.limit())
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
        if self.limit() == 0 {
            return if now < pause_end { Availability::At(pause_end) } else { Availability::Now(0) };
        }
        let allowed = |calls: usize| match priority {
            Priority::Asked => calls,
            Priority::Likely => calls / 2,
            Priority::Background => calls.saturating_sub(RESERVED_FOR_CLICKS).max(1),
        };
        let in_limit = self.free_at(now, allowed(self.limit()), 0);
        // Only calls since the refusal count for the share: who waited for its end is asked at once.
        let in_share = self
            .halved
            .map_or(now, |(_, at)| self.free_at(now, allowed(self.share(now)), at.saturating_add(WINDOW)));
        let at = in_limit.max(in_share).max(pause_end);
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
            0 => now + RECOVERY_INTERVAL,
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
    pub fn acquire(&mut self, slot: usize, now: Millis) {
        self.hold(slot, now + CALL_TIMEOUT + WINDOW);
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

    /// The endpoint refused a call, whose slot was released: colleagues need more calls than were left to
    /// them. All tabs and colleagues wait for the same end of the pause; a time at random spreads them.
    pub fn refuse(&mut self, now: Millis, pause: Millis, random: Millis) {
        let is_paused = now < self.pause_end(now);
        if !is_paused {
            // Half of what this browser really had. Calls that were on their way together are refused
            // together: the others tell nothing new.
            self.halved = Some(((self.used(now) / 2).max(1), now));
        }
        let is_mistake = pause > MAX_PAUSE;
        if !(is_paused && is_mistake) {
            self.paused_until = now + pause.clamp(0, MAX_PAUSE).saturating_add(random).min(MAX_PAUSE);
            self.may_try = is_mistake;
        }
    }

    /// Somebody uses the one try of a pause that is a mistake.
    pub fn spend_try(&mut self) {
        self.may_try = false;
    }

    /// The try was answered: there is no pause.
    pub fn end_pause(&mut self) {
        self.paused_until = 0;
    }

    /// When the endpoint takes calls again, if it does not at present.
    pub fn paused_until(&self, now: Millis) -> Option<Millis> {
        Some(self.pause_end(now)).filter(|end| *end > now)
    }

    /// When the next slot is free again or a pause is over; `None` while nothing will change.
    pub fn next_change(&self, now: Millis) -> Option<Millis> {
        let slots = self.slots.iter().copied().filter(|until| is_taken(*until, now));
        slots.chain(self.paused_until(now)).min()
    }

    /// As it is kept for the other tabs: times and numbers, nothing else.
    pub fn write(&self) -> String {
        let slots = self.slots.iter().map(|until| until.to_string()).collect::<Vec<_>>().join(" ");
        let (halved, at) = self.halved.unwrap_or_default();
        let may_try = if self.may_try { "1 " } else { "" };
        format!("{slots};{halved} {at};{may_try}{}", self.paused_until)
    }

    /// Takes over what another tab wrote; anything else is left out.
    pub fn read(&mut self, text: &str) {
        let mut parts = text.split(';').map(numbers);
        let (Some(slots), Some(halved), Some(pause)) = (parts.next(), parts.next(), parts.next()) else {
            return;
        };
        let mut slots: Vec<Millis> = slots.collect();
        // Another limit than ours comes from another `config.json`: the latest calls count.
        if slots.len() != self.slots.len() {
            slots.sort_unstable();
        } else {
            slots.reverse();
        }
        for (known, until) in self.slots.iter_mut().zip(slots.into_iter().rev()) {
            *known = until;
        }
        let halved: Vec<Millis> = halved.collect();
        self.halved = match halved[..] {
            [halved, at] => {
                usize::try_from(halved).ok().filter(|halved| *halved > 0).map(|halved| (halved, at))
            }
            _ => None,
        };
        let pause: Vec<Millis> = pause.collect();
        self.paused_until = pause.last().copied().unwrap_or_default();
        self.may_try = matches!(pause[..], [1, _]);
    }

    fn pause_end(&self, now: Millis) -> Millis {
        // A clock that was set back must not stop the page for hours.
        if self.paused_until <= now.saturating_add(MAX_PAUSE) { self.paused_until } else { 0 }
    }
}

/// A slot cannot be taken for longer than a call may last: what claims to be comes from a clock
/// that was set back since.
fn is_taken(until: Millis, now: Millis) -> bool {
    until > now && until <= now + CALL_TIMEOUT + WINDOW
}

/// The numbers of a text; what is no number is left out.
fn numbers(text: &str) -> impl Iterator<Item = Millis> {
    text.split(' ').filter_map(|number| number.parse().ok())
}

#[cfg(test)]
mod tests;
