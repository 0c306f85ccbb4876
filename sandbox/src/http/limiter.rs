//! The company's limit of calls, in either edition.

use super::budget::Budget;
use super::windows::Windows;
use crate::edition::Edition;

/// So many calls in ten seconds, all tokens together.
#[derive(Debug)]
pub enum Limiter {
    /// In any ten seconds.
    Sliding(Budget),
    /// In each ten seconds of the clock.
    Fixed(Windows),
}

impl Limiter {
    /// A limit of so many calls; 0 means none.
    pub fn new(edition: Edition, calls: usize) -> Self {
        match edition {
            Edition::Documented => Self::Sliding(Budget::new(calls)),
            Edition::Wild => Self::Fixed(Windows::new(calls)),
        }
    }

    /// Spends a call at this moment, or tells in how many whole seconds one will be free.
    pub fn spend(&mut self, now_ms: u64) -> Result<(), u64> {
        match self {
            Self::Sliding(budget) => budget.spend(now_ms),
            Self::Fixed(windows) => windows.spend(now_ms),
        }
    }
}
