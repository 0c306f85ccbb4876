//! A view that somebody saved: what is asked and how it looks, under a name. Pure: how a view is
//! written and read, what differs between two of them. Where they are kept is the state's business.
mod codec;
mod compare;
mod entry;

pub use codec::{MAX_BYTES, MAX_VIEWS, ViewFile, ViewFileProblem};
pub use compare::{Comparison, ViewDifference, ViewPart, compare};
pub use entry::{read_looks, write_looks};

use crate::layout::Layout;
use crate::model::{ColumnId, PageSize};
use crate::query::{ColumnChoice, Filters, ListQuery, SavedFilters, Sort};

/// What is asked and how it looks, under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    /// One short line, as [`view_name`](crate::query::fragment::view_name) lets it be.
    pub name: String,
    /// What narrows the list, search words left out.
    pub filters: SavedFilters,
    /// How it is sorted.
    pub sort: Option<Sort>,
    /// By which column the loaded rows are grouped.
    pub group: Option<ColumnId>,
    /// How many rows a page.
    pub per_page: Option<PageSize>,
    /// How the table looks.
    pub layout: Layout,
}

impl SavedView {
    /// The view that shows what this question and layout show. Search words and their field are
    /// left out: there is no place for them, since nothing of a customer is stored.
    pub fn new(name: &str, query: &ListQuery, layout: &Layout) -> Self {
        let mut layout = layout.clone();
        match &query.columns {
            // `all` means whatever the endpoint gives; the caller names them, if it knows them.
            ColumnChoice::Default | ColumnChoice::All => {}
            ColumnChoice::Named(names) => layout.columns = Some(names.clone()),
        }
        layout.tidy();
        Self {
            name: name.to_owned(),
            filters: query.filters.saved.clone(),
            sort: query.sort.clone(),
            group: query.group.clone(),
            per_page: query.per_page,
            layout,
        }
    }

    /// Whether what is on the screen is no longer what was saved. Search words and the page do not
    /// count, since no view holds them.
    pub fn differs(&self, query: &ListQuery, layout: &Layout) -> bool {
        query.columns == ColumnChoice::All || Self::new(&self.name, query, layout) != *self
    }

    /// The question that opens this view.
    pub fn opened(&self) -> ListQuery {
        ListQuery { view: Some(self.name.clone()), ..self.query() }
    }

    /// What is asked. The rest is as by default: the page is a place in the list, and columns belong to the
    /// layout.
    pub fn query(&self) -> ListQuery {
        ListQuery {
            filters: Filters { saved: self.filters.clone(), ..Filters::default() },
            sort: self.sort.clone(),
            group: self.group.clone(),
            per_page: self.per_page,
            ..ListQuery::default()
        }
    }
}

/// A name of a column that may stand in a file: not empty and not endless.
fn column(name: &str) -> Option<ColumnId> {
    const MAX_NAME: usize = 200;
    (!name.is_empty() && name.len() <= MAX_NAME).then(|| ColumnId::new(name))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
