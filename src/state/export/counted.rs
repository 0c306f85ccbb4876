//! A list that an export reads to its end is counted on the way: nobody has to ask for it again.
use super::ExportOrder;
use crate::i18n::Lang;
use crate::layout::Layout;
use crate::model::{AnswerIndex, CustomerPage};
use crate::overview::{Overview, overview};
use crate::query::Filters;
use crate::view_model::{ColumnFacts, available_columns};
use time::Date;

/// All customers of a list as numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeList {
    /// The filters of the list.
    pub filters: Filters,
    /// When the last of it was read, in words.
    pub read_at: String,
    /// The numbers.
    pub overview: Overview,
    lang: Lang,
    today: Date,
}

impl WholeList {
    pub(super) fn new(order: &ExportOrder, today: Date) -> Self {
        let (filters, lang) = (order.query.filters.clone(), order.lang);
        Self { filters, read_at: String::new(), overview: Overview::default(), lang, today }
    }

    /// Adds rows of a page.
    pub(super) fn add(&mut self, page: &CustomerPage, rows: &[AnswerIndex], facts: &ColumnFacts) {
        let columns = available_columns(&page.columns, &Layout::default(), facts, self.lang);
        let rows: Vec<_> = rows.iter().filter_map(|at| Some((*at, page.customers.get(*at)?))).collect();
        self.overview.add(overview(&rows, &columns, self.today, self.lang.words()));
    }

    /// Whether these are the numbers of this list, by this day and in this language.
    pub fn is_of(&self, filters: &Filters, lang: Lang, today: Date) -> bool {
        (&self.filters, self.lang, self.today) == (filters, lang, today)
    }
}
