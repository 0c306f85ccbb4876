//! The company's budget of calls: so many in any 10 seconds, all tokens together.

use std::collections::VecDeque;

const WINDOW_MS: u64 = 10_000;

/// Remembers the calls of the last 10 seconds. A refused call is not counted.
#[derive(Debug)]
pub struct Budget {
    calls: usize,
    made: VecDeque<u64>,
}

impl Budget {
    /// A budget of so many calls; 0 means no limit.
    pub fn new(calls: usize) -> Self {
        Self { calls, made: VecDeque::new() }
    }

    /// Spends a call at this moment, or tells in how many whole seconds one will be free.
    pub fn spend(&mut self, now_ms: u64) -> Result<(), u64> {
        if self.calls == 0 {
            return Ok(());
        }
        while self.made.front().is_some_and(|made| made + WINDOW_MS <= now_ms) {
            self.made.pop_front();
        }
        match self.made.front() {
            Some(oldest) if self.made.len() >= self.calls => {
                Err((oldest + WINDOW_MS - now_ms).div_ceil(1000))
            }
            _ => {
                self.made.push_back(now_ms);
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_slides() {
        let mut budget = Budget::new(2);
        let answers = [0, 4_000, 9_999, 10_000, 10_001, 14_000].map(|now| budget.spend(now));
        assert_eq!(answers, [Ok(()), Ok(()), Err(1), Ok(()), Err(4), Ok(())]);
    }

    #[test]
    fn nought_is_no_limit() {
        let mut budget = Budget::new(0);
        assert!((0..100).all(|_| budget.spend(0).is_ok()));
    }
}
