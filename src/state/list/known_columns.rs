use crate::model::ColumnId;
use crate::state::Customers;
use crate::state::browser::storage::{self, Key};
use crate::view_model::{Drift, drift};
use kehu_json::Json;
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
                Some((answer.query.filters.tab.as_str(), answer.page.columns.clone()))
            })
        });
        Effect::new(move |_| {
            let Some((tab, given)) = given.get() else { return };
            let mut all = storage::read(storage::local(), Key::Columns, known_columns).unwrap_or_default();
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

/// Names of columns by tab.
fn known_columns(json: Json<'_>) -> Option<BTreeMap<String, Vec<String>>> {
    let all = json.object()?;
    let names = |columns: Json<'_>| columns.list().into_iter().filter_map(Json::string).collect();
    // Put in one by one: to collect them would sort them first, which is code.
    let mut known = BTreeMap::new();
    known.extend(all.pairs().map(|(tab, columns)| (tab.to_owned(), names(columns))));
    Some(known)
}
