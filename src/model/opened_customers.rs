use super::CustomerId;

/// So many are remembered.
const MOST: usize = 20;

/// The customers who were opened last, each of them once, the newest last. Only ids are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenedCustomers {
    ids: Vec<CustomerId>,
}

impl OpenedCustomers {
    /// A customer is opened. The one who was opened before all others is forgotten where there is no more room.
    pub fn open(&mut self, id: CustomerId) {
        self.ids.retain(|it| *it != id);
        self.ids.push(id);
        if self.ids.len() > MOST {
            self.ids.remove(0);
        }
    }

    /// Whether a customer is among them.
    pub fn contains(&self, id: &CustomerId) -> bool {
        self.ids.contains(id)
    }

    /// The one who was opened last.
    pub fn last(&self) -> Option<&CustomerId> {
        self.ids.last()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &CustomerId> {
        self.ids.iter()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }
}

impl FromIterator<CustomerId> for OpenedCustomers {
    fn from_iter<I: IntoIterator<Item = CustomerId>>(ids: I) -> Self {
        let mut opened = Self::default();
        ids.into_iter().for_each(|id| opened.open(id));
        opened
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> CustomerId {
        CustomerId::new(text).unwrap()
    }

    #[test]
    fn the_last_twenty_are_remembered_each_once() {
        let mut opened: OpenedCustomers = (1..=20).map(|at| id(&at.to_string())).collect();
        assert!(opened.contains(&id("1")) && opened.last() == Some(&id("20")));
        // Opened again, the first is the newest and the second the oldest.
        opened.open(id("1"));
        assert_eq!((opened.iter().count(), opened.last()), (20, Some(&id("1"))));
        opened.open(id("21"));
        assert!(opened.contains(&id("1")) && !opened.contains(&id("2")) && opened.contains(&id("3")));
        assert_eq!(opened.iter().count(), 20);
        assert!(OpenedCustomers::default().is_empty() && OpenedCustomers::default().last().is_none());
    }
}
