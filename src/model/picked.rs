use super::{ColumnId, Customer, CustomerId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A selected customer.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    turns: BTreeMap<CustomerId, u64>,
    in_order: BTreeMap<u64, Picked>,
    next: u64,
}

impl PickedCustomers {
    /// Whether a customer is selected.
    pub fn contains(&self, customer: &Customer) -> bool {
        customer.id.as_ref().is_some_and(|id| self.turns.contains_key(id))
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
        let Some(id) = picked.customer.id.clone() else { return };
        self.remove(&picked.customer);
        self.turns.insert(id, self.next);
        self.in_order.insert(self.next, picked);
        self.next += 1;
    }

    /// Selects a customer no longer.
    pub fn remove(&mut self, customer: &Customer) {
        if let Some(turn) = customer.id.as_ref().and_then(|id| self.turns.remove(id)) {
            self.in_order.remove(&turn);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn customer(id: &str) -> Customer {
        Customer { id: CustomerId::new(id), ..Customer::default() }
    }

    fn picked(id: &str) -> Picked {
        Picked { customer: Arc::new(customer(id)), columns: Arc::from([]) }
    }

    fn ids(all: &PickedCustomers) -> Vec<&str> {
        all.iter().map(|it| it.customer.id_text()).collect()
    }

    #[test]
    fn they_stand_in_the_order_in_which_they_were_selected() {
        let mut all = PickedCustomers::default();
        ["3", "1", "", "2", "3"].into_iter().for_each(|id| all.add(picked(id)));
        assert_eq!(ids(&all), ["1", "2", "3"]);
        assert!(
            all.contains(&customer("3")) && !all.contains(&customer("")) && !all.contains(&customer("4"))
        );
        all.remove(&customer("2"));
        all.remove(&customer("4"));
        assert_eq!((ids(&all), all.len()), (vec!["1", "3"], 2));
    }

    /// Where each row looked through, or copied, all that are selected, this took hours.
    #[test]
    fn selecting_and_asking_cost_the_same_however_many_are_selected() {
        let mut all = PickedCustomers::default();
        let rows: Vec<Picked> = (0..200_000).map(|id: u32| picked(&id.to_string())).collect();
        rows.iter().for_each(|row| all.add(row.clone()));
        assert!(rows.iter().all(|row| all.contains(&row.customer)));
        rows.iter().for_each(|row| all.remove(&row.customer));
        assert!(all.is_empty());
    }
}
