//! Which path leads where.

use super::answer::Refusal;
use super::state::Sandbox;
use super::{
    config, customers, details, duplicates, follow_up, follow_ups, gate, lists, login, security, site,
    test_controls, users, wild,
};
use crate::edition::Edition;
use axum::Router;
use axum::http::{Method, header};
use axum::middleware;
use axum::routing::{get, post};
use std::sync::Arc;
use tower_http::cors::{Any, CorsLayer};

/// The whole sandbox; tests call it without a port.
pub fn app(sandbox: Arc<Sandbox>) -> Router {
    let mut app = Router::new().nest("/api/v2", api(&sandbox)).route("/config.json", get(config::config));
    if sandbox.settings.faults {
        app = app.merge(test_controls::routes());
    }
    // A page served from elsewhere, such as the bundler's own server, may be tried against it.
    let cors = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::DELETE])
        .allow_headers([header::AUTHORIZATION, header::CONTENT_TYPE])
        .expose_headers([header::RETRY_AFTER]);
    let site = site::site(sandbox.settings.site.as_deref());
    app.layer(cors)
        .fallback_service(site.with_state(()))
        .layer(middleware::from_fn(security::headers))
        .with_state(sandbox)
}

fn api(sandbox: &Arc<Sandbox>) -> Router<Arc<Sandbox>> {
    let routes = match sandbox.settings.edition {
        Edition::Documented => documented(),
        Edition::Wild => wild::routes(),
    };
    routes
        .merge(neighbours())
        .fallback(async || Refusal::no_such_endpoint())
        .method_not_allowed_fallback(async || Refusal::no_such_endpoint())
        .layer(middleware::from_fn_with_state(Arc::clone(sandbox), gate::gate))
}

/// What both readings have alike.
fn neighbours() -> Router<Arc<Sandbox>> {
    Router::new()
        .route("/customers/{id}", get(details::own))
        .route("/customers/{id}/contacts", get(details::own_contacts))
        .route("/customers/{id}/assist_users", get(details::assist_users))
        .route("/common_customers/{id}", get(details::common))
        .route("/common_customers/{id}/contacts", get(details::common_contacts))
        .route("/contacts/simplest", get(details::simplest))
        .route("/duplicates/matching_name", get(duplicates::matching_name))
        .route("/revisit_logs", post(follow_up::write))
        .route("/revisit_logs/new_index", get(follow_ups::new_index))
}

fn documented() -> Router<Arc<Sandbox>> {
    Router::new()
        .route("/customers", get(customers::customers))
        .route("/customers/filter_sort_group", get(lists::filter_sort_group))
        // The router wants one name for what stands in the same place.
        .route("/customers/{id}/filter_options", get(lists::filter_options))
        .route("/user/simple_list", get(users::simple_list))
        .route("/user/list", get(users::list))
        .route("/user/department_list", get(users::department_list))
        .route("/user/info", get(users::info))
        .route("/auth/login", post(login::login))
}
