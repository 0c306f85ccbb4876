//! A limit as Rack::Attack, the Ruby library, keeps it: windows are fixed and begin at multiples of
//! their length, so what is left of one is lost with it.

/// The length of a window.
pub const WINDOW_MS: u64 = 10_000;

/// Counts the calls of the present window. A refused call prolongs nothing.
#[derive(Debug)]
pub struct Windows {
    calls: usize,
    window: u64,
    made: usize,
}

impl Windows {
    /// A limit of so many calls in a window; 0 means none.
    pub fn new(calls: usize) -> Self {
        Self { calls, window: 0, made: 0 }
    }

    /// Spends a call at this moment, or tells in how many whole seconds the next window begins.
    pub fn spend(&mut self, now_ms: u64) -> Result<(), u64> {
        let window = now_ms / WINDOW_MS;
        if window != self.window {
            (self.window, self.made) = (window, 0);
        }
        if self.calls > 0 && self.made >= self.calls {
            return Err(((window + 1) * WINDOW_MS - now_ms).div_ceil(1000));
        }
        self.made += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_begin_at_multiples_of_ten_seconds() {
        let mut windows = Windows::new(2);
        let answers = [8_000, 9_000, 9_500, 10_000, 10_001, 10_002, 20_000].map(|now| windows.spend(now));
        assert_eq!(answers, [Ok(()), Ok(()), Err(1), Ok(()), Ok(()), Err(10), Ok(())]);
    }

    #[test]
    fn nought_is_no_limit() {
        let mut windows = Windows::new(0);
        assert!((0..100).all(|_| windows.spend(0).is_ok()));
    }
}
