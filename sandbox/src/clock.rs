//! The time that rate limits and the call log see.

use std::sync::Arc;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// Tells how many milliseconds have passed since 1970; tests put their own hand on it.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> u64 + Send + Sync>);

impl Clock {
    /// The machine's time, which goes on evenly from here even if somebody sets the machine's clock.
    pub fn system() -> Self {
        let (start, began) = (Instant::now(), SystemTime::now());
        let began = began.duration_since(UNIX_EPOCH).unwrap_or_default();
        Self::new(move || u64::try_from((began + start.elapsed()).as_millis()).unwrap_or(u64::MAX))
    }

    /// A clock that answers what `read` answers, in milliseconds.
    pub fn new(read: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    /// Milliseconds since 1970.
    pub fn now_ms(&self) -> u64 {
        (self.0)()
    }
}
