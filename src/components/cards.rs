//! Customers as cards, for narrow screens.
mod card;
pub(super) mod customer_cards;
mod deck;
mod group_heading;

pub use customer_cards::{CustomerCards, first_cards};
