use super::{Customers, LoadState};
use crate::model::{ColumnId, Customer};
use leptos::prelude::*;
use std::sync::Arc;

/// The customers that the user selected, by id: so they stay selected over pages, sorts and filters.
/// They are kept in memory only, as they were shown.
#[derive(Clone, Copy)]
pub struct Selection {
    picked: RwSignal<Vec<Picked>>,
}

/// A selected customer.
#[derive(Clone)]
pub struct Picked {
    /// As it was when it was selected.
    pub customer: Arc<Customer>,
    /// The columns of the answer in which it stood.
    pub columns: Arc<[ColumnId]>,
}

impl Selection {
    /// Nobody is selected, and nobody stays so when the list is given up: after signing out somebody
    /// else may come.
    pub(super) fn follow(customers: Customers) -> Self {
        let selection = Self { picked: RwSignal::new(Vec::new()) };
        Effect::new(move |_| {
            if customers.state().with(|state| matches!(state, LoadState::Idle)) {
                selection.clear();
            }
        });
        selection
    }

    /// The ids, in the order in which they were selected.
    pub fn ids(self) -> Signal<Arc<[String]>> {
        Signal::derive(move || {
            self.picked.with(|picked| picked.iter().map(|it| it.customer.id.clone()).collect())
        })
    }

    /// The selected customers, in the order in which they were selected.
    pub fn picked(self) -> Vec<Picked> {
        self.picked.get_untracked()
    }

    /// Selects these customers too, or no longer. A row without an id cannot be told apart from
    /// others and is left out.
    pub fn set<'a>(
        self,
        customers: impl Iterator<Item = &'a Customer>,
        columns: &Arc<[ColumnId]>,
        is_on: bool,
    ) {
        self.picked.update(|picked| {
            for customer in customers.filter(|customer| !customer.id.is_empty()) {
                picked.retain(|it| it.customer.id != customer.id);
                if is_on {
                    let customer = Arc::new(customer.clone());
                    picked.push(Picked { customer, columns: columns.clone() });
                }
            }
        });
    }

    /// Nobody is selected any more.
    pub fn clear(self) {
        if self.picked.with_untracked(|picked| !picked.is_empty()) {
            self.picked.set(Vec::new());
        }
    }
}
