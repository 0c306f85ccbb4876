use crate::model::Customer;
use crate::state::Customers;
use crate::state::fingerprint::fingerprint;
use leptos::prelude::*;
use std::collections::HashMap;

/// More customers than anybody sees in a day.
const MOST: usize = 20_000;

/// Which customers were shown, and with what values, so that it can be said what has changed since. Only
/// fingerprints of ids and rows are kept, in memory.
#[derive(Clone, Copy)]
pub struct Seen {
    customers: StoredValue<HashMap<u64, SeenRow>>,
}

#[derive(Clone, Copy)]
struct SeenRow {
    /// The fingerprint of its values.
    row: u64,
    /// The answer in which it was shown last.
    stamp: u32,
    is_changed: bool,
}

impl Seen {
    /// Nothing is remembered of a session that is over.
    pub(crate) fn follow(customers: Customers) -> Self {
        let seen = Self::new();
        customers.on_gone(move || seen.clear());
        seen
    }

    fn new() -> Self {
        Self { customers: StoredValue::new(Default::default()) }
    }

    /// Whether a customer has changed since it was shown in another answer. The same answer is
    /// told the same each time. Of a row without an id nothing is known.
    pub fn is_changed(self, customer: &Customer, stamp: u32) -> bool {
        let Some(id) = &customer.id else { return false };
        let compare = |customers: &mut HashMap<u64, SeenRow>| {
            let (id, row) = (fingerprint(id), fingerprint(customer));
            let known = customers.get(&id).copied();
            if let Some(known) = known.filter(|known| known.stamp == stamp) {
                return known.is_changed;
            }
            if customers.len() >= MOST {
                customers.clear();
            }
            let is_changed = known.is_some_and(|known| known.row != row);
            customers.insert(id, SeenRow { row, stamp, is_changed });
            is_changed
        };
        self.customers.try_update_value(compare).unwrap_or_default()
    }

    /// Forgets everything.
    fn clear(self) {
        self.customers.update_value(HashMap::clear);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CustomerId;

    fn customer(id: &str, name: &str) -> Customer {
        Customer { id: CustomerId::new(id), name: name.into(), ..Customer::default() }
    }

    #[test]
    fn a_change_is_told_once_for_each_answer() {
        let owner = Owner::new();
        owner.set();
        let seen = Seen::new();
        assert!(!seen.is_changed(&customer("1", "甲"), 1));
        assert!(!seen.is_changed(&customer("1", "甲"), 2));
        assert!(seen.is_changed(&customer("1", "乙"), 3));
        assert!(seen.is_changed(&customer("1", "乙"), 3));
        assert!(!seen.is_changed(&customer("1", "乙"), 4));
        assert!(!seen.is_changed(&customer("", "丙"), 5));
        seen.clear();
        assert!(!seen.is_changed(&customer("1", "丁"), 6));
    }
}
