//! What was talked about with one customer.
pub(super) mod history;

pub use history::History;
