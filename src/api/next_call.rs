//! Whether a call may be made now: the decisions, without locks, storage and timers.
use super::queue::Queue;
use super::rate_limiter::{Availability, Millis, Priority, RateLimiter, WINDOW};

/// A call that waits.
#[derive(Clone, Copy)]
pub struct Waiter {
    /// Its number in the queue.
    pub number: u32,
    /// Who is served first.
    pub priority: Priority,
    /// Somebody has just asked for it and it was never refused: it may be tried in a pause that cannot be
    /// meant.
    pub may_try: bool,
}

/// What a call that waits does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Takes a slot, if it gets its lock.
    Take {
        /// The slot's number.
        slot: usize,
        /// Whether this is the one try in a pause that cannot be meant.
        is_try: bool,
    },
    /// Waits until then, or until something changes.
    Wait(Option<Millis>),
    /// Nobody waits for it and it cannot go at once: it is not worth its call.
    GiveUp,
}

/// What a call that waits does at this time.
pub fn next(limiter: &RateLimiter, queue: &Queue, waiter: Waiter, now: Millis) -> Next {
    match availability(limiter, waiter, now) {
        (Availability::Now(slot), is_try) if is_try || queue.is_first(waiter.number) => {
            Next::Take { slot, is_try }
        }
        // Whoever is first wakes the others.
        (Availability::Now(_), _) => Next::Wait(None),
        (Availability::At(_), _) if waiter.priority == Priority::Likely => Next::GiveUp,
        (Availability::At(at), _) => Next::Wait(Some(at)),
    }
}

/// Whether a slot can still be taken, now that its lock is held and what the other tabs noted was read again.
/// A tab that is gone holds no lock, but its call counts.
pub fn may_take(limiter: &RateLimiter, waiter: Waiter, slot: usize, was_try: bool, now: Millis) -> bool {
    let is_free = limiter.limit() == 0 || limiter.is_free(slot, now);
    is_free
        && matches!(availability(limiter, waiter, now), (Availability::Now(_), is_try) if is_try == was_try)
}

/// Whether the lock that another page has held since then is forgotten: no call counts for longer than a
/// window.
pub fn is_forgotten(locked_since: Option<Millis>, now: Millis) -> bool {
    locked_since.is_some_and(|since| now - since >= WINDOW)
}

/// Whether a refused call is made once more. What will only likely be asked for is not worth a second one.
pub fn is_repeated(was_last: bool, priority: Priority) -> bool {
    !was_last && priority != Priority::Likely
}

/// When a call may begin, and whether only because it may be tried in a pause.
fn availability(limiter: &RateLimiter, waiter: Waiter, now: Millis) -> (Availability, bool) {
    match limiter.availability(now, waiter.priority) {
        Availability::At(at) if waiter.may_try => match limiter.availability_for_click(now) {
            Availability::Now(slot) => (Availability::Now(slot), true),
            Availability::At(_) => (Availability::At(at), false),
        },
        availability => (availability, false),
    }
}

#[cfg(test)]
mod tests {
    use super::Next::{Take, Wait};
    use super::*;

    const START: Millis = 1_795_000_000_000;
    const HOUR: Millis = 3_600_000;

    /// A limiter of three calls, of which so many are used.
    fn used(used: usize) -> RateLimiter {
        let mut limiter = RateLimiter::new(3);
        (0..used).for_each(|slot| limiter.complete(slot, START));
        limiter
    }

    fn changed(mut limiter: RateLimiter, change: impl FnOnce(&mut RateLimiter)) -> RateLimiter {
        change(&mut limiter);
        limiter
    }

    /// Asks for a call of the user's, `after` the start, behind `others` that wait.
    #[track_caller]
    fn check(limiter: &RateLimiter, others: &[Priority], may_try: bool, after: Millis, expected: Next) {
        let mut queue = Queue::default();
        others.iter().for_each(|priority| {
            queue.join(*priority);
        });
        let priority = Priority::Asked;
        let waiter = Waiter { number: queue.join(priority), priority, may_try };
        assert_eq!(next(limiter, &queue, waiter, START + after), expected);
    }

    const NOW: fn(usize) -> Next = |slot| Take { slot, is_try: false };
    const AT: fn(Millis) -> Next = |after| Wait(Some(START + after));

    #[test]
    fn a_call_goes_when_there_is_a_place_and_nobody_is_before_it() {
        check(&used(0), &[], true, 0, NOW(0));
        check(&used(2), &[], true, 0, NOW(2));
        check(&used(3), &[], true, 0, AT(WINDOW));
        check(&used(3), &[], true, WINDOW, NOW(0));
        check(&RateLimiter::new(0), &[], true, 0, NOW(0));
        // Among the waiting.
        check(&used(0), &[Priority::Asked], true, 0, Wait(None));
        check(&used(0), &[Priority::Background, Priority::Likely], true, 0, NOW(0));
        check(&used(3), &[Priority::Asked], true, 0, AT(WINDOW));
    }

    #[test]
    fn a_pause_is_waited_out_and_one_that_cannot_be_meant_is_tried_once() {
        let short = changed(used(0), |limiter| limiter.refuse(START, 4000, 0));
        check(&short, &[], true, 0, AT(4000));
        check(&short, &[], true, 4000, NOW(0));
        let long = changed(used(0), |limiter| limiter.refuse(START, HOUR, 0));
        check(&long, &[], true, 0, Take { slot: 0, is_try: true });
        // The try does not wait for who waits for the end of the pause.
        check(&long, &[Priority::Asked], true, 0, Take { slot: 0, is_try: true });
        check(&long, &[], false, 0, AT(60_000));
        let tried = changed(long.clone(), RateLimiter::spend_try);
        check(&tried, &[], true, 0, AT(60_000));
        let full = changed(used(3), |limiter| limiter.refuse(START, HOUR, 0));
        check(&full, &[], true, 0, AT(60_000));
    }

    #[test]
    fn what_is_only_likely_goes_at_once_or_not_at_all() {
        #[track_caller]
        fn check(limiter: &RateLimiter, priority: Priority, after: Millis, expected: Next) {
            let mut queue = Queue::default();
            let waiter = Waiter { number: queue.join(priority), priority, may_try: false };
            assert_eq!(next(limiter, &queue, waiter, START + after), expected, "{priority:?} {after}");
        }
        let (likely, background) = (Priority::Likely, Priority::Background);
        check(&used(0), likely, 0, NOW(0));
        check(&used(2), likely, 0, Next::GiveUp);
        check(&used(2), background, 0, AT(WINDOW));
        let refused = changed(used(0), |limiter| limiter.refuse(START, 4000, 0));
        check(&refused, likely, 59_999, Next::GiveUp);
        check(&refused, likely, 60_000, NOW(0));
        check(&refused, background, 4000, NOW(0));
    }

    #[test]
    fn another_pages_lock_leads_to_the_next_place() {
        let locked = changed(used(0), |limiter| limiter.skip(0, START + 100));
        check(&locked, &[], true, 0, NOW(1));
        check(&locked, &[], true, 100, NOW(0));
        let last = changed(used(2), |limiter| limiter.skip(2, START + 100));
        check(&last, &[], true, 0, AT(100));
    }

    #[test]
    fn what_others_noted_meanwhile_is_seen_once_the_lock_is_held() {
        #[track_caller]
        fn check(limiter: &RateLimiter, slot: usize, was_try: bool, expected: bool) {
            let waiter = Waiter { number: 1, priority: Priority::Asked, may_try: true };
            assert_eq!(may_take(limiter, waiter, slot, was_try, START), expected);
        }
        check(&used(0), 0, false, true);
        check(&used(1), 1, false, true);
        check(&used(1), 0, false, false);
        check(&used(3), 2, false, false);
        check(&RateLimiter::new(0), 0, false, true);
        // A pause began, or is over.
        let short = changed(used(0), |limiter| limiter.refuse(START, 4000, 0));
        check(&short, 0, false, false);
        let long = changed(used(0), |limiter| limiter.refuse(START, HOUR, 0));
        check(&long, 0, true, true);
        check(&long, 0, false, false);
        check(&used(0), 0, true, false);
        check(&changed(long, RateLimiter::spend_try), 0, true, false);
    }

    #[test]
    fn a_lock_is_forgotten_after_a_window() {
        for (since, after, expected) in [
            (None, HOUR, false),
            (Some(START), 0, false),
            (Some(START), WINDOW - 1, false),
            (Some(START), WINDOW, true),
        ] {
            assert_eq!(is_forgotten(since, START + after), expected, "{since:?} {after}");
        }
    }

    #[test]
    fn what_is_only_likely_is_asked_once() {
        for (was_last, priority, expected) in [
            (false, Priority::Asked, true),
            (false, Priority::Background, true),
            (false, Priority::Likely, false),
            (true, Priority::Asked, false),
            (true, Priority::Background, false),
        ] {
            assert_eq!(is_repeated(was_last, priority), expected, "{was_last} {priority:?}");
        }
    }
}
