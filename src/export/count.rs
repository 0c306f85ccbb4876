use crate::model::NextPage;

/// Calls after which counting is given up: the list moves faster than it can be counted.
const MOST_CALLS: u32 = 64;

/// Finds how many customers there are, where the endpoint tells only whether one more page follows:
/// first in steps that double, then by halves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    per_page: u32,
    /// The highest page known to be followed by another; 0 for none.
    low: u32,
    /// Whether that page was only full, and nobody said that one follows.
    is_low_unsaid: bool,
    /// The lowest page known to lie past the end.
    high: Option<u32>,
    calls: u32,
    found: Option<u64>,
}

/// What is looked at of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountAnswer {
    /// The page as answered; 0 where nothing was said.
    pub page: u32,
    /// Rows a page as answered; 0 where nothing was said.
    pub per_page: u32,
    /// How many rows came.
    pub rows: u32,
    /// Whether a further page exists, as the endpoint says.
    pub next: NextPage,
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountStep {
    /// Ask for this page.
    Ask(u32),
    /// There are so many.
    Found(u64),
    /// It cannot be told.
    Unclear,
}

impl Count {
    /// Begins at the highest page that is known to be followed by another, 0 for none.
    pub fn new(followed: u32, per_page: u32) -> Self {
        Self {
            per_page: per_page.max(1),
            low: followed,
            is_low_unsaid: false,
            high: None,
            calls: 0,
            found: None,
        }
    }

    /// Calls made so far.
    pub fn calls(&self) -> u32 {
        self.calls
    }

    /// Customers that exist at least.
    pub fn at_least(&self) -> u64 {
        u64::from(self.low) * u64::from(self.per_page) + 1
    }

    /// What to do next.
    pub fn step(&self) -> CountStep {
        match (self.found, self.high) {
            (Some(count), _) => CountStep::Found(count),
            _ if self.calls >= MOST_CALLS => CountStep::Unclear,
            (None, None) => CountStep::Ask(self.low.saturating_mul(2).max(1)),
            // The page before the end said that one follows, and none does: it is asked again.
            (None, Some(high)) if high <= self.low + 1 => CountStep::Ask(self.low.max(1)),
            (None, Some(high)) => CountStep::Ask(self.low + (high - self.low) / 2),
        }
    }

    /// Takes the answer for a page that was asked.
    pub fn take(&mut self, asked: u32, answer: CountAnswer) {
        self.calls += 1;
        if answer.per_page > 0 && answer.per_page != self.per_page {
            // Pages have another size than was asked: what was known of them is known no longer.
            *self = Self { calls: self.calls, ..Self::new(0, answer.per_page) };
        }
        let page = if answer.page == 0 { asked } else { answer.page };
        let is_unsaid = answer.next == NextPage::Unknown;
        let is_last = answer.next == NextPage::No || (is_unsaid && answer.rows < self.per_page);
        if answer.rows > 0 && is_last {
            self.found = Some(u64::from(page - 1) * u64::from(self.per_page) + u64::from(answer.rows));
        } else if answer.rows == 0 || page < asked {
            // Past the end; some endpoints give another page there.
            self.low = self.low.min(asked - 1);
            self.high = Some(self.high.map_or(asked, |high| high.min(asked)));
            if asked == 1 {
                self.found = Some(0);
            }
        } else {
            if !is_unsaid {
                // Asked again, the page before the end still says that one follows: the list has grown.
                self.high = self.high.filter(|high| *high > page + 1 || page != self.low);
            }
            if page >= self.low {
                (self.low, self.is_low_unsaid) = (page, is_unsaid);
            }
            self.high = self.high.filter(|high| *high > self.low);
        }
        // A full page that is followed by an empty one is the last.
        if self.is_low_unsaid && self.low > 0 && self.high == Some(self.low + 1) {
            self.found = self.found.or(Some(u64::from(self.low) * u64::from(self.per_page)));
        }
    }
}

fn said(has_next: bool) -> NextPage {
    if has_next { NextPage::Yes } else { NextPage::No }
}

/// Calls that counting takes from such a start, if there are so many pages.
pub fn count_cost(followed: u32, pages: u32) -> u32 {
    let mut count = Count::new(followed, 1);
    while let CountStep::Ask(page) = count.step() {
        let rows = u32::from(page <= pages);
        count.take(page, CountAnswer { page, per_page: 1, rows, next: said(page < pages) });
    }
    count.calls
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn run(followed: u32, total: u64, per_page: u32, given: u32) -> (CountStep, u32) {
        let mut count = Count::new(followed, per_page);
        loop {
            let CountStep::Ask(page) = count.step() else { return (count.step(), count.calls()) };
            let before = u64::from(page - 1) * u64::from(given);
            let rows = total.saturating_sub(before).min(u64::from(given)) as u32;
            let next = said(total > before + u64::from(given));
            count.take(page, CountAnswer { page, per_page: given, rows, next });
        }
    }

    #[test]
    fn a_hundred_pages_cost_no_more_than_fourteen_calls() {
        for pages in 1..=100 {
            assert!(count_cost(1, pages.max(2)) <= 14, "{pages}");
        }
        assert!(count_cost(1, 1000) <= 20);
    }

    #[test]
    fn an_empty_list_and_a_list_of_one_page_are_counted() {
        assert_eq!(run(0, 0, 50, 50), (CountStep::Found(0), 1));
        assert_eq!(run(0, 7, 50, 50), (CountStep::Found(7), 1));
    }

    #[test]
    fn an_endpoint_that_gives_its_last_page_past_the_end_is_counted_too() {
        let mut count = Count::new(1, 10);
        while let CountStep::Ask(asked) = count.step() {
            let page = asked.min(5);
            let rows = if page == 5 { 3 } else { 10 };
            count.take(asked, CountAnswer { page, per_page: 10, rows, next: said(page < 5) });
        }
        assert_eq!(count.step(), CountStep::Found(43));
    }

    #[test]
    fn where_nobody_says_what_follows_an_empty_page_ends_the_counting() {
        for total in [0_u64, 1, 9, 10, 11, 20, 50, 55, 100, 640, 641] {
            for followed in [0, u32::from(total > 10)] {
                let mut count = Count::new(followed, 10);
                while let CountStep::Ask(page) = count.step() {
                    let rows = total.saturating_sub(u64::from(page - 1) * 10).min(10) as u32;
                    count.take(page, CountAnswer { page, per_page: 10, rows, next: NextPage::Unknown });
                }
                assert_eq!(count.step(), CountStep::Found(total), "{total} {followed}");
                assert!(count.calls() <= 14);
            }
        }
    }

    #[test]
    fn an_endpoint_that_knows_no_end_is_given_up() {
        let mut count = Count::new(1, 10);
        while let CountStep::Ask(page) = count.step() {
            count.take(page, CountAnswer { page, per_page: 10, rows: 10, next: NextPage::Yes });
        }
        assert_eq!((count.step(), count.calls()), (CountStep::Unclear, MOST_CALLS));
    }

    proptest! {
        #[test]
        fn the_count_is_exact(total in 0_u64..2_000_000, per_page in 1_u32..300, given in 1_u32..300, known in 0.0..1.0) {
            let pages = total.div_ceil(u64::from(per_page));
            let followed = (pages.saturating_sub(1) as f64 * known) as u32;
            let (step, calls) = run(followed, total, per_page, given);
            prop_assert_eq!(step, CountStep::Found(total));
            prop_assert!(calls <= 50);
        }

        #[test]
        fn a_list_that_moves_ends_the_counting_all_the_same(totals in prop::collection::vec(0_u64..5_000, 1..40)) {
            let mut count = Count::new(3, 10);
            let mut at = 0;
            while let CountStep::Ask(page) = count.step() {
                let total = totals[at % totals.len()];
                at += 1;
                let before = u64::from(page - 1) * 10;
                let rows = total.saturating_sub(before).min(10) as u32;
                count.take(page, CountAnswer { page, per_page: 10, rows, next: said(total > before + 10) });
            }
            prop_assert!(count.calls() <= MOST_CALLS);
            if let CountStep::Found(found) = count.step() {
                prop_assert!(totals.contains(&found));
            }
        }
    }
}
