use super::{
    Approval, Choice, ChoiceValues, ColumnId, CustomerId, CustomerList, GivenColumns, Label, PageNumber,
    PageSize, Phone, Value,
};
use std::sync::Arc;

/// One customer of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Customer {
    /// The endpoint's id. A row without one cannot be told apart from others, so it cannot be selected.
    pub id: Option<CustomerId>,
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
    pub choices: ChoiceValues,
    /// One value for each of the page's columns, in their order.
    pub values: Vec<Value>,
}

impl Customer {
    /// The id as text; empty where there is none.
    pub fn id_text(&self) -> &str {
        self.id.as_ref().map_or("", CustomerId::as_str)
    }
}

impl Customer {
    /// The row with what its own answer, which was read later and in the same columns, has in them. Numbers and
    /// labels stay the list's, which knows more of them, and so does what that answer leaves empty.
    pub fn renewed(&self, newer: &Self) -> Self {
        let mut row = self.clone();
        for (value, newer) in row.values.iter_mut().zip(&newer.values) {
            let is_lists_own = |value: &Value| matches!(value, Value::Phones(_) | Value::Labels);
            if !newer.is_empty() && !is_lists_own(value) && !is_lists_own(newer) {
                *value = newer.clone();
            }
        }
        for choice in Choice::ALL {
            if let Some(value) = newer.choices.get(choice) {
                row.choices.set(choice, Some(value));
            }
        }
        row
    }
}

/// Whether a further page exists, as far as that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NextPage {
    /// One follows.
    Yes,
    /// Nothing follows.
    No,
    /// Nobody said.
    #[default]
    Unknown,
}

/// One page of the list as it was answered.
#[derive(Debug, Default, PartialEq)]
pub struct CustomerPage {
    /// The customers in the endpoint's order.
    pub customers: CustomerList,
    /// What `column_list` names, in its order.
    pub columns: Arc<[ColumnId]>,
    /// For which of the columns some customer has a key.
    pub given: Arc<GivenColumns>,
    /// Whether a further page exists, as the endpoint says.
    pub next_page: NextPage,
    /// How many customers there are in all, where the endpoint says so. None is invented.
    pub total: Option<u64>,
    /// The page's number as answered, where that was said.
    pub page: Option<PageNumber>,
    /// How many rows the endpoint puts on a page, where that was said.
    pub per_page: Option<PageSize>,
    /// The bytes of its text, by which it is weighed in memory.
    pub size: usize,
}

impl CustomerPage {
    /// Whether a further page exists: what the endpoint says or, where it says nothing, what its rows
    /// tell. A page with fewer rows than it has room for is the last one; after a full one nobody knows.
    /// `page` and `asked` are the page and how many rows were asked for.
    pub fn follows(&self, page: PageNumber, asked: PageSize) -> NextPage {
        let rows = self.customers.len() as u64;
        let room = self.per_page.unwrap_or(asked);
        match (self.next_page, self.total) {
            (NextPage::Unknown, _) if rows < u64::from(room.get()) => NextPage::No,
            (NextPage::Unknown, Some(total)) => {
                let read = self.page.unwrap_or(page).rows_before(room) + rows;
                if read < total { NextPage::Yes } else { NextPage::No }
            }
            (said, _) => said,
        }
    }

    /// The last page, where the endpoint says how many customers there are. `asked` is how many rows were
    /// asked for.
    pub fn last_page(&self, asked: PageSize) -> Option<PageNumber> {
        Some(PageNumber::of_row(self.total?.saturating_sub(1), self.per_page.unwrap_or(asked)))
    }

    /// How many customers there are in all, where that is known: by a total, or since this is the last page.
    /// `page` and `asked` are the page and how many rows were asked for.
    pub fn count(&self, page: PageNumber, asked: PageSize) -> Option<u64> {
        let rows = self.customers.len() as u64;
        let is_end = self.follows(page, asked) == NextPage::No && (rows > 0 || page == PageNumber::FIRST);
        let before = self.page.unwrap_or(page).rows_before(self.per_page.unwrap_or(asked));
        self.total.or_else(|| is_end.then_some(before + rows))
    }

    /// Whether the list gives a column: some customer has a key for it, be there nothing in it. Of a page
    /// without customers that cannot be known, and it is not said that anything is missing.
    pub fn gives(&self, column: usize) -> bool {
        self.given.has(column) || self.customers.is_empty() || self.customers.gives(column)
    }

    /// Whether the list tells owners, and this customer has none.
    pub fn is_nobodys(&self, customer: &Customer) -> bool {
        let owner = self.position("user.name").and_then(|at| customer.values.get(at));
        owner.is_some_and(Value::is_empty) && customer.choices.get(Choice::User).is_none()
    }

    /// Where a column stands in [`Customer::values`].
    pub fn position(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|id| id.field() == column)
    }
}
