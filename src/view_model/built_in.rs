//! The views that are there for everybody, as a table: what each asks, how it is sorted, grouped and laid out,
//! and what is said where it has nobody.
use crate::i18n::Words;
use crate::model::{Catalog, ColumnId};
use crate::query::{ColumnChoice, DayPreset, Days, Direction, ListQuery, RangeField, Sort, Tab};

/// A view that is there for everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltIn {
    /// Mine, next follow-up up to today.
    Due,
    /// Mine, next follow-up in this week.
    ThisWeek,
    /// Mine, no follow-up for seven days.
    Untouched,
    /// Mine, made in this week.
    New,
    /// Mine, by when they go to the pool.
    SoonInPool,
}

/// Chooses a word of a language.
type Word = fn(&Words) -> &'static str;

struct Definition {
    test_id: &'static str,
    name: Word,
    days: Option<(RangeField, DayPreset)>,
    /// Only where the endpoint can sort by it.
    sort: (&'static str, Direction),
    group: Option<&'static str>,
    /// None: those that the person has chosen.
    columns: &'static [&'static str],
    nobody: Word,
    /// Where a person goes on who has nobody here.
    next: BuiltIn,
}

use BuiltIn::{Due, New, SoonInPool, ThisWeek, Untouched};

const TABLE: [Definition; 5] = [
    Definition {
        test_id: "today",
        name: |words| words.due_today,
        days: Some((RangeField::RevisitRemind, DayPreset::Due)),
        sort: ("revisit_remind_at", Direction::Ascending),
        group: Some("revisit_remind_at"),
        columns: &[],
        nobody: |words| words.nobody_due,
        next: ThisWeek,
    },
    Definition {
        test_id: "view-week",
        name: |words| words.due_this_week,
        days: Some((RangeField::RevisitRemind, DayPreset::ThisWeek)),
        sort: ("revisit_remind_at", Direction::Ascending),
        group: Some("revisit_remind_at"),
        columns: &[],
        nobody: |words| words.nobody_this_week,
        next: Untouched,
    },
    Definition {
        test_id: "view-untouched",
        name: |words| words.untouched_week,
        days: Some((RangeField::RealRevisit, DayPreset::Older7)),
        sort: ("real_revisit_at", Direction::Ascending),
        group: None,
        columns: &[],
        nobody: |words| words.nobody_untouched,
        next: SoonInPool,
    },
    Definition {
        test_id: "view-new",
        name: |words| words.new_this_week,
        days: Some((RangeField::Created, DayPreset::ThisWeek)),
        sort: ("created_at", Direction::Descending),
        group: None,
        columns: &[],
        nobody: |words| words.nobody_new,
        next: Untouched,
    },
    Definition {
        test_id: "view-pool",
        name: |words| words.soon_in_pool,
        days: None,
        sort: (FLOW, Direction::Ascending),
        group: Some(FLOW),
        columns: &[
            "name",
            FLOW,
            "address.phone",
            "address.tel",
            "status_mapped",
            "lastest_revisit_log.content",
            "real_revisit_at",
            "revisit_remind_at",
            "labels_mapped",
        ],
        nobody: |words| words.nobody_in_pool_soon,
        next: Due,
    },
];

/// When a customer goes to the pool.
const FLOW: &str = "will_flow_time";

impl BuiltIn {
    /// All of them, in their order on the screen.
    pub const ALL: [Self; 5] = [Due, ThisWeek, Untouched, New, SoonInPool];

    fn definition(self) -> &'static Definition {
        &TABLE[self as usize]
    }

    /// What a person reads.
    pub fn name(self, words: &Words) -> &'static str {
        (self.definition().name)(words)
    }

    /// What is said where it has nobody.
    pub fn nobody(self, words: &Words) -> &'static str {
        (self.definition().nobody)(words)
    }

    /// The name of its link for tests.
    pub fn test_id(self) -> &'static str {
        self.definition().test_id
    }

    /// Where a person goes on who has nobody here.
    pub fn next(self) -> Self {
        self.definition().next
    }

    /// What it asks; sorted only where the endpoint can.
    pub fn query(self, catalog: &Catalog) -> ListQuery {
        let Definition { days, sort: (column, direction), group, columns, .. } = self.definition();
        let column = ColumnId::new(column);
        let mut query = ListQuery { group: group.map(ColumnId::new), ..ListQuery::default() };
        query.filters.saved.tab = Tab::My;
        if let Some((field, preset)) = days {
            query.filters.saved.set_days(*field, Some(Days::Preset(*preset)));
        }
        query.sort = catalog.sorts_by(&column).then_some(Sort { column, direction: *direction });
        if !columns.is_empty() {
            query.columns = ColumnChoice::Named(columns.iter().map(|name| ColumnId::new(name)).collect());
        }
        query
    }

    /// The one that a question is: in whatever order and columns, but not as a part of a saved view.
    pub fn of(query: &ListQuery) -> Option<Self> {
        let catalog = Catalog::default();
        let is_it = |view: &Self| {
            let own = view.query(&catalog);
            own.filters == query.filters && own.group == query.group
        };
        Self::ALL.into_iter().find(is_it).filter(|_| query.view.is_none())
    }

    /// Whether a question that is this view shows only which of the loaded rows come first: the endpoint was
    /// not asked for those of the whole list.
    pub fn is_of_loaded_rows(self, query: &ListQuery) -> bool {
        self == SoonInPool && query.sort.as_ref().is_none_or(|sort| sort.column.as_str() != FLOW)
    }
}

/// What the browser calls the page while a view, or whose customers they are, is on the screen.
pub fn page_title(view: Option<&str>, words: &Words) -> String {
    let page = format!("Kehu {}", words.app_title);
    view.map_or_else(|| page.clone(), |view| format!("{view} · {page}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::query::fragment;

    fn sorting(column: &str) -> Catalog {
        Catalog { sorts: vec![(ColumnId::new(column), String::new())], ..Catalog::default() }
    }

    #[test]
    fn every_view_has_its_row() {
        for (at, view) in BuiltIn::ALL.into_iter().enumerate() {
            assert_eq!(view as usize, at);
            assert_ne!(view.next(), view);
        }
    }

    #[test]
    fn each_asks_for_mine_and_is_sorted_only_where_that_can_be() {
        let check = |view: BuiltIn, catalog: &Catalog, expected: &str| {
            assert_eq!(fragment::write(&view.query(catalog)), expected);
        };
        let none = Catalog { sorts: Vec::new(), ..Catalog::default() };
        check(Due, &none, "#?tab_type=my&revisit_remind_at=due&group=revisit_remind_at");
        let sorted =
            "#?tab_type=my&revisit_remind_at=due&sort=revisit_remind_at&order=asc&group=revisit_remind_at";
        check(Due, &sorting("revisit_remind_at"), sorted);
        check(ThisWeek, &none, "#?tab_type=my&revisit_remind_at=this_week&group=revisit_remind_at");
        let untouched = "#?tab_type=my&real_revisit_at=older_7&sort=real_revisit_at&order=asc";
        check(Untouched, &sorting("real_revisit_at"), untouched);
        check(New, &none, "#?tab_type=my&created_at=this_week");
        let new = "#?tab_type=my&created_at=this_week&sort=created_at&order=desc";
        check(New, &sorting("created_at"), new);
        let pool = fragment::write(&SoonInPool.query(&sorting(FLOW)));
        assert!(
            pool.contains("sort=will_flow_time&order=asc") && pool.contains("name,will_flow_time,"),
            "{pool}"
        );
    }

    #[test]
    fn a_question_is_a_view_by_what_it_asks_and_not_by_how_it_looks() {
        let plain = Catalog::default();
        for view in BuiltIn::ALL {
            let query = view.query(&plain);
            assert_eq!(BuiltIn::of(&query), Some(view));
            let (read, left_out) = fragment::read(&fragment::write(&query));
            assert_eq!((BuiltIn::of(&read), left_out.len()), (Some(view), 0));
            let looks = ListQuery { sort: None, columns: ColumnChoice::All, ..query.clone() };
            assert_eq!(BuiltIn::of(&looks), Some(view));
            assert_eq!(BuiltIn::of(&ListQuery { view: Some("x".into()), ..query }), None);
        }
        assert_eq!(BuiltIn::of(&ListQuery::default()), None);
        let mut searched = Due.query(&plain);
        searched.filters.search.words = "河北".into();
        assert_eq!(BuiltIn::of(&searched), None);
    }

    #[test]
    fn only_what_the_endpoint_sorts_is_true_of_the_whole_list() {
        assert!(SoonInPool.is_of_loaded_rows(&SoonInPool.query(&Catalog::default())));
        assert!(!SoonInPool.is_of_loaded_rows(&SoonInPool.query(&sorting(FLOW))));
        assert!(!Due.is_of_loaded_rows(&Due.query(&Catalog::default())));
    }

    #[test]
    fn the_installed_page_offers_the_same_views() {
        let manifest = include_str!("../../public/manifest.webmanifest");
        let mine = ListQuery::default().apply(crate::query::Change::Tab(Tab::My));
        let none = Catalog { sorts: Vec::new(), ..Catalog::default() };
        let words = Lang::Zh.words();
        for (name, query) in [(words.due_today, Due.query(&none)), (words.tab_my, mine)] {
            let line = format!(r#"{{ "name": "{name}", "url": "./{}""#, fragment::write(&query));
            assert!(manifest.contains(&line), "{line}");
        }
    }

    #[test]
    fn the_page_is_called_by_what_it_shows() {
        let words = Lang::Zh.words();
        assert_eq!(page_title(None, words), "Kehu 客户");
        assert_eq!(page_title(Some("今日"), words), "今日 · Kehu 客户");
    }
}
