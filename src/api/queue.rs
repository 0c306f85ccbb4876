//! Which of the calls of one tab is the next.
use super::rate_limiter::Priority;

/// Calls of this tab that wait for a slot, who is served first, and who came first.
#[derive(Debug, Default)]
pub struct Queue {
    waiting: Vec<(Priority, u32)>,
    newest: u32,
}

impl Queue {
    /// A call begins to wait; the number tells it apart from the others.
    pub fn join(&mut self, priority: Priority) -> u32 {
        self.newest = self.newest.wrapping_add(1);
        self.waiting.push((priority, self.newest));
        self.newest
    }

    /// A call has its slot, or nobody wants it any more.
    pub fn leave(&mut self, number: u32) {
        self.waiting.retain(|(_, waiting)| *waiting != number);
    }

    /// Whether nobody is served before this call.
    pub fn is_first(&self, number: u32) -> bool {
        let best = self.waiting.iter().map(|(priority, _)| *priority).max();
        self.waiting.iter().find(|(priority, _)| Some(*priority) == best).is_some_and(|it| it.1 == number)
    }

    /// How many wait.
    pub fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Whether nobody waits.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_asked_comes_first_and_then_who_came_first() {
        let mut queue = Queue::default();
        let export = queue.join(Priority::Background);
        let first = queue.join(Priority::Asked);
        let second = queue.join(Priority::Asked);
        assert_eq!(queue.len(), 3);
        let served = |queue: &Queue| {
            [export, first, second].into_iter().filter(|it| queue.is_first(*it)).collect::<Vec<_>>()
        };
        assert_eq!(served(&queue), [first]);
        // A superseded question leaves.
        queue.leave(first);
        assert_eq!(served(&queue), [second]);
        queue.leave(second);
        assert_eq!(served(&queue), [export]);
        queue.leave(export);
        assert!(queue.is_empty() && served(&queue).is_empty());
    }
}
