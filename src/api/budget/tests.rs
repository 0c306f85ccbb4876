use super::*;

const START: Millis = 1_795_000_000_000;

fn fill(budget: &mut Budget, count: usize, now: Millis) {
    for _ in 0..count {
        let Turn::Now(place) = budget.turn(now, Priority::Asked) else { panic!("no place at {now}") };
        budget.take(place, now);
        budget.settle(place, now);
    }
}

#[test]
fn the_eleventh_call_waits_for_the_first_ones_window() {
    let mut budget = Budget::new(10);
    for at in 0..10 {
        fill(&mut budget, 1, START + at * 100);
    }
    let now = START + 1000;
    assert_eq!(budget.used(now), 10);
    assert_eq!(budget.turn(now, Priority::Asked), Turn::At(START + WINDOW));
    assert_eq!(budget.next_change(now), Some(START + WINDOW));
    assert_eq!(budget.turn(START + WINDOW, Priority::Asked), Turn::Now(0));
}

#[test]
fn without_a_limit_nobody_waits() {
    let budget = Budget::new(0);
    assert_eq!(budget.turn(START, Priority::Background), Turn::Now(0));
}

#[test]
fn what_is_less_urgent_leaves_calls_for_what_is_more() {
    let mut budget = Budget::new(10);
    let may = |budget: &Budget, priority| matches!(budget.turn(START, priority), Turn::Now(_));
    for used in 0..=10 {
        assert_eq!(may(&budget, Priority::Likely), used < 5, "{used} used");
        assert_eq!(may(&budget, Priority::Background), used < 7, "{used} used");
        assert_eq!(may(&budget, Priority::Asked), used < 10, "{used} used");
        if used < 10 {
            fill(&mut budget, 1, START);
        }
    }
}

#[test]
fn a_refusal_halves_the_share_and_it_grows_back() {
    let mut budget = Budget::new(10);
    budget.refuse(START, Some(4));
    assert_eq!(budget.turn(START, Priority::Asked), Turn::At(START + 4000));
    assert_eq!(budget.share(START), 5);
    fill(&mut budget, 5, START + 4000);
    assert_eq!(budget.turn(START + 4000, Priority::Asked), Turn::At(START + 4000 + WINDOW));
    assert_eq!(budget.share(START + 25_000), 7);
    assert_eq!(budget.share(START + 90_000), 10);
    budget.refuse(START + 10, None);
    budget.refuse(START + 20, None);
    budget.refuse(START + 30, None);
    assert_eq!(budget.share(START + 30), 1);
}

#[test]
fn a_call_in_flight_keeps_its_place_until_a_window_after_its_answer() {
    let mut budget = Budget::new(1);
    budget.take(0, START);
    assert_eq!(budget.turn(START + WINDOW, Priority::Asked), Turn::At(START + PATIENCE + WINDOW));
    budget.settle(0, START + 3000);
    assert_eq!(budget.turn(START + WINDOW, Priority::Asked), Turn::At(START + 3000 + WINDOW));
}

#[test]
fn other_tabs_read_what_was_written() {
    let mut budget = Budget::new(3);
    fill(&mut budget, 2, START);
    budget.refuse(START, Some(1));
    let mut other = Budget::new(3);
    other.read(&budget.write());
    assert_eq!(other, budget);
    let mut smaller = Budget::new(1);
    smaller.read(&budget.write());
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
        let mut budget = Budget::new(2);
        budget.read(text);
        assert!(matches!(budget.turn(START, Priority::Asked), Turn::Now(_)), "{text}");
    }
}

#[test]
fn a_clock_that_was_set_back_stops_nobody() {
    let mut budget = Budget::new(1);
    fill(&mut budget, 1, START);
    budget.refuse(START, Some(5));
    let an_hour_before = START - 3_600_000;
    assert!(matches!(budget.turn(an_hour_before, Priority::Asked), Turn::Now(_)));
}

#[test]
fn who_is_asked_comes_first_and_then_who_came_first() {
    let mut queue = Queue::default();
    let export = queue.join(Priority::Background);
    let first = queue.join(Priority::Asked);
    let second = queue.join(Priority::Asked);
    let served = |queue: &Queue| {
        [export, first, second].into_iter().filter(|it| queue.is_first(*it)).collect::<Vec<_>>()
    };
    assert_eq!(served(&queue), [first]);
    // A superseded question leaves.
    queue.leave(first);
    assert_eq!(served(&queue), [second]);
    queue.leave(second);
    assert_eq!(served(&queue), [export]);
    queue.leave(export);
    assert!(queue.is_empty() && served(&queue).is_empty());
}

#[cfg(not(target_arch = "wasm32"))]
mod model {
    use super::*;
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
        (0..60_000_i64, priority, 0..PATIENCE, 0.0..=1.0, prop::bool::weighted(0.1), refused).prop_map(
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
        let mut note = Budget::new(limit).write();
        let mut queues: Vec<Queue> = (0..tabs).map(|_| Queue::default()).collect();
        let mut waiting: Vec<(usize, u32, Wish)> = Vec::new();
        let mut flying: Vec<(Millis, usize, bool)> = Vec::new();
        let mut counted = Vec::new();
        let mut coming = wishes.into_iter().enumerate().peekable();
        let mut now = START;
        while coming.peek().is_some() || !waiting.is_empty() || !flying.is_empty() {
            let mut budget = Budget::new(limit);
            budget.read(&note);
            flying.retain(|(ends, place, refused)| {
                let is_over = *ends <= now;
                if is_over {
                    budget.settle(*place, now);
                    if *refused {
                        budget.refuse(now, None);
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
                queues[*tab].is_first(*number) && matches!(budget.turn(now, wish.priority), Turn::Now(_))
            }) {
                let (tab, number, wish) = waiting.remove(at);
                queues[tab].leave(number);
                let Turn::Now(place) = budget.turn(now, wish.priority) else { unreachable!() };
                budget.take(place, now);
                counted.push(now + (wish.takes as f64 * wish.counted) as Millis);
                if !wish.dies {
                    flying.push((now + wish.takes, place, wish.refused));
                }
            }
            for (ends, ..) in &flying {
                next = next.min(*ends);
            }
            note = budget.write();
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
            let count = wishes.iter().filter(|wish| limit > 1 || wish.priority != Priority::Likely).count();
            let likely_never = limit < 2;
            let wishes: Vec<Wish> = wishes
                .into_iter()
                .filter(|wish| !(likely_never && wish.priority == Priority::Likely))
                // After a refusal too few may be left for half of them to be free.
                .map(|wish| Wish { refused: wish.refused && wish.priority == Priority::Asked, ..wish })
                .collect();
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
