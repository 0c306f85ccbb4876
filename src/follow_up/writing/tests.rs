use super::*;

fn written(text: &str) -> Writing {
    let mut writing = Writing::default();
    writing.edit(|draft| draft.text = text.into());
    writing
}

/// One that has left, and the number of its call.
fn left() -> (Writing, u32) {
    let mut writing = written("已报价");
    let number = writing.click().unwrap();
    assert!(writing.leave(number));
    (writing, number)
}

fn refused(message: &str) -> Problem {
    Problem::Refused { code: 100_407, message: message.into() }
}

#[test]
fn what_an_answer_means() {
    let too_many = || Problem::TooManyCalls { message: String::new(), retry_after: None };
    let unreachable = || Problem::Unreachable { is_offline: true };
    for (status, answer, was_offline, expected) in [
        (Some(200), Ok(true), false, Outcome::Saved),
        // Without an id nobody knows what was saved.
        (Some(200), Ok(false), false, Outcome::Lost),
        (Some(200), Err(refused("x")), false, Outcome::Refused(refused("x"))),
        (Some(403), Err(Problem::Status(403)), false, Outcome::Refused(Problem::Status(403))),
        (Some(429), Err(too_many()), false, Outcome::NotSent(WhyNotSent::TooMany)),
        (Some(503), Err(too_many()), false, Outcome::NotSent(WhyNotSent::TooMany)),
        (
            Some(200),
            Err(Problem::SignedOut { message: String::new() }),
            false,
            Outcome::NotSent(WhyNotSent::SignedOut),
        ),
        // A gateway speaks after the call has passed it.
        (Some(502), Err(Problem::Status(502)), false, Outcome::Lost),
        (Some(500), Err(refused("x")), false, Outcome::Lost),
        (Some(504), Ok(true), false, Outcome::Lost),
        (Some(408), Err(Problem::Status(408)), false, Outcome::Lost),
        (Some(200), Err(Problem::Html), false, Outcome::Lost),
        (Some(200), Err(Problem::NoBody), false, Outcome::Lost),
        (None, Err(Problem::TimedOut), false, Outcome::Lost),
        (None, Err(Problem::TimedOut), true, Outcome::Lost),
        // The network went while the call was on its way.
        (None, Err(unreachable()), false, Outcome::Lost),
        (None, Err(unreachable()), true, Outcome::NotSent(WhyNotSent::Offline)),
    ] {
        let told = format!("{status:?} {answer:?} {was_offline}");
        assert_eq!(Outcome::of(status, answer, was_offline), expected, "{told}");
    }
}

#[test]
fn nothing_is_sent_without_text_or_twice_for_one_click() {
    let mut empty = written(" \n");
    assert_eq!(empty.click(), None);
    let (mut writing, number) = left();
    assert_eq!(writing.click(), None);
    assert!(!writing.leave(number), "it has left");
    assert!(writing.end(number, Outcome::Lost));
    assert_eq!(writing.click(), None, "while the history is looked through");
    writing.found(number, Found::No);
    assert!(writing.can_send());
}

#[test]
fn the_text_goes_with_saved_and_with_nothing_else() {
    for (outcome, stage) in [
        (Outcome::Refused(refused("x")), Stage::Refused(refused("x"))),
        (Outcome::NotSent(WhyNotSent::TooMany), Stage::NotSent(WhyNotSent::TooMany)),
        (Outcome::Lost, Stage::Looking),
    ] {
        let (mut writing, number) = left();
        writing.end(number, outcome);
        assert_eq!((writing.stage(), writing.draft().text.as_str()), (&stage, "已报价"));
    }
    let (mut writing, number) = left();
    writing.end(number, Outcome::Saved);
    assert_eq!((writing.stage(), writing.draft()), (&Stage::Saved, &Draft::default()));
}

#[test]
fn a_look_decides_and_can_be_made_again() {
    for (found, stage) in [
        (Found::Yes, Stage::Saved),
        (Found::No, Stage::Unknown { was_looked: true }),
        (Found::Unsure, Stage::Unknown { was_looked: false }),
    ] {
        let (mut writing, number) = left();
        writing.end(number, Outcome::Lost);
        writing.found(number, found);
        assert_eq!(writing.stage(), &stage);
        assert_eq!(writing.look_again().is_some(), stage != Stage::Saved);
    }
}

#[test]
fn what_waits_can_be_called_off_and_what_has_left_cannot() {
    let mut writing = written("已报价");
    let number = writing.click().unwrap();
    writing.call_off();
    assert_eq!(writing.stage(), &Stage::Editing);
    assert!(!writing.leave(number));
    let again = writing.click().unwrap();
    assert!(!writing.leave(number) && writing.leave(again), "the first was called off");
    writing.call_off();
    assert_eq!(writing.stage(), &Stage::Saving);
}

/// A die with a seed, so that a schedule that fails can be played again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

/// What the world around a writing does, and what really happened.
#[derive(Default)]
struct World {
    clicks: u32,
    posts: u32,
    /// The texts that the endpoint has.
    stored: Vec<String>,
    /// Calls that wait, that are on their way with what will become of them, and looks.
    waiting: Vec<u32>,
    on_the_way: Vec<(u32, Outcome)>,
    looks: Vec<u32>,
    /// What the endpoint has of a call that is lost, though not at once.
    late: Vec<String>,
    typed: u32,
    /// How many were stored before the call that is under way.
    before: usize,
}

impl World {
    fn step(&mut self, writing: &mut Writing, dice: &mut Dice) {
        let take = |list: &mut Vec<u32>, dice: &mut Dice| {
            (!list.is_empty()).then(|| list.remove((dice.roll(list.len() as u64)) as usize))
        };
        match dice.roll(10) {
            0 | 1 => {
                self.typed += 1;
                let text = format!("text {}", self.typed);
                writing.edit(|draft| draft.text = text);
            }
            2 | 3 => {
                self.clicks += 1;
                self.waiting.extend(writing.click());
            }
            4 => writing.call_off(),
            5 | 6 => {
                if let Some(number) = take(&mut self.waiting, dice)
                    && writing.leave(number)
                {
                    self.post(number, writing.draft().text.clone(), dice);
                }
            }
            7 => {
                if !self.on_the_way.is_empty() {
                    let (number, outcome) = self.on_the_way.remove(0);
                    if writing.end(number, outcome.clone()) {
                        self.looks.push(number);
                    }
                    // An answer that comes twice changes nothing.
                    assert!(!writing.end(number, outcome));
                }
            }
            8 => self.looks.extend(writing.look_again()),
            _ => {
                self.stored.append(&mut self.late);
                if let Some(number) = take(&mut self.looks, dice) {
                    let is_there =
                        self.stored[self.before.min(self.stored.len())..].contains(&writing.draft().text);
                    let found = match (dice.roll(4), is_there) {
                        (0, _) => Found::Unsure,
                        (_, true) => Found::Yes,
                        (_, false) => Found::No,
                    };
                    writing.found(number, found);
                }
            }
        }
    }

    fn post(&mut self, number: u32, text: String, dice: &mut Dice) {
        self.posts += 1;
        self.before = self.stored.len();
        let outcome = match dice.roll(6) {
            0 | 1 => {
                self.stored.push(text);
                Outcome::Saved
            }
            2 => Outcome::Refused(refused("x")),
            3 => Outcome::NotSent(WhyNotSent::TooMany),
            4 => {
                // Saved, and nobody hears of it: at once, or after a while.
                let place = if dice.roll(2) == 0 { &mut self.stored } else { &mut self.late };
                place.push(text);
                Outcome::Lost
            }
            _ => Outcome::Lost,
        };
        self.on_the_way.push((number, outcome));
    }
}

#[test]
fn ten_thousand_schedules_lose_no_text_and_send_nothing_twice() {
    let (mut saved, mut unknown, mut posts) = (0, 0, 0);
    for seed in 1..=10_000_u64 {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let (mut writing, mut world) = (Writing::default(), World::default());
        for _ in 0..60 {
            let (was, posts_before) = (writing.clone(), world.posts);
            world.step(&mut writing, &mut dice);
            let told = format!("seed {seed}: {was:?} -> {writing:?}");
            assert!(world.posts <= world.clicks, "{told}: more posts than clicks");
            assert!(world.posts - posts_before <= 1, "{told}");
            assert!(world.on_the_way.len() <= 1, "{told}: two posts at once");
            let became_saved = *writing.stage() == Stage::Saved && *was.stage() != Stage::Saved;
            if became_saved {
                saved += 1;
                let has = world.stored.contains(&was.draft().text);
                assert!(has, "{told}: said to be saved, and it is not there");
            }
            // A text changes by typing or goes with saved.
            let is_typed = !was.is_busy() && !writing.draft().text.is_empty();
            assert!(became_saved || writing.draft() == was.draft() || is_typed, "{told}: a text was lost");
            unknown += u32::from(matches!(writing.stage(), Stage::Unknown { .. }));
        }
        posts += world.posts;
    }
    // The schedules come to all of it.
    assert!(saved > 5_000 && unknown > 5_000 && posts > 20_000, "{saved} {unknown} {posts}");
}
