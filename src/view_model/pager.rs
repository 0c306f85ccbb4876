use crate::model::NextPage;

/// What the pager shows. The endpoint gives no total, so only pages that are known to exist have a
/// number, and the end is only called the end when the endpoint said so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagerView {
    /// The present page, from 1.
    pub page: u32,
    /// The page before it.
    pub previous: Option<u32>,
    /// The page after it, where there is or may be one.
    pub next: Option<u32>,
    /// Whether there is one, as far as that is known; `None` while the answer is on its way.
    pub follows: Option<NextPage>,
    /// The numbers to show.
    pub items: Vec<PageItem>,
}

/// One place in the row of page numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageItem {
    /// A page.
    Page(u32),
    /// Pages left out between two others.
    Gap,
}

/// How many pages beside the present one have a number.
const BESIDE: u32 = 2;

impl PagerView {
    /// `seen` is the highest page known to exist for this question; `follows` is `None` while the
    /// answer is on its way.
    pub fn new(page: u32, seen: u32, follows: Option<NextPage>) -> Self {
        let page = page.max(1);
        let may_follow = matches!(follows, Some(NextPage::Yes | NextPage::Unknown));
        let next = if may_follow { page.checked_add(1) } else { None };
        let known_next = next.filter(|_| follows == Some(NextPage::Yes));
        let known = seen.max(page).max(known_next.unwrap_or(1));
        let mut items = Vec::new();
        let (low, high) = (page.saturating_sub(BESIDE).max(1), page.saturating_add(BESIDE).min(known));
        if low > 1 {
            items.push(PageItem::Page(1));
        }
        match low {
            0..=2 => {}
            3 => items.push(PageItem::Page(2)),
            _ => items.push(PageItem::Gap),
        }
        items.extend((low..=high).map(PageItem::Page));
        match known - high {
            0 => {}
            1 => items.push(PageItem::Page(known)),
            2 => items.extend([PageItem::Page(known - 1), PageItem::Page(known)]),
            _ => items.extend([PageItem::Gap, PageItem::Page(known)]),
        }
        Self { page, previous: (page > 1).then(|| page - 1), next, follows, items }
    }

    /// Whether nothing follows.
    pub fn is_last(&self) -> bool {
        self.follows == Some(NextPage::No)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: u32, seen: u32, follows: NextPage, expected: &str) {
        let view = PagerView::new(page, seen, Some(follows));
        let shown: Vec<String> = view
            .items
            .iter()
            .map(|item| match item {
                PageItem::Page(number) if *number == page => format!("[{number}]"),
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
        let view = PagerView::new(2, 2, Some(NextPage::Unknown));
        assert_eq!((view.next, view.is_last()), (Some(3), false));
        assert!(PagerView::new(2, 2, Some(NextPage::No)).is_last());
    }

    #[test]
    fn while_the_answer_is_on_its_way_no_next_page_is_promised() {
        assert_eq!(PagerView::new(2, 2, None).next, None);
        assert_eq!(PagerView::new(2, 5, None).previous, Some(1));
    }

    #[test]
    fn the_last_possible_page_is_no_danger() {
        assert_eq!(PagerView::new(u32::MAX, 1, Some(NextPage::Yes)).next, None);
        assert_eq!(PagerView::new(0, 0, None).page, 1);
    }
}
