//! The endpoint by its other reading: every answer that public pages and client code have
//! differently from the endpoint's own document. What is not here both readings share.

mod lists;
mod users;

use super::state::Sandbox;
use super::{customers, lists as documented_lists, login, users as documented_users};
use axum::Router;
use axum::routing::{get, post};
use std::sync::Arc;

/// The routes of the other reading.
pub fn routes() -> Router<Arc<Sandbox>> {
    Router::new()
        .route("/customers", get(customers::customers))
        .route("/customers/filter_sort_group", get(lists::filter_sort_group))
        .route("/customers/{field}/filter_options", get(documented_lists::filter_options))
        .route("/user/simple_list", get(users::simple_list))
        .route("/user/list", get(documented_users::list))
        .route("/user/department_list", get(users::department_list))
        .route("/departments", get(users::departments))
        .route("/user/info", get(documented_users::info))
        .route("/auth/login", post(login::login))
}
