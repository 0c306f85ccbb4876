//! The company's queue at the proxy, as nginx keeps it (`ngx_http_limit_req_module`) with the rates of
//! `deploy/nginx`.
use kehu::api::rate_limiter::{Millis, Priority};

/// Thousandths of a call, as nginx counts them.
type Thousandths = i64;

/// What nginx's `rate` is in thousandths of a call a second: 51 and 20 calls a minute.
const COMPANY_RATE: Thousandths = 850;
const PERSON_RATE: Thousandths = 333;
/// `delay=1`: a second call passes at once.
const AT_ONCE: Thousandths = 1_000;
/// How many places in the queue one person's clicks have.
const PERSON_BURST: Thousandths = 6_000;
/// The longest pause that a refusal names, in seconds.
pub const RETRY_AFTER: &str = "10";

/// A zone of one key: how many calls came faster than the rate.
#[derive(Clone, Copy, Debug, Default)]
struct Zone(Option<(Thousandths, Millis)>);

impl Zone {
    /// How far over the rate one more call is now.
    fn excess(self, rate: Thousandths, now: Millis) -> Thousandths {
        self.0.map_or(0, |(excess, last)| (excess - rate * (now - last) / 1000 + 1000).max(0))
    }
}

/// The queue of one company.
#[derive(Debug)]
pub struct Queue {
    company: Zone,
    people: Vec<Zone>,
    /// Calls that found it full.
    pub refused: usize,
}

impl Queue {
    /// Nobody stands in it; so many people may.
    pub fn new(people: usize) -> Self {
        Self { company: Zone::default(), people: vec![Zone::default(); people], refused: 0 }
    }

    /// A call joins: how long it stands there, or nothing where the queue is full for it.
    pub fn join(&mut self, person: usize, priority: Priority, now: Millis) -> Option<Millis> {
        let burst = match priority {
            Priority::Asked => 18_000,
            Priority::Background => 3_000,
            Priority::Likely => 1_000,
        };
        let excess = self.company.excess(COMPANY_RATE, now);
        let own = self.people[person].excess(PERSON_RATE, now);
        let is_asked = priority == Priority::Asked;
        if excess > burst || is_asked && own > PERSON_BURST {
            self.refused += 1;
            return None;
        }
        self.company = Zone(Some((excess, now)));
        if is_asked {
            self.people[person] = Zone(Some((own, now)));
        }
        Some((excess - AT_ONCE).max(0) * 1000 / COMPANY_RATE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::{Crm, QUOTA, Reading};

    const NOW: Millis = 1_795_000_000_000;

    #[test]
    fn the_rates_are_those_of_the_shipped_configuration() {
        let read = |file| {
            std::fs::read_to_string(format!("{}/../deploy/nginx/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap()
        };
        let (zones, queue) = (read("conf.d/kehu.conf"), read("snippets/kehu-queue.conf"));
        for zone in ["kehu_company:1m rate=51r/m", "kehu_person:1m rate=20r/m"] {
            assert!(zones.contains(zone), "{zone}");
        }
        for line in [
            "zone=kehu_company burst=18 delay=1;",
            "zone=kehu_company burst=3 delay=1;",
            "zone=kehu_company burst=1 delay=1;",
            "zone=kehu_person burst=6 nodelay;",
        ] {
            assert!(queue.contains(line), "{line}");
        }
        assert_eq!((COMPANY_RATE, PERSON_RATE), (51 * 1000 / 60, 20 * 1000 / 60));
        assert!(zones.contains(&format!("REJECTED  {RETRY_AFTER};")));
    }

    #[test]
    fn two_pass_at_once_and_the_nineteenth_waits_twenty_seconds() {
        let mut queue = Queue::new(30);
        let waits: Vec<_> = (0..20).map(|person| queue.join(person, Priority::Asked, NOW)).collect();
        assert_eq!((waits[0], waits[1], waits[2]), (Some(0), Some(0), Some(1_176)));
        assert_eq!((waits[18], waits[19]), (Some(20_000), None));
        assert_eq!(queue.refused, 1);
    }

    #[test]
    fn work_in_the_background_and_guesses_give_way() {
        let mut queue = Queue::new(5);
        let mut join = |person, priority| queue.join(person, priority, NOW).is_some();
        assert!(join(0, Priority::Likely) && join(0, Priority::Likely));
        assert!(!join(0, Priority::Likely));
        assert!(join(1, Priority::Background) && join(1, Priority::Background));
        assert!(!join(1, Priority::Background));
        assert!(join(2, Priority::Asked));
    }

    #[test]
    fn one_person_does_not_fill_it() {
        let mut queue = Queue::new(2);
        let passed = (0..20).filter(|_| queue.join(0, Priority::Asked, NOW).is_some()).count();
        assert_eq!(passed, 7);
        assert!(queue.join(1, Priority::Asked, NOW).is_some());
    }

    #[test]
    fn whoever_presses_the_crm_refuses_none_that_it_lets_through() {
        let mut dice = fastrand::Rng::with_seed(3);
        let (mut queue, mut now) = (Queue::new(100), NOW);
        let mut leave = Vec::new();
        for _ in 0..2_000 {
            now += dice.i64(0..600);
            leave.extend(queue.join(dice.usize(0..100), Priority::Asked, now).map(|wait| now + wait));
        }
        for reading in [Reading::Fixed, Reading::Sliding] {
            let mut crm = Crm::new(reading);
            assert!(leave.iter().all(|at| crm.take(*at).is_ok()), "{reading:?}");
            assert!(crm.calls > QUOTA * 10);
        }
    }
}
