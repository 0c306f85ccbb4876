//! Which path leads where.

use super::answer::Refusal;
use super::state::Sandbox;
use super::{config, customers, gate, lists, login, security, site, test_controls, users, wild};
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
        .fallback(async || Refusal::no_such_endpoint())
        .method_not_allowed_fallback(async || Refusal::no_such_endpoint())
        .layer(middleware::from_fn_with_state(Arc::clone(sandbox), gate::gate))
}

fn documented() -> Router<Arc<Sandbox>> {
    Router::new()
        .route("/customers", get(customers::customers))
        .route("/customers/filter_sort_group", get(lists::filter_sort_group))
        .route("/customers/{field}/filter_options", get(lists::filter_options))
        .route("/user/simple_list", get(users::simple_list))
        .route("/user/list", get(users::list))
        .route("/user/department_list", get(users::department_list))
        .route("/user/info", get(users::info))
        .route("/auth/login", post(login::login))
}
