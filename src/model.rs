//! What Kehu knows of customers, in its own words: no JSON, no browser, no signals.
mod approval;
mod catalog;
mod column;
mod customer;
mod customer_list;
mod dial;
mod invisible;
mod label;
mod phone;
mod picked;
mod problem;
mod recent;
mod value;

pub use approval::Approval;
pub use catalog::{Catalog, Choice, ChoiceOption, SearchField};
pub use column::ColumnId;
pub use customer::{ChoiceIds, Customer, CustomerPage, NextPage};
pub use customer_list::{CustomerList, ReadRow};
pub use dial::{is_mask, is_masked, split_numbers};
pub use invisible::{is_invisible, without_invisible};
pub use label::{Label, Rgb};
pub use phone::{Phone, Shown};
pub use picked::{Picked, PickedCustomers};
pub use problem::Problem;
pub use recent::Recent;
pub use value::Value;
