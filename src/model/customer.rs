use super::{Approval, ColumnId, CustomerList, Label, Phone, Value};
use std::sync::Arc;

/// One customer of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Customer {
    /// The endpoint's id, as text: longer than a float is exact.
    pub id: String,
    /// The name, for the row's own accessible name; empty when there is none.
    pub name: String,
    /// The row is mine (`is_user_self`).
    pub is_mine: bool,
    /// I made it (`is_creator_self`).
    pub is_created_by_me: bool,
    /// How far its approval is.
    pub approval: Approval,
    /// Its labels.
    pub labels: Vec<Label>,
    /// Every number that `phones_data` lists, its contacts' too.
    pub phones: Vec<Phone>,
    /// The ids behind the names, to filter by a cell.
    pub choices: ChoiceIds,
    /// One value for each of the page's columns, in their order.
    pub values: Vec<Value>,
}

/// The ids that stand behind a customer's shown names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ChoiceIds {
    /// `status`.
    pub status: Option<i64>,
    /// `source`.
    pub source: Option<i64>,
    /// `category`.
    pub category: Option<i64>,
    /// `user_id`.
    pub user: Option<i64>,
    /// `owned_department.id`.
    pub department: Option<i64>,
}

/// One page of the list as it was answered. There is no total, and none is invented.
#[derive(Debug, Default, PartialEq)]
pub struct CustomerPage {
    /// The customers in the endpoint's order.
    pub customers: CustomerList,
    /// What `column_list` names, in its order.
    pub columns: Arc<[ColumnId]>,
    /// Whether a further page exists.
    pub has_next_page: bool,
    /// The page's number as answered, from 1.
    pub page: u32,
    /// How many rows the endpoint puts on a page.
    pub per_page: u32,
    /// The bytes of its text, by which it is weighed in memory.
    pub size: usize,
}

impl CustomerPage {
    /// Where a column stands in [`Customer::values`].
    pub fn position(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|id| id.as_str() == column)
    }
}
