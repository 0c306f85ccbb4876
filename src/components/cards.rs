//! Customers as cards, for narrow screens.
pub(super) mod customer_cards;

pub use customer_cards::{CustomerCards, first_cards};
