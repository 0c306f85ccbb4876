use super::asked::{Asked, CachedAnswer};
use super::{Answer, Customers, LoadState};
use crate::model::{ColumnId, Customer, CustomerId, CustomerList, CustomerPage};
use leptos::prelude::*;
use std::sync::Arc;

impl Customers {
    /// The columns of the rows on the screen.
    pub(crate) fn columns(self) -> Option<Arc<[ColumnId]>> {
        self.last().map(|answer| answer.page.columns.clone())
    }

    /// A customer on the screen has been read again, by itself: its row shows what is newer, and stays where it
    /// is. The list is not asked again: rows would move and go under the reader's hands.
    pub(crate) fn renew_row(self, id: &CustomerId, newer: &Customer, columns: &[ColumnId]) {
        let Some(answer) = self.last().filter(|answer| *answer.page.columns == *columns) else { return };
        let has_row = answer.page.customers.iter().any(|row| row.id.as_ref() == Some(id));
        if !has_row {
            return;
        }
        let renewed = |row: &Customer| {
            if row.id.as_ref() == Some(id) { row.renewed(newer) } else { row.clone() }
        };
        let old = &answer.page;
        let page = Arc::new(CustomerPage {
            customers: old.customers.iter().map(renewed).collect::<CustomerList>(),
            columns: old.columns.clone(),
            given: old.given.clone(),
            next_page: old.next_page,
            total: old.total,
            page: old.page,
            per_page: old.per_page,
            size: old.size,
        });
        let question = Asked::of(&answer);
        let is_end = self
            .cache
            .try_update_value(|cache| cache.get(&question).is_some_and(|it| it.is_end))
            .unwrap_or_default();
        let known = CachedAnswer { page: page.clone(), at: answer.at, is_end };
        self.cache.update_value(|cache| cache.put(question, known, page.size));
        let answer = Arc::new(Answer {
            stamp: self.run.start().number(),
            list_key: answer.list_key,
            scroll_position: Default::default(),
            page,
            query: answer.query.clone(),
            per_page: answer.per_page,
            follows: answer.follows,
            seen: answer.seen,
            at: answer.at,
        });
        self.state.update(|state| match state {
            LoadState::Idle => {}
            LoadState::Ready(shown) => *shown = answer,
            LoadState::Loading(last) | LoadState::Failed(_, last) => *last = Some(answer),
        });
    }
}
