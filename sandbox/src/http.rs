//! The endpoint as a client sees it.

mod answer;
mod authorization;
mod budget;
mod config;
mod customers;
mod details;
mod duplicates;
mod faults;
mod follow_up;
mod follow_ups;
mod gate;
mod limiter;
mod lists;
mod login;
mod reading;
mod router;
mod security;
mod sessions;
mod site;
mod state;
mod test_controls;
mod users;
mod wild;
mod windows;

pub use router::app;
pub use state::{Sandbox, Settings};
