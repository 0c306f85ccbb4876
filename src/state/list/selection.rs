use crate::model::{ColumnId, Customer, Picked, PickedCustomers};
use crate::state::Customers;
use leptos::prelude::*;
use std::sync::Arc;

/// The customers that the user selected, by id: so they stay selected over pages, sorts and filters.
/// They are kept in memory only, as they were shown.
#[derive(Clone, Copy)]
pub struct Selection {
    picked: RwSignal<PickedCustomers>,
}

impl Selection {
    /// Nobody is selected, and nobody stays so when the list is given up: after signing out somebody
    /// else may come.
    pub(crate) fn follow(customers: Customers) -> Self {
        let selection = Self { picked: RwSignal::new(PickedCustomers::default()) };
        customers.on_gone(move || selection.clear());
        selection
    }

    /// The selected customers.
    pub fn picked(self) -> Signal<PickedCustomers> {
        self.picked.into()
    }

    /// Selects these customers too, or no longer.
    pub fn set<'a>(
        self,
        customers: impl Iterator<Item = &'a Customer>,
        columns: &Arc<[ColumnId]>,
        is_on: bool,
    ) {
        self.picked.update(|picked| {
            for customer in customers {
                if is_on {
                    picked.add(Picked { customer: Arc::new(customer.clone()), columns: columns.clone() });
                } else {
                    picked.remove(customer);
                }
            }
        });
    }

    /// Nobody is selected any more.
    pub fn clear(self) {
        if self.picked.with_untracked(|picked| !picked.is_empty()) {
            self.picked.set(PickedCustomers::default());
        }
    }
}
