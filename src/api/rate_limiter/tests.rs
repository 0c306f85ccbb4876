use super::*;

pub(super) const START: Millis = 1_795_000_000_000;

pub(super) fn fill(limiter: &mut RateLimiter, count: usize, now: Millis) {
    for _ in 0..count {
        let Availability::Now(slot) = limiter.availability(now, Priority::Asked) else {
            panic!("no slot at {now}")
        };
        limiter.acquire(slot, Priority::Asked, now);
        limiter.complete(slot, now);
    }
}

#[test]
fn the_eleventh_call_waits_for_the_first_ones_window() {
    let mut limiter = RateLimiter::new(10);
    for at in 0..10 {
        fill(&mut limiter, 1, START + at * 100);
    }
    let now = START + 1000;
    assert_eq!(limiter.used(now), 10);
    assert_eq!(limiter.availability(now, Priority::Asked), Availability::At(START + WINDOW));
    assert_eq!(limiter.next_change(now), Some(START + WINDOW));
    assert_eq!(limiter.availability(START + WINDOW, Priority::Asked), Availability::Now(0));
}

#[test]
fn without_a_limit_nobody_waits() {
    let limiter = RateLimiter::new(0);
    assert_eq!(limiter.availability(START, Priority::Background), Availability::Now(0));
}

#[test]
fn what_is_less_urgent_leaves_calls_for_what_is_more() {
    let mut limiter = RateLimiter::new(10);
    let may = |limiter: &RateLimiter, priority| {
        matches!(limiter.availability(START, priority), Availability::Now(_))
    };
    for used in 0..=10 {
        assert_eq!(may(&limiter, Priority::Likely), used < 5, "{used} used");
        assert_eq!(may(&limiter, Priority::Background), used < 7, "{used} used");
        assert_eq!(may(&limiter, Priority::Asked), used < 10, "{used} used");
        if used < 10 {
            fill(&mut limiter, 1, START);
        }
    }
}

#[test]
fn a_refusal_leaves_half_of_what_one_really_had() {
    for (had, left) in [(0, 1), (1, 1), (2, 1), (5, 2), (9, 4), (10, 5)] {
        let mut limiter = RateLimiter::new(10);
        fill(&mut limiter, had, START);
        limiter.refuse(START, 4000, 0);
        assert_eq!(limiter.share(START), left, "{had} calls");
        assert_eq!(limiter.share(START + 14_999), left, "{had} calls");
        assert_eq!(limiter.share(START + 15_000), left + 1, "one more for 15 s without a refusal");
        assert_eq!(limiter.share(START + 500_000), 10);
    }
}

#[test]
fn a_refused_call_is_not_ones_own() {
    let mut limiter = RateLimiter::new(10);
    fill(&mut limiter, 3, START);
    let Availability::Now(slot) = limiter.availability(START, Priority::Asked) else { panic!() };
    limiter.acquire(slot, Priority::Asked, START);
    limiter.release(slot, START + 50);
    limiter.refuse(START + 50, 4000, 0);
    assert_eq!((limiter.used(START + 50), limiter.share(START + 50)), (3, 1));
}

#[test]
fn calls_that_are_refused_together_halve_once() {
    let mut limiter = RateLimiter::new(10);
    fill(&mut limiter, 8, START);
    for at in [0, 20, 40] {
        limiter.refuse(START + at, 3000, 0);
    }
    assert_eq!(limiter.share(START + 40), 4);
}

#[test]
fn who_waits_for_the_end_of_a_pause_is_asked_then_and_not_later() {
    let mut limiter = RateLimiter::new(10);
    fill(&mut limiter, 4, START);
    limiter.refuse(START + 100, 3000, 1500);
    let end = START + 100 + 4500;
    assert_eq!(limiter.availability(START + 100, Priority::Asked), Availability::At(end));
    // Its share is two calls, and the four of before are no part of it.
    fill(&mut limiter, 2, end);
    assert_eq!(limiter.availability(end, Priority::Asked), Availability::At(end + WINDOW));
    // The limit counts them all the same.
    let mut small = RateLimiter::new(4);
    fill(&mut small, 4, START);
    small.refuse(START + 100, 3000, 0);
    assert_eq!(small.availability(START + 3100, Priority::Asked), Availability::At(START + WINDOW));
}

#[test]
fn a_huge_pause_is_a_minute_and_a_click_may_try_once() {
    let mut limiter = RateLimiter::new(10);
    limiter.refuse(START, Millis::MAX, 1700);
    assert_eq!(limiter.availability(START, Priority::Asked), Availability::At(START + 60_000));
    // Another tab knows it too, and so does the page after a reload.
    let mut other = RateLimiter::new(10);
    other.read(&limiter.write());
    assert_eq!(other.availability_for_click(START + 500), Availability::Now(0));
    other.acquire(0, Priority::Asked, START + 500);
    other.spend_try();
    assert_eq!(other.availability_for_click(START + 600), Availability::At(START + 60_000));
    // Refused again, it neither lasts longer nor may be tried again.
    other.release(0, START + 700);
    other.refuse(START + 700, Millis::MAX, 0);
    assert_eq!(other.availability_for_click(START + 800), Availability::At(START + 60_000));
    other.end_pause();
    assert_eq!(other.availability(START + 900, Priority::Asked), Availability::Now(0));
}

#[test]
fn a_pause_that_can_be_meant_is_kept_whoever_clicks() {
    let mut limiter = RateLimiter::new(0);
    limiter.refuse(START, 7000, 1000);
    assert_eq!(limiter.availability_for_click(START + 7999), Availability::At(START + 8000));
    assert_eq!(limiter.availability_for_click(START + 8000), Availability::Now(0));
}

#[test]
fn a_pause_that_an_older_version_noted_stops_nobody() {
    let mut limiter = RateLimiter::new(2);
    limiter.read(&format!("0 0;1 {START};{}", START + 600_000));
    assert_eq!(limiter.availability(START, Priority::Asked), Availability::Now(0));
}

#[test]
fn a_place_whose_lock_another_page_has_is_passed_over() {
    let mut limiter = RateLimiter::new(2);
    limiter.skip(0, START + 100);
    assert_eq!(limiter.availability(START, Priority::Asked), Availability::Now(1));
    // What the tabs tell each other says nothing of locks.
    limiter.read(&RateLimiter::new(2).write());
    assert_eq!(limiter.availability(START, Priority::Asked), Availability::Now(1));
    limiter.skip(1, START + 130);
    assert_eq!(limiter.availability(START, Priority::Asked), Availability::At(START + 100));
    assert_eq!(limiter.availability(START + 100, Priority::Asked), Availability::Now(0));
}

#[test]
fn a_call_in_flight_keeps_its_place_until_a_window_after_its_answer() {
    let mut limiter = RateLimiter::new(1);
    limiter.acquire(0, Priority::Asked, START);
    assert_eq!(
        limiter.availability(START + WINDOW, Priority::Asked),
        Availability::At(START + CALL_TIMEOUT + WINDOW)
    );
    limiter.complete(0, START + 3000);
    assert_eq!(
        limiter.availability(START + WINDOW, Priority::Asked),
        Availability::At(START + 3000 + WINDOW)
    );
}

#[test]
fn other_tabs_read_what_was_written() {
    let mut limiter = RateLimiter::new(3);
    fill(&mut limiter, 2, START);
    limiter.refuse(START, 1000, 0);
    let mut other = RateLimiter::new(3);
    other.read(&limiter.write());
    assert_eq!(other, limiter);
    let mut smaller = RateLimiter::new(1);
    smaller.read(&limiter.write());
    assert_eq!(smaller.used(START), 1);
}

#[test]
fn what_nobody_wrote_does_no_harm() {
    for text in [
        "",
        ";",
        ";;",
        "x y;z;",
        "1e999 NaN;-1 -1;inf",
        "99999999999999999999;5;1e300",
        "9223372036854775807 -9223372036854775808;9223372036854775807 -9223372036854775808;-9223372036854775808",
    ] {
        let mut limiter = RateLimiter::new(2);
        limiter.read(text);
        assert!(matches!(limiter.availability(START, Priority::Asked), Availability::Now(_)), "{text}");
    }
}

#[test]
fn a_clock_that_was_set_back_stops_nobody() {
    let mut limiter = RateLimiter::new(1);
    fill(&mut limiter, 1, START);
    limiter.refuse(START, 5000, 0);
    limiter.refuse_in_queue(Priority::Background, START, 5000, 0);
    let an_hour_before = START - 3_600_000;
    for priority in [Priority::Asked, Priority::Background] {
        assert_eq!(limiter.availability(an_hour_before, priority), Availability::Now(0), "{priority:?}");
    }
    let mut many = RateLimiter::new(10);
    fill(&mut many, 8, START);
    many.refuse(START, 5000, 0);
    assert_eq!((many.share(START), many.share(an_hour_before)), (4, 10));
}

#[cfg(not(target_arch = "wasm32"))]
mod model {
    use super::*;
    use crate::api::queue::Queue;
    use proptest::prelude::*;

    /// What a tab wants: when, how urgently, how long the endpoint needs, when in between it counts
    /// the call, and whether the tab is closed before the answer.
    #[derive(Clone, Debug)]
    struct Wish {
        at: Millis,
        priority: Priority,
        takes: Millis,
        counted: f64,
        dies: bool,
        refused: bool,
    }

    fn wish() -> impl Strategy<Value = Wish> {
        let priority = prop_oneof![Just(Priority::Asked), Just(Priority::Likely), Just(Priority::Background)];
        let refused = prop::bool::weighted(0.05);
        (0..60_000_i64, priority, 0..CALL_TIMEOUT, 0.0..=1.0, prop::bool::weighted(0.1), refused).prop_map(
            |(at, priority, takes, counted, dies, refused)| Wish {
                at: START + at,
                priority,
                takes,
                counted,
                dies,
                refused,
            },
        )
    }

    /// Plays a schedule, one step a millisecond in which something can happen, and tells when the
    /// endpoint counted each call. What the tabs share is written and read as in the browser.
    fn play(limit: u32, tabs: usize, mut wishes: Vec<Wish>) -> Vec<Millis> {
        wishes.sort_by_key(|wish| wish.at);
        let mut note = RateLimiter::new(limit).write();
        let mut queues: Vec<Queue> = (0..tabs).map(|_| Queue::default()).collect();
        let mut waiting: Vec<(usize, u32, Wish)> = Vec::new();
        let mut in_flight: Vec<(Millis, usize, bool)> = Vec::new();
        let mut counted = Vec::new();
        let mut coming = wishes.into_iter().enumerate().peekable();
        let mut now = START;
        while coming.peek().is_some() || !waiting.is_empty() || !in_flight.is_empty() {
            let mut limiter = RateLimiter::new(limit);
            limiter.read(&note);
            in_flight.retain(|(ends, slot, refused)| {
                let is_over = *ends <= now;
                if is_over {
                    if *refused {
                        limiter.release(*slot, now);
                        limiter.refuse(now, 2000, 0);
                    } else {
                        limiter.complete(*slot, now);
                    }
                }
                !is_over
            });
            while let Some((number, wish)) = coming.next_if(|(_, wish)| wish.at <= now) {
                let tab = number % tabs;
                waiting.push((tab, queues[tab].join(wish.priority), wish));
            }
            let mut next = now + 250;
            while let Some(at) = waiting.iter().position(|(tab, number, wish)| {
                queues[*tab].is_first(*number)
                    && matches!(limiter.availability(now, wish.priority), Availability::Now(_))
            }) {
                let (tab, number, wish) = waiting.remove(at);
                queues[tab].leave(number);
                let Availability::Now(slot) = limiter.availability(now, wish.priority) else {
                    unreachable!()
                };
                limiter.acquire(slot, wish.priority, now);
                // A refused call is none.
                if !wish.refused {
                    counted.push(now + (wish.takes as f64 * wish.counted) as Millis);
                }
                if !wish.dies {
                    in_flight.push((now + wish.takes, slot, wish.refused));
                }
            }
            for (ends, ..) in &in_flight {
                next = next.min(*ends);
            }
            note = limiter.write();
            now = next.max(now + 1);
            assert!(now < START + 3_600_000, "somebody waits for ever");
        }
        counted
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]
        #[test]
        fn no_window_of_the_endpoint_holds_more_calls_than_it_allows(
            limit in 1..12_u32,
            tabs in 1..4_usize,
            wishes in prop::collection::vec(wish(), 1..60),
        ) {
            let likely_never = limit < 2;
            let wishes: Vec<Wish> = wishes
                .into_iter()
                .filter(|wish| !(likely_never && wish.priority == Priority::Likely))
                // After a refusal too few may be left for half of them to be free.
                .map(|wish| Wish { refused: wish.refused && wish.priority == Priority::Asked, ..wish })
                .collect();
            let count = wishes.iter().filter(|wish| !wish.refused).count();
            let mut counted = play(limit, tabs, wishes);
            prop_assert_eq!(counted.len(), count);
            counted.sort_unstable();
            for (at, first) in counted.iter().enumerate() {
                let in_window = counted[at..].iter().take_while(|it| **it < first + WINDOW).count();
                prop_assert!(in_window <= limit as usize, "{in_window} calls from {first}");
            }
        }
    }
}
