use super::Answer;
use crate::api::rate_limiter::Millis;
use crate::model::{CustomerPage, PageSize};
use crate::query::ListQuery;
use std::sync::Arc;

/// What the endpoint is asked: of the address only what it needs to know, and days in the place of
/// presets, so that no answer of yesterday is taken for one of today.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    pub query: ListQuery,
    pub per_page: PageSize,
}

/// An earlier answer.
#[derive(Clone, Debug)]
pub(super) struct CachedAnswer {
    pub page: Arc<CustomerPage>,
    pub at: Millis,
    /// Whether the page after it was empty.
    pub is_end: bool,
}

impl Asked {
    pub fn new(query: ListQuery, per_page: PageSize) -> Self {
        let (columns, per_page_asked) = (Default::default(), Some(per_page));
        let query = ListQuery { columns, group: None, view: None, per_page: per_page_asked, ..query };
        Self { query, per_page }
    }

    pub fn of(answer: &Answer) -> Self {
        Self::new(answer.query.clone(), answer.per_page)
    }

    pub fn is_answered_by(&self, answer: &Answer) -> bool {
        self.query == answer.query && self.per_page == answer.per_page
    }
}
