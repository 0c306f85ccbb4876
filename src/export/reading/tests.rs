use super::*;
use proptest::prelude::*;

/// A list that answers as the endpoint does, and may change between two calls.
struct List {
    ids: Vec<String>,
    /// Rows a page, where the endpoint decides by itself.
    fixed: Option<u32>,
    /// The most rows a page can have.
    most: u32,
    /// Whether it says if a page follows, and how many rows a page has.
    speaks: bool,
    /// How many there are, where it says so.
    total: Option<u64>,
}

impl List {
    fn new(count: u32) -> Self {
        Self {
            ids: (0..count).map(|id| format!("c{id}")).collect(),
            fixed: None,
            most: 1000,
            speaks: true,
            total: None,
        }
    }

    /// Reads to the end; `change` is called before each call but the first. Gives what was written.
    fn read(&mut self, reading: &mut Reading, mut change: impl FnMut(&mut Vec<String>, u32)) -> Vec<String> {
        let mut written = Vec::new();
        let mut call = 0;
        while let Some(window) = reading.next() {
            if call > 0 {
                change(&mut self.ids, call);
            }
            call += 1;
            assert!(call < 10_000, "it never ends");
            let size = self.fixed.unwrap_or(u32::from(window.per_page.get()).min(self.most));
            let given = u16::try_from(size).ok().and_then(PageSize::new).unwrap();
            let from = (window.page.rows_before(given) as usize).min(self.ids.len());
            let to = (from + size as usize).min(self.ids.len());
            let ids: Vec<&str> = self.ids[from..to].iter().map(String::as_str).collect();
            let next = match (self.speaks, to < self.ids.len()) {
                (false, _) => NextPage::Unknown,
                (true, true) => NextPage::Yes,
                (true, false) => NextPage::No,
            };
            let said = self.speaks.then_some((window.page, given));
            let (page, per_page) = said.unzip();
            let page = Page { ids: &ids, next, total: self.total, page, per_page };
            written.extend(reading.take(page).into_iter().map(|AnswerIndex(at)| ids[at].to_owned()));
        }
        written
    }
}

fn is_whole(tally: Tally) -> bool {
    tally.is_end_said && tally.repeats == 0 && tally.moved == 0 && tally.gaps == 0 && !tally.is_stuck
}

#[test]
fn one_page_is_one_call() {
    let mut reading = Reading::new(PageSize::at_least_one(200));
    let written = List::new(7).read(&mut reading, |_, _| {});
    assert_eq!((written.len(), reading.tally().pages), (7, 1));
    assert!(is_whole(reading.tally()));
    let mut reading = Reading::new(PageSize::at_least_one(200));
    assert!(List::new(0).read(&mut reading, |_, _| {}).is_empty());
    assert!(is_whole(reading.tally()));
}

#[test]
fn a_list_that_stands_still_costs_few_calls_more_than_its_pages() {
    let mut reading = Reading::new(PageSize::at_least_one(200));
    let mut list = List::new(20_000);
    assert_eq!(list.read(&mut reading, |_, _| {}), list.ids);
    let tally = reading.tally();
    assert!(is_whole(tally) && tally.pages <= 112, "{tally:?}");
    assert_eq!((tally.looks, tally.rows, tally.distinct), (1, 20_000, 20_000));
}

#[test]
fn an_endpoint_with_sizes_of_its_own_is_read_in_even_pages_looked_at_twice() {
    for fixed in [1, 5, 15, 50, 200, 300] {
        let mut reading = Reading::new(PageSize::at_least_one(200));
        let mut list = List { fixed: Some(fixed), ..List::new(903) };
        assert_eq!(list.read(&mut reading, |_, _| {}), list.ids, "{fixed}");
        assert!(is_whole(reading.tally()), "{fixed} {:?}", reading.tally());
    }
    let mut reading = Reading::new(PageSize::at_least_one(200));
    let mut list = List { most: 100, ..List::new(903) };
    assert_eq!(list.read(&mut reading, |_, _| {}), list.ids);
    assert!(is_whole(reading.tally()));
    assert!(reading.tally().pages <= 12, "{:?}", reading.tally());
}

#[test]
fn a_customer_that_goes_from_a_page_already_read_does_not_take_another_along() {
    for fixed in [None, Some(50)] {
        let mut reading = Reading::new(PageSize::at_least_one(50));
        let mut list = List { fixed, ..List::new(300) };
        let written = list.read(&mut reading, |ids, call| {
            if call == 2 {
                ids.remove(3);
            }
        });
        // With pages that do not overlap, c50 or its like would have been skipped.
        assert_eq!(written.len(), 300, "{fixed:?} {:?}", reading.tally());
        assert!(!is_whole(reading.tally()));
    }
}

#[test]
fn a_customer_that_comes_while_reading_is_found_at_the_end_and_repeats_are_left_out() {
    for fixed in [None, Some(50)] {
        let mut reading = Reading::new(PageSize::at_least_one(50));
        let mut list = List { fixed, ..List::new(300) };
        let written = list.read(&mut reading, |ids, call| {
            if call == 2 {
                ids.insert(0, "new".into());
            }
        });
        assert_eq!(written.iter().filter(|id| *id == "new").count(), 1);
        assert_eq!(written.len(), 301, "{fixed:?}");
        assert!(reading.tally().moved > 0 && !is_whole(reading.tally()));
    }
}

#[test]
fn a_customer_that_jumps_to_the_front_is_found_at_the_end() {
    let mut reading = Reading::new(PageSize::at_least_one(50));
    let mut list = List::new(300);
    let written = list.read(&mut reading, |ids, call| {
        if call == 3 {
            let last = ids.pop().unwrap_or_default();
            ids.insert(0, last);
        }
    });
    assert!(written.contains(&"c299".into()));
    assert!(!is_whole(reading.tally()));
}

#[test]
fn an_endpoint_that_always_gives_the_same_page_is_given_up() {
    let mut reading = Reading::new(PageSize::at_least_one(50));
    let ids: Vec<String> = (0..50).map(|id| id.to_string()).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    while let Some(window) = reading.next() {
        let (page, per_page) = (Some(window.page), PageSize::new(50));
        reading.take(Page { ids: &ids, next: NextPage::Yes, total: None, page, per_page });
        assert!(reading.tally().pages < 20);
    }
    assert!(reading.tally().is_stuck && !is_whole(reading.tally()));
    assert_eq!(reading.tally().distinct, 50);
}

#[test]
fn rows_without_an_id_are_written_once_and_never_certain() {
    let mut reading = Reading::new(PageSize::at_least_one(200));
    let (page, per_page) = (Some(PageNumber::FIRST), PageSize::new(200));
    let new = reading.take(Page { ids: &["", "a", ""], next: NextPage::No, total: None, page, per_page });
    assert_eq!((new, reading.tally().nameless), ([0, 1, 2].map(AnswerIndex).to_vec(), 2));
}

proptest! {
    #[test]
    fn the_next_page_begins_before_what_is_not_read_and_brings_enough(place in 1_u64..3_000_000, most in SMALLEST_OVERLAP..1_000) {
        let window = overlapping(place, PageSize::at_least_one(most));
        let start = window.start();
        prop_assert!(start < place);
        prop_assert!(start + u64::from(window.per_page.get()) >= place + u64::from(most) / 4);
        prop_assert!(window.per_page.get() <= most);
    }

    #[test]
    fn a_list_that_stands_still_is_read_whole(count in 0_u32..3_000, most in 1_u16..300, fixed in prop::option::of(1_u32..300), cap in 1_u32..300) {
        let mut reading = Reading::new(PageSize::at_least_one(most));
        let mut list = List { fixed, most: cap, ..List::new(count) };
        let written = list.read(&mut reading, |_, _| {});
        let tally = reading.tally();
        prop_assert!(written == list.ids, "{} rows: {:?}", written.len(), tally);
        prop_assert!(is_whole(tally), "{:?}", tally);
        prop_assert_eq!(tally.rows, u64::from(count));
    }

    #[test]
    fn whatever_moves_no_customer_is_written_twice_and_none_that_stayed_is_missing_unsaid(
        count in 1_u32..1_500,
        fixed in prop::option::of(5_u32..100),
        changes in prop::collection::vec((0.0..1.0_f64, any::<bool>()), 0..12),
    ) {
        let mut reading = Reading::new(PageSize::at_least_one(60));
        let mut list = List { fixed, ..List::new(count) };
        let before = list.ids.clone();
        let written = list.read(&mut reading, |ids, call| {
            if let Some((place, comes)) = changes.get(call as usize / 2) {
                let at = (ids.len() as f64 * place) as usize;
                if *comes {
                    ids.insert(at, format!("n{call}"));
                } else if !ids.is_empty() {
                    ids.remove(at.min(ids.len() - 1));
                }
            }
        });
        let different: std::collections::BTreeSet<_> = written.iter().collect();
        prop_assert_eq!(different.len(), written.len());
        // Who was there from beginning to end is in the file, or the report says that it is not sure.
        let stayed = before.iter().filter(|id| list.ids.contains(id));
        let is_missing = stayed.clone().any(|id| !written.contains(id));
        prop_assert!(!is_missing || !is_whole(reading.tally()), "{:?}", reading.tally());
    }
}

/// Fifty rows a page whatever is asked, and not a word of what follows.
#[test]
fn where_nobody_says_what_follows_only_an_empty_page_is_the_end() {
    for count in [0, 1, 7, 49, 50, 51, 100, 120, 150, 200, 399, 400, 401] {
        for (fixed, most) in [(None, 1000), (None, 50), (Some(50), 1000), (Some(20), 1000)] {
            let mut reading = Reading::new(PageSize::at_least_one(200));
            let mut list = List { fixed, most, speaks: false, ..List::new(count) };
            assert_eq!(list.read(&mut reading, |_, _| {}), list.ids, "{count} {fixed:?} {most}");
            let tally = reading.tally();
            assert!(is_whole(tally), "{count} {fixed:?} {most}: {tally:?}");
            assert!(tally.pages <= 2 * count / 20 + 6, "{count} {fixed:?} {most}: {tally:?}");
        }
    }
}

#[test]
fn a_total_that_is_reached_ends_the_list_too() {
    let mut reading = Reading::new(PageSize::at_least_one(200));
    let mut list = List { speaks: false, total: Some(120), ..List::new(120) };
    assert_eq!(list.read(&mut reading, |_, _| {}), list.ids);
    assert!(is_whole(reading.tally()));
    assert_eq!((reading.tally().pages, reading.tally().total), (1, Some(120)));
}

#[test]
fn an_endpoint_that_gives_its_last_page_for_ever_and_says_nothing_is_given_up() {
    let mut reading = Reading::new(PageSize::at_least_one(50));
    let ids: Vec<String> = (0..120).map(|id| format!("c{id}")).collect();
    let mut calls = 0;
    while let Some(window) = reading.next() {
        calls += 1;
        assert!(calls < 20);
        let (page, size) = (window.page.min(PageNumber::FIRST.plus(2)), PageSize::at_least_one(50));
        let before = page.rows_before(size) as usize;
        let ids: Vec<&str> = ids.iter().skip(before).take(50).map(String::as_str).collect();
        let (page, per_page) = (Some(page), Some(size));
        reading.take(Page { ids: &ids, next: NextPage::Unknown, total: None, page, per_page });
    }
    assert!(!reading.tally().is_end_said && reading.tally().is_stuck);
}
