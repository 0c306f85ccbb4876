//! Customers as a table.
pub(super) mod customer_table;
pub(super) mod head_cell;
mod phone_buttons;

pub use customer_table::{
    CustomerTable, FirstTable, FirstTablePlace, MenuRequest, Rows, ScrolledTo, TableActions,
};
pub use head_cell::HeadCell;
pub(crate) use phone_buttons::CALLS;
pub use phone_buttons::PhoneButtons;
