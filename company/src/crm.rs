//! The CRM's side of the quota: which calls it refuses, and what a refusal says.
use kehu::api::rate_limiter::{Millis, WINDOW};
use std::collections::VecDeque;

/// Calls in ten seconds that a company has (the contract's "Limiter").
pub const QUOTA: usize = 10;

/// How the CRM counts. Nobody has written it down, so every reading is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Reading {
    /// Windows from multiples of ten seconds of its clock; a refusal says no time.
    Fixed,
    /// The same; a refusal says `Retry-After: 10`, the whole period.
    FixedWhole,
    /// The same; a refusal says the seconds that are left.
    FixedLeft,
    /// The last ten seconds, whenever; a refusal says no time.
    Sliding,
    /// The same; a refusal says the seconds until the oldest call is forgotten.
    SlidingLeft,
}

/// The CRM as one company knows it.
#[derive(Debug)]
pub struct Crm {
    reading: Reading,
    /// When it took the calls that it still counts.
    taken: VecDeque<Millis>,
    /// Calls that reached it, and how many of those it refused.
    pub calls: usize,
    /// See [`Crm::calls`].
    pub refused: usize,
}

/// What a refusal says in its headers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// `Retry-After`, in seconds.
    pub retry_after: Option<String>,
}

impl Crm {
    /// A CRM that has counted nothing yet.
    pub fn new(reading: Reading) -> Self {
        Self { reading, taken: VecDeque::new(), calls: 0, refused: 0 }
    }

    /// A call arrives.
    ///
    /// # Errors
    /// The refusal, if the company has used its calls.
    pub fn take(&mut self, now: Millis) -> Result<(), Refusal> {
        let begin = self.window_begin(now);
        while self.taken.front().is_some_and(|at| *at < begin) {
            self.taken.pop_front();
        }
        self.calls += 1;
        if self.taken.len() < QUOTA {
            self.taken.push_back(now);
            return Ok(());
        }
        self.refused += 1;
        let free_at = match self.reading {
            Reading::Sliding | Reading::SlidingLeft => self.taken.front().map_or(now, |at| at + WINDOW),
            _ => begin + WINDOW,
        };
        let seconds = match self.reading {
            Reading::Fixed | Reading::Sliding => None,
            Reading::FixedWhole => Some(WINDOW / 1000),
            Reading::FixedLeft | Reading::SlidingLeft => Some((free_at - now + 999) / 1000),
        };
        Err(Refusal { retry_after: seconds.map(|seconds| seconds.to_string()) })
    }

    /// Since when calls count.
    fn window_begin(&self, now: Millis) -> Millis {
        match self.reading {
            Reading::Sliding | Reading::SlidingLeft => now - WINDOW + 1,
            _ => now - now.rem_euclid(WINDOW),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the eleventh call is told, when ten came `spread` milliseconds apart from three seconds on.
    #[track_caller]
    fn check(reading: Reading, spread: Millis, after: Millis, expected: Result<(), Option<&str>>) {
        let mut crm = Crm::new(reading);
        for call in 0..10 {
            assert_eq!(crm.take(3000 + call * spread), Ok(()), "{reading:?}");
        }
        let told = crm.take(3000 + after).map_err(|refusal| refusal.retry_after);
        assert_eq!(told, expected.map_err(|text| text.map(str::to_owned)), "{reading:?}");
    }

    #[test]
    fn every_reading_counts_ten_in_its_window() {
        check(Reading::Fixed, 100, 1000, Err(None));
        check(Reading::Fixed, 100, 6999, Err(None));
        check(Reading::Fixed, 100, 7000, Ok(()));
        check(Reading::FixedWhole, 100, 6999, Err(Some("10")));
        check(Reading::FixedLeft, 100, 1000, Err(Some("6")));
        check(Reading::FixedLeft, 100, 6999, Err(Some("1")));
        check(Reading::Sliding, 100, 9999, Err(None));
        check(Reading::Sliding, 100, 10_000, Ok(()));
        check(Reading::SlidingLeft, 100, 1000, Err(Some("9")));
    }
}
