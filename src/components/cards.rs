//! Customers as cards, for narrow screens.
pub(super) mod customer_cards;
mod group_heading;

pub use customer_cards::{CustomerCards, first_cards};
