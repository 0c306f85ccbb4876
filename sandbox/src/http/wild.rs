//! The endpoint by its other reading: every answer that public pages and client code have
//! differently from the endpoint's own document, or that the document does not have.

mod customers;
mod fields;
mod lists;
mod login;
mod refusals;
mod users;

use super::state::Sandbox;
use axum::Router;
use axum::routing::{get, post};
pub use refusals::{too_many, worded};
use std::sync::Arc;

/// The routes of the other reading.
pub fn routes() -> Router<Arc<Sandbox>> {
    Router::new()
        .route("/customers", get(customers::customers))
        .route("/customers/filter_sort_group", get(lists::filter_sort_group))
        // The router wants one name for what stands in the same place.
        .route("/customers/{id}/filter_options", get(lists::filter_options))
        .route("/custom_fields/{entity}/by_group", get(fields::by_group))
        .route("/field_maps/customer", get(fields::field_maps))
        .route("/labels", get(fields::labels))
        .route("/user/simple_list", get(users::simple_list))
        .route("/user/list", get(users::list))
        .route("/user/department_list", get(users::department_list))
        .route("/departments", get(users::departments))
        .route("/user/info", get(users::info))
        .route("/auth/login", post(login::login))
}
