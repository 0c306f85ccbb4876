//! The sandbox from outside, without a port: the contract, the filters, the refusals.

// Helpers of tests may stop a test with a panic just as the tests themselves.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod api;
mod details;
mod examples;
mod faults;
mod filters;
mod follow_ups;
mod neighbours;
mod reading;
mod refusals;
mod site;
mod store;

mod wild;
mod write;
