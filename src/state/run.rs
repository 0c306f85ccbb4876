use leptos::prelude::*;

/// Numbers the runs of something that is begun anew before it has ended, such as a call: what comes late
/// finds out that a newer run has begun since.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run(StoredValue<u32>);

/// One run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ticket {
    run: Run,
    number: u32,
}

impl Run {
    pub fn new() -> Self {
        Self(StoredValue::new(0))
    }

    /// Begins a run: the tickets of all before are no longer the newest.
    pub fn start(self) -> Ticket {
        // The page may be gone by then.
        self.0.try_update_value(|newest| *newest = newest.wrapping_add(1));
        self.newest()
    }

    /// The run that began last.
    pub fn newest(self) -> Ticket {
        Ticket { run: self, number: self.0.try_get_value().unwrap_or_default() }
    }
}

impl Ticket {
    /// Whether no other run has begun since, and the page is still there.
    pub fn is_newest(self) -> bool {
        self.run.0.try_get_value() == Some(self.number)
    }

    /// A number that no other run has.
    pub fn number(self) -> u32 {
        self.number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_ticket_of_the_run_that_began_last_is_the_newest() {
        let owner = Owner::new();
        owner.set();
        let run = Run::new();
        let nobody = run.newest();
        assert!(nobody.is_newest());
        let first = run.start();
        assert!(first.is_newest() && !nobody.is_newest());
        let second = run.start();
        assert!(second.is_newest() && !first.is_newest());
        assert_ne!(first.number(), second.number());
        // Asking for the newest begins none.
        assert_eq!(run.newest().number(), second.number());
        assert!(second.is_newest());
        // What belongs to another run tells nothing of this one.
        assert!(Run::new().start().is_newest() && second.is_newest());
        owner.cleanup();
        drop(owner);
        assert!(!second.is_newest());
    }
}
