//! What a day came to.
use crate::call::Kind;
use crate::script::HOURS;
use kehu::api::rate_limiter::Millis;
use std::collections::BTreeMap;

/// What a day came to.
#[derive(Debug, PartialEq)]
pub struct Figures {
    /// Calls that left a browser, by what they were for; a refused one counts each time.
    pub calls: BTreeMap<Kind, usize>,
    /// How many of them were refused.
    pub refused: usize,
    /// How many of those the CRM refused itself; all but these found the queue full.
    pub refused_by_crm: usize,
    /// How often a person was told that a call failed.
    pub failed: usize,
    /// For each person, how long everything that they asked for waited, besides its way through the network.
    pub waits: Vec<Vec<Millis>>,
    /// How long each export took.
    pub exports: Vec<Millis>,
}

impl Figures {
    /// Of so many people, and nothing has happened yet.
    pub fn new(people: usize) -> Self {
        Self {
            calls: BTreeMap::new(),
            refused: 0,
            refused_by_crm: 0,
            failed: 0,
            waits: vec![Vec::new(); people],
            exports: Vec::new(),
        }
    }

    /// Calls for each person and working hour: of one kind, or of all.
    pub fn hourly(&self, kind: Option<Kind>) -> f64 {
        let calls = self.calls.iter().filter(|(of, _)| kind.is_none_or(|kind| kind == **of));
        calls.map(|(_, calls)| *calls as f64).sum::<f64>() / self.waits.len() as f64 / HOURS
    }

    /// The share of refused calls, in percent.
    pub fn refused_share(&self) -> f64 {
        100.0 * self.refused as f64 / self.calls.values().sum::<usize>().max(1) as f64
    }

    /// A percentile of everybody's waits.
    pub fn wait(&self, percent: usize) -> Millis {
        percentile(self.waits.iter().flatten().copied().collect(), percent)
    }

    /// The longest of everybody's waits.
    pub fn longest(&self) -> Millis {
        self.wait(100)
    }

    /// The longest export, and the median.
    pub fn export(&self, percent: usize) -> Millis {
        percentile(self.exports.clone(), percent)
    }

    /// How long one call in twenty waits at least: of the person with the worst day, and of the median.
    pub fn fairness(&self) -> (Millis, Millis) {
        let each: Vec<Millis> = self.waits.iter().map(|waits| percentile(waits.clone(), 95)).collect();
        (percentile(each.clone(), 100), percentile(each, 50))
    }
}

/// The smallest value that so many percent of them do not exceed; 0 where there is none.
fn percentile(mut values: Vec<Millis>, percent: usize) -> Millis {
    values.sort_unstable();
    let at = (values.len() * percent).div_ceil(100).max(1) - 1;
    values.get(at).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_were_there() {
        let values: Vec<Millis> = (1..=20).rev().collect();
        for (percent, expected) in [(0, 1), (50, 10), (95, 19), (100, 20)] {
            assert_eq!(percentile(values.clone(), percent), expected, "{percent}");
        }
        assert_eq!(percentile(Vec::new(), 95), 0);
    }

    #[test]
    fn the_worst_person_is_told_from_the_median() {
        let mut figures = Figures::new(3);
        figures.waits = vec![vec![0, 0], vec![10, 20], vec![500, 900]];
        assert_eq!(figures.fairness(), (900, 20));
        assert_eq!((figures.wait(50), figures.longest()), (10, 900));
    }
}
