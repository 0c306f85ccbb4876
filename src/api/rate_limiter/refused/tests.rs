use super::super::Availability;
use super::super::tests::{START, fill};
use super::*;

/// What one more call is told by a limiter of ten, of which three are used.
#[track_caller]
fn check_refused(refuse: fn(&mut RateLimiter), after: Millis, expected: [Availability; 3]) {
    let mut limiter = RateLimiter::new(10);
    fill(&mut limiter, 3, START);
    refuse(&mut limiter);
    let priorities = [Priority::Asked, Priority::Likely, Priority::Background];
    let found = priorities.map(|priority| limiter.availability(START + after, priority));
    assert_eq!(found, expected, "after {after}");
}

#[test]
fn while_refusals_are_fresh_nothing_is_guessed_and_work_in_the_background_takes_its_time() {
    let at = |after| Availability::At(START + after);
    let now = Availability::Now(0);
    let refuse = |limiter: &mut RateLimiter| limiter.refuse(START, 4_000, 0);
    check_refused(refuse, 0, [at(4_000), at(60_000), at(4_000)]);
    check_refused(refuse, 30_000, [now, at(60_000), now]);
    check_refused(refuse, 60_000, [now, now, now]);
    let exporting = |limiter: &mut RateLimiter| {
        limiter.refuse_in_queue(Priority::Likely, START, 4_000, 0);
        limiter.acquire(0, Priority::Background, START + 29_000);
        limiter.complete(0, START + 29_100);
    };
    check_refused(exporting, 29_500, [Availability::Now(1), at(60_000), at(32_000)]);
    check_refused(exporting, 32_000, [Availability::Now(1), at(60_000), Availability::Now(1)]);
    // Nobody was refused: only the slots count.
    let alone = |limiter: &mut RateLimiter| {
        limiter.acquire(3, Priority::Background, START);
        limiter.complete(3, START);
    };
    let free = Availability::Now(4);
    check_refused(alone, 500, [free, free, free]);
}

#[test]
fn a_queue_refuses_what_can_wait_without_holding_up_a_click() {
    let at = |after| Availability::At(START + after);
    let free = Availability::Now(3);
    check_refused(
        |limiter| limiter.refuse_in_queue(Priority::Likely, START, 10_000, 700),
        0,
        [free, at(60_000), free],
    );
    check_refused(
        |limiter| limiter.refuse_in_queue(Priority::Background, START, 10_000, 700),
        0,
        [free, at(60_000), at(17_000)],
    );
    check_refused(
        |limiter| limiter.refuse_in_queue(Priority::Asked, START, 10_000, 700),
        0,
        [at(10_700), at(60_000), at(10_700)],
    );
    // A year cannot be meant, by nobody.
    check_refused(
        |limiter| limiter.refuse_in_queue(Priority::Background, START, Millis::MAX, 700),
        0,
        [free, at(60_000), at(60_000)],
    );
}

#[test]
fn a_queues_refusal_takes_nothing_of_ones_share() {
    let mut limiter = RateLimiter::new(10);
    fill(&mut limiter, 8, START);
    limiter.refuse_in_queue(Priority::Asked, START, 2_000, 0);
    assert_eq!(limiter.share(START), 10);
    // What the endpoint itself took stays taken.
    limiter.refuse(START + 3_000, 2_000, 0);
    limiter.refuse_in_queue(Priority::Likely, START + 3_100, 2_000, 0);
    assert_eq!(limiter.share(START + 3_100), 4);
    assert_eq!(limiter.share(START + 18_100), 5);
}

#[test]
fn a_queue_is_known_for_a_day_and_by_all_tabs() {
    let mut limiter = RateLimiter::new(10);
    assert!(!limiter.has_queue(START));
    limiter.note_queue(true, START);
    let mut other = RateLimiter::new(10);
    other.read(&limiter.write());
    for (after, expected) in [(-1, false), (0, true), (86_400_000, true), (86_400_001, false)] {
        assert_eq!(other.has_queue(START + after), expected, "{after}");
    }
    limiter.note_queue(false, START);
    assert!(!limiter.has_queue(START));
    // A note of the version before has no word of it.
    other.read(&format!("{};0 0;0", ["0"; 10].join(" ")));
    assert!(!other.has_queue(START));
}
