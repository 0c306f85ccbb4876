use crate::model::{NextPage, PageNumber, PageSize};

/// Calls after which counting is given up: the list moves faster than it can be counted.
const MOST_CALLS: u32 = 64;

/// Finds how many customers there are, where the endpoint tells only whether one more page follows:
/// first in steps that double, then by halves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    per_page: PageSize,
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
    /// The page as answered, where that was said.
    pub page: Option<PageNumber>,
    /// Rows a page as answered, where that was said.
    pub per_page: Option<PageSize>,
    /// How many rows came.
    pub rows: u32,
    /// Whether a further page exists, as the endpoint says.
    pub next: NextPage,
    /// How many there are in all, where the endpoint says so.
    pub total: Option<u64>,
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountStep {
    /// Ask for this page.
    Ask(PageNumber),
    /// There are so many.
    Found(u64),
    /// It cannot be told.
    Unclear,
}

impl Count {
    /// Begins at the highest page that is known to be followed by another, if there is one.
    pub fn new(followed: Option<PageNumber>, per_page: PageSize) -> Self {
        Self {
            per_page,
            low: followed.map_or(0, PageNumber::get),
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
        self.rows(self.low) + 1
    }

    /// What to do next.
    pub fn step(&self) -> CountStep {
        let page = match (self.found, self.high) {
            (Some(count), _) => return CountStep::Found(count),
            _ if self.calls >= MOST_CALLS => return CountStep::Unclear,
            (None, None) => self.low.saturating_mul(2),
            // The page before the end said that one follows, and none does: it is asked again.
            (None, Some(high)) if high <= self.low + 1 => self.low,
            (None, Some(high)) => self.low + (high - self.low) / 2,
        };
        CountStep::Ask(PageNumber::new(page).unwrap_or_default())
    }

    /// Takes the answer for a page that was asked.
    pub fn take(&mut self, asked: PageNumber, answer: CountAnswer) {
        self.calls += 1;
        if answer.total.is_some() {
            self.found = answer.total;
            return;
        }
        if let Some(size) = answer.per_page.filter(|size| *size != self.per_page) {
            // Pages have another size than was asked: what was known of them is known no longer.
            *self = Self { calls: self.calls, ..Self::new(None, size) };
        }
        let (page, asked) = (answer.page.unwrap_or(asked).get(), asked.get());
        let is_unsaid = answer.next == NextPage::Unknown;
        let is_last =
            answer.next == NextPage::No || (is_unsaid && answer.rows < u32::from(self.per_page.get()));
        if answer.rows > 0 && is_last {
            self.found = Some(self.rows(page - 1) + u64::from(answer.rows));
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
            self.found = self.found.or(Some(self.rows(self.low)));
        }
    }

    /// The rows of so many full pages.
    fn rows(&self, pages: u32) -> u64 {
        u64::from(pages) * u64::from(self.per_page.get())
    }
}

fn said(has_next: bool) -> NextPage {
    if has_next { NextPage::Yes } else { NextPage::No }
}

/// Calls that counting takes from such a start, if there are so many pages.
pub fn count_cost(followed: Option<PageNumber>, pages: u32) -> u32 {
    let mut count = Count::new(followed, PageSize::at_least_one(1));
    while let CountStep::Ask(page) = count.step() {
        let (rows, next) = (u32::from(page.get() <= pages), said(page.get() < pages));
        count.take(page, CountAnswer { page: Some(page), per_page: None, rows, next, total: None });
    }
    count.calls
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEN: PageSize = PageSize::at_least_one(10);

    fn run(followed: u32, total: u64, per_page: u16, given: u16) -> (CountStep, u32) {
        let [per_page, size] = [per_page, given].map(PageSize::at_least_one);
        let mut count = Count::new(PageNumber::new(followed), per_page);
        loop {
            let CountStep::Ask(page) = count.step() else { return (count.step(), count.calls()) };
            let before = page.rows_before(size);
            let rows = total.saturating_sub(before).min(u64::from(given)) as u32;
            let next = said(total > before + u64::from(given));
            count.take(page, CountAnswer { page: Some(page), per_page: Some(size), rows, next, total: None });
        }
    }

    fn answer(page: PageNumber, rows: u32, next: NextPage) -> CountAnswer {
        CountAnswer { page: Some(page), per_page: Some(TEN), rows, next, total: None }
    }

    #[test]
    fn a_hundred_pages_cost_no_more_than_fourteen_calls() {
        for pages in 1..=100 {
            assert!(count_cost(Some(PageNumber::FIRST), pages.max(2)) <= 14, "{pages}");
        }
        assert!(count_cost(Some(PageNumber::FIRST), 1000) <= 20);
    }

    #[test]
    fn a_total_that_is_given_ends_the_counting() {
        let mut count = Count::new(Some(PageNumber::FIRST), TEN);
        count.take(
            PageNumber::FIRST,
            CountAnswer { total: Some(5002), ..answer(PageNumber::FIRST, 10, NextPage::Yes) },
        );
        assert_eq!((count.step(), count.calls()), (CountStep::Found(5002), 1));
    }

    #[test]
    fn an_empty_list_and_a_list_of_one_page_are_counted() {
        assert_eq!(run(0, 0, 50, 50), (CountStep::Found(0), 1));
        assert_eq!(run(0, 7, 50, 50), (CountStep::Found(7), 1));
    }

    #[test]
    fn an_endpoint_that_gives_its_last_page_past_the_end_is_counted_too() {
        let mut count = Count::new(PageNumber::new(1), TEN);
        while let CountStep::Ask(asked) = count.step() {
            let page = asked.get().min(5);
            let (rows, next) = (if page == 5 { 3 } else { 10 }, said(page < 5));
            let answer =
                CountAnswer { total: None, page: PageNumber::new(page), per_page: Some(TEN), rows, next };
            count.take(asked, answer);
        }
        assert_eq!(count.step(), CountStep::Found(43));
    }

    #[test]
    fn where_nobody_says_what_follows_an_empty_page_ends_the_counting() {
        for total in [0_u64, 1, 9, 10, 11, 20, 50, 55, 100, 640, 641] {
            for followed in [0, u32::from(total > 10)] {
                let mut count = Count::new(PageNumber::new(followed), TEN);
                while let CountStep::Ask(page) = count.step() {
                    let rows = total.saturating_sub(page.rows_before(TEN)).min(10) as u32;
                    count.take(page, answer(page, rows, NextPage::Unknown));
                }
                assert_eq!(count.step(), CountStep::Found(total), "{total} {followed}");
                assert!(count.calls() <= 14);
            }
        }
    }

    #[test]
    fn it_says_how_many_customers_there_are_at_least() {
        let mut count = Count::new(PageNumber::new(2), TEN);
        assert_eq!(count.at_least(), 21);
        count.take(PageNumber::new(4).unwrap(), answer(PageNumber::new(4).unwrap(), 10, NextPage::Yes));
        assert_eq!(count.at_least(), 41);
    }

    #[test]
    fn what_counting_costs_grows_with_the_pages() {
        let costs = [1, 2, 10, 100].map(|pages| count_cost(None, pages));
        // Doubled until past the end, then halved: 1 2 4 8 16 12 10, and 1 2 4 … 128 96 112 104 100.
        assert_eq!(costs, [1, 2, 7, 12]);
    }

    #[test]
    fn an_endpoint_that_knows_no_end_is_given_up() {
        let mut count = Count::new(PageNumber::new(1), TEN);
        while let CountStep::Ask(page) = count.step() {
            count.take(page, answer(page, 10, NextPage::Yes));
        }
        assert_eq!((count.step(), count.calls()), (CountStep::Unclear, MOST_CALLS));
    }

    proptest! {
        #[test]
        fn the_count_is_exact(total in 0_u64..2_000_000, per_page in 1_u16..300, given in 1_u16..300, known in 0.0..1.0) {
            let pages = total.div_ceil(u64::from(per_page));
            let followed = (pages.saturating_sub(1) as f64 * known) as u32;
            let (step, calls) = run(followed, total, per_page, given);
            prop_assert_eq!(step, CountStep::Found(total));
            prop_assert!(calls <= 50);
        }

        #[test]
        fn a_list_that_moves_ends_the_counting_all_the_same(totals in prop::collection::vec(0_u64..5_000, 1..40)) {
            let mut count = Count::new(PageNumber::new(3), TEN);
            let mut at = 0;
            while let CountStep::Ask(page) = count.step() {
                let total = totals[at % totals.len()];
                at += 1;
                let before = page.rows_before(TEN);
                let rows = total.saturating_sub(before).min(10) as u32;
                count.take(page, answer(page, rows, said(total > before + 10)));
            }
            prop_assert!(count.calls() <= MOST_CALLS);
            if let CountStep::Found(found) = count.step() {
                prop_assert!(totals.contains(&found));
            }
        }
    }
}
