//! Customers as a table.
pub(super) mod customer_table;
pub(super) mod head_cell;

pub use customer_table::{
    CustomerTable, FirstTable, FirstTablePlace, MenuRequest, Rows, ScrolledTo, TableActions,
};
pub use head_cell::HeadCell;
