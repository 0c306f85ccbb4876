//! What comes from outside, changed at random: answers, the address, files of views, `config.json`.
//! Nothing of it may end the page, and what is written is read again as it was.
//!
//! An ordinary test run tries a few thousand texts. `KEHU_FUZZ_RUNS=10000000 cargo test --test fuzz`
//! tries as many, on all cores; `KEHU_FUZZ_SEED` gives other ones. A text that breaks something is
//! printed, and belongs into `tests/fuzz/corpus/`.
// A test may fail loudly.
#![allow(clippy::unwrap_used)]

mod mutate;
mod targets;

use std::panic::{self, AssertUnwindSafe};
use std::thread;

use mutate::Mutator;
use targets::TARGETS;

/// Texts in a run of all tests.
const FEW: u64 = 8_000;

#[test]
fn no_text_ends_the_page() {
    let number = |name: &str, otherwise: u64| {
        std::env::var(name).map_or(otherwise, |text| text.parse().expect("a number"))
    };
    let (runs, seed) = (number("KEHU_FUZZ_RUNS", FEW), number("KEHU_FUZZ_SEED", 1));
    let threads = thread::available_parallelism().map_or(1, usize::from) as u64;
    let workers: Vec<_> = (0..threads)
        .map(|at| thread::spawn(move || try_texts(runs.div_ceil(threads), seed * 1_000 + at)))
        .collect();
    let mut tried = [0; TARGETS.len()];
    let mut taken = [0; TARGETS.len()];
    for worker in workers {
        for (at, counts) in worker.join().expect("a text broke something").into_iter().enumerate() {
            tried[at] += counts.tried;
            taken[at] += counts.taken;
        }
    }
    assert!(tried.iter().sum::<u64>() >= runs);
    for (at, target) in TARGETS.iter().enumerate() {
        println!("{}: {} texts, {} of them taken", target.name, tried[at], taken[at]);
        // Texts that are all refused at the door try nothing.
        assert!(taken[at] * 20 > tried[at], "{}", target.name);
    }
}

/// How many texts one target had.
#[derive(Clone, Copy, Default)]
struct Counts {
    tried: u64,
    taken: u64,
}

/// Takes the targets in turn.
fn try_texts(runs: u64, seed: u64) -> [Counts; TARGETS.len()] {
    let mut mutators: Vec<Mutator> =
        (0..).zip(TARGETS).map(|(at, target)| Mutator::new(&target.corpus(), seed * 16 + at)).collect();
    let mut counts = [Counts::default(); TARGETS.len()];
    for run in 0..runs {
        let at = (run % TARGETS.len() as u64) as usize;
        let text = mutators[at].next();
        match panic::catch_unwind(AssertUnwindSafe(|| (TARGETS[at].run)(&text))) {
            Ok(is_taken) => counts[at].taken += u64::from(is_taken),
            Err(cause) => {
                eprintln!("{} fails for {text:?}", TARGETS[at].name);
                panic::resume_unwind(cause);
            }
        }
        counts[at].tried += 1;
    }
    counts
}
