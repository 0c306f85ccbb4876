//! The answers of the other reading.

mod details;
mod follow_ups;
mod neighbours;
mod refusals;
mod rows;
