use super::{Filters, Sort};
use crate::model::{ColumnId, PageNumber, PageSize};
use time::Date;

/// The whole question: what the URL's fragment says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ListQuery {
    /// What narrows the list.
    pub filters: Filters,
    /// How it is sorted; `None` leaves it to the endpoint.
    pub sort: Option<Sort>,
    /// Which page.
    pub page: PageNumber,
    /// How many rows a page; `None` is the size that the user chose last.
    pub per_page: Option<PageSize>,
    /// Which columns are shown.
    pub columns: ColumnChoice,
    /// By which column the loaded rows are grouped. The endpoint is never told.
    pub group: Option<ColumnId>,
    /// The saved view that was opened last; filters and sort may have moved on since.
    pub view: Option<String>,
}

impl ListQuery {
    /// The same question, each preset as the days that it means today.
    pub fn on(self, today: Date) -> Self {
        Self { filters: self.filters.on(today), ..self }
    }
}

/// Which columns the fragment asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum ColumnChoice {
    /// The fragment says nothing: the user's own view.
    #[default]
    Default,
    /// `columns=all`: every column of the answer, in its order.
    All,
    /// `columns=name,labels_mapped,…`: these, in this order.
    Named(Vec<ColumnId>),
}
