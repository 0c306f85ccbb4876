//! What is known of the customers of a run: from the rows, from when it began, or by a call of their own.
use super::CallingThrough;
use crate::components::Called;
use crate::i18n::fill;
use crate::layout::Layout;
use crate::model::{CustomerId, Picked};
use crate::state::DetailState;
use crate::view_model::{ColumnFacts, ColumnView, available_columns, problem_view, with_details};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// A customer whom a reloaded page has to ask for is only asked for when somebody stays at them.
const STAY: Duration = Duration::from_millis(300);

impl CallingThrough {
    /// What the pane knows of a customer.
    pub(super) fn called(self, id: Option<CustomerId>, known: Option<Picked>) -> Called {
        let details = id.as_ref().and_then(|id| self.details.of(id));
        let (known, more) = match (known, details) {
            (Some(known), Some(DetailState::Ready(details, order))) => (known, Some((details, order))),
            (Some(known), _) => (known, None),
            (None, Some(DetailState::Ready(customer, columns))) => (Picked { customer, columns }, None),
            (None, Some(DetailState::Failed(problem))) => {
                return Called::Failed(problem_view(&problem, self.list.words()).text);
            }
            (None, _) => return Called::Coming,
        };
        let columns = self.columns(&known);
        let customer = match more {
            Some((details, order)) => Arc::new(with_details(&known.customer, &columns, &details, &order).0),
            None => known.customer,
        };
        Called::Here(customer, columns)
    }

    /// The columns in which a customer was read: other pages of a list may have had others.
    fn columns(self, known: &Picked) -> Arc<[ColumnView]> {
        let facts = ColumnFacts { fields: self.list.fields.catalog().get(), ..ColumnFacts::default() };
        available_columns(&known.columns, &Layout::default(), &facts, self.list.settings.language()).into()
    }

    pub(super) fn name(self, id: &CustomerId) -> String {
        let list = self.list;
        let words = list.words();
        let known = list.call_run.customer(id).map(|it| it.customer);
        let known = known.filter(|it| !it.name.is_empty() || !it.values.is_empty()).or_else(|| {
            let row = list.rows.with(|rows| {
                let is_it = |row: &usize| rows.customer(*row).is_some_and(|it| it.id.as_ref() == Some(id));
                rows.of_customers().find(is_it)
            });
            row.and_then(|row| self.picked(row)).map(|it| it.customer)
        });
        let known = known.or_else(|| match self.details.of(id) {
            Some(DetailState::Ready(customer, _)) => Some(customer),
            _ => None,
        });
        match known {
            Some(customer) if customer.name.is_empty() => words.unnamed.to_owned(),
            Some(customer) => customer.name.clone(),
            None => fill(words.unnamed_value, &[id.as_str()]),
        }
    }

    /// After a reload only ids are known: whoever stands in no row is asked for by one call.
    pub(super) fn ask_for_missing(self, id: Memo<Option<CustomerId>>, known: Memo<Option<Picked>>) {
        let is_loaded = move || self.list.answer.with(Option::is_some);
        Effect::new(move |_| {
            let missing = id.get().filter(|_| is_loaded() && known.with(Option::is_none));
            let Some(missing) = missing.filter(|id| untrack(|| self.details.of(id)).is_none()) else {
                return;
            };
            let ask = move || {
                if id.try_get_untracked().flatten().as_ref() == Some(&missing) {
                    self.ask(missing.clone());
                }
            };
            set_timeout(ask, STAY);
        });
    }

    pub(super) fn ask(self, id: CustomerId) {
        if let Some(answer) = self.list.answer.get_untracked() {
            // It may be in the pool by now.
            self.details.ask(id, answer.page.columns.clone(), true);
        }
    }
}
