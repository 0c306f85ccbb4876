//! Asks a CRM the calls whose answers nobody is sure of, slowly, and reports which reading each
//! answer fits.
//!
//! - `client`: one call after another, at a pace, obeying refusals
//! - `checks`: what is asked, and the readings of each answer
//! - `shape`: an answer with all values replaced by their types and lengths
//! - `key`: which keys of an answer may be told
//! - `report`: what is printed
//!
//! A report is meant to be sent on: it has no customer, no name, no number and no token in it.

pub mod checks;
pub mod client;
pub mod key;
pub mod options;
pub mod report;
pub mod shape;
