use crate::model::ColumnId;
use crate::state::Customers;
use crate::state::browser::storage::{self, Key};
use crate::view_model::{Drift, drift};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Which columns the endpoint gave last time, so that it can be said when others come. Names of
/// columns are nothing of a customer.
#[derive(Clone, Copy)]
pub struct KnownColumns {
    news: RwSignal<Option<Drift>>,
}

impl KnownColumns {
    /// Compares each answer with what was given before on the same tab: tabs may differ.
    pub(crate) fn follow(customers: Customers) -> Self {
        let known = Self { news: RwSignal::new(None) };
        customers.on_gone(move || known.read());
        let state = customers.state();
        let given = Memo::new(move |_| {
            state.with(|state| {
                let answer = state.answer()?;
                Some((answer.query.filters.saved.tab.as_str(), answer.page.columns.clone()))
            })
        });
        Effect::new(move |_| {
            let Some((tab, given)) = given.get() else { return };
            // Names of columns by tab.
            let mut all: BTreeMap<String, Vec<String>> =
                storage::read(storage::local(), Key::Columns).unwrap_or_default();
            let now: Vec<String> = given.iter().map(|id| id.as_str().to_owned()).collect();
            if let Some(before) = all.insert(tab.to_owned(), now.clone()) {
                if before == now {
                    return;
                }
                let before: Vec<ColumnId> = before.iter().map(|name| ColumnId::new(name)).collect();
                known.news.set(drift(&before, &given));
            }
            storage::write(storage::local(), Key::Columns, &all);
        });
        known
    }

    /// What came and went, until somebody has read it.
    pub fn news(self) -> Signal<Option<Drift>> {
        self.news.into()
    }

    /// It was read.
    pub fn read(self) {
        self.news.maybe_update(|news| news.take().is_some());
    }
}
