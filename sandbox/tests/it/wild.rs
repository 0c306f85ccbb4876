//! The answers of the other reading.

mod neighbours;
mod refusals;
mod rows;
