/// What the pager shows. The endpoint gives no total, so only pages that are known to exist have a
/// number, and the end is only called the end when the endpoint said so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagerView {
    /// The present page, from 1.
    pub page: u32,
    /// The page before it.
    pub previous: Option<u32>,
    /// The page after it, where the endpoint said that there is one.
    pub next: Option<u32>,
    /// The endpoint said that nothing follows.
    pub is_last: bool,
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
    /// `seen` is the highest page known to exist for this question; `has_next` is `None` while the
    /// answer is on its way.
    pub fn new(page: u32, seen: u32, has_next: Option<bool>) -> Self {
        let page = page.max(1);
        let next = if has_next == Some(true) { page.checked_add(1) } else { None };
        let known = seen.max(page).max(next.unwrap_or(1));
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
        Self { page, previous: (page > 1).then(|| page - 1), next, is_last: has_next == Some(false), items }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: u32, seen: u32, has_next: Option<bool>, expected: &str) {
        let view = PagerView::new(page, seen, has_next);
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
        check(1, 1, Some(false), "[1]");
        check(1, 1, Some(true), "[1] 2");
        check(3, 3, Some(true), "1 2 [3] 4");
        check(1, 9, Some(true), "[1] 2 3 … 9");
        check(6, 20, Some(true), "1 … 4 5 [6] 7 8 … 20");
        check(4, 4, Some(false), "1 2 3 [4]");
        check(5, 8, Some(true), "1 2 3 4 [5] 6 7 8");
        check(300, 1, Some(true), "1 … 298 299 [300] 301");
    }

    #[test]
    fn while_the_answer_is_on_its_way_no_next_page_is_promised() {
        assert_eq!(PagerView::new(2, 2, None).next, None);
        assert_eq!(PagerView::new(2, 5, None).previous, Some(1));
    }

    #[test]
    fn the_last_possible_page_is_no_danger() {
        assert_eq!(PagerView::new(u32::MAX, 1, Some(true)).next, None);
        assert_eq!(PagerView::new(0, 0, None).page, 1);
    }
}
