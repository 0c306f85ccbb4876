//! Customers out of a seed: the same seed, size and day give the same customers.

mod address;
mod body;
mod columns;
mod contact;
mod customer;
mod dice;
mod example;
mod json;
mod label;
mod names;
mod odd;
mod phone;
mod phone_list;
mod record;
mod texts;

pub use customer::Generator;
pub use dice::Dice;
pub use example::examples;
pub use label::{LABEL_GROUPS, Label};
pub use phone::Phone;
pub use record::{Field, Record};
pub use texts::{NOTES, REVISITS};
