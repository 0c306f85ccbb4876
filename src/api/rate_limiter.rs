//! How many calls may be made, and when: a company has so many in ten seconds, all colleagues and
//! all tabs counted together. Nothing here knows a browser; the clock is passed in.
//!
//! Each call takes one of as many *places* as there are calls in the window. A place is taken when
//! the call begins and is free again a whole window after its answer: the endpoint has counted the
//! call some time between the two, so no window of its clock can hold more calls than places.

/// Milliseconds, since 1970 where it is a time. Whole ones: to read and write fractions is a twentieth of the
/// program.
pub type Millis = i64;

/// The window in which calls are counted.
pub const WINDOW: Millis = 10_000;
/// When a call is given up that has no answer.
pub const PATIENCE: Millis = 15_000;
/// After each such time without a refusal one call more may be used.
const GROWTH: Millis = 15_000;
/// Longer pauses than this are no pauses but mistakes.
pub const LONGEST_PAUSE: Millis = 60_000;
/// Calls that background work leaves to whoever clicks next.
pub const LEFT_FOR_CLICKS: usize = 3;

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
pub enum Turn {
    /// Now, in this place.
    Now(usize),
    /// Not before this time.
    At(Millis),
}

/// The calls of the last seconds, of all tabs of this browser, and what the endpoint said of those
/// of the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Budget {
    /// When each place is free again.
    places: Vec<Millis>,
    /// Until when each place is passed over, since another page holds its lock. Of this tab only.
    locked: Vec<Millis>,
    /// How many were used at the last refusal, halved, and when that was.
    halved: Option<(usize, Millis)>,
    /// The endpoint wants no call before.
    paused_until: Millis,
    /// Whether a click may try once all the same, since it named a pause that cannot be meant.
    may_try: bool,
}

impl Budget {
    /// A budget of so many calls in ten seconds; 0 is no limit.
    pub fn new(limit: u32) -> Self {
        let places = vec![0; limit.min(10_000) as usize];
        Self { locked: places.clone(), places, halved: None, paused_until: 0, may_try: false }
    }

    /// The calls in ten seconds that the company has; 0 is no limit.
    pub fn limit(&self) -> usize {
        self.places.len()
    }

    /// How many places are taken.
    pub fn used(&self, now: Millis) -> usize {
        self.places.iter().filter(|until| is_taken(**until, now)).count()
    }

    /// How many may be taken by now: fewer after a refusal, since then colleagues need them.
    pub fn share(&self, now: Millis) -> usize {
        let steps = |at| usize::try_from(now.saturating_sub(at) / GROWTH).unwrap_or_default();
        let grown = |(halved, at): (usize, Millis)| halved.saturating_add(steps(at));
        self.halved.map_or(self.limit(), grown).min(self.limit())
    }

    /// Whether a call may begin, as far as this browser knows.
    pub fn turn(&self, now: Millis, priority: Priority) -> Turn {
        self.turn_after(self.pause_end(now), now, priority)
    }

    /// Whether a call may begin that somebody has just asked for: one of them may, in a pause that is a
    /// mistake.
    pub fn turn_of_click(&self, now: Millis) -> Turn {
        let pause_end = if self.may_try { now } else { self.pause_end(now) };
        self.turn_after(pause_end, now, Priority::Asked)
    }

    fn turn_after(&self, pause_end: Millis, now: Millis, priority: Priority) -> Turn {
        if self.limit() == 0 {
            return if now < pause_end { Turn::At(pause_end) } else { Turn::Now(0) };
        }
        let allowed = |calls: usize| match priority {
            Priority::Asked => calls,
            Priority::Likely => calls / 2,
            Priority::Background => calls.saturating_sub(LEFT_FOR_CLICKS).max(1),
        };
        let in_limit = self.free_at(now, allowed(self.limit()), 0);
        // Only calls since the refusal count for the share: who waited for its end is asked at once.
        let in_share = self
            .halved
            .map_or(now, |(_, at)| self.free_at(now, allowed(self.share(now)), at.saturating_add(WINDOW)));
        let at = in_limit.max(in_share).max(pause_end);
        if at > now {
            return Turn::At(at);
        }
        let free = || (0..self.limit()).filter(|place| self.is_free(*place, now));
        match free().find(|place| !self.is_locked(*place, now)) {
            Some(place) => Turn::Now(place),
            None => Turn::At(free().map(|place| self.locked[place]).min().unwrap_or(now + 1)),
        }
    }

    /// When fewer than so many places are taken, of those that are taken for longer than `since`.
    fn free_at(&self, now: Millis, allowed: usize, since: Millis) -> Millis {
        let counts = |until: &Millis| *until > since && is_taken(*until, now);
        let mut taken: Vec<Millis> = self.places.iter().copied().filter(counts).collect();
        taken.sort_unstable();
        match allowed {
            // A single call cannot leave half of the calls free.
            0 => now + GROWTH,
            _ if taken.len() < allowed => now,
            _ => taken[taken.len() - allowed],
        }
    }

    /// Whether nobody is known to have this place.
    pub fn is_free(&self, place: usize, now: Millis) -> bool {
        self.places.get(place).is_some_and(|until| !is_taken(*until, now))
    }

    /// Another page holds the lock of this place, whatever is known of it here.
    pub fn pass_over(&mut self, place: usize, until: Millis) {
        if let Some(locked) = self.locked.get_mut(place) {
            *locked = until;
        }
    }

    fn is_locked(&self, place: usize, now: Millis) -> bool {
        self.locked.get(place).is_some_and(|until| is_taken(*until, now))
    }

    /// A call begins in a place. It keeps the place even if nobody is left to say that it ended.
    pub fn take(&mut self, place: usize, now: Millis) {
        self.hold(place, now + PATIENCE + WINDOW);
    }

    /// The call in a place ended, with an answer or without.
    pub fn settle(&mut self, place: usize, now: Millis) {
        self.hold(place, now + WINDOW);
    }

    /// The call in a place was none: the endpoint did not count it, or it never left.
    pub fn give_back(&mut self, place: usize, now: Millis) {
        self.hold(place, now);
    }

    fn hold(&mut self, place: usize, until: Millis) {
        if let Some(known) = self.places.get_mut(place) {
            *known = until;
        }
    }

    /// The endpoint refused a call, and its place was given back: colleagues need more than was left to
    /// them. All who wait go on at the end of the pause, so that comes later by a time at random.
    pub fn refuse(&mut self, now: Millis, pause: Millis, random: Millis) {
        let is_paused = now < self.pause_end(now);
        if !is_paused {
            // Half of what this browser really had. Calls that were on their way together are refused
            // together: the others tell nothing new.
            self.halved = Some(((self.used(now) / 2).max(1), now));
        }
        let is_mistake = pause > LONGEST_PAUSE;
        if !(is_paused && is_mistake) {
            self.paused_until = now + pause.clamp(0, LONGEST_PAUSE).saturating_add(random).min(LONGEST_PAUSE);
            self.may_try = is_mistake;
        }
    }

    /// Somebody uses the one try of a pause that is a mistake.
    pub fn spend_try(&mut self) {
        self.may_try = false;
    }

    /// The try was answered: there is no pause.
    pub fn go_on(&mut self) {
        self.paused_until = 0;
    }

    /// When the endpoint takes calls again, if it does not at present.
    pub fn paused_until(&self, now: Millis) -> Option<Millis> {
        Some(self.pause_end(now)).filter(|end| *end > now)
    }

    /// When the next place is free again or a pause is over; `None` while nothing will change.
    pub fn next_change(&self, now: Millis) -> Option<Millis> {
        let places = self.places.iter().copied().filter(|until| is_taken(*until, now));
        places.chain(self.paused_until(now)).min()
    }

    /// As it is kept for the other tabs: times and numbers, nothing else.
    pub fn write(&self) -> String {
        let places = self.places.iter().map(|until| until.to_string()).collect::<Vec<_>>().join(" ");
        let (halved, at) = self.halved.unwrap_or_default();
        let may_try = if self.may_try { "1 " } else { "" };
        format!("{places};{halved} {at};{may_try}{}", self.paused_until)
    }

    /// Takes over what another tab wrote; anything else is left out.
    pub fn read(&mut self, text: &str) {
        let mut parts = text.split(';').map(numbers);
        let (Some(places), Some(halved), Some(pause)) = (parts.next(), parts.next(), parts.next()) else {
            return;
        };
        let mut places: Vec<Millis> = places.collect();
        // Another limit than ours comes from another `config.json`: the latest calls count.
        if places.len() != self.places.len() {
            places.sort_unstable();
        } else {
            places.reverse();
        }
        for (known, until) in self.places.iter_mut().zip(places.into_iter().rev()) {
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
        if self.paused_until <= now.saturating_add(LONGEST_PAUSE) { self.paused_until } else { 0 }
    }
}

/// A place cannot be taken for longer than a call may last: what claims to be comes from a clock
/// that was set back since.
fn is_taken(until: Millis, now: Millis) -> bool {
    until > now && until <= now + PATIENCE + WINDOW
}

/// The numbers of a text; what is no number is left out.
fn numbers(text: &str) -> impl Iterator<Item = Millis> {
    text.split(' ').filter_map(|number| number.parse().ok())
}

#[cfg(test)]
mod tests;
