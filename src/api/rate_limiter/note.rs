//! What the tabs of a browser tell each other of their calls: times and numbers, nothing else. Versions of the
//! page read each other's: what comes later stands behind.

use super::{Millis, RateLimiter};

impl RateLimiter {
    /// As it is kept for the other tabs.
    pub fn write(&self) -> String {
        let slots = self.slots.iter().map(|until| until.to_string()).collect::<Vec<_>>().join(" ");
        let (left, at) = self.refused.unwrap_or_default();
        let may_try = if self.may_try { "1 " } else { "" };
        let (paused, background, queue) = (self.paused_until, self.background_from, self.queue_seen);
        format!("{slots};{left} {at};{may_try}{paused};{background} {queue}")
    }

    /// Takes over what another tab wrote; anything else is left out.
    pub fn read(&mut self, text: &str) {
        let mut parts = text.split(';').map(numbers);
        let (Some(slots), Some(refused), Some(pause)) = (parts.next(), parts.next(), parts.next()) else {
            return;
        };
        let mut slots: Vec<Millis> = slots.collect();
        // Another limit than ours comes from another `config.json`: the latest calls count.
        if slots.len() != self.slots.len() {
            slots.sort_unstable();
        } else {
            slots.reverse();
        }
        for (known, until) in self.slots.iter_mut().zip(slots.into_iter().rev()) {
            *known = until;
        }
        let refused: Vec<Millis> = refused.collect();
        self.refused = match refused[..] {
            [left, at] => usize::try_from(left).ok().filter(|left| *left > 0).map(|left| (left, at)),
            _ => None,
        };
        let pause: Vec<Millis> = pause.collect();
        self.paused_until = pause.last().copied().unwrap_or_default();
        self.may_try = matches!(pause[..], [1, _]);
        let mut rest = parts.next().into_iter().flatten();
        self.background_from = rest.next().unwrap_or_default();
        self.queue_seen = rest.next().unwrap_or_default();
    }
}

/// The numbers of a text; what is no number is left out.
fn numbers(text: &str) -> impl Iterator<Item = Millis> {
    text.split(' ').filter_map(|number| number.parse().ok())
}
