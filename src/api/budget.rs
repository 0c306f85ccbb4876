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
/// How long a refusal halves what may be used; after each such time one call more may.
const GROWTH: Millis = 10_000;
/// The pause after a refusal that names none.
const PAUSE: Millis = 2_000;
/// Longer pauses than this are no pauses but mistakes.
const LONGEST_PAUSE: Millis = 600_000;
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
    /// How many could be used at the last refusal, halved, and when that was.
    halved: Option<(usize, Millis)>,
    /// The endpoint wants no call before.
    paused_until: Millis,
}

impl Budget {
    /// A budget of so many calls in ten seconds; 0 is no limit.
    pub fn new(limit: u32) -> Self {
        Self { places: vec![0; limit.min(10_000) as usize], halved: None, paused_until: 0 }
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
        if self.limit() == 0 {
            return if now < self.pause_end(now) { Turn::At(self.paused_until) } else { Turn::Now(0) };
        }
        let share = self.share(now);
        let allowed = match priority {
            Priority::Asked => share,
            Priority::Likely => share / 2,
            Priority::Background => share.saturating_sub(LEFT_FOR_CLICKS).max(1),
        };
        let mut taken: Vec<Millis> =
            self.places.iter().copied().filter(|until| is_taken(*until, now)).collect();
        taken.sort_unstable();
        let pause_end = self.pause_end(now);
        let free_at = match allowed {
            // A single call cannot leave half of the calls free.
            0 => now + GROWTH,
            _ if taken.len() < allowed => now,
            _ => taken[taken.len() - allowed],
        };
        let at = free_at.max(pause_end);
        let place = self.places.iter().position(|until| !is_taken(*until, now));
        match place {
            Some(place) if at <= now => Turn::Now(place),
            _ => Turn::At(at.max(now + 1)),
        }
    }

    /// A call begins in a place. It keeps the place even if nobody is left to say that it ended.
    pub fn take(&mut self, place: usize, now: Millis) {
        self.hold(place, now + PATIENCE + WINDOW);
    }

    /// The call in a place ended, with an answer or without.
    pub fn settle(&mut self, place: usize, now: Millis) {
        self.hold(place, now + WINDOW);
    }

    /// Another tab has this place, and the note of it is still on its way here.
    pub fn hold(&mut self, place: usize, until: Millis) {
        if let Some(known) = self.places.get_mut(place) {
            *known = until;
        }
    }

    /// The endpoint refused a call: colleagues need more than we left them.
    pub fn refuse(&mut self, now: Millis, retry_after: Option<u32>) {
        let pause = retry_after.map_or(PAUSE, |seconds| Millis::from(seconds) * 1000);
        self.paused_until = now + pause.min(LONGEST_PAUSE);
        self.halved = Some(((self.share(now) / 2).max(1), now));
    }

    /// When the next place is free again; `None` while all are.
    pub fn next_change(&self, now: Millis) -> Option<Millis> {
        self.places.iter().copied().filter(|until| is_taken(*until, now)).min()
    }

    /// As it is kept for the other tabs: times and numbers, nothing else.
    pub fn write(&self) -> String {
        let places = self.places.iter().map(|until| until.to_string()).collect::<Vec<_>>().join(" ");
        let (halved, at) = self.halved.unwrap_or_default();
        format!("{places};{halved} {at};{}", self.paused_until)
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
        self.paused_until = pause.last().unwrap_or_default();
    }

    fn pause_end(&self, now: Millis) -> Millis {
        // A clock that was set back must not stop the page for hours.
        if self.paused_until <= now + LONGEST_PAUSE { self.paused_until } else { 0 }
    }
}

/// Calls of this tab that wait for their turn, who is served first, and who came first.
#[derive(Debug, Default)]
pub struct Queue {
    waiting: Vec<(Priority, u32)>,
    newest: u32,
}

impl Queue {
    /// A call begins to wait; the number tells it apart from the others.
    pub fn join(&mut self, priority: Priority) -> u32 {
        self.newest = self.newest.wrapping_add(1);
        self.waiting.push((priority, self.newest));
        self.newest
    }

    /// A call has its turn, or nobody wants it any more.
    pub fn leave(&mut self, number: u32) {
        self.waiting.retain(|(_, waiting)| *waiting != number);
    }

    /// Whether nobody is served before this call.
    pub fn is_first(&self, number: u32) -> bool {
        let best = self.waiting.iter().map(|(priority, _)| *priority).max();
        self.waiting.iter().find(|(priority, _)| Some(*priority) == best).is_some_and(|it| it.1 == number)
    }

    /// How many wait.
    pub fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Whether nobody waits.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
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
