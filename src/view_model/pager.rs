use crate::model::{CustomerPage, NextPage, PageNumber, PageSize};
use std::ops::RangeInclusive;

/// What the pager shows. Mostly the endpoint gives no total: then only pages that are known to exist have a
/// number, and the end is only called the end when the endpoint said so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagerView {
    /// The present page.
    pub page: PageNumber,
    /// The page before it.
    pub previous: Option<PageNumber>,
    /// The page after it, where there is or may be one.
    pub next: Option<PageNumber>,
    /// Whether there is one, as far as that is known; `None` while the answer is on its way.
    pub follows: Option<NextPage>,
    /// The numbers to show.
    pub items: Vec<PageItem>,
    /// How many customers there are in all, where the endpoint says so.
    pub total: Option<u64>,
    /// How many customers stand on the pages before this one; `None` before an answer.
    pub before: Option<u64>,
    /// The last page, where that makes it known.
    pub end: Option<PageNumber>,
}

/// One place in the row of page numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageItem {
    /// A page.
    Page(PageNumber),
    /// Pages left out between two others.
    Gap,
}

/// How many pages beside the present one have a number.
const BESIDE: u32 = 2;

impl PagerView {
    /// `seen` is the highest page known to exist for this question; `follows` is `None` while the
    /// answer is on its way.
    pub fn new(page: PageNumber, seen: PageNumber, follows: Option<NextPage>) -> Self {
        let may_follow = matches!(follows, Some(NextPage::Yes | NextPage::Unknown));
        let next = if may_follow { page.next() } else { None };
        let known_next = next.filter(|_| follows == Some(NextPage::Yes));
        let known = seen.max(page).max(known_next.unwrap_or_default()).get();
        let here = page.get();
        let (low, high) = (here.saturating_sub(BESIDE).max(1), here.saturating_add(BESIDE).min(known));
        let numbers = |pages: RangeInclusive<u32>| pages.filter_map(PageNumber::new).map(PageItem::Page);
        let mut items = Vec::new();
        match low {
            // A gap in the place of a single page would be no shorter.
            1..=3 => items.extend(numbers(1..=low - 1)),
            _ => items.extend(numbers(1..=1).chain([PageItem::Gap])),
        }
        items.extend(numbers(low..=high));
        match known - high {
            0 => {}
            1..=2 => items.extend(numbers(high + 1..=known)),
            _ => items.extend([PageItem::Gap].into_iter().chain(numbers(known..=known))),
        }
        Self { page, previous: page.previous(), next, follows, items, total: None, before: None, end: None }
    }

    /// With what the endpoint says of the whole list, in an answer to so many rows a page.
    #[must_use]
    pub fn with_total(self, answer: &CustomerPage, asked: PageSize) -> Self {
        let before = Some(self.page.rows_before(answer.per_page.unwrap_or(asked)));
        Self { total: answer.total, before, end: answer.last_page(asked), ..self }
    }

    /// The page to turn to when somebody asks for this one: behind the last one there is none.
    pub fn turn_to(&self, asked: PageNumber) -> PageNumber {
        self.end.map_or(asked, |end| asked.min(end))
    }

    /// Whether nothing follows.
    pub fn is_last(&self) -> bool {
        self.follows == Some(NextPage::No)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pager(page: u32, seen: u32, follows: Option<NextPage>) -> PagerView {
        PagerView::new(PageNumber::new(page).unwrap(), PageNumber::new(seen).unwrap(), follows)
    }

    #[track_caller]
    fn check(page: u32, seen: u32, follows: NextPage, expected: &str) {
        let view = pager(page, seen, Some(follows));
        let shown: Vec<String> = view
            .items
            .iter()
            .map(|item| match item {
                PageItem::Page(number) if number.get() == page => format!("[{number}]"),
                PageItem::Page(number) => number.to_string(),
                PageItem::Gap => "…".to_owned(),
            })
            .collect();
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn only_pages_known_to_exist_have_a_number() {
        check(1, 1, NextPage::No, "[1]");
        check(1, 1, NextPage::Yes, "[1] 2");
        check(3, 3, NextPage::Yes, "1 2 [3] 4");
        check(1, 9, NextPage::Yes, "[1] 2 3 … 9");
        check(6, 20, NextPage::Yes, "1 … 4 5 [6] 7 8 … 20");
        check(4, 4, NextPage::No, "1 2 3 [4]");
        check(5, 8, NextPage::Yes, "1 2 3 4 [5] 6 7 8");
        check(300, 1, NextPage::Yes, "1 … 298 299 [300] 301");
    }

    #[test]
    fn a_page_that_may_follow_can_be_turned_to_and_has_no_number() {
        check(2, 2, NextPage::Unknown, "1 [2]");
        let view = pager(2, 2, Some(NextPage::Unknown));
        assert_eq!((view.next, view.is_last()), (PageNumber::new(3), false));
        assert!(pager(2, 2, Some(NextPage::No)).is_last());
    }

    #[test]
    fn while_the_answer_is_on_its_way_no_next_page_is_promised() {
        assert_eq!(pager(2, 2, None).next, None);
        assert_eq!(pager(2, 5, None).previous, Some(PageNumber::FIRST));
    }

    #[test]
    fn a_total_that_is_given_makes_the_last_page_known() {
        let asked = PageSize::at_least_one(50);
        for (total, per_page, end, turned) in [
            (Some(1001), None, Some(21), 21),
            (Some(1000), None, Some(20), 20),
            (Some(7), None, Some(1), 1),
            (Some(0), None, Some(1), 1),
            // The endpoint gives other pages than were asked for.
            (Some(1000), PageSize::new(100), Some(10), 10),
            (Some(u64::MAX), None, Some(u32::MAX), 300),
            (None, None, None, 300),
        ] {
            let answer = CustomerPage { total, per_page, ..CustomerPage::default() };
            let view = pager(1, 1, Some(NextPage::Yes)).with_total(&answer, asked);
            assert_eq!((view.total, view.end), (total, end.and_then(PageNumber::new)), "{total:?}");
            assert_eq!(view.turn_to(PageNumber::new(300).unwrap()).get(), turned, "{total:?}");
        }
    }

    #[test]
    fn the_last_possible_page_is_no_danger() {
        assert_eq!(pager(u32::MAX, 1, Some(NextPage::Yes)).next, None);
    }
}
