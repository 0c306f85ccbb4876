//! A company's day: everybody's browsers and the CRM, event by event in virtual time.
use crate::browser::Browser;
use crate::call::{Call, Outcome, Refused};
use crate::crm::{Crm, QUOTA, Reading};
use crate::figures::Figures;
use crate::queue::{Queue, RETRY_AFTER};
use crate::script::{self, Act};
use kehu::api::rate_limiter::{Millis, Priority};
use kehu::api::refusal;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What the page adds to a pause at random, at most (`src/state/calls.rs`).
const SPREAD: Millis = 2_000;
/// After this time a person presses again on an error.
const PATIENCE: Millis = 10_000;
/// How long a call is on its way to and from the CRM together.
const ON_THE_WAY: std::ops::Range<Millis> = 120..500;

/// What is to be tried.
#[derive(Clone, Copy, Debug)]
pub struct Setup {
    /// People in the company.
    pub people: usize,
    /// How the CRM counts.
    pub reading: Reading,
    /// Whether all calls pass the proxy's queue.
    pub has_queue: bool,
    /// Within what time all open the page.
    pub opening: Millis,
    /// The same seed gives the same day.
    pub seed: u64,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Act(usize, usize),
    Look(usize),
    Join(usize, u32, Priority, Millis),
    Arrive(usize, u32, Millis),
    Answer(usize, u32, Option<Refused>, Millis),
    Retry(usize, usize),
}

struct Simulation {
    dice: fastrand::Rng,
    crm: Crm,
    queue: Option<Queue>,
    browsers: Vec<Browser>,
    days: Vec<Vec<(Millis, Act)>>,
    failed: Vec<Call>,
    events: BinaryHeap<Reverse<(Millis, u64, Event)>>,
    count: u64,
    figures: Figures,
}

/// Runs a day.
pub fn run(setup: Setup) -> Figures {
    let mut dice = fastrand::Rng::with_seed(setup.seed);
    let days: Vec<_> =
        (0..setup.people).map(|person| script::day(person, setup.opening, &mut dice)).collect();
    let mut simulation = Simulation {
        dice,
        crm: Crm::new(setup.reading),
        queue: setup.has_queue.then(|| Queue::new(setup.people)),
        browsers: (0..setup.people).map(|_| Browser::new(QUOTA as u32)).collect(),
        failed: Vec::new(),
        events: BinaryHeap::new(),
        count: 0,
        figures: Figures::new(setup.people),
        days,
    };
    for person in 0..setup.people {
        for act in 0..simulation.days[person].len() {
            simulation.at(simulation.days[person][act].0, Event::Act(person, act));
        }
    }
    while let Some(Reverse((now, _, event))) = simulation.events.pop() {
        simulation.happen(now, event);
    }
    let by_queue = simulation.queue.as_ref().map_or(0, |queue| queue.refused);
    simulation.figures.refused = simulation.crm.refused + by_queue;
    simulation.figures.refused_by_crm = simulation.crm.refused;
    simulation.figures
}

impl Simulation {
    fn at(&mut self, time: Millis, event: Event) {
        self.count += 1;
        self.events.push(Reverse((time, self.count, event)));
    }

    fn happen(&mut self, now: Millis, event: Event) {
        match event {
            Event::Act(person, act) => {
                self.browsers[person].act(self.days[person][act].1, now);
                self.look(person, now);
            }
            Event::Look(person) => {
                // A later look may have taken this one's place.
                if self.browsers[person].next_look == Some(now) {
                    self.look(person, now);
                }
            }
            Event::Join(person, number, priority, way_back) => {
                let waited = match &mut self.queue {
                    Some(queue) => queue.join(person, priority, now),
                    None => Some(0),
                };
                match waited {
                    Some(waited) => self.at(now + waited, Event::Arrive(person, number, way_back)),
                    None => {
                        let pause = refusal::pause(Some(RETRY_AFTER), None, now, |_| None);
                        let refused = Refused { pause, is_queued: true };
                        self.at(now + way_back, Event::Answer(person, number, Some(refused), way_back));
                    }
                }
            }
            Event::Arrive(person, number, way_back) => {
                let is_queued = self.queue.is_some();
                let refused = self.crm.take(now).err().map(|refusal| {
                    // HTTP's dates have whole seconds, and the page reads them where page and CRM are one origin.
                    let date = (now / 1000 * 1000).to_string();
                    let parse = |text: &str| text.parse().ok();
                    let pause = refusal::pause(refusal.retry_after.as_deref(), Some(&date), now, parse);
                    Refused { pause, is_queued }
                });
                self.at(now + way_back, Event::Answer(person, number, refused, way_back));
            }
            Event::Answer(person, number, refused, way_back) => {
                let random = self.dice.i64(0..SPREAD);
                let answered = self.browsers[person].answer(number, refused, random, now);
                if let Some((call, outcome, export)) = answered {
                    self.figures.exports.extend(export);
                    if outcome == Outcome::Answered && call.is_awaited {
                        self.figures.waits[person].push((now - 2 * way_back - call.wanted).max(0));
                    }
                    if outcome == Outcome::Failed {
                        self.figures.failed += usize::from(call.is_awaited);
                        self.failed.push(call);
                        self.at(now + PATIENCE, Event::Retry(person, self.failed.len() - 1));
                    }
                }
                self.look(person, now);
            }
            Event::Retry(person, call) => {
                self.browsers[person].retry(self.failed[call]);
                self.look(person, now);
            }
        }
    }

    fn look(&mut self, person: usize, now: Millis) {
        let (begun, again) = self.browsers[person].look(now);
        for call in begun {
            *self.figures.calls.entry(call.kind).or_default() += 1;
            let way = self.dice.i64(ON_THE_WAY) / 2;
            self.at(now + way, Event::Join(person, call.number, call.sent_as, way));
        }
        self.browsers[person].next_look = again.map(|at| at.max(now + 1));
        if let Some(at) = self.browsers[person].next_look {
            self.at(at, Event::Look(person));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::call::Kind;

    const ALONE: Setup =
        Setup { people: 1, reading: Reading::Fixed, has_queue: false, opening: 30 * script::MINUTE, seed: 7 };

    #[test]
    fn one_person_alone_is_never_refused_and_never_waits() {
        for reading in [Reading::Fixed, Reading::FixedLeft, Reading::Sliding] {
            let figures = run(Setup { reading, ..ALONE });
            assert_eq!((figures.refused, figures.failed), (0, 0));
            assert_eq!(figures.longest(), 0, "{reading:?}");
            assert_eq!(figures.exports.len(), 3);
        }
    }

    #[test]
    fn everybody_gets_what_they_asked_for() {
        for people in [5, 60] {
            let figures = run(Setup { people, ..ALONE });
            // The list at first, three pages of the due list, searches, filters, values: less what was
            // superseded.
            assert!(figures.waits.iter().all(|waits| waits.len() > 22), "{people}");
            assert_eq!(figures.exports.len(), 3 * people.div_ceil(10));
        }
    }

    #[test]
    fn fifty_who_open_the_page_in_one_minute_all_get_their_rows() {
        for reading in [Reading::Fixed, Reading::FixedWhole, Reading::Sliding, Reading::SlidingLeft] {
            let figures = run(Setup { people: 50, reading, opening: script::MINUTE, ..ALONE });
            assert!(figures.refused > 0, "the CRM has refused some: {reading:?}");
            assert!(figures.longest() < 120_000, "{reading:?}: {}", figures.longest());
        }
    }

    #[test]
    fn behind_the_queue_the_crm_refuses_nobody() {
        for reading in [Reading::Fixed, Reading::Sliding] {
            let setup = Setup { people: 50, reading, has_queue: true, opening: script::MINUTE, ..ALONE };
            let figures = run(setup);
            assert_eq!(figures.refused_by_crm, 0, "{reading:?}");
            let without = run(Setup { has_queue: false, ..setup });
            assert!(without.refused_by_crm > 0 && without.longest() > figures.longest(), "{reading:?}");
        }
    }

    #[test]
    fn the_same_seed_is_the_same_day() {
        let setup = Setup { people: 20, ..ALONE };
        assert_eq!(run(setup), run(setup));
        assert_ne!(run(setup), run(Setup { seed: 8, ..setup }));
    }

    #[test]
    fn coming_back_asks_again_for_rows_that_are_old_by_then() {
        // Of forty times, most are within ten minutes of the rows' last answer.
        assert!((10..28).contains(&run(ALONE).calls[&Kind::Renew]));
    }
}
