//! What a refusal changes: how long nobody asks, how many calls are left to this browser, and what gives way.
use super::{FRESH_REFUSAL, MAX_PAUSE, Millis, Priority, RateLimiter, SLOW_STEP};

/// After each such time without a refusal one call more may be made.
pub(super) const RECOVERY_INTERVAL: Millis = 15_000;
/// Work in the background spreads over so many times what clicks spread over.
const BACKGROUND_SPREAD: Millis = 10;
/// An answer that told of a company's queue is believed for a day.
const QUEUE_KNOWN: Millis = 86_400_000;

impl RateLimiter {
    /// How many may be taken by now: fewer after a refusal, since then colleagues need them.
    pub fn share(&self, now: Millis) -> usize {
        let steps = |at| usize::try_from(now.saturating_sub(at) / RECOVERY_INTERVAL).unwrap_or_default();
        let grown = |(left, at): (usize, Millis)| left.saturating_add(steps(at));
        self.last_refusal(now).map_or(self.limit(), grown).min(self.limit())
    }

    /// The calls that the last refusal left, and when it was. One of the future is of a clock that was set
    /// back since.
    pub(super) fn last_refusal(&self, now: Millis) -> Option<(usize, Millis)> {
        self.refused.filter(|(_, at)| *at <= now)
    }

    /// Until when a call leaves what there is to clicks, its own user's and colleagues': while some are
    /// refused they need it more.
    pub(super) fn gives_way_until(&self, now: Millis, priority: Priority) -> Millis {
        let fresh_until = self.last_refusal(now).map_or(now, |(_, at)| at + FRESH_REFUSAL).max(now);
        match priority {
            Priority::Asked => now,
            Priority::Likely => fresh_until,
            Priority::Background => self.background_from.clamp(now, fresh_until),
        }
    }

    /// A call of this priority begins.
    pub(super) fn step_back(&mut self, priority: Priority, now: Millis) {
        if priority == Priority::Background {
            self.background_from = now + SLOW_STEP;
        }
    }

    /// The endpoint refused a call, whose slot was released: colleagues need more calls than were left to
    /// them. All tabs and colleagues wait for the same end of the pause; a time at random spreads them.
    pub fn refuse(&mut self, now: Millis, pause: Millis, random: Millis) {
        let is_paused = now < self.pause_end(now);
        if !is_paused {
            // Half of what this browser really had. Calls that were on their way together are refused
            // together: the others tell nothing new.
            self.refused = Some(((self.used(now) / 2).max(1), now));
        }
        let is_mistake = pause > MAX_PAUSE;
        if !(is_paused && is_mistake) {
            self.paused_until = end_of(now, pause, random);
            self.may_try = is_mistake;
        }
    }

    /// A company's queue refused a call of this priority, whose slot was released: it is too long for such
    /// calls. It counts all colleagues' calls, so this browser's share stays as it is; and it takes a click
    /// when it takes nothing else, so only a click's refusal is a pause for clicks.
    pub fn refuse_in_queue(&mut self, priority: Priority, now: Millis, pause: Millis, random: Millis) {
        self.refused = Some((self.share(now).max(1), now));
        match priority {
            Priority::Asked => {
                self.paused_until = end_of(now, pause, random);
                self.may_try = pause > MAX_PAUSE;
            }
            // Colleagues' catalogues and exports come one by one, since nobody waits for them.
            Priority::Background => {
                self.background_from = end_of(now, pause, random.saturating_mul(BACKGROUND_SPREAD));
            }
            Priority::Likely => {}
        }
    }

    /// An answer came, which told of a company's queue or did not.
    pub fn note_queue(&mut self, is_told: bool, now: Millis) {
        self.queue_seen = if is_told { now } else { 0 };
    }

    /// Whether calls stand in a company's queue, as far as the last answers tell.
    pub fn has_queue(&self, now: Millis) -> bool {
        (now - QUEUE_KNOWN..=now).contains(&self.queue_seen)
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

    pub(super) fn pause_end(&self, now: Millis) -> Millis {
        // A clock that was set back must not stop the page for hours.
        if self.paused_until <= now.saturating_add(MAX_PAUSE) { self.paused_until } else { 0 }
    }
}

/// The end of a pause that a refusal named.
fn end_of(now: Millis, pause: Millis, random: Millis) -> Millis {
    now + pause.clamp(0, MAX_PAUSE).saturating_add(random).min(MAX_PAUSE)
}

#[cfg(test)]
mod tests;
