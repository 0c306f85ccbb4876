//! The time that rate limits and the call log see.

use std::sync::Arc;
use std::time::Instant;

/// Tells how many milliseconds have passed since some fixed moment; tests put their own hand on it.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> u64 + Send + Sync>);

impl Clock {
    /// The machine's monotonic clock, counted from now.
    pub fn system() -> Self {
        let start = Instant::now();
        Self::new(move || u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX))
    }

    /// A clock that answers what `read` answers, in milliseconds.
    pub fn new(read: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    /// Milliseconds since this clock's zero.
    pub fn now_ms(&self) -> u64 {
        (self.0)()
    }
}
