use crate::model::{AnswerIndex, Customer, CustomerId};
use crate::state::{Answer, Customers};
use leptos::prelude::*;
use std::collections::HashSet;
use std::sync::Arc;

/// Some of the loaded rows, shown alone: those of a bar that the endpoint cannot be asked for.
#[derive(Clone, Copy)]
pub struct OnlyRows {
    only: RwSignal<Option<Only>>,
}

/// Which rows are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Only {
    /// What they have in common, in words.
    pub name: String,
    ids: Arc<HashSet<CustomerId>>,
    /// Of which list; another one has other rows.
    list_key: u32,
}

impl OnlyRows {
    /// All rows are shown, and none are remembered of a session that is over.
    pub(crate) fn follow(customers: Customers) -> Self {
        let this = Self { only: RwSignal::new(None) };
        customers.on_gone(move || this.show_all());
        this
    }

    /// What is shown alone of this answer.
    pub fn of(self, answer: &Answer) -> Option<Only> {
        self.only.with(|only| only.clone().filter(|only| only.list_key == answer.list_key))
    }

    /// Shows these customers of an answer alone.
    pub fn show<'a>(self, name: String, rows: impl Iterator<Item = &'a Customer>, answer: &Answer) {
        let ids = Arc::new(rows.filter_map(|customer| customer.id.clone()).collect());
        self.only.set(Some(Only { name, ids, list_key: answer.list_key }));
    }

    /// Shows all rows again.
    pub fn show_all(self) {
        self.only.maybe_update(|only| only.take().is_some());
    }
}

impl Only {
    /// Where they stand in an answer.
    pub fn rows(&self, answer: &Answer) -> Arc<[AnswerIndex]> {
        let customers = &answer.page.customers;
        let is_one = |at: &AnswerIndex| {
            customers.get(*at).and_then(|it| it.id.as_ref()).is_some_and(|id| self.ids.contains(id))
        };
        customers.indices().filter(is_one).collect()
    }
}
