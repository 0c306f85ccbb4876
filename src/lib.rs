//! Kehu: the customer list that salespeople keep open all day.
//!
//! Data moves one way round, and each step is a room:
//!
//! ```text
//! URL fragment -> query -> api (request, transport, reading) -> model -> view_model -> components
//!       ^                                                                                   |
//!       '------------ new fragment <- ListQuery::apply(Change) <- Change <- user event -----'
//! ```
pub mod api;
pub mod app;
pub mod components;
pub mod config;
pub mod export;
pub mod first_rows;
pub mod follow_up;
pub mod i18n;
pub mod json;
pub mod layout;
pub mod model;
pub mod overview;
pub mod query;
pub mod saved_view;
pub mod sign_in_first;
pub mod state;
pub mod stop;
pub mod view_model;
