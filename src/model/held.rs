use super::CustomerId;

/// A customer of whom it is told who has them: by a name that is asked for, or by a search of the list. No
/// number is among it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// The endpoint's id.
    pub id: Option<CustomerId>,
    /// The customer's name.
    pub name: String,
    /// The owner's name; empty where it is not told or there is none.
    pub owner: String,
    /// Neither an id nor a name of an owner is told: the customer is in the common pool.
    pub is_in_pool: bool,
    /// The customer is mine (`is_user_self`).
    pub is_mine: bool,
    /// How far it is followed up, in words; may be empty.
    pub status: String,
    /// When it was made, as the endpoint writes it; may be empty.
    pub created_at: String,
    /// When it was changed last; may be empty.
    pub updated_at: String,
}

/// What one call tells of who has a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeldPage {
    /// The customers, in the endpoint's order.
    pub customers: Vec<Held>,
    /// Whether there are more that fit.
    pub has_more: bool,
}

impl HeldPage {
    /// Takes what another call has found; who is here already stays as they are.
    pub fn add(&mut self, other: Self) {
        for held in other.customers {
            let is_known = held.id.is_some() && self.customers.iter().any(|it| it.id == held.id);
            if !is_known {
                self.customers.push(held);
            }
        }
        self.has_more |= other.has_more;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_found_twice_is_told_once() {
        let held =
            |id: &str, name: &str| Held { id: CustomerId::new(id), name: name.into(), ..Held::default() };
        let mut page = HeldPage { customers: vec![held("1", "甲"), held("", "乙")], has_more: false };
        let other =
            HeldPage { customers: vec![held("1", "丙"), held("2", "丁"), held("", "戊")], has_more: true };
        page.add(other);
        let names: Vec<&str> = page.customers.iter().map(|it| it.name.as_str()).collect();
        assert_eq!((names, page.has_more), (vec!["甲", "乙", "丁", "戊"], true));
        page.add(HeldPage::default());
        assert!(page.has_more && page.customers.len() == 4);
    }
}
