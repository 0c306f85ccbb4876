use super::sort::next_sort;
use super::{ColumnChoice, Days, Filters, ListQuery, RangeField, SavedFilters, Search, Sort, Tab};
use crate::model::{Choice, ColumnId, PageNumber, PageSize, mobile_to_search, without_invisible};
use time::Date;

/// What a user did to the question. Components send one of these up and edit nothing themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Another tab.
    Tab(Tab),
    /// Other search words, or another field to search in.
    Search {
        /// The words; blank ones mean none.
        words: String,
        /// The field; empty leaves it to the endpoint.
        field: String,
    },
    /// Another value of a filter with options, or none.
    Choose(Choice, Option<i64>),
    /// Another product, or none.
    Product(Option<i64>),
    /// Another day of actual follow-up, or none.
    RealRevisitDay(Option<Date>),
    /// Other days of a date, or none.
    Days(RangeField, Option<Days>),
    /// The plain list: no filter, no sort, first page. A way out of a question that is refused.
    Plain,
    /// All filters off; the tab stays.
    ClearFilters,
    /// A click on a header.
    SortBy(ColumnId),
    /// A sort picked from a list, or none.
    Sort(Option<Sort>),
    /// Another page.
    GoTo(PageNumber),
    /// Another page size; the size before it, to keep the first row in sight.
    PerPage {
        /// The new size.
        size: PageSize,
        /// The size until now.
        before: PageSize,
    },
    /// Other columns.
    Columns(ColumnChoice),
    /// The loaded rows grouped by another column, or by none.
    Group(Option<ColumnId>),
    /// Another question altogether: a saved view.
    Open(Box<ListQuery>),
    /// What is asked belongs to the saved view of this name from now on.
    Named(String),
}

impl ListQuery {
    /// Whether anything but the plain list is asked for.
    pub fn is_narrowed(&self) -> bool {
        self.filters != Filters::default() || self.sort.is_some() || self.page > PageNumber::FIRST
    }

    /// The question after a change. This is the only place that knows when a list starts again at
    /// page one: whatever narrows or reorders it does, what merely shows it differently does not.
    pub fn apply(&self, change: Change) -> Self {
        let same = self.clone();
        let first = Self { page: PageNumber::FIRST, ..self.clone() };
        let filtered = |edit: &dyn Fn(&mut SavedFilters)| {
            let mut next = first.clone();
            edit(&mut next.filters.saved);
            next
        };
        match change {
            Change::Tab(tab) => filtered(&|f| f.tab = tab),
            Change::Search { words, field } => {
                let words = without_invisible(&words);
                let words = mobile_to_search(words.trim()).unwrap_or_else(|| words.trim().to_owned());
                let filters = Filters { search: Search { words, field }, ..first.filters };
                Self { filters, ..first }
            }
            Change::Choose(choice, value) => filtered(&|f| f.choices.set(choice, value)),
            Change::Product(id) => filtered(&|f| f.product = id),
            Change::RealRevisitDay(day) => filtered(&|f| f.set_real_revisit_day(day)),
            Change::Days(field, days) => filtered(&|f| f.set_days(field, days)),
            Change::ClearFilters => {
                let saved = SavedFilters { tab: self.filters.saved.tab, ..SavedFilters::default() };
                Self { filters: Filters { saved, ..Filters::default() }, ..first }
            }
            Change::Plain => {
                Self { filters: Filters::default(), sort: None, group: None, view: None, ..first }
            }
            Change::SortBy(column) => Self { sort: next_sort(self.sort.as_ref(), &column), ..first },
            Change::Sort(sort) => Self { sort, ..first },
            Change::GoTo(page) => Self { page, ..same },
            Change::PerPage { size, before } => {
                let page = PageNumber::of_row(self.page.rows_before(before), size);
                Self { per_page: Some(size), page, ..same }
            }
            Change::Columns(columns) => Self { columns, ..same },
            Change::Group(group) => Self { group, ..same },
            Change::Open(query) => Self { page: PageNumber::FIRST, ..*query },
            Change::Named(view) => Self { view: Some(view), ..same },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DateRange, Direction, RealRevisit, parse_date};
    use super::*;

    fn on_page_five() -> ListQuery {
        ListQuery { page: page(5), per_page: PageSize::new(50), ..ListQuery::default() }
    }

    fn page(number: u32) -> PageNumber {
        PageNumber::new(number).unwrap()
    }

    #[test]
    fn whatever_narrows_or_reorders_starts_at_page_one() {
        let days = DateRange::new(parse_date("2023-01-01"), None).map(Days::Fixed);
        for change in [
            Change::Tab(Tab::My),
            Change::Search { words: "河北".into(), field: String::new() },
            Change::Choose(Choice::Status, Some(1)),
            Change::Product(Some(9)),
            Change::RealRevisitDay(parse_date("2023-01-01")),
            Change::Days(RangeField::Created, days),
            Change::ClearFilters,
            Change::Plain,
            Change::SortBy("name".into()),
            Change::Sort(None),
        ] {
            assert_eq!(on_page_five().apply(change.clone()).page, PageNumber::FIRST, "{change:?}");
        }
    }

    #[test]
    fn columns_groups_and_a_name_do_not_move_the_page() {
        assert_eq!(on_page_five().apply(Change::Columns(ColumnChoice::All)).page, page(5));
        assert_eq!(on_page_five().apply(Change::Group(Some("status_mapped".into()))).page, page(5));
        let named = on_page_five().apply(Change::Named("今日".into()));
        assert_eq!((named.page, named.view.as_deref()), (page(5), Some("今日")));
    }

    #[test]
    fn another_page_size_keeps_the_first_row_in_sight() {
        let resized = |query: ListQuery, size| {
            let [size, before] = [size, 50].map(PageSize::at_least_one);
            query.apply(Change::PerPage { size, before }).page
        };
        assert_eq!(resized(on_page_five(), 100), page(3)); // row 201 is the first of page 3
        assert_eq!(resized(on_page_five(), 20), page(11));
        assert_eq!(resized(ListQuery::default(), 200), PageNumber::FIRST);
    }

    #[test]
    fn words_are_searched_without_what_cannot_be_seen() {
        let words = "\u{feff}\u{202d}13800138000\u{202c} \u{200b}".to_owned();
        let query = ListQuery::default().apply(Change::Search { words, field: String::new() });
        assert_eq!(query.filters.search.words, "13800138000");
    }

    #[test]
    fn a_mobile_number_is_searched_as_lists_have_it() {
        for (typed, searched) in [
            ("+86 138 0013 8000", "13800138000"),
            ("+86 138-0013-8000", "13800138000"),
            ("8613800138000", "13800138000"),
            ("0086 13800138000", "13800138000"),
            ("１３８００１３８０００", "13800138000"),
            // As it may stand in the CRM.
            ("138-0013-8000", "138-0013-8000"),
            ("138****8000", "138****8000"),
            ("+86 571 8888 8888", "+86 571 8888 8888"),
            ("+1 380 013 8000", "+1 380 013 8000"),
            ("8613", "8613"),
            ("甲 13800138000", "甲 13800138000"),
        ] {
            let change = Change::Search { words: typed.to_owned(), field: String::new() };
            assert_eq!(ListQuery::default().apply(change).filters.search.words, searched, "{typed}");
        }
    }

    #[test]
    fn a_header_goes_up_then_down_then_off() {
        let mut query = ListQuery::default();
        let mut seen = Vec::new();
        for _ in 0..3 {
            query = query.apply(Change::SortBy("name".into()));
            seen.push(query.sort.as_ref().map(|sort| sort.direction));
        }
        assert_eq!(seen, [Some(Direction::Ascending), Some(Direction::Descending), None]);
    }

    #[test]
    fn another_header_starts_upwards() {
        let query =
            on_page_five().apply(Change::SortBy("name".into())).apply(Change::SortBy("created_at".into()));
        assert_eq!(
            query.sort.map(|sort| (sort.column, sort.direction)),
            Some(("created_at".into(), Direction::Ascending))
        );
    }

    #[test]
    fn the_plain_list_keeps_size_and_columns_only() {
        let query =
            ListQuery { columns: ColumnChoice::All, ..on_page_five() }.apply(Change::SortBy("x".into()));
        assert!(query.is_narrowed() && on_page_five().is_narrowed());
        let plain = query.apply(Change::Choose(Choice::User, Some(3))).apply(Change::Plain);
        assert!(!plain.is_narrowed());
        assert_eq!((plain.per_page, plain.columns), (PageSize::new(50), ColumnChoice::All));
    }

    #[test]
    fn clearing_keeps_the_tab() {
        let query =
            on_page_five().apply(Change::Tab(Tab::Common)).apply(Change::Choose(Choice::User, Some(3)));
        let cleared = query.apply(Change::ClearFilters);
        assert_eq!((cleared.filters.saved.tab, cleared.filters.count()), (Tab::Common, 0));
    }

    #[test]
    fn taking_off_the_day_of_follow_up_leaves_its_range_and_the_other_way_round() {
        let day = parse_date("2023-01-01");
        let on_day = ListQuery::default().apply(Change::RealRevisitDay(day));
        assert_eq!(on_day.apply(Change::Days(RangeField::RealRevisit, None)), on_day);
        let days = DateRange::new(day, None).map(Days::Fixed);
        let ranged = ListQuery::default().apply(Change::Days(RangeField::RealRevisit, days));
        assert_eq!(ranged.apply(Change::RealRevisitDay(None)), ranged);
    }

    #[test]
    fn the_day_and_the_range_of_follow_up_exclude_each_other() {
        let day = parse_date("2023-01-01");
        let query = ListQuery::default().apply(Change::RealRevisitDay(day));
        let days = DateRange::new(day, None).map(Days::Fixed);
        let ranged = query.apply(Change::Days(RangeField::RealRevisit, days));
        assert_eq!((ranged.filters.saved.real_revisit_day(), ranged.filters.count()), (None, 1));
        let day_again = ranged.apply(Change::RealRevisitDay(day)).filters;
        assert_eq!(day_again.saved.real_revisit, day.map(RealRevisit::Day));
    }
}
