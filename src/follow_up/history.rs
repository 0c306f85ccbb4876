use crate::model::{FollowUp, FollowUpKind, FollowUpPage};

/// How long a history is kept, in milliseconds.
pub const KEPT_FOR: i64 = 5 * 60 * 1000;

/// Follow-ups on a page, as they are asked for.
const PER_PAGE: usize = 15;
/// So many pages are read; nobody scrolls further.
const MOST_PAGES: u32 = 40;

/// What is known of a customer's follow-ups, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    items: Vec<FollowUp>,
    pages: u32,
    given: usize,
    is_whole: bool,
}

impl Known {
    /// The follow-ups, the newest first.
    pub fn items(&self) -> &[FollowUp] {
        &self.items
    }

    /// The page to ask for next; none where all are here.
    pub fn next_page(&self) -> Option<u32> {
        (!self.is_whole).then_some(self.pages + 1)
    }

    /// Adds the next page. What is here already is left out: whoever writes meanwhile moves the rest on by
    /// one. A page of which nothing is new is the last.
    pub fn add(&mut self, page: FollowUpPage) {
        self.pages += 1;
        self.given += page.given;
        let before = self.items.len();
        for item in page.items {
            if item.id.is_empty() || !self.has(&item.id) {
                self.items.push(item);
            }
        }
        let is_full = match page.total {
            Some(total) => self.given < total,
            None => page.given >= page.per_page.unwrap_or(PER_PAGE),
        };
        self.is_whole = !is_full || self.items.len() == before || self.pages >= MOST_PAGES;
        self.sort();
    }

    /// Adds one that was written just now, or was found to be.
    pub fn put(&mut self, item: FollowUp) {
        if !self.has(&item.id) {
            self.items.insert(0, item);
            self.given += 1;
            self.sort();
        }
    }

    /// The kinds that these follow-ups teach, each once, in the order of their first use.
    pub fn kinds(&self) -> Vec<FollowUpKind> {
        let mut kinds: Vec<FollowUpKind> = Vec::new();
        for kind in self.items.iter().filter_map(|it| it.kind.as_ref()) {
            if !kind.id.is_empty() && kinds.iter().all(|known| known.id != kind.id) {
                kinds.push(kind.clone());
            }
        }
        kinds
    }

    fn has(&self, id: &str) -> bool {
        self.items.iter().any(|it| it.id == id)
    }

    /// The endpoint's times order themselves as texts. Those of the same minute stay as they came.
    fn sort(&mut self) {
        self.items.sort_by(|one, other| other.at.cmp(&one.at));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(id: usize) -> FollowUp {
        FollowUp { id: id.to_string(), at: format!("2026-03-{id:02} 10:00"), ..FollowUp::default() }
    }

    /// A page of these, the newest first as the endpoint gives them.
    fn page(ids: impl DoubleEndedIterator<Item = usize>, total: Option<usize>) -> FollowUpPage {
        let items: Vec<_> = ids.rev().map(item).collect();
        FollowUpPage { given: items.len(), items, total, per_page: Some(15) }
    }

    fn ids(known: &Known) -> Vec<&str> {
        known.items().iter().map(|it| it.id.as_str()).collect()
    }

    #[test]
    fn pages_follow_until_there_are_no_more() {
        let mut known = Known::default();
        assert_eq!(known.next_page(), Some(1));
        known.add(page(6..=20, Some(20)));
        assert_eq!((known.items().len(), known.next_page()), (15, Some(2)));
        known.add(page(1..=5, Some(20)));
        assert_eq!((known.items().len(), known.next_page()), (20, None));
        assert_eq!((ids(&known)[0], ids(&known)[19]), ("20", "1"));
    }

    #[test]
    fn without_a_total_a_page_that_is_not_full_is_the_last() {
        let mut known = Known::default();
        known.add(page(5..=19, None));
        assert_eq!(known.next_page(), Some(2));
        known.add(page(1..=4, None));
        assert_eq!(known.next_page(), None);
        let mut empty = Known::default();
        empty.add(FollowUpPage::default());
        assert_eq!(empty.next_page(), None);
    }

    #[test]
    fn an_endpoint_that_repeats_itself_is_not_asked_for_ever() {
        let mut known = Known::default();
        for _ in 0..2 {
            known.add(page(1..=15, None));
        }
        assert_eq!((known.items().len(), known.next_page()), (15, None));
    }

    #[test]
    fn one_that_is_written_moves_the_rest_on_and_is_here_once() {
        let mut known = Known::default();
        known.add(page(6..=20, Some(20)));
        known.put(item(21));
        known.put(item(21));
        // The next page begins with the last of the one before.
        known.add(page(2..=6, Some(21)));
        assert_eq!(known.items().len(), 20);
        assert_eq!((ids(&known)[0], ids(&known)[15], ids(&known)[16]), ("21", "6", "5"));
        assert_eq!(known.next_page(), None);
    }

    #[test]
    fn kinds_are_learnt_once_each() {
        let kind = |id: &str, name: &str| Some(FollowUpKind { id: id.into(), name: name.into() });
        let mut known = Known::default();
        for (at, kind) in [kind("61", "电话"), None, kind("", "邮件"), kind("63", "微信"), kind("61", "电话")]
            .into_iter()
            .enumerate()
        {
            known.put(FollowUp { kind, ..item(28 - at) });
        }
        let names: Vec<_> = known.kinds().into_iter().map(|it| it.name).collect();
        assert_eq!(names, ["电话", "微信"]);
    }
}
