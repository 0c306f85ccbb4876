use super::{ColumnId, Customer};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A selected customer.
#[derive(Clone, Debug)]
pub struct Picked {
    /// As it was when it was selected.
    pub customer: Arc<Customer>,
    /// The columns of the answer in which it stood.
    pub columns: Arc<[ColumnId]>,
}

/// The selected customers, told apart by id, in the order in which they were selected. Every row asks
/// whether it is among them, so that costs no copy of anything; nor can the whole be cloned by oversight.
#[derive(Debug, Default)]
pub struct PickedCustomers {
    turns: BTreeMap<String, u64>,
    in_order: BTreeMap<u64, Picked>,
    next: u64,
}

impl PickedCustomers {
    /// Whether a customer is selected.
    pub fn contains(&self, id: &str) -> bool {
        self.turns.contains_key(id)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.in_order.len()
    }

    /// Whether nobody is selected.
    pub fn is_empty(&self) -> bool {
        self.in_order.is_empty()
    }

    /// In the order in which they were selected.
    pub fn iter(&self) -> impl Iterator<Item = &Picked> {
        self.in_order.values()
    }

    /// Selects a customer too. One that is selected already becomes the last. A row without an id cannot be
    /// told apart from others and is left out.
    pub fn add(&mut self, picked: Picked) {
        let id = picked.customer.id.clone();
        if id.is_empty() {
            return;
        }
        self.remove(&id);
        self.turns.insert(id, self.next);
        self.in_order.insert(self.next, picked);
        self.next += 1;
    }

    /// Selects a customer no longer.
    pub fn remove(&mut self, id: &str) {
        if let Some(turn) = self.turns.remove(id) {
            self.in_order.remove(&turn);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picked(id: &str) -> Picked {
        let customer = Customer { id: id.to_owned(), ..Customer::default() };
        Picked { customer: Arc::new(customer), columns: Arc::from([]) }
    }

    fn ids(all: &PickedCustomers) -> Vec<&str> {
        all.iter().map(|it| it.customer.id.as_str()).collect()
    }

    #[test]
    fn they_stand_in_the_order_in_which_they_were_selected() {
        let mut all = PickedCustomers::default();
        ["3", "1", "", "2", "3"].into_iter().for_each(|id| all.add(picked(id)));
        assert_eq!(ids(&all), ["1", "2", "3"]);
        assert!(all.contains("3") && !all.contains("") && !all.contains("4"));
        all.remove("2");
        all.remove("4");
        assert_eq!((ids(&all), all.len()), (vec!["1", "3"], 2));
    }

    /// Where each row looked through, or copied, all that are selected, this took hours.
    #[test]
    fn selecting_and_asking_cost_the_same_however_many_are_selected() {
        let mut all = PickedCustomers::default();
        let rows: Vec<String> = (0..200_000).map(|id: u32| id.to_string()).collect();
        rows.iter().for_each(|id| all.add(picked(id)));
        assert!(rows.iter().all(|id| all.contains(id)));
        rows.iter().for_each(|id| all.remove(id));
        assert!(all.is_empty());
    }
}
