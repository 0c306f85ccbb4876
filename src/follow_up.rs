//! Follow-ups: what is known of a customer's. No browser, no JSON, no clock.
mod history;

pub use history::{KEPT_FOR, Known};
